"""Which actors and places of the one side are which of the other, by all of their forms, and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.comparing.articles import Articles
from summarizer.comparing.matching import Pairing
from summarizer.comparison import How, NameChanges, NameMove, NameRef
from summarizer.folding import fold, fold_place
from summarizer.linking import components
from summarizer.models import SectionKind
from summarizer.user_names import identifying

Fold = Callable[[str], str]


@dataclass(frozen=True, eq=False)
class Same:
    """Names of both sides that are one thing; one side may have none, or several. `key` is alike for both orders."""

    old: tuple[NameRef, ...]
    new: tuple[NameRef, ...]

    @property
    def key(self) -> str:
        """What all of its names are called in keys."""
        return min(fold(n.name) for n in (*self.old, *self.new))


def same_names(old: Sequence[NameRef], new: Sequence[NameRef], articles: Articles, *, place: bool) -> list[Same]:
    """Return the names of a section with those of the other side that are the same.

    First by equal names; then one whose name is another form of exactly one on the other side is that one, so that a
    name shown otherwise, names joined since, or split, are found; then what shares a telling form and nothing else
    shares it.
    """
    key = fold_place if place else fold
    sides = {id(n): is_new for is_new, listed in ((False, old), (True, new)) for n in listed}
    pairing = Pairing(old, new, lambda n: _order(n, articles, sides[id(n)]))
    pairing.by(lambda n: (fold(n.name), n.kind)).by(lambda n: fold(n.name)).by(lambda n: key(n.name), once=True)
    at = {id(n): number for number, n in enumerate((*old, *new))}
    links = [(at[id(one)], at[id(other)]) for one, other in pairing.pairs]
    unpaired_old, unpaired_new = pairing.old, pairing.new
    links += [(at[id(a)], at[id(b)]) for a, b in (*_within(unpaired_old, new, key), *_within(unpaired_new, old, key))]
    told = {number for link in links for number in link}
    left_old = [n for n in unpaired_old if at[id(n)] not in told]
    left_new = [n for n in unpaired_new if at[id(n)] not in told]
    links += [(at[id(a)], at[id(b)]) for a, b in _sharing(left_old, left_new, key, place=place)]
    everyone = (*old, *new)
    return [
        Same(tuple(everyone[n] for n in g if n < len(old)), tuple(everyone[n] for n in g if n >= len(old)))
        for g in components(len(everyone), links)
    ]


def name_changes(same: Iterable[Same], kind: SectionKind) -> NameChanges:
    """Return what is new, gone, and shown or sorted otherwise."""
    listed = list(same)
    moved = (NameMove(how=how, old=s.old, new=s.new) for s in listed if (how := _how(s)))
    return NameChanges(
        kind="places" if kind == "places" else "entities",
        new=tuple(n for s in listed if not s.old for n in s.new),
        gone=tuple(n for s in listed if not s.new for n in s.old),
        moved=tuple(moved),
    )


def _how(same: Same) -> How | None:
    if not same.old or not same.new:
        return None
    if len(same.old) > 1 or len(same.new) > 1:
        return "regrouped" if len(same.old) > 1 < len(same.new) else "joined" if len(same.old) > 1 else "split"
    (one,), (other,) = same.old, same.new
    return "renamed" if one.name != other.name else "kind" if one.kind != other.kind else None


def _order(name: NameRef, articles: Articles, new: bool) -> tuple[object, ...]:
    return fold(name.name), name.kind, sorted(articles.key(a, new=new) for a in name.articles), name.aliases


def _within(names: Iterable[NameRef], others: Sequence[NameRef], key: Fold) -> Iterator[tuple[NameRef, NameRef]]:
    """Yield each name with the one other that has it among its forms; none where several have."""
    having = _by_form(others, lambda n: (n.name, *n.aliases), key)
    for name in names:
        found = having.get(key(name.name), [])
        found = [n for n in found if n.kind == name.kind] if len(found) > 1 else found
        if len(found) == 1:
            yield name, found[0]


def _sharing(
    old: Sequence[NameRef], new: Sequence[NameRef], key: Fold, *, place: bool
) -> Iterator[tuple[NameRef, NameRef]]:
    """Yield what shares forms that tell who it is, where each shares some with the other alone."""

    def telling(name: NameRef) -> Iterator[str]:
        return identifying(name.name, name.aliases, place=place)

    mine, theirs = _by_form(old, telling, key), _by_form(new, telling, key)
    for name in old:
        found = {id(n): n for form in telling(name) for n in theirs.get(key(form), [])}
        if len(found) != 1:
            continue
        (other,) = found.values()
        back = {id(n) for form in telling(other) for n in mine.get(key(form), [])}
        if back == {id(name)} and other.kind == name.kind:
            yield name, other


def _by_form(
    names: Iterable[NameRef], forms: Callable[[NameRef], Iterable[str]], key: Fold
) -> Mapping[str, list[NameRef]]:
    found: dict[str, list[NameRef]] = {}
    for name in names:
        for form in {key(f) for f in forms(name)}:
            found.setdefault(form, []).append(name)
    return found


class Identities:
    """Finds what a form means on one of the sides, as a key that is alike on both."""

    def __init__(self, same: Iterable[Same]) -> None:
        """Take the names of all sections of one kind."""
        self._keys: tuple[dict[str, set[str]], dict[str, set[str]]] = ({}, {})
        self._names: tuple[dict[str, str], dict[str, str]] = ({}, {})
        for each in same:
            for new, names in ((False, each.old), (True, each.new)):
                for name in names:
                    self._names[new].setdefault(name.name, each.key)
                    for form in (name.name, *name.aliases):
                        self._keys[new].setdefault(fold(form), set()).add(each.key)

    def of(self, form: str | None, *, new: bool) -> str | None:
        """Return what a form means, None for None; one that no list has, or several have, is itself."""
        if form is None:
            return None
        if found := self._names[new].get(form):
            return found
        keys = self._keys[new].get(fold(form), set())
        return next(iter(keys)) if len(keys) == 1 else fold(form)

    def lists(self, form: str, *, new: bool) -> bool:
        """Whether a form is the name of somebody listed, and not a description such as "residents"."""
        return form in self._names[new] or len(self._keys[new].get(fold(form), ())) == 1
