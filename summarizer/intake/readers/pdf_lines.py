"""The lines of a PDF's pages as paragraphs.

A PDF holds lines and where they stand, not paragraphs. A line begins a paragraph when it stands further below the one
above than lines of the document do, or in another size, or when the one above ends a sentence short of the margin. A
hyphen at the end of a line mostly comes of breaking it. Lines that stand first or last on most pages, their figures
aside, are running heads.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from summarizer.intake.layout import ends_sentence

# So many lines at either end of a page may be running heads; they stand on this many pages at least, and this share.
EDGE_LINES = 3
MIN_HEAD_PAGES = 3
HEAD_SHARE = 0.5
# A distance of this many usual ones is one between paragraphs: set tightly they stand half a line apart.
WIDE = 1.25
# Lines stand so many sizes of their letters apart; what is closer is raised or lowered, what is further another thing.
TIGHTEST, LOOSEST = 0.8, 3.0
# Another size of letters than this share is a heading or a caption.
OTHER_SIZE = 0.1
# A line that ends a sentence ends its paragraph too when it is shorter than this share of a full line.
SHORT = 0.85
# A line shorter than this share that ends no sentence is a heading or an item of a list.
STUB = 0.6

_NUMBER = re.compile(r"\W*+(?:page|p\.)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*+$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_HYPHEN = re.compile(r"[^\W\d_][\u00ad\u2010-]$")
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:-[^\W\d_]+)+")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?=[\u00ad\u2010-]$)")
_BULLET = re.compile(r"[•‣▪●◦∙■□▶►➤✓\uf0b7]|(?:[-–—*]|\d{1,2}[.)])\s")


class PdfLine(NamedTuple):
    """A line of a page: its text, its height above the page's foot and the size of its letters, in points."""

    text: str
    y: float
    size: float


def paragraphs(pages: Sequence[Sequence[PdfLine]]) -> Iterator[str]:
    """Yield the paragraphs of a document's pages."""
    kept = without_running_heads(pages)
    lines = [line for page in kept for line in page]
    if not lines:
        return
    width, step = _width(lines), _step(kept)
    spelling = _Spelling(lines)
    block = lines[0].text
    for above, line in pairwise(lines):
        if _ends(above, line, width, step):
            yield block
            block = line.text
        else:
            block = spelling.joined(block, line.text)
    yield block


def without_running_heads(pages: Sequence[Sequence[PdfLine]]) -> list[list[PdfLine]]:
    """Return the pages' lines without heads and feet that run through the document, and without page numbers."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_shape(line) for line in (*page[:EDGE_LINES], *page[-EDGE_LINES:])})
    least = max(MIN_HEAD_PAGES, HEAD_SHARE * len(pages))
    running = {shape for shape, pages_with in seen.items() if pages_with >= least}
    return [_inner(page, running) for page in pages]


def _inner(page: Sequence[PdfLine], running: set[str]) -> list[PdfLine]:
    def runs(line: PdfLine) -> bool:
        return _shape(line) in running or _NUMBER.match(line.text) is not None

    first, last = 0, len(page)
    while first < min(EDGE_LINES, last) and runs(page[first]):
        first += 1
    while last > max(first, len(page) - EDGE_LINES) and runs(page[last - 1]):
        last -= 1
    return list(page[first:last])


def _shape(line: PdfLine) -> str:
    return _DIGITS.sub("0", line.text).casefold()


def _width(lines: Sequence[PdfLine]) -> int:
    """Return how many characters a full line has."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[int(len(lengths) * 0.8)]


def _step(pages: Sequence[Sequence[PdfLine]]) -> float:
    """Return how far apart lines usually stand, in sizes of their letters; 0 where the file does not tell."""
    steps = sorted(
        (above.y - line.y) / above.size
        for page in pages
        for above, line in pairwise(page)
        if above.size and TIGHTEST * above.size < above.y - line.y < LOOSEST * above.size
    )
    # A document of short paragraphs has more distances between them than within: the usual one is among the small.
    return steps[len(steps) // 4] if steps else 0.0


def _ends(above: PdfLine, line: PdfLine, width: int, step: float) -> bool:
    """Return whether the paragraph ends between two lines."""
    if _BULLET.match(line.text):
        return True
    if _HYPHEN.search(above.text) and line.text[0].islower():
        return False
    if abs(above.size - line.size) > OTHER_SIZE * max(above.size, line.size):
        return True
    if ends_sentence(above.text) and len(above.text) < SHORT * width:
        return True
    below = above.y - line.y  # negative where a column or a page begins
    if step and below > 0:
        return below > WIDE * step * above.size
    stub = len(above.text) < STUB * width and above.text[-1] not in ",;:"
    return stub and not ends_sentence(above.text) and not line.text[0].islower()


class _Spelling:
    """How a document spells words that stand divided at the end of a line."""

    def __init__(self, lines: Sequence[PdfLine]) -> None:
        self._compounds = {word.lower() for line in lines for word in _COMPOUND.findall(line.text)}
        self._words = {word.lower() for line in lines for word in _WORD.findall(line.text)}

    def joined(self, block: str, line: str) -> str:
        if not _HYPHEN.search(block):
            return f"{block} {line}"
        last, first = _LAST_WORD.search(block), _WORD.match(line)
        if last and first and not line[0].islower():  # "al-" before "Qaeda", "pro-" before "Russian"
            return f"{block[:-1]}-{line}"
        if last and first and (last[0] + first[0]).lower() not in self._words:
            kept = f"{last[0]}-{first[0]}".lower() in self._compounds
            return f"{block[:-1]}-{line}" if kept else block[:-1] + line
        return block[:-1] + line
