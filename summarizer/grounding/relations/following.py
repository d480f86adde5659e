"""Finds what fills the slot after a relation's words."""

from __future__ import annotations

from collections.abc import Callable

from summarizer.grounding.relations import english
from summarizer.grounding.relations.slots import Sentence, Slot, Spans
from summarizer.relations import RelationRules

_FURTHEST = 7  # words from a relation's words to the name after them
# Small words on the way from a relation's words to what they are about.
_BEFORE_TOPIC = english.ARTICLES | {"these", "such"}
_BEFORE_OF = english.SETTLED | {"all", "whole"}
_BEFORE_PLACE = english.ADJECTIVES | {"the", "all"}


class Following:
    """The words of one sentence after a relation's words."""

    def __init__(self, sentence: Sentence) -> None:
        """Take the sentence."""
        self._sentence = sentence
        self._words = sentence.words
        self._text = sentence.text

    def topic_after(self, index: int, relation: RelationRules) -> Slot | None:
        """Return the topic whose form begins with a word or after an article and names before it."""
        for at in range(index, min(index + 3, len(self._words))):
            if at > index and not self._sentence.joined(at - 1):
                return None
            if slot := self._sentence.topic(relation, lambda _, at=at: at):  # type: ignore[misc]
                return slot
            if not (self._words[at].cap or self._words[at].lower in _BEFORE_TOPIC):
                return None
        return None

    def place_after(self, index: int, found: Spans) -> Slot | None:
        """Return the places that begin after a relation's words: "the town of X", "X, Y and Z", never a part of one."""
        slot = self._after(index, found, self._leads_to_place)
        if slot is None or not self._ends_there(slot.last):
            return None
        return self._listed(slot, found)

    def actor_after(self, index: int, found: Spans) -> Slot | None:
        """Return the actor that begins after a relation's words; None where it is somebody else of that name."""
        slot = self._after(index, found, self._leads_to_actor)
        if slot is None:
            return None
        last = slot.last
        if self._words[last].possessive:
            follows = last + 1 < len(self._words) and self._words[last + 1].lower in self._sentence.heads
            return slot if follows else None
        if last + 1 < len(self._words) and self._sentence.joined(last):
            following = self._words[last + 1].lower
            if following in english.NOT_THEMSELVES or following.endswith("ing"):
                return None
        return slot

    def pair_after(self, index: int, found: Spans) -> Slot | None:
        """Return the two actors after "between": "between the army and the rebels"."""
        one = self.actor_after(index, found)
        at = one.last + 1 if one else len(self._words)
        while at < len(self._words) and self._sentence.joined(at - 1) and self._words[at].lower in self._sentence.heads:
            at += 1
        if one is None or at >= len(self._words) or self._words[at].lower != "and" or not self._sentence.joined(at - 1):
            return None
        other = self.actor_after(at + 1, found)
        return Slot((*one.names, *other.names), one.first, other.last) if other else None

    def _after(self, index: int, found: Spans, leads: Callable[[int], bool]) -> Slot | None:
        for at in range(index, min(index + _FURTHEST, len(self._words))):
            if not self._sentence.joined(at - 1):
                return None
            mention = found.by_start.get(self._words[at].start)
            if mention is not None:
                last = self._sentence.last_before(at, mention[0])
                return Slot((mention[1],), at, last) if self._words[last].end == mention[0] else None
            if not leads(at):
                return None
        return None

    def unlisted_after(self, index: int, actors: Spans) -> Slot | None:
        """Return the name that nothing knows which begins right after a relation's words: a village "X" in "lost X"."""
        last = index - 1
        while (
            last + 1 < len(self._words)
            and self._sentence.joined(last)
            and self._words[last + 1].cap
            and last < index + 1
        ):
            last += 1
        known = any(w.start in actors.by_start or w.end in actors.by_end for w in self._words[index : last + 1])
        if last < index or known or not self._ends_there(last):
            return None
        name = " ".join(self._text[self._words[index].start : self._words[last].end].split())
        return Slot((name,), index, last)

    def _leads_to_place(self, at: int) -> bool:
        word = self._words[at]
        following = self._words[at + 1].lower if at + 1 < len(self._words) else ""
        if word.possessive:
            return False
        if word.lower == "of":
            return self._words[at - 1].lower in _BEFORE_OF
        if word.lower in english.SETTLED:
            return following == "of"
        return word.lower in _BEFORE_PLACE or (word.cap and following in english.SETTLED)

    def _leads_to_actor(self, at: int) -> bool:
        word = self._words[at]
        return not word.possessive and word.lower in english.ARTICLES

    def _ends_there(self, last: int) -> bool:
        """Whether a name ends where its mention does: "Selm on Monday", not "Selm airport", not "Selm's north"."""
        if self._words[last].possessive:
            return False
        if not self._sentence.joined(last):
            rest = self._text[self._words[last].end : self._words[last].end + 1]
            return rest not in ("-", "/")
        following = self._words[last + 1].lower
        return following in english.AFTER or following.endswith("day")

    def _listed(self, slot: Slot, found: Spans) -> Slot:
        """Return a slot with the places that go on from it where "and" ends their list."""
        names, last = list(slot.names), slot.last
        while True:
            comma = self._sentence.joined(last, by=",") and not self._sentence.joined(last)
            at = last + 1 if comma else last + 2
            if not comma and not (
                self._sentence.joined(last) and self._sentence.joined(last + 1) and self._words[last + 1].lower == "and"
            ):
                return slot
            mention = found.by_start.get(self._words[at].start) if at < len(self._words) else None
            if mention is None:
                return slot
            last = self._sentence.last_before(at, mention[0])
            names.append(mention[1])
            if not comma:
                return Slot(tuple(names), slot.first, last) if self._ends_there(last) else slot

    def side_after(self, index: int, found: Spans) -> tuple[str, str] | None:
        """Return the side and the river or the like that it is of: "the eastern bank of the Selm"."""
        words = [w.lower for w in self._words[index : index + 6]]
        if not all(self._sentence.joined(i) for i in range(index - 1, min(index + 5, len(self._words) - 1))):
            words = words[: self._run(index)]
        if words[:1] == ["the"]:
            words, index = words[1:], index + 1
        if len(words) < 4 or words[0] not in english.SIDES or words[1] not in english.BANKS or words[2] != "of":
            return None
        at = index + 3 + (words[3] == "the")
        mention = found.by_start.get(self._words[at].start) if at < len(self._words) else None
        return (english.SIDES[words[0]], mention[1]) if mention else None

    def _run(self, index: int) -> int:
        """Return how many words from one on stand together."""
        count = 1
        while self._sentence.joined(index + count - 1):
            count += 1
        return count
