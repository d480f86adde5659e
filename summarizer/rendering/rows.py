"""Estimates as rows of a table: grouped by measure, parts under their whole, remarks on how they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from summarizer.models import Estimate, Evidence, MergedEstimate, StrengthLine
from summarizer.rendering.phrases import NOT_GIVEN, NOT_SAID, STATUS_WORDS, assertion_word, speaker, title_of
from summarizer.rendering.sources import Index
from summarizer.rendering.view import FigureGroup, Item, Row
from summarizer.wording import UNREADABLE, VAGUE_WORDS, counted_noun, figure, printed_number, when

# What a figure is called that is a part of the one above it.
PART = "of them"
# A longer noun phrase is a clause that the marker cut badly, and does not help in a table.
LONGEST_COUNTED = 40

Spans = frozenset[tuple[str, int, int]]
"""Where evidence stands: article, start, end."""


class _Entry(NamedTuple):
    """An estimate and, in a merged brief, the line it stands on."""

    estimate: Estimate
    line: StrengthLine | None = None

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that carry the figure."""
        carried = self.estimate.articles if isinstance(self.estimate, MergedEstimate) else ()
        return tuple(dict.fromkeys([*(e.article for e in self.estimate.evidence), *carried]))


def merged_groups(lines: Sequence[StrengthLine], index: Index, told: Sequence[Spans]) -> tuple[FigureGroup, ...]:
    """Return the figures of all articles by measure, in the order the measures first come.

    `told` holds the spans of each difference that the brief tells elsewhere; how a line stands is not repeated here
    where one of them is made of its figures.
    """
    everything = [_Entry(e, line) for line in lines for e in line.estimates]
    groups = []
    for measure in dict.fromkeys(line.measure for line in lines):
        of_measure = [line for line in lines if line.measure == measure]
        entries = [x for x in everything if x.estimate.measure == measure]
        remarks = [*_standings(of_measure, told), *_notes(entries, index)]
        groups.append(FigureGroup(title_of(measure), _rows(entries, everything, index), tuple(remarks)))
    return tuple(groups)


def article_groups(estimates: Sequence[Estimate], index: Index) -> tuple[FigureGroup, ...]:
    """Return the figures of one article by measure."""
    everything = [_Entry(e) for e in estimates]
    groups = []
    for measure in dict.fromkeys(e.measure for e in estimates):
        entries = [x for x in everything if x.estimate.measure == measure]
        groups.append(FigureGroup(title_of(measure), _rows(entries, everything, index), tuple(_notes(entries, index))))
    return tuple(groups)


def figure_words(estimate: Estimate) -> str:
    """Return a figure with what it counts: "up to 2,000 people", "dozens of houses", "20,00 people (unreadable)"."""
    quote = " ".join(e.quote for e in estimate.evidence)
    said = figure(estimate.low, estimate.high, estimate.qualifier, estimate.unit, quote)
    # Whose they are stands in the column beside it.
    noun = counted_noun(estimate.counted, estimate.qualifier).removeprefix(f"{estimate.holder} ")
    if not noun or len(noun) > LONGEST_COUNTED or estimate.unit:
        return said
    if UNREADABLE in said:
        printed = printed_number(quote)
        return f"{printed} {noun} ({UNREADABLE})" if printed else f"{noun}, {UNREADABLE}"
    vague = estimate.qualifier == "vague" and (estimate.low, estimate.high) in VAGUE_WORDS
    return f"{said} of {noun}" if vague else f"{said} {noun}"


def row_words(row: Row, title: str) -> str:
    """Return a figure on one line: "Red Cross: up to 2,000 tents · Hill 4 · May 1943 · The Herald".

    What is not known is left out, and a holder who is called what the group's `title` says already.
    """
    parts = [row.figure, "" if row.where == NOT_GIVEN else row.where, row.as_of, row.says]
    words = " · ".join(p for p in parts if p)
    return words if row.who in (NOT_SAID, title, title.lower()) else f"{row.who}: {words}"


def told_once(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows as a table shows them: what a part has in common with its whole, right above it, is left blank."""
    above: list[Row] = []
    for row in rows:
        del above[row.depth :]
        whole = above[-1] if above else None
        above.append(row)
        if whole is None:
            yield row
            continue
        yield row._replace(
            where="" if row.where == whole.where else row.where,
            as_of="" if row.as_of == whole.as_of else row.as_of,
            says="" if row.says == whole.says else row.says,
        )


def _rows(entries: Sequence[_Entry], everything: Sequence[_Entry], index: Index) -> tuple[Row, ...]:
    """Return the rows of one measure, each part right under its whole."""
    wholes = _wholes(entries)
    parts: dict[int, list[int]] = {}
    for part, whole in wholes.items():
        parts.setdefault(whole, []).append(part)
    found: list[Row] = []
    waiting = [(i, 0) for i in reversed(range(len(entries))) if i not in wholes]
    while waiting:
        i, depth = waiting.pop()
        above = entries[wholes[i]] if i in wholes else None
        found.append(_row(entries[i], above, depth, everything, index))
        waiting += [(part, depth + 1) for part in reversed(parts.get(i, []))]
    return tuple(found)


def _wholes(entries: Sequence[_Entry]) -> dict[int, int]:
    """Return for each part among `entries` where its whole stands; a ring of parts is cut, so that no row is lost."""
    places = {(a, x.estimate.id): i for i, x in enumerate(entries) for a in x.articles}
    wholes: dict[int, int] = {}
    for i, x in enumerate(entries):
        above = next((places[a, p] for a in x.articles if (p := x.estimate.part_of) and (a, p) in places), None)
        climbed = above
        while climbed is not None and climbed != i:
            climbed = wholes.get(climbed)
        if above is not None and climbed is None:
            wholes[i] = above
    return wholes


def _row(entry: _Entry, whole: _Entry | None, depth: int, everything: Sequence[_Entry], index: Index) -> Row:
    e = entry.estimate
    who = e.holder or NOT_SAID
    if whole is not None:
        who = PART if e.holder in (None, whole.estimate.holder) else f"{PART} {e.holder}"
    words = figure_words(e) + ("" if whole else _of_whole(entry, everything))
    doubt = assertion_word(e.assertion, has_speaker=bool(e.said_by))
    # How a line stands is about its wholes; a part on the same line has no standing of its own.
    standing = entry.line.status if entry.line and not (whole and whole.line is entry.line) else None
    return Row(
        depth=depth,
        who=who,
        figure=f"{words} ({doubt})" if doubt else words,
        where=e.place or NOT_GIVEN,
        as_of=when(e.as_of) + (" (published)" if e.as_of and e.as_of_basis == "publication" else ""),
        says=_says(entry, index),
        status=standing,
        marks=index.marks(e.evidence, entry.articles),
        estimate=e,
        claimant=_claimant(entry, index),
    )


def _of_whole(entry: _Entry, everything: Sequence[_Entry]) -> str:
    """Return ", of 229 people" for a part whose whole is counted by another measure and stands in another table."""
    whole_id = entry.estimate.part_of
    found = (x for x in everything if whole_id and x.estimate.id == whole_id and {*x.articles} & {*entry.articles})
    whole = next(found, None)
    return f", of {figure_words(whole.estimate)}" if whole and whole.estimate.measure != entry.estimate.measure else ""


def _says(entry: _Entry, index: Index) -> str:
    e = entry.estimate
    origin = e.origin if isinstance(e, MergedEstimate) and e.said_by else None
    if e.said_by:
        return speaker(e.said_by, via=e.via, origin=origin) or NOT_SAID
    # Inside one article it goes without saying that the article speaks.
    own = index.own_voice(entry.articles) if entry.line else ""
    return ", ".join([*([own] if own else []), *(f"via {v}" for v in e.via)])


def _claimant(entry: _Entry, index: Index) -> str:
    """Return who stands behind a figure: its origin; an article without a named outlet by its number."""
    e = entry.estimate
    origin = (e.origin if isinstance(e, MergedEstimate) else None) or e.said_by
    if origin is None:
        return index.own_voice(entry.articles)
    number = index.number(origin)
    return origin if number is None else f"article [{number}]"


def spans(evidence: Iterable[Evidence]) -> Spans:
    """Return where evidence stands, as keys."""
    return frozenset((e.article, e.start, e.end) for e in evidence)


def _standings(lines: Iterable[StrengthLine], told: Sequence[Spans]) -> Iterable[Item]:
    """Yield how the figures of each line stand to each other and to the others; of a single origin there is nothing."""
    for line in lines:
        figures = [spans(e.evidence) for e in line.estimates if not e.part_of]
        known = any(all(f & difference for f in figures) for difference in told)
        text = " ".join(line.text.split())
        if line.status != "single" and text and not known:
            whose = ", ".join(x for x in (line.holder, line.place) if x and x not in text)
            yield Item(f"{whose}: {text}" if whose else text, lead=title_of(STATUS_WORDS[line.status]))


def _notes(entries: Sequence[_Entry], index: Index) -> Iterable[Item]:
    """Yield the notes on figures, each note once with the figures it is about."""
    about: dict[str, list[_Entry]] = {}
    for entry in entries:
        for note in entry.estimate.notes:
            about.setdefault(" ".join(note.split()), []).append(entry)
    for note, noted in about.items():
        figures = "; ".join(dict.fromkeys(figure_words(x.estimate) for x in noted))
        evidence = [e for x in noted for e in x.estimate.evidence]
        yield Item(f"{figures}: {note}", lead="Note", marks=index.marks(evidence))
