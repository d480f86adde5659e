"""Retries: transport errors only, as the server asks, within the deadline. Nothing here sleeps."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.backends.asking import Answer, AnswerError, AnswerModel, Question, TransientError
from summarizer.backends.refusals import retry_after
from summarizer.backends.retrying import LONGEST_WAIT, Patience, Retrying
from summarizer.errors import BackendError

QUESTION = Question("numbers", "system", "prefix", "ask", AnswerModel, 10, "1")
DONE = Answer("{}")


class Scripted:
    """Answers and fails as it is told; counts."""

    def __init__(self, *script: Exception | Answer) -> None:
        self.script: Sequence[Exception | Answer] = script
        self.calls = 0
        self.closed = False

    async def ask(self, question: Question) -> Answer:
        """Return or raise what comes next; the last one stays."""
        del question
        self.calls += 1
        result = self.script[min(self.calls, len(self.script)) - 1]
        if isinstance(result, Exception):
            raise result
        return result

    async def close(self) -> None:
        """Keep that it was closed."""
        self.closed = True


class Clock:
    """A clock that moves only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Move on without waiting."""
        self.slept.append(seconds)
        self.now += seconds


def retrying(
    asker: Scripted, clock: Clock, *, retries: int = 3, deadline: float = 100, chance: float = 0.0
) -> Retrying:
    """Return the wrapper with the test's clock."""
    patience = Patience(retries, deadline, sleep=clock.sleep, clock=clock, chance=lambda: chance)
    return Retrying(asker, patience)


def test_transport_errors_are_asked_again() -> None:
    """Two failures, then the answer; the waits grow."""
    asker, clock = Scripted(TransientError("a"), TransientError("b"), DONE), Clock()
    assert asyncio.run(retrying(asker, clock).ask(QUESTION)) == DONE
    assert asker.calls == 3
    assert clock.slept[0] < clock.slept[1]


@pytest.mark.parametrize("error", [AnswerError("bad"), BackendError("gone"), ValueError("bug")])
def test_other_errors_are_not(error: Exception) -> None:
    """What another try would not mend is raised at once."""
    asker, clock = Scripted(error), Clock()
    with pytest.raises(type(error)):
        asyncio.run(retrying(asker, clock).ask(QUESTION))
    assert asker.calls == 1


def test_the_last_error_itself_is_raised() -> None:
    """After all retries the server's own words arrive, not a wrapper's."""
    asker, clock = Scripted(TransientError("the server is full")), Clock()
    with pytest.raises(TransientError, match="full"):
        asyncio.run(retrying(asker, clock, retries=2).ask(QUESTION))
    assert asker.calls == 3


def test_retry_after_is_honoured() -> None:
    """The wait is at least what the server asks for, jitter on top."""
    asker, clock = Scripted(TransientError("slow", retry_after=20), DONE), Clock()
    asyncio.run(retrying(asker, clock, chance=1.0).ask(QUESTION))
    assert 20 < clock.slept[0] <= 25


def test_a_wait_beyond_the_deadline_is_not_begun() -> None:
    """Where the server asks for more time than is left, the error is raised without waiting."""
    asker, clock = Scripted(TransientError("slow", retry_after=500)), Clock()
    with pytest.raises(TransientError):
        asyncio.run(retrying(asker, clock, deadline=100).ask(QUESTION))
    assert clock.slept == []


@given(st.floats(0, 1), st.integers(1, 12))
def test_no_wait_is_longer_than_the_longest(chance: float, failures: int) -> None:
    """Growing waits stay bounded, whatever the jitter."""
    asker, clock = Scripted(*[TransientError("x")] * failures, DONE), Clock()
    asyncio.run(retrying(asker, clock, retries=12, deadline=1e9, chance=chance).ask(QUESTION))
    assert all(0 < s <= LONGEST_WAIT for s in clock.slept)


def test_closing_closes_the_wrapped_asker() -> None:
    """The wrapper hands closing on."""
    asker = Scripted(DONE)
    asyncio.run(retrying(asker, Clock()).close())
    assert asker.closed


def test_retry_after_is_read_in_all_its_forms() -> None:
    """Seconds, milliseconds and HTTP dates are understood; anything else is none."""
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    past = format_datetime(datetime.now(UTC) - timedelta(seconds=90), usegmt=True)
    assert retry_after({"retry-after": "7"}) == 7
    assert retry_after({"retry-after-ms": "1500"}) == 1.5
    assert 80 < (retry_after({"retry-after": soon}) or 0) <= 90
    assert retry_after({"retry-after": past}) == 0
    assert retry_after({"retry-after": "soon"}) is None
    assert retry_after({}) is None
