"""Readers of nights, feasts, the months of a year under way, and the days that a report covers."""

from __future__ import annotations

import re
from datetime import date

from summarizer.marking.times import arithmetic, grammar
from summarizer.marking.times.parts import Part, Scan
from summarizer.marking.times.tense import side_of, tense_of

_MONTHS = 12


def read_overnight(scan: Scan, start: int, end: int) -> Part | None:
    """Read "overnight" as the night before publication, unless the sentence tells of another day."""
    after = scan.word_after(end)
    if scan.today is None or scan.leaned_on(start, sentence=True) or after in ("stay", "stays", "train", "bus", "camp"):
        return None
    if grammar.ANOTHER_DAY.match(scan.text, end):
        return None  # "overnight on Tuesday": the day that follows says it
    return Part(start, end, arithmetic.span_of(*arithmetic.night_before(scan.today)), "resolved")


def read_feast(scan: Scan, match: re.Match[str]) -> Part | None:
    """Read "New Year's Eve", "Christmas" and the like: the last one, unless the sentence looks ahead."""
    start, end = match.start(), match.end()
    month, day = grammar.FEAST_DAYS[" ".join(match[0].lower().replace("’", "'").split())]
    if scan.word_after(end).lower() in grammar.FEAST_NAMES:
        return None
    if year := grammar.FEAST_YEAR.match(scan.text, end):
        value = arithmetic.iso_date(int(year["y"]), month, day)
        return Part(start, year.end(), value, "stated", "day", int(year["y"]), month, day, told=True)
    if scan.today is None:
        return None
    tense = tense_of(scan.text, start, end, scan.lead(start)) or "past"
    found = arithmetic.day_year(scan.today, month, day, tense=tense)
    return day_part(start, end, date(found, month, day)) if found else None


def read_of_report(scan: Scan, unit: str, start: int, end: int) -> Part | None:
    """Read "during the week" and "in four days" in a report that says which days it covers."""
    if unit not in ("period", "week", "day", "month") or grammar.OF_NEXT.match(scan.text, end):
        return None
    within = scan.left(grammar.WITHIN_THE, start)
    if scan.covered is None:
        return _last_week(scan, within.start(), end) if within and unit == "week" else None
    period_named = unit == "period" and scan.left(grammar.THE_PERIOD, start)
    spanned = scan.left(grammar.A_SPAN, start) if unit == "day" and not scan.leaned_on(start, sentence=True) else None
    if not (period_named or spanned or (within and unit in ("week", "month"))):
        return None
    first = within or spanned or period_named
    return Part(first.start() if first else start, end, scan.covered, "resolved")


def _last_week(scan: Scan, start: int, end: int) -> Part | None:
    """Read "during the week" without more as the seven days up to publication."""
    if scan.today is None or scan.leaned_on(start, sentence=True) or side_of(scan.text, start, end, "") == "future":
        return None
    value = arithmetic.stretch(scan.today, "week", -1)
    return Part(start, end, value, "resolved") if value else None


def read_months_of_the_year(scan: Scan, months: re.Match[str], end: int) -> Part | None:
    """Read "the first nine months of the year": this year's, unless they are not over yet, then the last one's."""
    count = count_of(months["n"])
    if scan.today is None or not 0 < count <= _MONTHS or scan.leaned_on(months.start(), sentence=True):
        return None
    first, last = (1, count) if months["side"].lower() == "first" else (_MONTHS + 1 - count, _MONTHS)
    year = scan.today.year - (last > scan.today.month)
    value = f"{arithmetic.iso_month(year, first)}/{arithmetic.iso_month(year, last)}"
    return Part(months.start(), end, value, "resolved")


def day_part(start: int, end: int, day: date) -> Part:
    """Return the part of a single day."""
    return Part(start, end, day.isoformat(), "resolved", "day")


def count_of(word: str) -> int:
    """Return the number that a word or digits say."""
    return grammar.COUNT_OF.get(word.lower()) or int(word)
