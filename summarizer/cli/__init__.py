"""The command line: options to settings, to the pipeline, to a renderer; and exit codes. Nothing else knows typer."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from summarizer.cli.verbs import load

if TYPE_CHECKING:
    import typer

__all__ = ["command_line", "main"]


def main() -> None:
    """Run the command line."""
    # What is imported lives as long as the process: collecting it again and again would be a tenth of a short run.
    gc.disable()
    # Looking for plug-ins of pydantic reads the metadata of every installed package; nothing here has any.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    load(sys.argv[1:])
    from summarizer.cli.app import app

    app(prog_name="summarize")


def command_line() -> typer.Typer:
    """Return the command line with all its verbs, for those who want to know it rather than to run it."""
    from summarizer.cli.app import app

    load()
    return app
