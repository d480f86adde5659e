"""Puts the backend together that asks a model: rules, prompts, server, retries, cache, budget."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from summarizer.backends.asking import Asker
from summarizer.backends.base import Usage
from summarizer.backends.caching import Cached, DiskStore, Store
from summarizer.backends.capacity import Capacity, parameters_in
from summarizer.backends.client import only_model, server_of
from summarizer.backends.foretelling import Foretelling, stored_only
from summarizer.backends.habits import DEFAULT_BASE_URL, host, known_model, recall, remember_model, scope
from summarizer.backends.openai import OpenAIAsker
from summarizer.backends.opening import open_line, set_price
from summarizer.backends.pointing import Drafter, OpenAIBackend
from summarizer.backends.qualifying import qualification
from summarizer.backends.retrying import Patience, Retrying
from summarizer.prompting import prompts_of
from summarizer.schema import Schema
from summarizer.settings import Settings


async def open_openai_backend(
    *,
    rules: Drafter,
    schema: Schema,
    settings: Settings,
    cache_dir: Path,
    summary_of: int = 0,
    dry: bool = False,
) -> OpenAIBackend:
    """Return the backend that asks a model, its answers kept in `cache_dir`.

    Nothing is sent where the model is named, or the only one that the server listed last time; else the server is asked
    which one it has. Where `dry`, nothing is sent at all, and nothing kept. `summary_of` is as in `open_line`.

    Raises:
        BackendError: the server is not there, refuses the key, or lists no model or several.
        UsageError: the prompts, the cache folder, the prices, the budget or the trace cannot be used.
    """
    prompts = prompts_of(settings.schema, schema.name)
    usage = Usage()
    store: Store = stored_only(cache_dir) if dry else DiskStore(cache_dir)
    try:
        model, capacity, asker = await (_foretelling if dry else _asking)(settings, store, usage, summary_of)
    except BaseException:
        store.close()
        raise
    cached = Cached(
        asker,
        store=store,
        scope=scope(settings.base_url, model),
        usage=usage,
        refresh=settings.refresh,
    )
    return OpenAIBackend(
        rules=rules,
        asker=cached,
        schema=schema,
        prompts=prompts,
        model=model,
        batch=settings.batch,
        reasks=settings.reasks,
        usage=usage,
        endpoint_host=host(settings.base_url),
        capacity=capacity,
        language=settings.language,
        qualification=qualification(schema, prompts, asker=cached, reasks=settings.reasks, dry=dry),
    )


_Opened = tuple[str | None, Callable[[], Awaitable[Capacity]], Asker]
"""A model, what tells how much it reads at once, and who asks it."""


async def _asking(settings: Settings, store: Store, usage: Usage, summary_of: int) -> _Opened:
    url = settings.base_url or DEFAULT_BASE_URL
    server = server_of(settings)
    before = None if settings.model or settings.refresh else known_model(store, url)
    patience = Patience(settings.retries, settings.deadline)
    model = settings.model or before
    if not model:
        model = await patience.retry(lambda: only_model(**server))
    if not settings.model:
        remember_model(store, url, model)
    line = open_line(settings, host=host(url), model=model, usage=usage, summary_of=summary_of)
    asker = OpenAIAsker(model=model, usage=usage, store=store, line=line, is_guess=before is not None, **server)
    return model, lambda: _capacity(asker, settings), Retrying(asker, patience)


async def _foretelling(settings: Settings, store: Store, usage: Usage, summary_of: int) -> _Opened:  # noqa: ARG001
    """Return what `_asking` does, for a run that sends nothing; the model is None where nobody named or knows it."""
    url = settings.base_url or DEFAULT_BASE_URL
    model = settings.model or known_model(store, url)
    set_price(usage, host(url), model, settings)
    known = recall(store, url, model or "")

    async def capacity() -> Capacity:
        return Capacity(settings.context or known.context or None, None, known.parameters or parameters_in(model or ""))

    return model, capacity, Foretelling(usage)


async def _capacity(asker: OpenAIAsker, settings: Settings) -> Capacity:
    """Return what the model reads at once: what the settings say, else what the server tells."""
    if settings.context and settings.batch:
        return Capacity(settings.context)
    told = await asker.capacity()
    return replace(told, context=settings.context or told.context)
