"""What every part of one merge needs: the articles, what their names mean, and what is kept of the last merge."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
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

    def told(self, what: str, make: Callable[[Digest], Sequence[T]], key: Callable[[T], Hashable]) -> list[T]:
        """Return what is made of all articles in their order; what a copy repeats of its original is left out.

        Args:
            what: as in `of`.
            make: makes it of one article.
            key: what two have in common of which one repeats the other.
        """
        copied = {d.root for d in self.digests if d.article.copy_of}
        found: list[T] = []
        seen: set[Hashable] = set()
        for digest in self.digests:
            own = self.of(digest, what, partial(make, digest))
            if digest.root not in copied:
                found += own
                continue
            for item in own:
                if (once := (digest.root, key(item))) not in seen:
                    seen.add(once)
                    found.append(item)
        return found
