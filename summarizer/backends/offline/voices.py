"""Decides who says a figure or a sentence, and how sure the words are."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.backends.offline.reading import Figure, Reading
from summarizer.backends.offline.scenes import Found
from summarizer.models import Assertion

# These read words in lower case: to search without regard to case takes three times as long.
_POSSIBLE = re.compile(
    r"\b(?:may|might|could|possibly|perhaps|probably|presumably|likely|rumou?red|presumed|feared|supposed(?:ly)?"
    r"|thought to|believed to|suspected|appears? to|seems?|(?:is|are) (?:thought|believed|feared))\b"
)
_REPORTED = re.compile(
    r"\b(?:reportedly|according to|reports? (?:that|indicate|suggest|say)|it (?:is|was) reported|is said to|are said to"
    r"|were said|unconfirmed|apparently)\b"
)
_CLAIMED = re.compile(
    r"\b(?:claim(?:s|ed|ing)?(?! (?:responsibility|credit|victory|asylum|the li(?:fe|ves)))|alleg(?:es|ed|edly|ing)"
    r"|purported(?:ly)?)\b"
)
_TURN = re.compile(r"[;:“”\"]|, (?:but|while|whereas|although|though) ")
"""Where a sentence turns to something else: a hedge beyond is about that."""
NEAR = 90  # characters around a figure in which a hedge is about it


class Heard(NamedTuple):
    """How sure some words are, and the rule that heard it."""

    assertion: Assertion
    rule: str


def said_by_of(figure: Figure, reading: Reading) -> Found:
    """Return the tag of the innermost attribution that covers a figure."""
    voices = reading.voices_at(figure.quantity.start)
    return Found(f"W{voices[0][0] + 1}", "innermost voice") if voices else Found(None, "the article itself")


def assertion_of(figure: Figure, reading: Reading) -> Heard:
    """Return how sure the words around a figure are."""
    sentence = reading.sentences[figure.sentence]
    start = max(sentence.start, figure.quantity.start - NEAR)
    end = min(sentence.end, figure.quantity.end + NEAR)
    for turn in _TURN.finditer(reading.text, start, figure.quantity.start):
        start = turn.end()
    if (next_turn := _TURN.search(reading.text, figure.quantity.end, end)) is not None:
        end = next_turn.start()
    return _weigh(reading.text[start:end], figure.quantity.start, reading)


def sentence_assertion(sentence: int, reading: Reading) -> Heard:
    """Return how sure a whole sentence is."""
    span = reading.sentences[sentence]
    return _weigh(reading.text[span.start : span.end], span.start, reading)


def _weigh(words: str, position: int, reading: Reading) -> Heard:
    words = words.replace(" May", " ").lower()  # within a sentence the month, and no "may"
    voices = reading.voices_at(position)
    made: Assertion = voices[0][1].assertion if voices else "stated"
    if made == "denied":
        return Heard("denied", "as it is said")
    if hedge := _POSSIBLE.search(words):
        return Heard("possible", f"hedged by {hedge[0]!r}")
    if made == "possible":
        return Heard("possible", "as it is said")
    if claim := _CLAIMED.search(words):
        return Heard("claimed", f"weakened by {claim[0]!r}")
    if made == "stated" and (report := _REPORTED.search(words)):
        return Heard("reported", f"weakened by {report[0]!r}")
    return Heard(made, "as it is said" if voices else "nothing weakens it")
