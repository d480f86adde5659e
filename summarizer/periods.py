"""What an ISO value of time covers, so that figures of different precision can be compared.

A value is a year ("2018"), a month ("2018-07"), a day ("2018-09-13"), a timestamp (its day counts) or an interval of
two of these ("2018-06/2018-08"), its ends included.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\S{1,40})?)?)?", re.ASCII)


@lru_cache(maxsize=4096)
def period(value: str) -> tuple[date, date]:
    """Return the first and the last day of an ISO value: "2018-07" is 1 July to 31 July 2018.

    Raises:
        ValueError: `value` is no ISO value of the forms above, or an interval that ends before it starts.
    """
    first, slash, last = value.partition("/")
    start, end = _days(first)
    if slash:
        end = _days(last)[1]
    if start > end:
        raise ValueError(f"{value!r} ends before it starts")
    return start, end


def overlap_or_near(a: str, b: str, *, days: int) -> bool:
    """Say whether two ISO values share a day, or lie at most `days` days apart (the 10th and the 11th: 1).

    Raises:
        ValueError: as in `period`.
    """
    (a_start, a_end), (b_start, b_end) = period(a), period(b)
    return max(a_start, b_start).toordinal() - min(a_end, b_end).toordinal() <= days


def _days(point: str) -> tuple[date, date]:
    match = _POINT.fullmatch(point.strip())
    if match is None:
        raise ValueError(f"{point!r} is no ISO year, month, day or timestamp")
    year, month, day = (int(part or 0) for part in match.groups())
    if match[3]:
        return date(year, month, day), date(year, month, day)
    if match[2]:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)
