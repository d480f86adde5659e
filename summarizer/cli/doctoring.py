"""The command that says whether a run would work here, and what to mend where it would not."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.app import app
from summarizer.cli.groups import ErrorsInWords
from summarizer.cli.options import with_settings
from summarizer.cli.output import layout
from summarizer.formats import Formats
from summarizer.settings import Resolved

if TYPE_CHECKING:
    from summarizer.diagnosing import Diagnosis

_FORMATS = Formats(("terminal", "json"))
# How a standing looks: always a word, and a colour where there are colours.
_STYLES = {"ok": "green", "warn": "bold yellow", "fail": "bold red", "skip": "dim"}
_WORDS = {"skip": "-"}


@app.command("doctor", cls=ErrorsInWords)
@with_settings()
def doctor_command(
    found: Resolved,
    format: Annotated[str, typer.Option(help="terminal or json.", metavar="FORMAT")] = "terminal",
) -> None:
    """Say whether a run would work here, and what to mend if not.

    Looks at Python, settings, cache, schema, key, proxy, certificates, server and model. No article is sent and
    nothing is paid for: a server is asked for its list of models only. Ends with 0 where a run would work, 2 for
    wrong settings, 3 where nothing could be done.
    """
    import asyncio

    from summarizer.diagnosing import diagnose

    chosen = _FORMATS.chosen(format, None, shown="terminal")
    diagnosis = asyncio.run(diagnose(found, encoding=sys.stdout.encoding or ""))
    sys.stdout.write(_as_json(diagnosis) if chosen == "json" else _as_table(diagnosis))
    raise typer.Exit(diagnosis.exit_code)


def _as_json(diagnosis: Diagnosis) -> str:
    checks = [
        {"name": c.name, "standing": c.standing, "said": c.said, "mend": c.mend or None} for c in diagnosis.checks
    ]
    whole = {"works": not diagnosis.failed, "backend": diagnosis.backend, "checks": checks}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _as_table(diagnosis: Diagnosis) -> str:
    from summarizer.rendering.paper import Paper

    paper = Paper(**layout(None))
    widths = (4, max(len(check.name) for check in diagnosis.checks) + 1)
    for check in diagnosis.checks:
        word = paper.words(_WORDS.get(check.standing, check.standing), _STYLES[check.standing])
        dim = "dim" if check.standing == "skip" else ""
        paper.row(
            [(word, widths[0]), (paper.words(check.name, dim), widths[1]), (paper.words(check.said, dim), 0)], indent=0
        )
        if check.mend:
            paper.say(f"→ {check.mend}", "bold", indent=sum(widths) + len(widths), hang=2)
    paper.blank()
    paper.say(_verdict(diagnosis), "bold")
    return paper.text


def _verdict(diagnosis: Diagnosis) -> str:
    if not diagnosis.failed:
        return f"A run would work, with the {diagnosis.backend} backend."
    names = ", ".join(dict.fromkeys(check.name for check in diagnosis.failed))
    return f"No run would work before this is mended: {names}."
