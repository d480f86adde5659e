"""Finds the cues of a section in a sentence without trying each cue at each place.

A cue matches where a word begins. Cues are filed by the letters that each of their alternatives begins with, and which
cues a word can open is worked out once for each word: nearly all open none, so that most sentences are done with
after a look at their words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer.schema import ClaimRules, Cue

KEY_LENGTH = 4  # letters of a beginning; more would part hardly any words
SHORTEST_KEY = 2  # a beginning of one letter parts too few
MOST_BESIDE = 3  # in a long sentence there is something of everything
WORDS_KEPT = 16_384  # words worked out once and kept: the vocabulary of some hundred articles
_WORD = re.compile(r"\w+")
_BEGINNING = re.compile(r"[a-z][a-z -]*(?![?*{])", re.IGNORECASE)
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789 -'’")
_RUN = re.compile(r"[a-z0-9 '’-]+(?!\?)")
_ENDLESS = re.compile(r"[*+{.^$]|\\|\(\?[^:]")  # a pattern with one of these matches no short list of words
MOST_WORDS = 128  # that an alternative may stand for; more are left to a regular expression
_CAPITAL = re.compile(r"(?<!\\)[A-Z]")
_SIGN = re.compile(r"[|()\[\\]")  # what parts a pattern or hides what would
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
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


class Words(NamedTuple):
    """All that a pattern matches, in the order in which it would try them; `whole` where a word must end behind it."""

    all: tuple[str, ...]
    whole: bool


Hit = tuple[Cue, Held]
"""A cue and where a text first holds it."""
Starts = Sequence[tuple[int, str]]
"""The words of a text, each with where it begins; one with hyphens may be whole or in its parts."""
Filed = tuple[int, int, str, str]
"""An alternative of a cue: the number of the cue, its place there, its pattern, the letters that it must open with."""
Alternative = tuple[str, str]
"""An alternative of a cue: the plain text that it begins with, and its pattern."""
Tries = tuple[tuple[int, tuple[str, ...], tuple[tuple[int, tuple[Alternative, ...]], ...]], ...]
"""What a word may open: where in it; the plain texts of which one must stand there; the cues' alternatives to try."""


class CueIndex:
    """The cues of a section, ready to be found. `hits` gives what `re.search` of each would find first."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        """File the cues."""
        self._cues = tuple(cues)
        self._filed: dict[str, list[Filed]] = {}
        self._unfiled: list[int] = []
        self._opened_by: Callable[[str], Tries] = lru_cache(WORDS_KEPT)(self._look_up)
        for number, cue in enumerate(cues):
            parts = [(part, _letters(part), _openings(part.lower())) for part in _alternatives(cue.pattern)]
            if any(keys is None for *_, keys in parts):
                self._unfiled.append(number)
                continue
            for place, (part, letters, keys) in enumerate(parts):
                for key in keys or ():
                    self._filed.setdefault(key, []).append((number, place, part, letters))

    def hits(self, text: str, starts: Starts | None = None) -> list[Hit]:
        """Return each cue that a text holds with its first match, in the order of the cues.

        `starts` are the words of the text, for those who have them; else they are looked for.
        """
        return [(self._cues[number], match) for number, match in self.numbered(text, starts)]

    def numbered(self, text: str, starts: Starts | None = None, *, needed: int | None = None) -> list[tuple[int, Held]]:
        """Return the same with the number of each cue in its stead; nothing where none below `needed` is held."""
        found: dict[int, Held] = {}
        later: list[tuple[int, int, tuple[Alternative, ...]]] = []
        first = len(self._cues) if needed is None else needed
        opened_by, lower = self._opened_by, _lower(text)
        for start, word in word_starts(text) if starts is None else starts:
            for offset, plain, cues in opened_by(word):
                if not lower.startswith(plain, start + offset):
                    continue
                for number, alternatives in cues:
                    if number >= first:
                        later.append((number, start + offset, alternatives))
                    elif number not in found and (match := _match(alternatives, text, lower, start + offset)):
                        found[number] = match
        if needed is not None and not found and not any(number < first for number in self._unfiled):
            return []  # most sentences end here
        for number, at, alternatives in later:
            if number not in found and (match := _match(alternatives, text, lower, at)):
                found[number] = match
        for number in self._unfiled:
            if hit := _compiled(self._cues[number].pattern).search(lower):
                found[number] = Held(hit.start(), text[hit.start() : hit.end()])
        return sorted(found.items())

    def occurrences(self, text: str, wanted: Container[int]) -> Iterator[Held]:
        """Yield where a text holds one of the cues of these numbers, in text order, none overlapping the one before."""
        end, lower = 0, _lower(text)
        for start, word in word_starts(text):
            for offset, _, cues in self._opened_by(word):
                for number, alternatives in cues:
                    if number not in wanted or start + offset < end:
                        continue
                    if match := _match(alternatives, text, lower, start + offset):
                        yield match
                        end = match.end()

    def _look_up(self, word: str) -> Tries:
        """Return where in a word cues may begin, and what to try: "air-raid" opens those for "air" and "raid"."""
        tries = []
        for part in _WORD.finditer(word):
            opened = self._opened(part[0].translate(_ALIKE).lower())
            cues = tuple((number, tuple((_plain(one), one) for one in listed)) for number, listed in opened.items())
            plain = dict.fromkeys(text for _, alternatives in cues for text, _ in alternatives)
            if cues:
                tries.append((part.start(), tuple(plain), cues))
        return tuple(tries)

    def _opened(self, lower: str) -> dict[int, list[str]]:
        """Return the numbers of the cues that may begin so, each with those of its alternatives that do."""
        filed = self._filed
        keys = [lower[:length] for length in range(SHORTEST_KEY, min(KEY_LENGTH, len(lower)) + 1)]
        found = {each for key in (*keys, lower + " ") if key in filed for each in filed[key]}
        opened: dict[int, list[str]] = {}
        for number, _, part, letters in sorted(found) if found else ():
            if lower.startswith(letters):
                opened.setdefault(number, []).append(part)
        return opened


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

    def __init__(self, cues: Sequence[Cue], beside: Sequence[Cue], against: Sequence[Cue]) -> None:
        """File the cues of the three kinds in one index."""
        self._cues = (*cues, *beside, *against)
        self._kinds = (*(0 for _ in cues), *(1 for _ in beside), *(2 for _ in against))
        self._index = CueIndex(self._cues)
        self._needed = len(cues)
        self._by_label: dict[str | None, set[int]] = {}
        for number, cue in enumerate(cues):
            self._by_label.setdefault(cue.label, set()).add(number)

    def weight(self, text: str) -> float:
        """Return the sum of the weights of those cues that a text has and that find."""
        return sum(self._cues[number].weight for number, _ in self._index.numbered(text) if not self._kinds[number])

    def of_label(self, text: str, label: str | None) -> Iterator[Held]:
        """Yield where a text has what a label is recognised by, in text order; nowhere for no label."""
        return self._index.occurrences(text, self._by_label.get(label, ()) if label is not None else ())

    def read(self, text: str, starts: Starts | None = None) -> Found | None:
        """Return what a sentence holds; None where no cue finds it, whatever else it has."""
        numbered = self._index.numbered(text, starts, needed=self._needed)
        if not numbered or self._kinds[numbered[0][0]]:
            return None
        kinds: tuple[list[Hit], list[Hit], list[Hit]] = ([], [], [])
        for number, match in numbered:
            kinds[self._kinds[number]].append((self._cues[number], match))
        return Found(_once(kinds[0]), _heaviest(_once(kinds[1])), _once(kinds[2]))


def _heaviest(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    return tuple(sorted(hits, key=lambda hit: -hit[0].weight)[:MOST_BESIDE])


def _once(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Return the hits without those that share words with a heavier one: the same words tell nothing twice."""
    kept: list[Hit] = []
    for cue, match in sorted(hits, key=lambda hit: -abs(hit[0].weight)) if len(hits) > 1 else hits:
        if all(match.end() <= other.start() or other.end() <= match.start() for _, other in kept):
            kept.append((cue, match))
    return tuple(hit for hit in hits if hit in kept) if len(kept) < len(hits) else tuple(hits)


def word_starts(text: str) -> Starts:
    """Return the words at whose beginnings a cue may match."""
    return [(match.start(), match[0]) for match in _WORD.finditer(text)]


def _match(alternatives: Sequence[Alternative], text: str, lower: str, at: int) -> Held | None:
    """Return what the first alternative that matches at a place holds; `lower` is the text in lower case."""
    for plain, pattern in alternatives:
        if not lower.startswith(plain, at):
            continue
        words = words_of(pattern)
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


def _lower(text: str) -> str:
    """Return a text in lower case, of the same length: only a dotted capital I would become two characters."""
    return text.lower() if text.isascii() else text.translate(_ALIKE).lower()


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    # It reads words in lower case: to match without regard to case takes several times as long.
    return re.compile(rf"\b(?:{pattern})", re.IGNORECASE if _CAPITAL.search(pattern) else 0)


@lru_cache(maxsize=32)
def index_of(cues: tuple[Cue, ...]) -> CueIndex:
    """Return the index of a section's cues, made once."""
    return CueIndex(cues)


def cue_reader(rules: ClaimRules) -> CueReader:
    """Return the reader of a section's cues, made once."""
    return _reader(rules.cues, rules.beside, rules.against)


@lru_cache(maxsize=32)
def _reader(cues: tuple[Cue, ...], beside: tuple[Cue, ...], against: tuple[Cue, ...]) -> CueReader:
    return CueReader(cues, beside, against)


def beginnings(pattern: str) -> frozenset[str] | None:
    """Return what all that a pattern matches begins with; None where that cannot be told.

    Each is up to `KEY_LENGTH` letters, or a whole word with a space behind it.
    """
    openings = [_openings(alternative) for alternative in _alternatives(pattern)]
    return None if None in openings else frozenset(key for keys in openings for key in keys or ())


def _walk(rest: str, left: int) -> Iterator[tuple[str, bool]]:
    """Yield what a sequence of elements can begin with, up to `left` letters, and whether that is all it matches."""
    if not rest or not left:
        yield "", not rest
        return
    end = _end(rest, 0)
    element, after = rest[:end], rest[end:]
    options = [(element, True)] if element.isalpha() else [(" ", False)] if element == " " else [("", False)]
    if element.startswith("(?:"):
        options = [found for inner in _alternatives(element[3:-1]) for found in _walk(inner, left)]
    if after[:1] == "?":
        options.append(("", True))
        after = after[1:]
    elif after[:1] in ("*", "+", "{"):
        # How often is not looked at: what comes behind is not told.
        options = [(key, False) for key, _ in options] + ([] if after[0] == "+" else [("", False)])
    for key, whole in options:
        if whole:
            yield from ((key + more, last) for more, last in _walk(after, left - len(key)))
        else:
            yield key, False


def _openings(alternative: str) -> frozenset[str] | None:
    """Return the beginnings of one alternative, None where one of them is too short to file it by."""
    plain = _letters(alternative)
    if len(plain) >= SHORTEST_KEY:
        return frozenset({plain[:KEY_LENGTH]})  # so are nearly all, and this is quickly told
    keys = frozenset(key for key, _ in _walk(alternative, KEY_LENGTH))
    return keys if all(len(key) >= SHORTEST_KEY for key in keys) else None


def _letters(alternative: str) -> str:
    """Return the plain letters that an alternative begins with, in lower case."""
    return _plain(alternative).partition(" ")[0].partition("-")[0]


def _alternatives(pattern: str) -> Iterator[str]:
    """Yield what stands between the bars that are in no brackets."""
    begin = at = 0
    while sign := _SIGN.search(pattern, at):
        at = _end(pattern, sign.start())
        if sign[0] == "|":
            yield pattern[begin : sign.start()]
            begin = at
    yield pattern[begin:]


@lru_cache(maxsize=4096)
def _plain(alternative: str) -> str:
    """Return the plain text that an alternative begins with, in lower case."""
    found = _BEGINNING.match(alternative)
    return found[0].lower() if found else ""


@lru_cache(maxsize=4096)
def words_of(pattern: str) -> Words | None:
    """Return all that a pattern matches, None where that is no short list: to compare words needs no compiling.

    Compiling its cues is what a short run spends most of its time on.
    """
    whole = pattern.endswith(r"\b")
    found = _expanded(pattern.removesuffix(r"\b").lower())
    return Words(tuple(found), whole) if found else None


def _expanded(pattern: str) -> list[str] | None:
    found, at = [""], 0
    if _ENDLESS.search(pattern):
        return None
    while at < len(pattern):
        if plain := _RUN.match(pattern, at):
            found, at = [text + plain[0] for text in found], plain.end()
            continue
        end = _end(pattern, at)
        options = _options(pattern[at:end])
        if options is None:
            return None
        at = end
        if pattern[at : at + 1] == "?":
            options, at = [*options, ""], at + 1
        found = [text + option for text in found for option in options]
        if len(found) > MOST_WORDS:
            return None
    return found


def _options(element: str) -> list[str] | None:
    """Return what one element matches, None where it is none of a letter, a plain class and a group of such."""
    if element.startswith("(?:"):
        parts = [_expanded(part) for part in _alternatives(element[3:-1])]
        return None if None in parts else [text for part in parts if part is not None for text in part]
    signs = element[1:-1] if element.startswith("[") else element
    ranged = len(element) > 1 and "-" in signs[1:-1]
    return None if ranged or not signs or not _PLAIN.issuperset(signs) else list(signs)


def _end(pattern: str, at: int) -> int:
    """Return where the element at `at` ends: a letter, an escape, a class or a group."""
    if pattern[at] == "\\":
        return at + 2
    if found := _CLASS.match(pattern, at):
        return found.end()
    if pattern[at] == "(":
        at += 1
        while (sign := _SIGN.search(pattern, at)) and sign[0] != ")":
            at = _end(pattern, sign.start())
        return sign.end() if sign else len(pattern)
    return at + 1
