"""Figures in the summary: what most is said about, side by side with who says it; then the rest; then what clashes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from summarizer.merging.intervals import is_moment
from summarizer.merging.phrases import counted_amount
from summarizer.merging.standing import Standing
from summarizer.merging.summary.parts import Part, borne, told_by, unique
from summarizer.models import Evidence, MergedEstimate, StrengthLine, SummaryLine
from summarizer.schema import EstimateRules, Measure
from summarizer.support import unsupported
from summarizer.wording import when, when_in_full

MOST_FIGURES = 5
MOST_BESIDE = 3
MOST_CONTESTED = 2
MOST_SIDES = 3

Evidences = tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """What a section's figures are told with.

    `events` are the measures of what happened, by name: the noun alone ("12 members") does not say what befell them.
    `groups` are the holders that are nobody in particular ("homes"), so that a measure can follow: "homes destroyed".
    """

    events: Mapping[str, Measure]
    groups: tuple[str, ...]

    def about(self, holder: str | None, measure: str) -> tuple[str, str]:
        """Return a form with a slot and what stands in it: "the personnel of {}", "homes destroyed"."""
        told = measure.replace("_", " ")
        if holder is None:
            return "{}", f"the figures for “{told}”"
        if holder in self.groups:
            return "{}", holder if holder == told else f"{holder} {told}"
        return f"the {told} of {{}}", holder

    def alike(self, holder: str | None, main: str | None) -> bool:
        """Whether figures of a holder go beside those of the main one: the same, or both nobody in particular."""
        return holder == main or (holder in self.groups and main in self.groups)


def told_figures(lines: Sequence[StrengthLine], rules: EstimateRules, standing: Standing) -> Iterator[SummaryLine]:
    """Yield up to four sentences on the figures of a section."""
    events = {m.name: m for m in rules.measures if m.done_to or m.happens or m.event_nouns or m.states}
    # A vague word ("hundreds") is on its line, but no headline.
    firm = [line for line in lines if all(e.qualifier != "vague" for e in line.estimates)]
    words = _Words(events, rules.groups)
    main = _main(firm)
    if main is None:
        return
    holder, measure = main
    told = sorted((x for x in firm if (x.holder, x.measure) == main), key=_weight)
    yield from _on_main(holder, measure, told, words, standing)
    beside = sorted((x for x in firm if words.alike(x.holder, holder) and (x.holder, x.measure) != main), key=_weight)
    yield from _beside(holder, [x for x in beside if x.status != "contested"], words, standing)
    contested = [x for x in firm if x.status == "contested" and (x.holder, x.measure) != main]
    for line in sorted(contested, key=_weight)[:MOST_CONTESTED]:
        yield from _contested(line, words, standing)


def _main(lines: Iterable[StrengthLine]) -> tuple[str | None, str] | None:
    """Return the holder and measure that most origins give figures for; nobody only where no figure is anybody's."""
    origins: dict[tuple[str, str], set[str | None]] = {}
    articles: dict[tuple[str, str], set[str]] = {}
    for line in lines:
        key = (line.holder or "", line.measure)
        origins.setdefault(key, set()).update([e.origin for e in line.estimates])
        articles.setdefault(key, set()).update([a for e in line.estimates for a in e.articles])
    best = min(origins, key=lambda k: (not k[0], -len(origins[k]), -len(articles[k]), k), default=None)
    return (best[0] or None, best[1]) if best else None


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
    holder: str | None, measure: str, lines: Sequence[StrengthLine], words: _Words, standing: Standing
) -> Iterator[SummaryLine]:
    parts = list(islice((p for line in lines for p in _parts(line, words, standing)), MOST_FIGURES))
    origins = {e.origin for line in lines for e in line.estimates}
    settled = len(origins) < 2 or all(line.status == "agreed" for line in lines)
    form, about = words.about(holder, measure)
    opening = f"On {form}: " if settled else f"On {form} there is no one figure: "
    yield from _sentence(opening, about, parts, standing)


def _beside(
    holder: str | None, lines: Sequence[StrengthLine], words: _Words, standing: Standing
) -> Iterator[SummaryLine]:
    """Yield the best figure of each further measure of a holder; of all of them where the holders are nobody."""
    grouped = holder is None or holder in words.groups
    most = MOST_FIGURES if grouped else MOST_BESIDE
    parts: dict[tuple[str | None, str], Part] = {}
    for line in lines:
        key = (line.holder, line.measure)
        if key not in parts and len(parts) < most:
            newest = line.model_copy(update={"estimates": _newest_first(line.estimates)})
            first = next(_parts(newest, words, standing), None)
            if first is not None:
                parts[key] = first
    opening = "The reports also give: " if grouped else "The reports also give, of {}: "
    yield from _sentence(opening, holder or "", list(parts.values()), standing)


def _newest_first(estimates: Sequence[MergedEstimate]) -> tuple[MergedEstimate, ...]:
    """Return the figures of a line with the latest first, where each says how things stood at some moment."""
    return tuple(estimates[::-1] if all(is_moment(e.as_of) for e in estimates) else estimates)


def _contested(line: StrengthLine, words: _Words, standing: Standing) -> Iterator[SummaryLine]:
    about = words.about(line.holder, line.measure)[1]
    yield from _sentence("Sources differ on {}: ", about, list(_parts(line, words, standing)), standing)


def _parts(line: StrengthLine, words: _Words, standing: Standing) -> Iterator[Part]:
    """Yield the figures of a line, wholes only; those of a contested one as a single part, set against each other."""
    here = {e.id for e in line.estimates}
    wholes = [e for e in line.estimates if e.part_of not in here]
    if line.status != "contested":
        yield from (p for e in wholes if (p := _figure(e, words, standing)))
        return
    sides: list[Part] = []
    latest = {e.origin: e.id for e in wholes}  # in time order: nobody speaks against what he said before
    for estimate in [e for e in wholes if latest[e.origin] == e.id][: 2 * MOST_SIDES]:
        # The place is the same for all of them: the first one says it.
        part = _figure(estimate, words, standing, placed=not sides)
        sides += [part] if part and len(sides) < MOST_SIDES else []
    if len(sides) > 1:
        yield Part(" against ".join(p.text for p in sides), unique(e for p in sides for e in p.evidence))


def _figure(estimate: MergedEstimate, words: _Words, standing: Standing, *, placed: bool = True) -> Part | None:
    """Return a figure with its noun, place, time and claimant, as far as its evidence bears them."""
    evidence = estimate.evidence[:2]
    text = counted_amount(estimate)
    if not estimate.unit and not estimate.counted and estimate.holder in words.groups:
        text += f" {estimate.holder}"  # "11,000 homes damaged"
    if estimate.unit and estimate.holder in words.groups:
        text += f" of {estimate.holder}"  # "380 km² of crops"
    elif estimate.measure in words.events and not estimate.unit and estimate.measure not in text:
        text += f" {estimate.measure.replace('_', ' ')}"
    if unsupported(text, [e.quote for e in evidence]) is not None:
        return None
    if placed:
        text, evidence = _with_place(text, estimate, evidence, standing)
    time = _time(text, estimate, evidence)
    speaker = told_by(estimate.said_by, evidence, estimate.articles[0], standing)
    part = Part(f"{text} ({speaker.text}{time})", (*evidence, *speaker.evidence))
    # A figure whose claimant cannot be shown must not become the brief's own.
    return part if unsupported(part.text, [e.quote for e in part.evidence]) is None else None


def _time(text: str, estimate: MergedEstimate, evidence: Evidences) -> str:
    """Return ", 13 Sep 2018" or ", 13 September 2018", whichever stands in the evidence; "" where neither does."""
    quotes = [e.quote for e in evidence]
    forms = (f", {form(estimate.as_of)}" for form in (when, when_in_full)) if estimate.as_of else ()
    return next((time for time in forms if unsupported(text + time, quotes) is None), "")


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
