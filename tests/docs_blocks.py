"""The fenced blocks of the documentation and what each is: a command, a file, an output, or something shown only.

What a block is, where its language does not say it, stands in an HTML comment above it, which no reader sees:

    <!-- output -->            lines that the commands above print one after the other; a line of "..." is a gap
    <!-- file: NAME -->        a file that the reader makes; later commands find it in the working folder
    <!-- part of: NAME -->     the same of a file of the project
    <!-- json: REPORT -->      values that stand in that report; "..." ends a cut string
    <!-- exit: CODE -->        commands that end so, where it is not 0
    <!-- no-run: REASON -->    commands that a test cannot run
    <!-- sample: REASON -->    neither a command nor an output of one
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

RUNNABLE = ("sh", "python")
MARKERS = ("output", "file", "part of", "json", "exit", "no-run", "sample")

_FENCE = re.compile(r"^(?P<indent> *)(?P<ticks>`{3,})(?P<language>[\w-]*)\s*$")
_MARKER = re.compile(r"^\s*<!-- (?P<name>[a-z-]+(?: of)?)(?:: (?P<value>.+?))? -->\s*$")


@dataclass(frozen=True)
class Block:
    """One fenced block. `line` is where its text begins; `marker` and `value` are of the comment above it."""

    page: str
    line: int
    language: str
    text: str
    marker: str | None = None
    value: str | None = None

    @property
    def runs(self) -> bool:
        """Whether a test is to run it."""
        return self.language in RUNNABLE and self.marker in (None, "exit")

    @property
    def name(self) -> str:
        """Where it stands, as editors and terminals understand it."""
        return f"{self.page}:{self.line}"


def blocks(path: Path, page: str) -> list[Block]:
    """Return the fenced blocks of a Markdown file."""
    lines = path.read_text("utf-8").splitlines()
    return list(_blocks(lines, page))


def _blocks(lines: list[str], page: str) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        opened = _FENCE.match(lines[at])
        if not opened:
            at += 1
            continue
        begin = at + 1
        end = next((n for n in range(begin, len(lines)) if lines[n].strip() == opened["ticks"]), None)
        if end is None:
            raise AssertionError(f"{page}:{at + 1}: this block is not closed")
        indent = len(opened["indent"])
        text = "".join(f"{line[indent:]}\n" for line in lines[begin:end])
        marker, value = _marker(lines, at)
        yield Block(page, begin + 1, opened["language"], text, marker, value)
        at = end + 1


def _marker(lines: list[str], fence: int) -> tuple[str | None, str | None]:
    above = fence - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    found = _MARKER.match(lines[above]) if above >= 0 else None
    return (found["name"], found["value"]) if found else (None, None)
