"""Merging: the briefs of single articles become one brief, nothing averaged, nobody's voice lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.merging.claims import merge_claims, voiced_claims
from summarizer.merging.differences import contested_figures, denials
from summarizer.merging.names import join_names
from summarizer.merging.notes import merged_notes
from summarizer.merging.origins import Origins
from summarizer.merging.strengths import judged_lines
from summarizer.merging.summary import summary_lines
from summarizer.models import (
    ArticleBrief,
    Claims,
    Difference,
    MergedBrief,
    MergedEntities,
    MergedPlaces,
    MergedSection,
    StrengthLines,
)
from summarizer.schema import Schema

__all__ = ["merge"]


def merge(briefs: Sequence[ArticleBrief], schema: Schema) -> MergedBrief:
    """Return one brief for all articles. Pure; the order of `briefs` does not matter; an article given twice is one.

    Lists that go by article follow the articles' dates, the undated last, then their ids.
    """
    ordered = _ordered(briefs)
    names = join_names(ordered, schema)
    origins = Origins(ordered, names.directory)
    outlets = {b.article.id: origins.outlet(b.article) for b in ordered}
    sections: dict[str, MergedSection] = {}
    differences: list[Difference] = []
    for spec in schema.sections:
        if spec.kind == "entities":
            sections[spec.name] = MergedEntities(items=names.actors[spec.name])
        elif spec.kind == "places":
            sections[spec.name] = MergedPlaces(items=names.places[spec.name])
        elif spec.kind == "estimates":
            judged = judged_lines(ordered, spec, names, origins)
            sections[spec.name] = StrengthLines(items=tuple(j.line for j in judged))
            differences += contested_figures(judged, outlets)
        else:
            voiced = voiced_claims(ordered, spec.name, names.directory)
            sections[spec.name] = Claims(items=merge_claims(voiced, spec))
            differences += denials(voiced)
    return MergedBrief(
        summary=summary_lines(ordered, schema, sections, outlets),
        sections=sections,
        differences=tuple(differences),
        notes=merged_notes(ordered, names, sections),
    )


def _ordered(briefs: Iterable[ArticleBrief]) -> list[ArticleBrief]:
    """Return each article once, dated ones first by date, then by id."""
    # Where one id comes with two contents, which one stays must not depend on the order they came in.
    found = {b.article.id: b for b in sorted(briefs, key=lambda b: (b.article.path or "", b.article.sha256))}
    return sorted(found.values(), key=lambda b: (b.article.published is None, b.article.published or "", b.article.id))
