"""What --help shows: everything there is, in groups, short, in 80 columns; and examples that work."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from fake_server import said, serving
from test_cli import GOOD, environment, run
from typer.main import get_command

from summarizer.cli import command_line
from summarizer.cli.helping import EXAMPLES
from summarizer.cli.options import GROUPS
from summarizer.cli.verbs import MAIN, MODULES
from summarizer.cli.verbs import VERBS as DECLARED

GROUP: Any = get_command(command_line())
VERBS = sorted(name for name, command in GROUP.commands.items() if not command.hidden)


def paths() -> list[tuple[str, ...]]:
    """Return the words that lead to each help."""
    below = [(n, inner) for n in VERBS for inner in getattr(GROUP.commands[n], "commands", {})]
    return [(), *((name,) for name in VERBS), *below]


@pytest.mark.parametrize("words", paths(), ids=" ".join)
@pytest.mark.parametrize("columns", ["80", "200"])
def test_help_fits(words: tuple[str, ...], columns: str, tmp_path: Path) -> None:
    """The help of each verb fits 80 columns, however wide the terminal is, says what it does and how it is called."""
    done = run(*words, "--help", cwd=tmp_path, env=environment(COLUMNS=columns))
    assert (done.returncode, done.stderr) == (0, "")
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert done.stdout.startswith(f"Usage: {' '.join(['summarize', *words])} ")
    assert re.search(r"\n\n  [A-Z][\s\S]+?\.\n\n", done.stdout), "a sentence says what it does"
    assert "Show this message and exit." in done.stdout


def test_help_is_ordered(tmp_path: Path) -> None:
    """What to read, the report and the model come first, in groups; then the verbs, then three examples."""
    shown = run("--help", cwd=tmp_path).stdout
    headings = re.findall(r"^([A-Z][a-z ]+):$", shown, re.MULTILINE)
    with_options = [g for g in GROUPS if g in headings]
    assert headings == [*with_options, "Verbs", "Examples"]
    assert headings[:3] == ["What to read", "The report", "The model"]
    for option, group in (("PATH...", 0), ("--brief", 1), ("--model", 2)):
        part = shown.split(f"{headings[group]}:\n")[1].split("\n\n")[0]
        assert re.search(rf"^  {re.escape(option)} ", part, re.MULTILINE), option
    assert len(EXAMPLES) == 3
    for args in (("-h",), (), ("help",), ("in", "--help"), ("--brief", "-h")):
        assert run(*args, cwd=tmp_path).stdout == shown
    assert run("help", "render", cwd=tmp_path).stdout == run("render", "-h", cwd=tmp_path).stdout


def test_all_verbs_and_options_are_shown(tmp_path: Path) -> None:
    """No verb is left out of the help, nor an option of the run; each stands in it once, and each has words."""
    shown = run("--help", cwd=tmp_path).stdout
    verbs = re.findall(r"^  ([a-z]+)  +[A-Z]", shown.split("Verbs:\n")[1].split("\n\n")[0], re.MULTILINE)
    assert verbs == list(DECLARED)
    assert set(verbs) == set(VERBS)
    for parameter in GROUP.commands[MAIN].params:
        assert parameter.help, parameter.name
        if parameter.param_type_name == "option":
            rows = re.findall(rf"^  (?:-\w, )?{parameter.opts[0]}(?: |$)", shown, re.MULTILINE)
            assert len(rows) == 1, parameter.opts


def test_only_the_wanted_verb_is_loaded(tmp_path: Path) -> None:
    """A run imports no module of another verb, and each verb can be called alone."""
    (tmp_path / "a.txt").write_text(GOOD, "utf-8")
    for verb, module in MODULES.items():
        others = [f"summarizer.cli.{m}" for m in MODULES.values() if m != module]
        words = ["a.txt"] if verb == MAIN else [verb, "-h"]
        assert loaded(others, words, tmp_path) == "[]", verb


def test_help_needs_no_models(tmp_path: Path) -> None:
    """The help of every verb comes without the report's types: they take as long as all the rest of it."""
    for verb in MODULES:
        words = ["--help"] if verb == MAIN else [verb, "--help"]
        assert loaded(["summarizer.models"], words, tmp_path) == "[]", verb


def loaded(modules: Sequence[str], words: Sequence[str], folder: Path) -> str:
    """Return which of some modules a command imported, as Python shows a list; it must have ended well."""
    code = (
        "import sys; from summarizer.cli import main\ntry: main()\nfinally: print([m for m in sys.modules if m in {}])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code.format(list(modules)), *words],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


def test_each_module_is_known() -> None:
    """No module declares a verb that nothing would load: there is none but those that are listed."""
    folder = ROOT / "summarizer" / "cli"
    declaring = {
        p.stem
        for p in folder.glob("*.py")
        if re.search(r"^@?\w*app\.(command|add_typer)\(", p.read_text("utf-8"), re.M)
    }
    assert declaring == set(MODULES.values())


def test_the_examples_work(tmp_path: Path) -> None:
    """Each example of the help, typed as it stands, does what is said beside it."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.html").write_text(f"<html><body><p>{GOOD}</p></body></html>", "utf-8")
    (tmp_path / "a.txt").write_text(GOOD, "utf-8")
    with serving(said("no answer that fits")) as server:
        for call, _ in EXAMPLES:
            words = [word.replace("http://127.0.0.1:8080/v1", server.url) for word in shlex.split(call)]
            assert words[0] == "summarize"
            done = run(*words[1:], cwd=tmp_path, env=environment(SUMMARIZER_CACHE_DIR=str(tmp_path / "kept")))
            assert done.returncode == 0, done.stderr
            written = tmp_path / words[words.index("--out") + 1] if "--out" in words else None
            text = written.read_text("utf-8") if written else done.stdout
            assert text.startswith("# ")
            assert ("openai" in done.stderr) == ("--base-url" in words)
