"""Keeps answers, so that no question is paid for twice.

Only successes are kept, and never thrown out to make room. The key is a digest of the rendered question with its
parameters, prompt version and schema, of the model and of the endpoint without any secret in it.

diskcache unpickles whatever a row says is a pickle (CVE-2025-69872), so anyone who can write into the folder could run
code. `_TextDisk` therefore holds text inside the database and nothing else: a row that says otherwise is a miss, and
no file but the database is ever opened or removed. The folder it stands in is for its owner only.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import sqlite3
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from pydantic import ValidationError

from summarizer.backends.asking import Answer, Asker, Question
from summarizer.backends.base import Usage
from summarizer.backends.sending import tell_kept
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from diskcache import Cache

# Answers are small and paid for: no limit may ever throw them out.
_NO_LIMIT = 2**60
# Several processes that create the same cache at once meet SQLite's lock for some milliseconds.
_TRIES = 40
_PAUSE = 0.05
# A folder of our own inside the cache folder: its rights are narrowed, and the user may have named any folder.
_INSIDE = "answers"
_DATABASE = "cache.db"


class Store(Protocol):
    """A place for text under a key."""

    def get(self, key: str) -> str | None:
        """Return the text, None where there is none."""
        ...

    def put(self, key: str, text: str) -> None:
        """Keep the text."""
        ...

    def close(self) -> None:
        """Release the database."""
        ...


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """What a cache holds: its folder, how many entries, how many bytes on disk."""

    folder: Path
    entries: int
    bytes: int


class DiskStore:
    """Text on disk, in one SQLite database."""

    def __init__(self, folder: Path) -> None:
        """Open or create the answers kept in `folder`.

        Raises:
            UsageError: the folder cannot be made, read or written.
        """
        try:
            inside = folder / _INSIDE
            inside.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.chmod(inside, 0o700)  # mkdir's mode does not touch a folder that is there
            self._cache = _opened(inside)
        except (OSError, sqlite3.Error) as error:
            raise UsageError(f"the cache folder {folder} cannot be used ({error}): name another folder") from error

    def get(self, key: str) -> str | None:
        """Return the text, None where there is none or where it is not text."""
        try:
            value = self._cache.get(key, retry=True)
        except (_NotTextError, sqlite3.Error, OSError):
            return None
        return value if isinstance(value, str) else None

    def put(self, key: str, text: str) -> None:
        """Keep the text. A full disk or a broken database costs the next run an answer, not this run its result."""
        try:
            self._cache.set(key, text, retry=True)
        except (sqlite3.Error, OSError):
            return

    def entries(self) -> int:
        """Return how many answers there are."""
        return len(self._cache)

    def clear(self) -> int:
        """Throw all out and return how many there were."""
        return int(self._cache.clear(retry=True))

    def close(self) -> None:
        """Close the database."""
        self._cache.close()


class Cached:
    """An asker that looks into a store first, and asks equal questions that come at the same time only once.

    `scope` names the model and the endpoint. With `refresh` nothing is read, but all is kept. `usage` gets the hits.
    """

    def __init__(self, asker: Asker, *, store: Store, scope: str, usage: Usage, refresh: bool = False) -> None:
        """Wrap `asker`."""
        self._asker = asker
        self._store = store
        self._scope = scope
        self._usage = usage
        self._refresh = refresh
        self._flying: dict[str, asyncio.Task[Answer]] = {}

    async def ask(self, question: Question) -> Answer:
        """Return the kept answer, or ask and keep it."""
        key = hashlib.sha256(f"{self._scope}\n{question.fingerprint}".encode()).hexdigest()
        if flying := self._flying.get(key):
            return self._counted(question, await asyncio.shield(flying))
        if kept := None if self._refresh else self._kept(key, question):
            return self._counted(question, kept)
        # A task of its own: whoever waits may be cancelled, but what is on its way gets paid for and is kept.
        task = asyncio.create_task(self._fetch(key, question))
        self._flying[key] = task
        task.add_done_callback(lambda done: self._landed(key, done))
        return await asyncio.shield(task)

    async def close(self) -> None:
        """Close the wrapped asker and the store."""
        for task in tuple(self._flying.values()):
            task.cancel()
        await asyncio.gather(*self._flying.values(), return_exceptions=True)
        await self._asker.close()
        self._store.close()

    async def _fetch(self, key: str, question: Question) -> Answer:
        answer = await self._asker.ask(question)
        row = {"text": answer.text, "tokens_in": answer.tokens_in, "tokens_out": answer.tokens_out}
        self._store.put(key, json.dumps(row, separators=(",", ":")))
        return answer

    def _kept(self, key: str, question: Question) -> Answer | None:
        row = self._store.get(key)
        if row is None:
            return None
        try:
            data = json.loads(row)
            question.answer.model_validate_json(data["text"])
            return Answer(data["text"], int(data["tokens_in"]), int(data["tokens_out"]), from_cache=True)
        except (ValidationError, ValueError, KeyError, TypeError):
            return None  # written by something else: as good as not there

    def _counted(self, question: Question, answer: Answer) -> Answer:
        self._usage.spared(question.article, answer.tokens_in, answer.tokens_out)
        tell_kept(question, (answer.tokens_in, answer.tokens_out))
        return replace(answer, from_cache=True)

    def _landed(self, key: str, task: asyncio.Task[Answer]) -> None:
        self._flying.pop(key, None)
        if not task.cancelled():
            task.exception()  # marks it as seen where nobody waits any more


def answers_database(folder: Path) -> Path:
    """Return the database that a cache in a folder has, or would have."""
    return folder / _INSIDE / _DATABASE


def has_answers(folder: Path) -> bool:
    """Return whether there is a cache in a folder."""
    return answers_database(folder).is_file()


def cache_info(folder: Path) -> CacheInfo:
    """Return what the cache in `folder` holds; a folder without one holds nothing, and none is made."""
    if not has_answers(folder):
        return CacheInfo(folder, 0, 0)
    store = DiskStore(folder)
    try:
        entries = store.entries()
    finally:
        store.close()
    return CacheInfo(folder, entries, sum(f.stat().st_size for f in (folder / _INSIDE).glob(_DATABASE + "*")))


def clear_cache(folder: Path) -> int:
    """Throw all answers in `folder` out and return how many there were."""
    if not has_answers(folder):
        return 0
    store = DiskStore(folder)
    try:
        return store.clear()
    finally:
        store.close()


class _NotTextError(Exception):
    """A row that is not plain text: nothing of ours wrote it."""


def _opened(folder: Path) -> Cache:
    import diskcache  # late: only runs with a server keep answers

    for left in range(_TRIES, 0, -1):
        try:
            return diskcache.Cache(
                str(folder),
                disk=_text_disk(),
                eviction_policy="none",
                size_limit=_NO_LIMIT,
                cull_limit=0,
                disk_min_file_size=_NO_LIMIT,
            )
        except sqlite3.OperationalError as error:
            if left == 1 or "locked" not in str(error):
                raise
            time.sleep(_PAUSE)
    raise AssertionError("unreachable: the last try returns or raises")


def _text_disk() -> type[Any]:
    import diskcache
    from diskcache.core import MODE_RAW

    class _TextDisk(diskcache.Disk):  # type: ignore[misc]  # diskcache has no types
        """Text in, text out, all inside the database; the library's other four ways are refused."""

        def put(self, key: Any) -> tuple[str, bool]:
            if type(key) is not str:
                raise _NotTextError("keys are text")
            return key, True

        def get(self, key: Any, raw: bool) -> str:
            if not raw or type(key) is not str:
                raise _NotTextError("keys are text")
            return key

        def store(self, value: Any, read: bool, key: Any = None) -> tuple[int, int, None, str]:  # noqa: ARG002  # its API
            if read or type(value) is not str:
                raise _NotTextError("values are text")
            return 0, MODE_RAW, None, value

        def fetch(self, mode: int, filename: str | None, value: Any, read: bool) -> str:
            if mode != MODE_RAW or filename is not None or read or type(value) is not str:
                raise _NotTextError("values are text")
            return value

        def remove(self, file_path: str) -> None:
            """Remove nothing: no row of ours has a file, and a planted name could point anywhere."""

    return _TextDisk
