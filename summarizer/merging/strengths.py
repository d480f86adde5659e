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
    lines = _Lines(groups)
    _join_lookalikes(lines)
    _join_equal_extents(lines, {p.name: p for listed in names.places.values() for p in listed})
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


class _Lines:
    """Entries by line, changed in place; which articles a line has is worked out once and kept up with what moves."""

    def __init__(self, entries: dict[LineKey, list[Entry]]) -> None:
        self.entries = entries
        self._articles: dict[LineKey, set[str]] = {}

    def share_article(self, entry: Entry, line: LineKey) -> bool:
        """Whether an article that tells an entry tells one of a line too."""
        if line not in self._articles:
            self._articles[line] = _articles(self.entries[line])
        return not self._articles[line].isdisjoint(entry.estimate.articles)

    def move(self, entry: Entry, source: LineKey, target: LineKey) -> None:
        """Move an entry with its parts to another line."""
        moved: list[Entry] = []
        stay: list[Entry] = []
        for each in self.entries[source]:
            belongs = entry.estimate.id in (each.estimate.id, each.estimate.part_of)
            (moved if belongs else stay).append(each)
        self.entries[source] = stay
        self.entries[target] += moved
        self._articles.pop(source, None)
        if target in self._articles:
            self._articles[target] |= _articles(moved)


def _articles(entries: Iterable[Entry]) -> set[str]:
    return {article for e in entries for article in e.estimate.articles}


def _join_lookalikes(lines: _Lines) -> None:
    """Put a figure without a place on the line of the one other figure that looks the same."""
    placed: dict[tuple[object, ...], set[LineKey]] = {}
    for key, found in lines.entries.items():
        if key[2] is None or key[1] is None:
            continue
        for entry in found:
            if entry.estimate.place is not None and _telling(entry):
                placed.setdefault(_look(entry), set()).add(key)
    for key in [k for k in lines.entries if k[2] is None and k[1] is not None]:
        for entry in [e for e in lines.entries[key] if _telling(e)]:
            targets = placed.get(_look(entry), set()) - {key}
            if len(targets) == 1 and not lines.share_article(entry, target := next(iter(targets))):
                lines.move(entry, key, target)


def _join_equal_extents(lines: _Lines, places: Mapping[str, MergedPlace]) -> None:
    """Put equal extents (figures with a unit) of one holder in one country on one line, under the place told least.

    "4,000 km² in the country" and "4,000 km² in its desert" look alike, and the line says that their places differ.
    """
    alike: dict[tuple[object, ...], list[tuple[LineKey, Entry]]] = {}
    for key, found in lines.entries.items():
        where = places.get(key[2] or "") if key[1] else None
        if where is None or where.country is None:
            continue
        for entry in found:
            if entry.estimate.unit and _telling(entry):
                alike.setdefault((*_look(entry), where.country), []).append((key, entry))
    for listed in alike.values():
        target = min((key for key, _ in listed), key=lambda k: (len(places[k[2] or ""].articles), k[2] or ""))
        for key, entry in listed:
            if key != target and not lines.share_article(entry, target):
                lines.move(entry, key, target)


def _telling(entry: Entry) -> bool:
    e = entry.estimate
    if e.part_of is not None or e.qualifier == "vague":
        return False
    return e.unit is not None or max(e.low or 0, e.high or 0) >= TELLING


def _look(entry: Entry) -> tuple[object, ...]:
    e = entry.estimate
    return (e.measure, e.holder, e.unit, e.low, e.high)


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
