"""Decides whose a figure is: named in the phrase, behind it, the doer, or what the noun says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.backends.offline.befalling import SUFFERED
from summarizer.backends.offline.frames import Frames
from summarizer.backends.offline.measures import Measured
from summarizer.backends.offline.reading import Figure, Reading
from summarizer.models import Name, Word

REACH_OF = 5  # words from the counted noun to "of X"
REACH_BY = 9  # words from the counted noun to "by X"
UNSURE = "?"

_HELD = ("-held", "-controlled", "-occupied", "-ruled", "-run")  # says who had it, not who has the figure
_BELONGING = frozenset("of from among within for".split())
_AGAINST = frozenset("against on at targeting into fighting by in to near from with".split())


@dataclass(frozen=True, slots=True)
class Holder:
    """An actor's tag, a group of the schema, or None; and the rule. A rule that ends in "?" is unsure of itself."""

    tag: str | None
    rule: str


def holder_of(figure: Figure, measured: Measured, reading: Reading, frames: Frames) -> Holder:
    """Return whose figure it is."""
    words = reading.words[figure.sentence]
    if measured.measure.doer_holds:
        return _doer(figure, reading, words)
    of = measured.of
    if of is not None and of.group:
        return Holder(of.group, "group of the noun")
    inside = _inside(figure, reading)
    if inside:
        return Holder(_tag(inside), "named in the phrase")
    behind = _behind(figure, reading, words)
    if behind:
        return Holder(_tag(behind), "named behind the noun")
    if measured.hostile and reading.main_party is not None:
        return Holder(f"A{reading.main_party + 1}", "main party, by the noun")
    if measured.measure.group:
        return Holder(measured.measure.group, "group of the measure")
    if measured.rule.startswith(SUFFERED) and (subject := _subject(figure, reading, words)):
        return Holder(_tag(subject), "who suffered it")
    if of is not None and of.hostile and measured.measure not in frames.events:
        return _side(figure, reading)
    return Holder(None, "nobody named")


def _tag(name: Name) -> str:
    return f"A{name.actor + 1}"


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


def _doer(figure: Figure, reading: Reading, words: Sequence[Word]) -> Holder:
    """Return who did it: "by X" behind, X inside the phrase, else the party named last before the figure."""
    first = max(figure.counted_last, figure.last)
    for at in range(first, min(len(words), first + REACH_BY)):
        if words[at].lower == "by":
            end = words[min(len(words), at + 4) - 1].end
            named = [n for n in reading.names_in(words[at].start, end) if reading.is_party(n)]
            if named:
                return Holder(_tag(named[0]), "done by")
    inside = _inside(figure, reading)
    if inside and reading.is_party(inside):
        return Holder(_tag(inside), "named in the phrase")
    subject = _subject(figure, reading, words)
    if subject:
        return Holder(_tag(subject), "subject of the sentence")
    between = [
        n
        for n in reading.names_in(words[first - 1].start, reading.sentences[figure.sentence].end)
        if reading.is_party(n)
    ]
    if between and reading.kind(between[0]) != "person" and first < len(words) and words[first].lower == "between":
        return Holder(_tag(between[0]), "one of the two sides?")
    return _main(reading)


def _subject(figure: Figure, reading: Reading, words: Sequence[Word]) -> Name | None:
    """Return the first party before the figure that stands after no preposition, else the nearest one before it."""
    start = reading.sentences[figure.sentence].start
    before = [n for n in reading.names_in(start, figure.quantity.start) if reading.is_party(n)]
    free = [n for n in before if _word_before(n, words) not in _AGAINST]
    return (free or [None])[0]  # type: ignore[list-item]


def _word_before(name: Name, words: Sequence[Word]) -> str:
    before = [w.lower for w in words if w.end <= name.start]
    if before and before[-1] in ("the", "a", "an", "its", "their"):
        before.pop()
    return before[-1] if before else ""


def _side(figure: Figure, reading: Reading) -> Holder:
    """Return the side that fighters without a name belong to: the nearest party before them, else the main one."""
    words = reading.words[figure.sentence]
    start = reading.sentences[figure.sentence].start
    before = [n for n in reading.names_in(start, figure.quantity.start) if reading.is_party(n)]
    near = [n for n in before if _word_before(n, words) not in _AGAINST]
    if near:
        return Holder(_tag(near[-1]), "party before the noun?")
    return _main(reading)


def _main(reading: Reading) -> Holder:
    if reading.main_party is None:
        return Holder(None, "nobody named")
    return Holder(f"A{reading.main_party + 1}", "main party?")
