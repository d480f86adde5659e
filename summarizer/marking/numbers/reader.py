"""One number at a token, in whatever way it is written."""

from __future__ import annotations

from summarizer.marking.numbers.digits import read_digits
from summarizer.marking.numbers.figures import Figure
from summarizer.marking.numbers.lexicon import (
    DOZENS,
    FRACTION_SIGNS,
    PARTS,
    SCALE_FORMS,
    SCALES,
    TENS,
    UNITS,
    words,
)
from summarizer.marking.numbers.spelled import Cardinal, read_cardinal, read_denominator, read_rank
from summarizer.marking.numbers.tokens import Tokens
from summarizer.marking.numbers.vague import read_vague

# "Half" is an amount before these, or after these; else it is a noun or a prefix ("the second half", "half-brother").
_AFTER_HALF = words("of the its their his her our your a an all")
_BEFORE_HALF = words("than nearly almost about over around roughly approximately least")
_MILLION = SCALES["million"]
_ROUND = (10, 100, 1_000)
"""Wholes in digits that make a share of "7 out of 10"; "12 out of 20 trains" are twelve trains."""
_MOST_IN = 1_000
"""Above this "one in 5,000" is still a share, but "one in 2018" is not; the limit keeps to plain cases."""


def read_figure(t: Tokens, i: int) -> Figure | None:
    """Return the number that begins at token `i`, None where none does."""
    rank = read_rank(t, i)
    if rank is not None and (t.words[i] not in TENS or t.words[rank.stop - 1] in PARTS):
        return rank
    word = t.words[i]
    if word in FRACTION_SIGNS:
        return _scaled(t, Figure(i, i + 1, FRACTION_SIGNS[word], FRACTION_SIGNS[word], kind="fraction"))
    if word == "quarter" and not _scale_after(t, i + 1):
        return None
    vague = read_vague(t, i)
    if vague is not None:
        return vague
    part = _part(t, i)
    if part is not None:
        return part
    if word in ("a", "an") and t.words[i + 1] == "couple":
        return _couple(t, i)
    cardinal = read_cardinal(t, i)
    if cardinal is None:
        return read_digits(t, i) if t.digit(i) else None
    return _cardinal_and_more(t, i, cardinal)


def _cardinal_and_more(t: Tokens, i: int, cardinal: Cardinal) -> Figure:
    value, stop, scale, tail, spelled = cardinal
    share = _share(t, i, cardinal)
    if share is not None:
        return share
    below = read_denominator(t, stop, one=value == 1) if spelled else None
    if below is not None:
        # "One hundred and three quarters" is 100 and 3/4, "one hundred and thirty fifths" 130/5.
        mixed = 0 < tail < below[0]
        value = value - tail + tail / below[0] if mixed else value / below[0]
        return _scaled(t, Figure(i, below[1], value, value, kind="count" if value >= 1 else "fraction", spelled=True))
    if t.words[stop] == "point":
        value, stop = _decimals(t, stop, value)
    if t.words[stop] == "and":
        value, stop, scale = _and_part(t, stop, value, scale)
    dotted = stop == i + 1 and not spelled and read_digits(t, i).dotted
    return Figure(i, stop, value, value, spelled=spelled, scale=scale, dotted=dotted)


def _share(t: Tokens, i: int, cardinal: Cardinal) -> Figure | None:
    """Read "two out of five" and "one in three"."""
    value, stop = cardinal.value, cardinal.stop
    if t.words[stop] == "out" and t.words[stop + 1] == "of":
        whole = read_cardinal(t, stop + 2)
    elif t.words[stop] == "in" and value == 1:
        whole = read_cardinal(t, stop + 1)
        if whole is not None and whole.value > _MOST_IN:
            return None
    else:
        return None
    if whole is None or whole.value <= value or not (whole.spelled or value == 1 or whole.value in _ROUND):
        return None
    part = value / whole.value
    return Figure(i, whole.stop, part, part, kind="fraction", spelled=cardinal.spelled)


def _decimals(t: Tokens, stop: int, value: float) -> tuple[float, int]:
    """Read "point zero three", "point seventy-one"."""
    digits, k = "", stop + 1
    while t.words[k] in UNITS and UNITS[t.words[k]] < 10:
        digits, k = digits + str(UNITS[t.words[k]]), k + 1
    if not digits:
        rest = read_cardinal(t, k)
        if rest is None or not rest.spelled or rest.value >= 100:
            return value, stop
        digits, k = str(int(rest.value)), rest.stop
    return value + float("0." + digits), k


def _part(t: Tokens, i: int) -> Figure | None:
    """Read a fraction that no number opens: "half a dozen", "half the", "a quarter of", "a third of"."""
    word, k = t.words[i], i
    if word in ("a", "an"):
        k += 1
        word = t.words[k]
        if word not in PARTS or (word not in ("half", "quarter") and t.words[k + 1] != "of"):
            return None
    elif word not in ("half", "quarter"):
        return None
    figure = _scaled(t, Figure(i, k + 1, 1 / PARTS[word], 1 / PARTS[word], kind="fraction", spelled=True))
    if figure.stop > k + 1 or k > i:
        return figure
    bare = word == "half" and (t.words[k + 1] in _AFTER_HALF or t.word(i - 1) in _BEFORE_HALF)
    return figure if bare else None


def _scale_after(t: Tokens, k: int) -> int:
    """Return the token of the scale word or dozen that a fraction at `k` - 1 is of, 0 where there is none."""
    if t.words[k] == "of" and t.words[k + 1] in ("a", "an"):
        k += 2
    elif t.words[k] in ("a", "an") or (t.words[k] == "-" and t.glued(k)):
        k += 1
    return k if t.words[k] in SCALES or t.words[k] == "dozen" else 0


def _scaled(t: Tokens, figure: Figure) -> Figure:
    """Multiply a fraction by the scale word behind it: "half a million", "two thirds of a million"."""
    k = _scale_after(t, figure.stop)
    if not k or figure.low is None:
        return figure
    factor = SCALES.get(t.words[k], 12.0)
    return figure._replace(stop=k + 1, low=figure.low * factor, high=figure.low * factor, kind="count", scale=factor)


def _and_part(t: Tokens, stop: int, value: float, scale: float) -> tuple[float, int, float]:
    """Add "and a half", "and three quarters" to `value`; behind millions it is the part of a million."""
    found = _plain_part(t, stop + 1)
    if found is None:
        return value, stop, scale
    part, stop = found
    factor = SCALE_FORMS.get(t.words[stop], 0.0)
    if scale >= _MILLION:
        return (value + part * factor, stop + 1, factor) if 0 < factor < scale else (value + part * scale, stop, scale)
    value += part
    return (value * factor, stop + 1, factor) if factor else (value, stop, scale)


def _plain_part(t: Tokens, k: int) -> tuple[float, int] | None:
    if t.words[k] in FRACTION_SIGNS:
        return FRACTION_SIGNS[t.words[k]], k + 1
    if t.words[k] in ("a", "an"):
        below = read_denominator(t, k + 1, one=True)
        # "Two and a third was ..." goes on with a third thing.
        sure = below is not None and (t.words[k + 1] in ("half", "quarter") or not t.words[below[1]].isalpha())
        return (1 / below[0], below[1]) if below is not None and (sure or t.words[below[1]] == "of") else None
    top = read_cardinal(t, k)
    if top is None or not top.spelled:
        return None
    below = read_denominator(t, top.stop, one=top.value == 1)
    return (top.value / below[0], below[1]) if below is not None and top.value < below[0] else None


def _couple(t: Tokens, i: int) -> Figure | None:
    """Read "a couple of", "a couple of hundred", "a couple dozen": about two of them."""
    k = i + 2 + (t.words[i + 2] == "of")
    factor = SCALES.get(t.words[k]) or (12.0 if t.words[k] in DOZENS else 0.0)
    if factor:
        return Figure(i, k + 1, 2 * factor, 2 * factor, form="approximate", spelled=True)
    return Figure(i, i + 2, 2.0, 2.0, form="approximate", spelled=True) if t.words[i + 2] in ("of", "more") else None
