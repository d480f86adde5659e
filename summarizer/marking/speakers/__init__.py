"""Finds who says what: verbs of saying with their subjects, "according to", quotations and what they run over.

Each finding is an `Attribution`: a stretch of text and its speaker. Stretches may lie inside each other; the innermost
is the source, those around it relayed it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from summarizer.marking.speakers.alternatives import setting_out
from summarizer.marking.speakers.carrying import Carried, carry, is_item
from summarizer.marking.speakers.citing import CITED, cited_event, quoted_as_saying, with_relays
from summarizer.marking.speakers.cues import nouns_of
from summarizer.marking.speakers.headlines import set_apart_event
from summarizer.marking.speakers.interviews import interview_events
from summarizer.marking.speakers.material import Event, Line, Material
from summarizer.marking.speakers.memory import Memory
from summarizer.marking.speakers.phrases import Phrases
from summarizer.marking.speakers.quotes import TOUCHING, find_quotes, give_quotes, quoted
from summarizer.marking.speakers.roles import Roles, find_roles
from summarizer.marking.speakers.single import with_single
from summarizer.marking.speakers.verb_forms import VERB_MAKES
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
    persons: frozenset[str] = frozenset(),
) -> tuple[Attribution, ...]:
    """Return who says which stretches of an article, in text order, outer stretches first. Linear in the article.

    Args:
        article: the article with its sentences.
        words: the words of each sentence.
        actors: whom earlier marking found.
        names: their mentions, in text order.
        parties: the kinds of actor whose words are claims.
        speaking: nouns that speak without a name.
        persons: nouns for people, which speak too.
    """
    quotes = with_single(article.text, find_quotes(article.text))
    nouns = nouns_of(speaking, persons)
    material = Material(article, words, actors, names, frozenset(parties), *nouns, quotes)
    found = dict.fromkeys(_read(material, find_roles(article.text, names, actors)))  # a set has no order to keep
    return tuple(sorted(found, key=lambda a: (a.start, -a.end, a.speaker)))


def _read(material: Material, roles: Roles) -> Iterator[Attribution]:
    """Read the sentences from front to back, then the quotations, which may run over several."""
    memory = Memory()
    spoken: dict[int, Event] = {}
    spoke_last: dict[int, Event] = {}
    carried: Carried | None = None
    for sentence, words in zip(material.article.sentences, material.words, strict=True):
        line = Line(material, sentence, words)
        phrases = Phrases(line, roles, memory)
        events = _events(line, phrases, memory)
        sets_out = None if events else setting_out(line, phrases, memory)
        events += [sets_out] if sets_out else []
        outside = [e for e in events if material.quote_at(words[e.at].start) is None]
        give_quotes(line, outside, spoken)
        said = [event.attribution(_made(material, roles, event)) for event in events]
        yield from said
        if said:
            to_end = [a for a in said if a.end >= sentence.end - 1]
            item = is_item(material.text, sentence)
            carried = Carried(sentence, to_end[-1] if to_end else None, in_item=item, sets_out=sets_out is not None)
            if outside:
                spoke_last[sentence.end] = outside[-1]
        else:
            carried = carry(line, carried)
            if carried.said is not None:
                yield carried.said
        memory.pass_over(line)
        if not events and _quotation_follows(material, sentence.end):
            about = memory.about()
            if about is not None and about.start >= sentence.start:
                # "The colonel held up his hands. “Thirty-seven.”"
                spoke_last[sentence.end] = Event(sentence.start, sentence.end, about, "stated", 0)
    for event in (*quoted(material, spoken, spoke_last), *interview_events(material)):
        yield event.attribution(_made(material, roles, event))


def _quotation_follows(material: Material, end: int) -> bool:
    number = bisect_left(material.quote_starts, end)
    return number < len(material.quotes) and material.quote_starts[number] - end <= TOUCHING


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
    if not found and (event := set_apart_event(line, phrases)):
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
