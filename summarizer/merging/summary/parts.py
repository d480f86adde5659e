"""Pieces of sentences with what bears them, and how they are put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.merging.standing import Standing
from summarizer.models import Evidence, SummaryLine
from summarizer.support import unsupported


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence with what bears it."""

    text: str
    evidence: tuple[Evidence, ...]


def borne(text: str, parts: Iterable[Part]) -> Iterator[SummaryLine]:
    """Yield a sentence made of parts if all its numbers and names stand in what bears them."""
    evidence = unique(e for p in parts for e in p.evidence)
    if evidence and unsupported(text, [e.quote for e in evidence]) is None:
        yield SummaryLine(text=text, evidence=evidence)


def told_by(speaker: str | None, evidence: Sequence[Evidence], article: str, standing: Standing) -> Part:
    """Return who says it as a sentence may name them, with what shows the name; "one article" without a speaker."""
    if speaker is None:
        return Part("one article", ())
    form, more = standing.shown(speaker, evidence, article) or (speaker, ())
    return Part(inner(form), more)


def inner(speaker: str) -> str:
    """Return a speaker as in the middle of a sentence: "Local residents" begin one only where they did."""
    first, _, rest = speaker.partition(" ")
    return lowered(speaker) if rest and rest.islower() and not first.isupper() else speaker


def lowered(text: str) -> str:
    """Return a text with a small first letter, but for abbreviations."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or not text[1:2].isalpha() else text


def listed(items: Iterable[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    *most, last = [*items] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def unique(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return each piece of evidence once."""
    return tuple({(e.article, e.start, e.end): e for e in evidence}.values())
