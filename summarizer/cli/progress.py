"""Says on stderr what runs where, and on a terminal shows a bar."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from summarizer.cli.outcomes import filtered, say
from summarizer.wording import counted, dollars

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from summarizer.backends import Backend, Usage
    from summarizer.models import LeftOut

_THOUSAND = 1000


class Bar:
    """Says on stderr what runs where, and on a terminal shows a bar."""

    def __init__(self, *, quiet: bool, names: Path | None = None) -> None:
        self.quiet = quiet
        self.names = names
        self.bar: Any = None

    def left_out(self, articles: Sequence[LeftOut], of: int) -> None:
        """Say how many articles the filters left out, and why; where they left none, the outcome says so."""
        if not self.quiet and len(articles) < of:
            say(f"filters: {filtered(articles, of)}")

    def started(self, backend: Backend, articles: int) -> None:
        """Say which backend drafts, and what leaves the machine, before it does."""
        self.close()
        if self.quiet:
            return
        if self.names:
            say(f"names: as {self.names} has them")
        host = getattr(backend, "endpoint_host", None)
        if host:
            say(f"backend: {backend.name}; sending {counted(articles, 'article')} to {host}, model {backend.model}")
        else:
            say(f"backend: {backend.name}; {counted(articles, 'article')}, no text leaves this machine")
        if sys.stderr.isatty() and articles > 1:
            self.bar = drawn_bar(backend.usage if host else None)
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
            self.bar = None


def drawn_bar(usage: Usage | None, console: Any = None) -> Any:
    """Return a bar of articles and time left, and of what was used where a server is asked.

    It is drawn by a thread of its own, which looks at `usage` several times a second.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TimeRemainingColumn
    from rich.text import Text

    class Used(ProgressColumn):
        """What was used so far."""

        def render(self, task: Any) -> Text:  # noqa: ARG002  what is shown belongs to no task
            """Return it in a few words."""
            return Text(used_words(usage) if usage else "")

    columns = (BarColumn(bar_width=None), MofNCompleteColumn(), *([Used()] if usage else []), TimeRemainingColumn())
    return Progress(*columns, console=console or Console(stderr=True), transient=True, expand=True)


def used_words(usage: Usage) -> str:
    """Return what was used so far: calls, answers of the cache, tokens, cost."""
    parts = [counted(usage.calls, "call")]
    if usage.cache_hits:
        parts.append(f"{usage.cache_hits:,} cached")
    parts.append(f"{_short(usage.tokens_in + usage.tokens_out)} tokens")
    if usage.spent is not None:
        parts.append(dollars(usage.spent))
    return " · ".join(parts)


def _short(number: int) -> str:
    return f"{number:,}" if number < 10 * _THOUSAND else f"{number / _THOUSAND:,.0f}k"
