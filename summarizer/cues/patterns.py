"""What can be told of a cue's pattern without matching it: how it begins, and all the words that it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

KEY_LENGTH = 4  # letters of a beginning; more would part hardly any words
SHORTEST_KEY = 2  # a beginning of one letter parts too few
MOST_STARTS = 64  # beginnings of an alternative that are told apart; more tell little more
ENOUGH_SPACES = 2  # a beginning of two words and more parts well enough
MOST_WORDS = 128  # that an alternative may stand for; more are left to a regular expression
_BEGINNING = re.compile(r"[a-z][a-z -]*(?![?*{])", re.IGNORECASE)
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789 -'’")
_LETTERS = re.compile(r"[a-z]+(?![?*+{])")
_RUN = re.compile(r"[a-z0-9 '’-]+(?![?*+{])")
_ENDLESS = re.compile(r"[*+{.^$]|\\|\(\?[^:]")  # a pattern with one of these matches no short list of words
_SIGN = re.compile(r"[|()\[\\]")  # what parts a pattern or hides what would
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_FLAT = re.compile(r"\([^()\[\\]*\)")  # a group that nothing in it parts but bars: nearly all are
_FLAT_WORDS = re.compile(r"\(\?:([a-z0-9 '’|-]*)\)")


class Words(NamedTuple):
    """All that a pattern matches, in the order in which it would try them; `whole` where a word must end behind it."""

    all: tuple[str, ...]
    whole: bool


def beginnings(pattern: str) -> frozenset[str] | None:
    """Return what all that a pattern matches begins with; None where that cannot be told.

    Each is up to `KEY_LENGTH` letters, or a whole word with a space behind it.
    """
    opened = [openings_of(alternative) for alternative in alternatives_of(pattern)]
    return None if None in opened else frozenset(key for keys in opened for key in keys or ())


def _walk(rest: str, left: int) -> Iterator[tuple[str, bool]]:
    """Yield what a sequence of elements can begin with, up to `left` letters, and whether that is all it matches."""
    if not rest or not left:
        yield "", not rest
        return
    if plain := _LETTERS.match(rest):
        key = plain[0][:left]
        yield from ((key + more, last) for more, last in _walk(rest[len(key) :], left - len(key)))
        return
    end = _end(rest, 0)
    element, after = rest[:end], rest[end:]
    options = [(element, True)] if element.isalpha() else [(" ", False)] if element == " " else [("", False)]
    if element.startswith("(?:"):
        options = [found for inner in alternatives_of(element[3:-1]) for found in _walk(inner, left)]
    if after[:1] == "?":
        options.append(("", True))
        after = after[1:]
    elif after[:1] in ("*", "+", "{"):
        # How often is not looked at: what comes behind is not told.
        options = [(key, False) for key, _ in options] + ([] if after[0] == "+" else [("", False)])
    for key, whole in options:
        if whole:
            yield from ((key + more, last) for more, last in _walk(after, left - len(key)))
        else:
            yield key, False


def openings_of(alternative: str) -> frozenset[str] | None:
    """Return the beginnings of one alternative, None where one of them is too short to file it by."""
    plain = letters_of(alternative)
    if len(plain) >= SHORTEST_KEY:
        return frozenset({plain[:KEY_LENGTH]})  # so are nearly all, and this is quickly told
    keys = frozenset(key for key, _ in _walk(alternative, KEY_LENGTH))
    return keys if all(len(key) >= SHORTEST_KEY for key in keys) else None


def letters_of(alternative: str) -> str:
    """Return the plain letters that an alternative begins with, in lower case."""
    return plain_start(alternative).partition(" ")[0].partition("-")[0]


def alternatives_of(pattern: str) -> Iterator[str]:
    """Yield what stands between the bars that are in no brackets."""
    if "(" not in pattern and "[" not in pattern and "\\" not in pattern:
        yield from pattern.split("|")
        return
    begin = at = 0
    while sign := _SIGN.search(pattern, at):
        at = _end(pattern, sign.start())
        if sign[0] == "|":
            yield pattern[begin : sign.start()]
            begin = at
    yield pattern[begin:]


@lru_cache(maxsize=4096)
def starts_of(alternative: str) -> tuple[str, ...]:
    """Return texts with one of which all begins that an alternative matches; each may be part of what it matches."""
    plain = plain_start(alternative)
    if len(plain) >= KEY_LENGTH and not plain.endswith(" "):
        return (plain,)  # parts well enough, and is quickly told
    cut, whole = _expanded(alternative.lower(), most=MOST_STARTS, spaces=ENOUGH_SPACES)
    return tuple(dict.fromkeys((*cut, *whole)))


@lru_cache(maxsize=4096)
def plain_start(alternative: str) -> str:
    """Return the plain text that an alternative begins with, in lower case."""
    found = _BEGINNING.match(alternative)
    return found[0].lower() if found else ""


@lru_cache(maxsize=4096)
def all_words(pattern: str) -> Words | None:
    """Return all that a pattern matches, None where that is no short list: to compare words needs no compiling.

    Compiling its cues is what a short run spends most of its time on.
    """
    words = pattern.removesuffix(r"\b").lower()
    if _ENDLESS.search(words):
        return None
    cut, found = _expanded(words, most=MOST_WORDS)
    return None if cut else Words(tuple(found), pattern.endswith(r"\b"))


def _expanded(pattern: str, *, most: int, spaces: int | None = None) -> tuple[list[str], list[str]]:
    """Return beginnings behind which anything may follow, and all else that a pattern matches, whole, as it tries them.

    What would be more than `most` texts, or stands behind so many `spaces`, is not looked at.
    """
    cut: list[str] = []
    whole, at = [""], 0
    while at < len(pattern) and whole and (spaces is None or any(text.count(" ") < spaces for text in whole)):
        if plain := _RUN.match(pattern, at):
            whole, at = [text + plain[0] for text in whole], plain.end()
            continue
        end = _end(pattern, at)
        repeated = pattern[end : end + 1] in ("*", "+", "{")
        begun, complete = ([""], []) if repeated else _options(pattern[at:end], most=most, spaces=spaces)
        if optional := pattern[end : end + 1] == "?":
            complete = [*complete, ""]
        if len(whole) * (len(begun) + len(complete)) > most:
            break
        cut += [text + option for text in whole for option in begun]
        whole, at = [text + option for text in whole for option in complete], end + optional
    return (cut, whole) if at == len(pattern) else ([*cut, *whole], [])


def _options(element: str, *, most: int, spaces: int | None) -> tuple[list[str], list[str]]:
    """Do what `_expanded` does for one element: a letter, a plain class or a group; of any other nothing is told."""
    if words := _FLAT_WORDS.fullmatch(element):
        return [], words[1].split("|")
    if element.startswith("(?:"):
        parts = [_expanded(part, most=most, spaces=spaces) for part in alternatives_of(element[3:-1])]
        return [text for cut, _ in parts for text in cut], [text for _, whole in parts for text in whole]
    signs = element[1:-1] if element.startswith("[") else element
    ranged = len(element) > 1 and "-" in signs[1:-1]
    return ([""], []) if ranged or not signs or not _PLAIN.issuperset(signs) else ([], list(signs))


def _end(pattern: str, at: int) -> int:
    """Return where the element at `at` ends: a letter, an escape, a class or a group."""
    sign = pattern[at]
    if sign == "\\":
        return at + 2
    if sign == "[" and (found := _CLASS.match(pattern, at)):
        return found.end()
    if sign == "(":
        if found := _FLAT.match(pattern, at):
            return found.end()
        at += 1
        while (parted := _SIGN.search(pattern, at)) and parted[0] != ")":
            at = _end(pattern, parted.start())
        return parted.end() if parted else len(pattern)
    return at + 1
