"""One side of a comparison: what a merged brief, or one article's own brief, holds by section, in one shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from summarizer.comparing.naming import first_named
from summarizer.comparison import NameRef
from summarizer.models import (
    ArticleBrief,
    Claims,
    Entities,
    Entity,
    Estimates,
    MergedBrief,
    MergedClaim,
    MergedClaims,
    MergedEntities,
    MergedEntity,
    MergedEstimate,
    MergedPlace,
    MergedPlaces,
    Place,
    Places,
    StrengthLine,
    StrengthLines,
)
from summarizer.user_names import PLACE

_AnyName = Entity | Place | MergedEntity | MergedPlace


@dataclass(frozen=True, eq=False)
class Side:
    """What one side holds, by section. `outlets` maps the articles of its report to their outlets."""

    new: bool
    outlets: Mapping[str, str | None]
    actors: Mapping[str, tuple[NameRef, ...]]
    places: Mapping[str, tuple[NameRef, ...]]
    figures: Mapping[str, tuple[MergedEstimate, ...]]
    lines: Mapping[str, tuple[StrengthLine, ...]]
    claims: Mapping[str, tuple[MergedClaim, ...]]


def merged_side(brief: MergedBrief, articles: Iterable[ArticleBrief], *, new: bool) -> Side:
    """Return the side that the merged brief of some articles is."""
    listed = list(articles)
    sections = brief.sections
    lines = {name: s.items for name, s in sections.items() if isinstance(s, StrengthLines)}
    return Side(
        new=new,
        outlets={b.article.id: b.article.outlet for b in listed},
        actors={n: _names(s.items, listed) for n, s in sections.items() if isinstance(s, MergedEntities)},
        places={n: _names(s.items, listed) for n, s in sections.items() if isinstance(s, MergedPlaces)},
        figures={name: tuple(e for line in found for e in line.estimates) for name, found in lines.items()},
        lines=lines,
        claims={name: s.items for name, s in sections.items() if isinstance(s, MergedClaims)},
    )


def article_side(brief: ArticleBrief, *, new: bool) -> Side:
    """Return the side that one article's own brief is: its figures stand on no line, its claims have no origins."""
    article = brief.article
    sections = brief.sections
    return Side(
        new=new,
        outlets={article.id: article.outlet},
        actors={n: _names(s.items, [brief]) for n, s in sections.items() if isinstance(s, Entities)},
        places={n: _names(s.items, [brief]) for n, s in sections.items() if isinstance(s, Places)},
        figures={
            n: tuple(MergedEstimate(**dict(e), articles=(article.id,)) for e in s.items)
            for n, s in sections.items()
            if isinstance(s, Estimates)
        },
        lines={},
        claims={
            n: tuple(MergedClaim(**dict(c)) for c in s.items) for n, s in sections.items() if isinstance(s, Claims)
        },
    )


def _names(items: Iterable[_AnyName], articles: list[ArticleBrief]) -> tuple[NameRef, ...]:
    by_id = {b.article.id: b for b in articles}
    return tuple(_name(item, by_id) for item in items)


def _name(item: _AnyName, by_id: Mapping[str, ArticleBrief]) -> NameRef:
    kind = getattr(item, "kind", PLACE)
    if isinstance(item, MergedEntity | MergedPlace):
        found = [by_id[a] for a in item.articles if a in by_id]
    else:
        found = list(by_id.values())
    evidence = next((e for brief in found if (e := first_named(item.name, item.aliases, brief))), None)
    return NameRef(
        name=item.name,
        kind=kind,
        aliases=item.aliases,
        articles=tuple(b.article.id for b in found),
        evidence=(evidence,) if evidence else (),
    )
