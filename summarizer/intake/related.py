"""Lists of other stories inside a page: "Read more", "Related", and headlines that stand among the paragraphs."""

from __future__ import annotations

from summarizer.intake.layout import Block, plain
from summarizer.intake.lines import LABELLED
from summarizer.intake.page import Page

# A headline has at most this many words; a list in the middle of an article at most this many headlines.
MAX_HEADLINE_WORDS = 25
MAX_ITEMS = 12
# A list of more headlines than this needs no label to be known as one, when one of them is known already.
MIN_RUN = 2


def related(page: Page) -> set[int]:
    """Return the blocks that belong to lists of other stories, with the line that heads each list."""
    found: set[int] = set()
    for at, kind in enumerate(page.kinds):
        if kind == "teaser":
            found.add(at)
        elif kind == "related":
            found.add(at)
            found.update(_items(page, at))
    found.update(_runs(page, found))
    if page.title is not None:
        found.discard(page.title)
    return found


def _items(page: Page, head: int) -> list[int]:
    """Return the headlines below the line that heads a list.

    The list ends before a paragraph, where the gap between lines grows, where bullets begin or end, before a heading of
    the article, and after `MAX_ITEMS` lines. At the end of a page it runs on.
    """
    items: list[int] = []
    layout = page.blocks
    gap = 0
    for at in range(head + 1, len(layout)):
        block = layout[at]
        if items and (block.gap > gap or block.bullet != layout[items[0]].bullet):
            break
        headline = page.kinds[at] in (None, "section") and _headline(block)
        if not (headline or page.kinds[at] in ("date", "byline", "teaser", "caption")):
            break
        items.append(at)
        gap = max(gap, block.gap)
    below = items[-1] + 1 if items else len(layout)
    if below >= page.tail:
        return items
    if len(items) > MAX_ITEMS:
        return items[:MAX_ITEMS]
    if len(items) > 1 and _heads_text(layout[items[-1]], layout[below]):
        items.pop()
    return items


def _headline(block: Block) -> bool:
    return (
        block.words <= MAX_HEADLINE_WORDS and block.text[-1] not in ".…" and not block.marked and "\n" not in block.text
    )


def _heads_text(block: Block, below: Block) -> bool:
    """Return whether a short line is the heading of the paragraph below it rather than another headline."""
    return (block.words <= 3 or block.text[-1] == ":") and below.paragraph and not any(c.isdigit() for c in block.text)


def _runs(page: Page, known: set[int]) -> set[int]:
    """Return runs of headlines among the paragraphs in which one is known from a list or labelled as a story."""
    titles = {plain(page.blocks[at].text).casefold() for at in known if page.kinds[at] is None}
    start = (page.body or 0) + 1
    found: set[int] = set()
    run: list[int] = []
    for at in range(start, len(page.blocks) + 1):
        if at < len(page.blocks) and at not in known and _in_run(page, at):
            run.append(at)
            continue
        if len(run) >= MIN_RUN and any(_known(page.blocks[i], titles) for i in run):
            found.update(run)
        run = []
    return found


def _in_run(page: Page, at: int) -> bool:
    block = page.blocks[at]
    return page.kinds[at] in (None, "section") and _headline(block) and not block.bullet and block.text[-1] != ":"


def _known(block: Block, titles: set[str]) -> bool:
    line = plain(block.text)
    return line.casefold() in titles or (block.words >= 4 and LABELLED.match(line) is not None)
