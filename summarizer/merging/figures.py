"""From the estimates of single articles to merged ones: repeats folded, names and origins put in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from summarizer.merging.names import Directory
from summarizer.merging.origins import Origin, Origins
from summarizer.merging.status import Figure, comparable_times, days, interval, same_number
from summarizer.models import Article, ArticleBrief, Estimate, Evidence, MergedEstimate
from summarizer.schema import EstimateRules, Measure

TELLING = 100
"""Numbers from here on (or any with a unit) that are equal look alike; smaller ones are equal by chance."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """A schema's measures by name, and the nouns that each count a thing of their own ("boats", not "people")."""

    measures: dict[str, Measure]
    things: frozenset[str]

    def is_event(self, measure: str) -> bool:
        """Whether a measure counts what happened, not what there is."""
        found = self.measures.get(measure)
        return bool(found and (found.done_to or found.happens or found.event_nouns or found.states))


def nouns_of(rules: EstimateRules) -> Nouns:
    """Return the measures and things of a section."""
    people = {n for c in rules.nouns if c.group or c.hostile for n in c.nouns}
    states = {w for m in rules.measures for w in (*m.states, *m.event_nouns)}
    things = {n.lower() for c in rules.nouns for n in c.nouns} - {w.lower() for w in people | states}
    return Nouns({m.name: m for m in rules.measures}, frozenset(things))


@dataclass(frozen=True, slots=True)
class Entry:
    """A merged estimate with where it comes from. `whole` is the id of the merged estimate it is a part of."""

    estimate: MergedEstimate
    origin: Origin
    voice: str
    root: str
    """Id of the article, or of the one that it is a copy of."""
    rank: int
    """Place of its first article in the stable order."""

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
        )


def merged_id(article: str, own: str) -> str:
    """Return the id of an estimate among those of all articles."""
    return own if own.startswith(article) else f"{article}:{own}"


def entries(briefs: Sequence[ArticleBrief], section: str, directory: Directory, origins: Origins) -> list[Entry]:
    """Return the readable estimates of a section over all articles, each figure of one origin once."""
    found: list[Entry] = []
    renamed: dict[str, str] = {}
    for rank, brief in enumerate(briefs):
        listed = brief.sections.get(section)
        estimates = listed.items if listed is not None and listed.kind == "estimates" else ()
        own = [_entry(e, brief.article, rank, directory, origins) for e in estimates if e.qualifier != "unreadable"]
        found += _fold(own, renamed, _absorbs, once=False)
    merged: list[Entry] = []
    for block in _blocks(found).values():
        merged += _fold(block, renamed, _repeats, once=True)
    return [_with_whole(e, renamed) for e in sorted(merged, key=in_time)]


def _entry(estimate: Estimate, article: Article, rank: int, directory: Directory, origins: Origins) -> Entry:
    origin = origins.of(estimate, article)
    said_by = directory.actor(estimate.said_by, article.id) if estimate.said_by else None
    merged = MergedEstimate(
        **{
            **dict(estimate),
            "id": merged_id(article.id, estimate.id),
            "part_of": merged_id(article.id, estimate.part_of) if estimate.part_of else None,
            "holder": directory.actor(estimate.holder, article.id) if estimate.holder else None,
            "place": directory.place(estimate.place, article.id) if estimate.place else None,
            "said_by": said_by,
            "via": tuple(directory.actor(v, article.id) for v in estimate.via),
            "origin": origin.name,
            "articles": (article.id,),
        }
    )
    root = article.copy_of or article.id
    return Entry(merged, origin, said_by or f"own voice of {root}", root, rank)


def in_time(entry: Entry) -> tuple[bool, tuple[int, int], int, int, str]:
    """Return the key that sorts dated entries by time and undated ones after them, by article and position."""
    span = days(entry.estimate.as_of)
    at = entry.estimate.evidence[0].start if entry.estimate.evidence else 0
    return span is None, span or (0, 0), entry.rank, at, entry.estimate.id


# ------------------------------------------------------------------------------------------------------ what repeats


def _fold(
    given: Iterable[Entry], renamed: dict[str, str], repeats: Callable[[Entry, Entry], bool], *, once: bool
) -> list[Entry]:
    """Return the entries with each repeat folded into the one it repeats; `renamed` notes the ids that went.

    `once` says that no article repeats itself: each gives a figure once.
    """
    groups: list[list[Entry]] = []
    seen: list[set[str]] = []
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
    return [_together(g) for g in groups]


def _fullest_first(entry: Entry) -> tuple[object, ...]:
    """Return the key by which who names a source, a holder and a place comes first, so that bare repeats find it."""
    e = entry.estimate
    return (e.said_by is None, e.holder is None, e.place is None, *in_time(entry))


def _absorbs(kept: Entry, entry: Entry) -> bool:
    """Whether, within one article, a figure repeats another: in the same voice, or in none."""
    a, b = kept.estimate, entry.estimate
    if a.measure != b.measure or (a.part_of is None) != (b.part_of is None) or a.unit != b.unit:
        return False
    if b.said_by is None and (a.said_by is not None or max(b.low or 0, b.high or 0) >= TELLING):
        fits = b.holder in (a.holder, None) and b.place in (a.place, None)
        timed = a.as_of is None or b.as_of is None or comparable_times(a, b)
        repeats = same_number(a, b) and interval(a).meets(interval(b)) and "denied" not in (a.assertion, b.assertion)
        if fits and timed and repeats and a.part_of == b.part_of:
            return True
    same = (a.holder, a.place, a.low, a.high, a.qualifier, a.said_by, a.as_of, a.counted, a.part_of)
    return same == (b.holder, b.place, b.low, b.high, b.qualifier, b.said_by, b.as_of, b.counted, b.part_of)


def _blocks(given: Iterable[Entry]) -> dict[tuple[object, ...], list[Entry]]:
    """Return the entries by what a repeat in another article has in common with its first."""
    blocks: dict[tuple[object, ...], list[Entry]] = {}
    for entry in given:
        e = entry.estimate
        # Two articles' "activists" need not be the same ones.
        whose = None if entry.origin.known else entry.voice if e.said_by is None else entry.root
        said = (e.low, e.high, e.qualifier, e.unit, e.assertion == "denied")
        part = (e.part_of is None, e.counted if e.part_of else "")
        blocks.setdefault((e.measure, e.holder, e.place, e.origin, *said, whose, *part), []).append(entry)
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
            "as_of": dated.as_of,
            "as_of_basis": dated.as_of_basis,
        }
    )
    return replace(first, estimate=merged, rank=min(e.rank for e in group))


def _unique(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple({(e.article, e.start, e.end): e for e in evidence}.values())


def _with_whole(entry: Entry, renamed: dict[str, str]) -> Entry:
    whole = entry.estimate.part_of
    while whole in renamed:
        whole = renamed[whole]
    if whole == entry.estimate.part_of:
        return entry
    return replace(entry, estimate=entry.estimate.model_copy(update={"part_of": whole}))
