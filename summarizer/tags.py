"""Reads a marked article by its tags: what a tag stands for, and where that is named.

A tag is a letter and a position, counted from 1: `N7` a number, `A1` an actor, `P2` a place, `D3` a date, `W4` a
speaker, `S12` a sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any

from summarizer.models import Article, Attribution, MarkedArticle

PUBLISHED = "published"
"""Stands for the article's own date where a figure is given in the present tense."""

_HOLDS = {"N": "quantities", "A": "actors", "P": "places", "D": "times", "W": "attributions"}
# No article has this many of anything; a longer number is no tag.
_MOST_DIGITS = 6


def find(tag: str, marked: MarkedArticle) -> Any:
    """Return what a tag stands for, None where nothing does."""
    letter, digits = tag[:1], tag[1:]
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS) or digits.startswith("0"):
        return None
    items = marked.article.sentences if letter == "S" else getattr(marked, _HOLDS.get(letter, ""), ())
    return items[int(digits) - 1] if int(digits) <= len(items) else None


def actor_starts(tag: str, marked: MarkedArticle) -> list[int]:
    """Return where an actor is named, nowhere for a tag that is no actor."""
    if not tag.startswith("A") or find(tag, marked) is None:
        return []
    return [n.start for n in marked.names if n.actor == int(tag[1:]) - 1]


def place_starts(tag: str, marked: MarkedArticle) -> list[int]:
    """Return where a place is named, nowhere for a tag that is no place."""
    if not tag.startswith("P") or find(tag, marked) is None:
        return []
    return [s.start for s in marked.spots if s.place == int(tag[1:]) - 1]


def speaker_starts(tag: str, marked: MarkedArticle) -> list[int]:
    """Return where a speaker is named: that of an attribution, or an actor."""
    said = find(tag, marked)
    return [said.speaker_start] if isinstance(said, Attribution) else actor_starts(tag, marked)


def sentence_number(offset: int, article: Article) -> int:
    """Return the position in `article.sentences` of the one that holds an offset or last began before it."""
    return max(0, bisect_right(article.sentences, offset, key=lambda s: s.start) - 1)


def near(starts: Iterable[int], offset: int, article: Article, *, reach: int) -> bool:
    """Return True where one of `starts` lies in the offset's sentence or in one of the `reach` before it."""
    at = sentence_number(offset, article)
    return any(at - reach <= sentence_number(start, article) <= at for start in starts)


def in_furniture(start: int, end: int, article: Article) -> bool:
    """Return True where a stretch of the text belongs to the page and not to the article."""
    return any(f.start < end and start < f.end for f in article.furniture)
