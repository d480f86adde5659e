"""Decides where a figure holds: the nearest place that speaks of it, never a far guess."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.backends.offline.reading import Figure, Reading
from summarizer.late_patterns import late_pattern
from summarizer.models import Spot, Word

MOST_TOWNS = 3  # a sentence that names more sets no scene
SENTENCES_BACK_HERE = 4  # and this many, over paragraphs, where the sentence points back ("in the area")
LONGEST_OPENING = 12  # characters of "At a camp in"
LONGEST_PARAGRAPH = 30  # sentences of it that are gone back over; more is a text without any paragraphs

_STRONG = frozenset("in at near around inside outside within across throughout".split())
_AT = _STRONG | frozenset("of on to from into towards between west east north south".split())
# What stands between a speaker and where that one is: " in", ", a surgeon at", ", 44, a teacher in the town of"
_SEATED = re.compile(r"(?:, \d\d)?(?:,? (?:an? |the )?(?:\w+ ){0,4}?)?(?:in|at|of|from|near) (?:the )?(?:\w+ of )?")
_DISTANT = frozenset(
    "diplomat diplomats analyst analysts researcher researchers expert experts envoy spokesman spokeswoman "
    "spokesperson group institute centre center think-tank monitor monitors ministry minister president government "
    "official officials scholar".split()
)
_BEFORE_SPEAKER = late_pattern(r",\s(?:the |an? )?")
_RELATIVE = re.compile(r",? (?:which|where)\b")
_HERE = frozenset(
    "there here area region place town city village province inside scene enclave pocket camp neighbourhood "
    "neighborhood district valley island".split()
)


class Found(NamedTuple):
    """A tag, or None, and the rule that found it; a rule that ends in "?" is unsure of itself."""

    tag: str | None
    rule: str


def place_of(figure: Figure, reading: Reading, *, event: bool) -> Found:
    """Return the place of a figure; an event's may be the scene that the sentence before set."""
    sentence = reading.sentences[figure.sentence]
    words = reading.words[figure.sentence]
    label = _label(figure, reading)
    if label is not None:
        return Found(label, "label of the list item")
    named = [s for s in reading.spots_in(sentence.start, sentence.end) if _may_be_scene(s, reading)]
    seats = [s for s in named if _is_seat_of_speaker(s, figure, reading)]
    spots = [s for s in named if s not in seats]
    if spots:
        fits = {_fit(s, figure, words, reading): s for s in reversed(spots)}  # of equals the first
        if max(fits) > 0:
            return Found(f"P{fits[max(fits)].place + 1}", "place in the sentence")
    lead = reading.lead_in(figure.sentence)
    if lead is not None:
        return _set_by(lead, reading) or Found(None, "no place in the list's lead-in")
    here = any(w.lower in _HERE for w in words)
    if event and (scene := _scene_of_paragraph(figure.sentence, reading)):
        return scene
    for back in range(1, (SENTENCES_BACK_HERE if here else 0) + 1):
        if figure.sentence - back >= 0 and (scene := _set_by(figure.sentence - back, reading)):
            return scene
    if seats and event and _is_local(figure, reading):
        return Found(f"P{seats[0].place + 1}", "where the speaker is?")
    if reading.main_place is not None:
        return Found(f"P{reading.main_place + 1}", "the article's one place?")
    return Found(None, "no place")


def _scene_of_paragraph(sentence: int, reading: Reading) -> Found | None:
    """Return the one place of the paragraph so far, else that of the sentence before; the telling goes on there."""
    first = sentence
    while sentence - first < LONGEST_PARAGRAPH and reading.same_paragraph(first - 1, sentence):
        first -= 1
    if first == sentence:
        return None
    start, end = reading.sentences[first].start, reading.sentences[sentence - 1].end
    spots = [s for s in reading.spots_in(start, end) if not _is_country(s, reading) and _may_be_scene(s, reading)]
    if len({s.place for s in spots}) == 1:
        return Found(f"P{spots[0].place + 1}", "the paragraph's one place?")
    return _set_by(sentence - 1, reading, surely=True)


def _is_seat_of_speaker(spot: Spot, figure: Figure, reading: Reading) -> bool:
    """Whether a place only tells where who speaks is: "according to a diplomat in Zagreb"."""
    for _, voice in reading.voices_at(figure.quantity.start)[:1]:
        behind = reading.text[voice.speaker_end : spot.start]
        if voice.speaker_start <= spot.start < voice.speaker_end:
            return True
        if spot.start >= voice.speaker_end and _SEATED.fullmatch(behind):
            return True
    return False


def _is_local(figure: Figure, reading: Reading) -> bool:
    """Whether who speaks knows the place at first hand: a nurse in X does, a diplomat in X speaks of elsewhere."""
    voices = reading.voices_at(figure.quantity.start)
    return bool(voices) and not any(w.strip(",.").lower() in _DISTANT for w in voices[0][1].speaker.split())


def _set_by(number: int, reading: Reading, *, surely: bool = False) -> Found | None:
    """Return the place that a sentence before, or a list's lead-in, sets the scene in.

    `surely` asks for "in", "at" or the like before the place.
    """
    sentence, words = reading.sentences[number], reading.words[number]
    spots = reading.spots_in(sentence.start, sentence.end)
    towns = [s for s in spots if not _is_country(s, reading) and _may_be_scene(s, reading)]
    if not towns or len({s.place for s in towns}) > MOST_TOWNS:
        return None
    set_in = next((s for s in towns if _preposition(s, words) in _STRONG), None if surely else towns[-1])
    if set_in is None:
        return None
    return Found(f"P{set_in.place + 1}", "place in the sentence before?")


def _label(figure: Figure, reading: Reading) -> str | None:
    """Return the place that opens a list item: "• Deir Ezzor: nearly 550 attacks"."""
    sentence = reading.sentences[figure.sentence]
    head = reading.text[sentence.start : figure.quantity.start]
    if ":" not in head:
        return None
    spots = reading.spots_in(sentence.start, sentence.start + head.index(":"))
    return f"P{spots[0].place + 1}" if spots and spots[0].start - sentence.start < 6 else None


def _fit(spot: Spot, figure: Figure, words: Sequence[Word], reading: Reading) -> float:
    """Return how well a place in the sentence fits: near, after a preposition of place, a town before a country."""
    distance = (
        spot.start - figure.quantity.end if spot.start >= figure.quantity.end else figure.quantity.start - spot.end
    )
    score = 2.0 - distance / 120.0
    before = _preposition(spot, words)
    score += 1.0 if before in _STRONG else 0.3 if before in _AT else -0.5
    if spot.start >= figure.quantity.end:
        score += 0.3
    if _is_country(spot, reading):
        score -= 0.8
    if spot.end <= figure.quantity.start and _RELATIVE.match(reading.text, spot.end):
        score += 1.5  # "Damascus, which experienced four attacks"
    if _is_where_they_speak(spot, figure, reading):
        score -= 1.0
    if before == "to" and _leads_there(spot, words):
        score -= 1.5  # "on the road to X"
    between = reading.text[min(spot.start, figure.quantity.end) : max(spot.start, figure.quantity.end)]
    if ";" in between or ", while " in between or ", but " in between:
        score -= 1.5
    if spot.start >= figure.quantity.end and reading.counts_between(figure.quantity.end, spot.start):
        score -= 2.0  # it is the scene of the figure that stands nearer
    return score


def _is_where_they_speak(spot: Spot, figure: Figure, reading: Reading) -> bool:
    """Whether a place opens a sentence right before who speaks: "In Brussels, officials said"."""
    sentence = reading.sentences[figure.sentence]
    for _, voice in reading.voices_at(figure.quantity.start)[:1]:
        if sentence.start <= spot.start and spot.end < voice.speaker_start <= sentence.end:
            return (
                spot.start - sentence.start <= LONGEST_OPENING
                and _BEFORE_SPEAKER.fullmatch(reading.text, spot.end, voice.speaker_start) is not None
            )
    return False


def _leads_there(spot: Spot, words: Sequence[Word]) -> bool:
    before = [w.lower for w in words if w.end <= spot.start][-3:]
    return bool({"road", "way", "route", "highway", "bound"} & set(before))


def _may_be_scene(spot: Spot, reading: Reading) -> bool:
    """Whether things can happen in a place: it is no government ("Kyiv said") and no seat ("Kyiv-based")."""
    return not reading.speaks(spot) and not reading.text.startswith("-based", spot.end)


def _preposition(spot: Spot, words: Sequence[Word]) -> str:
    """Return the preposition that leads to a place, over "the", directions and place nouns ("in the east of X")."""
    before = [w.lower for w in words if w.end <= spot.start]
    for word in reversed(before[-5:]):
        if word in _STRONG:
            return word
    if len(before) > 1 and before[-1] == "of" and before[-2] in _HERE:
        return "in"  # "the region of X"
    return before[-1] if before else ""


def _is_country(spot: Spot, reading: Reading) -> bool:
    place = reading.marked.places[spot.place]
    return place.country is not None and place.lat is None and place.key.startswith("country:")
