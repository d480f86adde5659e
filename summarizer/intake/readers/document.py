"""What readers take and give."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from summarizer.intake.material import Material
from summarizer.models import Failure, Note


class Document(NamedTuple):
    """A text as a reader gives it, with what the format itself says about it.

    `sha256` is of the bytes that it came from: of the file, unpacked, or of the row. `entry` is what a row or entry is
    called in its file. `published_reason` says where the date was found. `notes` tell what was odd in reading it.
    """

    text: str
    sha256: str
    path: str | None = None
    url: str | None = None
    entry: str | None = None
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_reason: str | None = None
    language: str | None = None
    notes: tuple[Note, ...] = ()


class Link(NamedTuple):
    """An entry that only says where its article is; `document` is what is known of it, its text a teaser or empty."""

    url: str
    document: Document


class Options(NamedTuple):
    """How a caller wants things read. `columns` maps fields of `Document` to columns or keys of tables."""

    columns: Mapping[str, str] = MappingProxyType({})


Reader = Callable[[Material, Options], Iterator[Document | Link | Failure]]


def encoding_notes(*remarks: str | None) -> tuple[Note, ...]:
    """Return a note for each remark on how a text was encoded, none for None and ""."""
    return tuple(Note(kind="encoding", text=remark) for remark in remarks if remark)


def failed(material: Material, reason: str) -> Failure:
    """Return the failure of one article of a material that holds several."""
    return Failure(path=material.name[:500], stage="intake", reason=reason)
