"""What rendering shows of a merged brief only: origins of claims, what is left out for length, reasons for joins."""

from __future__ import annotations

import json
from typing import Any

import pytest
from report_factory import sample_report

from summarizer.models import Evidence, MergedClaim, MergedClaims, Report
from summarizer.rendering import render
from summarizer.rendering.build import CLAIMS_LISTED, build


def _with(report: Report, section: str, claims: list[MergedClaim]) -> Report:
    assert report.brief is not None
    sections = {**report.brief.sections, section: MergedClaims(items=tuple(claims))}
    return report.model_copy(update={"brief": report.brief.model_copy(update={"sections": sections})})


def _claims(count: int, **fields: Any) -> list[MergedClaim]:
    return [MergedClaim(text=f"Statement {n}.", label="threat", **fields) for n in range(count)]


@pytest.mark.parametrize("format", ["md", "terminal"])
def test_how_many_origins_a_claim_has_is_shown(format: str) -> None:
    """Two independent origins are told beside the claim; of one there is nothing to tell."""
    two = MergedClaim(text="It rains.", origins=("Gazette", "Herald", "a3"), independent=2)
    text = render(_with(sample_report(), "outlook", [two, *_claims(1)]), format=format, width=200)
    assert [line for line in text.splitlines() if "2 independent origins" in line] == [
        line for line in text.splitlines() if "It rains." in line
    ]


@pytest.mark.parametrize("format", ["md", "terminal"])
def test_long_lists_of_statements_are_cut_and_say_so(format: str) -> None:
    """The first ones are shown, the number of the others is told, and the JSON report holds all."""
    report = _with(sample_report(), "outlook", _claims(CLAIMS_LISTED + 7))
    text = render(report, format=format, width=200)
    assert f"Statement {CLAIMS_LISTED - 1}." in text
    assert f"Statement {CLAIMS_LISTED}." not in text
    assert "and 7 more, each in the brief of its article" in text
    assert len(json.loads(render(report, format="json"))["brief"]["outlook"]) == CLAIMS_LISTED + 7


def test_the_first_statement_of_each_label_is_always_shown() -> None:
    """A topic that comes late in the list is not lost by cutting it."""
    late = MergedClaim(text="The last one.", label="talks")
    view = build(_with(sample_report(), "outlook", [*_claims(CLAIMS_LISTED + 7), late])).brief
    assert view is not None
    (section,) = [s for s in view.sections if s.title == "Outlook"]
    assert "The last one." in [i.text for i in section.items]
    assert (len(section.items), section.left_out) == (CLAIMS_LISTED + 1, 7)


def test_reasons_are_shown_on_demand() -> None:
    """Why names were joined is told when asked for, in every format that does not hold it already."""
    report = sample_report()
    told = "Northern Front: NF: initials"
    assert told not in render(report, format="md")
    assert told in render(report, format="md", reasons=True)
    assert told in render(report, format="terminal", width=200, reasons=True)
    assert render(report, format="json", reasons=True) == render(report, format="json")
    without = sample_report(brief=False)
    assert render(without, format="md", reasons=True) == render(without, format="md")


def test_claims_written_before_origins_were_known_are_read() -> None:
    """A report of an older version, without the new keys, comes back with one origin for each claim."""
    report = _with(
        sample_report(), "outlook", _claims(1, evidence=(Evidence(article="a1", start=0, end=1, quote="x"),))
    )
    data = json.loads(report.model_dump_json())
    for claim in data["brief"]["outlook"]:
        del claim["origins"], claim["independent"]
    brief = Report.model_validate(data).brief
    assert brief is not None
    assert [(c.origins, c.independent) for c in brief.sections["outlook"].items] == [((), 1)]  # type: ignore[union-attr]
