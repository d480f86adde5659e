"""What the search for speakers reads: the words, names and quotations of one article, and look-ups over them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from summarizer.models import Actor, Article, Assertion, Attribution, Name, Sentence, Word

PERSON, MEDIUM, STATE = "person", "medium", "state"
Span = tuple[int, int]
_DIGIT = re.compile(r"\d")
_ORGAN = re.compile(r"['’]s\s")
_SPACES = re.compile(r"\s+")


def has_digit(words: str) -> bool:
    """Whether a digit stands in the words."""
    return _DIGIT.search(words) is not None


class Speaker(NamedTuple):
    """Who speaks: a name or a description, standing at `start`:`end`; `actor` where it is a named one.

    `party` says that a description speaks in the name of a party ("a spokesman for the rebels").
    """

    text: str
    start: int
    end: int
    actor: int | None = None
    party: bool = False


@dataclass(frozen=True, slots=True)
class Material:
    """One article as earlier marking left it. `names` and `quotes` are in text order and do not overlap.

    `speaking` are nouns that speak without a name; of these, `humans` are one human being and `people` one or several.
    """

    article: Article
    words: Sequence[tuple[Word, ...]]
    actors: Sequence[Actor]
    names: Sequence[Name]
    parties: frozenset[str]
    speaking: frozenset[str]
    humans: frozenset[str]
    people: frozenset[str]
    quotes: Sequence[Span]
    text: str = field(init=False)
    has_media: bool = field(init=False)
    name_starts: Sequence[int] = field(init=False)
    quote_starts: Sequence[int] = field(init=False)
    quote_ends: Sequence[int] = field(init=False)

    def __post_init__(self) -> None:
        """Lay out the text, which is asked for all the time, and the columns that are searched by halving."""
        object.__setattr__(self, "text", self.article.text)
        object.__setattr__(self, "has_media", any(a.kind == MEDIUM for a in self.actors))
        object.__setattr__(self, "name_starts", [n.start for n in self.names])
        object.__setattr__(self, "quote_starts", [start for start, _ in self.quotes])
        object.__setattr__(self, "quote_ends", [end for _, end in self.quotes])

    def kind(self, actor: int | None) -> str:
        """Return the kind of an actor, "" for nobody named."""
        return "" if actor is None else self.actors[actor].kind

    def named(self, name: Name) -> Speaker:
        """Return the speaker whom a mention names; a state's own organ ("X's air force") goes by its words."""
        words = self.text[name.start : name.end]
        if (
            self.kind(name.actor) == STATE
            and _ORGAN.search(words)
            and words.split()[-1] not in self.actors[name.actor].name
        ):
            return Speaker(words, name.start, name.end, party=STATE in self.parties)
        return Speaker(self.actors[name.actor].name, name.start, name.end, name.actor)

    def name_ending(self, end: int) -> Name | None:
        """Return the mention that ends at `end`, but for a possessive."""
        index = bisect_left(self.name_starts, end) - 1
        if index >= 0 and end - 3 <= self.names[index].end <= end:
            return self.names[index]
        return None

    def names_in(self, start: int, end: int) -> Sequence[Name]:
        """Return the mentions that begin in `start`:`end`."""
        return self.names[bisect_left(self.name_starts, start) : bisect_right(self.name_starts, end - 1)]

    def first_name(self, start: int, end: int) -> Name | None:
        """Return the first mention that begins in `start`:`end`."""
        index = bisect_left(self.name_starts, start)
        return self.names[index] if index < len(self.names) and self.name_starts[index] < end else None

    def quote_at(self, position: int) -> Span | None:
        """Return the quotation that holds a position."""
        index = bisect_right(self.quote_starts, position) - 1
        return self.quotes[index] if index >= 0 and position < self.quote_ends[index] else None


class Line(NamedTuple):
    """One sentence of the material with its words."""

    material: Material
    sentence: Sentence
    words: tuple[Word, ...]

    def gap(self, before: int) -> str:
        """Return what stands between word `before` and the next, a line's end as a space."""
        gap = self.material.text[self.words[before].end : self.words[before + 1].start]
        return _SPACES.sub(" ", gap) if "\n" in gap else gap

    def gap_before(self, start: int) -> str:
        """Return what stands between the word before position `start`, articles and titles left out, and the next."""
        here = sum(w.start < start for w in self.words)
        while here and self.lower(here - 1) in ("the", "a", "an", "some", "many"):
            here -= 1
        return self.gap(here - 1) if 0 < here < len(self.words) else ""

    def lower(self, at: int) -> str:
        """Return word `at` in lower case, "" outside the sentence."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""


class Event(NamedTuple):
    """An act of saying: who says `start`:`end`, by the word at position `at` of the sentence."""

    start: int
    end: int
    speaker: Speaker
    made: Assertion
    at: int
    via: tuple[str, ...] = ()

    def attribution(self, made: Assertion) -> Attribution:
        """Return the finding, with what the verb and the kind of speaker make of the words."""
        who = self.speaker
        return Attribution(self.start, self.end, who.text, who.start, who.end, who.actor, self.via, made)
