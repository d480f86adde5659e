"""What is known of a server and a model: which mode works, which parameters it refuses. Kept between runs."""

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


@dataclass(slots=True)
class Habits:
    """The mode that works, None while that is not known, and the parameters that are refused."""

    mode: str | None = None
    refused: list[str] = field(default_factory=list)

    def parameters(self, wanted: dict[str, Any]) -> dict[str, Any]:
        """Return parameters as this server takes them: renamed or left out where it refuses them."""
        named = {(REPLACEABLE[k] if k in self.refused else k): v for k, v in wanted.items()}
        return {k: v for k, v in named.items() if k}


def recall(store: Store | None, url: str, model: str) -> Habits:
    """Return what an earlier run found out; nothing known where there is no such run or its note cannot be read."""
    try:
        kept = json.loads((store and store.get(_key(url, model))) or "{}")
        if kept.get("mode") in MODES:
            return Habits(kept["mode"], [name for name in kept.get("refused", []) if name in REPLACEABLE])
    except (ValueError, AttributeError, TypeError):
        pass  # not ours: find out anew
    return Habits()


def remember(store: Store | None, url: str, model: str, habits: Habits) -> None:
    """Keep what was found out for later runs."""
    if store:
        store.put(_key(url, model), json.dumps(asdict(habits)))


def endpoint(url: str) -> str:
    """Return host, port and path of a base URL, without any user, password or query."""
    return f"{host(url)}{urlsplit(url).path.rstrip('/')}"


def host(url: str | None) -> str:
    """Return host and port of a base URL."""
    parts = urlsplit(url or DEFAULT_BASE_URL)
    return f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)


def _key(url: str, model: str) -> str:
    return f"habits {endpoint(url)} {model}"
