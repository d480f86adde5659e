"""docs/reference is what the code of today says of itself."""

from __future__ import annotations

import importlib.util
import json
import re
from types import ModuleType

import pytest
from conftest import ROOT

import summarizer

FOLDER = ROOT / "docs" / "reference"


def load_script() -> ModuleType:
    """Return scripts/build_reference.py, which is in no package."""
    spec = importlib.util.spec_from_file_location("build_reference", ROOT / "scripts" / "build_reference.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCRIPT = load_script()


@pytest.mark.parametrize("name", SCRIPT.PAGES)
def test_no_page_is_stale(name: str) -> None:
    """Each page is what the script makes of the code; `make docs` mends it."""
    assert (FOLDER / name).read_text("utf-8") == SCRIPT.PAGES[name](), (
        f"docs/reference/{name} is stale: run `make docs`"
    )


def test_every_public_name_is_told_of() -> None:
    """The Python page has a heading for each public name and a text below it."""
    page = (FOLDER / "python.md").read_text("utf-8")
    told = dict(re.findall(r"^### `(\w+)`[^\n]*\n\n(?:```.*?```\n\n)?([A-Z][^\n]+)", page, re.DOTALL | re.MULTILINE))
    assert sorted(told) == sorted(summarizer.__all__)


def test_every_verb_is_told_of() -> None:
    """The page of the command line has the help of each verb that the help as a whole lists."""
    page = (FOLDER / "cli.md").read_text("utf-8")
    verbs = re.findall(r"^  (\w+)  ", SCRIPT.help_of(()).split("Verbs:")[1].split("Examples:")[0], re.MULTILINE)
    assert len(verbs) >= 4
    for verb in verbs:
        assert f"## `summarize {verb}`" in page
        assert f"Usage: summarize {verb} " in page


def test_every_value_of_the_schema_is_told_of() -> None:
    """The page of the report has a table for each value of the JSON Schema."""
    page = (FOLDER / "report.md").read_text("utf-8")
    schema = json.loads((FOLDER / "conflict.schema.json").read_text("utf-8"))
    for name, value in schema["$defs"].items():
        section = page.split(f"\n## {name}\n")[1].split("\n## ")[0]
        assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(value["properties"])
