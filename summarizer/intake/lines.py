"""What a single line of a page is: a date, a byline, a notice, a caption, the head of a list of other stories.

Each test looks at one line alone.
"""

from __future__ import annotations

import re
from typing import Literal

from summarizer.intake.bylines import CREDITS, byline, source_line
from summarizer.intake.closings import closing
from summarizer.intake.datelines import bare_label, date_line
from summarizer.intake.layout import Block, plain
from summarizer.intake.notices import notice
from summarizer.intake.words import SECTIONS
from summarizer.late_patterns import late_pattern

LineKind = Literal[
    "date",
    "byline",
    "consent",
    "comment",
    "footer",
    "caption",
    "related",
    "teaser",
    "menu",
    "section",
    "field",
    "kicker",
]

# No line of a page's furniture is longer; a longer one is prose, whatever words it holds.
MAX_LINE = 420
MAX_NOTICE_WORDS = 45
# The name of a section, an entry of a menu and a headline behind "Read more:" have at most so many words.
MAX_SECTION_WORDS = 4
MAX_ENTRY_WORDS = 3
MAX_TEASER_WORDS = 20

_I = re.IGNORECASE
_CREDIT_HOUSES = (
    "AFP AP Reuters REUTERS EPA Getty Shutterstock Anadolu Xinhua TASS Sputnik DPA dpa PA Bloomberg".split()
)
_CREDIT_HOUSE = rf"(?:{'|'.join(_CREDIT_HOUSES)})"
_CREDIT_TAIL = late_pattern(
    rf"(?:\b{_CREDIT_HOUSE}/[A-Z][\w.’'-]{{1,20}}(?: [A-Z][\w.’'-]{{1,20}}){{0,3}}"
    rf"|[(\[][^()\[\]]{{0,40}}/ ?{_CREDIT_HOUSE}[^()\[\]]{{0,20}}|\b{_CREDIT_HOUSE}(?:/\w+)?,? (?i:photos?|images"
    rf"|pictures|file(?: photo)?)|[/|©] ?{_CREDIT_HOUSE}(?: Images)?"
    rf"|[(\[][^()\[\]]{{0,60}}[,:] ?{_CREDIT_HOUSE}(?: Images)?|\[{_CREDIT_HOUSE}(?: Images)?"
    r"|\((?i:(?:file )?(?:photo|photograph|image|picture)s?(?: by|:|/| credit| courtesy)[^()]{0,60}"
    r"|file(?: photo)?|photo)"
    r"|\b(?:Photo|Photograph|Image|Picture|PHOTO|IMAGE)s?(?i: credit| courtesy of)?(?::| by|(?<=of)) [A-Z][^.!?]{0,50})"
    r"[)\].\s]{0,3}$"
)
# One of these is in every such credit.
_CREDIT_SIGNS = (*_CREDIT_HOUSES, *"( Photo Image Picture PHOTO IMAGE".split())
_CREDIT_HEAD = re.compile(
    r"[\[(]?(?:file )?(?:photos?|photograph|image|picture|pictured|caption|photo credit|image caption|credit)"
    r"(?: by|\s?:|\s?/)\s"
    r"|file photo\b",
    _I,
)

MAX_RELATED = 60  # characters of the longest that _RELATED_BARE matches but for signs behind it, and some more
_RELATED_BARE = late_pattern(
    r"(?:read (?:more|also|next|further|on|this next)|see (?:also|more|all)|view all|also read|also of interest"
    r"|more (?:stories|news|to read|coverage|headlines|articles|posts|like this|reading|top stories)"
    r"|similar (?:stories|articles|news|posts|reads)|icymi|in case you missed it|you may have missed|must[- ]reads?"
    r"|(?:more )?(?:on|in) (?:this|the same) (?:topic|subject|series)|explore more(?: on (?:this|these) topics?)?"
    r"|key (?:events|moments|developments)(?: in this blog)?|(?:our |today['’]s )?top picks?|featured(?: stories"
    r"| articles)?"
    r"|discover more|next up|(?:stories|news|picked|picks|selected) for you|people (?:also|are) read(?:ing)?"
    r"|suggested(?: reading)?"
    r"|(?:à )?lire (?:aussi|également)|voir aussi|(?:sur|dans) le même (?:sujet|thème)|articles? (?:liés?|connexes)"
    r"|(?:lea|leer|lee|vea|ver) (?:también|además)|te puede interesar|(?:noticias|notas) relacionadas|le[ií]a também"
    r"|veja (?:também|mais)|leggi anche|lesen sie auch|mehr zum thema|auch interessant|lees ook|läs (?:också|även)"
    r"|читайте также|по теме|читайте також|ilgili haberler|baca juga|اقرأ أيضا[ًً]?|مواضيع ذات صلة"
    r"|(?:promoted|sponsored|paid|partner)(?: (?:links?|content|stories|posts?|by .{1,30}|from .{1,30}))"
    r"|from our partners"
    r"|(?:more )?from around the web|(?:previous|next)(?: article| story| post)"
    r"|more on this(?: story| topic)?|more (?:from|in) this (?:section|author)"
    r"|related(?: (?:articles?|stories|story|news|content|links?|topics?|posts?|coverage|reading|items))?"
    r"|(?:more |stories |articles )?(?:that )?you (?:might|may)(?: also)? (?:like|enjoy|be interested in)"
    r"|recommended(?: (?:for you|stories|articles|reading))?"
    r"|most (?:read|popular|viewed|shared|commented|watched|emailed|discussed|recent)(?: (?:stories|articles|news"
    r"|today|now))?|top stories|trending(?: now)?|popular(?: (?:now|stories|posts))?"
    r"|latest(?: (?:news|stories|articles|headlines))?|(?:the )?editors?['’]?s?['’]? (?:picks?|choice)|further reading"
    r"|don['’]?t miss(?: it)?|up next|what to read next|keep reading|from (?:the|our) archives?|elsewhere on the web"
    r"|in other news|other (?:stories|news)|promoted stories|around the web)\W*$",
    _I,
)
_RELATED_TOPIC = re.compile(
    r"(?i:read more (?:on|about|from|in)|see more (?:on|from|in)|more (?:on|from|about|in|stories (?:on|from|in)"
    r"|news (?:on|from|in))"
    r"|related to|also (?:on|in|from)|(?:the )?latest (?:on|from|in|news (?:on|from|in))|trending (?:in|on)"
    r"|popular (?:in|on)"
    r"|most (?:read|popular|viewed) (?:in|on)|elsewhere (?:in|on)|other (?:news|stories) (?:in|from))"
    r"(?: (?:[A-Z0-9][\w.'’-]*|the|of|and|in|this|section|series|category|topic)){1,6}\s?[:…»>]?$"
)
_TEASER = re.compile(
    r"(?:(?P<sure>read(?: more| also| next)?|also read|see also|related(?: \w+)?|watch|listen"
    r"|(?:previous|next) (?:article|story|post)|icymi|in case you missed it|(?:more |stories )?you (?:may"
    r"|might)(?: also)?"
    r" (?:like|enjoy|be interested in)|recommended(?: for you)?|further reading|most (?:read|viewed|popular))|more"
    r"|recommended"
    r"|don['’]?t miss|in pictures|live|gallery|video|podcast)\s?[:|»>]\s{0,3}\S",
    _I,
)
# Headlines with such a label are other stories when they stand among the paragraphs.
LABELLED = re.compile(
    r"(?:comment|analysis|opinion|editorial|watch|video|in pictures|explained|explainer|profile|live|exclusive|podcast"
    r"|gallery|long read|timeline|factbox)\s?[:|]\s",
    _I,
)
_BREADCRUMB = re.compile(r"(?:you are here:? )?(?:home|front ?page|start ?page|news|world)\s?[>»›/→]\s?\S", _I)
_MENU = re.compile(r"\s[|>»›·•/]\s")


def kind(block: Block) -> LineKind | None:
    """Return what kind of line `block` is by itself, None for text."""
    text = block.text
    if len(text) > MAX_LINE or block.words > MAX_NOTICE_WORDS:
        return None
    if not block.final and block.words <= 25:
        short = _short_line(block)
        if short:
            return short
    if _is_caption(block):
        return "caption"
    if text[0] in "“\"‘'«":
        return None
    if CREDITS.match(text):
        return "byline"
    if closing(block):
        return "footer"
    return notice(block) or ("teaser" if _is_teaser(block) else None)


def _short_line(block: Block) -> LineKind | None:
    line = plain(block.text)
    if byline(line) or CREDITS.match(line) or source_line(line):
        return "byline"
    if date_line(line) is not None or bare_label(line):
        return "date"
    if not block.bullet and (_is_related(line) or (block.words <= 8 and _RELATED_TOPIC.match(line))):
        return "related"
    if _TEASER.match(line) or (len(line.split()) > 1 and (line[0] in "«‹←" or line[-1] in "»›→")):
        return "teaser"
    if _is_menu(line):
        return "menu"
    words = [w.strip(".,:&/|").lower() for w in line.split()]
    return "section" if len(words) <= MAX_SECTION_WORDS and all(w in SECTIONS or not w for w in words) else None


def _is_related(line: str) -> bool:
    return (len(line) <= MAX_RELATED or not line[-1].isalnum()) and _RELATED_BARE.match(line) is not None


def _is_teaser(block: Block) -> bool:
    """Return whether a line that ends as a sentence does is "Read more: ..." all the same."""
    found = _TEASER.match(block.text) if block.words <= MAX_TEASER_WORDS else None
    return found is not None and found["sure"] is not None


def _is_menu(line: str) -> bool:
    if _BREADCRUMB.match(line):
        return True
    items = _MENU.split(line) if len(line) <= 300 else []
    return len(items) >= 3 and all(len(i.split()) <= MAX_ENTRY_WORDS and not i[-1:].isdigit() for i in items)


def _is_caption(block: Block) -> bool:
    text = block.text
    if _CREDIT_HEAD.match(text) or text.rstrip(".") in ("AFP", "Reuters", "Getty Images"):
        return True
    tail = text[max(0, len(text) - 90) :]
    return any(sign in tail for sign in _CREDIT_SIGNS) and _CREDIT_TAIL.search(text, len(text) - len(tail)) is not None
