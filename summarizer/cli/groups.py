"""How the command line is spelled: a main command that needs no verb, and commands that fail in words."""

from __future__ import annotations

import errno
import os
import sys
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from summarizer.cli.outcomes import DONE, INTERRUPTED, WRONG_USE, say
from summarizer.cli.verbs import HELP, MAIN, VERBS
from summarizer.errors import SummarizerError, UsageError

# Words this much alike are one word misspelt (difflib's ratio): "rendr" and "render" are .91, "report" and "render" .5.
_ALIKE = 0.75
# A disk that is full, or broken: no fault of ours, and not to be told by a traceback.
_OUTPUT_ERRORS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


# Contexts and formatters are Any below: typer carries a copy of click that is its own.
class PathsFirst(TyperGroup):
    """A group whose main command needs no verb: an exact verb wins, all else is handed to the main command."""

    def main(self, *args: Any, **more: Any) -> Any:
        """Run, and end what is wrong with a call in one line and an exit code, as all errors end."""
        try:
            code = super().main(*args, **{**more, "standalone_mode": False})
            sys.stdout.flush()
        except SummarizerError as error:
            say(f"summarize: {error}")
            code = error.exit_code
        except BrokenPipeError:
            _forget_output()  # the reader of our output has gone
            code = DONE
        except OSError as error:
            if error.errno not in _OUTPUT_ERRORS:
                raise
            _forget_output()
            say(f"summarize: the output cannot be written: {error.strerror}; write it elsewhere")
            code = WRONG_USE
        except Exception as error:
            if not hasattr(error, "format_message"):  # what all errors of the library have
                raise
            say(f"summarize: {_in_words(error)}")
            code = WRONG_USE
        sys.exit(code or DONE)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the main command in front of arguments that begin with no verb."""
        if not args:
            args = ["--help"]
        if args[0] == "help" and not os.path.lexists("help"):
            args = [*args[1:], "--help"]
        if args[0] not in self.commands and args[0] not in (*HELP, "--version"):
            _check_spelling(args[0])
            # The help of the main command is that of the whole.
            args = ["--help"] if any(word in HELP for word in args) else [MAIN, *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  what the library calls
        """Return the verbs in the order of the help."""
        return [verb for verb in (MAIN, *VERBS) if verb in self.commands]

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Show both ways to call."""
        formatter.write_usage(ctx.command_path, "PATH... [OPTIONS]")
        formatter.write_usage(ctx.command_path, "VERB [ARGS]...", prefix="       ")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Show the main command's options first, then the verbs."""
        from summarizer.cli.helping import write_examples, write_groups, write_verbs

        main = self.commands[MAIN]
        with type(ctx)(main, info_name=ctx.info_name, parent=ctx.parent) as inner:
            parameters = [p for p in main.get_params(inner) if p.name != "help"]
            write_groups([*parameters, *self.get_params(ctx)], inner, formatter)
        write_verbs(self, ctx, formatter)
        write_examples(formatter)


class Verbs(TyperGroup):
    """A verb that has verbs of its own."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Show the help where no verb is given."""
        return super().parse_args(ctx, args or ["--help"])

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Show the options, then the verbs."""
        from summarizer.cli.helping import write_options, write_verbs

        write_options(self.get_params(ctx), ctx, formatter)
        write_verbs(self, ctx, formatter)


class ErrorsInWords(TyperCommand):
    """A command that ends in one line and an exit code when something is wrong, never in a traceback."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Show the options under the headings of their groups."""
        from summarizer.cli.helping import write_options

        write_options(self.get_params(ctx), ctx, formatter)

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
            _forget_output()  # the reader of our output has gone
            raise typer.Exit(DONE) from None


def _check_spelling(word: str) -> None:
    """Refuse a word that is nearly a verb and no path: read as one it would only be a file that is not there."""
    if not word.isalpha() or os.path.lexists(word):
        return
    from difflib import get_close_matches  # late: only where a word stands for a path

    if near := get_close_matches(word.lower(), VERBS, n=1, cutoff=_ALIKE):
        raise UsageError(f"no verb and no path is called {word!r}: did you mean `summarize {near[0]}`?")


def _forget_output() -> None:
    """Let go of what stdout still holds: writing it once more, as is tried at exit, would only complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _in_words(error: Any) -> str:
    """Return what the library says of a wrong call, on one line, with the mend."""
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path.removesuffix(f" {MAIN}") if ctx else "summarize"
    verb = path.split()[1:2]
    also = f"; {verb[0]} is a verb, the path is ./{verb[0]}" if verb and os.path.lexists(verb[0]) else ""
    said = _said(error)
    return f"{said}{' ' if said.endswith('?') else '; '}see {path} --help{also}"


def _said(error: Any) -> str:
    parameter = getattr(error, "param", None)
    if type(error).__name__ == "MissingParameter" and parameter is not None and getattr(parameter, "help", None):
        return f"{parameter.display_name_raw} is missing: {parameter.help.rstrip('.')}"
    if option := getattr(error, "option_name", None) if type(error).__name__ == "NoSuchOption" else None:
        from difflib import get_close_matches  # late: only where a call is wrong

        near = get_close_matches(option, error.possibilities or [], n=1)
        return f"no option is called {option}" + (f": did you mean {near[0]}?" if near else "")
    said = " ".join(error.format_message().split()).rstrip(".")
    return f"{said[:1].lower()}{said[1:]}"
