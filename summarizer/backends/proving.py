"""Whether a model is to be believed: it proves itself on what the rules are sure of, on each article and each field.

Among its questions are some whose answer is known. It is believed on a field only where it agrees with enough of them,
and not by always saying the same. What it would change, it is asked once more, the other way round: a small model that
picks what stands first, or anything, does not say the same twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import eq

from summarizer.backends.questions import Answers, Item

# Fewer right answers can be luck.
MIN_CONTROLS = 3
# Rules that are sure err now and then too: of so many controls one may be answered otherwise. A model that is right
# every other time is so about three of four in a third of all articles, about five of six in a tenth.
CONTROLS_FOR_A_MISS = 6

Same = Callable[[str, str], bool]
"""Whether an answer agrees with a known one."""


Proof = Callable[[Sequence[Item], Answers], frozenset[str]]
"""Tells on which fields a model has proven itself by its answers about items."""


def proven(items: Iterable[Item], answers: Answers, *, same: Same = eq) -> frozenset[str]:
    """Return the fields on which a model agrees with what the rules are sure of."""
    agreed: dict[str, list[str]] = {}
    asked: dict[str, int] = {}
    for item in items:
        for name, known in item.known.items():
            asked[name] = asked.get(name, 0) + 1
            answer = answers.get(item.tag, {}).get(name)
            if answer is not None and same(answer, known):
                agreed.setdefault(name, []).append(known)
    return frozenset(
        name
        for name, right in agreed.items()
        if len(right) >= MIN_CONTROLS and agrees(len(right), asked[name]) and len(set(right)) > 1
    )


def agrees(right: int, asked: int) -> bool:
    """Whether so many right answers to so many controls are enough."""
    return asked - right <= asked // CONTROLS_FOR_A_MISS


def provable(proof: Proof, items: Sequence[Item], answers: Answers) -> frozenset[str]:
    """Return the fields on which a model may still prove itself: what it has not answered yet is taken for right."""
    return proof(items, {item.tag: dict(item.known) | answers.get(item.tag, {}) for item in items})


def believed(item: Item, answers: Answers, fields: frozenset[str]) -> dict[str, str]:
    """Return the answers about an item's open fields that may be used."""
    return {f: a for f, a in answers.get(item.tag, {}).items() if f in fields and f in item.open}


def withdraw(answers: Answers, again: Answers, asked: Mapping[str, Iterable[str]]) -> int:
    """Take out of `answers` those that came out otherwise when asked again, and return how many did.

    Args:
        answers: what was answered first; changed in place.
        again: what was answered the second time.
        asked: the fields that were asked again, by tag; one without a second answer is taken out too.
    """
    wavered = 0
    for tag, names in asked.items():
        for name in names:
            first = answers.get(tag, {}).get(name)
            if first is not None and again.get(tag, {}).get(name) != first:
                del answers[tag][name]
                wavered += 1
    return wavered
