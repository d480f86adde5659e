"""How many requests go out, and when: never more than asked for, fewer while the server says that it is too much.

Three things bound it. At most `at_once` requests are on their way. In any minute at most `rpm` begin, and those of any
minute have at most `tpm` tokens, by what they were expected to have until the server says what they had. And where the
server answers "too many" (429, or 503 and 529 where it is overloaded), the number on their way is halved, below one the
requests are spaced out, and it comes back up by one for each round that goes well: additive increase, multiplicative
decrease, as TCP does (Chiu and Jain, 1989). Requests that were on their way when it was halved say nothing new, so
their refusals do not halve it again.

Limiters that are at hand (aiolimiter) let a minute's worth through at once and then as many again within that minute,
know no correction afterwards and nothing of how many are on their way; so this is our own.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

SPAN = 60.0  # what "per minute" means, in seconds
TOO_MANY = frozenset({429, 503, 529})
# Between requests that go one by one: the first gap, and the longest.
FIRST_GAP, LONGEST_GAP = 0.25, 15.0
_SHRINK = 0.5  # of the gap, for each request that goes well
_LEAST_GAP = 0.05
# All wait with whoever was told to wait, but no longer than this: some servers name the hour a day's quota returns.
LONGEST_PAUSE = 60.0
# The shortest sleep: what is left by rounding alone would not move the clock.
_TICK = 0.001


@dataclass(slots=True)
class Entry:
    """What is booked in a window: when, and how much of what is limited."""

    at: float
    amount: float
    is_over: bool = False


class Window:
    """Holds what begins in any `SPAN` seconds under a limit. One request above the limit goes alone."""

    def __init__(self, limit: float) -> None:
        """Let `limit` through in any span."""
        self._limit = limit
        self._entries: deque[Entry] = deque()
        self._sum = 0.0

    def wait(self, amount: float, now: float) -> float:
        """Return the seconds until `amount` more fits, 0 where it does now."""
        self._forget(now)
        left = self._sum
        until = now
        for entry in self._entries:
            if left + amount <= self._limit:
                break
            left -= entry.amount
            until = entry.at + SPAN
        return max(0.0, until - now)

    def book(self, amount: float, now: float) -> Entry:
        """Take `amount` from now on."""
        entry = Entry(now, amount)
        self._entries.append(entry)
        self._sum += amount
        return entry

    def correct(self, entry: Entry, amount: float) -> None:
        """Say what an entry came to."""
        if not entry.is_over:
            self._sum += amount - entry.amount
            entry.amount = amount

    def _forget(self, now: float) -> None:
        while self._entries and self._entries[0].at + SPAN <= now:
            entry = self._entries.popleft()
            entry.is_over = True
            self._sum -= entry.amount
        if not self._entries:
            self._sum = 0.0  # what rounding left


@dataclass(slots=True)
class Turn:
    """A request's leave to go: when it was given, how many cuts there had been, and what it took from the windows."""

    began: float
    cuts: int
    request: Entry | None
    tokens: Entry | None


class Pacer:
    """Gives requests their turns, first come first served. `clock` and `sleep` are replaced in tests."""

    def __init__(
        self,
        *,
        at_once: int,
        rpm: int | None = None,
        tpm: int | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Let at most `at_once` requests be on their way, `rpm` and `tpm` tokens begin in a minute."""
        self._most = float(at_once)
        self._limit = float(at_once)
        self._requests = Window(rpm) if rpm else None
        self._tokens = Window(tpm) if tpm else None
        self._clock = clock
        self._sleep = sleep
        self._door = asyncio.Lock()  # fair: who waits longest goes first
        self._left = asyncio.Event()
        self._on_way = 0
        self._gap = 0.0
        self._last = float("-inf")
        self._paused_until = float("-inf")
        self._cuts = 0

    @property
    def bounds_tokens(self) -> bool:
        """Whether it matters how many tokens a request has."""
        return self._tokens is not None

    @property
    def at_once(self) -> int:
        """How many requests may be on their way now."""
        return max(1, int(self._limit))

    @property
    def gap(self) -> float:
        """How many seconds lie between requests that begin, at least."""
        return self._gap

    async def enter(self, tokens: int) -> Turn:
        """Wait for the turn of a request that is expected to have so many tokens; hand the turn to `leave` after it."""
        async with self._door:
            while self._on_way >= self.at_once:
                self._left.clear()
                await self._left.wait()
            while (wait := self._wait(tokens)) > 0:
                await self._sleep(max(wait, _TICK))
            now = self._clock()
            self._on_way += 1
            self._last = now
            return Turn(
                began=now,
                cuts=self._cuts,
                request=self._requests.book(1, now) if self._requests else None,
                tokens=self._tokens.book(tokens, now) if self._tokens else None,
            )

    def leave(
        self, turn: Turn, *, tokens: int | None = None, status: int | None = None, retry_after: float | None = None
    ) -> None:
        """Say how a request went.

        Args:
            turn: what `enter` gave.
            tokens: how many it had, None where that is not known and the expectation stands.
            status: the HTTP status it was answered with; None where no answer came.
            retry_after: how many seconds the server asks everybody to wait.
        """
        self._on_way -= 1
        if turn.tokens and self._tokens and tokens is not None:
            self._tokens.correct(turn.tokens, tokens)
        if status in TOO_MANY:
            self._slow_down(turn, retry_after or 0.0)
        elif status == 200:
            self._speed_up()
        self._left.set()

    def _wait(self, tokens: int) -> float:
        now = self._clock()
        waits = [self._paused_until - now, self._last + self._gap - now]
        if self._requests:
            waits.append(self._requests.wait(1, now))
        if self._tokens:
            waits.append(self._tokens.wait(tokens, now))
        return max(waits)

    def _slow_down(self, turn: Turn, retry_after: float) -> None:
        self._paused_until = max(self._paused_until, self._clock() + min(retry_after, LONGEST_PAUSE))
        if turn.cuts < self._cuts:
            return
        self._cuts += 1
        if self._limit <= 1:
            self._gap = min(LONGEST_GAP, max(FIRST_GAP, self._gap * 2))
        self._limit = max(1.0, self._limit / 2)

    def _speed_up(self) -> None:
        if self._gap:
            self._gap = self._gap * _SHRINK if self._gap * _SHRINK >= _LEAST_GAP else 0.0
        else:
            self._limit = min(self._most, self._limit + 1 / self._limit)
