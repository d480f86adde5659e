"""The command that compares two saved reports."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli.app import app
from summarizer.cli.groups import ErrorsInWords
from summarizer.cli.options import Force
from summarizer.cli.outcomes import DONE
from summarizer.cli.output import destination, layout, put

CHANGED = 1
"""The exit code of `diff --exit-code` where the reports differ, as diff(1) has it."""


@app.command("diff", cls=ErrorsInWords)
def diff_command(
    old: Annotated[Path, typer.Argument(metavar="OLD.json", help="The earlier report, written with --format json.")],
    new: Annotated[Path, typer.Argument(metavar="NEW.json", help="The later one.")],
    format: Annotated[str | None, typer.Option(help="terminal, md or json.", metavar="FORMAT")] = None,
    out: Annotated[
        str | None, typer.Option(help="Write here; the suffix (.md, .json, .txt) tells the format.", metavar="FILE")
    ] = None,
    force: Force = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="End with 1 where anything changed.")] = False,
) -> None:
    """Show what is new, gone and changed between two saved reports."""
    from summarizer.api import compare
    from summarizer.rendering.compared import comparison_format, render_comparison

    path = destination(out, force=force)
    chosen = comparison_format(format, path, terminal=sys.stdout.isatty())
    comparison = compare(old, new)
    put(render_comparison(comparison, format=chosen, **layout(path)), path, quiet=True, force=force)
    raise typer.Exit(CHANGED if exit_code and not comparison.is_empty else DONE)
