"""Reads whom or what a sentence is about, by its subject, for the pronouns of the next one."""

from __future__ import annotations

from summarizer.marking.speakers.cues import BE, DETERMINERS, GENDERS, LEADS, RELATIVE, STOPS
from summarizer.marking.speakers.material import PERSON, Line, Speaker
from summarizer.marking.speakers.speech import is_number
from summarizer.marking.speakers.verb_forms import VERB_MAKES
from summarizer.models import Name

LEADING = 6  # words of a sentence within which a person is its subject
FRONT = 12  # words of "On Tuesday in the market," before a subject
LONGEST_FRONT = 100  # characters of such a front with a dateline
LONGEST_SUBJECT = 7  # words between the article of a described subject and its noun
LONGEST_TAIL = 8  # words of "of the 80th brigade" behind that noun
DASHES = ("—", "–", " - ", " -- ")
_FRONTED = LEADS | {
    "after",
    "before",
    "during",
    "since",
    "when",
    "as",
    "while",
    "one",
    "another",
    "some",
    "inside",
    "outside",
}
_LEADING_ON = _FRONTED | STOPS | {"off", "near", "under"}
_VERBS = BE | VERB_MAKES.keys() | RELATIVE | {"has", "have", "had", "will", "would", "can", "could", "may"}


def leading_person(line: Line, before: int, genders: dict[int, str]) -> Speaker | None:
    """Return the named person who is the subject of a sentence, as far as it stands before a position."""
    name = line.material.first_name(line.sentence.start, before)
    if name is None or line.material.kind(name.actor) != PERSON or after_article(line, name):
        return None
    at = next((i for i, w in enumerate(line.words[: LEADING + 1]) if w.start >= name.start), None)
    if at is None or line.lower(at - 1) in LEADS or _possessive(line, name):
        return None
    if gender := GENDERS.get(line.lower(at - 1)):
        genders.setdefault(name.actor, gender)
    return line.material.named(name)


def after_article(line: Line, name: Name) -> bool:
    """Whether "the" stands right before a name of several words, which is then hardly a person's."""
    text = line.material.text
    return text[max(0, name.start - 4) : name.start].lower() == "the " and " " in text[name.start : name.end]


def _possessive(line: Line, name: Name) -> bool:
    return line.material.text[name.end : name.end + 2] in ("'s", "’s")


def leading_body(line: Line, before: int) -> Speaker | None:
    """Return the named body that opens a sentence, after "the" at most."""
    first = 1 if line.lower(0) == "the" else 0
    if first >= len(line.words) or line.words[first].start >= before:
        return None
    name = line.material.first_name(line.words[first].start, line.words[first].end)
    if name is None or _possessive(line, name):
        return None
    body = line.material.kind(name.actor) != PERSON or after_article(line, name)
    return line.material.named(name) if body else None


def leading_description(line: Line, before: int) -> Speaker | None:
    """Return the described subject of a sentence before a position: "The deserter", "A 26-year-old sergeant of the X".

    Numbers of people are no one's description: "Another 40 people were hurt, they said" has its speaker elsewhere.
    """
    begin = _after_front(line)
    if begin < len(line.words) and line.lower(begin) in DETERMINERS:
        begin += 1
    noun = _noun(line, begin)
    if noun is None or line.words[noun].start >= before:
        return None
    last = _tail(line, noun)
    name = line.material.first_name(line.words[noun].end, line.words[noun].end + 3)
    if name is not None and line.material.kind(name.actor) == PERSON and name.start < before:
        return line.material.named(name)  # "an old woman, Zina Petrovna,"
    start, end = line.words[begin].start, line.words[last].end
    return Speaker(line.material.text[start:end], start, end)


def _after_front(line: Line) -> int:
    """Return the word after "On Tuesday,", "One of them," and the dateline."""
    fronted = line.lower(0) in _FRONTED
    start = line.sentence.start
    if not fronted and not any(dash in line.material.text[start : start + LONGEST_FRONT] for dash in DASHES):
        return 0
    for index in range(1, min(FRONT, len(line.words))):
        gap = line.gap(index - 1)
        if any(dash in gap for dash in DASHES):
            return index  # "MAE SOT, Thailand — The deserter"
        if fronted and ("," in gap or _begins(line, index)):
            return index
    return 0


def _begins(line: Line, at: int) -> bool:
    """Whether a noun phrase of its own begins at word `at`: "In a basement off the square an old woman"."""
    return line.lower(at) in ("a", "an", "the") and line.lower(at - 1) not in _LEADING_ON


def _noun(line: Line, begin: int) -> int | None:
    """Return the noun of the phrase that begins at word `begin`, where it is one that speaks."""
    for index in range(begin, min(begin + LONGEST_SUBJECT, len(line.words))):
        word = line.words[index]
        stops = is_number(word.lower) and not line.gap(index).startswith("-") if index + 1 < len(line.words) else False
        if stops and "-" not in word.text:
            return None
        thing = index > 0 and index == begin and line.lower(index - 1) in DETERMINERS  # "the report", not "they report"
        if (word.possessive and index > begin) or word.lower in LEADS | STOPS or (word.lower in _VERBS and not thing):
            return None
        if index > begin and line.gap(index - 1).strip(" -’'"):
            return None
        speaks = word.lower in line.material.speaking and not word.possessive
        goes_on = index + 1 < len(line.words) and line.gap(index) == " " and _speaks(line, index + 1)
        if speaks and not goes_on:
            return index
    return None


def _speaks(line: Line, at: int) -> bool:
    lower = line.lower(at)
    return lower not in VERB_MAKES and lower in line.material.speaking


def _tail(line: Line, noun: int) -> int:
    """Return the last word of what belongs to a noun ("of the 80th brigade"), the noun itself where that is unclear."""
    if line.lower(noun + 1) not in LEADS:
        return noun
    for index in range(noun + 1, min(noun + 1 + LONGEST_TAIL, len(line.words))):
        if line.gap(index - 1).strip(" -’'") or line.lower(index) in _VERBS or line.lower(index) in STOPS:
            return index - 1
    return noun
