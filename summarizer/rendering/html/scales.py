"""Axes of a chart: where on it a number or a date stands, and which marks to label."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from summarizer.wording import MONTHS, number

# Figures that differ by more than this factor cannot be read off one even scale.
EVEN_UP_TO = 20
MOST_TICKS = 6
# Pixels that a label of each kind takes with the space around it.
DAY_ROOM, MONTH_ROOM, YEAR_ROOM = 74, 51, 34
SHORTEST_MONTH = 28
# Steps between the labels of a time axis: days, then months.
DAYS = (1, 2, 7, 14, 28)
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)


class Tick(NamedTuple):
    """A labelled place on an axis."""

    at: float
    label: str


class Scale(NamedTuple):
    """Numbers on an axis: even, or each tenfold step as long as the next (`log`).

    `shift` gives a zero a place on the latter.
    """

    log: bool
    shift: float
    low: float
    high: float
    ticks: tuple[Tick, ...]

    def at(self, value: float) -> float:
        """Return where a number stands."""
        return math.log10(value + self.shift) if self.log else value


def scale(values: Sequence[float]) -> Scale:
    """Return the scale for numbers of zero and more."""
    top = max(values) or 1  # an axis of zeros alone would have no length
    bottom = min(values)
    log = top > EVEN_UP_TO * max(bottom, 1)
    steps = _powers(bottom, top) if log else _even(top)
    draft = Scale(log, 1.0 if bottom < 1 else 0.0, 0, 0, ())
    ticks = tuple(Tick(draft.at(v), number(v)) for v in steps)
    low = min(ticks[0].at, draft.at(bottom)) if log else 0
    high = max(ticks[-1].at, draft.at(top))
    room = (high - low) * 0.06
    return draft._replace(low=low - room, high=high + room, ticks=ticks)


def _even(top: float) -> list[float]:
    """Return round steps from zero: 1, 2 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(max(top, 1)))
    step = next(p for p in (power / 5, power / 2, power, power * 2) if top / p <= MOST_TICKS - 1 and p >= 1)
    return [n * step for n in range(math.ceil(top / step) + 1)]


def _powers(bottom: float, top: float) -> list[float]:
    first, last = math.floor(math.log10(max(bottom, 1))), math.ceil(math.log10(top))
    stride = math.ceil((last - first + 1) / MOST_TICKS)
    return [10.0**n for n in range(first, last + 1, stride)]


class Period(NamedTuple):
    """The days that a date, month, year or interval covers."""

    first: date
    last: date

    @property
    def middle(self) -> float:
        """The day in the middle, as an ordinal."""
        return (self.first.toordinal() + self.last.toordinal()) / 2


def period(as_of: str | None) -> Period | None:
    """Return what an `as_of` covers; None where it is not known or no date; of an open interval its known end."""
    first, slash, last = (as_of or "").partition("/")
    begins, ends = _moment(first), _moment(last)
    if begins and ends:
        return Period(begins.first, max(begins.first, ends.last))
    known = begins or ends
    if known and slash:
        day = begins.first if begins else known.last
        return Period(day, day)
    return known


def _moment(iso: str) -> Period | None:
    parts = iso.strip().partition("T")[0].split("-")
    if not all(p.isascii() and p.isdigit() for p in parts) or len(parts) > 3:
        return None
    try:
        year, month, day = (*map(int, parts), 1, 1)[:3]
        first = date(year, month, day)
    except (ValueError, OverflowError):
        return None
    # At the ends of the calendar there is no day before or after to draw up to.
    if not date.min.year < year < date.max.year:
        return None
    following = {1: (year + 1, 1), 2: _next_month(year, month)}.get(len(parts))
    return Period(first, date(*following, 1) - timedelta(days=1) if following else first)


def _next_month(year: int, month: int) -> tuple[int, int]:
    return (year, month + 1) if month < 12 else (year + 1, 1)


def time_ticks(first: date, last: date, per_pixel: float) -> tuple[Tick, ...]:
    """Return labels for a stretch of time: days, months or years, the closest that do not touch.

    Args:
        first: where it begins.
        last: where it ends.
        per_pixel: how many days a pixel is wide.
    """
    span = (last - first).days
    for step in DAYS:
        if step >= DAY_ROOM * per_pixel:
            days = (first + timedelta(days=n * step) for n in range(span // step + 1))
            return tuple(Tick(d.toordinal(), f"{d.day} {_month(d)}") for d in days)
    for step in MONTH_STEPS:
        years = step % 12 == 0
        starts = _month_starts(first, last, step)
        if len(starts) > 1 and step * SHORTEST_MONTH >= (YEAR_ROOM if years else MONTH_ROOM) * per_pixel:
            return tuple(Tick(d.toordinal(), str(d.year) if years else _month(d)) for d in starts)
    # No two round dates far enough from each other: the ends themselves tell when it was.
    return (Tick(first.toordinal(), _month(first)), Tick(last.toordinal(), _month(last)))


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _month_starts(first: date, last: date, step: int) -> list[date]:
    months = range(first.year * 12, last.year * 12 + 12, step)
    starts = [date(m // 12, m % 12 + 1, 1) for m in months]
    return [d for d in starts if first <= d <= last]
