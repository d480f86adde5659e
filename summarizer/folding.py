"""Keys under which two spellings of one name are the same.

`plain` takes the marks off and keeps the case, for showing.

`fold` is safe for any name: it levels case, diacritics, apostrophes and punctuation, drops a possessive 's at the end
and a leading "the", and reads "U.S." as "US". `fold_place` goes on to what romanised place names differ in:

* the Arabic article goes, at the start and inside: al-, el-, il-, ul- before a hyphen, a space or a capital
  ("Al-Safa", "El Fasher", "AlBukamal"), and its assimilated forms (as-, ash-, ar-, an-, at-, ath-, ad-, adh-, az-, and
  the same with e, i, u) only where the next word begins with the letter they are assimilated to: "As-Safa" loses it,
  "As Pontes" and "An Giang" do not. Written in one word with the name ("Deir Ezzor") it goes after another word only,
  so that "Addis Ababa" stays whole. Two letters or more must remain.
* "-ah" at the end of a word of four letters or more becomes "-a": "Raqqah", "Raqqa".
* spaces go and doubled letters are squeezed: "Bu Kamal", "Bukamal"; "Raqa", "Raqqa".

Scripts other than Latin keep their letters and marks; only case and punctuation are levelled. Both functions take time
linear in the name's length.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = "'’‘‛`´ʹʺʻʼʽʾʿˈˊˋ′ʿ՚＇"
_LETTERS = {  # Latin letters that NFKD does not take apart
    "ı": "i", "ł": "l", "ø": "o", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t",
    "ə": "e", "ǝ": "e", "ɛ": "e", "ɔ": "o", "ŋ": "ng", "ɓ": "b", "ɖ": "d", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ɣ": "g",
    "ɲ": "ny", "ʋ": "v", "ɨ": "i", "ʉ": "u",
}  # fmt: skip
_CAPITALS = {upper: latin.capitalize() for letter, latin in _LETTERS.items() if len(upper := letter.upper()) == 1}
_WHOLE = str.maketrans(_LETTERS | _CAPITALS | {"ẞ": "ss"})
_APART = str.maketrans(dict.fromkeys(_APOSTROPHES))
_POSSESSIVE = re.compile(r"['’＇]s\s*$", re.IGNORECASE)
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_NOT_WORD = re.compile(r"[^\w]|_")
_CAMEL = re.compile(r"\b([AE]l)(?=[A-Z][a-z])")
_DOUBLED = re.compile(r"([^\W\d_])\1+")

_FREE_ARTICLES = frozenset({"al", "el", "il", "ul"})
_ASSIMILATED = re.compile(r"[aeiu](sh|th|dh|s|r|n|t|d|z)")
_JOINED = re.compile(r"[aeiu](?:shsh|thth|dhdh|ss|rr|nn|tt|dd|zz)\w")
_MIN_REST = 2  # letters that a name keeps after its article
_MIN_AH = 4  # shorter words in -ah ("Nah") are no feminine endings
_KEPT = 8192  # names whose keys are kept: an article asks for the same few again and again


@lru_cache(maxsize=_KEPT)
def fold(name: str) -> str:
    """Return the key under which spellings that differ in case, marks and punctuation alone are the same."""
    return " ".join(_words(name))


def fold_place(name: str) -> str:
    """Return the key under which the usual romanisations of one place name are the same."""
    return place_keys(name)[1]


@lru_cache(maxsize=_KEPT)
def place_keys(name: str) -> tuple[str, str]:
    """Return two keys: the one of `fold_place`, preceded by what it were if the name's articles were no Arabic ones.

    "El Paso" gives ("elpaso", "paso"), and only who knows the country can choose. They are equal without an article.
    """
    whole = _words(name)
    camel = ("Al" in name or "El" in name) and _CAMEL.search(name)
    bare = _without_articles(_words(_CAMEL.sub(r"\1 ", name)) if camel else whole)
    key = _joined(whole)
    return key, key if bare == whole else _joined(bare)


def plain(name: str) -> str:
    """Return `name` with marks taken off its Latin letters, in the same case; other scripts come back composed."""
    if name.isascii():
        return name
    kept: list[str] = []
    latin = False
    for char in unicodedata.normalize("NFKD", name):
        if unicodedata.combining(char) and "\u0300" <= char <= "\u036f":
            if latin:
                continue
        else:
            latin = char < "\u0250" or "\u1e00" <= char <= "\u1eff"
        kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept)).translate(_WHOLE)


def _words(name: str) -> list[str]:
    """Return the words of `name`, folded."""
    if name.isalpha():  # a single word without apostrophe, mostly
        return _parted(plain(name).lower().translate(_APART))
    if "." in name:
        name = _DOTTED.sub(lambda match: match[0].replace(".", ""), name)
    words = _parted(plain(_POSSESSIVE.sub("", name)).lower().translate(_APART))
    while len(words) > 1 and words[0] == "the":
        del words[0]
    return words


def _parted(lowered: str) -> list[str]:
    if lowered.isascii():
        return [lowered] if lowered.isalpha() else _NOT_WORD.sub(" ", lowered).split()
    # \w leaves out the vowel signs of Indic and other scripts, which belong to their words.
    return "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in lowered).split()


def _joined(words: list[str]) -> str:
    joined = "".join([word[:-1] if word[-2:] == "ah" and len(word) >= _MIN_AH else word for word in words])
    return _DOUBLED.sub(r"\1", joined)


def _without_articles(words: list[str]) -> list[str]:
    if len(words) < 2:
        return words
    kept: list[str] = []
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        if len(following) >= _MIN_REST and _is_article(word, following):
            continue
        if index and len(word) > _MIN_REST and _JOINED.match(word):
            word = word[1 + _assimilated_length(word) :]
        kept.append(word)
    return kept


def _is_article(word: str, following: str) -> bool:
    if word in _FREE_ARTICLES:
        return True
    match = _ASSIMILATED.fullmatch(word)
    return match is not None and following.startswith(match[1])


def _assimilated_length(word: str) -> int:
    return 2 if word[1:3] in ("sh", "th", "dh") else 1
