"""Reads a chat completion: is it an answer at all, and does it fit the question?"""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from summarizer.backends.asking import AnswerError, CutShortError, Question, TransientError
from summarizer.backends.refusals import ModeError
from summarizer.backends.salvage import json_text
from summarizer.errors import DraftError

# How much of a server's message is worth showing.
SHOWN = 300


def parsed(handlers: Any, completion: Any, question: Question) -> str:
    """Return the answer as minified JSON that fits the question's model.

    Args:
        handlers: instructor's handlers of the mode that was asked in.
        completion: what the client made of the server's answer, which may be anything.
        question: what was asked.

    Raises:
        TransientError: the server reports an error that may pass.
        DraftError: it reports another error, or its answer is no JSON.
        AnswerError: the answer is empty, refused, cut or does not fit.
    """
    _refuse_what_is_no_answer(completion)
    message = completion.choices[0].message
    if message.content and (found := json_text(message.content)):
        message.content = found
    try:
        fitting = handlers.response_parser(response=completion, response_model=question.answer)
    except ValidationError as error:
        raise ModeError(_words(error)) from error
    except (ValueError, AttributeError, TypeError) as error:
        raise ModeError(f"the answer is not the JSON that was asked for: {str(error)[:SHOWN]}") from error
    return str(question.answer.model_validate(fitting.model_dump()).model_dump_json())


def _refuse_what_is_no_answer(completion: Any) -> None:
    """Raise for an HTTP 200 that is an error, empty, refused or cut."""
    said = getattr(completion, "error", None)
    choices = getattr(completion, "choices", None)
    if said:
        code = said.get("code") if isinstance(said, dict) else None
        words = str(said.get("message", said) if isinstance(said, dict) else said)[:SHOWN]
        if code in (408, 429) or (isinstance(code, int) and code >= 500):
            raise TransientError(f"the server answered with an error: {words}")
        raise DraftError(f"the server answered with an error: {words}")
    if isinstance(completion, str) or completion is None:
        raise DraftError(f"the server's answer is no JSON: {str(completion)[:SHOWN]}")
    if not choices or getattr(choices[0], "message", None) is None:
        raise AnswerError("the answer was empty")
    if choices[0].finish_reason == "length":
        raise CutShortError("the answer was cut at the token limit")
    if refusal := getattr(choices[0].message, "refusal", None):
        raise AnswerError(f"the model refused: {refusal[:SHOWN]}")


def _words(error: ValidationError) -> str:
    """Return the first complaints of a failed validation, short enough to send back to the model."""
    complaints = []
    for e in error.errors(include_url=False, include_input=False)[:3]:
        where = ".".join(map(str, e["loc"])) or "the answer"
        complaints.append(f"{where}: {e['msg']}")
    return "; ".join(complaints)[:SHOWN]
