"""Merges articles, and merges them again when some have come or gone, without doing over what they do not touch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from summarizer.merging.claims import merge_claims
from summarizer.merging.context import Context
from summarizer.merging.contrary import contraries, without_told
from summarizer.merging.coverage import coverage_notes
from summarizer.merging.differences import contested_figures, denials
from summarizer.merging.digest import Digest
from summarizer.merging.figures import entries
from summarizer.merging.freshness import Freshness
from summarizer.merging.held import held
from summarizer.merging.memo import Memo
from summarizer.merging.names import JoinedNames, NameJoiner
from summarizer.merging.notes import article_notes
from summarizer.merging.opposing import contradictions, rivalries
from summarizer.merging.origins import Origins, voices_of
from summarizer.merging.strengths import judged_lines
from summarizer.merging.summary import summary_lines
from summarizer.merging.voiced import Voiced, voiced_claims
from summarizer.models import (
    ArticleBrief,
    Difference,
    MergedBrief,
    MergedClaims,
    MergedEntities,
    MergedPlaces,
    MergedSection,
    StrengthLines,
)
from summarizer.schema import ClaimRules, EstimateRules, Schema, SectionSpec, load_schema


class Merger:
    """Merges the briefs of one schema. What it makes depends on the briefs given last, on nothing given before.

    merger = Merger("conflict")
    whole = merger.merge(report.articles)
    later = merger.merge([*report.articles, *another.articles])  # as a new Merger would make it, in far less time
    """

    def __init__(self, schema: Schema | str, *, names: str | Path | None = None) -> None:
        """Start without articles, in a domain given by its name, its folder or as it was loaded.

        Args:
            schema: the domain.
            names: the names file that the briefs were made with, where there was one.

        Raises:
            SchemaError: there is no such domain, or it is broken.
            UsageError: the names file cannot be read or cannot hold.
        """
        loaded = schema if isinstance(schema, Schema) else load_schema(schema)
        self._schema = _with_names(loaded, Path(names)) if names else loaded
        self._names = NameJoiner(self._schema)
        self._memo = Memo()
        self._freshness = Freshness()

    def merge(self, briefs: Iterable[ArticleBrief]) -> MergedBrief:
        """Return one brief for these articles. Their order does not matter; an article given twice is one."""
        digests = [self._names.read(b) for b in _each_once(briefs)]
        digests.sort(key=lambda d: d.order)
        self._names.update(digests)
        names = self._names.joined(self._memo)
        merged = _Merge(self._schema, names, self._context(digests, names)).brief()
        self._memo.turn()
        return merged

    def _context(self, digests: Sequence[Digest], names: JoinedNames) -> Context:
        by_id = {d.article.id: d for d in digests}
        voices = {key: self._memo.get(("voices", id(d)), partial(voices_of, d), d) for key, d in by_id.items()}
        origins = Origins(voices, by_id, names.directory)
        return Context(
            digests=digests,
            directory=names.directory,
            origins=origins,
            outlets={key: origins.outlet(d) for key, d in by_id.items()},
            since=self._freshness.turn(digests, names, origins),
            memo=self._memo,
        )


class _Merge:
    """One merge, section by section."""

    def __init__(self, schema: Schema, names: JoinedNames, context: Context) -> None:
        self._schema = schema
        self._names = names
        self._context = context
        self._differences: list[Difference] = []

    def brief(self) -> MergedBrief:
        """Return the merged brief."""
        digests = self._context.digests
        sections = {spec.name: self._section(spec) for spec in self._schema.sections}
        found = contraries(held(self._context, self._schema.relations))
        self._differences += without_told(found, self._differences)
        return MergedBrief(
            summary=summary_lines(digests, self._schema, sections),
            sections=sections,
            differences=tuple(self._differences),
            notes=(*article_notes(self._context), *coverage_notes(self._context, sections, self._schema)),
        )

    def _section(self, spec: SectionSpec) -> MergedSection:
        if spec.kind == "entities":
            return MergedEntities(items=self._names.actors[spec.name])
        if spec.kind == "places":
            return MergedPlaces(items=self._names.places[spec.name])
        return self._strengths(spec) if isinstance(spec.rules, EstimateRules) else self._claims(spec)

    def _strengths(self, spec: SectionSpec) -> StrengthLines:
        if not isinstance(spec.rules, EstimateRules):
            return StrengthLines()
        judged = judged_lines(self._context, entries(self._context, spec.name), spec.rules, self._names)
        self._differences += contested_figures(judged, self._context.outlets)
        return StrengthLines(items=tuple([j.line for j in judged]))

    def _claims(self, spec: SectionSpec) -> MergedClaims:
        voiced = voiced_claims(self._context, spec.name, self._schema.relations)
        self._differences += [*denials(voiced), *contradictions(voiced, self._context), *self._rivalries(voiced, spec)]
        return MergedClaims(items=merge_claims(voiced, spec, self._context.memo))

    def _rivalries(self, voiced: Sequence[Voiced], spec: SectionSpec) -> list[Difference]:
        rules = spec.rules
        if not isinstance(rules, ClaimRules) or not rules.questions:
            return []
        kinds = {e.name: e.kind for listed in self._names.actors.values() for e in listed}
        return rivalries(voiced, rules, kinds, self._schema.entity_rules.parties, self._context)


def _with_names(schema: Schema, path: Path) -> Schema:
    from summarizer.names_file import with_names  # late: seldom given

    return with_names(schema, path)


def _each_once(briefs: Iterable[ArticleBrief]) -> Iterable[ArticleBrief]:
    """Return each article once. Which of two contents under one id stays does not depend on their order."""
    found: dict[str, ArticleBrief] = {}
    for brief in briefs:
        other = found.setdefault(brief.article.id, brief)
        if other is not brief:
            found[brief.article.id] = max(other, brief, key=lambda b: (b.article.path or "", b.article.sha256))
    return found.values()
