"""Applies what the user says of names to the actors and places of one article: parts what is split, joins what is one.

Names stay those that marking reads: which form is shown, and who is left out, grounding decides. So the questions to a
model, and their answers in the cache, stay the same wherever the user only shows names otherwise or leaves them out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from summarizer.models import Actor, Location, Name, Spot
from summarizer.user_names import PLACE, UserNames, means

T = TypeVar("T", Actor, Location)


def actors_as_told(
    actors: tuple[Actor, ...], names: tuple[Name, ...], text: str, user: UserNames
) -> tuple[tuple[Actor, ...], tuple[Name, ...]]:
    """Return the actors and their mentions as the user has them, most mentioned first."""
    held = _Held(list(actors), [(n.start, n.end, n.actor) for n in names], text, user, place=False)
    if not held.change(lambda actor, name, aliases: actor._replace(name=name, aliases=aliases), _one_actor):
        return actors, names
    found, spans = held.listed()
    return tuple(found), tuple(Name(*s) for s in spans)


def places_as_told(
    places: tuple[Location, ...], spots: tuple[Spot, ...], text: str, user: UserNames
) -> tuple[tuple[Location, ...], tuple[Spot, ...]]:
    """Return the places and their mentions as the user has them, most mentioned first."""
    held = _Held(list(places), [(s.start, s.end, s.place) for s in spots], text, user, place=True)
    if not held.change(_part_of_place, _one_place):
        return places, spots
    found, spans = held.listed()
    return tuple(found), tuple(Spot(*s) for s in spans)


def _one_actor(first: Actor, second: Actor) -> Actor:
    return first._replace(sure=max(first.sure, second.sure))


def _one_place(first: Location, second: Location) -> Location:
    # A position and its country are one place's: they are taken together.
    better = second if first.lat is None and second.lat is not None else first
    country = better.country or first.country or second.country
    return first._replace(country=country, lat=better.lat, lon=better.lon)


def _part_of_place(place: Location, name: str, aliases: tuple[str, ...]) -> Location:
    if name == place.name:
        return place._replace(aliases=aliases)
    # Where the other one lies, nothing says: the position was found by the first one's name.
    return place._replace(name=name, aliases=aliases, lat=None, lon=None, key=f"split:{name}")


@dataclass
class _Held:
    """The actors, or the places, of an article while they are changed; `spans` point at `items` by position."""

    items: list[Any]
    spans: list[tuple[int, int, int]]
    text: str
    user: UserNames
    place: bool

    def change(self, part: Callable[[T, str, tuple[str, ...]], T], together: Callable[[T, T], T]) -> bool:
        """Part and join; return whether anything changed."""
        before = len(self.items)
        for number in range(before):
            for pair in self.user.splits:
                self._part(number, pair, part)
        parted = len(self.items) > before
        joined = self._join(together)
        kinds = not self.place and self._set_kinds()
        return parted or joined or kinds

    def listed(self) -> tuple[list[Any], list[tuple[int, int, int]]]:
        """Return the items, most mentioned first, and the spans in text order that point at them."""
        counts = Counter(number for _, _, number in self.spans)
        first = {number: start for start, _, number in reversed(self.spans)}
        order = sorted(counts, key=lambda n: (-counts[n], first[n]))
        at = {number: position for position, number in enumerate(order)}
        spans = sorted((start, end, at[number]) for start, end, number in self.spans)
        return [self.items[number] for number in order], spans

    def _part(self, number: int, pair: tuple[str, str], part: Callable[[Any, str, tuple[str, ...]], Any]) -> None:
        """Give the forms of one side of a split to an item of their own."""
        item = self.items[number]
        forms = (item.name, *item.aliases)
        sides = [tuple(f for f in forms if means(f, pair, first=first, place=self.place)) for first in (True, False)]
        if not all(sides):
            return
        gone = sides[0] if item.name in sides[1] else sides[1]
        moved = [n for n, (start, end, whose) in enumerate(self.spans) if whose == number and self._form(n) in gone]
        if not moved:
            return
        name = max(gone, key=lambda f: (len(f), f))
        new = len(self.items)
        self.items.append(part(item, name, tuple(f for f in gone if f != name)))
        self.items[number] = part(item, item.name, tuple(f for f in item.aliases if f not in gone))
        for n in moved:
            self.spans[n] = (*self.spans[n][:2], new)

    def _form(self, span: int) -> str:
        start, end, _ = self.spans[span]
        return " ".join(self.text[start:end].split())

    def _join(self, together: Callable[[Any, Any], Any]) -> bool:
        """Join the items of one group with the first of them."""
        first: dict[int, int] = {}
        becomes: dict[int, int] = {}
        for number, item in enumerate(self.items):
            group = self.user.group(item.name, item.aliases, place=self.place)
            if group is not None and group.covers(place=self.place):
                target = first.setdefault(id(group), number)
                if target != number:
                    becomes[number] = target
        for number, target in becomes.items():
            one, other = self.items[target], self.items[number]
            aliases = {*one.aliases, *other.aliases} | self._standing(other.name, number)
            self.items[target] = together(one, other)._replace(aliases=tuple(sorted(aliases - {one.name})))
        self.spans = [(start, end, becomes.get(whose, whose)) for start, end, whose in self.spans]
        return bool(becomes)

    def _standing(self, name: str, number: int) -> set[str]:
        """Return a name as a set, empty where it comes from a list and no mention spells it so."""
        return {name} if any(self._form(n) == name for n, s in enumerate(self.spans) if s[2] == number) else set()

    def _set_kinds(self) -> bool:
        changed = False
        for number, actor in enumerate(self.items):
            group = self.user.group(actor.name, actor.aliases, place=False)
            if group is not None and group.kind not in (None, PLACE, actor.kind):
                self.items[number] = actor._replace(kind=group.kind)
                changed = True
        return changed
