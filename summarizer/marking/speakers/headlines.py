"""Reads the speakers of headlines: "40 killed in raid: ministry", "UN: 40 killed in raid"."""

from __future__ import annotations

import re

from summarizer.marking.speakers.material import Event, Line
from summarizer.marking.speakers.phrases import Phrases

MOST_WORDS = 5  # of a source that stands at the edge of a headline
_EDGE = re.compile(r":\s|\s[-–—]\s")


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
    first = sum(w.start < edges[0] for w in line.words[: MOST_WORDS + 1])
    if 0 < first <= MOST_WORDS and line.material.text[line.words[first - 1].end] == ":":
        mention = line.material.name_ending(line.words[first - 1].end)
        source = phrases.ending_at(first - 1)
        if source and (mention is not None or phrases.speaks(first - 1)):
            return Event(sentence.start, sentence.end, source, "stated", first - 1)
    return None
