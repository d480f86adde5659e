"""Bytes to text, never repaired: what decodes is kept as it is, newlines included."""

from __future__ import annotations

import codecs
import re

from summarizer.errors import IntakeError

# Encodings are guessed from this many bytes around the first one that is not ASCII; the whole is then decoded strictly.
SAMPLE_BYTES = 65_536
# More control bytes than this share are no text. Random bytes have 11 in 100.
MAX_CONTROL_SHARE = 0.05

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"{\\rtf", "an RTF document"),
)
_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b") + b"\x7f"
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")


def decode(data: bytes) -> str:
    """Return the text of `data`.

    A byte order mark decides the encoding and is left out of the text, so that offset 0 is the first character a
    reader sees. Without one: UTF-8 where it is valid, else the encoding that charset-normalizer finds.

    Raises:
        IntakeError: empty, binary, or in no encoding that can be told; the message says which, and the mend.

    """
    if not data:
        raise IntakeError("it is empty (0 bytes): remove it or put its text in")
    text = _with_bom(data)
    if text is None:
        refuse_binary(data)
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = _guessed(data)
    if not text or text.isspace():
        raise IntakeError("it holds only white space: remove it or put its text in")
    return text


def _with_bom(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise IntakeError(
                    f"it begins as {encoding} but breaks at byte {error.start}: save it as UTF-8"
                ) from error
            if "\0" in text:
                raise IntakeError("it holds NUL characters, so it is no text: save it as UTF-8 text")
            return text
    return None


def refuse_binary(data: bytes) -> None:
    """Raise IntakeError for bytes that are no text in an encoding of single bytes."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise IntakeError(f"it is {name}, not text: save its text as .txt")
    if b"\0" in data:
        raise IntakeError(f"it is binary (a NUL byte at {data.index(0)}): save its text as UTF-8")
    controls = len(data) - len(data.translate(None, delete=_CONTROL))
    if controls > MAX_CONTROL_SHARE * len(data):
        raise IntakeError("it is binary (full of control bytes): save its text as UTF-8")


def encoding_of(sample: bytes) -> str:
    """Return the encoding of a file that begins with `sample`, by the rules of `decode`.

    Raises:
        IntakeError: it is binary, or its encoding cannot be told.

    """
    for mark, encoding in _BOMS:
        if sample.startswith(mark):
            return {"utf-8": "utf-8-sig"}.get(encoding, encoding[:6])  # the name that leaves the mark out
    refuse_binary(sample)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)  # the last character may be cut
    except UnicodeDecodeError:
        return _guess(sample)
    return "utf-8"


def _guessed(data: bytes) -> str:
    encoding = _guess(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise IntakeError(f"it looks like {encoding} but breaks at byte {error.start}: save it as UTF-8") from error


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes  # imported late: nearly all files are UTF-8

    first = _BEYOND_ASCII.search(data)
    start = max(0, (first.start() if first else 0) - SAMPLE_BYTES // 8)
    best = from_bytes(data[start : start + SAMPLE_BYTES]).best()
    if best is None:
        raise IntakeError("its encoding cannot be told: save it as UTF-8")
    return best.encoding
