"""The merged brief in a few sentences: sources, actors, figures, what is contested, and the statements, each borne out.

Templates, not a model: a sentence is built from parts, and a part whose numbers and names do not stand in its evidence
is left out. A backend that writes may replace all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from summarizer.merging.claims import named_labels
from summarizer.merging.excerpts import weight
from summarizer.merging.phrases import counted_amount
from summarizer.merging.standing import Standing
from summarizer.models import (
    Article,
    ArticleBrief,
    Claim,
    Claims,
    Evidence,
    MergedEntities,
    MergedEstimate,
    MergedPlaces,
    MergedSection,
    StrengthLine,
    StrengthLines,
    SummaryLine,
)
from summarizer.schema import ClaimRules, EstimateRules, Measure, Schema, SectionSpec, words
from summarizer.support import unsupported
from summarizer.wording import when

MOST_NAMES = 3
MOST_FIGURES = 4
MOST_CONTESTED = 2
MOST_LABELS = 4
MOST_STATEMENTS = 2
EASY_STATEMENT = 140
"""Characters of a statement that reads easily."""

LONGEST_STATEMENT = 220
"""Characters of a statement that a summary still quotes."""

_NUMBERS = words("no one two three four five six seven eight nine ten eleven twelve")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence with what bears it."""

    text: str
    evidence: tuple[Evidence, ...]


def summary_lines(
    briefs: Sequence[ArticleBrief],
    schema: Schema,
    sections: Mapping[str, MergedSection],
    outlets: Mapping[str, str | None],
) -> tuple[SummaryLine, ...]:
    """Return the summary, four to seven sentences where there is enough to say; the first tells of the sources."""
    if not briefs:
        return ()
    standing = Standing(briefs, sections)
    lines = [SummaryLine(text=_sources([b.article for b in briefs], outlets))]
    lines += _names(sections, standing)
    lines += _figures(schema, sections, standing)
    for spec in schema.of_kind("claims"):
        section = sections.get(spec.name)
        if isinstance(section, Claims) and section.items:
            lines += _labelled(spec, section.items) if named_labels(spec) else _quoted(spec, section.items, standing)
    return tuple(lines)


# ------------------------------------------------------------------------------------------------- sources and names


def _sources(articles: Sequence[Article], outlets: Mapping[str, str | None]) -> str:
    known = {o for o in outlets.values() if o}
    unnamed = sum(1 for a in articles if not outlets.get(a.id))
    text = f"{_number(len(articles)).capitalize()} article{'s' * (len(articles) != 1)}"
    if known:
        text += f" from {_number(len(known))} named outlet{'s' * (len(known) != 1)}"
        text += f" and {_number(unnamed)} unnamed" if unnamed else ""
    dates = sorted({a.published[:10] for a in articles if a.published})
    undated = sum(1 for a in articles if not a.published)
    if dates:
        text += f", dated {when(dates[0])}" + (f" to {when(dates[-1])}" if len(dates) > 1 else "")
        text += f"; {_number(undated)} without a date" if undated else ""
    else:
        text += ", without a date" if len(articles) == 1 else ", none of them dated"
    copies = sum(1 for a in articles if a.copy_of)
    return text + (f"; {_number(copies)} of them a copy of another." if copies else ".")


def _number(value: int) -> str:
    return _NUMBERS[value] if value < len(_NUMBERS) else f"{value:,}"


def _names(sections: Mapping[str, MergedSection], standing: Standing) -> Iterator[SummaryLine]:
    actors = [e.name for s in sections.values() if isinstance(s, MergedEntities) for e in s.items]
    places = [p.name for s in sections.values() if isinstance(s, MergedPlaces) for p in s.items]
    who, where = (_shown(found, standing) for found in (actors, places))
    told = [(who, "The reports are mostly about {}"), (where, "the places they name most are {}")]
    text = "; ".join(form.format(_list(p.text for p in parts)) for parts, form in told if parts)
    evidence = _unique(e for p in (*who, *where) for e in p.evidence)
    if who and unsupported(text, [e.quote for e in evidence]) is None:
        yield SummaryLine(text=text + ".", evidence=evidence)


def _shown(names: Iterable[str], standing: Standing) -> list[Part]:
    found: list[Part] = []
    for name in names:
        if shown := standing.shown(name, ()):
            found.append(Part(*shown))
        if len(found) == MOST_NAMES:
            break
    return found


# ----------------------------------------------------------------------------------------------------------- figures


def _figures(schema: Schema, sections: Mapping[str, MergedSection], standing: Standing) -> Iterator[SummaryLine]:
    for spec in schema.of_kind("estimates"):
        section = sections.get(spec.name)
        if not isinstance(section, StrengthLines) or not isinstance(spec.rules, EstimateRules):
            continue
        events = {m.name: m for m in spec.rules.measures if m.done_to or m.happens or m.event_nouns or m.states}
        holder = _main_holder(section.items)
        # A vague word ("hundreds") is on its line, but no headline.
        firm = [line for line in section.items if all(e.qualifier != "vague" for e in line.estimates)]
        settled = [line for line in firm if line.status != "contested" and line.holder == holder]
        told = (_figure_part(line.estimates[0], events, standing) for line in sorted(settled, key=_weight))
        parts = list(islice((p for p in told if p), MOST_FIGURES))
        yield from _sentence(f"On the {spec.title.lower()} of {{}}: ", holder, parts, standing)
        contested = [line for line in firm if line.status == "contested"]
        for line in sorted(contested, key=_weight)[:MOST_CONTESTED]:
            yield from _contested(line, events, standing)


def _main_holder(lines: Iterable[StrengthLine]) -> str | None:
    """Return whom most articles give figures for."""
    bearing: dict[str, set[str]] = {}
    counts: dict[str, int] = {}
    for line in lines:
        if line.holder:
            counts[line.holder] = counts.get(line.holder, 0) + 1
            bearing.setdefault(line.holder, set()).update(a for e in line.estimates for a in e.articles)
    return min(counts, key=lambda h: (-len(bearing[h]), -counts[h], h), default=None)


def _weight(line: StrengthLine) -> tuple[object, ...]:
    """Return the key that sorts lines: borne by more articles, by somebody named, dated, larger, first."""
    first = line.estimates[0]
    articles = {a for e in line.estimates for a in e.articles}
    size = max(first.low or 0, first.high or 0)
    return (
        line.status != "agreed",
        -len(articles),
        first.said_by is None,
        first.as_of is None,
        -size,
        line.measure,
        first.id,
    )


def _figure_part(estimate: MergedEstimate, events: Mapping[str, Measure], standing: Standing) -> Part | None:
    """Return a figure with its noun, place, time and claimant, as far as its evidence bears them."""
    evidence = estimate.evidence[:2]
    text = counted_amount(estimate)
    if not estimate.unit and estimate.measure not in text and (estimate.measure in events or not estimate.counted):
        text += f" ({estimate.measure})"
    if unsupported(text, [e.quote for e in evidence]) is not None:
        return None
    text, evidence = _with_place(text, estimate, evidence, standing)
    time = f", {when(estimate.as_of)}" if estimate.as_of else ""
    if unsupported(text + time, [e.quote for e in evidence]) is None:
        text += time
    return _with_claimant(text, estimate, evidence, standing)


def _with_place(
    text: str, estimate: MergedEstimate, evidence: tuple[Evidence, ...], standing: Standing
) -> tuple[str, tuple[Evidence, ...]]:
    shown = standing.shown(estimate.place, evidence, estimate.articles[0]) if estimate.place else None
    if shown is None or shown[0] in text:
        return text, evidence
    return f"{text} in {shown[0]}", (*evidence, *shown[1])


def _with_claimant(
    text: str, estimate: MergedEstimate, evidence: tuple[Evidence, ...], standing: Standing
) -> Part | None:
    if estimate.said_by is None:
        return Part(f"{text}, in an article's own voice", evidence)
    shown = standing.shown(estimate.said_by, evidence, estimate.articles[0])
    speaker, more = shown or (estimate.said_by, ())
    part = Part(f"{text}, according to {_inner(speaker)}", (*evidence, *more))
    # A figure whose claimant cannot be shown must not become the brief's own.
    return part if unsupported(part.text, [e.quote for e in part.evidence]) is None else None


def _contested(line: StrengthLine, events: Mapping[str, Measure], standing: Standing) -> Iterator[SummaryLine]:
    told = (_figure_part(e, events, standing) for e in line.estimates)
    parts = list(islice((p for p in told if p), MOST_CONTESTED + 1))
    if len(parts) < 2:
        return
    first, *others = parts
    text = f"{first.text}, against {' and '.join(p.text for p in others)}"
    whole = Part(text, _unique(e for p in (first, *others) for e in p.evidence))
    yield from _sentence("Sources differ on {}: ", line.holder or "this", [whole], standing)


def _sentence(opening: str, about: str | None, parts: Sequence[Part], standing: Standing) -> Iterator[SummaryLine]:
    """Build a sentence about somebody from its parts; none where there is nothing to say."""
    evidence = _unique(e for p in parts for e in p.evidence)
    if not parts or about is None:
        return
    shown = standing.shown(about, evidence) or (about, ())
    text = opening.format(shown[0]) + "; ".join(p.text for p in parts) + "."
    evidence = _unique((*evidence, *shown[1]))
    if unsupported(text, [e.quote for e in evidence]) is None:
        yield SummaryLine(text=text, evidence=evidence)


# -------------------------------------------------------------------------------------------------------- statements


def _labelled(spec: SectionSpec, claims: Sequence[Claim]) -> Iterator[SummaryLine]:
    """Yield what is said under labels that name a thing, those that most articles bear first."""
    rules = spec.rules
    named = named_labels(spec)
    listed = [c for c in claims if c.label in named and c.assertion != "denied"][:MOST_LABELS]
    if not isinstance(rules, ClaimRules) or not listed:
        return
    labels = dict.fromkeys(_lowered(rules.labels.get(c.label or "", c.label or "")) for c in listed)
    articles = {e.article for c in listed for e in c.evidence}
    who = "one article describes" if len(articles) == 1 else "several articles describe"
    evidence = _unique(c.evidence[0] for c in listed if c.evidence)
    yield SummaryLine(text=f"On {spec.title.lower()}, {who} {'; '.join(labels)}.", evidence=evidence)


def _quoted(spec: SectionSpec, claims: Sequence[Claim], standing: Standing) -> Iterator[SummaryLine]:
    """Yield a few statements in their own words, of different labels where there are, each in its speaker's name."""
    listed = [c for c in claims if len(c.text) <= LONGEST_STATEMENT and c.evidence]
    listed.sort(
        key=lambda c: (-len({e.article for e in c.evidence}), len(c.text) > EASY_STATEMENT, -weight(c.text, spec))
    )
    parts: list[Part] = []
    told: set[str | None] = set()
    for claim in listed:
        # Another topic in another article each time, so that few sentences show much.
        fresh = len(parts) < MOST_STATEMENTS and told.isdisjoint((claim.label, claim.evidence[0].article))
        if fresh and (part := _statement(claim, standing)):
            parts.append(part)
            told |= {claim.label, claim.evidence[0].article}
    text = f"On {spec.title.lower()}: {'; '.join(p.text for p in parts)}."
    evidence = _unique(e for p in parts for e in p.evidence)
    if parts and unsupported(text, [e.quote for e in evidence]) is None:
        yield SummaryLine(text=text, evidence=evidence)


def _statement(claim: Claim, standing: Standing) -> Part | None:
    quoted = f"“{claim.text.strip('“”').rstrip('.')}”"
    evidence = claim.evidence[:2]
    if claim.said_by is None:
        return None if claim.assertion == "reported" else Part(quoted, evidence)
    speaker, more = standing.shown(claim.said_by, evidence, claim.evidence[0].article) or (claim.said_by, ())
    part = Part(f"{quoted}, according to {_inner(speaker)}", (*evidence, *more))
    return part if unsupported(part.text, [e.quote for e in part.evidence]) is None else None


def _inner(speaker: str) -> str:
    """Return a speaker as in the middle of a sentence: "Local residents" begin one only where they did."""
    first, _, rest = speaker.partition(" ")
    return _lowered(speaker) if rest and rest.islower() and not first.isupper() else speaker


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() or not text[1:2].isalpha() else text


def _list(items: Iterable[str]) -> str:
    *most, last = [*items] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def _unique(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple({(e.article, e.start, e.end): e for e in evidence}.values())
