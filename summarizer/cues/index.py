"""The cues of a section, filed by how they begin."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer.cues.patterns import (
    KEY_LENGTH,
    SHORTEST_KEY,
    all_words,
    alternatives_of,
    openings_of,
    plain_start,
    starts_of,
)
from summarizer.schema import Cue

MOST_BEHIND = 4  # signs behind a word that are looked at: a space and the beginning of the next word
WORDS_KEPT = 16_384  # words worked out once and kept: the vocabulary of some hundred articles
_WORD = re.compile(r"\w+")
_CAPITAL = re.compile(r"(?<!\\)[A-Z]")
# What stands for another letter where case is ignored, and is not made that letter by lower().
_ALIKE = str.maketrans("İıſ", "iis")


class Held(NamedTuple):
    """The words by which a text holds a cue, as they stand there."""

    first: int
    text: str

    def start(self) -> int:
        """Return where the words begin."""
        return self.first

    def end(self) -> int:
        """Return where they end."""
        return self.first + len(self.text)

    def group(self) -> str:
        """Return the words."""
        return self.text


Hit = tuple[Cue, Held]
"""A cue and where a text first holds it."""
Filed = tuple[int, int, str]
"""An alternative of a cue: the number of the cue, its place there, its pattern."""
Alternative = tuple[str, str]
"""An alternative of a cue: the plain text that it begins with, and its pattern."""
Try = tuple[int, int, int, frozenset[str], int, tuple[Alternative, ...]]
"""A cue that a word may open: where in the word, where behind it how many signs must be among which (none where any may
be), the number of the cue, the alternatives."""
Standing = Iterable[tuple[int, int, tuple[Alternative, ...]]]
"""Cues that may stand in a text, in text order: the number, where, the alternatives."""

_Opened = tuple[int, int, frozenset[str], tuple[Alternative, ...]]
"""A cue's number, how many signs behind the word must be among which, and the alternatives that may begin there."""


class CueIndex:
    """The cues of a section, ready to be found. `hits` gives what `re.search` of each would find first."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        """File the cues."""
        self._cues = tuple(cues)
        self._filed: dict[str, list[Filed]] = {}
        self.unfiled: list[int] = []
        """The numbers of the cues that must be looked for everywhere."""
        # A word comes in both cases, alone and for all sections at once: what it opens is worked out once.
        self._opened: Callable[[str], tuple[_Opened, ...]] = lru_cache(WORDS_KEPT)(lambda w: tuple(self._open(w)))
        self._opened_by: Callable[[str], tuple[Try, ...]] = lru_cache(WORDS_KEPT)(self.opened_by)
        for number, cue in enumerate(cues):
            parts = [(part, openings_of(part.lower())) for part in alternatives_of(cue.pattern)]
            if any(keys is None for _, keys in parts):
                self.unfiled.append(number)
                continue
            for place, (part, keys) in enumerate(parts):
                for key in keys or ():
                    self._filed.setdefault(key, []).append((number, place, part))

    def hits(self, text: str) -> list[Hit]:
        """Return each cue that a text holds with its first match, in the order of the cues."""
        return [(self._cues[number], match) for number, match in self.numbered(text)]

    def numbered(self, text: str, *, needed: int | None = None) -> list[tuple[int, Held]]:
        """Return the same with the number of each cue in its stead; nothing where none below `needed` is held."""
        lower = lowered(text)
        needed = len(self._cues) if needed is None else needed
        return self.found(text, lower, self._standing(lower), needed=needed)

    def found(self, text: str, lower: str, standing: Standing, *, needed: int) -> list[tuple[int, Held]]:
        """Return the numbers of the cues that a text holds, sorted, each with its first match.

        `lower` is the text by `lowered`, `standing` where in it which cues may stand, in text order. Where none of a
        number below `needed` is held, the others are not looked for and nothing is returned.
        """
        found: dict[int, Held] = {}
        later: list[tuple[int, int, tuple[Alternative, ...]]] = []
        for number, at, alternatives in standing:
            if number >= needed:
                later.append((number, at, alternatives))
            elif number not in found and (match := _match(alternatives, text, lower, at)):
                found[number] = match
        if not found and not any(number < needed for number in self.unfiled):
            return []  # most sentences end here
        for number, at, alternatives in later:
            if number not in found and (match := _match(alternatives, text, lower, at)):
                found[number] = match
        for number in self.unfiled:
            if hit := _compiled(self._cues[number].pattern).search(lower):
                found[number] = Held(hit.start(), text[hit.start() : hit.end()])
        return sorted(found.items())

    def occurrences(self, text: str, wanted: Container[int]) -> Iterator[Held]:
        """Yield where a text holds one of the cues of these numbers, in text order, none overlapping the one before."""
        end, lower = 0, lowered(text)
        for number, at, alternatives in self._standing(lower):
            if number in wanted and at >= end and (match := _match(alternatives, text, lower, at)):
                yield match
                end = match.end()

    def opened_by(self, word: str) -> tuple[Try, ...]:
        """Return the cues that may begin in a word: "air-raid" opens those for "air" and "raid"."""
        tries: list[Try] = []
        parts = [(0, word)] if word.isalnum() else [(part.start(), part[0]) for part in _WORD.finditer(word)]
        for start, part in parts:
            for number, size, behind, alternatives in self._opened(lowered(part)):
                tries.append((start, start + len(part), size, behind, number, alternatives))
        return tuple(tries)

    def _standing(self, lower: str) -> Standing:
        for word in _WORD.finditer(lower):
            end = word.end()
            for _, _, size, behind, number, alternatives in self._opened_by(word[0]):
                if not size or lower[end : end + size] in behind:
                    yield number, word.start(), alternatives

    def _open(self, lower: str) -> Iterator[_Opened]:
        """Yield the cues that a word may open: number, how many signs behind it must be among which, alternatives."""
        filed = self._filed
        keys = (*(lower[:length] for length in range(SHORTEST_KEY, min(KEY_LENGTH, len(lower)) + 1)), lower + " ")
        found = {each for key in keys if key in filed for each in filed[key]}
        opened: dict[int, list[Alternative]] = {}
        behind: dict[int, set[str]] = {}
        for number, _, part in sorted(found) if found else ():
            if rests := _rests(lower, part):
                opened.setdefault(number, []).append((plain_start(part), part))
                behind.setdefault(number, set()).update(rests)
        for number, alternatives in opened.items():
            size = min(MOST_BEHIND, *map(len, behind[number]))
            yield number, size, frozenset(rest[:size] for rest in behind[number]), tuple(alternatives)


def _rests(word: str, alternative: str) -> set[str]:
    """Return what may stand behind a word where an alternative matches, "" for anything; nothing where it cannot."""
    rests = set()
    for start in starts_of(alternative):
        if start.startswith(word):
            rest = start[len(word) :]
            if not rest or not _goes_on(rest[0]):  # a word is looked up whole
                rests.add(rest)
        elif word.startswith(start):
            rests.add("")
    return rests


def lowered(text: str) -> str:
    """Return a text in lower case, of the same length: only a dotted capital I would become two characters."""
    return text.lower() if text.isascii() else text.translate(_ALIKE).lower()


def _match(alternatives: Sequence[Alternative], text: str, lower: str, at: int) -> Held | None:
    """Return what the first alternative that matches at a place holds; `lower` is the text in lower case."""
    for plain, pattern in alternatives:
        if not lower.startswith(plain, at):
            continue
        words = all_words(pattern)
        if words is None:
            if match := _compiled(pattern).match(lower, at):
                return Held(at, text[at : match.end()])
            continue
        for word in words.all if lower.startswith(words.all, at) else ():
            end = at + len(word)
            if lower.startswith(word, at) and not (words.whole and end < len(text) and _goes_on(text[end])):
                return Held(at, text[at:end])
    return None


def _goes_on(char: str) -> bool:
    return char.isalnum() or char == "_"


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    # It reads words in lower case: to match without regard to case takes several times as long.
    return re.compile(rf"\b(?:{pattern})", re.IGNORECASE if _CAPITAL.search(pattern) else 0)
