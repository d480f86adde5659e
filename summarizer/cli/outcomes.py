"""What a command ends with: lines on stderr and an exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from summarizer.explanation import Explanation
    from summarizer.models import Report

DONE, SOME_FAILED, WRONG_USE, NOTHING_DONE, INTERRUPTED = 0, 1, 2, 3, 130


def outcome(report: Report | Explanation) -> int:
    """Name each failure on stderr and return the exit code."""
    if report.failures:
        from summarizer.rendering.phrases import clean  # names of files can hold what drives a terminal

        for failure in report.failures:
            say(f"summarize: {clean(failure.path)}: {clean(failure.reason)}")
    if not report.articles:
        # Nothing to read is a wrong call; articles that were read but not drafted are work not done.
        return WRONG_USE if all(f.stage == "intake" for f in report.failures) else NOTHING_DONE
    return SOME_FAILED if report.failures else DONE


def say(line: str) -> None:
    """Say a line on stderr."""
    typer.echo(line, err=True)
