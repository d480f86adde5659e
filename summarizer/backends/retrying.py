"""Asks again when the transport fails, and only then.

What counts as such is `TransientError`: 429, 5xx, timeouts, resets. A server's Retry-After is honoured; else the wait
doubles with jitter. A deadline bounds it all: where the server asks to wait beyond it, waiting would be in vain and the
error is raised at once, and an attempt that would last beyond it is broken off. Waiting for one's own turn (pacing.py)
does not count: a deadline is about the server's patience, not about how many questions stand before this one.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from summarizer.backends.asking import Answer, Asker, Question, TransientError

if TYPE_CHECKING:
    from tenacity import RetryCallState

# A first wait long enough for a rate limit of requests per second, and a longest one that a person still sits through.
FIRST_WAIT = 0.5
LONGEST_WAIT = 60.0
# Spread on top of what the server asked for, so that many waiting askers do not come back in the same instant.
JITTER_AFTER = 0.25

Got = TypeVar("Got")


class Allowance:
    """How long a question may still take, and which attempt at it this is."""

    def __init__(self, deadline: float, clock: Callable[[], float]) -> None:
        """Let it take `deadline` seconds from now on."""
        self.attempt = 0
        self._clock = clock
        self._until = clock() + deadline

    @property
    def left(self) -> float:
        """The seconds that are left."""
        return self._until - self._clock()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Let what happens inside take no time."""
        began = self._clock()
        try:
            yield
        finally:
            self._until += self._clock() - began


# What is asked in between is not ours to change, so what it may take is carried beside it.
_ALLOWANCE: ContextVar[Allowance | None] = ContextVar("allowance", default=None)


def allowance() -> Allowance:
    """Return what the question at hand may still take; without end where nobody bounds it."""
    return _ALLOWANCE.get() or Allowance(float("inf"), time.monotonic)


@dataclass(frozen=True)
class Patience:
    """How often and how long something is tried again after transport errors.

    `retries` is how many times after the first, `deadline` how many seconds in all. `sleep`, `clock` and `chance`
    (0 to 1) are replaced in tests.
    """

    retries: int
    deadline: float
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    clock: Callable[[], float] = time.monotonic
    chance: Callable[[], float] = random.random

    async def retry(self, call: Callable[[], Awaitable[Got]]) -> Got:
        """Return what a call returns.

        Raises:
            TransientError: the last one, when retries or deadline are used up.
        """
        from tenacity import AsyncRetrying, retry_if_exception_type  # late: runs without a server never need it

        may_take = Allowance(self.deadline, self.clock)

        def spent(state: RetryCallState) -> bool:
            return state.attempt_number > self.retries or _least_wait(state) >= may_take.left

        async def attempt() -> Got:
            may_take.attempt += 1
            return await call()

        attempts = AsyncRetrying(
            retry=retry_if_exception_type(TransientError),
            stop=spent,
            wait=lambda state: min(self._wait(state), may_take.left),
            sleep=self.sleep,
            reraise=True,
        )
        before = _ALLOWANCE.set(may_take)
        try:
            got: Got = await attempts(attempt)
        finally:
            _ALLOWANCE.reset(before)
        return got

    def _wait(self, state: RetryCallState) -> float:
        spread = JITTER_AFTER if _asked_for(state) else 1.0
        return _least_wait(state) * (1 + spread * self.chance())


class Retrying:
    """An asker that asks another one again after transport errors."""

    def __init__(self, asker: Asker, patience: Patience) -> None:
        """Wrap `asker`."""
        self._asker = asker
        self._patience = patience

    async def ask(self, question: Question) -> Answer:
        """Return the answer of the wrapped asker.

        Raises:
            TransientError: the last one, when retries or deadline are used up.
        """
        return await self._patience.retry(lambda: self._asker.ask(question))

    async def close(self) -> None:
        """Close the wrapped asker."""
        await self._asker.close()


def _least_wait(state: RetryCallState) -> float:
    """Return the wait without jitter: what the server asks for, else half of one that doubles each time."""
    growing = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** (state.attempt_number - 1))
    return _asked_for(state) or growing / 2


def _asked_for(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    return (error.retry_after or 0.0) if isinstance(error, TransientError) else 0.0
