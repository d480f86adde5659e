"""The order of the stages: intake, marking, drafting, grounding, merging or explaining. Nothing else knows it."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from summarizer.backends import Backend, build
from summarizer.errors import BackendError, SummarizerError, our_fault
from summarizer.grounding import ground
from summarizer.intake import find_copies, read_articles
from summarizer.marking import mark
from summarizer.models import Article, ArticleBrief, Failure, MergedBrief, Report, Run
from summarizer.schema import Schema, load_schema
from summarizer.settings import Settings
from summarizer.version import VERSION

if TYPE_CHECKING:
    from summarizer.explanation import ArticleExplanation, Explanation

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
    articles, failures = await _read_aside(inputs, settings)
    backend = await build(settings, schema)
    try:
        progress.started(backend, len(articles))
        drafted = await _brief_all(articles, backend, schema, jobs=settings.jobs, progress=progress)
        briefs = _with_origins([b for b in drafted if isinstance(b, ArticleBrief)])
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


async def _read_aside(inputs: Iterable[Input], settings: Settings) -> tuple[list[Article], list[Failure]]:
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


def _with_origins(briefs: list[ArticleBrief]) -> list[ArticleBrief]:
    """Note on each article that is a copy whose; only what was briefed can be an origin. What a caller said stands."""
    origins = find_copies([b.article for b in briefs])
    return [
        b.model_copy(update={"article": b.article.model_copy(update={"copy_of": origins[b.article.id]})})
        if b.article.id in origins and not b.article.copy_of
        else b
        for b in briefs
    ]


async def _brief_all(
    articles: list[Article], backend: Backend, schema: Schema, *, jobs: int, progress: Progress
) -> list[ArticleBrief | Failure]:
    """Brief the articles, at most `jobs` at a time; the answers come back in the articles' order."""
    gate = asyncio.Semaphore(jobs)

    async def one(article: Article) -> ArticleBrief | Failure:
        async with gate:
            done = await _brief_one(article, backend, schema)
            progress.advanced(_name(article))
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
    except Exception as error:  # noqa: BLE001  a fault of ours in one article must not lose the others
        return _failure(article, stage, error)


def _name(article: Article) -> str:
    return article.path or article.url or article.id


def _failure(article: Article, stage: str, error: Exception) -> Failure:
    reason = str(error)
    if not isinstance(error, SummarizerError):
        reason = our_fault(error, "article")
    return Failure(path=_name(article), stage=stage, reason=reason)


async def _merge(briefs: list[ArticleBrief], backend: Backend, schema: Schema) -> MergedBrief:
    from summarizer.merging import merge  # imported late: a run without a merged brief never needs it

    merged = merge(briefs, schema)
    narrative = await backend.narrate(merged) if briefs else None
    return merged.model_copy(update={"summary": narrative.lines}) if narrative and narrative.lines else merged


def explain(inputs: Iterable[Input], settings: Settings) -> Explanation:
    """Explain what the rules read in all inputs, whatever backend is set; articles that fail are in `failures`.

    Raises:
        UsageError: the schema is missing or broken.
    """
    from summarizer.explanation import Explanation  # imported late, like all of explaining: a brief never needs it

    schema = load_schema(settings.schema)
    articles, failures = _sorted_out(_reading(inputs, settings))
    explained = [_explain_one(article, schema) for article in articles]
    return Explanation(
        schema_name=schema.name,
        titles={s.name: s.title for s in schema.sections},
        kinds=dict(schema.entity_rules.kinds),
        articles=tuple(e for e in explained if not isinstance(e, Failure)),
        failures=(*failures, *(e for e in explained if isinstance(e, Failure))),
    )


def _explain_one(article: Article, schema: Schema) -> ArticleExplanation | Failure:
    from summarizer.backends.offline import draft_by_rules
    from summarizer.backends.offline.accounting import account_for
    from summarizer.explaining import explain_article
    from summarizer.marking.reasons import explain_marks

    stage = "marking"
    try:
        marked = mark(article, schema)
        read = explain_marks(marked, schema)
        stage = "drafting"
        draft = draft_by_rules(marked, schema)
        decided = account_for(draft, marked, schema)
        stage = "grounding"
        brief = ground(marked, draft, schema)
        stage = "explaining"
        return explain_article(marked, draft, brief, schema, read=read, decided=decided)
    except Exception as error:  # noqa: BLE001  as for a brief
        return _failure(article, stage, error)


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
