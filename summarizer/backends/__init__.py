"""Backends: rules alone, or rules and a model behind an OpenAI-compatible server. `build` selects."""

from __future__ import annotations

from summarizer.backends.base import Backend, ModelChangedError, Usage
from summarizer.backends.offline import OfflineBackend
from summarizer.schema import Schema
from summarizer.settings import Budget, Settings

__all__ = ["Backend", "ModelChangedError", "OfflineBackend", "Usage", "build", "within"]


async def build(settings: Settings, schema: Schema, *, summary_of: int = 0, dry: bool = False) -> Backend:
    """Return the backend that the settings ask for, ready to draft.

    Args:
        settings: how a run goes.
        schema: its domain.
        summary_of: of how many articles a merged summary will be written at the end, 0 for none: a budget keeps enough
            for it.
        dry: whether questions are only counted. Nothing is sent then, and no key is needed.

    Raises:
        BackendError: the server is not there, refuses the key, or the model is not settled; no other backend steps in.
    """
    rules = OfflineBackend(schema, spares=settings.resolved_backend != "offline")
    if settings.resolved_backend == "offline":
        return rules
    # Imported here: the client costs over a second, and most runs never need it.
    from summarizer.backends.composing import open_openai_backend

    return await open_openai_backend(
        rules=rules,
        schema=schema,
        settings=settings,
        cache_dir=settings.resolved_cache_dir,
        summary_of=summary_of,
        dry=dry,
    )


def within(budget: Budget, usage: Usage) -> bool | None:
    """Return whether what was used stays within a budget, None where a budget in dollars meets unknown prices."""
    if budget.unit == "tokens":
        return usage.tokens_in + usage.tokens_out <= budget.limit
    return None if usage.spent is None else usage.spent <= budget.limit
