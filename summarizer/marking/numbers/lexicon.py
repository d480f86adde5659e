"""The words of English numbers."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """Return the words of a list that is written as one string."""
    return frozenset(listed.split())


_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNIT_RANKS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth \
fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
_TEN_RANKS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"

UNITS: dict[str, int] = {w: n for n, w in enumerate(_UNITS.split(), 1)} | {"zero": 0, "nought": 0, "naught": 0}
"""Words for 0 to 19."""

TENS: dict[str, int] = {w: 10 * n for n, w in enumerate(_TENS.split(), 2)}
"""Words for 20, 30, ..., 90."""

SCALES: dict[str, float] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
}
"""Words that multiply the number before them."""

SCALE_FORMS: dict[str, float] = SCALES | {w + "s": n for w, n in SCALES.items()}
"""The same with their plurals, which stand after a number in "five hundreds"."""

DOZENS: dict[str, int] = {"dozen": 12, "dozens": 12}

# Letters behind digits. Those in GLUED must touch the number; "m" is settled by its context, see `digits`.
ABBREVIATED: dict[str, float] = {
    "bn": 1e9,
    "bln": 1e9,
    "mn": 1e6,
    "mln": 1e6,
    "mil": 1e6,
    "tn": 1e12,
    "tln": 1e12,
    "trn": 1e12,
    "k": 1e3,
}
GLUED: dict[str, float] = {"b": 1e9, "m": 1e6}
CAPITALS: dict[str, float] = {"M": 1e6, "MM": 1e6}

RANKS: dict[str, int] = {w: n for n, w in enumerate(_UNIT_RANKS.split(), 1)} | {
    w: 10 * n for n, w in enumerate(_TEN_RANKS.split(), 2)
}
"""Ordinal words for 1 to 20 and the tens."""

_POWERS: dict[str, float] = {"hundredth": 1e2, "thousandth": 1e3, "millionth": 1e6, "billionth": 1e9}
PARTS: dict[str, float] = {
    **{w: float(n) for w, n in RANKS.items() if n > 2},
    **{w + "s": float(n) for w, n in RANKS.items() if n > 2},
    **_POWERS,
    **{w + "s": n for w, n in _POWERS.items()},
    **{"half": 2.0, "halves": 2.0, "quarter": 4.0, "quarters": 4.0},
}
"""Denominators ("third", "thirds", "quarter")."""

RANK_PLURALS: dict[str, int] = {w + "s": n for w, n in RANKS.items()}

FRACTION_SIGNS: dict[str, float] = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip

VAGUE: dict[str, tuple[float, float]] = {
    "tens": (20, 99),
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (100, 999),
    "thousands": (1_000, 9_999),
    "millions": (1_000_000, 9_999_999),
    "billions": (1_000_000_000, 9_999_999_999),
}
"""Plural amounts and the bounds that they stand for."""

FEW = words("several few many")
"""Words that make the scale word after them a vague plural ("several hundred" is hundreds)."""

SIGNS = frozenset(("minus", "negative"))

CARDINALS = frozenset({*UNITS, *TENS, *SCALES, "dozen"})
"""Words that are numbers by themselves."""

OPENERS = frozenset({*CARDINALS, *VAGUE, *RANKS, *_POWERS, *FRACTION_SIGNS, *FEW, "a", "an", "half", "quarter"})
"""Words that a number may begin with."""

RANK_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
DASHES = frozenset("-\u2013\u2014\u2212~")
"""Signs that may stand between the ends of a range: hyphen, en dash, em dash, minus sign, tilde."""
