"""Says whether a day or month that is given without its year is still to come, by the verbs of its sentence."""

from __future__ import annotations

import re
from typing import Literal

from summarizer.late_patterns import late_pattern
from summarizer.marking.times.arithmetic import Side

Tense = Literal["past", "future"]

# How far a verb may stand from the time it goes with, in characters: about fifteen words.
_REACH = 100
_STOP = re.compile(r"[.!?;:]\s|\n")
_WILL = r"will|shall|would|['’]ll|won['’]t|(?:is|are) (?:to|due|set|expected)|(?:has|have) to(?= )"
_WILL_AFTER = re.compile(rf"(?<!\w)(?:{_WILL})(?!\w)", re.IGNORECASE)
_WILL_BEFORE = re.compile(
    rf"(?<!\w)(?:{_WILL}|must|to be|(?<!than )(?<!as )expected|due|scheduled|planned|plans? to|slated|set (?:to|for)|"
    r"hopes? to|intends? to|aims? to|deadline|(?:has|have) to|(?:is|are) to|ahead of \Z)(?!\w)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?<!\w)(?:said|told|says|was|were|had|did|began|took|went|came|made|held|left|(?<!be )(?:announced|reported|"
    r"added|confirmed|warned|stated|claimed|declared))(?!\w)",
    re.IGNORECASE,
)
_PAST_AFTER = re.compile(
    r"(?<![-\w])[a-z]{2,20}ed (?:to|that|by|in|on|at|the|an?|its|their|his|her|from|with|more|and)(?!\w)"
)
_OPENS = re.compile(r"\W*(?:(?:And|But|Then|So|In|At|From)\s[^,]{0,30})?(?:\w{1,12}\s)?\Z")
"""What may stand before a time that opens its sentence: nothing, "On", "But by", "In Geneva on"."""
_DONE = late_pattern(r"(?<!\w)(?:had|was|were)(?!\w)", re.IGNORECASE)


def side_of(text: str, start: int, end: int, lead: str) -> Side:
    """Return "future" where the words around `text[start:end]` put it ahead of publication, else "past"."""
    return "future" if tense_of(text, start, end, lead) == "future" else "past"


def tense_of(text: str, start: int, end: int, lead: str) -> Tense | None:
    """Return the tense that the words around `text[start:end]` put it in, None where they do not say.

    `lead` is the word before it. "by" and "until" look ahead unless the sentence tells of what was; else the nearest
    verb before decides ("will meet on Monday", but not "will be hard, he said on Monday"), or the first one after a
    time that opens its sentence ("On Monday the council will vote").
    """
    before = text[max(0, start - _REACH) : start]
    before = before[_last_end(_STOP, before) :]
    after = text[end : end + _REACH]
    stop = _STOP.search(after)
    after = after[: stop.start()] if stop else after
    if lead in ("by", "until", "till") and not _DONE.search(before) and not _DONE.search(after):
        return "future"
    future, past = _last_end(_WILL_BEFORE, before), _last_end(_PAST, before)
    if future or past:
        return "future" if future > past else "past"
    if not _OPENS.match(before):
        return None
    ahead = _WILL_AFTER.search(after)
    told = [match.start() for pattern in (_PAST, _PAST_AFTER) if (match := pattern.search(after))]
    if ahead and not any(place < ahead.start() for place in told):
        return "future"
    return "past" if told else None


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=0)
