"""Figures and lines in words, the way a brief says them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from summarizer.merging.status import Verdict
from summarizer.models import Estimate, MergedEstimate
from summarizer.wording import counted_noun, figure, when

Outlets = Mapping[str, str | None]
"""The outlet of each article by its id, None where it names none."""

OWN_VOICE = "the article itself"
MOST_SAID = 6
"""Figures that a line says in words; all of them stand in its estimates."""

_LONGEST_COUNTED = 6
_VAGUE = re.compile(
    r"\b(?:tens|dozens|scores|hundreds|thousands|millions)(?: of (?:thousands|millions))?"
    r" of (?:square|sq\.?) (?:kilomet\w{2,4}|miles?|km|metres|meters)\b",
    re.IGNORECASE,
)


def amount(estimate: Estimate) -> str:
    """Return a figure in words: "more than 1,000", "about 4,000 km²"; as denied where it is."""
    quote = estimate.evidence[0].quote if estimate.evidence else ""
    said = figure(estimate.low, estimate.high, estimate.qualifier, estimate.unit, quote)
    if estimate.qualifier == "vague" and estimate.unit:
        # "Hundreds of square miles" has bounds in km² that nobody gave: the words say it better.
        printed = _VAGUE.findall(quote)
        said = printed[0].lower() if len(printed) == 1 else said
    return f"not {said}" if estimate.assertion == "denied" else said


def counted_amount(estimate: Estimate) -> str:
    """Return a figure with the noun it counts: "up to 2,000 homes"; long noun phrases lose their beginning."""
    noun = " ".join(counted_noun(estimate.counted, estimate.qualifier).split()[-_LONGEST_COUNTED:])
    if estimate.unit or not noun:
        return amount(estimate)
    return f"{amount(estimate)} {'of ' if estimate.qualifier == 'vague' else ''}{noun}"


def claimant(estimate: MergedEstimate, outlets: Outlets) -> str:
    """Return who says it, with who relays it; the outlet where the article speaks itself and has one."""
    if estimate.said_by is None:
        return outlets.get(estimate.articles[0]) or OWN_VOICE
    return ", via ".join([estimate.said_by, ", ".join(estimate.via)] if estimate.via else [estimate.said_by])


def line_text(verdict: Verdict, estimates: Sequence[MergedEstimate], outlets: Outlets) -> str:
    """Return how the figures of a line stand to each other, in words.

    Args:
        verdict: the status and what it rests on.
        estimates: the figures in their order, each whole before its parts.
        outlets: the outlet of each article by id.
    """
    said = list(_phrases(verdict, estimates, outlets))
    more = f"; and {len(said) - MOST_SAID} more" if len(said) > MOST_SAID else ""
    said = said[:MOST_SAID]
    if verdict.status == "contested":
        return _contested(said, verdict) + more
    if verdict.status == "updated":
        return ", later ".join(p for _, p in said) + more
    text = "; ".join(p for _, p in said) + more
    if verdict.status == "not_comparable":
        return f"{text}: not comparable, {' and '.join(verdict.reasons)}"
    return text


def _phrases(verdict: Verdict, estimates: Iterable[MergedEstimate], outlets: Outlets) -> list[tuple[str, str]]:
    """Return the id of each whole with its phrase; parts are told with their whole."""
    here = {e.id for e in estimates}
    wholes: list[tuple[MergedEstimate, list[MergedEstimate]]] = []
    for estimate in estimates:
        if estimate.part_of in here and wholes:
            wholes[-1][1].append(estimate)
        else:
            wholes.append((estimate, []))
    undated = verdict.status in ("updated", "not_comparable")
    return [(w.id, _phrase(w, parts, outlets, undated=undated)) for w, parts in wholes]


def _phrase(whole: MergedEstimate, parts: Sequence[MergedEstimate], outlets: Outlets, *, undated: bool) -> str:
    time = f", {when(whole.as_of)}" if whole.as_of or undated else ""
    text = f"{amount(whole)} ({claimant(whole, outlets)}{time})"
    told = [counted_amount(p) + (f" in {p.place}" if p.place not in (None, whole.place) else "") for p in parts]
    return f"{text}, of them {', '.join(told)}" if told else text


def _contested(said: Sequence[tuple[str, str]], verdict: Verdict) -> str:
    clashing = {f.estimate.id for pair in verdict.clashes for f in pair}
    sides = [p for i, p in said if i in clashing]
    others = [p for i, p in said if i not in clashing]
    return "; ".join([" against ".join(sides), *others])
