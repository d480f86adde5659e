"""Asks an OpenAI-compatible server: the only module that knows instructor.

Four modes are tried in order, the surest first; which one a server and model can do is remembered in the store.
instructor shapes the request for all but the surest, through the handlers of its registry and not through its client,
which would put retries of its own between and wrap every error; completions.py reads the answer.

Foreign errors become facts in client.py, and errors of ours in refusals.py, and nowhere else.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from summarizer.backends.asking import Answer, AnswerError, Question, TooLongError, pydantic_model
from summarizer.backends.base import ModelChangedError, Usage
from summarizer.backends.caching import Store
from summarizer.backends.capacity import Capacity, find_capacity
from summarizer.backends.client import models_of, only_model, opened, refusal_of
from summarizer.backends.completions import cached_of, parsed, thought, tokens_of, was_cut
from summarizer.backends.habits import (
    DEFAULT_BASE_URL,
    MODES,
    Habits,
    host,
    recall,
    remember,
    remember_model,
)
from summarizer.backends.posting import Poster
from summarizer.backends.refusals import (
    NOT_FOUND,
    ModeError,
    Refusal,
    in_words,
    mapped,
    refused_parameter,
)
from summarizer.backends.sending import Line, Sending
from summarizer.errors import BackendError, SummarizerError

if TYPE_CHECKING:
    pass

# Being told how large a model is takes no thought; a server that takes longer is not asked for it.
_TELLING_SECONDS = 10.0
_MINIFIED: dict[str, Any] = {"separators": (",", ":")}
_INDENTED: dict[str, Any] = {"indent": 2}


class OpenAIAsker:
    """Sends questions to one model on one server. `usage` gets the calls that were answered and their tokens."""

    def __init__(
        self,
        *,
        model: str,
        base_url: str | None,
        api_key: str | None,
        timeout: float,
        usage: Usage,
        store: Store | None = None,
        line: Line | None = None,
        is_guess: bool = False,
    ) -> None:
        """Make a client; nothing is sent yet.

        `timeout` is in seconds for one answer, `line` the way to the server. `is_guess` says that the model is the one
        that the server had last time: before anything is sent, it is asked whether it still has.
        """
        self.model = model
        self._url = base_url or DEFAULT_BASE_URL
        self._key = api_key
        self._timeout = timeout
        self._client, http = opened(base_url=base_url, api_key=api_key, timeout=timeout)
        self._poster = Poster(self._client, http)
        self._usage = usage
        self._line = line or Line(usage)
        self._store = store
        self._reached = False
        self._habits: Habits | None = None
        self._finding = asyncio.Lock()
        self._telling = asyncio.Lock()
        self._is_guess = is_guess

    async def ask(self, question: Question) -> Answer:
        """Return an answer that fits the question's model.

        Raises:
            TransientError: the transport failed.
            AnswerError: the answer is empty, refused, cut, or fits in no mode.
            DraftError: the server refuses this question.
            BackendError: the server is not there, refuses the key, lacks the model, or has another one than guessed.
        """
        if self._is_guess:
            await self._check_model()
        habits = self.habits
        if not habits.mode:
            # One question finds out what works; the others wait instead of finding the same out at the same price.
            async with self._finding:
                if not habits.mode:
                    return await self._find_mode(question, habits)
        try:
            return await self._ask_in(habits.mode, question, habits)
        except ModeError as error:
            if not error.by_server:
                raise
        # What worked once is refused now: another model runs under the old name.
        async with self._finding:
            return await self._find_mode(question, habits)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()
        self._line.close()

    async def _check_model(self) -> None:
        async with self._finding:
            if not self._is_guess:
                return
            listed = await only_model(base_url=self._url, api_key=self._key, timeout=self._timeout)
            self._is_guess = False
            if listed != self.model:
                if self._store:
                    remember_model(self._store, self._url, listed)
                raise ModelChangedError(listed, self.model)

    @property
    def habits(self) -> Habits:
        """What is known of the server and the model, from this run and earlier ones."""
        if self._habits is None:
            self._habits = recall(self._store, self._url, self.model)
        return self._habits

    def remember(self) -> None:
        """Keep what is known for later runs."""
        remember(self._store, self._url, self.model, self.habits)

    async def capacity(self) -> Capacity:
        """Return what the server tells of its model; it is asked once, and what it told is kept for later runs."""
        habits = self.habits
        async with self._telling:
            if habits.context is None:
                told = await self.told()
                habits.context, habits.parameters = told.context or 0, told.parameters
                self.remember()
        hosted = host(self._url) == host(DEFAULT_BASE_URL)
        return Capacity(habits.context or None, None, habits.parameters, hosted)

    async def told(self) -> Capacity:
        """Return what the server tells of its model now."""
        listed = await self._fetch("GET", "/models", None)
        own = host(self._url) != host(DEFAULT_BASE_URL)
        return await find_capacity(self.model, base_url=self._url, listed=listed, fetch=self._fetch, own_server=own)

    async def ask_in(self, mode: str, question: Question) -> Answer:
        """Return an answer in one mode; raises as `ask` does, and ModeError where the mode does not work."""
        return await self._ask_in(mode, question, self.habits)

    async def write(self, words: str, *, most: int) -> Answer:
        """Return what the model writes to some words, in no mode and at most so many tokens, to see how fast it is."""
        wanted = self.habits.accepted({"max_tokens": most, "temperature": 0.0})
        began = time.perf_counter()
        try:
            completion = await self._client.chat.completions.create(
                model=self.model, messages=[{"role": "user", "content": words}], **wanted
            )
        except Exception as error:
            raise self._mapped(refusal_of(error, self._key), last_mode=True) from error
        answer = self._answered("", completion, time.perf_counter() - began)
        self._usage.called("", answer.tokens_in, answer.tokens_out, cached=answer.tokens_cached)
        return answer

    async def _fetch(self, method: str, address: str, body: Mapping[str, Any] | None) -> Any:
        import openai

        with suppress(openai.OpenAIError, ValueError):  # an answer that is no JSON tells nothing either
            options: Any = {"timeout": min(self._timeout, _TELLING_SECONDS)}
            if method == "GET":
                return await self._client.get(address, cast_to=object, options=options)
            return await self._client.post(address, cast_to=object, body=body, options=options)
        return None

    async def _find_mode(self, question: Question, habits: Habits) -> Answer:
        failed: list[ModeError] = []
        for mode in MODES:
            try:
                answer = await self._ask_in(mode, question, habits)
            except ModeError as error:
                failed.append(error)
                continue
            habits.mode = mode
            self.remember()
            return answer
        # What the last, least demanding mode ran into says most about the model. It is kept to for this run only, so
        # that a model that fits in no mode does not cost four calls for every question.
        habits.mode = MODES[-1]
        raise AnswerError(str(failed[-1])) from failed[-1]

    async def _ask_in(self, mode: str, question: Question, habits: Habits) -> Answer:
        shaped = _shaped(mode, question)
        wanted = {"temperature": question.temperature, "seed": question.seed}
        while True:
            limit = question.max_tokens + habits.headroom
            request = shaped | habits.accepted(wanted | {"max_tokens": limit})
            began = time.perf_counter()
            try:
                completion = await self._sent(mode, question, limit, request)
            except SummarizerError:
                raise
            except Exception as error:
                refusal = refusal_of(error, self._key)
                if (name := refused_parameter(refusal)) and name not in habits.refused:
                    habits.refused.append(name)
                    continue
                refused = self._mapped(refusal, last_mode=mode == MODES[-1])
                if isinstance(refused, TooLongError) and refused.context:
                    habits.context = refused.context
                    self.remember()
                if isinstance(refused, BackendError) and refusal.status == NOT_FOUND:
                    refused = BackendError(f"{refused}{await self._models_there()}")
                raise refused from error
            answer = self._answered("", completion, time.perf_counter() - began)
            # Thoughts took the tokens of the answer: smaller questions would not help, more room does.
            if was_cut(completion) and thought(completion) and habits.more_headroom():
                self.remember()
                continue
            return replace(answer, text=parsed(completion, question, limit=limit))

    async def _sent(self, mode: str, question: Question, limit: int, request: Mapping[str, Any]) -> Any:
        """Send one request in its turn and return the completion."""
        body = {"model": self.model, **request}
        return await self._line.send(
            Sending(question, mode, limit, body),
            lambda: self._poster.post(body),
            lambda error: refusal_of(error, self._key),
        )

    async def _models_there(self) -> str:
        """Return what to add for whoever named a model that is not there."""
        try:
            return f"; it lists {in_words(await models_of(self._client, where=host(self._url), api_key=self._key))}"
        except BackendError:
            return ""

    def _mapped(self, refusal: Refusal, *, last_mode: bool) -> Exception:
        where = host(self._url)
        return mapped(refusal, where=where, model=self.model, reached=self._reached, last_mode=last_mode)

    def _answered(self, text: str, completion: Any, seconds: float) -> Answer:
        """Return an answer with what it cost."""
        self._reached = True
        read, written = tokens_of(completion)
        cached = cached_of(completion)
        return Answer(text, read, written, tokens_cached=cached, seconds=seconds)


def _shaped(mode: str, question: Question) -> dict[str, Any]:
    """Return the request in a mode: the surest is plain, the others are as instructor's handlers shape them.

    Only the last part of the question goes through instructor: the JSON modes write the schema before the first message
    that they see, and there it would break the prefix that servers keep. They write it with indents, each of which is a
    token, so it is put back on one line.
    """
    schema = question.answer.model_json_schema()
    if mode == MODES[0]:
        # Without "strict" OpenAI takes the schema for a wish.
        enforced = {"name": question.answer.__name__, "schema": schema, "strict": True}
        shaped: dict[str, Any] = {"response_format": {"type": "json_schema", "json_schema": enforced}}
        ask = question.ask
    else:
        from instructor.v2 import Mode, Provider, mode_registry  # late: a second, and most servers never need it

        handlers = mode_registry.get_handlers(Provider.OPENAI, Mode(mode))
        tail = {"messages": [{"role": "user", "content": question.ask}]}
        _, shaped = handlers.request_handler(pydantic_model(question.answer), tail)
        short, long = (json.dumps(schema, ensure_ascii=False, **how) for how in (_MINIFIED, _INDENTED))
        ask = "\n\n".join(str(m["content"]).strip().replace(long, short) for m in shaped["messages"])
    messages = [
        {"role": "system", "content": question.system},
        {"role": "user", "content": f"{question.prefix}\n\n{ask}"},
    ]
    return {**shaped, "messages": messages}
