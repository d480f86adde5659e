"""Who published a page: masthead, what stands behind the title, source line, byline, dateline, copyright, own staff."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from summarizer.intake.bylines import byline, source_line
from summarizer.intake.furniture import inline_dateline
from summarizer.intake.headwords import MEDIA, SMALL_WORDS
from summarizer.intake.layout import plain
from summarizer.intake.mastheads import acronym, fold, masthead_name
from summarizer.intake.names import desk
from summarizer.intake.page import EDGE, Page
from summarizer.intake.words import AGENCIES, CITED
from summarizer.late_patterns import late_pattern

# An outlet's name behind a title has at most this many words.
MAX_OUTLET_WORDS = 7
# A word of so few letters in a masthead of capitals may be an acronym, unless it is a common word.
ACRONYM_LETTERS = 4

_SEPARATOR = re.compile(r"\s[|•·–—»-]\s")
_MEDIUM_WORD = re.compile(
    r"\b(?:News|Newspaper|Times|Post|Observatory|Tribune|Herald|Guardian|Agency|Journal|Press|Daily|Today|TV|Television"
    r"|Radio|Network|Media|Monitor|Review|Gazette|Chronicle|Online|Telegraph|Mail|Express|Independent|Standard|Star|Sun"
    r"|Mirror|Magazine|Weekly|Reporter|Observer|Bulletin|Dispatch|Wire|Insider|World Service|Broadcasting|Al Jazeera"
    r"|BBC|CNN|NPR|ABC|CBS|NBC|RFI|DW|VOA|RT|TRT|Reuters|AFP|AP)\b|\.(?:com|org|net|co)\b|News$"
)
_NAME = r"(?:The )?[A-Z0-9][\w’'-]{0,30}(?:\.\w{1,10})?(?: [A-Z][\w’'-]{0,30}){0,4}"
# Where a text speaks of its own people and its own interviews. That another medium is spoken of in the same way is
# caught by `CITED`, and by asking that no second one is. Each pattern begins with a literal, which is what makes it
# quick over a whole text.
_CORRESPONDENT = "correspondent"
_STAFF_OF = late_pattern(rf"correspondent (?:of|for) (?:the )?[“\"‘]?(?P<name>{_NAME})")
_STAFF_FROM = late_pattern(rf"(?<!\w)(?P<name>{_NAME})[”\"’]?(?:’s|'s)? correspondent\Z")
_TALKS = tuple(
    (opening, late_pattern(opening + behind))
    for opening, behind in (
        ("exclusive ", rf"(?P<name>{_NAME}) interview\b"),
        ("exclusive ", rf"(?:interview|statement|comments?) (?:with|to|for) (?P<name>{_NAME})"),
        ("told ", rf"(?P<name>{_NAME})"),
        ("peaking ", rf"(?:exclusively )?to (?P<name>{_NAME})"),
    )
)
# A medium's name before "correspondent" begins at most this far back, in characters.
_BACK = 100
_COPYRIGHT = late_pattern(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:-\d{4})?\s*)?(?:by\s+)?(?P<who>[^.,|•\d]{2,60})", re.IGNORECASE
)
_LEGAL = late_pattern(
    r"(?<![\s,])[\s,]+(?:(?:media|publishing|publications?|holdings?|digital|communications)\s+)?(?:ltd|limited|inc|llc"
    r"|plc|gmbh|co|corp|corporation|company|group|s\.?a|b\.?v|pty|trust|and its licensors|or its affiliates)\b.*$",
    re.IGNORECASE,
)
_PLACED = re.compile(r"(?P<name>[^(),]{3,60}?)\s?(?:\([^()]{2,40}\)|,\s[A-Z][\w' -]{2,40})")
_SENDER = late_pattern(r"from\s?:\s+(?P<name>[^<@\n]{3,60}?)\s*(?:<|$)", re.IGNORECASE)
_SHORT_WORDS = frozenset(
    "the and for new day sun age our red sea war one two all old post life hour week area east west"
    " news time star wire city zone free live asia gulf nile mail home land view".split()
)


def behind_title(page: Page) -> tuple[int, int] | None:
    """Return where "| Outlet" stands behind the title.

    The last part counts as an outlet when it is in capitals and holds a medium's word, when the headline stands below
    without it, or when the text names it again; else it may be the second half of a headline.
    """
    if page.title is None:
        return None
    block = page.blocks[page.title]
    cut = next(reversed(list(_SEPARATOR.finditer(block.text))), None)
    if not cut:
        return None
    head, name = block.text[: cut.start()], block.text[cut.end() :]
    words = name.split()
    if not (len(head.split()) >= 2 and len(words) <= MAX_OUTLET_WORDS and _capitalised(words)):
        return None
    again = any(plain(b.text) == plain(head) for b in page.blocks[page.title + 1 : page.title + 4])
    named = len(words) <= 4 and name in page.text[block.end :]
    if again or _MEDIUM_WORD.search(name) or (named and block.text[cut.start() : cut.end()].strip() in "|•·»"):
        return block.start + cut.start(), block.end
    return None


def _capitalised(words: Iterable[str]) -> bool:
    return all(
        w[0].isupper() or w[0].isdigit() or w in ("of", "for", "the", "and", "in", "&", "de", "la") for w in words
    )


def find_outlet(page: Page) -> str | None:
    """Return the outlet by the surest sign: masthead, source line, byline, dateline, copyright, staff, interviews."""
    masthead = _masthead(page)
    if masthead:
        return masthead
    return (
        _sourced(page)
        or _beside_byline(page)
        or _of_dateline(page)
        or _copyright(page)
        or _only(_staff(page.text))
        or _only(m["name"] for opening, talk in _TALKS if opening in page.text for m in talk.finditer(page.text))
    )


def _masthead(page: Page) -> str | None:
    if page.masthead is None:
        return None
    name = masthead_name(plain(page.blocks[page.masthead].text))
    return cased(name, page.text) if name else None


def cased(name: str, text: str) -> str:
    """Return a name in capitals as the text writes it elsewhere, else as prose would: "The Delta Chronicle"."""
    if name.upper() != name or (len(name.split()) == 1 and len(name) <= ACRONYM_LETTERS + 1):
        return name
    for found in re.finditer(re.escape(name), text, re.IGNORECASE):
        if not found[0].isupper() and found[0][0].isupper():
            return " ".join(found[0].split())
    return " ".join(_word(word, at) for at, word in enumerate(name.split()))


def _word(word: str, at: int) -> str:
    low = word.lower()
    if at and low in SMALL_WORDS:
        return low
    vowels = any(c in "aeiouy" for c in low)
    if word.isalpha() and (not vowels or low in AGENCIES or (len(word) < ACRONYM_LETTERS and low not in _SHORT_WORDS)):
        return word
    return word.capitalize() if "-" not in word else "-".join(part.capitalize() for part in word.split("-"))


def _sourced(page: Page) -> str | None:
    for at, line in enumerate(page.kinds):
        text = plain(page.blocks[at].text)
        if line == "byline" and (named := source_line(text)):
            return named
        if line == "field" and (sender := _SENDER.match(text)):
            return sender["name"]
    return None


def _beside_byline(page: Page) -> str | None:
    """Return the medium that a byline names, or the line between title and text that is a medium with its place."""
    for at in range(min(EDGE, len(page.blocks))):
        line = plain(page.blocks[at].text)
        told = byline(line) if page.kinds[at] == "byline" else None
        first = re.split(r"\s[|•·]|:", line, maxsplit=1)[0].strip()
        if page.kinds[at] == "date" and first.lower() in AGENCIES:
            return first
        if told and told.medium:
            return cased(told.medium, page.text)
        if told and told.behind and _is_medium_name(told.behind):
            return told.behind
        if at > (page.title or 0) and not page.kinds[at] and not page.blocks[at].final and page.blocks[at].words <= 8:
            office, placed = desk(line), _PLACED.fullmatch(line)
            name = (office.medium if office else None) or (placed["name"] if placed else "")
            if name and (office or _is_medium_name(name)) and _capitalised(name.split()):
                return cased(name, page.text)
    return None


def _is_medium_name(name: str) -> bool:
    words = name.lower().split()
    return 1 < len(words) <= MAX_OUTLET_WORDS and (words[-1] in MEDIA or words[0] in ("radio", "daily", "tv", "agence"))


def _of_dateline(page: Page) -> str | None:
    head = inline_dateline(page)
    agency = head[2] if head else None
    if not agency:
        return None
    known = (page.blocks[at].text for at in range(page.title or 0))
    return next((name for name in map(plain, known) if acronym(name) == agency and len(agency) > 2), agency)


def _copyright(page: Page) -> str | None:
    """Return the owner of the copyright as the page calls itself: without "Media Ltd", as in a line of its own."""
    for at, line in enumerate(page.kinds):
        found = _COPYRIGHT.match(plain(page.blocks[at].text)) if line == "footer" else None
        if not found:
            continue
        owner = _LEGAL.sub("", found["who"].strip()).strip()
        own = next((plain(b.text) for b in page.blocks[:EDGE] if fold(plain(b.text)) == fold(owner)), None)
        if owner and (own or _capitalised(owner.split())):
            return own or owner
    return None


def _staff(text: str) -> Iterator[str]:
    """Yield whose correspondents a text speaks of."""
    at = text.find(_CORRESPONDENT)
    while at >= 0:
        end = at + len(_CORRESPONDENT)
        after = _STAFF_OF.match(text, at)
        before = None if after else _STAFF_FROM.search(text, max(0, at - _BACK), end)
        if after:
            yield after["name"]
        elif before:
            yield _without_beat(before["name"])
        at = text.find(_CORRESPONDENT, end)


def _without_beat(name: str) -> str:
    """Return "Delta News" of "Delta News Africa", as in "Delta News Africa correspondent"."""
    last = next(reversed(list(_MEDIUM_WORD.finditer(name))), None)
    return name[: last.end()] if last else name


def _only(names: Iterable[str]) -> str | None:
    """Return the one medium among the names, in the form that stands first; None when there are several."""
    media = [name.rstrip(".").removesuffix("’s").removesuffix("'s") for name in names if _medium(name.rstrip("."))]
    keys = {re.sub(r"\W", "", name).lower().removeprefix("the") for name in media}
    return media[0] if len(keys) == 1 else None


def _medium(name: str) -> bool:
    """Return whether a name is that of a medium, and not one that everybody cites."""
    if name.lower() in CITED:
        return False
    return _MEDIUM_WORD.search(name) is not None or (name.startswith("The ") and len(name.split()) <= 3)
