"""Makes speakers of described sources: a name in the description speaks, or its office, or the words as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.marking.lexicon import TITLES
from summarizer.marking.speakers.cues import LEADS, ROLES, SOURCES, SPEAKS_FOR
from summarizer.marking.speakers.material import PERSON, STATE, Line, Speaker
from summarizer.marking.speakers.roles import Roles
from summarizer.models import Name

MAX_SUBJECT = 14  # words between the start of a subject and its verb


class Descriptions:
    """Turns word ranges of one line into speakers; `roles` says who holds which office."""

    def __init__(self, line: Line, roles: Roles) -> None:
        """Take the sentence and what the article says of offices."""
        self.line, self.roles = line, roles
        self.words, self.material = line.words, line.material

    def speaks(self, at: int) -> bool:
        """Whether word `at` is a noun that speaks without a name."""
        lower = self.words[at].lower
        return lower in self.material.speaking or lower in SOURCES

    def phrase(self, begin: int, last: int, *, definite: bool) -> Speaker:
        """Return a described source; where a name stands in it, the name speaks ("SOHR activists")."""
        start, end = self.words[begin].start, self.words[last].end
        inside = self.material.names_in(start, end)
        if definite and (person := self.in_office(begin, last, inside)) is not None:
            return Speaker(self.material.actors[person].name, start, end, person)
        if inside and inside[-1].end == end and self._is_speaker(begin, last, inside[-1]):
            return replace(self.material.named(inside[-1]), start=start)
        led = next((w.start for w in self.words[begin:last] if w.lower in LEADS), end)
        body = [n for n in inside if n.start < led and self._is_body(n, start, end)]
        if len(body) == 1:
            return replace(self.material.named(body[0]), start=start)
        return self.description(begin, last)

    def _is_speaker(self, begin: int, last: int, name: Name) -> bool:
        """Whether a person whose name ends a phrase is the speaker ("envoy Jane Roe") and not only somebody's own."""
        before = (w.lower for w in reversed(self.words[begin : last + 1]) if w.end <= name.start)
        word = next((w for w in before if w not in TITLES), "")
        return self.material.kind(name.actor) == PERSON and word not in LEADS

    def _is_body(self, name: Name, start: int, end: int) -> bool:
        """Whether a name in the phrase `start`:`end` speaks itself, and is not who or where the speaker belongs."""
        kind = self.material.kind(name.actor)
        return kind != PERSON and (kind != STATE or (name.start == start and name.end == end))

    def in_office(self, begin: int, last: int, inside: Sequence[Name]) -> int | None:
        """Return the person who holds the role that a definite phrase speaks of."""
        role = next((w.lower for w in self.words[begin : last + 1] if w.lower in ROLES), None)
        if role is None:
            return None
        held = (self.roles.person(name.actor, role) for name in inside)
        person = next((p for p in held if p is not None), None)
        return self.roles.only(role) if person is None and not inside and begin == last else person

    def description(self, begin: int, last: int) -> Speaker:
        """Return the phrase as it stands; it speaks for a party named in it if its noun is an office there."""
        start, end = self.words[begin].start, self.words[last].end
        lead = next((i for i in range(begin, last + 1) if self.words[i].lower in LEADS), last + 1)
        party = any(w.lower in SPEAKS_FOR for w in self.words[begin:lead]) and any(
            self.material.kind(n.actor) in self.material.parties and self._held_by(begin, n)
            for n in self.material.names_in(start, end)
        )
        return Speaker(self.material.text[start:end], start, end, party=party)

    def _held_by(self, begin: int, body: Name) -> bool:
        """Whether a phrase names its body as the one that is spoken for, not one that it is only near to or in."""
        between = [w.lower for w in self.words[begin : begin + MAX_SUBJECT] if w.end <= body.start]
        lead = next((w for w in reversed(between) if w in LEADS), None)
        return lead in (None, "of", "for", "from", "with") and "close" not in between
