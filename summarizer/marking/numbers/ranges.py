"""Two numbers that are the ends of one range."""

from __future__ import annotations

from summarizer.marking.numbers.figures import Figure
from summarizer.marking.numbers.lexicon import DASHES, SCALES, words
from summarizer.marking.numbers.reader import read_figure
from summarizer.marking.numbers.tokens import Tokens
from summarizer.marking.numbers.units import SYMBOLS

_CHANGES = words(
    "rose rise rises risen rising increase increases increased increasing grew grow grows grown growing up jumped "
    "climbed expanded swelled surged soared doubled tripled fell fall falls fallen falling dropped drop down declined "
    "decreased reduced reduction shrank shrunk cut raised lowered went gone changed growth moved"
)
"""Verbs with which "from 10 to 20" is a change, two figures and no range."""
_ALTERNATIVES = 3
"""How many times the first number the second may be in "three or four"; farther apart they are two figures."""
_PERCENT = (("%",), ("percent",), ("per", "cent"))


def join_range(t: Tokens, figure: Figure, floor: int) -> tuple[Figure, bool]:
    """Return `figure` with the second end of its range, where one follows, and whether one did."""
    if figure.low is None or figure.form != "exact" or figure.kind == "ordinal":
        return figure, False
    before = t.word(figure.first - 1) if figure.first > floor else ""
    if before == "from" and figure.first > floor + 1 and _changes(t, figure.first - 2, floor):
        return figure, False
    k = _second_at(t, figure, before)
    second = read_figure(t, k) if k else None
    if second is None or second.low is None or second.form != "exact" or second.kind == "ordinal":
        return figure, False
    low = _shared_scale(figure, second)
    if low >= second.low or not _fits(t, figure._replace(low=low), second, k):
        return figure, False
    first = figure.first - (before in ("between", "from"))
    return second._replace(first=first, low=low, high=second.low, dotted=figure.dotted or second.dotted), True


def _changes(t: Tokens, k: int, floor: int) -> bool:
    """Tell whether a verb of change stands at token `k` or up to three words before it."""
    return any(t.words[j] in _CHANGES for j in range(max(floor, k - 3), k + 1))


def _second_at(t: Tokens, figure: Figure, before: str) -> int:
    """Return the token where the second end begins, 0 where no joining word or dash stands."""
    k = figure.stop
    for sign in _PERCENT:
        if tuple(t.words[k : k + len(sign)]) == sign:
            k += len(sign)
            break
    word = t.words[k]
    joins = word in ("to", "through", "or") or word in DASHES or (word == "and" and before == "between")
    if not joins or k >= t.count:
        return 0
    return k + 1 + (t.words[k + 1] in SYMBOLS)


def _fits(t: Tokens, figure: Figure, second: Figure, k: int) -> bool:
    """Tell whether what joins two rising numbers makes a range of them."""
    joiner = k - 1 - (t.words[k - 1] in SYMBOLS)
    word = t.words[joiner]
    if word == "or":
        return second.spelled == figure.spelled and (second.low or 0) <= _ALTERNATIVES * (figure.low or 0)
    if word in DASHES:
        lettered = t.glued(second.stop) and t.words[second.stop].isalpha() and len(t.words[second.stop]) > 2
        return not (figure.spelled or second.spelled or lettered) and t.glued(joiner) == t.glued(joiner + 1)
    return True


def _shared_scale(figure: Figure, second: Figure) -> float:
    """Return the first end; in "2 to 3 million" it takes the scale of the second."""
    low, high = figure.low or 0.0, second.low or 0.0
    if figure.scale == 1 and second.scale >= SCALES["hundred"] and low < high / second.scale:
        return low * second.scale
    return low
