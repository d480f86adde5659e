"""What lines are written on: a console of a fixed width, with colour or without a single escape sequence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import StringIO
from itertools import zip_longest
from typing import TYPE_CHECKING

from summarizer.rendering.phrases import clean, to_ascii

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


def make_console(out: StringIO, *, width: int, color: bool) -> Console:
    """Return a console that writes to `out`; without `color` it writes no escape sequence at all."""
    from rich.console import Console  # imported late: JSON and Markdown do without

    return Console(
        file=out,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
        force_jupyter=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},  # the caller has settled colour and width; the environment must not do it again
    )


class Paper:
    """Takes lines and wraps them; text of articles is shown as it is, whatever sequences or markup it holds."""

    def __init__(self, *, width: int, color: bool, unicode: bool) -> None:
        """Take the width in columns, whether colour may be used, and whether more than ASCII may be written."""
        self._out = StringIO()
        self._console = make_console(self._out, width=width, color=color)
        self.color = color
        self._safe: Callable[[str], str] = clean if unicode else (lambda text: to_ascii(clean(text)))

    @property
    def text(self) -> str:
        """All that was written, without white space at the ends of lines."""
        return "\n".join(line.rstrip() for line in self._out.getvalue().splitlines()) + "\n"

    def words(self, words: str, style: str = "") -> Text:
        """Return words as they can be written, in a style."""
        from rich.text import Text

        return Text(self._safe(words), style=style)

    def line(self, *parts: str | tuple[str, str]) -> Text:
        """Return parts of a line in their styles; spaces where they begin and end are kept."""
        from rich.text import Text

        whole = Text()
        for part in parts:
            whole.append_text(self.piece(*((part, "") if isinstance(part, str) else part)))
        return whole

    def piece(self, piece: str, style: str = "") -> Text:
        """Return a piece of running text as it can be written, with a space at either end where it has white space."""
        from rich.text import Text

        before, after = " " * piece[:1].isspace(), " " * piece[-1:].isspace()
        inside = self._safe(piece)
        return Text(f"{before}{inside}{after}" if inside else before, style=style)

    def blank(self) -> None:
        """Write an empty line."""
        self._out.write("\n")

    def say(self, words: str, style: str = "", *, indent: int = 0, hang: int = 0) -> None:
        """Write words, wrapped at `indent`; further lines stand `hang` deeper."""
        self.put(self.words(words, style), indent=indent, hang=hang)

    def heading(self, title: str) -> None:
        """Write a title under an empty line."""
        self.blank()
        self.say(title, "bold")
        self.say("─" * len(title), "dim")

    def put(self, text: Text, *, indent: int = 0, hang: int = 0, lead: Text | None = None) -> None:
        """Write a text, wrapped at `indent`; `lead` stands in the margin of the first line, further lines `hang`."""
        from rich.text import Text

        for number, line in enumerate(text.wrap(self._console, self._console.width - indent - hang, overflow="fold")):
            line.rstrip()
            margin = Text(" " * (indent + hang * (number > 0)))
            if lead is not None and number == 0:
                margin = lead.copy()
                margin.pad_right(max(0, indent - margin.cell_len))
            self._write(margin, line)

    def row(self, cells: Sequence[tuple[Text, int]], *, indent: int) -> None:
        """Write cells side by side, each wrapped in its width; the last one takes what is left."""
        from rich.text import Text

        widths = [width for _, width in cells[:-1]]
        left = self._console.width - indent - sum(widths) - len(widths)
        columns = [
            list(text.wrap(self._console, width, overflow="fold"))
            for (text, _), width in zip(cells, [*widths, left], strict=True)
        ]
        for lines in zip_longest(*columns):
            margin = Text(" " * indent)
            for line, width in zip(lines[:-1], widths, strict=True):
                cell = line.copy() if line is not None else self.words("")
                cell.rstrip()
                cell.pad_right(max(0, width + 1 - cell.cell_len))
                margin.append_text(cell)
            self._write(margin, lines[-1] if lines[-1] is not None else self.words(""))

    def _write(self, margin: Text, line: Text) -> None:
        if self.color:
            self._console.print(margin, line, sep="", no_wrap=True, crop=False)
        else:  # the same text, and much faster
            self._out.write(f"{margin.plain}{line.plain}\n")
