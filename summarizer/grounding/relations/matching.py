"""The words of a relation where they stand in a sentence, and what the words around them make of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.grounding.relations import english
from summarizer.grounding.relations.gaps import Gap
from summarizer.grounding.relations.slots import Sentence, Slot
from summarizer.relations import Frame, Opening, RelationRules


class Match(NamedTuple):
    """The words of a relation in a sentence, from `first` up to `end`."""

    sentence: Sentence
    first: int
    end: int
    frame: Frame
    relation: RelationRules


class Before(NamedTuple):
    """The slot before a relation's words. `own` is the speaker's "it", `accuser` who accuses the slot of it."""

    slot: Slot
    gap: Gap
    own: bool = False
    accuser: str | None = None


def matched(sentence: Sentence, first: int, opening: Opening) -> Match | None:
    """Return the words of a frame where they stand from a word on; None where others do, or all is on a condition."""
    _, _, frame, relation = opening
    end = _end(sentence, first, opening.says)
    if end is None:
        return None
    conditional = frame.ahead and any(w.lower in english.CONDITIONS for w in sentence.words)
    return None if conditional else Match(sentence, first, end, frame, relation)


def _end(sentence: Sentence, at: int, says: Sequence[str]) -> int | None:
    """Return the position after the words that stand together from one on; None where others stand there."""
    begun = at
    for position, wanted in enumerate(says):
        if wanted == "*":
            ends = (_end(sentence, at + skipped, says[position + 1 :]) for skipped in range(_MOST_SKIPPED + 1))
            end = next((e for e in ends if e is not None), None)
            between = sentence.words[at:end] if end is not None else ()
            whole = end is not None and all(sentence.joined(i) for i in range(begun, end - 1))
            return end if whole and not any(w.cap for w in between) else None
        if (
            at >= len(sentence.words)
            or sentence.words[at].lower != wanted
            or (at > begun and not sentence.joined(at - 1))
        ):
            return None
        at += 1
    return at


_MOST_SKIPPED = 3


def closes(match: Match) -> bool:
    """Whether a clause ends with the words, or goes on with what changes nothing."""
    if match.end >= len(match.sentence.words) or not match.sentence.joined(match.end - 1):
        return True
    following = match.sentence.words[match.end].lower
    if following == "to":  # "fall to the rebels", not "fail to please everyone"
        after = match.sentence.words[match.end + 1 : match.end + 2]
        return any(w.cap or w.lower in english.ARTICLES for w in after)
    return following in english.AFTER or following.endswith(("ly", "day"))


def turned(match: Match, before: Before | None, *, denied: bool) -> bool | None:
    """Whether somebody denies just this, so that he says its contrary; None where it cannot be told."""
    if match.sentence.is_gainsaid(before.slot.first if before else match.first):
        return None
    leads = match.sentence.introduced_by(before.slot.first) if before else ""
    if not denied:
        return None if leads in english.DENIED else False
    if leads == "that" or leads in english.DENIED:
        return None if before and before.gap.negated else True
    # "He dismissed the charge and said the army does not hold it."
    return False if leads in english.SAID or (before and before.gap.negated) else None


def is_once(match: Match) -> bool:
    """Whether the sentence speaks of another time: "once", "two years ago"."""
    return any(w.lower in english.ONCE for w in match.sentence.words)


def limited(match: Match, *, negated: bool) -> bool:
    """Whether a forecast is for some time only: not soon, or for a while."""
    tail = {w.lower for w in match.sentence.words[match.end :]}
    return match.frame.stays != negated and not tail.isdisjoint(english.HORIZON)
