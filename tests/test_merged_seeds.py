"""What the merged brief of five real articles must hold: each sentence of what was asked of it, on two sets of texts.

`shared/seeds` are the real articles, `seeds` our own texts that tell the same facts in other words.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from summarizer import Report, summarize
from summarizer.folding import fold, fold_place
from summarizer.merging.intervals import days
from summarizer.models import (
    Estimates,
    MergedBrief,
    MergedClaims,
    MergedEstimate,
    MergedPlaces,
    StrengthLine,
    StrengthLines,
)

SDF = "Syrian Democratic Forces"


@pytest.fixture(scope="module", params=["shared", "ours"])
def report(request: pytest.FixtureRequest) -> Report:
    """The offline report of one of the two sets."""
    folder: Path = request.getfixturevalue("seeds")
    if request.param == "shared":
        folder = request.getfixturevalue("shared") / "seeds"
    return summarize(folder, backend="offline")


@pytest.fixture(scope="module")
def brief(report: Report) -> MergedBrief:
    """The merged brief of the set."""
    assert report.brief is not None
    return report.brief


def _lines(brief: MergedBrief, measure: str, holder: str = "ISIS") -> list[StrengthLine]:
    section = brief.sections["strength"]
    assert isinstance(section, StrengthLines)
    return [line for line in section.items if (line.measure, line.holder) == (measure, holder)]


def _personnel(brief: MergedBrief, low: float | None, high: float | None) -> tuple[StrengthLine, MergedEstimate]:
    """Return the one estimate of ISIS's men with these bounds, and its line."""
    found = [(x, e) for x in _lines(brief, "personnel") for e in x.estimates if (e.low, e.high) == (low, high)]
    assert len(found) == 1
    return found[0]


def _claims(brief: MergedBrief) -> list[tuple[str, str | None]]:
    """Return all claims of the merged brief, whole, with their speakers."""
    sections = (s for s in brief.sections.values() if isinstance(s, MergedClaims))
    return [(" ".join(e.quote for e in c.evidence), c.said_by) for s in sections for c in s.items]


@pytest.mark.parametrize(
    "forms",
    [
        "Baghouz Bagouz Al-Bagouz Al-Baghouz Baguoz",
        "Abu_Kamal Bu_Kamal Albukmal Albokmal Albuakmal Boukamal Al-Bukamal",
        "Deir_ez-Zor Deir_Ezzor Deir_al-Zor Deir_Az-Zor Deir_Al-Zour",
        "Al-Shafah Shafa Al-Shafa Al-Shafaa AL-shafaa",
    ],
)
def test_each_place_is_there_once(brief: MergedBrief, forms: str) -> None:
    """A place that five articles spell in up to seven ways is one place."""
    section = brief.sections["where"]
    assert isinstance(section, MergedPlaces)
    wanted = {fold_place(f.replace("_", " ")) for f in forms.split()}
    found = [p.name for p in section.items if wanted & {fold_place(f) for f in (p.name, *p.aliases)}]
    assert len(found) == 1


@pytest.mark.parametrize(
    "forms",
    [
        "ISIS Isis IS ISIL Daesh Islamic_State",
        "SDF Syrian_Democratic_Forces Democratic_Syrian_Forces Syria_Democratic_Forces",
        "SOHR Syrian_Observatory Syrian_Observatory_for_Human_Rights",
    ],
)
def test_each_actor_is_there_once(brief: MergedBrief, forms: str) -> None:
    """Whoever five articles name in several ways is one actor, and nobody else bears one of the names."""
    wanted = {fold(f.replace("_", " ")) for f in forms.split()}
    items = brief.sections["who"].items
    found = [e for e in items if wanted & {fold(f) for f in (e.name, *e.aliases)}]  # type: ignore[union-attr]
    assert len(found) == 1


def test_the_two_equal_areas_are_one_line_that_says_why(brief: MergedBrief) -> None:
    """4,000 km² from two articles, one undated: one line, not comparable, with the reason in words."""
    found = [x for x in _lines(brief, "area") if any(e.low == 4000 for e in x.estimates)]
    assert [(len(x.estimates), x.status, x.low, x.high) for x in found] == [(2, "not_comparable", None, None)]
    assert "not comparable, " in found[0].text
    assert "dated" in found[0].text


def test_the_coalitions_two_thousand(brief: MergedBrief) -> None:
    """Up to 2,000, by the coalition, in September 2018."""
    _, estimate = _personnel(brief, None, 2000)
    assert (estimate.said_by, (estimate.as_of or "")[:7]) == ("US-led coalition", "2018-09")


def test_the_four_thousand_of_sources_close_to_it(brief: MergedBrief) -> None:
    """About 4,000 with 800 foreigners among them, by sources close to the organisation, undated."""
    line, estimate = _personnel(brief, 4000, 4000)
    assert fold(estimate.said_by or "") == "sources close to the organization"
    assert (estimate.qualifier, estimate.as_of) == ("approximate", None)
    assert [e.part_of for e in line.estimates if e.low == 800] == [estimate.id]


def test_more_than_against_up_to_a_thousand(brief: MergedBrief) -> None:
    """More than 1,000 (Bali, so the SDF) and up to 1,000 (the article) contest each other, of Baghouz."""
    line, more = _personnel(brief, 1000, None)
    assert line is _personnel(brief, None, 1000)[0]
    assert (line.place, line.status, line.low, line.high) == ("Baghouz", "contested", None, None)
    assert (more.said_by, more.origin) == ("Mustafa Bali", SDF)
    told = [d for d in brief.differences if "more than 1,000" in d.text]
    assert [[s.said_by for s in d.sides] for d in told] == [["Mustafa Bali", None]]


def test_the_three_thousand_who_got_away(brief: MergedBrief) -> None:
    """3,000 stand in the brief as what the SDF say, whose view of the ways out it is."""
    _, estimate = _personnel(brief, 3000, 3000)
    assert estimate.origin == SDF


def test_the_active_ones_are_a_part(brief: MergedBrief) -> None:
    """13,000 to 15,000 in Syria, and 2,500 to 3,000 active ones as a part of them, on one line."""
    line, whole = _personnel(brief, 13000, 15000)
    part_line, part = _personnel(brief, 2500, 3000)
    assert (part.part_of, part_line) == (whole.id, line)
    assert line.place == "Syria"
    assert [e.id for e in line.estimates][:2] == [whole.id, part.id]


def test_dated_figures_come_in_time_order_and_undated_after(brief: MergedBrief) -> None:
    """On every line the wholes stand in time order, those without a date last."""
    section = brief.sections["strength"]
    assert isinstance(section, StrengthLines)
    for line in section.items:
        here = {e.id for e in line.estimates}
        times = [days(e.as_of) for e in line.estimates if e.part_of not in here]
        assert times == sorted(times, key=lambda t: (t is None, t or (0, 0)))


def test_nothing_is_averaged(report: Report, brief: MergedBrief) -> None:
    """Every bound in the merged brief is a bound that an article gives, of the same figure."""
    given = {(e.low, e.high) for a in report.articles for e in a.sections["strength"].items}  # type: ignore[union-attr]
    bounds = {bound for pair in given for bound in pair}
    section = brief.sections["strength"]
    assert isinstance(section, StrengthLines)
    assert {(e.low, e.high) for line in section.items for e in line.estimates} <= given
    assert {bound for line in section.items for bound in (line.low, line.high)} <= bounds


def test_every_readable_figure_is_in_the_brief(report: Report, brief: MergedBrief) -> None:
    """No figure of an article is lost on the way: the words of each bear one on a line."""
    section = brief.sections["strength"]
    assert isinstance(section, StrengthLines)
    borne = {v for line in section.items for e in line.estimates for v in e.evidence}
    for article in report.articles:
        listed = article.sections["strength"]
        assert isinstance(listed, Estimates)
        assert {v for e in listed.items if e.qualifier != "unreadable" for v in e.evidence} <= borne


def test_turkeys_alleged_instructions_are_one_analysts_claim(brief: MergedBrief) -> None:
    """That Turkey instructed ISIS cells stands in the brief, as what Alan Baku Kiki says and nobody else."""
    told = [said_by for text, said_by in _claims(brief) if re.search(r"\binstruct", text) and "Turkey" in text]
    assert set(told) == {"Alan Baku Kiki"}
    assert not any("instruct" in line.text for line in brief.summary if "Kiki" not in line.text)


def test_the_misprint_is_in_the_notes_alone(brief: MergedBrief) -> None:
    """20,00 is told as printed among the notes, and on no line."""
    assert ["“20,00”" in n.text for n in brief.notes if n.kind == "unreadable"] == [True]
    lines = [x for measure in ("civilians", "personnel") for x in _lines(brief, measure, "civilians")]
    assert not any("20,00 " in v.quote for x in lines for e in x.estimates for v in e.evidence)


def test_every_article_is_in_the_brief(report: Report, brief: MergedBrief) -> None:
    """Each article is told of in the notes by what it alone gives, and none failed."""
    assert (len(report.articles), report.failures) == (5, ())
    assert len([n for n in brief.notes if n.kind == "coverage"]) == 5
