"""Decides what a figure in a unit measures: by the unit alone, or by words beside it ("500 hectares burned")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from summarizer.backends.offline.befalling import BREAKS
from summarizer.backends.offline.frames import LONGEST_VERB, Frames, Noun
from summarizer.backends.offline.reading import Figure
from summarizer.models import Word
from summarizer.schema import Measure

REACH = 9  # words from a figure to what tells of it: "the losses of farmers are put at some $3m"
LONGEST_GAP = 2  # characters between two words of one clause: a comma and a space; a dash takes more


def unit_measure(
    figure: Figure, words: Sequence[Word], measures: Sequence[Measure], frames: Frames
) -> tuple[Measure, Noun | None, str] | None:
    """Return the first of the measures in a figure's unit that fits, with the noun that it is of, and the rule.

    A measure with words needs one of them beside the figure, nearer than a verb whose object no measure counts.
    """
    noun = frames.noun_in(words, figure.counted_first, figure.counted_last)
    size = figure.quantity.high if figure.quantity.high is not None else figure.quantity.low
    for measure in measures:
        if not measure.told_by:
            return measure, None, "unit"
        if (size or 0) < measure.least:
            continue
        if noun is None or noun.of.name in measure.befalls:
            beside = _beside(figure, words, frozenset((*measure.told_by, *frames.rules.let_go)))
            if beside in measure.told_by:
                return measure, noun, f"unit beside {beside!r}"
    return None


def _beside(figure: Figure, words: Sequence[Word], forms: frozenset[str]) -> str:
    """Return the nearest of some forms in a figure's clause, those before it first; "" where there is none."""
    before = _clause(range(figure.first - 1, max(-1, figure.first - 1 - REACH), -1), words, step=1)
    last = max(figure.last, figure.counted_last)
    behind = _clause(range(last, min(len(words), last + REACH)), words, step=0)
    found = (form for places in (before, behind) for at in places if (form := _form_at(words, at, forms)))
    return next(found, "")


def _clause(places: Iterable[int], words: Sequence[Word], *, step: int) -> Iterator[int]:
    """Yield the places of words up to where the sentence turns; `step` is 1 on the way back, 0 on the way on."""
    for at in places:
        edge = at + step
        gap = words[edge].start - words[edge - 1].end if 0 < edge < len(words) else 0
        if words[at].lower in BREAKS or gap > LONGEST_GAP:
            return
        yield at


def _form_at(words: Sequence[Word], at: int, forms: frozenset[str]) -> str:
    """Return the longest form that begins at a word, "" where none does."""
    texts = (" ".join(w.lower for w in words[at : at + size]) for size in range(LONGEST_VERB, 0, -1))
    return next((text for text in texts if text in forms), "")
