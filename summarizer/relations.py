"""What a domain says can be held of things, as data: who holds a place, who stands behind whom, whether a thing works.

`relations.py` of a schema lists relations as `RELATIONS`; each has frames, which are ways to say it. A frame is words
between two slots: in "the army has captured Selm" the words are "captured", the slot before them names, the slot after
them is what it is about. Auxiliaries, "not", and what may stand between the words and their slots is general English
and no part of the data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

About = Literal["place", "actor", "topic"]
Named = Literal["", "actor", "place", "side"]
Order = Literal["named about", "about named", "about", "about own", "words about", "words about named"]


def phrases(listed: str) -> tuple[str, ...]:
    """Return the phrases of a list that commas part, each once."""
    return tuple(dict.fromkeys(p.strip() for p in listed.split(",")))


@dataclass(frozen=True)
class Frame:
    """One way to say a relation.

    `says` are the words, several of equal meaning; `*` stands for up to three words in small letters. `order` tells
    where the slots stand: before the words, after them; "own" are words that name the speaker ("in its hands"). `so`
    is False where the words say that it is not so ("lost"). `event` is True for a change ("captured"), False for what
    lasts ("holds"). `again` says that it was otherwise before ("retook"). `ahead` frames are of what is to come and
    need a "will" or its like before the words. `stays` is True for what is ahead where it is something going on as it
    is ("hold out"), which an end of time limits. `sort` marks words that say less than the relation: to deny "arms" is
    not to deny "funds", but to deny a frame without a sort ("backs") denies all.
    """

    order: Order
    says: tuple[str, ...]
    so: bool = True
    event: bool = False
    again: bool = False
    ahead: bool = False
    stays: bool = False
    sort: str = ""


@dataclass(frozen=True)
class RelationRules:
    """One relation.

    `question` is what speakers answer differently, with `{about}` for what it is about. `about` is what it is said of,
    `named` what an answer names: "" for a relation that only holds or does not, "side" for a side of the sky.
    `alone`: only one can be the answer at a time. `rivals`: named speakers who name others are told side by side though
    all may be right. `apart`: tells only that the two are no one answer, as who holds a place and who fights him.
    `within`: days that two statements lie apart at most to be of one time; 0 for what never changes. `topics` maps what
    a topic is called to its forms. `kinds` are those of the actors that it is about.
    """

    name: str
    question: str
    about: About
    named: Named = ""
    alone: bool = False
    rivals: bool = False
    apart: bool = False
    within: int = 7
    kinds: tuple[str, ...] = ()
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    frames: tuple[Frame, ...] = ()

    @cached_property
    def topic_forms(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What a topic is called, with each of its forms in words."""
        return tuple((topic, tuple(form.split())) for topic, forms in self.topics.items() for form in forms)

    @property
    def ahead(self) -> bool:
        """Whether it is about what is to come."""
        return any(f.ahead for f in self.frames)

    def __post_init__(self) -> None:
        """Refuse what no statement could fill.

        Raises:
            ValueError: a frame has no words or the wrong slots, or the question does not say what it is about.
        """
        if "{about}" not in self.question:
            raise ValueError(f"relation {self.name!r}: its question {self.question!r} has no {{about}}")
        for frame in self.frames:
            if ("named" in frame.order or "own" in frame.order) != bool(self.named):
                raise ValueError(f"relation {self.name!r}: {frame.order!r} does not fit what it names, {self.named!r}")
            if not all(frame.says):
                raise ValueError(f"relation {self.name!r}: a frame has a phrase without words")


class Opening(NamedTuple):
    """The words of a frame, which of them they are filed by, the frame and its relation."""

    says: tuple[str, ...]
    at: int
    frame: Frame
    relation: RelationRules


@dataclass(frozen=True, eq=False)  # compared and hashed by identity, so that what is derived from it can be cached
class Relations:
    """The relations of a domain."""

    listed: tuple[RelationRules, ...] = ()

    @cached_property
    def named(self) -> Mapping[str, RelationRules]:
        """The relations by name."""
        return {r.name: r for r in self.listed}

    @cached_property
    def openings(self) -> Mapping[str, tuple[Opening, ...]]:
        """The words of all frames by their longest one, which few sentences have; longest phrases first."""
        found: dict[str, list[Opening]] = {}
        for relation in self.listed:
            for frame in relation.frames:
                for phrase in frame.says:
                    says = tuple(phrase.split())
                    fixed = says[: says.index("*")] if "*" in says else says
                    at = max(range(len(fixed)), key=lambda i: len(fixed[i]))
                    found.setdefault(fixed[at], []).append(Opening(says, at, frame, relation))
        return {word: tuple(sorted(rows, key=lambda r: -len(r.says))) for word, rows in found.items()}
