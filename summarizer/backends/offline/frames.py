"""A schema's measures and nouns, turned once into the look-ups that the rules need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from summarizer.gazetteer import default_gazetteer
from summarizer.models import Word
from summarizer.schema import EstimateRules, Measure, NounClass, Rules, Schema, SectionSpec

LONGEST_NOUN = 3  # words ("barrel bombs", "armoured personnel carriers")
REACH_MEMBER = 4  # words behind "members of" that may say of what
LONGEST_VERB = 4  # words ("laid down their arms")
_OF_MEASURES = ("done_to", "happens", "event_nouns", "states", "undergone", "suffered")


class Noun(NamedTuple):
    """A counted noun in a text: its class and the index of its last word."""

    of: NounClass
    text: str
    last: int

    @property
    def first(self) -> int:
        """The index of its first word."""
        return self.last - self.text.count(" ")

    @property
    def hostile(self) -> bool:
        """Whether the word itself takes sides ("militants")."""
        return self.text in self.of.hostile


@dataclass(frozen=True)
class Frames:
    """Look-ups for one section of estimates. All words are in lower case."""

    section: str
    rules: EstimateRules
    nouns: Mapping[str, NounClass]
    events: tuple[Measure, ...]
    done_to: Mapping[str, tuple[Measure, ...]]
    happens: Mapping[str, tuple[Measure, ...]]
    event_nouns: Mapping[str, tuple[Measure, ...]]
    states: Mapping[str, tuple[Measure, ...]]
    undergone: Mapping[str, tuple[Measure, ...]]
    bodies: Mapping[str, NounClass]
    suffered: Mapping[str, tuple[Measure, ...]]
    parted: Mapping[str, tuple[tuple[tuple[str, ...], Measure], ...]]
    units: tuple[Measure, ...]
    spoken: Mapping[str, NounClass]
    """The counted nouns of all sections: what is spoken of may be what another section counts."""
    elsewhere: Mapping[str, frozenset[str]]
    """What may be told of the classes that other sections count: by form, the names of those."""
    firsts: Mapping[str, frozenset[str]]
    """The first words of the forms of each index: at any other word none is looked for."""
    lasts: Mapping[str, frozenset[str]]

    def noun_in(self, words: Sequence[Word], first: int, last: int) -> Noun | None:
        """Return the last counted noun among words `first` to `last` (half open), the longest that ends there."""
        return _last_noun(words, first, last, self.nouns, self.lasts["nouns"])

    def member_at(self, words: Sequence[Word], noun: Noun) -> Noun:
        """Return "members" as of the class that the word behind "of" makes them: "three members of one family"."""
        if not noun.text.endswith("members") or noun.last + 1 >= len(words) or words[noun.last + 1].lower != "of":
            return noun
        behind = {w.lower for w in words[noun.last + 2 : noun.last + 2 + REACH_MEMBER]}
        of = next((c for c in self.rules.nouns if behind & set(c.member_of)), None)
        return Noun(of, noun.text, noun.last) if of else noun

    def nation_at(self, words: Sequence[Word], first: int, last: int) -> Noun | None:
        """Return a nationality that is counted itself ("40 Nigerians") as a noun of the class for such people."""
        of = next((c for c in self.rules.nouns if c.nations), None)
        if of is None or last <= first or not words[last - 1].cap:
            return None
        return Noun(of, words[last - 1].lower, last - 1) if default_gazetteer().demonym(words[last - 1].text) else None

    def first_noun(self, words: Sequence[Word], first: int, last: int) -> Noun | None:
        """Return the first counted noun among words `first` to `last` (half open)."""
        for start in range(first, last):
            if words[start].lower not in self.firsts["nouns"]:
                continue
            for size in range(min(LONGEST_NOUN, last - start), 0, -1):
                text = " ".join(w.lower for w in words[start : start + size])
                if found := self.nouns.get(text):
                    return Noun(found, text, start + size - 1)
        return None

    def spoken_of(self, words: Sequence[Word], first: int, last: int) -> NounClass | None:
        """Return the class of the last counted noun among words `first` to `last` (half open), of whatever section."""
        noun = _last_noun(words, first, last, self.spoken, self.lasts["spoken"])
        return noun.of if noun else None

    def befalls_elsewhere(self, form: str, noun: NounClass) -> bool:
        """Whether a form tells of a class that only other sections count."""
        return noun not in self.rules.nouns and noun.name in self.elsewhere.get(form, ())

    def counting(self, noun: NounClass) -> Measure | None:
        """Return the measure that counts a class by itself, where nothing befalls its members."""
        return next((m for m in self.rules.measures if noun.name in m.counts), None)

    def verb_at(self, index: str, words: Sequence[Word], at: int) -> tuple[str, tuple[Measure, ...]]:
        """Return the longest form of an index ("done_to") that begins at word `at`, "" where none does."""
        if words[at].lower not in self.firsts[index]:
            return "", ()
        forms: Mapping[str, tuple[Measure, ...]] = getattr(self, index)
        for size in range(min(LONGEST_VERB, len(words) - at), 0, -1):
            text = " ".join(w.lower for w in words[at : at + size])
            if text in forms:
                return text, forms[text]
        return "", ()

    def verb_before(self, index: str, words: Sequence[Word], at: int) -> tuple[str, tuple[Measure, ...]]:
        """Return the longest form of an index that ends with word `at` ("shot down"), "" where none does."""
        if words[at].lower not in self.lasts[index]:
            return "", ()
        forms: Mapping[str, tuple[Measure, ...]] = getattr(self, index)
        for size in range(min(LONGEST_VERB, at + 1), 0, -1):
            text = " ".join(w.lower for w in words[at + 1 - size : at + 1])
            if text in forms:
                return text, forms[text]
        return "", ()

    def around(self, words: Sequence[Word], at: int, after: int) -> tuple[str, tuple[Measure, ...]]:
        """Return a `done_to` form parted by its object: "drove 300 people from", "took 12 men prisoner"."""
        for tail, measure in self.parted.get(words[at].lower, ()):
            if tuple(w.lower for w in words[after : after + len(tail)]) == tail:
                return " ".join((words[at].lower, "...", *tail)), (measure,)
        return "", ()

    def fighting(self) -> NounClass | None:
        """Return the class of persons who belong to a side: those that a strength in numbers counts."""
        return next((c for c in self.rules.nouns if c.persons and c.of_a_side), None)

    def membership(self) -> tuple[Measure | None, NounClass | None]:
        """Return the measure that counts the members of a side, and their class."""
        members = self.fighting()
        return (self.counting(members) if members else None), members

    def befalling(self, candidates: Sequence[Measure], noun: NounClass | None) -> Measure | None:
        """Return the first of the event measures that can befall members of the class."""
        return next((m for m in candidates if noun is None or noun.name in m.befalls or noun.name in m.counts), None)


@lru_cache(maxsize=8)
def frames_of(schema: Schema) -> tuple[Frames, ...]:
    """Return the look-ups of each section of estimates."""
    sections = schema.of_kind("estimates")
    return tuple(_frames(section, [s.rules for s in sections if s is not section]) for section in sections)


def _frames(section: SectionSpec, others: Sequence[Rules]) -> Frames:
    rules = section.rules
    assert isinstance(rules, EstimateRules)  # of_kind("estimates") gives no others
    nouns = _by_noun(rules)
    counted = tuple(m for m in rules.measures if m.unit is None)
    forms = {index: _by_word(counted, index) for index in _OF_MEASURES}
    beside = [r for r in others if isinstance(r, EstimateRules)]
    spoken = {noun: cls for r in beside for noun, cls in _by_noun(r).items()} | nouns
    listed: dict[str, Iterable[str]] = {"nouns": nouns, "spoken": spoken, **forms}
    return Frames(
        section=section.name,
        rules=rules,
        nouns=nouns,
        events=tuple(m for m in rules.measures if m.is_event),
        bodies={body: cls for cls in reversed(rules.nouns) for body in cls.bodies},
        parted=_parted(counted),
        units=tuple(m for m in rules.measures if m.unit),
        spoken=spoken,
        elsewhere=_told_in(beside),
        firsts={index: frozenset(form.split(" ")[0] for form in found) for index, found in listed.items()},
        lasts={index: frozenset(form.split(" ")[-1] for form in found) for index, found in listed.items()},
        **forms,
    )


def _last_noun(
    words: Sequence[Word], first: int, last: int, nouns: Mapping[str, NounClass], ends: frozenset[str]
) -> Noun | None:
    for stop in range(last, first, -1):
        if words[stop - 1].lower not in ends and "-" not in words[stop - 1].lower:
            continue
        for size in range(min(LONGEST_NOUN, stop - first), 0, -1):
            text = " ".join(w.lower for w in words[stop - size : stop])
            found = nouns.get(text) or nouns.get(text.rpartition("-")[2] if size == 1 else "")
            if found:
                return Noun(found, text, stop - 1)
    return None


def _by_noun(rules: EstimateRules) -> dict[str, NounClass]:
    return {noun: cls for cls in reversed(rules.nouns) for noun in map(str.lower, cls.nouns)}


def _told_in(sections: Iterable[EstimateRules]) -> dict[str, frozenset[str]]:
    """Return what may be told of the things that sections count: by form, the names of their classes."""
    told: dict[str, set[str]] = {}
    for rules in sections:
        for form in rules.let_go:
            told.setdefault(form, set()).update(c.name for c in rules.nouns)
        for measure in rules.measures:
            for form in measure.told_by if measure.unit is None else ():
                told.setdefault(form, set()).update(measure.befalls)
    return {form: frozenset(names) for form, names in told.items()}


def _by_word(measures: Sequence[Measure], field: str) -> dict[str, tuple[Measure, ...]]:
    index: dict[str, tuple[Measure, ...]] = {}
    for measure in measures:
        for form in getattr(measure, field):
            index[form] = (*index.get(form, ()), measure)
    return index


def _parted(measures: Sequence[Measure]) -> dict[str, tuple[tuple[tuple[str, ...], Measure], ...]]:
    index: dict[str, tuple[tuple[tuple[str, ...], Measure], ...]] = {}
    for measure in measures:
        for form in measure.done_to:
            head, *tail = form.split()
            if tail:
                index[head] = (*index.get(head, ()), (tuple(tail), measure))
    return index
