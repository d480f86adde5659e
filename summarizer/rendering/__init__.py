"""Report in, text out: one renderer per format, each imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import Protocol

from summarizer.errors import UsageError
from summarizer.models import Report
from summarizer.recognized import SIGNED, signed

__all__ = ["FORMATS", "file_encoding", "file_name", "format_for_path", "render"]


class Renderer(Protocol):
    """Turns a report into text; layout options that mean nothing to a format are passed over."""

    def __call__(self, report: Report, *, width: int, color: bool, unicode: bool) -> str:
        """Return the report as text that ends with a newline."""
        ...


# Format name to module and function: a new format is a module and a line here, and a suffix below.
_RENDERERS = {
    "terminal": ("summarizer.rendering.terminal", "render_terminal"),
    "md": ("summarizer.rendering.markdown", "render_markdown"),
    "json": ("summarizer.rendering.json_", "render_json"),
    "html": ("summarizer.rendering.html", "render_html"),
    "csv": ("summarizer.rendering.csv_", "render_csv"),
    "csv-names": ("summarizer.rendering.csv_", "render_csv_names"),
}
_SUFFIXES = {
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".txt": "terminal",
    ".csv": "csv",
}
# What a format's file is called where several go into one folder; "brief" and a suffix, but for those named here.
_FILE_NAMES = {"terminal": "brief.txt", "csv": "estimates.csv", "csv-names": "names.csv"}

FORMATS: tuple[str, ...] = tuple(_RENDERERS)
"""The names of all formats."""


def render(
    report: Report,
    *,
    format: str,
    width: int = 80,
    color: bool = False,
    unicode: bool = True,
    reasons: bool = False,
) -> str:
    """Return a report as text in one of `FORMATS`.

    Args:
        report: what to show.
        format: its name.
        width: columns of the terminal.
        color: whether escape sequences may be used; only the terminal format does.
        unicode: False draws the terminal format in ASCII.
        reasons: whether the brief's notes tell why names were joined; the JSON format always has it in `reasons`.

    Raises:
        UsageError: there is no such format.
    """
    if format not in _RENDERERS:
        raise UsageError(f"no format {format!r}: there are {', '.join(FORMATS)}")
    if reasons and format != "json":
        report = import_module("summarizer.rendering.reasons").with_reasons(report)
    module, function = _RENDERERS[format]
    renderer: Renderer = getattr(import_module(module), function)
    text = renderer(report, width=width, color=color, unicode=unicode)
    return signed(text) if format in SIGNED else text


def format_for_path(path: str | PurePath) -> str | None:
    """Return the format that a file's suffix asks for (".txt" is the terminal's, to be drawn without colour)."""
    return _SUFFIXES.get(PurePath(path).suffix.lower())


def file_name(format: str) -> str:
    """Return what a format's file is called in a folder that takes several formats."""
    return _FILE_NAMES.get(format, f"brief.{format}")


def file_encoding(format: str) -> str:
    """Return how a format's text is written into a file; a pipe always gets UTF-8 without a mark.

    Excel takes CSV for the machine's old code page unless a mark at the beginning says that it is UTF-8. Spreadsheets,
    pandas and readr pass over the mark, Python's "utf-8-sig" takes it away.
    """
    return "utf-8-sig" if format.startswith("csv") else "utf-8"
