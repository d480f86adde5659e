"""The command that prints the JSON contract."""

from __future__ import annotations

from typing import Annotated

import typer

from summarizer.cli.app import app
from summarizer.cli.groups import ErrorsInWords


@app.command("schema", cls=ErrorsInWords)
def schema_command(
    schema: Annotated[str, typer.Option(help="The domain: a name or a folder.", metavar="NAME")] = "conflict",
) -> None:
    """Print the JSON Schema of the report."""
    import json

    from summarizer.rendering.contract import report_schema
    from summarizer.schema import load_schema

    typer.echo(json.dumps(report_schema(load_schema(schema)), indent=2, ensure_ascii=False))
