"""Which articles must be read again because another one changed what their names mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.merging.digest import Digest
from summarizer.merging.names import JoinedNames
from summarizer.merging.origins import Origins
from summarizer.sounding import fold


class Freshness:
    """Numbers that change when what an article's names mean does: part of the key of all that is made from them."""

    def __init__(self) -> None:
        self._turn = 0
        self._since: dict[Digest, int] = {}
        self._offices: Mapping[str, str] = {}

    def turn(self, digests: Sequence[Digest], names: JoinedNames, origins: Origins) -> dict[Digest, int]:
        """Return for each article the merge since which its names have meant what they do now."""
        self._turn += 1
        moved = {person for person, _ in origins.offices.items() ^ self._offices.items()}
        directory = names.directory
        changed = names.changed | {p for p, name in directory.names.items() if moved and name in moved}
        since = {}
        for digest in digests:
            last = self._since.get(digest)
            fresh = last is not None and all(changed.isdisjoint(counts) for counts in digest.listed.values())
            for form in digest.foreign if fresh else ():
                fresh = fresh and fold(form) not in names.moved
                fresh = fresh and not (moved and directory.actor(form, digest) in moved)
            # A copy speaks in the voice of its original's outlet, which may have come or gone.
            since[digest] = last if last is not None and fresh and not digest.article.copy_of else self._turn
        self._since = since
        self._offices = origins.offices
        return since
