"""Asks an OpenAI-compatible server: the only module that knows openai and instructor.

instructor shapes the request for a mode and parses the answer, through the handlers of its registry and not through its
client, which would put retries of its own between and wrap every error. Four modes are tried in order, the surest
first; which one a server and model can do is remembered in the store.

Foreign errors become facts in `_refusal`, and errors of ours in refusals.py, and nowhere else.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from summarizer.backends.asking import Answer, AnswerError, Question
from summarizer.backends.base import Usage
from summarizer.backends.caching import Cached, DiskStore, Store
from summarizer.backends.completions import SHOWN, parsed
from summarizer.backends.habits import DEFAULT_BASE_URL, MODES, Habits, endpoint, host, recall, remember
from summarizer.backends.pointing import Drafter, OpenAIBackend
from summarizer.backends.refusals import NOT_FOUND, ModeError, Refusal, mapped, refused_parameter, retry_after
from summarizer.backends.retrying import Retrying
from summarizer.errors import BackendError
from summarizer.prompting import load_prompts
from summarizer.schema import Schema
from summarizer.settings import Settings

if TYPE_CHECKING:
    import openai

# A server that is there accepts a connection in this many seconds; reading the answer may take longer.
_CONNECT_SECONDS = 10.0


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
    ) -> None:
        """Make a client; nothing is sent yet. `timeout` is in seconds for one answer."""
        self.model = model
        self._url = base_url or DEFAULT_BASE_URL
        self._key = api_key
        self._client = new_client(base_url=base_url, api_key=api_key, timeout=timeout)
        self._usage = usage
        self._store = store
        self._reached = False
        self._habits: Habits | None = None
        self._finding = asyncio.Lock()

    async def ask(self, question: Question) -> Answer:
        """Return an answer that fits the question's model.

        Raises:
            TransientError: the transport failed.
            AnswerError: the answer is empty, refused, cut, or fits in no mode.
            DraftError: the server refuses this question.
            BackendError: the server is not there, refuses the key or lacks the model.
        """
        if self._habits is None:
            self._habits = recall(self._store, self._url, self.model)
        habits = self._habits
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

    async def _find_mode(self, question: Question, habits: Habits) -> Answer:
        failed: list[ModeError] = []
        for mode in MODES:
            try:
                answer = await self._ask_in(mode, question, habits)
            except ModeError as error:
                failed.append(error)
                continue
            habits.mode = mode
            remember(self._store, self._url, self.model, habits)
            return answer
        # What the last, least demanding mode ran into says most about the model. It is kept to for this run only, so
        # that a model that fits in no mode does not cost four calls for every question.
        habits.mode = MODES[-1]
        raise AnswerError(str(failed[-1])) from failed[-1]

    async def _ask_in(self, mode: str, question: Question, habits: Habits) -> Answer:
        handlers, shaped = _shaped(mode, question)
        wanted = {"max_tokens": question.max_tokens, "temperature": question.temperature, "seed": question.seed}
        while True:
            request = shaped | habits.parameters(wanted)
            try:
                completion = await self._client.chat.completions.create(model=self.model, **request)
                break
            except Exception as error:
                refusal = _refusal(error, self._key)
                if (name := refused_parameter(refusal)) and name not in habits.refused:
                    habits.refused.append(name)
                    continue
                where, last = host(self._url), mode == MODES[-1]
                raise mapped(refusal, where=where, model=self.model, reached=self._reached, last_mode=last) from error
        self._reached = True
        tokens = self._counted(completion)
        return Answer(parsed(handlers, completion, question), *tokens)

    def _counted(self, completion: Any) -> tuple[int, int]:
        used = getattr(completion, "usage", None)
        tokens = (getattr(used, "prompt_tokens", 0) or 0, getattr(used, "completion_tokens", 0) or 0)
        self._usage.calls += 1
        self._usage.tokens_in += tokens[0]
        self._usage.tokens_out += tokens[1]
        return tokens


def new_client(*, base_url: str | None, api_key: str | None, timeout: float) -> openai.AsyncOpenAI:
    """Return a client without retries of its own.

    Raises:
        BackendError: neither a key nor a server of one's own is given, or the URL is none.
    """
    import openai  # late: over a second

    if not api_key and not base_url:
        raise BackendError("no key for the OpenAI server: set OPENAI_API_KEY, or give --base-url for another server")
    if urlsplit(base_url or DEFAULT_BASE_URL).scheme not in ("http", "https"):
        raise BackendError(
            f"{base_url} is no address of a server: --base-url takes one such as http://127.0.0.1:8080/v1"
        )
    # Servers of one's own take any key, but the client insists on one.
    return openai.AsyncOpenAI(
        api_key=api_key or "none",
        base_url=base_url or DEFAULT_BASE_URL,
        max_retries=0,
        timeout=openai.Timeout(timeout, connect=min(timeout, _CONNECT_SECONDS)),
    )


async def only_model(*, base_url: str | None, api_key: str | None, timeout: float) -> str:
    """Return the one model that the server lists.

    Raises:
        BackendError: it lists none or several, is not there, or refuses the key.
    """
    client = new_client(base_url=base_url, api_key=api_key, timeout=timeout)
    url = base_url or DEFAULT_BASE_URL
    try:
        page = await client.models.list()
        listed = sorted({m.id for m in page.data or []})
    except Exception as error:
        refusal = _refusal(error, api_key)
        ours = mapped(refusal, where=host(url), model="", reached=False, last_mode=True)
        if isinstance(ours, BackendError) and refusal.status != NOT_FOUND:
            raise ours from error
        raise BackendError(f"{host(url)} does not list its models ({refusal.said}): name one with --model") from error
    finally:
        await client.close()
    if len(listed) != 1:
        names = ", ".join(listed) or "none"
        raise BackendError(f"which model of {host(url)}? name one with --model; it lists {names}")
    return listed[0]


def _shaped(mode: str, question: Question) -> tuple[Any, dict[str, Any]]:
    """Return instructor's handlers of a mode and the request as they shape it.

    Only the last part of the question goes through instructor: the JSON modes write the schema before the first message
    that they see, and there it would break the prefix that servers keep.
    """
    from instructor.v2 import Mode, Provider, mode_registry  # late, as openai

    handlers = mode_registry.get_handlers(Provider.OPENAI, Mode(mode))
    tail = {"messages": [{"role": "user", "content": question.ask}]}
    _, shaped = handlers.request_handler(question.answer, tail)
    ask = "\n\n".join(str(m["content"]).strip() for m in shaped["messages"])
    messages = [
        {"role": "system", "content": question.system},
        {"role": "user", "content": f"{question.prefix}\n\n{ask}"},
    ]
    return handlers, shaped | {"messages": messages}


def _refusal(error: Exception, key: str | None) -> Refusal:
    """Return the facts of a foreign error, its words on one line, short, and without the key."""
    import httpx2  # what openai speaks through
    import openai

    body = getattr(error, "body", None)
    details = body if isinstance(body, dict) else {}
    words = " ".join(str(details.get("message") or error.__cause__ or error).split())
    code = details.get("code")
    if isinstance(code, str) and code not in words:
        words += f" [{code}]"
    response = getattr(error, "response", None)
    return Refusal(
        said=(words.replace(key, "***") if key else words)[:SHOWN],
        status=getattr(error, "status_code", None),
        parameter=details.get("param"),
        retry_after=retry_after(response.headers) if response is not None else None,
        connection=isinstance(error, openai.APIConnectionError),
        unreachable=isinstance(error.__cause__, httpx2.ConnectError | httpx2.ConnectTimeout),
    )


async def open_openai_backend(*, rules: Drafter, schema: Schema, settings: Settings, cache_dir: Path) -> OpenAIBackend:
    """Return the backend that asks a model, its answers kept in `cache_dir`.

    Nothing is sent where the model is named; else the server is asked which one it has.

    Raises:
        BackendError: the server is not there, refuses the key, or lists no model or several.
        UsageError: the prompts or the cache folder cannot be used.
    """
    server: dict[str, Any] = {
        "base_url": settings.base_url,
        "api_key": settings.api_key,
        "timeout": settings.timeout,
    }
    prompts = load_prompts(settings.schema if Path(settings.schema).name == schema.name else schema.name)
    model = settings.model or await only_model(**server)
    usage = Usage()
    store = DiskStore(cache_dir)
    try:
        asker = OpenAIAsker(model=model, usage=usage, store=store, **server)
    except BackendError:
        store.close()
        raise
    return OpenAIBackend(
        rules=rules,
        asker=Cached(
            Retrying(asker, retries=settings.retries, deadline=settings.deadline),
            store=store,
            scope=f"{endpoint(settings.base_url or DEFAULT_BASE_URL)} {model}",
            usage=usage,
            refresh=settings.refresh,
        ),
        schema=schema,
        prompts=prompts,
        model=model,
        batch=settings.batch,
        reasks=settings.reasks,
        usage=usage,
        endpoint_host=host(settings.base_url),
    )
