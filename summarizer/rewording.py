"""Whether words in one language stand in quotes in another: numbers, and names as they can be read off the quotes.

A quote bears a name where the name's own form stands in it, where the article calls somebody so there, or where the
consonants of its words are those of the name (see scripts.py). A number stands in digits, in whatever script, or as one
of the few number words that are listed here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from summarizer.folding import fold
from summarizer.scripts import can_be_read, western

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f.,’]\d{3})+(?!\d)")
_POSSESSIVE = re.compile("['\u2019]s\\b")
_JOINS = frozenset((" ", "-", "'", "\u2019"))
# English number words, and what French, Russian and Arabic say for them, by their beginnings.
_WORDS = {
    "two": "deux два две двух اثن",
    "three": "trois три трёх трех ثلاث",
    "four": "quatre четыр أربع",
    "five": "cinq пят خمس",
    "six": "six шест ست",
    "seven": "sept семь семи سبع",
    "eight": "huit восьм восем ثمان",
    "nine": "neuf девят تسع",
    "ten": "dix десят عشر",
    "dozen": "douzaine dizaine дюжин десятк десятки عشرات",
    "dozens": "dizaines douzaines десятк عشرات",
    "tens": "dizaines десятк عشرات",
    "hundred": "cent сто مئة مائة",
    "hundreds": "centaines сотн مئات",
    "thousand": "mille тысяч ألف",
    "thousands": "milliers тысяч آلاف ألوف",
    "million": "million миллион مليون",
    "millions": "millions миллион ملايين",
    "half": "moitié половин نصف",
    "third": "tiers трет ثلث",
}
# Days and months have a capital in English and name nobody.
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december ramadan".split()
)


def unsupported_rewording(
    text: str,
    quotes: Sequence[str],
    forms: Iterable[str],
    is_name: Callable[[str], bool],
    country: Callable[[str], str],
) -> str | None:
    """Return, in words, a number or name of `text` that no quote bears; None where all stand.

    Args:
        text: words in another language than the quotes.
        quotes: pieces of the article.
        forms: the names of those and of the places that the quotes speak of.
        is_name: whether a word that begins a sentence is a name and not a common word.
        country: the country that an adjective is of ("Syrian": "Syria"), "" for other words.
    """
    whole = " ".join(quotes)
    if missing := _numbers(text) - _numbers(whole):
        return f"the number {min(missing)} does not stand in what it cites"
    lowered = whole.lower()
    for word in _WORD.findall(text.lower()):
        said = _WORDS.get(word)
        if said and not any(re.search(rf"(?<!\w)[وبلفك]?{re.escape(s)}", lowered) for s in said.split()):
            return f"the number {word!r} does not stand in what it cites"
    borne = [f" {fold(form)} " for form in (*forms, whole)]
    for name, opens in _names(text):
        if not _is_borne(name, opens, borne, whole, is_name, country):
            return f"the name {name!r} does not stand in what it cites"
    return None


def _is_borne(
    name: str,
    opens: bool,
    borne: Sequence[str],
    whole: str,
    is_name: Callable[[str], bool],
    country: Callable[[str], str],
) -> bool:
    folded = f" {fold(name)} "
    if any(folded in form for form in borne) or can_be_read(name, whole):
        return True
    words = name.split(" ")
    if len(words) > 1 and any(map(country, words)):
        # "Syrian Kurdish": adjectives in a row are no name, so each may stand by itself.
        return all(_is_borne(w, False, borne, whole, is_name, country) for w in words)
    of = country(name)
    if of and (any(f" {fold(of)} " in form for form in borne) or can_be_read(of, whole)):
        return True
    return name.lower() in _CALENDAR or (opens and not of and not is_name(name))


def _numbers(text: str) -> set[str]:
    plain = western(text)
    joined = _GROUPED.sub(lambda m: re.sub(r"\D", "", m.group()), plain)
    return {n.replace(",", ".").rstrip(".") for n in _NUMBER.findall(joined)}


def _names(text: str) -> list[tuple[str, bool]]:
    """Return the runs of capitalised words, and whether each is a single word that begins a sentence."""
    bare = _POSSESSIVE.sub(",", text)
    runs: list[tuple[list[str], bool]] = []
    end, open_run = 0, False
    for m in _WORD.finditer(bare):
        gap = bare[end : m.start()]
        opens = not end or any(c in ".!?:;" for c in gap)
        end = m.end()
        if not m.group()[0].isupper():
            open_run = False
        elif open_run and not opens and gap in _JOINS:
            runs[-1][0].append(m.group())
        else:
            runs.append(([m.group()], opens))
            open_run = True
    return [name for words, opens in runs for name in _apart(words, opens)]


def _apart(words: list[str], opens: bool) -> list[tuple[str, bool]]:
    """Return a run as one name; where it begins a sentence, its first word may be a common one before a name."""
    if opens and len(words) > 1:
        return [(words[0], True), (" ".join(words[1:]), False)]
    return [(" ".join(words), opens)]
