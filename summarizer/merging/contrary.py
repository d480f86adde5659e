"""What articles say of one thing that cannot all be: who holds a place, whether a thing works, what will come.

What each article says is read when it is grounded (`Relation`). Two statements are set against each other only where
they are of one thing and one time and come from two voices; where two name different answers, only where these are
known to be apart: allies may hold a place together. What changes is never set against what was so before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from summarizer.linking import components
from summarizer.merging.held import Held
from summarizer.models import Difference, Side

MOST_SIDES = 8
"""Sides of a difference that are listed."""

_NEIGHBOURS = 30
"""Statements of one thing, by time, that a statement is compared with: more are said again, not something else."""

_MOST_NAMED = 2
_OPPOSITE = frozenset({frozenset({"north", "south"}), frozenset({"east", "west"})})


# ------------------------------------------------------------------------------------------------------- contradictions


def contraries(statements: Sequence[Held]) -> list[Difference]:
    """Return a difference for each thing of which two voices say what cannot both be."""
    apart = {frozenset((s.about, n)) for s in statements if s.rules.apart and s.relation.so for n in s.named}
    about: dict[tuple[str, str, str | None], list[Held]] = {}
    for each in statements:
        if not (each.rules.apart or each.relation.limited):
            about.setdefault((each.rules.name, each.about, each.beside), []).append(each)
    found = []
    for listed in about.values():
        if len(listed) > 1:
            pairs = _pairs(listed)
            edges = [(i, j) for i, j in pairs if _contrary(listed[i], listed[j], apart)]
            found += [_difference([listed[i] for i in c]) for c in components(len(listed), edges) if len(c) > 1]
    return [*found, *_rival_answers(statements)]


def _pairs(listed: Sequence[Held]) -> Iterator[tuple[int, int]]:
    """Yield the statements of one thing that may be of one time: those of one article, and neighbours in time."""
    within = listed[0].rules.within
    roots: dict[str, list[int]] = {}
    for index, each in enumerate(listed):
        roots.setdefault(each.digest.root, []).append(index)
    for own in roots.values():
        yield from ((i, j) for n, i in enumerate(own) for j in own[n + 1 : n + 1 + _NEIGHBOURS])
    dated = [(each.day or 0, i) for i, each in enumerate(listed) if each.day is not None or not within]
    dated.sort()
    for n, (day, i) in enumerate(dated):
        for later, j in dated[n + 1 : n + 1 + _NEIGHBOURS]:
            if within and later - day > within:
                break
            if listed[i].digest.root != listed[j].digest.root:
                yield i, j


def _contrary(one: Held, other: Held, apart: set[frozenset[str]]) -> bool:
    """Whether two statements of one thing cannot both hold."""
    if not _two_voices(one, other):
        return False
    if one.relation.so != other.relation.so:
        if one.rules.named and one.named.isdisjoint(other.named):
            return False
        denied = other.relation.sort if one.relation.so else one.relation.sort
        whole = not denied or denied == (one.relation.sort if one.relation.so else other.relation.sort)
        return whole and _of_one_thing(one, other) and _at_one_time(one, other)
    if not (one.rules.alone and one.relation.so and one.named.isdisjoint(other.named)):
        return False
    return _excluding(one, other, apart) and _at_one_time(one, other)


def _of_one_thing(one: Held, other: Held) -> bool:
    """Whether two statements are not of two countries' talks, or of leaving two places."""
    if not one.near.isdisjoint(other.near):
        return True
    if one.rules.about == "topic" and one.digest.root != other.digest.root:
        return False
    return not (one.near and other.near)


def _two_voices(one: Held, other: Held) -> bool:
    if one.speaker == other.speaker and (one.speaker or one.digest.root == other.digest.root):
        return False
    return not (one.origin.known and one.origin == other.origin)


def _excluding(one: Held, other: Held, apart: set[frozenset[str]]) -> bool:
    """Whether two answers cannot both be right: opposite sides, other countries, or parties that are no allies."""
    if one.rules.named == "side":
        return frozenset((*one.named, *other.named)) in _OPPOSITE
    if one.rules.named == "place":
        return None not in one.countries | other.countries and one.countries.isdisjoint(other.countries)
    if any(frozenset((a, b)) in apart for a in one.named for b in other.named):
        return True
    # Each says it of itself.
    return (
        one.origin.known
        and other.origin.known
        and {one.origin.name} == one.named
        and {other.origin.name} == other.named
    )


def _at_one_time(one: Held, other: Held) -> bool:
    """Whether two statements are of one time, and none of them tells how it came to be otherwise afterwards."""
    within = one.rules.within
    if not within:
        return True
    same = one.digest.root == other.digest.root and not (one.relation.as_of and other.relation.as_of)
    if not same and (one.day is None or other.day is None):
        return False
    gap = 0 if same or one.day is None or other.day is None else one.day - other.day
    if abs(gap) > within:
        return False
    if not one.rules.named:
        return True
    if one.relation.event and other.relation.event:
        # "The one took it, the other took it back" is a story; that both took it at one time is none.
        again = one.relation.again or other.relation.again
        return (
            gap == 0 and not again and one.relation.so == other.relation.so and None not in (one.speaker, other.speaker)
        )
    if one.relation.event == other.relation.event:
        return True
    lasting = other if one.relation.event else one
    later = -gap if lasting is other else gap
    return same or later > 0 or (later == 0 and lasting.speaker is not None)


# -------------------------------------------------------------------------------------------------------- rival answers


def _rival_answers(statements: Iterable[Held]) -> Iterator[Difference]:
    """Yield for each relation with rivals the answers of named speakers of whom some name quite others."""
    about: dict[tuple[str, str], list[Held]] = {}
    for each in statements:
        if each.rules.rivals and each.relation.so and each.speaker and each.origin.known:
            about.setdefault((each.rules.name, each.about), []).append(each)
    for listed in about.values():
        named: dict[str, set[str]] = {}
        for each in listed:
            named.setdefault(each.origin.name, set()).update(each.named)
        sides = [h for h in listed if any(named[h.origin.name].isdisjoint(others) for others in named.values())]
        if len({h.origin.name for h in sides}) > 1:
            yield _difference(sides)


def _difference(statements: Sequence[Held]) -> Difference:
    first = statements[0]
    about = f"{first.about}, on the {first.beside}," if first.beside else first.about
    text = first.rules.question.format(about=about)
    if first.rules.about == "topic" and (of := sorted(frozenset.intersection(*(s.near for s in statements)))):
        text += f" ({', '.join(of[:_MOST_NAMED])})"  # whose talks they are
    return Difference(text=text, sides=tuple(_sides(statements)))


def _sides(statements: Sequence[Held]) -> Iterator[Side]:
    """Yield the sides in the articles' order, each voice once with each answer, all answers where they are many."""
    once: dict[tuple[object, str], Held] = {}
    for each in statements:
        answer = (each.relation.so, tuple(sorted(each.named)))
        once.setdefault((answer, each.speaker or each.digest.root), each)
    turns: Counter[object] = Counter()
    rows: list[tuple[int, int, Held]] = []
    for (given, _), each in once.items():
        rows.append((turns[given], len(rows), each))
        turns[given] += 1
    for _, _, each in sorted(sorted(rows, key=lambda r: r[:2])[:MOST_SIDES], key=lambda r: r[1]):
        quote = " ".join(each.relation.evidence[0].quote.split())
        yield Side(said_by=each.speaker, text=quote, evidence=each.relation.evidence)


def without_told(found: Iterable[Difference], told: Iterable[Difference]) -> list[Difference]:
    """Return the differences of which not all sides stand in one that is told already."""
    telling: dict[tuple[str, int], set[int]] = {}
    for number, difference in enumerate(told):
        for place in _places(difference):
            telling.setdefault(place, set()).add(number)
    # Told already is what one difference tells all places of.
    return [d for d in found if not set.intersection(*(telling.get(place, set()) for place in _places(d)))]


def _places(difference: Difference) -> set[tuple[str, int]]:
    return {(e.article, e.start) for side in difference.sides for e in side.evidence}
