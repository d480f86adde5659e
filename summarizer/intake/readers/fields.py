"""Articles as rows: which column or key is the text, the title, the date, whatever a table calls them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from summarizer.errors import IntakeError
from summarizer.intake.published import Published
from summarizer.intake.readers.document import Document, encoding_notes
from summarizer.intake.readers.fragment import text_of
from summarizer.intake.readers.repair import repaired
from summarizer.intake.stamps import iso

# Usual names, as exports of news databases, scrapers, feeds and mail merge spell them; letters and digits only, lower
# case. What stands first is preferred: a table with "text" and "summary" means the first.
NAMES: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "articlebody", "articletext", "fulltext", "maintext", "bodytext", "contenttext", "content",
        "contenthtml", "article", "story", "storytext", "rawtext", "plaintext", "cleantext", "document", "paragraphs",
    ),
    "title": ("title", "headline", "heading", "subject", "head", "articletitle", "webtitle"),
    "author": ("author", "authors", "byline", "creator", "writer", "journalist", "reporter"),
    "outlet": (
        "outlet", "source", "sourcename", "publisher", "publication", "sitename", "site", "newspaper", "medium",
        "media", "domain", "sourcedomain", "feed",
    ),
    "published": (
        "published", "publishedat", "publisheddate", "publishdate", "datepublished", "datepublish", "publicationdate",
        "pubdate", "date", "datetime", "webpublicationdate", "publishedon", "time", "timestamp",
        "datetimepub", "created", "createdat",
    ),
    "url": (
        "url", "link", "canonicalurl", "canonical", "sourceurl", "weburl", "articleurl", "href", "permalink", "uri",
    ),
    "entry": ("id", "uuid", "guid", "articleid", "docid", "documentid", "key"),
    "language": ("language", "lang", "languagecode"),
}  # fmt: skip
# What stands for a value inside an object ({"name": ...}, {"rendered": ...}) and inside a list of objects.
_INNER = ("name", "text", "rendered", "value", "title", "#text", "content")
# Seconds since 1970 from 1990 on; the same in milliseconds.
_EPOCH = (631_152_000, 4_102_444_800)
_MARKUP_PAGE = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fields:
    """Which columns or keys hold what, by the names of `Document`."""

    columns: Mapping[str, str]

    def value(self, row: Mapping[str, Any], field: str) -> Any:
        """Return what a row says of a field, None where it says nothing."""
        given = self.columns.get(field)
        if given is not None:
            return _at(row, given)
        by_key = {_key(name): value for name, value in row.items() if isinstance(name, str)}
        return next((by_key[name] for name in NAMES[field] if by_key.get(name) not in (None, "", [], {})), None)

    def document(
        self, row: Mapping[str, Any], *, sha256: str, path: str | None, url: str | None, place: str
    ) -> Document:
        """Return the document of a row; `place` is what it is called where it has no id ("line 7").

        Raises:
            IntakeError: it holds no text.

        """
        text, mended = repaired(_text(self.value(row, "text")))
        if not text.strip():
            raise IntakeError(self.why_no_text(row))
        dated = _published(self.value(row, "published"))
        return Document(
            text=text,
            sha256=sha256,
            path=path,
            url=_line(self.value(row, "url")) or url,
            entry=_line(self.value(row, "entry")) or place or None,
            title=_line(self.value(row, "title")),
            author=_line(self.value(row, "author")),
            outlet=_line(self.value(row, "outlet")),
            published=dated.value,
            published_reason=dated.reason,
            language=(_line(self.value(row, "language")) or "")[:2].lower() or None,
            notes=encoding_notes(mended),
        )

    def why_no_text(self, row: Mapping[str, Any]) -> str:
        """Return why a row has no text, and the mend."""
        given = self.columns.get("text")
        if given is not None and _at(row, given) is None:
            return f"there is no column {given!r}: {_there(row)}"
        if given is not None or self.has_text_column(row):
            return "its text is empty: fill it in or take the row out"
        return f"no column is known to hold the text: name it with --columns text=NAME; {_there(row)}"

    def has_text_column(self, names: Iterable[Any]) -> bool:
        """Return whether one of the names is that of the text."""
        return not {_key(name) for name in names if isinstance(name, str)}.isdisjoint(NAMES["text"])


def _there(row: Mapping[str, Any]) -> str:
    names = [str(name)[:40] for name in row][:12]
    return f"there are {', '.join(names)}" if names else "it has none"


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _at(row: Mapping[str, Any], path: str) -> Any:
    """Return what a column is, or a path of keys such as "article.body"."""
    if path in row:
        return row[path]
    value: Any = row
    for key in path.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _plain(value: Any) -> Iterator[str]:
    """Yield the texts in a value of JSON, outer before inner."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list):
        for item in value:
            yield from _plain(item)
    elif isinstance(value, Mapping):
        yield from _plain(next((value[name] for name in _INNER if value.get(name)), None))


def _text(value: Any) -> str:
    """Return a text; of a list the paragraphs, of markup its text."""
    parts = [part for part in _plain(value) if part.strip()]
    if len(parts) == 1 and _MARKUP_PAGE.match(parts[0]):
        from summarizer.intake.readers.markup import parse_text  # imported late, with the parser
        from summarizer.intake.readers.pages import page_document

        return page_document(parse_text(parts[0]), sha256="").text
    return "\n\n".join(text_of(part) for part in parts).replace("\r\n", "\n").replace("\r", "\n")


def _line(value: Any) -> str | None:
    return ", ".join(" ".join(text_of(part).split()) for part in _plain(value) if part.strip()) or None


def _published(value: Any) -> Published:
    """Return a date of a row; seconds since 1970 are one, "last week" is none."""
    told = next(iter(_plain(value)), None)
    if told is None:
        return Published(None, None)
    found = iso(_epoch(told) or told)
    if found is None:
        return Published(None, f"its file dates it “{told[:60]}”, which is no whole date.")
    return Published(found, f"{found} was given with it in its file.")


def _epoch(told: str) -> str | None:
    try:
        number = float(told)
    except ValueError:
        return None
    number = number / 1000 if number > _EPOCH[1] else number
    if not _EPOCH[0] <= number <= _EPOCH[1]:
        return None
    return datetime.fromtimestamp(number, UTC).isoformat(timespec="seconds")
