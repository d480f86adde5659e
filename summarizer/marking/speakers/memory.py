"""Remembers who spoke while an article is read from front to back, and whom a pronoun means."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from summarizer.marking.speakers.cues import LEADS, PERSON_PRONOUNS
from summarizer.marking.speakers.leading import leading_body, leading_description, leading_person
from summarizer.marking.speakers.material import PERSON, Line, Material, Speaker
from summarizer.models import Word

RECENT = 400  # characters in which "it" still means who spoke last
PERSON_RECENT = 2500  # characters in which "he" still means the person who spoke last
GOING_ON = 5  # words within which "he" makes a sentence one about whom the last was about
_GOES_ON = frozenset("he she his her".split())
_MASSES = frozenset("people police men women media staff".split())


@dataclass(slots=True)
class Memory:
    """Who spoke last in the article, which human did, who did in this sentence, and the sentence before.

    Whom that is about is read only when a pronoun asks: `named` is the person it names first, where it does.
    """

    last: Speaker | None = None
    last_person: Speaker | None = None
    here: Speaker | None = None
    named: Speaker | None = None
    before: Line | None = None
    before_body: Line | None = None
    genders: dict[int, str] = field(default_factory=dict)

    def remember(self, speaker: Speaker, material: Material) -> None:
        """Note that `speaker` spoke."""
        self.last = speaker
        if is_human(speaker, material):
            self.last_person = speaker

    def pass_over(self, line: Line) -> None:
        """Note whom a sentence that was read is about, for the pronouns of the next."""
        self.here = None
        if line.material.quote_at(line.sentence.start) is not None:
            return  # what is said tells nothing of who says it
        named = leading_person(line, line.sentence.end, self.genders)
        goes_on = named is None and any(w.lower in _GOES_ON for w in line.words[:GOING_ON])
        if not goes_on or _described_human(line, line.sentence.end) is not None:
            self.before, self.named = line, named
        if line.lower(0) not in ("it", "they"):
            self.before_body = line

    def about(self) -> Speaker | None:
        """Return the human whom the last sentence, but for those of "he" and "she", is about."""
        if self.named is not None or self.before is None:
            return self.named
        return _described_human(self.before, self.before.sentence.end)

    def about_body(self) -> Speaker | None:
        """Return the body, or the several people, whom the last sentence is about."""
        return self._leading_body(self.before_body, self.before_body.sentence.end) if self.before_body else None

    def pronoun(self, line: Line, word: Word) -> Speaker | None:
        """Return whom a pronoun before a verb of saying means, standing where the pronoun does."""
        meant = self._person(line, word) if word.lower in PERSON_PRONOUNS else self._body(line, word)
        return meant._replace(start=word.start, end=word.end) if meant else None

    # ---------------------------------------------------------------------------------------------- he, she

    def _person(self, line: Line, word: Word) -> Speaker | None:
        here, material = self.here, line.material
        if here and material.kind(here.actor) in ("", PERSON) and not is_plural(here, material.speaking):
            return here  # "her brother said he counted 17 craters"
        last = self.last_person
        if last is not None and word.start - last.end > PERSON_RECENT:
            last = None
        for meant in (self._leading_human(line, word.start), self.about(), last):
            if meant and self._fits(meant, word):
                return meant
        return self._only_person(material, word)

    def _fits(self, meant: Speaker, word: Word) -> bool:
        """Whether a pronoun has the gender of a named person, which the first pronoun settles."""
        if meant.actor is None:
            return True
        return self.genders.setdefault(meant.actor, word.lower) == word.lower

    def _leading_human(self, line: Line, before: int) -> Speaker | None:
        return leading_person(line, before, self.genders) or _described_human(line, before)

    def _only_person(self, material: Material, word: Word) -> Speaker | None:
        """Return the one fitting person named shortly before a pronoun; None where there are two."""
        names = material.names_in(word.start - RECENT, word.start)
        found = [
            n for n in names if material.kind(n.actor) == PERSON and self.genders.get(n.actor, word.lower) == word.lower
        ]
        return material.named(found[-1]) if len({n.actor for n in found}) == 1 else None

    # ---------------------------------------------------------------------------------------------- it, they

    def _body(self, line: Line, word: Word) -> Speaker | None:
        if self.here is not None and self._agrees(self.here, line, word):
            return self.here
        if (leading := self._leading_body(line, word.start)) and self._agrees(leading, line, word):
            return leading
        for meant in (self.about_body(), self.last):
            if meant is not None and word.start - meant.end < RECENT and self._agrees(meant, line, word):
                return meant
        return _body_before(line.material, word.start)

    def _agrees(self, meant: Speaker, line: Line, word: Word) -> bool:
        """Whether "it" or "they" can mean a speaker: no single human, and no "it" for several."""
        if is_human(meant, line.material):
            return False
        return word.lower == "they" or not is_plural(meant, line.material.speaking)

    def _leading_body(self, line: Line, before: int) -> Speaker | None:
        named = leading_body(line, before)
        if named is not None:
            return named
        described = leading_description(line, before)
        return described if described and not is_human(described, line.material) else None


def _described_human(line: Line, before: int) -> Speaker | None:
    described = leading_description(line, before)
    return described if described and is_human(described, line.material) else None


def is_human(speaker: Speaker, material: Material) -> bool:
    """Whether a speaker is one human being: a named person, or a description whose noun is one for humans."""
    if material.kind(speaker.actor) == PERSON:
        name = material.text[max(0, speaker.start - 4) : speaker.start].lower()
        return name != "the " or " " not in material.text[speaker.start : speaker.end]
    words = material.text[speaker.start : speaker.end].lower().split()
    head = next((i for i, w in enumerate(words) if w in LEADS), len(words))
    return any(w in material.humans for w in words[max(0, head - 1) : head])


def is_plural(speaker: Speaker, speaking: frozenset[str]) -> bool:
    """Whether a speaker is a description of several ("residents")."""
    if speaker.actor is not None:
        return False
    words = speaker.text.lower().split()
    head = next((w for w in words if w in speaking), words[-1])
    return (head.endswith("s") and not head.endswith("ss")) or head in _MASSES


def _body_before(material: Material, position: int) -> Speaker | None:
    """Return the actor, no person, named last shortly before a position: for whom "it" speaks."""
    index = bisect_left(material.name_starts, position) - 1
    while index >= 0 and position - material.names[index].start < RECENT:
        if material.kind(material.names[index].actor) != PERSON:
            return material.named(material.names[index])
        index -= 1
    return None
