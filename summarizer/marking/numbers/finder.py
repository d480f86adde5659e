"""Puts the readers together: every number of a text as a `Quantity`."""

from __future__ import annotations

from summarizer.marking.numbers.amounts import Found, read_amount, two_sided
from summarizer.marking.numbers.bounds import bound_before
from summarizer.marking.numbers.counted import counted_phrase
from summarizer.marking.numbers.dates import read_date, read_time, read_year
from summarizer.marking.numbers.lexicon import words
from summarizer.marking.numbers.special import is_list_mark, read_address, read_name, read_phone
from summarizer.marking.numbers.tokens import Tokens, tokenize
from summarizer.marking.numbers.units import currency_before, unit_after
from summarizer.models import Quantity

_AGE_WORDS = words("his her their mid early late")
_STRICT = frozenset(("more_than", "at_least", "fewer_than", "at_most"))


def find_quantities(text: str) -> list[Quantity]:
    """Return all numbers of an English text, in text order; spans do not overlap.

    Offsets are code points into `text`. The rules that a caller should know are in the docstring of this package. The
    time is linear in the length of the text; no text raises.
    """
    t = tokenize(text)
    found: list[Found] = []
    floor = 0
    for i in t.candidates:
        if i < floor:
            continue
        item = _not_amount(t, i, floor) or read_amount(t, i, floor)
        if item is None:
            continue
        merged = two_sided(t, found[-1], item) if found else None
        if merged is not None:
            found[-1] = item = merged
        else:
            found.append(item)
        floor = item.stop
    return [_quantity(t, item) for item in found]


def _quantity(t: Tokens, item: Found) -> Quantity:
    first, stop = item.counted
    start, end = t.starts[item.first], t.ends[item.stop - 1]
    if stop <= first:
        return Quantity(start, end, item.low, item.high, item.qualifier, item.unit, item.kind)
    begin, finish = t.starts[first], t.ends[stop - 1]
    return Quantity(
        start, end, item.low, item.high, item.qualifier, item.unit, item.kind, t.text[begin:finish], begin, finish
    )


def _not_amount(t: Tokens, i: int, floor: int) -> Found | None:
    """Read what has digits and is no amount: addresses, phone numbers, times, dates, names, list marks."""
    if t.digit(i):
        for kind, span in (("name", read_address(t, i, floor)), ("phone", read_phone(t, i, floor))):
            if span:
                return Found(*span, kind=kind)
    stop = read_time(t, i)
    if stop:
        return Found(i, stop, kind="time")
    span = read_date(t, i, floor)
    if span:
        return Found(*span, kind="date")
    span = None if currency_before(t, i, floor) else read_name(t, i, floor)
    if span:
        return Found(*span, kind="name")
    if t.digit(i):
        return _year_or_mark(t, i, floor)
    return None


def _year_or_mark(t: Tokens, i: int, floor: int) -> Found | None:
    if t.words[i + 1] == "s" and t.glued(i + 1) and len(t.words[i]) == 2 and t.words[i][1] == "0":
        low = float(t.words[i])
        kind = "age" if t.word(i - 1) in _AGE_WORDS or t.word(i - 2) in _AGE_WORDS else "date"
        return Found(i, i + 2, low, low + 9, "range", kind=kind)
    if is_list_mark(t, i):
        return Found(i, i + 1, float(t.words[i]), float(t.words[i]), kind="ordinal")
    year = read_year(t, i)
    if year is None or not _is_date(t, i, *year, floor=floor):
        return None
    value = float(t.words[i]) if year[0] == i + 1 else None
    return Found(i, year[0], value, value, kind="date")


def _is_date(t: Tokens, i: int, stop: int, sure: bool, *, floor: int) -> bool:
    """Decide whether a number that could be a year is one."""
    if stop > i + 1:
        return True
    if currency_before(t, i, floor) or unit_after(t, stop, one=False):
        return False
    qualifier = bound_before(t, i, floor)[1]
    if qualifier in _STRICT:
        return False
    if sure and qualifier is None:
        return True
    first, end = counted_phrase(t, stop, one=False)
    return end == first or not t.words[end - 1].endswith(("s", "people", "men", "women", "children"))
