"""Arithmetic with ISO values of time: shifting, stretching, and the last or coming month, day or weekday."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from summarizer.marking.times.grammar import SEASON_MONTHS
from summarizer.periods import period

Unit = Literal["day", "week", "month", "year"]
Side = Literal["past", "last", "this", "future", "next"]
"""Which one is meant: at or before today, wholly before, of this year, at or after today, wholly after."""

SIDE_OF: dict[str, Side] = {"last": "last", "past": "last", "this": "this", "next": "next", "coming": "next"}
"""The words before a weekday, month or season that say which one."""

# A year outside these needs more or fewer than four digits somewhere near it; no article is from there.
FIRST_YEAR, LAST_YEAR = 1000, 2999
# Nobody counts further back by "ago" and means a calendar value.
MOST_STEPS = 500
# A date without its year in no clear tense is the last one, unless the coming one is this near: a year is
# left out for what is near, and nobody writes so of a day eleven months ago.
NEAR_DAYS = 31
# With a future tense it is the coming one, unless that is further off than the last one.
HALF_A_YEAR = 183
# With a past tense it is the last one, but where it happened the day may have begun before it did for the publisher.
TIME_ZONES = 1
# Years until 29 February surely comes again (1900 had none).
_LEAP_GAP = 8


def day_of(published: str | None) -> date | None:
    """Return the day of an ISO date or timestamp as it is written there; None where it names no single day."""
    head = (published or "")[:10]
    if len(head) != 10 or head[4] != "-" or head[7] != "-":
        return None
    try:
        day = date.fromisoformat(head)
    except ValueError:
        return None
    return day if FIRST_YEAR < day.year < LAST_YEAR else None


def night_before(today: date) -> tuple[str, str]:
    """Return the two days of the night that ended today."""
    return (today - timedelta(days=1)).isoformat(), today.isoformat()


def iso_date(year: int, month: int, day: int) -> str | None:
    """Return "2018-09-13", or None where the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def iso_month(year: int, month: int) -> str:
    """Return "2018-09"; a month below 1 or above 12 is in a year before or after."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04}-{month:02}"


def span_of(first: str, last: str) -> str | None:
    """Return the interval from one ISO value to another, or None where it would end before it starts."""
    first, last = first.split("/")[0], last.split("/")[-1]
    if first == last:
        return first
    start, end = period(first), period(last)
    return f"{first}/{last}" if start[0] < end[0] and start[1] <= end[1] else None


def moved(today: date, unit: Unit, steps: int) -> str | None:
    """Return the day, ISO week (Monday to Sunday), month or year that lies `steps` of them from today's."""
    if abs(steps) > MOST_STEPS or not FIRST_YEAR < today.year + (steps if unit == "year" else 0) < LAST_YEAR:
        return None
    if unit == "year":
        return f"{today.year + steps:04}"
    if unit == "month":
        return iso_month(today.year, today.month + steps)
    if unit == "day":
        return (today + timedelta(days=steps)).isoformat()
    monday = today + timedelta(weeks=steps, days=-today.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def stretch(today: date, unit: Unit, steps: int) -> str | None:
    """Return the interval of `steps` units that ends (below 0) or begins (above 0) today: "the past two weeks".

    Days and weeks are counted in days, months in months; a single year in months too, more of them in years.
    """
    if unit == "week":
        unit, steps = "day", steps * 7
    elif unit == "year" and abs(steps) == 1:
        unit, steps = "month", steps * 12
    there, here = moved(today, unit, steps), moved(today, unit, 0)
    if there is None or here is None:
        return None
    return span_of(there, here) if steps < 0 else span_of(here, there)


def weekend(today: date, side: Side) -> str:
    """Return Saturday to Sunday: "past" the last that has begun, "last" that has ended, "this" of this week, "next"."""
    saturday = today + timedelta(days=5 - today.weekday())
    if (side == "past" and saturday > today) or (side == "last" and saturday + timedelta(days=1) >= today):
        saturday -= timedelta(weeks=1)
    elif side == "next":
        saturday += timedelta(weeks=1)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def weekday(today: date, number: int, side: Side) -> str:
    """Return the date of a weekday (Monday is 0); "this" is the one of this week, Monday to Sunday."""
    if side == "this":
        return (today + timedelta(days=number - today.weekday())).isoformat()
    back = (today.weekday() - number) % 7
    ahead = (number - today.weekday()) % 7
    steps = {"past": -back, "last": -(back or 7), "future": ahead, "next": ahead or 7}[side]
    return (today + timedelta(days=steps)).isoformat()


def month_year(today: date, month: int, side: Side) -> int:
    """Return the year of a month that is given without one."""
    earlier: Callable[[int], bool] = {
        "past": lambda m: m > today.month,
        "last": lambda m: m >= today.month,
    }.get(side, lambda _: False)
    later: Callable[[int], bool] = {
        "future": lambda m: m < today.month,
        "next": lambda m: m <= today.month,
    }.get(side, lambda _: False)
    return today.year - earlier(month) + later(month)


def day_year(today: date, month: int, day: int, *, tense: str | None) -> int | None:
    """Return the year of a date that is given without one, or None where no year near has such a day.

    `tense` is "past" or "future" where the words around the date tell.
    """
    ahead = _nearest(today, month, day, 1)
    back = _nearest(today, month, day, -1)
    if ahead is None or back is None:
        return None
    reach = NEAR_DAYS if tense is None else HALF_A_YEAR if tense == "future" else TIME_ZONES
    return ahead.year if (ahead - today).days <= reach else back.year


def season(name: str, year: int) -> str:
    """Return the months of a season that begins in `year`: "2018-06/2018-08"."""
    first, last = SEASON_MONTHS[name]
    return f"{iso_month(year, first)}/{iso_month(year + (last < first), last)}"


def season_near(today: date, name: str, side: Side) -> str | None:
    """Return the season that is meant: "past" the last begun, "last" the last ended, "this", "next" or "future"."""
    around = [season(name, today.year + step) for step in (-2, -1, 0, 1, 2)]
    if side in ("past", "last"):
        edge = 0 if side == "past" else 1
        gone = [s for s in around if period(s)[edge] <= today]
        return gone[-1]
    if side in ("next", "future"):
        return next(s for s in around if period(s)[0 if side == "next" else 1] > today)
    if name != "winter":
        return around[2]
    running = [
        s for s in around if abs((period(s)[0] - today).days) <= 180 and period(s)[1] >= today - timedelta(days=90)
    ]
    return running[0] if len(running) == 1 else None


def _nearest(today: date, month: int, day: int, step: int) -> date | None:
    for years in range(_LEAP_GAP + 1):
        value = iso_date(today.year + step * years, month, day)
        found = date.fromisoformat(value) if value else None
        if found and (found - today).days * step >= 0:
            return found
    return None
