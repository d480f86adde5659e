"""How names sound: one key for spellings that romanisation lets differ.

Transliterations level some sounds and not others: Qadhafi and Gaddafi, Kyiv and Kiev, Zelensky and Zelenskyy.
"""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer import folding

# Letters that are left of a name without its article, if it can be told by them.
_LONG_REST = 4
_SOUNDS = {
    "sch": "S", "sh": "S", "tch": "C", "ch": "C", "zh": "j", "dj": "j", "kh": "h", "gh": "k", "ck": "k", "ph": "f",
    "dh": "d", "th": "t", "ou": "u", "oo": "u", "ee": "i", "x": "ks", "q": "k", "g": "k", "c": "k", "e": "i",
    "y": "i", "o": "u", "w": "u",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_DOUBLED = re.compile(r"(.)\1+")
_FINAL_A = re.compile(r"(?:[aei]h|(?<=[^aeiou])e)$")
_VOWELS = re.compile("[aiu]")  # all that a sound has
_ENOUGH_CONSONANTS = 4
_SOFT_C = re.compile(r"c(?=[eiy])")

# Names come back in article after article: each is folded once.
fold = lru_cache(maxsize=200_000)(folding.fold)
fold_place = lru_cache(maxsize=200_000)(folding.fold_place)


@lru_cache(maxsize=200_000)
def sound(key: str) -> str:
    """Return what a folded word or name sounds like, roughly: one letter for each group of letters mixed up."""
    key = _FINAL_A.sub("a", _SOFT_C.sub("s", key.replace(" ", "")))
    if key.startswith("w"):
        key = "v" + key[1:]
    heard = _DOUBLED.sub(r"\1", _SOUND.sub(lambda m: _SOUNDS[m[0]], key))
    # Kharkov is Kharkiv, Chernigov Chernihiv.
    return heard[:-2] + "iv" if heard.endswith("uv") else heard


@lru_cache(maxsize=200_000)
def place_sounds(name: str) -> tuple[str, ...]:
    """Return the sounds a place name may have.

    As it stands; without an article written in one with it (Albukamal); with Bu for Abu; with -i for -e (Kobane).
    """
    key = fold_place(name)
    rest = key[2:]
    forms = [key]
    if len(rest) >= _LONG_REST:
        if key[:2] in ("al", "el") and rest[0] not in "aeiou":
            forms.append(rest)
        if key.startswith("abu"):
            forms.append(key[1:])
        if key.endswith("e"):
            forms.append(key[:-1] + "i")
    return tuple(dict.fromkeys(map(sound, forms)))


def place_consonants(name: str) -> tuple[str, ...]:
    """Return the consonants of each sound that a place name may have, where they are enough to tell it by."""
    found = (_VOWELS.sub("", heard) for heard in place_sounds(name))
    return tuple(dict.fromkeys(left for left in found if len(left) >= _ENOUGH_CONSONANTS))
