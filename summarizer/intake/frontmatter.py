"""Front matter: the `---` lines with title, author and date that Markdown files begin with.

Read here, not by a YAML library: the keys that matter are flat, what a stranger's file says is then only ever text,
and neither anchors nor tags can do harm. Lists ("[A, B]" or "- A" lines) are joined with commas.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from summarizer.late_patterns import late_pattern

# Front matter longer than this is none.
MAX_FRONT = 8192

_FENCE = re.compile(r"---[ \t]*\r?\n")
_END = late_pattern(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_PAIR = late_pattern(r"([A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(.*))?$")
_FIELDS = {
    "title": "title",
    "headline": "title",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "date": "published",
    "published": "published",
    "pubdate": "published",
    "publish date": "published",
    "outlet": "outlet",
    "source": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "url": "url",
    "link": "url",
    "canonical": "url",
    "lang": "language",
    "language": "language",
}


class FrontMatter(NamedTuple):
    """What the front matter says, by the names of `Article`; `end` is where it ends, 0 when there is none."""

    end: int = 0
    values: Mapping[str, str] = MappingProxyType({})


def front_matter(text: str) -> FrontMatter:
    """Return the front matter that `text` begins with; a `---` rule above ordinary text is none."""
    fence = _FENCE.match(text)
    closing = _END.search(text, fence.end(), MAX_FRONT) if fence else None
    if not fence or not closing:
        return FrontMatter()
    lines = text[fence.end() : closing.start()].splitlines()
    pairs = _pairs(lines)
    if pairs is None:
        return FrontMatter()
    values: dict[str, str] = {}
    for key, value in pairs.items():
        name = _FIELDS.get(key.lower().replace("_", " "))
        if name and value:
            values.setdefault(name, value)
    if "language" in values:
        values["language"] = values["language"][:2].lower()  # "en-GB"
    return FrontMatter(closing.end(), values)


def _pairs(lines: list[str]) -> dict[str, str] | None:
    """Return keys and values, None where a line is neither a pair, a list item, nested, a comment nor blank."""
    pairs: dict[str, str] = {}
    key = ""
    for line in lines:
        body = line.strip()
        found = _PAIR.match(line)
        if not body or body.startswith("#"):
            continue
        if found:
            key = found[1]
            pairs[key] = _scalar(found[2] or "")
        elif key and body.startswith("- "):
            pairs[key] = ", ".join(part for part in (pairs[key], _scalar(body[2:])) if part)
        elif not key or not line[0].isspace():
            return None
    return pairs or None


def _scalar(value: str) -> str:
    value = value.strip()
    if value[:1] == "[" and value[-1:] == "]":
        return ", ".join(part for part in (_scalar(item) for item in value[1:-1].split(",")) if part)
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return "" if value in ("null", "~", "|", ">", "") else value.partition(" #")[0].strip()
