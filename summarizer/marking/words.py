"""Splits a stretch of text into words with offsets, once, for all that looks for names and rules."""

from __future__ import annotations

import re

from summarizer.models import Word

# A dotted acronym ("U.S."), or letters and digits with hyphens and apostrophes inside ("Al-Hasakah", "Sa’du", "M23").
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-’'‘`ʿʾ‑][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’'`][sS]$")
_ARTICLE_PREFIX = re.compile(r"(?:al|el|as|ash|ar|an|at|ad|az|ez|ul)[-‑’']+(?=[^\W\d_a-z])")


def words_of(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Return the words of `text[start:end]`, offsets into `text`. Linear in the length."""
    found: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        raw, first, last = match[0], match.start(), match.end()
        possessive = len(raw) > 2 and raw[-1] in "sS" and _POSSESSIVE.search(raw) is not None
        if possessive:
            raw, last = raw[:-2], last - 2
        cap = raw[0].isupper() or (raw[0] in "aeu" and _ARTICLE_PREFIX.match(raw) is not None)
        found.append(Word(raw, raw.lower(), first, last, cap, possessive))
    return tuple(found)
