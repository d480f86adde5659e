"""The same statement from several articles becomes one claim with all its evidence; nobody's opinion becomes a fact.

Where the schema says that a section's labels name things ("tunnels"), claims under one label are one. Where labels are
topics ("threat"), and for claims without a label, they are one only where their words are, too. What somebody denies is
never joined with what others say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from summarizer.merging.alike import clustered
from summarizer.merging.excerpts import excerpt, told, weight
from summarizer.merging.memo import Memo
from summarizer.merging.voiced import Voiced
from summarizer.models import Evidence, MergedClaim
from summarizer.schema import SectionSpec


def merge_claims(claims: Sequence[Voiced], section: SectionSpec, memo: Memo) -> tuple[MergedClaim, ...]:
    """Return the merged claims of a section, those first that a reader should see first.

    First what most independent origins and articles say; among equals what has the most telling words, but with each
    claim already taken under a label or from an article the next one of it counts less, so that few lines show much.
    """
    ranked = [
        memo.get(("claim", *map(id, group)), partial(_ranked, group, section, memo), group)
        for group in clustered(claims, section, memo)
    ]
    ranked.sort(key=lambda r: r.order)
    first = _mixed(ranked[:_MOST_MIXED], section, memo)
    return tuple([r.claim for r in (*first, *ranked[_MOST_MIXED:])])


_MOST_MIXED = 100
"""Claims of a section among which the first ones are picked for variety."""

_SAME_AGAIN = 0.5
"""What a claim loses for each one taken before it under its label or from its article, in weights of cues."""

_LONG = 220
"""Characters beyond which a claim is no quick reading."""


@dataclass(frozen=True, slots=True, eq=False)
class _Ranked:
    claim: MergedClaim
    backed: tuple[int, int]
    unclear: int
    order: tuple[object, ...]
    root: str


def _ranked(group: Sequence[Voiced], section: SectionSpec, memo: Memo) -> _Ranked:
    claim = _merged(group, section, memo)
    backed = (-claim.independent, -len({v.digest.root for v in group}))
    unclear = (_QUESTION.search(claim.text) is not None) + (len(claim.text) > _LONG)
    first = min(group, key=lambda v: v.order)
    start = claim.evidence[0].start if claim.evidence else 0
    return _Ranked(claim, backed, unclear, (*backed, unclear, first.order, start, claim.text), first.digest.root)


def _mixed(ranked: Sequence[_Ranked], section: SectionSpec, memo: Memo) -> list[_Ranked]:
    """Return claims by rank, each lowered for those of its label and from its article before it."""
    left = [(r, memo.get(("weight", id(r)), partial(weight, r.claim.text, section), r)) for r in ranked]
    taken: list[_Ranked] = []
    labels: Counter[str | None] = Counter()
    articles: Counter[str] = Counter()
    while left:
        best = min(left, key=lambda row: _place(*row, again=labels[row[0].claim.label] + articles[row[0].root]))
        left.remove(best)
        taken.append(best[0])
        labels[best[0].claim.label] += 1
        articles[best[0].root] += 1
    return taken


def _place(ranked: _Ranked, weight: float, *, again: int) -> tuple[object, ...]:
    return (ranked.backed, _SAME_AGAIN * again + ranked.unclear - weight, ranked.order)


def _merged(group: Sequence[Voiced], section: SectionSpec, memo: Memo) -> MergedClaim:
    """Return one claim for a group.

    Its text is taken from the claim that tells it best: in an article's own voice before in a speaker's, short before
    long. Where all are in speakers' voices and not one's alone, it is passed on ("reported"), not stated.
    """
    speakers = {v.speaker for v in group}
    if len(group) == 1:
        best, text = group[0], excerpt(group[0].claim, section)
    else:
        _, text, best = min((_shown(v, section, memo) for v in group[:_MOST_READ]), key=lambda shown: shown[0])
    assertion = best.claim.assertion
    if len(speakers) > 1 and None not in speakers and assertion == "stated":
        assertion = "reported"
    evidence = {(e.article, e.start, e.end): e for v in [best, *group] for e in v.claim.evidence}
    return MergedClaim(
        text=text,
        label=best.claim.label,
        said_by=best.speaker if len(speakers) == 1 else None,
        assertion=assertion,
        evidence=tuple(_bearing_first(list(evidence.values()), best.claim.evidence)),
        origins=tuple(dict.fromkeys(v.origin.name for v in group)),
        independent=_independent(group),
    )


def _independent(group: Sequence[Voiced]) -> int:
    """Return how many origins can corroborate each other: named ones, at least 1.

    An article's own voice adds none where the article also has it from somebody: it may only repeat them.
    """
    told = {v.digest.root for v in group if v.speaker is not None}
    return max(1, len({v.origin.name for v in group if v.origin.known and (v.speaker or v.digest.root not in told)}))


_MOST_READ = 100
"""Claims of a group that its text is chosen from."""

_GOOD_LENGTH = range(30, 161)
_TELLING = 2
_QUESTION = re.compile(r"\?|\b(?:question|why|how)\b", re.IGNORECASE)


def _shown(voiced: Voiced, section: SectionSpec, memo: Memo) -> tuple[tuple[object, ...], str, Voiced]:
    """Return a claim's excerpt with what sorts it: a plain statement of readable length, to the point, short, first."""

    def made() -> tuple[tuple[object, ...], str, Voiced]:
        text = excerpt(voiced.claim, section)
        asks = _QUESTION.search(text) is not None
        point = min(told(text, voiced.claim.label, section), _TELLING)
        doubted = voiced.claim.assertion == "possible"
        order = (voiced.speaker is not None, doubted, asks, len(text) not in _GOOD_LENGTH, -point, len(text))
        return (*order, voiced.order, text), text, voiced

    return memo.get(("shown", id(voiced)), made)


def _bearing_first(evidence: Sequence[Evidence], first: Sequence[Evidence]) -> list[Evidence]:
    """Return what bears the text first, the rest in the order it came."""
    bearing = {(e.article, e.start, e.end) for e in first}
    return [*first, *(e for e in evidence if (e.article, e.start, e.end) not in bearing)]
