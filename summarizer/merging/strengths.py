"""The lines of a merged section of estimates: one for each holder, measure and place, with all claimants."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from summarizer.merging.context import Context
from summarizer.merging.figures import TELLING, Entry, LineKey, Nouns, in_time, nouns_of
from summarizer.merging.names import JoinedNames
from summarizer.merging.phrases import Outlets, line_text
from summarizer.merging.status import Verdict, judge
from summarizer.models import MergedPlace, StrengthLine
from summarizer.schema import EstimateRules


@dataclass(frozen=True, slots=True)
class Judged:
    """A line and the verdict that it rests on."""

    line: StrengthLine
    verdict: Verdict


def judged_lines(
    context: Context, found: Iterable[Entry], rules: EstimateRules, names: JoinedNames
) -> tuple[Judged, ...]:
    """Return the lines of a section, by measure in the schema's order, prominence of the holder, and place."""
    nouns = nouns_of(rules)
    groups = _grouped(found)
    _join_lookalikes(groups)
    _join_equal_extents(groups, {p.name: p for listed in names.places.values() for p in listed})
    judged = [
        context.memo.get(("line", *map(id, f)), partial(_judged, key, f, nouns, context.outlets), f)
        for key, f in groups.items()
        if f
    ]
    measures = {name: i for i, name in enumerate(nouns.measures)}
    holders = {e.name: i for listed in names.actors.values() for i, e in enumerate(listed)}
    return tuple(sorted(judged, key=lambda j: _order(j.line, measures, holders)))


def _order(line: StrengthLine, measures: Mapping[str, int], holders: Mapping[str, int]) -> tuple[object, ...]:
    holder = line.holder or ""
    return (
        measures.get(line.measure, len(measures)),
        holders.get(holder, len(holders)),
        (line.holder is None, holder),
        (line.place is None, line.place or ""),
        line.estimates[0].id,
    )


def _grouped(found: Iterable[Entry]) -> dict[LineKey, list[Entry]]:
    """Return the entries by line. A part goes on its whole's line where both have one holder."""
    by_id = {e.estimate.id: e for e in found}
    parts = [e for e in by_id.values() if e.estimate.part_of in by_id]
    apart = {id(e) for e in parts}
    groups: dict[LineKey, list[Entry]] = {}
    for entry in by_id.values():
        if id(entry) not in apart:
            groups.setdefault(entry.line, []).append(entry)
    taken = frozenset(groups)
    for entry in parts:
        groups.setdefault(_key(entry, by_id, taken), []).append(entry)
    return groups


def _key(entry: Entry, by_id: Mapping[str, Entry], taken: Collection[LineKey]) -> LineKey:
    seen: set[str] = set()
    while (whole := by_id.get(entry.estimate.part_of or "")) and whole.estimate.id not in seen:
        seen.add(entry.estimate.id)
        e, w = entry.estimate, whole.estimate
        # Where others speak of just what this is a part for, it belongs beside them.
        elsewhere = e.place not in (None, w.place) and entry.line in taken
        if e.measure != w.measure or e.holder not in (None, w.holder) or elsewhere:
            break
        entry = whole
    return entry.line


def _join_lookalikes(groups: dict[LineKey, list[Entry]]) -> None:
    """Put a figure without a place on the line of the one other figure that looks the same."""
    placed: dict[tuple[object, ...], set[LineKey]] = {}
    for key, found in groups.items():
        if key[2] is None or key[1] is None:
            continue
        for entry in found:
            if entry.estimate.place is not None and _telling(entry):
                placed.setdefault(_look(entry), set()).add(key)
    told_by: dict[LineKey, set[str]] = {}
    for key in [k for k in groups if k[2] is None and k[1] is not None]:
        for entry in [e for e in groups[key] if _telling(e)]:
            targets = placed.get(_look(entry), set()) - {key}
            if len(targets) == 1 and not _shares_article(entry, target := next(iter(targets)), groups, told_by):
                _move(groups, entry, key, target, told_by)


def _join_equal_extents(groups: dict[LineKey, list[Entry]], places: Mapping[str, MergedPlace]) -> None:
    """Put equal extents (figures with a unit) of one holder in one country on one line, under the place told least.

    "4,000 km² in the country" and "4,000 km² in its desert" look alike, and the line says that their places differ.
    """
    alike: dict[tuple[object, ...], list[tuple[LineKey, Entry]]] = {}
    for key, found in groups.items():
        where = places.get(key[2] or "") if key[1] else None
        if where is None or where.country is None:
            continue
        for entry in found:
            if entry.estimate.unit and _telling(entry):
                alike.setdefault((*_look(entry), where.country), []).append((key, entry))
    told_by: dict[LineKey, set[str]] = {}
    for listed in alike.values():
        target = min((key for key, _ in listed), key=lambda k: (len(places[k[2] or ""].articles), k[2] or ""))
        for key, entry in listed:
            if key != target and not _shares_article(entry, target, groups, told_by):
                _move(groups, entry, key, target, told_by)


def _move(
    groups: dict[LineKey, list[Entry]], entry: Entry, key: LineKey, target: LineKey, told_by: dict[LineKey, set[str]]
) -> None:
    """Move an entry with its parts to another line."""
    belongs = [entry.estimate.id in (e.estimate.id, e.estimate.part_of) for e in groups[key]]
    moved = [e for e, moves in zip(groups[key], belongs, strict=True) if moves]
    groups[target] += moved
    groups[key] = [e for e, moves in zip(groups[key], belongs, strict=True) if not moves]
    told_by.pop(key, None)
    if target in told_by:
        told_by[target].update(_articles(moved))


def _telling(entry: Entry) -> bool:
    e = entry.estimate
    if e.part_of is not None or e.qualifier == "vague":
        return False
    return e.unit is not None or max(e.low or 0, e.high or 0) >= TELLING


def _look(entry: Entry) -> tuple[object, ...]:
    e = entry.estimate
    return (e.measure, e.holder, e.unit, e.low, e.high)


def _shares_article(
    entry: Entry, target: LineKey, groups: Mapping[LineKey, list[Entry]], told_by: dict[LineKey, set[str]]
) -> bool:
    """Whether an article that tells an entry tells one of a line too; `told_by` keeps the articles of lines."""
    if target not in told_by:
        told_by[target] = _articles(groups[target])
    return not told_by[target].isdisjoint(entry.estimate.articles)


def _articles(entries: Iterable[Entry]) -> set[str]:
    return {article for e in entries for article in e.estimate.articles}


def _judged(key: LineKey, found: list[Entry], nouns: Nouns, outlets: Outlets) -> Judged:
    measure, holder, place, _ = key
    here = {e.estimate.id for e in found}
    wholes = [e for e in sorted(found, key=in_time) if e.estimate.part_of not in here] or found[:1]
    figures = [e.figure(nouns) for e in wholes]
    verdict = judge(figures)
    ordered = _with_parts(wholes, found)
    line = StrengthLine(
        holder=holder,
        measure=measure,
        place=place,
        status=verdict.status,
        low=verdict.low,
        high=verdict.high,
        text=line_text(verdict, [e.estimate for e in ordered], outlets),
        estimates=tuple(e.estimate for e in ordered),
    )
    return Judged(line, verdict)


def _with_parts(wholes: Iterable[Entry], found: Iterable[Entry]) -> list[Entry]:
    """Return each whole with its parts after it, and theirs after them."""
    parts: dict[str | None, list[Entry]] = {}
    for entry in sorted(found, key=in_time):
        parts.setdefault(entry.estimate.part_of, []).append(entry)
    ordered: list[Entry] = []
    stack = list(wholes)[::-1]
    while stack:
        entry = stack.pop()
        ordered.append(entry)
        stack += parts.pop(entry.estimate.id, [])[::-1]
    return ordered
