"""The plan of a page: what each block is by itself, which one is the title, where the article's text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.intake.bylines import date_line, person_line
from summarizer.intake.frontmatter import FrontMatter, front_matter
from summarizer.intake.layout import Block, blocks, plain
from summarizer.intake.lines import LineKind, kind

# Title, byline and dates stand within this many blocks of the top, closing lines within as many of the end.
EDGE = 15
MAX_TITLE_WORDS = 40
# A line of this many words before the text is a headline; shorter ones may be a place or a section's name.
TITLE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Page:
    """A text in blocks. `kinds` runs beside `blocks`; `title` and `body` are indices into both, None if there is none.

    `body` is the first block that reads as running text, `tail` the index after the last one. `name` is the index of a
    line that is only a person's name beside a date.
    """

    text: str
    front: FrontMatter
    blocks: tuple[Block, ...]
    kinds: tuple[LineKind | None, ...]
    title: int | None
    body: int | None
    tail: int
    name: int | None

    @property
    def headline(self) -> str | None:
        """The title's line, white space and Markdown signs aside."""
        return None if self.title is None else plain(self.blocks[self.title].text)


def read_page(text: str) -> Page:
    """Return the plan of `text`. Time is linear in its length."""
    front = front_matter(text)
    layout = blocks(text, front.end)
    kinds = tuple(kind(block) for block in layout)
    body = _body(layout, kinds)
    title = _title(layout, kinds, body)
    return Page(
        text=text,
        front=front,
        blocks=layout,
        kinds=kinds,
        title=title,
        body=body,
        tail=_tail(layout, kinds),
        name=_name(text, layout, kinds, title),
    )


def dates_of(page: Page) -> list[tuple[int, str, bool, str]]:
    """Return the date lines near the top and end: (block index, ISO value, timed, label)."""
    found = []
    for at, line in enumerate(page.kinds):
        if line == "date" and (at < EDGE or at >= len(page.blocks) - EDGE):
            dated = date_line(plain(page.blocks[at].text))
            if dated:
                found.append((at, *dated))
    return found


def _body(layout: Sequence[Block], kinds: Sequence[LineKind | None]) -> int | None:
    for at, block in enumerate(layout):
        if not kinds[at] and block.paragraph and not _asks(block):
            return at
    return None


def _asks(block: Block) -> bool:
    """Return whether a block may be a title though it ends as a sentence does: one line that asks or exclaims."""
    return block.text[-1] in "?!" and block.words <= MAX_TITLE_WORDS and "\n" not in block.text


def _tail(layout: Sequence[Block], kinds: Sequence[LineKind | None]) -> int:
    for at in range(len(layout) - 1, -1, -1):
        block = layout[at]
        if not kinds[at] and ((block.final and block.words >= 6) or block.words > 30 or block.bullet):
            return at + 1
    return len(layout)


def _title(layout: Sequence[Block], kinds: Sequence[LineKind | None], body: int | None) -> int | None:
    """Return the block that is the title.

    Before the text, the first line long enough for a headline; a shorter one counts when it follows the masthead's
    date, or when there is no longer one. A Markdown heading wins.
    """
    # The last line of a text without paragraphs is its text.
    stop = min(len(layout) - 1 if body is None else body, EDGE)
    lines = [at for at in range(stop) if _may_be_title(layout[at], kinds[at])]
    marked = next((at for at in lines if layout[at].marked), None)
    if marked is not None:
        return marked
    long_one = next((at for at in lines if layout[at].words >= TITLE_WORDS), None)
    unnamed = [at for at in lines if not _named(layout, kinds, at)]
    date = next((at for at in range(stop) if kinds[at] == "date"), None)
    if date is not None and (long_one is None or date < long_one):
        below = next((at for at in unnamed if at > date), None)
        if below is not None and (long_one is None or below < long_one):
            return below
    if long_one is not None:
        return long_one
    return unnamed[-1] if unnamed else None


def _may_be_title(block: Block, line: LineKind | None) -> bool:
    if line or block.bullet or block.words > MAX_TITLE_WORDS or not any(c.isalpha() for c in block.text):
        return False
    return block.marked or not block.final or _asks(block)


def _named(layout: Sequence[Block], kinds: Sequence[LineKind | None], at: int) -> bool:
    """Return whether the block is a person's name right beside a date line."""
    if not person_line(layout[at].text):
        return False
    beside = [kinds[near] for near in (at - 1, at + 1) if 0 <= near < len(kinds)]
    return "date" in beside and not (at + 1 < len(layout) and kinds[at + 1] is None and not layout[at + 1].paragraph)


def _name(text: str, layout: Sequence[Block], kinds: Sequence[LineKind | None], title: int | None) -> int | None:
    """Return the line below the title that is only a person's name with the date next to it."""
    if title is None:
        return None
    for at in range(title + 1, min(len(layout), title + 5)):
        if kinds[at] or not person_line(layout[at].text):
            continue
        beside = {kinds[near] for near in (at - 1, at + 1) if title < near < len(kinds)}
        if "date" in beside and not _is_place(text, layout[at].text):
            return at
    return None


def _is_place(text: str, line: str) -> bool:
    """Return whether the text speaks of being in, from or near what the line names."""
    return re.search(rf"\b(?:in|from|near|at|to|of|outside)\s+{re.escape(line)}\b", text) is not None
