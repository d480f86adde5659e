"""The seam to a server: one question, one answer.

Online it is `Cached(Retrying(OpenAIAsker(...)))`, in tests anything with an `ask`. A question carries its text in three
parts, because servers keep what they have read of a prompt: `system` and `prefix` are the same for all questions on one
article, `ask` comes last.

    DraftError
    ├── TransientError       the server may answer later: 429, 5xx, timeouts, resets
    └── AnswerError     it answered, and the answer cannot be used; asking again with the reason may help
        ├── CutShortError    it stopped at the token limit: ask for less at a time
        └── TooLongError     the question does not fit the model's context: the rules have to do
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from pydantic import BaseModel, ConfigDict

from summarizer.backends.shapes import Chosen, ClosedForm
from summarizer.errors import DraftError

# Fixed, so that a server that honours it gives the same answer twice; the value means nothing.
SEED = 7


class TransientError(DraftError):
    """The server may answer later; `retry_after` is how many seconds it asks to wait, None where it does not say."""

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        """Keep what the server asked for beside the message."""
        super().__init__(message)
        self.retry_after = retry_after


class AnswerError(DraftError):
    """The server answered, and the answer cannot be used; the message says why in words a model can act on."""


class CutShortError(AnswerError):
    """The answer was cut at the token limit and is never read as if it were whole."""


class TooLongError(AnswerError):
    """The question does not fit the model's context; `context` is its size in tokens where the server tells it."""

    def __init__(self, message: str, *, context: int | None = None) -> None:
        """Keep what the server told beside the message."""
        super().__init__(message)
        self.context = context


_SCHEMA = "_json_schema_once"


class AnswerModel(BaseModel):
    """Base of what a model may answer. The JSON Schema leaves out inner titles, which cost tokens and tell nothing."""

    # Models inside another never need a validator of their own.
    model_config = ConfigDict(defer_build=True)

    @classmethod
    def model_json_schema(cls, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the JSON Schema with all objects closed and one title, the model's name (tools are called by it)."""
        # Asked for several times for each question, and a model stays as it is.
        made: dict[str, Any] | None = None if args or kwargs else cls.__dict__.get(_SCHEMA)
        if made is None:
            made = {**_lean(super().model_json_schema(*args, **kwargs)), "title": cls.__name__}
            if not (args or kwargs):
                type.__setattr__(cls, _SCHEMA, made)
        return made


AnswerForm: TypeAlias = type[AnswerModel] | ClosedForm
"""What an answer must fit."""

Filled: TypeAlias = AnswerModel | Chosen
"""An answer that fits its form."""


def pydantic_model(form: AnswerForm) -> type[AnswerModel]:
    """Return a form as a pydantic model, for instructor, which takes nothing else."""
    return form.as_model(AnswerModel) if isinstance(form, ClosedForm) else form


@dataclass(frozen=True, slots=True)
class Question:
    """One question, and the form that its answer must fit.

    `version` names the prompts and the schema it was made with; `kind` and the id of the `article` that it is about are
    for accounts and logs only.
    """

    kind: str
    system: str
    prefix: str
    ask: str
    answer: AnswerForm
    max_tokens: int
    version: str
    temperature: float = 0.0
    seed: int = SEED
    article: str = ""

    @property
    def fingerprint(self) -> str:
        """A digest of all that shapes the answer, but for the model and the server."""
        rest = (self.version, self.max_tokens, self.temperature, self.seed, self.answer.model_json_schema())
        digest = hashlib.sha256(json.dumps(rest, sort_keys=True).encode())
        for text in (self.system, self.prefix, self.ask):
            data = text.encode("utf-8", "surrogatepass")
            digest.update(b"%d:" % len(data) + data)
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Answer:
    """Minified JSON that fits the question's model, and what it cost in tokens.

    `tokens_cached` of `tokens_in` the server took from a prompt cache of its own; `seconds` is how long it took.
    """

    text: str
    tokens_in: int = 0
    tokens_out: int = 0
    from_cache: bool = False
    tokens_cached: int = 0
    seconds: float = 0.0


class Asker(Protocol):
    """Whoever answers questions."""

    async def ask(self, question: Question) -> Answer:
        """Return an answer that fits `question.answer`.

        Raises:
            TransientError: not now.
            AnswerError: answered, but not usably.
            DraftError: this article cannot be drafted.
            BackendError: no article can be.
        """
        ...

    async def close(self) -> None:
        """Release what is held open. Calling it twice is harmless."""
        ...


def _lean(node: Any) -> Any:
    if isinstance(node, list):
        return [_lean(n) for n in node]
    if not isinstance(node, dict):
        return node
    lean = {k: _lean(v) for k, v in node.items() if not (k == "title" and isinstance(v, str))}
    if lean.get("type") == "object" and "properties" in lean:
        lean["additionalProperties"] = False
    return lean
