"""Reads a chat completion: is it an answer at all, and does it fit the question?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from pydantic import ValidationError

from summarizer.backends.asking import AnswerError, CutShortError, Question
from summarizer.backends.fitting import fit
from summarizer.backends.refusals import ModeError, Refusal, mapped_in_answer
from summarizer.backends.salvage import json_objects, without_thoughts
from summarizer.errors import DraftError

# How much of a server's message is worth showing.
SHOWN = 300
# Where servers put what a model thought before it answered.
_THOUGHTS = ("reasoning_content", "reasoning", "thinking")


def parsed(completion: Any, question: Question, *, limit: int) -> str:
    """Return the answer as minified JSON that fits the question's model.

    Args:
        completion: what the client made of the server's answer, which may be anything.
        question: what was asked.
        limit: how many tokens the answer could have; one that used them all and is not whole was cut.

    Raises:
        TransientError: the server reports an error that may pass.
        DraftError: it reports another error, or its answer is no JSON.
        AnswerError: the answer is empty, refused or cut.
        ModeError: it does not fit; in another mode it may.
    """
    _refuse_what_is_no_answer(completion)
    message = completion.choices[0].message
    objects = chain.from_iterable(json_objects(text) for text in _said(message))
    fitting = fit(objects, question.answer)
    if isinstance(fitting, ValidationError):
        raise ModeError(_words(fitting))
    if fitting is not None:
        return fitting.model_dump_json()
    said = " ".join(_said(message))
    if not said:
        raise AnswerError("the answer was empty")
    # Some servers call an answer finished that their token limit cut.
    if "{" in said and tokens_of(completion)[1] >= limit:
        raise CutShortError("the answer was cut at the token limit")
    raise ModeError(f"the answer is not the JSON that was asked for: {said[:SHOWN]!r}")


def thought(completion: Any) -> bool:
    """Whether a model thinks before it answers: its thoughts take of the tokens that the answer is given."""
    choices: Any = getattr(completion, "choices", None) or [None]
    message = getattr(choices[0], "message", None)
    if message is None:
        return False
    content = _as_text(getattr(message, "content", None))
    details = getattr(getattr(completion, "usage", None), "completion_tokens_details", None)
    return bool(
        any(getattr(message, name, None) for name in _THOUGHTS)
        or (content and without_thoughts(content) != content)
        or (getattr(details, "reasoning_tokens", 0) or 0)
    )


def was_cut(completion: Any) -> bool:
    """Whether a server says that it stopped at the token limit."""
    choices: Any = getattr(completion, "choices", None)
    return bool(choices) and getattr(choices[0], "finish_reason", None) == "length"


def tokens_of(completion: Any) -> tuple[int, int]:
    """Return the tokens read and written, 0 where the server does not count them."""
    used = getattr(completion, "usage", None)
    return (getattr(used, "prompt_tokens", 0) or 0, getattr(used, "completion_tokens", 0) or 0)


def cached_of(completion: Any) -> int:
    """Return how many of the tokens read the server says it took from its prompt cache."""
    details = getattr(getattr(completion, "usage", None), "prompt_tokens_details", None)
    return getattr(details, "cached_tokens", 0) or 0


def _said(message: Any) -> Iterator[str]:
    """Yield what a message says, wherever it says it: tool calls, then content, then, for want of these, thoughts."""
    calls = [getattr(call, "function", None) for call in getattr(message, "tool_calls", None) or ()]
    told = [_as_text(getattr(call, "arguments", None)) for call in (*calls, getattr(message, "function_call", None))]
    told.append(_as_text(getattr(message, "content", None)))
    if not any(told):
        told = [_as_text(getattr(message, name, None)) for name in _THOUGHTS]
    return (text for text in told if text)


def _as_text(value: Any) -> str:
    """Return a text, the text of a list of parts, or arguments that came as an object, written as JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "".join(_as_text(_field(part, "text") if not isinstance(part, str) else part) for part in value)
    return json.dumps(value) if isinstance(value, dict) and value else ""


def _field(part: Any, name: str) -> Any:
    return part.get(name) if isinstance(part, Mapping) else getattr(part, name, None)


def _refuse_what_is_no_answer(completion: Any) -> None:
    """Raise for an HTTP 200 that is an error, empty, refused or cut."""
    if isinstance(completion, str) or completion is None:
        raise DraftError(f"the server's answer is no JSON: {str(completion)[:SHOWN]}")
    choices = getattr(completion, "choices", None)
    if said := _error_in(completion):
        code = said.get("code") if isinstance(said, Mapping) else None
        words = " ".join(str(said.get("message") or said if isinstance(said, Mapping) else said).split())[:SHOWN]
        status = int(code) if isinstance(code, int) or (isinstance(code, str) and code.isdecimal()) else None
        raise mapped_in_answer(Refusal(said=words, status=status))
    if not choices or getattr(choices[0], "message", None) is None:
        raise AnswerError("the answer was empty")
    if was_cut(completion):
        raise CutShortError("the answer was cut at the token limit")
    if refusal := getattr(choices[0].message, "refusal", None):
        raise AnswerError(f"the model refused: {str(refusal)[:SHOWN]}")
    if choices[0].finish_reason == "content_filter":
        raise AnswerError("the server's content filter stopped the answer")


def _error_in(completion: Any) -> Any:
    """Return the error that a body of HTTP 200 holds, in one of the forms that servers give it."""
    if said := getattr(completion, "error", None):
        return said
    if getattr(completion, "choices", None):
        return None
    extra = getattr(completion, "model_extra", None) or {}
    return extra if extra.get("message") else extra.get("detail")


def _words(error: ValidationError) -> str:
    """Return the first complaints of a failed validation, short enough to send back to the model."""
    complaints = []
    for e in error.errors(include_url=False, include_input=False)[:3]:
        where = ".".join(map(str, e["loc"])) or "the answer"
        complaints.append(f"{where}: {e['msg']}")
    return "; ".join(complaints)[:SHOWN]
