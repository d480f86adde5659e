"""A comparison as text: what is new since the last run, short first, the details with their quotes under it."""

from __future__ import annotations

from pathlib import PurePath

from summarizer.comparison import Comparison
from summarizer.errors import UsageError
from summarizer.report_files import to_json

__all__ = ["COMPARISON_FORMATS", "comparison_format", "render_comparison"]

COMPARISON_FORMATS = ("terminal", "md", "json")
_SUFFIXES = {".md": "md", ".markdown": "md", ".json": "json", ".txt": "terminal"}


def comparison_format(wanted: str | None, out: PurePath | None, *, terminal: bool) -> str:
    """Return the format: as `wanted`, by the suffix of the file `out`, else Markdown where stdout is no `terminal`.

    Raises:
        UsageError: there is no such format, or the suffix asks for none.
    """
    if wanted is not None:
        if wanted not in COMPARISON_FORMATS:
            raise UsageError(f"no format {wanted!r} of a comparison: it is one of {', '.join(COMPARISON_FORMATS)}")
        return wanted
    if out is None:
        return "terminal" if terminal else "md"
    found = _SUFFIXES.get(out.suffix.lower())
    if found is None:
        known = ", ".join(COMPARISON_FORMATS)
        raise UsageError(f"the suffix of {out} tells no format of a comparison: add --format with one of {known}")
    return found


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
