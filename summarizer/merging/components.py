"""Profiles in components: what shares no key is never compared, and what did not change is not clustered again.

Two profiles that can be joined share a key, so those that no chain of shared keys links have no bearing on each other.
That makes clustering near-linear, and adding an article cheap: only the components it touches are done anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic

from summarizer.linking import components
from summarizer.merging.joining import F, Group, Key, Profile


@dataclass(frozen=True, slots=True, eq=False)
class Component(Generic[F]):
    """Profiles linked by keys, and the groups that clustering found among them."""

    members: tuple[Profile, ...]
    groups: tuple[Group[F], ...]


class Components(Generic[F]):
    """All profiles of a section. The result depends on the profiles alone, not on the order in which they came."""

    def __init__(
        self, keys: Callable[[Profile], Iterable[Key]], cluster: Callable[[Sequence[Profile]], Sequence[Group[F]]]
    ) -> None:
        """Take what gives a profile's keys, and what clusters the sorted profiles of one component."""
        self._keys_of = keys
        self._cluster = cluster
        self._keys: dict[Profile, tuple[Key, ...]] = {}
        self._by_key: dict[Key, Component[F]] = {}
        self._of: dict[Profile, Component[F]] = {}

    def update(self, touched: Iterable[Profile]) -> None:
        """Cluster anew what the touched profiles are linked with; those without articles are gone."""
        changed = list(touched)
        affected: dict[int, Component[F]] = {}
        for profile in changed:
            if profile not in self._keys:
                self._keys[profile] = tuple(dict.fromkeys(self._keys_of(profile)))
            linked = [self._by_key.get(k) for k in self._keys[profile]]
            affected.update((id(c), c) for c in (*linked, self._of.get(profile)) if c is not None)
        pool = dict.fromkeys(p for c in affected.values() for p in c.members) | dict.fromkeys(changed)
        for profile in pool:
            self._of.pop(profile, None)
            for key in self._keys[profile]:
                self._by_key.pop(key, None)
            if not profile.articles:
                del self._keys[profile]
        for members in self._linked([p for p in pool if p.articles]):
            component = Component(tuple(members), tuple(self._cluster(members)))
            for profile in members:
                self._of[profile] = component
                self._by_key.update(dict.fromkeys(self._keys[profile], component))

    def groups(self) -> Iterator[Group[F]]:
        """Yield all groups, in no particular order."""
        for component in dict.fromkeys(self._of.values()):
            yield from component.groups

    def _linked(self, profiles: Iterable[Profile]) -> Iterator[list[Profile]]:
        """Yield the profiles by component, each sorted."""
        ordered = sorted(profiles, key=lambda p: p.order)
        first: dict[Key, int] = {}
        links = ((first.setdefault(key, n), n) for n, profile in enumerate(ordered) for key in self._keys[profile])
        for component in components(len(ordered), links):
            yield [ordered[n] for n in component]
