"""Decides what a figure measures: by its unit, by what befell the counted, or by what the counted are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.backends.offline.frames import Frames, Noun
from summarizer.backends.offline.reading import Figure, Reading
from summarizer.models import Word
from summarizer.schema import Measure, NounClass

REACH_AFTER = 12  # words from the counted noun to the verb that befell it
REACH_BEFORE = 4  # words from the verb to the number that is its object
SUFFERED = "suffered: "  # begins the rule where the subject is the holder
REACH_TOLL = 12  # words from "the number of people killed" to its figure

_BE = frozenset("was were been being be is are got get gets getting".split())
_BETWEEN = frozenset(
    "the of all about some another its their his her up to at least other others an a as many over with by".split()
)
_BREAKS = frozenset(
    "while but after before when because although though whereas since until as if so whom most".split()
)
_AFTER_REDUCED = frozenset(
    "in by on during at since and when near after over outside inside around across from there here this last".split()
)
_PREPOSITIONS = frozenset("in on at by with for from to into during against near over under after".split())
_TOLL = frozenset("number toll count figure total tally".split())
_BACK = frozenset("them these those others which whom they rest remainder".split())


@dataclass(frozen=True, slots=True)
class Measured:
    """What a figure measures, the noun that it counts where there is one, and the rule that decided."""

    measure: Measure
    noun: Noun | NounClass | None
    rule: str

    @property
    def of(self) -> NounClass | None:
        """The class of the counted."""
        return self.noun.of if isinstance(self.noun, Noun) else self.noun

    @property
    def hostile(self) -> bool:
        """Whether the counted noun itself takes sides."""
        return isinstance(self.noun, Noun) and self.noun.hostile


def measure_of(figure: Figure, reading: Reading, frames: Frames) -> Measured | None:
    """Return what a figure measures, None where it is no estimate of this section."""
    unit = figure.quantity.unit
    if unit is not None and unit in frames.units:
        return Measured(frames.units[unit], None, "unit")
    if figure.quantity.kind != "count" or unit or _picks_one(figure, reading):
        return None
    words = reading.words[figure.sentence]
    noun = frames.noun_in(words, figure.counted_first, figure.counted_last) or _pushed_out(figure, words, frames)
    if noun:
        return _by_noun(figure, words, noun, frames)
    return _without_noun(figure, reading, frames)


def _picks_one(figure: Figure, reading: Reading) -> bool:
    """Whether "one of the ..." picks somebody out and counts nobody."""
    words = reading.words[figure.sentence]
    single = figure.quantity.low == figure.quantity.high == 1
    return single and figure.last < len(words) and words[figure.last].lower == "of"


def _pushed_out(figure: Figure, words: Sequence[Word], frames: Frames) -> Noun | None:
    """Return the noun right after the phrase that was taken for the counted one ("27 of the group's fighters")."""
    if figure.counted_last - figure.counted_first > 0 and figure.quantity.counted.lower() not in _BACK:
        stop = min(len(words), figure.counted_last + 2)
        if stop > figure.counted_last and not _gap_breaks(words, figure.counted_last, stop):
            return frames.noun_in(words, figure.counted_last, stop)
    return None


def _gap_breaks(words: Sequence[Word], first: int, stop: int) -> bool:
    return any(w.lower in _BREAKS or w.lower in _BE or w.lower in _PREPOSITIONS for w in words[first:stop]) or (
        words[first].start - words[first - 1].end > 2
    )


def _by_noun(figure: Figure, words: Sequence[Word], noun: Noun, frames: Frames) -> Measured | None:
    own = frames.counting(noun.of)
    if own is not None and own in frames.events:
        return Measured(own, noun, f"noun {noun.text!r}")
    event = _event(figure, words, noun.last + 1, noun.of, frames)
    if event:
        return Measured(event[0], noun, event[1])
    high = figure.quantity.high if figure.quantity.high is not None else figure.quantity.low
    if own is None or (high is not None and high < noun.of.least):
        return None
    return Measured(own, noun, f"noun {noun.text!r}")


def _event(
    figure: Figure, words: Sequence[Word], after: int, of: NounClass | None, frames: Frames
) -> tuple[Measure, str] | None:
    return _befell_after(words, after, of, frames) or _befell_before(words, figure.first, of, frames)


def _befell_after(
    words: Sequence[Word], after: int, of: NounClass | None, frames: Frames
) -> tuple[Measure, str] | None:
    """Look for a passive, a reduced relative, a state or an intransitive after the counted noun."""
    passive = False
    for at in range(after, min(len(words), after + REACH_AFTER)):
        lower = words[at].lower
        if at > after and (lower in _BREAKS or _ends(words, at)):
            break
        if lower in _BE:
            passive = True
            continue
        if lower in frames.done_to and (passive or (at == after and _reduced(words, at))):
            measure = frames.befalling(frames.done_to[lower], of)
            if measure and not lower.endswith("ing"):
                return measure, f"{'passive' if passive else 'participle'} {lower!r}"
        if lower in frames.happens and not passive:
            measure = frames.befalling(frames.happens[lower], of)
            if measure and at - after <= 4:
                return measure, f"verb {lower!r}"
        if lower in frames.states and (passive or at == after):
            measure = frames.befalling(frames.states[lower], of)
            if measure:
                return measure, f"state {lower!r}"
        if passive and lower not in ("not", "also", "reportedly", "either", "both", "all") and not lower.endswith("ly"):
            passive = False
    return None


def _ends(words: Sequence[Word], at: int) -> bool:
    # A gap of more than a space holds a stop, a colon or a dash; ", " is let through for lists.
    return words[at].start - words[at - 1].end > 3


def _reduced(words: Sequence[Word], at: int) -> bool:
    """Whether a participle right after its noun is passive ("5 people killed in"), not active ("5 men killed 3")."""
    if at + 1 >= len(words):
        return True
    return words[at + 1].lower in _AFTER_REDUCED or words[at + 1].start - words[at].end > 1


def _befell_before(
    words: Sequence[Word], first: int, of: NounClass | None, frames: Frames
) -> tuple[Measure, str] | None:
    """Look for a verb or event noun of which the figure is the object: "killed 12", "the death of 880"."""
    with_of = False
    for at in range(first - 1, max(-1, first - 1 - REACH_BEFORE), -1):
        lower = words[at].lower
        active = not (at and words[at - 1].lower in _BE and not lower.endswith("ing"))
        if active and lower in frames.done_to and (measure := frames.befalling(frames.done_to[lower], of)):
            return measure, f"object of {lower!r}"
        if lower in frames.suffered and (measure := frames.befalling(frames.suffered[lower], of)):
            return measure, f"{SUFFERED}{lower!r}"
        if with_of and lower in frames.event_nouns and (measure := frames.befalling(frames.event_nouns[lower], of)):
            return measure, f"{lower!r} of"
        if lower == "of":
            with_of = True
        elif lower not in _BETWEEN and lower != "and":
            return None
    return None


def _without_noun(figure: Figure, reading: Reading, frames: Frames) -> Measured | None:
    """Decide a bare figure ("There could be more than 1,000", "83 killed in clashes", "the toll reached 229")."""
    words = reading.words[figure.sentence]
    after = figure.last
    if figure.quantity.counted and figure.quantity.counted.lower() not in _BACK:
        state = words[figure.counted_last - 1].lower if figure.counted_last else ""
        event = frames.done_to.get(state) or frames.states.get(state)
        if event and (measure := frames.befalling(event, None)):
            return Measured(measure, _antecedent(figure, reading, frames), f"participle {state!r}")
        if figure.counted_last > figure.counted_first:
            return None
    if figure.quantity.counted:
        after = figure.counted_last
    toll = _toll(figure, words, frames)
    if toll:
        return toll
    antecedent = _antecedent(figure, reading, frames)
    event_found = _event(figure, words, after, antecedent, frames)
    if event_found:
        return Measured(event_found[0], antecedent, event_found[1])
    if antecedent is None or not _points_back(figure, words):
        return None
    own = frames.counting(antecedent)
    high = figure.quantity.high if figure.quantity.high is not None else figure.quantity.low
    if own is None or own in frames.events or (high or 0) < max(antecedent.least, 10):
        return None
    return Measured(own, antecedent, "points back to the noun before?")


def _points_back(figure: Figure, words: Sequence[Word]) -> bool:
    """Whether a bare number can stand for people named before: "there could be 1,000", "800 of them"."""
    if figure.quantity.counted:
        return True
    before = [w.lower for w in words[max(0, figure.first - 4) : figure.first]]
    at_end = figure.last >= len(words) or words[figure.last].start - words[figure.last - 1].end > 1
    return at_end and bool({"there", "be", "numbered", "are", "were", "is", "at", "number", "had", "has"} & set(before))


def _toll(figure: Figure, words: Sequence[Word], frames: Frames) -> Measured | None:
    """Read "the number of people killed in these attacks reached 229" and "the death toll rose to 40"."""
    start = max(0, figure.first - REACH_TOLL)
    heads = [at for at in range(start, figure.first) if words[at].lower in _TOLL]
    if not heads:
        return None
    span = words[max(0, heads[-1] - 1) : figure.first]
    noun = frames.first_noun(span, 0, len(span))
    of = noun.of if noun else None
    for word in span:
        for index in (frames.done_to, frames.states, frames.event_nouns):
            if word.lower in index and (measure := frames.befalling(index[word.lower], of)):
                return Measured(measure, noun, f"toll of {word.lower!r}")
    own = frames.counting(of) if of else None
    return Measured(own, noun, f"number of {noun.text!r}") if own and noun else None


def _antecedent(figure: Figure, reading: Reading, frames: Frames) -> NounClass | None:
    """Return the class of those spoken of: named before in the sentence, else in the sentence before."""
    words = reading.words[figure.sentence]
    return _class_before(figure, words, frames) or _class_in_sentence_before(figure, reading, frames)


def _class_before(figure: Figure, words: Sequence[Word], frames: Frames) -> NounClass | None:
    noun = frames.noun_in(words, max(0, figure.first - 16), figure.first)
    return noun.of if noun else None


def _class_in_sentence_before(figure: Figure, reading: Reading, frames: Frames) -> NounClass | None:
    if not reading.same_paragraph(figure.sentence, figure.sentence - 1):
        return None
    words = reading.words[figure.sentence - 1]
    noun = frames.noun_in(words, 0, len(words))
    return noun.of if noun else None
