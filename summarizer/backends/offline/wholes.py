"""Finds the whole that a figure is a part of: "including", "of whom", a colon, a list of items, "Of them, 93 were"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from summarizer.backends.offline.reading import Figure, Reading
from summarizer.models import DraftEstimate, Quantity

# "the others, 401" is a part beside the part before it, not of it.
_BESIDE = re.compile(r"\b(?:the (?:others?|rest|remaind(?:er|ing))|respectively)\b", re.IGNORECASE)
_PARTS = re.compile(
    r"\b(?:including|of (?:whom|which|them|these)|among (?:them|whom|these)|comprising|consisting of)\b|,\s*with\s*$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"\W*(?:of|among) (?:them|these|those|this number|that number)\W*(?:some|about)?\s*", re.IGNORECASE
)
_SHARE_OF_THEM = re.compile(r"\s*of (?:them|these|those)\b", re.IGNORECASE)
_OF_THEM_AFTER = re.compile(r"\s*of (?:them|these|those|whom|which)\b", re.IGNORECASE)
_LISTED = re.compile(r"(?:\band|,)\s*\S*\s*$")
_CLOSED = re.compile(r",\s*and\s*$")
MOST_BACK = 20  # figures of a sentence that are tried as the whole; more are a table, and each would be tried with each
LEAD_IN = 60  # characters between a whole, a colon and its first part

NO_WHOLE = "no whole named"

Drafted = dict[int, DraftEstimate]
"""The estimates so far by the numbers of their quantities, in text order."""


def number_of(tag: str) -> int:
    """Return the position of the quantity that a tag stands for."""
    return int(tag[1:]) - 1


def quantity_of(draft: DraftEstimate, reading: Reading) -> Quantity:
    """Return the quantity that an estimate is about."""
    return reading.marked.quantities[number_of(draft.quantity)]


def whole_of(figure: Figure, reading: Reading, drafted: Drafted) -> tuple[DraftEstimate | None, str]:
    """Return the estimate that a figure is a part of, None where the text says of none, and the rule."""
    inside = False
    back = _between(reading.sentences[figure.sentence].start, figure.quantity.start, reading, drafted)
    for number in islice(back, MOST_BACK):
        inside, draft = True, drafted[number]
        end = reading.marked.quantities[number].end
        # "83 of them" is a part itself, and makes none of what follows; "300, of whom 12" does.
        own = _SHARE_OF_THEM.match(reading.text, end)
        between = reading.text[own.end() if own else end : figure.quantity.start]
        if _OF_THEM_AFTER.match(reading.text, figure.quantity.end):
            return draft, "part by 'of them'"
        if parting := _PARTS.search(between):
            return draft, f"part after {parting[0].strip(' ,').lower()!r}"
        if ":" in between and len(between) < LEAD_IN:
            return draft, "part after a colon"
        if _BESIDE.search(between) or (draft.part_of and _LISTED.search(between)):
            return _ruled(_beside(draft, drafted, closed=_CLOSED.search(between) is not None), "beside another part")
    if inside:
        return None, NO_WHOLE
    if before := _whole_before(figure, reading, drafted):
        return before, "part of the figure before"
    return _ruled(_whole_of_item(figure, reading, drafted), "item of a list")


def _ruled(whole: DraftEstimate | None, rule: str) -> tuple[DraftEstimate | None, str]:
    return whole, rule if whole else NO_WHOLE


def _between(start: int, end: int, reading: Reading, drafted: Drafted) -> Iterator[int]:
    """Yield the numbers of the estimates between two positions, the last first."""
    for number in reversed(drafted):
        position = reading.marked.quantities[number].start
        if position < start:
            return
        if position < end:
            yield number


def _beside(draft: DraftEstimate, drafted: Drafted, *, closed: bool) -> DraftEstimate | None:
    """Return the whole of the part before; a comma before "and" closes an "including" and leads one level up."""
    whole = drafted.get(number_of(draft.part_of)) if draft.part_of else None
    return drafted.get(number_of(whole.part_of)) if closed and whole and whole.part_of else whole


def _whole_before(figure: Figure, reading: Reading, drafted: Drafted) -> DraftEstimate | None:
    """Return the last estimate of the sentence before: "Of them, 93 were ...", "Clashes killed 83 of them"."""
    sentence = reading.sentences[figure.sentence]
    leads = _OF_THEM.fullmatch(reading.text[sentence.start : figure.quantity.start])
    if not leads and not _OF_THEM_AFTER.match(reading.text, figure.quantity.end):
        return None
    if not reading.same_paragraph(figure.sentence, figure.sentence - 1):
        return None
    before = reading.sentences[figure.sentence - 1]
    return next((drafted[n] for n in _between(before.start, before.end, reading, drafted)), None)


def _whole_of_item(figure: Figure, reading: Reading, drafted: Drafted) -> DraftEstimate | None:
    """Return the estimate that a list item divides: the last one before the list's lead-in, not itself in a list."""
    lead = reading.lead_in(figure.sentence)
    if lead is None:
        return None
    first = lead - 1 if reading.same_paragraph(lead, lead - 1) else lead
    start, end = reading.sentences[first].start, reading.sentences[lead].end
    return next((drafted[n] for n in _between(start, end, reading, drafted)), None)


def remarks_on_sums(drafts: Sequence[DraftEstimate], reading: Reading) -> Iterator[tuple[DraftEstimate, str]]:
    """Yield each whole whose exact parts add up to more than it, with a remark; some parts may be missing."""
    parts: dict[str, list[Quantity]] = defaultdict(list)
    measures = {draft.quantity: draft.measure for draft in drafts}
    for draft in drafts:
        if draft.part_of and measures.get(draft.part_of) == draft.measure:
            parts[draft.part_of].append(quantity_of(draft, reading))
    for whole in drafts:
        figures, total = parts[whole.quantity], quantity_of(whole, reading)
        if len(figures) < 2 or any(q.qualifier != "exact" for q in (*figures, total)):
            continue
        spoken = sum(q.low for q in figures if q.low is not None)
        if total.low is not None and spoken > total.low:
            yield whole, f"the parts given add up to {spoken:,.0f}, more than the whole of {total.low:,.0f}"
