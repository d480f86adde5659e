"""Which of its formats a text is written in: as asked, by its file's suffix, else as where it is shown wants it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import NamedTuple

from summarizer.errors import UsageError


class Formats(NamedTuple):
    """The formats of one kind of text.

    `suffixes` tell which format a file's name asks for; `of` says in messages whose they are ("of a comparison").
    """

    names: tuple[str, ...]
    suffixes: Mapping[str, str] = MappingProxyType({})
    of: str = ""

    def chosen(self, wanted: str | None, out: PurePath | None, *, shown: str) -> str:
        """Return `wanted`, else what the suffix of the file `out` asks for, else `shown`, for what goes to stdout.

        Raises:
            UsageError: there is no such format, or the suffix asks for none.
        """
        whose = f" {self.of}" if self.of else ""
        listed = ", ".join(self.names)
        if wanted is not None:
            if wanted not in self.names:
                raise UsageError(f"no format {wanted!r}{whose}: it is one of {listed}")
            return wanted
        found = self.suffixes.get(out.suffix.lower()) if out is not None else shown
        if found is None:
            raise UsageError(f"the suffix of {out} tells no format{whose}: add --format with one of {listed}")
        return found
