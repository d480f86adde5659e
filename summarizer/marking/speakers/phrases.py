"""Reads noun phrases as speakers: names with their titles, and sources that are only described."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.marking.lexicon import CALENDAR, OPENERS, TITLE_PARTS, TITLES
from summarizer.marking.speakers.cues import (
    DETERMINERS,
    LEADS,
    NO_SUBJECT_AFTER,
    PRONOUNS,
    SKIPPED,
    STOPS,
    VERB_MAKES,
)
from summarizer.marking.speakers.descriptions import MAX_SUBJECT, Descriptions
from summarizer.marking.speakers.material import PERSON, Line, Speaker
from summarizer.marking.speakers.memory import Memory
from summarizer.marking.speakers.roles import Roles
from summarizer.models import Name, Word

MAX_DESCRIPTION = 9  # words of a described source
NAME_WITHIN = 20  # characters from the start of a phrase in which its name must begin
LONGEST_LEAD = 16  # characters of "against the" before a name
LONGEST_CAPITALS = 4  # words of a name that earlier marking does not know


class Phrases(Descriptions):
    """Reads the noun phrases of one line; `roles` and `memory` say whom short forms mean."""

    def __init__(self, line: Line, roles: Roles, memory: Memory) -> None:
        """Take the sentence and what is known so far."""
        super().__init__(line, roles)
        self.memory = memory

    # ------------------------------------------------------------------------------------- phrases before their verb

    def ending_at(self, here: int) -> Speaker | None:
        """Return the speaker whose noun phrase ends with word `here`: a pronoun, a name or a described source."""
        word = self.words[here]
        if word.lower in PRONOUNS:
            return self.memory.pronoun(self.line, word)
        if word.lower in VERB_MAKES and not (word.cap or self.speaks(here)):
            return None  # "rejected claims": the second is no verb
        mention = self.material.name_ending(word.end)
        described = self._described(here)
        if described and (mention is None or described.start < mention.start):
            owner = self._owner(self._first_word(here, described.start))
            return owner if owner and self.material.kind(owner.actor) == PERSON else described
        first = here if mention is None else self._first_word(here, mention.start)
        if owner := self._owner(first):
            return owner
        if mention is None:
            return self._capitals(here)
        attached = self._led(first) and self.line.lower(first - 1) not in ("of", "for")
        return None if attached else self.material.named(mention)

    def _first_word(self, here: int, start: int) -> int:
        """Return the first word, from word `here` backwards, of a phrase that begins at `start`."""
        while here and self.words[here - 1].start >= start:
            here -= 1
        return here

    def _led(self, first: int) -> bool:
        """Whether a preposition right before word `first` makes its phrase no subject."""
        return self.line.lower(first - 1) in NO_SUBJECT_AFTER and not self.line.gap(first - 1).strip()

    def _owner(self, first: int) -> Speaker | None:
        """Return the name that what stands from word `first` on only belongs to ("Jane Roe of the clinic")."""
        for index in range(first - 1, max(0, first - 1 - LONGEST_CAPITALS), -1):
            if self.line.gap(index).strip(" -’'s"):
                return None
            if self.line.lower(index) in LEADS:
                mention = self.material.name_ending(self.words[index - 1].end)
                led = mention and self._follows_lead(mention)
                return self.material.named(mention) if mention and not led else None
        return None

    def _follows_lead(self, mention: Name) -> bool:
        before = self.material.text[max(0, mention.start - LONGEST_LEAD) : mention.start].lower().split()
        return any(word in NO_SUBJECT_AFTER for word in before[-2:])

    def _described(self, here: int) -> Speaker | None:
        """Return a described source ("residents", "sources close to the group") that ends at word `here`."""
        first = None
        for index in range(here, max(-1, here - MAX_SUBJECT), -1):
            if index < here and self._parts(index):
                break
            if self.words[index].lower in STOPS and not self._joins(index, begun=first is not None):
                break
            if self.speaks(index):
                first = index
        if first is None:
            return None
        begin = first
        while begin and first - begin < MAX_DESCRIPTION and self._modifies(begin):
            begin -= 1
        definite = self.line.lower(begin) == "the" or self.words[begin].cap
        if self.line.lower(begin) in DETERMINERS and begin < first:
            begin += 1
        return self.phrase(begin, here if here - begin <= MAX_DESCRIPTION else first, definite=definite)

    def _parts(self, index: int) -> bool:
        """Whether a phrase can not reach from word `index` to the next: a stop, a verb, an object stands between."""
        word, after = self.words[index], self.words[index + 1]
        if word.lower in VERB_MAKES or _broken(self.line.gap(index), word, after):
            return True
        finite = len(word.lower) > 4 and word.lower.endswith("ed") and index > 0 and self.speaks(index - 1)
        return finite and not (after.lower in LEADS or after.lower.endswith("ly"))

    def _joins(self, index: int, *, begun: bool) -> bool:
        """Whether the "and" at `index` joins two parts of a phrase."""
        if self.words[index].lower != "and" or index == 0:
            return False
        return self.words[index - 1].cap or (begun and self.words[index - 1].lower.isalpha())

    def _modifies(self, begin: int) -> bool:
        """Whether the word before word `begin` belongs to the same phrase."""
        if self.line.gap(begin - 1).strip("- ’'s"):
            return False
        lower = self.words[begin - 1].lower
        if lower == "and":
            return begin > 1 and (self.words[begin - 2].cap or self.words[begin].lower.isalpha())
        return lower not in STOPS and lower not in VERB_MAKES and lower not in NO_SUBJECT_AFTER

    def _capitals(self, here: int) -> Speaker | None:
        """Return the capitalised words that end at `here` as a speaker, though nothing is known of them ("Kyiv")."""
        begin = here + 1
        while begin and here + 1 - begin < LONGEST_CAPITALS and self._is_name_part(begin - 1, here):
            begin -= 1
        if begin > here or self._led(begin):
            return None
        start, end = self.words[begin].start, self.words[here].end
        return Speaker(self.material.text[start:end], start, end)

    def _is_name_part(self, at: int, here: int) -> bool:
        word = self.words[at]
        if not word.cap or word.possessive or word.lower in CALENDAR or word.lower in OPENERS or word.text[0].isdigit():
            return False
        return at == here or not self.line.gap(at).strip(" -’'")

    # -------------------------------------------------------------------------------------- phrases after their verb

    def starting_at(self, at: int, *, named: bool = False) -> Speaker | None:
        """Return the source that starts at word `at`: a name, after titles and articles, or a description.

        With `named` a description must begin with its noun, as in ", said a spokesman for the union".
        """
        begin = at
        while self.line.lower(begin) in ("the", "a", "an", "to"):
            begin += 1
        if begin >= len(self.words):
            return None
        here = self._after_titles(begin)
        last = self._end_of_phrase(begin, here)
        inside = self.material.names_in(self.words[begin].start, self.words[last].end)
        nouns = [i for i in range(begin, last + 1) if self.speaks(i)]
        if person := self._person_in(begin, last, inside):
            return self.material.named(person)
        definite = self.line.lower(at) == "the" or self.words[begin].cap
        if definite and nouns and (held := self.in_office(begin, last, inside)) is not None:
            return Speaker(self.material.actors[held].name, self.words[begin].start, self.words[last].end, held)
        if inside and inside[0].start - self.words[here].start < NAME_WITHIN and (not nouns or nouns[0] > here):
            return self.material.named(inside[0])
        if nouns and (not named or nouns[0] - at <= 3):
            return self.description(begin, last)
        return None

    def _after_titles(self, begin: int) -> int:
        here = begin
        while here + 1 < len(self.words) and (self.line.lower(here) in TITLES or self.line.lower(here) in TITLE_PARTS):
            if not (self.words[here + 1].cap or self.line.lower(here + 1) in TITLES):
                break
            here += 1
        return here

    def _person_in(self, begin: int, last: int, inside: Sequence[Name]) -> Name | None:
        """Return the person whom a phrase names with office and body before the name ("UN envoy Jane Roe")."""
        led = next((w.start for w in self.words[begin : last + 1] if w.lower in LEADS), self.words[last].end)
        return next((n for n in inside if n.start < led and self.material.kind(n.actor) == PERSON), None)

    def _end_of_phrase(self, begin: int, here: int) -> int:
        last = here
        while last + 1 < len(self.words) and last - here < MAX_DESCRIPTION:
            lower = self.words[last + 1].lower
            if self.line.gap(last).strip(" -’'s“”\"") or lower in STOPS - {"and"} or lower in SKIPPED:
                break
            if lower in CALENDAR or (lower in LEADS and self.line.lower(last + 2) in CALENDAR):
                break
            if lower[0].isdigit() and self.speaks(last):
                break  # "according to residents 12 people drowned"
            last += 1
        while last > max(begin, here) and self.words[last].lower in DETERMINERS | LEADS:
            last -= 1
        return last


def _broken(gap: str, before: Word, after: Word) -> bool:
    """Whether a stop parts two words; a comma or point inside a number is none."""
    if before.text[-1].isdigit() and after.text[0].isdigit() and gap in (",", "."):
        return False
    return any(c in gap for c in ',;:.”“"(')
