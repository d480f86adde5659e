"""Tells whether a verb of saying tells speech where it stands, by what follows it."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.marking.lexicon import CALENDAR
from summarizer.marking.numbers.lexicon import DOZENS, SCALE_FORMS, TENS, UNITS
from summarizer.marking.speakers.cues import ADJUNCTS, ASKING, BE, DETERMINERS, LEADS, RELATIVE
from summarizer.marking.speakers.material import Line
from summarizer.marking.speakers.verb_forms import (
    ALWAYS,
    AT_A_NUMBER,
    COUNTING,
    COUNTS,
    CREDITING,
    IDIOMS,
    NAMING,
    NOUNLIKE,
    NUMBERED,
    PHRASED,
    PLAIN,
    SPEAKING_OF,
    TAKES_LIVES,
    TELLING,
    VERB_MAKES,
)

NUMBER_WITHIN = 12  # words after "estimate", "put", "credit" in which "at" or "with" and the number stand
COUNT_WITHIN = 4  # words after "put", "gave" in which the count is named
OBJECT_WITHIN = 6  # words after "acknowledged" in which its number stands
AS_WITHIN = 6  # words between "described" and "as"
THAT_WITHIN = 10  # words between a verb and its "that", who was told and when and where between them
FAR = 40  # words after a verb in which a stop is looked for
CLAUSE_WITHIN = 8  # words after a verb in which a clause without "that" shows its own verb
_HELPERS = BE | frozenset("had has have would will could can may might must should did does".split())
_NUMERALS = UNITS.keys() | TENS.keys() | SCALE_FORMS.keys() | DOZENS.keys() | {"several", "scores", "tens"}
_OF_A_NUMBER = frozenset("of at up to than the".split())
TAKES_IN = frozenset("admit admits admitted register registers registered".split())
HOUSES = frozenset(
    "hospital clinic ward centre center university school college camp prison facility facilitie".split()
)
GIVING = frozenset("give gives gave".split())
PAPERS = frozenset("reports report estimates estimate figures studies study survey surveys handbooks records".split())
PAPER_WITHIN = 4  # words before "give" in which the paper stands
HOUSE_WITHIN = 9  # words before "admitted" in which the house stands
SURE = frozenset("said says say told".split())
_OPENING = {*'“"«:,‘'}


def is_number(word: str) -> bool:
    """Whether a word in lower case is a number or begins with one: "37", "thirty-seven", "dozens"."""
    return word[:1].isdigit() or word in _NUMERALS or word.partition("-")[0] in TENS


def is_idiom(line: Line, at: int) -> bool:
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


def is_speech(line: Line, at: int) -> bool:
    """Whether the verb introduces words: any plain verb of saying, others before "that", a quotation, a number."""
    verb = line.lower(at)
    if verb in COUNTING:
        named = any(w.lower in COUNTS for w in line.words[at + 1 : at + 1 + COUNT_WITHIN])
        return named or at_a_number(line, at) or (verb in GIVING and _paper_gives(line, at))
    if verb in SPEAKING_OF:
        return line.lower(at + 1) == "of" and _number_follows(line, at)
    if verb in CREDITING:
        return _number_after(line, at, "with")
    if verb in TELLING and _is_order(line, at):
        return False
    if verb in PLAIN or verb in ALWAYS or verb in TELLING or (at + 1 == len(line.words) and verb not in PHRASED):
        return True
    if verb in PHRASED and line.material.text[line.words[at].end : line.words[at].end + 1] == ",":
        return False  # "the major points, it became clear"
    return _quotation_follows(line, at) or _content_follows(line, at)


def is_surely_speech(line: Line, at: int) -> bool:
    """Whether nothing but speech can follow, so that whoever stands before the verb speaks: "said", or "... that"."""
    verb = line.lower(at)
    return verb in SURE or (verb not in NAMING and (_quotation_follows(line, at) or _content_follows(line, at)))


def _quotation_follows(line: Line, at: int) -> bool:
    text = line.material.text
    after = text[line.words[at].end : line.words[at].end + 2].lstrip()[:1]
    return after in _OPENING or text[line.sentence.end - 1] == ":"


def _content_follows(line: Line, at: int) -> bool:
    verb = line.lower(at)
    if verb in NAMING:
        return names_a_thing(line, at)
    if verb in PHRASED:
        return line.lower(at + 1) in PHRASED[verb]
    if any(w.lower in ("that", "how", "against", "of") for w in line.words[at + 1 : at + 3]):
        return True
    if verb in NUMBERED and _number_follows(line, at):
        return not (verb in TAKES_IN and _is_house(line, at))
    return _that_follows(line, at) or (verb not in NOUNLIKE and _clause_follows(line, at))


def _paper_gives(line: Line, at: int) -> bool:
    """Whether a paper gives a number to somebody: "reports which give the group 13,000 men"."""
    return _number_follows(line, at) and any(w.lower in PAPERS for w in line.words[max(0, at - PAPER_WITHIN) : at])


def _is_house(line: Line, at: int) -> bool:
    """Whether the verb takes people in: "the hospitals of the town have admitted 40 wounded"."""
    return any(w.lower.rstrip("s") in HOUSES for w in line.words[max(0, at - HOUSE_WITHIN) : at])


def at_a_number(line: Line, at: int) -> bool:
    """Whether "at" and a number follow the verb: "put the dead at 40", "estimate them at about 4,000"."""
    if line.lower(at) not in AT_A_NUMBER:
        return False
    if line.lower(at + 1) in ("his", "her", "their", "its") and line.lower(at + 2) not in COUNTS:
        return False  # "put his tanks at 37 points"
    return _number_after(line, at, "at") or (line.lower(at) == "put" and line.lower(at + 1) == "it")


def _number_after(line: Line, at: int, preposition: str) -> bool:
    """Whether a preposition within the next words leads to a number."""
    words = line.words[at + 1 : at + 1 + NUMBER_WITHIN]
    place = next((i for i, w in enumerate(words) if w.lower == preposition), len(words))
    return any(is_number(w.lower) for w in words[place + 1 : place + 5])


def _number_follows(line: Line, at: int) -> bool:
    """Whether the object of the verb is a number: "acknowledged seven dead", "confirmed the loss of 37 men"."""
    for index in range(at + 1, min(at + 1 + OBJECT_WITHIN, len(line.words))):
        lower = line.lower(index)
        if lower in _HELPERS and line.lower(at + 2) == "what":
            continue  # "have spoken of what may be 5,000 people"
        if line.gap(index - 1).strip(" -’'“\"") or lower in RELATIVE or lower in BE:
            return False
        if is_number(lower):
            return True
        if lower in LEADS and lower not in _OF_A_NUMBER:
            return False
    return False


def names_a_thing(line: Line, at: int) -> bool:
    """Whether the verb tells what a thing is called: "what he called 37 spies", "described them as “37 boys”"."""
    if any(w.lower == "what" for w in line.words[max(0, at - 3) : at]):
        return True
    for index in range(at + 2, min(at + 2 + AS_WITHIN, len(line.words))):
        if line.gap(index - 1).strip(" -’'"):
            return False
        if line.lower(index) == "as":
            after = line.material.text[line.words[index].end : line.words[index].end + 3].strip()
            return after[:1] in _OPENING or is_number(line.lower(index + 1))
    return False


def _is_order(line: Line, at: int) -> bool:
    """Whether somebody is told to do something: "told 370 families to leave", not "told AFP the road to Goma was"."""
    for index in range(at + 1, min(at + 1 + THAT_WITHIN, len(line.words))):
        lower = line.lower(index)
        if line.gap(index - 1).strip(" -’'") or lower in _HELPERS or lower in ("that", "how", "of"):
            return False
        if lower == "to":
            after = line.words[index + 1] if index + 1 < len(line.words) else None
            return after is not None and not (after.cap or after.lower in DETERMINERS or is_number(after.lower))
    return False


def _that_follows(line: Line, at: int) -> bool:
    """Whether "that" follows after who was told, when and where: "reckoned a few years ago that"."""
    starts = line.lower(at + 1)
    if not (line.lower(at) in TELLING or starts in ADJUNCTS or starts in ("a", "some") or starts.endswith("ly")):
        return False
    for index in range(at + 1, min(at + 1 + THAT_WITHIN, len(line.words))):
        lower = line.lower(index)
        if lower == "that":
            return starts not in ("a", "some") or line.lower(index - 1) in ("ago", "earlier", "later")
        if line.gap(index - 1).strip(" -’'") or lower in _HELPERS or lower in RELATIVE or lower in VERB_MAKES:
            return False
    return False


def _clause_follows(line: Line, at: int) -> bool:
    """Whether a finite verb follows before any "to": "added 30 men had died", not "added 30 men to the force"."""
    for word in line.words[at + 1 : at + 1 + CLAUSE_WITHIN]:
        if word.lower in ("to", "for", "after", "as", "by") or word.lower in ASKING or word.lower in RELATIVE:
            return False
        if word.lower in _HELPERS:
            return True
    return False


def adjunct_end(line: Line, at: int) -> int | None:
    """Return the word after the time, place, occasion and hearers that alone follow a verb up to a stop.

    None where something else follows: "the army said on Monday 37 men had died".
    """
    words = list(_up_to_stop(line, at))
    if not words:
        return at + 1
    first = line.lower(words[0])
    beside = first in ADJUNCTS or first.endswith("ly") or line.lower(at) in TELLING or first == "it"
    if not beside:
        return None
    tail = [line.lower(i) for i in words]
    if "because" in tail:
        tail = tail[: tail.index("because")]  # "on condition of anonymity because he was not allowed to speak"
    if any(w in _HELPERS or w in VERB_MAKES or w in ("that", "how", "whether", "there") for w in tail):
        return None
    loose = [w for w in tail if is_number(w)]
    dated = any(w in CALENDAR for w in tail)
    return None if loose and not dated else words[-1] + 1


def _up_to_stop(line: Line, at: int) -> Iterator[int]:
    """Yield the words after word `at` up to the next comma, dash, quotation or the sentence's end."""
    for index in range(at + 1, min(at + FAR, len(line.words))):
        gap = line.gap(index - 1)
        if gap != " " and any(c in gap for c in ',;:–—“”"«»('):
            return
        yield index
