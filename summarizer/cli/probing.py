"""The command that finds out what a server can do."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.app import app
from summarizer.cli.groups import ErrorsInWords
from summarizer.cli.options import usable, with_settings
from summarizer.cli.outcomes import DONE, NOTHING_DONE
from summarizer.cli.output import layout
from summarizer.formats import Formats
from summarizer.settings import Resolved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.backends.base import Usage
    from summarizer.backends.probing import Probe

_FORMATS = Formats(("terminal", "json"))


@app.command("probe", cls=ErrorsInWords)
@with_settings("model", "base_url", "schema")
def probe_command(
    found: Resolved,
    format: Annotated[str | None, typer.Option(help="terminal or json.", metavar="FORMAT")] = None,
) -> None:
    """Find out what a model's server can do, by a few tiny questions; no article is sent."""
    import asyncio

    from summarizer.backends.probing import as_json, probe_server

    chosen = _FORMATS.chosen(format, None, shown="terminal")
    result, usage = asyncio.run(probe_server(usable(found)))
    if chosen == "json":
        typer.echo(json.dumps(as_json(result, usage), indent=2, ensure_ascii=False))
    else:
        _show(result, usage)
    raise typer.Exit(DONE if result.mode else NOTHING_DONE)


def _show(result: Probe, usage: Usage) -> None:
    """Write the table to stdout."""
    import sys

    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    how = layout(None)
    table = Table(
        title=f"{result.model} at {result.server}",
        title_justify="left",
        show_header=False,
        box=box.ROUNDED if how["unicode"] else box.ASCII,
    )
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name, told in _rows(result, usage):
        table.add_row(name, Text(told))  # what a server says may hold what rich would take for its markup
    Console(file=sys.stdout, width=how["width"], no_color=not how["color"], highlight=False).print(table)


def _rows(result: Probe, usage: Usage) -> Iterator[tuple[str, str]]:
    from summarizer.rendering.phrases import clean

    if len(result.models) > 1:
        yield "models", clean(", ".join(result.models))
    yield "context", f"{result.context:,} tokens, says {result.context_source}" if result.context else _NO_CONTEXT
    if result.parameters:
        yield "size", f"{result.parameters / 1e9:.3g} billion parameters"
    for mode in result.modes:
        chosen = " (runs will use it)" if mode.mode == result.mode else ""
        yield mode.mode, f"works{chosen}" if mode.works else f"does not work: {clean(mode.reason)}"
    if result.enforced is not None:
        yield "schema", "enforced by the server" if result.enforced else "not enforced: answers are checked by us alone"
    if result.refused:
        yield "left out", f"{', '.join(result.refused)}: refused by the server"
    if result.thinks:
        yield "thinks", "yes: answers get room for thoughts"
    yield "reading", _speed(result.reading)
    yield "writing", _speed(result.writing)
    yield "prompt cache", _cache(result)
    if result.figures is not None:
        yield "figures", _figures(result.figures)
    yield "this probe", f"{usage.calls} calls, {usage.tokens_in:,} tokens in, {usage.tokens_out:,} out; no article sent"


_NO_CONTEXT = "not told: set --context where articles are long"


def _speed(rate: float | None) -> str:
    return f"about {rate:,.0f} tokens a second" if rate else "not known: the server counts no tokens"


def _figures(fields: frozenset[str]) -> str:
    from summarizer.backends.planning import FIELDS

    wrong = ", ".join(name.replace("_", " ") for name in FIELDS if name not in fields)
    return (
        f"tried on a small text: not asked about {wrong}" if wrong else "tried on a small text: asked about all fields"
    )


def _cache(result: Probe) -> str:
    if result.prompt_cache is None:
        return "not known"
    if not result.prompt_cache:
        return "none seen: each question on an article reads all of it again"
    return f"seen: {result.cached} tokens kept" if result.cached else "seen: a repeated prompt is read faster"
