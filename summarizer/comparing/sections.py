"""Two sides, section by section. Names come first, because figures and statements are told apart by them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from summarizer.comparing.articles import Articles
from summarizer.comparing.claims import claim_changes
from summarizer.comparing.figures import Figures, figure_changes
from summarizer.comparing.names import Identities, Same, name_changes, same_names
from summarizer.comparing.sides import Side
from summarizer.comparison import SectionChanges, holds
from summarizer.models import SectionKind


def section_changes(
    old: Side, new: Side, kinds: Mapping[str, SectionKind], articles: Articles, events: Collection[str]
) -> Mapping[str, SectionChanges]:
    """Return what changed by section, in the schema's order; sections without a change are left out.

    Args:
        old: the old side.
        new: the new side.
        kinds: the sections that both reports have.
        articles: which articles are the same.
        events: measures of what happened.
    """
    same: dict[str, list[Same]] = {}
    for name, kind in kinds.items():
        if kind in ("entities", "places"):
            place = kind == "places"
            mine, theirs = (side.places if place else side.actors for side in (old, new))
            same[name] = same_names(mine.get(name, ()), theirs.get(name, ()), articles, place=place)
    actors = Identities(s for name, found in same.items() if kinds[name] == "entities" for s in found)
    places = Identities(s for name, found in same.items() if kinds[name] == "places" for s in found)
    sides = [(side, Figures(side, articles, actors, places)) for side in (old, new)]
    changes: dict[str, SectionChanges] = {}
    for name, kind in kinds.items():
        if name in same:
            changes[name] = name_changes(same[name], kind)
        elif kind == "estimates":
            before, after = ((f, s.figures.get(name, ()), s.lines.get(name, ())) for s, f in sides)
            changes[name] = figure_changes(before, after, events)
        else:
            changes[name] = claim_changes(old.claims.get(name, ()), new.claims.get(name, ()), articles, actors)
    return {name: found for name, found in changes.items() if holds(found)}
