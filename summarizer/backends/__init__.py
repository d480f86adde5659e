"""Backends: rules alone, or rules and a model behind an OpenAI-compatible server. `build` selects."""

from __future__ import annotations

from summarizer.backends.base import Backend, Usage
from summarizer.backends.offline import OfflineBackend
from summarizer.schema import Schema
from summarizer.settings import Settings

__all__ = ["Backend", "OfflineBackend", "Usage", "build"]


async def build(settings: Settings, schema: Schema) -> Backend:
    """Return the backend that the settings ask for, ready to draft.

    Raises:
        BackendError: the server is not there, refuses the key, or the model is not settled; no other backend steps in.
    """
    rules = OfflineBackend(schema)
    if settings.resolved_backend == "offline":
        return rules
    # Imported here: the client costs over a second, and most runs never need it.
    from summarizer.backends.openai import open_openai_backend

    return await open_openai_backend(
        rules=rules, schema=schema, settings=settings, cache_dir=settings.resolved_cache_dir
    )
