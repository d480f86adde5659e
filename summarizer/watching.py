"""Who is told how far a run is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from summarizer.backends import Backend
from summarizer.models import LeftOut


class Progress(Protocol):
    """What a caller may be told while a run goes on. Both are called from the run's own event loop."""

    def started(self, backend: Backend, articles: int) -> None:
        """Say that `articles` articles are about to be drafted by `backend`."""
        ...

    def advanced(self, path: str) -> None:
        """Say that one article is done, well or not."""
        ...


@runtime_checkable
class ToldOfFilters(Protocol):
    """What a `Progress` may have besides: it is then told what the filters left out, before anything is drafted."""

    def left_out(self, articles: Sequence[LeftOut], of: int) -> None:
        """Say that of `of` articles some are not drafted."""
        ...


class Silent:
    """Progress that nobody watches."""

    def started(self, backend: Backend, articles: int) -> None:
        """Say nothing."""

    def advanced(self, path: str) -> None:
        """Say nothing."""
