"""Figures and statements with the reason of each of their fields."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from summarizer.checks import check_claim, check_estimate
from summarizer.explanation import (
    Decision,
    DraftReasons,
    EstimateRead,
    FigureRead,
    MarkReasons,
    Reason,
    Statement,
)
from summarizer.models import (
    ArticleBrief,
    Attribution,
    Draft,
    DraftClaim,
    DraftEstimate,
    Estimate,
    Estimates,
    MarkedArticle,
    Time,
)
from summarizer.schema import ClaimRules, Schema
from summarizer.tags import PUBLISHED, find
from summarizer.wording import figure

NOT_TOLD = Reason(rule="not told", means="What decided it was not recorded.")
WHOLE_LEFT_OUT = Reason(rule="whole left out", means="The figure that it is a part of is no estimate itself.")


def figures(
    marked: MarkedArticle,
    draft: Draft,
    brief: ArticleBrief,
    schema: Schema,
    *,
    read: MarkReasons,
    decided: DraftReasons,
) -> Iterator[FigureRead]:
    """Yield each number of the article with what was made of it."""
    text = marked.article.text
    estimates = _by_tag(draft)
    grounded = {e.id: e for s in brief.sections.values() if isinstance(s, Estimates) for e in s.items}
    for number, q in enumerate(marked.quantities, start=1):
        tag = f"N{number}"
        found = tuple(
            _estimate(
                section,
                drafted,
                grounded.get(f"{marked.article.id}-{tag}"),
                marked,
                schema,
                reasons={**decided.estimates[section][tag], "bounds": read[tag][0]},
            )
            for section, drafted in estimates.get(tag, ())
        )
        yield FigureRead(
            tag=tag,
            start=q.start,
            end=q.end,
            quote=text[q.start : max(q.end, q.counted_end)],
            kind=q.kind,
            low=q.low,
            high=q.high,
            qualifier=q.qualifier,
            unit=q.unit,
            counted=q.counted,
            line=_line_at(q.start, marked),
            estimates=found,
            left_out=() if found else decided.left_out.get(tag, ()),
        )


def _by_tag(draft: Draft) -> Mapping[str, list[tuple[str, DraftEstimate]]]:
    found: dict[str, list[tuple[str, DraftEstimate]]] = {}
    for section, drafted in draft.estimates.items():
        for estimate in drafted:
            found.setdefault(estimate.quantity, []).append((section, estimate))
    return found


def _line_at(position: int, marked: MarkedArticle) -> str | None:
    sentences = marked.article.sentences
    at = bisect_right(sentences, position, key=lambda s: s.start) - 1
    return f"S{sentences[at].index}" if at >= 0 and position < sentences[at].end else None


def _estimate(
    section: str,
    drafted: DraftEstimate,
    grounded: Estimate | None,
    marked: MarkedArticle,
    schema: Schema,
    *,
    reasons: Mapping[str, Reason],
) -> EstimateRead:
    refused = None if grounded else check_estimate(drafted, marked, schema) or "it was left out"
    values = _values(drafted, grounded, marked)
    if grounded and drafted.part_of and not grounded.part_of:
        values["part_of"] = (None, None)
        reasons = {**reasons, "part_of": WHOLE_LEFT_OUT}
    decisions = tuple(
        Decision(field=field, value=value, tag=tag, reason=reasons.get(field, NOT_TOLD))
        for field, (value, tag) in values.items()
    )
    return EstimateRead(section=section, estimate=grounded, decisions=decisions, refused=refused)


def _values(
    drafted: DraftEstimate, grounded: Estimate | None, marked: MarkedArticle
) -> dict[str, tuple[str | None, str | None]]:
    """Return by field the value in words and the tag that was pointed at."""
    q = find(drafted.quantity, marked)
    said_by, voice = _pointed_at(drafted.said_by, marked)
    relayed = "".join(f", via {name}" for name in (grounded.via if grounded else ()))
    return {
        "measure": (drafted.measure, None),
        "bounds": (figure(q.low, q.high, q.qualifier, q.unit, marked.article.text[q.start : q.end]), None),
        "holder": _pointed_at(drafted.holder, marked),
        "place": _pointed_at(drafted.place, marked),
        "said_by": (said_by + relayed if said_by else said_by, voice),
        "assertion": (drafted.assertion, None),
        "as_of": _pointed_at(drafted.as_of, marked),
        "part_of": _pointed_at(drafted.part_of, marked),
    }


def _pointed_at(tag: str | None, marked: MarkedArticle) -> tuple[str | None, str | None]:
    """Return what a tag stands for in words, and the tag; a group of the schema is its own word and no tag."""
    if not tag:
        return None, None
    if tag == PUBLISHED:
        return (marked.article.published or "")[:10] or None, PUBLISHED
    found = find(tag, marked)
    if found is None:
        return tag, None
    if isinstance(found, Time):
        return found.value, tag
    if isinstance(found, Attribution):
        return found.speaker, tag
    return getattr(found, "name", None) or marked.article.text[found.start : max(found.end, found.counted_end)], tag


def statements(marked: MarkedArticle, draft: Draft, schema: Schema, decided: DraftReasons) -> Iterator[Statement]:
    """Yield by section each sentence with a cue, the claims first and best first."""
    for spec in schema.of_kind("claims"):
        claims = {c.sentences[0]: c for c in draft.claims.get(spec.name, ())}
        enough = spec.rules.at_least if isinstance(spec.rules, ClaimRules) else 0.0
        for scoring in decided.scorings.get(spec.name, ()):
            claim = claims.get(scoring.line)
            refused = check_claim(claim, marked, schema) if claim else None
            yield Statement(
                section=spec.name,
                line=scoring.line,
                label=scoring.label,
                score=scoring.score,
                enough=enough,
                parts=scoring.parts,
                decisions=tuple(_of_claim(claim, marked, decided.claims[spec.name][scoring.line])) if claim else (),
                left_out=Reason(rule="refused by a check", means=refused) if refused else scoring.left_out,
            )


def _of_claim(claim: DraftClaim, marked: MarkedArticle, reasons: Mapping[str, Reason]) -> Iterator[Decision]:
    said_by, voice = _pointed_at(claim.said_by, marked)
    values = {"label": (claim.label, None), "said_by": (said_by, voice), "assertion": (claim.assertion, None)}
    for field, (value, tag) in values.items():
        yield Decision(field=field, value=value, tag=tag, reason=reasons.get(field, NOT_TOLD))
