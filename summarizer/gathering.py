"""Reads all inputs of a run: which articles there are, each with an id of its own, and what could not be read."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from summarizer.intake import read_articles
from summarizer.models import Article, Failure
from summarizer.settings import Settings

Input = str | Path | Article


async def read_aside(inputs: Iterable[Input], settings: Settings) -> tuple[list[Article], list[Failure]]:
    """Read in a thread, so that the event loop goes on and an interrupt need not wait for a slow server.

    All articles are read before the first is drafted, because how many there are is said before anything leaves the
    machine. The report holds their texts anyway.
    """
    loop = asyncio.get_running_loop()
    outcome: asyncio.Future[list[Article | Failure]] = loop.create_future()
    stopped = threading.Event()

    def finish(found: list[Article | Failure], error: BaseException | None) -> None:
        if outcome.cancelled():
            return
        if error:
            outcome.set_exception(error)
        else:
            outcome.set_result(found)

    def work() -> None:
        found: list[Article | Failure] = []
        failed: BaseException | None = None
        try:
            for item in _reading(inputs, settings):
                found.append(item)
                if stopped.is_set():
                    return
        except BaseException as error:  # noqa: BLE001  whatever it is belongs to the caller
            failed = error
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(finish, found, failed)

    # A daemon: one that still waits for a server must not keep an interrupted process alive.
    threading.Thread(target=work, name="summarize reading", daemon=True).start()
    try:
        return _sorted_out(await outcome)
    finally:
        stopped.set()


def _reading(inputs: Iterable[Input], settings: Settings) -> Iterator[Article | Failure]:
    return read_articles(inputs, columns=settings.columns, allow_private=settings.allow_private)


def read_now(inputs: Iterable[Input], settings: Settings) -> tuple[list[Article], list[Failure]]:
    """Read all inputs; return the articles, each with an id of its own, and what could not be read."""
    return _sorted_out(_reading(inputs, settings))


def _sorted_out(found: Iterable[Article | Failure]) -> tuple[list[Article], list[Failure]]:
    items = list(_told_apart(found))
    return [i for i in items if isinstance(i, Article)], [i for i in items if isinstance(i, Failure)]


def _told_apart(found: Iterable[Article | Failure]) -> Iterator[Article | Failure]:
    """Give articles that share an id, as equal texts do, ids of their own: spans must stay unambiguous."""
    seen: set[str] = set()
    times: dict[str, int] = {}
    for item in found:
        if isinstance(item, Article) and item.id in seen:
            new = item.id
            while new in seen:
                times[item.id] = times.get(item.id, 1) + 1
                new = f"{item.id}-{times[item.id]}"
            seen.add(new)
            yield item.model_copy(update={"id": new})
            continue
        if isinstance(item, Article):
            seen.add(item.id)
        yield item
