"""Makes an explanation of an article that was marked, drafted by rules and grounded. Pure.

It decides nothing anew: values come from the grounded brief, reasons from those who decided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from summarizer.explaining.decisions import figures, statements
from summarizer.explaining.layout import lines, marks, tags_between
from summarizer.explanation import (
    ArticleExplanation,
    DraftReasons,
    FigureRead,
    MarkReasons,
    NameRead,
    TimeRead,
    UnreadName,
    VoiceRead,
)
from summarizer.models import ArticleBrief, Draft, MarkedArticle
from summarizer.schema import Schema

__all__ = ["explain_article"]


def explain_article(
    marked: MarkedArticle,
    draft: Draft,
    brief: ArticleBrief,
    schema: Schema,
    *,
    read: MarkReasons,
    decided: DraftReasons,
) -> ArticleExplanation:
    """Return an article as it was read, with the reason of each decision.

    Args:
        marked: what marking found.
        draft: what the rules drafted of it.
        brief: what grounding left of the draft.
        schema: the domain.
        read: why marking read what it read.
        decided: why the rules drafted what they drafted.
    """
    numbers = tuple(figures(marked, draft, brief, schema, read=read, decided=decided))
    return ArticleExplanation(
        article=marked.article,
        lines=tuple(lines(marked)),
        marks=tuple(marks(marked, {n.tag: measure for n in numbers if (measure := _measure(n))})),
        figures=numbers,
        actors=tuple(_actors(marked, read)),
        places=tuple(_places(marked, read)),
        unread=tuple(_unread(marked)),
        times=tuple(_times(marked, read)),
        voices=tuple(_voices(marked)),
        statements=tuple(statements(marked, draft, schema, decided)),
        summary=decided.summary,
        notes=brief.notes,
    )


def _measure(figure: FigureRead) -> str:
    return next((e.estimate.measure for e in figure.estimates if e.estimate), "")


def _actors(marked: MarkedArticle, read: MarkReasons) -> Iterator[NameRead]:
    mentions = Counter(n.actor for n in marked.names)
    for number, actor in enumerate(marked.actors):
        yield NameRead(
            tag=f"A{number + 1}",
            name=actor.name,
            kind=actor.kind,
            aliases=actor.aliases,
            mentions=mentions[number],
            reasons=read.get(f"A{number + 1}", ()),
        )


def _places(marked: MarkedArticle, read: MarkReasons) -> Iterator[NameRead]:
    mentions = Counter(s.place for s in marked.spots)
    for number, place in enumerate(marked.places):
        yield NameRead(
            tag=f"P{number + 1}",
            name=place.name,
            kind="place",
            aliases=place.aliases,
            mentions=mentions[number],
            country=place.country,
            reasons=read.get(f"P{number + 1}", ()),
        )


def _unread(marked: MarkedArticle) -> Iterator[UnreadName]:
    for number, name in enumerate(marked.unread, start=1):
        tags = (tag for start, end in name.spans for tag in tags_between(start, end, marked.article))
        yield UnreadName(tag=f"U{number}", name=name.name, lines=tuple(dict.fromkeys(tags)))


def _times(marked: MarkedArticle, read: MarkReasons) -> Iterator[TimeRead]:
    for number, time in enumerate(marked.times, start=1):
        yield TimeRead(
            tag=f"D{number}",
            start=time.start,
            end=time.end,
            quote=marked.article.text[time.start : time.end],
            value=time.value,
            basis=time.basis,
            reason=read[f"D{number}"][0],
        )


def _voices(marked: MarkedArticle) -> Iterator[VoiceRead]:
    for number, said in enumerate(marked.attributions, start=1):
        between = tags_between(said.start, said.end, marked.article)
        yield VoiceRead(
            tag=f"W{number}",
            speaker=said.speaker,
            speaker_start=said.speaker_start,
            speaker_end=said.speaker_end,
            start=said.start,
            end=said.end,
            actor=f"A{said.actor + 1}" if said.actor is not None else None,
            via=said.via,
            assertion=said.assertion,
            lines=tuple(dict.fromkeys([*between[:1], *between[-1:]])),
        )
