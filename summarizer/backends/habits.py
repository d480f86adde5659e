"""What is known of a server and a model: which mode works, what it refuses, how much it reads. Kept between runs."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import urlsplit

from summarizer.backends.caching import Store
from summarizer.backends.refusals import REPLACEABLE

DEFAULT_BASE_URL = "https://api.openai.com/v1"
# instructor's names of the structured-output modes, surest first.
MODES = ("json_schema_mode", "tool_call", "json_mode", "markdown_json_mode")
# Tokens for thoughts: enough for most questions as small as ours, then for a model that goes round in circles first.
HEADROOMS = (2_048, 8_192)


@dataclass(slots=True)
class Habits:
    """The mode that works, None while that is not known, and the parameters that are refused.

    `headroom` is how many tokens an answer gets beyond its own, for a model that thinks first. `context` is the size of
    the model's context in tokens: None while nobody has asked for it, 0 where the server does not tell. `parameters` is
    the size of the model itself, where that is known.
    """

    mode: str | None = None
    refused: list[str] = field(default_factory=list)
    headroom: int = 0
    context: int | None = None
    parameters: int | None = None

    def accepted(self, wanted: dict[str, Any]) -> dict[str, Any]:
        """Return parameters as this server takes them: renamed or left out where it refuses them."""
        named = {self._accepted(k): v for k, v in wanted.items()}
        return {k: v for k, v in named.items() if k}

    def more_headroom(self) -> bool:
        """Give a model that thinks more room than it had; False where it has had the most."""
        more = next((h for h in HEADROOMS if h > self.headroom), None)
        self.headroom = more or self.headroom
        return more is not None

    def _accepted(self, name: str) -> str | None:
        accepted: str | None = name
        while accepted in self.refused:
            accepted = REPLACEABLE[accepted]
        return accepted


def recall(store: Store | None, url: str, model: str) -> Habits:
    """Return what an earlier run found out; nothing known where there is no such run or its note cannot be read."""
    try:
        kept = json.loads((store and store.get(_key(url, model))) or "{}")
        mode, headroom = kept.get("mode"), kept.get("headroom")
        return Habits(
            mode if mode in MODES else None,
            [name for name in kept.get("refused", []) if name in REPLACEABLE],
            headroom if headroom in HEADROOMS else 0,
            _count(kept.get("context")),
            _count(kept.get("parameters")),
        )
    except (ValueError, AttributeError, TypeError):
        pass  # not ours: find out anew
    return Habits()


def remember(store: Store | None, url: str, model: str, habits: Habits) -> None:
    """Keep what was found out for later runs."""
    if store:
        store.put(_key(url, model), json.dumps(asdict(habits)))


def known_model(store: Store, url: str) -> str | None:
    """Return the only model that a server listed when it was last asked, None where it never was."""
    return store.get(_model_key(url)) or None


def remember_model(store: Store, url: str, model: str) -> None:
    """Keep which model is the only one that a server lists."""
    if known_model(store, url) != model:
        store.put(_model_key(url), model)


def endpoint(url: str) -> str:
    """Return host, port and path of a base URL, without any user, password or query."""
    return f"{host(url)}{urlsplit(url).path.rstrip('/')}"


def scope(url: str | None, model: str | None) -> str:
    """Return what answers are kept under beside the question: the endpoint and the model."""
    return f"{endpoint(url or DEFAULT_BASE_URL)} {model}"


def host(url: str | None) -> str:
    """Return host and port of a base URL."""
    parts = urlsplit(url or DEFAULT_BASE_URL)
    return f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and value >= 0 else None


def _model_key(url: str) -> str:
    return f"model {endpoint(url)}"


def _key(url: str, model: str) -> str:
    return f"habits {endpoint(url)} {model}"
