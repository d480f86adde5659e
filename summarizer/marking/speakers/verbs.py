"""Finds the acts of saying in a sentence that a verb tells: whether it is speech, who says it, who was told."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from summarizer.marking.speakers.cues import BE, LEADS, TOLD_IN
from summarizer.marking.speakers.descriptions import MAX_SUBJECT
from summarizer.marking.speakers.material import MEDIUM, Event, Line, Speaker
from summarizer.marking.speakers.memory import Memory
from summarizer.marking.speakers.phrases import Phrases
from summarizer.marking.speakers.reach import reach_of
from summarizer.marking.speakers.speech import (
    adjunct_end,
    at_a_number,
    is_idiom,
    is_number,
    is_speech,
    is_surely_speech,
)
from summarizer.marking.speakers.subjects import agent_of, subject_of
from summarizer.marking.speakers.verb_forms import (
    BEFORE_CONTENT,
    COMPOUNDED,
    IMPERSONAL,
    NAMING,
    NOUNLIKE,
    PHRASED,
    PLURAL_FORMS,
    TELLING,
    VERB_MAKES,
    WEAK,
)

TOLD_WITHIN = 40  # characters after "told" in which the outlet that was told is named
ARTICLE_WITHIN = 8  # characters of " the " between "to" and a name
LONG_FRONT = 30  # characters before ", researchers write" that are more than "On Monday,"
QUOTE_WITHIN = 60  # characters between a quotation and "the statement read"
_PAPERS = frozenset("media press news intelligence witness state".split())
"""What stands before "reports" where these are papers: "media reports that"."""
_PLURALS = frozenset("people police men women children staff media society parents gunmen".split())


def verb_event(line: Line, at: int, phrases: Phrases, memory: Memory) -> Event | None:
    """Return what the verb of saying at word `at` tells, None where it tells nothing or nobody speaks."""
    verb = line.lower(at)
    if is_idiom(line, at) or _is_modifier(line, at):
        return None
    if agent := agent_of(line, at, phrases):
        return Event(line.sentence.start, line.sentence.end, agent, VERB_MAKES[verb], at)
    if verb.endswith("ed") and line.lower(at + 1) == "by":
        return None  # "violations announced by the ministry" are told by nobody named before
    found = subject_of(line, at, phrases, memory)
    speaks = found is not None and (found[1] or is_speech(line, at) or _reads(line, at) or _closes(line, at, found[0]))
    unknown = found is None and verb not in NOUNLIKE | IMPERSONAL and not verb.endswith("ing")
    if unknown and is_speech(line, at) and is_surely_speech(line, at):
        anyone = phrases.anyone_before(at)
        found, speaks = (anyone, False) if anyone else None, anyone is not None
    if found is None or not speaks:
        return None
    speaker, inverted = found
    if verb in NOUNLIKE and not inverted and _is_noun(line, at, speaker, phrases):
        return None
    memory.here = speaker
    start, end = reach_of(line, at, speaker, inverted=inverted)
    return Event(start, end, speaker, VERB_MAKES[verb], at, tuple(_told(line, at)))


def _closes(line: Line, at: int, speaker: Speaker) -> bool:
    """Whether a verb that needs "that" stands behind what is said: "... had fallen, researchers write in a paper"."""
    start = line.sentence.start
    if (
        line.lower(at) in WEAK
        or line.lower(at + 1) == "to"
        or speaker.start - start < LONG_FRONT
        or adjunct_end(line, at) is None
    ):
        return False
    return line.gap_before(speaker.start).strip()[-1:] in {*',”"»’'}


def _is_modifier(line: Line, at: int) -> bool:
    """Whether a word only looks like a verb: after an article ("an estimated 40"), or with a capital inside a name."""
    if at == 0:
        return False
    inside = line.words[at].cap and line.gap(at - 1) == " " and not line.sentence.heading
    return inside or line.lower(at - 1) in ("a", "an", "the", "of")


def _reads(line: Line, at: int) -> bool:
    """Whether a verb that speaks only beside a quotation has one right before its subject: “...,” the note read."""
    verb = line.lower(at)
    if verb in NAMING or verb not in PHRASED or PHRASED[verb]:
        return False
    ends, start = line.material.quote_ends, line.words[at].start
    number = bisect_right(ends, start) - 1
    return number >= 0 and start - ends[number] < QUOTE_WITHIN


# ------------------------------------------------------------------------------------------- is it a verb or a noun?


def _is_noun(line: Line, at: int, speaker: Speaker, phrases: Phrases) -> bool:
    after = line.lower(at + 1)
    if after in VERB_MAKES or after in BE or after in ("has", "have", "had"):
        return True  # "preliminary reports say"
    return speaker.actor is None and not _before_content(line, at, speaker, phrases)


def _before_content(line: Line, at: int, speaker: Speaker, phrases: Phrases) -> bool:
    """Whether a verb that may be a noun is one, by the words after it: "activists claim that", "analysts fear 40"."""
    verb, after = line.lower(at), line.lower(at + 1)
    if at == 0 or line.words[at - 1].possessive or speaker.start >= line.words[at].start:
        return False
    if at_a_number(line, at):
        return True
    agrees = _agrees(line, at, speaker, phrases)
    if not after:
        closes = line.gap_before(speaker.start).strip()[-1:] in {*',”"»’'}
        return line.material.text[line.sentence.end - 1] == ":" or (closes and agrees)
    if after == "to":
        return verb.startswith("claim") and line.lower(at + 2) not in ("the", "that", "their", "its")
    if after not in BEFORE_CONTENT and not is_number(after):
        return False
    if verb in COMPOUNDED:
        relative = after == "that" and (line.lower(at + 2) in BE or line.lower(at + 2) in ("has", "had", "have"))
        return agrees and not relative
    return True


def _agrees(line: Line, at: int, speaker: Speaker, phrases: Phrases) -> bool:
    """Whether the number of a subject fits a verb in the form of a noun: "partners report", "the unit reports"."""
    head = speaker.text.lower().split()[-1]
    for index in range(max(0, at - MAX_SUBJECT), at):
        if line.words[index].start >= speaker.start and phrases.speaks(index):
            head = line.lower(index)
            if line.lower(index + 1) in LEADS:
                break
    plural = head in _PLURALS or (head.endswith("s") and not head.endswith("ss"))
    joined = " and " in speaker.text
    if line.lower(at) in PLURAL_FORMS:
        return plural or joined
    return not plural and not (line.lower(at) == "reports" and line.lower(at - 1) in _PAPERS)


# ------------------------------------------------------------------------------------------------------ who was told


def _told(line: Line, at: int) -> Iterator[str]:
    """Yield the outlet that was told: "told Reuters", "said in an interview with the BBC"."""
    material = line.material
    if not material.has_media:
        return
    end = line.words[at].end
    if line.lower(at) in TELLING:
        for name in material.names_in(end, end + TOLD_WITHIN):
            if material.kind(name.actor) == MEDIUM:
                yield material.actors[name.actor].name
                return
    for index in range(max(0, at - MAX_SUBJECT), min(len(line.words) - 1, at + MAX_SUBJECT)):
        if line.lower(index) in TOLD_IN and line.lower(index + 1) in ("to", "with", "by") and index != at:
            after = line.words[index + 1].end
            heard = material.first_name(after, after + ARTICLE_WITHIN)
            if heard is not None and material.kind(heard.actor) == MEDIUM:
                yield material.actors[heard.actor].name
                return
