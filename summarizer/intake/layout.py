"""The lines of a text as blocks: one block is one paragraph, heading or list item, its offsets exact."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

# Mail and wire copy break at 65 to 80 columns; lines outside of these bounds are not counted as wrapped.
MIN_WRAP = 40
MAX_WRAP = 100
# A line this short followed by a lower-case one is an item of a list, not a wrapped line.
MIN_JOINED = 30
# Share of broken lines that must run close to the margin, and share that must go on in lower case: of 638
# lines of press texts wrapped at 72 columns four in five did; a list of headlines begins each with a capital.
FILLED_SHARE = 0.6
RUNNING_SHARE = 0.4

_BULLET = re.compile(r"[•‣▪●◦∙■□▶►➤✓]")
_SOFT_BULLET = re.compile(r"(?:[-–—*+·]|\d{1,2}[.)]|\(?[a-z0-9]{1,2}\))\s+\S")
_FINAL = re.compile(r"[.!?…؟۔。！？][\"'”’»)\]*_]*$")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s")


class Block(NamedTuple):
    """A paragraph, heading or list item: `text` is the slice `start:end`, `gap` the blank lines before it.

    `final` says that it ends as a sentence does, `bullet` that it is an item of a list, `marked` that it is a Markdown
    heading. `words` counts by white space.
    """

    start: int
    end: int
    text: str
    gap: int
    words: int
    final: bool
    bullet: bool
    marked: bool

    @property
    def paragraph(self) -> bool:
        """Whether it reads as running text rather than as a line of the page."""
        return (self.final and self.words >= 12) or self.words > 30


class _Line(NamedTuple):
    start: int
    text: str
    gap: int
    bullet: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def blocks(text: str, start: int = 0) -> tuple[Block, ...]:
    """Return the blocks of `text[start:]` in order; together they cover all of it that is not white space.

    A blank line always ends a block. A single line break ends one too, unless the text is hard-wrapped there: the first
    word of the next line would not have fitted, or the next line goes on in lower case.
    """
    lines = _lines(text, start)
    width = _wrap_width(lines)
    found: list[Block] = []
    first = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or not _continues(lines[at - 1], lines[at], width):
            found.append(_block(text, lines[first], lines[at - 1]))
            first = at
    return tuple(found)


def ends_sentence(text: str) -> bool:
    """Return whether `text` ends with a full stop, question or exclamation mark, closing signs aside."""
    return _FINAL.search(text, max(0, len(text) - 12)) is not None


def plain(text: str) -> str:
    """Return `text` as one line, without the signs of a Markdown heading or emphasis around it."""
    return " ".join(text.lstrip("#").strip().strip("*_").split())


def _lines(text: str, at: int) -> list[_Line]:
    found: list[_Line] = []
    gap = 0
    for line in (text[at:] if at else text).splitlines(keepends=True):
        body = line.strip()
        if body:
            start = at + len(line) - len(line.lstrip())
            found.append(_Line(start, body, gap, _is_bullet(body, found[-1] if found and not gap else None)))
            gap = 0
        else:
            gap += 1
        at += len(line)
    return found


def _is_bullet(body: str, above: _Line | None) -> bool:
    if _BULLET.match(body):
        return True
    if not _SOFT_BULLET.match(body):
        return False
    # A dash or number can also come to stand first in a line of wrapped prose.
    return above is None or above.bullet or above.text[-1] in ".:;?!"


def _wrap_width(lines: list[_Line]) -> int:
    """Return the column that the text is wrapped at, 0 when it is not."""
    broken = [
        (len(a.text), not (b.text[0].isupper() or b.text[0].isdigit()))
        for a, b in pairwise(lines)
        if not b.gap and not b.bullet and " " in a.text and len(a.text) <= MAX_WRAP
    ]
    if len(broken) < 2:
        return 0
    width = sorted(length for length, _ in broken)[len(broken) // 2]  # one overlong line must not move the margin
    filled = sum(length >= 0.7 * width for length, _ in broken)
    running = sum(runs for _, runs in broken)
    wrapped = filled >= FILLED_SHARE * len(broken) and running >= RUNNING_SHARE * len(broken)
    return width if wrapped and width >= MIN_WRAP else 0


def _continues(above: _Line, line: _Line, width: int) -> bool:
    if line.gap or line.bullet or _MARKDOWN_HEADING.match(line.text) or _MARKDOWN_HEADING.match(above.text):
        return False
    if width and width < len(above.text) + 1 + len(line.text.split(None, 1)[0]) and len(above.text) <= MAX_WRAP:
        return True
    runs_on = line.text[0].islower() and above.text[-1] not in ".:;?!"
    return runs_on and len(above.text) >= MIN_JOINED


def _block(text: str, first: _Line, last: _Line) -> Block:
    body = text[first.start : last.end]
    return Block(
        start=first.start,
        end=last.end,
        text=body,
        gap=first.gap,
        words=len(body.split()),
        final=ends_sentence(body),
        bullet=first.bullet,
        marked=_MARKDOWN_HEADING.match(body) is not None,
    )
