"""Where settings come from: flags over environment over summarizer.toml over defaults, and which of them it was."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from summarizer.errors import UsageError
from summarizer.settings.catalogue import SETTINGS, Setting
from summarizer.settings.values import Settings

CONFIG_NAME = "summarizer.toml"
PREFIX = "SUMMARIZER_"
# Names that other tools read or once read, and the ones that count here.
_MISTAKEN = {"OPENAI_API_BASE": "OPENAI_BASE_URL", "OPENAI_BASE": "OPENAI_BASE_URL", "OPENAI_KEY": "OPENAI_API_KEY"}

Source = Literal["default", "file", "environment", "flag", "argument"]


class Origin(NamedTuple):
    """Where a value came from: the kind of source and its name (a path, a variable, an option, an argument)."""

    source: Source
    name: str = ""

    def __str__(self) -> str:
        """Return the name, or "default"."""
        return self.name or self.source


DEFAULT = Origin("default")


class Resolved(NamedTuple):
    """Settings with the origin of each, the file that was read, and what is wrong.

    Where `problems` are, the settings they speak of have their defaults, and no run should start. `warnings` speak of
    what was set and is not read.
    """

    settings: Settings
    origins: Mapping[str, Origin]
    file: Path | None = None
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def origin(self, name: str) -> Origin:
        """Return where the value of a setting came from."""
        return self.origins.get(name, DEFAULT)


def load_settings(
    given: Mapping[str, Any] | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    config: Path | None = None,
) -> Settings:
    """Return the settings of a run. An argument that is None counts as not given.

    Args:
        given: values from Python, by field name.
        environ: the environment; `os.environ` when None.
        config: a TOML file; when None, summarizer.toml of the working folder if there is one.

    Raises:
        UsageError: a file, key or value that cannot be right, named with where it stands.
    """
    return checked(resolve_settings(given, environ=environ, config=config)).settings


def checked(resolved: Resolved) -> Resolved:
    """Return settings without problems.

    Raises:
        UsageError: there are problems.
    """
    if resolved.problems:
        raise UsageError("; ".join(resolved.problems))
    return resolved


def resolve_settings(
    given: Mapping[str, Any] | None = None,
    *,
    given_as: Literal["argument", "flag"] = "argument",
    environ: Mapping[str, str] | None = None,
    config: Path | None = None,
) -> Resolved:
    """Return the settings with where each came from; never raises, what is wrong is in `problems`.

    Args:
        given: values from Python or the command line, by field name; None counts as not given.
        given_as: what those values are called in messages.
        environ: the environment; `os.environ` when None.
        config: a TOML file; when None, summarizer.toml of the working folder if there is one.
    """
    variables = os.environ if environ is None else environ
    found = _Found()
    path = _take_file(found, config)
    for setting in SETTINGS.values():
        if variables.get(setting.variable):
            found.take(setting, variables[setting.variable], Origin("environment", setting.variable))
    for name, value in (given or {}).items():
        if value is None:
            continue
        known = SETTINGS.get(name)
        if known is None:
            found.problems.append(f"the argument {_unknown(name)}")
            continue
        called = (known.flag if given_as == "flag" else None) or f"the argument {name}"
        found.take(known, value, Origin(given_as, called))
    if config is None:
        found.distrust(path)
    return Resolved(
        settings=Settings(**found.values),
        origins=MappingProxyType(found.origins),
        file=path,
        problems=tuple(found.problems),
        warnings=tuple(_unread(variables)),
    )


class _Found:
    """What was found so far; a later source overrides an earlier one."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.origins: dict[str, Origin] = {}
        self.problems: list[str] = []

    def take(self, setting: Setting, value: Any, origin: Origin) -> None:
        """Take a value, or note that it does not fit."""
        try:
            self.values[setting.name] = setting.read(value)
            self.origins[setting.name] = origin
        except ValueError as error:
            shown = "" if setting.about.secret or "@" in str(value) else f" is {value!r}"
            called = f"{setting.name} in {origin}" if origin.source == "file" else str(origin)
            self.problems.append(f"{called}{shown}: it must be {error}")

    def distrust(self, path: Path | None) -> None:
        """Take back what a file that nobody named set and may not set, see `trust`."""
        for name, origin in list(self.origins.items()):
            guard = SETTINGS[name].about.guard
            if origin.source == "file" and guard.harms(self.values[name]):
                del self.values[name], self.origins[name]
                self.problems.append(
                    f"{path} sets {name}, but a file of the working folder, which may be a stranger's, {guard.words}: "
                    f"if it is yours, say --config {path}; or set {SETTINGS[name].variable}"
                )


def _take_file(found: _Found, config: Path | None) -> Path | None:
    """Read the file, if there is one, and return its path."""
    path = config or Path(CONFIG_NAME)
    if not path.is_file():
        if config:
            what = f"{config} is no file" if config.exists() else f"no config file {config}"
            found.problems.append(f"{what}: create it or leave --config out")
        return None
    import tomllib  # late: most runs have no such file

    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        found.problems.append(f"{path} cannot be read: {error.strerror or error}; mend its rights or name another file")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        why = "it is no UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
        found.problems.append(f"{path} is no TOML ({why}): mend it; `summarize config --format toml` shows a right one")
    else:
        for name, value in values.items():
            _take_from_file(found, path, name, value)
    return path


def _take_from_file(found: _Found, path: Path, name: str, value: Any) -> None:
    setting = SETTINGS.get(name)
    if setting is None:
        found.problems.append(f"{path} sets {_unknown(name)}")
    elif not setting.about.in_files:
        # The folder that one works in may be a stranger's: it is not to open one's own network to his addresses.
        found.problems.append(f"{path} sets {name}, which no file may: use {setting.flag} where it is wanted")
    else:
        found.take(setting, value, Origin("file", str(path)))


def _unread(variables: Mapping[str, str]) -> Iterable[str]:
    """Say of each variable that looks like a setting, and is none, that it is not read."""
    known = {s.variable for s in SETTINGS.values()}
    for variable in sorted(variables):
        if variable in _MISTAKEN and _MISTAKEN[variable] not in variables:
            yield f"{variable} is set, but not read: the name is {_MISTAKEN[variable]}"
        elif variable.startswith(PREFIX) and variable not in known:
            setting = SETTINGS.get(variable.removeprefix(PREFIX).lower())
            near = setting.variable if setting else _near(variable, known)
            yield f"{variable} is set, but there is no such setting" + (f": did you mean {near}?" if near else "")


def _unknown(name: str) -> str:
    near = _near(name, SETTINGS)
    hint = f"did you mean {near}? " if near else ""
    return f"{name!r}, which is no setting; {hint}there are {', '.join(sorted(SETTINGS))}"


def _near(name: str, names: Iterable[str]) -> str | None:
    from difflib import get_close_matches  # late: only where something is misspelt

    return next(iter(get_close_matches(name, list(names), n=1)), None)
