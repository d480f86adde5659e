"""What stderr shows while a run goes on and at its end: a bar with what was used, and one line."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from answering import plausible
from fake_server import serving
from report_factory import sample_report
from rich.console import Console
from test_cli import environment
from test_concurrency import articles

from summarizer.backends.base import Usage
from summarizer.backends.pricing import Price
from summarizer.cli.accounts import cost_words, done_line, forecast_lines, usage_parts
from summarizer.cli.progress import drawn_bar, used_words
from summarizer.models import Failure, Forecast, Run


def used(**more: int) -> Usage:
    """Return a usage with a price."""
    return Usage(calls=12, tokens_in=23_000, tokens_out=1_400, cost=Price(0.15, 0.6).cost, **more)


def test_the_bar_says_what_was_used() -> None:
    """Calls, cache hits, tokens and cost, each only where there is something to say."""
    assert used_words(used(cache_hits=4)) == "12 calls · 4 cached · 24k tokens · $0.004290"
    assert used_words(Usage(calls=1, tokens_in=900)) == "1 call · 900 tokens"


@pytest.mark.parametrize(("usage", "words"), [(None, ""), (used(), "12 calls · 24k tokens")])
def test_the_bar_counts_articles_and_tells_the_time_left(usage: Usage | None, words: str) -> None:
    """Drawn on a terminal: articles done of all, what was used, and how long it will take."""
    terminal = io.StringIO()
    console = Console(file=terminal, force_terminal=True, width=100, color_system=None)
    bar = drawn_bar(usage, console)
    task = bar.add_task("briefing", total=5)
    bar.start()
    bar.advance(task, 3)
    bar.refresh()
    bar.stop()
    assert "3/5" in terminal.getvalue()
    assert words in terminal.getvalue()
    assert ":" in terminal.getvalue(), "the time left"


def run(**more: object) -> Run:
    """Return what a run came to."""
    times = {"started": "2024-05-01T10:00:00+00:00", "finished": "2024-05-01T10:01:15+00:00"}
    return Run.model_validate({"backend": "openai", "model": "m", "version": "1", **times, **more})


def test_the_last_line_of_a_run() -> None:
    """Articles that were drafted, of how many; what could not be read was never one."""
    report = sample_report(brief=False)
    failures = (
        Failure(path="a", stage="drafting", reason="no"),
        Failure(path="b", stage="intake", reason="empty"),
    )
    asked = run(calls=12, cache_hits=3, tokens_in=12_345, tokens_out=678, cost=0.02, cost_saved=0.005)
    line = done_line(report.model_copy(update={"run": asked, "failures": failures}))
    assert line == (
        "done: 3 of 4 articles, 75 s; 12 calls, 3 from the cache; 12,345 tokens in, 678 out; $0.02, $0.005000 spared"
    )
    alone = done_line(report.model_copy(update={"run": run(), "failures": (), "articles": report.articles[:1]}))
    assert alone == "done: 1 article, 75 s"


def test_a_cost_that_nobody_knows_is_said() -> None:
    """Where no price is known the line says so, and what was spared in tokens."""
    assert cost_words(run(calls=1)) == "no price of m is known"
    assert cost_words(run(cache_hits=1, tokens_saved=1_100)) == "no price of m is known, 1,100 tokens spared"
    assert list(usage_parts(run())) == []


def test_a_forecast_in_words() -> None:
    """Estimates are rounded to what they can answer for."""
    counts = {"articles": 5, "calls": 25, "tokens_in": 54_818, "tokens_out": 2_724, "cost": 0.0098571}
    asked = {"backend": "openai", "model": "m", "host": "h", "prices": "p", "budget": "$0.50", "fits": True}
    told = list(forecast_lines(Forecast.model_validate(counts | asked)))
    assert told == [
        "dry run: nothing was sent",
        "5 articles; backend: openai, h, model m",
        "about 25 calls; 54,800 tokens in, 2,720 out; $0.009860",
        "Answers that a check refuses are asked again: that comes on top.",
        "prices: p",
        "budget $0.50: enough",
    ]
    assert list(forecast_lines(Forecast(backend="offline", articles=1)))[-1] == "no question would be sent"


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of another kind")
def test_on_a_terminal_lines_and_bar_get_along(tmp_path: Path) -> None:
    """A run on a real terminal shows the bar, says requests above it, and ends with the line alone."""
    import pty

    (tmp_path / "in").mkdir()
    for number, article in enumerate(articles(2)):
        (tmp_path / "in" / f"{number}.txt").write_text(article.text, "utf-8")
    command = [sys.executable, "-m", "summarizer", "in", "--out", "r.json", "--verbose"]
    with serving(plausible) as server:
        env = environment(OPENAI_BASE_URL=server.url, TERM="xterm", COLUMNS="100")
        terminal, theirs = pty.openpty()
        with subprocess.Popen(command, cwd=tmp_path, env=env, stdin=theirs, stdout=theirs, stderr=theirs) as process:
            os.close(theirs)
            shown = b"".join(iter(lambda: _read(terminal), b""))
        os.close(terminal)
    text = shown.decode()
    assert process.returncode == 0, text
    assert "/2" in text
    assert "asked: " in text
    lines = [line for line in text.splitlines() if line.strip()]
    assert "done: 2 articles" in lines[-2]
    assert "wrote r.json" in lines[-1]


def _read(terminal: int) -> bytes:
    """Return what a terminal shows next, nothing when its last writer has gone."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
