"""Finds who says what: verbs of saying with their subjects, "according to", quotations and what they run over.

Each finding is an `Attribution`: a stretch of text and its speaker. Stretches may lie inside each other; the innermost
is the source, those around it relayed it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.marking.speakers.carrying import Carried, carry, is_item
from summarizer.marking.speakers.citing import CITED, cited_event, quoted_as_saying, with_relays
from summarizer.marking.speakers.cues import VERB_MAKES
from summarizer.marking.speakers.headlines import headline_event
from summarizer.marking.speakers.material import Event, Line, Material
from summarizer.marking.speakers.memory import Memory
from summarizer.marking.speakers.phrases import Phrases
from summarizer.marking.speakers.quotes import find_quotes, give_quotes, quoted
from summarizer.marking.speakers.roles import Roles, find_roles
from summarizer.marking.speakers.verbs import verb_event
from summarizer.models import Actor, Article, Assertion, Attribution, Name, Word

__all__ = ["find_attributions"]

_TRIGGERS = CITED | VERB_MAKES.keys()


def find_attributions(
    article: Article,
    words: Sequence[tuple[Word, ...]],
    actors: Sequence[Actor],
    names: Sequence[Name],
    *,
    parties: Sequence[str],
    speaking: frozenset[str],
) -> tuple[Attribution, ...]:
    """Return who says which stretches of an article, in text order, outer stretches first. Linear in the article.

    Args:
        article: the article with its sentences.
        words: the words of each sentence.
        actors: whom earlier marking found.
        names: their mentions, in text order.
        parties: the kinds of actor whose words are claims.
        speaking: nouns that speak without a name.
    """
    material = Material(article, words, actors, names, frozenset(parties), speaking, find_quotes(article.text))
    found = set(_read(material, find_roles(article.text, names, actors)))
    return tuple(sorted(found, key=lambda a: (a.start, -a.end, a.speaker)))


def _read(material: Material, roles: Roles) -> Iterator[Attribution]:
    """Read the sentences from front to back, then the quotations, which may run over several."""
    memory = Memory()
    spoken: dict[int, Event] = {}
    spoke_last: dict[int, Event] = {}
    carried: Carried | None = None
    for sentence, words in zip(material.article.sentences, material.words, strict=True):
        line = Line(material, sentence, words)
        events = _events(line, Phrases(line, roles, memory), memory)
        outside = [e for e in events if material.quote_at(words[e.at].start) is None]
        give_quotes(line, outside, spoken)
        said = [event.attribution(_made(material, roles, event)) for event in events]
        yield from said
        if said:
            to_end = [a for a in said if a.end >= sentence.end - 1]
            carried = Carried(sentence, to_end[-1] if to_end else None, in_item=is_item(material.text, sentence))
            if outside:
                spoke_last[sentence.end] = outside[-1]
        else:
            carried = carry(line, carried)
            if carried.said is not None:
                yield carried.said
        memory.pass_over(line)
    for event in quoted(material, spoken, spoke_last):
        yield event.attribution(_made(material, roles, event))


def _events(line: Line, phrases: Phrases, memory: Memory) -> list[Event]:
    """Return each act of saying in a sentence with the stretch that it covers."""
    found: list[Event] = []
    for at, word in enumerate(line.words):
        if word.lower not in _TRIGGERS:
            continue
        event: Event | None = None
        if word.lower == "saying" and line.lower(at - 1) == "as":
            event = quoted_as_saying(line, at, phrases)
        if event is None and word.lower in CITED:
            event = cited_event(line, at, phrases)
        if event is None and word.lower in VERB_MAKES:
            event = verb_event(line, at, phrases, memory)
        if event is not None:
            found.append(event)
            if line.material.quote_at(word.start) is None:  # who speaks in a quotation is no "he said" outside it
                memory.remember(event.speaker, line.material)
    if not found and line.sentence.heading and (event := headline_event(line, phrases)):
        found.append(event)
    return with_relays(line, found)


def _made(material: Material, roles: Roles, event: Event) -> Assertion:
    """Return what verb and speaker make of the words: what a party says, or who speaks for one, is a claim."""
    if event.made != "stated":
        return event.made
    actor = event.speaker.actor
    party = event.speaker.party or material.kind(actor) in material.parties
    if actor is not None and actor in roles.bodies:
        party = party or material.kind(roles.bodies[actor]) in material.parties
    return "claimed" if party else "reported"
