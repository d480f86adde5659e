"""The line of a page that names its outlet, and the lines of tagline and country that go with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.intake.headwords import HEADLINE_VERBS, MEDIA, ORGANISATIONS, SMALL_WORDS
from summarizer.intake.layout import Block, plain

# A line of this many words before the text is a headline; shorter ones may be a place or a section's name.
TITLE_WORDS = 4
# A masthead stands among the first lines and has at most so many words.
MASTHEAD_LINES = 3
MAX_MASTHEAD_WORDS = 8
# A headline's words stand in its text in small letters, a medium's name does not: two, within so many characters.
WORDS_TOLD = 2
TOLD_WITHIN = 4000
ACRONYM = 3

_NAME_SEPARATOR = re.compile(r"\s[|•·–—-]\s")
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,20}){1,3}/?", re.IGNORECASE)
# Where a page names itself: behind its copyright sign, around its staff, in the brackets of its dateline.
_OWN = re.compile(
    r"(?:©|\([Cc]\)|[Cc]opyright)\s*(?:©\s*)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19"
    r"|20)\d\d)?,?\s*)?(?:by\s+)?(?P<c>[^\n]{2,60})"
    r"|\b(?:editor|correspondent|writer|reporter|columnist|contributor|staff|journalist|[Tt]old|[Ff]ollow|[Ss]ubscribe"
    r"|[Cc]ontact|information|Reporters?)\b[^.\n]{0,25}?\s(?:of|at|for|to|with|by|on"
    r"|from)?\s?(?P<s>(?:[Tt]he )?[A-Z][^\n]{2,60})"
    r"|\((?P<d>[A-Z][\w .&’'-]{1,40})\)\s?[–—-]"
)


def find_masthead(
    text: str, layout: Sequence[Block], lines: Sequence[int], all_lines: Sequence[int]
) -> tuple[int | None, set[int]]:
    """Return the line that names the outlet, and all lines that go with it, above the headline.

    A line is a masthead only when another line is left for the headline. It is one when it has a medium's or an
    organisation's name and no verb, when the page calls itself so elsewhere, or when it is set apart with its tagline.
    """
    own = _own_names(text, layout[lines[0]].end) if lines else frozenset()
    found: int | None = None
    above: set[int] = set()
    for place, at in enumerate(lines[:MASTHEAD_LINES]):
        block, rest = layout[at], lines[place + 1 :]
        if not any(layout[other].words >= 2 for other in all_lines if other > at) or block.marked:
            break
        name = masthead_name(plain(block.text))
        named = name is not None and _names_medium(name, plain(block.text)) and not _told_of(name, text, block.end)
        if name and found is None and (named or fold(name) in own):
            found = at
            above.add(at)
        elif place == 0 and _set_apart(layout, at, rest):
            above.add(at)
            if name and fold(name) in own:
                found = at
        elif above and at == max(above) + 1 and _below(layout, at, rest):
            above.add(at)
        else:
            break
    return found, above


def masthead_name(line: str) -> str | None:
    """Return the name in a masthead, without the tagline behind it; None for a line that holds more than a name."""
    if _ADDRESS.fullmatch(line):
        return line.removeprefix("https://").removeprefix("http://").removeprefix("www.").strip("/")
    name = _NAME_SEPARATOR.split(line, maxsplit=1)[0].strip(" .,")
    words = name.split()
    if not 1 <= len(words) <= MAX_MASTHEAD_WORDS or name[-1] in "?!:" or not words[0][0].isalnum():
        return None
    return name if all(w[0].isupper() or w[0].isdigit() or w.lower() in SMALL_WORDS for w in words) else None


def _names_medium(name: str, line: str) -> bool:
    words = [w.strip(".,").lower() for w in name.split()]
    if _ADDRESS.fullmatch(line):
        return True
    if any(w in HEADLINE_VERBS for w in words[1:]):
        return False
    if words[-1] in MEDIA or words[-1] in ORGANISATIONS:
        return len(words) > 1
    at = next((i for i, w in enumerate(words[:3]) if w in ORGANISATIONS), None)
    return at is not None and words[at + 1 : at + 2] in (["of"], ["for"], ["on"])


def _told_of(name: str, text: str, start: int) -> bool:
    """Return whether the text speaks of what a line holds, as it does of what its headline says: "Border Post Lost"."""
    words = {word.lower() for word in name.split() if len(word) > ACRONYM and word.isalpha()} - SMALL_WORDS
    body = text[start : start + TOLD_WITHIN]
    return sum(re.search(rf"\b{re.escape(word)}\b", body) is not None for word in words) >= WORDS_TOLD


def _set_apart(layout: Sequence[Block], at: int, rest: Sequence[int]) -> bool:
    """Return whether a short first line stands in a group of its own with its tagline, a gap above the headline."""
    if layout[at].words > TITLE_WORDS or not rest or rest[0] != at + 1 or layout[at + 1].gap:
        return False
    return len(rest) > 1 and layout[rest[1]].gap > 0 and layout[rest[1]].words >= TITLE_WORDS


def _below(layout: Sequence[Block], at: int, rest: Sequence[int]) -> bool:
    """Return whether a line is glued to the masthead above it while the headline stands apart, or is its country."""
    if layout[at].gap or not rest:
        return False
    return any(layout[other].gap for other in rest[:1])


def _own_names(text: str, start: int) -> frozenset[str]:
    """Return what a page calls itself, folded: beginnings of the names in its copyright line and around its staff."""
    found: set[str] = set()
    for match in _OWN.finditer(text, start):
        words = fold(match["c"] or match["s"] or match["d"]).split()[:MAX_MASTHEAD_WORDS]
        found.update(" ".join(words[:n]) for n in range(1, len(words) + 1))
    return frozenset(found)


def acronym(name: str) -> str:
    """Return the capitals of a name: "DBN" of "Delta Basin News"."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def fold(name: str) -> str:
    """Return the key on which two forms of an outlet's name are compared."""
    words = re.sub(r"[^\w\s&]", "", name.lower().replace("’s ", " ").replace("'s ", " ")).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)
