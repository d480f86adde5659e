"""The plan of a page: what each block is by itself, which one is the title, where the article's text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.intake.bylines import person_line
from summarizer.intake.datelines import Dated, bare_label, date_line
from summarizer.intake.frontmatter import FrontMatter, front_matter
from summarizer.intake.heads import EDGE, asks, headline, read_head
from summarizer.intake.layout import Block, blocks, plain
from summarizer.intake.lines import LineKind, kind
from summarizer.intake.names import people, role_line

__all__ = ["EDGE", "Page", "dates_of", "read_page"]

# Byline and date may stand below the standfirst, this many blocks after it.
MAX_STANDFIRST = 4
# Between the title and the names of its authors stand at most this many lines, and as many between names and date.
MAX_BYLINE_DISTANCE = 7
MAX_DATE_DISTANCE = 2


class Page(NamedTuple):
    """A text in blocks. `kinds` runs beside `blocks`; the others are indices into both, None where there is none.

    `title` is the headline, `masthead` the line above it that names the outlet, `body` the first block that reads as
    running text, `lead` the first below byline and date where these follow a standfirst, `tail` the index after the
    last one that is text. `name` is a line of nothing but names beside a date.
    """

    text: str
    front: FrontMatter
    blocks: tuple[Block, ...]
    kinds: tuple[LineKind | None, ...]
    title: int | None
    masthead: int | None
    body: int | None
    lead: int | None
    tail: int
    name: int | None

    @property
    def headline(self) -> str | None:
        """The title's line, white space, Markdown signs and a label before it aside."""
        return None if self.title is None else headline(self.blocks[self.title].text)


def read_page(text: str) -> Page:
    """Return the plan of `text`. Time is linear in its length."""
    front = front_matter(text)
    layout = blocks(text, front.end)
    kinds = tuple(kind(block) for block in layout)
    body = _body(layout, kinds)
    head = read_head(text, layout, kinds, body)
    kinds = _with_roles(layout, head.kinds, head.title, body)
    return Page(
        text=text,
        front=front,
        blocks=layout,
        kinds=kinds,
        title=head.title,
        masthead=head.masthead,
        body=body,
        lead=_lead(layout, kinds, body),
        tail=_tail(layout, kinds),
        name=_name(text, layout, kinds, head.title),
    )


def dates_of(page: Page) -> list[tuple[int, Dated]]:
    """Return the dates in date lines near the top and end, with the indices of their blocks.

    A label may stand on the line above its date.
    """
    found = []
    for at, line in enumerate(page.kinds):
        if line == "date" and (at < EDGE or at >= len(page.blocks) - EDGE):
            above = bare_label(plain(page.blocks[at - 1].text)) if at else ""
            for dated in date_line(plain(page.blocks[at].text)) or ():
                found.append((at, Dated(dated.stamp, dated.label or above)))
                above = ""
    return found


def _body(layout: Sequence[Block], kinds: Sequence[LineKind | None]) -> int | None:
    for at, block in enumerate(layout):
        if not kinds[at] and block.paragraph and not asks(block):
            return at
    return None


def _lead(layout: Sequence[Block], kinds: Sequence[LineKind | None], body: int | None) -> int | None:
    """Return the first paragraph below the byline, where that stands between a standfirst and the text."""
    if body is None:
        return None
    last = body
    for at in range(body + 1, min(body + 1 + MAX_STANDFIRST, len(layout), EDGE)):
        if kinds[at] in ("byline", "date", "caption"):
            last = at
    below = range(last + 1, min(last + 1 + MAX_STANDFIRST, len(layout)))
    return body if last == body else next((at for at in below if not kinds[at] and layout[at].paragraph), body)


def _with_roles(
    layout: Sequence[Block], kinds: Sequence[LineKind | None], title: int | None, body: int | None
) -> tuple[LineKind | None, ...]:
    """Mark the lines below the title that only say what its author is."""
    told = list(kinds)
    start = -1 if title is None else title
    for at in range(start + 1, min(len(layout), EDGE if body is None else min(EDGE, body + 1 + MAX_STANDFIRST))):
        if not told[at] and not layout[at].final and at != title and role_line(plain(layout[at].text)):
            told[at] = "byline"
    return tuple(told)


def _tail(layout: Sequence[Block], kinds: Sequence[LineKind | None]) -> int:
    for at in range(len(layout) - 1, -1, -1):
        block = layout[at]
        if not kinds[at] and ((block.final and block.words >= 6) or block.words > 30 or block.bullet):
            return at + 1
    return len(layout)


def _name(text: str, layout: Sequence[Block], kinds: Sequence[LineKind | None], title: int | None) -> int | None:
    """Return the line below the title that is only names with the date next to it, lines of their roles between."""
    if title is None:
        return None
    for at in range(title + 1, min(len(layout), title + MAX_BYLINE_DISTANCE)):
        line = plain(layout[at].text)
        if kinds[at] or layout[at].final or not people(line):
            continue
        if _beside_date(kinds, at, title) and not (person_line(line) and _is_place(text, line)):
            return at
    return None


def _beside_date(kinds: Sequence[LineKind | None], at: int, title: int) -> bool:
    below = kinds[at + 1 : at + 1 + MAX_DATE_DISTANCE]
    if kinds[at - 1 : at] == ("date",) and at - 1 > title:
        return True
    return below[:1] == ("date",) or below == ("byline", "date")


def _is_place(text: str, line: str) -> bool:
    """Return whether the text speaks of being in, from or near what the line names."""
    return re.search(rf"\b(?:in|from|near|at|to|of|outside)\s+{re.escape(line)}\b", text) is not None
