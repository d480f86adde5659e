"""Whole dates and times as pages print them: `Sat, 02 Mar 2019 17:55 GMT`, `20th March 2018`, `2018-09-13`.

Only whole dates count. 03/04/2018 reads two ways: a weekday beside it settles it, else who asks may know the order of
days and months (`orders`), else it is left alone. dateparser (1.5.0) was tried and is not used here: on two busy cores
it took 110 to 210 ms to import and 5 ms a date, where these patterns take 0.03; it gives "March 2019" a day and reads
03/04/2018 one way; and pages stamp articles in few forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import NamedTuple

from summarizer.late_patterns import late_pattern

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# A clock time may be glued to the year, as where a page's tags are taken out: "March 5, 20225:12 PM".
_AFTER = r"(?:(?!\d)|(?=\d{1,2}:\d\d(?!\d)))"
_DATE = re.compile(
    rf"""(?<![\d/.-])(?:
      (?P<iso_y>\d{{4}})(?P<sep>[-/.])(?P<iso_m>\d{{1,2}})(?P=sep)(?P<iso_d>\d{{1,2}})(?!\d)
    | (?P<dot_d>\d{{1,2}})(?P<sep2>[./-])(?P<dot_m>\d{{1,2}})(?P=sep2)(?P<dot_y>(?:19|20)\d{{2}})(?!\d)
    | (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]{{1,2}}(?P<m>{MONTH})[\s,-]{{1,2}}(?P<y>(?:19|20)\d{{2}}){_AFTER}
    | (?P<d3>\d{{1,2}})-(?P<m3>{MONTH})-(?P<y3>\d{{2}})(?![\d-])
    )
    | \b(?P<m2>{MONTH})\s{{0,2}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s{{1,2}}|,\s{{0,2}})
      (?P<y2>(?:19|20)\d{{2}}){_AFTER}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OFFSET = r"[+-]\d{1,2}(?::?\d{2})?(?!\d)"
_ZONE = rf"(?:(?:GMT|UTC){_OFFSET}|GMT|UTC|Z\b|{_OFFSET}|[A-Z]{{2,4}}\b)"
_TIME = re.compile(
    rf"(?<![\d:.])(?P<h>[012]?\d)(?:[:.](?P<min>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.\d{{1,9}})?)?(?![\d:])"
    rf"|(?=\s{{0,2}}[ap]\.?m\b))\s{{0,2}}(?P<half>[ap]\.?m\b\.?)?\s{{0,2}}(?P<zone>{_ZONE})?",
    re.IGNORECASE,
)
# A clock time belongs to a date when it stands this close, in characters, with nothing but such words between.
_NEAR = 16
_BETWEEN = re.compile(rf"[\W_]*(?:(?:T|at|um|on|{WEEKDAY})[\W_]*){{0,2}}", re.IGNORECASE)
_BESIDE = 14
_DAY_BEFORE = late_pattern(rf"\b(?P<day>{WEEKDAY})[\s,]{{0,3}}\Z", re.IGNORECASE)
_DAY_AFTER = late_pattern(rf"[\s,(]{{1,3}}(?P<day>{WEEKDAY})", re.IGNORECASE)
# Two figures of a year up to here are of this century: a page of the web is hardly older than 1970.
_LAST_SHORT_YEAR = 69


class Stamp(NamedTuple):
    """A date, with its clock time where one stands beside it: `start:end` covers both, `value` is ISO 8601.

    `other` is the reading with the month first of a date that reads two ways; `value` then has the day first.
    """

    start: int
    end: int
    value: str
    other: str | None = None

    @property
    def timed(self) -> bool:
        """Whether it carries a clock time."""
        return "T" in self.value

    @property
    def day(self) -> str:
        """Its date alone."""
        return self.value[:10]


def stamps(text: str, start: int = 0, end: int | None = None) -> Iterator[Stamp]:
    """Yield the whole dates of `text[start:end]` that read one way, in order."""
    return (stamp for stamp in all_stamps(text, start, end) if stamp.other is None)


def all_stamps(text: str, start: int = 0, end: int | None = None) -> Iterator[Stamp]:
    """Yield the whole dates of `text[start:end]` in order, those too that read two ways."""
    end = len(text) if end is None else end
    for found in _DATE.finditer(text, start, end):
        days = _days(found)
        if len(days) > 1:
            days = [day for day in days if day.weekday() == _weekday_beside(text, found, start, end)] or days
        if days:
            yield _with_time(text, found, days, start, end)


def iso(value: object) -> str | None:
    """Return a date of metadata ("13 Sep 2018", a date, a timestamp) as ISO 8601, None where it is not a whole one."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return next((stamp.value for stamp in stamps(str(value))), None)


def _days(found: re.Match[str]) -> list[date]:
    """Return the readings of a date, day first; none where the calendar has no such day."""
    part = found.groupdict()
    if part["iso_y"]:
        readings = [(part["iso_y"], int(part["iso_m"]), int(part["iso_d"]))]
    elif part["dot_y"]:
        first, second = int(part["dot_d"]), int(part["dot_m"])
        readings = [(part["dot_y"], second, first)]
        if part["sep2"] != "." and first != second:  # day or month first? only figures over 12 tell
            readings.append((part["dot_y"], first, second))
    else:
        year = part["y"] or part["y2"] or _long(part["y3"])
        month = MONTHS.index((part["m"] or part["m2"] or part["m3"])[:3].lower()) + 1
        readings = [(year, month, int(part["d"] or part["d2"] or part["d3"]))]
    return [day for day in (_day(int(year), month, day) for year, month, day in readings) if day]


def _long(year: str) -> str:
    return f"{'20' if int(year) <= _LAST_SHORT_YEAR else '19'}{year}"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday_beside(text: str, found: re.Match[str], start: int, end: int) -> int | None:
    """Return the weekday (Monday is 0) that stands beside a date."""
    beside = _DAY_BEFORE.search(text, max(start, found.start() - _BESIDE), found.start())
    beside = beside or _DAY_AFTER.match(text, found.end(), min(end, found.end() + _BESIDE))
    return _DAYS.index(beside["day"][:3].lower()) if beside else None


def _with_time(text: str, found: re.Match[str], days: list[date], start: int, end: int) -> Stamp:
    first, last = found.span()
    clock = _clock(text, found, start, end)
    moment = _moment(clock) if clock else None
    values = [day.isoformat() for day in days]
    if clock and moment:
        first, last = min(first, clock.start()), max(last, clock.end())
        while text[last - 1].isspace():
            last -= 1
        precision = "seconds" if moment.second else "minutes"
        values = [datetime.combine(day, moment).isoformat(timespec=precision) for day in days]
    return Stamp(first, last, values[0], values[1] if len(values) > 1 else None)


def _clock(text: str, found: re.Match[str], start: int, end: int) -> re.Match[str] | None:
    """Return the clock time right after or before a date, where nothing parts the two."""
    after = _TIME.search(text, found.end(), min(end, found.end() + 2 * _NEAR))
    if after and after.start() - found.end() <= _NEAR and _BETWEEN.fullmatch(text, found.end(), after.start()):
        return after
    before = next(reversed(list(_TIME.finditer(text, max(start, found.start() - 2 * _NEAR), found.start()))), None)
    if before and found.start() - before.end() <= _NEAR and _BETWEEN.fullmatch(text, before.end(), found.start()):
        return before
    return None


def _moment(clock: re.Match[str]) -> time | None:
    hour, minute, second = int(clock["h"]), int(clock["min"] or 0), int(clock["s"] or 0)
    half = (clock["half"] or "")[:1].lower()
    if half and not 1 <= hour <= 12 and hour <= 23:
        half = ""  # "14:35 PM"
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23:
        return None
    return time(hour, minute, second, tzinfo=_zone(clock["zone"] or ""))


def _zone(name: str) -> timezone | None:
    """Return the zone of an offset or of GMT; other names (EST, IST) mean several zones, so none."""
    if name.upper() in ("GMT", "UTC", "Z"):
        return UTC
    offset = name[3:] if name[:3].upper() in ("GMT", "UTC") else name
    if offset[:1] not in ("+", "-"):
        return None
    hours, _, minutes = offset[1:].partition(":")
    if len(hours) > 2:
        hours, minutes = hours[:-2], hours[-2:]
    away = int(hours) * 60 + int(minutes or 0)
    return timezone(timedelta(minutes=away if offset[0] == "+" else -away)) if away < 24 * 60 else None
