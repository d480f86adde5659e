"""Statements in the summary: things by their labels, opinions in their own words and their speakers' names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from summarizer.merging.alike import named_labels
from summarizer.merging.standing import Standing
from summarizer.merging.summary.parts import Part, borne, lowered, told_by, unique
from summarizer.models import Evidence, MergedClaim, SummaryLine
from summarizer.schema import ClaimRules, SectionSpec
from summarizer.support import unsupported

MOST_LABELS = 4
MOST_STATEMENTS = 3
MOST_BEARING = 2
LONGEST_STATEMENT = 220
"""Characters of a statement that a summary still quotes."""


def told_claims(spec: SectionSpec, claims: Sequence[MergedClaim], standing: Standing) -> Iterator[SummaryLine]:
    """Yield a sentence on a section of claims, which come best first."""
    if named_labels(spec):
        yield from _labelled(spec, claims)
    else:
        yield from _quoted(spec, claims, standing)


def _labelled(spec: SectionSpec, claims: Sequence[MergedClaim]) -> Iterator[SummaryLine]:
    """Yield which things several independent sources tell of; where none are, which ones any does."""
    named = named_labels(spec)
    told = [c for c in claims if c.label in named and c.assertion != "denied" and c.evidence]
    several = [c for c in told if c.independent > 1]
    shown = (several or told)[:MOST_LABELS]
    if shown:
        who = "independent sources describe" if several else "the reports describe"
        text = f"On {spec.title.lower()}, {who} {'; '.join(_label(c, spec) for c in shown)}."
        yield SummaryLine(text=text, evidence=unique(e for c in shown for e in _one_each(c)))


def _one_each(claim: MergedClaim) -> Iterator[Evidence]:
    """Yield the first evidence from each of the first articles that bear a claim."""
    first = {e.article: e for e in reversed(claim.evidence)}
    yield from islice((e for e in claim.evidence if first[e.article] is e), MOST_BEARING)


def _label(claim: MergedClaim, spec: SectionSpec) -> str:
    labels = spec.rules.labels if isinstance(spec.rules, ClaimRules) else {}
    return lowered(labels.get(claim.label or "", claim.label or ""))


def _quoted(spec: SectionSpec, claims: Sequence[MergedClaim], standing: Standing) -> Iterator[SummaryLine]:
    """Yield a few statements in their own words, of different topics and articles, each in its speaker's name."""
    parts: list[Part] = []
    labels: set[str | None] = set()
    articles: set[str] = set()
    for claim in claims:
        if len(parts) == MOST_STATEMENTS:
            break
        readable = len(claim.text) <= LONGEST_STATEMENT and claim.evidence and claim.assertion != "denied"
        if not readable or claim.label in labels or claim.evidence[0].article in articles:
            continue
        if part := _statement(claim, standing):
            parts.append(part)
            labels.add(claim.label)
            articles.add(claim.evidence[0].article)
    if parts:
        yield from borne(f"On {spec.title.lower()}, {'; '.join(p.text for p in parts)}.", parts)


def _statement(claim: MergedClaim, standing: Standing) -> Part | None:
    if claim.said_by is None and claim.assertion == "reported" and claim.independent == 1:
        return None
    evidence = claim.evidence[:2]
    speaker = told_by(claim.said_by, evidence, evidence[0].article, standing)
    quoted = _in_quotes(claim.text)
    if claim.said_by is None:
        told = f"{quoted}, in the words of one {'of several articles' if claim.independent > 1 else 'article'}"
    else:
        # A quote that says itself who speaks needs no more.
        told = quoted if speaker.text in claim.text else f"according to {speaker.text}, {quoted}"
    part = Part(told, (*evidence, *speaker.evidence))
    return part if unsupported(part.text, [e.quote for e in part.evidence]) is None else None


def _in_quotes(text: str) -> str:
    """Return a statement in quotation marks; those inside it become single ones, but for a pair around the whole."""
    inner = text.strip("“”").rstrip(".")
    if "“" in inner or "”" in inner:
        inner = text.rstrip(".").replace("“", "‘").replace("”", "’")
    return f"“{inner}”"
