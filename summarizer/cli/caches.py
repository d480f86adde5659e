"""The commands on the cache of model answers."""

from __future__ import annotations

from pathlib import Path

import typer

from summarizer.cli.app import app
from summarizer.cli.groups import ErrorsInWords, Verbs
from summarizer.cli.options import usable
from summarizer.settings import resolve_settings

cache_app = typer.Typer(cls=Verbs, help="Show or empty the cache of model answers.", rich_markup_mode=None)
app.add_typer(cache_app, name="cache")


@cache_app.command("info", cls=ErrorsInWords)
def cache_info_command() -> None:
    """Say where the cache is, how many answers it holds and how large it is."""
    from summarizer.backends.caching import cache_info

    found = cache_info(_cache_dir())
    typer.echo(f"{found.folder}: {found.entries:,} answers, {found.bytes / 1e6:,.1f} MB")


@cache_app.command("clear", cls=ErrorsInWords)
def cache_clear_command() -> None:
    """Delete all cached answers."""
    from summarizer.backends.caching import clear_cache

    folder = _cache_dir()
    typer.echo(f"{folder}: {clear_cache(folder):,} answers deleted")


def _cache_dir() -> Path:
    return usable(resolve_settings()).resolved_cache_dir
