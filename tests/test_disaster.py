"""The second domain that ships: what a careful reader expects of a brief on a disaster, on our own sample articles."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from disaster_cases import CASES, PUBLISHED, Case, Row
from disaster_claims import BESIDES, NEITHER, OUTLOOK, RESPONSE
from fake_server import Body, said, serving

from summarizer import Report, summarize
from summarizer.backends.offline import draft_by_rules
from summarizer.grounding import ground
from summarizer.intake import article_from_text
from summarizer.marking import mark
from summarizer.models import ArticleBrief, Claims, Estimate, Estimates, StrengthLine, StrengthLines
from summarizer.rendering import render
from summarizer.schema import load_schema

SAMPLES = ROOT / "docs" / "samples" / "disaster"
GOLD = ROOT / "tests" / "gold" / "disaster"
SECTIONS = ["who", "where", "casualties", "damage", "response", "outlook"]

# Words of war that no text on a disaster has a reason for; "killed" and "casualties" are as much at home in a flood.
WAR = re.compile(
    r"\b(?:fighters?|militants?|militias?|insurgen\w+|rebels?|armed|conflicts?|wars?|warfare|troops|soldiers?|attack\w*|tactics?"
    r"|weapons?|munitions?|air ?strikes?|shelling|hostages?|captured|personnel|strengths?|isis|enemy|battles?)\b",
    re.IGNORECASE,
)


# ------------------------------------------------------------------------------------------------------- short texts


def read(text: str) -> ArticleBrief:
    """Return the offline brief of a text published on the cases' day."""
    schema = load_schema("disaster")
    marked = mark(article_from_text(text, published=PUBLISHED), schema)
    return ground(marked, draft_by_rules(marked, schema), schema)


def figures(brief: ArticleBrief) -> list[Estimate]:
    """Return the figures of both sections of estimates."""
    return [e for s in brief.sections.values() if isinstance(s, Estimates) for e in s.items]


def _same(want: float | None, got: float | None) -> bool:
    return want is got if want is None or got is None else got == pytest.approx(want, rel=0.001)


def _right(want: str | frozenset[str], got: str | None) -> bool:
    return got in want if isinstance(want, frozenset) else got == want


def _fits(row: Row, found: Estimate) -> bool:
    return _same(row.low, found.low) and _same(row.high, found.high) and _right(row.measure, found.measure)


def complaints(case: Case) -> list[str]:
    """Return in words what a careful reader would mend in what the rules make of a case."""
    left, wrong = figures(read(case.text)), []
    for row in case.rows:
        found = next((e for e in left if _fits(row, e)), None)
        if found is None:
            wrong.append(f"missed: {row}")
            continue
        left.remove(found)
        wrong += [] if _right(row.holder, found.holder) else [f"{row}: {found.holder!r} is counted"]
    return wrong + [f"not in the text: {e.measure} {e.low}..{e.high} {e.holder} {e.counted!r}" for e in left]


@pytest.mark.parametrize(
    "case",
    [pytest.param(c, id=c.text[:40], marks=[pytest.mark.xfail(reason=c.hard)] if c.hard else []) for c in CASES],
)
def test_figures_of_every_kind_of_disaster(case: Case) -> None:
    """Each figure of a text is found with what it counts, and nothing besides."""
    assert complaints(case) == []


def test_there_are_enough_cases() -> None:
    """The cases cover many disasters, and few of them are given up."""
    assert len(CASES) >= 80
    assert sum(bool(c.hard) for c in CASES) <= len(CASES) // 8


def labels(text: str, section: str) -> list[str | None]:
    """Return the labels of what a section of the brief of a text says."""
    found = read(text).sections[section]
    assert isinstance(found, Claims)
    return [c.label for c in found.items]


@pytest.mark.parametrize(
    ("section", "label", "text"),
    [
        pytest.param(section, label, text, id=text[:40])
        for section, texts in (("response", RESPONSE), ("outlook", OUTLOOK))
        for label, listed in texts.items()
        for text in listed
    ],
)
def test_statements_stand_where_they_belong(section: str, label: str, text: str) -> None:
    """What helps is response, what may come is outlook, under the label that a reader would give it."""
    assert labels(text, section) == [label]
    if text not in BESIDES:
        assert labels(text, "outlook" if section == "response" else "response") == []


@pytest.mark.parametrize("text", NEITHER)
def test_what_happened_is_neither_help_nor_outlook(text: str) -> None:
    """What a disaster did, and what has nothing to do with one, is no statement of either section."""
    assert labels(text, "response") == labels(text, "outlook") == []


# ------------------------------------------------------------------------------------------------------ the samples


@pytest.fixture(scope="module")
def report() -> Report:
    """The merged report of the three samples."""
    return summarize(SAMPLES, backend="offline", schema="disaster")


@pytest.fixture(scope="module")
def written(report: Report) -> dict[str, Any]:
    """The same as JSON."""
    data: dict[str, Any] = json.loads(report.model_dump_json(by_alias=True))
    return data


def lines(report: Report, section: str) -> Sequence[StrengthLine]:
    """Return the merged lines of a section."""
    assert report.brief is not None
    found = report.brief.sections[section]
    assert isinstance(found, StrengthLines)
    return found.items


def line(report: Report, section: str, holder: str, measure: str, place: str | None) -> StrengthLine:
    """Return the one line of a holder, measure and place."""
    (found,) = [x for x in lines(report, section) if (x.holder, x.measure, x.place) == (holder, measure, place)]
    return found


def _golds() -> list[dict[str, Any]]:
    return [json.loads(p.read_text("utf-8")) for p in sorted(GOLD.glob("*.json"))]


def _one_of(want: Any, got: Any) -> bool:
    return got in want if isinstance(want, list) else got == want


@pytest.mark.parametrize("gold", _golds(), ids=lambda g: g["file"])
def test_each_sample_holds_what_a_reader_finds(report: Report, gold: dict[str, Any]) -> None:
    """Every figure of the gold is in its section with measure, bounds and holder, and none is made up."""
    brief = next(b for b in report.articles if b.article.path and b.article.path.endswith(gold["file"]))
    text = brief.article.text
    left = [(name, e) for name, s in brief.sections.items() if isinstance(s, Estimates) for e in s.items]
    for want in gold["estimates"]:
        at = text.index(want["quote"])
        found = next(
            (
                (name, e)
                for name, e in left
                if any(v.start < at + len(want["quote"]) and at < v.end for v in e.evidence)
                and (e.low, e.high) == (want["low"], want["high"])
                and name == want["section"]
                and _one_of(want["measure"], e.measure)
            ),
            None,
        )
        assert found, want["quote"]
        assert _one_of(want["holder"], found[1].holder), want["quote"]
        left.remove(found)
    allowed = [(text.index(q), text.index(q) + len(q)) for q in gold["optional"]]
    extra = [e for _, e in left if not any(a < v.end and v.start < b for v in e.evidence for a, b in allowed)]
    assert extra == []


@pytest.mark.parametrize("gold", _golds(), ids=lambda g: g["file"])
def test_names_places_and_dates_of_the_samples(written: dict[str, Any], gold: dict[str, Any]) -> None:
    """Who, where, outlet, author and day of each sample are found."""
    brief = next(b for b in written["articles"] if b["article"]["path"].endswith(gold["file"]))
    assert (brief["article"]["outlet"], brief["article"]["published"]) == (gold["outlet"], gold["published"])
    for section, wanted in (("who", gold["actors"]), ("where", gold["places"])):
        forms = {f for item in brief[section] for f in (item["name"], *item["aliases"])}
        assert [name for name, listed in wanted.items() if not forms & {name, *listed}] == []


@pytest.mark.parametrize("gold", _golds(), ids=lambda g: g["file"])
def test_statements_of_the_samples(written: dict[str, Any], gold: dict[str, Any]) -> None:
    """What is done and what may come, as a reader would mark it, is in the brief."""
    brief = next(b for b in written["articles"] if b["article"]["path"].endswith(gold["file"]))
    for section in ("response", "outlook"):
        told = " ".join(e["quote"] for c in brief[section] for e in c["evidence"])
        assert [phrase for phrase in gold[section] if phrase not in told] == []


def test_claimants_are_kept(report: Report) -> None:
    """Each side's number stands in its own name, an institute's under the one name of its short and long form."""
    said = {(e.low, e.said_by) for x in lines(report, "casualties") for e in x.estimates}
    institute = "National Institute for Disaster Management"
    assert {
        (38, institute),
        (71, institute),
        (86, institute),
        (74, "Abel Tivane"),
        (19, "Ernesto Macuvele"),
        (480000, "OCHA"),
        (58000, "International Organization for Migration"),
    } <= said


def test_a_toll_is_contested_where_two_count_it_on_one_day(report: Report) -> None:
    """The institute's 86 and the governor's 74 of one Monday clash; the institute's own 71 a week before does not."""
    assert report.brief is not None
    dead = line(report, "casualties", "people", "dead", "Zambezia")
    assert (dead.status, dead.low, dead.high) == ("contested", None, None)
    (difference,) = [d for d in report.brief.differences if d.text.startswith("people, dead")]
    assert {(s.said_by, s.text) for s in difference.sides} == {
        ("National Institute for Disaster Management", "86"),
        ("Abel Tivane", "74 dead"),
    }


def test_figures_that_meet_agree(report: Report) -> None:
    """58,000 by one agency and 60,000 by another of one day are much the same, and nobody is averaged."""
    displaced = line(report, "casualties", "people", "displaced", "Zambezia")
    assert displaced.status == "agreed"
    assert {e.low for e in displaced.estimates} == {61000, 58000, 60000}


def test_a_count_that_moves_on_is_no_contradiction(report: Report) -> None:
    """26,000 in shelters on one day and 34,500 five days later do not speak against each other."""
    assert line(report, "casualties", "people", "sheltered", "Zambezia").status == "not_comparable"


def test_what_is_damaged_stands_by_what_it_is(report: Report) -> None:
    """Homes, schools, crops and money are told apart, each in its unit."""
    found = {(x.holder, x.measure, e.low, e.unit) for x in lines(report, "damage") for e in x.estimates}
    assert {
        ("homes", "destroyed", 6200, None),
        ("homes", "destroyed", 17000, None),
        ("homes", "damaged", 11000, None),
        ("schools", "damaged", 96, None),
        ("health facilities", "damaged", 22, None),
        ("crops", "area", 380, "km²"),
        ("land", "area", 900, "km²"),
        ("livestock", "lost", 5000, None),
        ("customers", "without_services", 310000, None),
        ("damage", "cost", 280e6, "USD"),
    } <= found


def test_each_number_counts_one_thing(report: Report) -> None:
    """No number of an article is in both sections of figures."""
    for brief in report.articles:
        ids = [e.id for e in figures(brief)]
        assert len(ids) == len(set(ids))


def test_the_storm_comes_first(report: Report) -> None:
    """A brief on a storm is called by its name, whoever is named more often, and the summary tells both sections."""
    assert report.brief is not None
    text = render(report, format="md")
    assert text.startswith("# Cyclone Selwa, ")
    told = " ".join(x.text for x in report.brief.summary)
    assert told.startswith("The reports centre on Cyclone Selwa")
    assert "On people dead there is no one figure" in told
    assert "On homes destroyed there is no one figure" in told
    assert "15,900 houses destroyed" in told
    assert "more than 400 million dollars of damage" in told


@pytest.mark.parametrize("kind", ["md", "terminal", "json", "html"])
def test_no_word_of_war_in_any_output(report: Report, kind: str) -> None:
    """Nothing that the program adds to the articles' words speaks of war."""
    text = render(report, format=kind)
    sources = " ".join(b.article.text for b in report.articles)
    found = {m[0].lower() for m in WAR.finditer(text)}
    assert found - {m[0].lower() for m in WAR.finditer(sources)} == set()


def test_quotes_are_slices(report: Report) -> None:
    """Each quote is cut from its article."""
    for brief in report.articles:
        for e in figures(brief):
            assert all(brief.article.text[v.start : v.end] == v.quote for v in e.evidence)


# ------------------------------------------------------------------------------------------------- the command line


def run(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the real command line."""
    return subprocess.run(
        [sys.executable, "-m", "summarizer", *arguments],
        cwd=cwd,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )


def test_the_json_schema_lists_the_domain() -> None:
    """`summarize schema --schema disaster` closes its lists with the domain's words, and the report keeps to it."""
    jsonschema = pytest.importorskip("jsonschema")
    printed = json.loads(run("schema", "--schema", "disaster").stdout)
    assert printed["properties"]["schema"]["const"] == "disaster"
    told = json.dumps(printed)
    assert all(f'"{word}"' in told for word in ("without_services", "in_need", "hazard", "mobilisation", "disease"))
    report = json.loads(run(str(SAMPLES), "--brief", "--schema", "disaster", "--format", "json").stdout)
    assert list(report["sections"]) == SECTIONS
    jsonschema.validate(report, printed)


def test_explain_names_the_rules_of_the_domain() -> None:
    """`summarize explain` says by which words a figure in a unit and a claim were taken, and what was left out."""
    told = " ".join(run("explain", str(SAMPLES / "2-haven-relief.txt"), "--schema", "disaster").stdout.split())
    assert "“lost” beside it tells of a measure that is given in the unit of this number." in told
    assert "Nothing beside it tells of a measure that is given in “USD”." in told
    assert "label" in told
    assert not re.search(r"unknown rule|\{\}", told)


def test_the_wheel_takes_schemas_and_prompts_whole() -> None:
    """A new domain needs no line in pyproject.toml, and both of its folders are there."""
    built = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert built["force-include"] == {"prompts": "summarizer/prompts", "schemas": "summarizer/schemas"}
    assert {p.name for p in (ROOT / "schemas").iterdir()} >= {"conflict", "disaster"}
    names = {p.name for p in (ROOT / "prompts" / "conflict").iterdir()}
    assert {p.name for p in (ROOT / "prompts" / "disaster").iterdir()} == names


# --------------------------------------------------------------------------------------------------- with a model


def first_choices(asked: list[str]) -> Callable[[Body], Any]:
    """Return a script that picks the first choice of everything and keeps what it was asked."""

    def pick(node: Any, defs: Any) -> Any:
        if "$ref" in node:
            node = defs[node["$ref"].rpartition("/")[2]]
        if "enum" in node or "const" in node:
            return node.get("const", next(iter(node.get("enum", [None]))))
        return {name: pick(inner, defs) for name, inner in node.get("properties", {}).items()}

    def script(body: Body) -> Any:
        asked.append("\n".join(m["content"] for m in body["messages"]))
        schema = body["response_format"]["json_schema"]["schema"]
        if "lines" in schema.get("properties", {}):
            text = "Cyclone Selwa killed at least 38 people."
            return said(json.dumps({"lines": [{"text": text, "claims": ["C1", "C2", "C3", "C4"]}]}))
        return said(json.dumps(pick(schema, schema.get("$defs", {}))))

    return script


def test_a_model_is_asked_in_the_words_of_the_domain(report: Report, tmp_path: Path) -> None:
    """Every prompt renders, speaks of disasters and not of war, and no answer makes the brief lose a figure."""
    asked: list[str] = []
    with serving(first_choices(asked)) as server:
        found = summarize(SAMPLES, backend="openai", base_url=server.url, schema="disaster", cache_dir=str(tmp_path))
    told = "\n".join(asked)
    assert "articles and situation reports about disasters" in told
    assert "without_services: " in told
    assert "who helps and what is lacking" in told
    assert WAR.search(re.sub(r"(?m)^(?:S\d+: |  \"|C\d+: ).*$", "", told)) is None
    for before, after in zip(report.articles, found.articles, strict=True):
        assert {e.id for e in figures(before)} <= {e.id for e in figures(after)}
