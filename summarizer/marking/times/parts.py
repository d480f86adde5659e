"""What the readers of expressions are given and hand back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from summarizer.marking.times import grammar
from summarizer.models import AsOfBasis

Kind = Literal["year", "month", "day", "weekday", "other"]

# How far before an expression the words that narrow it may begin: "the second half of the ...".
_LEFT = 48
# How far an expression can look back to the time it leans on ("the same month"), in characters: two sentences.
_LEAN = 300

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_SENTENCE = re.compile(r"[.!?][\"”’')]*\s|\n[^\S\n]*\n")


class Part(NamedTuple):
    """An expression read by itself, before it is joined with the ones around it.

    `value` is None where it cannot be told yet. `yearless` ones may take the year of a neighbour in a range or list.
    `loose` ones are times in a range or list only ("March", "2019" without a preposition). `told` ones set the time of
    the story around them, so that a month without a year beside them is not taken for the last such month.
    """

    start: int
    end: int
    value: str | None
    basis: AsOfBasis
    kind: Kind = "other"
    year: int = 0
    month: int = 0
    day: int = 0
    yearless: bool = False
    loose: bool = False
    told: bool = False


@dataclass(slots=True)
class Scan:
    """The text, the day of publication where known, the days a report says it covers, and the parts found so far."""

    text: str
    today: date | None
    covered: str | None = None
    parts: list[Part] = field(default_factory=list)

    def left(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """Match a pattern that ends at `start`, no further back than the last part's end."""
        floor = self.parts[-1].end if self.parts else 0
        return pattern.search(self.text, max(floor, start - _LEFT), start)

    def widened(self, start: int) -> int:
        """Return where an expression at `start` begins with its "early", "late on" or "the end of"."""
        match = self.left(grammar.QUALIFIER, start)
        return match.start() if match else start

    def word_before(self, start: int) -> str:
        """Return the word right before `start` as it stands, "" at the start of a sentence or after other signs."""
        before = self.text[max(0, start - _LEFT) : start]
        before = before[:-1] if before.endswith(grammar.OPENING) else before
        words = before.rstrip()
        gap = before[len(words) :]
        if not gap or len(gap) > grammar.WIDEST_GAP or "\n\n" in gap:
            return ""
        first = len(words)
        while first and words[first - 1].isalpha():
            first -= 1
        return words[first:]

    def word_after(self, end: int) -> str:
        """Return the word right after `end` as it stands, "" where something else follows."""
        match = grammar.NEXT_WORD.match(self.text, end)
        return match["word"] if match else ""

    def lead(self, start: int) -> str:
        """Return the word before `start` in lower case, an article left out."""
        word = self.word_before(start)
        if word.lower() == "the":
            cut = self.text.rfind(word, max(0, start - _LEFT), start)
            return self.word_before(cut).lower() or "the"
        return word.lower()

    def leaned_on(self, start: int, *, sentence: bool = False) -> Part | None:
        """Return the time that "the same month" or "a year later" (`sentence`: only in its own) refers to."""
        for part in reversed(self.parts[-3:]):
            if part.value and not part.loose:
                near = start - part.end <= _LEAN
                stop = _SENTENCE if sentence else _PARAGRAPH
                return part if near and not stop.search(self.text, part.end, start) else None
        return None
