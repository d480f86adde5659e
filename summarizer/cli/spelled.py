"""The command line as data: its verbs, their options, and what each of them takes. Completion is made from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from summarizer.cli.verbs import MAIN
from summarizer.settings import SETTINGS

NOTHING, WORDS, FILES, FOLDERS, TEXT = "nothing", "words", "files", "folders", "text"


class Option(NamedTuple):
    """One option: how it is spelled, what it does, what it takes, and the words it takes where they are known."""

    names: tuple[str, ...]
    help: str
    takes: str = NOTHING
    words: tuple[str, ...] = ()


class Verb(NamedTuple):
    """One verb, with the words that lead to it; the main command has none. `takes` is what stands without an option."""

    path: tuple[str, ...]
    help: str
    options: tuple[Option, ...]
    takes: str
    words: tuple[str, ...] = ()


def verbs() -> tuple[Verb, ...]:
    """Return the main command and all verbs that are not hidden, those that have verbs of their own before these."""
    from typer.main import get_command

    from summarizer.cli import command_line

    group: Any = get_command(command_line())
    main = _verb((), group.commands[MAIN])
    own = tuple(_option(p) for p in group.params)
    return (main._replace(options=main.options + own), *_below((), group))


def _below(path: tuple[str, ...], group: Any) -> Iterator[Verb]:
    for name in group.list_commands(None):
        command = group.commands[name]
        if command.hidden:
            continue
        if inner := getattr(command, "commands", None):
            yield Verb((*path, name), _short(command), (_HELP,), WORDS, tuple(inner))
            yield from _below((*path, name), command)
        else:
            yield _verb((*path, name), command)


def _verb(path: tuple[str, ...], command: Any) -> Verb:
    options = tuple(_option(p) for p in command.params if p.param_type_name == "option")
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    words = _words_of_arguments().get(path, ())
    takes = WORDS if words else FILES if arguments else NOTHING
    return Verb(path, _short(command), (*options, _HELP), takes, words)


def _short(command: Any) -> str:
    return str(command.get_short_help_str(80))


_HELP = Option(("--help", "-h"), "Show this message and exit.")


def _option(parameter: Any) -> Option:
    names = (*parameter.opts, *parameter.secondary_opts)
    if parameter.is_flag:
        return Option(names, parameter.help or "")
    words = _words(parameter)
    return Option(names, parameter.help or "", _takes(parameter.metavar or "", words), words)


def _takes(metavar: str, words: tuple[str, ...]) -> str:
    """Return what an option takes, which is what its metavar tells a reader, too."""
    if "FILE" in metavar:
        return FILES
    if "DIR" in metavar:
        return FOLDERS
    return WORDS if words else TEXT


def _words(parameter: Any) -> tuple[str, ...]:
    name = parameter.name
    if name == "format":
        # Its help begins with the formats: "terminal, md or json; may be given several times."
        listed = re.split(r"[.;]", parameter.help)[0]
        return tuple(re.split(r", | or ", listed))
    if name == "schema":
        from summarizer.resources import known

        return tuple(known("schemas"))
    return SETTINGS[name].about.kind.choices if name in SETTINGS else ()


def _words_of_arguments() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    from summarizer.cli.shells import SHELLS

    return {("completion",): tuple(SHELLS)}
