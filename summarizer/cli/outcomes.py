"""What a command ends with: lines on stderr and an exit code."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import typer

from summarizer.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.explanation import Explanation
    from summarizer.models import Failure, LeftOut, LeftOutReason, Report, Run

_OUTLETS_NAMED = 8
_REASONS: Mapping[LeftOutReason, str] = {
    "before": "published before",
    "after": "published after",
    "undated": "without a date (--undated keeps such)",
    "outlet": "of another outlet",
}
DONE, SOME_FAILED, WRONG_USE, NOTHING_DONE, INTERRUPTED = 0, 1, 2, 3, 130


def outcome(report: Report | Explanation) -> int:
    """Name each failure on stderr and return the exit code."""
    name_failures(report.failures)
    if not report.articles:
        # Nothing to read is a wrong call; articles that were read but not drafted are work not done.
        if not all(f.stage == "intake" for f in report.failures):
            return NOTHING_DONE
        if told := nothing_left(report):
            say(told)
        return WRONG_USE
    return SOME_FAILED if report.failures else DONE


def name_failures(failures: Sequence[Failure]) -> None:
    """Say on stderr what could not be read or drafted, and why."""
    if failures:
        from summarizer.rendering.phrases import clean  # late; names of files can hold what drives a terminal

        for failure in failures:
            say(f"summarize: {clean(failure.path)}: {clean(failure.reason)}")


def nothing_left(report: Report | Explanation) -> str:
    """Return what to say where the filters left no article, "" where they did not."""
    run: Run | None = getattr(report, "run", None)
    if run is None or not run.left_out or run.filters is None:
        return ""
    days = sorted(a.published[:10] for a in run.left_out if a.published)
    outlets = sorted({a.outlet for a in run.left_out if a.outlet})
    more = f" and {len(outlets) - _OUTLETS_NAMED} more" if len(outlets) > _OUTLETS_NAMED else ""
    known = [
        f"they are of {days[0]} to {days[-1]}" if days and (run.filters.since or run.filters.until) else "",
        f"their outlets are {', '.join(outlets[:_OUTLETS_NAMED])}{more}" if outlets and run.filters.outlet else "",
    ]
    from summarizer.rendering.phrases import clean  # late, and for the same reason

    told = [filtered(run.left_out, len(run.left_out)), *(clean(words) for words in known if words)]
    return f"summarize: the filters leave nothing: {'; '.join(told)}: widen --since, --until or --outlet"


def filtered(left_out: Sequence[LeftOut], of: int) -> str:
    """Return how many articles the filters left out, by reason."""
    counts = Counter(a.reason for a in left_out)
    parts = [f"{counts[reason]:,} {words}" for reason, words in _REASONS.items() if counts[reason]]
    return f"{len(left_out):,} of {counted(of, 'article')} left out: {', '.join(parts)}"


def say(line: str) -> None:
    """Say a line on stderr."""
    typer.echo(line, err=True)
