"""How the actors and places of an article are shown: as the user has them, where the user says anything of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from summarizer.models import Actor, Location, MarkedArticle, Note
from summarizer.user_names import UserNames

IGNORED = "ignored"
"""The kind of note that tells whom or what the user's names file leaves out."""


class Shown:
    """Finds the name, and the other forms, under which an article's actors and places stand in its brief."""

    def __init__(self, marked: MarkedArticle, user: UserNames) -> None:
        """Take the marked article and what the user says of names."""
        self._marked = marked
        self._user = user

    def name(self, item: Actor | Location) -> str:
        """Return the name of an actor or a place."""
        if not self._user:
            return item.name
        return self._user.shown(item.name, item.aliases, place=isinstance(item, Location))

    def aliases(self, item: Actor | Location, forms: set[str]) -> tuple[str, ...]:
        """Return the other forms; the name that another took the place of is one where it is among the `forms`."""
        name = self.name(item)
        if name == item.name:
            return item.aliases
        return tuple(sorted(({*item.aliases} | ({item.name} & forms)) - {name}))

    def ignored(self, item: Actor | Location) -> bool:
        """Whether an actor or a place is left out."""
        return self._ignoring(item) is not None

    def spoken(self, name: str) -> str:
        """Return a speaker as shown, a description as it stands. No voice is left out, not even of a name to ignore."""
        return self._speakers.get(name) or (self._user.shown(name, place=False) if self._user else name)

    def notes(self) -> Iterator[Note]:
        """Yield a note for each name of the article that is left out."""
        told: set[str] = set()
        items: list[Actor | Location] = [*self._marked.actors, *self._marked.places]
        for item in items if self._user.ignored else ():
            form = self._ignoring(item)
            if form is not None and form not in told:
                told.add(form)
                why = self._user.ignored[form]
                text = f"“{form}” is left out of the lists by {self._user.source}{f': {why}' if why else ''}"
                yield Note(kind=IGNORED, text=text)

    def holder(self, tag: str | None) -> tuple[str | None, tuple[str, ...]]:
        """Return the name of whom a figure is of, by an actor's tag or a group's name, and what is to be said of it.

        A figure of somebody whom the user ignores has no holder: of whom else it may be, nothing says.
        """
        if not (tag and tag[0] == "A" and tag[1:].isdigit()):
            return tag or None, ()
        return self._named(self._marked.actors[int(tag[1:]) - 1], "held by")

    def place(self, tag: str | None) -> tuple[str | None, tuple[str, ...]]:
        """Return the name of where a figure holds, by a place's tag, and what is to be said of it, as for a holder."""
        return self._named(self._marked.places[int(tag[1:]) - 1], "placed in") if tag else (None, ())

    def _named(self, item: Actor | Location, what: str) -> tuple[str | None, tuple[str, ...]]:
        if self.ignored(item):
            return None, (f"{what} “{item.name}”, which {self._user.source} ignores",)
        return self.name(item), ()

    def _ignoring(self, item: Actor | Location) -> str | None:
        if not self._user.ignored:
            return None
        return self._user.ignores(item.name, item.aliases, place=isinstance(item, Location))

    @cached_property
    def _speakers(self) -> dict[str, str]:
        """The shown name of each actor who goes by another in the marking."""
        return {a.name: shown for a in self._marked.actors if (shown := self.name(a)) != a.name}
