"""How a run goes: one frozen `Settings`, from flags over environment over summarizer.toml over defaults.

What is read at each run is made of named tuples: a frozen dataclass costs half a millisecond of each start.

To add a setting, add a field to `Settings` in values.py, with a kind from kinds.py. Its variable, its place in
summarizer.toml, in `summarize config`, `--help` and docs/settings.md follow from what is said there.
"""

from __future__ import annotations

from summarizer.settings.about import COST, GROUPS, MODEL, READING, REPORT, About
from summarizer.settings.budget import Budget, read_budget
from summarizer.settings.catalogue import SETTINGS, Setting
from summarizer.settings.kinds import COLUMNS, TRUTH, Kind
from summarizer.settings.sources import (
    CONFIG_NAME,
    DEFAULT,
    Origin,
    Resolved,
    checked,
    load_settings,
    resolve_settings,
)
from summarizer.settings.values import BackendName, Settings

__all__ = [
    "COLUMNS",
    "CONFIG_NAME",
    "COST",
    "DEFAULT",
    "GROUPS",
    "MODEL",
    "READING",
    "REPORT",
    "SETTINGS",
    "TRUTH",
    "About",
    "BackendName",
    "Budget",
    "Kind",
    "Origin",
    "Resolved",
    "Setting",
    "Settings",
    "checked",
    "load_settings",
    "read_budget",
    "resolve_settings",
]
