"""Names of people as bylines print them: told from roles, places, desks and media, capitals set right."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.intake.words import AGENCIES, NO_AUTHOR, NO_NAME, SECTIONS

# A list of authors in one line has at most so many words, a name at most so many.
MAX_LIST_WORDS = 16
MAX_NAME_WORDS = 5
MAX_LENGTH = 140

_PARTICLES = frozenset(
    "al el bin ibn ben abu de da di do dos du del della van von der den ter la le y e and & of".split()
)
_PART = re.compile(r"(?:[^\W\d_][\w.'’-]*\.?|&)$")
_CAPITAL = re.compile(r"(?:[A-Z]|[^\W\d_a-z])[\w.'’-]*$")
_BRACKETS = re.compile(r"\s*\([^()]{0,40}\)")
_ROLES = (
    r"(?:writers?|reporters?|correspondents?|editors?|columnists?|analysts?|contributors?|photographers?|producers?"
    r"|journalists?|fellows?|researchers?|bureau chiefs?|editor-in-chief|commentators?|bloggers?)"
)
_BEATS = (
    r"(?:staff|senior|chief|foreign|special|diplomatic|defen[cs]e|security|political|world|international|africa|asia"
    r"|europe|middle east|investigative|associate|assistant|deputy|managing|executive|contributing|freelance|guest"
    r"|regional|news|our|global|national|local|online|digital|visiting|research)"
)
_ROLE_BEHIND = re.compile(rf"[\s,|/–—-]+(?:{_BEATS}[\s/-]+){{0,4}}{_ROLES}\b.*$", re.IGNORECASE)
_ROLE_LINE = re.compile(
    rf"(?:[\w'’&-]+ ){{0,5}}{_ROLES}(?:(?: at large)?(?:,| in| for| at)? .{{1,40}})?", re.IGNORECASE
)
_DESK = re.compile(
    r"(?:(?P<medium>[^,]{0,60}?)[\s,&-]*\b(?:staff(?: (?:and|&|with) agencies)?"
    r"|(?:news|web|online|foreign|monitoring|digital|world|international|sub)[- ]?(?:desk|room|team)|newsroom|newsdesk"
    r"|(?:and|&|with|from) (?:news )?agenc(?:y|ies)|agencies|editorial (?:board|team|staff)|bureau|press office"
    r"|communications)"
    r"|(?:(?:by )?(?:our|a|special|staff|own) ){0,3}(?:own )?(?:correspondents?|reporters?|writers?))\W*$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:and|&)\s+", re.IGNORECASE)
_IN_PLACE = re.compile(r"\s+in\s+[A-Z].*$")
_LABELS = frozenset(
    "published posted updated date issued release released modified last first photo image picture source video "
    "credit text"
    " published: issue no vol next previous read share print".split()
)
_ROMAN = frozenset({"II", "III", "IV", "JR.", "SR.", "JR", "SR"})


class Desk(NamedTuple):
    """What a byline without a person names: "Delta News Staff" is of "Delta News"; None for "Newsroom"."""

    medium: str | None


def desk(text: str) -> Desk | None:
    """Return the desk, staff or agencies that stand where an author would, None where `text` may be a person."""
    line = text.strip(" .,|")
    if len(line) > MAX_LENGTH:
        return None
    if line.lower() in NO_AUTHOR or line.lower() in AGENCIES:
        return Desk(None)
    found = _DESK.fullmatch(line)
    if not found:
        return None
    medium = (found["medium"] or "").strip(" ,&-")
    return Desk(medium or None)


def people(text: str) -> str | None:
    """Return the names in a line of names, as prose writes them; None where it is no such line.

    Left out are what stands in brackets, roles and places: "Ann Lee in Goma and Bo Chen (earlier)" is "Ann Lee and
    Bo Chen". A list of three needs its "and": "Ann Lee, Port Sudan" is one person and a place.
    """
    if len(text) > MAX_LENGTH:
        return None
    line = _ROLE_BEHIND.sub("", _BRACKETS.sub("", text)).strip(" ,.|–—-")
    if not line or len(line.split()) > MAX_LIST_WORDS:
        return None
    joined = _AND.split(_IN_PLACE.sub("", line) if len(_AND.split(line)) == 1 else line)
    parts = [part.strip() for part in joined[0].split(",") if part.strip()] if len(joined) > 1 else [joined[0]]
    parts += [_IN_PLACE.sub("", part).strip() for part in joined[1:]]
    parts = [_IN_PLACE.sub("", part).strip() for part in parts]
    if len(joined) == 1:
        parts = [parts[0].split(",")[0].strip()]
    else:
        parts[-1] = parts[-1].split(",")[0].strip()
    named = [name_case(part) for part in parts if part]
    if not named or not all(is_person(name) for name in named):
        return None
    comma = ", and" if ", and " in text or ", AND " in text else " and"
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])}{comma} {named[-1]}"


def is_person(text: str) -> bool:
    """Return whether words could be one person's name: two to five, first and last in capitals, no other thing's."""
    parts = text.split()
    if not 2 <= len(parts) <= MAX_NAME_WORDS or not all(_PART.match(p) for p in parts):
        return False
    if not (_CAPITAL.match(parts[0]) or parts[0].lower().startswith("al-")) or not parts[-1][0].isalpha():
        return False
    if any(p[0].islower() and p not in _PARTICLES and not p.startswith(("al-", "el-", "d’", "d'")) for p in parts):
        return False
    if any(p.isupper() and len(p.replace(".", "")) > 2 and p not in _ROMAN for p in parts):
        return False
    return not any(p.lower() in SECTIONS | NO_NAME | _LABELS or p.endswith(("’s", "'s")) for p in parts)


def role_line(text: str) -> bool:
    """Return whether a line says no more than what somebody is: "Senior foreign correspondent, in Nairobi"."""
    return len(text) < 80 and _ROLE_LINE.fullmatch(text.strip(" .|")) is not None


def name_case(text: str) -> str:
    """Return a name printed in capitals as prose writes it: "OMAR AL-KHATIB" is "Omar al-Khatib"."""
    letters = [c for c in text if c.isalpha()]
    if not letters or not all(c.isupper() for c in letters) or len(letters) < 4:
        return text
    return " ".join(_cased(word, at) for at, word in enumerate(text.split()))


def _cased(word: str, at: int) -> str:
    if word in _ROMAN and at:
        return word.capitalize() if word[0] in "JS" else word
    if re.fullmatch(r"(?:[A-Z]\.)+", word):
        return word
    low = word.lower()
    if at and low in _PARTICLES:
        return low
    parts = re.split(r"([-'’])", low)
    cased = [part if part in "-'’" else part[:1].upper() + part[1:] for part in parts]
    if len(parts) > 1 and parts[0] in ("al", "el", "as", "ad", "ash") and parts[1] == "-":
        cased[0] = parts[0]
    joined = "".join(cased)
    return f"Mc{joined[2].upper()}{joined[3:]}" if low.startswith("mc") and len(low) > 4 else joined
