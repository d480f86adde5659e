"""How the command line is spelled: a main command that needs no verb, and commands that fail in words."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from summarizer.cli.outcomes import DONE, INTERRUPTED, say
from summarizer.errors import SummarizerError

MAIN = "run"


# Contexts and formatters are Any below: typer has its own copy of click in some versions and the package in others.
class PathsFirst(TyperGroup):
    """A group whose main command needs no verb: an exact verb wins, all else is handed to the main command."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the main command in front of arguments that begin with no verb."""
        if not args:
            args = ["--help"]
        if args[0] not in self.commands and args[0] not in ("--help", "-h", "--version"):
            args = [MAIN, *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Show both ways to call."""
        formatter.write_usage(ctx.command_path, "PATH... [OPTIONS]")
        formatter.write_usage(ctx.command_path, "VERB [ARGS]...", prefix="       ")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Show the main command's options first, then the verbs."""
        main = self.commands[MAIN]
        with type(ctx)(main, info_name=ctx.info_name, parent=ctx.parent) as inner:
            rows = [r for p in main.get_params(inner) if p.name != "help" and (r := p.get_help_record(inner))]
        rows += [r for p in self.get_params(ctx) if (r := p.get_help_record(ctx))]
        with formatter.section("Options"):
            formatter.write_dl(rows)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the verbs that are not hidden."""
        verbs = [(n, c) for n in self.list_commands(ctx) if (c := self.get_command(ctx, n)) and not c.hidden]
        with formatter.section("Verbs"):
            formatter.write_dl([(name, command.get_short_help_str(80)) for name, command in verbs])


class ErrorsInWords(TyperCommand):
    """A command that ends in one line and an exit code when something is wrong, never in a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command and map errors to exit codes."""
        try:
            return super().invoke(ctx)
        except SummarizerError as error:
            say(f"summarize: {error}")
            raise typer.Exit(error.exit_code) from error
        except KeyboardInterrupt:
            say("summarize: interrupted; answers so far are kept in the cache")
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            # The reader of our output has gone; writing on, even at exit, would only complain.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(DONE) from None
