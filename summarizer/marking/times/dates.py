"""Readers of dates and months, with or without their year.

Each takes the scan and the place where it may stand; each returns the part it reads there, or None.
"""

from __future__ import annotations

import re

from summarizer.marking.times import arithmetic, grammar
from summarizer.marking.times.arithmetic import Side
from summarizer.marking.times.parts import Part, Scan
from summarizer.marking.times.tense import side_of, tense_of
from summarizer.marking.times.years import counts, number_of, read_year

# How far back a story's own year reaches, in characters: two or three sentences.
_STORY = 250

_GLUED_BEFORE = frozenset("-./:,_#@=&$€£%+\\")
_MID = re.compile(r"\b(?:mid|early|late)-\Z", re.IGNORECASE)


def read_digits(scan: Scan, start: int) -> Part | None:
    """Read a numeric date, a day and month, or a year at `start`."""
    glued = start > 0 and scan.text[start - 1] in _GLUED_BEFORE
    if glued and not scan.left(_MID, start):
        return None
    if match := grammar.ISO_DATE.match(scan.text, start):
        return _dated(start, match.end(), *(int(part) for part in match.groups()))
    if match := grammar.YEAR_FIRST.match(scan.text, start):
        return _dated(start, match.end(), int(match[1]), int(match[3]), int(match[4]))
    if match := grammar.NUMERIC_DATE.match(scan.text, start):
        return _numeric(match)
    return read_date(scan, start) or read_year(scan, start)


def read_date(scan: Scan, start: int) -> Part | None:
    """Read a day with its month, in either order and with or without a year, at `start`."""
    match = grammar.DAY_MONTH.match(scan.text, start) or grammar.MONTH_DAY.match(scan.text, start)
    if match is None or not (month := _month(match["m"])):
        return None
    fields = match.groupdict()
    day, end = number_of(fields["d"]), match.end()
    last = fields["d2"] or fields.get("d3")
    if fields["y"] and counts(scan, end, number_of(fields["y"])):
        return None
    if after := grammar.AFTER_DATE.match(scan.text, end):
        end = after.end()
    if fields["y"]:
        part = _dated(start, end, number_of(fields["y"]), month, day)
    else:
        part = _yearless_day(scan, start, end, month, day)
    if part and last:
        part = _stretched(part, number_of(last))
    # A day that no calendar has swallows its words, or "31 February 2018" would leave a month behind.
    return part or Part(start, end, None, "stated")


def read_month(scan: Scan, start: int, end: int) -> Part | None:
    """Read what the month's name `text[start:end]` belongs to: a date, a month of a year, or the month alone."""
    if match := grammar.MONTH_DAY.match(scan.text, start):
        day_counts = not match["y"] and scan.word_before(start).lower() == "in" and match["d"].isdigit()
        return _month_alone(scan, start, end) if day_counts else read_date(scan, start)
    if match := grammar.MONTH_YEAR.match(scan.text, start):
        year, month = number_of(match["y"]), _month(match["m"])
        if counts(scan, match.end(), year):
            return None
        value = arithmetic.iso_month(year, month)
        begin = scan.widened(start)
        return Part(begin, match.end(), value, "stated", "month", year, month, told=True)
    return _month_alone(scan, start, end)


def _month(name: str) -> int:
    return grammar.MONTH_NUMBER.get(name.rstrip(".").lower(), 0)


def _dated(start: int, end: int, year: int, month: int, day: int) -> Part | None:
    value = arithmetic.iso_date(year, month, day) if year >= arithmetic.FIRST_YEAR else None
    return Part(start, end, value, "stated", "day", year, month, day, told=True) if value else None


def _numeric(match: re.Match[str]) -> Part | None:
    # "03/04/2019" is March or April, by the reader's country; only a number above 12, or two equal ones, tell.
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if first > 12 or first == second:
        return _dated(match.start(), match.end(), year, second, first)
    return _dated(match.start(), match.end(), year, first, second) if second > 12 else None


def _stretched(part: Part, last: int) -> Part | None:
    """Make "5" with `last` 6 of a date that was read with its first day only, or with its last."""
    if not part.value:
        return Part(part.start, part.end, None, part.basis)
    end = arithmetic.iso_date(part.year, part.month, last)
    value = arithmetic.span_of(part.value, end) if end else None
    return Part(part.start, part.end, value, part.basis, told=part.told) if value else None


def _yearless_day(scan: Scan, start: int, end: int, month: int, day: int) -> Part | None:
    if arithmetic.iso_date(2000, month, day) is None:  # 2000 is a leap year: no year at all has this day
        return None
    if placed := _placed_by_words(scan, end):
        year, end = placed
        value = arithmetic.iso_date(year, month, day)
        return Part(start, end, value, "resolved", "day", year, month, day) if value else None
    year = 0
    if scan.today and (month, day) not in grammar.NAMED_DAYS:
        tense = tense_of(scan.text, start, end, scan.lead(start))
        year = arithmetic.day_year(scan.today, month, day, tense=tense) or 0
    if year and _in_another_year(scan, start, year):
        year = 0
    value = arithmetic.iso_date(year, month, day) if year else None
    return Part(start, end, value, "resolved", "day", year, month, day, yearless=True)


def _month_alone(scan: Scan, start: int, end: int) -> Part | None:
    month, begin = _month(scan.text[start:end]), scan.widened(start)
    if placed := _placed_by_words(scan, end):
        year, end = placed
        return Part(begin, end, arithmetic.iso_month(year, month), "resolved", "month", year, month)
    which = scan.left(grammar.WHICH, start)
    side: Side | None = arithmetic.SIDE_OF.get(which["which"].lower()) if which and which["n"] is None else None
    if which and side:
        begin = scan.widened(which.start("which"))
    lead = scan.lead(begin)
    sure = side is not None or _reads_as_month(scan, start, begin, end, month)
    year = 0
    if scan.today:
        year = arithmetic.month_year(scan.today, month, side or side_of(scan.text, begin, end, lead))
        if side is None and _in_another_year(scan, start, year):
            year = 0
    value = arithmetic.iso_month(year, month) if year else None
    return Part(begin, end, value, "resolved", "month", year, month, yearless=side is None, loose=not sure)


def _placed_by_words(scan: Scan, end: int) -> tuple[int, int] | None:
    """Return the year and the new end of "September last year", "March of the same year"."""
    match = grammar.OF_YEAR.match(scan.text, end)
    if match is None:
        return None
    which = match["which"].lower().split()[-1]
    if which in ("same", "that"):
        part = scan.leaned_on(match.start())
        return (int(part.value[:4]), match.end()) if part and part.value else None
    if scan.today is None:
        return None
    return scan.today.year + {"last": -1, "this": 0, "next": 1}[which], match.end()


def _in_another_year(scan: Scan, start: int, year: int) -> bool:
    """Say whether the story just before is set in an earlier year, so that a month may belong to either."""
    part = scan.parts[-1] if scan.parts else None
    if part is None or not (part.told and 0 < part.year < year) or start - part.end > _STORY:
        return False
    return "\n\n" not in scan.text[part.end : start]


def _reads_as_month(scan: Scan, start: int, begin: int, end: int, month: int) -> bool:
    before, after = scan.word_before(begin), scan.word_after(end)
    lead = before.lower()
    short = end - start <= 4 and month != 5 and scan.text[start:end].lower() not in ("june", "july")
    if lead in grammar.ANY_SUCH:
        return False
    if short:
        return scan.text[end - 1] == "." and (begin < start or lead in grammar.PERIOD_LEADS)
    if lead == "the":
        return after.islower() and after not in ("on", "to", "of", "for", "in") and begin == start
    if month == 5:
        return begin < start or lead in ("in", "since", "during", "until", "till", "from", "between", "through")
    if begin < start or lead in grammar.PERIOD_LEADS:
        return lead != "to" or month in grammar.BARE_MONTHS
    return month in grammar.BARE_MONTHS and not after[:1].isupper() and not before[:1].isupper() and bool(before)
