"""From the forms that stand in an article to the merged names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from summarizer.merging.digest import Digest
from summarizer.merging.joining import KnownNames, Profile
from summarizer.sounding import fold


@dataclass(frozen=True, slots=True, eq=False)
class Directory:
    """Finds the merged name of a form that stands in an article.

    `names` maps each profile to its merged name; `overall` holds, folded, the forms that mean one and the same actor in
    all articles that use them.
    """

    names: Mapping[Profile, str]
    overall: Mapping[str, str]
    known: KnownNames

    def actor(self, form: str, digest: Digest) -> str:
        """Return the merged name of an actor; the form itself where it is nobody's name."""
        key = fold(form)
        if profile := digest.actors.get(form) or digest.actors.get(key):
            return self.names[profile]
        entry = self.known.actor(form)
        return entry.name if entry else self.overall.get(key, form)

    def is_named(self, form: str, digest: Digest) -> bool:
        """Whether a form is somebody's name, not a description such as "local residents"."""
        key = fold(form)
        listed = form in digest.actors or key in digest.actors
        return listed or self.known.actor(form) is not None or key in self.overall

    def place(self, form: str, digest: Digest) -> str:
        """Return the merged name of a place; the form itself where no article lists it."""
        if profile := digest.places.get(form) or digest.places.get(fold(form)):
            return self.names[profile]
        entry = self.known.place(form, None)
        return entry.name if entry else form


def overall(actors: Iterable[tuple[Profile, str]]) -> dict[str, str]:
    """Return the folded forms that mean the same actor wherever they stand."""
    meant: dict[str, str | None] = {}
    for profile, name in actors:
        for form in profile.forms:
            key = fold(form)
            if meant.setdefault(key, name) != name:
                meant[key] = None
    return {form: name for form, name in meant.items() if name is not None}
