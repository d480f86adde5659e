"""Readers of years, ranges and parts of years, and seasons.

Each takes the scan and the place where it may stand; each returns the part it reads there, or None.
"""

from __future__ import annotations

import re

from summarizer.marking.times import arithmetic, grammar
from summarizer.marking.times.parts import Part, Scan
from summarizer.marking.times.tense import side_of

# Years that a text about the present names; others need the plainest of contexts.
_NEAR_YEARS = range(1900, 2100)
# Two-digit ends of a range of years ("2014-16") lie within this of the start.
_SHORT_RANGE = 40
# Numbers that people round to: "2000 men" counts, and so does "1950 men".
_ROUND = 50
# How far from a round number the plural that it counts may stand: "2000 unpaid young men".
_ADJECTIVES = 3
_MONTHS = 12


def read_year(scan: Scan, start: int) -> Part | None:
    """Read a year, a range of years or a part of a year at `start`, where the words around it make it one."""
    match = grammar.YEAR_ALONE.match(scan.text, start)
    if match is None:
        return None
    year, end, ranged = int(match["y"]), match.end(), match["y2"] is not None
    value = _years(match) if ranged else match["y"]
    if not ranged and (part := _part_of_year(scan, start, end, year)):
        return part
    begin = scan.widened(start)
    sure = _reads_as_year(scan, start, begin, end, ranged)
    if value is None or sure is None:
        return None
    told = begin < start or scan.lead(begin) in grammar.NARRATIVE_LEADS
    return Part(begin, end, value, "stated", "year", year, loose=not sure, told=told)


def read_season(scan: Scan, start: int) -> Part | None:
    """Read a season with its year, or one that the words before it tie to the day of publication."""
    match = grammar.SEASON.match(scan.text, start)
    if match is None:
        return None
    name, end = match["name"].lower(), match.end()
    if match["y"]:
        return _season_of_year(scan, name, match)
    if scan.today is None or grammar.OF_NEXT.match(scan.text, end):
        return None
    which = scan.left(grammar.WHICH, start)
    over = scan.left(grammar.OVER_THE, start)
    if which and which["n"] is None and which["which"].lower() in arithmetic.SIDE_OF:
        side, begin = arithmetic.SIDE_OF[which["which"].lower()], scan.widened(which.start("which"))
    elif over and not (name == "fall" and scan.word_after(end) in ("in", "from")):
        side, begin = side_of(scan.text, over.start(), end, over["lead"].lower()), start
    else:
        return None
    value = arithmetic.season_near(scan.today, name, side)
    return Part(begin, end, value, "resolved") if value else None


def counts(scan: Scan, end: int, number: int) -> bool:
    """Say whether a round number before `end` is rather a count of what follows: "2000 foreign workers"."""
    if number % _ROUND:
        return False
    for _ in range(_ADJECTIVES):
        match = grammar.NEXT_WORD.match(scan.text, end)
        if match is None or match["word"].lower() in grammar.FUNCTION_WORDS:
            return False
        if _plural(match["word"]):
            return True
        end = match.end()
    return False


def number_of(digits: str) -> int:
    """Return the number in "13th" or ", 2018"."""
    return int("".join(char for char in digits if char in "0123456789"))


def _reads_as_year(scan: Scan, start: int, begin: int, end: int, ranged: bool) -> bool | None:
    """Say whether a number is a year: True, None for no, False where only a range or list could make it one."""
    year, lead, after = int(scan.text[start : start + 4]), scan.word_before(start).lower(), scan.word_after(end)
    if after.lower() in grammar.MEASURES or scan.text[end : end + 1] in ("°", "²") or counts(scan, end, year):
        return None
    if year not in _NEAR_YEARS:
        return True if lead in ("in", "since", "year") and not _plural(after) else None
    if begin < start or lead in grammar.YEAR_LEADS or scan.text[max(0, start - 6) : start].lower() == "year, ":
        return True
    if scan.left(grammar.SUM_OF, start):
        return None
    if lead in grammar.MAYBE_YEAR_LEADS:
        return not _plural(after)
    if lead in ("the", *grammar.POSSESSIVES):
        return bool(after) and after not in grammar.FUNCTION_WORDS
    bracketed = scan.text[start - 1 : start] == "(" and scan.text[end : end + 1] in (")", ",", ";")
    return bracketed or (ranged and end - start > len("2014-16") and not _plural(after))


def _plural(word: str) -> bool:
    if word.lower() in grammar.IRREGULAR_PLURALS:
        return True
    return word.islower() and len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _years(match: re.Match[str]) -> str | None:
    """Return the interval of "2014-2016", "2014-16" or "2014/15"; None where it may as well be a month or a number."""
    first, last = int(match["y"]), _same_century(match["y"], match["y2"])
    short = len(match["y2"]) == 2
    if short and match["sep"] == "-" and int(match["y2"]) <= _MONTHS:
        return None
    if not first < last or (short and last - first > _SHORT_RANGE):
        return None
    return f"{first}/{last}"


def _same_century(first: str, last: str) -> int:
    return int(last) if len(last) == 4 else int(first[:2] + last)


def _part_of_year(scan: Scan, start: int, end: int, year: int) -> Part | None:
    """Read the half, quarter or months of a year that stand before it."""
    match = scan.left(grammar.QUARTER, start)
    months = _nth(int(match["nth"]), 3) if match else None
    if match is None:
        match = scan.left(grammar.PART_OF, start)
        months = _months_of(match) if match else None
    if match is None or months is None:
        return None
    value = f"{arithmetic.iso_month(year, months[0])}/{arithmetic.iso_month(year, months[1])}"
    return Part(match.start(), end, value, "stated", year=year, told=True)


def _nth(nth: int, length: int) -> tuple[int, int] | None:
    last = nth * length
    return (last - length + 1, last) if last <= _MONTHS else None


def _months_of(match: re.Match[str]) -> tuple[int, int] | None:
    if match["part"]:
        length = 6 if match["part"].lower() == "half" else 3
        nth = grammar.ORDER_OF.get(match["nth"].lower()) or _MONTHS // length
        return _nth(nth, length)
    count = grammar.COUNT_OF.get(match["n"].lower()) or number_of(match["n"])
    if not 0 < count <= _MONTHS:
        return None
    return (1, count) if match["side"].lower() == "first" else (_MONTHS + 1 - count, _MONTHS)


def _season_of_year(scan: Scan, name: str, match: re.Match[str]) -> Part | None:
    start, end, year = match.start(), match.end(), int(match["y"])
    before = scan.word_before(start)
    if match[0][0].isupper() and before[:1].isupper() and before.lower() not in grammar.PERIOD_LEADS | {"the"}:
        return None  # "the Arab Spring of 2011" is a name
    if match["y2"] and (name != "winter" or _same_century(match["y"], match["y2"]) != year + 1):
        return None
    # A winter with one year may be the one that ends in it or the one that begins in it.
    value = match["y"] if name == "winter" and not match["y2"] else arithmetic.season(name, year)
    return Part(scan.widened(start), end, value, "stated", year=year, told=True)
