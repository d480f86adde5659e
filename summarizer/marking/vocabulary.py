"""The words that marking goes by: general English, and what a schema adds of its domain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from summarizer.marking import lexicon
from summarizer.schema import EstimateRules, PlaceRules, Schema


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Sets of words in lower case, but for `endings`, which are as written.

    Attributes:
        common: words that open sentences with a capital without naming anything.
        endings: last words of names of bodies ("Ministry"), as written.
        heads: the same in lower case: "the ministry" points back to one.
        kinds: the kind of body that each such word in lower case names: "the militia X".
        units: nouns of bodies with members that may be numbered: "80th air assault brigade".
        linking: those of them that may go on over "of" and "for" ("Ministry of Health").
        state_nouns: what, after a nationality or a state's name, is that state's own ("Syrian soldiers").
        bodies: of those, what belongs to the name of the body ("Syrian army").
        acting: verbs that show that a country before them acts and is no scene.
        persons: nouns for people.
        speaking: nouns that speak without a name ("residents said").
        locative: words that lead to a place.
        aimed: nouns before "on" and a place or somebody ("the raid on").
        peopled: nouns before "of" and a place ("residents of", "the siege of").
    """

    common: frozenset[str]
    endings: frozenset[str]
    heads: frozenset[str]
    kinds: Mapping[str, str]
    units: frozenset[str]
    linking: frozenset[str]
    state_nouns: frozenset[str]
    bodies: frozenset[str]
    acting: frozenset[str]
    persons: frozenset[str]
    speaking: frozenset[str]
    locative: frozenset[str]
    aimed: frozenset[str]
    peopled: frozenset[str]


@lru_cache(maxsize=8)
def vocabulary_of(schema: Schema) -> Vocabulary:
    """Return the words for a schema."""
    classes = [c for s in schema.sections if isinstance(s.rules, EstimateRules) for c in s.rules.nouns]
    measures = [m for s in schema.sections if isinstance(s.rules, EstimateRules) for m in s.rules.measures]
    places = [s.rules for s in schema.sections if isinstance(s.rules, PlaceRules)]
    kind_words = list(schema.entity_rules.kind_words.items())
    endings = frozenset(w for _, listed in kind_words for w in listed)
    heads = frozenset(w.lower() for w in endings) | lexicon.BARE_HEADS
    whole = {k: v for k, v in schema.entity_rules.kind_words.items() if k not in schema.entity_rules.kind_openers}
    sided = {n.lower() for c in classes if c.of_a_side for n in c.nouns}
    persons = frozenset(n.lower() for c in classes if c.persons for n in c.nouns)
    done = {form for m in measures for form in (*m.done_to, *m.suffered)}
    bodies = frozenset(n.lower() for c in classes if c.of_a_side and c.persons for n in c.nouns)
    return Vocabulary(
        common=lexicon.OPENERS | {n.lower() for c in classes for n in c.nouns} | done,
        endings=endings,
        heads=heads,
        kinds={w.lower(): kind for kind, listed in reversed(kind_words) for w in listed},
        units=frozenset(b for c in classes for b in c.bodies) & {w.lower() for w in endings},
        linking=frozenset(w.lower() for listed in whole.values() for w in listed) | lexicon.BARE_HEADS,
        state_nouns=lexicon.STATE_NOUNS | lexicon.BODY_WORDS | sided,
        bodies=lexicon.GOVERNMENT_NOUNS | lexicon.BODY_WORDS | bodies,
        acting=lexicon.ACTING | lexicon.SPEECH_VERBS | done,
        persons=persons,
        speaking=lexicon.SPEAKING_NOUNS | heads,
        locative=lexicon.LOCATIVE | {w for rules in places for w in rules.led_to_by},
        peopled=lexicon.PEOPLED | {w for rules in places for w in rules.befallen_by},
        aimed=frozenset(n.lower() for c in classes if c.of_a_side and not c.persons for n in c.nouns),
    )
