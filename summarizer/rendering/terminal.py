"""Terminal: rich tables that fit the width and say everything without colour, and without Unicode if need be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from summarizer.models import Report
from summarizer.rendering.build import build
from summarizer.rendering.figure_tables import BETWEEN, FigureTables, said_in
from summarizer.rendering.names import inline, listed
from summarizer.rendering.paper import make_console
from summarizer.rendering.phrases import STATUS_SIGNS, STATUS_WORDS, clean, left_out, to_ascii
from summarizer.rendering.rows import row_words
from summarizer.rendering.view import (
    ArticleView,
    BriefView,
    FigureGroup,
    Item,
    Mark,
    NameGroup,
    ReportView,
    Section,
    Source,
)

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

# Narrower than this hardly a word fits; the lines are then longer than the terminal and wrap there.
NARROWEST = 40
# Longer lines are hard to read: the eye loses the way back.
WIDEST = 120


def render_terminal(report: Report, *, width: int, color: bool, unicode: bool) -> str:
    """Return a report for a terminal of `width` columns; without `color` it holds no escape sequence at all."""
    out = StringIO()
    console = make_console(out, width=min(max(width, NARROWEST), WIDEST), color=color)
    _Writer(console, unicode=unicode).report(build(report))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


class _Writer:
    """Writes one report to a console."""

    def __init__(self, console: Console, *, unicode: bool) -> None:
        self._console = console
        self._safe: Callable[[str], str] = clean if unicode else (lambda text: to_ascii(clean(text)))
        self._unicode = unicode

    def report(self, view: ReportView) -> None:
        self._line(view.subject, style="bold")
        self._line(" · ".join(view.facts), style="dim")
        if view.brief:
            self._brief(view.brief)
        if view.brief and view.articles:
            self._heading("Article by article")
        for article in view.articles:
            self._article(article, short=view.brief is not None)
        if view.sources:
            self._heading("Sources")
            for source in view.sources:
                self._source(source)
        if view.failures:
            self._heading("Not read")
            for f in view.failures:
                self._bullet(f"{f.path}: {f.reason} ({f.stage})")
        self._console.print()
        self._line(view.run, style="dim")

    # ------------------------------------------------------------------------------------------------ the two briefs

    def _brief(self, brief: BriefView) -> None:
        if brief.summary:
            self._console.print()
            self._statement("In short. ", brief.summary)
        for section in brief.sections:
            self._heading(section.title)
            self._figures(section.figures)
            for names in section.names:
                self._names(names)
            for item in section.items:
                self._item(item)
            if section.left_out:
                self._line(left_out(section.left_out), style="dim", indent=2)

    def _article(self, article: ArticleView, *, short: bool) -> None:
        source = article.source
        self._console.print()
        self._line(f"[{source.number}] {source.title}", style="bold", hang=4)
        self._line(" · ".join(source.facts), style="dim", indent=4)
        if article.summary:
            self._statement("In short. ", article.summary, indent=4, marked=False)
        for section in article.sections:
            if section.names:
                self._line(f"{section.title}: {inline(section.names, short=short)}", indent=4, hang=2)
                continue
            self._line(section.title, style="bold", indent=4)
            self._article_figures(section)
            for item in section.items:
                self._item(item, indent=4, marked=False, quoted=True)

    def _article_figures(self, section: Section) -> None:
        for group in section.figures:
            for row in group.rows:
                lead = "" if row.depth else f"{group.title} · "
                self._bullet(lead + row_words(row, group.title), indent=4 + 2 * row.depth)
                self._quotes(row.marks, indent=6 + 2 * row.depth)
            for item in group.remarks:
                self._item(item, indent=4, marked=False)

    # ------------------------------------------------------------------------------------------------------- figures

    def _figures(self, groups: Sequence[FigureGroup]) -> None:
        """Print tables, all with the same columns; where they would have to cut words, lists instead."""
        tables = FigureTables(self._console, self._safe, unicode=self._unicode)
        widths = tables.widths(groups)
        for group in groups:
            self._console.print()
            self._line(group.title, style="bold")
            if widths:
                self._console.print(tables.table(group, widths))
            else:
                self._list(group)
            for item in group.remarks:
                self._item(item)

    def _list(self, group: FigureGroup) -> None:
        for row in group.rows:
            sign = f"{STATUS_SIGNS[row.status]} " if row.status and row.status != "single" else ""
            standing = f" — {sign}{STATUS_WORDS[row.status]}" if row.status else ""
            self._bullet(f"{row_words(row, group.title)} {said_in(row.marks)}{standing}", indent=2 * row.depth)

    # ---------------------------------------------------------------------------------------------------- statements

    def _names(self, group: NameGroup) -> None:
        lead = f"{group.title}: " if group.title else ""
        self._line(lead + listed(group, between=BETWEEN), hang=2, bold=len(lead))

    def _item(self, item: Item, *, indent: int = 0, marked: bool = True, quoted: bool = False) -> None:
        """Print a statement; inside one article not `marked`, since its quotes stand below where they are `quoted`."""
        lead = f"{item.lead}: " if item.lead else ""
        self._bullet(lead + _words(item, marked=marked), indent=indent, bold=len(lead))
        if quoted:
            self._quotes(item.marks, indent=indent + 2, unless=item.text)
        for side in item.items:
            self._item(side, indent=indent + 2, marked=marked, quoted=quoted)

    def _statement(self, lead: str, items: Sequence[Item], *, indent: int = 0, marked: bool = True) -> None:
        self._line(lead + " ".join(_words(i, marked=marked) for i in items), indent=indent, bold=len(lead))

    def _quotes(self, marks: Sequence[Mark], *, indent: int, unless: str = "") -> None:
        """Print the words a statement was taken from, unless they are the statement itself."""
        for quote in (q.quote for m in marks for q in m.quotes):
            if " ".join(quote.split()) != " ".join(unless.split()):
                self._line(f"“{quote}”", style="dim italic", indent=indent, hang=1)

    # ---------------------------------------------------------------------------------------------------------- lines

    def _source(self, source: Source) -> None:
        parts = [p for p in (source.title, *source.facts, source.where) if p]
        self._line(f"[{source.number}] {' · '.join(parts)}", hang=4)

    def _heading(self, title: str) -> None:
        from rich.cells import cell_len

        text = self._safe(title)
        self._console.print()
        self._line(text, style="bold")
        self._line("─" * cell_len(text), style="dim")

    def _bullet(self, words: str, *, indent: int = 0, bold: int = 0) -> None:
        self._line(f"• {words}", indent=indent, hang=2, bold=bold + 2 if bold else 0)

    def _line(self, words: str, *, style: str = "", indent: int = 0, hang: int = 0, bold: int = 0) -> None:
        """Print words wrapped at `indent`, further lines `hang` deeper; the first `bold` characters in bold."""
        text = self._text(words, style=style)
        if bold:
            text.stylize("bold", 0, bold)
        lines = text.wrap(self._console, self._console.width - indent - hang, overflow="fold")
        for n, line in enumerate(lines):
            line.rstrip()
            margin = " " * (indent + hang * (n > 0))
            if self._console.color_system:
                self._console.print(margin, line, sep="", no_wrap=True, crop=False)
            else:  # the same text, and long reports are much faster
                self._console.file.write(f"{margin}{line.plain}\n")

    def _text(self, words: str, *, style: str = "") -> Text:
        from rich.text import Text

        return Text(self._safe(words), style=style)


def _words(item: Item, *, marked: bool) -> str:
    says = f" — {item.says}" if item.says else ""
    marks = f" {said_in(item.marks)}" if marked and item.marks else ""
    return f"{item.text}{says}{marks}"
