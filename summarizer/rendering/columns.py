"""How wide the columns of a table are: as wide as what stands in them, less where the terminal is narrower."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from rich.cells import cell_len

# A longer word, which is no word but an address or an attack, is cut rather than given the room of the others.
LONGEST_WORD = 14


def fitted(rows: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """Return the width of each column, together at most `room`; None where words would have to be cut.

    Step by step the column gives way in which the fewest cells need their width, down to its longest word.
    """
    columns = list(zip(*rows, strict=True))
    lengths = [sorted(map(cell_len, column)) for column in columns]
    least = [max(min(cell_len(w), LONGEST_WORD) for cell in column for w in cell.split() or [""]) for column in columns]
    if sum(least) > room:
        return None
    widths = [found[-1] for found in lengths]
    for _ in range(sum(widths) - room):
        movable = [i for i, width in enumerate(widths) if width > least[i]]
        chosen = min(movable, key=lambda i: (len(lengths[i]) - bisect_left(lengths[i], widths[i]), -widths[i]))
        widths[chosen] -= 1
    return widths
