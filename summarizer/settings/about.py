"""What is known of a setting besides its name and default."""

from __future__ import annotations

from typing import Any, NamedTuple

from summarizer.settings.kinds import Kind
from summarizer.settings.trust import HARMLESS, Guard

# The headings of settings and of the options that belong with them.
READING, REPORT, MODEL, PATIENCE = "What to read", "The report", "The model", "Patience with the model"
COST = "Pace and cost"
GROUPS = (READING, REPORT, MODEL, COST, PATIENCE)


class About(NamedTuple):
    """What is known of a setting besides its name and default.

    `help` is one line, as `--help` shows it, under the heading `group`; `more` are further sentences. `unset` says what
    holds where nothing is set. `variable` is its environment variable where that is not SUMMARIZER_<NAME>. `has_flag`
    says whether the command line has an option for it. `secret` values are never shown. `in_files` is False where no
    file may set it, and `guard` says what summarizer.toml of the working folder may set without being named.
    """

    kind: Kind
    group: str
    help: str
    more: str = ""
    unset: str = ""
    variable: str = ""
    has_flag: bool = False
    secret: bool = False
    in_files: bool = True
    guard: Guard = HARMLESS


def about(kind: Kind, group: str, help: str, **more: Any) -> dict[str, About]:
    """Return what is known of a setting as the metadata of its field."""
    return {"about": About(kind, group, help, **more)}
