"""A whole article over real HTTP: what a model may change in the rules' draft, and what it may not."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from asking_samples import RIGHT, RULES_DRAFT, SCHEMA, FakeRules, sample
from fake_server import Body, FakeServer, Reply, error, in_mode, said, serving

from summarizer.backends.base import Usage
from summarizer.backends.composing import open_openai_backend
from summarizer.backends.pointing import OpenAIBackend
from summarizer.errors import DraftError
from summarizer.models import (
    Draft,
)
from summarizer.settings import Settings

KEY = "sk-very-secret"


async def opened(server: FakeServer, folder: Path, rules: Draft = RULES_DRAFT, **more: Any) -> OpenAIBackend:
    """Return the backend as the package opens it."""
    settings = replace(Settings(backend="openai", base_url=server.url, api_key=KEY, model="fake-model"), **more)
    return await open_openai_backend(rules=FakeRules(rules), schema=SCHEMA, settings=settings, cache_dir=folder)


def drafted(server: FakeServer, folder: Path, **more: Any) -> tuple[Draft, Usage]:
    """Draft the sample article once."""

    async def run() -> tuple[Draft, Usage]:
        backend = await opened(server, folder, **more)
        try:
            return await backend.draft(sample()), backend.usage
        finally:
            await backend.close()

    return asyncio.run(run())


def choices(body: Body) -> dict[str, dict[str, list[str]]]:
    """Return what may be answered: item to field to choices, from the request's JSON Schema."""
    schema = body["response_format"]["json_schema"]["schema"]
    defs = schema["$defs"]
    return {tag: {f: p["enum"] for f, p in defs[tag]["properties"].items()} for tag in schema["properties"]}


def answering(pick: Callable[[str, str, list[str]], str]) -> Callable[[Body], Reply]:
    """Return a script that picks an answer for each item and field."""

    def script(body: Body) -> Reply:
        picked = {t: {f: pick(t, f, enum) for f, enum in fields.items()} for t, fields in choices(body).items()}
        return said(json.dumps(picked))

    return script


def right(tag: str, name: str, enum: list[str]) -> str:
    """Answer as a reader would."""
    answer = RIGHT.get(tag, {}).get(name, "none")
    assert answer in enum
    return answer


def strengths(draft: Draft) -> Mapping[str, Any]:
    """Return the estimates by tag."""
    return {e.quantity: e for e in draft.estimates["strength"]}


def test_a_good_model_settles_what_the_rules_leave_open(tmp_path: Path) -> None:
    """An unsure holder is settled, a missed figure and a spare sentence are added; what was sure stays."""
    with serving(answering(right)) as server:
        draft, usage = drafted(server, tmp_path)
    found, before = strengths(draft), strengths(RULES_DRAFT)
    assert {t: found[t] for t in ("N1", "N2", "N3", "N4")} == {t: before[t] for t in ("N1", "N2", "N3", "N4")}
    assert (found["N5"].holder, found["N5"].rules["holder"]) == ("A3", "model")
    assert (found["N7"].measure, found["N7"].holder) == ("civilians", "civilians")
    assert draft.claims["tactics"][:-1] == RULES_DRAFT.claims["tactics"]
    assert (draft.claims["tactics"][-1].sentences, draft.claims["tactics"][-1].label) == (("S8",), "ambush")
    assert (draft.notes, draft.spares) == ((), {})
    # Numbers and sentences, of each the controls before the others, and what would change, the other way round.
    assert usage.calls == len(server.asked) == 6
    prefixes = {r.body["messages"][1]["content"].partition("\n\n")[0] for r in server.asked}
    assert len(prefixes) == 1


def test_what_is_asked_again_is_asked_the_other_way_round(tmp_path: Path) -> None:
    """Only the fields that would change something are in doubt, and their choices stand in another order."""
    with serving(answering(right)) as server:
        drafted(server, tmp_path)
    first, again = choices(server.asked[1].body), choices(server.asked[4].body)
    assert list(again) == ["N7", "N5"]
    for tag, fields in again.items():
        for name, offered in fields.items():
            assert offered == [*reversed(first[tag][name][:-1]), "none"]


def test_what_does_not_come_out_the_same_is_not_followed(tmp_path: Path) -> None:
    """A model that picks what stands at one place may pass the controls and changes nothing; a note says so."""
    asked: list[tuple[str, str]] = []

    def pick(tag: str, name: str, enum: list[str]) -> str:
        asked.append((tag, name))
        if (tag, name) == ("N5", "holder") and asked.count((tag, name)) > 1:
            return "Alpha"
        return right(tag, name, enum)

    with serving(answering(pick)) as server:
        draft, _ = drafted(server, tmp_path)
    assert strengths(draft)["N5"] == strengths(RULES_DRAFT)["N5"]
    assert strengths(draft)["N7"].measure == "civilians"
    assert [n.text for n in draft.notes if "other way round" in n.text]


@pytest.mark.parametrize(
    "pick",
    [
        lambda _tag, _name, enum: enum[0],
        lambda _tag, _name, enum: enum[-2],
        lambda _tag, _name, enum: enum[-1],
        lambda tag, name, enum: enum[(len(tag) * 7 + int(tag[1:]) * 3 + len(name)) % len(enum)],
    ],
    ids=["first", "last", "none", "any"],
)
def test_nonsense_changes_nothing(tmp_path: Path, pick: Callable[[str, str, list[str]], str]) -> None:
    """A model that always says the same, or anything, leaves the rules' draft as it is, and a note says so."""
    with serving(answering(pick)) as server:
        draft, _ = drafted(server, tmp_path)
    assert draft.estimates == RULES_DRAFT.estimates
    assert draft.claims == RULES_DRAFT.claims
    assert {n.kind for n in draft.notes} == {"fallback"}


def test_who_fails_the_controls_is_not_asked_the_rest(tmp_path: Path) -> None:
    """Controls go first; where a model can prove itself on a field no more, that field is asked about no longer."""

    def pick(tag: str, name: str, enum: list[str]) -> str:
        return "none" if name == "holder" else right(tag, name, enum)

    with serving(answering(pick)) as server:
        draft, _ = drafted(server, tmp_path, batch=2)
    asked = [choices(r.body) for r in server.asked]
    fields = [(tag, *named) for question in asked for tag, named in question.items() if tag.startswith("N")]
    # Two of four controls are the most that could have been right after the first two were wrong.
    assert [tag for tag, *named in fields if "holder" in named] == ["N1", "N2"]
    assert "N7" in {tag for tag, *named in fields if "measure" in named}
    assert strengths(draft)["N5"] == strengths(RULES_DRAFT)["N5"]


def test_who_fails_all_controls_costs_no_more(tmp_path: Path) -> None:
    """A model that fails every field on the first numbers is asked about no further number."""
    with serving(answering(lambda _tag, _name, _enum: "none")) as server:
        drafted(server, tmp_path, batch=2)
    asked = [tag for r in server.asked for tag in choices(r.body) if tag.startswith("N")]
    assert asked == ["N1", "N2"]


def test_an_answer_that_a_check_refuses_is_asked_again_with_the_reason(tmp_path: Path) -> None:
    """`killed` for residents who wait is sent back in words; the second answer stands."""
    seen: list[str] = []

    def pick(tag: str, name: str, enum: list[str]) -> str:
        if (tag, name) == ("N7", "measure") and not seen:
            return "killed"
        return right(tag, name, enum)

    def script(body: Body) -> Reply:
        reply = answering(pick)(body)
        seen.extend(re.findall("N7: .*no word near.*", body["messages"][1]["content"]))
        return reply

    def twice(body: Body) -> Reply:
        seen.extend(re.findall("N7: .*no word near.*", body["messages"][1]["content"]))
        return script(body)

    with serving(twice) as server:
        draft, _ = drafted(server, tmp_path)
    assert seen
    assert strengths(draft)["N7"].measure == "civilians"
    assert draft.notes == ()


def test_an_answer_that_stays_wrong_falls_back_with_a_note(tmp_path: Path) -> None:
    """After `reasks` refusals what the rules found stands, and the note quotes the figure."""

    def pick(tag: str, name: str, enum: list[str]) -> str:
        return "killed" if (tag, name) == ("N7", "measure") else right(tag, name, enum)

    with serving(answering(pick)) as server:
        draft, _ = drafted(server, tmp_path, reasks=1)
    assert "N7" not in strengths(draft)
    assert strengths(draft)["N5"].holder == "A3"
    (note,) = draft.notes
    assert "About 300" in note.text
    assert [e.quote for e in note.evidence] == ["About 300"]
    asked = [r.body["messages"][1]["content"].partition("Choose for each")[2] for r in server.asked]
    assert sum("N7" in words for words in asked) == 2


def test_a_cut_answer_is_asked_again_in_halves(tmp_path: Path) -> None:
    """Where the token limit cuts the answer, smaller questions are asked, and the result is the same."""

    def script(body: Body) -> Reply:
        if len(choices(body)) > 2:
            return said('{"N1":{"measure":"personnel"', finish="length")
        return answering(right)(body)

    with serving(script) as server:
        draft, _ = drafted(server, tmp_path)
    assert strengths(draft)["N5"].holder == "A3"
    assert max(len(choices(r.body)) for r in server.asked[-1:]) <= 2


def test_answers_outside_the_choices_are_refused(tmp_path: Path) -> None:
    """A server that does not hold to schemas may answer any tag: it is refused, and the rules' draft stands."""
    with serving(lambda body: in_mode(body, '{"N5":{"holder":"A999"}}')) as server:
        draft, _ = drafted(server, tmp_path, reasks=0)
    assert draft.estimates == RULES_DRAFT.estimates
    assert draft.claims == RULES_DRAFT.claims


def test_a_second_run_sends_nothing(tmp_path: Path) -> None:
    """With the model named, all comes from the cache, and the draft is the same."""
    with serving(answering(right)) as server:
        first, _ = drafted(server, tmp_path)
        sent = len(server.requests)
        second, usage = drafted(server, tmp_path)
        assert len(server.requests) == sent
    assert second == first
    assert (usage.calls, usage.cache_hits, usage.saved_in) == (0, 6, 600)


def test_neither_key_nor_secret_is_kept(tmp_path: Path) -> None:
    """Nothing in the cache folder holds the key or a password of the URL."""
    with serving(answering(right)) as server:
        drafted(server, tmp_path, base_url=server.url.replace("//", "//user:pa55word@"))
    kept = b"".join(f.read_bytes() for f in tmp_path.rglob("*") if f.is_file())
    assert KEY.encode() not in kept
    assert b"pa55word" not in kept


def test_transport_errors_end_the_article_with_what_the_server_said(tmp_path: Path) -> None:
    """When the retries are used up, the article fails with the server's words, once as often as asked for."""
    with serving(error(500, "boom", {"Retry-After": "0"})) as server, pytest.raises(DraftError, match="boom"):
        drafted(server, tmp_path, retries=0)
    assert len(server.asked) == 1


def test_an_article_without_open_questions_costs_nothing(tmp_path: Path) -> None:
    """Where the rules leave nothing open, nothing is sent."""
    with serving(answering(right)) as server:

        async def run() -> Draft:
            backend = await opened(server, tmp_path, Draft())
            try:
                return await backend.draft(sample())
            finally:
                await backend.close()

        assert asyncio.run(run()) == Draft()
    assert server.requests == []
