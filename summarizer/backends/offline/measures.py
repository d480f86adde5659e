"""Decides what a figure measures: by its unit, by what befell the counted, or by what the counted are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.backends.offline.befalling import BE, BREAKS, event_of, is_target, shared_verb
from summarizer.backends.offline.frames import Frames, Noun
from summarizer.backends.offline.reading import Figure, Reading
from summarizer.models import Word
from summarizer.schema import Measure, NounClass

REACH_TOLL = 12  # words from "the number of people killed" to its figure

_PREPOSITIONS = frozenset("in on at by with for from to into during against near over under after".split())
_TOLL = frozenset("number toll count figure total tally".split())
_PUT = frozenset("put puts putting estimated estimates estimate".split())
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
    noun = (
        frames.noun_in(words, figure.counted_first, figure.counted_last)
        or frames.nation_at(words, figure.counted_first, figure.counted_last)
        or _pushed_out(figure, words, frames)
    )
    if noun:
        return _by_noun(figure, reading, noun, frames)
    return _strong(figure, reading, frames) or _without_noun(figure, reading, frames)


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
    return any(w.lower in BREAKS or w.lower in BE or w.lower in _PREPOSITIONS for w in words[first:stop]) or (
        words[first].start - words[first - 1].end > 2
    )


def _strong(figure: Figure, reading: Reading, frames: Frames) -> Measured | None:
    """Read "the army is 12,000-strong" and "a 500-strong militia": the figure says itself that it counts members."""
    if not reading.text[figure.quantity.start : figure.quantity.end].lower().endswith("strong"):
        return None
    members = frames.fighting()
    own = frames.counting(members) if members else None
    return Measured(own, members, "strength of a body") if own else None


def _by_noun(figure: Figure, reading: Reading, noun: Noun, frames: Frames) -> Measured | None:
    words = reading.words[figure.sentence]
    own = frames.counting(noun.of)
    if own is not None and own in frames.events:
        return Measured(own, noun, f"noun {noun.text!r}")
    event = event_of(figure, words, noun.last + 1, noun.of, frames) or shared_verb(figure, reading, noun.of, frames)
    if event:
        return Measured(event[0], noun, event[1])
    if own is not None and own.doer_holds and is_target(figure, words, frames):
        return None
    high = figure.quantity.high if figure.quantity.high is not None else figure.quantity.low
    if own is None or (high is not None and high < noun.of.least):
        return None
    return Measured(own, noun, f"noun {noun.text!r}")


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
    event_found = event_of(figure, words, after, antecedent, frames)
    if event_found:
        return Measured(event_found[0], antecedent, event_found[1])
    if (
        figure.quantity.counted
        and antecedent
        and not _can_befall(antecedent, frames)
        and (event_found := event_of(figure, words, after, None, frames))
    ):
        # "Raids have left hundreds of them dead": those spoken of are not the raids.
        further = _class_in_sentence_before(figure, reading, frames)
        fits = further is not None and further.name in event_found[0].befalls
        return Measured(event_found[0], further if fits else None, event_found[1])
    if antecedent is None or not _points_back(figure, words):
        return None
    own = frames.counting(antecedent)
    high = figure.quantity.high if figure.quantity.high is not None else figure.quantity.low
    if own is None or own in frames.events or (high or 0) < max(antecedent.least, 10):
        return None
    return Measured(own, antecedent, "points back to the noun before?")


def _can_befall(of: NounClass, frames: Frames) -> bool:
    return any(of.name in measure.befalls for measure in frames.events)


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
    put = [at for at in range(start, figure.first - 1) if words[at].lower in _PUT]
    if heads:
        span = words[max(0, heads[-1] - 1) : figure.first]
    elif put and words[figure.first - 1].lower == "at":
        span = words[put[-1] : figure.first]  # "put the dead at 229"
    else:
        return None
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
