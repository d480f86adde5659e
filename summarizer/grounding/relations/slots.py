"""Finds what fills the slots beside a relation's words: names, places, topics and the speaker's own "it"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer.grounding.relations import english
from summarizer.models import MarkedArticle, Word
from summarizer.relations import RelationRules
from summarizer.schema import EstimateRules, Schema

_NOT_PLAIN = english.PREPOSITIONS | english.DOUBTING


class Slot(NamedTuple):
    """Who or what fills a slot: names as the article's brief has them, and the words from `first` to `last`."""

    names: tuple[str, ...]
    first: int
    last: int


class Spans(NamedTuple):
    """Mentions of names by where they start and where they end: the other end and the name."""

    by_start: Mapping[int, tuple[int, str]]
    by_end: Mapping[int, tuple[int, str]]


def spans(mentions: Iterable[tuple[int, int, str]]) -> Spans:
    """Return the spans of mentions, the longest of those that share an end."""
    by_start: dict[int, tuple[int, str]] = {}
    by_end: dict[int, tuple[int, str]] = {}
    for start, end, name in mentions:
        by_start[start] = max(by_start.get(start, (end, name)), (end, name))
        by_end[end] = min(by_end.get(end, (start, name)), (start, name))
    return Spans(by_start, by_end)


# What a state's own people are called in every domain; all others are nouns of the schema.
_STATE_BODIES = frozenset({"military", "government", "authorities", "side"})


@lru_cache(maxsize=8)
def heads_of(schema: Schema) -> frozenset[str]:
    """Return the nouns that after a name are that name's own people: "Rovian soldiers"."""
    classes = [c for s in schema.sections if isinstance(s.rules, EstimateRules) for c in s.rules.nouns]
    own = {n.lower() for c in classes if c.persons and c.of_a_side for n in (*c.nouns, *c.bodies)}
    return frozenset(own | _STATE_BODIES)


class Sentence:
    """One sentence as its words, with the mentions in the article around it."""

    def __init__(self, marked: MarkedArticle, words: Sequence[Word], schema: Schema) -> None:
        """Take the sentence's words."""
        self.text = marked.article.text
        self.words = words
        self.heads = heads_of(schema)

    def joined(self, index: int, *, by: str = "") -> bool:
        """Whether a word and the next one stand together, with only spaces, or also one of some signs, between them."""
        if not 0 <= index < len(self.words) - 1:
            return False
        gap = self.text[self.words[index].end : self.words[index + 1].start]
        return gap.isspace() or (bool(by) and gap.strip() in set(by) and gap != gap.strip())

    def last_before(self, index: int, end: int) -> int:
        """Return the last of the words from one on that begin before a position in the text."""
        while index + 1 < len(self.words) and self.words[index + 1].start < end:
            index += 1
        return index

    def owns(self, index: int) -> bool:
        """Whether a word is a possessive that stands right before the next one."""
        return self.words[index].possessive and index + 1 < len(self.words)

    def named_before(self, index: int, found: Spans, *, people: bool) -> Slot | None:
        """Return the names that end with a word, with those that "and" joins to them; None where they are no subject.

        With `people` the word may be a noun for somebody's people.
        """
        last = index
        if self.words[index].possessive:
            return None
        mention = self._ending(index, found)
        if mention is None and people and self.is_head(index):
            mention = self._ending(index - 1, found)
        if mention is None:
            return None
        first, name = mention
        names = [name]
        while first >= 2 and self.words[first - 1].lower == "and" and self.joined(first - 1) and self.joined(first - 2):
            mention = self._ending(first - 2, found)
            if mention is None:
                return None  # "civilians and the army"
            first, name = mention
            names.append(name)
            while first >= 1 and self.joined(first - 1, by=",") and not self.joined(first - 1):
                mention = self._ending(first - 1, found)
                if mention is None:
                    break
                first, name = mention
                names.append(name)
        return Slot(tuple(reversed(names)), first, last)

    def is_head(self, index: int) -> bool:
        """Whether a word is a noun for somebody's own people and stands right after another word."""
        if index < 1 or self.words[index].lower not in self.heads or self.words[index].possessive:
            return False
        return self.joined(index - 1) or self.owns(index - 1)

    def _ending(self, index: int, found: Spans) -> tuple[int, str] | None:
        """Return the first word and the name of the mention that ends with a word."""
        at = found.by_end.get(self.words[index].end) if index >= 0 else None
        if at is None:
            return None
        first = index
        while first > 0 and self.words[first].start > at[0]:
            first -= 1
        return (first, at[1]) if self.words[first].start == at[0] else None

    def is_subject(self, first: int, *, loose: bool = False) -> bool:
        """Whether words from `first` on can be the subject of what follows: no preposition or "if" is before them.

        With `loose`, "which" follows, and speaks of the nearest name also after "in" and "to".
        """
        before = first - 1
        steps = 0
        while before >= 0 and self.joined(before) and steps < 2 and self._leads(before):
            before -= 1
            steps += 1
        if before < 0 or not self.joined(before):
            return True
        lower = self.words[before].lower
        if lower == "of" and before and self.words[before - 1].lower in english.SETTLED:
            return True
        if lower == "that" and before and self.words[before - 1].lower in english.UNSAID:
            return False
        if lower in english.DOUBTING:
            return False
        if loose and lower in english.WHEREABOUTS:
            return True
        return not (lower in english.PREPOSITIONS or (lower == "and" and steps == 0))

    def introduced_by(self, first: int) -> str:
        """Return the word that leads to a subject which begins with a word: "said" or "that"; "" where none does."""
        before = first - 1
        while before >= 0 and self.joined(before) and self._leads(before):
            before -= 1
        return self.words[before].lower if before >= 0 and self.joined(before) else ""

    def _leads(self, index: int) -> bool:
        """Whether a word is an article, or a plain adjective after one."""
        lower = self.words[index].lower
        if lower in english.ARTICLES:
            return True
        plain = not self.words[index].cap and lower not in _NOT_PLAIN
        return plain and index > 0 and self.joined(index - 1) and self.words[index - 1].lower in english.ARTICLES

    def topic_before(self, index: int, relation: RelationRules, mentions: Iterable[Spans]) -> Slot | None:
        """Return the topic whose form ends with a word, or before a name that it has to do with: "the talks in X"."""
        slot = self.topic(relation, lambda size: index - size + 1)
        for found in mentions if slot is None else ():
            name = self.named_before(index, found, people=False)
            if name is None:
                continue
            before = name.first - 1
            if before > 0 and self.joined(before) and self.words[before].lower in english.ARTICLES:
                before -= 1
            if before > 0 and self.joined(before) and self.words[before].lower in english.HAVING_TO_DO:
                slot = self.topic(relation, lambda size, at=before: at - size) or slot  # type: ignore[misc]
        return slot

    def topic(self, relation: RelationRules, first_of: Callable[[int], int]) -> Slot | None:
        """Return the longest topic form whose first word is where `first_of` its length says."""
        best: Slot | None = None
        for name, parts in relation.topic_forms:
            first = first_of(len(parts))
            whole = first >= 0 and tuple(w.lower for w in self.words[first : first + len(parts)]) == parts
            if whole and all(self.joined(i) for i in range(first, first + len(parts) - 1)):
                slot = Slot((name,), first, first + len(parts) - 1)
                if best is None or slot.last - slot.first > best.last - best.first:
                    best = slot
        return best

    def is_gainsaid(self, first: int) -> bool:
        """Whether what leads to a word negates it: "nobody expects that ..."."""
        before = first - 1
        while before >= 0 and self.joined(before):
            lower = self.words[before].lower
            if lower in english.GAINSAYING or lower.endswith(("n't", "n’t")):
                return True
            before -= 1
        return False

    def unlisted_before(self, index: int, actors: Spans) -> Slot | None:
        """Return the name that nothing knows which ends right before a relation's words; not at a sentence's start."""
        word = self.words[index]
        first = index - 1 if index > 1 and self.words[index - 1].cap and self.joined(index - 1) else index
        known = any(w.start in actors.by_start or w.end in actors.by_end for w in self.words[first : index + 1])
        if not word.cap or word.possessive or first == 0 or known or not self.joined(first - 1):
            return None
        return Slot((" ".join(self.text[self.words[first].start : word.end].split()),), first, index)
