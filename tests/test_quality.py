"""How good the offline briefs are, by the score beside the gold: the floors of the project, and of the demo."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from summarizer import Report, summarize

# What the main job has to reach, and what the rules have to reach.
MAIN_JOB = {
    "strength": 0.60, "value": 0.75, "who": 0.85, "where": 0.80, "published": 0.80, "misprint": 1,
    "traps": 1, "grounding": 1,
}  # fmt: skip
RULES = {
    "strength": 0.88, "value": 0.93, "holder": 0.80, "said_by": 0.75, "place": 0.65, "as_of": 0.65, "who": 0.93,
    "where": 0.92, "tactics": 0.75, "outlook": 0.75, "published": 1, "misprint": 1, "traps": 1, "grounding": 1,
}  # fmt: skip


def _as_read(report: Report) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(report.model_dump_json(by_alias=True))
    return data


@pytest.fixture(scope="module")
def figures(shared: Path, score: ModuleType) -> dict[str, float]:
    """The score of the offline briefs of the real articles."""
    report = summarize(shared / "seeds", backend="offline")
    found: dict[str, float] = score.score_seeds(_as_read(report), shared / "gold" / "seeds", verbose=False)
    return found


@pytest.mark.parametrize(("what", "floor"), [*MAIN_JOB.items(), *RULES.items()])
def test_the_real_articles_reach_the_floors(figures: dict[str, float], what: str, floor: float) -> None:
    """Each figure of the score on the real articles is at least its floor."""
    assert figures[what] >= floor


def test_places_of_other_documents(shared: Path, score: ModuleType, tmp_path: Path) -> None:
    """Places in press releases of ministries, annotated by others, are found with an F1 of at least 0.70."""
    folders = [f for f in sorted((shared / "data" / "re3d").iterdir()) if f.is_dir()]
    explode = shared / "tools" / "explode_re3d.py"
    subprocess.run([sys.executable, str(explode), str(tmp_path), *map(str, folders)], check=True, capture_output=True)
    report = summarize(tmp_path, brief=False, backend="offline")
    assert score.score_re3d(_as_read(report), folders)["where"] >= 0.70


def test_nothing_in_any_brief_is_ungrounded(seeds: Path, score: ModuleType) -> None:
    """Quotes of the demo are slices, figures stand in them, and names are words of their article."""
    assert score.grounding(_as_read(summarize(seeds, backend="offline"))) == []


def test_the_demo_gives_the_figures_of_the_real_articles(seeds: Path, shared: Path) -> None:
    """The demo's articles, one for one, hold the figures of the gold, and the rules find nearly all of them."""
    report = _as_read(summarize(seeds, backend="offline"))
    golds = [json.loads(p.read_text("utf-8")) for p in sorted((shared / "gold" / "seeds").glob("*.json"))]
    wanted: Counter[Any] = Counter()
    found: Counter[Any] = Counter()
    for number, (brief, gold) in enumerate(zip(report["articles"], golds, strict=True)):
        wanted.update((number, g["measure"], g["low"], g["high"]) for g in gold["strengths"])
        found.update((number, e["measure"], _whole(e["low"]), _whole(e["high"])) for e in brief["strength"])
    missed = wanted - found
    assert missed.total() <= 0.05 * wanted.total(), sorted(missed, key=str)


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)
