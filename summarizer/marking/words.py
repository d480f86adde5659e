"""Splits a stretch of text into words with offsets, once, for all that looks for names and rules."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.models import Word

# A dotted acronym ("U.S."), or letters and digits with hyphens and apostrophes inside ("Al-Hasakah", "Sa’du", "M23").
# In a group, so that splitting gives gaps and words in turns.
_WORD = re.compile(r"((?:[^\W\d_]\.){2,}|[^\W_]+(?:[-’'‘`ʿʾ‑][^\W_]+)*)")
_POSSESSIVE = re.compile(r"[’'`][sS]$")
_ARTICLE_PREFIX = re.compile(r"(?:al|el|as|ash|ar|an|at|ad|az|ez|ul)[-‑’']+(?=[^\W\d_a-z])")


_FORMS_KEPT = 16_384  # forms read once and kept: the vocabulary of some hundred articles
_new = tuple.__new__  # what Word() does, without a call in between: there are more words than anything else


def words_of(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Return the words of `text[start:end]`, offsets into `text`. Linear in the length."""
    found: list[Word] = []
    # Gaps and words in turns: to add up their lengths costs less than to ask matches for where they stand.
    pieces = iter(_WORD.split(text[start:end]))
    for gap in pieces:
        raw = next(pieces, None)
        if raw is None:
            break
        start += len(gap)
        word, lower, cap, possessive = _form(raw)
        found.append(_new(Word, (word, lower, start, start + len(word), cap, possessive)))
        start += len(raw)
    return tuple(found)


@lru_cache(maxsize=_FORMS_KEPT)
def _form(raw: str) -> tuple[str, str, bool, bool]:
    """Return what of a word does not depend on its place: without possessive, in lower case, cap, possessive."""
    possessive = len(raw) > 2 and raw[-1] in "sS" and _POSSESSIVE.search(raw) is not None
    word = raw[:-2] if possessive else raw
    cap = word[0].isupper() or (word[0] in "aeu" and _ARTICLE_PREFIX.match(word) is not None)
    return word, word.lower(), cap, possessive
