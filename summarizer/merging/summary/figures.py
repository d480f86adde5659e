"""Figures in the summary: what most is said about, side by side with who says it; then the rest; then what clashes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from summarizer.merging.phrases import counted_amount
from summarizer.merging.standing import Standing
from summarizer.merging.summary.parts import Part, borne, told_by, unique
from summarizer.models import Evidence, MergedEstimate, StrengthLine, SummaryLine
from summarizer.schema import EstimateRules, Measure
from summarizer.support import unsupported
from summarizer.wording import when

MOST_FIGURES = 5
MOST_BESIDE = 3
MOST_CONTESTED = 2
MOST_SIDES = 3

Evidences = tuple[Evidence, ...]
Events = Mapping[str, Measure]
"""Measures of what happened, by name: the noun alone ("12 members") does not say what befell them."""


def told_figures(lines: Sequence[StrengthLine], rules: EstimateRules, standing: Standing) -> Iterator[SummaryLine]:
    """Yield up to four sentences on the figures of a section."""
    events = {m.name: m for m in rules.measures if m.done_to or m.happens or m.event_nouns or m.states}
    # A vague word ("hundreds") is on its line, but no headline.
    firm = [line for line in lines if all(e.qualifier != "vague" for e in line.estimates)]
    main = _main(firm)
    if main is None:
        return
    holder, measure = main
    told = sorted((x for x in firm if (x.holder, x.measure) == main), key=_weight)
    yield from _on_main(holder, measure, told, events, standing)
    beside = sorted((x for x in firm if x.holder == holder and x.measure != measure), key=_weight)
    yield from _beside(holder, [x for x in beside if x.status != "contested"], events, standing)
    contested = [x for x in firm if x.status == "contested" and (x.holder, x.measure) != main]
    for line in sorted(contested, key=_weight)[:MOST_CONTESTED]:
        yield from _contested(line, events, standing)


def _main(lines: Iterable[StrengthLine]) -> tuple[str, str] | None:
    """Return the holder and measure that most origins give figures for."""
    origins: dict[tuple[str, str], set[str | None]] = {}
    articles: dict[tuple[str, str], set[str]] = {}
    for line in lines:
        if line.holder:
            key = (line.holder, line.measure)
            origins.setdefault(key, set()).update([e.origin for e in line.estimates])
            articles.setdefault(key, set()).update([a for e in line.estimates for a in e.articles])
    return min(origins, key=lambda k: (-len(origins[k]), -len(articles[k]), k), default=None)


def _weight(line: StrengthLine) -> tuple[object, ...]:
    """Return the key that sorts lines: contested or agreed, borne by more articles, named, dated, larger first."""
    first = line.estimates[0]
    articles = {a for e in line.estimates for a in e.articles}
    size = max(first.low or 0, first.high or 0)
    standing = ("contested", "agreed").index(line.status) if line.status in ("contested", "agreed") else 2
    return (
        standing,
        first.part_of is not None,
        -len(articles),
        first.said_by is None,
        first.as_of is None,
        -size,
        line.measure,
        first.id,
    )


def _on_main(
    holder: str, measure: str, lines: Sequence[StrengthLine], events: Events, standing: Standing
) -> Iterator[SummaryLine]:
    parts = list(islice((p for line in lines for p in _parts(line, events, standing)), MOST_FIGURES))
    origins = {e.origin for line in lines for e in line.estimates}
    settled = len(origins) < 2 or all(line.status == "agreed" for line in lines)
    opening = "On the {} of {}: " if settled else "On the {} of {} there is no one figure: "
    yield from _sentence(opening.format(measure.replace("_", " "), "{}"), holder, parts, standing)


def _beside(holder: str, lines: Sequence[StrengthLine], events: Events, standing: Standing) -> Iterator[SummaryLine]:
    """Yield the best figure of each further measure of a holder."""
    parts: dict[str, Part] = {}
    for line in lines:
        if line.measure not in parts and len(parts) < MOST_BESIDE:
            first = next(_parts(line, events, standing), None)
            if first is not None:
                parts[line.measure] = first
    yield from _sentence("The reports also give, of {}: ", holder, list(parts.values()), standing)


def _contested(line: StrengthLine, events: Events, standing: Standing) -> Iterator[SummaryLine]:
    yield from _sentence(
        "Sources differ on {}: ", line.holder or "this", list(_parts(line, events, standing)), standing
    )


def _parts(line: StrengthLine, events: Events, standing: Standing) -> Iterator[Part]:
    """Yield the figures of a line, wholes only; those of a contested one as a single part, set against each other."""
    here = {e.id for e in line.estimates}
    wholes = [e for e in line.estimates if e.part_of not in here]
    if line.status != "contested":
        yield from (p for e in wholes if (p := _figure(e, events, standing)))
        return
    sides: list[Part] = []
    for estimate in wholes[: 2 * MOST_SIDES]:
        # The place is the same for all of them: the first one says it.
        part = _figure(estimate, events, standing, placed=not sides)
        sides += [part] if part and len(sides) < MOST_SIDES else []
    if len(sides) > 1:
        yield Part(" against ".join(p.text for p in sides), unique(e for p in sides for e in p.evidence))


def _figure(estimate: MergedEstimate, events: Events, standing: Standing, *, placed: bool = True) -> Part | None:
    """Return a figure with its noun, place, time and claimant, as far as its evidence bears them."""
    evidence = estimate.evidence[:2]
    text = counted_amount(estimate)
    if estimate.measure in events and not estimate.unit and estimate.measure not in text:
        text += f" {estimate.measure.replace('_', ' ')}"
    if unsupported(text, [e.quote for e in evidence]) is not None:
        return None
    if placed:
        text, evidence = _with_place(text, estimate, evidence, standing)
    time = f", {when(estimate.as_of)}" if estimate.as_of else ""
    if unsupported(text + time, [e.quote for e in evidence]) is not None:
        time = ""
    speaker = told_by(estimate.said_by, evidence, estimate.articles[0], standing)
    part = Part(f"{text} ({speaker.text}{time})", (*evidence, *speaker.evidence))
    # A figure whose claimant cannot be shown must not become the brief's own.
    return part if unsupported(part.text, [e.quote for e in part.evidence]) is None else None


def _with_place(text: str, estimate: MergedEstimate, evidence: Evidences, standing: Standing) -> tuple[str, Evidences]:
    shown = standing.shown(estimate.place, evidence, estimate.articles[0]) if estimate.place else None
    if shown is None or shown[0] in text:
        return text, evidence
    return f"{text} in {shown[0]}", (*evidence, *shown[1])


def _sentence(opening: str, about: str, parts: Sequence[Part], standing: Standing) -> Iterator[SummaryLine]:
    """Yield a sentence about somebody from its parts; none where there is nothing to say."""
    if parts:
        evidence = unique(e for p in parts for e in p.evidence)
        form, more = standing.shown(about, evidence) or (about, ())
        text = opening.format(form) + "; ".join(p.text for p in parts) + "."
        yield from borne(text, [*parts, Part("", more)])
