"""Whole dates and times as pages print them: `Sat, 02 Mar 2019 17:55 GMT`, `20th March 2018`, `2018-09-13`.

Only whole dates count, and only those that read one way: 03/04/2018 is left alone. dateparser (1.5.0) was tried
and is not used here: on two busy cores it took 110 to 210 ms to import and 5 ms a date, where these patterns take 0.03;
it gives "March 2019" a day and reads 03/04/2018 one way; and pages stamp articles in few forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_DATE = re.compile(
    rf"""(?<![\d/.-])(?:
      (?P<iso_y>\d{{4}})(?P<sep>[-/.])(?P<iso_m>\d{{1,2}})(?P=sep)(?P<iso_d>\d{{1,2}})(?!\d)
    | (?P<dot_d>\d{{1,2}})(?P<sep2>[./-])(?P<dot_m>\d{{1,2}})(?P=sep2)(?P<dot_y>(?:19|20)\d{{2}})(?!\d)
    | (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]{{1,2}}(?P<m>{MONTH})[\s,-]{{1,2}}(?P<y>(?:19|20)\d{{2}})(?!\d)
    )
    | \b(?P<m2>{MONTH})\s{{0,2}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s{{1,2}}|,\s{{0,2}})(?P<y2>(?:19|20)\d{{2}})(?!\d)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ZONE = r"(?:GMT|UTC|Z\b|[+-]\d{2}:?\d{2}|[A-Z]{2,4}\b)"
_TIME = re.compile(
    rf"(?<!\d)(?P<h>[012]?\d)[:.](?P<min>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.\d{{1,9}})?)?(?!\d)"
    rf"\s{{0,2}}(?P<half>[ap]\.?m\b\.?)?\s{{0,2}}(?P<zone>{_ZONE})?",
    re.IGNORECASE,
)
# A clock time belongs to a date when it stands this close, in characters.
_NEAR = 16


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date, with its clock time where one stands beside it: `start:end` covers both, `value` is ISO 8601."""

    start: int
    end: int
    value: str

    @property
    def timed(self) -> bool:
        """Whether it carries a clock time."""
        return "T" in self.value


def stamps(text: str, start: int = 0, end: int | None = None) -> Iterator[Stamp]:
    """Yield the whole dates of `text[start:end]` in order."""
    end = len(text) if end is None else end
    for found in _DATE.finditer(text, start, end):
        day = _day(found)
        if day:
            yield _with_time(text, found, day, start, end)


def iso(value: object) -> str | None:
    """Return a date of metadata ("13 Sep 2018", a date, a timestamp) as ISO 8601, None where it is not a whole one."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return next((stamp.value for stamp in stamps(str(value))), None)


def _day(found: re.Match[str]) -> date | None:
    part = found.groupdict()
    if part["iso_y"]:
        year, month, day = part["iso_y"], int(part["iso_m"]), int(part["iso_d"])
    elif part["dot_y"]:
        year, month, day = part["dot_y"], int(part["dot_m"]), int(part["dot_d"])
        if part["sep2"] != "." and day != month:  # day or month first? only figures over 12 tell
            if month > 12:
                day, month = month, day
            elif day <= 12:
                return None
    else:
        year, day = part["y"] or part["y2"], int(part["d"] or part["d2"])
        month = _MONTHS.index((part["m"] or part["m2"])[:3].lower()) + 1
    try:
        return date(int(year), month, day)
    except ValueError:
        return None


def _with_time(text: str, found: re.Match[str], day: date, start: int, end: int) -> Stamp:
    plain = Stamp(found.start(), found.end(), day.isoformat())
    after = _TIME.search(text, found.end(), min(end, found.end() + 2 * _NEAR))
    before = _TIME.search(text, max(start, found.start() - 2 * _NEAR), found.start())
    if after and after.start() - found.end() <= _NEAR:
        first, last, clock = found.start(), after.end(), after
    elif before and found.start() - before.end() <= _NEAR:
        first, last, clock = before.start(), found.end(), before
    else:
        return plain
    moment = _moment(clock)
    if moment is None:
        return plain
    value = datetime.combine(day, moment).isoformat(timespec="seconds" if moment.second else "minutes")
    while text[last - 1].isspace():
        last -= 1
    return Stamp(first, last, value)


def _moment(clock: re.Match[str]) -> time | None:
    hour, minute, second = int(clock["h"]), int(clock["min"]), int(clock["s"] or 0)
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
    if name[:1] in ("+", "-") and name:
        minutes = int(name[1:3]) * 60 + int(name[-2:])
        return timezone(timedelta(minutes=minutes if name[0] == "+" else -minutes)) if minutes < 24 * 60 else None
    return None
