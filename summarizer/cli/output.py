"""Where a report goes and in which formats: stdout, a file, or a folder that takes a file for each format."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from summarizer.cli.outcomes import say
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.models import Report

DEFAULT_WIDTH = 80
# What is another name for stdout; it is no file to be replaced.
STDOUT = frozenset({"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})


class Output(NamedTuple):
    """One text to write: its format, and the file that takes it, None for stdout."""

    format: str
    path: Path | None


def planned(formats: Sequence[str] | None, out: str | None, *, force: bool) -> tuple[Output, ...]:
    """Return what is to be written where, after seeing that it can be: a run may cost money.

    Without formats the suffix of `out` tells, else it is terminal on a terminal and Markdown in a pipe. Several
    formats, or a folder as `out`, make a file for each format in that folder.

    Raises:
        UsageError: the formats or `out` cannot be right, or a file there was not written by summarize.
    """
    from summarizer.cli.files import check

    wanted = list(dict.fromkeys(map(_known, formats or ())))
    outputs = _outputs(wanted, None if out in STDOUT else out)
    check([o.path for o in outputs if o.path], force=force)
    return outputs


def _known(format: str) -> str:
    from summarizer.rendering import FORMATS

    if format in FORMATS:
        return format
    several = "; for several give --format once for each" if "," in format else ""
    raise UsageError(f"no format {format!r}: it is one of {', '.join(FORMATS)}{several}")


def _outputs(formats: Sequence[str], out: str | None) -> tuple[Output, ...]:
    from summarizer.rendering import FORMATS, file_name, format_for_path
    from summarizer.rendering.phrases import join

    if out is None:
        if len(formats) > 1:
            raise UsageError(f"{join(formats)} do not go into one stream: add --out with a folder for them")
        return (Output(formats[0] if formats else "terminal" if sys.stdout.isatty() else "md", None),)
    folder = Path(out).is_dir() or out.endswith(("/", os.sep))
    if len(formats) > 1 or folder:
        if not formats:
            raise UsageError(f"{out} is a folder: add --format, once for each file that is to be written there")
        if not folder and Path(out).exists():
            raise UsageError(f"{out} is a file, and {join(formats)} need a folder: choose another --out")
        return tuple(Output(f, Path(out) / file_name(f)) for f in formats)
    found = formats[0] if formats else format_for_path(out)
    if found is None:
        raise UsageError(f"the suffix of {out} tells no format: add --format with one of {', '.join(FORMATS)}")
    return (Output(found, _file(out)),)


def destination(out: str | None, *, force: bool) -> Path | None:
    """Return the file that takes the one text of a command, None for stdout, after seeing that it can be written.

    Raises:
        UsageError: it cannot be written, or summarize did not write what is there.
    """
    from summarizer.cli.files import check

    if out is None or out in STDOUT:
        return None
    check([_file(out)], force=force)
    return Path(out)


def _file(out: str) -> Path:
    """Return a file whose folder is there: one that is mistyped should not be made."""
    path = Path(out)
    if not path.parent.is_dir():
        raise UsageError(f"{out} cannot be written: there is no folder {path.parent}; create it first")
    return path


def write_report(report: Report, outputs: Sequence[Output], *, force: bool, quiet: bool, reasons: bool = False) -> None:
    """Render a report in each of its formats and put it where it belongs, all of them or none."""
    from summarizer.rendering import file_encoding, render

    contents: dict[Path, bytes] = {}
    for output in outputs:
        text = render(report, format=output.format, reasons=reasons, **layout(output.path))
        if output.path is None:
            _print(text)
        else:
            contents[output.path] = text.encode(file_encoding(output.format))
    _write(contents, force=force, quiet=quiet)


class Layout(TypedDict):
    """How wide, and with what signs, a report is drawn."""

    width: int
    color: bool
    unicode: bool


def layout(out: Path | None, *, color: bool | None = None) -> Layout:
    """Return the layout for what is written to: stdout, or the file `out`; `color` is what a flag says of it."""
    return {
        "width": _width() if out is None else DEFAULT_WIDTH,
        "color": color if color is not None else out is None and _wants_color(),
        "unicode": out is not None or (sys.stdout.encoding or "").lower().startswith("utf"),
    }


def put(text: str, out: Path | None, *, quiet: bool, force: bool = False) -> None:
    """Write to stdout, or to the file `out` and say so on stderr.

    Raises:
        UsageError: the file cannot be written, or summarize did not write what is there and `force` is not given.
    """
    if out is None:
        _print(text)
    else:
        _write({out: text.encode()}, force=force, quiet=quiet)


def _print(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _write(contents: dict[Path, bytes], *, force: bool, quiet: bool) -> None:
    from summarizer.cli.files import write

    write(contents, force=force)
    for path in contents if not quiet else ():
        say(f"wrote {path}")


def _wants_color() -> bool:
    """Tell whether stdout is to be coloured, by what terminals and other tools have agreed on.

    https://no-color.org and https://force-color.org: set and not empty, whatever the value; the first of them wins.
    """
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def _width() -> int:
    """Return how many columns stdout has: as COLUMNS says, or the terminal; a pipe has as many as a punched card."""
    import shutil

    return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns
