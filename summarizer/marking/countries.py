"""Tells a country as a scene ("in Turkey") from a country as an actor ("Turkey rejected the deal")."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.marking.lexicon import BODY_OPENERS, BODY_PARTS, DIRECTIONS, PLACE_NOUNS
from summarizer.marking.readings import COUNTRY, NATION, PEOPLE, PLACE, SEAT, Context
from summarizer.marking.runs import Run
from summarizer.models import Word

# Prepositions after which a country may act all the same.
_NOT_PLACING = frozenset("of between by".split())
_OVER = DIRECTIONS | frozenset("the neighboring neighbouring nearby war-torn all much most parts part".split())
PEOPLES = frozenset("people peoples opposition parties communities community public nation".split())
# What a town undergoes, and a government does not: "Kyiv was hit", "Kabul saw three attacks".
_BEFALLS_TOWNS = frozenset("is are was were being been saw sees seen has had".split())
LONGEST_BODY = 2  # words between a place and the body that is its own: "Gaza's civil defence agency"
_AUXILIARIES = frozenset("has had have".split())
_JOINS = frozenset({",", "and", ", and", "or", "&"})


def part_countries(
    readings: Sequence[tuple[Run, str]], context: Context, home: str | None
) -> tuple[list[tuple[Run, str]], list[tuple[Run, str]]]:
    """Part readings into countries that are scenes, with their ISO codes, and all runs that may act.

    Args:
        readings: all runs and what they name.
        context: the words and the gazetteer.
        home: the country that the article is set in; it acts only before a verb of doing or saying.
    """
    scenes: list[tuple[Run, str]] = []
    acting: list[tuple[Run, str]] = []
    for number, (run, kind) in enumerate(readings):
        if people := _people(run, kind, context):
            acting.append((people, PEOPLE))
        elif kind == NATION:
            if _is_people(run, context, home):
                acting.append((run, PEOPLE))
            elif _nation_acts(run, context):
                acting.append((run, kind))
        elif kind == SEAT:
            acting.append((run, COUNTRY))
        elif kind == COUNTRY:
            iso = context.gazetteer.country(run.text)
            if _country_acts(readings, number, context, at_home=iso == home):
                acting.append((run, kind))
            elif iso:
                scenes.append((run, iso))
        else:
            acting.append((run, kind))
    return scenes, acting


def with_seats(readings: Sequence[tuple[Run, str]], context: Context) -> list[tuple[Run, str]]:
    """Return the readings with each capital that stands for its government ("Moscow said") read as a seat.

    A place whose body acts ("Gaza's health ministry") is read as the body.
    """
    return [_acting_place(run, context) if kind == PLACE else (run, kind) for run, kind in readings]


def _acting_place(run: Run, context: Context) -> tuple[Run, str]:
    if context.gazetteer.seat(run.text) and _governs(run, context):
        return run, SEAT
    words = context.words[run.sentence]
    if not words[run.last - 1].possessive:
        return run, PLACE
    here = run.last
    while here < len(words) and here - run.last < LONGEST_BODY and words[here].lower in BODY_PARTS:
        here += 1
    if here >= len(words) or words[here].cap or words[here].text != words[here].lower:
        return run, PLACE
    body = words[here].text.capitalize()
    kind = next((kind for kind, listed in context.rules.kind_words.items() if body in listed), None)
    if kind is None:
        return run, PLACE
    end = words[here].end
    return run._replace(end=end, text=context.text[run.start : end], last=here + 1, known=None), kind


def _governs(run: Run, context: Context) -> bool:
    words = context.words[run.sentence]
    if run.last >= len(words) or (run.first and words[run.first - 1].lower in context.vocabulary.locative):
        return False
    after, gap = words[run.last], context.text[run.end : words[run.last].start]
    if words[run.last - 1].possessive:
        return after.lower in context.vocabulary.bodies
    if gap.strip():
        return False
    if after.lower in _AUXILIARIES and run.last + 1 < len(words):
        # "Moscow has shifted troops", not "Kabul has seen three attacks" or "Kyiv had been hit"
        after = words[run.last + 1]
    return after.lower in context.vocabulary.acting and after.lower not in _BEFALLS_TOWNS


def _people(run: Run, kind: str, context: Context) -> Run | None:
    """Return the name of a people or its parties: "the Iraqi people", "the people of Iraq", "Syrian opposition"."""
    words = context.words[run.sentence]
    if kind == NATION and run.last < len(words):
        noun = words[run.last]
        if noun.lower in PEOPLES and not context.text[run.end : noun.start].strip():
            return run._replace(end=noun.end, text=context.text[run.start : noun.end], last=run.last + 1)
    if (
        kind == COUNTRY
        and run.first > 1
        and words[run.first - 1].lower == "of"
        and words[run.first - 2].lower == "people"
    ):
        start = words[run.first - 2].start
        return run._replace(start=start, text=context.text[start : run.end], first=run.first - 2)
    return None


def _is_people(run: Run, context: Context, home: str | None) -> bool:
    """Whether a nationality names people and no state: "Syrians" in Syria; abroad "the Russians" are their state."""
    if not run.text.endswith("s") or run.text.endswith("ss"):
        return False
    iso = context.gazetteer.demonym(run.text)
    return iso == home and run.text != context.gazetteer.adjective(iso or "")


def _nation_acts(run: Run, context: Context) -> bool:
    """Whether a nationality stands for its state: "Russian airstrikes", "the Russians", not "Russian tea"."""
    words = context.words[run.sentence]
    after = words[run.last] if run.last < len(words) else None
    plural = run.text.endswith("s") and not run.text.endswith("ss")
    if plural:
        return True
    adjoining = after is not None and not context.text[run.end : after.start].strip(" -\n")
    if adjoining and after and not after.cap and after.lower not in ("and", "or"):
        return after.lower in context.vocabulary.state_nouns or _stands_alone(run, after, context)
    before = words[run.first - 1].lower if run.first else ""
    return before == "the" and not (after and after.cap and adjoining)


def _stands_alone(run: Run, after: Word, context: Context) -> bool:
    """Whether "the French" are followed by what they do, and describe nothing."""
    the = run.first > 0 and context.words[run.sentence][run.first - 1].lower == "the"
    return the and (after.lower in context.vocabulary.acting or after.lower in _AUXILIARIES | {"are", "have", "do"})


def _country_acts(readings: Sequence[tuple[Run, str]], number: int, context: Context, *, at_home: bool) -> bool:
    run = readings[number][0]
    words = context.words[run.sentence]
    after = words[run.last] if run.last < len(words) else None
    adjoining = after is not None and not context.text[run.end : after.start].strip(" \n\u2019'sS-")
    does = bool(adjoining and after and after.lower in context.vocabulary.acting)
    if _is_placed(readings, number, context):
        return False
    if at_home:
        parts = context.vocabulary.state_nouns | (BODY_OPENERS if words[run.last - 1].possessive else frozenset())
        opens = run.initial and not adjoining  # "Ukraine, by his reckoning, has sent ..."
        return does or opens or bool(adjoining and after and after.lower in parts)
    if adjoining and after and words[run.last - 1].possessive:
        return after.lower in context.vocabulary.state_nouns or after.lower not in PLACE_NOUNS
    return not (adjoining and after and (after.lower in PLACE_NOUNS or after.lower in ("border", "side")))


def _is_placed(readings: Sequence[tuple[Run, str]], number: int, context: Context) -> bool:
    """Whether a preposition of place leads to the country, over "northern" and over the first of "Iraq and Jordan"."""
    run = readings[number][0]
    words = context.words[run.sentence]
    if number:
        before = readings[number - 1][0]
        gap = context.text[before.end : run.start].strip()
        if before.sentence == run.sentence and gap in _JOINS and readings[number - 1][1] in (COUNTRY, "place"):
            return readings[number - 1][1] == "place" or _is_placed(readings, number - 1, context)
    here = run.first - 1
    while here >= 0 and words[here].lower in _OVER:
        here -= 1
    if here < 0:
        return False
    if words[here].lower == "of":
        if here and words[here - 1].lower in context.vocabulary.bodies:
            return False
        return _of_a_place(words, here) or here + 1 < run.first - 1
    return words[here].lower in context.vocabulary.locative - _NOT_PLACING


def _of_a_place(words: Sequence[Word], at: int) -> bool:
    before = words[at - 1].lower if at else ""
    return (
        before in PLACE_NOUNS
        or before in DIRECTIONS
        or before in ("borders", "third", "half", "rest", "swathes", "territory")
    )
