"""The order of the stages: intake, marking, drafting, grounding, merging or explaining. Nothing else knows it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple

from summarizer.accounts import name_of, told, usage_of
from summarizer.backends import Backend, ModelChangedError, OfflineBackend, build, within
from summarizer.errors import BackendError, DraftError, SummarizerError, our_fault
from summarizer.gathering import Input, read_aside, read_now
from summarizer.grounding import ground
from summarizer.intake import find_copies
from summarizer.marking import mark
from summarizer.models import (
    Article,
    ArticleBrief,
    Failure,
    Forecast,
    LeftOut,
    MergedBrief,
    Note,
    Report,
    Run,
)
from summarizer.schema import Schema, load_schema
from summarizer.settings import Settings
from summarizer.turns import Turns
from summarizer.version import VERSION
from summarizer.watching import Progress, Silent, ToldOfFilters

if TYPE_CHECKING:
    from summarizer.explanation import ArticleExplanation, Explanation
    from summarizer.selecting import Selection

# Articles that are marked while as many as may be drafted wait for answers: there is a next question to send at once.
_AHEAD = 4


async def run(inputs: Iterable[Input], settings: Settings, *, brief: bool, progress: Progress | None = None) -> Report:
    """Brief all inputs and return the report; articles that fail are in `failures`.

    Args:
        inputs: paths as str or Path, or texts as `Article`.
        settings: see `Settings`.
        brief: whether to merge the briefs into one.
        progress: who is told how far the run is.

    Raises:
        UsageError: the schema, the names file, the filters, the prices or the budget are missing or broken.
        BackendError: no article can be drafted.
    """
    started = _now()
    progress = progress or Silent()
    given = await _given(inputs, settings, progress)
    # Where the filters leave nothing, no server is asked which models it has.
    if given.nothing_left:
        outcome = await _drafted(given, OfflineBackend(given.schema), settings, brief=brief, progress=progress)
    else:
        outcome = await _with_backend(given, settings, brief=brief, progress=progress)
    return Report(
        schema_name=given.schema.name,
        sections=given.schema.kinds,
        run=_run(outcome.backend, started, given),
        articles=tuple(outcome.briefs),
        brief=outcome.merged,
        failures=(*given.failures, *outcome.failures),
    )


async def forecast(inputs: Iterable[Input], settings: Settings, *, brief: bool) -> Forecast:
    """Return what a run would ask and cost. Nothing is sent, and no key is needed.

    All is done as in a run, but for the server: what the cache does not hold is counted and answered with nothing.

    Args:
        inputs: as for `run`.
        settings: as for `run`.
        brief: as for `run`.

    Raises:
        UsageError: as for `run`.
    """
    given = await _given(inputs, settings, Silent())
    backend = await build(settings, given.schema, summary_of=len(given.articles) if brief else 0, dry=True)
    outcome = await _drafted(given, backend, settings, brief=brief, progress=Silent())
    usage = outcome.backend.usage
    return Forecast(
        backend=backend.name,
        model=backend.model,
        host=getattr(backend, "endpoint_host", None),
        articles=len(given.articles),
        failures=(*given.failures, *outcome.failures),
        **told(usage),
        budget=str(settings.budget) if settings.budget else None,
        fits=within(settings.budget, usage) if settings.budget else None,
        usage=usage_of(given.articles, usage),
    )


class _Given(NamedTuple):
    """What a run is about."""

    schema: Schema
    articles: list[Article]
    failures: list[Failure]
    wanted: Selection | None
    left_out: list[LeftOut]

    @property
    def nothing_left(self) -> bool:
        """Whether the filters left nothing."""
        return bool(self.left_out) and not self.articles


class _Outcome(NamedTuple):
    """What a run came to."""

    backend: Backend
    briefs: list[ArticleBrief]
    failures: list[Failure]
    merged: MergedBrief | None


async def _given(inputs: Iterable[Input], settings: Settings, progress: Progress) -> _Given:
    schema = _schema(settings)
    wanted = _wanted(settings)
    articles, failures = await read_aside(inputs, settings)
    articles, left_out = _selected(articles, wanted, schema, progress)
    return _Given(schema, articles, failures, wanted, left_out)


async def _with_backend(given: _Given, settings: Settings, *, brief: bool, progress: Progress) -> _Outcome:
    """Draft with the backend that the settings ask for.

    A server whose model is not named may have another one than last time. That shows only when something has to be
    sent, and then all begins anew, since kept answers of two models are not to be mixed.
    """
    summary_of = len(given.articles) if brief else 0
    try:
        backend = await build(settings, given.schema, summary_of=summary_of)
        return await _drafted(given, backend, settings, brief=brief, progress=progress)
    except ModelChangedError as changed:
        settings = replace(settings, model=changed.model)
        backend = await build(settings, given.schema, summary_of=summary_of)
        return await _drafted(given, backend, settings, brief=brief, progress=progress)


async def _drafted(given: _Given, backend: Backend, settings: Settings, *, brief: bool, progress: Progress) -> _Outcome:
    try:
        if not given.nothing_left:
            progress.started(backend, len(given.articles))
        drafted = await _brief_all(given.articles, backend, given.schema, jobs=settings.jobs, progress=progress)
        briefs = _with_origins([b for b in drafted if isinstance(b, ArticleBrief)])
        failures = [f for f in drafted if isinstance(f, Failure)]
        merged = await _merge(briefs, backend, given.schema) if brief else None
    finally:
        await backend.close()
    return _Outcome(backend, briefs, failures, merged)


def _schema(settings: Settings) -> Schema:
    """Return the domain, with the user's say on names where there is one."""
    schema = load_schema(settings.schema)
    if settings.names is None:
        return schema
    from summarizer.names_file import with_names  # imported late: most runs have none

    return with_names(schema, settings.names)


def _wanted(settings: Settings) -> Selection | None:
    """Return which articles the settings ask for, None where they want all."""
    if not (settings.since or settings.until or settings.outlet or settings.not_outlet):
        return None
    from summarizer.selecting import selection  # imported late: most runs filter nothing

    return selection(settings, date.today())


def _selected(
    articles: list[Article], wanted: Selection | None, schema: Schema, progress: Progress
) -> tuple[list[Article], list[LeftOut]]:
    """Return the articles that the filters keep, and those that they do not, and say so."""
    if wanted is None:
        return articles, []
    from summarizer.selecting import select  # imported late, as above

    kept, left_out = select(articles, wanted, schema.names)
    if left_out and isinstance(progress, ToldOfFilters):
        progress.left_out(left_out, len(articles))
    return kept, left_out


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
    """Brief the articles, drafting at most `jobs` at a time; the briefs come back in the articles' order."""
    ahead = asyncio.Semaphore(jobs + _AHEAD)
    gate = asyncio.Semaphore(jobs)
    turns = Turns()

    async def one(article: Article) -> ArticleBrief | Failure:
        async with ahead:
            done = await _brief_one(article, backend, schema, gate=gate, turns=turns)
            progress.advanced(name_of(article))
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


async def _brief_one(
    article: Article, backend: Backend, schema: Schema, *, gate: asyncio.Semaphore, turns: Turns
) -> ArticleBrief | Failure:
    stage = "marking"
    size = len(article.text)
    try:
        marked = await turns.do(lambda: mark(article, schema), size=size)
        async with gate:
            stage = "drafting"
            draft = await backend.draft(marked)
        stage = "grounding"
        return await turns.do(lambda: ground(marked, draft, schema), size=size)
    except (BackendError, sqlite3.Error):
        raise
    except Exception as error:  # noqa: BLE001  a fault of ours in one article must not lose the others
        return _failure(article, stage, error)


def _failure(article: Article, stage: str, error: Exception) -> Failure:
    reason = str(error)
    if not isinstance(error, SummarizerError):
        reason = our_fault(error, "article")
    return Failure(path=name_of(article), stage=stage, reason=reason)


async def _merge(briefs: list[ArticleBrief], backend: Backend, schema: Schema) -> MergedBrief:
    from summarizer.merging import merge  # imported late: a run without a merged brief never needs it

    merged = merge(briefs, schema)
    try:
        narrative = await backend.narrate(merged) if briefs else None
    except DraftError as error:
        # The brief stands without it; what the server said is for the reader to know.
        text = f"The model wrote no summary ({error}); the one above was put together by rules."
        return merged.model_copy(update={"notes": (*merged.notes, Note(kind="fallback", text=text))})
    return merged.model_copy(update={"summary": narrative.lines}) if narrative and narrative.lines else merged


def explain(inputs: Iterable[Input], settings: Settings) -> Explanation:
    """Explain what the rules read in all inputs, whatever backend is set; articles that fail are in `failures`.

    Raises:
        UsageError: the schema is missing or broken.
    """
    from summarizer.explanation import Explanation  # imported late, like all of explaining: a brief never needs it

    schema = _schema(settings)
    articles, failures = read_now(inputs, settings)
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


def _run(backend: Backend, started: str, given: _Given) -> Run:
    return Run(
        backend=backend.name,
        model=backend.model,
        version=VERSION,
        started=started,
        finished=_now(),
        **told(backend.usage),
        usage=usage_of(given.articles, backend.usage),
        names=given.schema.user_names.source or None,
        filters=given.wanted.filters if given.wanted else None,
        left_out=tuple(given.left_out),
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
