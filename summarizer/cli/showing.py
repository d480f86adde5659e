"""The commands that show: a saved report in another format, an article with all that the rules read in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli.app import app
from summarizer.cli.groups import ErrorsInWords
from summarizer.cli.options import Force, Formats, Out, usable, with_settings
from summarizer.cli.outcomes import outcome
from summarizer.cli.output import destination, layout, planned, put, write_report
from summarizer.settings import Resolved


@app.command("render", cls=ErrorsInWords)
def render_command(
    report: Annotated[Path, typer.Argument(metavar="REPORT.json", help="A report written with --format json.")],
    format: Formats = None,
    out: Out = None,
    force: Force = False,
    reasons: Annotated[bool, typer.Option("--reasons", help="Tell in the notes why names were joined.")] = False,
) -> None:
    """Show a saved report in another format, without another run."""
    from summarizer.rendering.json_ import load_report

    outputs = planned(format, out, force=force)
    write_report(load_report(report), outputs, force=force, quiet=True, reasons=reasons)


@app.command("explain", cls=ErrorsInWords)
@with_settings("schema", "columns", "names", "allow_private")
def explain_command(
    found: Resolved,
    paths: Annotated[list[str], typer.Argument(metavar="ARTICLE", help="Articles, or folders of them, in turn.")],
    format: Annotated[str | None, typer.Option(help="terminal or json.", metavar="FORMAT")] = None,
    out: Annotated[
        str | None, typer.Option(help="Write here; the suffix (.txt, .json) tells the format.", metavar="FILE")
    ] = None,
    force: Force = False,
    color: Annotated[
        bool | None, typer.Option("--color/--no-color", help="Colours, or none, whatever is written to.")
    ] = None,
) -> None:
    """Show an article with all that the rules read in it, and which rule decided what."""
    from summarizer.pipeline import explain
    from summarizer.rendering.explained import explanation_format, render_explanation

    path = destination(out, force=force)
    chosen = explanation_format(format, path)
    explanation = explain(paths, usable(found))
    if explanation.articles:
        text = render_explanation(explanation, format=chosen, **layout(path, color=color))
        put(text, path, quiet=True, force=force)
    raise typer.Exit(outcome(explanation))
