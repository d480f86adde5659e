"""Puts a names file into a schema: its groups absorb the schema's entries that they touch, its splits part them.

The schema keeps its digest: what a model was asked decides whether its answer still holds, and it is asked in the names
that marking reads, not in those that are shown. So a name that is only shown otherwise costs no new question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from summarizer.errors import UsageError
from summarizer.folding import fold, fold_place
from summarizer.gazetteer import default_gazetteer
from summarizer.names_file.reading import NamesFile, parse_names, read_text
from summarizer.schema import KnownName, Schema
from summarizer.user_names import PLACE, NameGroup, UserNames, means

# A town of so many inhabitants is meant as a place wherever nothing else is said.
GREAT_TOWN = 15_000


def with_names(schema: Schema, path: Path) -> Schema:
    """Return a schema in which the names of a file hold.

    Raises:
        UsageError: the file cannot be read or cannot hold; the message names the entry and the mend.
    """
    return _cached(schema, read_text(path), str(path))


@lru_cache(maxsize=8)
def _cached(schema: Schema, text: str, called: str) -> Schema:
    """Return the same schema for the same file, so that what is derived from it is derived once."""
    names = parse_names(text, called)
    _check_kinds(names, schema, called)
    return applied(schema, names)


def applied(schema: Schema, names: NamesFile, *, elsewhere: Callable[[str], bool] | None = None) -> Schema:
    """Return a schema in which the names hold.

    Args:
        schema: the domain.
        names: what the user says.
        elsewhere: tells of a form that it may well be something else in a text, such as a country or a great town; the
            gazetteer's word when None.
    """
    elsewhere = elsewhere or _names_something_else
    drafts = _drafts(names)
    known: list[KnownName] = []
    groups: list[NameGroup] = []
    taken: set[KnownName] = set()
    for draft in drafts:
        entries = [e for e in schema.names if e not in taken and _owner(e, drafts) is draft]
        taken.update(entries)
        made = [_parted(k, names, draft.listed) for k in _known(draft, entries, drafts, names, elsewhere)]
        known += [k for parts in made for k in parts]
        held = (f for parts in made for f in (parts[0].name, *parts[0].aliases))
        groups.append(draft.group(tuple(dict.fromkeys((*draft.listed, *held)))))
    left = [k for e in schema.names if e not in taken for k in _parted(e, names, ())]
    splits = tuple((one, other) for one, others in names.split.items() for other in others)
    user = UserNames(names.source, tuple(groups), splits, dict(names.ignore))
    # The first entry of a form wins where marking looks it up.
    return replace(schema, names=(*known, *left), user_names=user)


def _check_kinds(names: NamesFile, schema: Schema, called: str) -> None:
    fitting = [*schema.entity_rules.kinds, *([PLACE] if schema.of_kind("places") else [])]
    for form, kind in names.kind.items():
        if kind not in fitting:
            raise UsageError(
                f"{called}: [kind] “{form}” is {kind!r}, which is no kind: it is one of {', '.join(fitting)}"
            )


@dataclass(frozen=True, eq=False)
class _Draft:
    """A group as the file has it. `certain` are the forms whose kind the user gives outright."""

    shown: str | None
    listed: tuple[str, ...]
    kind: str | None = None
    certain: tuple[str, ...] = ()
    renames: bool = False

    def touches(self, entry: KnownName) -> bool:
        """Whether it has a form of a known name, and speaks of such."""
        if self.kind is not None and (self.kind == PLACE) != (entry.kind == PLACE):
            return False
        key = _key(entry)
        mine = {key(f) for f in self.listed}
        return any(key(f) in mine for f in (entry.name, *entry.aliases))

    def group(self, forms: tuple[str, ...]) -> NameGroup:
        """Return it with all forms that mean it."""
        return NameGroup(self.shown, forms, self.listed, self.kind, bool(self.certain), self.renames)


def _drafts(names: NamesFile) -> list[_Draft]:
    drafts = [_Draft(shown, (shown, *forms)) for shown, forms in names.join.items()]
    drafts += [_Draft(new, (old, new), renames=True) for old, new in names.rename.items()]
    for form, kind in names.kind.items():
        at = next((i for i, d in enumerate(drafts) if fold(form) in map(fold, d.listed)), None)
        if at is None:
            drafts.append(_Draft(None, (form,), kind, (form,)))
        else:
            drafts[at] = replace(drafts[at], kind=kind, certain=(*drafts[at].certain, form))
    return drafts


def _owner(entry: KnownName, drafts: Iterable[_Draft]) -> _Draft | None:
    """Return the group that absorbs a known name: the one that has the name itself, else the first with an alias."""
    key = _key(entry)
    touching = [d for d in drafts if d.touches(entry)]
    return next((d for d in touching if key(entry.name) in map(key, d.listed)), touching[0] if touching else None)


def _key(entry: KnownName) -> Callable[[str], str]:
    return fold_place if entry.kind == PLACE else fold


def _known(
    draft: _Draft,
    entries: Sequence[KnownName],
    drafts: Iterable[_Draft],
    names: NamesFile,
    elsewhere: Callable[[str], bool],
) -> Iterator[KnownName]:
    """Yield what marking looks up for a group: an entry for the actors it absorbs, and one for the places."""
    others = {fold(f) for d in drafts if d is not draft for f in d.listed}
    natures = [[e for e in entries if (e.kind == PLACE) == place] for place in (False, True)]
    if draft.kind is not None and not entries:
        yield KnownName(draft.listed[0], draft.kind, _searched(draft, draft.listed[1:], elsewhere), source=names.source)
    for found in natures:
        if not found:
            continue
        kind = draft.kind or found[0].kind
        own = [f for e in found for f in (e.name, *e.aliases) if fold(f) not in others or f == found[0].name]
        # Where it absorbs both, nothing tells which of the two a new form is.
        new = _searched(draft, draft.listed, elsewhere, kind) if not all(natures) else ()
        forms = dict.fromkeys((*own, *new))
        countries = {e.country for e in found if e.kind in (kind, PLACE)}
        country = countries.pop() if len(countries) == 1 else None
        name = found[0].name
        yield KnownName(name, kind, tuple(f for f in forms if f != name), country, source=names.source)


def _searched(
    draft: _Draft, forms: Iterable[str], elsewhere: Callable[[str], bool], kind: str | None = None
) -> tuple[str, ...]:
    """Return the forms that marking may take for the group wherever they stand."""
    if (kind or draft.kind) == PLACE:
        return tuple(forms)
    return tuple(f for f in forms if f in draft.certain or not elsewhere(f))


def _parted(entry: KnownName, names: NamesFile, listed: Iterable[str]) -> list[KnownName]:
    """Return a known name without what the user splits from it, and after it an entry for each form that left."""
    place = entry.kind == PLACE
    left: list[KnownName] = []
    for one, others in names.split.items():
        for other in others:
            pair = (one, other)
            forms = (entry.name, *entry.aliases)
            sides = [[f for f in forms if means(f, pair, first=first, place=place)] for first in (True, False)]
            if not all(sides):
                continue
            # The name itself stays, and what the user joins to it.
            goes = 0 if entry.name in sides[1] or (entry.name not in sides[0] and _any(sides[1], listed)) else 1
            rest = tuple(f for f in entry.aliases if f not in sides[goes])
            left.append(KnownName(pair[goes], entry.kind, tuple(sides[goes]), entry.country, source=names.source))
            entry = replace(entry, aliases=rest)
    return [entry, *left]


def _any(forms: Iterable[str], listed: Iterable[str]) -> bool:
    return not set(map(fold, forms)).isdisjoint(map(fold, listed))


def _names_something_else(form: str) -> bool:
    """Whether a form is mostly a country, a people, a seat of government, a region or a great town."""
    if form == form.lower():
        return False
    gazetteer = default_gazetteer()
    if gazetteer.country(form) or gazetteer.demonym(form) or gazetteer.seat(form) or gazetteer.region(form):
        return True
    return any(p.is_main and p.population >= GREAT_TOWN for p in gazetteer.places(form))
