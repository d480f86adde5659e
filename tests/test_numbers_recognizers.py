"""Runs the number cases of microsoft/Recognizers-Text that are about quantities in running text.

Their span is the number itself, ours holds the words that bound it; so a case is right where each of our spans holds
theirs and the values are the same, in the same order, with nothing more and nothing less.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summarizer.marking.numbers import find_quantities
from summarizer.models import Quantity

LEFT_OUT: dict[str, tuple[str, ...]] = {
    "mathematical notation, not running text": (
        "1e10", "1.3e6", "-127.32e13", "12.32e+14", "-12e-1", "1.3x10^6", "6.23x10^-4", "1.1^23", "1.1^+23", "2.5^-1",
        "-2500^-1", "-1.1^+23", "-2.5^-1", "-1.1^--23", "<>30", "=>30", "=<30",
    ),
    "a division read aloud; in prose 'over' bounds or lasts ('one over three years')": (
        "one over three", "1 over twenty-one", "1 over one hundred and twenty one", "1 over three", "1 over 3",
        "one over 3", "one over 20", "one over twenty", "one over one hundred",
        "one over one hundred and twenty five", "The answer is negative one over 20", "2000 over 3",
    ),
    "a fraction whose reading is a convention: numerator and denominator run together": (
        "a trillionth", "a hundred trillionths", "a hundred thousand trillionths",
        "one hundred thirty fifths", "one one hundred fifth", "one one hundred and fifth",
        "one hundred one thousand fifths", "twenty and three and three fifths",
        "The answer is minus one hundred thirty fifths", " three hundred and two dozens",
    ),
    "a hyphen between spaces is a dash here ('twenty - two of them children')": (
        "fifty - two", "one - fourth", "five - eighths", "ninety - five hundred-fifths",
        "how much is ninety - five hundred fifths?", "The answer is negative ninety - five hundred fifths",
        "The answer is minus ninety - five hundred fifths",
    ),
    "a dash and a space before a number open a list item here": ("- 1 4/5", "- 10  k"),
    "an ordinal here: 'a fifth' alone is the next after the fourth": (
        "a fifth", "a hundredth", "a twenty-first", " two millionth",
        "He ranks between the tenth and the fifteenth.",
        "He ranks higher than the tenth but lower than the fifteenth.",
    ),
    "a comma that groups by no convention is a misprint here and never guessed": (
        "In some countries you can write 5.00 or 5,00.", "The number is 1,3.",
    ),
    "an address, date, phone number or the name of a thing here, told apart from amounts": (
        "192.168.1.2", "Any time to meet on 5/17/2018?", "My phone number is +1-222-2222/2222", "SCP-173",
    ),
    "an abbreviation that no news text uses": ("10G", "1,674.5 G", " 3 dzs", " five dozs"),
    "the case contradicts its neighbour, which finds the range with a larger number": (
        "The number is from 200 to 300 in 2008",
    ),
}  # fmt: skip
"""Cases that are not about quantities in running text, by the reason."""

AMOUNTS = frozenset(("count", "fraction", "money", "duration", "percent", "age", "temperature"))
"""Kinds that the set calls a number; a number with a unit of measure is none to it ("the 180ml liquid")."""
BOUNDED = frozenset(("more_than", "at_least", "fewer_than", "at_most", "range"))
NUMBERS_AT_LEAST = 0.90
RANGES_AT_LEAST = 0.85


def _kept(shared: Path, name: str) -> Iterator[dict[str, Any]]:
    left_out = {text for texts in LEFT_OUT.values() for text in texts}
    for case in json.loads((shared / "data" / "numbers" / name).read_text("utf-8-sig")):
        if case["Input"] not in left_out:
            yield case


def _spans(case: dict[str, Any]) -> list[tuple[int, int]]:
    """Find their spans from left to right; the set gives lower-cased text, and offsets in only some cases."""
    text, at, spans = case["Input"].lower(), 0, []
    for result in case["Results"]:
        start = text.find(result["Text"].lower(), at)
        at = start + len(result["Text"])
        spans.append((start, at))
    return spans


def _holds(q: Quantity, span: tuple[int, int]) -> bool:
    return q.start <= span[0] and span[1] <= q.end


def _same(ours: float | None, theirs: float | None) -> bool:
    if ours is None or theirs is None:
        return ours is theirs
    return math.isclose(ours, theirs, rel_tol=1e-9)


def _number_is_right(case: dict[str, Any]) -> bool:
    found = [q for q in find_quantities(case["Input"]) if q.kind in AMOUNTS]
    values = [float(r["Resolution"]["value"]) for r in case["Results"]]
    return len(found) == len(values) and all(
        _holds(q, span) and (_same(q.low, value) or _same(q.high, value))
        for q, span, value in zip(found, _spans(case), values, strict=True)
    )


def _bounds(value: str) -> tuple[float | None, float | None]:
    low, high = value.strip("[]()").split(",")
    return (float(low) if low else None, float(high) if high else None)


def _range_is_right(case: dict[str, Any]) -> bool:
    found = find_quantities(case["Input"])
    expected = [_bounds(r["Resolution"]["value"]) for r in case["Results"]]
    matched = [
        q
        for (low, high), span in zip(expected, _spans(case), strict=True)
        for q in found
        if _holds(q, span) and _same(q.low, low) and _same(q.high, high)
    ]
    spare = [q for q in found if q.qualifier in BOUNDED and q.kind in AMOUNTS and q not in matched]
    return len(matched) == len(expected) and not spare


def test_every_left_out_case_exists(shared: Path) -> None:
    """The list of left-out cases names no case that is not in the data."""
    inputs = {
        case["Input"]
        for name in ("NumberModel.json", "NumberRangeModel.json")
        for case in json.loads((shared / "data" / "numbers" / name).read_text("utf-8-sig"))
    }
    assert {text for texts in LEFT_OUT.values() for text in texts} <= inputs


@pytest.mark.parametrize(
    ("name", "is_right", "at_least"),
    [
        ("NumberModel.json", _number_is_right, NUMBERS_AT_LEAST),
        ("NumberRangeModel.json", _range_is_right, RANGES_AT_LEAST),
    ],
)
def test_share_of_cases_right(shared: Path, name: str, is_right: Any, at_least: float) -> None:
    """Enough of the kept cases have the right spans and values, and the wrong ones are listed on failure."""
    cases = list(_kept(shared, name))
    wrong = [case["Input"] for case in cases if not is_right(case)]
    assert 1 - len(wrong) / len(cases) >= at_least, wrong
