"""Finds the acts of saying in a sentence that a verb tells: who is its subject, and whether it is speech at all."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.marking.lexicon import CALENDAR
from summarizer.marking.speakers.cues import (
    ALWAYS,
    AT_A_NUMBER,
    BE,
    BEFORE_CONTENT,
    BY_AGENT,
    COMPOUNDED,
    COUNTING,
    COUNTS,
    IDIOMS,
    LEADS,
    NEVER_INVERTED,
    NOUNLIKE,
    PLAIN,
    PRONOUNS,
    SKIPPED,
    TAKES_LIVES,
    TELLING,
    TOLD_IN,
    VERB_MAKES,
)
from summarizer.marking.speakers.descriptions import MAX_SUBJECT
from summarizer.marking.speakers.material import MEDIUM, PERSON, Event, Line, Speaker, has_digit
from summarizer.marking.speakers.memory import Memory
from summarizer.marking.speakers.phrases import Phrases
from summarizer.marking.speakers.reach import reach_of

TOLD_WITHIN = 40  # characters after "told" in which the outlet that was told is named
ARTICLE_WITHIN = 8  # characters of " the " between "to" and a name
AGENT_WITHIN = 4  # words after a passive in which "by" names its speaker
NUMBER_WITHIN = 12  # words after "estimate", "put" in which "at" and the number stand
COUNT_WITHIN = 4  # words after "put", "gave" in which the count is named
MOST_SKIPPED = 4  # auxiliaries and adverbs between a subject and its verb


def verb_event(line: Line, at: int, phrases: Phrases, memory: Memory) -> Event | None:
    """Return what the verb of saying at word `at` tells, None where it tells nothing or nobody speaks."""
    if _idiom(line, at):
        return None
    if agent := _agent(line, at, phrases):
        return Event(line.sentence.start, line.sentence.end, agent, VERB_MAKES[line.lower(at)], at)
    found = _subject(line, at, phrases, memory)
    if found is None:
        return None
    speaker, inverted = found
    if line.lower(at) in NOUNLIKE and speaker.actor is None and not _before_content(line, at, speaker):
        return None
    if not (inverted or _is_speech(line, at)):
        return None
    memory.here = speaker
    start, end = reach_of(line, at, speaker, inverted=inverted)
    return Event(start, end, speaker, VERB_MAKES[line.lower(at)], at, tuple(_told(line, at)))


# --------------------------------------------------------------------------------------------------- is it speech?


def _idiom(line: Line, at: int) -> bool:
    """Whether the verb says nothing here: "claimed responsibility", "claimed 31 lives", "claimed the attack on"."""
    verb, after = line.lower(at), line.lower(at + 1)
    if after in IDIOMS.get(verb, ()):
        return True
    if verb not in TAKES_LIVES:
        return False
    if any(w.lower in ("life", "lives") for w in line.words[at + 1 : at + 5]):
        return True
    if after not in ("the", "an", "this") or at + 2 >= len(line.words):
        return False
    # "claimed the attack on Monday" takes a thing; "claimed the army had fled" says something of it.
    return at + 3 >= len(line.words) or line.lower(at + 3) in LEADS or bool(line.gap(at + 2).strip(" -’'"))


def _is_speech(line: Line, at: int) -> bool:
    """Whether the verb introduces words: any plain verb of saying, others before "that", a quotation or a colon."""
    verb = line.lower(at)
    if verb in COUNTING:
        return _at_a_number(line, at) or any(w.lower in COUNTS for w in line.words[at + 1 : at + 1 + COUNT_WITHIN])
    if verb in PLAIN or verb in ALWAYS or at + 1 == len(line.words):
        return True
    text = line.material.text
    after = text[line.words[at].end : line.words[at].end + 2].lstrip()[:1]
    if after in {*'“"«:,'} or text[line.sentence.end - 1] == ":":
        return True
    if any(w.lower in ("that", "how", "against", "of") for w in line.words[at + 1 : at + 4]):
        return True
    return verb in ("added", "adds") and _clause_follows(line, at)


def _at_a_number(line: Line, at: int) -> bool:
    """Whether "at" and a number follow the verb: "put the dead at 40", "estimate them at about 4,000"."""
    if line.lower(at) not in AT_A_NUMBER:
        return False
    words = line.words[at + 1 : at + 1 + NUMBER_WITHIN]
    place = next((i for i, w in enumerate(words) if w.lower == "at"), len(words))
    return any(w.text[0].isdigit() for w in words[place + 1 : place + 4])


def _clause_follows(line: Line, at: int) -> bool:
    """Whether a finite verb follows before any "to": "added 30 men had died", not "added 30 men to the force"."""
    for word in line.words[at + 1 : at + 9]:
        if word.lower == "to":
            return False
        if word.lower in BE or word.lower in ("had", "has", "have", "would", "will", "could", "may"):
            return True
    return False


def _before_content(line: Line, at: int, speaker: Speaker) -> bool:
    """Whether a verb that may be a noun is one, by the words after it: "activists claim that", "analysts fear 40"."""
    after = line.lower(at + 1)
    if at == 0 or line.words[at - 1].possessive or speaker.start >= line.words[at].start:
        return False
    if _at_a_number(line, at):
        return True
    if not after:
        return line.material.text[line.sentence.end - 1] == ":"
    return line.lower(at) not in COMPOUNDED and (after in BEFORE_CONTENT or after[0].isdigit())


# ------------------------------------------------------------------------------------------------------ who says it


def _agent(line: Line, at: int, phrases: Phrases) -> Speaker | None:
    """Return who follows "by" after a passive: "was put at 57 by the ministry"."""
    if line.lower(at) not in BY_AGENT or not (line.lower(at - 1) in BE or line.lower(at - 1) == "as"):
        return None
    for index in range(at + 1, min(at + 1 + AGENT_WITHIN, len(line.words) - 1)):
        if line.lower(index) == "by":
            found = phrases.starting_at(index + 1)
            return found if found and not has_digit(found.text) else None
    return None


def _subject(line: Line, at: int, phrases: Phrases, memory: Memory) -> tuple[Speaker, bool] | None:
    """Return who does the saying at word `at` and whether the subject stands after the verb."""
    before = line.material.text[max(0, line.words[at].start - 3) : line.words[at].start]
    if after := _inverted(line, at, before, phrases):
        return after, True
    if line.lower(at).endswith("ing") and "," in before:
        return (memory.here, False) if memory.here else None  # "..., stressing that": who spoke before
    if "." in before or ";" in before:
        return None
    here = _before_auxiliaries(line, at)
    if here < 0 or at - here > MOST_SKIPPED or _passive(line, here, at):
        return None
    gap = line.gap(here)
    if "." in gap or ";" in gap:
        return None
    if line.lower(here) == "and" and (same := memory.here or _opening(line)):
        return same, False
    here = _before_occasion(line, here)
    if "," in gap and line.lower(here + 1) != "who" and (found := _before_apposition(line, here, phrases)):
        return found, False
    found = phrases.ending_at(here)
    return (found, False) if found else None


def _inverted(line: Line, at: int, before: str, phrases: Phrases) -> Speaker | None:
    """Return who follows the verb, as in “...,” said X and ", said X."."""
    verb = line.lower(at)
    if verb not in PLAIN or verb in NEVER_INVERTED or not (at == 0 or any(c in before for c in '”",»’')):
        return None
    if at + 1 < len(line.words) and line.lower(at + 1) in PRONOUNS:
        return None
    found = phrases.starting_at(at + 1, named=True)
    if found is None or before.strip()[-1:] in ("”", '"', "»"):
        return found
    # Without a quotation before it, "said Russia was" begins what is said, and "said 30 men died" does too.
    stops = line.material.text[found.end : found.end + 1] in ("", ".", ",", "\n")
    return found if stops and not has_digit(found.text) else None


def _opening(line: Line) -> Speaker | None:
    """Return the name that opens a sentence, who does what the verbs joined by "and" say."""
    start = line.sentence.start
    mention = line.material.first_name(start, start + ARTICLE_WITHIN)
    return line.material.named(mention) if mention and line.lower(0) not in LEADS else None


def _before_auxiliaries(line: Line, at: int) -> int:
    here = at - 1
    while here >= 0 and (line.lower(here) in SKIPPED or line.lower(here) == "who" or line.lower(here).endswith("ly")):
        here -= 1
    return here


def _before_occasion(line: Line, here: int) -> int:
    """Step over "on Friday" and "in a statement" between a subject and its verb."""
    at = here
    if line.lower(at) in CALENDAR:
        while at > 0 and line.lower(at) in CALENDAR | {"on", "in", "late", "early", "last", "this"}:
            at -= 1
    elif line.lower(at) in ("statement", "post", "tweet", "interview", "report", "message") and line.lower(at - 1) in (
        "a",
        "an",
    ):
        at -= 3 if line.lower(at - 2) == "in" else 0
    return at if at >= 0 else here


def _before_apposition(line: Line, here: int, phrases: Phrases) -> Speaker | None:
    """Return who stands before ", the director of Z," or ", 34, a nurse," when the verb follows the last comma."""
    for index in range(here, max(0, here - MAX_SUBJECT), -1):
        if ", " not in line.gap(index - 1):
            continue
        mention = line.material.name_ending(line.words[here].end)
        if mention and mention.start == line.words[index].start and line.material.kind(mention.actor) == PERSON:
            return line.material.named(mention)  # "the director, Jane Roe, said"
        if found := phrases.ending_at(index - 1):
            return found
    return None


def _passive(line: Line, here: int, at: int) -> bool:
    """Whether the words up to a verb make it a passive: "is estimated"; "has been warning" is none."""
    return not line.lower(at).endswith("ing") and any(line.lower(i) in BE for i in range(here + 1, at))


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
