"""How much time asking a model costs us, beside what the server takes: 200 articles, 32 at a time, over real HTTP.

    python benchmarks/asking.py [--articles 200] [--jobs 32] [--delay 0.2] [--profile FILE]

Runs with the interpreter that has summarizer installed or on its path. A server in a process of its own answers each
question after `--delay` seconds. The articles are those of seeds/ with other figures and some paragraphs left out,
drawn by a fixed seed, so that no two share a question. Wall time is from the first request to the last answer as the
server sees them; where the system tells, without the time that our thread was ready and other programs had the core
("waited"). Ours is CPU time of the whole process that asks, between these two moments ("in it") and from the first
article to the last ("all"). Measured in turns, the best of `--turns`, because other work on the machine only ever adds.
Two limits; exits with 1 where one is broken:

* wall time at most 1.15 times the larger of our own CPU time in it and the server's ideal, questions x delay / jobs;
* our own CPU time for an article at most twice what the offline backend takes for it.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import multiprocessing
import os
import random
import re
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from summarizer import Article, Report, article_from_text  # noqa: E402  the checkout comes first on the path
from summarizer.pipeline import run  # noqa: E402
from summarizer.settings import Settings  # noqa: E402

WALL_LIMIT = 1.15
CPU_LIMIT = 2.0
MODEL = "fake-model"
LISTED = {"object": "list", "data": [{"id": MODEL, "object": "model", "max_model_len": 32_768}]}
WARM_UP = 4  # articles that are asked about before the clock starts: imports and tables are there by then
SEED = 7


# -------------------------------------------------------------------------------------------------------------- server


@dataclass(slots=True)
class Seen:
    """What the server has seen since it was last asked: questions, and when the first and the last passed by."""

    questions: int = 0
    first: float = 0.0
    last: float = 0.0
    most_at_once: int = 0


class Server:
    """Answers chat completions after a delay, as fast as plain asyncio can."""

    def __init__(self, delay: float) -> None:
        self.delay = delay
        self.seen = Seen()
        self.at_once = 0

    async def serve(self, control: Connection) -> None:
        """Listen, tell the port, answer what `control` asks until it says None."""
        server = await asyncio.start_server(self.connected, "127.0.0.1", 0)
        control.send(server.sockets[0].getsockname()[1])
        loop = asyncio.get_running_loop()
        while (await loop.run_in_executor(None, control.recv)) is not None:
            seen, self.seen = self.seen, Seen()
            control.send((seen.questions, seen.first, seen.last, seen.most_at_once))
        server.close()

    async def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer what comes over one connection."""
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = re.search(rb"(?i)content-length: *(\d+)", head)
                body = await reader.readexactly(int(length[1])) if length else b""
                asks = b"/chat/completions" in head.partition(b"\r\n")[0]
                writer.write(http_answer(await self.answered(json.loads(body)) if asks else LISTED))
                await writer.drain()
        writer.close()

    async def answered(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """Return the answer to a question, after the delay."""
        begun = time.monotonic()
        self.seen.questions += 1
        self.seen.first = self.seen.first or begun
        self.at_once += 1
        self.seen.most_at_once = max(self.seen.most_at_once, self.at_once)
        answer = completion(request)
        await asyncio.sleep(self.delay - (time.monotonic() - begun))
        self.at_once -= 1
        self.seen.last = time.monotonic()
        return answer


def http_answer(body: Mapping[str, Any]) -> bytes:
    """Return a whole HTTP answer."""
    data = json.dumps(body).encode()
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(data), data)


def completion(request: Mapping[str, Any]) -> dict[str, Any]:
    """Return a chat completion that fits the request's JSON Schema; equal requests get equal answers."""
    schema = request["response_format"]["json_schema"]["schema"]
    draw = random.Random(json.dumps(request["messages"]))
    message = {"role": "assistant", "content": json.dumps(fitting(schema, schema.get("$defs", {}), draw))}
    choices = [{"index": 0, "finish_reason": "stop", "message": message}]
    usage = {"prompt_tokens": 1500, "completion_tokens": 60, "total_tokens": 1560}
    head = {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": MODEL}
    return {**head, "choices": choices, "usage": usage}


def fitting(schema: Mapping[str, Any], defs: Mapping[str, Any], draw: random.Random) -> Any:
    """Return a value that a JSON Schema allows, of the kinds that our questions use."""
    if "$ref" in schema:
        return fitting(defs[schema["$ref"].rpartition("/")[2]], defs, draw)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return draw.choice(schema["enum"])
    if schema.get("anyOf"):
        return fitting(schema["anyOf"][0], defs, draw)
    if schema.get("type") == "object":
        return {name: fitting(inner, defs, draw) for name, inner in schema.get("properties", {}).items()}
    if schema.get("type") == "array":
        return [fitting(schema["items"], defs, draw) for _ in range(max(1, schema.get("minItems", 1)))]
    return {"integer": 1, "number": 1, "boolean": True}.get(schema.get("type", ""), "nothing")


def serve(delay: float, control: Connection) -> None:
    """Run the server: the whole of its process."""
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(Server(delay).serve(control))


class Running:
    """The server's process, seen from ours."""

    def __init__(self, delay: float) -> None:
        context = multiprocessing.get_context("spawn")
        self.control, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(delay, theirs), daemon=True)
        self.process.start()
        self.url = f"http://127.0.0.1:{self.control.recv()}/v1"

    def taken(self) -> Seen:
        """Return what the server has seen since the last call."""
        self.control.send("seen")
        return Seen(*self.control.recv())

    def stop(self) -> None:
        """End the server's process."""
        self.control.send(None)
        self.process.join(5)


# ------------------------------------------------------------------------------------------------------------ articles


def make_articles(count: int, *, seed: int = SEED) -> list[Article]:
    """Return `count` articles made of those in seeds/, each with figures and paragraphs of its own."""
    draw = random.Random(seed)
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    return [article_from_text(perturbed(texts[n % len(texts)], n, draw)) for n in range(count)]


def perturbed(text: str, number: int, draw: random.Random) -> str:
    """Return a text with other figures, a tenth of its paragraphs left out, and a line of its own."""
    head, *paragraphs = text.split("\n\n")
    kept = [p for p in paragraphs if draw.random() > 0.1]
    changed = re.sub(r"\b[1-9]\d{2}\b(?![,.]\d)", lambda _: str(draw.randint(100, 999)), "\n\n".join(kept))
    return f"{head}\n\n{changed}\n\nThis is report {number + 1} of the series on these events.\n"


# ----------------------------------------------------------------------------------------------------------- measuring


class Clock:
    """Takes our CPU time when drafting begins and when the last article is done: imports and reading are not in it."""

    def __init__(self) -> None:
        self.begun = 0.0
        self.ended = 0.0

    def started(self, backend: object, articles: int) -> None:
        """Take the time before the first article."""
        del backend, articles
        self.begun = time.process_time()

    def advanced(self, path: str) -> None:
        """Take the time after each article; the last one stays."""
        del path
        self.ended = time.process_time()

    @property
    def seconds(self) -> float:
        """CPU seconds of the whole process from the first article to the last."""
        return self.ended - self.begun


class Watch:
    """Looks at the clocks twenty times a second, to tell afterwards what they showed at a moment."""

    def __init__(self) -> None:
        self.seen: list[tuple[float, float, float]] = []
        self.is_over = threading.Event()
        # The run is in the main thread, and so is its wait for a core.
        self.thread = threading.Thread(target=self.look, daemon=True)

    def __enter__(self) -> Watch:
        self.thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.is_over.set()
        self.thread.join()

    def look(self) -> None:
        """Keep the clocks until it is over."""
        while not self.is_over.wait(0.05):
            self.seen.append((time.monotonic(), time.process_time(), waited()))

    def between(self, first: float, last: float) -> tuple[float, float]:
        """Return our CPU seconds, and those that our main thread waited for a core, between two moments."""
        begun, ended = self.at(first), self.at(last)
        return ended[1] - begun[1], ended[2] - begun[2]

    def at(self, moment: float) -> tuple[float, float, float]:
        """Return what the clocks showed nearest to a moment."""
        return min(self.seen, key=lambda seen: abs(seen[0] - moment))


def waited() -> float:
    """Return how many seconds the main thread was ready while others had the core, 0 where the system does not tell."""
    try:
        return int(Path(f"/proc/self/task/{os.getpid()}/schedstat").read_text().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0


def drafted(articles: Sequence[Article], settings: Settings) -> tuple[float, Report]:
    """Brief all articles; return our CPU seconds, and the report."""
    clock = Clock()
    report = asyncio.run(run(articles, settings, brief=False, progress=clock))
    if report.failures:
        raise RuntimeError(f"{len(report.failures)} articles failed: {report.failures[0].reason}")
    return clock.seconds, report


@dataclass(frozen=True, slots=True)
class Turn:
    """What one run of all articles took, in seconds: `inside` is our CPU time from first request to last answer."""

    wall: float
    waited: float
    inside: float
    asking: float
    offline: float
    questions: int
    most_at_once: int

    def ideal(self, delay: float, jobs: int) -> float:
        """The least that the server can take for as many questions at a time."""
        return self.questions * delay / jobs

    def wall_ratio(self, delay: float, jobs: int) -> float:
        """Wall time with a core of our own, over the larger of our CPU time and the server's ideal."""
        return (self.wall - self.waited) / max(self.inside, self.ideal(delay, jobs))

    @property
    def cpu_ratio(self) -> float:
        """Our CPU time over that of the offline backend."""
        return self.asking / self.offline


def measured(articles: Sequence[Article], server: Running, jobs: int) -> Turn:
    """Brief the articles offline and with the server, each with nothing kept; return what both took."""
    offline, _ = drafted(articles, Settings(backend="offline", jobs=jobs))
    with tempfile.TemporaryDirectory() as folder:
        server.taken()
        with Watch() as watch:
            asking, _ = drafted(articles, asking_settings(server, jobs, folder))
        seen = server.taken()
    inside, waiting = watch.between(seen.first, seen.last)
    return Turn(seen.last - seen.first, waiting, inside, asking, offline, seen.questions, seen.most_at_once)


def asking_settings(server: Running, jobs: int, folder: str) -> Settings:
    """Return the settings of a run against the server that keeps its answers in `folder`."""
    return Settings(backend="openai", base_url=server.url, model=MODEL, jobs=jobs, cache_dir=Path(folder))


@contextlib.contextmanager
def serving(delay: float) -> Iterator[Running]:
    """Run the server for the length of a with block."""
    server = Running(delay)
    try:
        yield server
    finally:
        server.stop()


def profiled(articles: Sequence[Article], server: Running, jobs: int, file: Path) -> None:
    """Write a profile of one run for pstats."""
    import cProfile

    with tempfile.TemporaryDirectory() as folder:
        profile = cProfile.Profile()
        profile.enable()
        drafted(articles, asking_settings(server, jobs, folder))
        profile.disable()
        profile.dump_stats(file)


def main() -> int:
    """Measure, print the table, return the exit code."""
    parser = argparse.ArgumentParser(description="What asking costs, beside what the server takes.")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=32)
    parser.add_argument("--delay", type=float, default=0.2, help="seconds that the server takes for a question")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--profile", type=Path, metavar="FILE", help="write a profile instead of measuring")
    given = parser.parse_args()
    os.environ.pop("OPENAI_API_KEY", None)
    articles = make_articles(given.articles + WARM_UP)
    with serving(given.delay) as server:
        measured(articles[:WARM_UP], server, given.jobs)
        if given.profile:
            profiled(articles[WARM_UP:], server, given.jobs, given.profile)
            return 0
        turns = [measured(articles[WARM_UP:], server, given.jobs) for _ in range(given.turns)]
    return int(not printed(turns, len(articles) - WARM_UP, given.delay, given.jobs))


def printed(turns: Sequence[Turn], articles: int, delay: float, jobs: int) -> bool:
    """Print a line for each turn and the best ratios; return whether both limits hold."""
    print(f"{articles} articles, {jobs} at a time, {delay} s for a question; seconds")
    print("questions at once    wall  waited  CPU in it     all   ideal offline | wall ratio CPU ratio")
    for turn in turns:
        ideal = turn.ideal(delay, jobs)
        print(
            f"{turn.questions:>9} {turn.most_at_once:>7} {turn.wall:>7.2f} {turn.waited:>7.2f} {turn.inside:>10.2f} "
            f"{turn.asking:>7.2f} {ideal:>7.2f} {turn.offline:>7.2f} | {turn.wall_ratio(delay, jobs):>10.3f} "
            f"{turn.cpu_ratio:>9.2f}"
        )
    wall = min(turn.wall_ratio(delay, jobs) for turn in turns)
    cpu = min(turn.cpu_ratio for turn in turns)
    print(f"wall time over the larger of CPU and ideal: {wall:.3f} (at most {WALL_LIMIT})")
    print(f"our CPU time over offline's: {cpu:.2f} (at most {CPU_LIMIT})")
    return wall <= WALL_LIMIT and cpu <= CPU_LIMIT


if __name__ == "__main__":
    sys.exit(main())
