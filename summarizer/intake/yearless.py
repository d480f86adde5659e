"""A day without its year in the dateline ("PORT VELA, Nov 14 (DBN) -"): the year, where two signs agree on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from summarizer.intake.furniture import inline_dateline
from summarizer.intake.page import Page
from summarizer.intake.stamps import MONTH, MONTHS, WEEKDAY, stamps
from summarizer.late_patterns import late_pattern

_DAY = late_pattern(
    rf"(?:(?P<w>{WEEKDAY}),?\s)?(?:(?P<m>{MONTH})\s(?P<d>\d{{1,2}})"
    rf"|(?P<d2>\d{{1,2}})\s(?P<m2>{MONTH}))(?:,?\s(?P<w2>{WEEKDAY}))?"
    r"(?!,?\s?(?:19|20)\d\d)",
    re.IGNORECASE,
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_COPYRIGHT = late_pattern(r"(?:©|\(c\)|copyright)\D{0,12}(?:(?:19|20)\d\d\s?[-–]\s?)?((?:19|20)\d\d)", re.IGNORECASE)
_SPOKEN = late_pattern(rf"(?:\b(?:in|since|of|during|until)\s|{MONTH},?\s)((?:19|20)\d\d)\b(?![,.]?\d)", re.IGNORECASE)
# Signs that must agree: a page's copyright alone may be of the day it was saved, a year in the text of the past.
SIGNS = 2


def without_year(page: Page) -> Iterator[tuple[str, str]]:
    """Yield the date of a dateline without a year as ISO value and reason, where two of three signs give its year.

    The signs are the weekday beside it, the year of the copyright, and the latest year that the text speaks of.
    """
    head = inline_dateline(page)
    found = _DAY.search(page.text, head[0], head[1]) if head else None
    if not found:
        return
    owned = {int(year) for year in _COPYRIGHT.findall(page.text)}
    told = [int(year) for year in _SPOKEN.findall(page.text)] + [int(stamp.value[:4]) for stamp in stamps(page.text)]
    latest = max((year for year in told if not owned or year <= max(owned)), default=None)
    years = owned | ({latest, latest + 1} if latest else set())
    agreed = {year: signs for year in years if len(signs := _signs(found, year, owned, latest)) >= SIGNS}
    if len(agreed) == 1:
        ((year, signs),) = agreed.items()
        day = _date(found, year)
        if day:
            yield day.isoformat(), f"is the day of the dateline, its year by {' and '.join(signs)}"


def _signs(found: re.Match[str], year: int, owned: set[int], latest: int | None) -> list[str]:
    day, weekday = _date(found, year), found["w"] or found["w2"]
    if day is None or (weekday and _WEEKDAYS.index(weekday[:3].lower()) != day.weekday()):
        return []
    signs = ["the weekday"] if weekday else []
    signs += ["the copyright"] if year in owned and len(owned) == 1 else []
    return signs + (
        ["the latest year in the text"] if latest and (year == latest or (weekday and year == latest + 1)) else []
    )


def _date(found: re.Match[str], year: int) -> date | None:
    month = MONTHS.index((found["m"] or found["m2"])[:3].lower()) + 1
    try:
        return date(year, month, int(found["d"] or found["d2"]))
    except ValueError:
        return None
