"""What a model may change: only what it has proven itself on, and never what a rule is sure of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest
from asking_samples import RULES_DRAFT, SCHEMA, TACTICS, sample
from hypothesis import given
from hypothesis import strategies as st

from summarizer.backends.planning import FIELDS, is_open, plan_numbers
from summarizer.backends.proving import proven, withdraw
from summarizer.backends.questions import NONE, Answers, Family, Item, answer_model, asking, decoded
from summarizer.backends.ranking import plan_sentences, sentences_to_confirm, settle_sentences
from summarizer.backends.settling import drafted, settle_numbers, to_confirm
from summarizer.checks import check_estimate
from summarizer.models import Draft, DraftClaim
from summarizer.prompting import load_prompts
from summarizer.schema import Cue, Schema, SectionSpec

MARKED = sample()
NUMBERS = plan_numbers(RULES_DRAFT, MARKED, SCHEMA)
SENTENCES = plan_sentences(RULES_DRAFT, MARKED, SCHEMA)
# The same domain with room for four tactics only, all of which are taken.
FULL = replace(
    SCHEMA,
    sections=tuple(
        replace(s, rules=replace(TACTICS, at_most=4)) if s.name == "tactics" else s for s in SCHEMA.sections
    ),
)


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
        (("A1", "A2", "A1", "A2", "A1", "A2"), ("A1", "A2", "A1", "A2", "A1", "A1"), True),
        (("A1", "A2", "A1", "A2", "A1", "A2"), ("A1", "A2", "A1", "A2", "A2", "A1"), False),
        (("A1", "A2", "A1", "A2"), ("A1", "A2", "A1", "A1"), False),
        (("A1", "A2"), ("A1", "A2"), False),
        (("A1", "A1", "A1"), ("A1", "A1", "A1"), False),
        (("A1", "A2", "A1"), (), False),
    ],
    ids=[
        "all right",
        "one of six wrong",
        "two of six wrong",
        "one of four wrong",
        "too few",
        "always the same",
        "no answers",
    ],
)
def test_what_proves_a_model(known: tuple[str, ...], answered: tuple[str, ...], believed: bool) -> None:
    """Enough right answers of more than one kind make a field believed."""
    assert proven(items(*known), says(*answered)) == (frozenset({"holder"}) if believed else frozenset())


def test_what_came_out_otherwise_is_withdrawn() -> None:
    """Asked again, only equal answers stay; one that did not come again is gone too."""
    first = {"N1": {"holder": "A1", "place": "P1"}, "N2": {"holder": "A2"}, "N3": {"holder": "A3"}}
    again = {"N1": {"holder": "A1", "place": "P2"}, "N2": {"holder": "A1"}}
    asked = {"N1": ("holder", "place"), "N2": ("holder",), "N3": ("holder",)}
    assert withdraw(first, again, asked) == 3
    assert first == {"N1": {"holder": "A1"}, "N2": {}, "N3": {}}


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
            sure = [f for f in FIELDS if not is_open(before[tag], f, MARKED)]
            assert all(getattr(estimate, f) == getattr(before[tag], f) for f in sure)


@given(answers_for(NUMBERS))
def test_all_that_would_change_is_asked_again(answers: Answers) -> None:
    """What is not among the doubted stays as it was, so nothing changes unconfirmed."""
    doubted = to_confirm(NUMBERS, answers, RULES_DRAFT, MARKED)
    before = drafted(RULES_DRAFT)
    for tag, estimate in drafted(settle_numbers(RULES_DRAFT, NUMBERS, answers, {}, MARKED, SCHEMA)).items():
        changed = {f for f in FIELDS if tag not in before or getattr(estimate, f) != getattr(before[tag], f)}
        changed -= set() if tag in before else {f for f in FIELDS if getattr(estimate, f) is None}
        assert changed <= set(doubted.get(tag, ()))


@given(answers_for(SENTENCES))
def test_no_answers_take_a_claim_away_while_there_is_room(answers: Answers) -> None:
    """Whatever is answered: the rules' claims stay, and what is added is one that the rules nearly took."""
    after = settle_sentences(RULES_DRAFT, SENTENCES, answers, MARKED, SCHEMA).claims["tactics"]
    assert [c for c in after if c in RULES_DRAFT.claims["tactics"]] == list(RULES_DRAFT.claims["tactics"])
    assert {c.sentences for c in after} - {c.sentences for c in RULES_DRAFT.claims["tactics"]} <= {("S8",)}


def right(asked: list[Item], **said: str) -> Answers:
    """Return the answers that prove a model, with what it says of the open sentences."""
    known = {i.tag: {"tactics": "yes" if i.known.get("tactics") == "yes" else "no"} for i in asked}
    return known | {tag: {"tactics": answer} for tag, answer in said.items()}


def test_where_there_is_no_room_a_weak_claim_gives_way() -> None:
    """The weakest claim that the model takes for something else gives way to a spare that it takes for one."""
    asked = plan_sentences(RULES_DRAFT, MARKED, FULL)
    assert {i.tag for i in asked if i.open} == {"S8", "S13"}
    after = settle_sentences(RULES_DRAFT, asked, right(asked, S8="yes", S13="no"), MARKED, FULL).claims["tactics"]
    assert [c.sentences[0] for c in after] == ["S6", "S7", "S12", "S8"]
    assert after[-1].label == "ambush"
    assert after[-1].rules["kept"] == "model"


@pytest.mark.parametrize(("spare", "weak"), [("yes", "yes"), ("no", "no"), ("none", "none")])
def test_nothing_gives_way_for_nothing(spare: str, weak: str) -> None:
    """A weak claim stays where the model takes it for one, or where nothing better is there."""
    asked = plan_sentences(RULES_DRAFT, MARKED, FULL)
    settled = settle_sentences(RULES_DRAFT, asked, right(asked, S8=spare, S13=weak), MARKED, FULL)
    assert settled.claims == RULES_DRAFT.claims


@given(answers_for(plan_sentences(RULES_DRAFT, MARKED, FULL)))
def test_a_section_never_grows_beyond_its_room(answers: Answers) -> None:
    """Whatever is answered: no more claims than the schema wants, none of the sure ones lost, none unconfirmed."""
    asked = plan_sentences(RULES_DRAFT, MARKED, FULL)
    after = settle_sentences(RULES_DRAFT, asked, answers, MARKED, FULL).claims["tactics"]
    assert len(after) == 4
    assert {("S6",), ("S7",), ("S12",)} <= {c.sentences for c in after}
    moved = {c.sentences[0] for c in after} ^ {c.sentences[0] for c in RULES_DRAFT.claims["tactics"]}
    assert moved <= set(sentences_to_confirm(RULES_DRAFT, asked, answers, FULL))


def test_one_question_serves_two_sections() -> None:
    """A sentence that two sections have a question about is asked about once, with a field for each."""
    outlook = SectionSpec("outlook", "Outlook", "claims", "What comes.", TACTICS)
    both = Schema("conflict", (*SCHEMA.sections, outlook), (), "0")
    draft = RULES_DRAFT._replace(
        claims={**RULES_DRAFT.claims, "outlook": RULES_DRAFT.claims["tactics"]},
        spares={**RULES_DRAFT.spares, "outlook": RULES_DRAFT.spares["tactics"]},
    )
    asked = plan_sentences(draft, MARKED, both)
    assert [i.tag for i in asked] == [i.tag for i in SENTENCES]
    assert {tuple(i.choices) for i in asked} == {("tactics", "outlook")}


def test_what_is_of_another_section_is_a_control_too() -> None:
    """A sentence that is sure to be of one section and has no cue of the other is asked about for both."""
    rules = replace(TACTICS, labels={"threats": "Threats"}, cues=(Cue("threatens?", 2, "threats"),))
    outlook = SectionSpec("outlook", "Outlook", "claims", "What comes.", rules)
    both = Schema("conflict", (*SCHEMA.sections, outlook), (), "0")
    ahead = tuple(DraftClaim((f"S{n}",), "threats", score=9.0) for n in (1, 2, 3))
    draft = RULES_DRAFT._replace(
        claims={**RULES_DRAFT.claims, "outlook": ahead}, spares={**RULES_DRAFT.spares, "outlook": ahead[:1]}
    )
    asked = {i.tag: i.known for i in plan_sentences(draft, MARKED, both)}
    yes = next(iter(rules.tells))
    shared = [tag for tag, known in asked.items() if known == {"tactics": NONE, "outlook": yes}]
    assert shared
    assert sum(known.get("tactics") == NONE for known in asked.values()) == 3


def test_a_question_turned_round_reads_otherwise() -> None:
    """What the choices mean is listed the other way round too: else a single sentence would be asked twice the same."""
    means = {"tactics": {"method": "how", "event": "what", "position": "where"}}
    item = Item("S1", "Alpha dug.", {"tactics": {word: word for word in means["tactics"]}}, inline=True)
    about = asking(MARKED, SCHEMA, load_prompts("conflict"), [item])
    first, again = (about.question(Family("sentences", (i,), 6, means), [i], {}).ask for i in (item, item.turned))
    assert first.index("method (how)") < first.index("position (where)")
    assert again.index("position (where)") < again.index("method (how)")


def test_controls_go_before_all_that_is_open() -> None:
    """Where a family says so, no open field is in a question with a known one, and each field is asked about once."""
    one = Item("N1", "5", {"holder": {"a": "A1"}, "place": {"b": "P1"}}, {"holder": "A1"})
    two = Item("N2", "6", {"holder": {"a": "A1"}})
    batches = Family("numbers", (one, two), 1, controls_alone=True).batches
    assert [[(i.tag, *i.choices) for i in batch] for batch in batches] == [
        [("N1", "holder")],
        [("N1", "place")],
        [("N2", "holder")],
    ]


def test_nothing_open_is_no_question() -> None:
    """Without estimates to learn from, with nothing unsure, or without spares, nothing is asked about."""
    assert plan_numbers(Draft(), MARKED, SCHEMA) == []
    assert plan_sentences(Draft(), MARKED, SCHEMA) == []
    assert plan_sentences(RULES_DRAFT._replace(spares={}), MARKED, SCHEMA) == []
    few = {"tactics": tuple(DraftClaim((f"S{n}",), "mines", score=1.6) for n in (6, 7, 12))}
    assert plan_sentences(RULES_DRAFT._replace(claims=few), MARKED, SCHEMA) == []


def test_a_holder_that_no_rule_found_is_open() -> None:
    """A figure of nobody is left open, whatever the rule is called, one of somebody where the rule is unsure."""
    n5 = drafted(RULES_DRAFT)["N5"]._replace(rules={"holder": "nobody named"})
    assert is_open(n5._replace(holder=None), "holder", MARKED)
    assert not is_open(n5._replace(holder="A1"), "holder", MARKED)
    assert is_open(n5._replace(holder="A1", rules={"holder": "main party?"}), "holder", MARKED)


def test_a_place_is_open_only_where_the_sentence_leaves_it_so() -> None:
    """Where a figure's own sentence names several places and no rule chose one, that is an answer."""
    (n4,) = (e for e in RULES_DRAFT.estimates["strength"] if e.quantity == "N4")
    assert is_open(n4, "place", MARKED)
    text = MARKED.article.text
    at = text.index("residents of Southville")
    two = (*MARKED.spots, MARKED.spots[0]._replace(start=at, end=at + 9))
    assert not is_open(n4, "place", MARKED._replace(spots=two))
    assert not is_open(n4._replace(place="P2"), "place", MARKED)


def test_every_choice_is_an_answer_and_nothing_else_is() -> None:
    """The answer model takes each choice and "none", and refuses others, missing keys and tags from elsewhere."""
    model = answer_model("numbers", NUMBERS)
    first = {i.tag: {f: next(iter(c)) for f, c in i.choices.items()} for i in NUMBERS}
    assert json.loads(model.model_validate(first).model_dump_json()) == first
    assert decoded(NUMBERS, first)["N1"]["holder"] == "A1"
    for wrong in ({**first, "N1": {**first["N1"], "holder": "Omega"}}, {k: v for k, v in first.items() if k != "N1"}):
        with pytest.raises(ValueError, match="N1"):
            model.model_validate(wrong)
