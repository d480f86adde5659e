"""Articles that do not fit a model's context: nothing is asked twice, nothing is lost, and nothing moves."""

from __future__ import annotations

import asyncio
import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from asking_samples import SCHEMA, prompts
from fake_server import Body, FakeServer, Reply, error, said, serving
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from summarizer import article_from_text
from summarizer.backends.asking import Answer, AnswerError, Question, TooLongError
from summarizer.backends.composing import open_openai_backend
from summarizer.backends.interviewing import Interview, Replies
from summarizer.backends.measuring import tokens
from summarizer.backends.offline import OfflineBackend
from summarizer.backends.parting import MARGIN, Room, take_part
from summarizer.backends.questions import Family, Item, lead, window
from summarizer.marking import mark
from summarizer.models import MarkedArticle
from summarizer.schema import load_schema
from summarizer.settings import Settings

WORDS = "The council of the {n} district met again and spoke of roads, water, schools and of the {n} other matters."


def long_article(sentences: int) -> MarkedArticle:
    """Return a marked article of sentences that name a number each."""
    return mark(article_from_text(" ".join(WORDS.format(n=n + 100) for n in range(sentences))), load_schema("conflict"))


ARTICLE = long_article(60)


def families(positions: list[int], beside: list[tuple[int, ...]]) -> list[Family]:
    """Return two families of items that stand at these sentences."""
    rows = list(zip(positions, beside, strict=False))
    numbers = tuple(Item(f"N{n}", "x", {"holder": {"Alpha": "A1"}}, at=at, beside=b) for n, (at, b) in enumerate(rows))
    names = tuple(Item(f"A{n}", "x", {"kind": {"place": "place"}}, at=at) for n, (at, _) in enumerate(rows))
    return [Family("numbers", numbers, 6), Family("names", names, 8)]


POSITIONS = st.lists(st.integers(0, 59), max_size=12, unique=True)
BESIDE = st.lists(st.lists(st.integers(0, 59), max_size=3).map(tuple), min_size=12, max_size=12)


@hypothesis_settings(deadline=None)  # parting takes long where the machine is busy
@given(POSITIONS, BESIDE, st.integers(100, 6_000), st.floats(0.4, 2.5))
def test_every_item_is_in_one_part_or_in_none(
    positions: list[int], beside: list[tuple[int, ...]], context: int, scale: float
) -> None:
    """Whatever the context: the parts and what fits in none make up all items, each once, and every part fits."""
    left = [f for f in families(positions, beside) if f.items]
    wanted = Counter(i.tag for f in left for i in f.items)
    room, found = Room(context, frame=100, scale=scale), Counter[str]()
    costs = [tokens(ARTICLE.article.text[s.start : s.end]) for s in ARTICLE.article.sentences]
    while left:
        part, left, unfit = take_part(left, ARTICLE.article, room)
        assert part or unfit
        found.update(i.tag for i in (*(i for f in part for i in f.items), *unfit))
        for batch in (b for f in part for b in f.batches):
            shown = {*lead(ARTICLE.article)}.union(*map(window, batch))
            assert {i.at for i in batch} <= shown
            size = 100 + sum(costs[n] for n in shown - {*lead(ARTICLE.article)})
            assert size * scale * MARGIN <= context
    assert found == wanted


def test_without_a_limit_all_is_one_part() -> None:
    """Where the context is not known, the article is asked about whole."""
    asked = families([3, 50, 7], [()] * 3)
    assert take_part(asked, ARTICLE.article, Room(None, frame=100)) == (asked, [], [])


def test_estimates_follow_the_script() -> None:
    """A character of another script costs more than one of English; an estimate is never nothing."""
    english, russian = "The fighting may go on for days.", "Бои могут продлиться ещё много дней."
    assert 0.2 < tokens(english) / len(english) < 0.35
    assert tokens(russian) / len(russian) > 1.5 * tokens(english) / len(english)
    assert tokens("") > 0


class Reader:
    """Answers that there is nothing, counts tokens as it likes, and refuses what is longer than it reads."""

    def __init__(self, reads: int | None, *, rate: float = 1.0, tells: bool = True) -> None:
        """Read at most `reads` tokens; count `rate` for each that is estimated; `tells` how much it reads."""
        self.reads, self.rate, self.tells = reads, rate, tells
        self.asked: list[Question] = []
        self.refused = 0

    async def ask(self, question: Question) -> Answer:
        """Return "none" for all."""
        length = round(self.rate * sum(map(tokens, (question.system, question.prefix, question.ask))))
        if self.reads is not None and length + question.max_tokens > self.reads:
            self.refused += 1
            raise TooLongError("too long", context=self.reads if self.tells else None)
        self.asked.append(question)
        model = question.answer.model_json_schema()
        answer = {tag: dict.fromkeys(model["$defs"][tag]["properties"], "none") for tag in model["properties"]}
        return Answer(json.dumps(answer), length, 10)

    async def close(self) -> None:
        """Do nothing."""


def interviewed(reader: Any, asked: list[Family], context: int | None) -> Replies:
    """Ask about the long article."""
    interview = Interview(ARTICLE, asked, schema=SCHEMA, prompts=prompts(), asker=reader, reasks=0, context=context)
    return asyncio.run(interview.ask())


ALL = families(list(range(0, 60, 3)), [(max(0, n - 2),) for n in range(0, 60, 3)])


def tags_of(question: Question) -> list[str]:
    """Return what a question is about."""
    return list(question.answer.model_fields)


@pytest.mark.parametrize("rate", [0.6, 1.0, 2.2], ids=["fewer tokens", "as estimated", "more tokens"])
@pytest.mark.parametrize(("knows", "tells"), [(True, True), (False, True), (False, False)])
def test_a_long_article_is_asked_about_in_parts(rate: float, knows: bool, tells: bool) -> None:
    """With a context that is known, told in a refusal, or only felt: every item is answered once over its lead."""
    reader = Reader(1_500, rate=rate, tells=tells)
    replies = interviewed(reader, ALL, 1_500 if knows else None)
    wanted = {i.tag for f in ALL for i in f.items}
    assert replies.failed.get("numbers", {}) == replies.failed.get("names", {}) == {}
    assert replies.of("numbers").keys() | replies.of("names").keys() == wanted
    assert Counter(t for q in reader.asked for t in tags_of(q)) == Counter(wanted)
    assert len({q.prefix for q in reader.asked}) == 1
    assert all("\nS1: " in q.prefix and "\nS2: " in q.prefix for q in reader.asked)
    assert len(reader.asked) > sum(len(f.batches) for f in ALL) or rate <= 1  # else its questions fit as they are
    assert not knows or reader.refused <= 2


def test_what_the_server_counted_corrects_the_estimate() -> None:
    """A tokenizer that needs fewer tokens than estimated gets larger parts after the first, in the same order again."""
    many, few = Reader(800), Reader(800, rate=0.5)
    interviewed(many, ALL, 800)
    interviewed(few, ALL, 800)
    assert len(few.asked) < len(many.asked)
    again = Reader(800, rate=0.5)
    interviewed(again, ALL, 800)
    assert [q.fingerprint for q in again.asked] == [q.fingerprint for q in few.asked]


def test_what_the_choices_mean_is_counted() -> None:
    """Long explanations leave less room for items, and nothing is sent that does not fit."""
    names = Family("names", ALL[1].items, 8, {"kind": {"place": "any place " * 150}})
    reader = Reader(1_000)
    replies = interviewed(reader, [names], 1_000)
    assert reader.refused == 0
    assert len(replies.of("names")) == len(names.items)


def test_a_sentence_that_fits_nowhere_is_said() -> None:
    """An item whose sentence is longer than the context fails with the reason, and the others are asked."""
    on_and_on = " ".join(f"and on to {n}" for n in range(700))
    text = f"The council met in the old hall. It spoke of roads. The list went {on_and_on} at last. Then all went home."
    wide = mark(article_from_text(text), load_schema("conflict"))
    at = next(n for n, s in enumerate(wide.article.sentences) if s.end - s.start > 900)
    kind = {"kind": {"place": "place"}}
    asked = [Family("names", (Item("A1", "x", kind, at=at), Item("A2", "x", kind, at=0)), 8)]
    interview = Interview(wide, asked, schema=SCHEMA, prompts=prompts(), asker=Reader(None), reasks=0, context=700)
    replies = asyncio.run(interview.ask())
    assert list(replies.of("names")) == ["A2"]
    assert "does not fit" in replies.failures("names")["A1"]


def test_a_context_too_small_for_anything_ends() -> None:
    """A server that refuses everything as too long leaves all to the rules, and the reason is there."""
    reader = Reader(10)
    replies = interviewed(reader, ALL, None)
    assert reader.asked == []
    assert {*replies.failures("numbers"), *replies.failures("names")} == {i.tag for f in ALL for i in f.items}
    assert reader.refused < 10


# ------------------------------------------------------------------------------------------------- over real HTTP


def answering_none(body: Body) -> Reply:
    """Answer "none" or the last choice, whatever is asked."""
    schema = body["response_format"]["json_schema"]["schema"]
    answer = {
        tag: {f: (p.get("enum") or [p["const"]])[-1] for f, p in schema["$defs"][tag]["properties"].items()}
        for tag in schema["properties"]
    }
    return said(json.dumps(answer))


def with_context(size: int) -> Callable[[Body], Reply]:
    """Return a script of a server that reads so many tokens, as we estimate them."""

    def script(body: Body) -> Reply:
        length = sum(tokens(m["content"]) for m in body["messages"]) + body["max_tokens"]
        if length > size:
            return error(400, f"This model's maximum context length is {size} tokens, you requested {length}")
        reply = answering_none(body)
        reply.body["usage"]["prompt_tokens"] = length - body["max_tokens"]
        return reply

    return script


def drafted(server: FakeServer, folder: Path, marked: MarkedArticle, **more: Any) -> Any:
    """Draft an article with the rules that ship and a model on the server."""

    async def run() -> Any:
        schema = load_schema("conflict")
        settings = replace(Settings(backend="openai", base_url=server.url, model="fake-model"), **more)
        backend = await open_openai_backend(
            rules=OfflineBackend(schema, spares=True), schema=schema, settings=settings, cache_dir=folder
        )
        try:
            return await backend.draft(marked)
        finally:
            await backend.close()

    return asyncio.run(run())


def merged_seeds(seeds: Path) -> MarkedArticle:
    """Return all demo articles as one long article."""
    text = "\n\n".join(p.read_text("utf-8") for p in sorted(seeds.glob("*.txt")))
    return mark(article_from_text(text, title="All"), load_schema("conflict"))


def sent(server: FakeServer) -> list[str]:
    """Return what each question was about, in the model's words."""
    return [json.dumps(sorted(r.body["response_format"]["json_schema"]["schema"]["properties"])) for r in server.asked]


# Tokens: less than the questions on the article have.
_SMALL = 900


@pytest.mark.parametrize("tell", ["setting", "list", "refusal"])
def test_a_long_article_over_http(tmp_path: Path, seeds: Path, tell: str) -> None:
    """The context from --context, from the server's list or from its refusal: no tag is asked about in two parts."""
    marked = merged_seeds(seeds)
    with serving(answering_none) as server:
        drafted(server, tmp_path / "whole", marked)
        whole = len(server.asked)
    with serving(with_context(_SMALL)) as server:
        if tell == "list":
            entry = {"id": "fake-model", "object": "model", "max_model_len": _SMALL}
            server.models_reply = Reply(body={"object": "list", "data": [entry]})
        draft = drafted(server, tmp_path, marked, **({"context": _SMALL} if tell == "setting" else {}))
        asked = [r for r in server.asked if with_context(_SMALL)(r.body).status == 200]
        refused = len(server.asked) - len(asked)
        again = drafted(server, tmp_path, marked, **({"context": _SMALL} if tell == "setting" else {}))
        repeated = len(server.asked) - len(asked) - refused
    tags = Counter(tag for r in asked for tag in r.body["response_format"]["json_schema"]["schema"]["properties"])
    prefixes = {re.split("\n\n(?=Choose|What|Further)", r.body["messages"][1]["content"])[0] for r in asked}
    assert len(prefixes) == 1
    assert len(asked) > whole
    assert refused == (1 if tell == "refusal" else 0)
    assert [n for n in tags.values() if n > 2] == []  # at most numbers and sentences by the same letter and number
    assert again == draft
    assert repeated == 0


def test_an_answer_that_is_no_answer_costs_its_own_batch_only() -> None:
    """Where one batch fails for good, the others are still asked."""

    class Moody(Reader):
        async def ask(self, question: Question) -> Answer:
            if "N0" in tags_of(question):
                raise AnswerError("no")
            return await super().ask(question)

    replies = interviewed(Moody(None), ALL, None)
    assert len(replies.failures("numbers")) == 6
    assert len(replies.of("numbers")) == 14
