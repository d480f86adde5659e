"""Unknown names: only doubtful ones are asked about, and only a proven model moves them."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fake_server import Body, Reply, said, serving
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from summarizer import article_from_text
from summarizer.backends.composing import open_openai_backend
from summarizer.backends.naming import FIELD, names_to_confirm, plan_names, settle_names
from summarizer.backends.offline import OfflineBackend, draft_by_rules
from summarizer.backends.questions import NONE, Answers
from summarizer.grounding import ground
from summarizer.marking import mark
from summarizer.models import Actor, ArticleBrief, Draft, Entities, Location, MarkedArticle, Places
from summarizer.schema import EntityRules, load_schema
from summarizer.settings import Settings

TEXT = """ISIS fighters left the town of Raqqa on Monday, the Syrian Democratic Forces said.

Foreign Minister Jan Kowalski told reporters in Mosul that the talks would go on. Kowalski named no date.

Ostrava Lantern was read out to the meeting, and so was Marburg Ribbon of the year before.

Trucks with flour and blankets came from Tell Abu Qisr, where a depot was opened.

Those who spoke for the families asked for a list of all who were held.
"""
SCHEMA = load_schema("conflict")
MARKED = mark(article_from_text(TEXT), SCHEMA)
DRAFT = draft_by_rules(MARKED, SCHEMA)


def tag_of(name: str, marked: MarkedArticle = MARKED) -> str:
    """Return the tag of a name."""
    for letter, listed in (("A", marked.actors), ("P", marked.places)):
        for n, item in enumerate(listed, start=1):
            if item.name == name:
                return f"{letter}{n}"
    raise AssertionError(f"{name} is not marked: {[a.name for a in marked.actors]} {[p.name for p in marked.places]}")


ITEMS = plan_names(DRAFT, MARKED, SCHEMA)
DOUBTFUL = {"Ostrava Lantern", "Marburg Ribbon", "Tell Abu Qisr"}
RIGHT: Answers = {i.tag: {FIELD: i.known.get(FIELD, NONE)} for i in ITEMS}


def briefed(answers: Answers) -> ArticleBrief:
    """Return the brief with what the answers make of the names."""
    return ground(MARKED, settle_names(DRAFT, ITEMS, answers, MARKED), SCHEMA)


def names(brief: ArticleBrief) -> tuple[dict[str, str], set[str]]:
    """Return who is listed with their kinds, and where."""
    who, where = brief.sections["who"], brief.sections["where"]
    assert isinstance(who, Entities)
    assert isinstance(where, Places)
    return {e.name: e.kind for e in who.items}, {p.name for p in where.items}


def test_only_doubtful_names_are_asked_about() -> None:
    """Names by capitals alone and unknown places are in doubt; known names, titled persons and towns are controls."""
    found = {tag_of(name) for name in DOUBTFUL}
    assert {i.tag for i in ITEMS if i.open} == found
    known = {i.tag: i.known[FIELD] for i in ITEMS if i.known}
    assert known[tag_of("ISIS")] == "armed_group"
    assert known[tag_of("Jan Kowalski")] == "person"
    assert known[tag_of("Raqqa")] == "place"


def test_what_looks_like_a_name_can_be_called_by_what_it_is() -> None:
    """An event, a document or a bare title counts as no name, unless the domain has a kind of that word."""
    choices = ITEMS[0].choices[FIELD]
    assert [choices[word] for word in ("event", "document", "title")] == [NONE] * 3
    assert choices["person"] == "person"
    sections = tuple(
        replace(s, rules=replace(s.rules, kinds={**s.rules.kinds, "event": "a festival"}))
        if isinstance(s.rules, EntityRules)
        else s
        for s in SCHEMA.sections
    )
    items = plan_names(DRAFT, MARKED, replace(SCHEMA, sections=sections))
    assert items[0].choices[FIELD]["event"] == "event"
    assert items[0].choices[FIELD]["title"] == NONE


def test_a_proven_model_takes_out_what_is_no_name() -> None:
    """What the model takes for nothing of the kinds leaves the lists; everything else stays."""
    before, after = names(ground(MARKED, DRAFT, SCHEMA)), names(briefed(RIGHT))
    assert set(before[0]) - set(after[0]) == {"Ostrava Lantern", "Marburg Ribbon"}
    assert before[1] - after[1] == {"Tell Abu Qisr"}


def test_a_name_goes_under_the_kind_that_it_is_of() -> None:
    """An actor that is a place moves to the places with its mentions, a place that is a group to the actors."""
    said_so = RIGHT | {
        tag_of("Ostrava Lantern"): {FIELD: "place"},
        tag_of("Marburg Ribbon"): {FIELD: "armed_group"},
        tag_of("Tell Abu Qisr"): {FIELD: "armed_group"},
    }
    brief = briefed(said_so)
    who, where = names(brief)
    assert (who["Marburg Ribbon"], who["Tell Abu Qisr"]) == ("armed_group", "armed_group")
    assert "Ostrava Lantern" in where
    assert "Ostrava Lantern" not in who
    for section in brief.sections.values():
        for item in section.items if isinstance(section, Entities | Places) else ():
            assert all(TEXT[m.start : m.end] in (item.name, *item.aliases) for m in item.mentions)
            assert item.mentions


def test_a_kind_that_the_model_uses_wrongly_is_not_believed() -> None:
    """A model that calls all groups organisations is believed on places and persons, and on no organisation."""
    loose = {t: {FIELD: "organisation" if a[FIELD] in ("armed_group", "state") else a[FIELD]} for t, a in RIGHT.items()}
    said_so = loose | {tag_of("Marburg Ribbon"): {FIELD: "organisation"}, tag_of("Ostrava Lantern"): {FIELD: "place"}}
    who, where = names(briefed(said_so))
    assert who["Marburg Ribbon"] == "person"
    assert "Ostrava Lantern" in where


def test_what_nobody_could_read_is_put_in() -> None:
    """An unknown name that nothing explains is asked about, and becomes the place that a proven model sees."""
    text = TEXT + "\nThey took Welkantu and Raberi by night. Welkantu had been theirs before.\n"
    marked = mark(article_from_text(text), SCHEMA)
    draft = draft_by_rules(marked, SCHEMA)
    items = plan_names(draft, marked, SCHEMA)
    unread = {marked.unread[int(i.tag[1:]) - 1].name: i.tag for i in items if i.tag.startswith("U")}
    assert set(unread) == {"Welkantu", "Raberi"}
    answers = {i.tag: {FIELD: i.known.get(FIELD, NONE)} for i in items}
    before = ground(marked, draft, SCHEMA)
    silent = ground(marked, settle_names(draft, items, answers, marked), SCHEMA)
    assert names(silent)[1] == names(before)[1] - {"Tell Abu Qisr"}
    told = answers | {unread["Welkantu"]: {FIELD: "place"}, unread["Raberi"]: {FIELD: "armed_group"}}
    brief = ground(marked, settle_names(draft, items, told, marked), SCHEMA)
    who, where = names(brief)
    assert "Welkantu" in where
    assert who["Raberi"] == "armed_group"
    places = brief.sections["where"]
    assert isinstance(places, Places)
    (found,) = [p for p in places.items if p.name == "Welkantu"]
    assert [text[m.start : m.end] for m in found.mentions] == ["Welkantu"] * 2


@pytest.mark.parametrize(
    ("sentence", "unread"),
    [
        ("They took Welkantu, and Raberi Qosh after it.", {"Welkantu"}),  # two words by their capitals are a person
        ("It was the Afghan Torvora that they feared.", {"Torvora"}),
        ("The Russian-Turkish deal and the Syria-Iraq line held.", set()),
        ("The Kurdish-Arab force and Sunni tribes fled, and Islam spread.", set()),
        ("Wandering men were seen on Monday.", set()),
        ("They met in Welkantu and left Welkantu at night.", set()),
    ],
)
def test_only_what_looks_like_a_name_is_left_unread(sentence: str, unread: set[str]) -> None:
    """Nations are no part of a name, nor days, nor a sentence's first word; what one mention explains is read."""
    assert {u.name for u in mark(article_from_text(sentence), SCHEMA).unread} == unread


@pytest.mark.parametrize("always", ["person", "place", "armed_group", "none"])
def test_a_model_that_always_says_the_same_changes_nothing(always: str) -> None:
    """Its controls give it away, and a note says that it was not followed."""
    settled = settle_names(DRAFT, ITEMS, {i.tag: {FIELD: always} for i in ITEMS}, MARKED)
    assert (settled.entities, settled.places, settled.kinds) == (DRAFT.entities, DRAFT.places, {})
    assert [n.kind for n in settled.notes[len(DRAFT.notes) :]] == ["fallback"]


@hypothesis_settings(deadline=None)  # a brief takes long where the machine is busy
@given(
    st.fixed_dictionaries(
        {i.tag: st.fixed_dictionaries({FIELD: st.sampled_from([*i.choices[FIELD], NONE])}) for i in ITEMS}
    )
)
def test_no_answers_lose_a_name_that_was_not_asked_about(answers: Answers) -> None:
    """Whatever is answered: sure names stay as they are, and only what is asked again moves."""
    (who, where), (before, places) = names(briefed(answers)), names(ground(MARKED, DRAFT, SCHEMA))
    assert {n: k for n, k in before.items() if n not in DOUBTFUL}.items() <= who.items()
    assert places - DOUBTFUL <= where
    moved = {n for n in DOUBTFUL if before.get(n) != who.get(n) or (n in places) != (n in where)}
    assert {tag_of(n) for n in moved} == set(names_to_confirm(ITEMS, answers, MARKED))


def test_names_that_something_hangs_on_are_not_asked_about() -> None:
    """Who holds a figure, says something or is named in the domain's list is beyond doubt."""
    text = TEXT + "\nVolker Grunwald Brigade lost 40 fighters near Tell Abu Qisr on Friday, it said.\n"
    marked = mark(article_from_text(text), SCHEMA)
    asked = {i.tag for i in plan_names(draft_by_rules(marked, SCHEMA), marked, SCHEMA) if i.open}
    assert tag_of("Tell Abu Qisr", marked) not in asked


def test_without_controls_nothing_is_asked() -> None:
    """An article in which no name is beyond doubt cannot prove anybody."""
    marked = mark(article_from_text("They read Ostrava Lantern aloud. Nobody read Marburg Ribbon."), SCHEMA)
    assert plan_names(draft_by_rules(marked, SCHEMA), marked, SCHEMA) == []


def test_kinds_that_point_at_nothing_do_no_harm() -> None:
    """A draft may say anything of any tag: what is no name of the article is passed over."""
    draft = Draft(kinds={"A99": "place", "P99": "person", "N1": "place", "U9": "place", "": "x"})
    assert ground(MARKED, draft, SCHEMA).notes == ground(MARKED, Draft(), SCHEMA).notes


def test_names_are_asked_about_over_http(tmp_path: Path) -> None:
    """The whole way: the question shows the names in their sentences, and what comes back twice moves them."""

    def script(body: Body) -> Reply:
        schema = body["response_format"]["json_schema"]["schema"]
        asked = {tag: schema["$defs"][tag]["properties"] for tag in schema["properties"]}
        return said(
            json.dumps(
                {t: {f: RIGHT[t][f] if f == FIELD else p["enum"][-1] for f, p in ps.items()} for t, ps in asked.items()}
            )
        )

    async def run() -> Any:
        settings = replace(Settings(backend="openai", base_url=server.url, model="fake-model"))
        rules = OfflineBackend(SCHEMA, spares=True)
        backend = await open_openai_backend(rules=rules, schema=SCHEMA, settings=settings, cache_dir=tmp_path)
        try:
            return await backend.draft(MARKED)
        finally:
            await backend.close()

    with serving(script) as server:
        who, where = names(ground(MARKED, asyncio.run(run()), SCHEMA))
    assert not DOUBTFUL & ({*who} | where)
    # What would change is asked about again behind one name beyond doubt of each sort.
    again = list(server.asked[-1].body["response_format"]["json_schema"]["schema"]["properties"])
    known = {i.tag for i in ITEMS if i.known}
    assert {*again[-3:]} == {tag_of(name) for name in DOUBTFUL}
    assert {*again[:-3]} <= known
    assert len(again) == 6
    first = server.asked[0].body["messages"][1]["content"]
    assert "Ostrava Lantern (S" in first
    assert "Ostrava Lantern was read out" in first
    assert "Those who spoke for the families" not in first


def test_values_are_what_they_were() -> None:
    """The sample is what the tests take it for: an actor by capitals, and a place that no gazetteer has."""
    assert isinstance(MARKED.actors[int(tag_of("Ostrava Lantern")[1:]) - 1], Actor)
    place = MARKED.places[int(tag_of("Tell Abu Qisr")[1:]) - 1]
    assert isinstance(place, Location)
    assert place.key.startswith("form:")
