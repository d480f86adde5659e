"""The tables of who and where: one row for each name, with links to where articles first mention it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from summarizer.rendering.html.anchors import Anchors, Ref
from summarizer.rendering.phrases import mark
from summarizer.rendering.view import NameItem, Section

# So many articles are linked one by one; a name that hundreds of them give is not looked up in each.
LINKED = 20


class NameRow(NamedTuple):
    """A name in a table. `further` are the articles that are named without a link: "[21-300]"."""

    item: NameItem
    group: str
    """Kind of an actor, country of a place; "" where unknown."""
    refs: tuple[Ref, ...]
    further: str

    @property
    def point(self) -> str:
        """Latitude and longitude in degrees, the way maps take them: "35.3359, 40.1408"."""
        return ", ".join(f"{degrees:.4f}".rstrip("0").rstrip(".") for degrees in self.item.point or ())


def name_rows(section: Section, anchors: Anchors) -> tuple[NameRow, ...]:
    """Return the names of a section: those that are listed everywhere first, kind by kind, then all others."""
    return (*_rows(section, anchors, others=False), *_rows(section, anchors, others=True))


def _rows(section: Section, anchors: Anchors, *, others: bool) -> Iterator[NameRow]:
    for group in section.names:
        for item in group.others if others else group.names:
            linked = tuple(Ref(anchors.mention(item, n), str(n)) for n in item.numbers[:LINKED])
            yield NameRow(item, group.title or item.country or "", linked, mark(item.numbers[LINKED:]))


def choices(rows: Iterable[NameRow]) -> tuple[str, ...]:
    """Return what a filter can choose among, in alphabetical order."""
    return tuple(sorted({row.group for row in rows if row.group}))
