"""A schema's measures and nouns, turned once into the look-ups that the rules need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.gazetteer import default_gazetteer
from summarizer.models import Word
from summarizer.schema import EstimateRules, Measure, NounClass, Schema, SectionSpec

LONGEST_NOUN = 3  # words ("barrel bombs", "armoured personnel carriers")
LONGEST_VERB = 3  # words ("lost their lives")


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun in a text: its class and the index of its last word."""

    of: NounClass
    text: str
    last: int

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
    suffered: Mapping[str, tuple[Measure, ...]]
    parted: Mapping[str, tuple[tuple[tuple[str, ...], Measure], ...]]
    units: Mapping[str, Measure]

    def noun_in(self, words: Sequence[Word], first: int, last: int) -> Noun | None:
        """Return the last counted noun among words `first` to `last` (half open), the longest that ends there."""
        for stop in range(last, first, -1):
            for size in range(min(LONGEST_NOUN, stop - first), 0, -1):
                text = " ".join(w.lower for w in words[stop - size : stop])
                found = self.nouns.get(text) or self.nouns.get(text.rpartition("-")[2] if size == 1 else "")
                if found:
                    return Noun(found, text, stop - 1)
        return None

    def nation_at(self, words: Sequence[Word], first: int, last: int) -> Noun | None:
        """Return a nationality that is counted itself ("40 Nigerians") as a noun of the class for such people."""
        of = next((c for c in self.rules.nouns if c.nations), None)
        if of is None or last <= first or not words[last - 1].cap:
            return None
        return Noun(of, words[last - 1].lower, last - 1) if default_gazetteer().demonym(words[last - 1].text) else None

    def first_noun(self, words: Sequence[Word], first: int, last: int) -> Noun | None:
        """Return the first counted noun among words `first` to `last` (half open)."""
        for start in range(first, last):
            for size in range(min(LONGEST_NOUN, last - start), 0, -1):
                text = " ".join(w.lower for w in words[start : start + size])
                if found := self.nouns.get(text):
                    return Noun(found, text, start + size - 1)
        return None

    def counting(self, noun: NounClass) -> Measure | None:
        """Return the measure that counts a class by itself, where nothing befalls its members."""
        return next((m for m in self.rules.measures if noun.name in m.counts), None)

    def verb_at(self, index: str, words: Sequence[Word], at: int) -> tuple[str, tuple[Measure, ...]]:
        """Return the longest form of an index ("done_to") that begins at word `at`, "" where none does."""
        forms: Mapping[str, tuple[Measure, ...]] = getattr(self, index)
        for size in range(min(LONGEST_VERB, len(words) - at), 0, -1):
            text = " ".join(w.lower for w in words[at : at + size])
            if text in forms:
                return text, forms[text]
        return "", ()

    def verb_before(self, words: Sequence[Word], at: int) -> tuple[str, tuple[Measure, ...]]:
        """Return the longest `done_to` form that ends with word `at` ("shot down"), "" where none does."""
        for size in range(min(LONGEST_VERB, at + 1), 0, -1):
            text = " ".join(w.lower for w in words[at + 1 - size : at + 1])
            if text in self.done_to:
                return text, self.done_to[text]
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

    def befalling(self, candidates: Sequence[Measure], noun: NounClass | None) -> Measure | None:
        """Return the first of the event measures that can befall members of the class."""
        return next((m for m in candidates if noun is None or noun.name in m.befalls or noun.name in m.counts), None)


@lru_cache(maxsize=8)
def frames_of(schema: Schema) -> tuple[Frames, ...]:
    """Return the look-ups of each section of estimates."""
    return tuple(_frames(section) for section in schema.of_kind("estimates"))


def _frames(section: SectionSpec) -> Frames:
    rules = section.rules
    assert isinstance(rules, EstimateRules)  # of_kind("estimates") gives no others
    return Frames(
        section=section.name,
        rules=rules,
        nouns={noun: cls for cls in reversed(rules.nouns) for noun in map(str.lower, cls.nouns)},
        events=tuple(m for m in rules.measures if m.befalls),
        done_to=_by_word(rules.measures, "done_to"),
        happens=_by_word(rules.measures, "happens"),
        event_nouns=_by_word(rules.measures, "event_nouns"),
        states=_by_word(rules.measures, "states"),
        suffered=_by_word(rules.measures, "suffered"),
        parted=_parted(rules.measures),
        units={m.unit: m for m in rules.measures if m.unit},
    )


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
