"""The merged summary in a model's words: what it may draw on, and what of it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, zip_longest
from typing import Any, Literal

from pydantic import Field, create_model

from summarizer.backends.asking import AnswerModel, Question
from summarizer.backends.measuring import tokens
from summarizer.backends.parting import MARGIN
from summarizer.checks import check_summary_line
from summarizer.folding import fold
from summarizer.models import (
    Evidence,
    MergedBrief,
    MergedClaims,
    MergedSection,
    StrengthLine,
    StrengthLines,
    SummaryLine,
)
from summarizer.prompting import Prompts
from summarizer.schema import Schema
from summarizer.support import support

# A summary is short, and what it draws on must fit a small model's context.
MOST_LINES = 6
_MOST_CLAIMS = 12
_MOST_QUOTES = 2
# A sentence with its tags, in any language; a small model that repeats itself does so up to the limit.
_TOKENS_A_LINE = 110
MOST_TOKENS = _TOKENS_A_LINE * MOST_LINES
"""What a summary may take."""
# Tokens of what stands around the claims.
_BESIDE = 400
_LENGTHS = range(20, 401)
# At least this share of a sentence's content words must stand in what it cites: half would let in a sentence that only
# borrows the names, all would leave the model no word of its own.
_MIN_SUPPORT = 0.6


@dataclass(frozen=True, slots=True)
class Source:
    """Something that the summary may say: its tag (`C1`), what it is about, its words, and what bears it.

    The words of a claim are a piece of what bears it; those of a figure are our own.
    """

    tag: str
    about: str
    words: str
    evidence: tuple[Evidence, ...]
    is_claim: bool = False

    @property
    def text(self) -> str:
        """What it says."""
        return f"{self.about}: {self.words}"


def sources(merged: MergedBrief) -> list[Source]:
    """Return what a summary may draw on, tagged: of each section, and of the differences, what matters most.

    The sections take turns, so that a brief of many figures does not leave out what is done and what may come.
    """
    told = [_told(name, section) for name, section in merged.sections.items()]
    # A difference in figures stands among the figures too.
    already = {frozenset(source.evidence) for rows in told for source in rows}
    differing = (
        Source("", "difference", d.text, _first(e for side in d.sides for e in side.evidence))
        for d in merged.differences
    )
    told.append([source for source in differing if frozenset(source.evidence) not in already])
    borne = [[source for source in rows if source.evidence] for rows in told]
    turns = chain.from_iterable(zip_longest(*([(at, n) for n in range(len(rows))] for at, rows in enumerate(borne))))
    chosen = sorted(islice((turn for turn in turns if turn), _MOST_CLAIMS))
    return [replace(borne[at][n], tag=f"C{tag}") for tag, (at, n) in enumerate(chosen, start=1)]


def _told(name: str, section: MergedSection) -> list[Source]:
    """Return what one section says, what matters most first, each with what bears it; nothing of names alone."""
    if isinstance(section, StrengthLines):
        # What is contested first, then what several tell.
        ranked = sorted(section.items, key=lambda line: (line.status != "contested", -len(line.estimates)))
        return [
            Source("", _whose(line), line.text, _first(e for m in line.estimates for e in m.evidence))
            for line in ranked
        ]
    if isinstance(section, MergedClaims):
        return [Source("", name, claim.text, _first(claim.evidence), is_claim=True) for claim in section.items]
    return []


def _whose(line: StrengthLine) -> str:
    """Return in words whose a figure is, and where: "rebels, killed" would be read as what they did."""
    measure = line.measure.replace("_", " ")
    whose = f"{measure} of {line.holder}" if line.holder else measure
    return ", ".join(part for part in (whose, line.place) if part)


def narrative_question(
    found: Sequence[Source],
    refused: Sequence[str],
    *,
    prompts: Prompts,
    schema: Schema,
    most: int = MOST_LINES,
    language: str = "English",
) -> Question:
    """Return the question for the merged summary, of at most `most` sentences; `refused` says what was wrong before."""
    return Question(
        kind="narrative",
        system=prompts.render("system"),
        prefix=prompts.render("claims", claims=[_row(s) for s in found]),
        ask=prompts.render("narrative", most=most, refused=refused, language=language),
        answer=_answer_model(found, most),
        max_tokens=_TOKENS_A_LINE * most,
        version=f"{prompts.version} {schema.digest}",
    )


def fitting(found: Sequence[Source], context: int | None) -> Sequence[Source]:
    """Return as many of the sources, the first first, as fit a context of so many tokens beside the rest."""
    if context is None:
        return found
    left = context - MOST_TOKENS - _BESIDE
    for n, source in enumerate(found):
        row = _row(source)
        left -= round(MARGIN * tokens(" ".join((row["tag"], row["text"], *row["quotes"]))))
        if left < 0:
            return found[:n]
    return found


def checked_lines(answer: Any, found: Sequence[Source]) -> tuple[list[SummaryLine], list[str]]:
    """Return the lines of an answer that stand, and why the others do not."""
    by_tag = {s.tag: s for s in found}
    good: list[SummaryLine] = []
    refused: list[str] = []
    for line in answer.lines:
        text = " ".join(line.text.split())
        cited = [by_tag[tag] for tag in line.claims]
        evidence = tuple(dict.fromkeys(e for source in cited for e in source.evidence))
        # What a claim says has been checked against its quotes, and they may be in another language.
        if reason := _reason(text, [*(e.quote for e in evidence), *(source.text for source in cited)]):
            refused.append(f"{text[:80]!r}: {reason}")
        elif text not in [g.text for g in good]:
            good.append(SummaryLine(text=text, evidence=evidence))
    return good, refused


def _reason(text: str, quotes: Sequence[str]) -> str | None:
    if len(text) not in _LENGTHS:
        return f"a sentence has {_LENGTHS.start} to {_LENGTHS.stop - 1} characters"
    if reason := check_summary_line(text, quotes):
        return reason
    return "it says what its claims do not say" if support(text, quotes) < _MIN_SUPPORT else None


def _row(source: Source) -> dict[str, Any]:
    """Return a source as the prompt shows it: what its words and its quotes both say is paid for once."""
    quotes = list(dict.fromkeys(" ".join(e.quote.split()) for e in source.evidence))
    if source.is_claim and any(f" {fold(source.words)} " in f" {fold(quote)} " for quote in quotes):
        return {"tag": source.tag, "text": source.about, "quotes": quotes}
    return {"tag": source.tag, "text": source.text, "quotes": [q for q in quotes if q not in source.words]}


def _answer_model(found: Sequence[Source], most: int) -> type[AnswerModel]:
    tags: Any = Literal[tuple(s.tag for s in found)]
    cited = (list[tags], Field(min_length=1, max_length=4))
    line = create_model("Line", __base__=AnswerModel, text=(str, ...), claims=cited)
    lines: Any = list[line]
    return create_model("Narrative", __base__=AnswerModel, lines=(lines, Field(max_length=most)))


def _first(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return the first pieces of evidence, one article once before any twice."""
    seen: dict[str, list[Evidence]] = {}
    for e in evidence:
        seen.setdefault(e.article, []).append(e)
    ranked = [row[n] for n in range(_MOST_QUOTES) for row in seen.values() if n < len(row)]
    return tuple(ranked[:_MOST_QUOTES])
