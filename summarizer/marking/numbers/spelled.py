"""Numbers in words: cardinals, fractions, ordinals and vague plurals."""

from __future__ import annotations

import math
from typing import NamedTuple

from summarizer.marking.numbers.digits import read_digits
from summarizer.marking.numbers.figures import Figure
from summarizer.marking.numbers.lexicon import (
    DOZENS,
    FEW,
    PARTS,
    RANK_PLURALS,
    RANK_SUFFIXES,
    RANKS,
    SCALE_FORMS,
    SCALES,
    TENS,
    UNITS,
)
from summarizer.marking.numbers.tokens import Tokens

_SCALE_WORDS = 3
"""Scale words at most in a row ("three lakh crore"); a limit keeps the reading linear."""


class Cardinal(NamedTuple):
    """A whole number up to token `stop`; `tail` is what its last "and" added, `scale` its last scale word."""

    value: float
    stop: int
    scale: float = 1.0
    tail: float = 0.0
    spelled: bool = True


def read_cardinal(t: Tokens, i: int) -> Cardinal | None:
    """Read "two million three hundred and five", "3 hundred and 21", "a thousand", "two dozen" at token `i`."""
    total, stop, floor, tail, spelled = 0.0, i, math.inf, 0.0, True
    while True:
        joined = stop > i and t.words[stop] == "and"
        part = _group(t, stop + joined, first=stop == i)
        if part is None or part.value >= floor or (stop > i and not _may_follow(part, floor, joined)):
            break
        total, stop, floor, tail = total + part.value, part.stop, part.scale, part.tail
        if joined and part.scale == 1:
            tail = part.value
        spelled = spelled and part.spelled
        # A part without a scale word above hundred ends the number.
        if floor <= SCALES["hundred"]:
            break
    return Cardinal(total, stop, floor, tail, spelled) if stop > i else None


def _may_follow(part: Cardinal, floor: float, joined: bool) -> bool:
    """Tell whether a part may continue a number: "two million and 30 vehicles" are two numbers."""
    if not part.value or (not part.spelled and part.scale == 1):
        return False
    return not joined or floor < SCALES["million"] or part.value >= SCALES["hundred"]


def _group(t: Tokens, i: int, first: bool) -> Cardinal | None:
    """Read one number below a thousand, or in digits, and the scale words behind it."""
    base = _simple(t, i, first)
    if base is None:
        return None
    value, stop, scale, tail, spelled = base
    if t.words[stop] in ("hundred", "hundreds"):
        value, stop, scale = value * 100, stop + 1, 100.0
        rest = _simple(t, stop + (t.words[stop] == "and"), first=False)
        if rest is not None and _completes(t, rest, spelled):
            tail = rest.value if t.words[stop] == "and" else 0.0
            value, stop = value + rest.value, rest.stop
    for _ in range(_SCALE_WORDS):
        if t.words[stop] not in SCALE_FORMS or t.words[stop] in ("hundred", "hundreds"):
            break
        scale = SCALE_FORMS[t.words[stop]] if scale <= 100 else scale * SCALE_FORMS[t.words[stop]]
        value, stop, tail = value * SCALE_FORMS[t.words[stop]], stop + 1, 0.0
    if t.words[stop] in DOZENS and value < 100:
        value, stop = value * 12, stop + 1
    return Cardinal(value, stop, scale, tail, spelled)


def _completes(t: Tokens, rest: Cardinal, spelled: bool) -> bool:
    fits = 0 < rest.value < 100 and rest.scale == 1 and rest.value == int(rest.value)
    return fits and (rest.spelled or not spelled) and t.words[rest.stop] not in ("hundred", "hundreds")


def _simple(t: Tokens, i: int, first: bool) -> Cardinal | None:
    word = t.words[i]
    if t.digit(i):
        figure = read_digits(t, i)
        ordinal = t.words[figure.stop] in RANK_SUFFIXES and t.glued(figure.stop)
        if figure.low is None or figure.kind != "count" or ordinal:
            return None
        return Cardinal(figure.low, figure.stop, figure.scale, spelled=False)
    if word in UNITS:
        return Cardinal(UNITS[word], i + 1)
    if word in TENS:
        return _tens(t, i)
    if first and word in ("a", "an") and (t.words[i + 1] in SCALES or t.words[i + 1] in DOZENS):
        return Cardinal(1.0, i + 1)
    if first and (word in SCALES or word == "dozen"):
        return Cardinal(1.0, i)
    return None


def _tens(t: Tokens, i: int) -> Cardinal | None:
    value = TENS[t.words[i]]
    k = i + 1 + (t.words[i + 1] == "-" and t.glued(i + 1) and t.glued(i + 2))
    unit = UNITS.get(t.words[k], 0)
    if 0 < unit < 10:
        return Cardinal(value + unit, k + 1)
    if k > i + 1 and (t.words[k] in RANKS or t.words[k] in RANK_PLURALS):
        return None
    return Cardinal(value, i + 1)


def read_denominator(t: Tokens, k: int, one: bool) -> tuple[float, int] | None:
    """Read "thirds", "-third", "twenty-fifths" at token `k`; the singular only after `one`."""
    k += t.words[k] == "-" and t.glued(k) and t.glued(k + 1)
    word = t.words[k]
    if word in TENS:
        hyphen = t.words[k + 1] == "-" and t.glued(k + 1)
        rank = t.words[k + 1 + hyphen]
        found = RANK_PLURALS.get(rank) or (RANKS.get(rank) if one else None)
        return (TENS[word] + found, k + 2 + hyphen) if found and found < 10 else None
    if word not in PARTS or (word in ("half", "halves") and not one):
        return None
    if one or word.endswith("s"):
        return PARTS[word], k + 1
    return None


def read_rank(t: Tokens, i: int) -> Figure | None:
    """Read the ordinal at token `i`: "third", "3rd", "twenty-first"."""
    word = t.words[i]
    if t.digit(i) and t.words[i + 1] in RANK_SUFFIXES and t.glued(i + 1):
        value = read_digits(t, i).low
        return Figure(i, i + 2, value, value, kind="ordinal")
    if word in TENS and t.words[i + 1] == "-" and t.glued(i + 1) and t.words[i + 2] in RANKS:
        value = float(TENS[word] + RANKS[t.words[i + 2]])
        return Figure(i, i + 3, value, value, kind="ordinal", spelled=True)
    if word in RANKS or (word in PARTS and word.endswith("th")):
        value = float(RANKS.get(word) or PARTS[word])
        return Figure(i, i + 1, value, value, kind="ordinal", spelled=True)
    return None


def opens_vague(t: Tokens, i: int) -> bool:
    """Tell whether "few" or "several" at token `i` makes the scale word behind it a vague plural."""
    return t.words[i] in FEW and (t.words[i + 1] in SCALE_FORMS or t.words[i + 1] in DOZENS)
