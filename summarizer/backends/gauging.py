"""How many tokens a question will have, corrected by what the server counted for those before it."""

from __future__ import annotations

import json
from functools import lru_cache

from summarizer.backends.asking import Question
from summarizer.backends.measuring import tokens

# What roles and separators of the messages add.
_BESIDE = 12
# How much of each new correction is believed: a server's count differs from one question to the next by a few per cent.
_BELIEVED = 0.3
# How much longer than estimated a question is at most: before anything is known of the server's tokenizer, and after.
_FIRST_MARGIN, _MARGIN = 1.5, 1.15


class Gauge:
    """Estimates, and learns from what came of them."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._ratio: float | None = None
        self._highest = 0.0

    def expected(self, question: Question) -> int:
        """Return how many tokens a question will probably have."""
        return round(plain_estimate(question) * (self._ratio or 1.0))

    def most(self, question: Question) -> int:
        """Return how many tokens a question will hardly pass."""
        return round(plain_estimate(question) * (self._highest * _MARGIN if self._highest else _FIRST_MARGIN))

    def learn(self, question: Question, counted: int) -> None:
        """Take in how many tokens a server counted; 0 where it does not count."""
        if counted <= 0:
            return
        ratio = counted / plain_estimate(question)
        self._ratio = ratio if self._ratio is None else self._ratio + _BELIEVED * (ratio - self._ratio)
        self._highest = max(self._highest, ratio)


def plain_estimate(question: Question) -> int:
    """Return the tokens of a question by its words alone."""
    # Servers that enforce a schema do not count it all, others write it into the prompt.
    schema = json.dumps(question.answer.model_json_schema(), separators=(",", ":"))
    return _BESIDE + _kept(question.system) + _kept(question.prefix) + tokens(question.ask) + tokens(schema)


# All questions on an article share their beginning, and it is nearly all of them.
_kept = lru_cache(maxsize=64)(tokens)
