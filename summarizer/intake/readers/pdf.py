"""PDF files: their text in the order that pypdf tells, lines joined to paragraphs, running heads left out."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from summarizer.errors import IntakeError
from summarizer.intake.material import Material
from summarizer.intake.readers.body import tidy
from summarizer.intake.readers.document import Document, Options, encoding_notes
from summarizer.intake.readers.info import plausible_author, plausible_title
from summarizer.intake.readers.pdf_lines import PdfLine, paragraphs
from summarizer.intake.readers.repair import repaired
from summarizer.models import Failure, Note

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

# More pages are a book.
MAX_PAGES = 1000
# Seconds that one file may take: a page of vector drawing can hold millions of operators.
MAX_SECONDS = 60.0
# A page whose drawing is larger than this is no text.
MAX_PAGE_BYTES = 8 * 2**20
MAX_CHARACTERS = 5_000_000
# Fewer letters than this in a whole file are stamps and page numbers over images.
MIN_LETTERS = 20


def read_pdf(material: Material, options: Options) -> Iterator[Document | Failure]:  # noqa: ARG001  as all readers
    """Read a PDF: one article."""
    data = material.read()
    if b"%PDF-" not in data[:1024]:
        raise IntakeError("it is called a PDF and is none: fetch it again, or give it the suffix of what it is")
    try:
        reader = _opened(data)
        pages, poor = _pages(reader)
        title, author = _info(reader)
    except (IntakeError, MemoryError):
        raise
    except Exception as error:  # what pypdf raises on a broken file is of many kinds, none of them ours
        raise IntakeError(
            f"it is a broken PDF ({type(error).__name__}: {str(error)[:80]}): fetch or save it again"
        ) from error
    if sum(map(str.isalpha, "".join(line.text for page in pages for line in page))) < MIN_LETTERS:
        raise IntakeError(f"its {len(pages)} pages hold images and no text: run OCR over it and give what that makes")
    text, mended = repaired("\n\n".join(paragraphs(pages)))
    remarks = [*encoding_notes(mended)]
    if poor:
        named = ", ".join(map(str, poor[:10])) + (", ..." if len(poor) > 10 else "")
        remarks.append(Note(kind="incomplete", text=f"pages without text, perhaps scanned, were not read: {named}"))
    yield Document(
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        path=material.path,
        url=material.url,
        title=title,
        author=author,
        published_reason="a PDF tells when its file was made, which is no date of publication.",
        notes=tuple(remarks),
    )


def _opened(data: bytes) -> PdfReader:
    """Return a reader of a PDF, decrypted where no password is needed."""
    import pypdf  # imported late: it takes a tenth of a second
    from pypdf.errors import DependencyError

    # It logs each flaw of a file; what matters of them becomes one failure.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = pypdf.PdfReader(BytesIO(data))
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            raise IntakeError("it is encrypted: open it with its password and save it without")
        count = len(reader.pages)
    except DependencyError as error:
        mend = "pip install 'article-summarizer[pdf]' lets it be read where it needs no password"
        raise IntakeError(f"it is encrypted with AES: {mend}") from error
    if count > MAX_PAGES:
        raise IntakeError(f"it has {count:,} pages, more than {MAX_PAGES:,}: save the pages of the article alone")
    return reader


def _pages(reader: PdfReader) -> tuple[list[list[PdfLine]], list[int]]:
    """Return the lines of each page, and the numbers of those with images and no text."""
    ends = time.monotonic() + MAX_SECONDS
    pages: list[list[PdfLine]] = []
    poor: list[int] = []
    length = 0
    for number, page in enumerate(reader.pages, 1):
        content = page.get_contents()
        if content is not None and len(content.get_data()) > MAX_PAGE_BYTES:
            raise IntakeError(
                f"page {number} holds a drawing of more than {MAX_PAGE_BYTES // 2**20} MB: save its text as .txt"
            )
        pages.append(_lines(page))
        length += sum(len(line.text) for line in pages[-1])
        if not pages[-1] and "/XObject" in (page.get("/Resources") or {}):
            poor.append(number)
        if time.monotonic() > ends:
            raise IntakeError(f"reading it takes more than {MAX_SECONDS:.0f} seconds: save its text as .txt")
        if length > MAX_CHARACTERS:
            raise IntakeError("it is longer than any article: save the pages of the article alone")
    return pages, poor


def _lines(page: PageObject) -> list[PdfLine]:
    """Return the lines of a page that hold anything, in the order in which the file draws them."""
    lines: list[PdfLine] = []
    parts: list[str] = []
    place = (0.0, 0.0)

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], _font: object, size: float) -> None:
        nonlocal place
        for at, piece in enumerate(text.split("\n")):
            if at:
                close()
            if piece.strip() and not any(map(str.strip, parts)):
                place = (tm[4] * cm[1] + tm[5] * cm[3] + cm[5], abs(size * tm[3] * cm[3]))
            parts.append(piece)

    def close() -> None:
        # Lone halves of characters come of broken font tables and can be written in no encoding.
        line = "".join(parts).replace("\0", "").encode("utf-8", "replace").decode().rstrip()
        line = tidy(f"{line[:-1]}-" if line.endswith("\u00ad") else line)  # a soft hyphen that was put to use
        parts.clear()
        if line:
            lines.append(PdfLine(line, *place))

    page.extract_text(visitor_text=visit)
    close()
    return lines


def _info(reader: PdfReader) -> tuple[str | None, str | None]:
    """Return title and author where the file's properties hold what people wrote, not what a program filled in."""
    about = reader.metadata
    if about is None:
        return None, None
    return plausible_title(tidy(str(about.title or ""))), plausible_author(tidy(str(about.author or "")))
