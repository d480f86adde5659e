"""Finds quotations, by their marks and what stands beside these, and settles who speaks in each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from summarizer.marking.speakers.material import Event, Line, Material, Span

MIN_QUOTE = 25  # characters; shorter quotations are single words held at arm's length
LEAD_TO_QUOTE = 90  # characters between a speaker and the quotation that the verb leads to
AFTER_QUOTE = 40  # characters between a quotation and the speaker after it
GOES_ON = 200  # characters between two pieces of one quotation
INDENT = 8  # characters, at most, before the sign of a list item
BULLETS = "•-*–▪●◦·"
TOUCHING = 4  # characters, blank line included, between a sentence and the quotation that follows it

_OPENING, _CLOSING = "“«„", "”»"
_MARK = re.compile(r'[“«„”»"]|\n(?:[ \t\r]*\n)+')
_OPENS_AFTER = " \t\r\n\u00a0([—–-“\"'‘"


def find_quotes(text: str) -> list[Span]:
    """Return the quotations of a text, at least `MIN_QUOTE` long, as spans with their marks, in order, none in another.

    A quotation whose paragraph ends without a closing mark runs on where the next paragraph opens one again or is part
    of a list, and is none where it does not. Marks the wrong way round are read by the white space beside them. Linear
    in the text.
    """
    spans: list[Span] = []
    start, depth, broken, listed = -1, 0, 0, False
    for match in _MARK.finditer(text):
        sign, at = match[0], match.start()
        if sign[0] == "\n":
            listed = _in_list(text, match.start(), match.end()) or (listed and start >= 0 and _is_item(text, broken))
            if start >= 0 and not listed and text[match.end() : match.end() + 1] not in {*_OPENING, '"'}:
                start = -1
            broken, depth = match.end(), 0
            continue
        if _opens(text, at, is_open=start >= 0):
            if start < 0:
                start, depth = at, 0
            elif text[at - 1] != "\n":
                depth += 1
        elif depth:
            depth -= 1
        elif start >= 0:
            spans.append((start, match.end()))
            start = -1
    return [span for span in spans if span[1] - span[0] >= MIN_QUOTE]


def _in_list(text: str, end: int, start: int) -> bool:
    """Whether a list begins or goes on between a paragraph's end and the start of the next."""
    return text[end - 1] == ":" or _is_item(text, start)


def _is_item(text: str, start: int) -> bool:
    return text[start : start + INDENT].lstrip()[:1] in {*BULLETS}


def _opens(text: str, at: int, *, is_open: bool) -> bool:
    """Whether a mark opens: by what stands beside it where that is clear, else by its form."""
    sign = text[at]
    free_before = at == 0 or text[at - 1] in _OPENS_AFTER
    free_after = at + 1 >= len(text) or text[at + 1].isspace()
    if sign == '"' and is_open:
        return text[at - 1] == "\n"  # straight marks do not nest
    if free_before != free_after:
        return free_before and (sign not in _CLOSING or not is_open)
    return sign in _OPENING or (sign == '"' and not is_open)


def give_quotes(line: Line, events: Sequence[Event], spoken: dict[int, Event]) -> None:
    """Give each speaker of a sentence the quotation that the verb leads to or follows, then what else lies in it.

    Args:
        line: the sentence.
        events: the acts of saying in it that stand in no quotation themselves.
        spoken: who says each quotation, by its number; filled.
    """
    material = line.material
    for event in events:
        number = _led_to(line, event)
        if number is not None and number not in spoken:
            spoken[number] = event
        number = _followed(line, event)
        if number is not None and number not in spoken:
            spoken[number] = event
    if not events:
        return
    marks = [line.words[event.at].start for event in events]
    first = bisect_left(material.quote_starts, line.sentence.start - 1)
    for number in range(first, len(material.quotes)):
        start, end = material.quotes[number]
        if end > line.sentence.end + 1:
            break
        if number not in spoken:
            nearest = max(0, bisect_right(marks, start) - 1)
            spoken[number] = events[nearest]


def _led_to(line: Line, event: Event) -> int | None:
    material = line.material
    here = max(event.speaker.end, line.words[event.at].end)
    number = bisect_left(material.quote_starts, here)
    if number == len(material.quotes):
        return None
    start = material.quotes[number][0]
    limit = line.sentence.end + (TOUCHING if material.text[line.sentence.end - 1] == ":" else 2)
    near = start - here < LEAD_TO_QUOTE and start < limit
    return number if near and "." not in material.text[here:start] else None


def _followed(line: Line, event: Event) -> int | None:
    material = line.material
    here = line.words[event.at].start
    if line.sentence.start <= event.speaker.start < here:
        here = event.speaker.start
    number = bisect_right(material.quote_ends, here) - 1
    if number < 0 or here - material.quotes[number][1] >= AFTER_QUOTE:
        return None
    return number if "\n\n" not in material.text[material.quotes[number][1] : here] else None


def quoted(material: Material, spoken: Mapping[int, Event], before: Mapping[int, Event]) -> Iterator[Event]:
    """Yield each quotation that somebody says.

    One that nobody claims goes on in the voice of the quotation, or of the sentence, right before it.

    Args:
        material: the article.
        spoken: who says each quotation, by its number.
        before: the last act of saying in a sentence, by where the sentence ends.
    """
    ends = sorted(before)
    previous: tuple[int, Event] | None = None
    for number, (start, end) in enumerate(material.quotes):
        said = spoken.get(number)
        if said is None and previous and _goes_on(material.text, previous[0], start):
            said = previous[1]
        if said is None and ends:
            at = bisect_right(ends, start) - 1
            if at >= 0 and start - ends[at] <= TOUCHING:
                said = before[ends[at]]
        if said is not None:
            yield said._replace(start=start, end=end, made="stated")
            previous = end, said


def _goes_on(text: str, end: int, start: int) -> bool:
    if start - end >= GOES_ON:
        return False
    between = text[end:start]
    return between.count("\n\n") <= 1 and between.strip('\n “"').count(".") <= 1
