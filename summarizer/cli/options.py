"""The options that several commands share, each declared once; those of settings are made from the settings.

`--help` shows options under the heading of their group, in the order of `GROUPS`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from summarizer.cli.outcomes import say
from summarizer.settings import GROUPS as SETTING_GROUPS
from summarizer.settings import REPORT, SETTINGS, TRUTH, Resolved, Setting, Settings, checked, resolve_settings

OTHER = "Other"
GROUPS = (*SETTING_GROUPS, OTHER)


Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        help="terminal, md, html, json, csv or csv-names; may be given several times.",
        metavar="FORMAT",
        rich_help_panel=REPORT,
    ),
]
Out = Annotated[
    str | None,
    typer.Option(
        "--out",
        help="Write the report here, in the format that the suffix tells; a folder takes a file for each --format.",
        metavar="FILE|DIR",
        rich_help_panel=REPORT,
    ),
]
Force = Annotated[
    bool,
    typer.Option("--force", help="Replace files that summarize did not write, too.", rich_help_panel=REPORT),
]
ConfigFile = Annotated[
    Path | None, typer.Option(help="A TOML file of settings.", metavar="FILE", rich_help_panel=OTHER)
]


def with_settings(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command an option for each of the settings `names`, or for all that may have one, and --config.

    What they come to, with the environment and the file, is handed to the command as its argument `found`.
    """
    settings = [s for s in SETTINGS.values() if s.flag and (s.name in names or not names)]
    added = [_parameter(s.name, _annotation(s)) for s in settings] + [_parameter("config", ConfigFile)]

    def give(command: Callable[..., None]) -> Callable[..., None]:
        own = [p for p in inspect.signature(command, eval_str=True).parameters.values() if p.name != "found"]

        def called(config: Path | None, **values: Any) -> None:
            # A switch that is not given says nothing: it is not the word "false".
            flags = {s.name: None if (v := values.pop(s.name)) is False or v == [] else v for s in settings}
            command(found=resolve_settings(flags, given_as="flag", config=config), **values)

        # typer reads the options of a command from its signature and its annotations.
        parameters = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own] + added
        called.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        called.__annotations__ = {p.name: p.annotation for p in parameters}
        called.__name__, called.__doc__ = command.__name__, command.__doc__
        return called

    return give


def usable(found: Resolved, *, quiet: bool = False) -> Settings:
    """Return the settings of a run, after saying on stderr what is set and not read.

    Raises:
        UsageError: a file, key or value that cannot be right.
    """
    for warning in () if quiet else found.warnings:
        say(f"summarize: {warning}")
    return checked(found).settings


def _annotation(setting: Setting) -> Any:
    about = setting.about
    metavar = about.kind.metavar or None
    declared = typer.Option(setting.flag, help=about.help, metavar=metavar, rich_help_panel=about.group)
    if about.kind.several:
        return Annotated[list[str] | None, declared]
    return Annotated[bool if about.kind is TRUTH else str | None, declared]


def _parameter(name: str, annotation: Any) -> inspect.Parameter:
    default = False if annotation.__origin__ is bool else None
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
