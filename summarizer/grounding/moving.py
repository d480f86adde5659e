"""Carries names over to the kind that a draft takes them for: an actor that is a place, a place that is somebody.

What marking could not read becomes an actor or a place where a draft says which.

What is carried over is put behind what marking found, so that all tags keep their meaning.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.folding import fold_place
from summarizer.models import Actor, Draft, Location, MarkedArticle, Name, Spot, Unread
from summarizer.tags import find, name_spans

PLACE = "place"


def moved(marked: MarkedArticle, draft: Draft) -> tuple[MarkedArticle, Draft]:
    """Return article and draft with each name under the kind that the draft gives it."""
    if not draft.kinds:
        return marked, draft
    tags: dict[str, str] = {}
    for tag, kind in draft.kinds.items():
        item = find(tag, marked)
        if isinstance(item, Actor) and kind != PLACE:
            actors = list(marked.actors)
            actors[int(tag[1:]) - 1] = item._replace(kind=kind)
            marked = marked._replace(actors=tuple(actors))
        elif isinstance(item, Actor | Unread) and kind == PLACE:
            marked = _with_place(marked, _as_place(tag, item), name_spans(tag, marked))
            tags[tag] = f"P{len(marked.places)}"
        elif isinstance(item, Location | Unread) and kind != PLACE:
            aliases = item.aliases if isinstance(item, Location) else ()
            marked = _with_actor(marked, Actor(item.name, kind, aliases), name_spans(tag, marked))
            tags[tag] = f"A{len(marked.actors)}"
    return marked, draft._replace(
        entities=_renamed(draft.entities, tags, "PU"), places=_renamed(draft.places, tags, "AU")
    )


def _as_place(tag: str, item: Actor | Unread) -> Location:
    if isinstance(item, Unread):
        return Location(item.name, key=f"form:{fold_place(item.name)}")
    return Location(item.name, item.aliases, key=f"moved:{tag}")


def _with_place(marked: MarkedArticle, place: Location, spans: Sequence[tuple[int, int]]) -> MarkedArticle:
    spots = (*marked.spots, *(Spot(start, end, len(marked.places)) for start, end in spans))
    return marked._replace(places=(*marked.places, place), spots=tuple(sorted(spots, key=lambda s: s.start)))


def _with_actor(marked: MarkedArticle, actor: Actor, spans: Sequence[tuple[int, int]]) -> MarkedArticle:
    names = (*marked.names, *(Name(start, end, len(marked.actors)) for start, end in spans))
    return marked._replace(actors=(*marked.actors, actor), names=tuple(sorted(names, key=lambda n: n.start)))


def _renamed(sections: Mapping[str, Sequence[str]], tags: Mapping[str, str], others: str) -> dict[str, tuple[str, ...]]:
    """Return the tags of sections, those of another kind by their new ones; `others` are such tags' first letters."""
    return {
        name: tuple(tags.get(tag, tag) if tag[:1] in others else tag for tag in listed)
        for name, listed in sections.items()
    }
