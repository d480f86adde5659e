"""What figures allow, and which times are one.

Figures are intervals with open or closed ends: "more than 1,000" is everything above 1,000 without it, "up to 1,000"
everything below with it, so the two do not meet.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from summarizer.models import Estimate
from summarizer.periods import period

NEAR = 0.10
"""Approximate values this near to each other, relative to the larger, say the same."""

LONGEST_MOMENT = 92
"""Days up to which a period says when (a day, a month, a quarter); a longer one is a stretch counted over."""

SAME_STRETCH = 0.5
"""Least share of the longer stretch that two stretches have in common to be one: 2021 has too little of 2020/2021."""

DAYS_APART = 1
"""Stated days this far apart are one time: reports are filed in different time zones."""

DAYS_APART_PUBLISHED = 7
"""The same where a date is that of publication: papers pick up a figure within the week."""


@dataclass(frozen=True, slots=True)
class Interval:
    """What a figure allows; infinite where nothing bounds it. `approximate` ends reach `NEAR` further."""

    low: float
    high: float
    open_low: bool = False
    open_high: bool = False
    approximate: bool = False

    def meets(self, other: Interval) -> bool:
        """Whether a value exists that both allow."""
        first, last = sorted((self, other), key=lambda i: (i.low, i.high))
        gap = last.low - first.high
        touching_open = gap == 0 and (first.open_high or last.open_low)
        if gap < 0 or (gap == 0 and not touching_open):
            return self._spans_something(other)
        if not (self.approximate or other.approximate):
            return False
        return gap <= NEAR * max(abs(last.low), abs(first.high))

    def _spans_something(self, other: Interval) -> bool:
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low < high:
            return True
        closed = not any(i.open_low and i.low == low for i in (self, other))
        return closed and not any(i.open_high and i.high == high for i in (self, other))


def interval(estimate: Estimate) -> Interval:
    """Return what an estimate allows. Counts and areas are never below 0."""
    return Interval(
        low=0.0 if estimate.low is None else estimate.low,
        high=math.inf if estimate.high is None else estimate.high,
        open_low=estimate.qualifier == "more_than",
        open_high=estimate.qualifier == "fewer_than",
        approximate=estimate.qualifier == "approximate",
    )


def same_number(one: Estimate, other: Estimate) -> bool:
    """Whether two figures are given by a common number: "an estimated 2,000" and "as many as 2,000"."""
    bounds = [{b for b in (e.low, e.high) if b is not None} for e in (one, other)]
    return not bounds[0].isdisjoint(bounds[1])


def comparable_times(one: Estimate, other: Estimate) -> bool:
    """Whether two dated figures speak of one time: moments that touch, or stretches that are much the same."""
    a, b = days(one.as_of), days(other.as_of)
    if a is None or b is None:
        return False
    shared = min(a[1], b[1]) - max(a[0], b[0]) + 1
    lengths = [last - first + 1 for first, last in (a, b)]
    if max(lengths) > LONGEST_MOMENT:
        return shared >= SAME_STRETCH * max(lengths)
    published = "publication" in (one.as_of_basis, other.as_of_basis)
    return -shared < (DAYS_APART_PUBLISHED if published else DAYS_APART)


def is_moment(as_of: str | None) -> bool:
    """Whether a time says when, and is no stretch that is counted over."""
    span = days(as_of)
    return span is not None and span[1] - span[0] < LONGEST_MOMENT


@lru_cache(maxsize=4096)
def days(as_of: str | None) -> tuple[int, int] | None:
    """Return the first and last day of a time as ordinals, None where it is unknown or no ISO value."""
    try:
        first, last = period(as_of) if as_of else (None, None)
    except ValueError:
        return None
    return (first.toordinal(), last.toordinal()) if first and last else None
