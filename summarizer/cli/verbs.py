"""Which verbs there are, in the order of the help, and which module declares each.

A module is imported when its verb is wanted: all of them with all their options would be a tenth of a short run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

MAIN = "run"
# What one does with articles and reports, then with the program. A module declares its verbs when it is imported.
MODULES: Mapping[str, str] = {
    MAIN: "briefing",
    "render": "showing",
    "diff": "comparing",
    "explain": "showing",
    "probe": "probing",
    "doctor": "doctoring",
    "config": "configuring",
    "cache": "caches",
    "schema": "contract",
    "completion": "completing",
}
VERBS = tuple(verb for verb in MODULES if verb != MAIN)
HELP = ("--help", "-h")


def load(words: Sequence[str] | None = None) -> None:
    """Import what a call needs, and all verbs where that is not known: for help, and where `words` is None."""
    from importlib import import_module

    for module in dict.fromkeys(_wanted(words)):
        import_module(f"summarizer.cli.{module}")


def _wanted(words: Sequence[str] | None) -> list[str]:
    if not words or words[0] in ("help", *HELP):
        return list(MODULES.values())
    if words[0] in VERBS:
        return [MODULES[words[0]]]
    return list(MODULES.values()) if any(word in HELP for word in words) else [MODULES[MAIN]]
