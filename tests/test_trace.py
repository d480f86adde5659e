"""What is told of requests: a trace with all of them, lines without text, a summary at the end. Never the key."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from answering import plausible
from fake_server import Body, Reply, error, serving
from test_cli import environment, run
from test_concurrency import articles

from summarizer.backends.tracing import HIDDEN, Trace
from summarizer.errors import UsageError

KEY = "sk-very-secret-key"
ROOT = Path(__file__).resolve().parents[1]


def lines(path: Path) -> list[dict[str, object]]:
    """Return a trace's records."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with two articles."""
    (tmp_path / "in").mkdir()
    for number, article in enumerate(articles(2)):
        (tmp_path / "in" / f"{number}.txt").write_text(article.text, "utf-8")
    return tmp_path


def test_a_trace_is_its_owners_alone(tmp_path: Path) -> None:
    """The file is made with mode 0600, and one that was open to others is narrowed before anything is written."""
    path = tmp_path / "t.jsonl"
    for before in (None, 0o666):
        if before:
            path.chmod(before)
        trace = Trace(path)
        trace.write({"a": 1})
        trace.close()
        trace.close()
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [record["a"] for record in lines(path)] == [1, 1], "what was there stays"


def test_the_key_is_in_no_line(tmp_path: Path) -> None:
    """Wherever a server or an article repeats the key, the trace does not."""
    key = 'sk-"quoted"-secret'
    trace = Trace(tmp_path / "t", key=key)
    trace.write({"said": f"no such key: {key}", "deep": [{"x": key}]})
    trace.close()
    (record,) = lines(tmp_path / "t")
    assert (record["said"], record["deep"]) == (f"no such key: {HIDDEN}", [{"x": HIDDEN}])


def test_a_placeholder_garbles_nothing(tmp_path: Path) -> None:
    """A key of a few letters, for a server that asks for none, is no secret and stays in words."""
    trace = Trace(tmp_path / "t", key="none")
    trace.write({"said": "none of it"})
    trace.close()
    assert lines(tmp_path / "t")[0]["said"] == "none of it"


@pytest.mark.parametrize("what", ["folder", "link", "nowhere"])
def test_what_cannot_be_a_trace_is_refused(tmp_path: Path, what: str) -> None:
    """A folder, a link that could lead anywhere and a folder that is not there are wrong use, named."""
    path = tmp_path / what
    if what == "folder":
        path.mkdir()
    elif what == "link":
        path.symlink_to(tmp_path / "elsewhere")
    else:
        path = path / "t"
    with pytest.raises(UsageError, match=re.escape(str(path))):
        Trace(path)
    assert not (tmp_path / "elsewhere").exists()


def test_many_writers_keep_lines_whole(tmp_path: Path) -> None:
    """Threads and processes that append at once leave whole lines only."""
    path = tmp_path / "t"
    code = (
        "import sys; from pathlib import Path; from summarizer.backends.tracing import Trace\n"
        "t = Trace(Path(sys.argv[1]))\n"
        "for n in range(50): t.write({'who': sys.argv[2], 'text': 'x' * 20000})\n"
        "t.close()"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    others = [subprocess.Popen([sys.executable, "-c", code, str(path), str(n)], env=env) for n in range(2)]
    trace = Trace(path)
    threads = [
        threading.Thread(target=lambda: [trace.write({"who": "t", "text": "y" * 20_000}) for _ in range(50)])
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [p.wait(60) for p in others] == [0, 0]
    trace.close()
    assert len(lines(path)) == 250


def test_every_request_and_answer_is_traced(folder: Path) -> None:
    """Each request to the server is a line with its answer or its error, its article, mode, attempt and seconds."""
    failed = []

    def script(body: Body) -> Reply:
        if not failed:
            failed.append(body)
            return error(500, f"not now, {KEY}", {"Retry-After": "0.01"})
        return plausible(body)

    with serving(script) as server:
        env = environment(OPENAI_API_KEY=KEY, OPENAI_BASE_URL=server.url)
        done = run("in", "--brief", "--format", "json", "--trace", "t.jsonl", cwd=folder, env=env)
    assert done.returncode == 0, done.stderr
    report, records = json.loads(done.stdout), lines(folder / "t.jsonl")
    assert [r["request"] for r in records if "error" in r] == failed
    assert sorted(json.dumps(r["request"]) for r in records) == sorted(json.dumps(r.body) for r in server.asked)
    assert all(("answer" in r) != ("error" in r) for r in records)
    assert {r["article"] for r in records} == {a["article"]["id"] for a in report["articles"]} | {None}
    first = next(r for r in records if "error" in r)
    assert first["error"] == {"status": 500, "said": f"not now, {HIDDEN}"}
    again = [r for r in records if r["request"] == first["request"]]
    assert [r["attempt"] for r in again] == [1, 2]
    assert {r["model"] for r in records} == {"fake-model"}
    text = (folder / "t.jsonl").read_text("utf-8")
    assert KEY not in text
    assert "choices" in text


def test_a_trace_that_cannot_be_written_ends_before_anything_is_sent(folder: Path) -> None:
    """Wrong use is told at once."""
    with serving(plausible) as server:
        env = environment(OPENAI_BASE_URL=server.url)
        done = run("in", "--trace", "nowhere/t", "--model", "m", cwd=folder, env=env)
        assert server.asked == []
    assert done.returncode == 2
    assert "nowhere" in done.stderr


def test_verbose_tells_requests_without_text_or_key(folder: Path) -> None:
    """Each request is a line with its tokens; kept answers are told too; no word of an article is in it."""
    with serving(plausible) as server:
        env = environment(OPENAI_API_KEY=KEY, OPENAI_BASE_URL=server.url, SUMMARIZER_CACHE_DIR=str(folder / "kept"))
        first = run("in", "-v", cwd=folder, env=env)
        again = run("in", "--verbose", cwd=folder, env=env)
        calls = len(server.asked)
    told = [line for line in first.stderr.splitlines() if line.startswith("asked: ")]
    assert len(told) == calls
    pattern = r"asked: \w+ of [0-9a-f]{12}, json_schema\w*, \d+\.\d\d s: 100 tokens in, 10 out"
    assert all(re.fullmatch(pattern, line) for line in told), told
    kept = [line for line in again.stderr.splitlines() if line.startswith("asked: ")]
    assert len(kept) == calls
    assert all(line.endswith("from the cache, 110 tokens spared") for line in kept)
    for done in (first, again):
        assert KEY not in done.stderr
        assert not any(word in done.stderr for word in ("Syria", "Islamic", "Hajin"))


def test_the_last_line_says_what_was_used(folder: Path) -> None:
    """After a run, stderr says articles, time, calls, tokens and cost, and what the cache spared."""
    (folder / "p.toml").write_text('[host."*"]\n"fake-model" = { input = 1000, output = 1000 }\n', "utf-8")
    with serving(plausible) as server:
        env = environment(OPENAI_BASE_URL=server.url, SUMMARIZER_CACHE_DIR=str(folder / "kept"))
        args = ("in", "--prices", "p.toml")
        first, again, quiet = (run(*args, *more, cwd=folder, env=env) for more in ((), (), ("-q",)))
        calls = len(server.asked)
    tokens = f"{calls * 100:,} tokens in, {calls * 10:,} out"
    dollars = f"${calls * 0.11:,.2f}"
    last = first.stderr.splitlines()[-1]
    assert re.fullmatch(rf"done: 2 articles, \d+ s; {calls} calls; {tokens}; {re.escape(dollars)}", last), last
    last = again.stderr.splitlines()[-1]
    assert re.fullmatch(
        rf"done: 2 articles, \d+ s; 0 calls, {calls} from the cache; \$0\.00, {re.escape(dollars)} spared", last
    ), last
    assert quiet.stderr == ""


def test_the_report_says_what_each_article_cost(folder: Path) -> None:
    """The JSON holds calls, tokens and cost for each article and for all, and what is not known is null."""
    (folder / "p.toml").write_text('[host."*"]\n"fake-model" = { input = 1000, output = 1000 }\n', "utf-8")
    with serving(plausible) as server:
        env = environment(OPENAI_BASE_URL=server.url, SUMMARIZER_CACHE_DIR=str(folder / "kept"))
        unknown = json.loads(run("in", "--format", "json", cwd=folder, env=env).stdout)["run"]
        args = ("in", "--format", "json", "--brief", "--refresh", "--prices", "p.toml")
        known = json.loads(run(*args, cwd=folder, env=env).stdout)["run"]
    assert (unknown["cost"], unknown["prices"]) == (None, None)
    assert known["prices"] == "p.toml"
    assert known["cost"] == pytest.approx(known["calls"] * 0.11)
    assert [u["path"] for u in known["usage"]] == ["in/0.txt", "in/1.txt"]
    about_articles = sum(u["calls"] for u in known["usage"])
    assert known["calls"] - about_articles == sum(
        "Cite the claims" in json.dumps(r.body["messages"]) for r in server.asked
    )
    for used in known["usage"]:
        assert used["cost"] == pytest.approx(used["calls"] * 0.11)
