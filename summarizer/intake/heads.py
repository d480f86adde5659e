"""The head of a page: which of its lines is the headline, and which are masthead, tagline, section and labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.intake.bylines import person_line
from summarizer.intake.headwords import DOCUMENTS, KICKERS
from summarizer.intake.layout import Block, plain
from summarizer.intake.lines import LineKind
from summarizer.intake.mastheads import TITLE_WORDS, find_masthead
from summarizer.intake.words import SECTIONS
from summarizer.late_patterns import late_pattern

# Title, byline and dates stand within this many blocks of the top.
EDGE = 15
MAX_TITLE_WORDS = 40
# A line longer than this below a short one is rather its standfirst than a headline below a place.
MOST_HEADLINE_WORDS = 15
_SEPARATOR = re.compile(r"\s?[|•·»>]\s?|\s[/–—-]\s")
_TITLE_LABEL = re.compile(r"(?:headline|title|subject|re)\s?:\s+(?=\S)", re.IGNORECASE)
_NUMERAL = late_pattern(
    r"[#№(]?(?:\d[\d/.-]*|[ivxlc]{1,5})[).,:]?|no\.?|nr\.?|number|issue|week|day|part|vol\.?|for", re.IGNORECASE
)
_FIELD = re.compile(
    r"(?:(?:reporting|report|review) period|period(?: covered)?|covering|next (?:report|update|issue|bulletin)[\w ]*"
    r"|section|length|dateline|body|from|to|cc|ref(?:erence)?(?: no\.?)?|our ref|document|doc(?:ument)? no\.?|language"
    r"|country|countries|location|place|venue|prepared by|distribution|classification|contact|tel|phone|e-?mail|page"
    r"|byline|copyright|glide(?: no\.?)?|media contacts?|type|format|theme|themes|audience)\s?:",
    re.IGNORECASE,
)
_WORD_COUNT = re.compile(r"\d[\d,.]* words\W*$", re.IGNORECASE)
_EDITION = re.compile(r"vol(?:ume)?\.? ?[\dIVXLC]+\b", re.IGNORECASE)


class Headed(NamedTuple):
    """The head of a page: kinds of its lines, the headline's block, and the line that names the outlet."""

    kinds: tuple[LineKind | None, ...]
    title: int | None
    masthead: int | None


def headline(text: str) -> str:
    """Return a headline without Markdown signs and without a label before it ("Subject: ...")."""
    return _TITLE_LABEL.sub("", plain(text), count=1)


def read_head(text: str, layout: Sequence[Block], kinds: Sequence[LineKind | None], body: int | None) -> Headed:
    """Return what the lines before the text are. Lines after `body` keep their kinds."""
    # The last line of a text without paragraphs is its text.
    stop = min(len(layout) - 1 if body is None else body, EDGE)
    told = list(kinds)
    for at in range(stop):
        told[at] = kinds[at] or _label_line(layout[at])
    lines = [at for at in range(stop) if _may_be_title(layout[at], told[at])]
    kickers = [at for at in lines if not layout[at].marked and kicker(plain(layout[at].text))]
    open_lines = [at for at in lines if at not in kickers]
    masthead, above = find_masthead(text, layout, open_lines, lines)
    title = _title(layout, told, [at for at in open_lines if at not in above], stop)
    if title is None:
        title = next((at for at in kickers if document_line(plain(layout[at].text))), None)
        title = title if title is not None else _title(layout, told, open_lines or lines, stop)
    for at in kickers:
        if at != title and (title is None or at < title):
            told[at] = "kicker"
    return Headed(tuple(told), title, masthead if masthead != title else None)


def kicker(line: str) -> bool:
    """Return whether a line is a section, a kind of document or a rubric, not a headline: "LIVE | War in Vela"."""
    if document_line(line):
        return True
    parts = [part for part in _SEPARATOR.split(line) if part]
    short = len(parts) > 1 and all(len(part.split()) <= 3 for part in parts)
    words = [[w.strip(".,:&").lower() for w in part.split()] for part in parts]
    rubric = [all(w in SECTIONS or w in KICKERS or not w for w in part) for part in words]
    if len(parts) == 1:
        return rubric[0] and len(words[0]) <= TITLE_WORDS
    capitals = line.upper() == line and any(c.isalpha() for c in line)
    return short and (capitals or any(rubric)) and not any(c.isdigit() for c in line)


def document_line(line: str) -> bool:
    """Return whether a line names a kind of document and its number, no more: "SITUATION REPORT No. 14"."""
    low = line.lower()
    kind = next((name for name in DOCUMENTS if low.startswith(name)), None)
    if kind is None:
        return False
    rest = low[len(kind) :]
    return (not rest or not rest[0].isalpha()) and all(
        _NUMERAL.fullmatch(w) or not w.strip("()|:–—-") for w in rest.split()
    )


def _label_line(block: Block) -> LineKind | None:
    """Return "field" for a line that is a label with its value, such as stand in the heads of reports and archives."""
    line = plain(block.text)
    if block.words > 20 or block.marked:
        return None
    if _FIELD.match(line) or _WORD_COUNT.fullmatch(line) or _EDITION.match(line):
        return "field"
    return None


def _may_be_title(block: Block, line: LineKind | None) -> bool:
    if line or block.bullet or block.words > MAX_TITLE_WORDS or not any(c.isalpha() for c in block.text):
        return False
    return block.marked or not block.final or asks(block) or _quoted(block)


def asks(block: Block) -> bool:
    """Return whether a block may be a title though it ends as a sentence does: one line that asks or exclaims."""
    return block.text[-1] in "?!" and block.words <= MAX_TITLE_WORDS and "\n" not in block.text


def _quoted(block: Block) -> bool:
    return block.text[0] in "“\"‘'" and block.words <= MOST_HEADLINE_WORDS and "\n" not in block.text


def _title(layout: Sequence[Block], kinds: Sequence[LineKind | None], lines: Sequence[int], stop: int) -> int | None:
    """Return the block that is the title, among `lines`.

    Before the text, the first line long enough for a headline; a shorter one counts when it follows the masthead's
    date, when a byline or a standfirst follows it, or when there is no longer one. A Markdown heading or a label wins.
    """
    sure = next((at for at in lines if layout[at].marked or _TITLE_LABEL.match(plain(layout[at].text))), None)
    if sure is not None:
        return sure
    long_one = next((at for at in lines if layout[at].words >= TITLE_WORDS), None)
    unnamed = [at for at in lines if not _named(layout, kinds, at)]
    short = next((at for at in unnamed if 1 < layout[at].words < TITLE_WORDS), None)
    if short is not None and (long_one is None or short < long_one) and _leads(layout, kinds, short, long_one):
        return short
    date = next((at for at in range(stop) if kinds[at] == "date"), None)
    if date is not None and (long_one is None or date < long_one):
        below = next((at for at in unnamed if at > date), None)
        if below is not None and (long_one is None or below < long_one):
            return below
    if long_one is not None:
        return long_one
    return unnamed[-1] if unnamed else None


def _leads(layout: Sequence[Block], kinds: Sequence[LineKind | None], at: int, long_one: int | None) -> bool:
    """Return whether a short line is a headline by what follows: a byline, or a standfirst too long for a headline."""
    follows = kinds[at + 1] if at + 1 < len(kinds) else None
    standfirst = long_one == at + 1 and layout[at + 1].words > MOST_HEADLINE_WORDS
    return follows == "byline" or standfirst


def _named(layout: Sequence[Block], kinds: Sequence[LineKind | None], at: int) -> bool:
    """Return whether the block is a person's name right beside a date line."""
    if not person_line(layout[at].text):
        return False
    beside = [kinds[near] for near in (at - 1, at + 1) if 0 <= near < len(kinds)]
    return "date" in beside and not (at + 1 < len(layout) and kinds[at + 1] is None and not layout[at + 1].paragraph)
