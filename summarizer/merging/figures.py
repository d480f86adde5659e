"""From the estimates of single articles to merged ones: repeats folded, names and origins put in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from summarizer.merging.context import Context
from summarizer.merging.digest import Digest, Order
from summarizer.merging.intervals import comparable_times, days, interval, same_number
from summarizer.merging.memo import Memo
from summarizer.merging.origins import Origin
from summarizer.merging.status import Figure
from summarizer.models import Estimate, Evidence, MergedEstimate
from summarizer.schema import EstimateRules, Measure

TELLING = 100
"""Numbers from here on (or any with a unit) that are equal look alike; smaller ones are equal by chance."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """A schema's measures by name, and the nouns that each count a thing of their own ("boats", not "people")."""

    measures: dict[str, Measure]
    things: frozenset[str]
    clash_within: int

    def is_event(self, measure: str) -> bool:
        """Whether a measure counts what happened, not what there is."""
        found = self.measures.get(measure)
        return bool(found and (found.done_to or found.happens or found.event_nouns or found.states))


def nouns_of(rules: EstimateRules) -> Nouns:
    """Return the measures and things of a section."""
    people = {n for c in rules.nouns if c.group or c.hostile for n in c.nouns}
    states = {w for m in rules.measures for w in (*m.states, *m.event_nouns)}
    things = {n.lower() for c in rules.nouns for n in c.nouns} - {w.lower() for w in people | states}
    return Nouns({m.name: m for m in rules.measures}, frozenset(things), rules.clash_within)


LineKey = tuple[str, str | None, str | None, str | None]
"""Measure, holder, place and, where nobody and no place is named, the article."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A merged estimate with where it comes from."""

    estimate: MergedEstimate
    origin: Origin
    voice: str
    root: str
    """Id of the article, or of the one that it is a copy of."""
    time: Time
    """Sorts entries: dated ones by time, undated ones after them, by article and position."""
    block: tuple[object, ...]
    """What a repeat in another article has in common with it."""
    line: LineKey
    """The line it would stand on by itself."""

    def figure(self, nouns: Nouns) -> Figure:
        """Return what comparing it needs."""
        estimate = self.estimate
        head = estimate.counted.lower().split()[-1:]
        return Figure(
            estimate,
            voice=self.voice,
            known=self.origin.known,
            things=bool(head) and head[0] in nouns.things,
            event=nouns.is_event(estimate.measure),
            clash_within=nouns.clash_within,
        )


Time = tuple[bool, tuple[int, int], Order, int, str]


def in_time(entry: Entry) -> Time:
    """Return the key that sorts dated entries by time and undated ones after them."""
    return entry.time


def merged_id(article: str, own: str) -> str:
    """Return the id of an estimate among those of all articles."""
    return own if own.startswith(article) else f"{article}:{own}"


def entries(context: Context, section: str) -> list[Entry]:
    """Return the readable estimates of a section over all articles, each figure of one origin once."""
    found: list[Entry] = []
    renamed: dict[str, str] = {}
    for digest in context.digests:
        # The same objects as long as nothing that the article names is joined anew.
        own = context.of(digest, section, partial(_own_entries, digest, section, context))
        found += own.entries
        renamed.update(own.renamed)
    merged: list[Entry] = []
    for block in _blocks(found).values():
        if len(block) == 1:
            merged += block
        else:
            key = ("block", *map(id, block))
            folded = context.memo.get(key, partial(_fold, block, _repeats, once=True), block)
            merged += folded.entries
            renamed.update(folded.renamed)
    if renamed:
        merged = [_with_whole(e, renamed, context.memo) if e.estimate.part_of in renamed else e for e in merged]
    merged.sort(key=in_time)
    return merged


def _own_entries(digest: Digest, section: str, context: Context) -> _Folded:
    """Return the entries of one article."""
    readable = (e for e in digest.estimates(section) if e.qualifier != "unreadable")
    return _fold((_entry(e, digest, context) for e in readable), _absorbs, once=False)


def _entry(estimate: Estimate, digest: Digest, context: Context) -> Entry:
    directory = context.directory
    article = digest.article.id
    origin = context.origins.of(estimate.said_by, estimate.assertion, digest)
    said_by = directory.actor(estimate.said_by, digest) if estimate.said_by else None
    # Copied from values that were checked when they were made, so they are not checked again.
    merged = MergedEstimate.model_construct(
        **{
            **dict(estimate),
            "id": merged_id(article, estimate.id),
            "part_of": merged_id(article, estimate.part_of) if estimate.part_of else None,
            "holder": directory.actor(estimate.holder, digest) if estimate.holder else None,
            "place": directory.place(estimate.place, digest) if estimate.place else None,
            "said_by": said_by,
            "via": tuple([directory.actor(v, digest) for v in estimate.via]),
            "origin": origin.name,
            "articles": (article,),
        }
    )
    return _made(merged, origin, said_by or f"own voice of {digest.root}", digest.root, digest.order)


def _made(estimate: MergedEstimate, origin: Origin, voice: str, root: str, order: Order) -> Entry:
    e = estimate
    # Two articles' "activists" need not be the same ones.
    whose = None if origin.known else voice if e.said_by is None else root
    said = (e.low, e.high, e.qualifier, e.unit, e.assertion == "denied")
    part = (e.part_of is None, e.counted if e.part_of else "")
    block = (e.measure, e.holder, e.place, origin, *said, whose, *part)
    # What happened to nobody named at no place named is one thing within its article only.
    nowhere = root if e.holder is None and e.place is None else None
    return Entry(estimate, origin, voice, root, _time(e, order), block, (e.measure, e.holder, e.place, nowhere))


def _time(estimate: MergedEstimate, order: Order) -> Time:
    span = days(estimate.as_of)
    at = estimate.evidence[0].start if estimate.evidence else 0
    return span is None, span or (0, 0), order, at, estimate.id


# ------------------------------------------------------------------------------------------------------ what repeats


class _Folded(NamedTuple):
    """Entries without repeats, and for each that went the id of the one it repeats."""

    entries: list[Entry]
    renamed: dict[str, str]


def _fold(given: Iterable[Entry], repeats: Callable[[Entry, Entry], bool], *, once: bool) -> _Folded:
    """Return the entries with each repeat folded into the one it repeats.

    `once` says that no article repeats itself: each gives a figure once.
    """
    groups: list[list[Entry]] = []
    seen: list[set[str]] = []
    renamed: dict[str, str] = {}
    for entry in sorted(given, key=_fullest_first):
        articles = entry.estimate.articles
        fitting = (i for i, g in enumerate(groups) if not (once and articles[0] in seen[i]) and repeats(g[0], entry))
        at = next(fitting, None)
        if at is None:
            groups.append([entry])
            seen.append(set(articles))
        else:
            renamed[entry.estimate.id] = groups[at][0].estimate.id
            groups[at].append(entry)
            seen[at].update(articles)
    return _Folded([_together(g) for g in groups], renamed)


def _fullest_first(entry: Entry) -> tuple[object, ...]:
    """Return the key by which who names a source, a holder and a place comes first, so that bare repeats find it."""
    e = entry.estimate
    return (e.said_by is None, e.holder is None, e.place is None, *entry.time)


def _absorbs(kept: Entry, entry: Entry) -> bool:
    """Whether, within one article, a figure repeats another: in the same voice, or in none."""
    a, b = kept.estimate, entry.estimate
    if a.measure != b.measure or (a.part_of is None) != (b.part_of is None) or a.unit != b.unit:
        return False
    if b.said_by is None and (a.said_by is not None or max(b.low or 0, b.high or 0) >= TELLING):
        placed = b.place in (a.place, None) or (a.place is None and _opens(entry))
        fits = b.holder in (a.holder, None) and placed
        timed = a.as_of is None or b.as_of is None or comparable_times(a, b)
        repeats = same_number(a, b) and interval(a).meets(interval(b)) and "denied" not in (a.assertion, b.assertion)
        if fits and timed and repeats and a.part_of == b.part_of:
            return True
    same = (a.holder, a.place, a.low, a.high, a.qualifier, a.said_by, a.as_of, a.counted, a.part_of)
    return same == (b.holder, b.place, b.low, b.high, b.qualifier, b.said_by, b.as_of, b.counted, b.part_of)


def _opens(entry: Entry) -> bool:
    """Whether a figure stands in the line that an article opens with, which says in short what is told below."""
    return bool(entry.estimate.evidence) and entry.estimate.evidence[0].start == 0


def _blocks(given: Iterable[Entry]) -> dict[tuple[object, ...], list[Entry]]:
    blocks: dict[tuple[object, ...], list[Entry]] = {}
    for entry in given:
        blocks.setdefault(entry.block, []).append(entry)
    return blocks


def _repeats(kept: Entry, entry: Entry) -> bool:
    """Whether a figure of a block repeats another one of another article."""
    a, b = kept.estimate, entry.estimate
    if kept.root == entry.root:
        return True
    if a.as_of and b.as_of:
        return comparable_times(a, b)
    # Without time, place and holder nothing says that it is the same figure.
    return not (a.holder is None and a.place is None)


def _together(group: list[Entry]) -> Entry:
    if len(group) == 1:
        return group[0]
    first = group[0]
    each = [e.estimate for e in group]
    dated = next((e for e in each if e.as_of), each[0])
    merged = first.estimate.model_copy(
        update={
            "evidence": _unique(v for e in each for v in e.evidence),
            "articles": tuple(dict.fromkeys(a for e in each for a in e.articles)),
            "notes": tuple(dict.fromkeys(n for e in each for n in e.notes)),
            "via": next((e.via for e in each if e.via), ()),
            "place": next((e.place for e in each if e.place), None),
            "as_of": dated.as_of,
            "as_of_basis": dated.as_of_basis,
        }
    )
    order = min(e.time[2] for e in group)
    return _made(merged, first.origin, first.voice, first.root, order)


def _unique(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple({(e.article, e.start, e.end): e for e in evidence}.values())


def _with_whole(entry: Entry, renamed: Mapping[str, str], memo: Memo) -> Entry:
    """Return a part with the id that its whole goes by now."""
    whole = entry.estimate.part_of or ""
    while whole in renamed:
        whole = renamed[whole]

    def made() -> Entry:
        return replace(entry, estimate=entry.estimate.model_copy(update={"part_of": whole}))

    return memo.get(("whole", id(entry), whole), made, entry)
