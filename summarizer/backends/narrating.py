"""The merged summary in a model's words: what it may draw on, and what of it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field, create_model

from summarizer.backends.asking import AnswerModel, Question
from summarizer.checks import check_summary_line
from summarizer.models import Evidence, MergedBrief, MergedClaims, StrengthLines, SummaryLine
from summarizer.prompting import Prompts
from summarizer.schema import Schema
from summarizer.support import support

# A summary is short, and what it draws on must fit a small model's context.
MOST_LINES = 6
_MOST_CLAIMS = 40
_MOST_QUOTES = 2
_MAX_TOKENS = 900
_LENGTHS = range(20, 401)
# At least this share of a sentence's content words must stand in what it cites: half would let in a sentence that only
# borrows the names, all would leave the model no word of its own.
_MIN_SUPPORT = 0.6


@dataclass(frozen=True, slots=True)
class Source:
    """Something that the summary may say: its tag (`C1`), its words for the model, and what bears it."""

    tag: str
    text: str
    evidence: tuple[Evidence, ...]


def sources(merged: MergedBrief) -> list[Source]:
    """Return what a merged brief says, tagged: strengths, statements and differences, at most forty."""
    found: list[tuple[str, tuple[Evidence, ...]]] = []
    for name, section in merged.sections.items():
        if isinstance(section, StrengthLines):
            for line in section.items:
                about = ", ".join(part for part in (line.holder, line.measure.replace("_", " "), line.place) if part)
                told = f"{about}: {line.text}"
                found.append((told, _first(e for estimate in line.estimates for e in estimate.evidence)))
        elif isinstance(section, MergedClaims):
            found += [(f"{name}: {c.text}", _first(c.evidence)) for c in section.items]
    for difference in merged.differences:
        found.append((difference.text, _first(e for side in difference.sides for e in side.evidence)))
    borne = [(text, evidence) for text, evidence in found if evidence][:_MOST_CLAIMS]
    return [Source(f"C{n}", text, evidence) for n, (text, evidence) in enumerate(borne, start=1)]


def narrative_question(found: list[Source], refused: list[str], *, prompts: Prompts, schema: Schema) -> Question:
    """Return the question for the merged summary; `refused` says what was wrong with the last one."""
    rows = [{"tag": s.tag, "text": s.text, "quotes": [" ".join(e.quote.split()) for e in s.evidence]} for s in found]
    return Question(
        kind="narrative",
        system=prompts.render("system"),
        prefix=prompts.render("claims", claims=rows),
        ask=prompts.render("narrative", most=MOST_LINES, refused=refused),
        answer=_answer_model(found),
        max_tokens=_MAX_TOKENS,
        version=f"{prompts.version} {schema.digest}",
    )


def checked_lines(answer: Any, found: list[Source]) -> tuple[list[SummaryLine], list[str]]:
    """Return the lines of an answer that stand, and why the others do not."""
    by_tag = {s.tag: s for s in found}
    good: list[SummaryLine] = []
    refused: list[str] = []
    for line in answer.lines:
        text = " ".join(line.text.split())
        evidence = tuple(dict.fromkeys(e for tag in line.claims for e in by_tag[tag].evidence))
        if reason := _reason(text, evidence):
            refused.append(f"{text[:80]!r}: {reason}")
        elif text not in [g.text for g in good]:
            good.append(SummaryLine(text=text, evidence=evidence))
    return good, refused


def _reason(text: str, evidence: tuple[Evidence, ...]) -> str | None:
    quotes = [e.quote for e in evidence]
    if len(text) not in _LENGTHS:
        return f"a sentence has {_LENGTHS.start} to {_LENGTHS.stop - 1} characters"
    if reason := check_summary_line(text, quotes):
        return reason
    return "it says what its claims do not say" if support(text, quotes) < _MIN_SUPPORT else None


def _answer_model(found: list[Source]) -> type[AnswerModel]:
    tags: Any = Literal[tuple(s.tag for s in found)]
    cited = (list[tags], Field(min_length=1, max_length=4))
    line = create_model("Line", __base__=AnswerModel, text=(str, ...), claims=cited)
    lines: Any = list[line]
    return create_model("Narrative", __base__=AnswerModel, lines=(lines, Field(max_length=MOST_LINES)))


def _first(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return the first pieces of evidence, one article once before any twice."""
    seen: dict[str, list[Evidence]] = {}
    for e in evidence:
        seen.setdefault(e.article, []).append(e)
    ranked = [row[n] for n in range(_MOST_QUOTES) for row in seen.values() if n < len(row)]
    return tuple(ranked[:_MOST_QUOTES])
