"""What real servers and small models do to an answer, over real HTTP: what is read all the same, and what is not."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any, Literal

import pytest
from fake_server import Body, FakeServer, Reply, error, in_mode, said, serving
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ConfigDict

from summarizer.backends.asking import AnswerError, AnswerModel, CutShortError, Question, TooLongError, TransientError
from summarizer.backends.base import Usage
from summarizer.backends.caching import DiskStore
from summarizer.backends.fitting import fit
from summarizer.backends.openai import OpenAIAsker
from summarizer.backends.salvage import json_objects
from summarizer.errors import DraftError


class Row(AnswerModel):
    """An answer about one number."""

    measure: Literal["killed", "people present", "none"]
    rank: int = 0


class Numbers(AnswerModel):
    """An answer of the form that the backend asks for."""

    model_config = ConfigDict(title="numbers")

    N1: Row


ANSWER = '{"N1":{"measure":"killed","rank":3}}'
SCHEMA = json.dumps(Numbers.model_json_schema())
QUESTION = Question("numbers", "the system", "the article", "the question", Numbers, 50, "1")


def asked(server: FakeServer, *, question: Question = QUESTION, store: DiskStore | None = None) -> str:
    """Ask the server directly and return the answer's text."""

    async def run() -> str:
        asker = OpenAIAsker(model="fake-model", base_url=server.url, api_key="k", timeout=5, usage=Usage(), store=store)
        try:
            return (await asker.ask(question)).text
        finally:
            await asker.close()

    return asyncio.run(run())


def calls(*arguments: Any) -> Reply:
    """Return a reply that calls a tool once for each of the arguments."""
    made = [
        {"id": f"call_{n}", "type": "function", "function": {"name": "Numbers", "arguments": a}}
        for n, a in enumerate(arguments)
    ]
    return said(None, finish="tool_calls", tool_calls=made)


PACKED = {
    "fence": f"```json\n{ANSWER}\n```",
    "fence without a language": f"```\n{ANSWER}\n```",
    "fence that is never closed": f"```json\n{ANSWER}",
    "Markdown around it": f"**Answer:**\n\n- {ANSWER}\n\n*That is all.*",
    "thoughts": f'<think>is it {{"N1": 5}}?</think>{ANSWER}',
    "thoughts without an opening tag": f"hm, perhaps {{}}</think>\n\n{ANSWER}",
    "byte order mark": f"\ufeff{ANSWER}",
    "trailing commas": '{"N1":{"measure":"killed","rank":3,},}',
    "a comma in a string is kept": '{"why":"a,}","N1":{"measure":"killed","rank":3,}}',
    "the schema echoed before": f"{SCHEMA}\n{ANSWER}",
    "the answer inside the schema": json.dumps({"type": "object", "properties": json.loads(ANSWER)}),
    "wrapped in the schema's name": f'{{"Numbers":{ANSWER}}}',
    "wrapped in the name in lower case": f'{{"numbers":{ANSWER}}}',
    "wrapped twice": f'{{"response":{{"numbers":{ANSWER}}}}}',
    "in a list": f"[{ANSWER}]",
    "as JSON in a string": json.dumps({"answer": ANSWER}),
    "a number as a string": '{"N1":{"measure":"killed","rank":"3"}}',
    "a choice in another case": '{"n1":{"measure":"Killed","rank":3}}',
    "a choice in a list": '{"N1":{"measure":["killed"],"rank":3}}',
    "a choice under a key": '{"N1":{"measure":{"value":"killed"},"rank":3}}',
    "keys too many": '{"because":"it says so","N1":{"measure":"killed","rank":3,"sure":true}}',
    "indented": json.dumps(json.loads(ANSWER), indent=2),
}


@pytest.mark.parametrize("content", PACKED.values(), ids=PACKED.keys())
def test_an_answer_is_read_however_it_is_packed(content: str) -> None:
    """One request is enough, and what comes back is the minified answer."""
    with serving(said(content)) as server:
        assert asked(server) == ANSWER
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "reply",
    [
        said([{"type": "text", "text": ANSWER[:9]}, {"type": "text", "text": ANSWER[9:]}]),  # type: ignore[arg-type]
        said(None, reasoning_content=f"So: {ANSWER}"),
        said("", reasoning=ANSWER),
        said("", function_call={"name": "Numbers", "arguments": ANSWER}),
        calls(ANSWER),
        calls(json.loads(ANSWER)),
        calls(ANSWER, ANSWER),
        calls('{"N1":{}}', ANSWER),
        said(ANSWER, tool_calls=[]),
    ],
    ids=[
        *("list of parts", "reasoning_content", "reasoning", "function_call", "tool call"),
        *("arguments as an object", "tool call twice", "tool call that fails before one that fits", "no tool call"),
    ],
)
def test_an_answer_is_found_wherever_it_stands(reply: Reply) -> None:
    """Content as parts, null content with thoughts, tool calls in all their forms: the answer is the same."""
    with serving(reply) as server:
        assert asked(server) == ANSWER


@pytest.mark.parametrize(
    "content",
    [
        "",
        SCHEMA,
        '{"N1":{"measure":"wounded"}}',
        '{"N1":{"measure":["killed","none"]}}',
        '{"N2":{"measure":"killed"}}',
        '{"N1":{"measure":"killed"',
        "[]",
        "[1,2]",
        "null",
    ],
    ids=["nothing", "schema", "not on the list", "two choices", "another tag", "open", "empty list", "list", "null"],
)
def test_what_is_no_answer_is_not_made_one(content: str) -> None:
    """No packing makes an answer of what is none: nothing is guessed."""
    with serving(said(content)) as server, pytest.raises(AnswerError):
        asked(server)


def test_no_choice_is_none() -> None:
    """Null for a choice means the one that says so."""
    with serving(said('{"N1":{"measure":null}}')) as server:
        assert json.loads(asked(server))["N1"]["measure"] == "none"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda v: st.lists(v) | st.dictionaries(st.text(), v)
    )
)
def test_any_json_fits_or_is_refused(value: Any) -> None:
    """Whatever JSON comes, fitting ends in an answer of the model, a complaint, or nothing, and never in an error."""
    fitting = fit(json_objects(json.dumps(value)), Numbers)
    assert not isinstance(fitting, AnswerModel) or fitting.N1.measure in ("killed", "people present", "none")  # type: ignore[attr-defined]


@given(st.text(), st.text())
def test_any_text_around_an_answer_does_no_harm(before: str, after: str) -> None:
    """Whatever a model writes without braces around its answer, the answer is found and nothing else."""
    before, after = (t.translate(dict.fromkeys(map(ord, '{}[]"<>'))) for t in (before, after))
    assert list(json_objects(f"{before}{ANSWER}{after}")) == [json.loads(ANSWER)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"error": "model is overloaded", "code": 5}, DraftError),
        ({"error": {"message": "overloaded", "code": "529"}}, TransientError),
        ({"object": "error", "message": "no such thing", "code": 400}, DraftError),
        ({"object": "error", "message": "try later", "code": 503}, TransientError),
        ({"detail": "not here"}, DraftError),
        ({"error": {"message": "the request exceeds the available context size (512 tokens)"}}, TooLongError),
        ({"choices": []}, AnswerError),
        ({"choices": None}, AnswerError),
        ({}, AnswerError),
        ([], AnswerError),
    ],
)
def test_an_error_under_http_200_is_an_error(body: Any, expected: type[Exception]) -> None:
    """What some servers and proxies put under HTTP 200 is never taken for an answer."""
    with serving(Reply(200, body)) as server, pytest.raises(expected) as caught:
        asked(server)
    assert type(caught.value) is expected


def test_the_size_of_the_context_is_taken_from_the_refusal() -> None:
    """Servers tell how much their model reads when a question is too long."""
    for words, size in (
        ("This model's maximum context length is 4096 tokens. However, you requested 5000 tokens", 4096),
        ("request (9000 tokens) exceeds the available context size (8192 tokens), try increasing it", 8192),
        ("the prompt is too long", None),
    ):
        with serving(error(400, words)) as server, pytest.raises(TooLongError) as caught:
            asked(server)
        assert caught.value.context == size


@pytest.mark.parametrize(
    ("content", "finish"),
    [(ANSWER, "length"), (ANSWER[:-1], "length"), (ANSWER[:-1], "stop")],
    ids=["whole, but said to be cut", "cut", "cut, but said to be finished"],
)
def test_a_cut_answer_is_never_read(content: str, finish: str) -> None:
    """It is asked for again in smaller questions, whatever the server calls it."""
    question = Question("numbers", "s", "p", "a", Numbers, 10, "1")  # the fake server says that it wrote ten tokens
    with serving(said(content, finish=finish)) as server, pytest.raises(CutShortError):
        asked(server, question=question)


def test_a_content_filter_is_a_refusal() -> None:
    """What the server stopped is said, and not parsed."""
    with serving(said(ANSWER, finish="content_filter")) as server, pytest.raises(AnswerError, match="filter"):
        asked(server)


def test_a_model_that_thinks_gets_room_for_its_thoughts(tmp_path: Path) -> None:
    """Thoughts that take all the tokens are given more of them, and that is remembered for the next run."""

    def script(body: Body) -> Reply:
        if body["max_tokens"] < 2_000:
            return said("", finish="length", reasoning_content="Let me think")
        return said(ANSWER, reasoning_content="It was so.")

    with serving(script) as server:
        for _ in range(2):
            store = DiskStore(tmp_path)
            assert asked(server, store=store) == ANSWER
            store.close()
    assert [r.body["max_tokens"] < 2_000 for r in server.asked] == [True, False, False]


def test_a_model_that_never_stops_thinking_ends() -> None:
    """After the most room there is, the answer counts as cut."""
    with serving(said("<think>and on", finish="length")) as server, pytest.raises(CutShortError):
        asked(server)
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    "script",
    [
        lambda body: in_mode(body, ANSWER) if "tools" in body else said("I would rather talk."),
        lambda body: said(ANSWER) if "response_format" not in body and "tools" not in body else said("No."),
    ],
    ids=["until tools", "until text"],
)
def test_a_server_that_ignores_response_format_is_asked_in_the_next_mode(script: Any) -> None:
    """Prose where JSON was asked for means that this mode does not work here, and another one may."""
    with serving(script) as server:
        assert asked(server) == ANSWER


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("seed", "Unrecognized request argument supplied: seed"),
        ("seed", "body.seed: Extra inputs are not permitted"),
        ("seed", "property 'seed' is unsupported"),
        ("temperature", "'temperature' does not support 0.0 with this model. Only the default (1) value is supported."),
        ("temperature", "`temperature` must be strictly positive"),
        ("max_tokens", "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."),
    ],
)
def test_a_refused_parameter_is_found_in_any_wording(name: str, words: str) -> None:
    """Each server says it otherwise; the parameter is replaced or left out, and the mode is kept."""

    def script(body: Body) -> Reply:
        return error(400, words) if name in body else in_mode(body, ANSWER)

    with serving(script) as server:
        assert asked(server) == ANSWER
    assert [r.mode for r in server.asked] == ["json_schema"] * 2
    assert name != "max_tokens" or server.asked[1].body["max_completion_tokens"] == 50


def test_a_server_without_any_limit_of_tokens_gets_none() -> None:
    """Where both names of the limit are refused, the question goes without."""

    def script(body: Body) -> Reply:
        odd = next((n for n in ("max_tokens", "max_completion_tokens") if n in body), None)
        return error(422, f"unknown field `{odd}`") if odd else in_mode(body, ANSWER)

    with serving(script) as server:
        assert asked(server) == ANSWER
    assert len(server.asked) == 3


def test_schemas_are_enforced_where_a_server_can() -> None:
    """The schema is sent as one to hold to, closed, and in JSON modes on one line."""
    with serving(lambda body: in_mode(body, ANSWER)) as server:
        asked(server)
        sent = server.asked[0].body["response_format"]["json_schema"]
        server.script = lambda body: (
            said(ANSWER) if body.get("response_format", {}).get("type") == "json_object" else error(400, "no")
        )
        asked(server)
    assert sent["strict"] is True
    assert sent["schema"]["additionalProperties"] is False
    assert (
        json.dumps(Numbers.model_json_schema(), separators=(",", ":"))
        in server.asked[-1].body["messages"][1]["content"]
    )
