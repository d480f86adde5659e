"""Who speaks at a position of an article: the attributions that cover it, found without reading all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from summarizer.models import Attribution


class Voices:
    """A look-up over attributions in text order."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        """Take the attributions of one article, sorted by their starts."""
        self._attributions = attributions
        self._starts = [a.start for a in attributions]
        # The furthest end of all up to each one: where it is passed, none further back can reach the position.
        self._reach = list(accumulate((a.end for a in attributions), max))

    def at(self, position: int) -> list[tuple[int, Attribution]]:
        """Return the attributions that cover a position, innermost first, with their places in the sequence."""
        covering = []
        index = bisect_right(self._starts, position) - 1
        while index >= 0 and self._reach[index] > position:
            if self._attributions[index].end > position:
                covering.append((index, self._attributions[index]))
            index -= 1
        return sorted(covering, key=lambda pair: (pair[1].end - pair[1].start, -pair[1].start, pair[0]))
