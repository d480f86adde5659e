"""Whether a text has one of the words and phrases of a list.

Single words are looked up. One large pattern of them all is what a short run would spend more time on than on using it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from summarizer.cues.index import lowered
from summarizer.schema import Forms

LONGEST_OBJECT = 80  # characters between the words of a verb that its object parts
_WORD = re.compile(r"\w+")


class _Listed(NamedTuple):
    """A list of forms: its single words in lower case; each other form behind its first word."""

    words: frozenset[str]
    others: tuple[tuple[str, str], ...]


def has_one_of(forms: Forms, text: str) -> bool:
    """Return whether a text has one of some forms, in any case, as words of its own.

    A form of several words may hold its object: "drove 300 people from their homes" has "drove from".
    """
    listed = _listed(forms)
    words = frozenset(_WORD.findall(lowered(text)))
    if not listed.words.isdisjoint(words):
        return True
    return any((not first or first in words) and _compiled(form).search(text) for first, form in listed.others)


@lru_cache(maxsize=64)
def _listed(forms: Forms) -> _Listed:
    single = frozenset(f for f in forms if f.isascii() and f.isalnum())
    return _Listed(frozenset(f.lower() for f in single), tuple((_first_word(f), f) for f in forms if f not in single))


def _first_word(form: str) -> str:
    """Return the word that a form begins with in lower case; "" where letters are not so simple as those of ASCII."""
    found = _WORD.match(form) if form.isascii() else None
    return found[0].lower() if found else ""


@lru_cache(maxsize=1024)
def _compiled(form: str) -> re.Pattern[str]:
    spaced = re.escape(form).replace(r"\ ", rf"\b[^.;]{{1,{LONGEST_OBJECT}}}\b")
    return re.compile(rf"\b(?:{spaced})\b", re.IGNORECASE)
