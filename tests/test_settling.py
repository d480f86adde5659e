"""What a model may change: only what it has proven itself on, and never what a rule is sure of."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from asking_samples import RULES_DRAFT, SCHEMA, sample
from hypothesis import given
from hypothesis import strategies as st

from summarizer.backends.planning import FIELDS, is_unsure, plan_numbers, plan_sentences
from summarizer.backends.questions import NONE, Answers, Item, answer_model, decoded
from summarizer.backends.settling import drafted, proven, settle_numbers, settle_sentences
from summarizer.checks import check_estimate
from summarizer.models import Draft

MARKED = sample()
NUMBERS = plan_numbers(RULES_DRAFT, MARKED, SCHEMA)
SENTENCES = plan_sentences(RULES_DRAFT, MARKED, SCHEMA)


def items(*known: str) -> list[Item]:
    """Return controls for a holder."""
    return [Item(f"N{n}", "", {"holder": {"Alpha": "A1", "Beta": "A2"}}, {"holder": k}) for n, k in enumerate(known, 1)]


def says(*answers: str) -> Answers:
    """Return answers about these controls."""
    return {f"N{n}": {"holder": a} for n, a in enumerate(answers, 1)}


@pytest.mark.parametrize(
    ("known", "answered", "believed"),
    [
        (("A1", "A2", "A1"), ("A1", "A2", "A1"), True),
        (("A1", "A2", "A1", "A2"), ("A1", "A2", "A1", "A1"), True),
        (("A1", "A2", "A1", "A2"), ("A1", "A2", "A2", "A1"), False),
        (("A1", "A2"), ("A1", "A2"), False),
        (("A1", "A1", "A1"), ("A1", "A1", "A1"), False),
        (("A1", "A2", "A1"), (), False),
    ],
    ids=["all right", "one wrong", "half wrong", "too few", "always the same", "no answers"],
)
def test_what_proves_a_model(known: tuple[str, ...], answered: tuple[str, ...], believed: bool) -> None:
    """Enough right answers of more than one kind make a field believed."""
    assert proven(items(*known), says(*answered)) == (frozenset({"holder"}) if believed else frozenset())


def answers_for(asked: list[Item]) -> st.SearchStrategy[Answers]:
    """Return any answers that fit the choices of these items."""
    fields: Mapping[str, st.SearchStrategy[dict[str, str]]] = {
        i.tag: st.fixed_dictionaries({f: st.sampled_from([*c.values(), NONE]) for f, c in i.choices.items()})
        for i in asked
    }
    return st.fixed_dictionaries(dict(fields))


@given(answers_for(NUMBERS))
def test_no_answers_harm_what_the_rules_found(answers: Answers) -> None:
    """Whatever is answered: no estimate is lost, no sure field changes, and all that stands passes the checks."""
    before = drafted(RULES_DRAFT)
    after = drafted(settle_numbers(RULES_DRAFT, NUMBERS, answers, {}, MARKED, SCHEMA))
    assert set(before) <= set(after)
    for tag, estimate in after.items():
        assert check_estimate(estimate, MARKED, SCHEMA) is None
        if tag in before:
            sure = [f for f in FIELDS if not is_unsure(before[tag], f)]
            assert all(getattr(estimate, f) == getattr(before[tag], f) for f in sure)


@given(answers_for(SENTENCES))
def test_no_answers_take_a_claim_away(answers: Answers) -> None:
    """Whatever is answered: the rules' claims stay, and what is added carries a cue."""
    after = settle_sentences(RULES_DRAFT, SENTENCES, answers, MARKED, SCHEMA).claims["tactics"]
    assert {c.sentences for c in RULES_DRAFT.claims["tactics"]} <= {c.sentences for c in after}
    assert {c.sentences for c in after} <= {("S6",), ("S7",), ("S8",)}


def test_nothing_open_is_no_question() -> None:
    """Without estimates to learn from, or with nothing unsure, no number is asked about."""
    assert plan_numbers(Draft(), MARKED, SCHEMA) == []
    assert plan_sentences(Draft(), MARKED, SCHEMA) == []


def test_every_choice_is_an_answer_and_nothing_else_is() -> None:
    """The answer model takes each choice and "none", and refuses others, missing keys and tags from elsewhere."""
    model = answer_model("numbers", NUMBERS)
    first = {i.tag: {f: next(iter(c)) for f, c in i.choices.items()} for i in NUMBERS}
    assert model.model_validate(first).model_dump() == first
    assert decoded(NUMBERS, first)["N1"]["holder"] == "A1"
    for wrong in ({**first, "N1": {**first["N1"], "holder": "Omega"}}, {k: v for k, v in first.items() if k != "N1"}):
        with pytest.raises(ValueError, match="N1"):
            model.model_validate(wrong)
