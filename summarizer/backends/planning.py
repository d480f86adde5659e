"""Which numbers are worth a question: those that the rules leave open, and some that they are sure of.

The sure ones are controls. A field is asked at all only where the article has enough controls for a model to prove
itself on it (see proving.py); without them its answer would change nothing, and would be paid for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from summarizer.backends.proving import CONTROLS_FOR_A_MISS, MIN_CONTROLS
from summarizer.backends.questions import NONE, Item, lead, shown
from summarizer.checks import REACH, check_estimate, foremost, groups, measures, noun_classes
from summarizer.models import Attribution, Draft, DraftEstimate, MarkedArticle, Quantity
from summarizer.schema import Schema
from summarizer.tags import (
    actors_within,
    find,
    in_furniture,
    is_within,
    place_starts,
    places_within,
    sentence_number,
    speaker_starts,
    stretch,
)

# What a model may settle about a number. Bounds, unit and date are code's alone.
FIELDS = ("measure", "holder", "said_by", "place")
# Where a figure's own sentence names several places, no rule having chosen one is an answer.
_MOST_PLACES = 1
_UNSURE = "?"


def is_unsure(estimate: DraftEstimate, name: str) -> bool:
    """Return True where the rule that decided a field marked itself unsure."""
    return estimate.rules.get(name, "").endswith(_UNSURE)


def is_open(estimate: DraftEstimate, name: str, marked: MarkedArticle) -> bool:
    """Return True where a model may settle a field: its rule is unsure, or none found a holder or the place.

    No speaker is an answer, and so is no place where the figure's sentence names several.
    """
    if is_unsure(estimate, name) or (name == "holder" and estimate.holder is None):
        return True
    if name != "place" or estimate.place is not None:
        return False
    sentence = marked.article.sentences[sentence_number(_quantity(estimate, marked).start, marked.article)]
    here = {spot.place for spot in marked.spots if sentence.start <= spot.start < sentence.end}
    return len(here) <= _MOST_PLACES


def _quantity(estimate: DraftEstimate, marked: MarkedArticle) -> Quantity:
    return marked.quantities[int(estimate.quantity[1:]) - 1]


def plan_numbers(draft: Draft, marked: MarkedArticle, schema: Schema) -> list[Item]:
    """Return the numbers to ask about, in text order; none where nothing is open or nothing could be proven."""
    drafted = {e.quantity: e for estimates in draft.estimates.values() for e in estimates}
    wanted: dict[str, tuple[str, ...]] = {}
    for n in range(1, len(marked.quantities) + 1):
        tag = f"N{n}"
        if tag in drafted:
            wanted[tag] = tuple(f for f in FIELDS if is_open(drafted[tag], f, marked))
        elif _could_be_missed(tag, marked, schema):
            wanted[tag] = FIELDS
    controls = _controls(drafted, wanted, marked)
    items = []
    for n in range(1, len(marked.quantities) + 1):
        tag = f"N{n}"
        asked = tuple(f for f in wanted.get(tag, ()) if f in controls)
        if tag not in drafted and "measure" not in asked:
            asked = ()  # a figure without a measure is none
        known = {f: _current(drafted[tag], f) for f in controls if tag in controls[f]}
        if item := _number_item(tag, (*asked, *known), known, drafted.get(tag), marked, schema):
            items.append(item)
    return _of_open_fields(items)


def narrowed(items: Iterable[Item], fields: frozenset[str], draft: Draft) -> list[Item]:
    """Return what is left of planned numbers where only some fields are asked about; none where nothing is open.

    A number that the rules passed over is nothing without a measure.
    """
    drafted = {e.quantity for estimates in draft.estimates.values() for e in estimates}
    return _of_open_fields([i.narrowed(fields) for i in items if i.tag in drafted or "measure" in fields])


def _of_open_fields(items: Sequence[Item]) -> list[Item]:
    """Return items with those fields that are open for one of them: to be believed on another is of no use."""
    fields = frozenset(f for i in items for f in i.open)
    return [left for i in items if (left := i.narrowed(fields)).choices]


def meanings(schema: Schema) -> dict[str, Mapping[str, str]]:
    """Return what each measure counts."""
    return {"measure": {name: measure.means for name, measure in measures(schema).items()}}


def _could_be_missed(tag: str, marked: MarkedArticle, schema: Schema) -> bool:
    quantity = marked.quantities[int(tag[1:]) - 1]
    if in_furniture(quantity.start, quantity.end, marked.article) or not noun_classes(quantity.counted, schema):
        return False
    return any(not check_estimate(DraftEstimate(tag, m), marked, schema, strict=True) for m in measures(schema))


def _controls(
    drafted: Mapping[str, DraftEstimate], wanted: Mapping[str, Sequence[str]], marked: MarkedArticle
) -> dict[str, list[str]]:
    """Return the numbers that the rules are sure of, for each field that is open somewhere and can be proven.

    What is asked about anyway comes first: all that is shown is paid for.
    """
    found: dict[str, list[str]] = {}
    for name in FIELDS:
        sure = [tag for tag, e in drafted.items() if e.rules.get(name) and not is_open(e, name, marked)]
        sure.sort(key=lambda tag: not (wanted.get(tag) or _is_among(tag, found)))
        different = list({_current(drafted[tag], name): tag for tag in reversed(sure)}.values())
        chosen = [*different, *(t for t in sure if t not in different)][:CONTROLS_FOR_A_MISS]
        if len(chosen) >= MIN_CONTROLS and len(different) > 1 and any(name in w for w in wanted.values()):
            found[name] = chosen
    return found


def _is_among(tag: str, found: Mapping[str, Sequence[str]]) -> bool:
    return any(tag in tags for tags in found.values())


def _number_item(
    tag: str,
    asked: Sequence[str],
    known: Mapping[str, str],
    estimate: DraftEstimate | None,
    marked: MarkedArticle,
    schema: Schema,
) -> Item | None:
    quantity = marked.quantities[int(tag[1:]) - 1]
    choices: dict[str, Mapping[str, str]] = {}
    for name in sorted(asked, key=FIELDS.index):
        offered = _choices(name, quantity, marked, schema)
        if current := getattr(estimate, name) if estimate else None:
            # What the rules chose is a choice, wherever it is named, and stands for its words.
            offered = offered | {_named(current, marked): current}
        if offered:
            choices[name] = offered
    if not choices:
        return None
    end = max(quantity.end, quantity.counted_end)
    at = sentence_number(quantity.start, marked.article)
    words = f"{shown(marked.article, quantity.start, end)} (S{marked.article.sentences[at].index})"
    return Item(
        tag,
        words,
        choices,
        {f: v for f, v in known.items() if f in choices},
        at=at,
        beside=_beside(choices, at, marked),
    )


def _beside(choices: Mapping[str, Mapping[str, str]], at: int, marked: MarkedArticle) -> tuple[int, ...]:
    """Return the positions of other sentences in which choices are named: each where it is named last before."""
    article = marked.article
    end = article.sentences[at].end
    opening = [article.sentences[n] for n in lead(article)]
    found: set[int] = set()
    for tag in {tag for offered in choices.values() for tag in offered.values()}:
        starts = _named_at(tag, marked)
        before = bisect_left(starts, end)
        if before and not any(is_within(starts[:before], s.start, s.end) for s in opening):
            found.add(sentence_number(starts[before - 1], article))
    return tuple(sorted(n for n in found if at - REACH <= n < at))


def _named_at(tag: str, marked: MarkedArticle) -> Sequence[int]:
    """Return where what a tag stands for is named, in text order; nowhere for a measure or a group."""
    return place_starts(tag, marked) if tag.startswith("P") else speaker_starts(tag, marked)


def _choices(name: str, quantity: Quantity, marked: MarkedArticle, schema: Schema) -> dict[str, str]:
    """Return the choices of a field for a number: what passes the checks, being named near it or, of holders, most."""
    article, offset = marked.article, quantity.start
    if name == "measure":
        return {m.name: m.name for m in measures(schema).values() if m.given_in(quantity.unit, quantity.kind)}
    first, after = stretch(offset, article, reach=REACH)
    if name == "holder":
        # Those who take part hold figures; where the schema names no such kinds, anybody may.
        kinds = schema.entity_rules.parties
        named = actors_within(first, after, marked)
        parties = {_named(t, marked): t for t in named if not kinds or find(t, marked).kind in kinds}
        about = {_named(tag, marked): tag for tag in foremost(marked, schema)}
        return parties | about | {g: g for g in groups(schema)}
    if name == "place":
        return {_named(tag, marked): tag for tag in places_within(first, after, marked)}
    # Who speaks twice near a number is one choice, and stands for the later time.
    return {
        w.speaker: f"W{n}"
        for n, w in enumerate(marked.attributions, start=1)
        if w.start <= offset < w.end or first <= w.speaker_start < after
    }


def _named(tag: str, marked: MarkedArticle) -> str:
    """Return the words that a tag is answered by; a measure or group is its own."""
    found = find(tag, marked)
    return found.speaker if isinstance(found, Attribution) else getattr(found, "name", tag)


def _current(estimate: DraftEstimate, name: str) -> str:
    return getattr(estimate, name) or NONE
