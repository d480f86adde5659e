"""The text of a page's article: trafilatura's two readings of it, joined so that no sentence loses words.

trafilatura reads a page with an eye on recall ("balanced") or on precision. The precise reading leaves out newsletter
boxes, lists of other stories and captions, but also links in the middle of a sentence, and on some pages most of the
article. So the paragraphs are those of the balanced reading, whole; the precise one only says which of them belong to
the article, and is not asked where it found too little.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.intake.layout import plain
from summarizer.intake.page import read_page
from summarizer.intake.related import related

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

# The precise reading is believed where it has at least this share of the balanced one's words: below that it has lost
# the article, not its surroundings.
MIN_PRECISE_SHARE = 0.5
# A paragraph belongs to the article when this share of its words stands in the precise reading, links left out there.
MIN_SHARED = 0.5
# Lines of a page's own apparatus; what says when and by whom stays, it is metadata.
_APPARATUS = frozenset({"consent", "comment", "footer", "related", "teaser", "menu"})

_BLOCKS = frozenset({"p", "head", "item", "row", "quote", "list", "table", "cell", "div", "code", "body", "fw", "ab"})
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" ?\n[ \n]*")
_WORD = re.compile(r"\w+")
# Soft hyphens, joiners of no script, byte order marks and marks of direction split words that should match.
_INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF])
# A row of a table reads as cells side by side; a cell longer than this is a column of running text.
MAX_CELL_WORDS = 30


def body_of(tree: HtmlElement, *, title: str | None, url: str | None = None) -> str:
    """Return the article's text, paragraphs apart by a blank line, "" where the page holds none.

    Args:
        tree: the page; it is not changed.
        title: its headline, which is not part of the text.
        url: its address.

    """
    balanced = _reading(tree, url, precise=False)
    precise = _reading(tree, url, precise=True)
    return "\n\n".join(_without_apparatus(_without_title(_chosen(balanced, precise), title)))


def tidy(text: str) -> str:
    """Return extracted text in one form: composed characters, single spaces, no invisible signs."""
    text = unicodedata.normalize("NFC", text).translate(_INVISIBLE).replace("\r\n", "\n").replace("\r", "\n")
    return _BREAKS.sub("\n", _SPACES.sub(" ", text)).strip()


def _reading(tree: HtmlElement, url: str | None, *, precise: bool) -> list[str]:
    from trafilatura import bare_extraction  # imported late: it takes a third of a second

    # What it logs is about pages that it could not read, which is ours to tell.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = bare_extraction(tree, url=url, include_comments=False, favor_precision=precise)
    body = getattr(found, "body", None)
    return [] if body is None else [block for block in _blocks(body) if block]


def _blocks(body: _Element) -> Iterator[str]:
    """Yield the paragraphs, headings, list items and rows of trafilatura's tree."""
    parts: list[str] = []
    for element, opening in _walk(body):
        if element.tag in _BLOCKS:
            text = tidy("".join(parts))
            parts = []
            if text:
                yield text
        if opening:
            if element.tag == "row":
                yield from _row(element)
                continue
            parts += ["• " if element.tag == "item" else "", "\n" if element.tag == "lb" else "", element.text or ""]
        if not opening:
            parts.append(element.tail or "")
    yield tidy("".join(parts))


def _walk(element: _Element) -> Iterator[tuple[_Element, bool]]:
    """Yield elements as they open and close; rows are not entered."""
    yield element, True
    if element.tag != "row":
        for child in element:
            yield from _walk(child)
    yield element, False


def _row(row: _Element) -> list[str]:
    cells = [tidy("".join(cell.itertext())) for cell in row]
    if any(len(cell.split()) > MAX_CELL_WORDS for cell in cells):
        return [cell for cell in cells if cell]
    return ["; ".join(cell.replace("\n", " ") for cell in cells if cell)]


def _chosen(balanced: Sequence[str], precise: Sequence[str]) -> list[str]:
    known = Counter(word for block in precise for word in _WORD.findall(block.lower()))
    words = [_WORD.findall(block.lower()) for block in balanced]
    if known.total() < MIN_PRECISE_SHARE * sum(map(len, words)):
        return list(balanced)
    runs = {run for block in precise for run in _runs(_WORD.findall(block.lower()))}
    return [block for block, own in zip(balanced, words, strict=True) if _belongs(own, runs)]


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    """Return the pairs of neighbouring words, or the one word there is."""
    return set(pairwise(words)) or {tuple(words)}


def _belongs(words: Sequence[str], runs: set[tuple[str, ...]]) -> bool:
    own = _runs(words)
    return len(own & runs) >= MIN_SHARED * len(own)


def _without_title(blocks: Sequence[str], title: str | None) -> list[str]:
    """Leave the headline out where the text begins with it: it is kept as the title."""
    first = next((at for at, block in enumerate(blocks[:3]) if title and _same(block, title)), None)
    return list(blocks) if first is None else [*blocks[:first], *blocks[first + 1 :]]


def _same(block: str, title: str) -> bool:
    return _WORD.findall(plain(block).lower()) == _WORD.findall(title.lower())


def _without_apparatus(blocks: Sequence[str]) -> list[str]:
    """Leave out what speaks of the page and of other stories, as it is told in any text."""
    page = read_page("\n\n".join(blocks))
    if len(page.blocks) != len(blocks):  # lines within a paragraph: which is which cannot be told by counting
        return [block for block in blocks if not _only_apparatus(block)]
    others = related(page)
    return [block for at, block in enumerate(blocks) if at not in others and page.kinds[at] not in _APPARATUS]


def _only_apparatus(block: str) -> bool:
    return all(kind in _APPARATUS for kind in read_page(block).kinds)
