"""Same actor, same place: the merged lists, and the directory that turns an article's names into the merged ones."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from summarizer.merging.actors import ActorFacts, actor_components, shown_name
from summarizer.merging.components import Components
from summarizer.merging.digest import Digest, digest
from summarizer.merging.directory import Directory, overall
from summarizer.merging.joining import Group, KnownNames, Presented, Profile
from summarizer.merging.memo import Memo
from summarizer.merging.places import PlaceFacts, place_components, position, shown_place
from summarizer.merging.told import told_reasons
from summarizer.models import ArticleBrief, MergedEntity, MergedPlace
from summarizer.schema import Schema
from summarizer.sounding import fold
from summarizer.user_names import PLACE

M = TypeVar("M", MergedEntity, MergedPlace)
F = TypeVar("F", ActorFacts, PlaceFacts)
_Prominence = tuple[int, int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class JoinedNames:
    """The merged lists by section name, and the directory."""

    actors: Mapping[str, tuple[MergedEntity, ...]]
    places: Mapping[str, tuple[MergedPlace, ...]]
    directory: Directory
    changed: frozenset[Profile]
    """Profiles whose merged name is another one than in the merge before."""
    moved: frozenset[str]
    """Folded forms that now mean somebody else where an article does not list them."""


class NameJoiner:
    """Keeps who is who over the articles it was given."""

    def __init__(self, schema: Schema) -> None:
        """Start without articles."""
        rules = schema.entity_rules
        self._known = KnownNames(schema.names, schema.user_names)
        self._generic = frozenset(fold(w) for forms in rules.kind_words.values() for w in forms)
        self._indistinct = self._generic | {fold(w) for w in rules.offices}
        self._digests: dict[str, Digest] = {}
        self._profiles: dict[tuple[str, Presented], Profile] = {}
        self._last = Directory({}, {}, self._known)
        self._about = schema.entity_rules.about
        self._actors: dict[str, Components[ActorFacts]] = {
            s.name: actor_components(self._known, self._generic, self._digests.__getitem__)
            for s in schema.of_kind("entities")
        }
        self._places: dict[str, Components[PlaceFacts]] = {
            s.name: place_components(self._known) for s in schema.of_kind("places")
        }

    def read(self, brief: ArticleBrief) -> Digest:
        """Return the digest of an article: the one there is where the same brief is in already."""
        found = self._digests.get(brief.article.id)
        if found and (found.brief is brief or found.brief == brief):
            return found
        return digest(brief, self._profile, self._indistinct)

    def update(self, digests: Collection[Digest]) -> None:
        """Make these the articles that are in; only what differs from before is joined anew."""
        wanted = {d.article.id: d for d in digests}
        gone = [d for key, d in self._digests.items() if wanted.get(key) is not d]
        new = [d for key, d in wanted.items() if self._digests.get(key) is not d]
        touched: dict[str, dict[Profile, None]] = {}
        for each in gone:
            del self._digests[each.article.id]
            for section, counts in each.listed.items():
                for profile in counts:
                    del profile.articles[each.article.id]
                    touched.setdefault(section, {})[profile] = None
        for each in new:
            self._digests[each.article.id] = each
            for section, counts in each.listed.items():
                for profile, mentions in counts.items():
                    profile.articles[each.article.id] = mentions
                    touched.setdefault(section, {})[profile] = None
        for section, profiles in touched.items():
            components = self._actors.get(section) or self._places.get(section)
            if components is not None:
                components.update(profiles)
            for profile in profiles:
                if not profile.articles:
                    self._profiles.pop((section, profile.presented), None)

    def joined(self, memo: Memo) -> JoinedNames:
        """Return the merged lists."""
        names: dict[Profile, str] = {}
        actors = {s: self._merged_actors(c, names, memo) for s, c in self._actors.items()}
        spoken = overall(names.items())
        places = {s: self._merged_places(c, names, memo) for s, c in self._places.items()}
        last, self._last = self._last, Directory(names, spoken, self._known)
        changed = frozenset(p for p, name in names.items() if last.names.get(p) != name)
        moved = frozenset(f for f, _ in spoken.items() ^ last.overall.items())
        return JoinedNames(actors, places, self._last, changed, moved)

    def _profile(self, section: str, presented: Presented) -> Profile:
        key = (section, presented)
        found = self._profiles.get(key)
        if found is None:
            told = self._known.user.group(presented.name, presented.forms[1:], place=presented.kind == PLACE)
            found = self._profiles[key] = Profile.of(presented, told.listed if told else ())
        return found

    def _merged_actors(
        self, components: Components[ActorFacts], names: dict[Profile, str], memo: Memo
    ) -> tuple[MergedEntity, ...]:
        taken: set[str] = set()
        merged = []
        for _, form, group, entity in _prominent_first(components.groups(), self._as_shown, memo):
            # Two actors of one name must not become one by it.
            name = form if form not in taken else f"{form} ({self._told_by(group)})"
            taken.add(name)
            names.update(dict.fromkeys(group.members, name))
            merged.append(entity if name == form else self._actor(group, name))
        return _led(_ordered(merged), self._about)

    def _as_shown(self, group: Group[ActorFacts]) -> MergedEntity:
        return self._actor(group, shown_name(group.members, group.facts.known))

    def _place_as_shown(self, group: Group[PlaceFacts]) -> MergedPlace:
        return self._place(group, shown_place(group.members, group.facts.known))

    def _told_by(self, group: Group[ActorFacts]) -> str:
        """Return what tells a name from its namesakes: its country, else its article, else its kind."""
        scope = group.members[0].presented.scope
        return (self._digests[scope].title if scope in self._digests else scope) or group.members[0].kind

    def _actor(self, group: Group[ActorFacts], name: str) -> MergedEntity:
        known = group.facts.known
        return MergedEntity(
            name=name,
            kind=(known.kind if known else "") or _kind(group.members),
            aliases=_aliases(group.members, name),
            articles=self._articles(group.members),
            mentions=_mentions(group.members),
            reasons=(*group.reasons, *told_reasons(group, name, self._known.user, place=False)),
        )

    def _merged_places(
        self, components: Components[PlaceFacts], names: dict[Profile, str], memo: Memo
    ) -> tuple[MergedPlace, ...]:
        taken: set[str] = set()
        merged = []
        for _, form, group, place in _prominent_first(components.groups(), self._place_as_shown, memo):
            name = form
            if form in taken:
                name = f"{form} ({position(group.members, group.facts)[0] or 'country unknown'})"
            taken.add(name)
            names.update(dict.fromkeys(group.members, name))
            merged.append(place if name == form else self._place(group, name))
        return _ordered(merged)

    def _place(self, group: Group[PlaceFacts], name: str) -> MergedPlace:
        country, lat, lon = position(group.members, group.facts)
        return MergedPlace(
            name=name,
            aliases=_aliases(group.members, name),
            country=country,
            lat=lat,
            lon=lon,
            articles=self._articles(group.members),
            mentions=_mentions(group.members),
            reasons=(*group.reasons, *told_reasons(group, name, self._known.user, place=True)),
        )

    def _articles(self, members: Iterable[Profile]) -> tuple[str, ...]:
        return tuple(sorted({a for p in members for a in p.articles}, key=lambda a: self._digests[a].order))


def _prominent_first(
    groups: Iterable[Group[F]], merged: Callable[[Group[F]], M], memo: Memo
) -> list[tuple[_Prominence, str, Group[F], M]]:
    """Return groups with the name that is shown and the merged value, those that most articles name first."""

    def row(group: Group[F]) -> tuple[_Prominence, str, Group[F], M]:
        value = merged(group)
        return (-len(value.articles), -value.mentions, group.members[0].order), value.name, group, value

    return sorted([memo.get(id(g), partial(row, g)) for g in groups], key=lambda r: r[0])


def _ordered(merged: Iterable[M]) -> tuple[M, ...]:
    return tuple(sorted(merged, key=lambda m: (-len(m.articles), -m.mentions, m.name)))


def _led(merged: tuple[MergedEntity, ...], about: Sequence[str]) -> tuple[MergedEntity, ...]:
    """Return actors in their order, but first what the articles are about where none is named by more of them."""
    most = max((len(m.articles) for m in merged), default=0)
    return tuple(sorted(merged, key=lambda m: not (m.kind in about and len(m.articles) == most)))


def _kind(members: Iterable[Profile]) -> str:
    counts: dict[str, int] = {}
    for profile in members:
        counts[profile.kind] = counts.get(profile.kind, 0) + len(profile.articles)
    return min(counts, key=lambda k: (-counts[k], k))


def _aliases(members: Iterable[Profile], name: str) -> tuple[str, ...]:
    return tuple(sorted({form for p in members for form in p.forms} - {name}))


def _mentions(members: Iterable[Profile]) -> int:
    return sum(count for p in members for count in p.articles.values())
