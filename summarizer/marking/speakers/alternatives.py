"""Hears who sets out possibilities: "The ministry sees two ways." and then "Either the river falls, or ...".

No verb of saying stands there, but what the next sentences tell one by one is what somebody was just said to see.
"""

from __future__ import annotations

from summarizer.marking.speakers.material import Event, Line
from summarizer.marking.speakers.memory import Memory
from summarizer.marking.speakers.phrases import Phrases
from summarizer.marking.speakers.subjects import subject_of

_SETS_OUT = frozenset(
    """see sees saw offer offers offered suggest suggests suggested give gives gave list lists listed outline outlines
    outlined cite cites cited consider considers considered identify identifies identified describe describes described
    envisage envisages envisaged propose proposes proposed present presents presented mention mentions mentioned name
    names named foresee foresees foresaw imagine imagines imagined""".split()
)
_MANY = frozenset("two three four five several various some many both these following 2 3 4 5 multiple".split())
_POSSIBILITIES = frozenset(
    """ways possibilities scenarios explanations reasons options theories causes hypotheses outcomes routes factors
    motives paths alternatives answers solutions choices""".split()
)
_FIRST = frozenset("either one first firstly".split())
_NEXT = frozenset("or another second secondly third thirdly fourth alternatively finally lastly also".split())
_PREPOSITIONS = frozenset("in under by on with".split())
_ORDER = frozenset("first second third fourth other last one".split())
COUNT_WITHIN = 3  # words from the verb to "two": "sees at least two"
NOUN_WITHIN = 4  # words from there to "ways": "two equally likely ways"


def setting_out(line: Line, phrases: Phrases, memory: Memory) -> Event | None:
    """Return who sets out several possibilities in a sentence, None where nobody does."""
    for at, word in enumerate(line.words):
        if word.lower not in _SETS_OUT or not _of_several(line, at):
            continue
        found = subject_of(line, at, phrases, memory)
        if found is not None and not found[1]:
            return Event(line.sentence.start, line.sentence.end, found[0], "stated", at)
    return None


def is_first(line: Line) -> bool:
    """Whether a sentence begins to tell such possibilities: "Either ...", "One is that ...", "In the first ..."."""
    first, second = _opening(line)
    return first in _FIRST or (first == "the" and second in ("first", "one"))


def is_next(line: Line) -> bool:
    """Whether a sentence goes on with them: "Or ...", "Another ...", "The second ..."."""
    first, second = _opening(line)
    return first in _NEXT or (first in ("the", "a") and second in _ORDER)


def _opening(line: Line) -> tuple[str, str]:
    """Return the first two words in lower case, without a preposition before them."""
    first = 1 if line.lower(0) in _PREPOSITIONS else 0
    return line.lower(first), line.lower(first + 1)


def _of_several(line: Line, at: int) -> bool:
    words = [w.lower for w in line.words[at + 1 : at + 2 + COUNT_WITHIN + NOUN_WITHIN]]
    many = next((n for n, word in enumerate(words[:COUNT_WITHIN]) if word in _MANY), None)
    return many is not None and not _POSSIBILITIES.isdisjoint(words[many + 1 : many + 1 + NOUN_WITHIN])
