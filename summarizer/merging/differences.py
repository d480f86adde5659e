"""Where sources contradict each other: figures that clash, and what one denies and another says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from summarizer.merging.alike import say_the_same
from summarizer.merging.phrases import OWN_VOICE, Outlets, counted_amount
from summarizer.merging.strengths import Judged
from summarizer.merging.voiced import Voiced
from summarizer.models import Difference, MergedEstimate, Side

_MOST_OPPOSED = 8
"""Voices that are set against one denial at most."""

_MOST_CANDIDATES = 40


def contested_figures(judged: Iterable[Judged], outlets: Outlets) -> list[Difference]:
    """Return a difference for each contested line, its sides in the line's order."""
    found = []
    for each in judged:
        if not each.verdict.clashes:
            continue
        clashing = {f.estimate.id for pair in each.verdict.clashes for f in pair}
        sides = [_side(e, outlets) for e in each.line.estimates if e.id in clashing]
        if sides:
            line = each.line
            about = ", ".join(part for part in (line.holder, line.measure.replace("_", " "), line.place) if part)
            found.append(Difference(text=f"{about}: {line.text}", sides=tuple(sides)))
    return found


def _side(estimate: MergedEstimate, outlets: Outlets) -> Side:
    speaker = estimate.said_by or outlets.get(estimate.articles[0])
    return Side(said_by=speaker, text=counted_amount(estimate), evidence=estimate.evidence)


def denials(claims: Sequence[Voiced]) -> list[Difference]:
    """Return a difference for each claim that is denied in one voice and made in another."""
    denials = [v for v in claims if v.denied]
    if not denials:
        return []
    by_word: dict[str, list[Voiced]] = {}
    for voiced in claims:
        if not voiced.denied:
            for word in voiced.words:
                by_word.setdefault(word, []).append(voiced)
    found = []
    for denied in denials:
        opposed = _opposed(denied, by_word)
        if opposed:
            sides = [denied, *opposed[:_MOST_OPPOSED]]
            who, *others = (v.speaker or OWN_VOICE for v in sides)
            found.append(
                Difference(
                    text=f"{who} denies what {' and '.join(dict.fromkeys(others))} said",
                    sides=tuple(Side(said_by=v.speaker, text=v.claim.text, evidence=v.claim.evidence) for v in sides),
                )
            )
    return found


def _opposed(denied: Voiced, by_word: Mapping[str, Sequence[Voiced]]) -> list[Voiced]:
    rarest = sorted((w for w in denied.words if w in by_word), key=lambda w: (len(by_word[w]), w))[:4]
    near = {id(v): v for w in rarest for v in by_word[w][:_MOST_CANDIDATES]}
    own = (denied.speaker, denied.digest.root)
    opposed = [v for v in near.values() if (v.speaker, v.digest.root) != own and say_the_same(denied, v)]
    return sorted(opposed, key=lambda v: (v.order, v.claim.text))
