"""What links lead to from one another, directly or by way of others."""

from __future__ import annotations

from collections.abc import Iterable


def components(size: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return which of the numbers below `size` links lead to each other, each list sorted, in order of their first.

    Near-linear: a forest of disjoint sets whose paths are halved as they are walked (Tarjan and van Leeuwen, 1984).
    """
    parent = list(range(size))

    def find(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for one, other in links:
        a, b = find(one), find(other)
        parent[max(a, b)] = min(a, b)
    found: dict[int, list[int]] = {}
    for index in range(size):
        found.setdefault(find(index), []).append(index)
    return list(found.values())
