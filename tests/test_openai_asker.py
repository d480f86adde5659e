"""One question over real HTTP: modes, what stands around an answer, refusals."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from fake_server import Body, FakeServer, Reply, error, free_port, in_mode, no_choices, only_in, said, serving

from summarizer.backends.asking import AnswerError, AnswerModel, CutShortError, Question, TooLongError, TransientError
from summarizer.backends.base import Usage
from summarizer.backends.caching import DiskStore
from summarizer.backends.openai import OpenAIAsker
from summarizer.errors import BackendError, DraftError

KEY = "sk-very-secret"


class Yes(AnswerModel):
    """A small answer."""

    yes: bool


QUESTION = Question("numbers", "the system", "the article", "the question", Yes, 10, "1")
YES = '{"yes":true}'


def asked(server: FakeServer, *, usage: Usage | None = None, store: DiskStore | None = None, times: int = 1) -> str:
    """Ask the server directly, `times` times, and return the last answer's text."""

    async def run() -> str:
        asker = OpenAIAsker(
            model="fake-model", base_url=server.url, api_key=KEY, timeout=5, usage=usage or Usage(), store=store
        )
        try:
            answers = [await asker.ask(QUESTION) for _ in range(times)]
        finally:
            await asker.close()
        return answers[-1].text

    return asyncio.run(run())


def modes(server: FakeServer) -> list[str]:
    """Return the modes of the chat requests, in order."""
    return [r.mode for r in server.asked]


def test_the_prefix_comes_first_and_the_question_last() -> None:
    """A request holds system, then the unchanged prefix, then the question; nothing is asked but what was given."""
    usage = Usage()
    with serving(lambda body: in_mode(body, YES)) as server:
        assert asked(server, usage=usage) == YES
    body = server.asked[0].body
    assert [m["role"] for m in body["messages"]] == ["system", "user"]
    assert body["messages"][1]["content"] == "the article\n\nthe question"
    assert (body["temperature"], body["max_tokens"], body["model"]) == (0.0, 10, "fake-model")
    assert (usage.calls, usage.tokens_in, usage.tokens_out) == (1, 100, 10)


@pytest.mark.parametrize(
    ("mode", "tried"),
    [
        ("json_schema", ["json_schema"]),
        ("tools", ["json_schema", "tools"]),
        ("json_object", ["json_schema", "tools", "json_object"]),
        ("text", ["json_schema", "tools", "json_object", "text"]),
    ],
)
def test_modes_are_tried_in_order_and_remembered(tmp_path: Path, mode: str, tried: list[str]) -> None:
    """The first mode that works is used from then on, by a later run too, and the prefix stays first in all of them."""
    with serving(only_in(mode, YES)) as server:
        for expected in ([*tried, mode], [*tried, mode, mode, mode]):
            store = DiskStore(tmp_path)
            asked(server, store=store, times=2)
            store.close()
            assert modes(server) == expected
    assert all(r.body["messages"][1]["content"].startswith("the article\n\n") for r in server.asked)


def test_a_remembered_mode_that_is_refused_is_found_anew(tmp_path: Path) -> None:
    """Another server behind the same address does not leave the run stuck in a mode it does not know."""
    store = DiskStore(tmp_path)
    with serving(only_in("json_schema", YES)) as server:
        asked(server, store=store)
        server.script = only_in("tools", YES)
        assert asked(server, store=store) == YES
    store.close()
    assert modes(server)[-1] == "tools"


@pytest.mark.parametrize(
    "content",
    [
        f"```json\n{YES}\n```",
        f"```\n{YES}\n```",
        f"<think>maybe {{no}}?</think>\n{YES}",
        f"perhaps so</think>{YES}",
        f"Here you are: {YES} I hope that helps.",
        '{\n  "yes" : true\n}',
        '{"yes":true,"because":"it says so"}',
    ],
)
def test_json_is_found_in_what_stands_around_it(content: str) -> None:
    """Fences, thoughts, phrases, line breaks and keys too many do no harm; the answer comes back minified."""
    with serving(said(content)) as server:
        assert asked(server) == YES
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("reply", "expected", "word"),
    [
        (said('{"yes":', finish="length"), CutShortError, "cut"),
        (said(YES, finish="length"), CutShortError, "cut"),
        (no_choices(), AnswerError, "empty"),
        (said(None, refusal="I will not"), AnswerError, "I will not"),
        (said("I do not know"), AnswerError, "JSON"),
        (said('{"yes":"perhaps"}'), AnswerError, "yes"),
        (Reply(200, {"error": {"message": "no such thing"}}), DraftError, "no such thing"),
        (Reply(200, {"error": {"message": "overloaded", "code": 529}}), TransientError, "overloaded"),
        (Reply(200, b"<html>"), DraftError, "cannot be read"),
        (error(400, "This model's maximum context length is 4096 tokens"), TooLongError, "4096"),
        (error(400, "something else"), DraftError, "something else"),
        (error(429, "slow down", {"Retry-After": "3"}), TransientError, "slow down"),
        (error(500, "boom"), TransientError, "boom"),
        (error(503, "loading"), TransientError, "loading"),
        (Reply(hang_up=True), TransientError, "connection"),
        (error(401, f"Incorrect API key provided: {KEY}"), BackendError, "key was refused"),
        (error(403, "not yours"), BackendError, "key was refused"),
        (error(404, "The model does not exist"), BackendError, "fake-model"),
        (error(429, "pay first", code="insufficient_quota"), BackendError, "credit"),
    ],
)
def test_every_refusal_becomes_an_error_of_ours(reply: Reply, expected: type[Exception], word: str) -> None:
    """What the server says arrives in the message, in the class that decides what happens, and never with the key."""
    with serving(reply) as server, pytest.raises(expected, match=re.escape(word)) as caught:
        asked(server)
    assert type(caught.value) is expected or expected is AnswerError
    assert KEY not in str(caught.value)


def test_retry_after_reaches_the_wrapper() -> None:
    """The seconds that a server asks for are in the error."""
    with serving(error(429, "slow", {"Retry-After": "3"})) as server, pytest.raises(TransientError) as caught:
        asked(server)
    assert caught.value.retry_after == 3


@pytest.mark.parametrize(("name", "instead"), [("max_tokens", "max_completion_tokens"), ("temperature", None)])
def test_a_refused_parameter_is_replaced(name: str, instead: str | None) -> None:
    """Models that take other parameters get them, and the refused one is not sent again."""

    def script(body: Body) -> Reply:
        if name in body:
            return error(400, f"Unsupported parameter: '{name}' is not supported with this model", param=name)
        return in_mode(body, YES)

    with serving(script) as server:
        asked(server, times=2)
    assert len(server.asked) == 3
    assert all(instead in r.body for r in server.asked[1:]) or instead is None


def test_a_server_that_is_not_there_is_said_at_once() -> None:
    """Refused connections end the run with the address and the mend, without any retry."""
    url = f"http://127.0.0.1:{free_port()}/v1"

    async def run() -> None:
        asker = OpenAIAsker(model="m", base_url=url, api_key=None, timeout=5, usage=Usage())
        try:
            await asker.ask(QUESTION)
        finally:
            await asker.close()

    with pytest.raises(BackendError, match=r"no server answers at 127.0.0.1.*--base-url"):
        asyncio.run(run())
