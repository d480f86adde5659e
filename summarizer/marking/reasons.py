"""Says why marking read what it read. Reads the names again, so that marking has nothing to keep for it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from summarizer.explanation import MarkReasons, Reason
from summarizer.folding import fold
from summarizer.gazetteer import Gazetteer, default_gazetteer
from summarizer.marking.candidates import find_candidates
from summarizer.marking.readings import (
    COUNTRY,
    ENOUGH,
    NATION,
    PLACE,
    VOTERS,
    Context,
    is_nothing,
    read_runs,
)
from summarizer.marking.runs import Run
from summarizer.models import Actor, AsOfBasis, Location, MarkedArticle, Qualifier
from summarizer.schema import Schema

__all__ = ["BASES", "BOUNDS", "explain_marks"]

BOUNDS: Mapping[Qualifier, str] = {
    "exact": "No word bounds the number.",
    "approximate": "A word says that it is about so many.",
    "more_than": "A word says that it is more.",
    "at_least": "A word says that it is this or more.",
    "fewer_than": "A word says that it is fewer or less.",
    "at_most": "A word says that it is this or fewer.",
    "range": "Two numbers bound it.",
    "vague": "The word gives an order of magnitude, read by a fixed table.",
    "unreadable": "It is misprinted, and no misprint is ever guessed.",
}
BASES: Mapping[AsOfBasis, str] = {
    "stated": "The words give it whole.",
    "resolved": "Worked out from other dates: that of publication or one that the text gives before.",
    "publication": "It is the date of publication.",
}
AROUND = 3  # words before and after a mention that show what voted on it

_Mention = tuple[Run, str]
"""A run and what it was read as."""


def explain_marks(marked: MarkedArticle, schema: Schema, *, gazetteer: Gazetteer | None = None) -> MarkReasons:
    """Return by tag why numbers are bounded as they are, actors and places of their kind, dates what they are."""
    gazetteer = gazetteer or default_gazetteer()
    runs, context = find_candidates(marked.article, marked.words, schema, gazetteer)
    mentions = read_runs(runs, context)
    forms = _by_form(runs)
    found: dict[str, tuple[Reason, ...]] = {}
    for n, q in enumerate(marked.quantities, 1):
        found[f"N{n}"] = (Reason(rule=q.qualifier, means=BOUNDS[q.qualifier]),)
    found |= {f"D{n}": (Reason(rule=t.basis, means=BASES[t.basis]),) for n, t in enumerate(marked.times, 1)}
    named = _by_owner(mentions, [(n.start, n.end, n.actor) for n in marked.names])
    for number, actor in enumerate(marked.actors):
        kinds = _once(_kind(m, actor.kind, forms, context) for m in named[number])
        found[f"A{number + 1}"] = kinds or (_short_form(actor),)
    seen = _by_owner(mentions, [(s.start, s.end, s.place) for s in marked.spots])
    for number, place in enumerate(marked.places):
        kinds = _once(_kind(m, PLACE, forms, context) for m in seen[number])
        found[f"P{number + 1}"] = (*kinds, _position(place))
    return found


def _by_form(runs: Iterable[Run]) -> Mapping[str, list[Run]]:
    """Return the mentions that vote, by the form that they vote on together."""
    forms: dict[str, list[Run]] = defaultdict(list)
    for run in runs:
        if run.known is None and run.sure:
            forms[fold(run.text)].append(run)
    return forms


def _by_owner(mentions: Iterable[_Mention], spans: Sequence[tuple[int, int, int]]) -> Mapping[int, list[_Mention]]:
    """Return the mentions by the actor or place whose span they begin in; spans are in text order."""
    owned: dict[int, list[_Mention]] = defaultdict(list)
    starts = [start for start, _, _ in spans]
    for run, kind in mentions:
        at = bisect_right(starts, run.start) - 1
        if at >= 0 and run.start < spans[at][1]:
            owned[spans[at][2]].append((run, kind))
    return owned


def _once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple({reason.rule: reason for reason in reasons}.values())


def _short_form(actor: Actor) -> Reason:
    """Return why somebody who is named by short forms alone ("the army") is of a kind."""
    forms = ", ".join(f"“{alias}”" for alias in actor.aliases)
    means = f"{forms} without a name: that of the country the article is set in."
    return Reason(rule=f"short form as {actor.kind}", means=means)


def _kind(mention: _Mention, kind: str, forms: Mapping[str, list[Run]], context: Context) -> Reason:
    """Return why a mention stands for somebody or something of a kind."""
    run, read_as = mention
    called = kind.replace("_", " ")
    form = " ".join(run.text.split())
    if run.known is not None:
        other = "" if run.known.kind == kind else f"; what stands behind it makes it {called}"
        listed = run.known.kind.replace("_", " ")
        whose = run.known.source or "The domain's list of names"
        means = f"{whose} has “{run.known.name}” as {listed}{other}."
        return Reason(rule=f"known name {run.known.name!r}", means=means)
    if read_as == COUNTRY:
        how = "a scene here" if kind == PLACE else f"read as {called} where it acts or a body of it does"
        return Reason(rule=f"country as {kind}", means=f"“{form}” is a country's name, {how}.")
    if read_as == NATION:
        means = f"“{form}” is said of a country's people and things; by the words around it, it is read as {called}."
        return Reason(rule=f"nationality as {kind}", means=means)
    return Reason(rule=f"votes on {form!r}", means=_counted(form, read_as, forms.get(fold(run.text), ()), context))


def _counted(form: str, kind: str, runs: Sequence[Run], context: Context) -> str:
    """Return how the mentions of a form voted, by what they went by, and the one that counted most."""
    tallies: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    best, most = None, 0.0
    for run in runs:
        here = 0.0
        for source, vote in VOTERS.items() if not is_nothing(run, context) else ():
            votes: dict[str, float] = defaultdict(float)
            vote(run, context.words[run.sentence], context, votes)
            here += votes.get(kind, 0.0)
            for other, weight in votes.items():
                if weight:
                    tallies[other][source] += weight
        best, most = (run, here) if here > most else (best, most)
    said = [
        f"as {k.replace('_', ' ')} {_sum(tallies[k])}"
        for k in sorted(tallies, key=lambda k: (k != kind, -sum(tallies[k].values())))
    ]
    total = sum(tallies[kind].values()) if kind in tallies else 0.0
    against = max((sum(t.values()) for k, t in tallies.items() if k != kind), default=0.0)
    decided = "" if total >= ENOUGH and total >= against else "; a list it stands in, or a full name, decided"
    where = f"; most in “{_around(best, context)}”" if best else ""
    return f"“{form}” counts {', '.join(said) or 'nothing by itself'}{where}{decided}."


def _sum(by_source: Mapping[str, float]) -> str:
    total = sum(by_source.values())
    parts = [f"{source} {weight:g}" for source, weight in by_source.items()]
    return f"{total:g} ({', '.join(parts)})"


def _around(run: Run, context: Context) -> str:
    words = context.words[run.sentence]
    first, last = max(0, run.first - AROUND), min(len(words), run.last + AROUND)
    return " ".join(context.text[words[first].start : words[last - 1].end].split())


def _position(place: Location) -> Reason:
    """Return where a place's country and coordinates come from."""
    source = place.key.partition(":")[0]
    if source == "geo":
        means = "The gazetteer's place of this name that fits the countries the article speaks of, and its size."
    elif source == "country":
        means = "A country, which has no point."
    elif place.country is not None:
        means = "The domain's list of names gives its country" + (
            ", the gazetteer its point." if place.lat is not None else "; the gazetteer has no point for it."
        )
    else:
        means = "The gazetteer does not have it: kept by name, without a position."
    return Reason(rule=f"position from {source!r}", means=means)
