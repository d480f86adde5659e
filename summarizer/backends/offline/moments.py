"""Decides when a figure holds: the date of its own clause, the day of writing, or the day that a telling is set on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from summarizer.backends.offline.reading import Figure, Reading
from summarizer.backends.offline.scenes import Found
from summarizer.backends.offline.tenses import (
    HAD,
    OBJECT_REACH,
    RELATIVES,
    STATIVE_PAST,
    first_verb,
    leads,
    verb_before,
)
from summarizer.late_patterns import late_pattern
from summarizer.models import Time, Word
from summarizer.periods import period
from summarizer.tags import PUBLISHED

# How far a telling reaches on from the sentence that dates it: in its paragraph, and where words tie it to that
# sentence.
SENTENCES_ON = 2
SENTENCES_TIED = 4
# How far the verb of a figure may stand from it, in words.
REACH_AFTER, REACH_BEFORE = 7, 9
# A dated sentence sets the scene for those after it when its date is a day, or a night of two: no year does.
LONGEST_DAY = 2

_NOW = re.compile(
    r"\b(?:now|still|currently|presently|nowadays|so far|to date|until now|up to now|as yet|already|these days"
    r"|at present"
    r"|at the moment|at this (?:time|point|stage)|as of (?:now|today)|to this day|thus far|by now)\b",
    re.IGNORECASE,
)
_NOT_NOW = late_pattern(r"\b(?:until|by|then|from|for|right|just|even) (?:now|then)\b|\bthen[ -]\Z", re.IGNORECASE)
# Before a date: what is counted is not of that day but before it, or began then.
_HOURS = r"(?!\s(?:dawn|daybreak|sunrise|midnight|noon|midday|dusk|dark|nightfall|sunset))"
_BEFORE_IT = re.compile(rf"\b(?:before|prior to|ahead of|until|till)\b{_HOURS}[^,;.\n]{{0,60}}\Z", re.IGNORECASE)
_SINCE_THEN = re.compile(
    r"\b(?:since\b(?!\s+(?:then|the|early|late|mid|last)?\s*\Z)[^,;.\n]{2,60}\Z|(?:which|who|whose|where"
    r"|that)\b[^,;.\n]{0,60}?\b(?:began|begun|started|broke out|erupted|founded|established"
    r"|formed|created|adopted|signed|announced|took office|took power|took over|came to power|coming to power|beginning"
    r"|start|outbreak|onset|pledged|joined|fell|ended|collapsed|independence)\b[^,;.\n]{0,30}\Z)",
    re.IGNORECASE,
)
_SINCE_EVENT = re.compile(r"\bsince\b(?!\s+then\b)[^,;.\n]{0,60}\Z", re.IGNORECASE)
_SUBORDINATE = re.compile(
    rf"\b(?:(?:after|before|until){_HOURS}|since|when"
    r"|because|which|who|whose|whom|where|while)\b[^,;.\n]{0,80}\Z",
    re.IGNORECASE,
)
# What these go with is over, at a time that is not told.
_ONCE = re.compile(
    r"\b(?:(?:some|a few|several|many|a couple of|\w{3,9}) (?:years?|months?|decades?) (?:ago|earlier|before)|once"
    r"|formerly"
    r"|previously|originally|initially|at the time|back then|in those days|used to|at (?:its|their|the) (?:peak"
    r"|height|zenith)"
    r"|in (?:its|their) heyday|years ago|long ago|at one (?:point|time|stage)|at first|until recently|no longer)\b",
    re.IGNORECASE,
)
_BACK_WINDOW = 100
# No clause reaches further from its figure, in characters; sentences may run on for pages in texts that are none.
_LONGEST = 500
_MOST_WORDS = 100
# The date of a telling, which holds where the event's own is not told: "said on Tuesday that", "told me last week".
_TOLD = re.compile(
    r"\b(?:said|says|told(?: \w+)?|announced|reported|stated|claimed|confirmed|added|declared|warned|wrote"
    r"|acknowledged)"
    r"(?: (?:on|in|late|early|earlier|the|a|statement))*\s\Z",
    re.IGNORECASE,
)
_TOLD_REACH = 40
_SIGNS = (";", " but ", " while ", " whereas ", " though ", "“", "”")
_FAR = 200
_ELSEWHERE = "date elsewhere in the sentence"
_MORE = frozenset("another others further more also additional".split())
_POINTS = frozenset("these those this such same".split())
_DEFINITE = frozenset("the those these this that its their his her".split())
_SHORTEST_NOUN = 4
_EMPTY = frozenset(
    """area people city town village region place government army group forces country state district authorities
    official officials spokesman spokesperson statement report ministry military number same other first last next time
    day week""".split()
)


def time_of(figure: Figure, reading: Reading, *, event: bool) -> Found:
    """Return the date of a figure: of its clause, of the writing where it speaks of now, or of the telling before."""
    dated = reading.marked.article.published is not None
    own = _in_sentence(figure, reading)
    if own is not None:
        now = dated and own.rule == _ELSEWHERE and _now_beside(figure, reading)
        return Found(PUBLISHED, "present tense") if now else own
    if _over(figure, reading):
        return Found(None, "of a time that is over and not told")
    if dated and is_present(figure, reading):
        return Found(PUBLISHED, "present tense")
    lead = reading.lead_in(figure.sentence)
    if lead is not None:
        start = reading.sentences[lead - 1 if reading.same_paragraph(lead, lead - 1) else lead].start
        times = reading.times_in(start, reading.sentences[lead].end)
        return Found(reading.time_tag(times[-1]), "date in the list's lead-in") if times else Found(None, "no date")
    told = _told_on(figure, reading, event=event)
    if told is not None:
        return told
    if dated and _reported_state(figure, reading, event=event):
        return Found(PUBLISHED, "reported as the state of things?")
    return Found(None, "no date")


def _over(figure: Figure, reading: Reading) -> bool:
    """Return whether a figure is of a time before the one that its sentence names, or of one only said to be over."""
    start, end = _around(figure, reading)
    for time in reading.times_in(start, end):
        if _BEFORE_IT.search(reading.text, max(start, time.start - _BACK_WINDOW), time.start):
            return True
    found = _ONCE.search(reading.text, start, end)
    return (
        found is not None
        and ";" not in reading.text[min(found.end(), figure.quantity.start) : max(found.start(), figure.quantity.end)]
    )


def is_present(figure: Figure, reading: Reading) -> bool:
    """Whether a figure speaks of the time of writing: its verb is in the present, or "now" or the like goes with it."""
    words = reading.words[figure.sentence]
    before, near = verb_before(words[max(0, figure.first - REACH_BEFORE) : figure.first])
    # "captured 12 soldiers, who are still held" is of the day that they were captured on.
    if _now_beside(figure, reading, only_before=near and not before):
        return True
    if near:
        return before or False
    after = words[max(figure.counted_last, figure.last) :][:REACH_AFTER]
    # What is said of the counted in a relative clause has a tense of its own: "sheltering 900 people who fled".
    verb = None if after and after[0].lower in RELATIVES else first_verb(after)
    if verb is not None:
        return verb
    return before or False


# -------------------------------------------------------------------------------------------------- in its own sentence


def _in_sentence(figure: Figure, reading: Reading) -> Found | None:
    """Return the date that goes with a figure in its sentence, None where none of them does."""
    start, end = _around(figure, reading)
    usable = [time for time in reading.times_in(start, end) if not _of_something_else(time, start, figure, reading)]
    if not usable:
        return None
    best = min(usable, key=lambda time: _distance(time, figure, reading))
    first, last = _clause(figure, reading)
    return Found(reading.time_tag(best), "date in the sentence" if first <= best.start < last else _ELSEWHERE)


def _of_something_else(time: Time, start: int, figure: Figure, reading: Reading) -> bool:
    """Return whether a date says when something began or what was before, not when the figure holds."""
    before = reading.text[max(start, time.start - _BACK_WINDOW) : time.start]
    if _BEFORE_IT.search(before):
        return True
    since = _SINCE_THEN.search(before)
    if since is None:
        return False
    clause = max(start, time.start - _BACK_WINDOW) + since.start()
    return not clause <= figure.quantity.start <= time.start


def _distance(time: Time, figure: Figure, reading: Reading) -> float:
    distance = (
        time.start - figure.quantity.end if time.start >= figure.quantity.end else figure.quantity.start - time.end
    )
    between = reading.text[min(time.end, figure.quantity.end) : max(time.start, figure.quantity.start)]
    told = _TOLD.search(reading.text, max(0, time.start - _TOLD_REACH), time.start) is not None
    return distance + (_FAR if any(sign in between for sign in _SIGNS) else 0) + (_FAR if told else 0)


def _clause(figure: Figure, reading: Reading) -> tuple[int, int]:
    """Return where the stretch of the sentence begins and ends that no sign or "but" parts from a figure."""
    start, end = _around(figure, reading)
    first = max(reading.text.rfind(sign, start, figure.quantity.start) for sign in _SIGNS)
    ends = (reading.text.find(sign, figure.quantity.end, end) for sign in _SIGNS)
    return max(first, start), min((at for at in ends if at >= 0), default=end)


def _around(figure: Figure, reading: Reading) -> tuple[int, int]:
    """Return the sentence of a figure, or as much of one without end as any writer would write."""
    sentence = reading.sentences[figure.sentence]
    return max(sentence.start, figure.quantity.start - _LONGEST), min(sentence.end, figure.quantity.end + _LONGEST)


# ---------------------------------------------------------------------------------------------------------- the tenses


def _now_beside(figure: Figure, reading: Reading, *, only_before: bool = False) -> bool:
    """Return whether "now", "still", "so far" or the like stands in the clause of a figure."""
    start, end = _clause(figure, reading)
    last = figure.quantity.start if only_before else end
    return any(
        not _NOT_NOW.search(reading.text, max(start, found.start() - 8), found.end())
        for found in _NOW.finditer(reading.text, start, last)
    )


def _reported_state(figure: Figure, reading: Reading, *, event: bool) -> bool:
    """Return whether somebody is quoted on how things stand: "said 7,000 soldiers were deployed there".

    English moves the tense of what is said back by one step, so that "were" is the speaker's "are".
    """
    start, end = _around(figure, reading)
    if not reading.voices_at(figure.quantity.start) or _quoted(
        reading.text[start : figure.quantity.start], reading.text[figure.quantity.end : end]
    ):
        return False
    words = reading.words[figure.sentence]
    if event:
        near = words[max(0, figure.first - OBJECT_REACH) : figure.first]
        return any(word.lower in HAD and leads(near[at + 1 :]) for at, word in enumerate(near))
    after = [word.lower for word in words[max(figure.counted_last, figure.last) :][:REACH_AFTER]]
    before = [word.lower for word in words[max(0, figure.first - REACH_BEFORE) : figure.first]]
    return any(word in STATIVE_PAST for word in (*after, *before))


def _quoted(before: str, after: str) -> bool:
    """Return whether a figure stands in direct speech, where tenses are the speaker's own."""
    if any(sign in before or sign in after for sign in "“”"):
        return before.rfind("“") > before.rfind("”") or ("”" in after and "“" not in after[: after.find("”")])
    return before.count('"') % 2 == 1 or after.count('"') % 2 == 1


# ---------------------------------------------------------------------------------------------------- the telling
# goes on


def _told_on(figure: Figure, reading: Reading, *, event: bool) -> Found | None:
    """Return the date of the sentence before that the telling goes on from.

    In a paragraph, an event is told on from the day of the sentence before it. Further on, and over the end of a
    paragraph, words must tie it to the dated sentence: "another 42", or a thing named there ("the camp") named again.
    """
    words = reading.words[figure.sentence]
    for back in range(1, SENTENCES_TIED + 1):
        number = figure.sentence - back
        if number < 0 or reading.sentences[number].heading:
            return None
        before = reading.sentences[number]
        times = reading.times_in(before.start, before.end)
        if not times:
            continue
        together = reading.same_paragraph(number, figure.sentence)
        if together and any(w.lower in _POINTS for w in words[:12]):
            return Found(reading.time_tag(times[-1]), "date in the sentence before")
        main = [time for time in times if not _aside(time, before.start, reading)]
        if not event:
            return None
        tied = _tied(figure, words, reading.words[number])
        if together and back <= SENTENCES_ON and (main or tied):
            return Found(reading.time_tag((main or times)[-1]), "date that the telling began with?")
        if main and tied and _is_day(main[-1]):
            return Found(reading.time_tag(main[-1]), "date of what is told on?")
        return None
    return None


def _aside(time: Time, start: int, reading: Reading) -> bool:
    """Return whether a date stands in a clause that tells of something earlier: "after he fled last month"."""
    before = reading.text[max(start, time.start - _BACK_WINDOW) : time.start]
    return bool(_BEFORE_IT.search(before) or _SINCE_THEN.search(before) or _SINCE_EVENT.search(before)) or bool(
        _SUBORDINATE.search(before)
    )


def _is_day(time: Time) -> bool:
    first, last = period(time.value)
    return (last - first).days < LONGEST_DAY


def _tied(figure: Figure, words: Sequence[Word], dated: Sequence[Word]) -> bool:
    """Return whether a sentence goes on from a dated one: "another 42", "the camp" where that named a camp."""
    near = words[max(0, figure.first - 2) : figure.counted_last + 1]
    if any(word.lower in _MORE for word in near):
        return True
    named = {word.lower for word in dated[:_MOST_WORDS]}
    return any(
        one.lower in _DEFINITE
        and len(two.lower) >= _SHORTEST_NOUN
        and two.lower in named
        and two.lower not in _EMPTY
        and not two.cap
        for one, two in pairwise(words[:_MOST_WORDS])
    )
