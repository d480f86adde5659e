"""Where every request to a model passes: it waits its turn, stays within the budget, is counted, told and traced.

One question may take several requests, in other modes or again after a failure. What a run asks for and pays for are
requests, so it is here that they are bounded and counted.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from summarizer.backends.asking import Question, TransientError
from summarizer.backends.base import Usage
from summarizer.backends.budgets import Hold, Purse
from summarizer.backends.completions import cached_of, tokens_of
from summarizer.backends.gauging import Gauge
from summarizer.backends.measuring import tokens
from summarizer.backends.pacing import Pacer, Turn
from summarizer.backends.refusals import Refusal
from summarizer.backends.retrying import Allowance, allowance
from summarizer.backends.tracing import Trace

# Both tell of requests and of what the cache answered, and never of a text or a key.
log = logging.getLogger("summarizer.requests")
NARRATIVE = "narrative"
_OK = 200


@dataclass(frozen=True, slots=True)
class Sending:
    """One request: the question, its structured-output mode, how many tokens it may write, and its body."""

    question: Question
    mode: str
    limit: int
    body: Mapping[str, Any]


@dataclass(slots=True)
class Outcome:
    """How a request went, as far as is known: nothing came where `status` is None."""

    status: int | None = None
    said: str = ""
    retry_after: float | None = None
    tokens: tuple[int, int, int] | None = None
    answer: Any = None


@dataclass(slots=True)
class Line:
    """The way to one server. Without pacer, purse or trace a request is only counted.

    `about` names endpoint and model in the trace; `clock` is replaced in tests.
    """

    usage: Usage
    pacer: Pacer | None = None
    purse: Purse | None = None
    trace: Trace | None = None
    gauge: Gauge = field(default_factory=Gauge)
    about: Mapping[str, Any] = field(default_factory=dict)
    clock: Callable[[], float] = time.monotonic

    async def send(
        self, sending: Sending, post: Callable[[], Awaitable[Any]], facts: Callable[[Exception], Refusal]
    ) -> Any:
        """Return what `post` returns, in its turn.

        Args:
            sending: what is sent.
            post: sends it.
            facts: reads what `post` raises.

        Raises:
            BudgetError: it could cost more than is left.
            TransientError: the question's deadline passed while the answer was waited for.
            Exception: whatever `post` raises.
        """
        may_take = allowance()
        with may_take.paused():
            turn = await self.pacer.enter(self._expected(sending)) if self.pacer else None
            hold = await self._held(sending, turn)
        began, outcome = self.clock(), Outcome(said="broken off")
        try:
            completion = await _within(may_take, post)
            outcome = self._answered(sending, completion)
        except TransientError as error:
            outcome = Outcome(said=str(error))
            raise
        except Exception as error:
            outcome = _refused(facts(error))
            raise
        finally:
            self._settle(turn, hold, outcome)
            self._tell(sending, outcome, self.clock() - began, may_take.attempt)
        return completion

    def close(self) -> None:
        """Close the trace."""
        if self.trace:
            self.trace.close()

    def _expected(self, sending: Sending) -> int:
        """Return how many tokens a request will have at most; estimating takes time, so only where they are bounded."""
        return self.gauge.expected(sending.question) + sending.limit if self._bounds_tokens else 0

    @property
    def _bounds_tokens(self) -> bool:
        return self.purse is not None or (self.pacer is not None and self.pacer.bounds_tokens)

    async def _held(self, sending: Sending, turn: Turn | None) -> Hold | None:
        if not self.purse:
            return None
        question = sending.question
        try:
            return await self.purse.take(self.gauge.most(question), sending.limit, last=question.kind == NARRATIVE)
        except BaseException:
            if turn and self.pacer:
                self.pacer.leave(turn, tokens=0)
            raise

    def _answered(self, sending: Sending, completion: Any) -> Outcome:
        question = sending.question
        read, written = tokens_of(completion)
        counted = bool(read or written)
        if counted and self._bounds_tokens:
            self.gauge.learn(question, read)
        elif not counted and getattr(completion, "choices", None):
            read, written = self.gauge.expected(question), _written(completion)
        cached = min(cached_of(completion), read)
        self.usage.called(question.article, read, written, cached=cached, counted=counted)
        return Outcome(_OK, tokens=(read, written, cached), answer=completion)

    def _settle(self, turn: Turn | None, hold: Hold | None, outcome: Outcome) -> None:
        tokens = outcome.tokens
        if turn and self.pacer:
            used = None if tokens is None else tokens[0] + tokens[1]
            self.pacer.leave(turn, tokens=used, status=outcome.status, retry_after=outcome.retry_after)
        if hold and self.purse:
            self.purse.settle(hold, tokens)

    def _tell(self, sending: Sending, outcome: Outcome, seconds: float, attempt: int) -> None:
        question = sending.question
        if log.isEnabledFor(logging.INFO):
            again = f", attempt {attempt}" if attempt > 1 else ""
            log.info("%s, %s, %.2f s%s: %s", _named(question), sending.mode, seconds, again, _came_to(outcome))
        if not self.trace:
            return
        record = {
            **{"kind": question.kind, "article": question.article or None, "mode": sending.mode},
            **{"attempt": max(1, attempt), "seconds": round(seconds, 3), **self.about, "request": sending.body},
        }
        if outcome.answer is not None:
            record["answer"] = _plain(outcome.answer)
        else:
            record["error"] = {"status": outcome.status, "said": outcome.said}
        self.trace.write(record)


def tell_kept(question: Question, tokens: tuple[int, int]) -> None:
    """Log that a kept answer made a request needless."""
    log.info("%s: from the cache, %s tokens spared", _named(question), f"{sum(tokens):,}")


def _refused(refusal: Refusal) -> Outcome:
    """Return a refusal as an outcome: nobody pays for it. What was lost on the way may have been paid for."""
    nothing = (0, 0, 0) if refusal.status is not None or refusal.unreachable else None
    return Outcome(refusal.status, refusal.said, refusal.retry_after, tokens=nothing)


async def _within(may_take: Allowance, post: Callable[[], Awaitable[Any]]) -> Any:
    """Return what `post` returns, unless the deadline passes before."""
    if may_take.left == float("inf"):
        return await post()
    limit = asyncio.timeout(max(0.0, may_take.left))
    try:
        async with limit:
            return await post()
    except TimeoutError as error:
        if limit.expired():
            raise TransientError("no answer came before the deadline of the question") from error
        raise


def _named(question: Question) -> str:
    return f"{question.kind} of {question.article}" if question.article else question.kind


def _came_to(outcome: Outcome) -> str:
    if outcome.tokens and outcome.answer is not None:
        read, written, cached = outcome.tokens
        kept = f" ({cached:,} of them kept by the server)" if cached else ""
        return f"{read:,} tokens in{kept}, {written:,} out"
    return f"{outcome.status or 'no answer'}: {outcome.said}" if outcome.said else "no answer"


def _written(completion: Any) -> int:
    """Estimate the tokens of an answer whose server does not count them."""
    message = getattr(completion.choices[0], "message", None)
    return tokens(str(getattr(message, "content", None) or message or ""))


def _plain(answer: Any) -> Any:
    dump = getattr(answer, "model_dump", None)
    return dump(mode="json", exclude_unset=True) if dump else answer
