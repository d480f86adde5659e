"""Asks again when the transport fails, and only then.

What counts as such is `TransientError`: 429, 5xx, timeouts, resets. A server's Retry-After is honoured; else the wait
doubles with jitter. A deadline bounds it all: where the server asks to wait beyond it, waiting would be in vain and the
error is raised at once.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from summarizer.backends.asking import Answer, Asker, Question, TransientError

if TYPE_CHECKING:
    from tenacity import RetryCallState

# A first wait long enough for a rate limit of requests per second, and a longest one that a person still sits through.
FIRST_WAIT = 0.5
LONGEST_WAIT = 60.0
# Spread on top of what the server asked for, so that many waiting askers do not come back in the same instant.
JITTER_AFTER = 0.25


class Retrying:
    """An asker that asks another one again after transport errors.

    `retries` is how many times after the first, `deadline` how many seconds in all. `sleep`, `clock` and `chance`
    (0 to 1) are replaced in tests.
    """

    def __init__(
        self,
        asker: Asker,
        *,
        retries: int,
        deadline: float,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
        chance: Callable[[], float] = random.random,
    ) -> None:
        """Wrap `asker`."""
        self._asker = asker
        self._retries = retries
        self._deadline = deadline
        self._sleep = sleep
        self._clock = clock
        self._chance = chance

    async def ask(self, question: Question) -> Answer:
        """Return the answer of the wrapped asker.

        Raises:
            TransientError: the last one, when retries or deadline are used up.
        """
        from tenacity import AsyncRetrying, retry_if_exception_type  # late: runs without a server never need it

        began = self._clock()

        def spent(state: RetryCallState) -> bool:
            left = self._deadline - (self._clock() - began)
            return state.attempt_number > self._retries or self._asked_for(state) > left

        attempts = AsyncRetrying(
            retry=retry_if_exception_type(TransientError),
            stop=spent,
            wait=self._wait,
            sleep=self._sleep,
            reraise=True,
        )
        answer: Answer = await attempts(self._asker.ask, question)
        return answer

    async def close(self) -> None:
        """Close the wrapped asker."""
        await self._asker.close()

    def _wait(self, state: RetryCallState) -> float:
        asked = self._asked_for(state)
        if asked:
            return asked * (1 + JITTER_AFTER * self._chance())
        longest = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** (state.attempt_number - 1))
        return longest * (0.5 + 0.5 * self._chance())

    @staticmethod
    def _asked_for(state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        return (error.retry_after or 0.0) if isinstance(error, TransientError) else 0.0
