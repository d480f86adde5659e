"""The command that shows the settings: what holds, and where it came from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli.app import app
from summarizer.cli.groups import ErrorsInWords
from summarizer.cli.options import Force, usable, with_settings
from summarizer.cli.output import destination, layout, put
from summarizer.formats import Formats
from summarizer.settings import CONFIG_NAME, Resolved

_FORMATS = Formats(("terminal", "json", "toml"), {".json": "json", ".toml": "toml", ".txt": "terminal"})


@app.command("config", cls=ErrorsInWords)
@with_settings()
def config_command(
    found: Resolved,
    format: Annotated[str | None, typer.Option(help="terminal, json or toml.", metavar="FORMAT")] = None,
    out: Annotated[
        str | None, typer.Option(help="Write here; the suffix (.toml, .json) tells the format.", metavar="FILE")
    ] = None,
    force: Force = False,
) -> None:
    """Show every setting, its value and where it came from.

    `--format toml` gives a commented file that can be kept as summarizer.toml.
    """
    path = destination(out, force=force)
    put(_rendered(found, _FORMATS.chosen(format, path, shown="terminal"), path), path, quiet=False, force=force)
    usable(found)


def _rendered(found: Resolved, format: str, path: Path | None) -> str:
    if format == "toml":
        from summarizer.settings.tomlfile import as_toml

        return as_toml(found)
    return _as_json(found) if format == "json" else _as_table(found, path)


def _as_json(found: Resolved) -> str:
    from summarizer.settings.listing import listed

    rows = [
        {
            "name": entry.setting.name,
            "value": entry.value,
            "comes_to": entry.comes_to or None,
            "from": {"source": entry.origin.source, "name": entry.origin.name or None},
            "option": entry.setting.flag,
            "variable": entry.setting.variable,
            "means": f"{entry.setting.about.help} {entry.setting.about.more}".strip(),
        }
        for entry in listed(found)
    ]
    whole = {
        "file": str(found.file) if found.file else None,
        "settings": rows,
        "problems": found.problems,
        "warnings": found.warnings,
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _as_table(found: Resolved, path: Path | None) -> str:
    from summarizer.rendering.paper import Paper
    from summarizer.settings.listing import listed

    entries = list(listed(found))
    paper = Paper(**layout(path))
    names = max(len(entry.setting.name) for entry in entries) + 1
    origins = max(len(str(entry.origin)) for entry in entries) + 1

    def row(name: str, origin: str, value: str, style: str) -> None:
        cells = [(name, names), (origin, origins), (value, 0)]
        paper.row([(paper.words(words, style), width) for words, width in cells], indent=0)

    row("setting", "from", "value", "bold")
    for entry in entries:
        row(entry.setting.name, str(entry.origin), entry.words, "" if entry.origin.name else "dim")
    paper.blank()
    paper.say(_file(found), "dim", hang=2)
    return paper.text


def _file(found: Resolved) -> str:
    if found.file:
        return f"read: {found.file}"
    return f"no {CONFIG_NAME} here; `summarize config --out {CONFIG_NAME}` makes one, --config names another"
