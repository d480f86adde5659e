"""Says by which rules a draft came about. Reads the article again, so that drafting has nothing to keep for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from summarizer.backends.offline.claims import Scored, repeats, score_sentences
from summarizer.backends.offline.estimates import read_figures
from summarizer.backends.offline.frames import frames_of
from summarizer.backends.offline.measures import PassedOver
from summarizer.backends.offline.reading import Reading
from summarizer.backends.offline.rulebook import OUTSIDE, reason
from summarizer.explanation import DraftReasons, Pick, Reason, ScorePart, Scoring
from summarizer.models import Draft, DraftClaim, DraftEstimate, MarkedArticle
from summarizer.schema import ClaimRules, Schema

__all__ = ["account_for"]


def account_for(draft: Draft, marked: MarkedArticle, schema: Schema) -> DraftReasons:
    """Return the rules behind what `draft_by_rules` drafted of an article, and behind what it left out."""
    reading = Reading(marked, schema.entity_rules.parties)
    claims = {s.name: draft.claims.get(s.name, ()) for s in schema.of_kind("claims")}
    return DraftReasons(
        estimates={name: {e.quantity: _reasons(e) for e in found} for name, found in draft.estimates.items()},
        left_out=dict(_left_out(draft, reading, schema)),
        claims={name: {c.sentences[0]: _reasons(c) for c in found} for name, found in claims.items()},
        scorings={
            name: tuple(_scorings(claims[name], reading, rules, scored))
            for name, rules, scored in score_sentences(reading, schema)
        },
        summary=tuple(
            Pick(line=tag, reason=reason(c.rules["sentence"])) for c in draft.summary for tag in c.sentences[:1]
        ),
    )


def _reasons(drafted: DraftEstimate | DraftClaim) -> Mapping[str, Reason]:
    return {field: reason(rule) for field, rule in drafted.rules.items()}


def _left_out(draft: Draft, reading: Reading, schema: Schema) -> Iterator[tuple[str, tuple[Reason, ...]]]:
    """Yield each number that is no estimate of any section, with the rules that left it out, each once."""
    rules: dict[str, dict[str, Reason]] = {f"N{n + 1}": {} for n in range(len(reading.marked.quantities))}
    for frames in frames_of(schema):
        for figure, found in zip(reading.figures, read_figures(reading, frames), strict=True):
            if isinstance(found, PassedOver):
                rules[figure.tag][found.rule] = reason(found.rule)
    drafted = {e.quantity for found in draft.estimates.values() for e in found}
    for tag, why in rules.items():
        if tag not in drafted:
            yield tag, tuple(why.values()) or (reason(OUTSIDE),)


def _scorings(
    claims: Iterable[DraftClaim], reading: Reading, rules: ClaimRules, found: Iterable[Scored]
) -> Iterator[Scoring]:
    """Yield all sentences with a cue: those that became claims, best first, then the others in text order."""
    scored = {f"S{reading.sentences[s.sentence].index}": s for s in found}
    taken = {tag: scored[tag] for claim in claims for tag in claim.sentences[:1]}
    for tag, one in {**taken, **scored}.items():
        parts = tuple(ScorePart(reason=reason(rule), weight=weight) for rule, weight in one.parts)
        left_out = None if tag in taken else _why_not(one, taken, rules)
        yield Scoring(tag, one.label, one.score, parts, left_out)


def _why_not(one: Scored, taken: Mapping[str, Scored], rules: ClaimRules) -> Reason:
    if one.score < rules.at_least:
        return reason("score too low")
    same = next((tag for tag, other in taken.items() if repeats(one, other)), None)
    return reason(f"says the same as {same!r}" if same else "no room")
