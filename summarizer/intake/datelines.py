"""Lines of a page that are little but dates, and what their labels say the dates are."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from summarizer.intake.stamps import WEEKDAY, Stamp, all_stamps

Label = Literal["original", "published", "issue", "updated", "as_of", "other", ""]
"""What a date is by its label: of first publication, of publication, of a printed issue, of a change, the day that
figures stand for, or something else (the next report, the period covered, the day the page was saved)."""

# No date line or byline is longer.
MAX_LINE = 140
# What may stand in such a line beside dates and labels, in words: a place or two, a name.
MAX_WORDS = 4
MAX_LABELLED_WORDS = 7

_I = re.IGNORECASE
_LABELS: tuple[tuple[Label, re.Pattern[str]], ...] = (
    (
        "other",
        re.compile(
            r"\b(?:next|upcoming|due|period|covering|covers?|coverage|accessed|retrieved|deadline|valid|expir\w+"
            r"|until|printed|archived|saved|captured|crawled|downloaded|viewed|visited|today is|effective|meeting|event"
            r"|snapshot|founded|since)\b",
            _I,
        ),
    ),
    (
        "original",
        re.compile(
            r"\b(?:(?:first|originally|original) (?:published|posted|issued|publication(?: date)?|released)"
            r"|first publication)(?: on| at| in| online)?\b",
            _I,
        ),
    ),
    ("as_of", re.compile(r"\b(?:as (?:of|at)|data as of|status as of|situation (?:as )?(?:of|at))\b", _I)),
    (
        "updated",
        re.compile(
            r"(?<![A-Za-z])(?:last )?(?:updated?|modified|modification|revised|revision|edited|amended|changed?)"
            r"(?: date)?(?: on| at)?(?![a-z])",
            _I,
        ),
    ),
    (
        "published",
        re.compile(
            r"\b(?:published|posted|created|issued|released?|filed|uploaded|dated|date|sent"
            r"|(?:publication|issue|release|posting|publish(?:ed|ing)?|posted|issued) date"
            r"|date (?:of )?(?:publication|published|issued?|posted|release|posting))(?: on| at| online)?\b",
            _I,
        ),
    ),
    ("issue", re.compile(r"\b(?:vol(?:ume)?\b|no\. ?\d|issue\b|edition\b)", _I)),
)
_NOISE = re.compile(
    rf"{WEEKDAY}|[A-Za-z]+day(?=\s*$)|\b(?:at|on|hrs?|hours|local time|gmt|utc|[ap]\.?m\.?|[a-z]{{2,4}}t)\b|[\W\d_]+",
    _I,
)
_READING_TIME = re.compile(r"\b\d+\+?[ -]min(?:ute)?s?(?: read)?\b|(?:updated )?\b\d+ [a-z]{1,7} ago\b", _I)
# Where a page's tags are taken out, the next label is glued on: "5:12 PM UTCUpdated 3 days ago".
_GLUED = re.compile(r"(?<=[A-Z0-9])(?=(?:Updated|Published|Modified|Posted)\b)")
_AGE = re.compile(
    r"(?:(?:last |first )?(?:updated|published|posted|modified)\s?:?\s)?(?:about |over )?(?:\d{1,3}|an?|one|few"
    r"|several)"
    r" ?(?:h|hrs?|hours?|m|mins?|minutes?|d|days?|w|weeks?|mo|months?|y|years?) ago(?: \W.{0,30})?|just now",
    _I,
)
_BARE = re.compile(
    r"(?:(?:first|originally|last) )?(?:published|posted|issued|updated|modified)(?: on| at)?\s?:?|date\s?:", _I
)


class Dated(NamedTuple):
    """A date of a line and its label."""

    stamp: Stamp
    label: Label


@lru_cache(maxsize=4096)
def date_line(text: str) -> tuple[Dated, ...] | None:
    """Return the dates of a line that is little but dates, None for another; an age ("2 hours ago") gives no date.

    A place or two may stand beside the date ("Abu Dhabi, UAE Wednesday 22 January 2020"), and a name.
    """
    if len(text) > MAX_LINE:
        return None
    if _AGE.fullmatch(text):
        return ()
    if not any(c.isdigit() for c in text) or text[0] in "-–—" or "@" in text:
        return None  # with a dash, the last line of a quoted post: its date, not the page's
    text = _GLUED.sub(" ", text)
    found = list(all_stamps(text))
    if not found:
        return None
    dated, rest, last = [], [], 0
    for stamp in found:
        label, left = _label(text[last : stamp.start])
        dated.append(Dated(stamp, label))
        rest.append(left)
        last = stamp.end
    label, left = _label(text[last:])
    rest.append(left)
    if label == "issue":
        dated = [Dated(d.stamp, d.label or "issue") for d in dated]
    words = _NOISE.sub(" ", _READING_TIME.sub(" ", " | ".join(rest))).split()
    odd = any(d.label in ("other", "as_of") for d in dated)
    if len(words) > (MAX_LABELLED_WORDS if odd else MAX_WORDS):
        return None
    return None if not odd and any(w[0].islower() and len(w) > 3 for w in words) else tuple(dated)


def bare_label(text: str) -> Label:
    """Return what a line that is only a label says of the date below it ("Published", "Last updated:")."""
    found = _BARE.fullmatch(text)
    return _label(found[0])[0] if found else ""


def _label(text: str) -> tuple[Label, str]:
    """Return the label in the text before a date, and the text without it."""
    for label, pattern in _LABELS:
        if found := next(reversed(list(pattern.finditer(text))), None):
            left = text[: found.start()] + " " + text[found.end() :]
            for _, other in _LABELS:
                left = other.sub(" ", left)
            return label, left
    return "", text
