"""A comparison as text: what is new since the last run, short first, the details with their quotes under it."""

from __future__ import annotations

from pathlib import PurePath

from summarizer.comparison import Comparison
from summarizer.errors import UsageError
from summarizer.formats import Formats
from summarizer.report_files import to_json

__all__ = ["COMPARISON_FORMATS", "comparison_format", "render_comparison"]

COMPARISON_FORMATS = ("terminal", "md", "json")
_FORMATS = Formats(
    COMPARISON_FORMATS,
    {".md": "md", ".markdown": "md", ".json": "json", ".txt": "terminal"},
    of="of a comparison",
)


def comparison_format(wanted: str | None, out: PurePath | None, *, terminal: bool) -> str:
    """Return the format: as `wanted`, by the suffix of the file `out`, else Markdown where stdout is no `terminal`.

    Raises:
        UsageError: there is no such format, or the suffix asks for none.
    """
    return _FORMATS.chosen(wanted, out, shown="terminal" if terminal else "md")


def render_comparison(
    comparison: Comparison, *, format: str, width: int = 80, color: bool = False, unicode: bool = True
) -> str:
    """Return a comparison as text in one of `COMPARISON_FORMATS`; arguments as for `rendering.render`.

    Raises:
        UsageError: there is no such format.
    """
    if format == "json":
        return to_json(comparison)
    if format == "md":
        from summarizer.rendering.compared.markdown import comparison_markdown

        return comparison_markdown(comparison)
    if format != "terminal":
        raise UsageError(f"no format {format!r} of a comparison: there are {', '.join(COMPARISON_FORMATS)}")
    from summarizer.rendering.compared.terminal import comparison_terminal

    return comparison_terminal(comparison, width=width, color=color, unicode=unicode)
