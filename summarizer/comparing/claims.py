"""Which statements, and which differences between sources, of the one side are which of the other."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence

from summarizer.comparing.articles import Articles
from summarizer.comparing.matching import Pairing, linked
from summarizer.comparing.names import Identities
from summarizer.comparison import ClaimChange, ClaimChanges, DifferenceChange
from summarizer.folding import fold
from summarizer.models import Difference, MergedClaim

Found = tuple[bool, MergedClaim]
"""A statement, and whether the new side has it."""


def claim_changes(
    old: Sequence[MergedClaim], new: Sequence[MergedClaim], articles: Articles, actors: Identities
) -> ClaimChanges:
    """Return what changed in a section of claims. Statements that share a quote under one label are one."""
    comparer = _Claims(articles, actors)
    pairs, left_old, left_new = comparer.paired([(False, c) for c in old], [(True, c) for c in new])
    changed = [ClaimChange(old=a, new=b, fields=f) for a, b in pairs if (f := comparer.fields(a, b))]
    position = {id(c): n for n, c in enumerate(new)}
    labels = ({c.label for c in old}, {c.label for c in new})
    return ClaimChanges(
        new=tuple(ClaimChange(new=c, label_is_news=c.label not in labels[0]) for c in new if id(c) in left_new),
        gone=tuple(ClaimChange(old=c, label_is_news=c.label not in labels[1]) for c in old if id(c) in left_old),
        changed=tuple(sorted(changed, key=lambda change: position[id(change.new)])),
    )


class _Claims:
    def __init__(self, articles: Articles, actors: Identities) -> None:
        self._articles, self._actors = articles, actors

    def paired(
        self, old: list[Found], new: list[Found]
    ) -> tuple[list[tuple[MergedClaim, MergedClaim]], set[int], set[int]]:
        """Return the pairs, and the ids of what has no like on the other side."""
        pairs: list[tuple[MergedClaim, MergedClaim]] = []
        for marks in (self._labelled, self._quotes):
            rest_old: list[Found] = []
            rest_new: list[Found] = []
            for mine, theirs in linked(old, new, marks):
                if not mine or not theirs:
                    rest_old += mine
                    rest_new += theirs
                elif len(mine) == len(theirs) == 1:
                    pairs.append((mine[0][1], theirs[0][1]))
                # Where statements were drawn together or parted, all of them are still said.
            old, new = rest_old, rest_new
        pairing = Pairing(old, new, self._order).by(lambda f: (fold(f[1].text), f[1].label, self._speaker(f)))
        pairs += [(a[1], b[1]) for a, b in pairing.pairs]
        return pairs, {id(c) for _, c in pairing.old}, {id(c) for _, c in pairing.new}

    def fields(self, old: MergedClaim, new: MergedClaim) -> tuple[str, ...]:
        """Return what of a statement differs. Which of several like sentences stands for it does not count."""
        found = [f for f in ("label", "assertion", "independent") if getattr(old, f) != getattr(new, f)]
        if self._speaker((False, old)) != self._speaker((True, new)):
            found.append("said_by")
        if self._origins((False, old)) != self._origins((True, new)):
            found.append("origins")
        return tuple(found)

    def _labelled(self, found: Found) -> Iterator[Hashable]:
        yield from ((quote, found[1].label) for quote in self._quotes(found))

    def _quotes(self, found: Found) -> Iterable[Hashable]:
        return self._articles.quoted(found[1].evidence, new=found[0])

    def _speaker(self, found: Found) -> str | None:
        return self._actors.of(found[1].said_by, new=found[0])

    def _origins(self, found: Found) -> frozenset[str | None]:
        new, claim = found
        return frozenset(self._actors.of(self._articles.key(o, new=new), new=new) for o in claim.origins)

    def _order(self, found: Found) -> tuple[object, ...]:
        return (
            fold(found[1].text),
            str(found[1].label),
            str(self._speaker(found)),
            sorted(map(str, self._quotes(found))),
        )


def difference_changes(
    old: Iterable[Difference], new: Iterable[Difference], articles: Articles
) -> tuple[DifferenceChange, ...]:
    """Return the differences that opened, closed or shifted: the new report's first, then those that closed."""

    def quotes(found: tuple[bool, Difference]) -> frozenset[tuple[str, str]]:
        return frozenset(q for side in found[1].sides for q in articles.quoted(side.evidence, new=found[0]))

    def said(found: tuple[bool, Difference]) -> Hashable:
        return fold(found[1].text)

    mine, theirs = [(False, d) for d in old], [(True, d) for d in new]
    pairing = Pairing(mine, theirs, lambda f: (said(f), sorted(quotes(f))))
    pairing.by(lambda f: (said(f), quotes(f))).by(lambda f: quotes(f) or None).by(said)
    same = {id(b[1]): a[1] for a, b in pairing.pairs}
    shared: dict[int, Difference] = {}
    for ones, others in linked(pairing.old, pairing.new, quotes):
        if len(ones) == len(others) == 1:
            shared[id(others[0][1])] = ones[0][1]
    changes = []
    for _, difference in theirs:
        if id(difference) in same:
            continue
        changes.append(DifferenceChange(old=shared.get(id(difference)), new=difference))
    kept = set(map(id, shared.values()))
    return (*changes, *(DifferenceChange(old=d) for _, d in mine if id(d) not in kept | set(map(id, same.values()))))
