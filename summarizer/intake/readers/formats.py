"""The formats, and how one is told: by what the bytes are, else by what a server says, else by the suffix.

A name is often wrong: a page saved as .pdf by a download that failed, a PDF called .txt. So bytes that leave no doubt
decide: those of PDF, Office files, web pages and feeds. What nothing tells, as on stdin, is looked at once more for the
signs of JSON and mail, and is text otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

from summarizer.errors import IntakeError
from summarizer.intake.material import Material, suffix_of
from summarizer.intake.readers.document import Document, Link, Options, Reader
from summarizer.late_patterns import late_pattern
from summarizer.models import Failure
from summarizer.recognized import is_report


class Format(NamedTuple):
    """A format: its reader, the suffixes of its files, and its media types."""

    reader: Reader
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]


def _late(module: str, name: str) -> Reader:
    """Return a reader whose module is imported when it first reads: a run pays for the formats that it meets."""

    def read(material: Material, options: Options) -> Iterator[Document | Link | Failure]:
        reader: Reader = getattr(import_module(f"summarizer.intake.readers.{module}"), name)
        yield from reader(material, options)

    return read


TEXT = Format(_late("text", "read_text"), (".md", ".txt"), ("text/markdown", "text/plain"))
PAGE = Format(_late("pages", "read_page_of"), (".htm", ".html", ".xhtml"), ("application/xhtml+xml", "text/html"))
PDF = Format(_late("pdf", "read_pdf"), (".pdf",), ("application/pdf", "application/x-pdf"))
WORD = Format(
    _late("docx", "read_docx"), (".docx",), ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)
)
MAIL = Format(_late("mail", "read_mail"), (".eml", ".mht", ".mhtml"), ("message/rfc822", "multipart/related"))
JSON = Format(
    _late("records", "read_json"), (".json",), ("application/json", "application/ld+json", "application/feed+json")
)
LINES = Format(
    _late("records", "read_jsonl"),
    (".jsonl", ".ndjson"),
    ("application/jsonl", "application/x-ndjson", "application/json-seq"),
)
TABLE = Format(_late("tables", "read_csv"), (".csv", ".tsv"), ("text/csv", "text/tab-separated-values"))
FEED = Format(
    _late("feeds", "read_feed"),
    (".atom", ".rss", ".xml"),
    ("application/atom+xml", "application/rss+xml", "application/xml"),
)
FORMATS = (TEXT, PAGE, PDF, WORD, MAIL, JSON, LINES, TABLE, FEED)

_BY_SUFFIX = {suffix: known for known in FORMATS for suffix in known.suffixes}
_BY_MEDIA_TYPE = {media_type: known for known in FORMATS for media_type in known.media_types}

_PAGE_START = re.compile(
    r"(?:\s|<\?xml[^>]{0,200}>|<!--(?:(?!-->).){0,1000}-->){0,20}+(?:<!doctype\s+html|<html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_MARKUP_START = re.compile(r"\s{0,99}<(?:head|body|meta|title|article|main|div|p|h1)[\s>]", re.IGNORECASE)
_MAIL_START = late_pattern(r"(?:[A-Z][A-Za-z-]{1,40}: ?[^\r\n]{0,998}\r?\n(?:[ \t][^\r\n]{0,998}\r?\n){0,50}){2}")
_MAIL_FIELDS = late_pattern(
    r"^(?:From|Received|Return-Path|Message-ID|MIME-Version|Delivered-To):", re.IGNORECASE | re.MULTILINE
)
# What is known by its first bytes and not read here, with its mend.
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or encrypted Office file: save it as .docx without a password"),
    (b"{\\rtf", "an RTF document: save it as .docx or .txt"),
    (b"\x89PNG", "a PNG image: run OCR over it and give what that makes"),
    (b"\xff\xd8\xff", "a JPEG image: run OCR over it and give what that makes"),
    (b"GIF8", "a GIF image: run OCR over it and give what that makes"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive: unpack it and give what is inside"),
    (b"Rar!\x1a\x07", "a RAR archive: unpack it and give what is inside"),
    (b"BZh", "a bzip2 archive: unpack it and give what is inside"),
    (b"\xfd7zXZ\0", "an xz archive: unpack it and give what is inside"),
    (b"SQLite format 3\0", "a database: export its articles as .csv or .jsonl"),
)


def read_documents(material: Material, options: Options) -> Iterator[Document | Link | Failure]:
    """Yield the documents that a material holds, and the links of a feed.

    Raises:
        IntakeError: it cannot be read as a whole.
        OSError: the system refuses.

    """
    chosen = format_of(material)
    if _is_report(material, chosen):
        raise IntakeError("it is a report of summarize, no article: move it away, or let --out lead elsewhere")
    for found in chosen.reader(material, options):
        if material.part and isinstance(found, Document) and not found.entry:
            found = found._replace(entry=material.part)
        yield found


def _is_report(material: Material, chosen: Format) -> bool:
    """Tell whether an earlier run wrote this, into the folder that it read; a table is told by its first line."""
    if chosen is TABLE:
        return is_report(material.head())
    return chosen in (TEXT, PAGE) and is_report(material.read())


def format_of(material: Material) -> Format:
    """Return the format of a material.

    Raises:
        IntakeError: it is of a kind that is not read.
        OSError: the system refuses.

    """
    head = material.head()
    if not head:
        raise IntakeError("it is empty (0 bytes): remove it or put its text in")
    for sign, told in _FOREIGN:
        if head.startswith(sign):
            raise IntakeError(f"it is {told}")
    by_bytes = _by_bytes(head)
    named = _BY_MEDIA_TYPE.get(material.media_type or "") or _BY_SUFFIX.get(material.suffix)
    return by_bytes or named or _by_look(_shown(head))


def readable(name: str) -> bool:
    """Return whether a file of this name is read, by its suffix (`.gz` behind it or not)."""
    return suffix_of(name) in _BY_SUFFIX


def suffixes() -> tuple[str, ...]:
    """Return the suffixes of all formats, sorted."""
    return tuple(sorted(_BY_SUFFIX))


def _by_bytes(head: bytes) -> Format | None:
    """Return the format that the first bytes leave no doubt of."""
    if head.lstrip(b"\xef\xbb\xbf\r\n\t \0").startswith(b"%PDF-"):
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return WORD
    if _PAGE_START.match(_shown(head)):
        return PAGE
    if not head.lstrip(b"\xef\xbb\xbf\r\n\t \0\xff\xfe").startswith(b"<"):
        return None
    from summarizer.intake.readers.feeds import is_feed  # imported late, as readers are

    return FEED if is_feed(head) else None


def _by_look(text: str) -> Format:
    """Return the format that a text without a name seems to be in."""
    if text.lstrip()[:1] in ("{", "["):
        first, _, rest = text.lstrip().partition("\n")
        return LINES if first.rstrip().endswith("}") and rest.lstrip().startswith("{") else JSON
    if _MAIL_START.match(text) and _MAIL_FIELDS.search(text[:2000]):
        return MAIL
    return PAGE if _MARKUP_START.match(text) else TEXT


def _shown(head: bytes) -> str:
    """Return the first bytes as text, good enough to look for signs in."""
    wide = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(head[:2], "utf-8")
    return head.decode(wide, "replace").lstrip("\ufeff")
