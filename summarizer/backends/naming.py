"""Unknown names: what kind of thing a model is asked to say of each, and what its answers may change. Pure.

Marking takes a run of capitals that nothing else speaks for as a person ("Geneva Communique", "Executive Order"), and
an unknown word after a preposition as a place; others it cannot read at all ("They took Welkait and Raya"). Of those
alone a model is asked what they are, between names whose kind is beyond doubt. Where it is believed (see proving.py), a
name that it takes for nothing of the kinds is left out of the lists, one of another kind goes under that, and one that
marking could not read is put in; but only under a kind that it uses rightly for the names beyond doubt. Who holds a
figure, says something or stands in the domain's list of names is never asked about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache

from summarizer.backends.proving import MIN_CONTROLS, agrees, believed, proven
from summarizer.backends.questions import NONE, Answers, Item, lead, shown
from summarizer.backends.settling import not_followed
from summarizer.folding import fold
from summarizer.gazetteer import default_gazetteer
from summarizer.models import Actor, Draft, Location, MarkedArticle, Unread
from summarizer.schema import Schema
from summarizer.tags import actor_starts, find, is_within, name_spans, place_starts, sentence_number

FIELD = "kind"
PLACE, PERSON, STATE = "place", "person", "state"
"""Kinds that marking knows by these names in every domain."""
_GROUP = "group"
# What looks like a name and is none of anybody or any place. Asked for by name, for a small model seldom says "none".
_NO_NAMES: Mapping[str, str] = {
    "event": "something that happened or is planned: a meeting, a campaign, an agreement, a storm",
    "document": "a law, an order, a resolution, a report or a plan",
    "title": "an office, a rank or a post without a person's name",
    "people": "a nation, tribe or faith, or what belongs to one: Arab, Sunni",
}
# What is named more often than this was read by more than its capitals.
_SELDOM = 2
_MOST_ACTORS, _MOST_PLACES, _MOST_UNREAD = 8, 4, 6
_EACH_CONTROL = 2
_LEAST_RIGHT = 2


def plan_names(draft: Draft, marked: MarkedArticle, schema: Schema) -> list[Item]:
    """Return the names to ask about, in text order; none where none is in doubt or nothing could be proven."""
    doubtful = [*_doubtful_actors(draft, marked, schema), *_doubtful_places(draft, marked), *_unread(marked)]
    seen = frozenset(lead(marked.article)).union(*(_sentences(tag, marked)[:1] for tag in doubtful))
    controls = dict(_controls(marked, schema, seen)) if doubtful else {}
    if len(controls) < MIN_CONTROLS or len({_coarse(kind) for kind in controls.values()}) < 2:
        return []
    kinds = {*schema.entity_rules.kinds, PLACE}
    choices = {word: word if word in kinds else NONE for word in meanings(schema)[FIELD]}
    of_one_word = {word: kind for word, kind in choices.items() if kind != PERSON}
    tags = {**dict.fromkeys(doubtful), **controls}
    items = [
        item
        for tag, known in tags.items()
        if (item := _item(tag, of_one_word if _is_unread_word(tag, marked) else choices, known, marked, seen))
    ]
    return sorted(items, key=lambda i: (i.at, i.tag))


def meanings(schema: Schema) -> dict[str, Mapping[str, str]]:
    """Return what each kind means."""
    kinds = {**schema.entity_rules.kinds, PLACE: "a town, region, river, building or any other place"}
    return {FIELD: {**kinds, **{word: means for word, means in _NO_NAMES.items() if word not in kinds}}}


def names_to_confirm(items: Sequence[Item], answers: Answers, marked: MarkedArticle) -> dict[str, tuple[str, ...]]:
    """Return the names, by tag, whose answers would change something."""
    return {tag: (FIELD,) for tag, kind in _said(items, answers).items() if kind != _kind(tag, marked)}


def companions(items: Sequence[Item]) -> dict[str, tuple[str, ...]]:
    """Return names beyond doubt, one of each sort, to be asked again beside others.

    Asked about one name alone a small model falls back on the kind that it gives by default.
    """
    sorts = {_coarse(item.known[FIELD]): item.tag for item in reversed(items) if FIELD in item.known}
    return dict.fromkeys(sorts.values(), (FIELD,))


def settle_names(draft: Draft, items: Sequence[Item], answers: Answers, marked: MarkedArticle) -> Draft:
    """Return the draft with the names that a believed model left out or took for another kind."""
    entities = {s: list(tags) for s, tags in draft.entities.items()}
    places = {s: list(tags) for s, tags in draft.places.items()}
    kinds = dict(draft.kinds)
    for tag, kind in _said(items, answers).items():
        if kind == _kind(tag, marked):
            continue
        if kind in (NONE, PLACE) or tag.startswith("P"):
            _take_out(tag, entities if tag.startswith("A") else places)
        if kind != NONE:
            kinds[tag] = kind
            _put_in(tag, places if kind == PLACE else entities, marked)
    notes = not_followed(items, answers, names_proven(items, answers))
    return draft._replace(
        entities={s: tuple(tags) for s, tags in entities.items()},
        places={s: tuple(tags) for s, tags in places.items()},
        kinds=kinds,
        notes=(*draft.notes, *notes),
    )


def _said(items: Sequence[Item], answers: Answers) -> dict[str, str]:
    fields = names_proven(items, answers)
    said = ((i.tag, believed(i, answers, fields).get(FIELD)) for i in items)
    return {tag: kind for tag, kind in said if kind and _is_trusted(kind, items, answers)}


def _is_trusted(kind: str, items: Sequence[Item], answers: Answers) -> bool:
    """Whether a model uses kinds of this sort rightly for the names beyond doubt.

    A small model has a kind that it gives by default and is right with others: that it calls towns places says nothing
    about whom it calls an organisation. Which kind of group it is must be right too, this kind among them, and once may
    be luck. "None" is right for no name beyond doubt, and trusted where none of them got it.
    """
    given = [(answers.get(i.tag, {}).get(FIELD), i.known[FIELD]) for i in items if FIELD in i.known]
    alike = [answer == known for answer, known in given if answer is not None and _coarse(answer) == _coarse(kind)]
    if kind == NONE:
        return not alike
    return (kind, kind) in given and sum(alike) >= _LEAST_RIGHT and agrees(sum(alike), len(alike))


def names_proven(items: Sequence[Item], answers: Answers) -> frozenset[str]:
    """Return the field where a model tells people from groups and places; which kind of group is arguable."""
    return proven(items, answers, same=lambda answer, known: _coarse(answer) == _coarse(known))


def _coarse(kind: str) -> str:
    return kind if kind in (PLACE, PERSON, NONE) else _GROUP


def _kind(tag: str, marked: MarkedArticle) -> str:
    """Return what the rules take a name for."""
    if tag.startswith("U"):
        return NONE
    return PLACE if tag.startswith("P") else marked.actors[int(tag[1:]) - 1].kind


def _item(
    tag: str, choices: Mapping[str, str], known: str | None, marked: MarkedArticle, seen: Set[int]
) -> Item | None:
    """Return a name as it stands in a sentence that is shown anyway, else where it stands first; None if nowhere."""
    spans = name_spans(tag, marked)
    if not spans:
        return None
    at, (start, end) = min(zip(_sentences(tag, marked), spans, strict=True), key=lambda found: found[0] not in seen)
    words = f"{shown(marked.article, start, end)} (S{marked.article.sentences[at].index})"
    return Item(tag, words, {FIELD: choices}, {FIELD: known} if known else {}, at=at)


def _sentences(tag: str, marked: MarkedArticle) -> list[int]:
    """Return the positions of the sentences of each of a name's mentions."""
    return [sentence_number(start, marked.article) for start, _ in name_spans(tag, marked)]


def _doubtful_actors(draft: Draft, marked: MarkedArticle, schema: Schema) -> Iterator[str]:
    """Yield the tags of those who were taken for persons by their capitals alone."""
    listed = {tag for tags in draft.entities.values() for tag in tags}
    settled = _in_use(draft, marked) | {f"A{w.actor + 1}" for w in marked.attributions if w.actor is not None}
    known = _known(schema)
    found = 0
    for n, actor in enumerate(marked.actors, start=1):
        tag = f"A{n}"
        if (
            found < _MOST_ACTORS
            and tag in listed
            and tag not in settled
            and _by_capitals_alone(tag, actor, marked, known)
        ):
            found += 1
            yield tag


def _by_capitals_alone(tag: str, actor: Actor, marked: MarkedArticle, known: frozenset[str]) -> bool:
    words = actor.name.split()
    return (
        actor.kind == PERSON
        and len(words) > 1
        and not actor.aliases
        and len(actor_starts(tag, marked)) <= _SELDOM
        and fold(actor.name) not in known
        and not default_gazetteer().signals(words[0]).given_name
    )


def _doubtful_places(draft: Draft, marked: MarkedArticle) -> Iterator[str]:
    """Yield the tags of places that no gazetteer knows and that are named once."""
    listed = {tag for tags in draft.places.values() for tag in tags}
    used = _in_use(draft, marked)
    found = 0
    for n, place in enumerate(marked.places, start=1):
        tag = f"P{n}"
        once = place.key.startswith("form:") and len(place_starts(tag, marked)) == 1
        if found < _MOST_PLACES and tag in listed and tag not in used and once:
            found += 1
            yield tag


def _is_unread_word(tag: str, marked: MarkedArticle) -> bool:
    """Whether a name that could not be read is one word: no person, whom an article names in full or with a title."""
    found = find(tag, marked)
    return isinstance(found, Unread) and len(found.name.split()) == 1


def _unread(marked: MarkedArticle) -> list[str]:
    """Return the tags of what marking could not read, as many as are asked about: those that stand there most often."""
    often = sorted(range(len(marked.unread)), key=lambda n: -len(marked.unread[n].spans))
    return [f"U{n + 1}" for n in sorted(often[:_MOST_UNREAD])]


def _controls(marked: MarkedArticle, schema: Schema, seen: Set[int]) -> Iterator[tuple[str, str]]:
    """Yield names whose kind is beyond doubt.

    They are those of the domain's list, states, persons who speak or have a title, and places of the gazetteer; of
    groups they are of different kinds where there are such. Those in sentences that are shown anyway come first.
    """
    taken: Counter[str] = Counter()
    for tag, kind in _of_all_kinds(_seen_first(_sure_actors(marked, schema), marked, seen)):
        if taken[_coarse(kind)] < _EACH_CONTROL:
            taken[_coarse(kind)] += 1
            yield tag, kind
    sure = ((f"P{n}", PLACE) for n, place in enumerate(marked.places, start=1) if _is_sure_place(place))
    yield from _seen_first(sure, marked, seen)[:_EACH_CONTROL]


def _seen_first(names: Iterable[tuple[str, str]], marked: MarkedArticle, seen: Set[int]) -> list[tuple[str, str]]:
    stretches = [(s.start, s.end) for s in (marked.article.sentences[at] for at in seen)]

    def is_unseen(name: tuple[str, str]) -> bool:
        starts = actor_starts(name[0], marked) or place_starts(name[0], marked)
        return not any(is_within(starts, first, after) for first, after in stretches)

    return sorted(names, key=is_unseen)


def _sure_actors(marked: MarkedArticle, schema: Schema) -> Iterator[tuple[str, str]]:
    """Yield tags and kinds of actors on the domain's list, of states, and of persons who speak or have a title."""
    known = _known(schema)
    speakers = {w.actor for w in marked.attributions if w.actor is not None}
    for n, actor in enumerate(marked.actors):
        person = actor.kind == PERSON and (n in speakers or _has_title(actor))
        if (person or actor.kind == STATE or fold(actor.name) in known) and actor_starts(f"A{n + 1}", marked):
            yield f"A{n + 1}", actor.kind


def _of_all_kinds(sure: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the first of each kind before the second of any: what is proven of one kind of group is not of another."""
    seen: Counter[str] = Counter()
    ranked = []
    for tag, kind in sure:
        ranked.append((seen[kind], tag, kind))
        seen[kind] += 1
    return [(tag, kind) for _, tag, kind in sorted(ranked, key=lambda r: r[0])]


def _has_title(actor: Actor) -> bool:
    """Whether a person is named with a title somewhere: "President Masum" beside "Masum"."""
    return any(alias.endswith(" " + actor.name) for alias in actor.aliases)


def _is_sure_place(place: Location) -> bool:
    # A country is a place here and a state there, and no control.
    return place.key.startswith(("geo:", "known:"))


@lru_cache(maxsize=8)
def _known(schema: Schema) -> frozenset[str]:
    return frozenset(fold(form) for name in schema.names for form in (name.name, *name.aliases))


def _in_use(draft: Draft, marked: MarkedArticle) -> set[str]:
    """Return the tags of actors and places that a figure or a claim hangs on."""
    used: set[str] = set()
    for estimates in draft.estimates.values():
        for e in estimates:
            used |= {tag for tag in (e.holder, e.place, e.said_by) if tag}
    for tag in [t for t in used if t.startswith("W")]:
        actor = marked.attributions[int(tag[1:]) - 1].actor
        used |= {f"A{actor + 1}"} if actor is not None else set()
    return used


def _take_out(tag: str, sections: Mapping[str, list[str]]) -> None:
    for tags in sections.values():
        if tag in tags:
            tags.remove(tag)


def _put_in(tag: str, sections: Mapping[str, list[str]], marked: MarkedArticle) -> None:
    """Put a name into the first section, where marking would list it."""
    for tags in sections.values():
        if tag not in tags:
            tags.append(tag)
            tags.sort(key=lambda t: _rank(t, marked))
        return


def _rank(tag: str, marked: MarkedArticle) -> tuple[int, bool, int]:
    """Return what names are listed by: how often they are named, whether a list knows them, where they are first."""
    spans, found = name_spans(tag, marked), find(tag, marked)
    unknown = isinstance(found, Unread) or (isinstance(found, Location) and found.key.startswith("form:"))
    return -len(spans), unknown, spans[0][0] if spans else len(marked.article.text)
