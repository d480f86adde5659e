"""What the user says about names: which forms are one, which are never the same, which are none, how each is shown.

A file of the user's (see names_file) becomes one `UserNames`, which a `Schema` carries to every stage: marking joins
and splits by it, grounding shows names and leaves out by it, merging never joins against it. It goes before every rule
and before the schema's own list of names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from summarizer.folding import fold, fold_place

PLACE = "place"
"""The kind by which a names file, like a schema's list of names, says that a name is a place."""

Side = tuple[int, bool]
"""One of the two names of a split: the split's number, and whether it is the first of them."""


class NameGroup(NamedTuple):
    """Forms that are one actor or place.

    `shown` is the form to show, None where the user leaves that to the rules. `forms` are all that mean it, `listed`
    those of them that the user wrote. `kind` is "place", a kind of actor, or None: whichever list it is found in.
    """

    shown: str | None
    forms: tuple[str, ...]
    listed: tuple[str, ...]
    kind: str | None = None
    kind_given: bool = False
    renames: bool = False

    def covers(self, *, place: bool) -> bool:
        """Whether it speaks of places, or of actors."""
        return self.kind is None or (self.kind == PLACE) == place


@dataclass(frozen=True)
class UserNames:
    """All that one file says. `source` is the file's name, `ignored` maps a form to the reason that the user gives."""

    source: str = ""
    groups: tuple[NameGroup, ...] = ()
    splits: tuple[tuple[str, str], ...] = ()
    ignored: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __bool__(self) -> bool:
        """Whether anything is said at all."""
        return bool(self.groups or self.splits or self.ignored)

    def group(self, name: str, aliases: Iterable[str] = (), *, place: bool) -> NameGroup | None:
        """Return the group that somebody or a place of this name and these other forms belongs to, None for none."""
        table = self._places if place else self._actors
        found = (table.get(key) for form in identifying(name, aliases, place=place) for key in keys(form, place=place))
        return next((g for g in found if g is not None), None)

    def shown(self, name: str, aliases: Iterable[str] = (), *, place: bool) -> str:
        """Return the form to show: the user's, else the name itself."""
        group = self.group(name, aliases, place=place)
        return (group.shown if group else None) or name

    def ignores(self, name: str, aliases: Iterable[str] = (), *, place: bool) -> str | None:
        """Return the form by which the user ignores somebody or a place, None where nothing says so."""
        for form in identifying(name, aliases, place=place):
            for key in keys(form, place=place):
                if key in self._ignored:
                    return self._ignored[key]
        return None

    def sides(self, name: str, aliases: Iterable[str] = (), *, place: bool) -> frozenset[Side]:
        """Return the sides of splits that somebody or a place stands on."""
        if not self.splits:
            return frozenset()
        return frozenset(
            (number, first)
            for form in identifying(name, aliases, place=place)
            for number, pair in enumerate(self.splits)
            for first in (True, False)
            if means(form, pair, first=first, place=place)
        )

    @cached_property
    def _actors(self) -> Mapping[str, NameGroup]:
        return _table(self.groups, place=False)

    @cached_property
    def _places(self) -> Mapping[str, NameGroup]:
        return _table(self.groups, place=True)

    @cached_property
    def _ignored(self) -> Mapping[str, str]:
        return {key: form for form in self.ignored for place in (False, True) for key in keys(form, place=place)}


def opposed(one: frozenset[Side], other: frozenset[Side]) -> bool:
    """Whether two stand on the two sides of one split, so that they are never the same."""
    return bool(one and other) and any((number, not first) in other for number, first in one)


def means(form: str, pair: tuple[str, str], *, first: bool, place: bool) -> bool:
    """Whether a form is the first (or the second) name of a split.

    Where the two differ in what folding takes away ("Al-Safa", "As-Safa"; "Who", "WHO"), only the spelling tells.
    """
    mine, others = pair if first else pair[::-1]
    for key in (fold_place, fold, spelled) if place else (fold, spelled):
        if key(mine) != key(others):
            return key(form) == key(mine)
    return False


def identifying(name: str, aliases: Iterable[str], *, place: bool) -> Iterator[str]:
    """Yield the forms by which somebody or a place is told: the name, and aliases that are no bare part of it.

    "Ali" as a short form of "Ahmed Ali" does not make him the "Ali" of whom the user speaks.
    """
    yield name
    words = set(fold(name).split())
    for alias in aliases:
        part = fold(alias).split()
        if place or len(part) != 1 or part[0] not in words:
            yield alias


def keys(form: str, *, place: bool) -> tuple[str, ...]:
    """Return the keys of a form, the strictest first."""
    return (fold(form), f"place:{fold_place(form)}") if place else (fold(form),)


def spelled(form: str) -> str:
    """Return a form on one line, as it is written."""
    return " ".join(form.split())


def _table(groups: Iterable[NameGroup], *, place: bool) -> Mapping[str, NameGroup]:
    table: dict[str, NameGroup] = {}
    given = [g for g in groups if g.covers(place=place)]
    # What the user wrote goes before what the schema adds to it, and a strict key before a loose one.
    for forms in ("listed", "forms"):
        for strictness in range(2 if place else 1):
            for group in given:
                for form in getattr(group, forms):
                    table.setdefault(keys(form, place=place)[strictness], group)
    return table
