"""A report as two tidy tables, a row for each figure and a row for each name, before any file format.

The columns are the same for every report, with or without a merged brief and whatever its sections are called, so that
tables of many runs can be put under each other.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping

from summarizer.models import (
    Article,
    Entities,
    Entity,
    Estimate,
    Estimates,
    Evidence,
    MergedEntities,
    MergedEntity,
    MergedEstimate,
    MergedPlace,
    MergedPlaces,
    Place,
    Places,
    Report,
    StrengthLine,
    StrengthLines,
)
from summarizer.rendering.rows import figure_words
from summarizer.rendering.sources import Index

Cell = str | int | float | None
Record = Mapping[str, Cell]

ESTIMATE_COLUMNS = (
    "line", "status", "section", "measure", "holder", "place", "low", "high", "qualifier", "unit", "counted", "figure",
    "said_by", "via", "origin", "assertion", "as_of", "as_of_basis", "article", "outlet", "published", "title",
    "author", "path", "url", "quote", "start", "end", "other_quotes", "articles", "part_of", "notes", "id",
    "article_id", "line_low", "line_high", "line_text",
)  # fmt: skip
"""The columns of figures: what is read first comes first, what tables are joined by comes late."""

NAME_COLUMNS = (
    "section", "kind", "name", "aliases", "country", "lat", "lon", "mentions", "article_count", "articles",
    "article_ids", "reasons",
)  # fmt: skip
"""The columns of names."""

# Between the members of a list in one cell: names hold commas more often than semicolons.
BETWEEN = "; "
# What a place has in the column that tells a person from an organisation.
PLACE_KIND = "place"


def estimate_records(report: Report) -> Iterator[Record]:
    """Yield the figures of the merged brief in its order; without one, those of each article.

    A figure that several articles carry is one record, so that records can be counted and added up. `quote`, `start`,
    `end` and what is told of an article belong to the evidence that comes first.
    """
    index = Index(report)
    articles = {b.article.id: b.article for b in reversed(index.briefs)}
    if report.brief is None:
        for brief in index.briefs:
            for name in report.sections:
                section = brief.sections.get(name)
                for estimate in section.items if isinstance(section, Estimates) else ():
                    yield _estimate(name, estimate, articles, index)
        return
    number = 0
    for name in report.sections:
        lines = report.brief.sections.get(name)
        for line in lines.items if isinstance(lines, StrengthLines) else ():
            number += 1
            told = _line(line, number)
            yield from (_estimate(name, estimate, articles, index) | told for estimate in line.estimates)


def name_records(report: Report) -> Iterator[Record]:
    """Yield the actors and places of the merged brief in its order; without one, those of each article."""
    index = Index(report)
    if report.brief is None:
        for brief in index.briefs:
            for name in report.sections:
                section = brief.sections.get(name)
                for item in section.items if isinstance(section, Entities | Places) else ():
                    yield _name(name, item, len(item.mentions)) | _carried([brief.article.id], index)
        return
    for name in report.sections:
        merged = report.brief.sections.get(name)
        for one in merged.items if isinstance(merged, MergedEntities | MergedPlaces) else ():
            yield _name(name, one, one.mentions) | _carried(one.articles, index) | {"reasons": _listed(one.reasons)}


def _line(line: StrengthLine, number: int) -> dict[str, Cell]:
    """Return what is told of a whole line; `number` keeps together the records that stand on it."""
    return {
        "line": number,
        "status": line.status,
        "line_low": _number(line.low),
        "line_high": _number(line.high),
        "line_text": line.text,
    }


def _estimate(section: str, e: Estimate, articles: Mapping[str, Article], index: Index) -> dict[str, Cell]:
    carried = dict.fromkeys([*(v.article for v in e.evidence), *(e.articles if isinstance(e, MergedEstimate) else ())])
    return {
        **{c: getattr(e, c) for c in ("measure", "holder", "place", "qualifier", "unit", "counted", "said_by", "id")},
        **{c: getattr(e, c) for c in ("assertion", "as_of", "as_of_basis", "part_of")},
        "section": section,
        "low": _number(e.low),
        "high": _number(e.high),
        "figure": figure_words(e),
        "via": _listed(e.via),
        "origin": e.origin if isinstance(e, MergedEstimate) else None,
        "notes": _listed(e.notes),
        "articles": _listed(map(str, index.numbers(carried))),
        **_evidence(e.evidence, index),
        **_article(articles.get(next(iter(carried), "")), index),
    }


def _evidence(evidence: tuple[Evidence, ...], index: Index) -> dict[str, Cell]:
    if not evidence:
        return {}
    first, *others = evidence
    other = _listed(f"[{index.number(e.article) or '?'}] “{e.quote}”" for e in others)
    return {"quote": first.quote, "start": first.start, "end": first.end, "other_quotes": other}


def _article(article: Article | None, index: Index) -> dict[str, Cell]:
    if article is None:
        return {}
    told: dict[str, Cell] = {c: getattr(article, c) for c in ("outlet", "published", "title", "author", "path", "url")}
    return told | {"article": index.number(article.id), "article_id": article.id}


def _name(section: str, item: Entity | Place | MergedEntity | MergedPlace, mentions: int) -> dict[str, Cell]:
    found: dict[str, Cell] = {
        "section": section,
        "name": item.name,
        "aliases": _listed(item.aliases),
        "mentions": mentions,
    }
    if isinstance(item, Entity | MergedEntity):
        return found | {"kind": item.kind}
    return found | {"kind": PLACE_KIND, "country": item.country, "lat": _number(item.lat), "lon": _number(item.lon)}


def _carried(ids: Iterable[str], index: Index) -> dict[str, Cell]:
    known = list(dict.fromkeys(ids))
    numbers = _listed(map(str, index.numbers(known)))
    return {"article_count": len(known), "articles": numbers, "article_ids": _listed(known)}


def _listed(members: Iterable[str]) -> str | None:
    return BETWEEN.join(members) or None


def _number(value: float | None) -> Cell:
    """Return a whole number as one: 1000, not 1000.0, as nobody wrote a decimal; what is no number as unknown."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value.is_integer() else value
