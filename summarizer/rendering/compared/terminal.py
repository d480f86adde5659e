"""A comparison for a terminal: short lines that wrap, each change with the words that bear it under it."""

from __future__ import annotations

from summarizer.comparison import Comparison
from summarizer.rendering.compared.view import Part, build_view
from summarizer.rendering.paper import Paper
from summarizer.rendering.phrases import mark
from summarizer.rendering.view import Item

NARROWEST = 60
LONGEST_QUOTE = 200
"""Characters of a quote: enough to know the place by. Markdown and JSON have it whole."""
_LEADS = {"New": "bold green", "Gone": "bold red", "Changed": "bold yellow"}


def comparison_terminal(comparison: Comparison, *, width: int, color: bool, unicode: bool) -> str:
    """Return a comparison for a terminal of `width` columns."""
    view = build_view(comparison)
    paper = Paper(width=max(width, NARROWEST), color=color, unicode=unicode)
    paper.say(view.title, "bold")
    paper.say(view.facts, "dim")
    if view.short:
        paper.blank()
    for lead, told in view.short:
        paper.put(paper.line((f"{lead}: ", _LEADS.get(lead, "bold")), told), hang=2)
    for told in view.care:
        paper.say(f"Read with care: {told}", "yellow", hang=2)
    for part in view.parts:
        _part(part, paper)
    if view.sources:
        paper.heading("Sources")
        for line in view.sources:
            paper.say(line, hang=4)
    paper.blank()
    paper.say(view.run, "dim")
    return paper.text


def _part(part: Part, paper: Paper) -> None:
    paper.heading(part.title)
    for item in part.items:
        _item(item, paper, indent=0)
    if part.left_out:
        paper.say(f"and {part.left_out:,} more, all of them in the JSON", "dim", indent=2)


def _item(item: Item, paper: Paper, *, indent: int) -> None:
    lead = (f"{item.lead}: ", "bold") if item.lead else ""
    says = f" — {item.says}" if item.says else ""
    marks = f" {mark(m.number for m in item.marks)}" if item.marks else ""
    paper.put(paper.line("• ", lead, f"{item.text}{says}{marks}"), indent=indent, hang=2)
    for quote in (q.quote for m in item.marks for q in m.quotes):
        words = " ".join(quote.split())
        if words != " ".join(item.text.split()):
            cut = words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
            paper.say(f"“{cut}”", "dim italic", indent=indent + 2, hang=1)
    for side in item.items:
        _item(side, paper, indent=indent + 2)
