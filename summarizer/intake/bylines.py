"""Lines that say by whom a text was written."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from summarizer.intake.datelines import MAX_LINE
from summarizer.intake.layout import plain
from summarizer.intake.names import desk, is_person, name_case, people
from summarizer.intake.stamps import all_stamps
from summarizer.intake.words import AGENCIES, NO_NAME
from summarizer.late_patterns import late_pattern

_I = re.IGNORECASE
_BY = re.compile(
    r"(?:by ?line\s?:\s*)?(?:(?:written|posted|reported|published|compiled|authored|story|text|words|report|interview"
    r"|dispatch|analysis|from)\s+)?(?:(?:on|at)\s+)?by:?\s+(?P<who>\S.*)"
    r"|(?:author|reporter|writer|correspondent|by ?line|words|text|story|interview)s?\s?:\s*(?P<who2>\S.*)",
    _I,
)
CREDITS = re.compile(
    r"[(\[]?(?:with )?(?:additional |further )?(?:reporting|editing|writing|translat(?:ed|ion)|edited|compiled"
    r"|files|inputs"
    r"|contributions|photographs?|photos|graphics?|illustrations?|video|produced|research)"
    r"(?: for [A-Z][\w ]{1,30})? (?:by|from)\b|live reporting\W*$|editors?\s?:\s",
    _I,
)
_SOURCE = late_pattern(r"(?:source|via|publisher|outlet)\s?:\s*(?P<name>[^|\s][^|]{0,60}?)\s*(?:\||$)", _I)
_CUT = late_pattern(
    r"\s[|•·–—]|\s[-]\s|[|•·;]|\b(?:published|updated|posted|last (?:updated|modified))\b|\s(?:for|on|at)\s", _I
)
_AGE = late_pattern(r"[•|·]\s?\d+ ?(?:h|d|m|hours?|days?|minutes?)\b.*$", _I)
_USER = late_pattern(r"[\w.-]{2,30}$")
# Abbreviations of places, which stand behind a name as a medium's would.
_PLACES = frozenset({"US", "UK", "USA", "UAE", "DRC", "EU", "UN", "DC", "NY", "LA", "CAR", "RSA", "KSA", "NSW"})
_ABBREVIATION = late_pattern(r"[A-Z]{3,6}$")


class Byline(NamedTuple):
    """Who a byline names: `author` as prose writes the name, `behind` what stands after it (a place or a medium)."""

    author: str | None
    behind: str | None
    medium: str | None = None


@lru_cache(maxsize=1024)
def byline(text: str) -> Byline | None:
    """Return what a line such as "By Jane Roe, Beirut" names, None when it is no byline.

    "By Delta News Staff" names no author but a medium, "Posted by: Newsroom" neither.
    """
    if len(text) > MAX_LINE:
        return None
    line = plain(text)
    stamp = next(all_stamps(line), None)
    if stamp and line[: stamp.start].lower().strip().startswith(("posted", "published", "written")):
        line = f"{line[: stamp.start]} {line[stamp.end :]}"  # "Posted on 3 March 2021 by ann"
        stamp = None
    found = _BY.match(" ".join(line.split()))
    if not found:
        return None
    who = found["who"] or found["who2"]
    stamp = next(all_stamps(who), None)
    who = _AGE.sub("", who[: stamp.start] if stamp else who)
    who = _CUT.split(who, maxsplit=1)[0].strip(" .-–—,(")
    return _named(who, whole=line)


def _named(who: str, *, whole: str) -> Byline | None:
    parts = who.split()
    if not parts or len(parts) > 16 or parts[0].lower() in NO_NAME or parts[0][0].isdigit():
        return None
    first, _, rest = who.partition(",")
    office = desk(first)
    if office:
        return Byline(None, rest.strip() or None, office.medium or _agency(first))
    if first.lower() in AGENCIES:
        return Byline(None, None, first)
    named = people(who)
    if named:
        last = who.rpartition(",")[2].strip()
        behind = last if "," in who and last and last not in named and name_case(last) not in named else None
        medium = behind if behind and _ABBREVIATION.match(behind) and behind not in _PLACES else None
        return Byline(named, behind, medium)
    if len(parts) == 1:  # a user name
        alone = whole.rstrip()[-1] not in ".!?" and len(whole.split()) <= 4
        return Byline(who, None) if alone and _USER.match(who) else None
    capital = all(p[0].isupper() or p in ("and", "&", "of", "the", "for") for p in parts)
    return Byline(name_case(who), None) if capital and len(parts) <= 8 else None


def _agency(name: str) -> str | None:
    return name if name.lower() in AGENCIES else None


def person_line(text: str) -> bool:
    """Return whether a line could be just a person's name: two to four capitalised words, nothing else."""
    return len(text.split()) <= 4 and text[-1] not in ".:!?," and is_person(text)


def source_line(text: str) -> str | None:
    """Return X of a line "Source: X"."""
    found = _SOURCE.match(text) if len(text) < 120 else None
    return found["name"].strip(" .") if found else None
