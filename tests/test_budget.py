"""A budget is never passed; what is done is written; nothing is sent to estimate."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from answering import plausible
from fake_server import FakeServer, free_port, serving
from hypothesis import given
from hypothesis import strategies as st
from test_cli import environment, run
from test_concurrency import articles, briefed

from summarizer.backends.budgets import BudgetError, Purse
from summarizer.backends.pricing import Price
from summarizer.errors import UsageError
from summarizer.settings import Budget, read_budget

# What the fake server counts for each answer.
TOKENS = 110
Request = tuple[int, int, int, int]


# What a request may read and write, and what it then does.
_REQUESTS = st.tuples(st.integers(1, 200), st.integers(1, 100), st.integers(0, 200), st.integers(0, 100))


@given(st.integers(1, 3_000), st.lists(_REQUESTS, max_size=30))
def test_no_budget_is_ever_passed(limit: int, requests: list[Request]) -> None:
    """Whatever requests come at once and whatever they use of what they may, the sum stays within the limit."""

    async def work() -> None:
        purse, most = Purse(Budget(limit, "tokens"), None), [0.0]

        async def one(request: Request) -> None:
            read, write, had_read, had_written = request
            try:
                hold = await purse.take(read, write)
            except BudgetError:
                return
            await asyncio.sleep(0)
            purse.settle(hold, (min(read, had_read), min(write, had_written), 0))
            most[0] = max(most[0], purse.spent)

        await asyncio.gather(*map(one, requests))
        assert most[0] <= limit

    asyncio.run(work())


def test_what_does_not_fit_waits_for_what_is_given_back() -> None:
    """Two requests that could cost all are let through one after the other where each uses a part only."""

    async def work() -> float:
        purse = Purse(Budget(100, "tokens"), None)
        first = await purse.take(50, 40)
        second = asyncio.create_task(purse.take(50, 30))
        await asyncio.sleep(0)
        assert not second.done()
        purse.settle(first, (10, 5, 0))
        purse.settle(await second, (10, 5, 0))
        return purse.spent

    assert asyncio.run(work()) == 30


def test_what_is_set_aside_is_for_the_last_alone() -> None:
    """The others stop where it begins; the merged summary may have it all."""

    async def work() -> None:
        purse = Purse(Budget(100, "tokens"), None)
        purse.set_aside(40, 10)
        with pytest.raises(BudgetError, match="budget of 100 tokens"):
            await purse.take(40, 20)
        with pytest.raises(BudgetError):
            await purse.take(1, 1)
        assert await purse.take(60, 40, last=True)

    asyncio.run(work())


def test_an_answer_that_was_lost_counts_as_paid() -> None:
    """Where nobody knows what a request came to, all that it could cost is spent; a refusal costs nothing."""

    async def work() -> list[float]:
        purse, seen = Purse(Budget(1, "usd"), Price(1_000, 1_000)), []
        for tokens in (None, (0, 0, 0), (10, 10, 10)):
            purse.settle(await purse.take(50, 50), tokens)
            seen.append(purse.spent)
        return seen

    assert asyncio.run(work()) == pytest.approx([0.1, 0.1, 0.12])


def prices(folder: Path) -> Path:
    """Write a list in which a token costs a thousandth of a dollar."""
    path = folder / "prices.toml"
    path.write_text('[host."*"]\n"fake-model" = { input = 1000, output = 1000 }\n', "utf-8")
    return path


def whole(server: FakeServer, folder: Path) -> int:
    """Return how many calls a run without a budget takes."""
    report = briefed(articles(), server, folder, jobs=1)
    return report.run.calls


@pytest.mark.parametrize("unit", ["usd", "tokens"])
def test_a_run_stops_before_its_budget_is_passed(tmp_path: Path, unit: str) -> None:
    """What is done is in the report, the rest are failures that name the budget; the server counts less than it."""
    with serving(plausible) as server:
        calls = whole(server, tmp_path / "whole")
        before = len(server.asked)
        # Enough for all but the last articles, with what a request may cost at most on top.
        limit = TOKENS * calls * 2 // 3 + 9_000
        budget = Budget(limit, "tokens") if unit == "tokens" else Budget(limit / 1000, "usd")
        more: dict[str, Any] = {"budget": budget, "prices": prices(tmp_path), "jobs": 1}
        report = briefed(articles(), server, tmp_path / unit, **more)
        sent = len(server.asked) - before
    run = report.run
    assert sent == run.calls
    assert run.tokens_in + run.tokens_out <= limit
    assert run.cost == pytest.approx((run.tokens_in + run.tokens_out) / 1000)
    assert len(report.articles) + len(report.failures) == 4
    for failure in report.failures:
        assert (failure.stage, "budget" in failure.reason) == ("drafting", True)
    if calls > run.calls:
        assert report.failures, "what was not asked is told"


def test_a_budget_too_small_for_one_question_does_nothing(tmp_path: Path) -> None:
    """Nothing is sent, every article says why, and the command ends with 3."""
    (tmp_path / "in").mkdir()
    for number, article in enumerate(articles(2)):
        (tmp_path / "in" / f"{number}.txt").write_text(article.text, "utf-8")
    with serving(plausible) as server:
        done = run(
            *("in", "--model", "fake-model", "--base-url", server.url, "--budget", "50tokens", "--brief"), cwd=tmp_path
        )
        assert server.asked == []
    assert done.returncode == 3
    assert done.stderr.count("not drafted: the budget of 50 tokens") == 2
    assert done.stdout == ""


def test_dollars_without_a_price_are_refused_before_anything_is_sent(tmp_path: Path) -> None:
    """A budget that cannot be kept is wrong use, and the message says how it can."""
    with serving(plausible) as server:
        with pytest.raises(UsageError, match=r"--prices.*tokens"):
            briefed(articles(1), server, tmp_path, budget=read_budget("1.00"))
        assert server.requests == []


def test_a_dry_run_foretells_what_the_run_asks_and_sends_nothing(tmp_path: Path) -> None:
    """The estimate needs neither server nor key; where no answer is refused it counts the calls of the run exactly."""
    (tmp_path / "in").mkdir()
    for number, article in enumerate(articles(3)):
        (tmp_path / "in" / f"{number}.txt").write_text(article.text, "utf-8")
    args = ("in", "--brief", "--backend", "openai", "--model", "fake-model", "--prices", prices(tmp_path))
    nobody = f"http://127.0.0.1:{free_port()}/v1"
    cache = environment(SUMMARIZER_CACHE_DIR=str(tmp_path / "cache"))
    done = run(*args, "--dry-run", "--base-url", nobody, cwd=tmp_path, env=cache)
    assert (done.returncode, done.stderr) == (0, "")
    assert "nothing was sent" in done.stdout
    assert not (tmp_path / "cache").exists()
    told = json.loads(run(*args, "--dry-run", "--format", "json", "--base-url", nobody, cwd=tmp_path, env=cache).stdout)
    assert told["cost"] == pytest.approx((told["tokens_in"] + told["tokens_out"]) / 1000)
    assert told["articles"] == len(told["usage"]) == 3
    assert sum(used["calls"] for used in told["usage"]) in (told["calls"], told["calls"] - 1)
    # No key, no network and no server of the user's own: the shipped prices say what OpenAI would take.
    bare = run("in", "--backend", "openai", "--model", "gpt-4o-mini", "--dry-run", cwd=tmp_path, env=cache)
    assert bare.returncode == 0
    assert "$0.0" in bare.stdout


def test_a_dry_run_knows_the_cache(tmp_path: Path) -> None:
    """What is kept needs no call: after a run, only a changed article and the summary are foretold."""
    (tmp_path / "in").mkdir()
    for number, article in enumerate(articles(3)):
        (tmp_path / "in" / f"{number}.txt").write_text(article.text, "utf-8")
    cache = environment(SUMMARIZER_CACHE_DIR=str(tmp_path / "cache"))
    with serving(plausible) as server:
        args = ("in", "--base-url", server.url, "--format", "json")
        report = json.loads(run(*args, cwd=tmp_path, env=cache).stdout)
        seen = len(server.requests)
        told = json.loads(run(*args, "--dry-run", cwd=tmp_path, env=cache).stdout)
        assert len(server.requests) == seen
    assert told["model"] == "fake-model", "the one that the server had"
    assert (told["calls"], told["cache_hits"]) == (0, report["run"]["calls"])
    assert told["tokens_saved"] == report["run"]["tokens_in"] + report["run"]["tokens_out"]


def test_a_budget_is_compared_with_the_estimate(tmp_path: Path) -> None:
    """A dry run says whether the budget would do, and that it cannot tell where no price is known."""
    (tmp_path / "a.txt").write_text(articles(1)[0].text, "utf-8")
    args = ("a.txt", "--backend", "openai", "--dry-run")

    def told(*more: str) -> str:
        return run(*args, *more, cwd=tmp_path).stdout.splitlines()[-1]

    assert told("--model", "gpt-4o-mini", "--budget", "5") == "budget $5.00: enough"
    assert told("--model", "gpt-4o-mini", "--budget", "10tokens") == "budget 10 tokens: not enough"
    assert told("--model", "who-knows", "--budget", "5").startswith("budget $5.00: not known")
