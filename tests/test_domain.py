"""Another domain, floods, is a folder of data: summarizer/ does not change for it, and holds nothing about war."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

BRIEF = '''
"""A brief on a flood."""

from typing import Annotated

from pydantic import BaseModel, Field

from summarizer.models import Claim, Entity, Estimate, Place
from summarizer.schema import ClaimRules, Cue, EntityRules, EstimateRules, Measure, NounClass, PlaceRules
from summarizer.schema import plurals, verbs, words

KINDS = {
    "person": "a named person",
    "state": "a state or its government",
    "organisation": "an agency, a service, a company",
    "medium": "a news outlet",
    "people": "a people",
}
PEOPLE = NounClass(
    "people", plurals("person resident villager child woman", "people women children"), group="people", persons=True
)
HOUSES = NounClass("houses", plurals("house home building school"), group="buildings")
BRIDGES = NounClass("bridges", plurals("bridge road culvert"), group="infrastructure")

CASUALTIES = (
    Measure(
        "killed", "people who died in the flood", befalls=("people",), done_to=verbs("drown kill"),
        happens=verbs("die drown"), states=words("dead"),
    ),
    Measure("missing", "people not found yet", befalls=("people",), states=words("missing unaccounted")),
)
DISPLACED = (
    Measure(
        "displaced", "people driven from their homes", befalls=("people",), done_to=verbs("evacuate displace"),
        happens=words("fled"),
    ),
)
DAMAGE = (
    Measure("houses", "houses damaged or destroyed", befalls=("houses",), done_to=verbs("destroy damage submerge")),
    Measure("bridges", "bridges and roads lost", befalls=("bridges",), done_to=(*verbs("destroy"), "washed away")),
)


class Brief(BaseModel):
    who: Annotated[
        tuple[Entity, ...],
        EntityRules(KINDS, {"organisation": words("Agency Service Authority Crescent Cross Ministry")}),
    ] = Field((), description="Who acts or speaks.")
    where: Annotated[tuple[Place, ...], PlaceRules(led_to_by=words("flooded inundated"))] = Field(
        (), description="Where the water is."
    )
    casualties: Annotated[tuple[Estimate, ...], EstimateRules(CASUALTIES, (PEOPLE,), groups=("people",))] = Field(
        (), description="How many died or are missing."
    )
    displaced: Annotated[tuple[Estimate, ...], EstimateRules(DISPLACED, (PEOPLE,), groups=("people",))] = Field(
        (), description="How many had to leave."
    )
    damage: Annotated[
        tuple[Estimate, ...],
        EstimateRules(DAMAGE, (HOUSES, BRIDGES), groups=("buildings", "infrastructure")),
    ] = Field((), description="What the water broke.")
    outlook: Annotated[
        tuple[Claim, ...],
        ClaimRules(
            {"water": "The water ahead", "relief": "Help on its way"},
            (
                Cue(r"(?:rain|water levels?|rivers?)\\b.*\\b(?:will|expected|forecast)", 1.5, "water"),
                Cue(r"will (?:send|deliver|arrive)", 1.5, "relief"),
                Cue(r"expected to|forecast", 1.0),
            ),
        ),
    ] = Field((), description="What comes next.")
'''

NAMES = """
[[entity]]
name = "National Disaster Management Authority"
kind = "organisation"
aliases = ["NDMA"]
"""

FIRST = (
    "Floods cut off Sukkur\n\nKARACHI, August 30, 2022\n\n"
    "At least 24 people drowned and 11 villagers are missing in Sukkur after the Indus burst its banks, the National "
    "Disaster Management Authority said on Tuesday. The water has damaged more than 1,200 houses in the district.\n\n"
    "About 45,000 residents were evacuated to Larkana. The NDMA said the river was expected to rise by Friday.\n"
)
SECOND = (
    "Bridges gone as Indus rises\n\nAugust 30, 2022\n\n"
    "The flood has killed 31 people in Sukkur, the Pakistan Red Crescent said. Three bridges were washed away near "
    "Larkana, and 1,150 houses were destroyed in Sukkur.\n\n"
    "The Red Crescent will send boats to the villages on Thursday.\n"
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The report of the real command line on two texts, with the flood schema and no settings."""
    folder = tmp_path_factory.mktemp("floods")
    for name, text in (
        ("flood/brief.py", BRIEF),
        ("flood/names.toml", NAMES),
        ("in/1.txt", FIRST),
        ("in/2.txt", SECOND),
    ):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    before = _contents()
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "summarizer",
            "in",
            "--brief",
            "--schema",
            "./flood",
            "--format",
            "json",
            "--backend",
            "offline",
        ],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert _contents() == before, "summarizer/ stays untouched"
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _contents() -> dict[Path, bytes]:
    return {p: p.read_bytes() for p in (ROOT / "summarizer").rglob("*.py")}


def _figures(brief: dict[str, Any], section: str) -> set[tuple[Any, ...]]:
    return {(e["measure"], e["low"], e["high"], e["holder"], e["place"]) for e in brief[section]}


def test_sections_stand_under_their_own_names(report: dict[str, Any]) -> None:
    """The report carries the domain's name and its sections, in its order."""
    assert report["schema"] == "flood"
    assert list(report["sections"]) == ["who", "where", "casualties", "displaced", "damage", "outlook"]


def test_figures_are_measured_by_the_domain(report: dict[str, Any]) -> None:
    """Each figure is found with its measure, bounds, holder and place."""
    first, second = report["articles"]
    assert _figures(first, "casualties") == {
        ("killed", 24, None, "people", "Sukkur"),
        ("missing", 11, 11, "people", "Sukkur"),
    }
    assert _figures(first, "displaced") == {("displaced", 45000, 45000, "people", "Larkana")}
    assert {f[:4] for f in _figures(first, "damage")} == {("houses", 1200, None, "buildings")}
    assert _figures(second, "casualties") == {("killed", 31, 31, "people", "Sukkur")}
    assert _figures(second, "damage") == {
        ("bridges", 3, 3, "infrastructure", "Larkana"),
        ("houses", 1150, 1150, "buildings", "Sukkur"),
    }


def test_speakers_and_dates_are_kept(report: dict[str, Any]) -> None:
    """The agency's figure is the agency's, whatever short name it goes by."""
    drowned = next(e for e in report["articles"][0]["casualties"] if e["low"] == 24)
    assert drowned["said_by"] == "National Disaster Management Authority"
    assert drowned["as_of"] == "2022-08-30"


def test_what_comes_next_is_found(report: dict[str, Any]) -> None:
    """Outlook holds one sentence of each text, under the domain's labels."""
    found = {c["label"]: c["evidence"][0]["quote"] for a in report["articles"] for c in a["outlook"]}
    assert found["water"].startswith("The NDMA said the river was expected to rise")
    assert found["relief"].startswith("The Red Crescent will send boats")


def test_merged_lines_set_sources_side_by_side(report: dict[str, Any]) -> None:
    """Two tolls of one day for one place that do not meet are contested, and neither is lost or averaged."""
    line = next(s for s in report["brief"]["casualties"] if s["measure"] == "killed" and s["place"] == "Sukkur")
    assert {e["low"] for e in line["estimates"]} == {24, 31}
    assert {e["origin"] for e in line["estimates"]} == {
        "National Disaster Management Authority",
        "Pakistan Red Crescent",
    }
    assert {p["name"] for p in report["brief"]["where"]} >= {"Sukkur", "Larkana"}
    assert len(report["brief"]["outlook"]) == 2


def test_quotes_are_slices(report: dict[str, Any]) -> None:
    """In any domain each quote is a slice of its article."""
    for brief in report["articles"]:
        text = brief["article"]["text"]
        for section in ("casualties", "displaced", "damage", "outlook"):
            for item in brief[section]:
                assert all(text[e["start"] : e["end"]] == e["quote"] for e in item["evidence"])


# ------------------------------------------------------------------------------------------------ no war in summarizer/

WAR = re.compile(
    r"\b(?:fighters?|militants?|insurgen\w+|isis|isil|daesh|jihad\w*|air ?strikes?|rebels?|kill(?:ed|s|ing)?|soldiers?"
    r"|troops?|terroris\w+|guerr?illas?|ambush\w*|casualt\w+|wounded|hostages?|warplanes?|militias?|hezbollah|hamas"
    r"|taliban|houthis?|wagner|kalashnikov|shelling|bombard\w*|besieg\w*|civilians?|combatants?|mercenar\w+)\b",
    re.IGNORECASE,
)


def _strings_and_names(source: str) -> list[tuple[int, str]]:
    """Return the string literals and identifiers of a module with their lines, docstrings left out."""
    tree = ast.parse(source)
    docs = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }
    found: list[tuple[int, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            found.append((node.lineno, node.value))
        elif isinstance(node, ast.Name):
            found.append((node.lineno, node.id.replace("_", " ")))
        elif isinstance(node, ast.Attribute):
            found.append((node.lineno, node.attr.replace("_", " ")))
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.append((node.lineno, node.name.replace("_", " ")))
        elif isinstance(node, ast.arg):
            found.append((node.lineno, node.arg.replace("_", " ")))
    return found


def test_the_core_knows_no_war() -> None:
    """No string and no identifier in summarizer/ is a word of war; docstrings may give examples."""
    found = [
        f"{path.relative_to(ROOT)}:{line}: {match[0]}"
        for path in sorted((ROOT / "summarizer").rglob("*.py"))
        for line, text in _strings_and_names(path.read_text("utf-8"))
        if (match := WAR.search(text))
    ]
    assert found == []
