"""HTML: one file that needs nothing else. The brief first, each line of it beside the words that it was taken from.

`page` says what stands in it, the templates how, `report.css` what it looks like, `report.js` what it does. Without
JavaScript and in print it holds the same: articles then follow the brief, and references lead into them.
"""

from __future__ import annotations

from summarizer.models import Report
from summarizer.rendering.html.page import page
from summarizer.rendering.html.safe import environment

__all__ = ["render_html"]


def render_html(report: Report, *, width: int, color: bool, unicode: bool) -> str:  # noqa: ARG001
    """Return a report as one HTML page; layout options change nothing."""
    return environment().get_template("report.html").render(page(report))
