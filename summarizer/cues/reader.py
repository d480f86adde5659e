"""Reads sentences by the cues of sections: what finds a sentence, what counts beside that, and what against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer.cues.index import WORDS_KEPT, Alternative, CueIndex, Held, Hit, Standing, Try, lowered
from summarizer.models import Word
from summarizer.schema import ClaimRules, Schema

MOST_BESIDE = 3  # in a long sentence there is something of everything
_SectionTries = tuple[tuple[int, Try], ...]
"""What a word may open in all sections: the section's place, and what `CueIndex.opened_by` gives."""


class Found(NamedTuple):
    """What a sentence holds of a section's cues; of hits of one kind that share words only the heaviest counts."""

    cues: tuple[Hit, ...]
    beside: tuple[Hit, ...]
    against: tuple[Hit, ...]

    def outside(self, spans: Sequence[tuple[int, int]]) -> Found:
        """Return what is left without the cues that begin in one of some spans: words of a name tell nothing."""
        if not spans:
            return self
        cues = tuple(hit for hit in self.cues if not any(a <= hit[1].start() < b for a, b in spans))
        return self._replace(cues=cues)

    @property
    def score(self) -> float:
        """The sum of the weights."""
        return sum(cue.weight for hits in self for cue, _ in hits)


class CueReader:
    """Reads sentences by all cues of a section at once: those that find, that count beside them and against them."""

    def __init__(self, rules: ClaimRules) -> None:
        """File the cues of the three kinds in one index, and those of headings in another."""
        self._cues = (*rules.cues, *rules.beside, *rules.against)
        self._kinds = (*(0 for _ in rules.cues), *(1 for _ in rules.beside), *(2 for _ in rules.against))
        self._needed = len(rules.cues)
        self._by_label: dict[str | None, set[int]] = {}
        for number, cue in enumerate(rules.cues):
            self._by_label.setdefault(cue.label, set()).add(number)
        self.index = CueIndex(self._cues)
        self.headings = CueIndex(rules.headings)

    def weight(self, text: str) -> float:
        """Return the sum of the weights of those cues that a text has and that find."""
        return sum(self._cues[number].weight for number, _ in self.index.numbered(text) if not self._kinds[number])

    def of_label(self, text: str, label: str | None) -> Iterator[Held]:
        """Yield where a text has what a label is recognised by, in text order; nowhere for no label."""
        return self.index.occurrences(text, self._by_label.get(label, ()) if label is not None else ())

    def read(self, text: str) -> Found | None:
        """Return what a sentence holds; None where no cue finds it, whatever else it has."""
        return self._sorted(self.index.numbered(text, needed=self._needed))

    def read_at(self, text: str, lower: str, standing: Standing) -> Found | None:
        """Do what `read` does, where it is known which cues may stand where: see `CueIndex.found`."""
        return self._sorted(self.index.found(text, lower, standing, needed=self._needed))

    def _sorted(self, numbered: Sequence[tuple[int, Held]]) -> Found | None:
        if not numbered or self._kinds[numbered[0][0]]:
            return None
        kinds: tuple[list[Hit], list[Hit], list[Hit]] = ([], [], [])
        for number, match in numbered:
            kinds[self._kinds[number]].append((self._cues[number], match))
        return Found(_once(kinds[0]), _heaviest(_once(kinds[1])), _once(kinds[2]))


class SectionsReader:
    """Reads sentences by the cues of several sections, looking up each word once for all."""

    def __init__(self, sections: Mapping[str, ClaimRules]) -> None:
        """Take the sections by name."""
        self.sections = tuple((name, rules, cue_reader(rules)) for name, rules in sections.items())
        """Name, rules and reader of each."""
        self._always = frozenset(n for n, (_, _, r) in enumerate(self.sections) if r.index.unfiled)
        self._opened_by: Callable[[str], _SectionTries] = lru_cache(WORDS_KEPT)(self._look_up)

    def read(self, text: str, words: Iterable[Word], start: int) -> list[tuple[int, Found]]:
        """Return what a sentence holds of each section whose cues find it, by the section's place in `sections`.

        `words` are the sentence's own, `start` is where it begins in the text that their offsets are of.
        """
        lower, opened_by = lowered(text), self._opened_by
        standing: dict[int, list[tuple[int, int, tuple[Alternative, ...]]]] = {}
        for word in words:
            at = word.start - start
            for section, (first, end, size, behind, number, alternatives) in opened_by(word.text):
                if not size or lower[at + end : at + end + size] in behind:
                    standing.setdefault(section, []).append((number, at + first, alternatives))
        wanted = self._always.union(standing) if self._always else standing
        read = ((n, self.sections[n][2].read_at(text, lower, standing.get(n, ()))) for n in sorted(wanted))
        return [(section, found) for section, found in read if found is not None]

    def _look_up(self, word: str) -> _SectionTries:
        readers = enumerate(reader for _, _, reader in self.sections)
        return tuple((number, tried) for number, reader in readers for tried in reader.index.opened_by(word))


def _heaviest(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    return tuple(sorted(hits, key=lambda hit: -hit[0].weight)[:MOST_BESIDE])


def _once(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Return the hits without those that share words with a heavier one: the same words tell nothing twice."""
    if len(hits) < 2:
        return tuple(hits)
    kept: list[Hit] = []
    for cue, match in sorted(hits, key=lambda hit: -abs(hit[0].weight)):
        if all(match.end() <= other.start() or other.end() <= match.start() for _, other in kept):
            kept.append((cue, match))
    return tuple(hit for hit in hits if hit in kept) if len(kept) < len(hits) else tuple(hits)


@lru_cache(maxsize=32)
def cue_reader(rules: ClaimRules) -> CueReader:
    """Return the reader of a section's cues, made once."""
    return CueReader(rules)


@lru_cache(maxsize=8)
def sections_reader(schema: Schema) -> SectionsReader:
    """Return the reader of all sections of claims that a schema has, made once."""
    listed = ((s.name, s.rules) for s in schema.of_kind("claims"))
    return SectionsReader({name: rules for name, rules in listed if isinstance(rules, ClaimRules)})
