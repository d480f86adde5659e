"""The main command: brief articles."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from summarizer.cli.accounts import done_line
from summarizer.cli.app import app
from summarizer.cli.groups import ErrorsInWords
from summarizer.cli.options import OTHER, Force, Formats, Out, usable, with_settings
from summarizer.cli.outcomes import outcome, say
from summarizer.cli.output import planned, write_report
from summarizer.cli.progress import Bar
from summarizer.cli.requests import forecast_outcome, tell_requests, write_forecast
from summarizer.cli.verbs import MAIN
from summarizer.settings import COST, REPORT, Resolved

if TYPE_CHECKING:
    from collections.abc import Coroutine

T = TypeVar("T")


@app.command(MAIN, hidden=True, cls=ErrorsInWords)
@with_settings()
def run_command(
    found: Resolved,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, patterns, web addresses; - is stdin.")
    ],
    brief: Annotated[
        bool, typer.Option("--brief", help="Merge all articles into one brief.", rich_help_panel=REPORT)
    ] = False,
    format: Formats = None,
    out: Out = None,
    force: Force = False,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Only estimate calls, tokens and cost; send nothing.", rich_help_panel=COST),
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say nothing on stderr but errors.", rich_help_panel=OTHER)
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say each request on stderr.", rich_help_panel=OTHER)
    ] = False,
) -> None:
    """Brief articles."""
    from summarizer.pipeline import forecast, run

    gc.freeze()
    gc.enable()
    outputs = None if dry_run else planned(format, out, force=force)
    settings = usable(found, quiet=quiet)
    if outputs is None:
        told = _finished(forecast(paths, settings, brief=brief))
        write_forecast(told, as_json=format == ["json"])
        raise typer.Exit(forecast_outcome(told))
    if verbose:
        tell_requests()
    progress = Bar(quiet=quiet, names=settings.names)
    try:
        report = _finished(run(paths, settings, brief=brief, progress=progress))
    finally:
        progress.close()
    if report.articles:
        if not quiet:
            say(done_line(report))
        write_report(report, outputs, force=force, quiet=quiet)
    raise typer.Exit(outcome(report))


def _finished(work: Coroutine[Any, Any, T]) -> T:
    """Run the pipeline to its end.

    What it returns is carried past asyncio, which would otherwise spell it out whole when it puts its signal handler
    away.
    """
    import asyncio

    reports: list[T] = []

    async def keep() -> None:
        reports.append(await work)

    asyncio.run(keep())
    return reports[0]
