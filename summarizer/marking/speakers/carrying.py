"""Carries a voice on from one sentence to the next: list items, blocks under a lead-in, sums of what was said."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.marking.speakers.alternatives import is_first, is_next
from summarizer.marking.speakers.cues import BODY_PRONOUNS, GOING_ON, PERSON_PRONOUNS, SUMMING
from summarizer.marking.speakers.material import Line
from summarizer.marking.speakers.quotes import BULLETS
from summarizer.models import Attribution, Sentence

OPENING = 24  # characters of a sentence in which the longest of `SUMMING` stands
_NUMBERING = 3  # characters of "12)"


class Carried(NamedTuple):
    """What a sentence leaves to the next: who spoke to its end, whether it was part of a block or an item.

    `led` says that the speaker was taken over from before a list, and is not one that a single item names; `sets_out`
    that possibilities are being told one by one.
    """

    sentence: Sentence
    said: Attribution | None
    in_block: bool = False
    in_item: bool = False
    led: bool = False
    sets_out: bool = False


def carry(line: Line, before: Carried | None) -> Carried:
    """Return what a sentence without a speaker of its own takes over; `said` is None where that is nothing."""
    here = line.sentence
    if before is None or before.said is None:
        return Carried(here, None)
    text = line.material.text
    led_in = text[before.sentence.start : before.sentence.end].rstrip().endswith(":")
    same = before.sentence.paragraph == here.paragraph
    item = is_item(text, here) or (same and before.in_item)
    block = not here.heading and ((led_in and not same) or (before.in_block and same and not item))
    told = same and before.sets_out and (is_first(line) or is_next(line))
    goes_on = (
        told
        or (item and (led_in or before.led))
        or block
        or (same and text[here.start : here.end].rstrip().endswith(":"))
        or (same and _goes_on(line))
    )
    if not goes_on:
        return Carried(here, None, in_item=item)
    return Carried(here, before.said._replace(start=here.start, end=here.end), block, item, item, told)


def _goes_on(line: Line) -> bool:
    """Whether a sentence only goes on with what the one before it told: sums, further figures, "They then left"."""
    start = line.sentence.start
    if line.material.text[start : start + OPENING].lower().lstrip("“\"' ").startswith(SUMMING):
        return True
    return line.lower(0) in BODY_PRONOUNS | PERSON_PRONOUNS and line.lower(1) in GOING_ON


def is_item(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is an item of a list: it begins with a bullet sign or a number in brackets."""
    if text[sentence.start] in BULLETS:
        return True
    opening = text[sentence.start : sentence.start + _NUMBERING]
    return opening[0].isdigit() and ")" in opening
