"""What was answered is never paid for twice: whole processes over real HTTP, one of them killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from answering import Held, plausible
from fake_server import FakeServer, serving
from test_cli import environment, run
from test_concurrency import articles

COUNT = 3


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with three articles."""
    (tmp_path / "in").mkdir()
    for number, article in enumerate(articles(COUNT)):
        (tmp_path / "in" / f"{number}.txt").write_text(article.text, "utf-8")
    return tmp_path


def briefed(folder: Path, url: str, *more: str) -> subprocess.CompletedProcess[str]:
    """Brief the folder in a process of its own, with a cache that stays."""
    env = environment(SUMMARIZER_CACHE_DIR=str(folder / "kept"))
    return run("in", "--brief", "--base-url", url, "--format", "json", *more, cwd=folder, env=env)


def calm(report: str) -> object:
    """Return a report without what a second run has otherwise: times, calls and what was spared."""
    return {key: value for key, value in json.loads(report).items() if key != "run"}


def messages(server: FakeServer, first: int = 0) -> list[str]:
    """Return what was asked from a request on."""
    return [json.dumps(r.body["messages"]) for r in server.asked[first:]]


@contextmanager
def begun(folder: Path, url: str) -> Iterator[subprocess.Popen[str]]:
    """Start a run that asks one question after the other."""
    env = environment(SUMMARIZER_CACHE_DIR=str(folder / "kept"))
    command = [sys.executable, "-m", "summarizer", "in", "--brief", "--base-url", url, "--jobs", "1"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, env=env, stdout=pipe, stderr=pipe, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def test_a_second_run_makes_no_http_call(folder: Path) -> None:
    """Not even for the model's name: with the server gone, the same command gives the same brief."""
    with serving(plausible) as server:
        first = briefed(folder, server.url)
        assert first.returncode == 0, first.stderr
        seen = len(server.requests)
        second = briefed(folder, server.url)
        assert len(server.requests) == seen
    third = briefed(folder, server.url)
    assert (second.returncode, third.returncode) == (0, 0), third.stderr
    assert calm(first.stdout) == calm(second.stdout) == calm(third.stdout)
    told = json.loads(third.stdout)["run"]
    assert (told["calls"], told["cache_hits"]) == (0, json.loads(first.stdout)["run"]["calls"])


def test_one_changed_article_is_asked_about_and_the_summary(folder: Path) -> None:
    """The others cost nothing again."""
    with serving(plausible) as server:
        briefed(folder, server.url)
        changed = folder / "in" / "1.txt"
        text = changed.read_text("utf-8")
        changed.write_text(text.replace(" the ", " that "), "utf-8")
        done = briefed(folder, server.url, "--trace", str(folder / "t.jsonl"))
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    new = next(a["article"]["id"] for a in report["articles"] if a["article"]["path"].endswith("1.txt"))
    records = [json.loads(line) for line in (folder / "t.jsonl").read_text("utf-8").splitlines()]
    assert {(r["article"] or r["kind"]) for r in records} <= {new, "narrative"}
    assert new in {r["article"] for r in records}
    assert report["run"]["calls"] == len(records)


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
@pytest.mark.parametrize("let", [1, 4])
def test_a_killed_run_pays_for_nothing_twice(folder: Path, let: int) -> None:
    """After SIGKILL half way, the next run asks nothing that was answered, and the brief is that of a whole run."""
    script = Held(let)
    with serving(script) as server:
        with begun(folder, server.url) as process:
            assert script.holds.wait(90), "the run has its first answers and asks on"
            os.kill(process.pid, signal.SIGKILL)
            process.communicate(timeout=60)
        assert process.returncode == -signal.SIGKILL
        script.release()
        before = len(server.asked)
        server.script = plausible
        second = briefed(folder, server.url)
        assert second.returncode == 0, second.stderr
        asked = messages(server, before)
    assert len(script.answered) == let
    assert not set(asked) & set(script.answered)
    with serving(plausible) as fresh:
        whole = run(
            *("in", "--brief", "--base-url", fresh.url, "--format", "json"),
            cwd=folder,
            env=environment(SUMMARIZER_CACHE_DIR=str(folder / "other")),
        )
    assert calm(second.stdout) == calm(whole.stdout)
    assert len(asked) + let == json.loads(whole.stdout)["run"]["calls"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
def test_an_interrupt_keeps_what_was_answered_and_hangs_up(folder: Path) -> None:
    """Ctrl-C ends at once with 130 while a server holds an answer back; what came before is kept."""
    script = Held(3)
    with serving(script) as server:
        with begun(folder, server.url) as process:
            assert script.holds.wait(90)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=60)
        assert process.returncode == 130, err
        assert out == ""
        assert "Traceback" not in err
        script.release()
        before = len(server.asked)
        server.script = plausible
        assert briefed(folder, server.url).returncode == 0
        assert not set(messages(server, before)) & set(script.answered)
