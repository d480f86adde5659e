"""What in a names file cannot hold together: each contradiction in words, with the mend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from summarizer.folding import fold
from summarizer.user_names import spelled

if TYPE_CHECKING:
    from summarizer.names_file.reading import NamesFile


def contradictions(names: NamesFile) -> Iterator[str]:
    """Yield what contradicts something else in the file."""
    owners = _owners(names.join)
    yield from _joined_twice(names.join)
    yield from _split(names, owners)
    yield from _renamed(names, owners)
    yield from _ignored(names, owners)
    yield from _kinds(names, owners)


def _owners(join: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return for each folded form the name that it is joined to."""
    owners: dict[str, str] = {}
    for shown, forms in join.items():
        for form in (shown, *forms):
            owners.setdefault(fold(form), shown)
    return owners


def _joined_twice(join: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    owners: dict[str, str] = {}
    for shown, forms in join.items():
        for key, form in {fold(f): f for f in (shown, *forms)}.items():
            other = owners.setdefault(key, shown)
            if other == shown:
                continue
            if key in (fold(shown), fold(other)):
                yield (
                    f"[join] “{form}” is joined to “{other if key == fold(shown) else shown}” and has a line of its "
                    "own: write one line with all forms"
                )
            else:
                yield f"[join] “{form}” is joined to both “{other}” and “{shown}”: take it out of one of them"


def _split(names: NamesFile, owners: Mapping[str, str]) -> Iterator[str]:
    for one, others in names.split.items():
        for other in others:
            if spelled(one) == spelled(other):
                yield f"[split] “{one}” is split from itself: name two different forms, or take the line out"
            elif fold(one) in owners and owners[fold(one)] == owners.get(fold(other)) and fold(one) != fold(other):
                yield f"“{one}” and “{other}” are joined under [join] and split under [split]: take one of the two out"
            elif fold(names.rename.get(one, "")) == fold(other) or fold(names.rename.get(other, "")) == fold(one):
                yield f"“{one}” and “{other}” are split, and one is renamed to the other: take one of the two out"


def _renamed(names: NamesFile, owners: Mapping[str, str]) -> Iterator[str]:
    targets: dict[str, str] = {}
    sources: dict[str, str] = {}
    for old, new in names.rename.items():
        if spelled(old) == spelled(new):
            yield f"[rename] “{old}” is renamed to itself: change one side, or take the line out"
        if (first := sources.setdefault(fold(old), old)) != old:
            yield f"[rename] “{first}” and “{old}” are one name, renamed twice: keep one line"
        if (owner := owners.get(fold(old))) is not None:
            if fold(owner) == fold(old):
                yield f"“{old}” is renamed, but [join] shows it: write “{new}” on the left there, “{old}” on the right"
            else:
                yield f"“{old}” is joined to “{owner}” and renamed to “{new}”: take one of the two out"
        elif fold(new) in owners:
            yield f"[rename] “{old}” gets a name that [join] has: put “{old}” in the list of “{owners[fold(new)]}”"
        if fold(new) in targets:
            both = f'"{new}" = ["{targets[fold(new)]}", "{old}"]'
            yield f"[rename] “{targets[fold(new)]}” and “{old}” get one name: if they are one, write [join] {both}"
        targets.setdefault(fold(new), old)
    for old in names.rename:
        if fold(old) in targets and fold(targets[fold(old)]) != fold(old):
            yield f"[rename] “{targets[fold(old)]}” is renamed to “{old}”, which is renamed itself: say the last name"


def _ignored(names: NamesFile, owners: Mapping[str, str]) -> Iterator[str]:
    renamed = {fold(n) for old, new in names.rename.items() for n in (old, new)}
    kinds = {fold(n) for n in names.kind}
    for form in names.ignore:
        for where, keys in (("join", owners), ("rename", renamed), ("kind", kinds)):
            if fold(form) in keys:
                yield f"“{form}” is under [ignore] and under [{where}]: take one of the two out"


def _kinds(names: NamesFile, owners: Mapping[str, str]) -> Iterator[str]:
    given: dict[str, tuple[str, str]] = {}
    renamed = {fold(new): fold(old) for old, new in names.rename.items()}
    for form, kind in names.kind.items():
        key = renamed.get(fold(form), fold(form))
        other, first = given.setdefault(owners.get(key, key), (form, kind))
        if first != kind:
            yield f"[kind] “{other}” is {first} and “{form}” is {kind}, but they are one: keep one of the two lines"
