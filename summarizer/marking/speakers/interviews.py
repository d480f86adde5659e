"""Finds interviews in questions and answers, and gives the answers to the one who was asked.

An interview shows by how it is announced ("We spoke to him by telephone"), by paragraphs that ask, and by answers in
the first person. Questions and answers without these are an explanation in the article's own voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.late_patterns import late_pattern
from summarizer.marking.speakers.leading import leading_description, leading_person
from summarizer.marking.speakers.material import PERSON, Event, Line, Material, Speaker
from summarizer.marking.speakers.memory import is_human
from summarizer.models import Sentence

LONGEST_QUESTION = 350  # characters of a paragraph that asks
FEWEST_EXCHANGES = 3  # questions with answers; fewer are a rhetorical turn
OWN_VOICE = 3  # one answer in so many, at least, says "I" or "we"
LONGEST_LABEL = 40  # characters of "Julian Fairweather:" before what he says
FEWEST_LABELLED = 4  # paragraphs with labels that make a transcript
SURE = 2  # points that make somebody of the opening the one who was asked

_ANNOUNCED = late_pattern(
    r"\b(?:interview(?:ed|s|ing)?|q\s?(?:&|and)\s?a|in conversation with|answer(?:s|ed) (?:our|your) questions"
    r"|we (?:asked|reached)|(?:spoke|speaks|spoken|talked|talks|talking|speaking|sat down|sits down|caught up|met) "
    r"(?:to|with)|(?:conversation|interview|transcript) (?:has been|was|is) (?:lightly |slightly )?(?:edited|condensed)"
    r"|edited for (?:length|clarity|brevity)|tells? (?:us|me)|told (?:us|me))\b",
    re.IGNORECASE,
)
_CLOSING = late_pattern(
    r"(?:this|the) (?:interview|conversation|transcript|exchange)\b|interview(?:ed)? (?:by|was)\b|about the author"
    r"|edited for|(?:as told|translated|reporting|additional reporting) (?:to|by)\b|read more\b|you may also\b",
    re.IGNORECASE,
)
_FIRST_PERSON = late_pattern(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b")
_LABEL = late_pattern(r"([A-Z][^:?!\n“\"]{0,39}):\s")
_ASKED = frozenset(("him", "her", "them"))


class Paragraph(NamedTuple):
    """A paragraph with its sentences, by their numbers from 0."""

    start: int
    end: int
    first: int
    last: int
    asks: bool


def interview_events(material: Material) -> Iterator[Event]:
    """Yield one act of saying for each paragraph of an answer."""
    paragraphs = _paragraphs(material.article.sentences, material.text)
    if sum(p.asks for p in paragraphs) < FEWEST_EXCHANGES:
        return
    labels = [_label(material.text, p) for p in paragraphs]
    if _is_transcript(paragraphs, labels):
        yield from _labelled(material, paragraphs, labels)
        return
    answers = list(_answers(paragraphs, material))
    if not _is_interview(material, paragraphs, answers):
        return
    first = next(p.first for p in paragraphs if p.asks)
    if (asked := _who_is_asked(material, first)) is not None:
        for answer in answers:
            yield Event(answer.start, answer.end, asked, "stated", 0)


def _paragraphs(sentences: Sequence[Sentence], text: str) -> list[Paragraph]:
    found: list[Paragraph] = []
    for number, sentence in enumerate(sentences):
        asks = text[sentence.start : sentence.end].rstrip("”\"'’ )").endswith("?")
        if found and sentences[found[-1].last].paragraph == sentence.paragraph:
            before = found.pop()
            found.append(Paragraph(before.start, sentence.end, before.first, number, before.asks or asks))
        else:
            found.append(Paragraph(sentence.start, sentence.end, number, number, asks))
    return [p._replace(asks=p.asks and _is_question(text, p)) for p in found]


def _is_question(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph with a question in it is the interviewer's: short, and no quotation of somebody."""
    return paragraph.end - paragraph.start <= LONGEST_QUESTION and text[paragraph.start] not in "“\"‘'«"


def _answers(paragraphs: Sequence[Paragraph], material: Material) -> Iterator[Paragraph]:
    """Yield the paragraphs of answers: what follows a question, up to the next one or the end of the interview.

    The last answer has one paragraph, unless others have more: what stands behind it may be the article's own.
    """
    several = False
    last = max(i for i, p in enumerate(paragraphs) if p.asks)
    since = -1
    for number, paragraph in enumerate(paragraphs):
        if paragraph.asks and since != 0:
            since = 0
            continue
        if since < 0:
            continue
        since += 1
        if _CLOSING.match(material.text, paragraph.start) or (since > 1 and number > last and not several):
            since = -1
            continue
        several = several or since > 1
        if not (material.article.sentences[paragraph.first].heading and since > 1):
            yield paragraph


def _is_interview(material: Material, paragraphs: Sequence[Paragraph], answers: Sequence[Paragraph]) -> bool:
    asking = [p for p in paragraphs if p.asks]
    lead, tail = material.text[: asking[0].start], material.text[asking[-1].end :]
    if not (_ANNOUNCED.search(lead) or _ANNOUNCED.search(tail)):
        return False
    personal = sum(_FIRST_PERSON.search(material.text, a.start, a.end) is not None for a in answers)
    return len(answers) >= FEWEST_EXCHANGES and personal * OWN_VOICE >= len(answers)


# ------------------------------------------------------------------------------------------------------- who is asked


def _who_is_asked(material: Material, before: int) -> Speaker | None:
    """Return whom the opening, the sentences before number `before`, introduces as the one who answers."""
    points: dict[int, float] = {}
    described: Speaker | None = None
    last: Speaker | None = None
    for number, sentence in enumerate(material.article.sentences[:before]):
        line = Line(material, sentence, material.words[number])
        announced = _ANNOUNCED.search(material.text, sentence.start, sentence.end)
        here = [n for n in material.names_in(sentence.start, sentence.end) if material.kind(n.actor) == PERSON]
        meant = any(w.lower in _ASKED for w in line.words) or line.lower(0) in ("he", "she")
        if announced and meant and last is not None and not here:
            if last.actor is None:
                described = last
            else:
                points[last.actor] = points.get(last.actor, 0) + SURE + 1
        for name in here:
            if not _is_writer(material, name.actor, sentence):
                points[name.actor] = points.get(name.actor, 0) + 0.5 + (SURE if announced else 0)
        last = leading_person(line, sentence.end, {}) or _leading_human(line) or last
        if last is not None and last.actor is not None and last.start >= sentence.start:
            points[last.actor] = points.get(last.actor, 0) + 1
    best = max(points, key=lambda actor: (points[actor], actor), default=None)
    if best is not None and (points[best] >= SURE or len(points) == 1):
        name = next(n for n in material.names if n.actor == best)
        return material.named(name)
    return described


def _leading_human(line: Line) -> Speaker | None:
    described = leading_description(line, line.sentence.end)
    return described if described and is_human(described, line.material) else None


def _is_writer(material: Material, actor: int, sentence: Sentence) -> bool:
    """Whether a name is the writer's: the article's author, or one in a byline."""
    name = material.actors[actor].name
    opening = material.text[sentence.start : sentence.start + LONGEST_LABEL].lower()
    return name in (material.article.author or "") or opening.startswith(
        ("by ", "words:", "words by", "interview by", "interview:")
    )


# ------------------------------------------------------------------------------------------------------ transcripts


def _label(text: str, paragraph: Paragraph) -> str:
    """Return what stands before the colon at the start of a paragraph, "" where nothing does."""
    match = _LABEL.match(text, paragraph.start, min(paragraph.end, paragraph.start + LONGEST_LABEL + 2))
    return match[1] if match else ""


def _is_transcript(paragraphs: Sequence[Paragraph], labels: Sequence[str]) -> bool:
    """Whether two or three labels take turns, and one of them asks."""
    used = [label for label in labels if label]
    turns = {label for label in used if used.count(label) > 1}
    asking = sum(p.asks and label in turns for p, label in zip(paragraphs, labels, strict=True))
    return len(used) >= FEWEST_LABELLED and 2 <= len(turns) <= FEWEST_EXCHANGES and asking > 1


def _labelled(material: Material, paragraphs: Sequence[Paragraph], labels: Sequence[str]) -> Iterator[Event]:
    used = {label for label in labels if label}
    asking = {
        label
        for label in used
        if 2 * sum(p.asks for p, of in zip(paragraphs, labels, strict=True) if of == label) >= labels.count(label)
    }
    first = next(i for i, label in enumerate(labels) if label)
    asked = _who_is_asked(material, paragraphs[first].first)
    speaker: Speaker | None = None
    for paragraph, label in zip(paragraphs, labels, strict=True):
        if label:
            speaker = None if label in asking else _of_label(material, paragraph, label, asked)
        if speaker is not None and not _CLOSING.match(material.text, paragraph.start):
            yield Event(paragraph.start, paragraph.end, speaker, "stated", 0)


def _of_label(material: Material, paragraph: Paragraph, label: str, asked: Speaker | None) -> Speaker | None:
    """Return whom a label names: a person by name or initials, else the one who was asked."""
    mention = material.name_ending(paragraph.start + len(label))
    if mention is not None and material.kind(mention.actor) == PERSON:
        return material.named(mention)
    for name in material.names:
        initials = "".join(word[0] for word in material.actors[name.actor].name.split())
        if material.kind(name.actor) == PERSON and initials == label.replace(".", ""):
            return material.named(name)
    return asked
