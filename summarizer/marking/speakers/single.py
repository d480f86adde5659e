"""Finds quotations in single marks, as British papers set them, without taking an apostrophe for a mark."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from summarizer.marking.speakers.material import Span

MIN_QUOTE = 25  # characters; shorter quotations are single words held at arm's length
_MARK = re.compile(r"['‘’]|\n(?:[ \t\r]*\n)+")
_BEFORE_OPENING = ' \t\r\n\u00a0([—–-“"'
_INSIDE_CLOSING = ',.!?…;:—–”"'
_AFTER_CLOSING = ",.;:!?)\n"
_ELIDED = re.compile(r"\d\ds?\b|(?:em|til|tis|twas|cause|n|round|bout)\b", re.IGNORECASE)


def with_single(text: str, quotes: Sequence[Span]) -> list[Span]:
    """Return quotations in double marks and those in single ones, in order, none in another. Linear in the text."""
    single = _outside(_find_single(text, quotes), quotes)
    if not single:
        return list(quotes)
    starts = [start for start, _ in single]
    kept = []
    for start, end in quotes:
        number = bisect_right(starts, start) - 1
        if number < 0 or end > single[number][1]:
            kept.append((start, end))
    return sorted(kept + single)


def _outside(single: Sequence[Span], quotes: Sequence[Span]) -> list[Span]:
    """Return the single quotations that cross no double one; they may hold some."""
    starts, ends = [start for start, _ in quotes], [end for _, end in quotes]
    kept = []
    for start, end in single:
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        if (first < 0 or ends[first] <= start) and (last < 0 or ends[last] <= end):
            kept.append((start, end))
    return kept


def _find_single(text: str, quotes: Sequence[Span]) -> list[Span]:
    spans: list[Span] = []
    starts = [start for start, _ in quotes]
    opened, doubtful = -1, False
    for match in _MARK.finditer(text):
        at = match.start()
        if match[0][0] == "\n":
            if opened >= 0 and text[match.end() : match.end() + 1] not in {*"'‘"}:
                opened = -1
            continue
        number = bisect_right(starts, at) - 1
        if number >= 0 and at < quotes[number][1]:
            continue
        if _opens(text, at):
            if opened < 0 or doubtful:
                opened, doubtful = at, False
        elif opened >= 0 and _may_close(text, at):
            if _closes(text, at):
                spans.append((opened, match.end()))
                opened = -1
            elif text[at - 1] != "s":
                opened = -1  # 'Black Friday' sales: words held at arm's length
            else:
                doubtful = True  # "the soldiers' tents" or the end of such words
    return [span for span in spans if span[1] - span[0] >= MIN_QUOTE]


def _opens(text: str, at: int) -> bool:
    """Whether a mark opens a quotation: white space before it, a word after it that it does not shorten ('90s)."""
    if text[at] == "’" or at + 1 >= len(text) or text[at + 1].isspace():
        return False
    if at and text[at - 1] not in _BEFORE_OPENING:
        return False
    return _ELIDED.match(text, at + 1) is None


def _may_close(text: str, at: int) -> bool:
    """Whether a mark ends a word."""
    ends = at + 1 >= len(text) or not text[at + 1].isalnum()
    return text[at] != "‘" and at > 0 and not text[at - 1].isspace() and ends


def _closes(text: str, at: int) -> bool:
    """Whether a mark that ends a word surely closes: a stop stands right before or after it."""
    return text[at - 1] in _INSIDE_CLOSING or at + 1 >= len(text) or text[at + 1] in _AFTER_CLOSING
