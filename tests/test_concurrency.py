"""Many articles at once over real HTTP: the same output whatever answers first, one call for equal questions."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from answering import Shuffled, plausible
from fake_server import Body, FakeServer, Reply, error, serving
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer import Article, Report, article_from_text, summarize
from summarizer.backends.base import ModelChangedError
from summarizer.turns import LONG, Turns

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


def articles(count: int = 4) -> list[Article]:
    """Return the beginnings of some demo articles; the one that comes fifth leaves nothing to ask about."""
    paths = sorted(SEEDS.glob("*.txt"))
    return [article_from_text(p.read_text("utf-8")[:2_500]) for p in (*paths[1:], *paths[:1])[:count]]


def briefed(given: Sequence[Article], server: FakeServer, folder: Path, **more: Any) -> Report:
    """Brief articles with the server's model."""
    options = {"model": "fake-model", "jobs": 4, "cache_dir": folder, **more}
    return summarize(given, backend="openai", base_url=server.url, **options)


def calm(report: Report) -> str:
    """Return a report without its times."""
    run = report.run.model_copy(update={"started": "", "finished": ""})
    return report.model_copy(update={"run": run}).model_dump_json()


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_the_order_of_answers_changes_nothing(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    """However the answers of the server overtake each other, the report is the same to the byte, accounts too."""
    reports = []
    for script in (plausible, Shuffled(seed)):
        with serving(script) as server:
            reports.append(briefed(articles(), server, tmp_path_factory.mktemp("cache")))
    assert reports[0].run.calls > 4
    assert calm(reports[0]) == calm(reports[1])


@pytest.mark.parametrize("jobs", [1, 3])
def test_no_more_requests_are_on_their_way_than_jobs(tmp_path: Path, jobs: int) -> None:
    """The server never sees more at a time, and sees as many where there are articles enough."""
    script = Shuffled(1, width=99)
    with serving(script) as server:
        briefed(articles(5), server, tmp_path, jobs=jobs)
    assert script.most_at_once == jobs


def test_equal_articles_at_once_are_asked_about_once(tmp_path: Path) -> None:
    """Two articles of one text, drafted side by side: what one asks, the other one is given."""
    one = articles(1)
    with serving(plausible) as server:
        briefed(one, server, tmp_path / "one", brief=False)
        alone = len(server.asked)
    assert alone > 0
    script = Shuffled(3, width=99)
    with serving(script) as server:
        report = briefed([*one, *one], server, tmp_path / "two", brief=False)
    assert len(server.asked) == alone
    assert (report.run.calls, report.run.cache_hits) == (alone, alone)
    first, second = report.articles
    assert [s.model_dump_json() for s in first.sections.values()] != []
    assert len(first.sections["strength"].items) == len(second.sections["strength"].items)


def test_too_many_requests_are_sent_again_more_slowly(tmp_path: Path) -> None:
    """A server that takes two at a time and refuses others with 429 gets all questions answered, none failing."""
    inside, lock, refused = [0], threading.Lock(), [0]

    def script(body: Body) -> Reply:
        with lock:
            inside[0] += 1
            full = inside[0] > 2
        try:
            if full:
                refused[0] += 1
                return error(429, "slow down", {"Retry-After": "0.01"})
            return held(body)
        finally:
            with lock:
                inside[0] -= 1

    held = Shuffled(5, width=2)
    with serving(script) as server:
        report = briefed(articles(5), server, tmp_path, jobs=8, retries=20)
    assert refused[0] > 0
    assert report.failures == ()
    assert report.run.calls == len(server.asked) - refused[0]


def test_a_failing_server_is_told_in_every_failure(tmp_path: Path) -> None:
    """Each article that the server refuses is a failure with what the server said; the others are briefed."""
    given = articles()
    given[1] = spoilt = article_from_text(given[1].text.replace(" the ", " the zebra "))

    def script(body: Body) -> Reply:
        if "zebra" in json.dumps(body["messages"]):
            return error(500, "the lights went out")
        return plausible(body)

    with serving(script) as server:
        report = briefed(given, server, tmp_path, retries=0, brief=False)
    assert len(report.articles) == 3
    (failure,) = report.failures
    assert (failure.stage, failure.path) == ("drafting", spoilt.id)
    assert "500: the lights went out" in failure.reason


def test_a_summary_that_cannot_be_had_costs_only_itself(tmp_path: Path) -> None:
    """Where the server fails at the merged summary, the rules' summary stands and a note says why."""

    def script(body: Body) -> Reply:
        if "Cite the claims" in body["messages"][-1]["content"]:
            return error(500, "no more today")
        return plausible(body)

    with serving(script) as server:
        report = briefed(articles(), server, tmp_path, retries=0)
    assert report.brief is not None
    assert report.brief.summary
    assert report.failures == ()
    assert [n for n in report.brief.notes if n.kind == "fallback" and "no more today" in n.text]


def test_a_deadline_breaks_an_attempt_off(tmp_path: Path) -> None:
    """A server that does not answer in time fails the article when the question's deadline passes, not its timeout."""
    over = threading.Event()

    def script(body: Body) -> Reply:
        over.wait(60)
        return plausible(body)

    with serving(script) as server:
        begun = time.monotonic()
        report = briefed(articles(1), server, tmp_path, deadline=0.5, timeout=50, brief=False)
        over.set()
    assert time.monotonic() - begun < 20
    assert "deadline" in report.failures[0].reason


def test_waiting_for_ones_turn_is_not_waiting_for_the_server(tmp_path: Path) -> None:
    """With a deadline shorter than the queue is long, no article fails: only the server's time counts."""
    with serving(Shuffled(2, width=99)) as server:
        report = briefed(articles(5), server, tmp_path, jobs=1, deadline=3)
    assert report.failures == ()


def test_work_of_others_does_not_keep_the_loop() -> None:
    """Between two pieces of work the loop runs; a long one runs beside it, in a thread."""

    async def run() -> tuple[int, str]:
        turns, ticks = Turns(), [0]

        async def tick() -> None:
            while True:
                ticks[0] += 1
                await asyncio.sleep(0)

        ticking = asyncio.create_task(tick())
        seen = await asyncio.gather(*(turns.do(lambda: ticks[0]) for _ in range(10)))
        assert all(b > a for a, b in pairwise(seen)), seen
        thread = await turns.do(lambda: threading.current_thread().name, size=LONG + 1)
        ticking.cancel()
        return ticks[0], thread

    _, thread = asyncio.run(run())
    assert thread != threading.main_thread().name


def test_work_that_fails_leaves_the_turn_to_the_next() -> None:
    """An error reaches who asked for the work, and the others go on."""

    async def run() -> int:
        turns = Turns()
        with pytest.raises(ZeroDivisionError):
            await turns.do(lambda: 1 // 0)
        return await turns.do(lambda: 7)

    assert asyncio.run(run()) == 7


def test_another_model_than_last_time_begins_anew(tmp_path: Path) -> None:
    """Without a model named, kept answers of the last one are used only as long as it is still there."""
    given = articles(2)
    with serving(plausible, models=["old"]) as server:
        briefed(given, server, tmp_path, model=None, brief=False)
        server.models[:] = ["new"]
        again = briefed(given, server, tmp_path, model=None, brief=False)
        assert again.run.model == "old", "all is kept, so nobody is asked"
        more = briefed([*given, *articles(3)[2:]], server, tmp_path, model=None, brief=False)
    assert more.run.model == "new"
    assert more.run.cache_hits == 0
    assert {r.body["model"] for r in server.asked[-more.run.calls :]} == {"new"}
    assert ModelChangedError("new", "old").model == "new"
