"""Nothing that a text can hold makes the work grow faster than the text: no pattern blows up, no stage is quadratic."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from blowups import run_stages
from growth import too_fast
from regex_attacks import attacks

PROBE = Path(__file__).with_name("blowups.py")
HARD_LIMIT = 400  # seconds for what takes 15 to 25 on a free core; a hang ends here
RUNS = ("patterns", "pipeline", "large")


@pytest.fixture(scope="module")
def probes() -> Iterator[dict[str, subprocess.Popen[str]]]:
    """All probes, each a process of its own, at work side by side: they count their own CPU seconds."""
    started = {
        run: subprocess.Popen(
            [sys.executable, str(PROBE), run], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for run in RUNS
    }
    yield started
    for process in started.values():
        process.kill()
        process.communicate()


def found_by(process: subprocess.Popen[str]) -> list[list[str]]:
    """Return what a probe found."""
    out, err = process.communicate(timeout=HARD_LIMIT)
    assert process.returncode == 0, err
    found: list[list[str]] = json.loads(out)
    return found


def test_no_regular_expression_blows_up(probes: dict[str, subprocess.Popen[str]]) -> None:
    """Each pattern of the package takes time in proportion to strings made against it, as far as it ever reads."""
    assert found_by(probes["patterns"]) == []


def test_the_stages_are_linear_on_texts_that_are_all_of_one_thing(probes: dict[str, subprocess.Popen[str]]) -> None:
    """Digits, quotation marks, "said", initials, lists: twice as much of any takes about twice as long."""
    assert found_by(probes["pipeline"]) == []


def test_the_stages_are_linear_on_large_texts(probes: dict[str, subprocess.Popen[str]]) -> None:
    """So do articles of 200,000 characters, and lines of a million."""
    assert found_by(probes["large"]) == []


@pytest.mark.parametrize("pattern", [r"\s+x", r"(?:a|b)+c", r"(?:a+b?)+!", r",.*,.*;", r"(?:<!--.*?-->)*<html"])
def test_the_probe_finds_patterns_that_do(pattern: str) -> None:
    """The strings made against a pattern that is known to blow up show it."""
    compiled = re.compile(pattern)

    def search(make: object, size: int) -> object:
        return partial(compiled.search, make(size))  # type: ignore[operator]

    assert any(too_fast(partial(search, make), 8_000, limit=1.0) for make in attacks(compiled))


@pytest.mark.parametrize("pattern", [r"(?<!\s)\s+x", r"[a-z]+", r"\b(?:ambush|raid)\w*", r"a{1,5}b"])
def test_the_probe_passes_patterns_that_do_not(pattern: str) -> None:
    """It has nothing to say against those that try each place once."""
    compiled = re.compile(pattern)
    for make in attacks(compiled):
        assert too_fast(lambda size, m=make: partial(compiled.search, m(size)), 40_000) is None


@pytest.mark.parametrize(
    ("letter", "like"), [("s", "ſ"), ("i", "ı"), ("I", "İ"), ("k", "\u212a"), ("ss", "ß"), ("a", "a\u0301")]
)
def test_letters_that_case_confuses_are_read(seeds: Path, letter: str, like: str) -> None:
    """What a search without regard to case takes for another letter is looked up in no table by itself."""
    words = "this last next previous same six first in since mid third quarter spring six minutes ago until Friday"
    dated = " ".join(f"{a} {b} {c}" for a in words.split() for b in words.split() for c in ("week", "months", "2019"))
    run_stages(f"13 September 2018\n\n{dated}".replace(letter, like))
    for path in sorted(seeds.glob("*.txt")):
        text = path.read_text("utf-8").replace(letter, like)
        run_stages(text)
        run_stages(text.upper())
