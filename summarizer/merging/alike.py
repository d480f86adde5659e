"""Which claims say the same, without comparing each with all: groups of claims, each told by its first one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial

from summarizer.linking import components
from summarizer.merging.memo import Memo
from summarizer.merging.voiced import Voiced
from summarizer.schema import ClaimRules, SectionSpec

ALIKE = 80.0
"""Least `token_set_ratio` of the content words of two claims that say the same."""

MIN_SHARED = 3
"""Content words that two such claims share at least: short ones are alike by chance."""

LEAST_SHARED = 0.5
"""Least share of the shorter one's content words that must be shared: with fewer, `ALIKE` is out of reach."""

_MOST_CANDIDATES = 8
"""Claims of a block that a further one is compared with: the last ones that were unlike each other."""


def named_labels(section: SectionSpec) -> frozenset[str]:
    """Return the labels under which claims are one thing: those with words of their own, where the schema says so."""
    rules = section.rules
    if not isinstance(rules, ClaimRules) or not rules.things:
        return frozenset()
    return frozenset(c.label for c in rules.cues if c.label)


def clustered(claims: Sequence[Voiced], section: SectionSpec, memo: Memo) -> list[list[Voiced]]:
    """Return the claims in groups that say the same. They come in their stable order and stay in it."""
    named = named_labels(section)
    groups: dict[tuple[str, bool], list[Voiced]] = {}
    rest: list[Voiced] = []
    for voiced in claims:
        label = voiced.claim.label
        if label in named:
            groups.setdefault((label or "", voiced.denied), []).append(voiced)
        else:
            rest.append(voiced)
    return [*groups.values(), *_by_words(rest, memo)]


def say_the_same(one: Voiced, other: Voiced) -> bool:
    """Whether two claims are alike in their content words, or foretell the same."""
    if not one.foretold.isdisjoint(other.foretold):
        return True
    fewer = min(len(one.words), len(other.words))
    shared = len(one.words & other.words)
    if not fewer or shared < max(min(MIN_SHARED, fewer), LEAST_SHARED * fewer):
        return False
    return shared == len(one.words) == len(other.words) or _ratio()(one.joined, other.joined) >= ALIKE


@cache
def _ratio() -> Callable[[str, str], float]:
    from rapidfuzz import fuzz  # imported late: a run without --brief never needs it

    return fuzz.token_set_ratio


def _by_words(claims: Sequence[Voiced], memo: Memo) -> list[list[Voiced]]:
    """Group claims whose words are alike.

    Within a block (a label and a long word) each is linked with one that it is like; what links hold together is then
    grouped on its own. So a further claim changes only the blocks and the links that it stands in.
    """
    blocks: dict[tuple[str | None, bool, str], list[int]] = {}
    for index, voiced in enumerate(claims):
        for key in voiced.keys:
            blocks.setdefault(key, []).append(index)
    linked = ([claims[i] for i in c] for c in components(len(claims), _linked(claims, blocks.values(), memo)))
    return [
        group
        for members in linked
        for group in memo.get(("grouped", *map(id, members)), partial(_grouped, members), members)
    ]


def _linked(claims: Sequence[Voiced], blocks: Iterable[list[int]], memo: Memo) -> Iterator[tuple[int, int]]:
    """Yield the numbers of claims that a block links."""
    for block in blocks:
        if len(block) > 1:
            members = [claims[i] for i in block]
            for one, other in memo.get(("alike", *map(id, members)), partial(_links, members), members):
                yield block[one], block[other]


def _links(members: Sequence[Voiced]) -> list[tuple[int, int]]:
    """Return the positions of each claim that is like an earlier one, with that one."""
    links = []
    leaders: list[int] = []
    for index, voiced in enumerate(members):
        like = next((i for i in leaders if say_the_same(members[i], voiced)), None)
        if like is not None:
            links.append((like, index))
        else:
            leaders = [*leaders[1 - _MOST_CANDIDATES :], index]
    return links


def _grouped(members: Sequence[Voiced]) -> list[list[Voiced]]:
    """Group linked claims so that each is like the first one of its group: likeness does not pass on without end."""
    groups: list[list[Voiced]] = []
    for voiced in members:
        at = next((g for g in groups[-_MOST_CANDIDATES:] if say_the_same(g[0], voiced)), None)
        if at is None:
            groups.append([voiced])
        else:
            at.append(voiced)
    return groups
