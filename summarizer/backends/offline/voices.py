"""Decides who says a figure or a sentence, and how sure the words are."""

from __future__ import annotations

import re

from summarizer.backends.offline.reading import Figure, Reading
from summarizer.backends.offline.scenes import Found
from summarizer.models import Assertion

_POSSIBLE = re.compile(
    r"\b(?:may|might|could|possibly|perhaps|probably|likely|rumou?red|thought to|believed to|suspected|appears? to"
    r"|seems?)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:reportedly|according to|reports? (?:that|indicate|suggest|say)|it (?:is|was) reported|is said to|are said to"
    r"|were said|unconfirmed|apparently)\b",
    re.IGNORECASE,
)
_CLAIMED = re.compile(r"\b(?:claim(?:s|ed|ing)?|alleg(?:es|ed|edly|ing))\b", re.IGNORECASE)
NEAR = 90  # characters around a figure in which a hedge is about it


def said_by_of(figure: Figure, reading: Reading) -> Found:
    """Return the tag of the innermost attribution that covers a figure."""
    voices = reading.voices_at(figure.quantity.start)
    return Found(f"W{voices[0][0] + 1}", "innermost voice") if voices else Found(None, "the article itself")


def assertion_of(figure: Figure, reading: Reading) -> Assertion:
    """Return how sure the words around a figure are."""
    sentence = reading.sentences[figure.sentence]
    start = max(sentence.start, figure.quantity.start - NEAR)
    end = min(sentence.end, figure.quantity.end + NEAR)
    return _weigh(reading.text[start:end], figure.quantity.start, reading)


def sentence_assertion(sentence: int, reading: Reading) -> Assertion:
    """Return how sure a whole sentence is."""
    span = reading.sentences[sentence]
    return _weigh(reading.text[span.start : span.end], span.start, reading)


def _weigh(words: str, position: int, reading: Reading) -> Assertion:
    voices = reading.voices_at(position)
    made: Assertion = voices[0][1].assertion if voices else "stated"
    if made == "denied":
        return "denied"
    if _POSSIBLE.search(words) or made == "possible":
        return "possible"
    if _CLAIMED.search(words):
        return "claimed"
    if made == "stated" and _REPORTED.search(words):
        return "reported"
    return made
