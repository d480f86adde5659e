"""Work that takes time, one piece after the other, with the event loop free in between.

Thirty-two articles that are begun at once would otherwise be read one after the other before the loop looks for the
first answer. What takes long goes into a thread, where the loop can go on beside it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
# Characters of an article that is read in about a fifth of a second: what an answer may wait unseen. Shorter ones are
# not worth a thread, which would fight the loop for the interpreter at every answer.
LONG = 100_000


class Turns:
    """One piece of work at a time."""

    def __init__(self) -> None:
        """Let the first in."""
        self._free = asyncio.Lock()

    async def do(self, work: Callable[[], T], *, size: int = 0) -> T:
        """Return what `work` returns, when it is its turn; `size` is how many characters it reads."""
        async with self._free:
            if size > LONG:
                return await asyncio.to_thread(work)
            await asyncio.sleep(0)  # the loop looks for answers
            return work()
