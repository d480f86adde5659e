"""How two figures about the same holder, measure and place stand to each other, and a whole line of them.

Nothing here adds, averages or guesses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.merging.intervals import comparable_times, days, interval, same_number
from summarizer.models import Estimate, MergedEstimate, Status
from summarizer.schema import words

LONGEST_TALLY = 31
"""Days over which a count of one event is still brought up to date."""

MOST_COMPARED = 40
"""Figures up to which a line's are all compared with each other."""

NEIGHBOURS = 12
"""On longer lines each figure is compared with this many that follow in time, so that thousands stay linear."""

GROUPS_OF_PEOPLE = frozenset(
    words(
        "women woman men children child boys girls babies infants elderly teenagers family families household "
        "households couples truckloads truckload busloads busload"
    )
)
"""Heads that count a part of the people, or people by the lot: "12 children" does not speak against "58 people"."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A merged estimate and what its comparison needs.

    `voice` is who says it in the text (the article's own voice has its id in it), `known` whether the origin is a named
    one, `things` whether the counted noun counts things that each have a noun of their own, `event` whether it counts
    what happened, `clash_within` how many days later another number still contradicts it.
    """

    estimate: MergedEstimate
    voice: str
    known: bool
    things: bool = False
    event: bool = False
    clash_within: int = 7


@dataclass(frozen=True, slots=True)
class Relation:
    """How two figures stand: "meet", "clash", "later" (the second is an update) or "apart" with the reason."""

    kind: str
    why: str = ""


UNDATED = "not all of them are dated"
OTHER_TIME = "they speak of different times"
OTHER_SCOPE = "they may not count the same"
OTHER_PLACE = "their places differ or are not given"
ONE_VOICE = "the same voice gives them, so they count different things"
ONLY_DENIED = "one of them only denies a figure"


def relate(first: Figure, second: Figure) -> Relation:
    """Return how two figures on one line stand to each other; `first` is not later than `second`."""
    a, b = first.estimate, second.estimate
    together = not set(a.articles).isdisjoint(b.articles)
    same_origin = a.origin == b.origin
    meets = interval(a).meets(interval(b))
    if same_origin and not together and meets and not _other_number(a, b):
        return Relation("meet")
    if why := _apart(first, second, together=together):
        later = why == OTHER_TIME and same_origin and _other_number(a, b)
        return Relation("later") if later and _one_count(first, second) else Relation("apart", why)
    if (a.assertion == "denied") != (b.assertion == "denied"):
        return Relation("clash") if meets else Relation("apart", ONLY_DENIED)
    if same_origin and _is_later(a, b) and _other_number(a, b):
        return Relation("later")
    if meets:
        return Relation("meet")
    if together and first.voice == second.voice:
        return Relation("apart", ONE_VOICE)
    if not together and _days_between(a, b) > first.clash_within:
        return Relation("apart", OTHER_TIME)
    return Relation("clash")


def _apart(first: Figure, second: Figure, *, together: bool) -> str:
    """Return why two figures cannot be compared, "" where they can."""
    a, b = first.estimate, second.estimate
    if _other_scope(first, second):
        return OTHER_SCOPE
    if a.as_of and b.as_of and not comparable_times(a, b):
        return OTHER_TIME
    if not together and not (a.as_of and b.as_of):
        return UNDATED
    return OTHER_PLACE if _other_place(first, second) else ""


def _other_place(first: Figure, second: Figure) -> bool:
    """Whether it is open if two figures are of one place: what there is needs none, what happens may be anything."""
    a, b = first.estimate, second.estimate
    if a.place != b.place:
        return True
    timed = a.holder is not None and a.as_of is not None and a.as_of == b.as_of
    return first.event and a.place is None and not timed


def _other_scope(first: Figure, second: Figure) -> bool:
    if first.estimate.unit != second.estimate.unit:
        return True  # dollars and pesos
    heads = [f.estimate.counted.lower().split() for f in (first, second)]
    if not all(heads) or first.estimate.unit or heads[0] == heads[1]:
        return False
    in_groups = [GROUPS_OF_PEOPLE.intersection(h) for h in heads]
    if in_groups[0] != in_groups[1]:
        return True
    return first.things and second.things and heads[0][-1] != heads[1][-1]


def _is_later(a: Estimate, b: Estimate) -> bool:
    first, second = days(a.as_of), days(b.as_of)
    return bool(first and second and first[1] < second[0])


def _days_between(a: Estimate, b: Estimate) -> int:
    first, second = days(a.as_of), days(b.as_of)
    return max(second[0] - first[1], first[0] - second[1], 0) if first and second else 0


def _one_count(first: Figure, second: Figure) -> bool:
    """Whether a figure of another time can be a later count of the same: what happens months apart is not the same."""
    if not first.event:
        return True
    a, b = days(first.estimate.as_of), days(second.estimate.as_of)
    together = not set(first.estimate.articles).isdisjoint(second.estimate.articles)
    return a is not None and b is not None and not together and b[0] - a[1] <= LONGEST_TALLY


def _other_number(a: Estimate, b: Estimate) -> bool:
    if same_number(a, b):
        return False
    vague = "vague" in (a.qualifier, b.qualifier)
    return not ((vague or "approximate" in (a.qualifier, b.qualifier)) and interval(a).meets(interval(b)))


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of a line, its bounds where it has some, why it cannot be compared, and who clashes with whom."""

    status: Status
    low: float | None = None
    high: float | None = None
    reasons: tuple[str, ...] = ()
    clashes: tuple[tuple[Figure, Figure], ...] = ()


def judge(figures: Sequence[Figure]) -> Verdict:
    """Return how the figures of a line stand to each other. They come in time order, without parts of one another."""
    clashes: list[tuple[Figure, Figure]] = []
    reasons: set[str] = set()
    later = agreed = False
    reach = len(figures) if len(figures) <= MOST_COMPARED else NEIGHBOURS
    for index, first in enumerate(figures):
        for second in figures[index + 1 : index + 1 + reach]:
            relation = relate(first, second)
            if relation.kind == "clash":
                clashes.append((first, second))
            reasons |= {relation.why} - {""}
            later |= relation.kind == "later"
            agreed |= relation.kind == "meet" and _corroborate(first, second)
    if clashes:
        return Verdict("contested", reasons=tuple(sorted(reasons)), clashes=tuple(clashes))
    if later or reasons:
        return Verdict("updated" if later else "not_comparable", reasons=tuple(sorted(reasons)))
    low, high = _common(figures)
    return Verdict("agreed" if agreed else "single", low, high)


def _corroborate(first: Figure, second: Figure) -> bool:
    both_dated_alike = first.estimate.origin != second.estimate.origin
    return first.known and second.known and both_dated_alike


def _common(figures: Sequence[Figure]) -> tuple[float | None, float | None]:
    """Return the bounds that all figures allow; where approximate ones only nearly meet, what they span."""
    lows = [e.estimate.low for e in figures if e.estimate.low is not None]
    highs = [e.estimate.high for e in figures if e.estimate.high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return low, high
