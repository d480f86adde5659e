"""Same actor, same place: the merged lists and the directory that turns an article's names into the merged ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from summarizer.merging.actors import actor_clusters, shown_name
from summarizer.merging.joining import KnownNames, Profile
from summarizer.merging.places import place_clusters, position, shown_place
from summarizer.merging.spelling import fold
from summarizer.models import ArticleBrief, Entities, Entity, MergedEntity, MergedPlace, Place, Places
from summarizer.schema import Schema

Names = Mapping[tuple[str, str], str]
"""From an article's id and a form in it to the merged name."""


@dataclass(frozen=True)
class Directory:
    """Finds the merged name of a form that stands in an article.

    `overall` holds, folded, the forms that mean one and the same actor in all articles that use them.
    """

    actors: Names
    places: Names
    overall: Mapping[str, str]
    known: KnownNames

    def actor(self, form: str, article: str) -> str:
        """Return the merged name of an actor; the form itself where it is nobody's name."""
        found = self.actors.get((article, form)) or self.actors.get((article, fold(form)))
        if found:
            return found
        entry = self.known.actor(form)
        return entry.name if entry else self.overall.get(fold(form), form)

    def is_named(self, form: str, article: str) -> bool:
        """Whether a form is somebody's name, not a description such as "local residents"."""
        listed = (article, form) in self.actors or (article, fold(form)) in self.actors
        return listed or self.known.actor(form) is not None or fold(form) in self.overall

    def place(self, form: str, article: str) -> str:
        """Return the merged name of a place; the form itself where no article lists it."""
        found = self.places.get((article, form)) or self.places.get((article, fold(form)))
        if found:
            return found
        entry = self.known.place(form, None)
        return entry.name if entry else form


@dataclass(frozen=True)
class JoinedNames:
    """The merged lists by section name, and the directory."""

    actors: Mapping[str, tuple[MergedEntity, ...]]
    places: Mapping[str, tuple[MergedPlace, ...]]
    directory: Directory


def join_names(briefs: Sequence[ArticleBrief], schema: Schema) -> JoinedNames:
    """Join the actors and places of all articles. `briefs` come in their stable order."""
    known = KnownNames(schema.names)
    generic = frozenset(fold(w) for forms in schema.entity_rules.kind_words.values() for w in forms)
    around = {b.article.id: _names_in(b) for b in briefs}
    rank = {b.article.id: i for i, b in enumerate(briefs)}
    actors, places = {}, {}
    actor_names: dict[tuple[str, str], str] = {}
    place_names: dict[tuple[str, str], str] = {}
    for section in schema.of_kind("entities"):
        profiles = _profiles(briefs, section.name, _actor_profile)
        actors[section.name] = _merged_actors(profiles, known, generic, around, rank, actor_names)
    for section in schema.of_kind("places"):
        profiles = _profiles(briefs, section.name, _place_profile)
        places[section.name] = _merged_places(profiles, known, rank, place_names)
    return JoinedNames(actors, places, Directory(actor_names, place_names, _overall(actor_names), known))


# --------------------------------------------------------------------------------------------- what the articles list

_Presented = tuple[str, str, tuple[str, ...], str | None, float | None, float | None]


def _actor_profile(item: Entity | Place) -> _Presented:
    kind = item.kind if isinstance(item, Entity) else "place"
    return item.name, kind, tuple(sorted({*item.aliases} - {item.name})), None, None, None


def _place_profile(item: Entity | Place) -> _Presented:
    name, _, aliases, *_ = _actor_profile(item)
    spot = (item.country, item.lat, item.lon) if isinstance(item, Place) else (None, None, None)
    return name, "place", aliases, *spot


def _profiles(
    briefs: Iterable[ArticleBrief], section: str, presented: Callable[[Entity | Place], _Presented]
) -> list[Profile]:
    """Return what the articles list in a section, equal presentations once, in a stable order."""
    found: dict[_Presented, dict[str, int]] = {}
    for brief in briefs:
        listed = brief.sections.get(section)
        for item in listed.items if isinstance(listed, Entities | Places) else ():
            counts = found.setdefault(presented(item), {})
            counts[brief.article.id] = counts.get(brief.article.id, 0) + max(1, len(item.mentions))
    ordered = sorted(found, key=lambda p: tuple(("" if v is None else str(v)) for v in p))
    return [Profile(p[0], p[1], (p[0], *p[2]), found[p], p[3], p[4], p[5]) for p in ordered]


def _names_in(brief: ArticleBrief) -> frozenset[str]:
    listed = (s.items for s in brief.sections.values() if isinstance(s, Entities | Places))
    return frozenset(fold(item.name) for items in listed for item in items)


def _overall(names: Names) -> dict[str, str]:
    """Return the forms that mean the same actor wherever they stand."""
    meant: dict[str, set[str]] = {}
    for (_, form), name in names.items():
        meant.setdefault(fold(form), set()).add(name)
    return {form: next(iter(found)) for form, found in meant.items() if len(found) == 1}


# ------------------------------------------------------------------------------------------------------ merged lists


def _merged_actors(
    profiles: Sequence[Profile],
    known: KnownNames,
    generic: frozenset[str],
    around: Mapping[str, frozenset[str]],
    rank: Mapping[str, int],
    names: dict[tuple[str, str], str],
) -> tuple[MergedEntity, ...]:
    merged = []
    for members, reasons, facts in actor_clusters(profiles, known, generic, around).groups():
        name = shown_name(members, facts.known)
        _enter(names, members, name)
        merged.append(
            MergedEntity(
                name=name,
                kind=facts.known.kind if facts.known else _kind(members),
                aliases=_aliases(members, name),
                articles=_articles(members, rank),
                mentions=_mentions(members),
                reasons=reasons,
            )
        )
    return tuple(sorted(merged, key=lambda e: (-len(e.articles), -e.mentions, e.name, e.kind)))


def _merged_places(
    profiles: Sequence[Profile], known: KnownNames, rank: Mapping[str, int], names: dict[tuple[str, str], str]
) -> tuple[MergedPlace, ...]:
    groups = place_clusters(profiles, known).groups()
    groups.sort(key=lambda g: (-len({a for p in g[0] for a in p.articles}), -_mentions(g[0]), g[0][0].name))
    taken: set[str] = set()
    merged = []
    for members, reasons, facts in groups:
        country, lat, lon = position(members, facts)
        form = shown_place(members, facts.known)
        # Two places of one name must not become one by it: the one that fewer articles name says where it is.
        name = form if form not in taken else f"{form} ({country or 'country unknown'})"
        taken.add(name)
        _enter(names, members, name)
        merged.append(
            MergedPlace(
                name=name,
                aliases=_aliases(members, name),
                country=country,
                lat=lat,
                lon=lon,
                articles=_articles(members, rank),
                mentions=_mentions(members),
                reasons=reasons,
            )
        )
    return tuple(sorted(merged, key=lambda p: (-len(p.articles), -p.mentions, p.name, p.country or "")))


def _enter(names: dict[tuple[str, str], str], members: Iterable[Profile], name: str) -> None:
    for profile in members:
        for rank, form in enumerate(profile.forms):
            for article in profile.articles:
                # A name goes before another's alias, an exact form before a folded one.
                for key in ((article, form), (article, fold(form))):
                    if rank == 0 and key[1] == form:
                        names[key] = name
                    else:
                        names.setdefault(key, name)


def _kind(members: Iterable[Profile]) -> str:
    counts: dict[str, int] = {}
    for profile in members:
        counts[profile.kind] = counts.get(profile.kind, 0) + len(profile.articles)
    return min(counts, key=lambda k: (-counts[k], k))


def _aliases(members: Iterable[Profile], name: str) -> tuple[str, ...]:
    return tuple(sorted({form for p in members for form in p.forms} - {name}))


def _articles(members: Iterable[Profile], rank: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted({a for p in members for a in p.articles}, key=rank.__getitem__))


def _mentions(members: Iterable[Profile]) -> int:
    return sum(count for p in members for count in p.articles.values())
