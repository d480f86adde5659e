"""What the readers of numbers hand on: a number without the words around it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Form = Literal["exact", "approximate", "vague", "unreadable"]
FigureKind = Literal["count", "ordinal", "fraction"]


class Figure(NamedTuple):
    """A number at the tokens `first` up to `stop`.

    `scale` is the value of the last scale word ("million"), 1 without one: in "2 to 3 million" it holds for both ends.
    `dotted` marks digits such as "20.000", which mean 20 or 20,000 by the writer's convention.
    """

    first: int
    stop: int
    low: float | None
    high: float | None
    form: Form = "exact"
    kind: FigureKind = "count"
    spelled: bool = False
    scale: float = 1.0
    dotted: bool = False
