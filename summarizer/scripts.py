"""Compares words across scripts: digits of other scripts, and names by the consonants that transliterations keep.

Transliterations of one name differ in vowels, doubled letters and in how they write what another language lacks
("Hajin", "Khadzhin"; "Deir ez-Zor", "Dayr az-Zawr"). What they keep are the consonants, in classes: that is the
skeleton. Two names with one skeleton may still be two; nothing is joined by it, it only says that a name can be read
off a text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_SCRIPTS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९")
_DIGITS = {ord(digit): str(n) for script in _SCRIPTS for n, digit in enumerate(script)}
_SIGNS = {ord("٬"): ",", ord("٫"): "."}
# Letters of other scripts by their usual romanisation; what is left out is a vowel or silent.
_CYRILLIC = {
    "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "ж": "j", "з": "z", "к": "k", "л": "l", "м": "m", "н": "n",
    "п": "p", "р": "r", "с": "s", "т": "t", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh",
}  # fmt: skip
_ARABIC = {
    "ب": "b", "پ": "p", "ت": "t", "ث": "th", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r",
    "ز": "z", "ژ": "j", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q",
    "ك": "k", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h",
}  # fmt: skip
_LETTERS = {ord(k): v for k, v in {**_CYRILLIC, **_ARABIC}.items()}
_VOWELS = {ord(c): "" for c in "аеёиіїєоуўыэюяйьъʼءآأإاىئؤيوةعۀےی"}
# The classes that transliterations confuse, longest spelling first.
_CLASSES = (
    ("dzh", "J"), ("tch", "C"), ("sch", "C"), ("dj", "J"), ("zh", "J"), ("sh", "C"), ("ch", "C"), ("kh", "H"),
    ("gh", "K"), ("th", "T"), ("dh", "T"), ("ph", "F"), ("ts", "S"), ("tz", "S"), ("q", "K"), ("k", "K"), ("g", "K"),
    ("c", "K"), ("x", "KS"), ("j", "J"), ("h", "H"), ("s", "S"), ("z", "S"), ("d", "T"), ("t", "T"), ("b", "B"),
    ("p", "B"), ("v", "F"), ("f", "F"), ("l", "L"), ("m", "M"), ("n", "N"), ("r", "R"),
)  # fmt: skip
_SOUND = re.compile("|".join(spelling for spelling, _ in _CLASSES))
_SOUNDS = dict(_CLASSES)
_WORD = re.compile(r"[^\W\d_]+")
_ARABIC_ARTICLE = re.compile("^(?:[وفبكل]{0,2}ال|لل)(?=..)")
# A skeleton of fewer consonants fits too many words.
LEAST = 2
_LEAST_PREFIX = 3
_LONGEST_NAME = 5  # words that a name may take in another script where it has fewer


def western(text: str) -> str:
    """Return a text with the digits and decimal signs of other scripts as in English; as many characters as before."""
    return text.translate(_DIGITS | _SIGNS)


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """Return the consonants of a word, or of several, in classes; empty where there are none."""
    return _squeezed("".join(_of_word(part) for part in _WORD.findall(word.lower().replace("-", " "))))


def can_be_read(name: str, text: str) -> bool:
    """Whether a name can be read off some words of a text, in whatever script they are."""
    wanted = skeleton(name)
    if len(wanted) < LEAST:
        return False
    longest = max(_LONGEST_NAME, len(_WORD.findall(name)))
    return any(_alike(wanted, found) for found in _runs(text, longest))


def _runs(text: str, longest: int) -> Iterable[str]:
    """Yield the skeletons of up to `longest` words of a text that stand together."""
    words = [s for part in _WORD.findall(text.lower()) if (s := _of_word(part))]
    for first in range(len(words)):
        for last in range(first + 1, min(first + longest, len(words)) + 1):
            yield _squeezed("".join(words[first:last]))


def _alike(a: str, b: str) -> bool:
    """Whether two skeletons are one, or one is the other with an ending: "Syrian" and "сирийской"."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return len(short) >= _LEAST_PREFIX - 1 and long.startswith(short) and len(long) - len(short) <= _LEAST_PREFIX - 1


@lru_cache(maxsize=8192)
def _of_word(word: str) -> str:
    bare = _ARABIC_ARTICLE.sub("", word)
    latin = bare.translate(_LETTERS | _VOWELS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))
    return _squeezed("".join(_SOUNDS[m.group()] for m in _SOUND.finditer(plain)))


def _squeezed(letters: str) -> str:
    return "".join(c for n, c in enumerate(letters) if not n or letters[n - 1] != c)
