"""Names in running text: with their other forms, and the articles that name them."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.rendering.phrases import mark
from summarizer.rendering.view import NameGroup, NameItem

SEPARATOR = " · "
# How many names an article's own brief lists beside a merged one: enough to tell what it is about.
NAMES_IN_SHORT = 12


def listed(group: NameGroup, *, between: str = ", ") -> str:
    """Return the names of a group with aliases and articles: "Ada Ray (Ray) [1-3] · Jon Mbeki [2]"."""
    names = [f"{_with_aliases(n)} {mark(n.numbers, between=between)}".rstrip() for n in group.names]
    return SEPARATOR.join([*names, *_more(group.left_out)])


def inline(groups: Sequence[NameGroup], *, short: bool) -> str:
    """Return the names of one article in one line; in a `short` brief only the first ones, without aliases."""
    names = [n for group in groups for n in group.names]
    shown = names[:NAMES_IN_SHORT] if short else names
    left_out = len(names) - len(shown) + sum(group.left_out for group in groups)
    return SEPARATOR.join([*(n.name if short else _with_aliases(n) for n in shown), *_more(left_out)])


def _with_aliases(item: NameItem) -> str:
    return f"{item.name} ({', '.join(item.aliases)})" if item.aliases else item.name


def _more(count: int) -> list[str]:
    return [f"and {count:,} more"] if count else []
