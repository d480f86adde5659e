"""All that the templates are given: the view of a report, its links, charts, tables and texts; the page's policy."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from summarizer.models import Report, Run
from summarizer.rendering.build import build
from summarizer.rendering.html.anchors import Anchors, Ref, language_tag
from summarizer.rendering.html.charts import charts, mark_title
from summarizer.rendering.html.drawing import draw
from summarizer.rendering.html.names import choices, name_rows
from summarizer.rendering.html.plot import Chart, Point
from summarizer.rendering.html.safe import FOLDER, web_address
from summarizer.rendering.html.texts import Kinds, reading
from summarizer.rendering.names import NAMES_IN_SHORT
from summarizer.rendering.phrases import NOT_GIVEN, NOT_SAID, STATUS_SIGNS, STATUS_WORDS, cost_words, duration
from summarizer.rendering.rows import row_words
from summarizer.rendering.sources import Index
from summarizer.rendering.view import ReportView, Row, Section
from summarizer.wording import UNDATED

if TYPE_CHECKING:
    from markupsafe import Markup

LONG = 60
"""Rows that a table may have before it is cut."""
FEW = 40
"""Those of a longer one that are shown until the reader asks for all or looks for some."""

MAIN = "main"
"""The part of the page that all that leads nowhere else leads to."""


class Drawn(NamedTuple):
    """A chart with its picture."""

    chart: Chart
    picture: Markup


def page(report: Report) -> dict[str, Any]:
    """Return the variables of `report.html`."""
    from markupsafe import Markup

    view = build(report, whole=True)
    briefs = Index(report).briefs
    anchors = Anchors(view, briefs)
    kinds = Kinds(_kinds(view, anchors))
    style, script = (_asset(name) for name in ("report.css", "report.js"))
    return {
        "view": view,
        "run": run_terms(report.run),
        "links": anchors.refs,
        "cited": anchors.cited,
        "language": anchors.language,
        "language_tag": language_tag,
        "charts": lambda section: _drawn(section, anchors),
        "size": _size,
        "standings": _standings,
        "choices": choices,
        "not_said": NOT_SAID,
        "not_given": NOT_GIVEN,
        "undated": UNDATED,
        "name_rows": lambda section: name_rows(section, anchors),
        "readings": (reading(s, b, anchors, kinds) for s, b in zip(view.sources, briefs, strict=True)),
        "few": FEW,
        "long": LONG,
        "signs": STATUS_SIGNS,
        "standing_words": STATUS_WORDS,
        "row_words": row_words,
        "names_in_short": NAMES_IN_SHORT,
        "mention": anchors.mention,
        "web_address": web_address,
        "style": Markup(style),
        "script": Markup(script),
        "policy": _policy(style, script),
    }


def _kinds(view: ReportView, anchors: Anchors) -> Iterator[str]:
    """Yield the kinds of actor as the articles name them."""
    for source in view.sources:
        yield from (n.kind for n in anchors.named(source.number) if n.kind is not None)


def _drawn(section: Section, anchors: Anchors) -> tuple[Drawn, ...]:
    def ref(row: Row) -> Ref | None:
        return next(anchors.refs(row.marks), None)

    def link(point: Point) -> str:
        found = ref(point.row)
        return f"#{found.id if found else MAIN}"

    def title(point: Point) -> str:
        found = ref(point.row)
        return mark_title(point.row, f"[{found.label}]" if found else "")

    return tuple(Drawn(c, draw(c, link=link, title=title)) for c in charts(section))


def run_terms(run: Run) -> tuple[tuple[str, str], ...]:
    """Return how the report was made, as pairs of what and how much."""
    asked = bool(run.calls or run.cache_hits)
    cost = cost_words(run).removeprefix("cost ") or ("not known" if asked else "none")
    return (
        ("Backend", run.backend),
        ("Model", run.model or "none, rules only"),
        ("Made", duration(run)),
        ("Calls", f"{run.calls:,}, and {run.cache_hits:,} answered by the cache" if asked else "none"),
        ("Tokens", f"{run.tokens_in:,} in, {run.tokens_out:,} out" if run.tokens_in or run.tokens_out else "none"),
        ("Cost", cost),
        ("Version", run.version),
    )


def _size(section: Section) -> int:
    """Return how many figures, names or statements a section holds."""
    figures = sum(len(g.rows) for g in section.figures)
    return figures + sum(len(g.names) + g.left_out for g in section.names) + len(section.items) + section.left_out


def _standings(section: Section) -> tuple[str, ...]:
    found = {row.status for group in section.figures for row in group.rows}
    return tuple(status for status in STATUS_WORDS if status in found)


def _asset(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """Return the page's Content-Security-Policy: its own style sheet and script by their hashes, and nothing else."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
