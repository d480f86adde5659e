"""The cache: successes only, no pickles, no secrets, one request for equal questions."""

from __future__ import annotations

import asyncio
import json
import os
import pickle
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarizer.backends.asking import Answer, AnswerError, AnswerModel, Question
from summarizer.backends.base import Usage
from summarizer.backends.caching import Cached, DiskStore, cache_info, clear_cache


class Yes(AnswerModel):
    """A small answer."""

    yes: bool


QUESTION = Question("numbers", "system", "prefix", "ask", Yes, 10, "1")


class Counting:
    """Answers always the same, or fails; counts."""

    def __init__(self, error: Exception | None = None) -> None:
        self.calls = 0
        self.error = error
        self.gate = asyncio.Event()
        self.gate.set()

    async def ask(self, question: Question) -> Answer:
        """Answer when the gate is open."""
        del question
        self.calls += 1
        await self.gate.wait()
        if self.error:
            raise self.error
        return Answer('{"yes":true}', 11, 3)

    async def close(self) -> None:
        """Hold nothing open."""


def cached(
    asker: Counting, folder: Path, *, usage: Usage | None = None, scope: str = "m", refresh: bool = False
) -> Cached:
    """Return the wrapper over a store in `folder`."""
    return Cached(asker, store=DiskStore(folder), scope=scope, usage=usage or Usage(), refresh=refresh)


async def ask_once(asker: Counting, folder: Path, question: Question = QUESTION, **options: Any) -> Answer:
    """Ask through a cache that is opened and closed for it."""
    wrapper = cached(asker, folder, **options)
    try:
        return await wrapper.ask(question)
    finally:
        await wrapper.close()


def rows(folder: Path) -> sqlite3.Connection:
    """Return the database, to look into or to tamper with."""
    return sqlite3.connect(folder / "answers" / "cache.db", isolation_level=None)


def test_a_second_process_is_answered_without_asking(tmp_path: Path) -> None:
    """The same question asked anew, by another store on the same folder, costs no call and counts as saved."""
    asker, usage = Counting(), Usage()
    first = asyncio.run(ask_once(asker, tmp_path))
    second = asyncio.run(ask_once(asker, tmp_path, usage=usage))
    assert (asker.calls, first.from_cache, second.from_cache) == (1, False, True)
    assert second.text == first.text
    assert (usage.cache_hits, usage.saved_in, usage.saved_out) == (1, 11, 3)


@pytest.mark.parametrize(
    "other",
    [
        {"ask": "else"},
        {"prefix": "else"},
        {"system": "else"},
        {"version": "2"},
        {"max_tokens": 11},
        {"temperature": 0.5},
        {"seed": 8},
        {"answer": AnswerModel},
    ],
    ids=lambda o: next(iter(o)),
)
def test_whatever_shapes_the_answer_is_in_the_key(tmp_path: Path, other: dict[str, Any]) -> None:
    """A question that differs in one part is asked anew."""
    asker = Counting()
    asyncio.run(ask_once(asker, tmp_path))
    asyncio.run(ask_once(asker, tmp_path, replace(QUESTION, **other)))
    assert asker.calls == 2


def test_another_model_is_another_key(tmp_path: Path) -> None:
    """The scope, model and endpoint, is part of the key."""
    asker = Counting()
    asyncio.run(ask_once(asker, tmp_path, scope="one"))
    asyncio.run(ask_once(asker, tmp_path, scope="two"))
    assert asker.calls == 2


def test_failures_are_not_kept(tmp_path: Path) -> None:
    """An error is asked again next time."""
    with pytest.raises(AnswerError):
        asyncio.run(ask_once(Counting(AnswerError("no")), tmp_path))
    asker = Counting()
    asyncio.run(ask_once(asker, tmp_path))
    assert asker.calls == 1


def test_refresh_reads_nothing_and_keeps_all(tmp_path: Path) -> None:
    """With refresh the kept answer is passed over, and the new one is there for the next run."""
    asker = Counting()
    asyncio.run(ask_once(asker, tmp_path))
    asyncio.run(ask_once(asker, tmp_path, refresh=True))
    asyncio.run(ask_once(asker, tmp_path))
    assert asker.calls == 2


def test_equal_questions_at_once_are_one_request(tmp_path: Path) -> None:
    """Ten equal questions in flight cost one call, and all get the answer."""

    async def run() -> tuple[int, int]:
        asker, usage = Counting(), Usage()
        asker.gate.clear()
        wrapper = cached(asker, tmp_path, usage=usage)
        waiting = [asyncio.create_task(wrapper.ask(QUESTION)) for _ in range(10)]
        while not asker.calls:
            await asyncio.sleep(0)
        asker.gate.set()
        answers = await asyncio.gather(*waiting)
        await wrapper.close()
        assert {a.text for a in answers} == {'{"yes":true}'}
        return asker.calls, usage.cache_hits

    assert asyncio.run(run()) == (1, 9)


def test_a_cancelled_waiter_does_not_cancel_what_is_paid_for(tmp_path: Path) -> None:
    """The one who asked first gives up; the answer still arrives and is kept."""

    async def run() -> int:
        asker = Counting()
        asker.gate.clear()
        wrapper = cached(asker, tmp_path)
        first = asyncio.create_task(wrapper.ask(QUESTION))
        while not asker.calls:
            await asyncio.sleep(0)
        second = asyncio.create_task(wrapper.ask(QUESTION))
        await asyncio.sleep(0)
        first.cancel()
        asker.gate.set()
        await second
        await wrapper.ask(QUESTION)
        await wrapper.close()
        return asker.calls

    assert asyncio.run(run()) == 1


class Bomb:
    """Unpickling it would leave a file."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return os.mkdir, (self.path,)


@pytest.mark.parametrize("in_file", [False, True])
def test_a_planted_pickle_is_never_read(tmp_path: Path, in_file: bool) -> None:
    """A row that says it is a pickle, inline or in a file, is a miss and runs nothing (CVE-2025-69872)."""
    asker = Counting()
    asyncio.run(ask_once(asker, tmp_path))
    target = tmp_path / "pwned"
    data = pickle.dumps(Bomb(str(target)))
    (tmp_path / "answers" / "x.val").write_bytes(data)
    with closing(rows(tmp_path)) as db:
        if in_file:
            db.execute("UPDATE Cache SET mode = 4, filename = 'x.val', value = NULL")
        else:
            db.execute("UPDATE Cache SET mode = 4, value = ?", (data,))
    asyncio.run(ask_once(asker, tmp_path))
    assert not target.exists()
    assert asker.calls == 2


def test_a_planted_file_name_is_neither_read_nor_removed(tmp_path: Path) -> None:
    """A row that points to a file elsewhere is a miss, and clearing leaves that file."""
    asker = Counting()
    asyncio.run(ask_once(asker, tmp_path))
    outside = tmp_path / "outside.txt"
    outside.write_text('{"text": "{}"}')
    with closing(rows(tmp_path)) as db:
        db.execute("UPDATE Cache SET mode = 3, filename = '../outside.txt', value = NULL")
    asyncio.run(ask_once(asker, tmp_path, refresh=True))
    clear_cache(tmp_path)
    assert outside.exists()


def test_no_pickle_is_written(tmp_path: Path) -> None:
    """All that stands in the database is plain text in mode raw, answers of any length included."""
    store = DiskStore(tmp_path)
    store.put("long", "x" * 100_000)
    store.put("short", "y")
    assert store.get("long") == "x" * 100_000
    store.close()
    with closing(rows(tmp_path)) as db:
        found = db.execute("SELECT mode, filename, typeof(value), typeof(key), raw FROM Cache").fetchall()
    assert set(found) == {(1, None, "text", "text", 1)}


@pytest.mark.parametrize(
    "text", ["not json", "[]", '{"text": "{}"}', '{"text": "{\\"yes\\":3.5}", "tokens_in": 1, "tokens_out": 1}']
)
def test_a_row_that_does_not_fit_is_a_miss(tmp_path: Path, text: str) -> None:
    """Broken and foreign rows are asked anew instead of being believed."""
    asker = Counting()
    asyncio.run(ask_once(asker, tmp_path))
    with closing(rows(tmp_path)) as db:
        db.execute("UPDATE Cache SET value = ?", (text,))
    answer = asyncio.run(ask_once(asker, tmp_path))
    assert json.loads(answer.text) == {"yes": True}
    assert asker.calls == 2


def test_the_folder_is_for_its_owner_only(tmp_path: Path) -> None:
    """Answers stand in a folder with mode 0700, and the folder that the user named keeps its own."""
    tmp_path.chmod(0o755)
    DiskStore(tmp_path).close()
    assert stat.S_IMODE((tmp_path / "answers").stat().st_mode) == 0o700
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_info_and_clear(tmp_path: Path) -> None:
    """Info counts without making anything; clear says how many it threw out."""
    assert cache_info(tmp_path / "none").entries == 0
    assert clear_cache(tmp_path / "none") == 0
    assert not (tmp_path / "none").exists()
    asyncio.run(ask_once(Counting(), tmp_path))
    info = cache_info(tmp_path)
    assert (info.folder, info.entries) == (tmp_path, 1)
    assert info.bytes > 0
    assert clear_cache(tmp_path) == 1
    assert cache_info(tmp_path).entries == 0


def test_several_processes_may_create_it_at_once(tmp_path: Path) -> None:
    """Six processes that open the same new cache all get it ("database is locked" is waited out)."""
    code = (
        "import sys; from pathlib import Path; from summarizer.backends.caching import DiskStore\n"
        "s = DiskStore(Path(sys.argv[1])); s.put(sys.argv[2], 'v'); s.close()"
    )
    root = Path(__file__).resolve().parents[1]
    command = [sys.executable, "-c", code, str(tmp_path / "new")]
    env = {**os.environ, "PYTHONPATH": str(root)}
    running = [subprocess.Popen([*command, str(n)], env=env) for n in range(6)]
    assert [p.wait(60) for p in running] == [0] * 6
    assert cache_info(tmp_path / "new").entries == 6
