"""Dates, years and clock times, so that their numbers are not taken for amounts."""

from __future__ import annotations

import re

from summarizer.marking.numbers.lexicon import DASHES, RANK_SUFFIXES, words
from summarizer.marking.numbers.tokens import Tokens

MONTHS = words(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
_NUMERIC_DATE = re.compile(
    r"(?:[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}|[0-9]{1,2}([-/.])[0-9]{1,2}\2(?:[0-9]{4}|[0-9]{2})|"
    r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])|9/11|24/7)(?![\w/-]|\.[0-9])"
)
_CLOCK = re.compile(
    r"(?:[01]?[0-9]|2[0-3])(?:"
    r":[0-5][0-9](?::[0-5][0-9])?(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:GMT|UTC|EST|EDT|CET|hours|hrs)\b)?"
    r"|(?:\.[0-5][0-9])?\s?[ap](?:\.m\.|m\b)"
    r"|[0-5][0-9]\s?(?:GMT|UTC|EST|EDT|CET|hrs|hours local)\b"
    r"|\s?(?:GMT|UTC)\b)",
    re.IGNORECASE,
)
# Behind these a number of four digits is a year, whatever follows.
_YEAR_CUES = words(
    "in since until till during before after early late mid year summer winter spring autumn fall pre post circa "
    "january february march april may june july august september october november december"
)
_ERAS = words("bc bce ad ce")
_DETERMINED = words("the its their his her this")
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


def read_time(t: Tokens, i: int) -> int:
    """Return the end of the clock time at token `i`, 0 where there is none."""
    if t.words[i + 1] == "o'clock":
        return i + 2
    match = _CLOCK.match(t.text, t.starts[i]) if t.digit(i) and len(t.words[i]) < 6 else None
    return t.stop_at(i, match.end()) if match else 0


def read_date(t: Tokens, i: int, floor: int) -> tuple[int, int] | None:
    """Return the tokens of the date that the number at token `i` is part of; they begin at `floor` or later."""
    if not t.digit(i):
        return None
    match = _NUMERIC_DATE.match(t.text, t.starts[i])
    if match:
        return i, t.stop_at(i, match.end())
    return _month_before(t, i, floor) or _month_after(t, i)


def is_month(t: Tokens, k: int) -> bool:
    """Tell whether token `k` is a month; "may" and "march" are other words without a capital."""
    return 0 <= k < t.count and t.words[k] in MONTHS and t.capital(k)


def is_year(t: Tokens, k: int) -> bool:
    """Tell whether token `k` could be a year of the last or this century."""
    return len(t.words[k]) == 4 and t.words[k].isdigit() and _FIRST_YEAR <= int(t.words[k]) <= _LAST_YEAR


def _day_end(t: Tokens, k: int) -> int:
    """Return the end of the day of a month at token `k`, with its "th"; 0 where there is none."""
    word = t.words[k]
    if not (word.isdigit() and len(word) < 3 and 0 < int(word) < 32):
        return 0
    return k + 1 + (t.words[k + 1] in RANK_SUFFIXES and t.glued(k + 1))


def _month_before(t: Tokens, i: int, floor: int) -> tuple[int, int] | None:
    month = i - 1
    if t.word(month) == "." and month > floor and t.glued(month):
        month -= 1
    if t.word(month) == "," and is_month(t, month - 1) and is_year(t, i):
        month -= 1
    if month < floor or not is_month(t, month):
        return None
    if is_year(t, i):
        return month, _year_end(t, i)
    stop = _day_end(t, i)
    if not stop or (t.glued(stop) and t.words[stop][0].isalnum()):
        return None
    # "On March 12" is a date; "in March 12 people ..." is not, unless a year follows.
    dated = is_year(t, stop + (t.words[stop] == ","))
    if t.word(month - 1) == "in" and not dated and t.words[stop].isalpha():
        return None
    if t.words[stop] in DASHES and _day_end(t, stop + 1):
        stop = _day_end(t, stop + 1)
    return month, _with_year(t, stop)


def _month_after(t: Tokens, i: int) -> tuple[int, int] | None:
    stop = _day_end(t, i)
    if not stop:
        return None
    if (t.words[stop] in DASHES or t.words[stop] in ("and", "to")) and _day_end(t, stop + 1):
        second = _day_end(t, stop + 1)
        stop = second if is_month(t, second) else stop
    stop += t.words[stop] == "of"
    if not is_month(t, stop):
        return None
    stop += 1
    return i, _with_year(t, stop + (t.words[stop] == "." and is_year(t, stop + 1)))


def _with_year(t: Tokens, stop: int) -> int:
    k = stop + (t.words[stop] == ",")
    return k + 1 if is_year(t, k) else stop


def _year_end(t: Tokens, i: int) -> int:
    """Return the end of the year at token `i`, or of the years "2016-18", "2010s"."""
    stop = i + 1
    if t.words[stop] == "s" and t.glued(stop):
        return stop + 1
    if (t.words[stop] in DASHES or t.words[stop] == "/") and t.glued(stop) and t.glued(stop + 1):
        second = t.words[stop + 1]
        if is_year(t, stop + 1) or (second.isdigit() and len(second) == 2):
            return stop + 2
    return stop


def read_year(t: Tokens, i: int) -> tuple[int, bool] | None:
    """Return the end of the year or years at token `i`, and whether the words before make sure that it is a year."""
    if t.words[i].isdigit() and len(t.words[i]) < 5 and tuple(t.words[i + 1 : i + 4]) == ("b", ".", "c"):
        return i + 4, True
    if t.words[i].isdigit() and len(t.words[i]) < 5 and t.words[i + 1] in _ERAS and t.capital(i + 1):
        return i + 2, True
    if not is_year(t, i):
        return None
    stop, before = _year_end(t, i), t.word(i - 1)
    joined = t.words[stop] in ("to", "and", "through", "until", "till") and is_year(t, stop + 1)
    if joined and before in ("from", "between", "in", "during", "years"):
        return _year_end(t, stop + 1), True
    # "The 2018 attacks" are not 2,018; a round "the 2000 guests" may well be.
    dated = (before in _DETERMINED or before.endswith("'s")) and not t.words[i].endswith("0")
    return stop, stop > i + 1 or before in _YEAR_CUES or dated
