"""Figures and dates in words, the way a reader says them: "more than 1,000", "13 Sep 2018", "undated"."""

from __future__ import annotations

import math
import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.models import Qualifier  # values are not loaded for --help, which words counts too


UNDATED = "undated"
UNREADABLE = "unreadable in the source"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_MONTHS_IN_FULL = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SHORT_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")

# The bounds that marking gives to words without a number, and the word that stands for each pair.
VAGUE_WORDS: dict[tuple[float, float], str] = {
    (20, 99): "tens",
    (24, 99): "dozens",
    (40, 99): "scores",
    (100, 999): "hundreds",
    (1_000, 9_999): "thousands",
    (10_000, 99_999): "tens of thousands",
    (100_000, 999_999): "hundreds of thousands",
    (1_000_000, 9_999_999): "millions",
    (10_000_000, 99_999_999): "tens of millions",
    (100_000_000, 999_999_999): "hundreds of millions",
}

_OPEN_LOW = {"more_than": "more than", "at_least": "at least"}
_OPEN_HIGH = {"fewer_than": "fewer than", "at_most": "up to"}
_NUMBERLIKE = re.compile(r"[0-9][0-9.,]*")
_WELL_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_POINTING = frozenset("them these those us whom which it they".split())
_MILLION, _BILLION = 1_000_000, 1_000_000_000
# How a figure in a currency is read aloud; others go by the name that marking gives them.
_CURRENCIES = {
    "USD": "dollars", "EUR": "euros", "GBP": "pounds", "JPY": "yen", "CNY": "yuan", "INR": "rupees", "dinar": "dinars",
    "riyal": "riyals", "rupee": "rupees", "peso": "pesos", "franc": "francs", "shilling": "shillings",
    "dirham": "dirhams",
}  # fmt: skip
# Millions are said in words down to two decimals: "1.25 million".
_ROUND = 10_000
# From here on decimals are an artefact of converting units, and no reader wants them.
_WHOLE_FROM = 100


def counted(count: int, noun: str) -> str:
    """Return "1 article", "5 articles"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def counted_noun(counted: str, qualifier: Qualifier) -> str:
    """Return what is counted as it reads behind a figure: "83" needs no "them", "hundreds of them" does."""
    noun = " ".join(counted.split())
    return "" if noun.lower() in _POINTING and qualifier != "vague" else noun


def figure(
    low: float | None,
    high: float | None,
    qualifier: Qualifier,
    unit: str | None = None,
    quote: str = "",
) -> str:
    """Return a figure in words.

    Args:
        low: lower bound in `unit`, None where open or unreadable.
        high: upper bound in `unit`, None where open or unreadable.
        qualifier: how the words bound the number.
        unit: what the bounds are in ("km²"), None for things that are counted.
        quote: the words of the source; an unreadable number is shown as it is printed there.
    """
    if qualifier == "unreadable" or (low is None and high is None):
        printed = printed_number(quote)
        return f"{printed} ({UNREADABLE})" if printed else UNREADABLE
    if low is None or high is None:
        return _with_unit(_open(low, high, qualifier, unit), unit)
    if qualifier == "vague":
        return _vague(low, high, unit)
    said = number(low) if low == high else f"{number(low)} to {number(high)}"
    # A range says by itself that it is no exact number.
    return _with_unit(f"about {said}" if qualifier == "approximate" and low == high else said, unit)


def number(value: float) -> str:
    """Return a number with thousands separators; round millions and billions as "2.5 million"."""
    if not math.isfinite(value):
        return "unknown"
    if abs(value) >= _BILLION and value % (_BILLION / _MILLION * _ROUND) == 0:
        return f"{value / _BILLION:,.2f}".rstrip("0").rstrip(".") + " billion"
    if abs(value) >= _MILLION and value % _ROUND == 0:
        return f"{value / _MILLION:,.2f}".rstrip("0").rstrip(".") + " million"
    return _plain(value)


def printed_number(quote: str) -> str | None:
    """Return the one misprinted number of a quote ("20,00") as it stands there, or None where that is not certain."""
    tokens = [m.group().rstrip(".,") for m in _NUMBERLIKE.finditer(quote)]
    odd = {t for t in tokens if not _WELL_GROUPED.fullmatch(t)}
    # "20.00" is grouped like a decimal: taken only where no other number of the quote has a separator.
    found = odd or {t for t in tokens if "." in t or "," in t}
    return found.pop() if len(found) == 1 else None


def when(as_of: str | None) -> str:
    """Return an ISO date, month, year or interval in words; a form that is none of these as it is.

    An interval may be open at one side: "2018-09/" is "since Sep 2018", "/2018-09" is "until Sep 2018".
    """
    if not as_of or not as_of.strip("./ "):
        return UNDATED
    first, slash, last = as_of.partition("/")
    if not slash:
        return _moment(first)
    if not first.strip("."):
        return f"until {_moment(last)}"
    if not last.strip("."):
        return f"since {_moment(first)}"
    return _interval(_moment(first), _moment(last))


def when_in_full(as_of: str | None) -> str:
    """Return the same with its months in full: "13 September 2018"."""
    return _SHORT_MONTH.sub(lambda month: _MONTHS_IN_FULL[MONTHS.index(month[0])], when(as_of))


def _open(low: float | None, high: float | None, qualifier: Qualifier, unit: str | None) -> str:
    if low is not None:
        return f"{_OPEN_LOW.get(qualifier, 'at least')} {number(low)}"
    words = _OPEN_HIGH.get(qualifier, "up to")
    if unit and words == "fewer than":
        words = "less than"  # things are fewer, land is less
    return f"{words} {number(high or 0)}"


def _vague(low: float, high: float, unit: str | None) -> str:
    word = VAGUE_WORDS.get((low, high))
    if word:
        return f"{word} of {_CURRENCIES.get(unit, unit)}" if unit else word
    said = number(low) if low == high else f"{number(low)} to {number(high)}"
    return _with_unit(f"roughly {said}", unit)


def _with_unit(words: str, unit: str | None) -> str:
    if not unit:
        return words
    unit = _CURRENCIES.get(unit, unit)
    return words + unit if unit == "%" else f"{words} {unit}"


def _plain(value: float) -> str:
    if abs(value) >= _WHOLE_FROM or value == int(value):
        return f"{round(value):,}"
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def _moment(iso: str) -> str:
    """Return "13 Sep 2018", "Sep 2018" or "2018"; a timestamp loses its time."""
    parts = iso.strip().partition("T")[0].split(" ")[0].split("-")
    if not all(p.isascii() and p.isdigit() for p in parts) or len(parts[0]) != 4 or len(parts) > 3:
        return iso
    year, month, day = (*map(int, parts), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return iso
    return " ".join([str(day)] * (len(parts) > 2) + [MONTHS[month - 1]] * (len(parts) > 1) + [str(year)])


def _interval(first: str, last: str) -> str:
    """Return "1 to 13 Sep 2018", "Sep to Nov 2018", "2020 to 2021": what both ends share is said once."""
    if first == last:
        return first
    a, b = first.split(" "), last.split(" ")
    if len(a) == len(b) > 1:
        shared = 0
        while shared < len(a) - 1 and a[-1 - shared] == b[-1 - shared]:
            shared += 1
        a = a[: len(a) - shared]
    return f"{' '.join(a)} to {last}"


def dollars(cost: float) -> str:
    """Return US dollars, with as many digits as it takes for a small cost not to look like none."""
    if cost == 0 or cost >= _SMALL_COST:
        return f"${cost:,.2f}"
    return f"${cost:.6f}" if cost >= _LEAST_COST else f"under ${_LEAST_COST:.6f}"


_SMALL_COST = 0.01
_LEAST_COST = 0.000001
