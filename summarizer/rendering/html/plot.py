"""A chart before it is drawn: marks in units of its axes, and who they belong to."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.rendering.html.scales import Scale, Tick
from summarizer.rendering.phrases import STATUS_SIGNS
from summarizer.rendering.view import Row

WIDTH, HEIGHT = 320, 215
"""Size of a picture in its own units, which are pixels on a phone."""
PLOT_WIDTH, PLOT_HEIGHT = 262, 185
"""Its part between the axes."""


class Claimant(NamedTuple):
    """An entry of the legend: whose figures have a letter and colour."""

    colour: int
    letter: str
    name: str


class Point(NamedTuple):
    """A figure in a chart, in units of its axes. `low` or `high` is None where the source gives no such bound."""

    claimant: Claimant
    x: float
    low: float | None
    high: float | None
    period: tuple[float, float] | None
    row: Row

    @property
    def about(self) -> bool:
        """Whether the source gives a rough figure."""
        return self.row.estimate.qualifier in ("approximate", "vague")

    @property
    def label(self) -> str:
        """Its claimant's letter, with the sign of what is contested."""
        return self.claimant.letter + (STATUS_SIGNS["contested"] if self.row.status == "contested" else "")

    @property
    def y(self) -> float:
        """Where its letter stands."""
        known = [v for v in (self.low, self.high) if v is not None]
        return sum(known) / len(known)


class Chart(NamedTuple):
    """The figures of one holder and measure. `divider` is where the undated ones begin, None where all are dated."""

    title: str
    told: str
    """What it shows, for who cannot see it."""
    points: tuple[Point, ...]
    claimants: tuple[Claimant, ...]
    x_ticks: tuple[Tick, ...]
    x_range: tuple[float, float]
    divider: float | None
    y: Scale
    left_out: int
