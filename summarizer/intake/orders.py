"""Whether a page writes the day or the month first: what else stands on it tells how to read 03/04/2018, or nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from summarizer.intake.stamps import MONTH, MONTHS, Stamp, all_stamps
from summarizer.late_patterns import late_pattern

# A text speaks of days up to this long before it is written; of the other reading it then says nothing.
NEAR_DAYS = 14
FAR_DAYS = 45
# Outside North America nobody else writes the month first and names these zones.
_AMERICAN = late_pattern(r"\b(?:EST|EDT|ET|CDT|CT|MST|MDT|PST|PDT|PT)\b")
_ZONE_REACH = 24
# It begins with the figure, not with what may not stand before it: that is looked at where a figure stands only.
_NUMERIC = re.compile(r"(\d(?<![\d/.-]\d)\d?)([/-])(\d{1,2})\2(?:19|20)\d{2}(?!\d)")
_SPELLED = late_pattern(
    rf"(?<![\d.,:])(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m>{MONTH})"
    rf"|\b(?P<m2>{MONTH})\s(?P<d2>\d{{1,2}})(?![\d,.:]*\d{{3}})",
    re.IGNORECASE,
)


class Order(NamedTuple):
    """Whether the day stands first, and what says so."""

    day_first: bool
    why: str

    def read(self, stamp: Stamp) -> str:
        """Return the value of a date that reads two ways."""
        return stamp.value if self.day_first or stamp.other is None else stamp.other


def order_of(text: str) -> Order | None:
    """Return the order of days and months in the numeric dates of a page, None where nothing tells."""
    if not _NUMERIC.search(text):
        return None
    doubtful = [stamp for stamp in all_stamps(text) if stamp.other]
    if not doubtful:
        return None
    return _by_figures(text) or _by_spelled(text, doubtful) or _by_zone(text, doubtful)


def _by_figures(text: str) -> Order | None:
    """A figure over 12 cannot be a month."""
    first = [found[0] for found in _NUMERIC.finditer(text) if int(found[1]) > 12 >= int(found[3])]
    second = [found[0] for found in _NUMERIC.finditer(text) if int(found[3]) > 12 >= int(found[1])]
    if bool(first) == bool(second):
        return None
    return Order(bool(first), f"as {(first or second)[0]} shows")


def _by_spelled(text: str, doubtful: Sequence[Stamp]) -> Order | None:
    """Days that are spelled out lie on or shortly before the right reading, and nowhere near the wrong one."""
    spelled = [(found["d"] or found["d2"], found["m"] or found["m2"], found[0]) for found in _SPELLED.finditer(text)]
    if not spelled:
        return None
    votes: dict[bool, str] = {}
    for stamp in doubtful:
        ages = {True: _age(stamp.day, spelled), False: _age((stamp.other or "")[:10], spelled)}
        for first in (True, False):
            near, far = ages[first], ages[not first]
            if near and near[0] <= NEAR_DAYS and (far is None or far[0] > FAR_DAYS):
                votes.setdefault(first, near[1])
    if len(votes) != 1:
        return None
    first, words = next(iter(votes.items()))
    return Order(first, f"as “{' '.join(words.split())}” beside it shows")


def _age(value: str, spelled: Sequence[tuple[str, str, str]]) -> tuple[int, str] | None:
    """Return how many days before a date the nearest spelled day lies, and its words."""
    today = date.fromisoformat(value)
    days = {
        day: words
        for number, month, words in spelled
        for year in (today.year - 1, today.year)
        if (day := _date(year, month, number)) is not None
    }
    order = sorted(days)
    at = bisect_right(order, today) - 1
    return ((today - order[at]).days, days[order[at]]) if at >= 0 else None


def _date(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, MONTHS.index(month[:3].lower()) + 1, int(day))
    except ValueError:
        return None


def _by_zone(text: str, doubtful: Sequence[Stamp]) -> Order | None:
    for stamp in doubtful:
        zone = _AMERICAN.search(text, stamp.start, min(len(text), stamp.end + _ZONE_REACH))
        if zone and "T" in stamp.value:
            return Order(False, f"as is the custom where clocks show {zone[0]}")
    return None
