"""The main command: brief articles."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli.app import app
from summarizer.cli.groups import MAIN, ErrorsInWords
from summarizer.cli.options import AllowPrivate, Columns, ConfigFile, Domain, Format
from summarizer.cli.outcomes import outcome
from summarizer.cli.output import chosen_format, write_report
from summarizer.cli.progress import Bar

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from summarizer.models import Report


@app.command(MAIN, hidden=True, cls=ErrorsInWords)
def run_command(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, patterns, web addresses; - is stdin.")
    ],
    brief: Annotated[bool, typer.Option("--brief", help="Merge all articles into one brief.")] = False,
    format: Format = None,
    out: Annotated[Path | None, typer.Option(help="Write the report here; the suffix tells the format.")] = None,
    backend: Annotated[str | None, typer.Option(help="auto, offline or openai.", metavar="NAME")] = None,
    model: Annotated[str | None, typer.Option(help="The model to ask.")] = None,
    base_url: Annotated[str | None, typer.Option(help="An OpenAI-compatible endpoint.", metavar="URL")] = None,
    schema: Domain = None,
    columns: Columns = None,
    allow_private: AllowPrivate = False,
    jobs: Annotated[int | None, typer.Option(help="Articles drafted at a time.", metavar="N")] = None,
    refresh: Annotated[bool, typer.Option("--refresh", help="Ask again, whatever the cache holds.")] = False,
    config: ConfigFile = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on stderr but errors.")] = False,
) -> None:
    """Brief articles."""
    from summarizer.pipeline import run
    from summarizer.settings import load_settings

    gc.freeze()
    gc.enable()
    chosen = chosen_format(format, out)
    flags = {
        "backend": backend,
        "model": model,
        "base_url": base_url,
        "schema": schema,
        "columns": columns,
        "allow_private": allow_private or None,
        "jobs": jobs,
        "refresh": refresh or None,
    }
    settings = load_settings(flags, config=config)
    progress = Bar(quiet=quiet)
    try:
        report = _finished(run(paths, settings, brief=brief, progress=progress))
    finally:
        progress.close()
    if report.articles:
        write_report(report, chosen, out, quiet=quiet)
    raise typer.Exit(outcome(report))


def _finished(work: Coroutine[Any, Any, Report]) -> Report:
    """Run the pipeline to its end.

    The report is carried past asyncio, which would otherwise spell it out whole when it puts its signal handler away.
    """
    import asyncio

    reports: list[Report] = []

    async def keep() -> None:
        reports.append(await work)

    asyncio.run(keep())
    return reports[0]
