"""Title, author and outlet, where the text says them; null when unsure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarizer.intake.bylines import byline, source_line
from summarizer.intake.furniture import inline_dateline
from summarizer.intake.layout import plain
from summarizer.intake.page import EDGE, Page
from summarizer.intake.words import AGENCIES, CITED

# An outlet's name behind a title has at most this many words.
MAX_OUTLET_WORDS = 7

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
_STAFF_OF = re.compile(rf"correspondent (?:of|for) (?:the )?[“\"‘]?(?P<name>{_NAME})")
_STAFF_FROM = re.compile(rf"(?<!\w)(?P<name>{_NAME})[”\"’]?(?:’s|'s)? correspondent\Z")
_TALKS = (
    re.compile(rf"exclusive (?P<name>{_NAME}) interview\b"),
    re.compile(rf"exclusive (?:interview|statement|comments?) (?:with|to|for) (?P<name>{_NAME})"),
    re.compile(rf"told (?P<name>{_NAME})"),
    re.compile(rf"peaking (?:exclusively )?to (?P<name>{_NAME})"),
)
# A medium's name before "correspondent" begins at most this far back, in characters.
_BACK = 100
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:-\d{4})?\s*)?(?:by\s+)?(?P<who>[^.,|•\d]{2,60})", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself. `outlet_at` is where the outlet stands behind the title, separator included."""

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    outlet_at: tuple[int, int] | None = None


def find_metadata(page: Page) -> Metadata:
    """Return title, author and outlet of a page, each None where the text does not say it clearly."""
    front = page.front.values
    behind = _behind_title(page)
    title = page.headline
    if title and behind and page.title is not None:
        start = page.blocks[page.title].start
        title = plain(page.text[start : behind[0]])
    outlet = front.get("outlet") or (page.text[behind[0] : behind[1]].lstrip(" |•·–—»-\t\xa0") if behind else None)
    return Metadata(
        title=front.get("title") or title,
        author=front.get("author") or _author(page),
        outlet=outlet or _outlet(page),
        outlet_at=behind,
    )


def _behind_title(page: Page) -> tuple[int, int] | None:
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


def _author(page: Page) -> str | None:
    edge = [at for at in range(min(EDGE, len(page.blocks))) if page.kinds[at] == "byline"]
    for at in edge:
        who = byline(page.blocks[at].text)
        if who and who.lower() not in AGENCIES:
            return who
    return None if page.name is None else plain(page.blocks[page.name].text)


def _outlet(page: Page) -> str | None:
    """Return the outlet from the surest sign there is: source line, dateline, copyright, own staff, own interviews."""
    for at, line in enumerate(page.kinds):
        text = plain(page.blocks[at].text)
        if line == "byline":
            named = source_line(text) or byline(text)
            if named and (source_line(text) or named.lower() in AGENCIES):
                return named
        if line == "footer":
            found = _COPYRIGHT.match(text)
            if found and _capitalised(found["who"].split()):
                return found["who"].strip()
    head = inline_dateline(page)
    if head and head[2]:
        return head[2]
    return _only(_staff(page.text)) or _only(m["name"] for talk in _TALKS for m in talk.finditer(page.text))


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
