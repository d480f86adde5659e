"""Where a report goes and in which format: stdout or a file, whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from summarizer.cli.outcomes import say
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.models import Report

DEFAULT_WIDTH = 80


def chosen_format(wanted: str | None, out: Path | None) -> str:
    """Return the format: as asked, by the suffix of --out, else terminal on a terminal and Markdown in a pipe."""
    from summarizer.rendering import FORMATS, format_for_path

    if wanted is not None:
        if wanted not in FORMATS:
            raise UsageError(f"no format {wanted!r}: it is one of {', '.join(FORMATS)}")
        return wanted
    if out is not None:
        found = format_for_path(out)
        if found is None:
            raise UsageError(f"the suffix of {out} tells no format: add --format with one of {', '.join(FORMATS)}")
        return found
    return "terminal" if sys.stdout.isatty() else "md"


def write_report(report: Report, format: str, out: Path | None, *, quiet: bool, reasons: bool = False) -> None:
    """Render a report and put it where it belongs."""
    from summarizer.rendering import render

    put(render(report, format=format, reasons=reasons, **layout(out)), out, quiet=quiet)


class Layout(TypedDict):
    """How wide, and with what signs, a report is drawn."""

    width: int
    color: bool
    unicode: bool


def layout(out: Path | None, *, color: bool | None = None) -> Layout:
    """Return the layout for what is written to: stdout, or the file `out`; `color` is what a flag says of it."""
    on_terminal = out is None and sys.stdout.isatty()
    return {
        "width": _width() if on_terminal else DEFAULT_WIDTH,
        "color": color if color is not None else on_terminal and "NO_COLOR" not in os.environ,
        "unicode": out is not None or (sys.stdout.encoding or "").lower().startswith("utf"),
    }


def put(text: str, out: Path | None, *, quiet: bool) -> None:
    """Write to stdout, or to the file `out` and say so on stderr."""
    if out is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    _replace(out, text)
    if not quiet:
        say(f"wrote {out}")


def _width() -> int:
    import shutil

    return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns


def _replace(out: Path, text: str) -> None:
    """Write a file whole or not at all: a report that was there stays until the new one is complete."""
    partial = out.with_name(out.name + ".partial")
    try:
        partial.write_text(text, "utf-8", newline="\n")
        partial.replace(out)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise UsageError(f"{out} cannot be written: {error.strerror}; choose another --out") from error
