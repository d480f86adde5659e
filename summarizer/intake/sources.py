"""From what a caller names to what can be read: files, folders and patterns, web addresses, standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from summarizer.errors import IntakeError
from summarizer.intake.fetching import Fetcher, is_url, shown_url
from summarizer.intake.material import MAX_BYTES, Material, from_bytes, from_path
from summarizer.intake.paths import failure, paths
from summarizer.models import Failure

STDIN = "-"


class Sources:
    """Finds what inputs name: each file and address once, however often and in whatever way it is named."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._seen: set[str] = set()

    def materials(self, given: str | Path) -> Iterator[Material | Failure]:
        """Yield what an input names: a `str` may be `-`, a web address or a pattern, a `Path` is only a path."""
        if given == STDIN:
            yield from self._one(STDIN, standard_input)
        elif isinstance(given, str) and is_url(given):
            yield from self._one(given, lambda: self._fetcher.fetch(given))
        else:
            for found in paths(given):
                if isinstance(found, Failure):
                    yield found
                elif self._new(_place(found)):
                    yield from_path(found)

    def linked(self, url: str) -> Material | None:
        """Return what a link leads to, None where that was read before.

        Raises:
            IntakeError: it cannot be fetched.

        """
        return self._fetcher.fetch(url) if self._new(url) else None

    def _one(self, name: str, get: Callable[[], Material]) -> Iterator[Material | Failure]:
        if not self._new(name):
            return
        try:
            material = get()
        except IntakeError as error:
            yield failure(shown_url(name), str(error))
        else:
            yield material

    def _new(self, place: str) -> bool:
        """Return whether a place was not read yet, and remember it."""
        fresh = place not in self._seen
        self._seen.add(place)
        return fresh


def standard_input() -> Material:
    """Return what comes by standard input, in memory, since it can be read only once.

    Raises:
        IntakeError: there is none, or more than `MAX_BYTES`.

    """
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise IntakeError("there is no standard input: give a file")
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise IntakeError(f"standard input has more than {MAX_BYTES // 2**20} MB: save it to a file and give that")
    return from_bytes(data, name=STDIN)


def _place(path: Path) -> str:
    """Return where a path leads, the same for all ways to name a file; a link to itself leads to itself."""
    return os.path.realpath(path)
