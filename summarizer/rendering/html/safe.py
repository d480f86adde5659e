"""What keeps the words of articles words: escaping, and neither control nor bidi characters in what is shown."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from summarizer.rendering.phrases import clean, clean_lines

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).resolve().parent


class Verbatim(str):
    """Text of an article whose line breaks and spaces are kept."""

    __slots__ = ()


@cache
def environment() -> Environment:
    """Return the templates; whatever they print is cleaned, then escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=cleaned,
    )


def cleaned(value: Any) -> Any:
    """Return a value that a template prints: plain strings on one line, `Verbatim` ones with their lines."""
    if type(value) is str:
        return clean(value)
    # A plain string again: what comes out of here is still to be escaped.
    return clean_lines(value) if type(value) is Verbatim else value


def web_address(url: str | None) -> str | None:
    """Return an address that may be a link: http or https, with a host. None for all others."""
    try:
        parts = urlsplit(clean(url or ""))
        return parts.geturl() if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None
