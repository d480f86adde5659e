"""Remembers who spoke while an article is read from front to back, and whom a pronoun means."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace

from summarizer.marking.speakers.cues import GENDERS, LEADS, PERSON_PRONOUNS
from summarizer.marking.speakers.material import PERSON, Line, Material, Speaker
from summarizer.models import Name, Word

RECENT = 400  # characters in which "it" still means who spoke last
PERSON_RECENT = 2500  # characters in which "he" still means the person who spoke last
LEADING = 6  # words of a sentence within which a person is its subject


@dataclass(slots=True)
class Memory:
    """Who spoke last in the article, which person did, who did in this sentence, whom the last sentence is about."""

    last: Speaker | None = None
    last_person: Speaker | None = None
    here: Speaker | None = None
    about: Speaker | None = None
    genders: dict[int, str] = field(default_factory=dict)

    def remember(self, speaker: Speaker, material: Material) -> None:
        """Note that `speaker` spoke."""
        self.last = speaker
        if material.kind(speaker.actor) == PERSON:
            self.last_person = speaker

    def pass_over(self, line: Line) -> None:
        """Note whom a sentence that was read is about, for the pronouns of the next."""
        self.here = None
        if line.lower(0) not in ("he", "she", "his", "her"):
            self.about = _leading_person(line, line.sentence.end, self)

    def pronoun(self, line: Line, word: Word) -> Speaker | None:
        """Return whom a pronoun before a verb of saying means, standing where the pronoun does."""
        meant = self._person(line, word) if word.lower in PERSON_PRONOUNS else self._body(line, word)
        return replace(meant, start=word.start, end=word.end) if meant else None

    def _person(self, line: Line, word: Word) -> Speaker | None:
        here = self.here
        if here and (line.material.kind(here.actor) in ("", PERSON)) and not _is_plural(here, line.material.speaking):
            return here  # "her brother said he counted 17 craters"
        last = self.last_person
        if last is not None and word.start - last.end > PERSON_RECENT:
            last = None
        for meant in (_leading_person(line, word.start, self), self.about, last):
            if meant and meant.actor is not None and self.genders.get(meant.actor, word.lower) == word.lower:
                self.genders[meant.actor] = word.lower
                return meant
        return self._only_person(line.material, word)

    def _only_person(self, material: Material, word: Word) -> Speaker | None:
        """Return the one fitting person named shortly before a pronoun; None where there are two."""
        names = material.names_in(word.start - RECENT, word.start)
        found = [
            n for n in names if material.kind(n.actor) == PERSON and self.genders.get(n.actor, word.lower) == word.lower
        ]
        return material.named(found[-1]) if len({n.actor for n in found}) == 1 else None

    def _body(self, line: Line, word: Word) -> Speaker | None:
        last = self.here or self.last
        recent = last is not None and word.start - last.end < RECENT
        if last is not None and recent and line.material.kind(last.actor) != PERSON:
            plural = _is_plural(last, line.material.speaking)
            if word.lower == "they" or not plural:
                return last
        return _body_before(line.material, word.start)


def _leading_person(line: Line, before: int, memory: Memory) -> Speaker | None:
    """Return the person who is the subject of a sentence, as far as it stands before a position."""
    name = line.material.first_name(line.sentence.start, before)
    if name is None or line.material.kind(name.actor) != PERSON:
        return None
    at = next((i for i, w in enumerate(line.words[: LEADING + 1]) if w.start >= name.start), None)
    if at is None or line.lower(at - 1) in LEADS or _possessive(line, name):
        return None
    if gender := GENDERS.get(line.lower(at - 1)):
        memory.genders.setdefault(name.actor, gender)
    return line.material.named(name)


def _possessive(line: Line, name: Name) -> bool:
    return line.material.text[name.end : name.end + 2] in ("'s", "’s")


def _is_plural(speaker: Speaker, speaking: frozenset[str]) -> bool:
    """Whether a speaker is a description of several ("residents")."""
    nouns = [w for w in speaker.text.lower().split() if w in speaking] if speaker.actor is None else []
    return bool(nouns) and nouns[0].endswith("s")


def _body_before(material: Material, position: int) -> Speaker | None:
    """Return the actor, no person, named last shortly before a position: for whom "it" speaks."""
    index = bisect_left(material.name_starts, position) - 1
    while index >= 0 and position - material.names[index].start < RECENT:
        if material.kind(material.names[index].actor) != PERSON:
            return material.named(material.names[index])
        index -= 1
    return None
