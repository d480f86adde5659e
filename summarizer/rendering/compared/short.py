"""A comparison in a few lines: how much is new, gone and changed, and the names that an editor looks for first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarizer.comparison import (
    ArticleChange,
    ClaimChanges,
    Comparison,
    FigureChange,
    FigureChanges,
    NameChanges,
    NameRef,
    SectionChanges,
)
from summarizer.models import Status
from summarizer.rendering.compared.items import about
from summarizer.rendering.compared.sources import Sources
from summarizer.rendering.phrases import STATUS_WORDS, join
from summarizer.wording import counted

NAMES_TOLD = 3
MARKED = 8
"""Articles whose numbers still help; more are a list of their own."""


def in_short(comparison: Comparison, sources: Sources) -> Iterator[tuple[str, str]]:
    """Yield a lead and what follows it: what is new, gone and changed."""
    changes = [*comparison.changes.values(), *(c for a in comparison.articles for c in a.changes.values())]
    added, removed, changed = (
        [a for a in comparison.articles if a.state == state] for state in ("added", "removed", "changed")
    )
    opened = sum(d.old is None for d in comparison.differences)
    closed = sum(d.new is None for d in comparison.differences)
    for lead, parts in (
        ("New", [*_articles(added, sources), *_side(changes, opened, new=True)]),
        ("Gone", [*_articles(removed, sources), *_side(changes, closed, new=False)]),
        ("Changed", [*_articles(changed, sources), *_changed(comparison, changes)]),
    ):
        if told := join(parts):
            yield lead, told


def _articles(articles: list[ArticleChange], sources: Sources) -> Iterator[str]:
    if articles:
        marks = f" {sources.numbers(articles)}" if len(articles) <= MARKED else ""
        yield f"{counted(len(articles), 'article')}{marks}"


def _side(changes: Iterable[SectionChanges], differences: int, *, new: bool) -> Iterator[str]:
    listed = list(changes)
    if differences:
        yield f"{counted(differences, 'difference')} between sources"
    figures = [f for c in listed if isinstance(c, FigureChanges) for f in (c.new if new else c.gone)]
    if figures:
        yield counted(len(figures), "figure") + _claimants(figures, new=new)
    if claims := sum(len(c.new if new else c.gone) for c in listed if isinstance(c, ClaimChanges)):
        yield counted(claims, "statement")
    for kind, noun in (("entities", "actor"), ("places", "place")):
        names = [n for c in listed if isinstance(c, NameChanges) and c.kind == kind for n in (c.new if new else c.gone)]
        if names:
            yield counted(len(names), noun) + _told(names)


def _claimants(figures: Iterable[FigureChange], *, new: bool) -> str:
    """Return whose figures are new, or gone, on lines that both reports have: the news that an editor looks for."""
    found = [f.new or f.old for f in figures if f.news == "claimant"]
    named = list(dict.fromkeys(e.said_by for e in found if e is not None and e.said_by))
    if not named:
        return ""
    noun = "claimant" if len(named) == 1 else "claimants"
    return f" ({_few(named)}: {f'new {noun}' if new else f'{noun} no more'} on lines that both have)"


def _told(names: Iterable[NameRef]) -> str:
    # Who is named by most articles first: a reader knows those already, or should.
    ordered = sorted(names, key=lambda n: -len(n.articles))
    return f" ({_few([n.name for n in ordered])})"


def _few(names: Iterable[str], between: str = "") -> str:
    each = list(dict.fromkeys(names))
    more = [f"{len(each) - NAMES_TOLD:,} more"] if len(each) > NAMES_TOLD else []
    shown = [*each[:NAMES_TOLD], *more]
    return between.join(shown) if between else join(shown)


def _changed(comparison: Comparison, changes: Iterable[SectionChanges]) -> Iterator[str]:
    listed = list(changes)
    figures = [c for c in listed if isinstance(c, FigureChanges)]
    lines: dict[Status, list[str]] = {}
    for line in (line for c in figures for line in c.standing):
        lines.setdefault(line.new.status, []).append(about(line.new))
    for status, told in lines.items():
        yield f"{counted(len(told), 'line')} of figures now {STATUS_WORDS[status]} ({_few(told, between='; ')})"
    if moved := [about(f.new) for c in figures for f in c.moved if f.new]:
        yield f"{counted(len(moved), 'figure')} moved ({_few(moved, between='; ')})"
    if restated := sum(len(c.restated) for c in figures):
        yield f"{counted(restated, 'figure')} told otherwise"
    if shifted := sum(d.old is not None and d.new is not None for d in comparison.differences):
        yield f"{counted(shifted, 'difference')} between sources shifted"
    if claims := sum(len(c.changed) for c in listed if isinstance(c, ClaimChanges)):
        yield f"{counted(claims, 'statement')} with other origins or speakers"
    if names := sum(len(c.moved) for c in listed if isinstance(c, NameChanges)):
        yield f"{counted(names, 'name')} shown or joined otherwise"
