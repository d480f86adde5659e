"""How near the spellings of two names are, beyond what romanisation lets differ (see sounding.py).

`skeleton` keeps the consonants of a sound and is what names are blocked by, so that no name is ever compared with all
others.
"""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.schema import words
from summarizer.sounding import fold, sound

ALIKE = 85.0
"""Least `fuzz.ratio` of two sounds with one skeleton. Niger and Nigeria reach 83, Baghouz and Baguoz 100."""

ALIKE_SHORT = 90.0
"""The same for skeletons of fewer than three consonants, where chance is likelier. Mali and Malia reach 89."""

ALIKE_GIVEN = 90.0
"""The same for given names: Jamal and Jamil reach 80 and are two. Ahmed and Ahmad are one by their sounds."""

_SHORT_SKELETON = 3
_QUIET = str.maketrans(dict.fromkeys("aiuh"))

PARTICLES = frozenset(
    words(
        "al el il ul as ash ad at ar an az es ez bin ibn ben bint van von der den de da del della di do dos du la le y"
    )
)
TITLES = frozenset(
    words(
        "mr mrs ms miss dr prof professor sir dame lord lady gen general col colonel lt lieutenant maj major "
        "capt captain sgt sergeant brig brigadier adm admiral president vice prime minister secretary senator governor "
        "mayor king queen prince princess sheikh shaykh sheik imam mullah ayatollah pope bishop"
    )
)
_LITTLE = frozenset(words("of the and for in to a an"))
_SERVANT = re.compile(r"^abd[aeou](?:l|r(?=r)|s(?=s))?(?=[a-z]{3})")
_SERVANTS = frozenset(words("abd abdul abdel abdal abdol abdur abdus"))
_FATHERS = frozenset(words("abu abou umm"))


@lru_cache(maxsize=200_000)
def skeleton(heard: str) -> str:
    """Return the consonants of a sound; the sound itself where it has none."""
    return heard.translate(_QUIET) or heard


def alike(one: str, other: str, least: float = ALIKE) -> bool:
    """Whether two sounds may be one name: equal, or of one skeleton and near each other."""
    if one == other:
        return True
    bones = skeleton(one)
    if bones != skeleton(other):
        return False
    from rapidfuzz import fuzz  # imported late: a run without --brief never needs it

    return bool(fuzz.ratio(one, other) >= (least if len(bones) >= _SHORT_SKELETON else max(least, ALIKE_SHORT)))


@lru_cache(maxsize=200_000)
def person_words(name: str) -> tuple[str, ...]:
    """Return the words of a person's name that tell persons apart: no titles, no particles, "Abdel X" as one word."""
    given = fold(name).split()
    while len(given) > 1 and given[0] in TITLES:
        del given[0]
    kept: list[str] = []
    held = ""
    for index, word in enumerate(given):
        last = index == len(given) - 1
        if word in PARTICLES and not last:
            continue
        if not last and (word in _SERVANTS or word in _FATHERS):
            held = "abd" if word in _SERVANTS else "abu"
            continue
        kept.append(held + word if held else _SERVANT.sub("abd", word))
        held = ""
    return tuple(kept)


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names (see `person_words`) may be one person's: family name, given name and what is between.

    A middle name that only one of them has is a doubt, and a given name spelt otherwise is another: with both, a father
    and a son are as likely.
    """
    if len(one) < 2 or len(other) < 2 or not _same_given(one[0], other[0]):
        return False
    if not (alike(sound(one[-1]), sound(other[-1])) or _e_apart(one[-1], other[-1])):
        return False
    fewer, more = sorted((one[1:-1], other[1:-1]), key=len)
    if fewer:
        return len(fewer) == len(more) and all(map(_same_given, fewer, more))
    return not more or one[0] == other[0]


def _same_given(one: str, other: str) -> bool:
    """Whether two given names are one: alike, an initial of the other, or an "e" away, which may stand for a or i."""
    return alike(sound(one), sound(other), ALIKE_GIVEN) or _initial(one, other) or _e_apart(one, other)


def _e_apart(one: str, other: str) -> bool:
    return not {sound(one), sound(one.replace("e", "a"))}.isdisjoint((sound(other), sound(other.replace("e", "a"))))


def _initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]


@lru_cache(maxsize=200_000)
def group_words(name: str) -> tuple[str, ...]:
    """Return the sounds of the words of a body's name in sorted order, articles and little words left out."""
    kept = [w for w in fold(name).split() if w not in _LITTLE and w not in PARTICLES]
    return tuple(sorted(sound(w) for w in kept or fold(name).split()))


LONG_WORD = 6
"""Words of a body's name that are shorter than this must sound the same: East and West are near in letters."""


def same_group(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two bodies' names (see `group_words`) have the same words in any order, long ones but for spelling."""
    return len(one) == len(other) and all(_same_word(a, b) for a, b in zip(one, other, strict=True))


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < LONG_WORD or any(c.isdigit() for c in one + other):
        return False
    # British and American spelling differ in s and z, c and s (defence, defense).
    level = str.maketrans("z", "s")
    return alike(one.translate(level), other.translate(level), ALIKE_SHORT)


def initials(name: str) -> str:
    """Return the capitals that an abbreviation of a name would have: "Rapid Support Forces" gives "RSF"."""
    parts = re.split(r"[\s-]+", name)
    return "".join(w[0] for w in parts if w[:1].isupper() and w.lower() not in _LITTLE)


def is_acronym(form: str) -> bool:
    """Whether a form is an abbreviation in capitals."""
    bare = form.replace(".", "")
    return 2 <= len(bare) <= 6 and " " not in bare and sum(c.isupper() for c in bare) >= max(2, len(bare) - 2)
