"""One pass over the text for every expression of time, then the joining of ranges and lists."""

from __future__ import annotations

import re
from datetime import date

from summarizer.marking.times import arithmetic, grammar
from summarizer.marking.times.dates import read_digits, read_month
from summarizer.marking.times.occasions import read_feast
from summarizer.marking.times.parts import Part, Scan
from summarizer.marking.times.relative import read_unit, read_weekday, read_word
from summarizer.marking.times.years import read_season
from summarizer.models import AsOfBasis, Time

# The days that a report covers stand in its head, and take no more than this, in characters.
_HEAD, _LABELLED = 2000, 80
# Letters that a search without regard to case takes for plain ones, and no table of words does. All are as long.
_ALIKE = (("\u017f", "s"), ("\u0131", "i"), ("\u0130", "I"), ("\u212a", "K"))
# How far before a range its "from" or "between" begins.
_LEAD = 16


def find_times(text: str, published: str | None) -> list[Time]:
    """Return the dates and periods that a text names, in text order, never overlapping.

    `published` is an ISO date or timestamp; its day is taken as written. Without it, or where it names no day, only
    what the words give whole is returned. Values are as precise as the words: a year, a month, a day or an interval
    of two of them; "early" and "late" change nothing, and what is told "since" a day runs up to publication. "on
    Monday" and "in July" are the last ones up to publication unless the sentence looks ahead; "overnight" is the night
    before it; "during the week" is the days that a report says it covers ("Reporting period: ..."), else the last
    seven. What may be read in two ways is left out: "03/04/2019", "recent weeks", "in May" without a day of
    publication. Spans leave prepositions out.
    """
    today = arithmetic.day_of(published)
    for letter, plain in _ALIKE:
        text = text.replace(letter, plain)
    return _scanned(Scan(text, today, _covered(text, today)))


def _scanned(scan: Scan) -> list[Time]:
    place = 0
    while match := grammar.TRIGGER.search(scan.text, place):
        part = _read(scan, match)
        place = match.end()
        if part is not None:
            scan.parts.append(part)
            place = max(place, part.end)
    return _joined(scan)


def _covered(text: str, today: date | None) -> str | None:
    """Return the interval that a report says at its head that it covers."""
    label = grammar.PERIOD_LABEL.search(text, 0, _HEAD)
    if label is None:
        return None
    line = text[label.end() : label.end() + _LABELLED].split("\n", 1)[0]
    return next((time.value for time in _scanned(Scan(line, today)) if "/" in time.value), None)


def _read(scan: Scan, match: re.Match[str]) -> Part | None:
    match match.lastgroup:
        case "digits":
            return read_digits(scan, match.start())
        case "month":
            return read_month(scan, match.start(), match.end())
        case "season":
            return read_season(scan, match.start())
        case "weekday":
            return read_weekday(scan, match)
        case "unit":
            return read_unit(scan, match)
        case "feast":
            return read_feast(scan, match)
        case _:
            return read_word(scan, match)


def _joined(scan: Scan) -> list[Time]:
    """Join ranges, lend years along ranges and lists, and drop what stays loose or without a value."""
    done: list[Part] = []
    for part in scan.parts:
        before = done[-1] if done else None
        if before is None:
            done.append(part)
            continue
        if (lead := _range_lead(scan, before, part)) is not None:
            before, after = _lent(before, part)
            if joined := _range(before, after, lead):
                done[-1] = joined
                continue
        elif _listed(scan, before, part):
            before, part = _lent(before, part)
            done[-1], part = before, part._replace(loose=part.loose and before.loose)
        done.append(part)
    return [_told(scan, p, p.value) for p in done if p.value and not p.loose]


def _told(scan: Scan, part: Part, value: str) -> Time:
    """Return a part as a time; what is told "since" a day is so up to publication, where that is known."""
    if scan.today is not None and scan.lead(part.start) == "since":
        begin = value.split("/")[0]
        now = scan.today.isoformat()[: len(begin)]
        if begin < now:
            return Time(part.start, part.end, f"{begin}/{now}", "resolved")
    return Time(part.start, part.end, value, part.basis)


def _range_lead(scan: Scan, left: Part, right: Part) -> str | None:
    """Return the words that make two parts a range ("from", "between", "" for a dash), or None."""
    gap = grammar.RANGE.fullmatch(scan.text, left.end, right.start)
    if gap is None or left.kind == "other" or right.kind == "other":
        return None
    found = grammar.RANGE_LEAD.search(scan.text, max(0, left.start - _LEAD), left.start)
    lead = found["lead"].lower() if found else ""
    word = (gap["word"] or "").lower()
    if word == "and":
        return lead if lead == "between" else None
    whole = left.kind == right.kind and not right.yearless and right.kind != "weekday"
    return lead if lead in ("from", "since", "between") or whole else None


def _listed(scan: Scan, left: Part, right: Part) -> bool:
    gap = grammar.LIST.fullmatch(scan.text, left.end, right.start)
    if gap is None or left.kind != right.kind:
        return False
    return gap[0].strip() != "," or grammar.LIST_TAIL.match(scan.text, right.end) is not None


def _lent(left: Part, right: Part) -> tuple[Part, Part]:
    """Give a part without a year that of the other: "between December and May 2019" begins in 2018."""
    if left.yearless and not right.yearless and right.month and right.year:
        return _in_year(
            left, right.year - ((left.month, left.day) > (right.month, right.day or 99)), right.basis
        ), right
    if right.yearless and not left.yearless and left.month and left.year:
        return left, _in_year(right, left.year + ((right.month, right.day or 99) < (left.month, left.day)), left.basis)
    if left.yearless and right.yearless and right.year and left.value and right.value and left.value > right.value:
        return _in_year(
            left, right.year - ((left.month, left.day) > (right.month, right.day or 99)), right.basis
        ), right
    return left, right


def _in_year(part: Part, year: int, basis: AsOfBasis) -> Part:
    value = arithmetic.iso_date(year, part.month, part.day) if part.day else arithmetic.iso_month(year, part.month)
    return part._replace(value=value, year=year, basis=basis, yearless=False)


def _range(left: Part, right: Part, lead: str) -> Part | None:
    if not left.value or not right.value:
        return None
    loose = not lead and left.loose and right.loose and right.kind != "month"
    value = arithmetic.span_of(left.value, right.value)
    if value is None or loose:
        return None
    basis: AsOfBasis = "stated" if left.basis == right.basis == "stated" else "resolved"
    return Part(left.start, right.end, value, basis)
