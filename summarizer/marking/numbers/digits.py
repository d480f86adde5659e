"""Numbers in digits: every grouping, space groups, slash fractions and the letters for thousands and millions."""

from __future__ import annotations

import re

from summarizer.marking.numbers.figures import Figure
from summarizer.marking.numbers.lexicon import ABBREVIATED, CAPITALS, FRACTION_SIGNS, GLUED, words
from summarizer.marking.numbers.tokens import Tokens

# Groups of three, or the Indian grouping in twos before the last three.
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
# The continental grouping, where it cannot be a decimal number.
_DOTTED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|[1-9][0-9]{0,2}\.[0-9]{3},[0-9]{1,2}")
_DECIMAL = re.compile(r"[0-9]*\.[0-9]+")
_THOUSANDTHS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_LONGEST = 40
"""Digits beyond which nobody states an amount; longer ones are serial numbers, and floats could not hold them."""

# After "2.5m" these speak of metres; after most other words the letter means millions.
_METRE_WORDS = words("tall high deep wide long thick away above below from of in off up down apart range")
_PLURAL_VERBS = words("are were have")
# Denominators that people write with a slash; others ("9/11", "24/7") are dates or names.
_SLASHED = frozenset((2, 3, 4, 5, 6, 8, 10, 16, 20, 100))


def read_digits(t: Tokens, i: int) -> Figure:
    """Read the number in digits at token `i`; a grouping that fits no convention gives an unreadable one."""
    word = t.words[i]
    value, stop = _value(word), i + 1
    if word.isdigit() and len(word) <= 3 and word[0] != "0":
        value, stop = _space_groups(t, i)
    if value is None:
        return Figure(i, stop, None, None, form="unreadable")
    fraction = _slash(t, i)
    if fraction is not None:
        return fraction
    if t.words[stop] in FRACTION_SIGNS and t.starts[stop] - t.ends[stop - 1] <= 1:
        value, stop = value + FRACTION_SIGNS[t.words[stop]], stop + 1
    elif word.isdigit() and stop == i + 1 and t.words[stop].isdigit():
        mixed = _slash(t, stop)
        if mixed is not None and mixed.low is not None:
            return Figure(i, mixed.stop, value + mixed.low, value + mixed.low)
    scale = _suffix(t, stop)
    if scale > 1:
        return Figure(i, stop + 1, value * scale, value * scale, scale=scale)
    return Figure(i, stop, value, value, dotted=_THOUSANDTHS.fullmatch(word) is not None)


def _value(word: str) -> float | None:
    if len(word) > _LONGEST:
        return None
    if word.isdigit() or _DECIMAL.fullmatch(word):
        return float(word)
    if _GROUPED.fullmatch(word):
        return float(word.replace(",", ""))
    if _DOTTED.fullmatch(word):
        return float(word.replace(".", "").replace(",", "."))
    return None


def _space_groups(t: Tokens, i: int) -> tuple[float | None, int]:
    """Join "1 234 567.89": groups of exactly three digits, one space apart."""
    joined, stop = t.words[i], i + 1
    while (
        stop < t.count
        and len(joined) < _LONGEST
        and t.starts[stop] - t.ends[stop - 1] == 1
        and t.text[t.ends[stop - 1]] != "\n"
        and t.words[stop][:3].isdigit()
        and (len(t.words[stop]) == 3 or (t.words[stop][3:4] == "." and _DECIMAL.fullmatch(t.words[stop])))
        and "." not in joined
    ):
        joined += t.words[stop]
        stop += 1
    return _value(joined), stop


def _slash(t: Tokens, i: int) -> Figure | None:
    """Read "3/4" at token `i`."""
    if not (t.words[i + 1] == "/" and t.glued(i + 1) and t.glued(i + 2) and t.words[i + 2].isdigit()):
        return None
    top, bottom = t.words[i], t.words[i + 2]
    if not (top.isdigit() and len(top) < 3 and len(bottom) < 4 and int(bottom) in _SLASHED and int(top) < int(bottom)):
        return None
    if t.words[i + 3] == "/" and t.glued(i + 3):
        return None
    part = int(top) / int(bottom)
    return Figure(i, i + 3, part, part, kind="fraction")


def _suffix(t: Tokens, k: int) -> float:
    """Return what the letters at token `k` multiply by, 1 where they do not."""
    word = t.words[k]
    if k + 1 < t.count and t.glued(k + 1) and t.words[k + 1][:1].isdigit():
        return 1.0  # "40 M23 fighters", "20 K9 howitzers": the letter begins a name
    if word in GLUED and t.glued(k):
        if word != "m" or t.capital(k) or _means_million(t, k):
            return GLUED[word]
        return 1.0
    if word in ABBREVIATED and (t.glued(k) or t.starts[k] - t.ends[k - 1] <= 2):
        return ABBREVIATED[word]
    if word in ("m", "mm") and t.raw(k) in CAPITALS and t.words[k + 1] != ".":
        return CAPITALS[t.raw(k)]
    return 1.0


def _means_million(t: Tokens, k: int) -> bool:
    """Decide "2.5m": money and people come in millions, lengths in metres."""
    before, after = t.word(k - 2), t.words[k + 1]
    if before in ("$", "£", "€", "¥") or after in _PLURAL_VERBS:
        return True
    return before not in ("a", "an", "the") and after.isalpha() and after not in _METRE_WORDS and not t.glued(k + 1)
