"""Copies: which articles of a set carry the text of another, whole, cut or lightly edited, and which one is the origin.

A text is a copy of another where nearly all of it stands there, in runs of words and without other numbers. So a report
of the same event in own words is none, nor is an update that says much that is new or gives other figures. The origin
is the text that holds the others; of texts that hold each other, the one published first. What is alike is found by
sketches (MinHash) in bands (LSH), in time near linear in the number of texts, and then compared word by word, so
sketches decide only what is compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache

from summarizer.intake.likeness import (
    BANDS,
    LEAD_BANDS,
    MIN_WORDS,
    ROWS,
    Wording,
    sketches,
    wording,
    words_of,
)
from summarizer.models import Article

# Of the runs of three words in a copy, this share stands in its origin: what is left when one word in eleven is
# changed. Of reports of one event in own words a seventh is shared, of statements in a running series a third.
COPIED = 0.75
# Of the numbers in a copy this share stands in its origin. An update keeps the words and changes the figures.
SAME_NUMBERS = 0.8
# In a band's bucket each text is compared with the first and so many before it: all pairs would be quadratic where a
# thousand copies share a bucket, and what copies the same origin need not be compared with each other.
NEIGHBOURS = 8

_BAND_BYTES = 4 * ROWS


class SketchIndex:
    """Sketches of texts, 792 bytes each, and the pairs of texts that are worth comparing."""

    def __init__(self) -> None:
        self._sketches = bytearray()
        self._numbers: list[int] = []

    def add(self, number: int, words: Sequence[str]) -> None:
        """Take a text in, under a number of the caller's."""
        self._sketches += sketches(words)
        self._numbers.append(number)

    def alike(self) -> dict[int, set[int]]:
        """Return for each text those that it shares a band with, both ways; those that share none are left out."""
        found: dict[int, set[int]] = {}
        for band in range(BANDS + LEAD_BANDS):
            for bucket in self._buckets(band):
                for at, one in enumerate(bucket):
                    for other in (bucket[0], *bucket[max(1, at - NEIGHBOURS) : at]):
                        if other != one:
                            found.setdefault(one, set()).add(other)
                            found.setdefault(other, set()).add(one)
        return found

    def _buckets(self, band: int) -> Iterator[list[int]]:
        """Yield the texts that agree in a band, in the order of their numbers; one band at a time is held."""
        width = _BAND_BYTES * (BANDS + LEAD_BANDS)
        buckets: dict[bytes, list[int]] = {}
        for at, number in enumerate(self._numbers):
            start = at * width + band * _BAND_BYTES
            buckets.setdefault(bytes(self._sketches[start : start + _BAND_BYTES]), []).append(number)
        return (sorted(bucket) for bucket in buckets.values() if len(bucket) > 1)


def find_copies(articles: Sequence[Article]) -> dict[str, str]:
    """Return for each copy among `articles`, by id, the id of its origin, which is no copy itself.

    The order of `articles` does not matter. Ids must differ. Time is linear in the texts, but for sorting, and for
    buckets that texts share; the index holds 792 bytes a text.
    """
    if len(articles) < 2:
        return {}
    ranked = sorted(articles, key=_rank)
    index = SketchIndex()
    origin, sizes = _taken_in(ranked, index)
    alike = index.alike()
    compare = _Comparison(ranked)
    _same(origin, alike, compare)
    _cut(origin, alike, sizes, compare)
    return {ranked[n].id: ranked[_root(origin, n)].id for n in sorted(origin)}


def _rank(article: Article) -> tuple[str, int, bool, str, str, str]:
    """Return what orders articles: published first, then longest, then with an outlet; the rest only settles ties."""
    return (
        _instant(article.published),
        -len(article.text),
        article.outlet is None,
        article.path or "",
        article.url or "",
        article.id,
    )


def _instant(published: str | None) -> str:
    """Return a time that sorts: a bare day after the times of that day, no date last."""
    try:
        when = datetime.fromisoformat(published or "")
        when = when.astimezone(UTC) if when.tzinfo else when
    except (ValueError, OverflowError):
        return "~"
    return f"{when:%Y-%m-%d}~" if len(published or "") <= len("2018-09-13") else f"{when:%Y-%m-%dT%H:%M:%S}"


def _taken_in(ranked: Sequence[Article], index: SketchIndex) -> tuple[dict[int, int], list[int]]:
    """Return the articles that are word for word an earlier one, with that one, and how many words each has.

    The others go into the index. The words of one article at a time are held.
    """
    first: dict[bytes, int] = {}
    origin: dict[int, int] = {}
    sizes: list[int] = []
    for number, article in enumerate(ranked):
        words = words_of(article)
        sizes.append(len(words))
        key = hashlib.sha256("\n".join(words or [article.text]).encode("utf-8", "surrogatepass")).digest()
        if first.setdefault(key, number) != number:
            origin[number] = first[key]
        elif len(words) >= MIN_WORDS:
            index.add(number, words)
    return origin, sizes


class _Comparison:
    """Compares texts word by word; keeps the wording of those compared last."""

    def __init__(self, ranked: Sequence[Article]) -> None:
        self._wording: Callable[[int], Wording] = lru_cache(maxsize=256)(lambda n: wording(words_of(ranked[n])))

    def copied(self, number: int, other: int) -> bool:
        """Return whether nearly all of a text stands in another."""
        one, two = self._wording(number), self._wording(other)
        if len(one.runs & two.runs) < COPIED * len(one.runs):
            return False
        return len(one.numbers & two.numbers) >= SAME_NUMBERS * len(one.numbers)


def _root(origin: Mapping[int, int], number: int) -> int:
    while number in origin:
        number = origin[number]
    return number


def _same(origin: dict[int, int], alike: Mapping[int, set[int]], compare: _Comparison) -> None:
    """Note for each text that holds, and is held by, an earlier one which that is."""
    for number in sorted(alike):
        roots = {_root(origin, other) for other in alike[number] if other < number}
        for root in sorted(roots):
            if compare.copied(number, root) and compare.copied(root, number):
                origin[number] = root
                break


def _cut(origin: dict[int, int], alike: Mapping[int, set[int]], sizes: Sequence[int], compare: _Comparison) -> None:
    """Note for each text that a longer one holds which that is; the longest come first, so that it is no copy."""
    whole = [number for number in alike if number not in origin]
    done: set[int] = set()
    for number in sorted(whole, key=lambda n: (-sizes[n], n)):
        roots = {_root(origin, other) for other in alike[number]} & done
        held = next((root for root in sorted(roots) if compare.copied(number, root)), None)
        if held is None:
            done.add(number)
        else:
            origin[number] = held
