"""What every part of one merge needs: the articles, what their names mean, and what is kept of the last merge."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from summarizer.merging.digest import Digest
from summarizer.merging.directory import Directory
from summarizer.merging.memo import Memo
from summarizer.merging.origins import Origins
from summarizer.merging.phrases import Outlets

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """One merge. `since` says for each article since which merge its names have meant what they do now."""

    digests: Sequence[Digest]
    directory: Directory
    origins: Origins
    outlets: Outlets
    since: Mapping[Digest, int]
    memo: Memo

    def of(self, digest: Digest, what: str, make: Callable[[], T]) -> T:
        """Return what is made of one article and the meaning of its names."""
        return self.memo.get((what, id(digest), self.since[digest]), make, digest)
