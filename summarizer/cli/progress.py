"""Says on stderr what runs where, and on a terminal shows a bar."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from summarizer.cli.outcomes import say

if TYPE_CHECKING:
    from summarizer.backends import Backend


class Bar:
    """Says on stderr what runs where, and on a terminal shows a bar."""

    def __init__(self, *, quiet: bool) -> None:
        self.quiet = quiet
        self.bar: Any = None

    def started(self, backend: Backend, articles: int) -> None:
        """Say which backend drafts, and what leaves the machine, before it does."""
        if self.quiet:
            return
        host = getattr(backend, "endpoint_host", None)
        if host:
            say(f"backend: {backend.name}; sending {_count(articles)} to {host}, model {backend.model}")
        else:
            say(f"backend: {backend.name}; {_count(articles)}, no text leaves this machine")
        if sys.stderr.isatty() and articles > 1:
            from rich.console import Console
            from rich.progress import Progress

            self.bar = Progress(console=Console(stderr=True), transient=True)
            self.bar.start()
            self.bar.add_task("briefing", total=articles)

    def advanced(self, path: str) -> None:  # noqa: ARG002  the bar shows counts, not paths
        """Move the bar."""
        if self.bar:
            self.bar.advance(self.bar.task_ids[0])

    def close(self) -> None:
        """Take the bar away."""
        if self.bar:
            self.bar.stop()


def _count(articles: int) -> str:
    return f"{articles:,} article{'' if articles == 1 else 's'}"
