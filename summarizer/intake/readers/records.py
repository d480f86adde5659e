"""JSON: one article, a list of them, an object that holds a list; and JSON lines, one article a line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from summarizer.errors import IntakeError
from summarizer.intake.decode import decode
from summarizer.intake.material import Line, Material
from summarizer.intake.readers.document import Document, Options
from summarizer.intake.readers.fields import Fields
from summarizer.intake.readers.rowwise import documents_of
from summarizer.models import Failure

# Lists of articles are looked for this deep: {"response": {"results": [...]}}.
MAX_DEPTH = 3
LISTS = (
    "articles",
    "items",
    "entries",
    "results",
    "hits",
    "data",
    "documents",
    "docs",
    "posts",
    "stories",
    "news",
    "rows",
)

_REPORT = frozenset({"version", "schema", "run", "articles"})


def read_json(material: Material, options: Options) -> Iterator[Document | Failure]:
    """Read a JSON file; each item of a list fails alone."""
    try:
        root = json.loads(decode(material.read()), strict=False)
    except ValueError as error:
        if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data" and error.lineno > 1:
            yield from read_jsonl(material, options)  # one object a line, whatever the file is called
            return
        raise IntakeError(f"it is no JSON ({_told(error)}): mend it or fetch it again") from error
    except RecursionError as error:
        raise IntakeError("its JSON is nested too deeply to be read: give a list of articles") from error
    if isinstance(root, Mapping) and root.keys() >= _REPORT:
        raise IntakeError("it is a report of summarize, no article: show it with `summarize render`, or move it away")
    items = list(_items(root, Fields(options.columns)))
    if not items:
        raise IntakeError("it holds no article: give an object with a text, or a list of such objects")
    make = _maker(material, options)
    if len(items) == 1:
        yield make(items[0], "")
    else:
        yield from documents_of(((f"item {n}", item) for n, item in enumerate(items, 1)), make, material)


def read_jsonl(material: Material, options: Options) -> Iterator[Document | Failure]:
    """Read JSON lines; the file may be of any length, and a broken line fails alone."""
    yield from documents_of(_lines(material), _maker(material, options), material)


def _lines(material: Material) -> Iterator[tuple[str, Any]]:
    """Yield the place of each line and what it holds, an IntakeError for what cannot be read."""
    wide = material.head(4).startswith((b"\xff\xfe", b"\xfe\xff"))
    for line in _decoded(material) if wide else material.lines():
        if line.data is None:
            yield f"line {line.number}", IntakeError("it is too long: give one article a line")
        elif line.data.strip(b" \t\r\n\xef\xbb\xbf"):
            yield f"line {line.number}", _loaded(line.data)


def _decoded(material: Material) -> Iterator[Line]:
    """Yield the lines of a file in UTF-16, which is read as a whole: its line ends are two bytes."""
    for number, text in enumerate(decode(material.read()).splitlines(), 1):
        yield Line(number, text.encode("utf-8", "replace"))


def _loaded(line: bytes) -> Any:
    try:
        return json.loads(line.decode("utf-8-sig"), strict=False)
    except UnicodeDecodeError as error:
        return IntakeError(f"it is not UTF-8 (byte {error.start}): save the file as UTF-8")
    except ValueError as error:
        told = error.msg.lower() if isinstance(error, json.JSONDecodeError) else "a number too long"
        return IntakeError(f"it is no JSON ({told}): mend it or take it out")
    except RecursionError:
        return IntakeError("its JSON is nested too deeply: mend it or take it out")


def _maker(material: Material, options: Options) -> Callable[[Any, str], Document]:
    fields = Fields(options.columns)

    def make(item: Any, place: str) -> Document:
        if isinstance(item, IntakeError):
            raise item
        if isinstance(item, str):
            item = {"text": item}
        if not isinstance(item, Mapping):
            raise IntakeError("it is no object: give each article as an object with a text")
        inner = item.get("_source")  # as search engines export
        row = {**inner, "_id": item.get("_id")} if isinstance(inner, Mapping) else item
        plain = json.dumps(item, sort_keys=True, ensure_ascii=False).encode("utf-8", "replace")
        digest = hashlib.sha256(plain).hexdigest()
        return fields.document(row, sha256=digest, path=material.path, url=material.url, place=place)

    return make


def _items(root: Any, fields: Fields, depth: int = 0) -> Iterator[Any]:
    """Yield what may be an article in a JSON file."""
    if isinstance(root, list):
        yield from root
    elif not isinstance(root, Mapping) or "_source" in root:
        yield root
    elif isinstance(fields.value(root, "text"), (Mapping, type(None))):
        yield from _inside(root, fields, depth)
    else:
        yield root


def _inside(root: Mapping[str, Any], fields: Fields, depth: int) -> Iterator[Any]:
    by_name = {str(key).lower(): value for key, value in root.items()}
    for name in LISTS:
        value = by_name.get(name)
        if isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
            yield from value
            return
    rows = [value for value in root.values() if isinstance(value, Mapping)]
    # Articles by their ids: {"a1": {"text": ...}, ...}.
    if rows and len(rows) == len(root) and any(fields.value(row, "text") is not None for row in rows):
        for key, row in root.items():
            yield {"id": key, **row}
        return
    lists = [value for value in root.values() if isinstance(value, list) and any(isinstance(v, Mapping) for v in value)]
    if len(lists) == 1:
        yield from lists[0]
    elif len(rows) == 1 and depth < MAX_DEPTH and not fields.has_text_column(root):
        yield from _items(rows[0], fields, depth + 1)
    else:
        yield root


def _told(error: ValueError) -> str:
    return f"{error.msg.lower()} at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else str(error)[:80]
