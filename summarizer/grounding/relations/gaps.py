"""Reads the words right before a relation's words: "has not yet", "is unlikely to", "denies having"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.grounding.relations import english
from summarizer.grounding.relations.slots import Sentence
from summarizer.relations import Frame

_PASSED = (
    english.AUXILIARIES
    | english.ADVERBS
    | english.NEGATIONS
    | english.DENIALS
    | english.WILL
    | english.WILL_NOT
    | english.CONTINUES
    | {"no", "can", "to", "yet"}
)

_OPENS_APPOSITION = english.ARTICLES | english.RELATIVES
_SAYING_NOTHING = english.CONTINUES | {"no", "yet"}


class Gap(NamedTuple):
    """What stands between a slot and the words after it. `at` is the word before it all, `comma` stands after that.

    `denied`: whoever fills the slot denies it. `past`: it had been so. `gerund`: the words are "doing".
    """

    at: int
    comma: bool
    negated: bool
    denied: bool
    again: bool
    past: bool
    gerund: bool


def gap_before(sentence: Sentence, first: int, frame: Frame | None) -> Gap | None:
    """Return the gap before a frame's words, or before any verb; None where more than grammar stands in it."""
    at, taken = _taken(sentence, first)
    if at < 0:
        return None
    comma = not sentence.joined(at)
    if comma and (named := _before_apposition(sentence, at)) is not None:
        at, comma = named, False
    if comma and not (frame is not None and frame.order == "about named" and sentence.joined(at, by=",")):
        return None
    gerund = sentence.words[first].lower.endswith("ing")
    negated = meant(taken, ahead=frame is not None and frame.ahead, gerund=gerund)
    if negated is None:
        return None
    return Gap(
        at=at,
        comma=comma,
        negated=negated,
        denied=not english.DENIALS.isdisjoint(taken),
        again="again" in taken,
        past="had" in taken,
        gerund=gerund,
    )


def _before_apposition(sentence: Sentence, at: int) -> int | None:
    """Return the word before an apposition that ends with a word: that of "Selm" in "Selm, a town in Rov, has"."""
    if not sentence.joined(at, by=","):
        return None
    first = at
    while first > 0 and sentence.joined(first - 1) and at - first < _LONGEST_APPOSITION:
        first -= 1
    opens = sentence.words[first].lower in _OPENS_APPOSITION
    return first - 1 if opens and first > 0 and sentence.joined(first - 1, by=",") else None


_LONGEST_APPOSITION = 15


def meant(taken: Sequence[str], *, ahead: bool, gerund: bool) -> bool | None:
    """Return whether the words of a gap negate what follows; None where they make something else of it."""
    rest = [t for t in taken if t not in english.AUXILIARIES and t not in english.ADVERBS and t not in _SAYING_NOTHING]
    nots = sum(t in english.NEGATIONS for t in rest)
    rest = [t for t in rest if t not in english.NEGATIONS]
    if ahead:
        return _ahead(rest, nots, taken)
    denials = sum(t in english.DENIALS for t in rest)
    if len(rest) != denials or denials > 1 or (denials and (not gerund or nots)) or nots > 1:
        return None
    return bool(denials or nots)


def _ahead(rest: Sequence[str], nots: int, taken: Sequence[str]) -> bool | None:
    words = [t for t in rest if t != "to"]
    if nots > 1 or len(words) != 1 or not english.PAST.isdisjoint(taken):
        return None
    if words[0] in english.WILL:
        return bool(nots)
    if words[0] in english.WILL_NOT:
        return None if nots else True
    return True if words[0] == "can" and nots else None


def _taken(sentence: Sentence, first: int) -> tuple[int, list[str]]:
    """Return the word before a gap, and the words of the gap in order, "won't" as "will not"."""
    taken: list[str] = []
    at = first - 1
    while at >= 0 and sentence.joined(at):
        lower = sentence.words[at].lower.replace("’", "'")
        if lower.endswith("n't"):
            base = {"wo": "will", "ca": "can", "sha": "shall"}.get(lower[:-3], lower[:-3])
            taken += ["not", base]
        elif lower == "to" and at and sentence.words[at - 1].lower in english.CONTINUES and sentence.joined(at - 1):
            at -= 1
        elif lower in _PASSED:
            taken.append(lower)
        else:
            break
        at -= 1
    return at, taken[::-1]
