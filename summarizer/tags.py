"""Reads a marked article by its tags: what a tag stands for, and where that is named.

A tag is a letter and a position, counted from 1: `N7` a number, `A1` an actor, `P2` a place, `D3` a date, `W4` a
speaker, `U5` what looks like a name and could not be read, `S12` a sentence.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from summarizer.models import Article, Attribution, MarkedArticle, Unread

PUBLISHED = "published"
"""Stands for the article's own date where a figure is given in the present tense."""

_HOLDS = {"N": "quantities", "A": "actors", "P": "places", "D": "times", "W": "attributions", "U": "unread"}
# No article has this many of anything; a longer number is no tag.
_MOST_DIGITS = 6


def find(tag: str, marked: MarkedArticle) -> Any:
    """Return what a tag stands for, None where nothing does."""
    letter, digits = tag[:1], tag[1:]
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS) or digits.startswith("0"):
        return None
    items = marked.article.sentences if letter == "S" else getattr(marked, _HOLDS.get(letter, ""), ())
    return items[int(digits) - 1] if int(digits) <= len(items) else None


def actor_starts(tag: str, marked: MarkedArticle) -> Sequence[int]:
    """Return where an actor is named, nowhere for a tag that is no actor."""
    if not tag.startswith("A") or find(tag, marked) is None:
        return []
    return _starts(_Mentions(marked.names)).get(int(tag[1:]) - 1, ())


def place_starts(tag: str, marked: MarkedArticle) -> Sequence[int]:
    """Return where a place is named, nowhere for a tag that is no place."""
    if not tag.startswith("P") or find(tag, marked) is None:
        return []
    return _starts(_Mentions(marked.spots)).get(int(tag[1:]) - 1, ())


def actors_within(first: int, after: int, marked: MarkedArticle) -> list[str]:
    """Return the tags of the actors that are named in a stretch of the text."""
    return [f"A{n + 1}" for n in _whose(_Mentions(marked.names), first, after)]


def places_within(first: int, after: int, marked: MarkedArticle) -> list[str]:
    """Return the tags of the places that are named in a stretch of the text."""
    return [f"P{n + 1}" for n in _whose(_Mentions(marked.spots), first, after)]


def name_spans(tag: str, marked: MarkedArticle) -> Sequence[tuple[int, int]]:
    """Return start and end of each mention of an actor, a place or an unread name, in text order."""
    found = find(tag, marked)
    if isinstance(found, Unread):
        return found.spans
    listed = {"A": marked.names, "P": marked.spots}.get(tag[:1])
    return [] if found is None or listed is None else _spans(_Mentions(listed)).get(int(tag[1:]) - 1, ())


class _Mentions:
    """The mentions of an article's actors or places, known by their identity: to compare them would take too long."""

    def __init__(self, listed: Sequence[tuple[int, int, int]]) -> None:
        self.listed = listed

    def __hash__(self) -> int:
        return id(self.listed)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Mentions) and other.listed is self.listed


@lru_cache(maxsize=8)
def _starts(mentions: _Mentions) -> Mapping[int, Sequence[int]]:
    """Return in text order where each is mentioned. Kept, as each figure of an article asks for some of them."""
    return {whose: [start for start, _ in found] for whose, found in _spans(mentions).items()}


@lru_cache(maxsize=8)
def _spans(mentions: _Mentions) -> Mapping[int, Sequence[tuple[int, int]]]:
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for start, end, whose in mentions.listed:
        spans[whose].append((start, end))
    return {whose: sorted(found) for whose, found in spans.items()}


@lru_cache(maxsize=8)
def _in_order(mentions: _Mentions) -> tuple[list[int], list[int]]:
    """Return where each mention starts, in text order, and whose it is."""
    listed = sorted((start, whose) for start, _, whose in mentions.listed)
    return [start for start, _ in listed], [whose for _, whose in listed]


def _whose(mentions: _Mentions, first: int, after: int) -> list[int]:
    starts, whose = _in_order(mentions)
    return sorted(set(whose[bisect_left(starts, first) : bisect_left(starts, after)]))


def speaker_starts(tag: str, marked: MarkedArticle) -> Sequence[int]:
    """Return where a speaker is named: that of an attribution, or an actor."""
    said = find(tag, marked)
    return [said.speaker_start] if isinstance(said, Attribution) else actor_starts(tag, marked)


def sentence_number(offset: int, article: Article) -> int:
    """Return the position in `article.sentences` of the one that holds an offset or last began before it."""
    return max(0, bisect_right(article.sentences, offset, key=lambda s: s.start) - 1)


def near(starts: Sequence[int], offset: int, article: Article, *, reach: int) -> bool:
    """Return True where one of `starts`, in text order, lies in the offset's sentence or in the `reach` before it."""
    return is_within(starts, *stretch(offset, article, reach=reach))


def stretch(offset: int, article: Article, *, reach: int) -> tuple[int, int]:
    """Return where the offset's sentence with the `reach` before it begins, and where the next one does."""
    at = sentence_number(offset, article)
    first = article.sentences[at - reach].start if at > reach else 0
    return first, article.sentences[at + 1].start if at + 1 < len(article.sentences) else len(article.text)


def is_within(starts: Sequence[int], first: int, after: int) -> bool:
    """Return True where one of `starts`, in text order, lies in a stretch."""
    index = bisect_left(starts, first)
    return index < len(starts) and starts[index] < after


def in_furniture(start: int, end: int, article: Article) -> bool:
    """Return True where a stretch of the text belongs to the page and not to the article."""
    return any(f.start < end and start < f.end for f in article.furniture)
