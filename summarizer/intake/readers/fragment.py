"""The text of a piece of markup that is all article: the content of a feed's entry, a mail, a row of a table."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.intake.readers.body import tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAG = re.compile(
    r"<(?:p|div|br|a|ul|ol|li|h[1-6]|em|strong|b|i|span|img|table|blockquote|figure)\b[^<>]{0,2000}>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_NO_TEXT = frozenset({"script", "style", "noscript", "template", "head", "iframe", "svg", "button", "select", "form"})
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup"
    " time tt u var wbr img".split()
)


def text_of(content: str) -> str:
    """Return the text of content that may be markup; paragraphs apart by a blank line, list items marked with "•"."""
    if not _TAG.search(content):
        return (html.unescape(content) if _ENTITY.search(content) else content).strip()
    from summarizer.intake.readers.markup import parse_text  # imported late, with the parser

    return text_of_tree(parse_text(content).tree)


def text_of_tree(tree: HtmlElement) -> str:
    """Return all text of a tree but that of scripts and forms."""
    return "\n\n".join(_blocks(tree))


def _blocks(tree: HtmlElement) -> Iterator[str]:
    parts: list[str] = []
    for element, opening in _walk(tree):
        tag = element.tag
        if tag == "br":
            parts.append("\n" if opening else "")
        elif tag in ("td", "th"):
            parts.append("; " if opening and element.getprevious() is not None else "")
        elif tag not in _INLINE:
            text = tidy("".join(parts))
            parts = []
            if any(map(str.isalnum, text)):
                yield text
        if opening:
            parts.append("• " if tag == "li" else "")
            parts.append((element.text or "") if tag not in _NO_TEXT else "")
        else:
            parts.append(element.tail or "")
    last = tidy("".join(parts))
    if last:
        yield last


def _walk(element: HtmlElement) -> Iterator[tuple[HtmlElement, bool]]:
    """Yield elements as they open and close; what holds no text is not entered. The parser bounds the depth."""
    yield element, True
    if element.tag not in _NO_TEXT:
        for child in element:
            yield from _walk(child)
    yield element, False
