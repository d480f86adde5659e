"""What a reader is given: something that can be opened, wherever it comes from, and read within bounds.

Files, URLs, stdin and entries of feeds all become a `Material`; readers know neither paths nor networks. Whatever makes
one says how it is opened (again and again, from its beginning) and what is known of it from outside. Reading is bounded
here, once for all: `read` takes `MAX_BYTES` and no more, `lines` goes through a file of any length with one line in
memory at a time, and both see through gzip.
"""

from __future__ import annotations

import gzip
import io
import os
import stat
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast

from summarizer.errors import IntakeError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

# A news article has some kilobytes. A file beyond this is a dump, and its marking would take minutes.
MAX_BYTES = 64 * 2**20
# A line of a file with one article a line: no article is longer, and a file without line ends must not fill the memory.
MAX_LINE_BYTES = 8 * 2**20
# What is packed may be so many times as long unpacked: articles pack to a third or a quarter, a table that repeats one
# article to a hundredth, a bomb to a thousandth.
MAX_RATIO = 400
# So many first bytes tell what a file is; pages may begin with comments and white space.
HEAD_BYTES = 4096

_GZIP = b"\x1f\x8b"


class Line(NamedTuple):
    """A line of a file, counted from 1, its end included; `data` is None where it is longer than `MAX_LINE_BYTES`."""

    number: int
    data: bytes | None


class Material(NamedTuple):
    """Something to be read.

    `name` is what failures call it: a path as given, a URL, `-`. `open` returns a fresh, seekable binary stream each
    time. `path` and `url` go into its articles. `media_type` ("text/html") and `charset` are what a server said of it.
    `part` names what is inside another material, such as a mail's attachment, `depth` levels down.
    """

    name: str
    open: Callable[[], BinaryIO]
    path: str | None = None
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    part: str | None = None
    depth: int = 0

    @property
    def suffix(self) -> str:
        """The lower-case suffix of the name, ".gz" left out: `.html` of `page.html.gz` and of `http://h/page.html?x=1`."""
        if self.part:
            return suffix_of(self.part)
        name = self.name.partition("?")[0].partition("#")[0] if self.url and not self.path else self.name
        return suffix_of(name)

    def head(self, size: int = HEAD_BYTES) -> bytes:
        """Return the first `size` bytes, unpacked."""
        with self.stream() as stream:
            return stream.read(size)

    def read(self) -> bytes:
        """Return all bytes, unpacked.

        Raises:
            IntakeError: there are more than `MAX_BYTES`, or what is packed is broken.
            OSError: the system refuses.

        """
        with self.stream() as stream:
            data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise IntakeError(f"it has more than {MAX_BYTES // 2**20} MB: split it into one file an article")
        return data

    def lines(self) -> Iterator[Line]:
        """Yield the lines, unpacked, one at a time; the file may be of any length.

        Raises:
            IntakeError: what is packed is broken.
            OSError: the system refuses.

        """
        with self.stream() as stream:
            number = 0
            while data := stream.readline(MAX_LINE_BYTES + 1):
                number += 1
                whole = len(data) <= MAX_LINE_BYTES
                while not whole and data and not data.endswith(b"\n"):  # the rest of the line is passed over
                    data = stream.readline(MAX_LINE_BYTES)
                yield Line(number, data if whole else None)

    def within(self, data: bytes, *, name: str) -> Material:
        """Return the material of a part of this one: its bytes, and its name there."""
        return self._replace(
            open=lambda: io.BytesIO(data), media_type=None, charset=None, part=name, depth=self.depth + 1
        )

    @contextmanager
    def stream(self) -> Iterator[BinaryIO]:
        """Open it; what begins as gzip does is unpacked, whatever it is called.

        Raises:
            IntakeError: what is packed is broken, also while it is read.
            OSError: the system refuses.

        """
        with self.open() as packed:
            start = packed.read(len(_GZIP))
            packed.seek(0)
            if start != _GZIP:
                yield packed
                return
            try:
                with gzip.open(packed) as unpacked:
                    yield io.BufferedReader(_Measured(cast("BinaryIO", unpacked), packed))
            except (EOFError, zlib.error, gzip.BadGzipFile) as error:
                raise IntakeError(f"its gzip data are broken ({error}): fetch or pack it again") from error


class _Measured(io.RawIOBase):
    """What is unpacked, as long as it stays in proportion to what it is unpacked from."""

    def __init__(self, unpacked: BinaryIO, packed: BinaryIO) -> None:
        self._unpacked = unpacked
        self._packed = packed
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        data = self._unpacked.read(len(memoryview(buffer)))
        self._given += len(data)
        if self._given > max(2 * MAX_BYTES, MAX_RATIO * self._packed.tell()):
            raise IntakeError("it unpacks to many times what texts unpack to: unpack it yourself if you trust it")
        memoryview(buffer)[: len(data)] = data
        return len(data)


def suffix_of(name: str) -> str:
    """Return the lower-case suffix of a file's name, that of what is packed where it ends with .gz."""
    path = PurePosixPath(name.replace("\\", "/").lower())
    return PurePosixPath(path.stem).suffix if path.suffix == ".gz" else path.suffix


def from_path(path: Path) -> Material:
    """Return the material of a file; nothing is opened yet."""
    return Material(name=str(path), path=str(path), open=lambda: _open(path))


def from_bytes(data: bytes, *, name: str, url: str | None = None, media_type: str | None = None) -> Material:
    """Return the material of bytes in memory."""
    return Material(name=name, url=url, media_type=media_type, open=lambda: io.BytesIO(data))


def _open(path: Path) -> BinaryIO:
    # Opened without blocking and looked at before reading: a pipe without a writer would wait for ever.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise IntakeError("it is a pipe, socket or device, not a file: save its content to a file first")
    return os.fdopen(handle, "rb")
