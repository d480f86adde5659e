"""The options that several commands share, each declared once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Format = Annotated[str | None, typer.Option(help="terminal, md or json.", metavar="FORMAT")]
Domain = Annotated[str | None, typer.Option(help="The domain: a name or a folder.", metavar="NAME")]
Columns = Annotated[str | None, typer.Option(help="What columns of a table hold.", metavar="text=NAME,...")]
AllowPrivate = Annotated[bool, typer.Option("--allow-private", help="Fetch from one's own network too.")]
ConfigFile = Annotated[Path | None, typer.Option(help="A TOML file of settings.")]
