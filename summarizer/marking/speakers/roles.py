"""Learns from an article who speaks for whom, so that "the ministry's spokesman" is the person named before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from summarizer.marking.speakers.cues import OFFICES, ROLES, role_of
from summarizer.marking.speakers.material import PERSON
from summarizer.models import Actor, Name

LONGEST_APPOSITION = 80  # characters between a person and the body that the person speaks for
LONGEST_OFFICE = 40  # characters between a body and the person whom its office names
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Roles:
    """Persons by body and role, bodies by person, and persons by role alone."""

    persons: dict[tuple[int, str], int] = field(default_factory=dict)
    bodies: dict[int, int] = field(default_factory=dict)
    holders: dict[str, set[int]] = field(default_factory=dict)

    def person(self, body: int, role: str) -> int | None:
        """Return who holds a role in a body."""
        return self.persons.get((body, role_of(role)))

    def only(self, role: str) -> int | None:
        """Return who holds a role, where the article names one holder alone."""
        holders = self.holders.get(role_of(role), ())
        return next(iter(holders)) if len(holders) == 1 else None


def find_roles(text: str, names: Sequence[Name], actors: Sequence[Actor]) -> Roles:
    """Return the roles that a text gives: "Jane Roe, a spokeswoman for the UN", "UN spokeswoman Jane Roe"."""
    roles = Roles()
    for first, second in pairwise(names):
        between = text[first.end : second.start] if second.start - first.end <= LONGEST_APPOSITION else "."
        if "." in between or "\n" in between:
            continue
        person, body = _person_and_body(first, second, between, actors)
        if person is None or body is None:
            continue
        for role in _roles_in(between):
            roles.persons.setdefault((body.actor, role), person.actor)
            roles.bodies.setdefault(person.actor, body.actor)
    for name in names:
        if actors[name.actor].kind == PERSON:
            for role in _roles_beside(text, name):
                roles.holders.setdefault(role, set()).add(name.actor)
    return roles


def _person_and_body(
    first: Name, second: Name, between: str, actors: Sequence[Actor]
) -> tuple[Name | None, Name | None]:
    """Return the person and the body of two neighbouring names, where the words between them can tie them."""
    kinds = actors[first.actor].kind == PERSON, actors[second.actor].kind == PERSON
    if kinds == (True, False) and between.startswith(","):
        return first, second
    if kinds == (False, True) and len(between) <= LONGEST_OFFICE and "," not in between:
        return second, first
    return None, None


def _roles_in(words: str) -> Iterator[str]:
    for word in _WORD.findall(words):
        if word in ROLES:
            yield role_of(word)


def _roles_beside(text: str, name: Name) -> Iterator[str]:
    """Yield the roles in the apposition after a name and right before it."""
    after = text[name.end : name.end + LONGEST_OFFICE]
    if after.startswith(","):
        yield from _roles_in(re.split(r"[,.;\n]", after[1:], maxsplit=1)[0])
    before = _WORD.findall(text[max(0, name.start - LONGEST_OFFICE) : name.start].rpartition("\n")[2].lower())
    if before and before[-1] in OFFICES and text[name.start - 1] == " ":
        yield role_of(before[-1])
