"""What closes a page: credits of those who helped, corrections, editions in print, contacts, and who the author is.

`closing` looks at one block; `closing_part` finds the headings ("Notes to editors", "About the author") below which
nothing is the article's any more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.intake.layout import Block, plain
from summarizer.late_patterns import late_pattern

# Credits and corrections are short; a longer block that begins alike is prose.
MAX_CLOSING_WORDS = 60
# Below a heading that closes the article stand at most so many blocks, all in the second half of the page.
MAX_CLOSING_BLOCKS = 12
# A sentence on who the author is stands among the last blocks.
MAX_ABOUT_BLOCKS = 3

_I = re.IGNORECASE
_PIECE = r"(?:article|story|interview|conversation|transcript|post|piece|dispatch|column|version|page|feature|essay)"
_CLOSING = re.compile(
    rf"(?:(?:an? )?(?:earlier|previous|original|shorter|longer) )?(?:an? )?version of this {_PIECE} (?:appear|was"
    rf"|ran|has|said"
    rf"|stated|incorrectly|wrongly|mis|gave|first)"
    rf"|this {_PIECE} (?:has been|was|is|were|appeared)(?: (?:first|originally|lightly|slightly|also|later"
    rf"|subsequently))*"
    r" (?:edited for|edited and|amended|corrected|condensed|updated|published (?:on|in|by|at|with)|republished"
    r"|translated"
    r"|adapted|syndicated|supported|funded|made possible|produced|part of a)"
    r"|(?:(?:a |for the )?(?:correction|clarification|editor['’]?s['’]? note|disclaimer"
    r"|note to readers)(?: \([^()]{0,40}\))?"
    r"|erratum)\s?[:–—]"
    r"|our standards\s?:|[*_]*about the authors?\s?:|the (?:author|writer|columnist) is\b"
    r"|(?:for|media|press) (?:(?:further|more|additional|media|press|general) )?(?:information|inquiries|enquiries"
    r"|queries"
    r"|contacts?)\b[^.]{0,40}?[:,@]|(?:media|press) contacts?\b\W*$"
    r"|to unsubscribe\b|(?:e-?mail|tel|phone|fax|whatsapp|website|web)\.?\s?:\s?\S"
    r"|(?:article|story) continues (?:after|below)|skip (?:past|to)\b|end of (?:newsletter|promotion)"
    r"|listen to this (?:article|story)\b|download (?:the|this|our) (?:full |complete )?(?:report|pdf|document|map"
    r"|app|infographic)"
    r"|(?:support|help) (?:our|us|independent)\b.{0,80}(?:work|journalism|reporting|reporters|lets us|donat|gift)"
    r"|(?:do you have|have you got|got) (?:a|an|any) (?:story|tip|information|news|question|comment)",
    _I,
)
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:to (?:this|the) (?:report|article|story|piece|post)|reporting|research|from [A-Z])", 0
)
_ADDRESS = re.compile(r"[\w.+-]{1,40}@[\w-]{1,40}\.[a-z]", _I)
MAX_ADDRESS_WORDS = 12
_ABOUT_AUTHOR = late_pattern(
    r"(?:[*_]{0,2})(?:(?:Dr|Prof|Professor)\.? )?[A-Z][\w.’'-]{0,20}(?: [A-Z][\w.’'-]{0,20}){1,3} (?:is|was"
    r"|has been|are) [^.!?]{0,90}?"
    r"\b(?:writer|correspondent|editor|reporter|columnist|journalist|bureau chief|contributor|fellow (?:at|of|with)"
    r"|staff)\b"
)
_ENDS = re.compile(r"(?:[-–—*#\s]*(?:ends?|30)[-–—*#\s]*|#{2,}|\*{3,})", _I)
_NOTES = late_pattern(
    r"[*_#\s]*(?:(?:background )?notes? (?:to|for) (?:the )?editors?|editors['’]? notes?|about the (?:author|writer"
    r"|contributor)s?"
    r"|about us|media contacts?|press contacts?|contacts?|for (?:further|more) information)[*_\s]*\W*",
    _I,
)
_ABOUT = late_pattern(
    r"[*_#\s]*about (?:the )?(?P<name>[A-Z0-9][\w’'&.-]{0,40}(?: [\w’'&.-]{1,40}){0,6}?)\s?[*_]{0,4}(?P<sign>:|$)\s*",
    re.MULTILINE,
)
_ABOUT_START = re.compile(r"[*_#\s]*about\s", _I)


def closing(block: Block) -> bool:
    """Return whether a block is a credit, correction, contact or the like by its own words."""
    text = plain(block.text)
    if block.words > MAX_CLOSING_WORDS:
        return False
    if _CLOSING.match(text) or (_CONTRIBUTED.search(text) and block.words <= 30 and block.final):
        return True
    if block.words <= MAX_ADDRESS_WORDS and _ADDRESS.search(text) and not block.final:
        return True
    return _about_itself(text)


def _about_itself(text: str) -> bool:
    """Return whether a block is "About X: X is ...", what an organisation says of itself below its releases."""
    found = _ABOUT.match(_capital(text)) if _ABOUT_START.match(text) else None
    if not found or found["sign"] != ":":
        return False
    return _begins(text[found.end() :], found["name"])


def closing_part(layout: Sequence[Block], start: int) -> int | None:
    """Return the first block of the part at the end, from `start` on, that a heading sets off from the article."""
    first = max(start, len(layout) - MAX_CLOSING_BLOCKS, len(layout) // 2)
    for at in range(first, len(layout)):
        block = layout[at]
        if block.words > 8 or block.final:
            continue
        text = plain(block.text)
        if _ENDS.fullmatch(text) or _NOTES.fullmatch(text):
            return at
        found = _ABOUT.match(_capital(text)) if _ABOUT_START.match(text) else None
        if found and at + 1 < len(layout) and _begins(layout[at + 1].text, found["name"]):
            return at
    return None


def about_author(layout: Sequence[Block], open_blocks: Sequence[int]) -> list[int]:
    """Return those of the last open blocks that say who the author is: "Ann Lee is a contributing writer"."""
    found: list[int] = []
    for at in reversed(open_blocks[-MAX_ABOUT_BLOCKS:]):
        if not _ABOUT_AUTHOR.match(layout[at].text) or layout[at].words > MAX_CLOSING_WORDS:
            break
        found.append(at)
    return found


def _capital(text: str) -> str:
    """Return a heading with "About" in capitals as the pattern writes it."""
    return _ABOUT_START.sub("about ", text, count=1)


def _begins(text: str, name: str) -> bool:
    words = [w.lower().strip(".,:’'*") for w in text.split()[:12]]
    own = [w.lower().strip(".,:’'*") for w in name.split()]
    return words[: len(own)] == own or words[1 : len(own) + 1] == own
