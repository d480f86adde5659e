"""What a reader sees of a comparison, before any format: in short, then part by part, what matters most first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from summarizer.comparison import ClaimChanges, Comparison, FigureChanges, NameChanges, SectionChanges
from summarizer.rendering.build import DIFFER
from summarizer.rendering.compared.items import (
    changed_claim_item,
    claim_item,
    difference_item,
    figure_item,
    line_item,
    move_item,
    moved_item,
    name_item,
    restated_item,
    several,
)
from summarizer.rendering.compared.short import in_short
from summarizer.rendering.compared.sources import Sources, title
from summarizer.rendering.phrases import title_of
from summarizer.rendering.view import Item
from summarizer.wording import counted, when

# More of one kind than this is a register and no news; the JSON has all.
LISTED = 25
_NEWS_ORDER = {"claimant": 0, "line": 1, "figure": 2, None: 3}


class Part(NamedTuple):
    """Changes of one kind, and how many more there are than are listed."""

    title: str
    items: tuple[Item, ...]
    left_out: int = 0


class ComparedView(NamedTuple):
    """A whole comparison in the order of reading. `short` are leads with what follows them; `sources` are lines."""

    title: str
    facts: str
    short: tuple[tuple[str, str], ...]
    care: tuple[str, ...]
    parts: tuple[Part, ...]
    sources: tuple[str, ...]
    run: str


def build_view(comparison: Comparison) -> ComparedView:
    """Return what a reader sees of a comparison."""
    sources = Sources(comparison)
    differences = several(difference_item(d, sources) for d in comparison.differences)
    parts = [*_listed(DIFFER, differences), *_parts(comparison.changes, sources)]
    for article in comparison.articles:
        ref = article.new or article.old
        lead = f"[{sources.number(article)}] {title(ref)}: " if ref and article.changes else ""
        parts += [p._replace(title=lead + p.title) for p in _parts(article.changes, sources)]
    since = _moment(comparison.old.started)
    empty = comparison.is_empty
    return ComparedView(
        title=f"{'Nothing changed' if empty else 'What is new'} since the run of {since}",
        facts=_counts(comparison.old.articles, comparison.new.articles),
        short=() if empty else tuple(in_short(comparison, sources)),
        care=tuple(_with_care(comparison)),
        parts=tuple(parts),
        sources=() if empty else tuple(sources.lines()),
        run=f"{comparison.new.backend} backend · compared with the run of {since} · version {comparison.new.version}",
    )


def _parts(changes: Mapping[str, SectionChanges], sources: Sources) -> Iterator[Part]:
    """Yield the changes: figures first, then statements, then actors and places."""
    figures = {n: c for n, c in changes.items() if isinstance(c, FigureChanges)}
    claims = {n: c for n, c in changes.items() if isinstance(c, ClaimChanges)}
    names = {n: c for n, c in changes.items() if isinstance(c, NameChanges)}
    for name, found in figures.items():
        yield from _figure_parts(title_of(name), found, sources)
    for name, said in claims.items():
        yield from _claim_parts(title_of(name), said, sources)
    for name, named in names.items():
        called = title_of(name)
        yield from _listed(f"{called}: new", [name_item(n, sources) for n in named.new])
        yield from _listed(f"{called}: gone", [name_item(n, sources) for n in named.gone])
        yield from _listed(f"{called}: named otherwise", [move_item(m, sources) for m in named.moved])


def _figure_parts(called: str, found: FigureChanges, sources: Sources) -> Iterator[Part]:
    yield from _listed(f"{called}: standing otherwise", [line_item(c, sources) for c in found.standing])
    yield from _listed(f"{called}: moved", [moved_item(c, sources) for c in found.moved])
    new = sorted(found.new, key=lambda c: _NEWS_ORDER[c.news])
    gone = sorted(found.gone, key=lambda c: _NEWS_ORDER[c.news])
    yield from _listed(f"{called}: new", [figure_item(c, sources) for c in new])
    yield from _listed(f"{called}: gone", [figure_item(c, sources) for c in gone])
    yield from _listed(f"{called}: told otherwise", [restated_item(c, sources) for c in found.restated])


def _claim_parts(called: str, said: ClaimChanges, sources: Sources) -> Iterator[Part]:
    new = sorted((c for c in said.new if c.new), key=lambda c: not c.label_is_news)
    fresh = [claim_item(c.new, sources, fresh=c.label_is_news) for c in new if c.new]
    yield from _listed(f"{called}: new", fresh)
    yield from _listed(f"{called}: gone", [claim_item(c.old, sources) for c in said.gone if c.old])
    yield from _listed(f"{called}: changed", several(changed_claim_item(c, sources) for c in said.changed))


def _listed(called: str, items: Iterable[Item]) -> Iterator[Part]:
    found = tuple(items)
    if found:
        yield Part(called, found[:LISTED], max(0, len(found) - LISTED))


def _counts(old: int, new: int) -> str:
    return f"{counted(new, 'article')} then and now" if old == new else f"{counted(old, 'article')} then, {new:,} now"


def _moment(started: str) -> str:
    try:
        return f"{when(started)} {datetime.fromisoformat(started):%H:%M} UTC"
    except ValueError:
        return when(started)


def _with_care(comparison: Comparison) -> Iterator[str]:
    """Yield what makes a change the tool's and not the world's."""
    old, new = comparison.old, comparison.new
    if not comparison.merged:
        both = "neither report has" if not (old.merged or new.merged) else "one of the reports has no"
        brief = "a merged brief" if both.startswith("neither") else "merged brief"
        yield f"{both} {brief}: compared article by article"
    if (old.backend, old.model) != (new.backend, new.model):
        was, now = (f"{r.backend}{f' ({r.model})' if r.model else ''}" for r in (old, new))
        yield f"the backends differ ({was}, then {now}): some changes may be theirs"
    if old.version != new.version:
        yield f"the versions of summarize differ ({old.version}, then {new.version}): some changes may be theirs"
    if old.names != new.names:
        yield f"the names files differ ({old.names or 'none'}, then {new.names or 'none'})"
    if old.filters != new.filters:
        yield "the filters differ: articles may be missing because nobody asked for them"
