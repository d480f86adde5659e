"""Reads noun phrases after their verb or preposition as speakers: "said X", "according to X", "by X's count"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.marking.lexicon import CALENDAR, TITLE_PARTS, TITLES
from summarizer.marking.speakers.cues import DETERMINERS, LEADS, NO_SOURCE, NO_SUBJECT_AFTER, SKIPPED, STOPS
from summarizer.marking.speakers.descriptions import Descriptions
from summarizer.marking.speakers.material import PERSON, Speaker
from summarizer.marking.speakers.speech import is_number
from summarizer.marking.speakers.verb_forms import VERB_MAKES
from summarizer.models import Name

MAX_DESCRIPTION = 9  # words of a described source
NAME_WITHIN = 20  # characters from the start of a phrase in which its name must begin


class Following(Descriptions):
    """Reads the noun phrases that follow a verb of saying, a citing word or a preposition."""

    def possessor(self, begin: int, last: int) -> Speaker | None:
        """Return the owner between words `begin` and `last`: a name, a described source, else capitalised words."""
        mention = self.material.name_ending(self.words[last].end)
        if mention is not None:
            return self.material.named(mention)
        while begin < last and self.words[begin].lower in DETERMINERS:
            begin += 1
        if self.speaks(last) or all(w.cap for w in self.words[begin : last + 1]):
            return self.phrase(begin, last, definite=True)
        return None

    def starting_at(self, at: int, *, named: bool = False, anyone: bool = False) -> Speaker | None:
        """Return the source that starts at word `at`: a name, after titles and articles, or a description.

        With `named` a description must begin with its noun, as in ", said a spokesman for the union"; with `anyone` it
        need not hold a noun that is known to speak, as after "according to".
        """
        begin = at
        while self.line.lower(begin) in ("the", "a", "an", "to"):
            begin += 1
        if begin >= len(self.words) or self.words[begin].lower in NO_SUBJECT_AFTER:
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
        if inside and inside[0].start - self.words[here].start < NAME_WITHIN:
            own = not nouns or self.words[nouns[0]].start >= inside[0].start
            if own and (nouns[:1] != [here] or inside[0].start <= self.words[here].start):
                return self.material.named(inside[0])
        if nouns and (not named or nouns[0] - at <= 3):
            return self._named_tail(begin, last) or self.description(begin, last)
        if anyone and self.words[begin].lower not in NO_SOURCE:
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
            after = self.line.lower(last + 2)
            if lower in CALENDAR or (lower in LEADS and (after in CALENDAR or is_number(after))):
                break
            if (is_number(lower) or (lower in VERB_MAKES and after not in LEADS)) and self.speaks(last):
                break  # "according to residents 12 people drowned"
            last += 1
        while last > max(begin, here) and self.words[last].lower in DETERMINERS | LEADS:
            last -= 1
        return last
