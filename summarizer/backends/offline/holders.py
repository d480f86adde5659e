"""Decides whose a figure is: named in the phrase, behind it, the doer, or what the noun says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.backends.offline.befalling import OBJECT, SUFFERED
from summarizer.backends.offline.frames import Frames
from summarizer.backends.offline.measures import Measured
from summarizer.backends.offline.reading import STATE, Figure, Reading
from summarizer.models import Name, Word

REACH_OF = 5  # words from the counted noun to "of X"
REACH_BY = 9  # words from the counted noun to "by X"
SENTENCES_BACK = 2  # in which the state whose soldiers are counted may be named
OFTEN = 3  # mentions from which an article is about a party
UNSURE = "?"

_HELD = ("-held", "-controlled", "-occupied", "-ruled", "-run")  # says who had it, not who has the figure
_COUNTING = frozenset("counted counts recorded documented logged registered tallied noted observed reported".split())
_PRONOUNS = frozenset("it its they their he his she her we our".split())
# "41 people, all of them civilians", "30 dead, mostly civilians"
_APPOSED = re.compile(r",?\s+(?:nearly |almost )?(?:all|most|mostly|mainly|both)(?: of (?:them|whom))?(?: were)? (\w+)")
_OWN_SIDE = re.compile(
    r"\s+(?:\w+ )?(?:on|from|in|among) (?:his|her|its|their|our)(?: own)? (?:side|own|ranks|forces|men)\b"
)
_BELONGING = frozenset("of from among within for".split())
_AGAINST = frozenset("against on at targeting into fighting by in to near from with".split())


class Holder(NamedTuple):
    """An actor's tag, a group of the schema, or None; and the rule. A rule that ends in "?" is unsure of itself."""

    tag: str | None
    rule: str


def holder_of(figure: Figure, measured: Measured, reading: Reading, frames: Frames) -> Holder:
    """Return whose figure it is."""
    words = reading.words[figure.sentence]
    if measured.measure.doer_holds:
        return _doer(figure, measured, reading, words)
    return (
        _group(figure, measured, reading, frames)
        or _named(figure, measured, reading, words)
        or _pointed_at(figure, measured, reading, words, frames)
        or Holder(None, "nobody named")
    )


def _group(figure: Figure, measured: Measured, reading: Reading, frames: Frames) -> Holder | None:
    """Return the group that the noun, the measure or an apposition names: "41 people, all of them civilians"."""
    if measured.of is not None and measured.of.group:
        return Holder(measured.of.group, "group of the noun")
    if measured.measure.group:
        return Holder(measured.measure.group, "group of the measure")
    apposed = _APPOSED.match(reading.text, max(figure.quantity.counted_end, figure.quantity.end))
    of = frames.nouns.get(apposed[1].lower()) if apposed else None
    return Holder(of.group, "group in apposition") if of is not None and of.group else None


def _named(figure: Figure, measured: Measured, reading: Reading, words: Sequence[Word]) -> Holder | None:
    """Return who is named in the phrase, behind it, or as the one who suffered it."""
    if inside := _inside(figure, reading):
        return Holder(_tag(inside), "named in the phrase")
    if behind := _behind(figure, reading, words):
        return Holder(_tag(behind), "named behind the noun")
    if measured.rule.startswith(SUFFERED) and (subject := _subject(figure, reading, words)):
        return Holder(_tag(subject), "who suffered it")
    if _OWN_SIDE.match(reading.text, max(figure.quantity.counted_end, figure.quantity.end)):
        own = _subject(figure, reading, words)
        return Holder(_tag(own), "on their own side") if own else None
    return None


def _pointed_at(
    figure: Figure, measured: Measured, reading: Reading, words: Sequence[Word], frames: Frames
) -> Holder | None:
    """Return whom the noun, the doer or the company points at, where nobody is named as the holder."""
    of = measured.of
    if of is None or not (of.of_a_side or of.sided):
        return None
    if measured.measure not in frames.events:
        return _side(figure, measured, reading)
    doer = _done_by(figure, reading, words)
    if doer is None and measured.rule.startswith(OBJECT):
        doer = _subject(figure, reading, words)
    if doer is not None and (other := reading.opponent(doer.actor)) is not None:
        return Holder(_actor(other), "against whom the doer fights?")
    if measured.hostile and reading.main_party is not None:
        return Holder(_actor(reading.main_party), "main party, by the noun")
    if doer is None and measured.official:
        return _state(figure, reading)
    return None


def _state(figure: Figure, reading: Reading) -> Holder | None:
    """Return the state whose soldiers are counted: the one named last in the paragraph, else the one named most."""
    number = figure.sentence
    while reading.same_paragraph(number, figure.sentence):
        sentence = reading.sentences[number]
        end = min(sentence.end, figure.quantity.start)
        states = [n for n in reading.names_in(sentence.start, end) if reading.kind(n) == STATE]
        if len({n.actor for n in states}) == 1:
            return Holder(_tag(states[-1]), "foremost state, by the noun?")
        if states or figure.sentence - number == SENTENCES_BACK:
            break
        number -= 1
    state = reading.foremost_state()
    return None if state is None else Holder(_actor(state), "foremost state, by the noun?")


def _done_by(figure: Figure, reading: Reading, words: Sequence[Word]) -> Name | None:
    """Return the party named behind "by": "27 soldiers killed by X"."""
    first = max(figure.counted_last, figure.last)
    for at in range(first, min(len(words), first + REACH_BY)):
        if words[at].lower == "by":
            end = words[min(len(words), at + 4) - 1].end
            named = [n for n in reading.names_in(words[at].start, end) if reading.is_party(n)]
            if named:
                return named[0]
    return None


def _actor(number: int) -> str:
    return f"A{number + 1}"


def _tag(name: Name) -> str:
    return _actor(name.actor)


def _inside(figure: Figure, reading: Reading) -> Name | None:
    """Return the last party named in the counted phrase ("five SDF fighters")."""
    start = figure.quantity.start
    end = max(figure.quantity.counted_end, figure.quantity.end)
    named = [n for n in reading.names_in(start, end) if reading.kind(n) != "person"]
    found = [n for n in named if not reading.text.startswith(_HELD, n.end)]
    return found[-1] if found else None


def _behind(figure: Figure, reading: Reading, words: Sequence[Word]) -> Name | None:
    """Return who stands behind the noun: "members of X", "fighters from X", "soldiers loyal to X"."""
    last = min(len(words), max(figure.counted_last, figure.last) + REACH_OF)
    for at in range(max(figure.counted_last, figure.last), last):
        if words[at].start - words[at - 1].end > 1 and at > figure.counted_last:
            return None
        if words[at].lower in _BELONGING or words[at].lower in ("loyal", "belonging"):
            stop = words[min(len(words), at + REACH_OF) - 1].end
            named = [n for n in reading.names_in(words[at].start, stop) if reading.is_party(n)]
            return named[0] if named and named[0].start - words[at].end < 20 else None
    return None


def _doer(figure: Figure, measured: Measured, reading: Reading, words: Sequence[Word]) -> Holder:
    """Return who did it: "by X" behind, X inside the phrase, else the party named last before the figure."""
    if by := _done_by(figure, reading, words):
        return Holder(_tag(by), "done by")
    inside = _inside(figure, reading)
    if inside and reading.is_party(inside) and not measured.measure.unit:  # "300 km² of X" is a place
        return Holder(_tag(inside), "named in the phrase")
    subject = _subject(figure, reading, words)
    if subject and not _only_counts(subject, figure, reading, words):
        return Holder(_tag(subject), "subject of the sentence")
    if subject and (other := reading.opponent(subject.actor)) is not None:
        return Holder(_actor(other), "against whom the doer fights?")
    first = max(figure.counted_last, figure.last)
    between = [
        n
        for n in reading.names_in(words[first - 1].start, reading.sentences[figure.sentence].end)
        if reading.is_party(n)
    ]
    if between and reading.kind(between[0]) != "person" and first < len(words) and words[first].lower == "between":
        return Holder(_tag(between[0]), "one of the two sides?")
    return _main(reading)


def _only_counts(subject: Name, figure: Figure, reading: Reading, words: Sequence[Word]) -> bool:
    """Whether the subject counts what others did: "Kyiv's air force counted 34 assaults", not "said it made 34"."""
    voices = reading.voices_at(figure.quantity.start)
    if not voices or voices[0][1].actor != subject.actor:
        return False
    between = [w.lower for w in words if subject.end <= w.start < figure.quantity.start]
    return bool(_COUNTING & set(between)) and not _PRONOUNS & set(between)


def _subject(figure: Figure, reading: Reading, words: Sequence[Word]) -> Name | None:
    """Return the first party before the figure that stands after no preposition, None where there is none."""
    counted = next((f.quantity.start for f in reading.figures_before(figure)), figure.quantity.start)
    free = [
        n
        for n in _without_speaker(_parties_before(figure, reading), figure, reading, words)
        # "killed 47 members of X and captured six": X did not capture them
        if _word_before(n, words) not in (_AGAINST | _BELONGING if n.start > counted else _AGAINST)
    ]
    return next(iter(free), None)


def _parties_before(figure: Figure, reading: Reading) -> Sequence[Name]:
    start = reading.sentences[figure.sentence].start
    return [n for n in reading.names_in(start, figure.quantity.start) if reading.is_party(n)]


def _word_before(name: Name, words: Sequence[Word]) -> str:
    before = [w.lower for w in words if w.end <= name.start]
    if before and before[-1] in ("the", "a", "an", "its", "their"):
        before.pop()
    return before[-1] if before else ""


def _without_speaker(names: Sequence[Name], figure: Figure, reading: Reading, words: Sequence[Word]) -> Sequence[Name]:
    """Return the names without who only speaks: "X said that Y lost 45 tanks", but "X said it lost 45 tanks"."""
    spoken = [v for _, v in reading.voices_at(figure.quantity.start)[:1]]
    others = [n for n in names if not any(v.speaker_start <= n.start < v.speaker_end for v in spoken)]
    if others or not names:
        return others
    told = {w.lower for w in words if names[-1].end <= w.start < figure.quantity.start}
    itself = told & _PRONOUNS or "to" in told  # "claims to command 85,000"
    return names if itself or not spoken else ()


def _side(figure: Figure, measured: Measured, reading: Reading) -> Holder:
    """Return the side that fighters without a name belong to: the nearest party before them, else by their noun."""
    words = reading.words[figure.sentence]
    if measured.hostile and reading.main_party is not None:
        return Holder(_actor(reading.main_party), "main party, by the noun")
    others = _without_speaker(_parties_before(figure, reading), figure, reading, words)
    near = [n for n in others if _word_before(n, words) not in _AGAINST]
    if near:
        return Holder(_tag(near[-1]), "party before the noun?")
    if measured.official:
        return _state(figure, reading) or Holder(None, "nobody named")
    return _main(reading)


def _main(reading: Reading) -> Holder:
    groups = [n for actor, n in reading.sides.items() if reading.marked.actors[actor].kind != STATE]
    if reading.main_party is None or (len(groups) > 1 and reading.sides[reading.main_party] < OFTEN):
        return Holder(None, "nobody named")
    return Holder(_actor(reading.main_party), "main party?")
