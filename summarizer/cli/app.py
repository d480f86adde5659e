"""The command line as a whole: what it is called and what belongs to no verb."""

from __future__ import annotations

from typing import Annotated

import typer

from summarizer.cli.groups import PathsFirst

app = typer.Typer(
    cls=PathsFirst,
    help="Brief a folder of articles: who, where, how strong, how, and what next. Every line is traceable.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from summarizer.version import VERSION

        typer.echo(f"summarize {VERSION}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _group(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Take options that belong to no verb."""
