"""Decides where and when a figure holds: the nearest place and date that speak of it, never a far guess."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.backends.offline.reading import Figure, Reading
from summarizer.models import Spot, Time, Word

SENTENCES_BACK = 2  # a scene set this many sentences before, in the same paragraph, still holds
MOST_TOWNS = 3  # a sentence that names more sets no scene
SENTENCES_BACK_HERE = 4  # and this many, over paragraphs, where the sentence points back ("in the area")

_STRONG = frozenset("in at near around inside outside within across throughout".split())
_AT = _STRONG | frozenset("of on to from into towards between west east north south".split())
_PRESENT = frozenset(
    """is are has have could can may might remain remains hold holds control controls comprise comprises number numbers
    live lives stay stays include includes stand stands exist exists surround keeps keep""".split()
)
_RELATIVE = re.compile(r",? (?:which|where)\b")
_HERE = frozenset("there here area region place town city village province inside scene enclave pocket".split())


@dataclass(frozen=True, slots=True)
class Found:
    """A tag, or None, and the rule that found it; a rule that ends in "?" is unsure of itself."""

    tag: str | None
    rule: str


def place_of(figure: Figure, reading: Reading) -> Found:
    """Return the place of a figure."""
    sentence = reading.sentences[figure.sentence]
    words = reading.words[figure.sentence]
    label = _label(figure, reading)
    if label is not None:
        return Found(label, "label of the list item")
    spots = [s for s in reading.spots_in(sentence.start, sentence.end) if not reading.speaks(s)]
    if spots:
        best = max(spots, key=lambda s: _fit(s, figure, words, reading))
        if _fit(best, figure, words, reading) > 0:
            return Found(f"P{best.place + 1}", "place in the sentence")
    lead = reading.lead_in(figure.sentence)
    if lead is not None:
        return _set_by(lead, reading) or Found(None, "no place in the list's lead-in")
    here = any(w.lower in _HERE for w in words)
    for back in range(1, (SENTENCES_BACK_HERE if here else SENTENCES_BACK) + 1):
        number = figure.sentence - back
        if number < 0 or not (here or reading.same_paragraph(number, figure.sentence)):
            break
        if scene := _set_by(number, reading):
            return scene
    if reading.main_place is not None:
        return Found(f"P{reading.main_place + 1}", "the article's one place?")
    return Found(None, "no place")


def _set_by(number: int, reading: Reading) -> Found | None:
    """Return the place that a sentence before, or a list's lead-in, sets the scene in."""
    sentence, words = reading.sentences[number], reading.words[number]
    towns = [s for s in reading.spots_in(sentence.start, sentence.end) if not _is_country(s, reading)]
    if not towns or len({s.place for s in towns}) > MOST_TOWNS:
        return None
    set_in = next((s for s in towns if _preposition(s, words) in _STRONG), towns[-1])
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
    between = reading.text[min(spot.start, figure.quantity.end) : max(spot.start, figure.quantity.end)]
    if ";" in between or ", while " in between or ", but " in between:
        score -= 1.5
    return score


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


def time_of(figure: Figure, reading: Reading, *, event: bool) -> Found:
    """Return the date of a figure: in its sentence, or before it in the paragraph where an event is told on."""
    sentence = reading.sentences[figure.sentence]
    times = reading.times_in(sentence.start, sentence.end)
    if times:
        best = min(times, key=lambda t: _distance(t, figure, reading))
        return Found(reading.time_tag(best), "date in the sentence")
    lead = reading.lead_in(figure.sentence)
    if lead is not None:
        start = reading.sentences[lead - 1 if reading.same_paragraph(lead, lead - 1) else lead].start
        times = reading.times_in(start, reading.sentences[lead].end)
        return Found(reading.time_tag(times[-1]), "date in the list's lead-in") if times else Found(None, "no date")
    if figure.sentence and reading.same_paragraph(figure.sentence, figure.sentence - 1):
        words = reading.words[figure.sentence]
        refers = any(w.lower in ("these", "those", "this", "such", "same") for w in words[:12])
        before = reading.sentences[figure.sentence - 1]
        times = reading.times_in(before.start, before.end)
        if times and refers:
            return Found(reading.time_tag(times[-1]), "date in the sentence before")
        if times and event:
            return Found(reading.time_tag(times[-1]), "date that the telling began with?")
    return Found(None, "no date")


def _distance(time: Time, figure: Figure, reading: Reading) -> float:
    distance = (
        time.start - figure.quantity.end if time.start >= figure.quantity.end else figure.quantity.start - time.end
    )
    between = reading.text[min(time.end, figure.quantity.end) : max(time.start, figure.quantity.start)]
    return distance + (200 if ";" in between else 0)


def is_present(figure: Figure, reading: Reading) -> bool:
    """Whether the sentence speaks of the time of writing: a verb in the present right before or after the figure."""
    words = reading.words[figure.sentence]
    after = words[max(figure.counted_last, figure.last) :][:6]
    before = words[max(0, figure.first - 6) : figure.first]
    return any(w.lower in _PRESENT for w in (*after, *before))
