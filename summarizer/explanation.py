"""What `explain` shows: an article as the rules read it, and for each decision the rule that made it. Values only.

Every `start` and `end` is an offset in code points into `article.text`, half open. A `tag` is the one that marking
gives and that a model is asked by: `S` sentences, `N` numbers, `A` actors, `P` places, `D` dates, `W` who speaks.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import ConfigDict, Field

from summarizer.models import Article, AsOfBasis, Assertion, Estimate, Failure, Note, Qualifier, Value
from summarizer.report_files import write_report

EXPLANATION_VERSION: Literal[1] = 1

LineKind = Literal["sentence", "heading", "furniture", "passed_over"]
"""What a stretch of the text is; "passed_over" is in no sentence and yet no furniture, such as a masthead."""

MarkKind = Literal["figure", "actor", "place", "time", "speaker"]
"""What a mark in the text is."""


class Reason(Value):
    """A rule that decided something: its name with the words it went by, and in a sentence what it means.

    A rule that is not `sure` of itself is one that a model may be asked about.
    """

    rule: str
    means: str
    sure: bool = True


class Decision(Value):
    """A field of an estimate or claim: its value in words (null: none), the tag it points at, and why."""

    field: str
    value: str | None
    tag: str | None = None
    reason: Reason


class Line(Value):
    """A stretch of the text in its order; only sentences and headings have a tag.

    `what` is the kind of furniture. `voices` are the tags of who says some of it.
    """

    tag: str | None
    kind: LineKind
    start: int
    end: int
    what: str | None = None
    voices: tuple[str, ...] = ()


class Mark(Value):
    """A mention in the text. Marks may lie inside each other.

    `label` tells a figure's measure, or "number" or what else it is where it is no estimate, and an actor's kind.
    """

    tag: str
    kind: MarkKind
    label: str
    start: int
    end: int
    reported: bool = True
    """False for a figure that is no estimate."""


class EstimateRead(Value):
    """A figure as an estimate of one section. `refused` says why a check left it out after all."""

    section: str
    estimate: Estimate | None
    decisions: tuple[Decision, ...]
    refused: str | None = None


class FigureRead(Value):
    """A number with all that was made of it: `estimates`, else the rules of `left_out`.

    `line` is the tag of its sentence, null outside of all; the other fields are those of marking's `Quantity`.
    """

    tag: str
    start: int
    end: int
    quote: str
    kind: str
    low: float | None
    high: float | None
    qualifier: Qualifier
    unit: str | None
    counted: str
    line: str | None
    estimates: tuple[EstimateRead, ...] = ()
    left_out: tuple[Reason, ...] = ()


class NameRead(Value):
    """An actor or a place, how often it is mentioned, and why it was read as what it is."""

    tag: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    mentions: int
    country: str | None = None
    reasons: tuple[Reason, ...] = ()


class UnreadName(Value):
    """What is written like a name and no rule could read; `lines` are the sentences that it stands in."""

    tag: str
    name: str
    lines: tuple[str, ...]


class TimeRead(Value):
    """A date or period in the text and what it was worked out to be."""

    tag: str
    start: int
    end: int
    quote: str
    value: str
    basis: AsOfBasis
    reason: Reason


class VoiceRead(Value):
    """A stretch that somebody says; `actor` is the tag of a named speaker, `lines` the first and last sentence."""

    tag: str
    speaker: str
    speaker_start: int
    speaker_end: int
    start: int
    end: int
    actor: str | None
    via: tuple[str, ...]
    assertion: Assertion
    lines: tuple[str, ...]


class ScorePart(Value):
    """What counts for a sentence, or with a negative weight against it."""

    reason: Reason
    weight: float


class Statement(Value):
    """A sentence with a cue of a section: the parts add up to its score. `left_out` is null where it is a claim."""

    section: str
    line: str
    label: str | None
    score: float
    enough: float
    parts: tuple[ScorePart, ...]
    decisions: tuple[Decision, ...] = ()
    left_out: Reason | None = None


class Pick(Value):
    """A sentence of an article's own summary and why it is in it."""

    line: str
    reason: Reason


class ArticleExplanation(Value):
    """One article as the rules read it."""

    article: Article
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    figures: tuple[FigureRead, ...]
    actors: tuple[NameRead, ...]
    places: tuple[NameRead, ...]
    unread: tuple[UnreadName, ...] = ()
    times: tuple[TimeRead, ...]
    voices: tuple[VoiceRead, ...]
    statements: tuple[Statement, ...]
    summary: tuple[Pick, ...]
    notes: tuple[Note, ...] = ()


class Explanation(Value):
    """Articles as the rules read them, and those that could not be read. `kinds` are the domain's kinds of actor."""

    version: Literal[1] = EXPLANATION_VERSION
    schema_name: str = Field(alias="schema")
    titles: dict[str, str]
    """The sections' titles by their names."""
    kinds: dict[str, str]
    articles: tuple[ArticleExplanation, ...] = ()
    failures: tuple[Failure, ...] = ()

    model_config = ConfigDict(
        frozen=True, extra="ignore", populate_by_name=True, serialize_by_alias=True, defer_build=True
    )

    def save(self, path: str | Path) -> None:
        """Write the explanation as JSON, the bytes of `explain --format json`.

        Raises:
            UsageError: the file cannot be written; the message says why.
        """
        write_report(self, path)


# ---------------------------------------------------------------------------------- what the stages hand to each other


class Scoring(NamedTuple):
    """How a sentence came to its score as a claim, by the rules; `left_out` is None where it was taken."""

    line: str
    label: str | None
    score: float
    parts: tuple[ScorePart, ...]
    left_out: Reason | None


class DraftReasons(NamedTuple):
    """The rules behind a draft.

    `estimates` and `claims` give, by section and by the tag of number or sentence, the reason of each field; `left_out`
    why a number is no estimate of any section; `scorings` all sentences with a cue by section; `summary` its sentences.
    """

    estimates: Mapping[str, Mapping[str, Mapping[str, Reason]]]
    left_out: Mapping[str, tuple[Reason, ...]]
    claims: Mapping[str, Mapping[str, Mapping[str, Reason]]]
    scorings: Mapping[str, tuple[Scoring, ...]]
    summary: tuple[Pick, ...]


MarkReasons = Mapping[str, tuple[Reason, ...]]
"""Why marking read what it read, by tag: bounds of a number, kind of an actor, place or date."""
