"""Figures as tables of a terminal: all of a section with the same columns, each as wide as its words need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from summarizer.models import Status
from summarizer.rendering.columns import fitted
from summarizer.rendering.phrases import STATUS_SIGNS, STATUS_WORDS, mark
from summarizer.rendering.rows import PART, told_once
from summarizer.rendering.view import FigureGroup, Mark, Row

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

COLUMNS = ("who", "figure", "where", "as of", "who says", "standing")
# Marks hold no space, so that no line ends within one.
BETWEEN = ","
# A table in rich's notation, with nothing drawn but the line under its head.
_ASCII_HEAD = "    \n    \n -- \n    \n    \n    \n    \n    \n"
STATUS_STYLES: dict[Status, str] = {
    "single": "dim",
    "agreed": "green",
    "contested": "bold red",
    "updated": "cyan",
    "not_comparable": "yellow",
}


class FigureTables:
    """Draws tables for a console; `safe` returns words as they can be written there."""

    def __init__(self, console: Console, safe: Callable[[str], str], *, unicode: bool) -> None:
        self._console = console
        self._safe = safe
        self._unicode = unicode
        self._part = safe("↳") + " "

    def widths(self, groups: Sequence[FigureGroup]) -> list[int] | None:
        """Return the widths of the columns for all `groups`; None where a table would have to cut words."""
        rows = [self._measured(row) for group in groups for row in told_once(group.rows)]
        return fitted([COLUMNS, *rows], self._console.width - len(COLUMNS) + 1)

    def table(self, group: FigureGroup, widths: Sequence[int]) -> Table:
        """Return the table of one group."""
        from rich import box
        from rich.table import Table

        head = box.SIMPLE_HEAD if self._unicode else box.Box(_ASCII_HEAD, ascii=True)
        table = Table(box=head, padding=0, show_edge=False)
        for name, width in zip(COLUMNS, widths, strict=True):
            table.add_column(self._text(name), width=width, overflow="fold")
        for row in told_once(group.rows):
            lead, *words, standing = map(self._text, _cells(row))
            standing.stylize(STATUS_STYLES[row.status] if row.status else "")
            table.add_row(self._indented(lead, row, widths[0]), *words, standing)
        return table

    def _measured(self, row: Row) -> Sequence[str]:
        """Return the cells of a row as they are to be fitted: what stays together has no space, all indents count."""
        lead, *cells, standing = map(self._safe, _cells(row))
        if row.depth:
            margin = "_" * self._indent(row)
            lead = " ".join(margin + word for word in lead.replace(PART, "_" * len(PART), 1).split())
        return lead, *cells, standing.replace(" ", "_", 1)

    def _indented(self, lead: Text, row: Row, width: int) -> Text:
        """Return the first cell of a row, its lines indented as deep as the part that it is."""
        from rich.text import Text

        if not row.depth:
            return lead
        indent = self._indent(row)
        lines = lead.wrap(self._console, max(1, width - indent), overflow="fold")
        for line in lines:
            line.rstrip()
        return Text(self._part.rjust(indent)) + Text("\n" + " " * indent).join(lines)

    def _indent(self, row: Row) -> int:
        return 2 * (row.depth - 1) + len(self._part)

    def _text(self, words: str) -> Text:
        from rich.text import Text

        return Text(self._safe(words))


def said_in(marks: Sequence[Mark]) -> str:
    """Return the articles of marks as one: "[1-3,5]"."""
    return mark((m.number for m in marks), between=BETWEEN)


def _cells(row: Row) -> tuple[str, ...]:
    """Return the cells of a row; where a part leaves blank who says it, its whole names the article too."""
    says = f"{row.says} {said_in(row.marks)}".strip() if row.says or not row.depth else ""
    standing = f"{STATUS_SIGNS[row.status]} {STATUS_WORDS[row.status]}" if row.status else ""
    return row.who, row.figure, row.where, row.as_of, says, standing
