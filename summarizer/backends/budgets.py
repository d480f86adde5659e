"""Stops before more is spent than was said.

Each request takes what it could cost at most before it goes, and gives back what it did not use. So the sum never
passes the limit, however many are on their way; and where a request does not fit, it waits for those on their way to
give back before it is refused.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from summarizer.backends.pricing import Price
from summarizer.errors import DraftError
from summarizer.settings import Budget


class BudgetError(DraftError):
    """The budget does not allow another request."""


@dataclass(frozen=True, slots=True)
class Hold:
    """What a request has taken, in the budget's unit, until it says what it came to."""

    held: float


class Purse:
    """What is left of a budget. What is set aside is for the merged summary, which comes last."""

    def __init__(self, budget: Budget, price: Price | None) -> None:
        """Open a purse. A budget in dollars needs a price."""
        self.budget = budget
        self._price = price
        self._spent = 0.0
        self._held = 0.0
        self._aside = 0.0
        self._given_back = asyncio.Event()
        self._refused = False

    @property
    def spent(self) -> float:
        """What has been spent, in the budget's unit."""
        return self._spent

    def set_aside(self, tokens_in: int, tokens_out: int) -> None:
        """Keep so much for what comes last."""
        self._aside = self._worth(tokens_in, tokens_out)

    async def take(self, tokens_in: int, tokens_out: int, *, last: bool = False) -> Hold:
        """Hold what a request can cost at most; say with `settle` what it came to.

        Args:
            tokens_in: what it reads, at most.
            tokens_out: what it may write.
            last: whether it is what was set aside for.

        Raises:
            BudgetError: it would pass the limit. From then on nothing but the last is let through, so that it is the
                first articles that are whole, and not all of them half.
        """
        amount = self._worth(tokens_in, tokens_out)
        limit = self.budget.limit - (0.0 if last else self._aside)
        while last or not self._refused:
            if self._spent + self._held + amount <= limit:
                self._held += amount
                return Hold(amount)
            if not self._held:
                break
            self._given_back.clear()
            await self._given_back.wait()
        self._refused = True
        raise BudgetError(f"not drafted: the budget of {self.budget} does not allow another question")

    def settle(self, hold: Hold, tokens: tuple[int, int, int] | None) -> None:
        """Say what a request came to: tokens read, written, and how many of those read came from a prompt cache.

        None stands for an answer that was lost: it may have been paid for, so all that was held counts as spent.
        """
        self._held -= hold.held
        self._spent += hold.held if tokens is None else self._worth(*tokens)
        self._given_back.set()

    def _worth(self, tokens_in: int, tokens_out: int, tokens_cached: int = 0) -> float:
        if self.budget.unit == "tokens":
            return float(tokens_in + tokens_out)
        if self._price is None:
            raise ValueError("a budget in dollars needs a price")
        return self._price.cost(tokens_in, tokens_out, tokens_cached)
