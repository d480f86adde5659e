"""Which place is which over all articles: known names, gazetteer identity, spelling, and never across a border."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.merging.components import Components
from summarizer.merging.joining import Clusters, Group, Key, KnownNames, Profile, known_why
from summarizer.merging.spelling import alike, skeleton
from summarizer.schema import KnownName
from summarizer.sounding import fold_place, place_sounds
from summarizer.user_names import Side, opposed

NEAR_KM = 50.0
"""Two positions further apart are two places, however alike their names: a town and its outskirts are nearer."""

_MIN_ALIAS = 4
_KM_PER_DEGREE = 111.2
_SAME_SPOT = 3
"""Decimals of a degree, about 100 m, to which one gazetteer entry is written the same everywhere."""


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What keeps two places apart: the user, different known names, countries, or positions. Degrees in `spot`."""

    known: KnownName | None
    country: str | None
    spot: tuple[float, float] | None
    sides: frozenset[Side] = frozenset()

    def clashes(self, other: PlaceFacts) -> bool:
        """Whether the two cannot be one place."""
        if opposed(self.sides, other.sides):
            return True
        if self.known and other.known:
            return self.known != other.known
        if self.country and other.country and self.country != other.country:
            return True
        return bool(self.spot and other.spot) and _km(self.spot, other.spot) > NEAR_KM

    def with_(self, other: PlaceFacts) -> PlaceFacts:
        """Return what is known of both together."""
        return PlaceFacts(
            known=self.known or other.known,
            country=self.country or other.country,
            spot=self.spot or other.spot,
            sides=self.sides | other.sides,
        )


def place_components(known: KnownNames) -> Components[PlaceFacts]:
    """Return the places of all articles, none so far; each group is one place."""

    def cluster(profiles: Sequence[Profile]) -> Sequence[Group[PlaceFacts]]:
        clusters = Clusters(profiles, [_facts(p, known) for p in profiles])
        # Those whose country and position are known come first, so that the others find them all.
        spots = [p.presented for p in profiles]
        order = sorted(range(len(profiles)), key=lambda i: (spots[i].country is None, spots[i].lat is None, i))
        if len(profiles) > 1:
            _join_known_and_spots(clusters, order)
            _join_keys(clusters, order)
            _join_sounds(clusters, order)
        return clusters.groups()

    return Components(lambda profile: _keys(profile, known), cluster)


def _keys(profile: Profile, known: KnownNames) -> Iterator[Key]:
    """Yield all by which a profile is ever looked for."""
    if entry := _facts(profile, known).known:
        yield "known", entry.name, entry.country
    if spot := _spot_key(profile):
        yield spot
    for form in _telling_forms(profile):
        yield "form", fold_place(form)
    for heard in _sounds(profile):
        yield "sound", skeleton(heard)


def _sounds(profile: Profile) -> Iterable[str]:
    return dict.fromkeys(heard for name in profile.spelled for heard in place_sounds(name))


def _spot_key(profile: Profile) -> Key | None:
    spot = profile.presented
    if spot.lat is None or spot.lon is None:
        return None
    return "spot", spot.country, round(spot.lat, _SAME_SPOT), round(spot.lon, _SAME_SPOT)


def _telling_forms(profile: Profile) -> Iterator[str]:
    for form in profile.forms:
        if form == profile.name or (len(form) >= _MIN_ALIAS and form[:1].isupper()):
            yield form


def _facts(profile: Profile, known: KnownNames) -> PlaceFacts:
    given = profile.presented
    entry = known.told(profile.name, profile.forms[1:], place=True) or known.place(profile.name, given.country)
    if entry is None:
        found = {k.name: k for f in profile.forms[1:] if (k := known.place(f, given.country))}
        entry = next(iter(found.values())) if len(found) == 1 else None
    spot = (given.lat, given.lon) if given.lat is not None and given.lon is not None else None
    sides = known.user.sides(profile.name, profile.forms[1:], place=True)
    return PlaceFacts(entry, given.country or (entry.country if entry else None), spot, sides)


def _km(one: tuple[float, float] | None, other: tuple[float, float] | None) -> float:
    if one is None or other is None:
        return 0.0
    # Flat is right enough at the few kilometres that matter here.
    width = (one[1] - other[1] + 180) % 360 - 180
    return _KM_PER_DEGREE * math.hypot(one[0] - other[0], width * math.cos(math.radians(one[0])))


def _join_known_and_spots(clusters: Clusters[PlaceFacts], order: Iterable[int]) -> None:
    first: dict[Key, int] = {}
    for index in order:
        facts = clusters.facts[clusters.find(index)]
        if facts.known:
            at = first.setdefault(("known", facts.known.name, facts.known.country), index)
            clusters.join(at, index, known_why(facts.known))
        if key := _spot_key(clusters.profiles[index]):
            clusters.join(first.setdefault(key, index), index, "the same entry of the gazetteer")


def _join_keys(clusters: Clusters[PlaceFacts], order: Iterable[int]) -> None:
    blocks: dict[str, list[int]] = {}
    for index in order:
        for form in _telling_forms(clusters.profiles[index]):
            block = blocks.setdefault(fold_place(form), [])
            _join_in_block(clusters, block, index, "the same name but for spelling")


def _join_sounds(clusters: Clusters[PlaceFacts], order: Iterable[int]) -> None:
    blocks: dict[str, dict[str, list[int]]] = {}
    for index in order:
        for heard in _sounds(clusters.profiles[index]):
            block = blocks.setdefault(skeleton(heard), {})
            near = [i for other, members in block.items() if alike(heard, other) for i in members]
            _join_in_block(clusters, near, index, "transliterations of one name")
            members = block.setdefault(heard, [])
            if clusters.find(index) not in {clusters.find(i) for i in members}:
                members.append(index)


def _join_in_block(clusters: Clusters[PlaceFacts], block: list[int], index: int, why: str) -> None:
    """Join a place with the one of its block that it may be; where it may be several, with none."""
    open_to = sorted({clusters.find(i) for i in block if clusters.may_join(i, index)})
    if len(open_to) == 1 or clusters.find(index) in open_to:
        target = clusters.find(index) if clusters.find(index) in open_to else open_to[0]
        clusters.join(next(i for i in block if clusters.find(i) == target), index, why)
    if clusters.find(index) not in {clusters.find(i) for i in block}:
        block.append(index)


def shown_place(profiles: Iterable[Profile], known: KnownName | None) -> str:
    """Return the form that a reader knows best: the known one, else the commonest one that is written as a name."""
    if known:
        return known.name
    counts: Counter[str] = Counter()
    for profile in profiles:
        counts[profile.name] += len(profile.articles)
    return min(counts, key=lambda f: (not f[:1].isupper(), f.isupper(), -counts[f], len(f), f))


def position(profiles: Iterable[Profile], facts: PlaceFacts) -> tuple[str | None, float | None, float | None]:
    """Return country, latitude and longitude of a place: those that most articles give."""
    counts: Counter[tuple[str | None, float, float]] = Counter()
    for profile in profiles:
        spot = profile.presented
        if spot.lat is not None and spot.lon is not None:
            counts[spot.country, spot.lat, spot.lon] += len(profile.articles)
    if not counts:
        return facts.country, None, None
    country, lat, lon = min(counts, key=lambda c: (-counts[c], c[0] or "", c[1], c[2]))
    return country or facts.country, lat, lon
