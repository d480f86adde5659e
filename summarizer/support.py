"""Whether words that a model wrote stand in the quotes that it cites: numbers, names, and most of what is said.

A name must stand in one quote as a whole: "Ali Hassan" is not borne by an Ali and a Hassan.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from summarizer.folding import fold
from summarizer.schema import words

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W\d_]+")
_POSSESSIVE = re.compile("['\u2019]s\\b")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
# What may stand between two words of one name.
_JOINS = frozenset((" ", "-", "'", "\u2019"))
# "One" and "a second" count nothing as often as they count.
_NUMBER_WORDS = frozenset(
    words(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand "
        "thousands million millions billion billions dozen dozens tens scores half quarter third twice thrice "
        "double"
    )
)
# Words that may begin a sentence with a capital and name nobody.
_OPENERS = frozenset(
    words(
        "a about according after all also although among an and another as at because before being between both "
        "but by conversely despite during each either elsewhere even few fewer for from further had has have he "
        "her here his how however i if in indeed instead into is it its last later least many meanwhile more "
        "moreover most much near nearly no none nor not now of on once one only opinions or other others our out "
        "over reports several she since so some sources still such than that the their them then there these it "
        "they this those though through thus to together under unlike until up what when where whether which "
        "while who whose with within without yet"
    )
)
# A word this long carries meaning; shorter ones are mostly grammar.
_CONTENT = 5
# Forms of one word begin alike: "attack", "attacked", "attackers".
_STEM = 5


def unsupported(text: str, quotes: Sequence[str]) -> str | None:
    """Return, in words, a number or name of `text` that no quote holds; None where all stand."""
    if missing := _numbers(text) - {n for q in quotes for n in _numbers(q)}:
        return f"the number {min(missing)} does not stand in what it cites"
    folded = [f" {_folded(q)} " for q in quotes]
    for name in _names(text):
        if not any(f" {name} " in q for q in folded):
            return f"the name {name!r} does not stand in what it cites"
    return None


def support(text: str, quotes: Sequence[str]) -> float:
    """Return the share, 0 to 1, of a text's content words that stand in the quotes; 0 where it has none."""
    borne = {w[:_STEM] for q in quotes for w in _folded(q).split(" ")}
    content = [w for w in _folded(text).split(" ") if len(w) >= _CONTENT and w.isalpha()]
    return sum(w[:_STEM] in borne for w in content) / len(content) if content else 0.0


def _numbers(text: str) -> set[str]:
    digits = {_THOUSANDS.sub("", n) for n in _NUMBER.findall(text)}
    return digits | _NUMBER_WORDS.intersection(_folded(text).split(" "))


def _names(text: str) -> list[str]:
    """Return the runs of capitalised words, folded; a sentence's first word only where it can be no common one."""
    bare = _bare(text)
    runs: list[list[str]] = []
    end = 0
    for m in _WORD.finditer(bare):
        gap = bare[end : m.start()]
        opening = not end or any(c in ".!?:;" for c in gap)
        end = m.end()
        if not m.group()[0].isupper() or (opening and m.group().lower() in _OPENERS):
            runs.append([])  # a common word ends a name
        elif runs and runs[-1] and gap in _JOINS:
            runs[-1].append(m.group())
        else:
            runs.append([m.group()])
    return [name for run in runs if (name := _joined(run))]


def _folded(text: str) -> str:
    return _joined(_WORD.findall(_bare(text)))


def _joined(parts: Iterable[str]) -> str:
    return " ".join(folded for part in parts if (folded := fold(part)))


def _bare(text: str) -> str:
    """Return a text without possessives and without dots in initials; a comma keeps "Bali's SDF" two names."""
    composed = unicodedata.normalize("NFC", text)
    return _INITIALS.sub(lambda m: m.group().replace(".", ""), _POSSESSIVE.sub(",", composed))
