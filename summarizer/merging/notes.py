"""What a reader should know beside the brief: dates missing or chosen, copies, misprints, who alone says what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from textwrap import shorten

from summarizer.merging.names import JoinedNames
from summarizer.models import (
    Article,
    ArticleBrief,
    Claims,
    Estimates,
    Evidence,
    MergedEntity,
    MergedPlace,
    MergedSection,
    Note,
    StrengthLines,
)
from summarizer.wording import printed_number, when

LONGEST_TITLE = 90
"""Characters of a title that tell articles apart."""

MOST_NAMED = 5
"""Names that a note on coverage lists of a kind."""


def title_of(article: Article) -> str:
    """Return what an article is called: its title in quotes, else its file's name, address or id."""
    if article.title:
        title = shorten(article.title, LONGEST_TITLE, placeholder=" …")
        return title if "“" in title else f"“{title}”"
    return PurePath(article.path).name if article.path else article.url or article.id


def merged_notes(
    briefs: Sequence[ArticleBrief], names: JoinedNames, sections: Mapping[str, MergedSection]
) -> tuple[Note, ...]:
    """Return the notes of a merged brief: dates, copies, misprints, the articles' own notes, coverage."""
    articles = [b.article for b in briefs]
    unreadable = _unreadable(briefs, names)
    told = {(e.article, e.start, e.end) for n in unreadable for e in n.evidence}
    return (
        *_dates(articles),
        *_undated(articles),
        *_copies(articles),
        *unreadable,
        *_own(briefs, told),
        *_coverage(briefs, names, sections),
    )


def _dates(articles: Iterable[Article]) -> Iterable[Note]:
    for article in articles:
        if article.published_reason:
            dated = when(article.published) if article.published else "no date"
            yield Note(kind="date", text=f"{title_of(article)}: {dated}; {article.published_reason}")


def _undated(articles: Iterable[Article]) -> Iterable[Note]:
    for article in articles:
        if not article.published:
            speaks = f"; it speaks of events up to {when(article.not_before)}" if article.not_before else ""
            yield Note(kind="undated", text=f"{title_of(article)} carries no date of its own{speaks}")


def _copies(articles: Sequence[Article]) -> Iterable[Note]:
    titles = {a.id: title_of(a) for a in articles}
    for article in articles:
        if article.copy_of:
            original = titles.get(article.copy_of, article.copy_of)
            yield Note(kind="copy", text=f"{title_of(article)} is a copy of {original}: both count as one source")


def _unreadable(briefs: Iterable[ArticleBrief], names: JoinedNames) -> list[Note]:
    found = []
    for brief in briefs:
        for section in brief.sections.values():
            for e in section.items if isinstance(section, Estimates) else ():
                if e.qualifier != "unreadable":
                    continue
                printed = printed_number(" ".join(v.quote for v in e.evidence))
                number = f"a number printed as “{printed}”" if printed else "a number that cannot be read"
                who = f", said by {names.directory.actor(e.said_by, brief.article.id)}" if e.said_by else ""
                counted = f" ({e.counted})" if e.counted else ""
                text = f"{title_of(brief.article)} gives {number}{counted}{who}: not counted"
                found.append(Note(kind="unreadable", text=text, evidence=e.evidence))
    return found


def _own(briefs: Iterable[ArticleBrief], told: set[tuple[str, int, int]]) -> Iterable[Note]:
    """Return the articles' own notes, each with its article's title, but for those told already."""
    for brief in briefs:
        for note in brief.notes:
            if note.kind == "unreadable" and any(_within(e, told) for e in note.evidence):
                continue
            yield Note(kind=note.kind, text=f"{title_of(brief.article)}: {note.text}", evidence=note.evidence)


def _within(evidence: Evidence, told: set[tuple[str, int, int]]) -> bool:
    return any(a == evidence.article and s < evidence.end and evidence.start < e for a, s, e in told)


def _coverage(
    briefs: Sequence[ArticleBrief], names: JoinedNames, sections: Mapping[str, MergedSection]
) -> Iterable[Note]:
    """Return for each article what it alone contributes."""
    alone: dict[str, list[str]] = {}
    listed: list[MergedEntity | MergedPlace] = [e for items in names.actors.values() for e in items]
    listed += [p for items in names.places.values() for p in items]
    for item in listed:
        if len(item.articles) == 1:
            alone.setdefault(item.articles[0], []).append(item.name)
    figures, claims = _counts(sections)
    if len(briefs) < 2:
        return
    for brief in briefs:
        key = brief.article.id
        parts = [_count(figures.get(key, 0), "figure"), _count(claims.get(key, 0), "statement")]
        named = alone.get(key, [])
        more = f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
        parts.append(f"the names {', '.join(named[:MOST_NAMED])}{more}" if named else "")
        told = "; ".join(p for p in parts if p)
        yield Note(kind="coverage", text=f"{title_of(brief.article)} alone gives: {told or 'nothing'}")


def _counts(sections: Mapping[str, MergedSection]) -> tuple[dict[str, int], dict[str, int]]:
    """Return how many figures and claims each article is the only one to give."""
    figures: dict[str, int] = {}
    claims: dict[str, int] = {}
    for section in sections.values():
        if isinstance(section, StrengthLines):
            for line in section.items:
                for estimate in line.estimates:
                    if len(estimate.articles) == 1:
                        figures[estimate.articles[0]] = figures.get(estimate.articles[0], 0) + 1
        elif isinstance(section, Claims):
            for claim in section.items:
                by = {e.article for e in claim.evidence}
                if len(by) == 1:
                    only = by.pop()
                    claims[only] = claims.get(only, 0) + 1
    return figures, claims


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}" if number else ""
