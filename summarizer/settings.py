"""One frozen `Settings`: flags over environment over summarizer.toml over defaults."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

from summarizer.errors import UsageError

BackendName = Literal["auto", "offline", "mock", "openai"]
CONFIG_NAME = "summarizer.toml"

# What a row of a table can say of an article.
COLUMNS = ("text", "title", "author", "outlet", "published", "url", "entry", "language")

# The two names that every OpenAI-compatible tool reads; all others are SUMMARIZER_<FIELD>.
_WELL_KNOWN = {"api_key": "OPENAI_API_KEY", "base_url": "OPENAI_BASE_URL"}


@dataclass(frozen=True)
class Settings:
    """How a run goes. Times are seconds.

    `backend` "auto" means openai where a key or base URL is set, else offline. `cache_dir` None means `./cache` where
    that folder exists, else the user's cache folder. `batch` None lets the backend choose how many mentions go into
    one question. `columns` names columns of tables, "text=body,title=headline" or a mapping. `allow_private` lets web
    addresses lead into private networks.
    """

    backend: BackendName = "auto"
    model: str | None = None
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    schema: str = "conflict"
    jobs: int = 4
    refresh: bool = False
    cache_dir: Path | None = None
    timeout: float = 120.0
    deadline: float = 600.0
    retries: int = 5
    reasks: int = 2
    batch: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    allow_private: bool = False

    @property
    def resolved_backend(self) -> Literal["offline", "openai"]:
        """The backend that runs: "auto" is settled, "mock" is another name for offline."""
        if self.backend == "auto":
            return "openai" if self.api_key or self.base_url else "offline"
        return "openai" if self.backend == "openai" else "offline"

    @property
    def resolved_cache_dir(self) -> Path:
        """The folder that answers are kept in."""
        if self.cache_dir:
            return self.cache_dir
        local = Path("cache")
        if local.is_dir():
            return local
        from platformdirs import user_cache_path  # imported late: most runs never ask

        return user_cache_path("summarizer", appauthor=False)


def load_settings(
    flags: Mapping[str, Any] | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    config: Path | None = None,
) -> Settings:
    """Return the settings of a run. A flag that is None counts as not given.

    Args:
        flags: values from the command line or from Python, by field name.
        environ: the environment; `os.environ` when None.
        config: a TOML file; when None, summarizer.toml of the working folder if there is one.

    Raises:
        UsageError: a file, key or value that cannot be right, named with where it stands.
    """
    merged: dict[str, Any] = {}
    for source, values in (
        _from_file(config),
        ("the environment", _from_environment(os.environ if environ is None else environ)),
        ("the command line", {k: v for k, v in (flags or {}).items() if v is not None}),
    ):
        merged |= {key: _typed(key, value, source) for key, value in values.items()}
    return replace(Settings(), **merged)


def _from_file(config: Path | None) -> tuple[str, dict[str, Any]]:
    path = config or Path(CONFIG_NAME)
    if not path.is_file():
        if config:
            raise UsageError(f"no config file {config}: create it or leave --config out")
        return CONFIG_NAME, {}
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise UsageError(f"{path} cannot be read as TOML: {error}") from error
    if "allow_private" in values:
        # The folder that one works in may be a stranger's: it is not to open one's own network to his addresses.
        raise UsageError(f"{path} sets allow_private, which no file may: use --allow-private where it is wanted")
    return str(path), values


def _from_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    names = {f.name: _WELL_KNOWN.get(f.name, "SUMMARIZER_" + f.name.upper()) for f in fields(Settings)}
    return {key: environ[name] for key, name in names.items() if environ.get(name)}


def _typed(key: str, value: Any, source: str) -> Any:
    known = {f.name: str(f.type) for f in fields(Settings)}
    if key not in known:
        raise UsageError(f"{source} sets {key!r}, which is no setting; there are {', '.join(sorted(known))}")
    kind = known[key]
    if key == "backend" and value not in get_args(BackendName):
        raise UsageError(f"{source} sets backend to {value!r}; it is one of {', '.join(get_args(BackendName))}")
    try:
        if kind.startswith("bool"):
            return (
                value
                if isinstance(value, bool)
                else {"1": True, "true": True, "0": False, "false": False}[value.lower()]
            )
        if kind.startswith("int"):
            return int(_positive(int(value), key))
        if kind.startswith("float"):
            return _positive(float(value), key)
        if key == "columns":
            return _columns(value)
        return Path(value).expanduser() if kind.startswith("Path") else str(value)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{source} sets {key} to {value!r}, which does not fit: {error}") from error


def _columns(value: Any) -> Mapping[str, str]:
    """Return which column holds what, from a mapping or from "text=body,title=headline"."""
    pairs = value.items() if isinstance(value, Mapping) else [part.split("=", 1) for part in value.split(",")]
    found = {str(name).strip(): str(column).strip() for name, column in pairs}
    wrong = next((name for name, column in found.items() if name not in COLUMNS or not column), None)
    if wrong is not None:
        raise ValueError(f"{wrong!r} is none of {', '.join(COLUMNS)}, or has no column")
    return found


def _positive(value: float, key: str) -> float:
    if value < 0 or (value == 0 and key not in ("retries", "reasks")):
        raise ValueError("it must be positive")
    return value
