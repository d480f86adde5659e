"""The merged brief in a few sentences: who and where, figures, what is contested, statements, all of it borne out.

Templates, not a model: a sentence is built from parts, and what its evidence does not bear is left out. A backend that
writes may replace all of it. How many articles there are and of what dates stands above the summary, not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from summarizer.merging.digest import Digest
from summarizer.merging.standing import Standing
from summarizer.merging.summary.claims import told_claims
from summarizer.merging.summary.figures import told_figures
from summarizer.merging.summary.parts import Part, borne, listed
from summarizer.models import MergedClaims, MergedEntities, MergedPlaces, MergedSection, StrengthLines, SummaryLine
from summarizer.schema import EstimateRules, Schema

__all__ = ["summary_lines"]

MOST_NAMES = 3


def summary_lines(
    digests: Sequence[Digest], schema: Schema, sections: Mapping[str, MergedSection]
) -> tuple[SummaryLine, ...]:
    """Return the summary, three to eight sentences where there is enough to say."""
    if not digests:
        return ()
    standing = Standing(digests, sections)
    lines = list(_names(sections, standing))
    for spec in schema.sections:
        section = sections.get(spec.name)
        if isinstance(section, StrengthLines) and isinstance(spec.rules, EstimateRules):
            lines += told_figures(section.items, spec.rules, standing)
    for spec in schema.sections:
        section = sections.get(spec.name)
        if isinstance(section, MergedClaims) and section.items:
            lines += told_claims(spec, section.items, standing)
    return tuple(lines)


def _names(sections: Mapping[str, MergedSection], standing: Standing) -> Iterator[SummaryLine]:
    actors = [e.name for s in sections.values() if isinstance(s, MergedEntities) for e in s.items]
    places = [p.name for s in sections.values() if isinstance(s, MergedPlaces) for p in s.items]
    who, where = (_shown(found, standing) for found in (actors, places))
    forms = [(who, "The reports centre on {}"), (where, "the places named most are {}")]
    text = "; ".join(form.format(listed(p.text for p in parts)) for parts, form in forms if parts)
    if who:
        yield from borne(f"{text}.", (*who, *where))


def _shown(names: Iterable[str], standing: Standing) -> list[Part]:
    found: list[Part] = []
    for name in names:
        if shown := standing.shown(name, ()):
            found.append(Part(*shown))
        if len(found) == MOST_NAMES:
            break
    return found
