"""Which figures are drawn over time: those of one holder and measure, where at least two are dated.

Nothing is joined by a line and nothing averaged. A whole is drawn, its parts are not: they count less by definition.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from summarizer.rendering.html.plot import PLOT_HEIGHT, PLOT_WIDTH, Chart, Claimant, Point
from summarizer.rendering.html.scales import Period, Scale, Tick, period, scale, time_ticks
from summarizer.rendering.phrases import STATUS_WORDS, clean
from summarizer.rendering.view import FigureGroup, Row, Section
from summarizer.wording import MONTHS, counted

# Greater numbers are left to the table: the labels of an axis would leave no room for the axis.
LARGEST = 10_000_000_000
# One dated figure is no course of time.
FEWEST_DATED = 2
# Beyond this a page of charts is not looked through; those with most dated figures are taken.
MOST_CHARTS = 12
# More marks than this in so small a picture hide each other; the table has all of them.
MOST_MARKS = 40
# A claimant has the same letter and colour in all charts; those who give fewest figures share the last letter.
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
COLOURS = 7
"""They begin again where there are more claimants: the letter tells them apart."""
OTHERS = "others"

UNDATED_SLOT, UNDATED_SHARE = 25, 0.5
"""Room for an undated mark, and what share of the width all of them may take."""
MARK_WIDTH, MARK_HEIGHT = 19, 13
"""Room for a mark with its letter."""
AROUND = 20
"""Empty room at both sides of the dated part, so that no mark touches its border."""
SHORTEST_DAYS = 14
WIDEST_MOVE = 3  # places to either side that a mark may give way to others


def charts(section: Section) -> tuple[Chart, ...]:
    """Return the charts of a section of figures, in its order."""
    groups = [g for group in section.figures for g in _by_holder(group)]
    rank = sorted(range(len(groups)), key=lambda n: -_dated(groups[n][1]))[:MOST_CHARTS]
    chosen = [groups[n] for n in sorted(rank)]
    looks = _looks([row for _, rows in chosen for row in rows])
    return tuple(_chart(title, rows, looks) for title, rows in chosen)


def _by_holder(group: FigureGroup) -> Iterator[tuple[str, Sequence[Row]]]:
    found: dict[tuple[str, str | None], list[Row]] = {}
    for row in group.rows:
        # Figures whose holder nobody names are of many different people.
        if row.estimate.holder and _drawable(row):
            found.setdefault((row.estimate.holder, row.estimate.unit), []).append(row)
    for (holder, unit), rows in found.items():
        if _dated(rows) >= FEWEST_DATED:
            yield _title(clean(holder), group.title, unit), rows


def _drawable(row: Row) -> bool:
    """Tell whether a row is a whole with a number. A loaded report may hold numbers that have no place on an axis."""
    known = [v for v in (row.estimate.low, row.estimate.high) if v is not None]
    return bool(known) and all(0 <= v <= LARGEST for v in known) and not (row.depth and row.status is None)


def _title(holder: str, measure: str, unit: str | None) -> str:
    same = holder.casefold() == measure.casefold()
    title = measure if same else f"{holder[:1].upper()}{holder[1:]}, {measure.lower()}"
    return clean(f"{title} ({unit})" if unit else title)


def _dated(rows: Iterable[Row]) -> int:
    return sum(period(row.estimate.as_of) is not None for row in rows)


def _chart(title: str, rows: Sequence[Row], looks: Mapping[str, Claimant]) -> Chart:
    shown = _shown(rows, looks)
    dated = [(row, p) for row in shown if (p := period(row.estimate.as_of))]
    undated = [row for row in shown if not period(row.estimate.as_of)]
    y = scale([v for row in shown for v in (row.estimate.low, row.estimate.high) if v is not None])
    time = _Time([p for _, p in dated], len(undated))
    points = [_point(row, looks, y, p.middle, p) for row, p in dated]
    points = _apart(points, time, (y.high - y.low) / PLOT_HEIGHT)
    points += [_point(row, looks, y, time.slot(n), None) for n, row in enumerate(undated)]
    letters = {p.claimant.letter for p in points}
    legend = tuple(c for c in looks.values() if c.letter in letters)
    return Chart(
        title,
        _told(title, rows, dated, legend),
        tuple(points),
        legend,
        time.ticks,
        (time.begin, time.end),
        time.divider,
        y,
        len(rows) - len(shown),
    )


def _looks(rows: Sequence[Row]) -> dict[str, Claimant]:
    """Return the legend: who gives most figures first, those beyond the last letter under one look."""
    order = {name: n for n, name in enumerate(dict.fromkeys(row.claimant for row in rows))}
    most = sorted(Counter(row.claimant for row in rows).items(), key=lambda c: (-c[1], order[c[0]]))
    named = len(LETTERS) if len(most) <= len(LETTERS) else len(LETTERS) - 1
    found = {name: Claimant(n % COLOURS, LETTERS[n], name) for n, (name, _) in enumerate(most[:named])}
    if len(most) > named:
        found[OTHERS] = Claimant(COLOURS, LETTERS[named], OTHERS)
    return found


def _shown(rows: Sequence[Row], looks: Mapping[str, Claimant]) -> list[Row]:
    """Return the rows that are drawn, of too many those whose claimants are named in the legend, dated ones first."""
    if len(rows) <= MOST_MARKS:
        return list(rows)
    rank = sorted(range(len(rows)), key=lambda n: (not period(rows[n].estimate.as_of), rows[n].claimant not in looks))
    return [rows[n] for n in sorted(rank[:MOST_MARKS])]


class _Time:
    """The horizontal axis: days, then behind a divider a slot for each undated figure."""

    def __init__(self, periods: Sequence[Period], undated: int) -> None:
        first, last = min(p.first for p in periods), max(p.last for p in periods)
        lacking = max(0, SHORTEST_DAYS - (last - first).days)
        self._first, self._last = first - timedelta(days=lacking // 2), last + timedelta(days=lacking // 2)
        aside = min(UNDATED_SHARE * PLOT_WIDTH, (undated + 0.6) * UNDATED_SLOT) if undated else 0
        dated = PLOT_WIDTH - aside
        self.per_pixel = (self._last - self._first).days / (dated - 2 * AROUND)
        self.begin = self._first.toordinal() - AROUND * self.per_pixel
        self.end = self.begin + PLOT_WIDTH * self.per_pixel
        self.divider = self.begin + dated * self.per_pixel if undated else None
        self._slot = aside * self.per_pixel / max(undated, 1)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        ticks = time_ticks(self._first, self._last, self.per_pixel)
        if self.divider is None:
            return ticks
        return (*ticks, Tick((self.divider + self.end) / 2, "undated"))

    def slot(self, number: int) -> float:
        return (self.divider or 0) + self._slot * (number + 0.4)


def _point(row: Row, looks: Mapping[str, Claimant], y: Scale, x: float, when: Period | None) -> Point:
    e = row.estimate
    long = when is not None and when.last > when.first
    return Point(
        looks.get(row.claimant) or looks[OTHERS],
        x,
        None if e.low is None else y.at(e.low),
        None if e.high is None else y.at(e.high),
        (when.first.toordinal(), when.last.toordinal()) if when and long else None,
        row,
    )


def _apart(points: Sequence[Point], time: _Time, per_y: float) -> list[Point]:
    """Return points moved sideways, no further than needed, so that marks of one day do not hide each other."""
    width, height = MARK_WIDTH * time.per_pixel, MARK_HEIGHT * per_y
    placed: list[Point] = []
    for point in sorted(points, key=lambda p: (p.x, p.y)):
        steps = dict.fromkeys(s * sign for s in range(WIDEST_MOVE + 1) for sign in (1, -1))
        moved = (point._replace(x=point.x + s * width) for s in steps)
        inside = (p for p in moved if time.begin < p.x - width / 2 and p.x + width < (time.divider or time.end))
        free = (p for p in inside if not any(_touch(p, other, width, height) for other in placed))
        placed.append(next(free, point))
    return placed


def _touch(one: Point, other: Point, width: float, height: float) -> bool:
    gap = max(_lowest(one), _lowest(other)) - min(_highest(one), _highest(other))
    return abs(one.x - other.x) < width and gap < height


def _lowest(point: Point) -> float:
    return point.y if point.low is None else point.low


def _highest(point: Point) -> float:
    return point.y if point.high is None else point.high


def _told(title: str, rows: Sequence[Row], dated: Sequence[tuple[Row, Period]], legend: Sequence[Claimant]) -> str:
    begins, ends = min(p.first for _, p in dated), max(p.last for _, p in dated)
    undated = len(rows) - _dated(rows)
    names = ", ".join(clean(c.name) for c in legend)
    return (
        f"{title}: {counted(len(rows), 'figure')} from {_day(begins)} to {_day(ends)}"
        f"{f', {undated} of them undated' if undated else ''}, by {names}. The table has all of them with their quotes."
    )


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def mark_title(row: Row, ref: str) -> str:
    """Return what the mark of a figure stands for, in words, and its reference."""
    standing = STATUS_WORDS[row.status] if row.status else ""
    told = (row.figure, row.where, row.as_of, row.says or row.claimant, standing, ref)
    return " · ".join(clean(part) for part in told if part)
