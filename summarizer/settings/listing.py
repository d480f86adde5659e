"""Settings as they can be shown: no secret in them, each with where it came from and what it comes to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from summarizer.settings.catalogue import SETTINGS, Setting
from summarizer.settings.kinds import URL
from summarizer.settings.sources import Origin, Resolved
from summarizer.settings.values import Settings

SET, NOT_SET = "set (not shown)", "not set"


@dataclass(frozen=True)
class Listed:
    """One setting: its value as TOML and JSON can hold it (None where it has none), and where that came from.

    `comes_to` is what the value means in the end, where it leaves that open (backend "auto", no cache folder named).
    `whole` is False where a part of the value is a secret and not shown.
    """

    setting: Setting
    value: Any
    origin: Origin
    comes_to: str = ""
    whole: bool = True

    @property
    def words(self) -> str:
        """The value for a reader."""
        if self.setting.about.secret:
            return SET if self.value else NOT_SET
        if self.comes_to:
            return f"{NOT_SET if self.value is None else self.value}, so {self.comes_to}"
        if self.value is None or self.value in ({}, []):
            unset = self.setting.about.unset
            return f"{NOT_SET}: {unset}" if unset else NOT_SET
        if isinstance(self.value, dict):
            return ", ".join(f"{name}={column}" for name, column in self.value.items())
        if isinstance(self.value, list):
            return ", ".join(self.value)
        return _text(self.value)


def listed(resolved: Resolved) -> Iterator[Listed]:
    """Yield all settings in their order."""
    for name, setting in SETTINGS.items():
        value = getattr(resolved.settings, name)
        origin = resolved.origin(name)
        if setting.about.secret:
            yield Listed(setting, SET if value else None, origin, whole=not value)
            continue
        plain = None if value is None else setting.about.kind.plain(value)
        shown = _writable(without_secrets(plain) if setting.about.kind is URL and plain else plain)
        yield Listed(setting, shown, origin, _comes_to(name, resolved.settings), whole=shown == plain)


def without_secrets(url: str) -> str:
    """Return a web address with its user, password and query hidden."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    user = "***@" if "@" in parts.netloc else ""
    return urlunsplit((parts.scheme, user + host, parts.path, "***" if parts.query else "", ""))


def _comes_to(name: str, settings: Settings) -> str:
    if name == "backend" and settings.backend != settings.resolved_backend:
        return settings.resolved_backend
    if name == "cache_dir" and settings.cache_dir is None:
        return str(settings.resolved_cache_dir)
    return ""


def _writable(value: Any) -> Any:
    """Return a text without the lone surrogates that stand for bytes which are no UTF-8: no file takes them."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)
