"""Drafts the estimates of an article: which numbers count, what, whose, where, when, who says so, part of what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from summarizer.backends.offline.frames import Frames
from summarizer.backends.offline.holders import Holder, holder_of
from summarizer.backends.offline.measures import Measured, measure_of
from summarizer.backends.offline.reading import Figure, Reading
from summarizer.backends.offline.scenes import Found, is_present, place_of, time_of
from summarizer.backends.offline.voices import assertion_of, said_by_of
from summarizer.models import DraftEstimate, Quantity
from summarizer.schema import NounClass
from summarizer.tags import PUBLISHED

# "the others, 401" is a part beside the part before it, not of it.
_BESIDE = re.compile(r"\b(?:the (?:others?|rest|remaind(?:er|ing))|respectively)\b", re.IGNORECASE)
_PARTS = re.compile(
    r"\b(?:including|of (?:whom|which|them|these)|among (?:them|whom|these)|comprising|consisting of)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:\band|,)\s*\S*\s*$")
_CLOSED = re.compile(r",\s*and\s*$")
_JOINED = re.compile(r"\s*(?:,|and|,\s*and|as well as|plus|,\s*as well as)\s*(?:the |another )?")
_POINTING = frozenset({"", "of them", "of these", "them", "others", "people"})
LEAD_IN = 60  # characters between a whole, a colon and its first part


def draft_estimates(reading: Reading, frames: Frames) -> tuple[DraftEstimate, ...]:
    """Return the estimates of one section in text order."""
    drafts: list[DraftEstimate] = []
    measured_at: dict[int, Measured] = {}
    for figure in reading.figures:
        whole = _whole_of(figure, reading, drafts)
        measured = measure_of(figure, reading, frames)
        measured = _inherited(figure, measured, whole, measured_at, drafts, reading, frames)
        if measured is None:
            continue
        measured_at[figure.number] = measured
        drafts.append(_draft(figure, measured, whole, drafts, reading, frames))
    return tuple(drafts)


def _draft(
    figure: Figure,
    measured: Measured,
    whole: DraftEstimate | None,
    drafts: Sequence[DraftEstimate],
    reading: Reading,
    frames: Frames,
) -> DraftEstimate:
    holder = holder_of(figure, measured, reading, frames)
    place = place_of(figure, reading)
    time = time_of(figure, reading, event=measured.measure in frames.events or measured.measure.doer_holds)
    voice = said_by_of(figure, reading)
    if holder.tag is None and (beside := _before(figure, drafts, reading)):
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


def _whole_of(figure: Figure, reading: Reading, drafts: Sequence[DraftEstimate]) -> DraftEstimate | None:
    """Return the estimate that a figure is a part of, by "including", "of whom", a colon or a list of items."""
    if not drafts:
        return None
    numbers = {int(d.quantity[1:]) - 1: d for d in drafts}
    sentence = reading.sentences[figure.sentence]
    inside = [n for n in numbers if sentence.start <= reading.marked.quantities[n].start < figure.quantity.start]
    for number in reversed(inside):
        between = reading.text[reading.marked.quantities[number].end : figure.quantity.start]
        draft = numbers[number]
        if _PARTS.search(between) or (":" in between and len(between) < LEAD_IN):
            return draft
        if _BESIDE.search(between) or (draft.part_of and _LISTED.search(between)):
            beside = numbers.get(int(draft.part_of[1:]) - 1) if draft.part_of else None
            # A comma before "and" closes an "including": what follows is beside the whole, not beside its parts.
            closed = beside is not None and beside.part_of and _CLOSED.search(between)
            return numbers.get(int(beside.part_of[1:]) - 1) if closed and beside and beside.part_of else beside
    return _whole_of_item(figure, reading, numbers) if not inside else None


def _whole_of_item(figure: Figure, reading: Reading, numbers: dict[int, DraftEstimate]) -> DraftEstimate | None:
    """Return the estimate that a list item divides: the last one before the list's lead-in, not itself in a list."""
    if not _is_item(reading, figure.sentence):
        return None
    lead = figure.sentence - 1
    while lead >= 0 and _is_item(reading, lead):
        lead -= 1
    if lead < 0 or not reading.text[: reading.sentences[lead].end].rstrip().endswith(":"):
        return None
    first = lead - 1 if reading.same_paragraph(lead, lead - 1) else lead
    start, end = reading.sentences[max(0, first)].start, reading.sentences[lead].end
    before = [n for n in sorted(numbers) if start <= reading.marked.quantities[n].start < end]
    return numbers[before[-1]] if before else None


def _is_item(reading: Reading, sentence: int) -> bool:
    return reading.text[reading.sentences[sentence].start] in "•-*–▪●◦·"


def _inherited(
    figure: Figure,
    measured: Measured | None,
    whole: DraftEstimate | None,
    measured_at: dict[int, Measured],
    drafts: Sequence[DraftEstimate],
    reading: Reading,
    frames: Frames,
) -> Measured | None:
    """Let a part, or the second of two joined figures, share what holds of the first: "9 women and 5 children"."""
    source = whole or _joined_to(figure, drafts, reading)
    if source is None or figure.quantity.kind != "count" or (measured and measured.measure in frames.events):
        return measured
    shared = measured_at[int(source.quantity[1:]) - 1]
    words = reading.words[figure.sentence]
    noun = frames.noun_in(words, figure.counted_first, figure.counted_last)
    if noun is not None:
        like = _alike(noun.of, shared, frames) and (whole is not None or shared.measure in frames.events)
        return Measured(shared.measure, noun, "shared with the figure before") if like else measured
    pointing = figure.quantity.counted.lower() in _POINTING
    return Measured(shared.measure, shared.noun, "of the whole") if whole and pointing else measured


def _alike(noun: NounClass, shared: Measured, frames: Frames) -> bool:
    """Whether the same things can befall a class and the counted of another figure: fighters, civilians, people."""
    if noun.name in shared.measure.befalls or noun.name in shared.measure.counts:
        return True
    return shared.of is not None and any(noun.name in m.befalls and shared.of.name in m.befalls for m in frames.events)


def _before(figure: Figure, drafts: Sequence[DraftEstimate], reading: Reading) -> DraftEstimate | None:
    """Return the figure before in the sentence, joined by "and" over its verb: "12 were killed and 30 injured"."""
    last = drafts[-1] if drafts else None
    if last is None:
        return None
    quantity = _quantity(last, reading)
    between = reading.text[quantity.end : figure.quantity.start]
    near = len(between) < LEAD_IN and reading.sentence_at(quantity.start) == figure.sentence
    return last if near and re.search(r"\band\s+(?:another |some )?$", between) else None


def _joined_to(figure: Figure, drafts: Iterable[DraftEstimate], reading: Reading) -> DraftEstimate | None:
    """Return the figure right before in the same object: "killing 3 soldiers and two officers"."""
    last = max(drafts, key=lambda d: int(d.quantity[1:]), default=None)
    if last is None:
        return None
    quantity = reading.marked.quantities[int(last.quantity[1:]) - 1]
    if reading.sentence_at(quantity.start) != figure.sentence:
        return None
    between = reading.text[max(quantity.counted_end, quantity.end) : figure.quantity.start]
    return last if _JOINED.fullmatch(between) else None


def remarks_on_sums(drafts: Sequence[DraftEstimate], reading: Reading) -> Iterator[tuple[DraftEstimate, str]]:
    """Yield each whole whose exact parts add up to more than it, with a remark; parts may be fewer than all."""
    for whole in drafts:
        figures = [_quantity(d, reading) for d in drafts if d.part_of == whole.quantity and d.measure == whole.measure]
        total = _quantity(whole, reading)
        if len(figures) < 2 or any(q.qualifier != "exact" or q.low is None for q in (*figures, total)):
            continue
        spoken = sum(q.low for q in figures if q.low is not None)
        if total.low is not None and spoken > total.low:
            yield whole, f"the parts given add up to {spoken:,.0f}, more than the whole of {total.low:,.0f}"


def _quantity(draft: DraftEstimate, reading: Reading) -> Quantity:
    return reading.marked.quantities[int(draft.quantity[1:]) - 1]
