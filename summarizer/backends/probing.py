"""Finds out what a server can do, by a handful of tiny questions that hold no article.

Which structured-output modes work, whether the schema is enforced, how much the model reads at once, how fast it reads
and writes, and whether the server keeps what it has read of a prompt. What works is remembered as a run would do.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol

from summarizer.backends.asking import Answer, AnswerError, AnswerModel, Asker, Question, TransientError
from summarizer.backends.base import Usage
from summarizer.backends.capacity import Capacity, is_small
from summarizer.backends.habits import MODES, Habits, host, scope
from summarizer.backends.qualifying import qualification
from summarizer.backends.refusals import ModeError
from summarizer.errors import DraftError
from summarizer.prompting import prompts_of
from summarizer.schema import Schema, load_schema
from summarizer.settings import Settings

MODE_NAMES: Mapping[str, str] = dict(zip(MODES, ("json_schema", "tools", "json_object", "text"), strict=True))
"""What people call the modes that instructor has its own names for."""

_SYSTEM = "You answer a small question in a given form."
_LIGHTS = "A traffic light has a red lamp, an amber lamp and a green lamp."
_PLAIN = 'Which lamp means stop? Answer with one of red, amber, green, in this form: {"lamp":"..."}'
# No schema of ours allows this answer, so only a server that enforces schemas can give another one.
_AGAINST = 'Answer with exactly this and nothing else: {"lamp":"violet"}'
_ANSWER_TOKENS = 60
_LINES = 20
_WRITTEN = 64
_NUMBERS = "Write the numbers from one to sixty in words, one after the other, and nothing else."
# A prompt that was kept is read in less than this share of the time that it took at first.
_KEPT_SHARE = 0.5


class Lamp(AnswerModel):
    """What the probe asks for."""

    lamp: Literal["red", "amber", "green"]


@dataclass(frozen=True, slots=True)
class ModeFound:
    """Whether a mode works, and if not, why."""

    mode: str
    works: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Probe:
    """What a server can do. Speeds are tokens a second; None stands for what could not be told.

    `mode` is the one that runs will use, `enforced` whether the server lets no answer break the schema in it. `cached`
    is how many tokens of a repeated prompt the server says it kept; `prompt_cache` whether it seems to keep any.
    `figures` are the fields of figures that a small model will be asked about, None for a model that is not tried.
    """

    server: str
    model: str
    models: tuple[str, ...]
    context: int | None
    context_source: str | None
    parameters: int | None
    modes: tuple[ModeFound, ...]
    mode: str | None
    enforced: bool | None
    refused: tuple[str, ...]
    thinks: bool
    reading: float | None
    writing: float | None
    prompt_cache: bool | None
    cached: int
    figures: frozenset[str] | None = None


class Server(Protocol):
    """Whoever can be probed."""

    @property
    def habits(self) -> Habits:
        """What is known of the server."""
        ...

    async def ask_in(self, mode: str, question: Question) -> Answer:
        """Return an answer in one mode."""
        ...

    async def write(self, words: str, *, most: int) -> Answer:
        """Return what an unstructured answer took."""
        ...

    async def told(self) -> Capacity:
        """Return what the server tells of its model."""
        ...

    def remember(self) -> None:
        """Keep what is known."""
        ...


async def probe(server: Server, *, host: str, model: str, models: tuple[str, ...]) -> Probe:
    """Return what a server can do, and remember what a run needs of it.

    Raises:
        BackendError: the server is not there, refuses the key or lacks the model.
    """
    habits = server.habits
    told = await server.told()
    found = [await _tried(server, mode) for mode in MODES]
    first = next((m for m, f in zip(MODES, found, strict=True) if f.works), None)
    enforced = await _enforces(server, first) if first else None
    habits.mode, habits.context, habits.parameters = first, told.context or 0, told.parameters
    server.remember()
    reading, writing, kept, cached = await _speeds(server) if first else (None, None, None, 0)
    return Probe(
        server=host,
        model=model,
        models=models,
        context=told.context,
        context_source=told.source,
        parameters=told.parameters,
        modes=tuple(found),
        mode=MODE_NAMES[first] if first else None,
        enforced=enforced,
        refused=tuple(habits.refused),
        thinks=bool(habits.headroom),
        reading=reading,
        writing=writing,
        prompt_cache=kept,
        cached=cached,
    )


async def _tried(server: Server, mode: str) -> ModeFound:
    try:
        await server.ask_in(mode, _question(_PLAIN))
    except (AnswerError, DraftError) as error:
        if isinstance(error, TransientError):
            raise
        return ModeFound(MODE_NAMES[mode], works=False, reason=str(error))
    return ModeFound(MODE_NAMES[mode], works=True)


async def _enforces(server: Server, mode: str) -> bool | None:
    try:
        await server.ask_in(mode, _question(_AGAINST))
    except ModeError:
        return False
    except AnswerError:
        return None
    return True


def _question(ask: str) -> Question:
    return Question("probe", _SYSTEM, _LIGHTS, ask, Lamp, _ANSWER_TOKENS, "probe")


async def _speeds(server: Server) -> tuple[float | None, float | None, bool | None, int]:
    """Return tokens a second read and written, and whether a prompt that comes again is read again."""
    # A number that no earlier probe had comes first, so that nothing of the prompt can have been kept.
    number = secrets.randbelow(10**9)
    lines = (f"{number + n}: box {n} stands on shelf {(number + 7 * n) % 97} in room {n % 9}." for n in range(_LINES))
    text = "\n".join((*lines, "How many boxes are there? Answer with a number."))
    try:
        written = await server.write(_NUMBERS, most=_WRITTEN)
        first = await server.write(text, most=1)
        again = await server.write(text, most=1)
    except DraftError:  # a server that answers in a form only
        return None, None, None, 0
    writing = _rate(written.tokens_out, written.seconds)
    reading = _rate(first.tokens_in, first.seconds)
    kept = again.tokens_cached > 0 or again.seconds < _KEPT_SHARE * first.seconds
    return reading, writing, kept if first.seconds > 0 else None, again.tokens_cached


async def probe_server(settings: Settings) -> tuple[Probe, Usage]:
    """Return what the server of the settings can do, and what it cost to find out.

    Raises:
        BackendError: the server is not there, refuses the key or lacks the model, or no model is named and it lists
            none or several.
        UsageError: the schema or the cache folder cannot be used.
    """
    # Late, with all that it brings: only a probe and a run with a server need it.
    from summarizer.backends.caching import Cached, DiskStore
    from summarizer.backends.client import NoListError, listed_models, only_model, server_of
    from summarizer.backends.openai import OpenAIAsker

    schema = load_schema(settings.schema)
    server = server_of(settings)
    try:
        models = await listed_models(**server)
    except NoListError:
        if not settings.model:
            raise
        models = []
    model = settings.model or (models[0] if len(models) == 1 else await only_model(**server))
    usage = Usage()
    store = DiskStore(settings.resolved_cache_dir)
    try:
        asker = OpenAIAsker(model=model, usage=usage, store=store, **server)
        try:
            found = await probe(asker, host=host(settings.base_url), model=model, models=tuple(models))
            if found.mode:
                kept = Cached(asker, store=store, scope=scope(settings.base_url, model), usage=usage)
                found = replace(found, figures=await _tried_on_figures(found, kept, schema, settings))
            return found, usage
        finally:
            await asker.close()
    finally:
        store.close()


async def _tried_on_figures(found: Probe, asker: Asker, schema: Schema, settings: Settings) -> frozenset[str] | None:
    """Return about which fields of figures a small model is worth asking: runs find the answer in the cache."""
    told = Capacity(found.context, found.context_source, found.parameters)
    if not is_small(told):
        return None
    tried = qualification(schema, prompts_of(settings.schema, schema.name), asker=asker, reasks=settings.reasks)
    try:
        return await tried.fields(told) if tried else None
    except DraftError:  # it answered the questions before; what it would do with this one stays open
        return None


def _rate(tokens: int, seconds: float) -> float | None:
    return round(tokens / seconds, 1) if tokens and seconds > 0 else None


def as_json(found: Probe, usage: Usage) -> dict[str, Any]:
    """Return a probe as `--format json` writes it."""
    modes = [{"mode": m.mode, "works": m.works, "reason": m.reason or None} for m in found.modes]
    return {
        "server": found.server,
        "model": found.model,
        "models": list(found.models),
        "context": found.context,
        "context_source": found.context_source,
        "parameters": found.parameters,
        "modes": modes,
        "mode": found.mode,
        "schema_enforced": found.enforced,
        "refused_parameters": list(found.refused),
        "thinks": found.thinks,
        "tokens_per_second": {"reading": found.reading, "writing": found.writing},
        "prompt_cache": found.prompt_cache,
        "figures": None if found.figures is None else sorted(found.figures),
        "calls": usage.calls,
        "tokens_in": usage.tokens_in,
        "tokens_out": usage.tokens_out,
    }
