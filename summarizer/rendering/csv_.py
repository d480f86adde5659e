"""CSV: the figures, or the names, of a report as one table that a program reads and a spreadsheet opens safely.

RFC 4180, but for line ends, which are those of every other format here: one comma between cells, texts in quotes,
quotes in them doubled. A number is bare, so that a spreadsheet counts with it (-12.5 is a number); a text is always
quoted, because spreadsheets of many countries split unquoted cells at semicolons too. What is not known is empty. Each
record is one line: white space in a text becomes single spaces, control characters go.

A text is only ever a text: where a spreadsheet would take it for a formula, an apostrophe stands before it. `defused`
says where exactly, and `restored` takes it away again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from summarizer.models import Report
from summarizer.rendering.phrases import clean
from summarizer.rendering.tables import (
    ESTIMATE_COLUMNS,
    NAME_COLUMNS,
    Cell,
    Record,
    estimate_records,
    name_records,
)

# What begins a formula, in the wide and small forms of East Asian keyboards too, behind spaces, quotes and joiners that
# some spreadsheets pass over. Not only where a text begins: in countries that write 1,5 for a half a spreadsheet cuts
# the line at semicolons, whatever our quotes say, and then each piece is a cell. Apostrophes that stand there already
# count as part of the text, so that taking one away gives the text back.
_BEFORE_FORMULA = r"(^|;)%s(?='*[\s\"\u200c\u200d]*[=+\-@＝＋－＠﹦﹢﹣﹫])"
_FORMULA = re.compile(_BEFORE_FORMULA % "")
_DEFUSED = re.compile(_BEFORE_FORMULA % "'")


def render_csv(report: Report, *, width: int, color: bool, unicode: bool) -> str:  # noqa: ARG001
    """Return all figures of a report as CSV; layout options change nothing."""
    return to_csv(ESTIMATE_COLUMNS, estimate_records(report))


def render_csv_names(report: Report, *, width: int, color: bool, unicode: bool) -> str:  # noqa: ARG001
    """Return all actors and places of a report as CSV; layout options change nothing."""
    return to_csv(NAME_COLUMNS, name_records(report))


def to_csv(columns: Sequence[str], records: Iterable[Record]) -> str:
    """Return records as CSV under a line of column names; a column that a record lacks is empty."""
    lines = [columns, *([record.get(c) for c in columns] for record in records)]
    return "".join(",".join(map(_cell, line)) + "\n" for line in lines)


def defused(text: str) -> str:
    """Return a text that no spreadsheet runs: an apostrophe before what would begin a formula."""
    return _FORMULA.sub(r"\1'", text)


def restored(text: str) -> str:
    """Return the text that was `defused`."""
    return _DEFUSED.sub(r"\1", text)


def _cell(value: Cell) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        # Cleaned first: a control character before an equals sign must not hide it here and be gone in the file.
        return '"' + defused(clean(value)).replace('"', '""') + '"'
    return repr(value)
