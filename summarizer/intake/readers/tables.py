"""Tables with one article a row: CSV, and what is called CSV with semicolons or tabs."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from summarizer.errors import IntakeError
from summarizer.intake.decode import encoding_of
from summarizer.intake.material import Material
from summarizer.intake.readers.document import Document, Options
from summarizer.intake.readers.fields import Fields
from summarizer.intake.readers.rowwise import documents_of
from summarizer.models import Failure

if TYPE_CHECKING:
    import _csv  # where the type of a reader is

# No cell is longer; a quote that is never closed takes all that follows into one.
MAX_CELL = 8 * 2**20
# The encoding is told from so many first bytes.
SAMPLE_BYTES = 65_536
_DELIMITERS = (",", ";", "\t", "|")


def read_csv(material: Material, options: Options) -> Iterator[Document | Failure]:
    """Read a table; it may be of any length, and a broken row fails alone."""
    # The limit is the process's own, of 131,072 characters; it is only ever raised.
    csv.field_size_limit(max(MAX_CELL, csv.field_size_limit()))
    fields = Fields(options.columns)
    with material.stream() as stream:
        text = _text(stream, material)
        first = text.readline(MAX_CELL)
        if not first.strip():
            raise IntakeError("it is empty: put a row of column names first and an article in each row")
        rows = csv.reader(_again(first, text), delimiter=_delimiter(first), skipinitialspace=True)
        header = [name.strip().lstrip("\ufeff") for name in next(rows)]
        blank = dict.fromkeys(header)
        if not (
            options.columns.get("text") in header
            or (not options.columns.get("text") and fields.has_text_column(header))
        ):
            raise IntakeError(fields.why_no_text(blank))
        make = partial(_document, header=header, fields=fields, material=material)
        yield from documents_of(_rows(rows), make, material)


def _rows(rows: _csv.Reader) -> Iterator[tuple[str, list[str]]]:
    """Yield the rows that hold anything, each with the line it begins on."""
    while True:
        number = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise IntakeError(
                f"line {number} cannot be read ({error}), nor what follows it: mend its quotes"
            ) from error
        if any(cell.strip() for cell in row):
            yield f"line {number}", row


def _document(row: list[str], place: str, *, header: list[str], fields: Fields, material: Material) -> Document:
    if len(row) > len(header) and any(row[len(header) :]):
        raise IntakeError(f"it has {len(row)} cells where the header has {len(header)}: mend its quotes or commas")
    if any("\udc80" <= sign <= "\udcff" for cell in row for sign in cell):
        raise IntakeError("it is in another encoding than the rows before: save the file as UTF-8")
    digest = hashlib.sha256(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()
    values = dict(zip(header, row, strict=False))
    return fields.document(values, sha256=digest, path=material.path, url=material.url, place=place)


def _text(stream: BinaryIO, material: Material) -> io.TextIOWrapper:
    """Return a stream of text; bytes that its encoding lacks come through as lone surrogates, for their row to fail."""
    encoding = encoding_of(material.head(SAMPLE_BYTES))
    return io.TextIOWrapper(stream, encoding=encoding, errors="surrogateescape", newline="")


def _again(first: str, text: io.TextIOWrapper) -> Iterator[str]:
    yield first
    while line := text.readline(MAX_CELL):
        yield line


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=header.count)
