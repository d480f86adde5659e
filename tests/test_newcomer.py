"""What somebody who has just installed it can get wrong: one line each, the mend in it, and no traceback."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from fake_server import error, free_port, said, serving
from test_cli import GOOD, KEY, environment, refuses, run


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A working folder with an article, folders that hold none, and files that are no reports."""
    for folder in ("in", "empty", "pictures", "config"):
        (tmp_path / folder).mkdir()
    (tmp_path / "in" / "good.txt").write_text(GOOD, "utf-8")
    (tmp_path / "pictures" / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "no.json").write_text("no json", "utf-8")
    (tmp_path / "other.json").write_text('{"a": 1}', "utf-8")
    (tmp_path / "newer.json").write_text('{"version": 2, "articles": []}', "utf-8")
    (tmp_path / "broken.toml").write_text("jobs = [", "utf-8")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "brief.py").write_text("raise RuntimeError('of this schema')", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("args", "words"),
    [
        # Nothing to read.
        (["--brief"], ["PATH... is missing", "web addresses", "summarize --help"]),
        (["empty"], ["empty", "holds no article", ".txt"]),
        (["pictures"], ["pictures", "only .png files", ".txt"]),
        (["nowhere"], ["nowhere", "no such file or folder", "spelling"]),
        (["*.pdf"], ["*.pdf", "no article matches", "spelling"]),
        ([""], ['""', "variable may not be set"]),
        (["-"], ["-", "empty"]),
        (["http://127.0.0.1:9/"], ["no public address", "--allow-private"]),
        # Verbs.
        (["rendr", "no.json"], ["'rendr'", "did you mean `summarize render`"]),
        (["Explain", "in"], ["'Explain'", "did you mean `summarize explain`"]),
        (["configure"], ["'configure'", "did you mean `summarize config`"]),
        (["config", "in"], ["extra argument", "config is a verb, the path is ./config"]),
        (["cache", "clearr"], ["clearr", "Did you mean 'clear'", "summarize cache --help"]),
        (["render"], ["REPORT.json is missing", "--format json", "summarize render --help"]),
        # Options.
        (["in", "--formt", "md"], ["--formt", "did you mean --format?", "summarize --help"]),
        (["in", "--hlep"], ["--hlep", "did you mean --help?"]),
        (["in", "-x"], ["-x", "summarize --help"]),
        (["in", "--jobs"], ["'--jobs' requires an argument"]),
        (["in", "--jobs", "many"], ["--jobs is 'many'", "positive whole number"]),
        (["in", "--quiet=yes"], ["'--quiet' does not take a value"]),
        (["in", "--format", "mdd"], ["'mdd'", "terminal, md, json"]),
        (["in", "--format", "md,json"], ["'md,json'", "once for each"]),
        (["in", "--backend", "opnai"], ["--backend is 'opnai'", "auto, offline, mock, openai"]),
        (["in", "--base-url", "localhost:8080"], ["--base-url is 'localhost:8080'", "http://127.0.0.1:8080/v1"]),
        (["in", "--config", "none.toml"], ["none.toml", "create it or leave --config out"]),
        (["in", "--config", "broken.toml"], ["broken.toml is no TOML", "config --format toml"]),
        # Where to write.
        (["in", "--out", "r.docx"], ["r.docx", "--format"]),
        (["in", "--out", "empty"], ["empty is a folder", "--format"]),
        (["in", "--out", "no.json"], ["no.json", "--force"]),
        # Schemas.
        (["in", "--schema", "flood"], ["flood", "conflict, disaster", "path"]),
        (["in", "--schema", "./empty"], ["empty holds no brief.py", "Brief"]),
        (["in", "--schema", "./broken"], ["broken/brief.py", "of this schema", "--schema"]),
        # Reports.
        (["render", "none.json"], ["none.json", "cannot be read", "--format json"]),
        (["render", "no.json"], ["no.json is no JSON", "--format json"]),
        (["render", "other.json"], ["other.json", "no report", "--format json"]),
        (["render", "newer.json"], ["newer.json", "version 2", "version 1", "use the program that wrote it"]),
        (["render", "empty"], ["empty cannot be read", "--format json"]),
    ],
)
def test_wrong_calls(here: Path, args: list[str], words: Sequence[str]) -> None:
    """Each wrong call ends with 2 and one line that names what is wrong and what would be right; nothing is written."""
    before = {p: p.stat().st_mtime_ns for p in here.rglob("*")}
    refuses(run(*args, cwd=here, env=environment(SUMMARIZER_CACHE_DIR=str(here / "kept"))), 2, *words)
    assert {p: p.stat().st_mtime_ns for p in here.rglob("*")} == before


def test_a_folder_called_like_a_verb_misspelt(here: Path) -> None:
    """What is there is a path, however much it looks like a verb; and a word far from all verbs is one, too."""
    (here / "in").rename(here / "rendr")
    assert run("rendr", cwd=here).returncode == 0
    refuses(run("goma", cwd=here), 2, "goma", "no such file or folder")


def test_help_is_a_path_where_it_is_one(here: Path) -> None:
    """`summarize help` shows the help, unless a folder is called so."""
    assert run("help", cwd=here).stdout.startswith("Usage: ")
    (here / "in").rename(here / "help")
    assert run("help", cwd=here).stdout.startswith("# ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("args", [["in"], ["in", "--format", "json"], ["--help"], ["config"], ["doctor"], ["schema"]])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk(here: Path, args: list[str], unbuffered: str) -> None:
    """Where stdout takes nothing more, that is said, once, also when Python notices late."""
    import subprocess

    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "summarizer", *args],
            cwd=here,
            env=environment(PYTHONUNBUFFERED=unbuffered),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=120,
        )
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("summarize: ")]
    assert re.search("cannot be written: No space left on device; write it elsewhere", line)
    assert "Exception ignored" not in done.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_takes_no_files(here: Path) -> None:
    """--out into a folder without permission is refused before the run."""
    (here / "empty").chmod(0o500)
    refuses(run("in", "--out", "empty/r.md", cwd=here), 2, "empty/r.md", "--out")


# -------------------------------------------------------------------------------------------------------------- servers


def test_openai_without_a_key(here: Path) -> None:
    """The backend of a model without key or address says which of the two to give."""
    refuses(run("in", "--backend", "openai", cwd=here), 3, "no key", "OPENAI_API_KEY", "--base-url")


def test_no_server(here: Path) -> None:
    """Where nobody listens, where that is and what to do is said."""
    url = f"http://127.0.0.1:{free_port()}/v1"
    refuses(
        run("in", "--base-url", url, cwd=here), 3, "no server answers at 127.0.0.1", "start it or correct --base-url"
    )


def test_a_model_that_is_not_there(here: Path, seeds: Path) -> None:
    """A wrong model, or none where there are several, ends with 3 and the models there are."""
    missing = error(404, "The model `gpt5` does not exist", code="model_not_found")
    env = environment(SUMMARIZER_CACHE_DIR=str(here / "kept"))
    with serving(missing, models=["qwen2.5-7b", "llama3"]) as server:
        article = seeds / "04-last-pocket.txt"  # the rules leave something to ask about it
        done = run(article, "--base-url", server.url, "--model", "gpt5", cwd=here, env=env)
        refuses(done, 3, "no model 'gpt5'", "--model", "it lists llama3, qwen2.5-7b")
        refuses(run(article, "--base-url", server.url, cwd=here, env=env), 3, "--model", "llama3, qwen2.5-7b")


def test_a_wrong_key(here: Path) -> None:
    """A key that is refused is said so, without the key, and with the name of where it is set."""
    with serving(said("")) as server:
        server.models_reply = error(401, "Incorrect API key provided")
        env = environment(OPENAI_API_KEY=KEY, OPENAI_BASE_URL=server.url)
        refuses(run("in", cwd=here, env=env), 3, "key was refused", "OPENAI_API_KEY")


def test_a_server_that_sends_elsewhere(here: Path) -> None:
    """A redirect is not followed: text goes to the host that was named, and to no other."""
    with serving(said("no answer that fits")) as other, serving(said("")) as server:
        server.models_reply = error(307, "moved", headers={"Location": f"{other.url}/models"})
        env = environment(OPENAI_BASE_URL=server.url, OPENAI_API_KEY=KEY)
        refuses(run("in", cwd=here, env=env), 3, "answered 307", "--base-url")
        assert other.requests == []


def test_a_cache_that_cannot_be_written(here: Path) -> None:
    """A cache folder that is a file is named with what to do, and not needed offline."""
    with serving(said("no answer that fits")) as server:
        env = environment(SUMMARIZER_CACHE_DIR="no.json", OPENAI_BASE_URL=server.url)
        refuses(run("in", cwd=here, env=env), 2, "no.json", "cannot be used", "name another folder")
    assert run("in", cwd=here, env=environment(SUMMARIZER_CACHE_DIR="no.json")).returncode == 0


def test_a_report_among_the_articles(here: Path) -> None:
    """A report that was written into the folder of articles is no article of the next run."""
    assert run("in", "--out", "in/report.json", cwd=here).returncode == 0
    again = run("in", "--format", "json", cwd=here)
    assert again.returncode == 1
    assert "summarize render" in again.stderr
    assert len(json.loads(again.stdout)["articles"]) == 1
