"""How help is laid out: options under the headings of their groups, then verbs, then examples; 80 columns at most."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from summarizer.cli.options import GROUPS, OTHER
from summarizer.settings import READING

Row = tuple[str, str]

EXAMPLES: tuple[Row, ...] = (
    ("summarize seeds/ --brief", "one brief of a folder, by rules alone"),
    ("summarize 'news/*.html' --brief --out brief.md", "of saved pages, into a file"),
    ("summarize a.txt --base-url http://127.0.0.1:8080/v1", "with a model of your own"),
)


# Contexts, formatters and parameters are Any here: typer carries a copy of click that is its own.
def write_groups(parameters: Iterable[Any], ctx: Any, formatter: Any) -> None:
    """Write the options and arguments of the main command under the headings of their groups."""
    groups: dict[str, list[Row]] = {name: [] for name in GROUPS}
    for parameter in parameters:
        if row := _row(parameter, ctx):
            groups[_group(parameter)].append(row)
    width = max(len(name) for rows in groups.values() for name, _ in rows)
    for heading, rows in groups.items():
        if rows:
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(width), means) for name, means in rows])


def write_options(parameters: Iterable[Any], ctx: Any, formatter: Any) -> None:
    """Write the arguments, then the options of a verb, which are few."""
    named: dict[str, list[Row]] = {"Arguments": [], "Options": []}
    for parameter in parameters:
        if row := _row(parameter, ctx):
            named["Arguments" if parameter.param_type_name == "argument" else "Options"].append(row)
    for heading, rows in named.items():
        if rows:
            with formatter.section(heading):
                formatter.write_dl(rows)


def write_verbs(group: Any, ctx: Any, formatter: Any) -> None:
    """List the verbs that are not hidden."""
    verbs = [(n, c) for n in group.list_commands(ctx) if (c := group.get_command(ctx, n)) and not c.hidden]
    with formatter.section("Verbs"):
        formatter.write_dl([(name, command.get_short_help_str(80)) for name, command in verbs])


def write_examples(formatter: Any) -> None:
    """Show calls that work as they stand."""
    with formatter.section("Examples"):
        for call, means in EXAMPLES:
            formatter.write(f"  {call}\n      {means}\n")


def _group(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return READING
    return getattr(parameter, "rich_help_panel", None) or OTHER


def _row(parameter: Any, ctx: Any) -> Row | None:
    if parameter.param_type_name == "argument":
        return None if parameter.hidden else (parameter.display_name_raw, parameter.help or "")
    return parameter.get_help_record(ctx)  # type: ignore[no-any-return]
