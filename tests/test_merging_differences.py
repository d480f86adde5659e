"""Contradictions in words: found where they are plain, and nobody set against anybody who agrees."""

from __future__ import annotations

import pytest
from merging_samples import FLOOD, actor, article, brief, claim, place

from summarizer.merging import merge
from summarizer.models import ArticleBrief, Difference

BODIES = ("River Watch", "Dorn Relief Agency", "Vesk Water Board", "Amsel Power Board")
PEOPLE = ("Lina Mokhtar", "Omar Sand")


def _said(
    key: str, text: str, label: str | None = None, published: str | None = "2018-03-05", **how: str
) -> ArticleBrief:
    """Return the brief of an article whose one sentence is a claim."""
    about = article(key, text, published=published, outlet=key.upper())
    named = [actor(n, "body", text=text) for n in BODIES if n in text or how.get("said_by") == n]
    named += [actor(n, "person", text=text) for n in PEOPLE if n in text or how.get("said_by") == n]
    return brief(about, actors=named, places=[place("Dorn", "SY")], outlook=[claim(about, text, label, **how)])


def _differences(*briefs: ArticleBrief) -> list[tuple[str, list[str | None]]]:
    found: tuple[Difference, ...] = merge(briefs, FLOOD).differences
    return [(d.text, [s.said_by for s in d.sides]) for d in found]


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ("Lina Mokhtar was killed on the dike.", "Lina Mokhtar was not killed, her office says.", "was killed"),
        ("Dorn has been evacuated by now.", "Dorn has not been fully evacuated yet.", "has been evacuated"),
        ("Dorn is flooded again.", "Dorn is no longer flooded.", "is flooded"),
    ],
)
def test_what_one_affirms_and_another_denies_stands_side_by_side(one: str, other: str, what: str) -> None:
    """The same verb of the same subject with and without "not" in two voices is a difference with both of them."""
    ((text, sides),) = _differences(_said("a", one), _said("b", other, said_by="River Watch"))
    assert text in (f"whether Lina Mokhtar {what}", f"whether Dorn {what}")
    assert sides == [None, "River Watch"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lina Mokhtar was killed on the dike.", "Lina Mokhtar may not have been killed."),
        ("Lina Mokhtar was killed on the dike.", "Omar Sand was not killed, his office says."),
        ("Lina Mokhtar was killed on the dike.", "Lina Mokhtar was not arrested."),
        ("Lina Mokhtar was killed on the dike.", "The brother of Lina Mokhtar was not killed."),
        ("Lina Mokhtar was killed on the dike.", "It asked whether Lina Mokhtar was not killed."),
        ("Lina Mokhtar was killed on the dike.", "Lina Mokhtar was killed by a falling tree."),
    ],
)
def test_what_does_not_contradict_is_no_difference(one: str, other: str) -> None:
    """Doubts, other people, other verbs, relatives, questions and agreement are no contradiction."""
    assert _differences(_said("a", one), _said("b", other)) == []


def test_what_was_so_may_be_otherwise_later() -> None:
    """Articles of different times, and undated ones, do not contradict each other."""
    says = "Dorn is flooded again."
    denies = "Dorn is not flooded."
    assert _differences(_said("a", says), _said("b", denies, published="2018-09-01")) == []
    assert _differences(_said("a", says), _said("b", denies, published=None)) == []


def test_one_voice_does_not_contradict_itself() -> None:
    """What one speaker says in two articles is set against nobody."""
    briefs = [
        _said("a", "Dorn is flooded again.", said_by="River Watch"),
        _said("b", "Dorn is not flooded.", said_by="River Watch"),
    ]
    assert _differences(*briefs) == []


DORN = "The flood is the fault of the Dorn Relief Agency and of nobody but the Vesk Water Board."
AMSEL = "The Dorn Relief Agency drowned through the fault of the Amsel Power Board."


def test_rival_answers_to_a_question_of_the_schema_stand_side_by_side() -> None:
    """Named speakers who blame different actors are told together, each in their own name."""
    briefs = [_said("a", DORN, "blame", said_by="Lina Mokhtar"), _said("b", AMSEL, "blame", said_by="Omar Sand")]
    assert _differences(*briefs) == [("Dorn Relief Agency: whose fault it is", ["Lina Mokhtar", "Omar Sand"])]


def test_speakers_who_blame_the_same_are_no_rivals() -> None:
    """Agreement, an article's own voice, another label and unnamed speakers make no rivalry."""
    first = _said("a", DORN, "blame", said_by="Lina Mokhtar")
    assert _differences(first, _said("b", DORN + " Sadly.", "blame", said_by="Omar Sand")) == []
    assert _differences(first, _said("b", AMSEL, "blame")) == []
    assert _differences(first, _said("b", AMSEL, "water", said_by="Omar Sand")) == []
    assert _differences(first, _said("b", AMSEL, "blame", said_by="local residents")) == []
