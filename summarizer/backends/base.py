"""What a backend is: it reads a marked article and says, by tags, what belongs into the brief."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from summarizer.errors import BackendError
from summarizer.models import Draft, MarkedArticle, MergedBrief, Narrative

Cost = Callable[[int, int, int], float]
"""Tokens read, tokens written, and how many of those read came from the server's own prompt cache, to US dollars."""


@dataclass(slots=True)
class Usage:
    """What has been used so far. `saved_in` and `saved_out` are tokens that cache hits did not have to pay for.

    `tokens_cached` is how many of `tokens_in` the server says it took from a prompt cache of its own. `uncounted` is
    how many calls the server gave no count of tokens for: theirs are estimates. `cost` says what tokens cost, None
    where that is not known, and `prices` by which list. `articles` has the same by article, for what was asked about
    one.
    """

    calls: int = 0
    cache_hits: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    saved_in: int = 0
    saved_out: int = 0
    uncounted: int = 0
    cost: Cost | None = field(default=None, repr=False, compare=False)
    prices: str | None = None
    articles: dict[str, Usage] = field(default_factory=dict, repr=False)

    @property
    def spent(self) -> float | None:
        """What it cost in US dollars, None where no price is known."""
        return self.cost(self.tokens_in, self.tokens_out, self.tokens_cached) if self.cost else None

    @property
    def saved(self) -> float | None:
        """What cache hits would have cost in US dollars, None where no price is known."""
        return self.cost(self.saved_in, self.saved_out, 0) if self.cost else None

    def of(self, article: str) -> Usage:
        """Return what one article has used, by its id."""
        return self.articles.setdefault(article, Usage(cost=self.cost))

    def called(self, article: str, tokens_in: int, tokens_out: int, *, cached: int = 0, counted: bool = True) -> None:
        """Take in an answered call, about an article or (where the id is empty) about none."""
        for usage in (self, self.of(article)) if article else (self,):
            usage.calls += 1
            usage.tokens_in += tokens_in
            usage.tokens_out += tokens_out
            usage.tokens_cached += cached
            usage.uncounted += not counted

    def spared(self, article: str, tokens_in: int, tokens_out: int) -> None:
        """Take in a call that a kept answer made needless."""
        for usage in (self, self.of(article)) if article else (self,):
            usage.cache_hits += 1
            usage.saved_in += tokens_in
            usage.saved_out += tokens_out


class ModelChangedError(BackendError):
    """The server has another model than the one that it had last time, whose kept answers have been used so far."""

    def __init__(self, model: str, before: str) -> None:
        """Keep which model it is now."""
        super().__init__(f"the server's model is {model} now, and was {before}: name one with --model")
        self.model = model


class Backend(Protocol):
    """Drafts one article at a time and, if it can, writes the merged summary."""

    name: str
    model: str | None
    usage: Usage

    async def draft(self, marked: MarkedArticle) -> Draft:
        """Return what belongs into the brief of one article.

        Raises:
            DraftError: this article cannot be drafted; the others can.
            BackendError: no article can be: no server, wrong key, no such model.
        """
        ...

    async def narrate(self, merged: MergedBrief) -> Narrative | None:
        """Return a merged summary, or None where the backend leaves it to the merging's own templates."""
        ...

    async def close(self) -> None:
        """Release connections. Calling it twice is harmless."""
        ...
