"""Word files: paragraphs, headings, lists and tables in the order in which they stand."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from summarizer.errors import IntakeError
from summarizer.intake.material import Material
from summarizer.intake.readers.body import MAX_CELL_WORDS, tidy
from summarizer.intake.readers.document import Document, Options, encoding_notes
from summarizer.intake.readers.info import plausible_author, plausible_title
from summarizer.intake.readers.repair import repaired
from summarizer.models import Failure

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

# What a file may unpack to: the text of a book has some megabytes of XML, pictures are never unpacked twice.
MAX_XML_BYTES = 32 * 2**20
MAX_UNPACKED_BYTES = 256 * 2**20
MAX_PARTS = 5000
# Tables within tables within tables are a page's layout; deeper than this is none.
MAX_TABLE_DEPTH = 5

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}
# Text boxes stand twice, for old programs and new; what was deleted is no text.
_PASSED_OVER = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", f"{_W}instrText"})


def read_docx(material: Material, options: Options) -> Iterator[Document | Failure]:  # noqa: ARG001  as all readers
    """Read a Word file: one article."""
    data = material.read()
    refuse_bomb(data)
    word = _opened(data)
    try:
        text = "\n\n".join(block for block in _blocks(word, 0) if block)
        about = word.core_properties
        title, author = plausible_title(about.title or ""), plausible_author(about.author or "")
    except (KeyError, ValueError, AttributeError, RecursionError) as error:
        raise _broken(error) from error
    if not text.strip():
        raise IntakeError("it holds no text, perhaps images of it: save its text as .txt")
    text, mended = repaired(text)
    yield Document(
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        path=material.path,
        url=material.url,
        title=title,
        author=author,
        published_reason="a Word file tells when it was made and saved, which is no date of publication.",
        notes=encoding_notes(mended),
    )


def refuse_bomb(data: bytes) -> None:
    """Raise IntakeError for a file that is no zip archive, or unpacks to more than a document holds."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise _broken(error) from error
    xml = sum(part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels")))
    if xml > MAX_XML_BYTES or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES or len(parts) > MAX_PARTS:
        raise IntakeError("it unpacks to more than any article holds, so it was not opened: save its text as .txt")
    if any(part.flag_bits & 1 for part in parts):
        raise IntakeError("it is encrypted: open it with its password and save it without")
    if not any(part.filename.lower() == "[content_types].xml" for part in parts):
        raise IntakeError("it is a ZIP archive, not a Word file: unpack it and give what is inside")


def _opened(data: bytes) -> Word:
    import docx  # imported late, with its parser
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        return docx.Document(BytesIO(data))
    except ValueError as error:  # python-docx names the content type it found
        raise IntakeError("it is an Office file, but no Word document: save it as .docx or .txt") from error
    except (
        PackageNotFoundError,
        XMLSyntaxError,
        KeyError,
        zipfile.BadZipFile,
        AttributeError,
        RecursionError,
    ) as error:
        raise _broken(error) from error


def _broken(error: Exception) -> IntakeError:
    return IntakeError(
        f"it is a broken Word file or other ZIP archive ({type(error).__name__}): save or fetch it again"
    )


def _blocks(holder: Word | _Cell, depth: int) -> Iterator[str]:
    """Yield the paragraphs and rows of a document or a cell."""
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    for item in holder.iter_inner_content():
        if isinstance(item, Paragraph):
            yield _paragraph(item)
        elif isinstance(item, Table) and depth < MAX_TABLE_DEPTH:
            yield from _rows(item, depth)


def _paragraph(paragraph: Paragraph) -> str:
    parts: list[str] = []
    _collect(paragraph._p, parts)
    text = tidy("".join(parts))
    return f"• {text}" if text and _is_item(paragraph) else text


def _collect(element: BaseOxmlElement, parts: list[str]) -> None:
    """Collect the text of a paragraph, of tracked insertions and links too, which python-docx's `text` leaves out."""
    for child in element:
        if child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[child.tag])
        elif child.tag not in _PASSED_OVER:
            _collect(child, parts)


def _is_item(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is an item of a list; numbered headings are none."""
    properties = paragraph._p.pPr
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    if style.startswith(("Heading", "Title")):
        return False
    return style.startswith("List") or (properties is not None and properties.numPr is not None)


def _rows(table: Table, depth: int) -> Iterator[str]:
    """Yield a table's rows, cells set apart by semicolons; cells of running text stand by themselves."""
    for row in table.rows:
        cells: list[list[str]] = []
        seen: set[int] = set()
        for cell in row.cells:  # a merged cell comes once for each column
            if id(cell._tc) not in seen:
                seen.add(id(cell._tc))
                cells.append([block for block in _blocks(cell, depth + 1) if block])
        long = any(len(block.split()) > MAX_CELL_WORDS for cell in cells for block in cell)
        if long:
            yield from (block for cell in cells for block in cell)
        else:
            yield "; ".join(" ".join(cell).replace("\n", " ") for cell in cells if cell)
