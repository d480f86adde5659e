"""What the search for speakers reads: the words, names and quotations of one article, and look-ups over them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.models import Actor, Article, Assertion, Attribution, Name, Sentence, Word

PERSON, MEDIUM, STATE = "person", "medium", "state"
Span = tuple[int, int]
_DIGIT = re.compile(r"\d")


def has_digit(words: str) -> bool:
    """Whether a digit stands in the words."""
    return _DIGIT.search(words) is not None


@dataclass(frozen=True, slots=True)
class Speaker:
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
    """One article as earlier marking left it. `names` and `quotes` are in text order and do not overlap."""

    article: Article
    words: Sequence[tuple[Word, ...]]
    actors: Sequence[Actor]
    names: Sequence[Name]
    parties: frozenset[str]
    speaking: frozenset[str]
    quotes: Sequence[Span]
    has_media: bool = field(init=False)
    name_starts: Sequence[int] = field(init=False)
    quote_starts: Sequence[int] = field(init=False)
    quote_ends: Sequence[int] = field(init=False)

    def __post_init__(self) -> None:
        """Lay out the columns that are searched by halving."""
        object.__setattr__(self, "has_media", any(a.kind == MEDIUM for a in self.actors))
        object.__setattr__(self, "name_starts", [n.start for n in self.names])
        object.__setattr__(self, "quote_starts", [start for start, _ in self.quotes])
        object.__setattr__(self, "quote_ends", [end for _, end in self.quotes])

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def kind(self, actor: int | None) -> str:
        """Return the kind of an actor, "" for nobody named."""
        return "" if actor is None else self.actors[actor].kind

    def named(self, name: Name) -> Speaker:
        """Return the speaker whom a mention names."""
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


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the material with its words."""

    material: Material
    sentence: Sentence
    words: tuple[Word, ...]

    def gap(self, before: int) -> str:
        """Return what stands between word `before` and the next."""
        return self.material.text[self.words[before].end : self.words[before + 1].start]

    def lower(self, at: int) -> str:
        """Return word `at` in lower case, "" outside the sentence."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""


@dataclass(frozen=True, slots=True)
class Event:
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
