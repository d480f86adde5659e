"""Settles how far the words reach that a verb of saying gives to its speaker."""

from __future__ import annotations

from bisect import bisect_left

from summarizer.marking.lexicon import ABBREVIATED
from summarizer.marking.speakers.cues import (
    APPOSED,
    ASKING,
    BE,
    COMPLEMENTS,
    DETERMINERS,
    LEADS,
    PARTS,
    RELATIVE,
    STOPS,
)
from summarizer.marking.speakers.descriptions import MAX_SUBJECT
from summarizer.marking.speakers.material import Line, Span, Speaker, has_digit
from summarizer.marking.speakers.speech import adjunct_end, is_number
from summarizer.marking.speakers.verb_forms import PLAIN, VERB_MAKES

TAIL_WORDS = 8  # after a verb that closes its sentence ("..., Roe told reporters on Monday.")
LONGER_TAIL = 16  # words of a sentence, counted from its end, in which an apposition after a speaker is looked for
LONG_FRONT = 30  # characters before a subject that are more than "On Monday,"
NEAR_QUOTE = 60  # characters after a verb in which a quotation is still its own
MODIFIERS = 5  # words before a speaker's name that still belong to it ("the former village elder")
FAR = 60  # words to either side of a verb within which clauses are told apart
_TURNS = PARTS - {"and"}
_COMMAS = (",", "”", '"', "»", "’")


def reach_of(line: Line, at: int, speaker: Speaker, *, inverted: bool) -> Span:
    """Return what the verb at word `at` covers.

    Mostly from its subject to the end of the sentence; the whole sentence where the verb closes it or stands in commas.
    """
    sentence, words = line.sentence, line.words
    left = min(words[at].start, speaker.start) if speaker.start >= sentence.start else words[at].start
    if has_digit(speaker.text):
        left = words[at].start  # "The 3,000 residents said": their number is the article's
    if (start := _as_told(line, at, left)) is not None:
        return start, sentence.end
    if line.lower(at - 1) in RELATIVE or line.lower(at - 2) in RELATIVE:
        return left, _end_of_relative(line, at)
    if not _after_comma(line, at, left):
        return left, sentence.end
    if inverted:
        return sentence.start, _end_of_inverted(line, speaker)
    if _closes(line, at, left) or _in_commas(line, at):
        return _voice_start(line, at), sentence.end
    return left, sentence.end


def _voice_start(line: Line, at: int) -> int:
    """Return where the clauses begin that a verb at their end tells: after ", but" where another voice spoke before."""
    for index in range(at - 1, max(0, at - FAR), -1):
        if line.lower(index) in _TURNS and "," in line.gap(index - 1):
            spoken = any(w.lower in PLAIN for w in line.words[max(0, index - FAR) : index])
            return line.words[index].start if spoken else line.sentence.start
    return line.sentence.start


def _as_told(line: Line, at: int, left: int) -> int | None:
    """Return where the words begin that ", as the ministry said" or ", which the ministry has confirmed" tells."""
    here = at
    while here > 0 and at - here < MAX_SUBJECT and line.words[here - 1].start >= left:
        here -= 1
    while here > 0 and line.lower(here - 1) in DETERMINERS | {"local", "foreign", "many", "some"}:
        here -= 1
    lead = line.lower(here - 1)
    if lead not in ("as", "which") or not (here == 1 or line.gap(here - 2)[:1] in {*",;(–—"}):
        return None
    end = adjunct_end(line, at)
    if end is None or (end < len(line.words) and line.gap(end - 1)[:1] not in {*",;)–—"}):
        return None
    return line.sentence.start if lead == "as" else _clause_before(line, here - 1)


def _clause_before(line: Line, which: int) -> int:
    """Return where the clause begins that "which" at word `which` takes up: after the last "and" with a new subject."""
    for index in range(which - 1, max(1, which - FAR), -1):
        if line.lower(index) == "and" and not line.lower(index + 1).endswith("ed"):
            return line.words[index].start
    return line.sentence.start


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
        if lower in STOPS or lower in LEADS or lower in ASKING or lower in VERB_MAKES or lower[0].isdigit():
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
    if apposed and any(w.lower in BE | {"will", "would"} and "," in _gap_at(line, w.start) for w in tail):
        return line.sentence.end  # "The outcome, said Jane Roe, an analyst, is that ...": hers goes on
    return speaker.end if long and apposed and not _quote_after(line, speaker.end) else line.sentence.end


def _end_of_relative(line: Line, at: int) -> int:
    """Return where ", who said 40 had died, ..." stops being told: at the comma where the main clause goes on."""
    which = at - 1 if line.lower(at - 1) in RELATIVE else at - 2
    if which < 1 or "," not in line.gap(which - 1):
        return line.sentence.end
    for index in range(at + 1, min(at + FAR, len(line.words))):
        if "," in line.gap(index - 1) and not is_number(line.lower(index)):
            on = line.lower(index) in STOPS or line.lower(index) in RELATIVE or line.lower(index).endswith("ing")
            if not on:
                return line.words[index - 1].end
    return line.sentence.end


def _gap_at(line: Line, position: int) -> str:
    return line.material.text[position - 2 : position]


def _quote_after(line: Line, position: int) -> bool:
    starts = line.material.quote_starts
    number = bisect_left(starts, position)
    return number < len(starts) and starts[number] < min(line.sentence.end, position + NEAR_QUOTE)


def _closes(line: Line, at: int, left: int) -> bool:
    """Whether nothing of what is said follows the verb: only time, place, occasion, and who was told."""
    if _quote_after(line, line.words[at].end):
        return False
    rest, end = len(line.words) - 1 - at, adjunct_end(line, at)
    if end is None:
        # "..., the ministry said after the raid there": too short for a clause, and what stands before is one.
        told = any(w.lower in COMPLEMENTS for w in line.words[at + 1 : at + 8])
        return rest <= TAIL_WORDS and not told and left - line.sentence.start > LONG_FRONT
    if end == len(line.words):
        return True
    # More stands before the speaker than "On Monday,".
    start = line.sentence.start
    return left - start > LONG_FRONT or has_digit(line.material.text[start:left])


def _in_commas(line: Line, at: int) -> bool:
    """Whether subject and verb stand between commas: "The toll, she said, had reached 70"."""
    after = line.material.text[line.words[at].end : line.words[at].end + 2]
    return after == ", " and not _quote_after(line, line.words[at].end)
