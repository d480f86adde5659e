"""Readers of expressions that lean on the day of publication or on a time named just before.

Each takes the scan and the match of the trigger; each returns the part it reads there, or None.
"""

from __future__ import annotations

import re
from datetime import timedelta

from summarizer.marking.times import arithmetic, grammar
from summarizer.marking.times.arithmetic import Side, Unit
from summarizer.marking.times.dates import read_date
from summarizer.marking.times.occasions import (
    count_of,
    day_part,
    read_months_of_the_year,
    read_of_report,
    read_overnight,
)
from summarizer.marking.times.parts import Kind, Part, Scan
from summarizer.marking.times.tense import side_of
from summarizer.periods import period

_STEPS = {"last": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_UNITS: dict[str, Unit] = {"day": "day", "night": "day", "week": "week", "month": "month", "year": "year"}
_WORDS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_HOURS_A_DAY = 24
_STRETCHES = ("last", "past", "previous", "preceding", "next", "coming")
_STILL_LAST_WEEKEND, _SATURDAY = 1, 5
# "the same month" needs a time at least as precise: a month or a day, not a year.
_PRECISION = {"year": 4, "month": 7, "day": 10}


def read_word(scan: Scan, match: re.Match[str]) -> Part | None:
    """Read "yesterday", "today", "tonight", "tomorrow" and the day before or after."""
    word, start, end = match[0], match.start(), match.end()
    before = scan.word_before(start)
    if scan.today is None or (word[0].isupper() and before[:1].isupper()):  # "Russia Today" is a name
        return None
    if word.lower() == "overnight":
        return read_overnight(scan, start, end)
    steps = _WORDS[word.lower()]
    if about := scan.left(grammar.ABOUT_YESTERDAY, start):
        start, steps = about.start(), 2 * steps if (about["way"].lower() == "after") == (steps > 0) else 0
    value = arithmetic.moved(scan.today, "day", steps)
    return Part(start, end, value, "resolved", "day") if value else None


def read_weekday(scan: Scan, match: re.Match[str]) -> Part | None:
    """Read a weekday: with its date, or by itself."""
    start, end = match.start(), match.end()
    lead_in = grammar.BEFORE_DATE.match(scan.text, start)
    if lead_in and (part := read_date(scan, lead_in.end())) and part.value:
        return Part(start, part.end, part.value, part.basis, "day", part.year, part.month, part.day, told=part.told)
    if scan.today is None or not match[0].lower().endswith("day"):
        return None
    number = grammar.WEEKDAY_NUMBER[match[0][:3].lower()]
    if part_of_day := grammar.DAY_PART.match(scan.text, end):
        end = part_of_day.end()
    if week := grammar.OF_WEEK.match(scan.text, end):
        monday = scan.today + timedelta(weeks=_STEPS[week["which"].lower()], days=-scan.today.weekday())
        return day_part(scan.widened(start), week.end(), monday + timedelta(days=number))
    which = scan.left(grammar.WHICH, start)
    if which and which["n"] is None:
        return _which_weekday(scan, which, number, end)
    begin = scan.widened(start)
    if not _is_weekday(scan, start, begin, end):
        return None
    side = side_of(scan.text, begin, end, scan.lead(begin))
    return Part(begin, end, arithmetic.weekday(scan.today, number, side), "resolved", "weekday")


def read_unit(scan: Scan, match: re.Match[str]) -> Part | None:
    """Read an expression around "day", "week", "month", "year" and the like: "last week", "two days ago"."""
    word, start, end = match[0].lower(), match.start(), match.end()
    singular = word.removesuffix("s")
    if part := read_of_report(scan, singular, start, end):
        return part
    which = scan.left(grammar.WHICH, start)
    if which and which["n"]:
        return _stretch(scan, which, singular, end)
    if which:
        return _which_unit(scan, which, singular, end) if word == singular else None
    if ago := grammar.AGO.match(scan.text, end):
        return _counted_off(scan, start, ago, singular)
    if word != singular:
        return None
    if singular == "weekend":
        return _weekend(scan, start, end)
    if singular == "year" and (months := scan.left(grammar.MONTHS_OF_THE, start)):
        return read_months_of_the_year(scan, months, end)
    if (part_of := scan.left(grammar.PART_OF_THE, start)) and singular in ("week", "month", "year"):
        return _part_of_the(scan, part_of, _UNITS[singular], end)
    return None


def _which_weekday(scan: Scan, which: re.Match[str], number: int, end: int) -> Part | None:
    side = arithmetic.SIDE_OF.get(which["which"].lower())
    if side is None or scan.today is None:
        return None
    begin = scan.widened(which.start("which"))
    return Part(begin, end, arithmetic.weekday(scan.today, number, side), "resolved", "weekday")


def _is_weekday(scan: Scan, start: int, begin: int, end: int) -> bool:
    """Say whether a weekday's name stands for one day, not for any such day and not in a name."""
    before, after = scan.word_before(start), scan.word_after(end)
    lead = before.lower()
    if lead in ("a", "an", "one"):  # "a Monday statement", but not "on a Monday"
        return after.islower() and after not in grammar.FUNCTION_WORDS
    if lead in grammar.COMPOUND_DAYS or lead in grammar.ANY_SUCH or after.lower() in grammar.SERVICES:
        return False
    named = lead in ("the", "a", "an") or before[:1].isupper()
    plain = begin < start or lead in grammar.PERIOD_LEADS or lead in ("on", "and", "late", "early")
    return plain or not (named and after[:1].isupper())


def _stretch(scan: Scan, which: re.Match[str], unit: str, end: int) -> Part | None:
    """Read "the past two weeks", "the last 24 hours", "the next three months"."""
    word, count = which["which"].lower(), count_of(which["n"])
    if word in ("previous", "preceding") and scan.leaned_on(which.start(), sentence=True):
        return None
    if scan.today is None or word not in _STRETCHES or grammar.OF_NEXT.match(scan.text, end):
        return None
    if not which["det"] and scan.word_before(which.start()).lower() not in ("", *grammar.STRETCH_LEADS):
        return None  # "will last two months"
    if unit == "hour":
        unit, count = "day", count // _HOURS_A_DAY if count % _HOURS_A_DAY == 0 else 0
    if count < 1 or unit not in _UNITS or (which["det"] or "").lower() in grammar.POSSESSIVES:
        return None
    value = arithmetic.stretch(scan.today, _UNITS[unit], count if word in ("next", "coming") else -count)
    return Part(which.start(), end, value, "resolved") if value else None


def _which_unit(scan: Scan, which: re.Match[str], unit: str, end: int) -> Part | None:
    """Read "last week", "this year", "the past month", "the same day"."""
    word, det = which["which"].lower(), (which["det"] or "").lower()
    leaning = word in ("same", "that", "following", "previous", "preceding")
    if leaning or (det == "the" and word == "next"):
        return _leaning(scan, which, unit, end)
    if scan.today is None or det in grammar.POSSESSIVES:
        return None
    begin = scan.widened(which.start() if det in ("the", "this") else which.start("which"))
    if unit in ("night", "morning", "afternoon", "evening"):
        fits = word == "this" if unit != "night" else word == "last" and not det
        return day_part(begin, end, scan.today - timedelta(days=unit == "night")) if fits else None
    if unit == "weekend":
        side = arithmetic.SIDE_OF.get(word)
        side = _this_weekend(scan, begin, end) if side == "this" else side
        return Part(begin, end, arithmetic.weekend(scan.today, side), "resolved") if side else None
    if unit not in _UNITS or grammar.OF_NEXT.match(scan.text, end):
        return None
    rolling = word in ("last", "past", "coming") and det in ("the", "this")
    if unit == "day" and not rolling:
        return None
    if rolling:
        value = arithmetic.stretch(scan.today, _UNITS[unit], 1 if word == "coming" else -1)
    elif word == "past":
        return None
    else:
        value = arithmetic.moved(scan.today, _UNITS[unit], _STEPS[word])
    if value and unit == "month" and (day := scan.left(grammar.DAY_OF, begin)):
        whole = arithmetic.iso_date(int(value[:4]), int(value[5:7]), int(day["d"]))
        return Part(day.start(), end, whole, "resolved", "day")
    return Part(begin, end, value, "resolved", _kind(unit)) if value else None


def _leaning(scan: Scan, which: re.Match[str], unit: str, end: int) -> Part | None:
    """Read "the same month", "that year", "the following day" off the time named before them."""
    part = scan.leaned_on(which.start())
    if part is None or part.value is None or unit not in _UNITS:
        return None
    step = {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(which["which"].lower(), 0)
    return _moved_from(part.value, _UNITS[unit], step, which.start(), end)


def _counted_off(scan: Scan, start: int, way: re.Match[str], unit: str) -> Part | None:
    """Read "two days ago" off the day of publication, "a year earlier" off a time in the same sentence."""
    many = scan.left(grammar.HOW_MANY, start)
    if many is None or scan.left(grammar.BOUNDED, many.start()) or unit not in ("hour", *_UNITS):
        return None
    count = count_of(many["n"])
    if unit == "hour":
        if count % _HOURS_A_DAY:
            return None
        unit, count = "day", count // _HOURS_A_DAY
    word = way["way"].lower()
    if word == "ago":
        value = arithmetic.moved(scan.today, _UNITS[unit], -count) if scan.today else None
        return Part(many.start(), way.end(), value, "resolved", _kind(unit)) if value else None
    part = scan.leaned_on(many.start(), sentence=True)
    if part is None or part.value is None or word in ("before", "after"):
        return None
    return _moved_from(part.value, _UNITS[unit], count if word == "later" else -count, many.start(), way.end())


def _moved_from(value: str, unit: Unit, steps: int, start: int, end: int) -> Part | None:
    first, _, last = value.partition("/")
    least = _PRECISION["day" if unit == "week" else unit]
    if len(first) < least or (last and first[:least] != last[:least]):
        return None
    moved = arithmetic.moved(period(first)[0], unit, steps)
    return Part(start, end, moved, "resolved", _kind(unit)) if moved else None


def _weekend(scan: Scan, start: int, end: int) -> Part | None:
    over = scan.left(grammar.OVER_THE, start)
    if scan.today is None or over is None or over["lead"].lower() not in ("over", "at", "on", "during"):
        return None
    side: Side = "this" if side_of(scan.text, over.start(), end, "") == "future" else "past"
    return Part(start, end, arithmetic.weekend(scan.today, side), "resolved")


def _this_weekend(scan: Scan, start: int, end: int) -> Side | None:
    """Say which one "this weekend" is: the coming one if so told, early in the week the last, midweek nobody knows."""
    if side_of(scan.text, start, end, "") == "future":
        return "this"
    day = scan.today.weekday() if scan.today else 0
    if day <= _STILL_LAST_WEEKEND:
        return "last"
    return "this" if day >= _SATURDAY else None


def _part_of_the(scan: Scan, part_of: re.Match[str], unit: Unit, end: int) -> Part | None:
    """Read "the start of the year": this year's, unless the sentence has named another time."""
    if scan.today is None or scan.leaned_on(part_of.start(), sentence=True) or grammar.OF_NEXT.match(scan.text, end):
        return None
    value = arithmetic.moved(scan.today, unit, 0)
    half = (part_of["part"] or "").lower()
    if half and unit != "year":
        return None
    if half and value:
        value = f"{value}-01/{value}-06" if half == "first" else f"{value}-07/{value}-12"
    return Part(part_of.start(), end, value, "resolved") if value else None


def _kind(unit: str) -> Kind:
    return "month" if unit == "month" else "year" if unit == "year" else "other"
