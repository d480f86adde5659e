"""Title, author and outlet, where the text says them; null when unsure."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.intake.bylines import byline, person_line
from summarizer.intake.heads import headline
from summarizer.intake.layout import plain
from summarizer.intake.names import people
from summarizer.intake.outlets import behind_title, find_outlet
from summarizer.intake.page import EDGE, Page
from summarizer.intake.stamps import all_stamps


class Metadata(NamedTuple):
    """What a page says of itself. `outlet_at` is where the outlet stands behind the title, separator included."""

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    outlet_at: tuple[int, int] | None = None


def find_metadata(page: Page) -> Metadata:
    """Return title, author and outlet of a page, each None where the text does not say it clearly."""
    front = page.front.values
    behind = behind_title(page)
    title = page.headline
    if title and behind and page.title is not None:
        start = page.blocks[page.title].start
        title = headline(page.text[start : behind[0]])
    named = page.text[behind[0] : behind[1]].lstrip(" |•·–—»-\t\xa0") if behind else None
    outlet = front.get("outlet") or named
    return Metadata(
        title=front.get("title") or title,
        author=front.get("author") or _author(page),
        outlet=outlet or find_outlet(page),
        outlet_at=behind,
    )


def _author(page: Page) -> str | None:
    for at in range(min(EDGE, len(page.blocks))):
        line = plain(page.blocks[at].text)
        told = byline(line) if page.kinds[at] == "byline" else None
        if told and told.author:
            return told.author
        if page.kinds[at] == "date" and page.title is not None and at > page.title and (name := _beside_stamp(line)):
            return name
    return None if page.name is None else people(plain(page.blocks[page.name].text))


def _beside_stamp(line: str) -> str | None:
    """Return the name in "Ann Lee | 3 March 2021" or "Ann Lee Published March 3, 2021"; a comma sets off places."""
    stamp = next(all_stamps(line), None)
    before = line[: stamp.start].rstrip() if stamp else ""
    for label in ("Published", "Posted", "Updated", "|", "•", "·"):
        name = before.removesuffix(label).rstrip(" :")
        if name != before and person_line(name or "."):
            return name
    return None
