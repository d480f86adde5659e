"""Finds what befell the counted: the verb, participle, state or event noun whose object or subject a figure is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.backends.offline.frames import Frames
from summarizer.backends.offline.reading import Figure, Reading
from summarizer.models import Word
from summarizer.schema import Measure, NounClass

REACH_AFTER = 12  # words from the counted noun to the verb that befell it
REACH_HAPPENS = 4  # words from the counted noun to what it does: beyond, another may do it
REACH_BEFORE = 4  # words from the verb to the number that is its object
SUFFERED = "suffered: "  # begins the rule where the subject is the holder

BE = frozenset("was were been being be is are got get gets getting".split())
_BETWEEN = frozenset(
    "the of all about some another its their his her up to at least other others an a as many over with by".split()
)
BREAKS = frozenset("while but after before when because although though whereas since until as if so whom most".split())
_AFTER_REDUCED = frozenset(
    "in by on during at since and when near after over outside inside around across from there here this last".split()
)
_LISTED = re.compile(r"\s*(?:,|and|,\s*and|as well as)\s*")
_WHO = frozenset("it they he she we who that whom which".split())


def event_of(
    figure: Figure, words: Sequence[Word], after: int, of: NounClass | None, frames: Frames
) -> tuple[Measure, str] | None:
    """Return the measure of what befell the counted, whose phrase ends before word `after`, and the rule."""
    return _befell_after(words, after, of, frames) or _befell_before(words, figure.first, after, of, frames)


def shared_verb(figure: Figure, reading: Reading, of: NounClass | None, frames: Frames) -> tuple[Measure, str] | None:
    """Look before the figures that are listed with this one: "captured 3 bases and 180 soldiers"."""
    words = reading.words[figure.sentence]
    here = figure
    for before in reversed(reading.figures_before(figure)):
        between = reading.text[max(before.quantity.end, before.quantity.counted_end) : here.quantity.start]
        if not _LISTED.fullmatch(between):
            return None
        if found := _befell_before(words, before.first, max(before.last, before.counted_last), of, frames):
            return found
        here = before
    return None


def is_target(figure: Figure, words: Sequence[Word], frames: Frames) -> bool:
    """Whether something was done to the counted that no measure counts: "attacked 50 ships"."""
    for at in range(figure.first - 1, max(-1, figure.first - 1 - REACH_BEFORE), -1):
        if words[at].lower in frames.rules.passing:
            return True
        if words[at].lower not in _BETWEEN:
            return False
    return False


def _befell_after(
    words: Sequence[Word], after: int, of: NounClass | None, frames: Frames
) -> tuple[Measure, str] | None:
    """Look for a passive, a reduced relative, a state or an intransitive after the counted noun."""
    passive = told = False
    for at in range(after, min(len(words), after + REACH_AFTER)):
        lower = words[at].lower
        if at > after and (lower in BREAKS or _ends(words, at) or (told and words[at].start - words[at - 1].end > 1)):
            break  # a comma closes what "who ..." tells of the counted
        told = told or lower in ("who", "which", "that")
        if lower in BE:
            passive = True
            continue
        form, measures = frames.verb_at("done_to", words, at)
        reduced = at == after and _reduced(words, at + form.count(" "))
        relative = at == after + 1 and words[after].lower in _WHO
        if form and (passive or reduced or relative) and not form.partition(" ")[0].endswith("ing"):
            measure = frames.befalling(measures, of)
            if measure and (passive or reduced or not _has_object(words, at)):
                return measure, f"{'passive' if passive else 'participle' if reduced else 'relative'} {form!r}"
        form, measures = frames.verb_at("happens", words, at)
        if form and not passive:
            measure = frames.befalling(measures, of)
            if measure and (at - after <= REACH_HAPPENS or _same_subject(words, after, at)):
                return measure, f"verb {form!r}"
        if lower in frames.states and (passive or at == after):
            measure = frames.befalling(frames.states[lower], of)
            if measure:
                return measure, f"state {lower!r}"
        if passive and lower not in ("not", "also", "reportedly", "either", "both", "all") and not lower.endswith("ly"):
            passive = False
    return None


def _same_subject(words: Sequence[Word], after: int, at: int) -> bool:
    """Whether a far verb has the counted as subject: by "who", or with others joined to it by "and"."""
    return words[at - 1].lower == "who" or words[after].lower == "and"


def _ends(words: Sequence[Word], at: int) -> bool:
    # A gap of more than a space holds a stop, a colon or a dash; ", " is let through for lists.
    return words[at].start - words[at - 1].end > 3


def _reduced(words: Sequence[Word], at: int) -> bool:
    """Whether a participle right after its noun is passive ("5 people killed in"), not active ("5 men killed 3")."""
    if at + 1 >= len(words):
        return True
    return words[at + 1].lower in _AFTER_REDUCED or words[at + 1].start - words[at].end > 1


def _has_object(words: Sequence[Word], at: int) -> bool:
    """Whether a verb goes on to an object of its own: "300 men who killed 5", not "5 men they killed"."""
    return (
        at + 1 < len(words) and words[at + 1].lower not in _AFTER_REDUCED and words[at + 1].start - words[at].end == 1
    )


def _befell_before(
    words: Sequence[Word], first: int, after: int, of: NounClass | None, frames: Frames
) -> tuple[Measure, str] | None:
    """Look for a verb or event noun of which the figure is the object: "killed 12", "the death of 880"."""
    with_of = False
    for at in range(first - 1, max(-1, first - 1 - REACH_BEFORE), -1):
        lower = words[at].lower
        active = not (at and words[at - 1].lower in BE and not lower.endswith("ing"))
        form, measures = frames.around(words, at, after)
        if not form:
            form, measures = frames.verb_before(words, at)
        if active and form and (measure := frames.befalling(measures, of)):
            return measure, f"object of {form!r}"
        if lower in frames.suffered and (measure := frames.befalling(frames.suffered[lower], of)):
            return measure, f"{SUFFERED}{lower!r}"
        if with_of and lower in frames.event_nouns and (measure := frames.befalling(frames.event_nouns[lower], of)):
            return measure, f"{lower!r} of"
        if lower == "of":
            with_of = True
        elif lower not in _BETWEEN and lower != "and":
            return None
    return None
