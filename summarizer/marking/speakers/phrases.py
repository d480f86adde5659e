"""Reads noun phrases before their verb as speakers: names, pronouns, and sources that are only described."""

from __future__ import annotations

from summarizer.marking.lexicon import CALENDAR, OPENERS
from summarizer.marking.speakers.cues import (
    ASKING,
    BE,
    DETERMINERS,
    LEADS,
    NO_SUBJECT_AFTER,
    NOBODY,
    PRONOUNS,
    RELATIVE,
    SKIPPED,
    STOPS,
)
from summarizer.marking.speakers.descriptions import MAX_SUBJECT
from summarizer.marking.speakers.following import MAX_DESCRIPTION, Following
from summarizer.marking.speakers.material import PERSON, STATE, Line, Speaker
from summarizer.marking.speakers.memory import Memory
from summarizer.marking.speakers.roles import Roles
from summarizer.marking.speakers.speech import is_number
from summarizer.marking.speakers.verb_forms import VERB_MAKES
from summarizer.models import Name, Word

LONGEST_LEAD = 16  # characters of "against the" before a name
LONGEST_CAPITALS = 4  # words of a name that earlier marking does not know


class Phrases(Following):
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
        if described and (named := self._apposed_to(described)) is not None:
            return named
        if described and self._is_placed(described, here):
            if mention is None:
                return None  # "in official reports"
            described = None  # "in a report last March the agency" ends in a speaker still
        if described and (mention is None or self._is_more_than(described, mention)):
            owner = self._owner(self._first_word(here, described.start))
            return owner if owner and self.material.kind(owner.actor) == PERSON else described
        first = here if mention is None else self._first_word(here, mention.start)
        if owner := self._owner(first):
            return owner
        if mention is None:
            return self._capitals(here)
        attached = self._led(first) and self.line.lower(first - 1) not in ("of", "for")
        return None if attached else self.material.named(mention)

    def _is_placed(self, described: Speaker, here: int) -> bool:
        """Whether a preposition before a description that ends at word `here` makes it where, not who."""
        first = self._first_word(here, described.start)
        while first and self.words[first - 1].lower in DETERMINERS:
            first -= 1
        return self._led(first) and self.line.lower(first - 1) not in ("of", "for", "by")

    def _is_more_than(self, described: Speaker, mention: Name) -> bool:
        """Whether a description says more than the name in it, or the name is only the country of one human."""
        if described.start < mention.start or described.end > mention.end:
            return True
        noun = self.material.text[mention.start : mention.end].rpartition(" ")[2].lower()
        return self.material.kind(mention.actor) == STATE and noun in self.material.humans

    def _apposed_to(self, described: Speaker) -> Speaker | None:
        """Return the person right before a description that only says who that is: "Jane Roe, a spokeswoman, said"."""
        if described.actor is not None:
            return None
        before = self.material.text[max(0, described.start - LONGEST_LEAD) : described.start]
        lead = before.rpartition(",")[2]
        if "," not in before or lead.strip() not in ("a", "an", "the"):
            return None
        mention = self.material.name_ending(described.start - len(lead) - 1)
        return self.material.named(mention) if mention and self.material.kind(mention.actor) == PERSON else None

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
        begin = self._begin_of(first)
        definite = self.line.lower(begin) == "the" or self.words[begin].cap
        if self.line.lower(begin) in DETERMINERS and begin < first:
            begin += 1
        return self.phrase(begin, here if here - begin <= MAX_DESCRIPTION else first, definite=definite)

    def _begin_of(self, first: int) -> int:
        """Return the first word of the phrase whose noun is word `first`: its article, or its first modifier."""
        begin = first
        while begin and first - begin < MAX_DESCRIPTION and self._modifies(begin):
            begin -= 1
            if self.words[begin].lower in DETERMINERS:
                break
        while begin < first and self.words[begin].lower in STOPS:
            begin += 1  # ", and officials said"
        if self.line.lower(begin - 1) == "of" and self._counts(begin - 2):
            return begin - 2  # "one of the sources"
        if self._led(begin) and self.line.lower(begin - 1) not in ("of", "for"):
            while begin < first and self.words[begin].cap:
                begin += 1  # "In Kassala teachers said": the town is where, not who
        return begin

    def _counts(self, index: int) -> bool:
        """Whether word `index` tells how many of several: "one of", "most of"."""
        return is_number(self.line.lower(index)) or self.line.lower(index) in (
            "some",
            "many",
            "most",
            "both",
            "several",
        )

    def _opens(self, index: int) -> bool:
        """Whether a phrase of its own begins at word `index`: an article that nothing before leads to."""
        if self.words[index].lower not in ("the", "a", "an") or index == 0:
            return False
        return self.line.lower(index - 1) not in LEADS | NO_SUBJECT_AFTER | {"and", "all", "both", "half", "as", "than"}

    def _parts(self, index: int) -> bool:
        """Whether a phrase can not reach from word `index` to the next: a stop, a verb, an object stands between."""
        word, after = self.words[index], self.words[index + 1]
        told = word.lower in VERB_MAKES and not self.speaks(index)
        if told and word.lower.endswith("ed") and after.lower in LEADS and index and self.speaks(index - 1):
            told = False  # "a source quoted by the radio"
        if told or _broken(self.line.gap(index), word, after) or word.lower == "what":
            return True
        if self._opens(index + 1) and not any(w.lower in RELATIVE for w in self.words[max(0, index - 5) : index + 1]):
            return True  # but "researchers who track the intake" goes on
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
            return begin > 1 and (self.words[begin - 2].cap or self.speaks(begin - 2))
        return not (lower in STOPS or lower in VERB_MAKES or lower in NO_SUBJECT_AFTER or lower in ASKING)

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

    def anyone_before(self, at: int) -> Speaker | None:
        """Return whatever stands between the start of a clause and a verb at word `at` that must be speech.

        None for words that mean nobody in particular, and where the words before the verb are no mere noun phrase.
        """
        here = at - 1
        while here >= 0 and (self.words[here].lower in SKIPPED - BE or self.words[here].lower.endswith("ly")):
            here -= 1
        begin = here + 1
        while begin and here + 1 - begin < MAX_DESCRIPTION and not self._clause_ends(begin - 1, here):
            begin -= 1
        parted = begin == 0 or self._clause_ends(begin - 1, here)
        lower = self.line.lower(begin)
        if begin > here or not parted or lower in NOBODY or lower in NO_SUBJECT_AFTER or self._led(begin):
            return None
        if self.words[begin].lower in DETERMINERS and begin < here:
            begin += 1
        last = self.words[here]
        plain = last.lower.isalpha() and last.lower not in OPENERS - CALENDAR and not last.lower.endswith(("ed", "ing"))
        return self.description(begin, here) if plain and last.lower not in CALENDAR else None

    def _clause_ends(self, index: int, here: int) -> bool:
        """Whether a clause ends with word `index`, or what follows it begins a noun phrase of its own."""
        lower = self.words[index].lower
        if lower in STOPS or lower in VERB_MAKES or lower in BE or lower in ASKING or lower in PRONOUNS:
            return True
        if index < here and (bool(self.line.gap(index).strip(" -’'")) or self._opens(index + 1)):
            return True
        return lower in ("has", "have", "had", "will", "would", "not", "to", "who", "which")


def _broken(gap: str, before: Word, after: Word) -> bool:
    """Whether a stop parts two words; a comma or point inside a number is none."""
    if gap == " " or (before.text[-1].isdigit() and after.text[0].isdigit() and gap in (",", ".")):
        return False
    return any(c in gap for c in ',;:.”“"(')
