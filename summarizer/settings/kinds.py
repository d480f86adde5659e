"""What a setting can be: how a value is read, from text or as TOML and Python give it, and how it is written again."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from summarizer.late_patterns import late_pattern
from summarizer.settings.budget import read_budget

# What a row of a table can say of an article.
COLUMNS = ("text", "title", "author", "outlet", "published", "url", "entry", "language")

_DAY = late_pattern(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_AGO = late_pattern(r"\d{1,5}[dw]", re.ASCII)


def _same(value: Any) -> Any:
    return value


class Kind(NamedTuple):
    """A kind of value.

    `name` says in words what fits, `metavar` how `--help` writes it. `read` returns the value or raises a `ValueError`
    whose words follow "it must be". `plain` returns what TOML and JSON can hold, and `read` takes it again. `choices`
    are all that fit, where they can be listed. `several` says that an option may be given several times, once for each.
    """

    name: str
    metavar: str
    read: Callable[[Any], Any]
    plain: Callable[[Any], Any] = _same
    choices: tuple[str, ...] = ()
    several: bool = False


def choice(*names: str) -> Kind:
    """Return the kind of a value from a closed list."""

    def read(value: Any) -> str:
        if value not in names:
            raise ValueError(f"one of {', '.join(names)}")
        return str(value)

    return Kind("one of " + ", ".join(names), "NAME", read, choices=names)


def whole(least: int) -> Kind:
    """Return the kind of whole numbers from `least` up."""
    words = "a positive whole number" if least == 1 else f"a whole number, {least} or more"

    def read(value: Any) -> int:
        try:
            # A float or a yes is no count, though int() would make one of it.
            number = int(value) if isinstance(value, str | int) and not isinstance(value, bool) else least - 1
        except ValueError:
            number = least - 1
        if number < least:
            raise ValueError(words)
        return number

    return Kind(words, "N", read)


def _read_text(value: Any) -> str:
    if not isinstance(value, str | Path) or not str(value).strip():
        raise ValueError("a text that is not empty")
    return str(value)


def _read_seconds(value: Any) -> float:
    try:
        seconds = math.nan if isinstance(value, bool) else float(value)
    except (ValueError, TypeError):
        seconds = math.nan
    if not (seconds > 0 and math.isfinite(seconds)):
        raise ValueError("a number of seconds above 0")
    return seconds


def _read_key(value: Any) -> str:
    """Return a key without the white space that copying brings along; a header of HTTP takes nothing but ASCII."""
    key = _read_text(value).strip()
    if not (key.isascii() and key.isprintable()):
        raise ValueError("one line of plain letters, digits and signs")
    return key


_TRUTHS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


def _read_truth(value: Any) -> bool:
    truth = value if isinstance(value, bool) else _TRUTHS.get(str(value).strip().lower())
    if truth is None:
        raise ValueError("true or false")
    return truth


def _read_path(value: Any) -> Path:
    return Path(_read_text(value)).expanduser()


def _read_url(value: Any) -> str:
    text = _read_text(value).strip()
    try:
        parts = urlsplit(text)
        fits = parts.scheme in ("http", "https") and parts.hostname and (parts.port or True)
    except ValueError:  # a port that is no number, a bracket that is not closed
        fits = False
    if not fits:
        raise ValueError("a web address such as http://127.0.0.1:8080/v1")
    return text


def _read_columns(value: Any) -> Mapping[str, str]:
    """Return which column holds what, from a mapping or from "text=body,title=headline"."""
    if isinstance(value, Mapping):
        pairs = list(value.items())
    else:
        pairs = [part.partition("=")[::2] for part in str(value).split(",")]
    found = {str(name).strip(): str(column).strip() for name, column in pairs}
    if wrong := next((name or "nothing" for name, column in found.items() if name not in COLUMNS or not column), None):
        known = ", ".join(COLUMNS)
        raise ValueError(f"pairs such as text=body,title=headline; {wrong!r} is none of {known}, or has no column")
    return found


def _read_day(value: Any) -> str:
    """Return a day, month or year, or how long ago ("7d", "2w"), as it is written."""
    text = str(value).strip()
    if not _AGO.fullmatch(text):
        parts = _DAY.fullmatch(text)
        try:
            date(*(int(part or 1) for part in parts.groups())) if parts else date(0, 1, 1)
        except ValueError:
            raise ValueError("a day, month or year (2019-03-02, 2019-03, 2019), or how long ago (7d, 2w)") from None
    return text


def _read_names(value: Any) -> tuple[str, ...]:
    """Return names from a list, or from a text that parts them by commas."""
    given = value.split(",") if isinstance(value, str) else value
    if not isinstance(given, list | tuple) or not all(isinstance(name, str) and name.strip() for name in given):
        raise ValueError("a name, or several parted by commas or as a list")
    return tuple(dict.fromkeys(name.strip() for name in given))


TEXT = Kind("a text", "TEXT", _read_text)
KEY = Kind("a key", "KEY", _read_key)
BUDGET = Kind("US dollars (0.50) or tokens (20000tokens)", "AMOUNT", read_budget, str)
NAME = Kind("a name", "NAME", _read_text)
NAME_OR_FOLDER = Kind("a name or a folder", "NAME|DIR", _read_text)
URL = Kind("a web address", "URL", _read_url)
SECONDS = Kind("seconds above 0", "SECONDS", _read_seconds)
TRUTH = Kind("true or false", "", _read_truth)
FOLDER = Kind("a folder", "DIR", _read_path, str)
FILE = Kind("a file", "FILE", _read_path, str)
DAY = Kind("a day, month or year (2019-03-02, 2019-03, 2019), or how long ago (7d, 2w)", "DAY", _read_day)
NAMES = Kind("a name, or several", "NAME", _read_names, list, several=True)
COLUMN_NAMES = Kind("pairs such as text=body,title=headline", "text=NAME,...", _read_columns, dict)
