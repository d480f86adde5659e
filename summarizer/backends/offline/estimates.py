"""Drafts the estimates of an article: which numbers count, what, whose, where, when, who says so, part of what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.backends.offline.frames import Frames, Noun
from summarizer.backends.offline.holders import UNSURE, Holder, holder_of
from summarizer.backends.offline.measures import PREPOSITIONS, Measured, PassedOver, measure_of
from summarizer.backends.offline.moments import time_of
from summarizer.backends.offline.reading import Figure, Reading
from summarizer.backends.offline.scenes import Found, place_of
from summarizer.backends.offline.voices import assertion_of, said_by_of
from summarizer.backends.offline.wholes import LEAD_IN, number_of, quantity_of, whole_of
from summarizer.late_patterns import late_pattern
from summarizer.models import DraftEstimate, Quantity
from summarizer.schema import NounClass

# "12 were killed and 30 injured", "killed 14 civilians and wounded 53"
_AND_THEN = re.compile(r"\band\s+(?:\w+ )?(?:another |some |about |around |at least )?$")
_JOINED = re.compile(r"\s*(?:,|and|,\s*and|as well as|plus|,\s*as well as)\s*(?:the |another )?")
_COMPARED = re.compile(r"\b(?:against|compared (?:with|to)|versus|up from|down from) (?:just |only |some |about )?\Z")
# "The ministry says 74 died. Doctors put the number at 130.", "...; the opposition says 95"
_RESTATED = re.compile(
    r"\b(?:sa(?:ys?|id)|sp(?:eaks?|oke) of|puts? (?:it|the (?:number|figure|toll|total|count)) at|counts?|counted"
    r"|lists?|listed|shows?|showed|gives?|gave|estimates?|claims?|claimed|reported|(?:number|figure|toll|total|count)"
    r" (?:is|was|at|to|of|(?:stands|stood) at|(?:is|was) (?:above|over|nearer|closer to)))"
    r" (?:that )?(?:it (?:is|was) )?(?:about |some |at least |more than |only |just |nearly |around |over |up to )?\Z",
    re.IGNORECASE,
)
_CLOSES = late_pattern(r"\s*(?:[.;,)”\"]|\Z)")
_POINTING = frozenset({"", "of them", "of these", "them", "others", "people"})
_BACK = frozenset({"of them", "of these", "of those", "them", "these", "those"})
LONGEST_PREDICATE = 4  # words from "were" to the noun that says what they were


def draft_estimates(reading: Reading, frames: Frames) -> tuple[DraftEstimate, ...]:
    """Return the estimates of one section in text order."""
    return tuple(found for found in read_figures(reading, frames) if isinstance(found, DraftEstimate))


def read_figures(reading: Reading, frames: Frames) -> Iterator[DraftEstimate | PassedOver]:
    """Yield what each of the reading's figures is to one section, in text order: an estimate, or why it is none."""
    drafted: dict[int, DraftEstimate] = {}
    measured_at: dict[int, Measured] = {}
    for figure in reading.figures:
        last = next(reversed(drafted.values()), None)
        whole, parted = whole_of(figure, reading, drafted)
        found = measure_of(figure, reading, frames)
        measured = _inherited(figure, found, whole, last, measured_at, reading, frames)
        if isinstance(measured, PassedOver):
            yield measured
            continue
        draft = _draft(figure, measured, whole, parted, last, reading, frames)
        if last and _of_those_before(figure, draft, measured, last, measured_at[number_of(last.quantity)], reading):
            draft = draft._replace(holder=last.holder, rules={**draft.rules, "holder": "of those named before"})
        measured_at[figure.number] = measured
        drafted[figure.number] = draft
        yield draft


def _of_those_before(
    figure: Figure, draft: DraftEstimate, measured: Measured, last: DraftEstimate, shared: Measured, reading: Reading
) -> bool:
    """Whether a figure without a holder of its own counts the same as the one before: "9 of them", "puts it at 300"."""
    sure = draft.holder is not None and not draft.rules["holder"].endswith(UNSURE)
    before = reading.sentence_at(quantity_of(last, reading).start)
    if sure or before is None or shared.of is not measured.of:
        return False
    if figure.quantity.counted.lower() in _BACK:
        return draft.holder is None
    bare = not figure.quantity.counted and last.measure == draft.measure
    return bare and (before == figure.sentence or reading.same_paragraph(before, figure.sentence))


def _draft(
    figure: Figure,
    measured: Measured,
    whole: DraftEstimate | None,
    parted: str,
    last: DraftEstimate | None,
    reading: Reading,
    frames: Frames,
) -> DraftEstimate:
    holder = holder_of(figure, measured, reading, frames)
    event = measured.measure in frames.events or measured.measure.doer_holds
    place = place_of(figure, reading, event=event)
    time = time_of(figure, reading, event=event)
    voice = said_by_of(figure, reading)
    if holder.tag is None and (beside := _before(figure, last, reading)) and _may_share(beside, measured, frames):
        holder = Holder(beside.holder, "as the figure before?")
    if whole is not None and whole.measure != measured.measure.name:
        whole, parted = None, "measured unlike its whole"
    if whole is not None:
        holder, place, time, voice = _from_whole(whole, holder, place, time, voice)
    heard = assertion_of(figure, reading)
    return DraftEstimate(
        quantity=figure.tag,
        measure=measured.measure.name,
        holder=holder.tag,
        place=place.tag,
        said_by=voice.tag,
        as_of=time.tag,
        assertion=heard.assertion,
        part_of=whole.quantity if whole is not None else None,
        notes=("the number is misprinted in the source and left as it is printed",)
        if figure.quantity.qualifier == "unreadable"
        else (),
        rules={
            "measure": measured.rule,
            "holder": holder.rule,
            "place": place.rule,
            "as_of": time.rule,
            "said_by": voice.rule,
            "assertion": heard.rule,
            "part_of": parted,
        },
    )


def _from_whole(
    whole: DraftEstimate, holder: Holder, place: Found, time: Found, voice: Found
) -> tuple[Holder, Found, Found, Found]:
    """Fill from the whole what the part does not say itself."""
    rule = "of the whole"
    if holder.tag is None or holder.rule.endswith("?"):
        holder = Holder(whole.holder, rule)
    if place.tag is None or place.rule.endswith("?"):
        place = Found(whole.place, rule)
    if time.tag is None:
        time = Found(whole.as_of, rule)
    if voice.tag is None:
        voice = Found(whole.said_by, rule)
    return holder, place, time, voice


def _inherited(
    figure: Figure,
    measured: Measured | PassedOver,
    whole: DraftEstimate | None,
    last: DraftEstimate | None,
    measured_at: dict[int, Measured],
    reading: Reading,
    frames: Frames,
) -> Measured | PassedOver:
    """Let a part, or the second of two joined figures, share what holds of the first: "9 women and 5 children"."""
    restated = _restated(figure, last, reading)
    source = whole or _joined_to(figure, last, reading) or _compared_with(figure, last, reading) or restated
    known = isinstance(measured, Measured) and measured.measure in frames.events
    if source is None or figure.quantity.kind != "count" or known:
        return measured
    shared = measured_at[number_of(source.quantity)]
    words = reading.words[figure.sentence]
    noun = frames.noun_in(words, figure.counted_first, figure.counted_last)
    if noun is not None:
        like = _alike(noun.of, shared, frames) and (whole is not None or shared.measure in frames.events)
        rule = "of the whole" if whole else "shared with the figure before"
        return Measured(shared.measure, noun, rule) if like else measured
    if source is not whole:
        bare = not figure.quantity.counted
        rule = "restates the figure before" if source is restated else "compared with the figure before"
        return Measured(shared.measure, shared.noun, rule) if bare else measured
    among = _word_before(figure, reading) not in PREPOSITIONS  # "34 of them live in 5 camps"
    if whole and among and shared.measure in frames.events and isinstance(measured, PassedOver):
        return Measured(shared.measure, shared.noun, "of the whole")  # "80 dead, among them five signatories"
    if not whole or figure.quantity.counted.lower() not in _POINTING:
        return measured
    predicate = frames.first_noun(words, figure.last + 1, min(len(words), figure.last + LONGEST_PREDICATE))
    if predicate and words[figure.last].lower in ("is", "are", "was", "were") and _alike(predicate.of, shared, frames):
        return Measured(shared.measure, predicate, "of the whole")  # "of them 93 were civilians"
    return Measured(shared.measure, shared.noun, "of the whole")


def _word_before(figure: Figure, reading: Reading) -> str:
    words = reading.words[figure.sentence]
    return words[figure.first - 1].lower if figure.first else ""


def _alike(noun: NounClass, shared: Measured, frames: Frames) -> bool:
    """Whether the same things can befall a class and the counted of another figure: fighters, civilians, people."""
    if noun.name in shared.measure.befalls or noun.name in shared.measure.counts:
        return True
    return shared.of is not None and any(noun.name in m.befalls and shared.of.name in m.befalls for m in frames.events)


def _before(figure: Figure, last: DraftEstimate | None, reading: Reading) -> DraftEstimate | None:
    """Return the figure before in the sentence, joined by "and" over its verb: "12 were killed and 30 injured"."""
    quantity = _in_sentence(figure, last, reading)
    between = reading.text[quantity.end : figure.quantity.start] if quantity else ""
    return last if quantity and len(between) < LEAD_IN and _AND_THEN.search(between) else None


def _may_share(beside: DraftEstimate, measured: Measured, frames: Frames) -> bool:
    """Whether a figure may be the holder's of the one before: soldiers are no civilians, however joined."""
    named = isinstance(measured.noun, Noun) and any(measured.noun.of.name in m.befalls for m in frames.events)
    return not (named and beside.holder in frames.rules.groups)


def _compared_with(figure: Figure, last: DraftEstimate | None, reading: Reading) -> DraftEstimate | None:
    """Return the figure that one is set beside: "recorded 27 attacks, compared with 11 in January"."""
    quantity = _in_sentence(figure, last, reading)
    return last if quantity and _COMPARED.search(reading.text, quantity.end, figure.quantity.start) else None


def _restated(figure: Figure, last: DraftEstimate | None, reading: Reading) -> DraftEstimate | None:
    """Return the figure before, here or in the sentence before, that somebody gives another number for."""
    quantity = quantity_of(last, reading) if last else None
    before = reading.sentence_at(quantity.start) if quantity else None
    if quantity is None or before is None or figure.quantity.counted:
        return None
    near = before == figure.sentence or (
        before == figure.sentence - 1 and reading.same_paragraph(before, figure.sentence)
    )
    start = max(reading.sentences[figure.sentence].start, quantity.end)
    given = near and _RESTATED.search(reading.text, start, figure.quantity.start)
    return last if given and _CLOSES.match(reading.text, figure.quantity.end) else None


def _joined_to(figure: Figure, last: DraftEstimate | None, reading: Reading) -> DraftEstimate | None:
    """Return the figure right before in the same object: "killing 3 soldiers and two officers"."""
    quantity = _in_sentence(figure, last, reading)
    between = reading.text[max(quantity.counted_end, quantity.end) : figure.quantity.start] if quantity else ""
    return last if quantity and _JOINED.fullmatch(between) else None


def _in_sentence(figure: Figure, last: DraftEstimate | None, reading: Reading) -> Quantity | None:
    """Return the quantity of the estimate before where it stands in the figure's own sentence."""
    quantity = quantity_of(last, reading) if last else None
    return quantity if quantity and reading.sentence_at(quantity.start) == figure.sentence else None
