"""The order of the stages: intake, marking, drafting, grounding, merging. Nothing else knows it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from summarizer.backends import Backend, build
from summarizer.errors import BackendError, SummarizerError
from summarizer.grounding import ground
from summarizer.intake import read_articles
from summarizer.marking import mark
from summarizer.models import Article, ArticleBrief, Failure, MergedBrief, Report, Run
from summarizer.schema import Schema, load_schema
from summarizer.settings import Settings
from summarizer.version import VERSION

Input = str | Path | Article


class Progress(Protocol):
    """What a caller may be told while a run goes on. Both are called from the run's own event loop."""

    def started(self, backend: Backend, articles: int) -> None:
        """Say that `articles` articles are about to be drafted by `backend`."""
        ...

    def advanced(self, path: str) -> None:
        """Say that one article is done, well or not."""
        ...


class Silent:
    """Progress that nobody watches."""

    def started(self, backend: Backend, articles: int) -> None:
        """Say nothing."""

    def advanced(self, path: str) -> None:
        """Say nothing."""


async def run(inputs: Iterable[Input], settings: Settings, *, brief: bool, progress: Progress | None = None) -> Report:
    """Brief all inputs and return the report; articles that fail are in `failures`.

    Args:
        inputs: paths as str or Path, or texts as `Article`.
        settings: see `Settings`.
        brief: whether to merge the briefs into one.
        progress: who is told how far the run is.

    Raises:
        UsageError: the schema is missing or broken.
        BackendError: no article can be drafted.
    """
    started = _now()
    progress = progress or Silent()
    schema = load_schema(settings.schema)
    articles, failures = _read(inputs)
    backend = await build(settings, schema)
    try:
        progress.started(backend, len(articles))
        drafted = await _brief_all(articles, backend, schema, jobs=settings.jobs, progress=progress)
        briefs = [b for b in drafted if isinstance(b, ArticleBrief)]
        failures += [f for f in drafted if isinstance(f, Failure)]
        merged = await _merge(briefs, backend, schema) if brief else None
    finally:
        await backend.close()
    return Report(
        schema_name=schema.name,
        sections=schema.kinds,
        run=_run(backend, started),
        articles=tuple(briefs),
        brief=merged,
        failures=tuple(failures),
    )


def _read(inputs: Iterable[Input]) -> tuple[list[Article], list[Failure]]:
    articles: list[Article] = []
    failures: list[Failure] = []
    for found in _told_apart(read_articles(inputs)):
        if isinstance(found, Failure):
            failures.append(found)
        else:
            articles.append(found)
    return articles, failures


def _told_apart(found: Iterable[Article | Failure]) -> Iterator[Article | Failure]:
    """Give equal texts ids of their own: the second is a copy of the first, and spans must stay unambiguous."""
    seen: dict[str, int] = {}
    for item in found:
        if isinstance(item, Failure):
            yield item
            continue
        times = seen[item.id] = seen.get(item.id, 0) + 1
        yield item if times == 1 else item.model_copy(update={"id": f"{item.id}-{times}", "copy_of": item.id})


async def _brief_all(
    articles: list[Article], backend: Backend, schema: Schema, *, jobs: int, progress: Progress
) -> list[ArticleBrief | Failure]:
    """Brief the articles, at most `jobs` at a time; the answers come back in the articles' order."""
    gate = asyncio.Semaphore(jobs)

    async def one(article: Article) -> ArticleBrief | Failure:
        async with gate:
            done = await _brief_one(article, backend, schema)
            progress.advanced(article.path or article.id)
            return done

    tasks = [asyncio.create_task(one(article)) for article in articles]
    try:
        return list(await asyncio.gather(*tasks))
    except BaseException:
        # One article met an error that ends the run: the others are not to go on asking.
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise


async def _brief_one(article: Article, backend: Backend, schema: Schema) -> ArticleBrief | Failure:
    stage = "marking"
    try:
        marked = mark(article, schema)
        stage = "drafting"
        draft = await backend.draft(marked)
        stage = "grounding"
        return ground(marked, draft, schema)
    except (BackendError, sqlite3.Error):
        raise
    except SummarizerError as error:
        return Failure(path=article.path or article.id, stage=stage, reason=str(error))
    except Exception as error:  # noqa: BLE001  a fault of ours in one article must not lose the others
        reason = f"{type(error).__name__}: {error}; this is a fault of summarize, please report it with the article"
        return Failure(path=article.path or article.id, stage=stage, reason=reason)


async def _merge(briefs: list[ArticleBrief], backend: Backend, schema: Schema) -> MergedBrief:
    from summarizer.merging import merge  # imported late: a run without a merged brief never needs it

    merged = merge(briefs, schema)
    narrative = await backend.narrate(merged) if briefs else None
    return merged.model_copy(update={"summary": narrative.lines}) if narrative and narrative.lines else merged


def _run(backend: Backend, started: str) -> Run:
    usage = backend.usage
    return Run(
        backend=backend.name,
        model=backend.model,
        version=VERSION,
        started=started,
        finished=_now(),
        calls=usage.calls,
        cache_hits=usage.cache_hits,
        tokens_in=usage.tokens_in,
        tokens_out=usage.tokens_out,
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
