"""The settings as a commented summarizer.toml: what is set stands as it is, the rest as a comment with its default."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

from summarizer.settings.about import GROUPS
from summarizer.settings.listing import Listed, listed
from summarizer.settings.sources import CONFIG_NAME, Resolved

_WIDTH = 100
_HEAD = f"""\
# Settings of summarize. Saved as {CONFIG_NAME} in the folder that one works in, or named by --config, this file is
# read at each run; options of the command line and environment variables win over it. Take the # away from a line
# to set it. `summarize config` shows what holds and where it came from.
"""


def as_toml(resolved: Resolved) -> str:
    """Return the settings as a file that, read again, gives the same: all but keys and what no file may set."""
    entries = list(listed(resolved))
    parts = [_HEAD]
    for group in GROUPS:
        among = [entry for entry in entries if entry.setting.about.group == group]
        if among:
            parts.append(f"# {group} {'-' * (_WIDTH - 3 - len(group))}\n")
            parts += ["\n".join(_lines(entry)) + "\n" for entry in among]
    return "\n".join(parts)


def _lines(entry: Listed) -> Iterator[str]:
    setting, about = entry.setting, entry.setting.about
    yield from _comment(f"{about.help} {about.more}".strip())
    names = " or ".join(filter(None, (setting.flag, setting.variable)))
    unset = f" Where it is not set: {about.unset}." if about.unset else ""
    yield from _comment(f"Takes {about.kind.name}; also set by {names}.{unset}")
    if not about.in_files:
        yield from _comment("No file may set it.")
        return
    if about.guard.words:
        yield from _comment(f"Unless --config names it, a file {about.guard.words}.")
    given = entry.origin.source != "default" and entry.value is not None
    if given and entry.whole and not about.guard.harms(entry.value):
        yield f"{setting.name} = {toml_value(entry.value)}"
    else:
        shown = "" if entry.value is None or not entry.whole else entry.value
        yield f"#{setting.name} = {toml_value(shown)}"


def _comment(words: str) -> Iterator[str]:
    yield from (f"# {line}" for line in wrap(words, _WIDTH - 2, break_long_words=False, break_on_hyphens=False))


def toml_value(value: Any) -> str:
    """Return a value as TOML writes it.

    Args:
        value: text, a number, true or false, a list or a mapping of names to such.
    """
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{k} = {toml_value(v)}" for k, v in value.items()) + " }" if value else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml_value, value))}]"
    if isinstance(value, str):
        # JSON's strings are TOML's, but for one control character that TOML wants escaped.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value).lower()
