"""What the user's names file did to a merged name, in words: for `reasons`, where every join says why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from summarizer.merging.joining import Group
from summarizer.sounding import fold
from summarizer.user_names import NameGroup, UserNames, means


def told_reasons(group: Group[Any], name: str, user: UserNames, *, place: bool) -> Iterator[str]:
    """Yield why a merged actor or place is as it is, as far as the user said so.

    Args:
        group: its profiles.
        name: what it is shown as.
        user: what the user says of names.
        place: whether it is a place.
    """
    if not user:
        return
    forms = list(dict.fromkeys(f for profile in group.members for f in profile.forms))
    told = next((g for p in group.members if (g := user.group(p.name, p.forms[1:], place=place))), None)
    if told is not None:
        yield from _of_group(told, name, forms, user)
    for pair in user.splits:
        for first in (True, False):
            if any(means(form, pair, first=first, place=place) for form in forms):
                yield f"kept apart from “{pair[first]}” by {user.source}"


def _of_group(told: NameGroup, name: str, forms: list[str], user: UserNames) -> Iterator[str]:
    listed = {fold(f): f for f in told.listed}
    found = sorted({listed[key] for f in forms if (key := fold(f)) in listed} | {told.shown or ""} - {""})
    if told.renames:
        yield f"“{told.listed[0]}” is shown as “{told.shown}” by {user.source}"
    elif len(found) > 1:
        yield f"{', '.join(f'“{f}”' for f in found)}: joined by {user.source}"
    if told.kind_given:
        yield f"“{name}” is read as {(told.kind or '').replace('_', ' ')} by {user.source}"
