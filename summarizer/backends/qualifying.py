"""Whether a small model is worth asking about figures: it is tried once, on a text whose answers are plain.

On each article a model proves itself anew (see proving.py), and pays for its controls each time. Questions about
figures are the dearest, and what a model cannot do for a few plain ones it does for none: so one that is known to be
small answers the domain's trial (trial.toml among its prompts) before the first of them. A field that it gets wrong
there, by the measure that holds on articles, it is not asked about. The answers are kept like all others, so a trial is
paid for once.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarizer.backends.asking import AnswerError, Asker, CutShortError, Question, TooLongError
from summarizer.backends.capacity import Capacity, is_small
from summarizer.backends.planning import FIELDS, meanings
from summarizer.backends.proving import MIN_CONTROLS, proven
from summarizer.backends.questions import NONE, Answers, Item, answer_model, answer_tokens, decoded
from summarizer.errors import SchemaError
from summarizer.prompting import Prompts
from summarizer.schema import Schema

TRIAL = "trial"
"""The kind of question."""
_FILE = "trial.toml"
ALL = frozenset(FIELDS)
_ASKED_LIKE = "numbers"


class _Figure(BaseModel):
    """A number of the text as it stands there, and the right answers about it."""

    model_config = ConfigDict(extra="forbid")

    words: str
    measure: str
    holder: str
    said_by: str
    place: str


class _Choices(BaseModel):
    """What may be answered about each figure, beside "none"."""

    model_config = ConfigDict(extra="forbid")

    measure: tuple[str, ...]
    holder: tuple[str, ...]
    said_by: tuple[str, ...]
    place: tuple[str, ...]


class _Written(BaseModel):
    """A trial as it is written: its text in lines, what may be answered, and the figures by their tags."""

    model_config = ConfigDict(extra="forbid")

    title: str
    lines: tuple[str, ...]
    choices: _Choices
    figures: Annotated[dict[str, _Figure], Field(min_length=MIN_CONTROLS)]  # fewer could never be passed


@dataclass(frozen=True, slots=True)
class Trial:
    """A made-up text in numbered lines, each asked number followed by its tag, and the numbers with their answers."""

    title: str
    lines: tuple[str, ...]
    items: tuple[Item, ...]

    def question(self, refused: Mapping[str, str], *, prompts: Prompts, schema: Schema) -> Question:
        """Return the trial in the words in which the figures of articles are asked about."""
        return Question(
            kind=TRIAL,
            system=prompts.render("system"),
            prefix=prompts.render("article", title=self.title, published="", lines=self.lines),
            ask=prompts.render(
                _ASKED_LIKE,
                items=self.items,
                fields={f: self._meant(f, meanings(schema).get(f, {})) for f in FIELDS},
                refused=refused,
                nothing=NONE,
                lines=[],
            ),
            answer=answer_model(_ASKED_LIKE, self.items),
            max_tokens=answer_tokens(self.items),
            version=f"{prompts.version} {schema.digest}",
        )

    def _meant(self, name: str, means: Mapping[str, str]) -> dict[str, str]:
        return {word: means[word] for word in self.items[0].choices[name] if word in means}


class Qualification:
    """Tells about which fields of a figure a model is asked; `fields` may be called by many at once."""

    def __init__(
        self, trial: Trial, *, schema: Schema, prompts: Prompts, asker: Asker, reasks: int, dry: bool = False
    ) -> None:
        """Ask nothing yet. Where `dry`, a trial that nobody has answered yet counts as passed."""
        self._trial = trial
        self._schema = schema
        self._prompts = prompts
        self._asker = asker
        self._reasks = reasks
        self._dry = dry
        self._trying = asyncio.Lock()
        self._found: frozenset[str] | None = None

    async def fields(self, told: Capacity) -> frozenset[str]:
        """Return the fields that a model is asked about, which are all where it is not known to be small.

        Raises:
            DraftError: the server does not answer.
            BackendError: the server is not there, refuses the key or lacks the model.
        """
        if not is_small(told):
            return ALL
        async with self._trying:
            if self._found is None:
                self._found = await self._passed()
        return self._found

    async def _passed(self) -> frozenset[str]:
        trial = self._trial
        refused: dict[str, str] = {}
        for _ in range(1 + self._reasks):
            try:
                answer = await self._asker.ask(trial.question(refused, prompts=self._prompts, schema=self._schema))
            except TooLongError:
                return ALL  # it does not fit; whether the model could do it stays open
            except CutShortError:
                break
            except AnswerError as error:
                refused = {"your answer": str(error)}
                continue
            answers = decoded(trial.items, json.loads(answer.text))
            if self._dry and _says_nothing(answers):
                return ALL
            return proven(trial.items, answers)
        return ALL if self._dry else frozenset()


def qualification(
    schema: Schema, prompts: Prompts, *, asker: Asker, reasks: int, dry: bool = False
) -> Qualification | None:
    """Return what tries models of a domain, None where it has no trial; `dry` is as in `Qualification`.

    Raises:
        SchemaError: the trial is broken.
    """
    trial = load_trial(prompts)
    if trial is None:
        return None
    return Qualification(trial, schema=schema, prompts=prompts, asker=asker, reasks=reasks, dry=dry)


def load_trial(prompts: Prompts) -> Trial | None:
    """Return a domain's trial, None where it has none.

    Raises:
        SchemaError: the trial is broken.
    """
    data = prompts.data(_FILE)
    if data is None:
        return None
    try:
        written = _Written.model_validate(data)
        items = tuple(_item(tag, figure, written) for tag, figure in written.figures.items())
    except ValidationError as error:
        first = error.errors()[0]
        raise SchemaError(f"{prompts.path(_FILE)}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    except ValueError as error:
        raise SchemaError(f"{prompts.path(_FILE)}: {error}") from error
    return Trial(written.title, tuple(f"S{n}: {line}" for n, line in enumerate(written.lines, start=1)), items)


def _item(tag: str, figure: _Figure, written: _Written) -> Item:
    """Return a figure with its right answers.

    Raises:
        ValueError: it stands in no line, or what is said to be right is no choice.
    """
    at = next((n for n, line in enumerate(written.lines) if f"[{tag}]" in line), None)
    if at is None:
        raise ValueError(f"no line holds [{tag}]")
    choices = {f: {word: word for word in getattr(written.choices, f)} for f in FIELDS}
    known = {f: str(getattr(figure, f)) for f in FIELDS}
    for name, answer in known.items():
        if answer not in (*choices[name], NONE):
            raise ValueError(f"{tag}: {name} {answer!r} is none of its choices")
    return Item(tag, f"{figure.words} (S{at + 1})", choices, known, at=at)


def _says_nothing(answers: Answers) -> bool:
    return all(word == NONE for fields in answers.values() for word in fields.values())
