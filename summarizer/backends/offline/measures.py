"""Decides what a figure measures: by its unit, by what befell the counted, or by what the counted are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.backends.offline.befalling import (
    BE,
    BREAKS,
    OBJECT,
    STATE_OF,
    described,
    event_of,
    is_target,
    shared_verb,
)
from summarizer.backends.offline.extents import unit_measure
from summarizer.backends.offline.frames import Frames, Noun
from summarizer.backends.offline.reading import STATE, Figure, Reading
from summarizer.models import Word
from summarizer.schema import Measure, NounClass

REACH_TOLL = 12  # words from "the number of people killed" to its figure
REACH_BODY = 4  # words from "of" to the number in "a garrison of no more than 300"

PREPOSITIONS = frozenset("in on at by with for from to into during against near over under after".split())
_OF = frozenset({"of"})
_AUXILIARIES = frozenset("are were had have remain remained".split())
_NUMBERING = frozenset("numbers numbered numbering".split())
_TOLL = frozenset("number toll count figure total tally estimate estimates losses".split())
_GIVEN = frozenset("is was at to stands stood were are".split())
_PREDICATES = frozenset("included include includes were are was comprised".split())
_PUT = frozenset("put puts putting estimated estimates estimate".split())
_SHARE = re.compile(
    r"\s*(?:out )?of (?:the |its |their |his |her |our |these |those |some |about )?(?:other |original )?"
)
_BACK = frozenset("them these those others which whom they rest remainder".split())


class Measured(NamedTuple):
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

    @property
    def official(self) -> bool:
        """Whether the counted noun itself tells of a state's forces."""
        return isinstance(self.noun, Noun) and self.noun.text in self.noun.of.official


class PassedOver(NamedTuple):
    """A figure that is no estimate of a section, and the rule that left it out."""

    rule: str


def measure_of(figure: Figure, reading: Reading, frames: Frames) -> Measured | PassedOver:
    """Return what a figure measures, or why it is no estimate of this section."""
    unit = figure.quantity.unit
    in_unit = [m for m in frames.units if m.given_in(unit, figure.quantity.kind)]
    if in_unit:
        found = unit_measure(figure, reading.words[figure.sentence], in_unit, frames)
        return Measured(*found) if found else PassedOver(f"nothing told in {unit!r}")
    if figure.quantity.kind != "count":
        return PassedOver(f"number kind {figure.quantity.kind!r}")
    if unit:
        return PassedOver(f"no measure in {unit!r}")
    if _picks_one(figure, reading):
        return PassedOver("picks one out")
    if (_most(figure) or 0) % 1:
        return PassedOver("no whole number")
    words = reading.words[figure.sentence]
    noun = frames.noun_in(words, figure.counted_first, figure.counted_last) or frames.nation_at(
        words, figure.counted_first, figure.counted_last
    )
    other = None if noun else frames.spoken_of(words, figure.counted_first, figure.counted_last)
    if other is not None:
        return PassedOver(f"{other.name!r} are counted elsewhere")
    noun = noun or _pushed_out(figure, words, frames)
    if noun is None or noun.of.nations:
        noun = _named_members(figure, reading, words, frames) or noun
    if noun is not None:
        noun = frames.member_at(words, noun)
    if noun and _is_total(figure, reading):
        return _as_total(figure, noun, frames)
    if noun:
        return _by_noun(figure, reading, noun, frames)
    return (
        _strong(figure, reading, frames) or _of_body(figure, reading, frames) or _without_noun(figure, reading, frames)
    )


def _picks_one(figure: Figure, reading: Reading) -> bool:
    """Whether "one of the ..." picks somebody out and counts nobody."""
    words = reading.words[figure.sentence]
    single = figure.quantity.low == figure.quantity.high == 1
    return single and figure.last < len(words) and words[figure.last].lower == "of"


def _named_members(figure: Figure, reading: Reading, words: Sequence[Word], frames: Frames) -> Noun | None:
    """Return those counted by the name of their group as members: "40 Taliban", "300 Russians of the X Brigade"."""
    members = frames.fighting()
    if members is None or figure.counted_last <= figure.counted_first:
        return None
    behind = words[figure.counted_last : figure.counted_last + 1]
    reach = words[min(len(words), figure.counted_last + 3) - 1].end if behind and behind[0].lower == "of" else 0
    named = reading.names_in(figure.quantity.counted_start, max(reach, figure.quantity.counted_end))
    grouped = [n for n in named if reading.is_party(n) and reading.kind(n) != STATE]
    at_end = grouped and (grouped[-1].end >= figure.quantity.counted_end)
    return Noun(members, words[figure.counted_last - 1].lower, figure.counted_last - 1) if at_end else None


def _is_total(figure: Figure, reading: Reading) -> bool:
    """Whether a figure is what another is a share of: the five in "2 of the 5 soldiers were killed"."""
    before = reading.figures_before(figure)
    if not before:
        return False
    last, here = before[-1].quantity, figure.quantity.start
    ends = {last.end, last.counted_end if last.counted_end <= here else last.end}  # "three members of one family" too
    return any(_SHARE.fullmatch(reading.text, end, here) for end in ends)


def _as_total(figure: Figure, noun: Noun, frames: Frames) -> Measured | PassedOver:
    """Count a total by its noun alone: what befell the share did not befall the rest."""
    own = frames.counting(noun.of)
    enough = (figure.quantity.low or 0) >= max(noun.of.least, 10)
    if own is None or own in frames.events or not noun.of.persons or not enough:
        return PassedOver("total of a share")
    return Measured(own, noun, f"noun {noun.text!r}")


def _pushed_out(figure: Figure, words: Sequence[Word], frames: Frames) -> Noun | None:
    """Return the noun right after the phrase that was taken for the counted one ("27 of the group's fighters")."""
    if figure.counted_last - figure.counted_first > 0 and figure.quantity.counted.lower() not in _BACK:
        stop = min(len(words), figure.counted_last + 2)
        if stop > figure.counted_last and not _gap_breaks(words, figure.counted_last, stop):
            return frames.noun_in(words, figure.counted_last, stop)
    return None


def _gap_breaks(words: Sequence[Word], first: int, stop: int) -> bool:
    return any(w.lower in BREAKS or w.lower in BE or w.lower in PREPOSITIONS for w in words[first:stop]) or (
        words[first].start - words[first - 1].end > 2
    )


def _strong(figure: Figure, reading: Reading, frames: Frames) -> Measured | None:
    """Read "the army is 12,000-strong" and "a 500-strong militia": the figure says itself that it counts members."""
    after = reading.words[figure.sentence][figure.last : figure.last + 1]
    in_one = reading.text[figure.quantity.start : figure.quantity.end].lower().endswith("strong")
    if not in_one and not (after and after[0].lower == "strong"):
        return None
    own, members = frames.membership()
    return Measured(own, members, "strength of a body") if own else None


def _of_body(figure: Figure, reading: Reading, frames: Frames) -> Measured | None:
    """Read "a garrison of some 300" and "its crew of 25 are held": a collective noun gives the number its members."""
    if figure.quantity.counted and figure.quantity.counted.lower() not in _BACK:
        return None
    words = reading.words[figure.sentence]
    at = _back_to(words, figure, _OF)
    members = frames.bodies.get(words[at - 1].lower) if at else None
    if members is None:
        return _numbering(figure, reading, frames)
    event = event_of(figure, words, figure.last, members, frames)
    if event:
        return Measured(event[0], members, event[1])
    own = frames.counting(members)
    enough = own is not None and (figure.quantity.high or figure.quantity.low or 0) >= members.least
    return Measured(own, members, f"members of {words[at - 1].lower!r}") if own and enough else None


def _back_to(words: Sequence[Word], figure: Figure, wanted: frozenset[str]) -> int:
    """Return the index of the nearest of some words before a figure, not the first of its sentence; 0 for none."""
    for at in range(figure.first - 1, max(0, figure.first - REACH_BODY - 2), -1):
        if words[at].lower in wanted:
            return at
    return 0


def _numbering(figure: Figure, reading: Reading, frames: Frames) -> Measured | None:
    """Read "the militia, which numbers about 400" and "the Y Brigade, numbering some 300"."""
    words = reading.words[figure.sentence]
    verb = next((w for w in words[max(0, figure.first - 2) : figure.first] if w.lower in _NUMBERING), None)
    own, members = frames.membership()
    if verb is None or own is None:
        return None
    start = reading.sentences[figure.sentence].start
    sided = any(w.lower in frames.bodies for w in words if w.start < verb.start) or any(
        reading.is_party(n) for n in reading.names_in(start, verb.start)
    )
    return Measured(own, members, f"members that {verb.lower!r} tells of") if sided else None


def _by_noun(figure: Figure, reading: Reading, noun: Noun, frames: Frames) -> Measured | PassedOver:
    words = reading.words[figure.sentence]
    own = frames.counting(noun.of)
    if own is not None and own in frames.events:
        return Measured(own, noun, f"noun {noun.text!r}")
    event = (
        event_of(figure, words, noun.last + 1, noun.of, frames)
        or shared_verb(figure, reading, noun.of, frames)
        or described(words, figure.counted_first, noun.first, noun.of, frames)
        or _predicated(figure, words, noun.of, frames)
    )
    if event:
        return Measured(event[0], noun, event[1])
    rules = frames.rules
    passed = rules.let_go if own is None or not own.doer_holds else (*rules.passing, *rules.let_go)
    if is_target(figure, words, passed):
        return PassedOver(f"done to {noun.text!r}")
    high = _most(figure)
    if own is None:
        return PassedOver(f"nothing befell {noun.text!r}")
    if high is not None and high < noun.of.least:
        return PassedOver(f"too few {noun.text!r}")
    if noun.of.sided and not _speaks_of_a_side(figure, reading, frames):
        return PassedOver(f"no side for {noun.text!r}")
    return Measured(own, noun, f"noun {noun.text!r}")


def _without_noun(figure: Figure, reading: Reading, frames: Frames) -> Measured | PassedOver:
    """Decide a bare figure ("There could be more than 1,000", "83 killed in clashes", "the toll reached 229")."""
    words = reading.words[figure.sentence]
    after = figure.last
    if figure.quantity.counted and figure.quantity.counted.lower() not in _BACK:
        state = words[figure.counted_last - 1].lower if figure.counted_last else ""
        event = frames.done_to.get(state) or frames.states.get(state)
        if event and (measure := frames.befalling(event, None)):
            return Measured(measure, _antecedent(figure, reading, frames), f"participle {state!r}")
        if figure.counted_last > figure.counted_first:
            return PassedOver(f"unknown noun {state!r}")
    if figure.quantity.counted:
        after = figure.counted_last
    antecedent = _antecedent(figure, reading, frames)
    event_found = event_of(figure, words, after, antecedent, frames)
    anything = event_of(figure, words, after, None, frames)
    # "The toll is 480, 190 of them women and 214 still unaccounted for": only the first is the toll.
    stated = bool(figure.quantity.counted) or (anything is not None and anything[1].startswith(STATE_OF))
    toll = None if stated and reading.figures_before(figure) else _toll(figure, reading, words, frames)
    if toll:
        return toll
    if event_found:
        return Measured(event_found[0], antecedent, event_found[1])
    if antecedent and anything and frames.befalls_elsewhere(_said(anything[1]), antecedent):
        return PassedOver(f"{antecedent.name!r} are counted elsewhere")
    if antecedent and anything and (anything[1].startswith(OBJECT) or not _can_befall(antecedent, frames)):
        # "Raids have left hundreds of them dead", "The convoy killed 12": those spoken of are not the raids.
        further = _class_in_sentence_before(figure, reading, frames)
        fits = further is not None and further.name in anything[0].befalls
        return Measured(anything[0], further if fits else None, anything[1])
    if antecedent is None or not _points_back(figure, words):
        return PassedOver("nothing counted")
    own = frames.counting(antecedent)
    if own is None or own in frames.events or (_most(figure) or 0) < max(antecedent.least, 10):
        return PassedOver("points back to nothing that counts")
    return Measured(own, antecedent, "points back to the noun before?")


def _said(rule: str) -> str:
    """Return the form that a rule found: "swept away" of "passive 'swept away'"."""
    return rule.partition("'")[2].rpartition("'")[0]


def _predicated(figure: Figure, words: Sequence[Word], of: NounClass, frames: Frames) -> tuple[Measure, str] | None:
    """Read "The dead included two soldiers" and "Among the wounded were 12 children"."""
    at = _back_to(words, figure, _PREDICATES)
    if not at:
        return None
    state = words[at - 1].lower
    told = frames.states.get(state) or frames.event_nouns.get(state)
    measure = frames.befalling(told, of) if told else None
    return (measure, f"among the {state!r}") if measure else None


def _speaks_of_a_side(figure: Figure, reading: Reading, frames: Frames) -> bool:
    """Whether the sentence, or the one before it in the paragraph, names a party or a body of members of a side."""
    for number in (figure.sentence, figure.sentence - 1):
        if number != figure.sentence and not reading.same_paragraph(number, figure.sentence):
            return False
        sentence, words = reading.sentences[number], reading.words[number]
        named = reading.names_in(sentence.start, sentence.end)
        if any(reading.is_party(n) for n in named) or any(_of_a_side(w.lower, frames) for w in words):
            return True
    return False


def _of_a_side(word: str, frames: Frames) -> bool:
    members = frames.bodies.get(word) or frames.nouns.get(word)
    return members is not None and members.of_a_side and members.persons


def _most(figure: Figure) -> float | None:
    return figure.quantity.high if figure.quantity.high is not None else figure.quantity.low


def _can_befall(of: NounClass, frames: Frames) -> bool:
    return any(of.name in measure.befalls for measure in frames.events)


def _points_back(figure: Figure, words: Sequence[Word]) -> bool:
    """Whether a bare number can stand for people named before: "there could be 1,000", "800 of them"."""
    if figure.quantity.counted:
        return True
    if figure.last < len(words) and words[figure.last].lower in _AUXILIARIES:
        return True  # "roughly 100 were called home"
    before = [w.lower for w in words[max(0, figure.first - 4) : figure.first]]
    if before and before[-1] in ("is", "was") and "there" not in before:
        return False  # "He is 22, a conscript"
    at_end = figure.last >= len(words) or words[figure.last].start - words[figure.last - 1].end > 1
    return at_end and bool({"there", "be", "numbered", "are", "were", "is", "at", "number", "had", "has"} & set(before))


def _toll(figure: Figure, reading: Reading, words: Sequence[Word], frames: Frames) -> Measured | None:
    """Read "the number of people killed in these attacks reached 229" and "the death toll rose to 40"."""
    start = max(0, figure.first - REACH_TOLL)
    heads = [at for at in range(start, figure.first) if words[at].lower in _TOLL]
    put = [at for at in range(start, figure.first - 1) if words[at].lower in _PUT]
    if heads:
        span = words[max(0, heads[-1] - 1) : figure.first]
    elif put and words[figure.first - 1].lower == "at":
        span = words[put[-1] : figure.first]  # "put the dead at 229"
    elif any(w.lower in _NUMBERING for w in words[max(start, figure.first - 2) : figure.first]):
        span = words[start : figure.first]  # "the dead in the province numbered 21"
    else:
        return None
    noun = frames.first_noun(span, 0, len(span))
    if noun is None and frames.spoken_of(span, 0, len(span)):
        return None  # "the number of burned homes", of which another section gives the number
    of = noun.of if noun else None
    for word in span:
        for index in (frames.done_to, frames.states, frames.event_nouns):
            if word.lower in index and (measure := frames.befalling(index[word.lower], of)):
                return Measured(measure, noun, f"toll of {word.lower!r}")
    own = frames.counting(of) if of else None
    if own and noun:
        return Measured(own, noun, f"number of {noun.text!r}")
    spoken_of = _class_in_sentence_before(figure, reading, frames) if heads and _is_given(words, figure) else None
    own = frames.counting(spoken_of) if spoken_of is not None and spoken_of.of_a_side else None
    return Measured(own, spoken_of, "number of those named before") if own else None


def _is_given(words: Sequence[Word], figure: Figure) -> bool:
    """Whether "is", "was", "at" or "to" leads to the figure: "the usual estimate was around 2,000"."""
    return bool(_GIVEN & {w.lower for w in words[max(0, figure.first - 3) : figure.first]})


def _antecedent(figure: Figure, reading: Reading, frames: Frames) -> NounClass | None:
    """Return the class of those spoken of: named before in the sentence, else in the sentence before."""
    words = reading.words[figure.sentence]
    return _class_before(figure, words, frames) or _class_in_sentence_before(figure, reading, frames)


def _class_before(figure: Figure, words: Sequence[Word], frames: Frames) -> NounClass | None:
    return frames.spoken_of(words, max(0, figure.first - 16), figure.first)


def _class_in_sentence_before(figure: Figure, reading: Reading, frames: Frames) -> NounClass | None:
    if not reading.same_paragraph(figure.sentence, figure.sentence - 1):
        return None
    words = reading.words[figure.sentence - 1]
    return frames.spoken_of(words, 0, len(words))
