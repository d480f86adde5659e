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
from typing import Any, Protocol

from pydantic import BaseModel

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
    """The question does not fit the model's context."""


class AnswerModel(BaseModel):
    """Base of what a model may answer. The JSON Schema leaves out inner titles, which cost tokens and tell nothing."""

    @classmethod
    def model_json_schema(cls, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the JSON Schema with all objects closed and one title, the model's name (tools are called by it)."""
        return {**_lean(super().model_json_schema(*args, **kwargs)), "title": cls.__name__}


@dataclass(frozen=True, slots=True)
class Question:
    """One question, and the pydantic model that its answer must fit.

    `version` names the prompts and the schema it was made with; `kind` is for logs only.
    """

    kind: str
    system: str
    prefix: str
    ask: str
    answer: type[AnswerModel]
    max_tokens: int
    version: str
    temperature: float = 0.0
    seed: int = SEED

    @property
    def fingerprint(self) -> str:
        """A digest of all that shapes the answer, but for the model and the server."""
        parts = (
            *(self.system, self.prefix, self.ask, self.version),
            *(self.max_tokens, self.temperature, self.seed),
            self.answer.model_json_schema(),
        )
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Answer:
    """Minified JSON that fits the question's model, and what it cost in tokens."""

    text: str
    tokens_in: int = 0
    tokens_out: int = 0
    from_cache: bool = False


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
