"""Carries names over to the kind that a draft takes them for: an actor that is a place, a place that is somebody.

What is carried over is put behind what marking found, so that all tags keep their meaning.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.models import Actor, Draft, Location, MarkedArticle, Name, Spot
from summarizer.tags import find

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
        elif isinstance(item, Actor):
            number = int(tag[1:]) - 1
            spots = (Spot(n.start, n.end, len(marked.places)) for n in marked.names if n.actor == number)
            place = Location(item.name, item.aliases, key=f"moved:{tag}")
            marked = marked._replace(
                places=(*marked.places, place), spots=tuple(sorted((*marked.spots, *spots), key=lambda s: s.start))
            )
            tags[tag] = f"P{len(marked.places)}"
        elif isinstance(item, Location) and kind != PLACE:
            number = int(tag[1:]) - 1
            names = (Name(s.start, s.end, len(marked.actors)) for s in marked.spots if s.place == number)
            actor = Actor(item.name, kind, item.aliases)
            marked = marked._replace(
                actors=(*marked.actors, actor), names=tuple(sorted((*marked.names, *names), key=lambda n: n.start))
            )
            tags[tag] = f"A{len(marked.actors)}"
    return marked, draft._replace(
        entities=_renamed(draft.entities, tags, "P"), places=_renamed(draft.places, tags, "A")
    )


def _renamed(sections: Mapping[str, Sequence[str]], tags: Mapping[str, str], letter: str) -> dict[str, tuple[str, ...]]:
    """Return the tags of sections, those of the other kind by their new ones."""
    return {
        name: tuple(tags.get(tag, tag) if tag.startswith(letter) else tag for tag in listed)
        for name, listed in sections.items()
    }
