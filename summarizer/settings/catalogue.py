"""The settings by name, each with how it is set: what help, `summarize config`, files and docs are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from types import MappingProxyType
from typing import Any, NamedTuple

from summarizer.settings.about import About
from summarizer.settings.values import Settings


class Setting(NamedTuple):
    """One setting: its name, its default, and what is known of it."""

    name: str
    default: Any
    about: About

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return self.about.variable or "SUMMARIZER_" + self.name.upper()

    @property
    def flag(self) -> str | None:
        """The option of the command line that sets it, None where there is none."""
        return "--" + self.name.replace("_", "-") if self.about.has_flag else None

    def read(self, value: Any) -> Any:
        """Return a value of this setting.

        Raises:
            ValueError: it does not fit; the words follow "it must be".
        """
        # An empty text takes a value back that a weaker source gave, where the setting can be without one.
        if value is None or (value == "" and self.default is None):
            return self.default
        return self.about.kind.read(value)


def _setting(name: str, default: Any, factory: Any, metadata: Mapping[str, About]) -> Setting:
    return Setting(name, factory() if default is MISSING else default, metadata["about"])


SETTINGS: Mapping[str, Setting] = MappingProxyType(
    {f.name: _setting(f.name, f.default, f.default_factory, f.metadata) for f in fields(Settings)}
)
