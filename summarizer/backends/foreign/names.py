"""Names in another language: which known one a text's words stand for, and whether a name can be read off them.

A domain lists what its known names are called elsewhere (foreign.toml beside names.toml). A name that is not listed
there counts only where it can be read off the words: in Latin letters as they stand, else by its consonants.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from summarizer.errors import SchemaError
from summarizer.folding import fold
from summarizer.scripts import can_be_read

FILE = "foreign.toml"
_WORD = re.compile(r"[^\W_]+")
_ARABIC = re.compile("[\u0600-\u06ff]")
# Letters that a word may lose or change at its end when it is declined, and how many it must keep.
_ENDING, _STEM = 2, 3


@dataclass(frozen=True, slots=True)
class ForeignName:
    """A known name, its kind ("place" for places), and what it is called elsewhere."""

    name: str
    kind: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A known name where a text has one of its forms."""

    start: int
    end: int
    name: str
    kind: str


@lru_cache(maxsize=8)
def foreign_names(folder: Path | None) -> tuple[ForeignName, ...]:
    """Return what a domain's known names are called elsewhere, from its folder; nothing where it lists none.

    Raises:
        SchemaError: the list cannot be read.
    """
    path = folder / FILE if folder else None
    if path is None or not path.is_file():
        return ()
    try:
        rows = tomllib.loads(path.read_text("utf-8"))["name"]
        return tuple(ForeignName(row["name"], row["kind"], tuple(row["forms"])) for row in rows)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise SchemaError(f"{path} cannot be read: {error}") from error


def find_known(text: str, known: Sequence[ForeignName]) -> list[Found]:
    """Return where known names stand in a text, the longest form first where forms overlap, in text order."""
    found: list[Found] = []
    forms = sorted(((form, name) for name in known for form in name.forms), key=lambda pair: -len(pair[0]))
    taken, lowered = bytearray(len(text)), text.lower()
    for form, name in forms:
        # Most forms are not there at all, and to look for their beginning costs next to nothing.
        for start, end in _standing(form, text) if _stem(form) in lowered else ():
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(Found(start, end, name.name, name.kind))
    return sorted(found, key=lambda f: f.start)


def can_stand_for(name: str, words: str) -> bool:
    """Whether an unlisted name can be what the words of a text say: the same letters, or the same consonants."""
    return f" {fold(name)} " in f" {fold(words)} " or can_be_read(name, words)


@lru_cache(maxsize=4096)
def _stem(form: str) -> str:
    """Return what stands in any text that has a form: the beginning of its first word, without an article."""
    first = re.sub("^ال", "", _WORD.findall(form)[0])
    return first[: max(_STEM, len(first) - _ENDING)].lower()


def _standing(form: str, text: str) -> Iterator[tuple[int, int]]:
    pattern = _pattern(form)
    return (m.span("form") for m in pattern.finditer(text))


@lru_cache(maxsize=4096)
def _pattern(form: str) -> re.Pattern[str]:
    """Return a pattern that finds a form with the endings and prefixes that its language adds."""
    words = _WORD.findall(form)
    if _ARABIC.search(form):
        # و and, ف then, ب in, ك as, ل for, in one word with what follows; ل swallows the article's first letter.
        bare = [re.sub("^ال", "", w) for w in words]
        joined = r"[\s-]+".join(f"(?:ال)?{re.escape(w)}" for w in bare)
        return re.compile(rf"(?<![^\W\d_])[وف]?[بكل]?(?P<form>(?:ل(?=ل))?{joined})(?![^\W\d_])")
    if form.isupper():
        return re.compile(rf"(?<!\w)(?P<form>{re.escape(form)})(?!\w)")
    parts = [re.escape(w[: max(_STEM, len(w) - _ENDING)] if len(w) > _STEM else w) + r"\w{0,4}" for w in words]
    # A name begins with a capital, however the words in it are written.
    first = parts[0][0].upper() if form[0].isupper() else parts[0][0]
    rest = "[^\\w]{1,3}".join([parts[0][1:], *parts[1:]])
    return re.compile(rf"(?<!\w)(?P<form>{first}(?i:{rest}))(?!\w)")
