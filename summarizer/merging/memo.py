"""Keeps the results of pure functions from one merge to the next, for as long as they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Memo:
    """Results by what they were made from. What a whole turn did not ask for is forgotten at its end.

    Objects in a key are told apart by identity (`id`), which is fast and right for values that never change. They must
    be reachable from the result or from `held`, so that no new object can take an id while it is in use here.
    """

    def __init__(self) -> None:
        self._last: dict[Hashable, tuple[Any, object]] = {}
        self._now: dict[Hashable, tuple[Any, object]] = {}

    def get(self, key: Hashable, make: Callable[[], T], held: object = None) -> T:
        """Return the result for a key, made by `make` if it is not there yet."""
        found = self._now.get(key) or self._last.get(key)
        if found is None:
            found = (make(), held)
        self._now[key] = found
        result: T = found[0]
        return result

    def turn(self) -> None:
        """Begin a new turn: what the last one did not ask for is dropped."""
        self._last, self._now = self._now, {}
