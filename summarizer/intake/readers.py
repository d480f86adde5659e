"""Which file is read how: a registry of readers by suffix.

A reader takes a path and yields what it holds, one `Document` an article, or a `Failure` for an article among several
that cannot be read. It raises `IntakeError` or `OSError` when the file as a whole cannot be. Readers are generators,
so that a file of many articles never sits in memory as a whole.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import IntakeError
from summarizer.intake.decode import decode
from summarizer.models import Failure

# A news article has some kilobytes. A file beyond this is a dump, and its marking would take minutes.
MAX_BYTES = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Document:
    """A text as a reader gives it, `sha256` of the bytes it came from, and what the format itself says about it."""

    text: str
    sha256: str
    path: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None


Reader = Callable[[Path], Iterator[Document | Failure]]


def read_text(path: Path) -> Iterator[Document | Failure]:
    """Read a plain text or Markdown file: its text is the decoded file, untouched."""
    data = read_bytes(path)
    yield Document(text=decode(data), sha256=hashlib.sha256(data).hexdigest(), path=str(path))


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a regular file.

    Raises:
        IntakeError: it is a pipe, device or folder, or larger than `MAX_BYTES`.
        OSError: the system refuses.

    """
    # Opened without blocking and looked at before reading: a pipe without a writer would wait for ever.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise IntakeError("it is a pipe, socket or device, not a file: save its content to a file first")
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        size = about.st_size / 2**20
        raise IntakeError(f"it has {size:.0f} MB, more than {MAX_BYTES // 2**20}: split it into one file an article")
    return data


READERS: Mapping[str, Reader] = {".md": read_text, ".txt": read_text}
"""Readers by lower-case suffix."""


def reader_for(path: Path) -> Reader | None:
    """Return the reader of a file by its suffix, None when there is none."""
    return READERS.get(path.suffix.lower())
