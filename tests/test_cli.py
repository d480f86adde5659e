"""The command line as a whole process: what it writes where, and how it ends."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import ROOT
from fake_server import Body, Reply, error, free_port, said, serving

GOOD = (
    "Border clash\n\nMay 14, 2024\n\nThe army said on Monday that 12 soldiers were killed near Goma by M23 fighters.\n"
)
NOTHING_READ = ""  # a call that came to nothing prints no report
KEY = "sk-secret-of-the-tests"


def environment(**more: str) -> dict[str, str]:
    """Return an environment without settings, in which the checkout is found from any folder."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("OPENAI_", "NO_COLOR")) and k != "COLUMNS"}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", "PYTHONUTF8": "1", **more}


def run(*args: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run `summarize` as a process of its own."""
    command = [sys.executable, "-m", "summarizer", *map(str, args)]
    return subprocess.run(
        command, cwd=cwd, env=env or environment(), capture_output=True, text=True, encoding="utf-8", timeout=120
    )


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A working folder with one good article in `in`."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(GOOD, "utf-8")
    return tmp_path


def refuses(done: subprocess.CompletedProcess[str], code: int, *words: str, stdout: str = "") -> None:
    """Check that a run ended with `code`, `stdout` and one line on stderr that holds all `words`."""
    lines = [line for line in done.stderr.splitlines() if not line.startswith(("backend: ", "done: "))]
    assert done.returncode == code, done.stderr
    assert re.fullmatch(stdout, done.stdout, re.DOTALL)
    assert len(lines) == 1, done.stderr
    assert all(word in lines[0] for word in words), lines[0]
    assert "Traceback" not in done.stderr


# --------------------------------------------------------------------------------------------------------- ways to call


@pytest.mark.parametrize(
    "args",
    [["in", "--brief"], ["--brief", "in"], ["run", "in", "--brief"], ["--format", "md", "in/good.txt", "--brief"]],
)
def test_paths_need_no_verb(here: Path, args: list[str]) -> None:
    """Paths alone are briefed, with options before or after them; in a pipe the report is Markdown."""
    done = run(*args, cwd=here)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("# ")
    assert "12" in done.stdout


def test_a_folder_named_like_a_verb_is_a_path_with_a_dot(here: Path) -> None:
    """`./cache` is a folder of articles, `cache` the verb."""
    (here / "in").rename(here / "cache")
    done = run("./cache", "--format", "json", cwd=here)
    assert [Path(b["article"]["path"]).name for b in json.loads(done.stdout)["articles"]] == ["good.txt"]
    assert "answers" in run("cache", "info", cwd=here).stdout


def test_help_shows_options_then_verbs(here: Path) -> None:
    """The main options come first, then the verbs; nothing at all shows the same help."""
    done = run("--help", cwd=here)
    assert done.returncode == 0
    assert done.stdout.index("--brief") < done.stdout.index("--version") < done.stdout.index("Verbs:")
    verbs = done.stdout.partition("Verbs:")[2]
    assert [v for v in ("render", "schema", "cache") if not re.search(rf"^\s+{v}\s", verbs, re.MULTILINE)] == []
    bare = run(cwd=here)
    assert bare.stdout == done.stdout


def test_version(here: Path) -> None:
    """--version names the program and a version."""
    done = run("--version", cwd=here)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"summarize \S+\n", done.stdout)


def test_stdout_holds_the_report_alone(here: Path) -> None:
    """JSON on stdout parses whole; what is said about the run is on stderr, and --quiet silences it."""
    done = run("in", "--brief", "--format", "json", cwd=here)
    assert json.loads(done.stdout)["brief"] is not None
    assert re.fullmatch(
        r"backend: offline; 1 article, no text leaves this machine\ndone: 1 article, \d+ s\n", done.stderr
    )
    assert run("in", "--quiet", cwd=here).stderr == ""


@pytest.mark.parametrize("name", ["r.md", "r.json", "r.txt"])
def test_the_suffix_of_out_chooses(here: Path, name: str) -> None:
    """--out writes the format that its suffix names, whole, and leaves stdout empty."""
    done = run("in", "--out", name, cwd=here)
    assert (done.returncode, done.stdout) == (0, "")
    assert f"wrote {name}" in done.stderr
    written = (here / name).read_text("utf-8")
    assert written.startswith({"r.md": "# ", "r.json": "{"}.get(name, written[:1]))
    assert not (here / f"{name}.partial").exists()


@pytest.mark.parametrize("more", [{}, {"NO_COLOR": "1"}])
def test_no_colour_where_nobody_looks(here: Path, more: dict[str, str]) -> None:
    """The terminal format in a pipe or a file holds no escape sequence, with or without NO_COLOR."""
    done = run("in", "--format", "terminal", cwd=here, env=environment(**more))
    assert "\x1b" not in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("more", "colour"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_no_color_is_obeyed_on_a_terminal(here: Path, more: dict[str, str], colour: bool) -> None:
    """On a terminal the report is coloured unless NO_COLOR is set."""
    import pty

    reader, writer = pty.openpty()
    command = [sys.executable, "-m", "summarizer", "in", "--brief"]
    env = environment(TERM="xterm-256color", **more)
    with subprocess.Popen(command, cwd=here, env=env, stdout=writer, stderr=subprocess.DEVNULL) as process:
        os.close(writer)
        written = b"".join(_until_closed(reader))
        assert process.wait(timeout=60) == 0
    os.close(reader)
    assert (b"\x1b[" in written) is colour


def _until_closed(reader: int) -> Iterator[bytes]:
    while True:
        try:
            piece = os.read(reader, 65536)
        except OSError:  # how Linux says that the other end is closed
            return
        if not piece:
            return
        yield piece


# ------------------------------------------------------------------------------------------------------------ bad input


def test_an_empty_folder(here: Path) -> None:
    """A folder without articles is wrong use, said with its name."""
    (here / "empty").mkdir()
    refuses(run("empty", "--brief", cwd=here), 2, "empty", ".txt", stdout=NOTHING_READ)


def test_a_missing_file(here: Path) -> None:
    """A path that is not there is named."""
    refuses(run("nowhere.txt", cwd=here), 2, "nowhere.txt", stdout=NOTHING_READ)


def _binary(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _unreadable(path: Path) -> None:
    path.write_text(GOOD, "utf-8")
    path.chmod(0)


def _missing(path: Path) -> None:
    """Leave the path without a file."""


@pytest.mark.parametrize(
    "spoil",
    [
        _binary,
        _empty,
        _missing,
        pytest.param(
            _unreadable,
            marks=pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads every file"),
        ),
    ],
)
def test_one_bad_article_stops_no_other(here: Path, spoil: Any) -> None:
    """A bad file is one line with its name and a failure in the report; the good one is briefed, and the code is 1."""
    spoil(here / "bad.txt")
    done = run("bad.txt", "in", "--brief", "--format", "json", cwd=here)
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert len(report["articles"]) == 1
    assert [Path(f["path"]).name for f in report["failures"]] == ["bad.txt"]
    lines = [line for line in done.stderr.splitlines() if not line.startswith(("backend: ", "done: "))]
    assert len(lines) == 1
    assert lines[0].startswith("summarize: ")
    assert "bad.txt" in lines[0]
    assert report["failures"][0]["reason"] in lines[0]


def test_nothing_but_bad_articles(here: Path) -> None:
    """Where no article can be read the run was wrong use, and no file is written."""
    _empty(here / "bad.txt")
    refuses(run("bad.txt", "--out", "r.md", cwd=here), 2, "bad.txt", "empty")
    assert not (here / "r.md").exists()


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["in", "--schema", "flood"], ["flood", "conflict"]),
        (["in", "--schema", "./nowhere"], ["./nowhere", "brief.py"]),
        (["in", "--format", "pdf"], ["pdf", "terminal, md, json"]),
        (["in", "--out", "r.xyz"], ["r.xyz", "--format"]),
        (["in", "--backend", "oracle"], ["oracle", "offline"]),
        (["in", "--jobs", "0"], ["jobs", "positive"]),
        (["in", "--config", "none.toml"], ["none.toml", "--config"]),
        (["render", "none.json"], ["none.json", "cannot be read"]),
        (["schema", "--schema", "flood"], ["flood", "conflict"]),
    ],
)
def test_wrong_use_is_one_line(here: Path, args: list[str], words: Sequence[str]) -> None:
    """Each wrong option ends with code 2 and one line that names it and the mend."""
    refuses(run(*args, cwd=here), 2, *words)


def test_an_unknown_option(here: Path) -> None:
    """An option that is none ends with code 2 and is named."""
    done = run("in", "--colour", cwd=here)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--colour" in done.stderr


def test_an_unknown_setting(here: Path) -> None:
    """A key in summarizer.toml that is no setting is named with its file and the settings there are."""
    (here / "summarizer.toml").write_text('modle = "x"\n', "utf-8")
    refuses(run("in", cwd=here), 2, "summarizer.toml", "modle", "model")


def test_settings_among_the_articles_are_ignored(here: Path) -> None:
    """A summarizer.toml in the folder of articles, which may be a stranger's, changes nothing."""
    (here / "in" / "summarizer.toml").write_text('backend = "openai"\nbase_url = "http://127.0.0.1:9/v1"\n', "utf-8")
    done = run("in", "--format", "json", cwd=here)
    assert done.returncode == 0
    assert json.loads(done.stdout)["run"]["backend"] == "offline"


def test_settings_of_the_working_folder_count(here: Path) -> None:
    """A summarizer.toml in the working folder is read, and a flag wins over it."""
    (here / "summarizer.toml").write_text('schema = "nosuch"\n', "utf-8")
    refuses(run("in", cwd=here), 2, "nosuch")
    assert run("in", "--schema", "conflict", cwd=here).returncode == 0


# -------------------------------------------------------------------------------------------------------------- servers


def test_no_server(here: Path) -> None:
    """Where nobody listens the run ends with 3 and says where; no other backend steps in."""
    url = f"http://127.0.0.1:{free_port()}/v1"
    env = environment(OPENAI_BASE_URL=url, OPENAI_API_KEY=KEY, SUMMARIZER_RETRIES="0", SUMMARIZER_DEADLINE="5")
    done = run("in", "--brief", "--model", "m", cwd=here, env=env)
    refuses(done, 3, "127.0.0.1")
    assert "offline;" not in done.stderr
    assert KEY not in done.stderr


def test_a_wrong_key(here: Path) -> None:
    """A server that refuses the key ends the run with 3 at once; the key is told to nobody."""
    with serving(error(401, "Incorrect API key provided")) as server:
        server.models_reply = error(401, "Incorrect API key provided")
        done = run("in", "--brief", cwd=here, env=environment(OPENAI_BASE_URL=server.url, OPENAI_API_KEY=KEY))
        refuses(done, 3, "key")
        assert KEY not in done.stderr
        assert len(server.requests) <= 2


def test_keys_never_show(here: Path) -> None:
    """Whatever is written, the key in the environment is not in it: report, terminal, errors, cache."""
    with serving(said("no answer that fits")) as server:
        env = environment(OPENAI_BASE_URL=server.url, OPENAI_API_KEY=KEY, SUMMARIZER_CACHE_DIR=str(here / "kept"))
        for style in ("json", "md", "terminal"):
            done = run("in", "--brief", "--format", style, cwd=here, env=env)
            assert done.returncode == 0, done.stderr
            assert KEY not in done.stdout + done.stderr
            assert re.search(r"backend: openai; sending 1 article to 127\.0\.0\.1\S*, model fake-model", done.stderr)
    assert any(KEY in str(r.headers.values()) for r in server.requests), "the server got it"
    assert [p for p in (here / "kept").rglob("*") if p.is_file() and KEY.encode() in p.read_bytes()] == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
def test_an_interrupt_ends_with_130(here: Path) -> None:
    """SIGINT while a server holds its answer back ends with 130, one line and no traceback."""
    asked, gone = threading.Event(), threading.Event()

    def script(request: Body) -> Reply:
        asked.set()
        gone.wait(60)
        return Reply(hang_up=True)

    with serving(script) as server:
        env = environment(OPENAI_BASE_URL=server.url, OPENAI_API_KEY=KEY)
        command = [sys.executable, "-m", "summarizer", "in", "--brief"]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, cwd=here, env=env, stdout=pipe, stderr=pipe, text=True) as process:
            try:
                assert asked.wait(60), "the server was asked"
                process.send_signal(signal.SIGINT)
                out, err = process.communicate(timeout=60)
            finally:
                gone.set()
    assert process.returncode == 130, err
    assert out == ""
    assert "interrupted" in err.splitlines()[-1]
    assert "Traceback" not in err


# ---------------------------------------------------------------------------------------------------------- other verbs


def _calm(report: str) -> str:
    return re.sub(r'"(started|finished)": "[^"]*"', r'"\1": ""', report)


def test_two_runs_give_the_same_bytes(seeds: Path, tmp_path: Path) -> None:
    """Two processes over the demo write JSON that differs in the times of the run only."""
    # Sets of words are in another order under another hash seed, which is what tells a sorted list from a lucky one.
    first, second = (
        run(seeds, "--brief", "--format", "json", cwd=tmp_path, env=environment(PYTHONHASHSEED=seed)).stdout
        for seed in ("1", "2")
    )
    assert _calm(first) == _calm(second)


@pytest.mark.parametrize("format", ["md", "json", "terminal"])
def test_render_gives_what_the_run_gives(here: Path, format: str) -> None:
    """A saved report renders to the same bytes as it was saved or shown in."""
    assert run("in", "--brief", "--out", "r.json", cwd=here).returncode == 0
    done = run("render", "r.json", "--format", format, cwd=here)
    assert (done.returncode, done.stderr) == (0, "")
    if format == "json":
        assert done.stdout == (here / "r.json").read_text("utf-8")
    else:
        assert "12" in done.stdout
        assert run("render", "r.json", "--format", format, "--out", "again.x", cwd=here).returncode == 0
        assert (here / "again.x").read_text("utf-8") == done.stdout


def test_the_cache_is_shown_and_emptied(here: Path) -> None:
    """`cache info` names the folder and counts; `cache clear` empties it, twice without complaint."""
    env = environment(SUMMARIZER_CACHE_DIR=str(here / "kept"))
    answer = said("no answer that fits")
    with serving(answer) as server:
        run("in", cwd=here, env={**env, "OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": KEY})
    for verb in ("info", "clear", "clear", "info"):
        done = run("cache", verb, cwd=here, env=env)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith(str(here / "kept"))
    assert ": 0 answers" in done.stdout


def test_the_schema_describes_the_report(here: Path) -> None:
    """`schema` prints a valid JSON Schema, and a report of a run is valid by it."""
    done = run("schema", cwd=here)
    assert (done.returncode, done.stderr) == (0, "")
    schema = json.loads(done.stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    for args in (["in"], ["in", "--brief"], ["in", "nowhere.txt", "--brief"]):
        report = json.loads(run(*args, "--format", "json", cwd=here).stdout)
        jsonschema.validate(report, schema, cls=jsonschema.Draft202012Validator)
