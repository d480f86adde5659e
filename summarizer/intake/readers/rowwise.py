"""Files that hold many articles: each row fails alone, and a file without any article fails once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from summarizer.errors import IntakeError
from summarizer.intake.material import Material
from summarizer.intake.readers.document import Document, failed
from summarizer.models import Failure

# After so many rows without an article among them a file holds no articles, and need not be told row by row.
MAX_BARREN = 20

Row = TypeVar("Row")


def documents_of(
    rows: Iterable[tuple[str, Row]], make: Callable[[Row, str], Document], material: Material
) -> Iterator[Document | Failure]:
    """Yield the document of each row, or why it has none.

    Args:
        rows: each with what it is called in a message ("line 7").
        make: makes the document of a row, told its name.
        material: what they are rows of.

    Raises:
        IntakeError: there are no rows, or none of the first `MAX_BARREN` holds an article.

    """
    held: list[Failure] = []
    good = False
    for place, row in rows:
        try:
            found: Document | Failure = make(row, place)
        except IntakeError as error:
            found = failed(material, f"{place}: {error}")
        if good or isinstance(found, Document):
            good = True
            yield from held
            held.clear()
            yield found
            continue
        held.append(found)
        if len(held) >= MAX_BARREN:
            raise IntakeError(f"none of its first {MAX_BARREN} rows holds an article; {held[0].reason}")
    if not (good or held):
        raise IntakeError("it holds no rows: put an article in each")
    yield from held
