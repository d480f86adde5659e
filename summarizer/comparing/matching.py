"""Pairs of what is the same on two sides. Whatever is paired is paired alike when the sides are changed over."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from summarizer.linking import components

T = TypeVar("T")
Key = Callable[[T], Hashable]
"""What two things must have in common; None for one that is not to be paired by it."""


class Pairing(Generic[T]):
    """Two lists, and which of the one is which of the other. Each step pairs only what no step before it has."""

    def __init__(self, old: Iterable[T], new: Iterable[T], order: Callable[[T], Any]) -> None:
        """Take both sides, and what sorts them without regard to the side they are on."""
        self.old = sorted(old, key=order)
        self.new = sorted(new, key=order)
        self.pairs: list[tuple[T, T]] = []

    def by(self, key: Key[T], *, once: bool = False, unless: Callable[[T, T], bool] | None = None) -> Pairing[T]:
        """Pair what has the same key, in order; with `once` only where each side has one with it.

        Args:
            key: what they must have in common.
            once: whether several with one key stay unpaired, because nothing tells which is which.
            unless: says of two with one key that they are not the same all the same.
        """
        mine, theirs = _by_key(self.old, key), _by_key(self.new, key)
        taken: set[int] = set()
        for shared, ones in mine.items():
            others = theirs.get(shared, [])
            if once and (len(ones), len(others)) != (1, 1):
                continue
            for one, other in zip(ones, others, strict=False):
                if unless is None or not unless(one, other):
                    self.pairs.append((one, other))
                    taken |= {id(one), id(other)}
        self.old = [one for one in self.old if id(one) not in taken]
        self.new = [other for other in self.new if id(other) not in taken]
        return self


def _by_key(listed: Iterable[T], key: Key[T]) -> dict[Hashable, list[T]]:
    found: dict[Hashable, list[T]] = {}
    for each in listed:
        if (k := key(each)) is not None:
            found.setdefault(k, []).append(each)
    return found


def linked(
    old: Sequence[T], new: Sequence[T], marks: Callable[[T], Iterable[Hashable]]
) -> list[tuple[list[T], list[T]]]:
    """Return the groups of both sides that share marks, directly or by way of others; each with its two sides."""
    items = [*old, *new]
    first: dict[Hashable, int] = {}
    links = [(first.setdefault(mark, n), n) for n, item in enumerate(items) for mark in marks(item)]
    groups = components(len(items), links)
    return [([items[n] for n in g if n < len(old)], [items[n] for n in g if n >= len(old)]) for g in groups]
