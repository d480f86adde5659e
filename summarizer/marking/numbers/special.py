"""Numbers that are no amounts: in addresses, phone numbers, names of things, list marks."""

from __future__ import annotations

import re

from summarizer.late_patterns import late_pattern
from summarizer.marking.numbers.dates import is_month
from summarizer.marking.numbers.lexicon import CARDINALS, RANKS, words
from summarizer.marking.numbers.tokens import Tokens

# Nouns whose number is a name; those in _ALWAYS also without a capital.
_ALWAYS = words(
    "resolution resolutions highway highways route article articles section chapter chapters page pages paragraph "
    "flight room gate phase appendix annex clause verse stage tier grade lot volume level protocol"
)
_NUMBERED = _ALWAYS | words(
    "act amendment annex area base battalion bill block boeing brigade camp case channel checkpoint class company "
    "corps decree directive district division exit figure force formula group law line mark model no number order "
    "part plan point position post program programme project psalm regiment road sector series site squad squadron "
    "station street table terminal theorem title tower track train type unit version war ward zone"
)
_REACH = 20
"""Tokens to either side within which an address is looked for; it bounds the work per number."""

_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]{1,15}://|www\.)\S|(?<![\w.+-])[\w.+-]{1,64}@[\w-]|[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![0-9.]*,)|"
    r"(?<![\w-])[\w-]{1,64}\.(?:com|org|net|info|gov|edu|co\.uk)(?:/|\b)",
    re.IGNORECASE,
)
_OUTSIDE = frozenset(',;"\u201c\u201d')
_CLOSING = frozenset(".,);\u201d'\"")
_ADDRESS_SIGNS = frozenset("/@:.#_&=?%~\\")
_PHONE = re.compile(
    r"\+[0-9]{1,3}[-. ]?(?:\([0-9]{1,4}\)[-. ]?)?[0-9]{1,4}(?:[-. /]?[0-9]{2,4}){2,4}(?![0-9])"
    r"|\(0?[0-9]{2,4}\) ?[0-9]{3,4}[- ][0-9]{3,4}(?![0-9])"
    r"|[0-9]{3}-[0-9]{3}-[0-9]{4}(?![0-9-])"
    r"|0[0-9]{2,4}[- ][0-9]{3,4}[- ]?[0-9]{3,4}(?![0-9-])"
)
_PHONE_WORDS = words("tel telephone phone call fax mobile dial hotline whatsapp")
_LOCAL_PHONE = late_pattern(r"[0-9]{3,4}[- ][0-9]{3,4}(?:[- ][0-9]{2,4})?(?![0-9-])")
_NAME_WORDS = 5
"""Capitalised words at most behind "3rd" that belong to its name."""


def read_address(t: Tokens, i: int, floor: int) -> tuple[int, int] | None:
    """Return the tokens of the web or mail or network address that the digits at token `i` stand in."""
    if t.words[i].count(".") == 3 and _ADDRESS.fullmatch(t.words[i]):
        return i, i + 1
    if not (t.glued(i) or t.glued(i + 1)):
        return None
    first, stop = i, i + 1
    signs = False
    while first > floor and t.glued(first) and i - first < _REACH and t.words[first - 1] not in _OUTSIDE:
        first -= 1
        signs = signs or t.words[first] in _ADDRESS_SIGNS
    while t.glued(stop) and stop - i < _REACH and t.words[stop] not in _OUTSIDE:
        signs = signs or t.words[stop] in _ADDRESS_SIGNS
        stop += 1
    if not signs:
        return None
    match = _ADDRESS.search(t.slice(first, stop)[: 16 * _REACH])
    if match is None:
        return None
    while t.glued(stop) and t.words[stop] not in _OUTSIDE:
        stop += 1
    while stop > i + 1 and t.words[stop - 1] in _CLOSING:
        stop -= 1
    return first, stop


def read_phone(t: Tokens, i: int, floor: int) -> tuple[int, int] | None:
    """Return the tokens of the phone number at token `i`."""
    first = i - 1 if i > floor and t.word(i - 1) in ("+", "(") and t.glued(i) else i
    match = _PHONE.match(t.text, t.starts[first])
    if match is None and first == i:
        cue = t.word(i - 1) if t.word(i - 1) not in (":", ".", "at", "on") else t.word(i - 2)
        match = _LOCAL_PHONE.match(t.text, t.starts[i]) if cue in _PHONE_WORDS else None
    return (first, t.stop_at(i, match.end())) if match else None


def read_name(t: Tokens, i: int, floor: int) -> tuple[int, int] | None:
    """Return the tokens of the name that the number at token `i` is part of: "A-10", "3rd District", "Route 60"."""
    if t.digit(i):
        return _lettered(t, i, floor) or _noun_before(t, i, floor)
    if t.capital(i) and t.words[i] in CARDINALS:
        return _noun_before(t, i, floor)
    return None


def _lettered(t: Tokens, i: int, floor: int) -> tuple[int, int] | None:
    """Read "A-10", "MH17", "mp3", "7D": letters joined to digits; over a hyphen they need a capital."""
    first = i
    if t.glued(i) and i - 1 >= floor:
        hyphen = t.words[i - 1] == "-" and t.glued(i - 1)
        k = i - 1 - hyphen
        joined = k >= floor and t.words[k].isalpha() and (not hyphen or any(c.isupper() for c in t.raw(k)))
        if joined and not is_month(t, k) and t.words[k] not in ("mid", "pre", "post", "us"):
            first = k
    if first == i and not _letters_follow(t, i):
        return None
    stop = i + 1
    while t.glued(stop) and (t.words[stop].isalnum() or (t.words[stop] == "-" and t.glued(stop + 1))):
        stop += 1
    if t.words[stop - 1] == "-":
        stop -= 1
    return first, stop


def _letters_follow(t: Tokens, i: int) -> bool:
    """Tell whether capital letters that are no unit touch the digits at token `i`: "7D", "3D", "5G"."""
    after = t.words[i + 1]
    if not (t.glued(i + 1) and t.capital(i + 1) and after.isalpha() and t.words[i].isdigit()):
        return False
    return after not in ("m", "mm", "k", "b", "bn", "th", "st", "nd", "rd", "km", "kg", "gb", "mb", "tb", "am", "pm")


def _noun_before(t: Tokens, i: int, floor: int) -> tuple[int, int] | None:
    k = i - 1
    if t.word(k) == "." and t.word(k - 1) == "no" and t.capital(k - 1):
        k -= 1
    if k < floor or t.words[k] not in _NUMBERED or not (t.capital(k) or t.words[k] in _ALWAYS):
        return None
    # At the start of a sentence "Unit 12" looks like any noun; only the surest ones count there.
    if t.words[k] in ("class", "force", "group", "line", "point", "part", "war", "post") and _starts_sentence(t, k):
        return None
    stop = i + 1
    while t.words[stop] in (",", "and", "or") and t.words[k] in ("resolutions", "articles", "pages", "chapters"):
        if not t.digit(stop + 1):
            break
        stop += 2
    return k, stop


def _starts_sentence(t: Tokens, k: int) -> bool:
    return k == 0 or not t.words[k - 1][0].isalnum()


def name_after_rank(t: Tokens, stop: int, rank: str) -> int:
    """Return the end of the capitalised words at token `stop` that an ordinal before them makes a name with."""
    k = stop
    while k < t.count and k - stop < _NAME_WORDS and t.capital(k) and t.words[k].isalpha() and not t.glued(k):
        k += 1
    # "First Syrian pupils ..." at the start of a sentence is an ordinal; in small letters it is one anywhere.
    return stop if rank in RANKS and k == stop + 1 and t.words[stop].endswith(("an", "ian", "i", "ish")) else k


def is_list_mark(t: Tokens, i: int) -> bool:
    """Tell whether the digits at token `i` open a list item: "1." or "2)" at the start of a line."""
    if len(t.words[i]) > 2 or not t.words[i].isdigit() or t.words[i + 1] not in (".", ")"):
        return False
    if not t.glued(i + 1) or i + 2 >= t.count or t.glued(i + 2):
        return False
    return i == 0 or "\n" in t.text[t.ends[i - 1] : t.starts[i]] or t.words[i - 1] == "\n"
