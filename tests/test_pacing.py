"""How many requests go out and when: under the limits, fewer after "too many", back up after. Nothing here sleeps."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.backends.pacing import FIRST_GAP, LONGEST_GAP, LONGEST_PAUSE, SPAN, Pacer, Turn, Window


class Clock:
    """A clock that moves only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Move on without waiting."""
        self.now += seconds
        await asyncio.sleep(0)


def paced(clock: Clock, **limits: Any) -> Pacer:
    """Return a pacer on the test's clock."""
    return Pacer(**{"at_once": 8, **limits}, clock=clock, sleep=clock.sleep)


def run(work: Callable[[Clock], Coroutine[Any, Any, Any]]) -> Any:
    """Run a test's coroutine with a clock of its own."""
    return asyncio.run(work(Clock()))


async def went(pacer: Pacer, status: int | None, *, retry_after: float | None = None) -> Turn:
    """Let one request come and go."""
    turn = await pacer.enter(1)
    pacer.leave(turn, status=status, retry_after=retry_after)
    return turn


def busiest(starts: Sequence[tuple[float, float]]) -> float:
    """Return the most that any span holds: the amounts of what began less than `SPAN` after a start."""
    return max(sum(a for t, a in starts if first <= t < first + SPAN) for first, _ in starts)


@given(st.lists(st.floats(0, 20), min_size=1, max_size=60), st.integers(1, 9))
def test_no_minute_has_more_requests_than_allowed(pauses: list[float], rpm: int) -> None:
    """Whenever requests come, no sixty seconds hold more than `rpm` beginnings."""

    async def work(clock: Clock) -> list[tuple[float, float]]:
        pacer, starts = paced(clock, rpm=rpm), []
        for pause in pauses:
            clock.now += pause
            turn = await went(pacer, 200)
            starts.append((turn.began, 1.0))
        return starts

    assert busiest(run(work)) <= rpm


@given(st.lists(st.tuples(st.floats(0, 20), st.integers(1, 100), st.integers(1, 100)), min_size=1, max_size=50))
def test_no_minute_has_more_tokens_than_allowed(requests: list[tuple[float, int, int]]) -> None:
    """Booked by expectation and corrected by what came: what a minute is known to hold stays under `tpm`."""
    tpm = 120

    async def work(clock: Clock) -> list[tuple[float, float]]:
        pacer, starts = paced(clock, tpm=tpm), []
        for pause, expected, had in requests:
            clock.now += pause
            turn = await pacer.enter(max(expected, had))  # expectations are upper ones
            pacer.leave(turn, tokens=had, status=200)
            starts.append((turn.began, float(had)))
        return starts

    assert busiest(run(work)) <= tpm


def test_a_correction_makes_room_at_once() -> None:
    """A request that had fewer tokens than expected leaves the rest of the minute to the next one."""

    async def work(clock: Clock) -> float:
        pacer = paced(clock, tpm=100)
        pacer.leave(await pacer.enter(90), tokens=10, status=200)
        return (await pacer.enter(90)).began

    assert run(work) == 0


def test_more_than_a_minutes_worth_goes_alone() -> None:
    """A question longer than the limit is not kept for ever: it goes once the minute is empty."""
    window = Window(100)
    assert window.wait(250, 0.0) == 0
    window.book(250, 0.0)
    assert window.wait(1, 1.0) == pytest.approx(SPAN - 1)
    assert window.wait(250, SPAN) == 0


def test_at_most_so_many_are_on_their_way_and_who_waits_longest_goes_first() -> None:
    """The third of two waits until one has left, and the fourth waits behind it."""

    async def work(clock: Clock) -> list[int]:
        pacer, order = paced(clock, at_once=2), []

        async def one(number: int) -> None:
            turn = await pacer.enter(1)
            order.append(number)
            await asyncio.sleep(0)
            if number > 1:
                pacer.leave(turn, status=200)

        first = [await pacer.enter(1), await pacer.enter(1)]
        waiting = [asyncio.create_task(one(n)) for n in (2, 3, 4)]
        for _ in range(10):
            await asyncio.sleep(0)
        assert order == []
        pacer.leave(first[0], status=200)
        pacer.leave(first[1], status=200)
        await asyncio.gather(*waiting)
        return order

    assert run(work) == [2, 3, 4]


def test_too_many_halves_and_success_comes_back_up() -> None:
    """429 halves what may be on its way; it rises by one for each round of successes, to what was asked for."""

    async def work(clock: Clock) -> None:
        pacer = paced(clock, at_once=8)
        await went(pacer, 429)
        assert pacer.at_once == 4
        for _ in range(5):
            await went(pacer, 200)
        assert pacer.at_once == 5
        for _ in range(100):
            await went(pacer, 200)
        assert pacer.at_once == 8

    run(work)


def test_refusals_of_one_burst_halve_once() -> None:
    """Eight requests that went out together and are all refused say one thing, not eight."""

    async def work(clock: Clock) -> None:
        pacer = paced(clock, at_once=8)
        turns = [await pacer.enter(1) for _ in range(8)]
        for turn in turns:
            pacer.leave(turn, status=429)
        assert pacer.at_once == 4

    run(work)


def test_below_one_at_a_time_requests_are_spaced_out() -> None:
    """Where even one at a time is too many, gaps grow up to a limit, and vanish when it goes well again."""

    async def work(clock: Clock) -> None:
        pacer = paced(clock, at_once=1)
        await went(pacer, 429)
        before = clock.now
        turn = await went(pacer, 429)
        assert turn.began - before >= FIRST_GAP
        for _ in range(20):
            await went(pacer, 503)
        assert pacer.gap == LONGEST_GAP
        for _ in range(12):
            await went(pacer, 200)
        assert pacer.gap == 0

    run(work)


@pytest.mark.parametrize(("asked", "waited"), [(7.0, 7.0), (86_400.0, LONGEST_PAUSE)])
def test_all_wait_when_one_is_told_to(asked: float, waited: float) -> None:
    """Retry-After holds for whoever comes next, within bounds: a day's wait is for the deadline to refuse."""

    async def work(clock: Clock) -> float:
        pacer = paced(clock, at_once=4)
        await went(pacer, 429, retry_after=asked)
        return (await pacer.enter(1)).began

    assert run(work) == pytest.approx(waited)


@pytest.mark.parametrize("status", [200, 400, 500, None])
def test_other_answers_slow_nothing_down(status: int | None) -> None:
    """Only "too many" says that it is too many."""

    async def work(clock: Clock) -> int:
        pacer = paced(clock, at_once=8)
        await went(pacer, status)
        return pacer.at_once

    assert run(work) == 8


def test_who_gives_up_while_waiting_blocks_nobody() -> None:
    """A request that is cancelled in the queue leaves its place to the next."""

    async def work(clock: Clock) -> None:
        pacer = paced(clock, at_once=1)
        first = await pacer.enter(1)
        gone, stays = (asyncio.create_task(pacer.enter(1)) for _ in range(2))
        await asyncio.sleep(0)
        gone.cancel()
        await asyncio.sleep(0)
        pacer.leave(first, status=200)
        await stays

    run(work)
