"""Clusters of names: who may be joined with whom, and why they were."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, Self, TypeVar

from summarizer.merging.spelling import is_acronym
from summarizer.schema import KnownName
from summarizer.sounding import fold, fold_place
from summarizer.user_names import PLACE, NameGroup, UserNames

NO_USER_NAMES = UserNames()

Key = Hashable
"""What two profiles must have in common to be compared at all."""


@dataclass(frozen=True, slots=True)
class Presented:
    """One way in which articles present a thing: the same name, kind, forms and position. Degrees in `lat`, `lon`.

    `scope` limits a name that each country has ("Defence Ministry"): the country that the article is about, else the
    article itself.
    """

    name: str
    kind: str
    forms: tuple[str, ...]
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    scope: str | None = None

    @property
    def order(self) -> tuple[str, ...]:
        """The key that sorts presentations: the same in every run."""
        values = (self.name, self.kind, *self.forms, self.country, self.lat, self.lon, self.scope)
        return tuple("" if v is None else str(v) for v in values)


@dataclass(frozen=True, slots=True, eq=False)  # one object for each presentation: compared by identity, which is fast
class Profile:
    """A presentation and the articles that present the thing so, each with the number of its mentions.

    `spelled` are the names whose spelling tells what it is: its own, and those that the user gives it.
    """

    presented: Presented
    name: str
    kind: str
    forms: tuple[str, ...]
    order: tuple[str, ...]
    spelled: tuple[str, ...]
    articles: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, presented: Presented, given: Iterable[str] = ()) -> Self:
        """Return the profile of a presentation that no article has yet; `given` are names that the user gives it."""
        spelled = tuple(dict.fromkeys((presented.name, *given)))
        return cls(presented, presented.name, presented.kind, presented.forms, presented.order, spelled)


class Facts(Protocol):
    """What is known of a cluster: enough to say with which others it must never be joined."""

    def clashes(self, other: Self) -> bool:
        """Whether the two cannot be one thing."""
        ...

    def with_(self, other: Self) -> Self:
        """Return what is known of both together."""
        ...


F = TypeVar("F", bound=Facts)


@dataclass(frozen=True, slots=True, eq=False)
class Group(Generic[F]):
    """One thing: its profiles, the reasons for joining them, and what is known of it."""

    members: tuple[Profile, ...]
    reasons: tuple[str, ...]
    facts: F


class Clusters(Generic[F]):
    """Disjoint sets of profiles, by their index. A join that speaks against the facts is refused."""

    def __init__(self, profiles: Sequence[Profile], facts: Iterable[F]) -> None:
        self.profiles = profiles
        self.facts = list(facts)
        self._parent = list(range(len(profiles)))
        self._reasons: list[tuple[int, str]] = []

    def find(self, index: int) -> int:
        """Return the index that stands for the cluster."""
        parent = self._parent
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    def may_join(self, one: int, other: int) -> bool:
        """Whether nothing speaks against the two being one."""
        a, b = self.find(one), self.find(other)
        return a == b or not self.facts[a].clashes(self.facts[b])

    def join(self, one: int, other: int, why: str) -> bool:
        """Join two clusters and keep the reason, unless it is empty; return whether they are one now."""
        a, b = self.find(one), self.find(other)
        if a == b:
            return True
        if self.facts[a].clashes(self.facts[b]):
            return False
        keep, gone = min(a, b), max(a, b)
        self.facts[keep] = self.facts[keep].with_(self.facts[gone])
        self._parent[gone] = keep
        first, second = sorted((self.profiles[one].name, self.profiles[other].name))
        if first != second and why:
            self._reasons.append((keep, f"“{first}” and “{second}”: {why}"))
        return True

    def groups(self) -> list[Group[F]]:
        """Return each cluster."""
        members: dict[int, list[Profile]] = {}
        for index, profile in enumerate(self.profiles):
            members.setdefault(self.find(index), []).append(profile)
        reasons: dict[int, list[str]] = {}
        for index, reason in self._reasons:
            reasons.setdefault(self.find(index), []).append(reason)
        return [Group(tuple(m), tuple(sorted(set(reasons.get(i, ())))), self.facts[i]) for i, m in members.items()]


class KnownNames:
    """The schema's known names, found by any of their forms; what the user says of names goes before them."""

    def __init__(self, names: Sequence[KnownName], user: UserNames = NO_USER_NAMES) -> None:
        self.user = user
        self._actors: dict[str, list[KnownName]] = {}
        self._places: dict[str, list[KnownName]] = {}
        self._groups: dict[tuple[int, bool], KnownName] = {}
        for known in names:
            table, key = (self._places, fold_place) if known.kind == "place" else (self._actors, fold)
            for form in (known.name, *known.aliases):
                entry = table.setdefault(key(form), [])
                if known not in entry:
                    entry.append(known)

    def told(self, name: str, aliases: Iterable[str] = (), *, place: bool) -> KnownName | None:
        """Return whom, or which place, the user says that somebody of this name and these other forms is."""
        group = self.user.group(name, aliases, place=place) if self.user else None
        return self._of_group(group, place) if group else None

    def _of_group(self, group: NameGroup, place: bool) -> KnownName:
        """Return the user's group as a known name; its kind is "" where the user leaves that to the articles."""
        found = self._groups.get((id(group), place))
        if found is None:
            entry = next((k for f in group.forms if (k := self._listed(f, place)) and k.source), None)
            name = group.shown or (entry.name if entry else group.listed[0])
            kind = group.kind or (entry.kind if entry else PLACE if place else "")
            aliases = tuple(f for f in group.forms if f != name)
            found = KnownName(name, kind, aliases, entry.country if entry else None, source=self.user.source)
            self._groups[id(group), place] = found
        return found

    def actor(self, form: str) -> KnownName | None:
        """Return the one known actor that has this form, None where there is none or more than one."""
        return self.told(form, place=False) or self._listed(form, False)

    def _listed(self, form: str, place: bool) -> KnownName | None:
        if place:
            listed = self._places.get(fold_place(form), [])
            return listed[0] if len(listed) == 1 else None
        found = self._actors.get(fold(form), [])
        return found[0] if len(found) == 1 and _cased_alike(form, found[0]) else None

    def place(self, form: str, country: str | None) -> KnownName | None:
        """Return the one known place that has this form and may lie in this country."""
        if told := self.told(form, place=True):
            return told
        listed = self._places.get(fold_place(form), [])
        found = [k for k in listed if not (country and k.country) or k.country == country]
        return found[0] if len(found) == 1 else None


def known_why(known: KnownName) -> str:
    """Return why two forms of a known name are joined; "" for the user's, which are told of as a whole."""
    return "" if known.source else f"known names of {known.name}"


def _cased_alike(form: str, known: KnownName) -> bool:
    """Whether a form that is known only as an abbreviation is one here too: "WHO" is known, "Who" is not."""
    key = fold(form)
    meant = [f for f in (known.name, *known.aliases) if fold(f) == key]
    return form in meant or not all(is_acronym(f) for f in meant) or is_acronym(form)
