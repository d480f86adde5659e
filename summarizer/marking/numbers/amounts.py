"""One amount with everything that belongs to it: bounds, range, unit, kind and what it counts."""

from __future__ import annotations

import math
from typing import NamedTuple

from summarizer.marking.numbers.bounds import bound_after, bound_before, equal_after, limits
from summarizer.marking.numbers.closed import DETERMINERS
from summarizer.marking.numbers.counted import counted_phrase
from summarizer.marking.numbers.figures import Figure
from summarizer.marking.numbers.lexicon import SIGNS, words
from summarizer.marking.numbers.ones import counts_one
from summarizer.marking.numbers.ranges import join_range
from summarizer.marking.numbers.reader import read_figure
from summarizer.marking.numbers.special import name_after_rank
from summarizer.marking.numbers.tokens import Tokens
from summarizer.marking.numbers.units import currency_before, unit_after
from summarizer.models import Qualifier

_LOWER = frozenset(("more_than", "at_least"))
_UPPER = frozenset(("fewer_than", "at_most"))
_PERIODS = words("year years month months week weeks day days")
_AGED = frozenset(("aged", "age", "ages"))
_OLDEST = 115
"""No age stands above this, so a larger number between commas behind a name is none."""
_WHOLE = 100
"""From here on a converted value is given in whole units."""
_PLURAL_VERBS = words("were are have had was")


class Found(NamedTuple):
    """A quantity in tokens, before it gets its offsets. `core` is where the number and its bounds end."""

    first: int
    stop: int
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier = "exact"
    unit: str | None = None
    kind: str = "count"
    counted: tuple[int, int] = (0, 0)


class Measured(NamedTuple):
    """What a number is a number of, up to token `stop`."""

    kind: str
    unit: str | None
    factor: float
    stop: int
    counted: tuple[int, int] = (0, 0)


def read_amount(t: Tokens, i: int, floor: int) -> Found | None:
    """Return the amount that begins at token `i`; its bounding words begin at `floor` or later."""
    figure = read_figure(t, i)
    if figure is None:
        return None
    if figure.kind == "ordinal":
        stop = name_after_rank(t, figure.stop, t.words[i])
        kind = "ordinal" if stop == figure.stop else "name"
        value = figure.low if kind == "ordinal" else None
        return Found(i, stop, value, value, kind=kind)
    if figure.form == "vague" and t.word(i - 1) in ("a", "the") and i > floor and t.words[i] == "few":
        figure = figure._replace(first=i - 1)
    figure, sign = _signed(t, figure, floor)
    figure, ranged = join_range(t, figure, floor)
    money = currency_before(t, figure.first, floor)
    first, before = bound_before(t, money[0] if money else figure.first, floor)
    found = _bounded(t, figure._replace(first=first), before, ranged)
    measured = _measure(t, figure, found, money[1] if money else None)
    if before is None and not sign and not ranged and _is_pronoun(t, figure, measured):
        return None
    return _finish(t, found, measured, figure, sign)


def _signed(t: Tokens, figure: Figure, floor: int) -> tuple[Figure, str]:
    """Take a sign before the number into it; "-" only where it touches the number and nothing else."""
    k = figure.first - 1
    if k < floor or figure.low is None or figure.high is None or figure.form != "exact":
        return figure, ""
    word = t.words[k]
    touches = word in ("-", "\u2212") and t.glued(k + 1) and not t.glued(k)
    if word in SIGNS or touches or (word == "-" and t.glued(k + 1) and t.word(k - 1) in ("<", ">", "=")):
        return figure._replace(first=k, low=-figure.high, high=-figure.low), word
    return figure, ""


def _bounded(t: Tokens, figure: Figure, before: Qualifier | None, ranged: bool) -> Found:
    """Apply the words before and after a number."""
    stop, after = bound_after(t, figure.stop)
    qualifier: Qualifier = "range" if ranged else figure.form
    if before is not None and before in _LOWER | _UPPER and not ranged:
        qualifier = before
        stop, qualifier = equal_after(t, stop, qualifier) if after is None else (stop, qualifier)
    elif after is not None and after in _LOWER | _UPPER:
        qualifier = after
    elif qualifier == "exact":
        qualifier = "approximate" if "approximate" in (before, after) else "exact"
    low, high = figure.low, figure.high
    if low is None or high is None or not (math.isfinite(low) and math.isfinite(high)):
        return Found(figure.first, stop, None, None, "unreadable")
    low, high = limits(low, high, qualifier)
    return Found(figure.first, stop, low, high, qualifier)


def _measure(t: Tokens, figure: Figure, found: Found, currency: str | None) -> Measured:
    """Find out what the number is of: money, an age, a unit, or a noun that it counts."""
    one = figure.low == figure.high == 1
    stop = found.stop
    if currency:
        return Measured("money", currency, 1.0, stop)
    age = _age(t, figure, found)
    if age:
        return age
    unit = unit_after(t, stop + (t.words[stop] == "of"), one=one or figure.kind == "fraction")
    if unit is not None:
        kind, name, factor = unit[1]
        of = t.words[unit[0]] == "of" and kind not in ("duration", "money")
        return Measured(kind, name, factor, unit[0], _phrase(t, unit[0], one=False) if of else (0, 0))
    if t.words[stop] == "-" and t.glued(stop) and t.glued(stop + 1) and t.words[stop + 1].isalpha():
        return _compound(t, figure, stop)
    if figure.kind == "fraction" and t.words[stop] in DETERMINERS:
        return Measured(figure.kind, None, 1.0, stop, _phrase(t, stop + 1, one=False))
    return Measured(figure.kind, None, 1.0, stop, _phrase(t, stop, one=one))


def _phrase(t: Tokens, k: int, *, one: bool) -> tuple[int, int]:
    return counted_phrase(t, k, one=one)


def _compound(t: Tokens, figure: Figure, stop: int) -> Measured:
    """Read "30-strong unit" (units of 30) and "12-member council" (12 members)."""
    if t.words[stop + 1] == "strong":
        return Measured(figure.kind, None, 1.0, stop + 2, _phrase(t, stop + 2, one=True))
    return Measured(figure.kind, None, 1.0, stop, (stop + 1, stop + 2))


def _age(t: Tokens, figure: Figure, found: Found) -> Measured | None:
    """Read "14-year-old", "14 years old", "aged 14", "the age of 14" and "Name, 14,"."""
    k = found.stop + (t.words[found.stop] == "-")
    if t.words[k] in _PERIODS:
        unit = t.words[k].rstrip("s")
        k += 1 + (t.words[k + 1] == "-")
        if t.words[k] in ("old", "olds"):
            whose = _phrase(t, k + 1, one=True) if t.words[k] == "old" else (0, 0)
            return Measured("age", unit, 1.0, k + 1, whose)
        if t.words[k] == "of" and t.words[k + 1] == "age":
            return Measured("age", unit, 1.0, k + 2)
        return None
    before = t.word(found.first - 1)
    if before in _AGED or (before == "of" and t.word(found.first - 2) in _AGED):
        return Measured("age", "year", 1.0, found.stop)
    named = before == "," and t.capital(found.first - 2) and t.words[found.stop] == "," and found.qualifier == "exact"
    plain = not figure.spelled and figure.low is not None and figure.low <= _OLDEST
    if named and plain and t.words[found.stop + 1].isalpha() and t.words[found.stop + 1] not in _PLURAL_VERBS:
        return None if t.capital(found.stop + 1) else Measured("age", "year", 1.0, found.stop)
    return None


def _is_pronoun(t: Tokens, figure: Figure, measured: Measured) -> bool:
    if t.words[figure.first] != "one" or figure.stop != figure.first + 1:
        return False
    if measured.kind != "count" and t.words[figure.stop] != "day":
        return False
    return not counts_one(t, figure.first, figure.stop, measured.counted[0] < measured.counted[1])


def _finish(t: Tokens, found: Found, measured: Measured, figure: Figure, sign: str) -> Found:
    """Join number and measure: convert, take in the unit, and what bounds the number from behind its noun."""
    low, high, qualifier = found.low, found.high, found.qualifier
    counts = measured.counted[0] < measured.counted[1]
    first, stop = found.first, max(found.stop, measured.stop)
    if counts and measured.kind == "count":
        if sign and sign not in SIGNS and found.first == figure.first:
            # Nobody counts below zero: the dash opens a list item.
            first, low, high = first + 1, high and -high, low and -low
        if figure.dotted:
            low, high, qualifier = None, None, "unreadable"
        end, after = bound_after(t, measured.counted[1])
        if after is not None and qualifier in ("exact", "approximate") and low is not None and high is not None:
            low, high = limits(low, high, after)
            stop, qualifier = end, after
    factor = measured.factor
    low, high = (None if v is None else _converted(float(v), factor) for v in (low, high))
    return Found(first, stop, low, high, qualifier, measured.unit, measured.kind, measured.counted)


def _converted(value: float, factor: float) -> float:
    if factor == 1.0:
        return value
    # No more digits than a text states: whole units, or six figures of what is small.
    value *= factor
    return float(round(value)) if abs(value) >= _WHOLE else float(f"{value:.6g}")


def two_sided(t: Tokens, left: Found, right: Found) -> Found | None:
    """Join "more than 100" and "and fewer than 300" into one range, None where they are two figures."""
    if left.counted[0] < left.counted[1] or right.first != left.stop + 1 or left.kind not in (right.kind, "count"):
        return None
    if t.words[left.stop] not in ("and", "but", ","):
        return None
    low, high = (left, right) if left.qualifier in _LOWER else (right, left)
    if low.qualifier not in _LOWER or high.qualifier not in _UPPER or low.low is None or high.high is None:
        return None
    if low.low >= high.high:
        return None
    return right._replace(first=left.first, low=low.low, high=high.high, qualifier="range")
