"""What a model costs: `summarize` and LangExtract on the same articles, by the same model behind the same server.

    python benchmarks/llm_cost.py --base-url http://127.0.0.1:8091/v1 --langextract PYTHON [FOLDER GOLD --score SCORE]

Runs with the interpreter that has summarizer installed or on its path; PYTHON is one that has LangExtract with its
OpenAI extra, in an environment of its own. FOLDER holds the articles, GOLD their annotation and SCORE the program that
compares the two; as they stand they are those of the folder `shared` beside the checkout. Both talk to the server by
way of a counter on loopback, one question at a time: first LangExtract, then `summarize --brief` with an empty cache.

Tokens are counted twice. "All" is what went in and came out. "Evaluated" leaves out what of the prompts the server took
from its cache, as it says itself (llama.cpp: `timings`; else `prompt_tokens_details.cached_tokens`). A true figure is
one whose numbers are those of a figure of GOLD at the same place, by SCORE's "value alone". LangExtract's figures are
read the most kindly way: from the words that it found, by our own reader of numbers, else from its attributes.

Prints a table in Markdown and exits with 1 where a limit is broken: as many evaluated tokens as LangExtract in all, a
quarter of either count for each true figure, and less time.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from summarizer.intake import read_articles  # noqa: E402  the checkout comes first on the path
from summarizer.marking.numbers import find_quantities  # noqa: E402
from summarizer.models import Article  # noqa: E402

SHARED = ROOT.parent / "shared"
SHARE = 0.25  # of LangExtract's tokens for each true figure
CHUNK = 1_500  # characters that LangExtract shows at once
SECONDS = 3_600  # that either may take
VALUE = re.compile(r"strength \(value alone\) .*F1 ([\d.]+)\s+\((\d+) of (\d+) gold, (\d+) said\)")


# ------------------------------------------------------------------------------------------------------------- counting


@dataclass(slots=True)
class Count:
    """What passed by: questions, and tokens into the model, of them from the server's cache, and out."""

    calls: int = 0
    tokens_in: int = 0
    cached: int = 0
    tokens_out: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, answer: Mapping[str, Any]) -> None:
        """Count one answer."""
        usage, timings = answer.get("usage") or {}, answer.get("timings") or {}
        details = usage.get("prompt_tokens_details") or {}
        with self.lock:
            self.calls += 1
            self.tokens_in += usage.get("prompt_tokens", 0)
            self.tokens_out += usage.get("completion_tokens", 0)
            self.cached += timings.get("cache_n", details.get("cached_tokens") or 0)

    @property
    def all(self) -> int:
        """Tokens in and out."""
        return self.tokens_in + self.tokens_out

    @property
    def evaluated(self) -> int:
        """Tokens that the server had to work on: read anew, or written."""
        return self.all - self.cached


@contextmanager
def counting(base_url: str) -> Iterator[tuple[str, Count]]:
    """Pass everything on to a server for the length of a with block; give the address to ask instead, and the count."""
    count, upstream = Count(), urlsplit(base_url)

    class Passing(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def pass_on(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            connection = HTTPConnection(upstream.hostname or "", upstream.port, timeout=SECONDS)
            kept = {k: v for k, v in self.headers.items() if k.lower() not in ("host", "connection", "accept-encoding")}
            connection.request(self.command, self.path, body, kept)
            answer = connection.getresponse()
            data = answer.read()
            connection.close()
            if self.path.endswith("/chat/completions") and answer.status == 200:
                count.add(json.loads(data))
            with suppress(ConnectionError):  # a client may have given up by now; what was asked was paid for
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.headers.get("Content-Type", "application/json"))
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

        do_GET = do_POST = pass_on  # noqa: N815  the names that http.server calls

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Passing)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{upstream.path}", count
    finally:
        server.shutdown()
        server.server_close()


# -------------------------------------------------------------------------------------------------------------- running


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one tool did and what it took; `remark` says what else is worth knowing."""

    name: str
    count: Count
    seconds: float
    right: int
    f1: float
    remark: str

    def for_each(self, tokens: int) -> float:
        """Tokens for each true figure."""
        return tokens / self.right if self.right else float("inf")


def run_ours(folder: Path, base_url: str, model: str, scored: Scorer, work: Path) -> Outcome:
    """Brief the articles with an empty cache."""
    out = work / "ours.json"
    env = {k: v for k, v in os.environ.items() if not k.startswith(("SUMMARIZER_", "OPENAI_"))}
    env |= {"SUMMARIZER_CACHE_DIR": str(work / "cache"), "PYTHONPATH": str(ROOT)}
    with counting(base_url) as (url, count):
        command = [sys.executable, "-m", "summarizer", str(folder), "--brief", "--jobs", "1", "--base-url", url]
        begun = time.monotonic()
        subprocess.run(
            [*command, "--model", model, "--out", str(out)],
            cwd=work,
            env=env,
            check=True,
            timeout=SECONDS,
            capture_output=True,
        )
        seconds = time.monotonic() - begun
    right, f1, said = scored(out)
    return Outcome("summarize --brief", count, seconds, right, f1, f"{said} figures")


def run_langextract(
    python: str, articles: Sequence[Article], base_url: str, model: str, scored: Scorer, work: Path
) -> Outcome:
    """Let LangExtract read the articles."""
    script = Path(__file__).with_name("llm_cost_langextract.py")
    with counting(base_url) as (url, count):
        asked = {"base_url": url, "model": model, "chunk": CHUNK, "texts": [a.text for a in articles]}
        begun = time.monotonic()
        done = subprocess.run(
            [python, str(script)],
            input=json.dumps(asked),
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
            env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"},
        )
        seconds = time.monotonic() - begun
    if done.returncode:
        raise SystemExit(f"LangExtract failed: {done.stderr[-2000:]}")
    found: list[list[dict[str, Any]]] = json.loads(done.stdout.splitlines()[-1])
    out = work / "langextract.json"
    out.write_text(json.dumps({"articles": [brief(a, f) for a, f in zip(articles, found, strict=True)]}), "utf-8")
    right, f1, said = scored(out)
    extractions = [e for f in found for e in f]
    lost = sum(e["start"] is None for e in extractions)
    remark = f"{len(extractions)} extractions, {lost} of them not located; {said} figures"
    return Outcome("LangExtract", count, seconds, right, f1, remark)


def brief(article: Article, found: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return what LangExtract found in an article as a report has it, with all that SCORE looks at."""
    strength = [figure(article, e) for e in found if e["class"] == "figure"]
    shown = {"text": article.text, "path": article.path, "published": article.published}
    return {
        "article": shown,
        "strength": [f for f in strength if f],
        "who": [],
        "where": [],
        "tactics": [],
        "outlook": [],
    }


def figure(article: Article, extraction: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return one extraction as an estimate, None where there is no number in it."""
    words = extraction["text"]
    read = next((q for q in find_quantities(words) if q.low is not None or q.high is not None), None)
    low, high = (read.low, read.high) if read else (extraction["low"], extraction["high"])
    if low is None and high is None:
        return None
    start, end = extraction["start"], extraction["end"]
    evidence = [{"start": start, "end": end, "quote": article.text[start:end]}] if start is not None else []
    return {"low": low, "high": high, "measure": extraction["measure"], "qualifier": "exact", "evidence": evidence}


class Scorer:
    """Compares a report with the gold."""

    def __init__(self, score: Path, gold: Path) -> None:
        self.command = [sys.executable, str(score)]
        self.gold = str(gold)

    def __call__(self, report: Path) -> tuple[int, float, int]:
        """Return how many figures are right, their F1, and how many were said."""
        done = subprocess.run([*self.command, str(report), self.gold], capture_output=True, text=True, check=True)
        told = VALUE.search(done.stdout)
        if told is None:
            raise SystemExit(f"the score says nothing of values: {done.stdout[-500:]}")
        return int(told[2]), float(told[1]), int(told[4])


def model_of(base_url: str) -> str:
    """Return the first model that the server lists."""
    parts = urlsplit(base_url)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=30)
    connection.request("GET", f"{parts.path}/models")
    listed = json.loads(connection.getresponse().read())
    connection.close()
    return str(listed["data"][0]["id"])


# -------------------------------------------------------------------------------------------------------------- telling


def table(outcomes: Sequence[Outcome]) -> list[str]:
    """Return what each took as a table in Markdown."""
    rows = [
        "| | calls | tokens in | tokens out | evaluated and generated | all | seconds | right figures | value F1 "
        "| evaluated for each | all for each |",
        "| --- " * 11 + "|",
    ]
    for o in outcomes:
        c = o.count
        counts = (c.calls, c.tokens_in, c.tokens_out, c.evaluated, c.all, round(o.seconds), o.right)
        each = (round(o.for_each(c.evaluated)), round(o.for_each(c.all))) if o.right else ("none", "none")
        cells = [o.name, *(f"{n:,}" for n in counts), f"{o.f1:.3f}", *(f"{n:,}" if o.right else n for n in each)]
        rows.append("| " + " | ".join(cells) + " |")
    return [*rows, "", *(f"{o.name}: {o.remark}." for o in outcomes)]


def broken(ours: Outcome, theirs: Outcome) -> list[str]:
    """Return the limits that are broken, in words."""
    mine, other = ours.count, theirs.count
    limits = [
        ("evaluated tokens", mine.evaluated, other.evaluated),
        (
            "evaluated tokens for each true figure",
            ours.for_each(mine.evaluated),
            SHARE * theirs.for_each(other.evaluated),
        ),
        ("tokens for each true figure", ours.for_each(mine.all), SHARE * theirs.for_each(other.all)),
        ("seconds", ours.seconds, theirs.seconds),
    ]
    return [f"{name}: {took:,.0f}, at most {limit:,.0f}" for name, took, limit in limits if took > limit]


def main() -> int:
    """Run both, print the table, return the exit code."""
    parser = argparse.ArgumentParser(description="What a model costs, beside LangExtract.")
    parser.add_argument("folder", nargs="?", type=Path, default=SHARED / "seeds", metavar="FOLDER")
    parser.add_argument("gold", nargs="?", type=Path, default=SHARED / "gold" / "seeds", metavar="GOLD")
    parser.add_argument("--score", type=Path, default=SHARED / "tools" / "score.py")
    parser.add_argument("--base-url", required=True, help="a server on this machine, mostly ending in /v1")
    parser.add_argument("--model", help="the server's first, unless another is named")
    parser.add_argument("--langextract", metavar="PYTHON", help="an interpreter that has it; ours alone without")
    given = parser.parse_args()
    model = given.model or model_of(given.base_url)
    scored = Scorer(given.score.resolve(), given.gold.resolve())
    with tempfile.TemporaryDirectory() as folder:
        work, outcomes = Path(folder), []
        if given.langextract:
            articles = list(read_articles([str(given.folder)]))
            outcomes.append(run_langextract(given.langextract, articles, given.base_url, model, scored, work))
        outcomes.append(run_ours(given.folder.resolve(), given.base_url, model, scored, work))
    print(f"model {Path(model).name}\n")
    print("\n".join(table(outcomes)))
    wrong = broken(outcomes[1], outcomes[0]) if len(outcomes) > 1 else []
    for line in wrong:
        print(f"over the limit: {line}")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
