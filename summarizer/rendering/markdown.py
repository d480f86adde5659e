"""Markdown: reads as plain text, renders on GitHub; each mark `[n]` is followed by the footnote that holds its quote.

Footnotes are numbered as they first come, which is also how renderers number them. What articles say is escaped, so
that no text of theirs becomes a link, a table border, a heading or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from summarizer.models import Evidence, Report
from summarizer.rendering.build import build
from summarizer.rendering.names import inline, listed
from summarizer.rendering.phrases import STATUS_SIGNS, STATUS_WORDS, clean, left_out
from summarizer.rendering.rows import row_words, told_once
from summarizer.rendering.view import (
    ArticleView,
    BriefView,
    FigureGroup,
    Item,
    Mark,
    NameGroup,
    ReportView,
    Row,
    Section,
    Source,
)

COLUMNS = ("who", "figure", "where", "as of", "who says", "standing")

# Numbers in brackets, as our own marks are, are left alone where nothing could make a link of them.
_SPECIAL = re.compile(r"[\\`*|~$]|\[(?![0-9][0-9, -]{0,200}\](?![(\[:]))")
_LOOSE_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?[0-9A-Za-z]{1,32};)")
_AUTOLINK = re.compile(r"(?<=[A-Za-z])://|(?<=[Ww]{3})\.")
# What GitHub makes of text after Markdown is done with it: addresses, users called, links to issues, pictures for names
# between colons. No backslash keeps it from that, an invisible joiner behind the first sign does.
_AFTERWARDS = re.compile(
    r"@(?=\w)|(?<!&amp;)#(?=[0-9])|\bGH-(?=[0-9])"
    r"|:(?=(?:[a-z_+-][a-z0-9_+-]*|100|1234|8ball|[1-3][a-z]{2}_place_medal):)",
    re.IGNORECASE,
)
_JOINER = "\u2060"
_HASH = re.compile(r"(?:^|(?<= ))#")
_OPENING = re.compile(r"^(?:[-+>]|[0-9]{1,9}(?=[.)](?:\s|$)))")
# What one of these patterns but the last begins with; most texts hold none of it.
_ANY_SIGN = re.compile(r"[\\`*|~$\[_&<:@#]|[Ww]{3}\.|[Gg][Hh]-")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def render_markdown(report: Report, *, width: int, color: bool, unicode: bool) -> str:  # noqa: ARG001
    """Return a report as Markdown; lines are never wrapped, so `width` and `color` change nothing."""
    return _Writer(build(report), linked=True).document()


def notebook_markdown(report: Report) -> str:
    """Return a report as Markdown for a notebook, where footnotes are unknown: the quotes become a numbered list."""
    return _Writer(build(report), linked=False).document()


def escape(text: str) -> str:
    """Return text that Markdown shows as it is, on one line, wherever in a line or table cell it is put."""
    text = clean(text)
    if _ANY_SIGN.search(text):
        text = _SPECIAL.sub(lambda m: "\\" + m.group(), text)
        text = _LOOSE_UNDERSCORE.sub(r"\\_", text)
        text = _ENTITY.sub("&amp;", text).replace("<", "&lt;")
        text = _AUTOLINK.sub(lambda m: "\\" + m.group(), text)
        text = _AFTERWARDS.sub(lambda m: m.group() + _JOINER, text)
        text = _HASH.sub(r"\\#", text)
    return _OPENING.sub(lambda m: m.group() + "\\" if m.group()[0].isdigit() else "\\" + m.group(), text)


class _Writer:
    """Writes one report; keeps the quotes in the order in which the text first refers to them."""

    def __init__(self, view: ReportView, *, linked: bool) -> None:
        self._view = view
        self._linked = linked
        self._quotes: dict[Evidence, int] = {}
        self._numbers: dict[Evidence, int] = {}

    def document(self) -> str:
        view = self._view
        blocks = [f"# {escape(view.subject)}", " · ".join(map(escape, view.facts))]
        if view.brief:
            blocks += self._brief(view.brief)
        if view.brief and view.articles:
            blocks.append("## Article by article")
        for article in view.articles:
            blocks += self._article(article, short=view.brief is not None)
        if view.sources:
            blocks += ["## Sources", "\n".join(map(_source_line, view.sources))]
        if view.failures:
            failed = (f"- {escape(f.path)}: {escape(f.reason)} ({escape(f.stage)})" for f in view.failures)
            blocks += ["## Not read", "\n".join(failed)]
        blocks += ["---", escape(view.run)]
        blocks += self._footnotes()
        return "\n\n".join(b for b in blocks if b) + "\n"

    # ------------------------------------------------------------------------------------------------ the two briefs

    def _brief(self, brief: BriefView) -> Iterable[str]:
        yield self._paragraph("In short", brief.summary)
        for section in brief.sections:
            yield f"## {escape(section.title)}"
            for group in section.figures:
                yield from self._table(group)
            if section.names:
                yield _name_lines(section.names)
            yield self._bullets(section.items)
            yield f"*{left_out(section.left_out)}*" if section.left_out else ""

    def _article(self, article: ArticleView, *, short: bool) -> Iterable[str]:
        source = article.source
        yield f"### [{source.number}] {escape(source.title)}"
        yield " · ".join(map(escape, source.facts))
        yield self._paragraph("In short", article.summary, inside=True)
        for section in article.sections:
            title = f"**{escape(section.title)}**"
            if section.names:
                yield f"{title}: {escape(inline(section.names, short=short))}"
            elif section.figures or section.items:
                yield f"{title}\n\n{self._figure_bullets(section)}{self._bullets(section.items, inside=True)}"

    def _paragraph(self, lead: str, items: Sequence[Item], *, inside: bool = False) -> str:
        if not items:
            return ""
        return f"**{lead}.** " + " ".join(self._item(i, inside=inside) for i in items)

    # ------------------------------------------------------------------------------------------------------- figures

    def _table(self, group: FigureGroup) -> Iterable[str]:
        yield f"### {escape(group.title)}"
        head = [_cells(COLUMNS), _cells(["---"] * len(COLUMNS))]
        yield "\n".join(head + [self._row(row) for row in told_once(group.rows)])
        yield self._bullets(group.remarks)

    def _row(self, row: Row) -> str:
        # Written as entities, as renderers take all spaces away that a cell begins with.
        who = ("&emsp;" * (row.depth - 1) + "↳ " if row.depth else "") + escape(row.who)
        says = f"{escape(row.says)} {self._marks(row.marks)}"
        return _cells([who, escape(row.figure), escape(row.where), escape(row.as_of), says.strip(), _standing(row)])

    def _figure_bullets(self, section: Section) -> str:
        lines = []
        for group in section.figures:
            for row in group.rows:
                lead = "" if row.depth else f"**{escape(group.title)}** · "
                marks = self._marks(row.marks, inside=True)
                lines.append(f"{'  ' * row.depth}- {lead}{escape(row_words(row, group.title))} {marks}".rstrip())
            lines += [self._bullet(item, inside=True) for item in group.remarks]
        return "\n".join(lines)

    # ---------------------------------------------------------------------------------------------------- statements

    def _bullets(self, items: Sequence[Item], *, inside: bool = False) -> str:
        return "\n".join(self._bullet(item, inside=inside) for item in items)

    def _bullet(self, item: Item, *, inside: bool = False) -> str:
        sides = (f"  - {self._item(side, inside=inside)}" for side in item.items)
        return "\n".join([f"- {self._item(item, inside=inside)}", *sides])

    def _item(self, item: Item, *, inside: bool) -> str:
        lead = f"**{escape(item.lead)}:** " if item.lead else ""
        says = f" — *{escape(item.says)}*" if item.says else ""
        return f"{lead}{escape(item.text)}{says} {self._marks(item.marks, inside=inside)}".rstrip()

    def _marks(self, marks: Sequence[Mark], *, inside: bool = False) -> str:
        """Return `[2][^7] [3][^8]`; `inside` one article's own brief, where its number says nothing, `[^7]`."""
        found = ((m.number, "".join(self._footnote(q, m.number) for q in m.quotes)) for m in marks)
        return " ".join(notes if inside and notes else f"[{number}]{notes}" for number, notes in found)

    # ---------------------------------------------------------------------------------------------------------- quotes

    def _footnote(self, quote: Evidence, article: int) -> str:
        number = self._quotes.setdefault(quote, len(self._quotes) + 1)
        self._numbers[quote] = article
        return f"[^{number}]" if self._linked else str(number).translate(_SUPERSCRIPT)

    def _footnotes(self) -> Iterable[str]:
        if self._quotes and not self._linked:
            yield "## Quotes"
        for quote, number in self._quotes.items():
            start = f"[^{number}]:" if self._linked else f"{number}."
            yield f"{start} [{self._numbers[quote]}] “{escape(quote.quote)}”"


def _standing(row: Row) -> str:
    if row.status is None:
        return ""
    words = f"{STATUS_SIGNS[row.status]} {STATUS_WORDS[row.status]}"
    return f"**{words}**" if row.status == "contested" else words


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _name_lines(groups: Sequence[NameGroup]) -> str:
    """Return names with aliases and articles, a line for each kind."""
    return "\n".join((f"- **{escape(g.title)}:** " if g.title else "") + escape(listed(g)) for g in groups)


def _source_line(source: Source) -> str:
    parts = [escape(x) for x in (source.title, *source.facts, source.where) if x]
    return f"- [{source.number}] {' · '.join(parts)}"
