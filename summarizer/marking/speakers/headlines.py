"""Reads speakers that a colon or brackets set apart: "UN: 40 killed in raid", "Jane Roe: “We saw”", "(source: UN)"."""

from __future__ import annotations

import re

from summarizer.marking.speakers.material import MEDIUM, Event, Line, Speaker
from summarizer.marking.speakers.phrases import Phrases

MOST_WORDS = 5  # of a source that stands at the edge of a headline
SOURCE_WITHIN = 12  # words from the end of a sentence in which "source:" stands
_EDGE = re.compile(r":\s|\s[-–—]\s")
_OPENING = "“\"‘'«"


def set_apart_event(line: Line, phrases: Phrases) -> Event | None:
    """Return the source that a sentence without a verb of saying sets apart from what it says."""
    if line.sentence.heading and (event := headline_event(line, phrases)):
        return event
    start, end = line.sentence.start, line.sentence.end
    if line.material.text.find(":", start, end) < 0:
        return None
    return _labelled(line, phrases) or _in_brackets(line, phrases)


def headline_event(line: Line, phrases: Phrases) -> Event | None:
    """Return the source before the first or after the last colon or dash of a headline."""
    sentence = line.sentence
    if not line.words:
        return None
    edges = [m.end() + sentence.start for m in _EDGE.finditer(line.material.text[sentence.start : sentence.end])]
    if not edges:
        return None
    last = next(i for i, w in enumerate(line.words) if w.end > edges[-1]) if line.words[-1].end > edges[-1] else 0
    if last and len(line.words) - last <= MOST_WORDS:
        source = phrases.starting_at(last)
        if source and source.end >= line.words[-1].end:
            return Event(sentence.start, sentence.end, source, "stated", last)
    return _before_colon(line, phrases)


def _before_colon(line: Line, phrases: Phrases) -> Event | None:
    found = _label(line, phrases)
    if found is None:
        return None
    at, source = found
    named = line.material.name_ending(line.words[at].end) is not None
    sentence = line.sentence
    return Event(sentence.start, sentence.end, source, "stated", at) if named or phrases.speaks(at) else None


def _label(line: Line, phrases: Phrases) -> tuple[int, Speaker] | None:
    """Return the word before the colon that a sentence begins with, and the source that ends there."""
    for at in range(min(MOST_WORDS, len(line.words) - 1)):
        if line.gap(at).startswith(":"):
            source = phrases.ending_at(at)
            return (at, source) if source else None
    return None


def _labelled(line: Line, phrases: Phrases) -> Event | None:
    """Return who says what follows a label: any source a quotation, a body that is no party a sentence.

    "M23: 40 killed" in a list of losses is no word of M23's.
    """
    found = _label(line, phrases)
    if found is None:
        return None
    at, source = found
    sentence, material = line.sentence, line.material
    after = material.text[line.words[at].end + 1 : line.words[at].end + 3].strip()
    quotes = after[:1] != "" and after[0] in _OPENING
    whole = source.actor is not None and source.start <= line.words[0].start
    kind = material.kind(source.actor)
    outside = kind in ("organisation", MEDIUM) and kind not in material.parties
    if quotes or (whole and outside):
        return Event(sentence.start, sentence.end, source, "stated", at)
    return None


def _in_brackets(line: Line, phrases: Phrases) -> Event | None:
    """Return whom "(source: X)" at the end of a sentence names."""
    for at in range(max(0, len(line.words) - SOURCE_WITHIN), len(line.words) - 1):
        if line.lower(at) in ("source", "sources") and line.gap(at).startswith(":"):
            source = phrases.starting_at(at + 1, anyone=True)
            return Event(line.sentence.start, line.sentence.end, source, "stated", at) if source else None
    return None
