"""What a reader should know of the articles beside the brief: dates missing or chosen, copies, misprints."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from summarizer.merging.context import Context
from summarizer.merging.digest import Digest
from summarizer.models import Estimates, Evidence, Note
from summarizer.wording import counted, printed_number, when

IGNORED = "ignored"
"""The kind of note on a name that the user's names file leaves out of one article's lists."""
FALLBACK = "fallback"
"""The kind of note on where the rules had to do, because no model was asked or its answer could not stand."""


def article_notes(context: Context) -> tuple[Note, ...]:
    """Return what there is to say of the articles: dates, copies, misprints, their own notes."""
    noted = [context.of(d, "notes", partial(_of_article, d, context)) for d in context.digests]
    kinds = zip(*noted, strict=True)  # all dates, then all that are undated, ...
    return (*(note for rows in kinds for row in rows for note in row), *_alike(context))


def _of_article(digest: Digest, context: Context) -> tuple[list[Note], ...]:
    """Return what there is to say of one article: its date, or that it has none, copy, misprints, its own notes."""
    unreadable = list(_unreadable(digest, context))
    return (
        list(_date(digest)),
        list(_undated(digest)),
        list(_copy(digest, context)),
        unreadable,
        [*_own(digest, unreadable)],
    )


def _date(digest: Digest) -> Iterable[Note]:
    if reason := digest.article.published_reason:
        dated = when(digest.article.published) if digest.article.published else "no date"
        yield Note(kind="date", text=f"{digest.title}: {dated}; {reason}")


def _undated(digest: Digest) -> Iterable[Note]:
    article = digest.article
    if not article.published:
        speaks = f"; it speaks of events up to {when(article.not_before)}" if article.not_before else ""
        yield Note(kind="undated", text=f"{digest.title} carries no date of its own{speaks}")


def _copy(digest: Digest, context: Context) -> Iterable[Note]:
    if copied := digest.article.copy_of:
        original = context.origins.title(copied)
        yield Note(kind="copy", text=f"{digest.title} is a copy of {original}: both count as one source")


def _unreadable(digest: Digest, context: Context) -> Iterable[Note]:
    for section in digest.brief.sections.values():
        for e in section.items if isinstance(section, Estimates) else ():
            if e.qualifier == "unreadable":
                printed = printed_number(" ".join(v.quote for v in e.evidence))
                number = f"a number printed as “{printed}”" if printed else "a number that cannot be read"
                who = f", said by {context.directory.actor(e.said_by, digest)}" if e.said_by else ""
                counted = f" ({e.counted})" if e.counted else ""
                text = f"{digest.title} gives {number}{counted}{who}: not counted"
                yield Note(kind="unreadable", text=text, evidence=e.evidence)


def _alike(context: Context) -> Iterable[Note]:
    """Return what is noted of whole articles in the same words, each once with how many articles it is noted of."""
    titles: dict[tuple[str, str], list[str]] = {}
    for digest in context.digests:
        for note in digest.brief.notes:
            if _is_told_once(note):
                titles.setdefault((note.kind, note.text), []).append(digest.title)
    for (kind, text), named in sorted(titles.items()):
        if kind == FALLBACK and len(named) == 1:
            yield Note(kind=kind, text=f"{named[0]}: {text}")
        else:
            yield Note(kind=kind, text=f"{text} ({counted(len(named), 'article')})")


def _is_told_once(note: Note) -> bool:
    return note.kind in (IGNORED, FALLBACK) and not note.evidence


def _own(digest: Digest, unreadable: Iterable[Note]) -> Iterable[Note]:
    """Return an article's own notes with its title, but for misprints told already and what is told once for all."""
    told = {(e.article, e.start, e.end) for n in unreadable for e in n.evidence}
    for note in digest.brief.notes:
        if note.kind == "unreadable" and any(_within(e, told) for e in note.evidence):
            continue
        if _is_told_once(note):
            continue
        yield Note(kind=note.kind, text=f"{digest.title}: {note.text}", evidence=note.evidence)


def _within(evidence: Evidence, told: set[tuple[str, int, int]]) -> bool:
    return any(a == evidence.article and s < evidence.end and evidence.start < e for a, s, e in told)
