"""Settles how far the words reach that a verb of saying gives to its speaker."""

from __future__ import annotations

from bisect import bisect_left

from summarizer.marking.lexicon import ABBREVIATED
from summarizer.marking.speakers.cues import ADJUNCTS, APPOSED, COMPLEMENTS, LEADS, PARTS, STOPS, TELLING, VERB_MAKES
from summarizer.marking.speakers.descriptions import MAX_SUBJECT
from summarizer.marking.speakers.material import Line, Span, Speaker, has_digit

TAIL_WORDS = 8  # after a verb that closes its sentence ("..., Roe told reporters on Monday.")
LONGER_TAIL = 16  # the same, where nothing but time, place and occasion follows
LONG_FRONT = 30  # characters before a subject that are more than "On Monday,"
NEAR_QUOTE = 60  # characters after a verb in which a quotation is still its own
MODIFIERS = 5  # words before a speaker's name that still belong to it ("the former village elder")
_COMMAS = (",", "”", '"', "»", "’")


def reach_of(line: Line, at: int, speaker: Speaker, *, inverted: bool) -> Span:
    """Return what the verb at word `at` covers.

    Mostly from its subject to the end of the sentence; the whole sentence where the verb closes it or stands in commas.
    """
    sentence, words = line.sentence, line.words
    left = min(words[at].start, speaker.start) if speaker.start >= sentence.start else words[at].start
    if has_digit(speaker.text):
        left = words[at].start  # "The 3,000 residents said": their number is the article's
    if not _after_comma(line, at, left):
        return left, sentence.end
    if inverted:
        return sentence.start, _end_of_inverted(line, speaker)
    if _closes(line, at, left) or _in_commas(line, at):
        return sentence.start, sentence.end
    return left, sentence.end


def _after_comma(line: Line, at: int, left: int) -> bool:
    """Whether a comma or a quotation stands before the phrase at `left`, its article, titles and modifiers."""
    here = at
    while here > 0 and at - here < MAX_SUBJECT and line.words[here - 1].start >= left:
        here -= 1
    for index in range(here, max(0, here - MODIFIERS), -1):
        gap = line.gap(index - 1).strip()
        if gap and not (gap == "." and line.lower(index - 1) in ABBREVIATED):
            return any(c in gap for c in _COMMAS)
        lower = line.lower(index - 1)
        if lower in STOPS or lower in LEADS or lower in VERB_MAKES or lower[0].isdigit():
            return False
    return False


def clause_start(line: Line, at: int) -> int:
    """Return where the clause of "according" at word `at` starts: after ", while", ", but", else with the sentence."""
    for index in range(at - 1, max(0, at - 3), -1):
        if line.lower(index) in PARTS and "," in line.gap(index - 1):
            return line.words[index].start
    return line.sentence.start


def _end_of_inverted(line: Line, speaker: Speaker) -> int:
    """Return where ", said Jane Roe, who ..." stops being hers."""
    following = bisect_left([w.start for w in line.words[-LONGER_TAIL:]], speaker.end)
    tail = line.words[-LONGER_TAIL:][following:]
    long = len(tail) > TAIL_WORDS or speaker.end < line.words[-LONGER_TAIL:][0].start
    after = line.material.text[speaker.end : speaker.end + 8].lower().lstrip(", ").split(" ")[0]
    apposed = line.material.text[speaker.end : speaker.end + 1] == "," and after in APPOSED
    return speaker.end if long and apposed and not _quote_after(line, speaker.end) else line.sentence.end


def _quote_after(line: Line, position: int) -> bool:
    starts = line.material.quote_starts
    number = bisect_left(starts, position)
    return number < len(starts) and starts[number] < min(line.sentence.end, position + NEAR_QUOTE)


def _closes(line: Line, at: int, left: int) -> bool:
    """Whether nothing of what is said follows the verb: only time, place, occasion, and who was told."""
    rest = len(line.words) - 1 - at
    if rest > LONGER_TAIL or _quote_after(line, line.words[at].end):
        return False
    if any(w.lower in COMPLEMENTS for w in line.words[at + 1 : at + 8]):
        return False
    beside = rest == 0 or line.lower(at + 1) in ADJUNCTS or line.lower(at) in TELLING
    return beside if rest > TAIL_WORDS else beside or left - line.sentence.start > LONG_FRONT


def _in_commas(line: Line, at: int) -> bool:
    """Whether subject and verb stand between commas: "The toll, she said, had reached 70"."""
    after = line.material.text[line.words[at].end : line.words[at].end + 2]
    return after == ", " and not _quote_after(line, line.words[at].end)
