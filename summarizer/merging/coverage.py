"""What each article alone contributes: figures, statements, what only it tells of, and names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from summarizer.merging.alike import named_labels
from summarizer.merging.context import Context
from summarizer.models import (
    MergedClaims,
    MergedEntities,
    MergedPlaces,
    MergedSection,
    Note,
    StrengthLines,
)
from summarizer.schema import ClaimRules, Schema
from summarizer.wording import counted

MOST_NAMED = 5
"""Names, and things, that a note lists."""

Sections = Mapping[str, MergedSection]


def coverage_notes(context: Context, sections: Sections, schema: Schema) -> Iterator[Note]:
    """Yield a note for each article; none where there is only one."""
    if len(context.digests) < 2:
        return
    figures, claims = _counts(sections)
    things, names = _things(sections, schema), _names(sections)
    for digest in context.digests:
        key = digest.article.id
        parts = (
            counted(figures[key], "figure") if figures[key] else "",
            counted(claims[key], "statement") if claims[key] else "",
            f"the only word on {_some(things[key])}" if key in things else "",
            f"the names {_some(names[key])}" if key in names else "",
        )
        told = "; ".join([p for p in parts if p])
        yield Note(kind="coverage", text=f"{digest.title} alone gives: {told or 'nothing'}")


def _counts(sections: Sections) -> tuple[Counter[str], Counter[str]]:
    """Return how many figures and claims each article is the only one to give."""
    figures: Counter[str] = Counter()
    claims: Counter[str] = Counter()
    for section in sections.values():
        if isinstance(section, StrengthLines):
            carried = [e.articles for line in section.items for e in line.estimates]
            figures.update([articles[0] for articles in carried if len(articles) == 1])
        elif isinstance(section, MergedClaims):
            bearing = [{e.article for e in claim.evidence} for claim in section.items]
            claims.update([next(iter(articles)) for articles in bearing if len(articles) == 1])
    return figures, claims


def _things(sections: Sections, schema: Schema) -> dict[str, list[str]]:
    """Return by article the things that no other article tells of, as the schema words them."""
    alone: defaultdict[str, list[str]] = defaultdict(list)
    for spec in schema.of_kind("claims"):
        section, named = sections.get(spec.name), named_labels(spec)
        if not isinstance(section, MergedClaims) or not isinstance(spec.rules, ClaimRules) or not named:
            continue
        told: defaultdict[str, set[str]] = defaultdict(set)
        for claim in section.items:
            if claim.label in named:
                told[claim.label or ""].update([e.article for e in claim.evidence])
        for label, articles in told.items():
            if len(articles) == 1:
                alone[next(iter(articles))].append(spec.rules.labels.get(label, label).lower())
    return alone


def _names(sections: Sections) -> dict[str, list[str]]:
    alone: defaultdict[str, list[str]] = defaultdict(list)
    for section in sections.values():
        for item in section.items if isinstance(section, MergedEntities | MergedPlaces) else ():
            if len(item.articles) == 1:
                alone[item.articles[0]].append(item.name)
    return alone


def _some(listed: Iterable[str]) -> str:
    named = list(listed)
    more = f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
    return ", ".join(named[:MOST_NAMED]) + more
