"""Drafts the estimates of an article: which numbers count, what, whose, where, when, who says so, part of what."""

from __future__ import annotations

import re

from summarizer.backends.offline.frames import Frames, Noun
from summarizer.backends.offline.holders import Holder, holder_of
from summarizer.backends.offline.measures import Measured, measure_of
from summarizer.backends.offline.reading import Figure, Reading
from summarizer.backends.offline.scenes import Found, is_present, place_of, time_of
from summarizer.backends.offline.voices import assertion_of, said_by_of
from summarizer.backends.offline.wholes import LEAD_IN, number_of, quantity_of, whole_of
from summarizer.models import DraftEstimate
from summarizer.schema import NounClass
from summarizer.tags import PUBLISHED

# "12 were killed and 30 injured", "killed 14 civilians and wounded 53"
_AND_THEN = re.compile(r"\band\s+(?:\w+ )?(?:another |some |about |around |at least )?$")
_JOINED = re.compile(r"\s*(?:,|and|,\s*and|as well as|plus|,\s*as well as)\s*(?:the |another )?")
_POINTING = frozenset({"", "of them", "of these", "them", "others", "people"})
_BACK = frozenset({"of them", "of these", "of those", "them", "these", "those"})
LONGEST_PREDICATE = 4  # words from "were" to the noun that says what they were


def draft_estimates(reading: Reading, frames: Frames) -> tuple[DraftEstimate, ...]:
    """Return the estimates of one section in text order."""
    drafted: dict[int, DraftEstimate] = {}
    measured_at: dict[int, Measured] = {}
    for figure in reading.figures:
        last = next(reversed(drafted.values()), None)
        whole = whole_of(figure, reading, drafted)
        measured = measure_of(figure, reading, frames)
        measured = _inherited(figure, measured, whole, last, measured_at, reading, frames)
        if measured is None:
            continue
        draft = _draft(figure, measured, whole, last, reading, frames)
        back = last if figure.quantity.counted.lower() in _BACK else None
        if draft.holder is None and back and measured_at[number_of(back.quantity)].of is measured.of:
            draft = draft._replace(holder=back.holder, rules={**draft.rules, "holder": "of those named before"})
        measured_at[figure.number] = measured
        drafted[figure.number] = draft
    return tuple(drafted.values())


def _draft(
    figure: Figure,
    measured: Measured,
    whole: DraftEstimate | None,
    last: DraftEstimate | None,
    reading: Reading,
    frames: Frames,
) -> DraftEstimate:
    holder = holder_of(figure, measured, reading, frames)
    place = place_of(figure, reading)
    time = time_of(figure, reading, event=measured.measure in frames.events or measured.measure.doer_holds)
    voice = said_by_of(figure, reading)
    if holder.tag is None and (beside := _before(figure, last, reading)) and _may_share(beside, measured, frames):
        holder = Holder(beside.holder, "as the figure before?")
    if whole is not None and whole.measure == measured.measure.name:
        holder, place, time, voice = _from_whole(whole, holder, place, time, voice)
    if time.tag is None and reading.marked.article.published and is_present(figure, reading):
        time = Found(PUBLISHED, "present tense")
    return DraftEstimate(
        quantity=figure.tag,
        measure=measured.measure.name,
        holder=holder.tag,
        place=place.tag,
        said_by=voice.tag,
        as_of=time.tag,
        assertion=assertion_of(figure, reading),
        part_of=whole.quantity if whole is not None and whole.measure == measured.measure.name else None,
        notes=("the number is misprinted in the source and left as it is printed",)
        if figure.quantity.qualifier == "unreadable"
        else (),
        rules={
            "measure": measured.rule,
            "holder": holder.rule,
            "place": place.rule,
            "as_of": time.rule,
            "said_by": voice.rule,
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
    measured: Measured | None,
    whole: DraftEstimate | None,
    last: DraftEstimate | None,
    measured_at: dict[int, Measured],
    reading: Reading,
    frames: Frames,
) -> Measured | None:
    """Let a part, or the second of two joined figures, share what holds of the first: "9 women and 5 children"."""
    source = whole or _joined_to(figure, last, reading)
    if source is None or figure.quantity.kind != "count" or (measured and measured.measure in frames.events):
        return measured
    shared = measured_at[number_of(source.quantity)]
    words = reading.words[figure.sentence]
    noun = frames.noun_in(words, figure.counted_first, figure.counted_last)
    if noun is not None:
        like = _alike(noun.of, shared, frames) and (whole is not None or shared.measure in frames.events)
        return Measured(shared.measure, noun, "shared with the figure before") if like else measured
    if not whole or figure.quantity.counted.lower() not in _POINTING:
        return measured
    predicate = frames.first_noun(words, figure.last + 1, min(len(words), figure.last + LONGEST_PREDICATE))
    if predicate and words[figure.last].lower in ("is", "are", "was", "were") and _alike(predicate.of, shared, frames):
        return Measured(shared.measure, predicate, "of the whole")  # "of them 93 were civilians"
    return Measured(shared.measure, shared.noun, "of the whole")


def _alike(noun: NounClass, shared: Measured, frames: Frames) -> bool:
    """Whether the same things can befall a class and the counted of another figure: fighters, civilians, people."""
    if noun.name in shared.measure.befalls or noun.name in shared.measure.counts:
        return True
    return shared.of is not None and any(noun.name in m.befalls and shared.of.name in m.befalls for m in frames.events)


def _before(figure: Figure, last: DraftEstimate | None, reading: Reading) -> DraftEstimate | None:
    """Return the figure before in the sentence, joined by "and" over its verb: "12 were killed and 30 injured"."""
    if last is None:
        return None
    quantity = quantity_of(last, reading)
    between = reading.text[quantity.end : figure.quantity.start]
    near = len(between) < LEAD_IN and reading.sentence_at(quantity.start) == figure.sentence
    return last if near and _AND_THEN.search(between) else None


def _may_share(beside: DraftEstimate, measured: Measured, frames: Frames) -> bool:
    """Whether a figure may be the holder's of the one before: soldiers are no civilians, however joined."""
    named = isinstance(measured.noun, Noun) and any(measured.noun.of.name in m.befalls for m in frames.events)
    return not (named and beside.holder in frames.rules.groups)


def _joined_to(figure: Figure, last: DraftEstimate | None, reading: Reading) -> DraftEstimate | None:
    """Return the figure right before in the same object: "killing 3 soldiers and two officers"."""
    if last is None:
        return None
    quantity = quantity_of(last, reading)
    if reading.sentence_at(quantity.start) != figure.sentence:
        return None
    between = reading.text[max(quantity.counted_end, quantity.end) : figure.quantity.start]
    return last if _JOINED.fullmatch(between) else None
