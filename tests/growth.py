"""Measures how work grows with its text. Times are CPU seconds, and what counts is how one size stands to its double.

So neither a slow nor a busy machine matters.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise

MOST_GROWTH = 2.9  # from one size to the double: 2 is linear, 4 the square
NOTHING = 0.03  # seconds below which nothing is worth a look
LEAST = 0.002  # seconds below which nothing is told apart
LIMIT = 4.0  # seconds that a call may take
TRIES = 3  # the least of them counts: whatever else a machine does can only add

Work = Callable[[int], Callable[[], object]]
"""What makes the work for a text of so many characters."""


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds that a call takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


class HangError(Exception):
    """A call took more than its limit."""


@contextmanager
def limited(most: float) -> Iterator[None]:
    """End a call that takes more than `most` CPU seconds, where the system can."""
    if not hasattr(signal, "setitimer"):  # Windows: the limit of whoever waits for this process must do
        yield
        return
    signal.signal(signal.SIGVTALRM, _end)
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _end(*_: object) -> None:
    raise HangError


def too_fast(work: Work, size: int, *, limit: float = LIMIT) -> str | None:
    """Return the seconds for `size`, its half and its quarter where each is too long for the one below, else None."""
    try:
        with limited(limit):
            whole = seconds(work(size))
        if whole < NOTHING:
            return None
        times = []
        for part in (size // 4, size // 2, size):
            with limited(TRIES * limit):
                times.append(min(seconds(work(part)) for _ in range(TRIES)))
    except HangError:
        return f"more than {limit} s for {size:,} characters"
    if all(after > MOST_GROWTH * max(before, LEAST) for before, after in pairwise(times)):
        return ", ".join(f"{taken:.3f} s" for taken in times) + f" for up to {size:,} characters"
    return None
