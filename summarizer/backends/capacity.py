"""What a server tells of its model: how many tokens it reads at once, and how large it is. No question is asked for it.

There is no standard for this. The list of models says it for vLLM, llama.cpp and most services; llama.cpp, Ollama and
LM Studio say it at addresses of their own, which are asked only where the list is silent and never on OpenAI's server.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit, urlunsplit

Fetch = Callable[[str, str, Mapping[str, Any] | None], Awaitable[Any]]
"""Method, address and body to the JSON that is answered, None where there is none."""

# How services call it in their lists of models; what is loaded says more than what a model could do.
_LISTED = (
    *("max_model_len", "loaded_context_length", "context_length", "context_window", "max_context_length"),
    *("max_input_tokens", "max_tokens_per_request"),
)
# What Ollama reads of a prompt unless it is told otherwise; the rest it drops without a word.
OLLAMA_DEFAULT = 4_096
# A number of parameters as model names give it: "qwen2.5-1.5b-instruct", "SmolLM2-135M".
_SIZE = re.compile(r"(?<![a-z0-9.])(\d+(?:\.\d+)?)\s*([bm])(?![a-z0-9])", re.IGNORECASE)
_NUM_CTX = re.compile(r"^[ \t]*num_ctx[ \t]+(\d+)", re.MULTILINE)
# With 25 numbers in one question a model of 1.5 billion parameters lost its way; with six it kept to them.
FEW, SOME, MANY = 6, 12, 24
LARGE = 14 * 10**9
_FEW_BELOW, _MANY_FROM = 8_192, 32_768
_POWERS = {"m": 10**6, "b": 10**9}


@dataclass(frozen=True, slots=True)
class Capacity:
    """What is known of a model: tokens of context and where that was found, parameters; None where nobody tells.

    `hosted` is True for OpenAI's own server, which tells neither and has no small models.
    """

    context: int | None = None
    source: str | None = None
    parameters: int | None = None
    hosted: bool = False


def listed_capacity(model: str, listed: Any) -> Capacity:
    """Return what a list of models (`GET /models`) tells of one of them."""
    rows = listed.get("data") if isinstance(listed, Mapping) else listed
    entry = next((r for r in _rows(rows) if r.get("id") == model), {})
    meta = entry.get("meta")
    inner = meta if isinstance(meta, Mapping) else {}
    context = next((n for key in _LISTED if (n := _count(entry.get(key)))), None) or _count(inner.get("n_ctx"))
    return Capacity(
        context=context,
        source="the list of models" if context else None,
        parameters=_count(inner.get("n_params")) or parameters_in(model),
    )


async def find_capacity(model: str, *, base_url: str, listed: Any, fetch: Fetch, own_server: bool) -> Capacity:
    """Return what a server tells of a model.

    Args:
        model: its name.
        base_url: where the server's chat completions are, mostly ending in /v1.
        listed: the answer to `GET /models`.
        fetch: asks the server.
        own_server: True where addresses beside `base_url` may be asked.
    """
    found = listed_capacity(model, listed)
    if found.context or not own_server:
        return found
    for tell in (_from_llama_cpp, _from_ollama, _from_lm_studio):
        told = await tell(_root(base_url), model, fetch)
        if told and told.context:
            return Capacity(told.context, told.source, told.parameters or found.parameters)
    return found


def mentions_at_once(told: Capacity) -> int:
    """Return how many mentions go into one question: few where the model is small, or may be, or reads little."""
    large = (told.parameters or 0) >= LARGE or (told.hosted and told.parameters is None)
    if not large or (told.context is not None and told.context < _FEW_BELOW):
        return FEW
    return MANY if told.context is None or told.context >= _MANY_FROM else SOME


def is_small(told: Capacity) -> bool:
    """Whether a model is known to be small; one of unknown size is not."""
    return told.parameters is not None and told.parameters < LARGE


def parameters_in(name: str) -> int | None:
    """Return the number of parameters that a model's name gives, None where it gives none."""
    found = _SIZE.search(name.rpartition("/")[2].replace("_", "-"))
    return round(float(found[1]) * _POWERS[found[2].lower()]) if found else None


async def _from_llama_cpp(root: str, model: str, fetch: Fetch) -> Capacity | None:  # noqa: ARG001  it has one model
    props = await fetch("GET", f"{root}/props", None)
    settings = props.get("default_generation_settings") if isinstance(props, Mapping) else None
    context = _count(settings.get("n_ctx")) if isinstance(settings, Mapping) else None
    return Capacity(context, "llama.cpp's /props") if context else None


async def _from_ollama(root: str, model: str, fetch: Fetch) -> Capacity | None:
    shown = await fetch("POST", f"{root}/api/show", {"model": model})
    info = shown.get("model_info") if isinstance(shown, Mapping) else None
    if not isinstance(info, Mapping):
        return None
    parameters = _count(info.get("general.parameter_count"))
    loaded = await fetch("GET", f"{root}/api/ps", None)
    running = _rows(loaded.get("models")) if isinstance(loaded, Mapping) else []
    for row in running:
        if model in (row.get("name"), row.get("model")) and (context := _count(row.get("context_length"))):
            return Capacity(context, "Ollama's /api/ps", parameters)
    if set_to := _NUM_CTX.search(str(shown.get("parameters") or "")):
        return Capacity(int(set_to[1]), "num_ctx of the Ollama model", parameters)
    most = next((n for key, value in info.items() if key.endswith(".context_length") and (n := _count(value))), None)
    return Capacity(min(most or OLLAMA_DEFAULT, OLLAMA_DEFAULT), "what Ollama reads by default", parameters)


async def _from_lm_studio(root: str, model: str, fetch: Fetch) -> Capacity | None:
    listed = await fetch("GET", f"{root}/api/v0/models", None)
    told = listed_capacity(model, listed)
    return Capacity(told.context, "LM Studio's /api/v0/models", told.parameters) if told.context else None


def _root(base_url: str) -> str:
    """Return the address of the server itself: without the path of its chat completions, a query, or a password."""
    parts = urlsplit(base_url)
    path = parts.path.rstrip("/").removesuffix("/v1")
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))


def _rows(value: Any) -> Sequence[Mapping[str, Any]]:
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None
