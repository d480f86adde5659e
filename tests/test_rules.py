"""The offline rules on wars, and on peace, that they were not written with."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from rule_cases import CASES, PUBLISHED, Case, Figure

from summarizer.backends.offline import draft_by_rules
from summarizer.grounding import ground
from summarizer.intake import article_from_text
from summarizer.marking import mark
from summarizer.models import Estimate, Estimates
from summarizer.schema import load_schema


def read(text: str) -> Sequence[Estimate]:
    """Return the figures that the offline backend finds in a text published on the cases' day."""
    schema = load_schema("conflict")
    marked = mark(article_from_text(text, published=PUBLISHED), schema)
    section = ground(marked, draft_by_rules(marked, schema), schema).sections["strength"]
    assert isinstance(section, Estimates)
    return section.items


def _fits(figure: Figure, found: Estimate) -> bool:
    said = (found.measure, found.low, found.high, found.qualifier)
    return said == (figure.measure, figure.low, figure.high, figure.qualifier)


def _faults(figure: Figure, found: Estimate) -> list[str]:
    said = {name: getattr(found, name) for name in figure.clear}
    right = {name: want if isinstance(want, set) else {want} for name, want in figure.clear.items()}
    return [f"{name}: {said[name]!r}, not {figure.clear[name]!r}" for name in said if said[name] not in right[name]]


def complaints(case: Case) -> list[str]:
    """Return in words what a careful reader would mend in what the rules make of a case."""
    left = list(read(case.text))
    wrong = []
    for figure in case.figures:
        found = min((e for e in left if _fits(figure, e)), key=lambda e: len(_faults(figure, e)), default=None)
        if found is None:
            wrong.append(f"missed: {figure.measure} {figure.low}..{figure.high} {figure.qualifier}")
            continue
        left.remove(found)
        wrong += [f"{figure.measure} {figure.low}: {fault}" for fault in _faults(figure, found)]
    return wrong + [f"not in the text: {e.measure} {e.low}..{e.high} {e.qualifier} {e.counted!r}" for e in left]


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(c, id=c.name.replace(" ", "-"), marks=[pytest.mark.xfail(reason=c.hard)] if c.hard else [])
        for c in CASES
    ],
)
def test_rules_read_what_a_reader_reads(case: Case) -> None:
    """Each figure of a text is found with what is clear about it, and nothing besides."""
    assert complaints(case) == []


def test_there_are_enough_cases() -> None:
    """The cases cover many wars, and few of them are given up."""
    assert len(CASES) >= 60
    assert sum(bool(c.hard) for c in CASES) <= len(CASES) // 8


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        (
            "Last year 484 rebels were killed. Clashes killed 83 of them, and air strikes killed the other 401.",
            {83: 484, 401: 484},
        ),
        ("Of the 300 fighters, 12 were foreigners.", {12: None}),
        ("The militia has about 150 fighters, of whom 70 are recruits.", {70: 150}),
        ("The toll reached 229, including nine women and five children.", {9: 229, 5: 229}),
        ("A convoy of 180 trucks, 23 of them tankers, left Kaya.", {23: 180}),
    ],
)
def test_a_part_knows_its_whole(text: str, wholes: dict[int, int | None]) -> None:
    """A figure is part of the one that the text makes it a part of, not of a part before it."""
    found = read(text)
    by_id = {e.id: e.low for e in found}
    assert {e.low: by_id[e.part_of] if e.part_of else None for e in found if e.low in wholes} == wholes
