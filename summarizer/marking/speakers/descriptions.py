"""Makes speakers of described sources: a name in the description speaks, or its office, or the words as they stand."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.marking.lexicon import ORG_LINKS, TITLES
from summarizer.marking.speakers.cues import LEADS, OFFICES, RELATIVE, SPEAKS_FOR
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
        return self.words[at].lower in self.material.speaking

    def phrase(self, begin: int, last: int, *, definite: bool) -> Speaker:
        """Return a described source; where a name stands in it, the name speaks ("SOHR activists")."""
        start, end = self.words[begin].start, self.words[last].end
        inside = self.material.names_in(start, end)
        if definite and (person := self.in_office(begin, last, inside)) is not None:
            return Speaker(self.material.actors[person].name, start, end, person)
        if (tail := self._named_tail(begin, last)) is not None:
            return tail
        if inside and inside[-1].end == end and self._is_speaker(begin, last, inside[-1]):
            return self.material.named(inside[-1])._replace(start=start)
        led = next((w.start for w in self.words[begin:last] if w.lower in LEADS), end)
        body = [n for n in inside if n.start < led and self._is_body(n, start, end)]
        if len(body) == 1 and not self._are_its_people(begin, last):
            return self.material.named(body[0])._replace(start=start, end=max(end, body[0].end))
        return self.description(begin, last)

    def _are_its_people(self, begin: int, last: int) -> bool:
        """Whether a phrase speaks of people of a body who do not speak in its name: "UN experts", "a WHO doctor"."""
        led = next((i for i in range(begin, last + 1) if self.words[i].lower in LEADS | RELATIVE), last + 1)
        head = self.words[led - 1].lower if led > begin else ""
        return head in self.material.people and head not in SPEAKS_FOR and not head.startswith("activist")

    def _named_tail(self, begin: int, last: int) -> Speaker | None:
        """Return the name that ends a description of a body: "the monitoring group Airwars", "the daily El Pais"."""
        first = last
        while first > begin and (self.words[first - 1].cap or self.words[first - 1].lower in ORG_LINKS):
            first -= 1
        while first < last and not self.words[first].cap:
            first += 1
        before = self.words[first - 1].lower if first > begin else ""
        if not self.words[last].cap or not before or before in self.material.humans or not self.speaks(first - 1):
            return None
        if self.words[first - 1].cap or self.words[first - 1].possessive or before.endswith("s"):
            return None
        if before == "radio":  # "Radio X" is how stations are called, however it is written
            return self.description(first - 1, last)
        start, end = self.words[first].start, self.words[last].end
        mention = next((n for n in self.material.names_in(start, end) if n.end == end), None)
        if mention is not None:
            return self.material.named(mention) if mention.start == start else None
        return Speaker(self.material.text[start:end], start, end)

    def _is_speaker(self, begin: int, last: int, name: Name) -> bool:
        """Whether a person whose name ends a phrase is the speaker ("envoy Jane Roe") and not only somebody's own."""
        if self.material.text[name.start : name.end].lower() in self.material.speaking:
            return False  # "the town's General Hospital" ends in no person
        before = (w.lower for w in reversed(self.words[begin : last + 1]) if w.end <= name.start)
        word = next((w for w in before if w not in TITLES), "")
        return self.material.kind(name.actor) == PERSON and word not in LEADS

    def _is_body(self, name: Name, start: int, end: int) -> bool:
        """Whether a name in the phrase `start`:`end` speaks itself, and is not who or where the speaker belongs."""
        kind = self.material.kind(name.actor)
        if kind != STATE:
            return kind != PERSON
        if self.material.text[name.start : name.end].rpartition(" ")[2].lower() in self.material.humans:
            return False  # one "Syrian officer" is not his state
        # "Syrian officials" are no Syria; "the shadow National Unity Government" is that government.
        return (
            name.end == end and self.material.text[start : name.start].islower()
            if name.start > start
            else name.end == end
        )

    def in_office(self, begin: int, last: int, inside: Sequence[Name]) -> int | None:
        """Return the person who holds the role that a definite phrase speaks of."""
        role = next((w.lower for w in self.words[begin : last + 1] if w.lower in OFFICES), None)
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
