"""Finds the cues of the sections in sentences without trying each cue at each place.

A cue matches where a word begins. Cues are filed by the letters that each of their alternatives begins with, and which
cues a word can open is worked out once for each word: nearly all open none, so that most sentences are done with
after a look at their words.
"""

from __future__ import annotations

from summarizer.cues.forms import has_one_of
from summarizer.cues.index import CueIndex, Held, Hit
from summarizer.cues.patterns import beginnings
from summarizer.cues.reader import CueReader, Found, SectionsReader, cue_reader, sections_reader

__all__ = [
    "CueIndex",
    "CueReader",
    "Found",
    "Held",
    "Hit",
    "SectionsReader",
    "beginnings",
    "cue_reader",
    "has_one_of",
    "sections_reader",
]
