"""The commands that show: a saved report in another format, an article with all that the rules read in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli.app import app
from summarizer.cli.groups import ErrorsInWords
from summarizer.cli.options import AllowPrivate, Columns, ConfigFile, Domain, Format
from summarizer.cli.outcomes import outcome
from summarizer.cli.output import chosen_format, layout, put, write_report


@app.command("render", cls=ErrorsInWords)
def render_command(
    report: Annotated[Path, typer.Argument(metavar="REPORT.json", help="A report written with --format json.")],
    format: Format = None,
    out: Annotated[Path | None, typer.Option(help="Write here; the suffix tells the format.")] = None,
    reasons: Annotated[bool, typer.Option("--reasons", help="Tell in the notes why names were joined.")] = False,
) -> None:
    """Show a saved report in another format, without another run."""
    from summarizer.rendering.json_ import load_report

    write_report(load_report(report), chosen_format(format, out), out, quiet=True, reasons=reasons)


@app.command("explain", cls=ErrorsInWords)
def explain_command(
    paths: Annotated[list[str], typer.Argument(metavar="ARTICLE", help="Articles, or folders of them, in turn.")],
    format: Annotated[str | None, typer.Option(help="terminal or json.", metavar="FORMAT")] = None,
    out: Annotated[Path | None, typer.Option(help="Write here; the suffix (.txt, .json) tells the format.")] = None,
    schema: Domain = None,
    columns: Columns = None,
    allow_private: AllowPrivate = False,
    config: ConfigFile = None,
    color: Annotated[
        bool | None, typer.Option("--color/--no-color", help="Colours, or none, whatever is written to.")
    ] = None,
) -> None:
    """Show an article with all that the rules read in it, and which rule decided what."""
    from summarizer.pipeline import explain
    from summarizer.rendering.explained import explanation_format, render_explanation
    from summarizer.settings import load_settings

    chosen = explanation_format(format, out)
    flags = {"schema": schema, "columns": columns, "allow_private": allow_private or None}
    explanation = explain(paths, load_settings(flags, config=config))
    if explanation.articles:
        text = render_explanation(explanation, format=chosen, **layout(out, color=color))
        put(text, out, quiet=True)
    raise typer.Exit(outcome(explanation))
