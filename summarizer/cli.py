"""The command line: options to settings, to the pipeline, to a renderer; and exit codes. Nothing else knows typer."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypedDict

import typer
from typer.core import TyperCommand, TyperGroup

from summarizer.errors import SummarizerError, UsageError

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from summarizer.backends import Backend
    from summarizer.explanation import Explanation
    from summarizer.models import Report

MAIN = "run"
DONE, SOME_FAILED, WRONG_USE, NOTHING_DONE, INTERRUPTED = 0, 1, 2, 3, 130
DEFAULT_WIDTH = 80


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
            _say(f"summarize: {error}")
            raise typer.Exit(error.exit_code) from error
        except KeyboardInterrupt:
            _say("summarize: interrupted; answers so far are kept in the cache")
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            # The reader of our output has gone; writing on, even at exit, would only complain.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(DONE) from None


app = typer.Typer(
    cls=PathsFirst,
    help="Brief a folder of articles: who, where, how strong, how, and what next. Every line is traceable.",
    epilog="Try: summarize seeds/ --brief",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
cache_app = typer.Typer(help="Show or empty the cache of model answers.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(cache_app, name="cache")


def _print_version(wanted: bool) -> None:
    if wanted:
        from summarizer.version import VERSION

        typer.echo(f"summarize {VERSION}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _group(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Take options that belong to no verb."""


@app.command(MAIN, hidden=True, cls=ErrorsInWords)
def run_command(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, patterns, web addresses; - is stdin.")
    ],
    brief: Annotated[bool, typer.Option("--brief", help="Merge all articles into one brief.")] = False,
    format: Annotated[str | None, typer.Option(help="terminal, md or json.", metavar="FORMAT")] = None,
    out: Annotated[Path | None, typer.Option(help="Write the report here; the suffix tells the format.")] = None,
    backend: Annotated[str | None, typer.Option(help="auto, offline or openai.", metavar="NAME")] = None,
    model: Annotated[str | None, typer.Option(help="The model to ask.")] = None,
    base_url: Annotated[str | None, typer.Option(help="An OpenAI-compatible endpoint.", metavar="URL")] = None,
    schema: Annotated[str | None, typer.Option(help="The domain: a name or a folder.", metavar="NAME")] = None,
    columns: Annotated[str | None, typer.Option(help="What columns of a table hold.", metavar="text=NAME,...")] = None,
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Fetch from one's own network too.")] = False,
    jobs: Annotated[int | None, typer.Option(help="Articles drafted at a time.", metavar="N")] = None,
    refresh: Annotated[bool, typer.Option("--refresh", help="Ask again, whatever the cache holds.")] = False,
    config: Annotated[Path | None, typer.Option(help="A TOML file of settings.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on stderr but errors.")] = False,
) -> None:
    """Brief articles."""
    from summarizer.pipeline import run
    from summarizer.settings import load_settings

    gc.freeze()
    gc.enable()
    chosen = _format(format, out)
    flags = {
        "backend": backend,
        "model": model,
        "base_url": base_url,
        "schema": schema,
        "columns": columns,
        "allow_private": allow_private or None,
        "jobs": jobs,
        "refresh": refresh or None,
    }
    settings = load_settings(flags, config=config)
    progress = _Progress(quiet=quiet)
    try:
        report = _finished(run(paths, settings, brief=brief, progress=progress))
    finally:
        progress.close()
    if report.articles:
        _write(report, chosen, out, quiet=quiet)
    raise typer.Exit(_outcome(report))


def _finished(work: Coroutine[Any, Any, Report]) -> Report:
    """Run the pipeline to its end.

    The report is carried past asyncio, which would otherwise spell it out whole when it puts its signal handler away.
    """
    import asyncio

    reports: list[Report] = []

    async def keep() -> None:
        reports.append(await work)

    asyncio.run(keep())
    return reports[0]


@app.command("render", cls=ErrorsInWords)
def render_command(
    report: Annotated[Path, typer.Argument(metavar="REPORT.json", help="A report written with --format json.")],
    format: Annotated[str | None, typer.Option(help="terminal, md or json.", metavar="FORMAT")] = None,
    out: Annotated[Path | None, typer.Option(help="Write here; the suffix tells the format.")] = None,
    reasons: Annotated[bool, typer.Option("--reasons", help="Tell in the notes why names were joined.")] = False,
) -> None:
    """Show a saved report in another format, without another run."""
    from summarizer.rendering.json_ import load_report

    _write(load_report(report), _format(format, out), out, quiet=True, reasons=reasons)


@app.command("explain", cls=ErrorsInWords)
def explain_command(
    paths: Annotated[list[str], typer.Argument(metavar="ARTICLE", help="Articles, or folders of them, in turn.")],
    format: Annotated[str | None, typer.Option(help="terminal or json.", metavar="FORMAT")] = None,
    out: Annotated[Path | None, typer.Option(help="Write here; the suffix (.txt, .json) tells the format.")] = None,
    schema: Annotated[str | None, typer.Option(help="The domain: a name or a folder.", metavar="NAME")] = None,
    columns: Annotated[str | None, typer.Option(help="What columns of a table hold.", metavar="text=NAME,...")] = None,
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Fetch from one's own network too.")] = False,
    config: Annotated[Path | None, typer.Option(help="A TOML file of settings.")] = None,
    color: Annotated[
        bool | None, typer.Option("--color/--no-color", help="Colours, or none, whatever is written to.")
    ] = None,
) -> None:
    """Show an article with all that the rules read in it, and which rule decided what."""
    from summarizer.pipeline import explain
    from summarizer.rendering.explained import explanation_format, render_explanation
    from summarizer.settings import load_settings

    chosen = explanation_format(format, out)
    flags = {"schema": schema, "columns": columns, "allow_private": allow_private or None}
    explanation = explain(paths, load_settings(flags, config=config))
    if explanation.articles:
        text = render_explanation(explanation, format=chosen, **_layout(out, color=color))
        _put(text, out, quiet=True)
    raise typer.Exit(_outcome(explanation))


@app.command("schema", cls=ErrorsInWords)
def schema_command(
    schema: Annotated[str, typer.Option(help="The domain: a name or a folder.", metavar="NAME")] = "conflict",
) -> None:
    """Print the JSON Schema of the report."""
    import json

    from summarizer.rendering.contract import report_schema
    from summarizer.schema import load_schema

    typer.echo(json.dumps(report_schema(load_schema(schema)), indent=2, ensure_ascii=False))


@cache_app.command("info", cls=ErrorsInWords)
def cache_info_command() -> None:
    """Say where the cache is, how many answers it holds and how large it is."""
    from summarizer.backends.caching import cache_info

    found = cache_info(_cache_dir())
    typer.echo(f"{found.folder}: {found.entries:,} answers, {found.bytes / 1e6:,.1f} MB")


@cache_app.command("clear", cls=ErrorsInWords)
def cache_clear_command() -> None:
    """Delete all cached answers."""
    from summarizer.backends.caching import clear_cache

    folder = _cache_dir()
    typer.echo(f"{folder}: {clear_cache(folder):,} answers deleted")


def _cache_dir() -> Path:
    from summarizer.settings import load_settings

    return load_settings().resolved_cache_dir


def _format(wanted: str | None, out: Path | None) -> str:
    """Return the format: as asked, by the suffix of --out, else terminal on a terminal and Markdown in a pipe."""
    from summarizer.rendering import FORMATS, format_for_path

    if wanted is not None:
        if wanted not in FORMATS:
            raise UsageError(f"no format {wanted!r}: it is one of {', '.join(FORMATS)}")
        return wanted
    if out is not None:
        found = format_for_path(out)
        if found is None:
            raise UsageError(f"the suffix of {out} tells no format: add --format with one of {', '.join(FORMATS)}")
        return found
    return "terminal" if sys.stdout.isatty() else "md"


def _write(report: Report, format: str, out: Path | None, *, quiet: bool, reasons: bool = False) -> None:
    from summarizer.rendering import render

    _put(render(report, format=format, reasons=reasons, **_layout(out)), out, quiet=quiet)


class _Layout(TypedDict):
    width: int
    color: bool
    unicode: bool


def _layout(out: Path | None, *, color: bool | None = None) -> _Layout:
    """Return the layout for what is written to: stdout, or the file `out`; `color` is what a flag says of it."""
    on_terminal = out is None and sys.stdout.isatty()
    return {
        "width": _width() if on_terminal else DEFAULT_WIDTH,
        "color": color if color is not None else on_terminal and "NO_COLOR" not in os.environ,
        "unicode": out is not None or (sys.stdout.encoding or "").lower().startswith("utf"),
    }


def _put(text: str, out: Path | None, *, quiet: bool) -> None:
    if out is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    _replace(out, text)
    if not quiet:
        _say(f"wrote {out}")


def _width() -> int:
    import shutil

    return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns


def _replace(out: Path, text: str) -> None:
    """Write a file whole or not at all: a report that was there stays until the new one is complete."""
    partial = out.with_name(out.name + ".partial")
    try:
        partial.write_text(text, "utf-8", newline="\n")
        partial.replace(out)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise UsageError(f"{out} cannot be written: {error.strerror}; choose another --out") from error


def _outcome(report: Report | Explanation) -> int:
    if report.failures:
        from summarizer.rendering.phrases import clean  # names of files can hold what drives a terminal

        for failure in report.failures:
            _say(f"summarize: {clean(failure.path)}: {clean(failure.reason)}")
    if not report.articles:
        # Nothing to read is a wrong call; articles that were read but not drafted are work not done.
        return WRONG_USE if all(f.stage == "intake" for f in report.failures) else NOTHING_DONE
    return SOME_FAILED if report.failures else DONE


def _say(line: str) -> None:
    typer.echo(line, err=True)


class _Progress:
    """Says on stderr what runs where, and on a terminal shows a bar."""

    def __init__(self, *, quiet: bool) -> None:
        self.quiet = quiet
        self.bar: Any = None

    def started(self, backend: Backend, articles: int) -> None:
        """Say which backend drafts, and what leaves the machine, before it does."""
        if self.quiet:
            return
        host = getattr(backend, "endpoint_host", None)
        if host:
            _say(f"backend: {backend.name}; sending {_count(articles)} to {host}, model {backend.model}")
        else:
            _say(f"backend: {backend.name}; {_count(articles)}, no text leaves this machine")
        if sys.stderr.isatty() and articles > 1:
            from rich.console import Console
            from rich.progress import Progress

            self.bar = Progress(console=Console(stderr=True), transient=True)
            self.bar.start()
            self.bar.add_task("briefing", total=articles)

    def advanced(self, path: str) -> None:  # noqa: ARG002  the bar shows counts, not paths
        """Move the bar."""
        if self.bar:
            self.bar.advance(self.bar.task_ids[0])

    def close(self) -> None:
        """Take the bar away."""
        if self.bar:
            self.bar.stop()


def _count(articles: int) -> str:
    return f"{articles:,} article{'' if articles == 1 else 's'}"


def main() -> None:
    """Run the command line."""
    # What is imported lives as long as the process: collecting it again and again would be a tenth of a short run.
    gc.disable()
    # Looking for plug-ins of pydantic reads the metadata of every installed package; nothing here has any.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    app(prog_name="summarize")
