"""Which figures of the one side are which of the other, which have moved, and how the lines that they stand on do."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.comparing.articles import Articles
from summarizer.comparing.matching import Pairing
from summarizer.comparing.names import Identities
from summarizer.comparing.sides import Side
from summarizer.comparison import FigureChange, FigureChanges, LineChange, LineState, News
from summarizer.models import Evidence, MergedEstimate, StrengthLine
from summarizer.periods import overlap_or_near

BOUNDS = ("low", "high", "qualifier", "unit")
_OTHERS = ("measure", "counted", "holder", "place", "said_by", "assertion", "as_of")


@dataclass(frozen=True, eq=False)
class Figure:
    """A figure with what it is compared by. Keys are alike on both sides."""

    estimate: MergedEstimate
    about: tuple[Hashable, ...]
    """Measure, holder, place, whether it is a part, and the articles where nobody and no place is named."""
    claimant: Hashable
    named: bool
    """Whether the claimant is somebody in particular, so that figures of two articles can be the same one's."""
    articles: tuple[str, ...]
    quoted: frozenset[tuple[str, str]]

    @property
    def bounds(self) -> tuple[Hashable, ...]:
        """The figure itself."""
        e = self.estimate
        return e.low, e.high, e.qualifier, e.unit

    @property
    def whose(self) -> tuple[Hashable, ...]:
        """Claimant, holder, measure and place."""
        return (*self.about, self.claimant, self.estimate.unit)


class Figures:
    """Makes figures of one side comparable."""

    def __init__(self, side: Side, articles: Articles, actors: Identities, places: Identities) -> None:
        """Take what the names of both sides mean."""
        self._side, self._articles, self._actors, self._places = side, articles, actors, places

    def of(self, estimate: MergedEstimate) -> Figure:
        """Return a figure with what it is compared by."""
        e, new = estimate, self._side.new
        carried = tuple(sorted({self._articles.key(a, new=new) for a in e.articles}))
        if e.said_by is not None:
            claimant: Hashable = self._actors.of(e.said_by, new=new)
            named = self._actors.lists(e.said_by, new=new)
        else:
            outlet = self._side.outlets.get(e.articles[0]) if e.articles else None
            claimant = ("own voice", self._actors.of(outlet, new=new) if outlet else carried)
            named = outlet is not None
        quoted = self._articles.quoted(e.evidence, new=new)
        return Figure(e, self.about(e, carried), claimant, named, carried, quoted)

    def about(self, estimate: MergedEstimate, carried: tuple[str, ...]) -> tuple[Hashable, ...]:
        """Return what a figure is about."""
        return (*self.line(estimate, carried), estimate.part_of is not None)

    def line(self, about: MergedEstimate | StrengthLine, carried: tuple[str, ...]) -> tuple[Hashable, ...]:
        """Return measure, holder and place; the articles too where nobody and no place is named."""
        new = self._side.new
        nowhere = carried if about.holder is None and about.place is None else None
        return about.measure, self._actors.of(about.holder, new=new), self._places.of(about.place, new=new), nowhere


def figure_changes(
    old: tuple[Figures, Sequence[MergedEstimate], Sequence[StrengthLine]],
    new: tuple[Figures, Sequence[MergedEstimate], Sequence[StrengthLine]],
    events: Collection[str],
) -> FigureChanges:
    """Return what changed in a section of estimates.

    Args:
        old: how figures of the old side are compared, its estimates and its lines.
        new: the same of the new side.
        events: measures of what happened.
    """
    mine, theirs = [old[0].of(e) for e in old[1]], [new[0].of(e) for e in new[1]]
    pairing = _paired(mine, theirs, events)
    position = {id(f): n for n, f in enumerate(theirs)}
    both = sorted(pairing.pairs, key=lambda pair: position[id(pair[1])])
    changed = [FigureChange(old=a.estimate, new=b.estimate, fields=f) for a, b in both if (f := _fields(a, b))]
    left_old, left_new = set(map(id, pairing.old)), set(map(id, pairing.new))
    before, after = _Known(mine), _Known(theirs)
    return FigureChanges(
        new=tuple(FigureChange(new=f.estimate, news=before.news(f)) for f in theirs if id(f) in left_new),
        gone=tuple(FigureChange(old=f.estimate, news=after.news(f)) for f in mine if id(f) in left_old),
        moved=tuple(c for c in changed if not set(BOUNDS).isdisjoint(c.fields)),
        restated=tuple(c for c in changed if set(BOUNDS).isdisjoint(c.fields)),
        standing=tuple(_standing(old, new)),
    )


def _paired(old: Sequence[Figure], new: Sequence[Figure], events: Collection[str]) -> Pairing[Figure]:
    """Pair figures, the likest first: all alike, the figure alike, the words alike; then what has moved."""

    def apart(a: Figure, b: Figure) -> bool:
        return a.estimate.measure in events and not _same_time(a.estimate, b.estimate)

    pairing = Pairing(old, new, _order)
    for key in (
        lambda f: (f.whose, f.bounds, f.estimate.as_of, f.estimate.counted, f.estimate.assertion, f.articles),
        lambda f: (f.whose, f.bounds, f.estimate.as_of, f.estimate.counted),
        lambda f: (f.whose, f.bounds, f.articles, f.estimate.counted),
        lambda f: (f.whose, f.bounds, f.articles),
        lambda f: (f.quoted, f.bounds, f.estimate.measure, f.estimate.counted) if f.quoted else None,
        lambda f: (f.quoted, f.bounds, f.estimate.counted) if f.quoted else None,
    ):
        pairing.by(key)
    pairing.by(lambda f: (f.whose, f.bounds) if f.named else None, unless=apart)
    # What has other bounds now is the same only where nothing else could be.
    pairing.by(lambda f: (f.whose, f.articles, f.estimate.counted), once=True)
    pairing.by(lambda f: (f.whose, f.articles), once=True)
    return pairing.by(lambda f: f.whose if f.named else None, once=True, unless=apart)


def _order(figure: Figure) -> tuple[object, ...]:
    """Return what sorts figures without regard to the side, so that equal ones are paired alike both ways."""
    e = figure.estimate
    at = [(q.start, q.quote) for q in e.evidence]
    return repr(figure.whose), repr(figure.bounds), str(e.as_of), e.counted, sorted(figure.articles), at


def _same_time(a: MergedEstimate, b: MergedEstimate) -> bool:
    if a.as_of is None or b.as_of is None:
        return a.as_of == b.as_of
    try:
        return overlap_or_near(a.as_of, b.as_of, days=0)
    except ValueError:  # an open interval: what it leaves open cannot be compared
        return a.as_of == b.as_of


def _fields(old: Figure, new: Figure) -> tuple[str, ...]:
    """Return what of a figure differs. Names that are the same thing by another form do not."""
    a, b = old.estimate, new.estimate
    found = [f for f in BOUNDS if getattr(a, f) != getattr(b, f)]
    alike = {
        "holder": old.about[1] == new.about[1],
        "place": old.about[2] == new.about[2],
        "said_by": old.claimant == new.claimant,
    }
    found += [f for f in _OTHERS if (not alike[f] if f in alike else getattr(a, f) != getattr(b, f))]
    return tuple(found + (["articles"] if old.articles != new.articles else []))


class _Known:
    """Who gives a figure on which line of one side."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._claimants: dict[Hashable, set[Hashable]] = {}
        for figure in figures:
            self._claimants.setdefault(figure.about[:-1], set()).add(figure.claimant)

    def news(self, figure: Figure) -> News:
        """Return what of another side's figure is lacking here: its line, its claimant there, or the figure alone."""
        claimants = self._claimants.get(figure.about[:-1])
        if claimants is None:
            return "line"
        return "figure" if figure.claimant in claimants else "claimant"


def _standing(
    old: tuple[Figures, Sequence[MergedEstimate], Sequence[StrengthLine]],
    new: tuple[Figures, Sequence[MergedEstimate], Sequence[StrengthLine]],
) -> Iterator[LineChange]:
    """Yield the lines whose figures stand otherwise to each other."""
    before = _once((old[0].line(line, _carried(line, old[0])), line) for line in old[2])
    after = _once((new[0].line(line, _carried(line, new[0])), line) for line in new[2])
    for key, line in after.items():
        was = before.get(key)
        if was is not None and was.status != line.status:
            yield LineChange(old=_state(was), new=_state(line))


def _carried(line: StrengthLine, figures: Figures) -> tuple[str, ...]:
    return tuple(sorted({a for e in line.estimates for a in figures.of(e).articles}))


def _once(found: Iterable[tuple[Hashable, StrengthLine]]) -> dict[Hashable, StrengthLine]:
    """Return lines by what they are about, without those of which there are several."""
    lines: dict[Hashable, StrengthLine] = {}
    several = set()
    for key, line in found:
        if lines.setdefault(key, line) is not line:
            several.add(key)
    return {key: line for key, line in lines.items() if key not in several}


def _state(line: StrengthLine) -> LineState:
    seen: dict[tuple[str, int, int], Evidence] = {
        (v.article, v.start, v.end): v for e in line.estimates for v in e.evidence
    }
    return LineState(
        holder=line.holder,
        measure=line.measure,
        place=line.place,
        status=line.status,
        text=line.text,
        evidence=tuple(seen.values()),
    )
