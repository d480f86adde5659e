"""A schema's measures and nouns, turned once into the look-ups that the rules need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.models import Word
from summarizer.schema import EstimateRules, Measure, NounClass, Schema, SectionSpec

LONGEST_NOUN = 3  # words ("barrel bombs", "armoured personnel carriers")


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
        units={m.unit: m for m in rules.measures if m.unit},
    )


def _by_word(measures: Sequence[Measure], field: str) -> dict[str, tuple[Measure, ...]]:
    index: dict[str, tuple[Measure, ...]] = {}
    for measure in measures:
        for form in getattr(measure, field):
            index[form] = (*index.get(form, ()), measure)
    return index
