"""Lines that say when a text was written and by whom."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.intake.layout import plain
from summarizer.intake.stamps import WEEKDAY, stamps
from summarizer.intake.words import NO_NAME, SECTIONS

# No date line or byline is longer.
MAX_LINE = 140

_I = re.IGNORECASE
_LABEL = re.compile(
    r"(?P<published>(?:(?:first )?published|posted|created|issued|released?|date|publication date)"
    r"(?: (?:on|at|online))?\s?[:\-–—]?)"
    r"|(?P<updated>(?:last )?(?:updated|modified|update)(?: (?:on|at))?\s?[:\-–—]?)",
    _I,
)
_DATE_NOISE = re.compile(
    rf"{WEEKDAY}|[A-Za-z]+day(?=\s*$)|\b(?:at|on|local time|gmt|utc|[ap]\.?m\.?|[a-z]{{2,4}}t"
    r"|\d+ min(?:ute)?s? read)\b|[\W\d_]+",
    _I,
)
_BY = re.compile(
    r"(?:(?:written|posted|reported|published|compiled|authored|story|text|words)\s+)?by:?\s+(?P<who>\S.*)"
    r"|(?:author|reporter|writer|correspondent)s?\s?:\s*(?P<who2>\S.*)",
    _I,
)
CREDITS = re.compile(r"\(?(?:additional )?(?:reporting|editing|writing|translated|edited|compiled) by\b", _I)
_SOURCE = re.compile(r"(?:source|via|publisher|outlet)\s?:\s*(?P<name>\S.{0,60})$", _I)
_NAME_PART = re.compile(r"(?:[A-Z][\w.'’-]*|al|el|bin|ibn|de|da|di|van|von|der|la|le|du|and|&|al-[A-Z]\w+)$")


@lru_cache(maxsize=4096)
def date_line(text: str) -> tuple[str, bool, str] | None:
    """Return what a line that is little but a date says: ISO value, whether timed, label ("published", "updated", "").

    A place or two may stand beside the date ("Abu Dhabi, UAE Wednesday 22 January 2020").
    """
    if len(text) > MAX_LINE or not any(c.isdigit() for c in text):
        return None
    if text[0] in "-–—" or "@" in text:  # the last line of a quoted post: its date, not the page's
        return None
    stamp = next(stamps(text), None)
    if stamp is None:
        return None
    rest = text[: stamp.start] + " | " + text[stamp.end :]
    found = _LABEL.search(rest)
    if found:
        rest = rest[: found.start()] + rest[found.end() :]
    # What is left may hold a second date ("Published: ... Updated: ...") and names, but no prose.
    for other in stamps(rest):
        rest = rest[: other.start] + rest[other.end :]
        rest = _LABEL.sub(" ", rest)
    words = _DATE_NOISE.sub(" ", rest).split()
    if len(words) > 4 or any(w[0].islower() and len(w) > 3 for w in words):
        return None
    label = found.lastgroup or "" if found else ""
    return stamp.value, stamp.timed, label


def byline(text: str) -> str | None:
    """Return the author that a line such as "By Jane Roe, Beirut" names, None when it is no byline."""
    if len(text) > MAX_LINE:
        return None
    found = _BY.match(plain(text))
    if not found:
        return None
    who = found["who"] or found["who2"]
    stamp = next(stamps(who), None)
    who = who[: stamp.start] if stamp else who
    who = re.split(r"\s[|•·–—-]\s|[|•·,;]|\s+(?:in|for|from|on|at|published|updated|posted)\s", who, maxsplit=1)[0]
    who = who.strip(" .-–—")
    parts = who.split()
    if not 1 <= len(parts) <= 8 or parts[0].lower() in NO_NAME or parts[0][0].isdigit():
        return None
    if len(parts) == 1 and text.rstrip()[-1] not in ".:!?" and len(text.split()) <= 3:
        return who if who.replace("_", "").replace("-", "").replace(".", "").isalnum() else None  # a user name
    return who if all(_NAME_PART.match(p) for p in parts) else None


def person_line(text: str) -> bool:
    """Return whether a line could be just a person's name: two to four capitalised words, nothing else."""
    parts = text.split()
    if not 2 <= len(parts) <= 4 or not all(_NAME_PART.match(p) for p in parts) or text[-1] in ".:!?,":
        return False
    if any(p.lower() in SECTIONS or p.lower() in NO_NAME or "’s" in p or "'s" in p for p in parts):
        return False
    return parts[0][0].isupper() and parts[-1][0].isupper() and not any(p.isupper() and len(p) > 2 for p in parts)


def source_line(text: str) -> str | None:
    """Return X of a line "Source: X"."""
    found = _SOURCE.match(text) if len(text) < 90 else None
    return found["name"].strip(" .") if found else None
