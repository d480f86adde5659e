"""Who is who over all articles. Evidence in order: known names, full names, spelling, short forms borne by context.

Near-linear: names meet in blocks only (equal keys, then equal consonants), never all with all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from summarizer.merging.components import Components
from summarizer.merging.digest import Digest
from summarizer.merging.joining import Clusters, Group, Key, KnownNames, Profile, known_why
from summarizer.merging.spelling import (
    group_words,
    initials,
    is_acronym,
    person_words,
    same_group,
    same_person,
    skeleton,
)
from summarizer.schema import KnownName
from summarizer.sounding import fold, sound
from summarizer.user_names import Side, opposed

PERSON = "person"
"""The one kind that the core knows by name: people share names in other ways than bodies do."""

_MOST_CONTEXT = 20
"""Articles of a cluster whose other names are read as its context; more would tell nothing new."""

_MIN_SHORT = 4
_MIN_INITIALS = 3


@dataclass(frozen=True, slots=True)
class ActorFacts:
    """What keeps two actors apart: different known names, different full names of people, person or not.

    `listed` are the articles that list a person by full name: what one of them tells apart is two. `sides` are those of
    the user's splits that it stands on.
    """

    known: KnownName | None
    people: frozenset[tuple[str, ...]]
    person: bool | None
    listed: frozenset[str] = frozenset()
    sides: frozenset[Side] = frozenset()

    def clashes(self, other: ActorFacts) -> bool:
        """Whether the two cannot be one actor."""
        if opposed(self.sides, other.sides):
            return True
        if self.known and other.known:
            return self.known != other.known
        if self.person is not None and other.person is not None and self.person != other.person:
            return not (self.known or other.known)
        if self.people != other.people and not self.listed.isdisjoint(other.listed):
            return True
        return any(a != b and not same_person(a, b) for a in self.people for b in other.people)

    def with_(self, other: ActorFacts) -> ActorFacts:
        """Return what is known of both together."""
        person = self.person if self.person == other.person else None
        return ActorFacts(
            known=self.known or other.known,
            people=self.people | other.people,
            person=person,
            listed=self.listed | other.listed,
            sides=self.sides | other.sides,
        )


DigestOf = Callable[[str], Digest]
"""Finds what an article was read as, by its id."""


def actor_components(known: KnownNames, generic: frozenset[str], digest_of: DigestOf) -> Components[ActorFacts]:
    """Return the actors of all articles, none so far; each group is one actor.

    Args:
        known: the schema's known names.
        generic: folded words that name a kind of body and nobody in particular ("agency").
        digest_of: finds an article's digest; the names it holds are the context of each of them.
    """

    def cluster(profiles: Sequence[Profile]) -> Sequence[Group[ActorFacts]]:
        clusters = Clusters(profiles, [_facts(p, known) for p in profiles])
        if len(profiles) > 1:
            _join_equal(clusters, generic)
            _join_spellings(clusters)
            _join_short(clusters, generic, digest_of)
        return clusters.groups()

    return Components(lambda profile: _keys(profile, known, generic), cluster)


def _keys(profile: Profile, known: KnownNames, generic: frozenset[str]) -> Iterator[Key]:
    """Yield all by which a profile is ever looked for."""
    if entry := _facts(profile, known).known:
        yield "known", entry.name
    for form in profile.forms:
        if form == profile.name or _identifies(form, profile, generic):
            yield _full_key(form, profile)
    person = profile.kind == PERSON
    for words, _ in _spellings(profile, person=person):
        yield _block(words, person=person)
    if short := _short_key(profile.name, profile):
        yield short
    for key, _ in _short_forms(profile, generic):
        yield key


def _facts(profile: Profile, known: KnownNames) -> ActorFacts:
    entry = known.told(profile.name, profile.forms[1:], place=False) or known.actor(profile.name)
    sides = known.user.sides(profile.name, profile.forms[1:], place=False)
    if entry is None:
        # An alias identifies only where all that are known say the same.
        found = {k.name: k for f in profile.forms[1:] if (k := known.actor(f)) and k.kind == profile.kind}
        entry = next(iter(found.values())) if len(found) == 1 else None
    person = profile.kind == PERSON
    full = person_words(profile.name) if person else ()
    if len(full) < 2 or entry:
        return ActorFacts(entry, frozenset(), person, sides=sides)
    return ActorFacts(entry, frozenset([full]), person, frozenset(profile.articles), sides)


def _join_equal(clusters: Clusters[ActorFacts], generic: frozenset[str]) -> None:
    first: dict[tuple[str, ...], int] = {}
    for index, profile in enumerate(clusters.profiles):
        entry = clusters.facts[index].known
        if entry:
            clusters.join(first.setdefault(("known", entry.name), index), index, known_why(entry))
        for form in profile.forms:
            is_name = form == profile.name
            if not is_name and not _identifies(form, profile, generic):
                continue
            why = "the same name" if is_name else f"an article uses “{form}” for {profile.name}"
            clusters.join(first.setdefault(_full_key(form, profile), index), index, why)


def _full_key(form: str, profile: Profile) -> tuple[str, ...]:
    if profile.presented.scope and form == profile.name:
        return "full", fold(form), profile.presented.scope
    words = person_words(form) if profile.kind == PERSON else tuple(fold(form).split())
    if len(words) > 1:
        return "full", " ".join(words)
    return ("surname", sound(words[0])) if profile.kind == PERSON else ("short", words[0] if words else "")


def _identifies(alias: str, profile: Profile, generic: frozenset[str]) -> bool:
    """Whether a further form names this actor and no other: a full name that is no mere part of the name."""
    words = set(fold(alias).split())
    if not alias[:1].isupper() or len(words) < 2 or words <= generic or words <= set(fold(profile.name).split()):
        return False
    if profile.kind == PERSON:
        return len(person_words(alias)) > 1
    return sum(w[:1].isupper() for w in alias.split()) > 1


def _join_spellings(clusters: Clusters[ActorFacts]) -> None:
    """Join names that are spelt differently, within blocks of equal consonants."""
    blocks: dict[tuple[str, ...], dict[tuple[str, ...], int]] = {}
    for index, profile in enumerate(clusters.profiles):
        person = profile.kind == PERSON
        for words, why in _spellings(profile, person=person):
            block = blocks.setdefault(_block(words, person=person), {})
            if words in block:
                clusters.join(block[words], index, why)
                continue
            same = same_person if person and len(words) > 1 else same_group
            for other, at in block.items():
                if same(words, other) and clusters.join(at, index, "spellings of one name"):
                    break
            block[words] = index


def _spellings(profile: Profile, *, person: bool) -> Iterator[tuple[tuple[str, ...], str]]:
    for name in profile.spelled:
        if person:
            words = person_words(name)
            if len(words) > 1 and min(len(words[0]), len(words[-1])) > 1:
                yield words, "spellings of one name"
        elif not profile.presented.scope:
            yield group_words(name), "the same words in another order or spelling"


def _block(words: tuple[str, ...], *, person: bool) -> tuple[str, ...]:
    if person:
        return (PERSON, skeleton(sound(words[-1])), sound(words[0])[:1])
    return tuple(sorted(skeleton(w).translate(str.maketrans("z", "s")) for w in words))


# ------------------------------------------------------------------------------------------------------- short forms


def _join_short(clusters: Clusters[ActorFacts], generic: frozenset[str], digest_of: DigestOf) -> None:
    """Join a surname, an abbreviation or another short form with the one actor it may stand for, if context agrees."""
    bearers = _bearers(clusters, generic)
    roots = sorted({clusters.find(i) for i in range(len(clusters.profiles))})
    context = _Context(clusters, digest_of)
    for root in roots:
        profile = clusters.profiles[root]
        key = _short_key(profile.name, profile)
        if key is None or clusters.find(root) != root or clusters.facts[root].people or clusters.facts[root].known:
            continue
        found = {clusters.find(i): why for i, why in bearers.get(key, {}).items()}
        found.pop(root, None)
        open_to = [i for i in sorted(found) if clusters.may_join(root, i)]
        near = [i for i in open_to if context.shared(root, i)]
        if len(near) == 1:
            clusters.join(near[0], root, found[near[0]])


def _short_key(form: str, profile: Profile) -> tuple[str, str] | None:
    if profile.kind == PERSON:
        words = person_words(form)
        given = len(words) == 2 and len(words[0]) == 1
        return ("surname", sound(words[-1])) if len(words) == 1 or given else None
    return ("short", fold(form)) if len(fold(form).split()) == 1 and not profile.presented.scope else None


def _bearers(clusters: Clusters[ActorFacts], generic: frozenset[str]) -> dict[tuple[str, str], dict[int, str]]:
    """Return for each short form the clusters it may stand for, with the reason."""
    bearers: dict[tuple[str, str], dict[int, str]] = {}
    for index, profile in enumerate(clusters.profiles):
        for key, why in _short_forms(profile, generic):
            bearers.setdefault(key, {}).setdefault(index, why)
    return bearers


def _short_forms(profile: Profile, generic: frozenset[str]) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the short forms of a name with the reason: those that its articles use before those one can guess."""
    person = profile.kind == PERSON
    for alias in profile.forms[1:]:
        folded = fold(alias).split()
        telling = is_acronym(alias) or (len(alias) >= _MIN_SHORT and alias[:1].isupper() and folded[0] not in generic)
        if len(folded) == 1 and telling:
            key = ("surname", sound(folded[0])) if person else ("short", folded[0])
            yield key, f"an article uses “{alias}” for {profile.name}"
    for name in profile.spelled:
        full = person_words(name) if person else ()
        if len(full) > 1:
            yield ("surname", sound(full[-1])), "the only bearer of the surname in this context"
        elif not person and len(name.split()) > 1 and len(initials(name)) >= _MIN_INITIALS:
            yield ("short", initials(name).lower()), "its initials"


class _Context:
    """What else the articles of a cluster name."""

    def __init__(self, clusters: Clusters[ActorFacts], digest_of: DigestOf) -> None:
        self._digest_of = digest_of
        self._members: dict[int, list[Profile]] = {}
        for index, profile in enumerate(clusters.profiles):
            self._members.setdefault(clusters.find(index), []).append(profile)
        self._clusters = clusters

    def shared(self, one: int, other: int) -> bool:
        """Whether two clusters stand among the same names; true also where one stands alone, which tells nothing."""
        members = [self._members.get(i) or self._members.get(self._clusters.find(i), []) for i in (one, other)]
        own = {fold(form) for found in members for profile in found for form in profile.forms}
        a, b = (self._names(found) - own for found in members)
        return not a or not b or not a.isdisjoint(b)

    def _names(self, profiles: Iterable[Profile]) -> set[str]:
        digests = {a: self._digest_of(a) for p in profiles for a in p.articles}
        read = nsmallest(_MOST_CONTEXT, digests.values(), key=lambda d: d.order)
        return {name for d in read for name in d.around}


def shown_name(profiles: Iterable[Profile], known: KnownName | None) -> str:
    """Return the form that a reader knows best: the known one, else of the articles' own names the full, common one."""
    if known:
        return known.name
    counts: Counter[str] = Counter()
    for profile in profiles:
        counts[profile.name] += len(profile.articles)
    return min(counts, key=lambda f: (-_fullness(f), -counts[f], -len(f), f))


def _fullness(form: str) -> int:
    """Return 2 for a full name, 1 for a single one, 0 for words in lower case."""
    return min(2, sum(w[:1].isupper() for w in form.replace("-", " ").split()) if form[:1].isupper() else 0)
