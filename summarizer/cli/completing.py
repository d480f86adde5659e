"""The command that prints what a shell needs to complete verbs, options, their values and the names of files."""

from __future__ import annotations

from typing import Annotated

import typer

from summarizer.cli.app import app
from summarizer.cli.groups import ErrorsInWords


@app.command("completion", cls=ErrorsInWords)
def completion_command(
    shell: Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh or fish.")],
) -> None:
    """Print what completes summarize in a shell.

    bash and zsh: `eval "$(summarize completion bash)"` in ~/.bashrc or ~/.zshrc, after compinit. fish:
    `summarize completion fish > ~/.config/fish/completions/summarize.fish`.
    """
    from summarizer.cli.shells import SHELLS, script
    from summarizer.errors import UsageError

    if shell not in SHELLS:
        raise UsageError(f"no shell {shell!r}: it is one of {', '.join(SHELLS)}")
    typer.echo(script(shell), nl=False)
