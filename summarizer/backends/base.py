"""What a backend is: it reads a marked article and says, by tags, what belongs into the brief."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from summarizer.models import Draft, MarkedArticle, MergedBrief, Narrative


@dataclass(slots=True)
class Usage:
    """What a run has used so far. `saved_in` and `saved_out` are tokens that cache hits did not have to pay for."""

    calls: int = 0
    cache_hits: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    saved_in: int = 0
    saved_out: int = 0


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
