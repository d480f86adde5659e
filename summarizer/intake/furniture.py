"""What of a page is not the article: ranges marked, nothing moved or removed.

Marked are (`FurnitureKind`):

    masthead  above the title: places, sections, menus, the page's own date; front matter; the outlet behind the title
    byline    who wrote, edited or supplied the text
    dateline  a line of date and time; "BEIRUT (Agency) -" before the first sentence
    caption   a line with a photo credit
    related   lists and teasers of other stories with their headlines
    repeat    a line or paragraph that stood in the text before, word for word or nearly
    consent   cookie and privacy notices
    comment   invitations to comment, share, follow, subscribe
    footer    copyright, tags and what else closes a page
    foreign   the part above or below the text that is in another script or language

The title and the lines below it that carry facts (the standfirst) are not furniture.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from summarizer.intake.closings import about_author, closing_part
from summarizer.intake.language import language, other_language, script
from summarizer.intake.layout import Block
from summarizer.intake.page import Page
from summarizer.intake.related import related
from summarizer.intake.repeats import repeats
from summarizer.intake.stamps import all_stamps
from summarizer.models import Furniture

FurnitureKind = Literal[
    "masthead", "byline", "dateline", "caption", "related", "repeat", "consent", "comment", "footer", "foreign"
]
Marks = dict[int, FurnitureKind]

# A closing line of at most this many words without a stop is a section's name or a signature.
MAX_CLOSING_WORDS = 3
# In one script, only a block of this many words tells its language.
MIN_FOREIGN_WORDS = 8
# Beyond this share of the text the other language is not a footer but half of a text in two languages.
MAX_FOREIGN_SHARE = 0.4

_BY_LINE: Mapping[str, FurnitureKind] = {
    "consent": "consent",
    "comment": "comment",
    "footer": "footer",
    "caption": "caption",
    "byline": "byline",
    "date": "dateline",
    "menu": "masthead",
    "field": "masthead",
    "kicker": "masthead",
}
# In a place with a date, a full point stands only behind an abbreviation: "GOMA, Feb. 3", "ST. LOUIS", "U.S. BASE".
_PLACE = r"(?P<place>(?:[^.!?\n()“\"/]|(?<=[A-Za-z])\.(?=\s?[\d,(]|[A-Z]|\s[A-Z]{3})){0,60}?)"
_DATELINE = re.compile(
    rf"{_PLACE}\s{{0,2}}(?:\((?P<agency>[A-Z][\w .&/'’-]{{1,40}})\)[.:]?)?"
    r"\s{0,2}(?:[–—]|--?)\s{0,2}(?=[“\"'‘A-Z0-9])"
    rf"|{_PLACE.replace('place', 'place2')}[.,]?\s{{0,2}}/(?P<agency2>[A-Z][\w .&-]{{1,30}})/[.:–—-]?\s{{1,3}}"
)


def find_furniture(page: Page, outlet_at: tuple[int, int] | None = None) -> tuple[Furniture, ...]:
    """Return the furniture of a page, in order, without overlaps.

    Args:
        page: the plan of the page.
        outlet_at: where the outlet's name stands behind the title, separator included.

    """
    marks = _marks(page)
    found = [Furniture(start=page.blocks[at].start, end=page.blocks[at].end, kind=kind) for at, kind in marks.items()]
    if page.front.end:
        found.append(Furniture(start=0, end=page.front.end, kind="masthead"))
    if outlet_at:
        found.append(Furniture(start=outlet_at[0], end=outlet_at[1], kind="masthead"))
    head = inline_dateline(page)
    if head and page.lead not in marks:
        found.append(Furniture(start=head[0], end=head[1], kind="dateline"))
    return tuple(sorted(found, key=lambda f: f.start))


def inline_dateline(page: Page) -> tuple[int, int, str | None] | None:
    """Return start and end of the dateline that the first paragraph begins with, and the agency in its brackets."""
    if page.lead is None:
        return None
    block = page.blocks[page.lead]
    found = _DATELINE.match(block.text[:140])
    place = ((found["place"] or found["place2"] or "") if found else "").strip(" ,.")
    agency = (found["agency"] or found["agency2"]) if found else None
    if not found or not (place or agency) or block.text[found.end() - 1] not in " –—\t\n\xa0":
        return None
    stamp = next(all_stamps(place), None)
    if stamp and stamp.end - stamp.start == len(place):  # "March 5, 2022 (KHARTOUM) –"
        return block.start, block.start + found.end(), None
    words = place.split()
    if len(words) > 8 or any(w[0].islower() for w in words):
        return None
    # Without an agency, only capitals and what follows them tell a dateline from a subject set off by a dash.
    sure = agency or (words[0].strip(",").isupper() and ("," in place or len(words[0]) > 4))
    return (block.start, block.start + found.end(), agency) if sure else None


def _marks(page: Page) -> Marks:
    """Return the kind of each block that is furniture; what is found first stands."""
    marks: Marks = {at: _BY_LINE[kind] for at, kind in enumerate(page.kinds) if kind and kind in _BY_LINE}
    if page.name is not None:
        marks[page.name] = "byline"
    for at in range(page.title or 0):
        if marks.get(at) == "dateline" or (at not in marks and not page.blocks[at].final):
            marks[at] = "masthead"
    for at in related(page):
        marks[at] = "related"
    if page.title is not None:
        marks.pop(page.title, None)
    _mark_copies(page, marks)
    _mark_foreign(page, marks)
    _mark_closing(page, marks)
    return marks


def _mark_copies(page: Page, marks: Marks) -> None:
    compared = [None if marks.get(at) in (None, "related") else kind for at, kind in enumerate(page.kinds)]
    for at, earlier in repeats(page.blocks, compared).items():
        if at != page.title:
            marks.setdefault(at, "related" if marks.get(earlier) == "related" else "repeat")
    headline = page.headline
    for at in range((page.title or 0) + 1, min(len(page.blocks), (page.title or 0) + 4)):
        line = " ".join(page.blocks[at].text.split())
        # The <title> line of a saved page carries the outlet's name too, the headline below it does not.
        if headline and (line == headline or (len(line) > 0.5 * len(headline) and headline.startswith(line))):
            marks.setdefault(at, "repeat")


def _mark_closing(page: Page, marks: Marks) -> None:
    if page.body is None:
        return
    part = closing_part(page.blocks, page.body + 1)
    if part is not None:
        for at in range(part, len(page.blocks)):
            marks.setdefault(at, "footer")
    rest = [at for at in range(page.body + 1, len(page.blocks)) if at not in marks]
    marks.update(dict.fromkeys(about_author(page.blocks, rest), "footer"))
    for at in range(max(page.tail, page.body + 1), len(page.blocks)):
        block = page.blocks[at]
        if at not in marks and (page.kinds[at] == "section" or _closes(block)):
            marks[at] = "footer"


def _closes(block: Block) -> bool:
    if block.words > MAX_CLOSING_WORDS or block.final or block.bullet or block.marked or ":" in block.text:
        return False
    return not any(c.isdigit() for c in block.text)


def _mark_foreign(page: Page, marks: Marks) -> None:
    """Mark blocks at both ends that are in another script or language than the text."""
    rest = [at for at in range(len(page.blocks)) if at not in marks]
    own = max(rest, key=lambda at: page.blocks[at].words, default=None)
    if own is None or len(rest) < 2:
        return
    body = " ".join(page.blocks[at].text for at in rest if page.blocks[at].paragraph) or page.blocks[own].text
    main = (script(body), language(body))
    mixed = not page.text.isascii()
    ends = (*_foreign_run(page, rest, main, mixed), *_foreign_run(page, rest[::-1], main, mixed))
    letters = sum(page.blocks[at].words for at in rest)
    if sum(page.blocks[at].words for at in set(ends)) <= MAX_FOREIGN_SHARE * letters:
        marks.update({at: "foreign" for at in ends if at != page.title})


def _foreign_run(page: Page, order: Sequence[int], main: tuple[str | None, str | None], mixed: bool) -> list[int]:
    found: list[int] = []
    for at in order:
        block = page.blocks[at]
        written = script(block.text) if mixed else main[0]
        other = written is not None and written != main[0]
        if not other and block.words >= MIN_FOREIGN_WORDS and main[1]:
            other = other_language(block.text, main[1])
        if not other:
            break
        found.append(at)
    return found
