"""Finds what befell the counted: the verb, participle, state or event noun whose object or subject a figure is."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from summarizer.backends.offline.frames import Frames
from summarizer.backends.offline.reading import Figure, Reading
from summarizer.models import Word
from summarizer.schema import Measure, NounClass

REACH_AFTER = 12  # words from the counted noun to the verb that befell it
REACH_HAPPENS = 4  # words from the counted noun to what it does: beyond, another may do it
REACH_LEFT = 14  # words from "left" to the figure, and from there to "dead"
REACH_BEFORE = 4  # words from the verb to the number that is its object
SUFFERED = "suffered: "  # begins the rule where the subject is the holder
STATE_OF = "state "  # begins the rule where a state stands behind
OBJECT = "object of "  # begins the rule where the subject did it

BE = frozenset("was were been being be is are got get gets getting".split())
_STAYING = frozenset("remain remains remained remaining stay stays stayed".split())
_YET = frozenset("still also already yet".split())
# Between "were" and what befell the counted.
_ADVERBS = frozenset(
    "not also either both all still now already again then later since yet thus even once just so far there "
    "thought believed feared said reported known confirmed presumed to have either reportedly".split()
)
_BETWEEN = frozenset(
    "the of all about some another further its their his her up to at least other others an a as many over with "
    "by".split()
)
BREAKS = frozenset("while but after before when because although though whereas since until as if so whom most".split())
_AFTER_REDUCED = frozenset(
    "in by on during at since and when near after over outside inside around across from there here this last".split()
)
_LISTED = re.compile(r"\s*(?:,|and|,\s*and|as well as)\s*")
_LEFT = frozenset("left leave leaves leaving".split())
_HAVE = frozenset("have had has".split())
_NUMBER = re.compile(r"(?!(?:19|20)\d\d\Z)\d[\d,.]*")
COMMA = 2  # characters between two words with a comma between them
_NEGATIONS = frozenset(
    "not never neither nor refuse refused refuses refusing unwilling reluctant failed without".split()
)
_WHO = frozenset("it they he she we who that whom which".split())


def event_of(
    figure: Figure, words: Sequence[Word], after: int, of: NounClass | None, frames: Frames
) -> tuple[Measure, str] | None:
    """Return the measure of what befell the counted, whose phrase ends before word `after`, and the rule."""
    # What is done to an object is said before it; what stands behind may be told of the next: "lost 192, and 511 ...".
    return (
        _befell_before(words, figure.first, after, of, frames, over_and=False)
        or _befell_after(words, after, of, frames)
        or _befell_before(words, figure.first, after, of, frames)
        or _befell_apposed(words, figure.first, of, frames)
        or _befell_left(words, figure.first, after, of, frames)
    )


def _befell_left(
    words: Sequence[Word], first: int, after: int, of: NounClass | None, frames: Frames
) -> tuple[Measure, str] | None:
    """Look for the state that all of a list are left in: "has left 337 militants and 39 civilians dead"."""
    before = [w.lower for w in words[max(0, first - REACH_LEFT) : first]]
    if not _LEFT & set(before):
        return None
    for at in range(after, min(len(words), after + REACH_LEFT)):
        if words[at].lower in BREAKS:
            return None
        form, measures = frames.verb_at("states", words, at)
        if form and (measure := frames.befalling(measures, of)):
            return measure, f"left {form!r}"
    return None


def _befell_apposed(
    words: Sequence[Word], first: int, of: NounClass | None, frames: Frames
) -> tuple[Measure, str] | None:
    """Look before a figure that restates the subject: "half the town had fled, or some 70,000 people"."""
    at = first - 1
    while at > 0 and words[at].lower in _BETWEEN:
        at -= 1
    if at < 1 or words[at].lower != "or" or words[at].start - words[at - 1].end != COMMA:
        return None
    for index in ("done_to", "happens", "states"):
        forms = getattr(frames, index).get(words[at - 1].lower)
        if forms and (measure := frames.befalling(forms, of)):
            return measure, f"restates {words[at - 1].lower!r}"
    return None


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


def is_target(figure: Figure, words: Sequence[Word], verbs: Collection[str]) -> bool:
    """Whether one of the verbs was done to the counted: "attacked 50 ships"."""
    for at in range(figure.first - 1, max(-1, figure.first - 1 - REACH_BEFORE), -1):
        if words[at].lower in verbs:
            return True
        if words[at].lower not in _BETWEEN:
            return False
    return False


def _befell_after(
    words: Sequence[Word], after: int, of: NounClass | None, frames: Frames
) -> tuple[Measure, str] | None:
    """Look for a passive, a reduced relative, a state or an intransitive after the counted noun."""
    passive = told = False
    after = _over_apposition(words, after)
    while after < len(words) - 1 and (words[after].lower in _YET or _listed_as(words, after, frames)):
        after += 1
    for at in range(after, min(len(words), after + REACH_AFTER)):
        lower = words[at].lower
        if at > after and (
            (lower in BREAKS and not _so_far(words, at))
            or (lower == "that" and words[at - 1].lower == "and")
            or _ends(words, at)
            or (told and words[at].start - words[at - 1].end > 1)
        ):
            break  # a comma closes what "who ..." tells of the counted
        if at > after and lower in BE and _opens_anew(words, at - 1):
            break
        told = told or lower in ("who", "which", "that")
        if lower in BE or lower in _STAYING:
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
        if form and not passive and not _only_meant(words, after, at):
            measure = frames.befalling(measures, of)
            if measure and (at - after <= REACH_HAPPENS or _same_subject(words, after, at)):
                return measure, f"verb {form!r}"
        form, measures = frames.verb_at("states", words, at)
        if form and (passive or at == after) and (measure := frames.befalling(measures, of)):
            return measure, f"{STATE_OF}{form!r}"
        form, measures = frames.verb_at("undergone", words, at)
        undergone = passive or (at == after and _reduced(words, at + form.count(" ")))
        if form and undergone and (measure := frames.befalling(measures, of)):
            return measure, f"passive {form!r}"
        if passive and lower not in _ADVERBS and not lower.endswith("ly"):
            passive = False
    return None


def _listed_as(words: Sequence[Word], at: int, frames: Frames) -> bool:
    """Whether "as" leads to a state: "listed 30 people as missing"."""
    return words[at].lower == "as" and bool(frames.verb_at("states", words, at + 1)[0])


def _opens_anew(words: Sequence[Word], at: int) -> bool:
    """Whether a number behind a comma or semicolon is what is spoken of next: "120 people on board; 88 were saved"."""
    return bool(at and _NUMBER.fullmatch(words[at].lower)) and words[at].start - words[at - 1].end > 1


def _only_meant(words: Sequence[Word], after: int, at: int) -> bool:
    """Whether the verb at `at` is denied or refused: "will not give themselves up", "are refusing to surrender"."""
    return any(w.lower in _NEGATIONS or w.lower.endswith(("n't", "n’t")) for w in words[after:at])


def _over_apposition(words: Sequence[Word], after: int) -> int:
    """Return the word after what is set between commas: "71,000 people, 45,000 of them children, have fled"."""
    if not 0 < after < len(words) or words[after].start - words[after - 1].end != COMMA:
        return after
    for at in range(after + 1, min(len(words), after + REACH_AFTER)):
        if words[at].start - words[at - 1].end == COMMA:
            return at if words[at].lower in BE or words[at].lower in _HAVE else after
    return after


def _so_far(words: Sequence[Word], at: int) -> bool:
    return words[at].lower == "so" and at + 1 < len(words) and words[at + 1].lower == "far"


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


def described(
    words: Sequence[Word], first: int, last: int, of: NounClass, frames: Frames
) -> tuple[Measure, str] | None:
    """Look for what befell the counted in the words before its noun: "23 captured soldiers", "two burnt-out tanks"."""
    for at in range(first, last):
        lower = words[at].lower.partition("-")[0]
        told = frames.states.get(lower) or (() if lower.endswith("ing") else frames.done_to.get(lower, ()))
        if told and (measure := frames.befalling(told, of)):
            return measure, f"described as {lower!r}"
    return None


def _has_object(words: Sequence[Word], at: int) -> bool:
    """Whether a verb goes on to an object of its own: "300 men who killed 5", not "5 men they killed"."""
    return (
        at + 1 < len(words) and words[at + 1].lower not in _AFTER_REDUCED and words[at + 1].start - words[at].end == 1
    )


def _befell_before(
    words: Sequence[Word], first: int, after: int, of: NounClass | None, frames: Frames, *, over_and: bool = True
) -> tuple[Measure, str] | None:
    """Look for a verb or event noun of which the figure is the object: "killed 12", "the death of 880".

    Over an "and" the verb may be the one before's alone: "24 people drowned and 11 are missing".
    """
    with_of = False
    for at in range(first - 1, max(-1, first - 1 - REACH_BEFORE), -1):
        lower = words[at].lower
        active = not (at and words[at - 1].lower in BE and not lower.endswith("ing"))
        form, measures = frames.around(words, at, after)
        if not form:
            form, measures = frames.verb_before("done_to", words, at)
        if active and form and (measure := frames.befalling(measures, of)):
            return measure, f"{OBJECT}{form!r}"
        form, measures = frames.verb_before("suffered", words, at)
        if form and (measure := frames.befalling(measures, of)):
            return measure, f"{SUFFERED}{form!r}"
        if with_of and lower in frames.event_nouns and (measure := frames.befalling(frames.event_nouns[lower], of)):
            return measure, f"{lower!r} of"
        if lower == "of":
            with_of = True
        elif lower not in _BETWEEN and not (over_and and lower == "and"):
            return None
    return None
