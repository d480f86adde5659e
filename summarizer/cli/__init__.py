"""The command line: options to settings, to the pipeline, to a renderer; and exit codes. Nothing else knows typer."""

from __future__ import annotations

import gc
import os

from summarizer.cli import briefing, caches, contract, showing
from summarizer.cli.app import app

__all__ = ["app", "main"]

# Each module here declares its verbs on `app` when it is imported; the order is that of the help.
VERBS = (briefing, showing, contract, caches)


def main() -> None:
    """Run the command line."""
    # What is imported lives as long as the process: collecting it again and again would be a tenth of a short run.
    gc.disable()
    # Looking for plug-ins of pydantic reads the metadata of every installed package; nothing here has any.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    app(prog_name="summarize")
