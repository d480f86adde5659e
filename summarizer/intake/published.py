"""When a text was published: the choice among its dates with its reason, and what an undated one is later than."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.intake.datelines import Dated
from summarizer.intake.furniture import inline_dateline
from summarizer.intake.heads import document_line
from summarizer.intake.headwords import PERIODICALS
from summarizer.intake.layout import Block, plain
from summarizer.intake.lines import LineKind
from summarizer.intake.orders import Order, order_of
from summarizer.intake.page import EDGE, Page, dates_of
from summarizer.intake.related import related
from summarizer.intake.stamps import MONTH, MONTHS, Stamp, all_stamps, iso, stamps
from summarizer.intake.words import AFTER_YEAR
from summarizer.intake.yearless import without_year
from summarizer.models import Sentence

_YEAR = re.compile(
    rf"\b(?P<month>{MONTH})[\s,]{{1,2}}(?:of )?(?P<y1>(?:19|20)\d\d)\b"
    r"|\b(?:in|since|during|from|of|until|till|late|early|mid|after|before|around|throughout|and|to|between|year|spring"
    r"|summer|autumn|fall|winter|end|start|beginning)[ -](?P<y2>(?:19|20)\d\d)\b(?![,.]?\d)(?P<then>[ -][A-Za-z]+)?",
    re.IGNORECASE,
)

_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_AHEAD = re.compile(
    r"\b(?:will|would|shall|by|until|till|plans?|planned|expect\w*|schedul\w+|due|aims?|aimed|next|deadline|targets?"
    r"|forecast|project(?:ed|s)|could|may|might|hopes?)\b",
    re.IGNORECASE,
)
# How far before a year a word that points ahead counts, in characters.
_REACH = 60


class Published(NamedTuple):
    """The date of a text as ISO date or timestamp (UTC offset where the text gives one), and why that one."""

    value: str | None
    reason: str | None


class _Candidate(NamedTuple):
    value: str
    rank: int
    why: str


def find_published(page: Page) -> Published:
    """Return the date of publication.

    From sure to unsure: front matter, a line labelled as first published, one labelled as published, a time beside the
    byline, a date there, the head of a release or of a printed issue, the dateline of the first paragraph, a line
    labelled as updated, the day that a report's figures stand for, a date at the end. A date above the title is what
    the page's template printed on the day it was saved: it never counts alone, unless it is labelled or timed. Dates of
    the next report, the period covered and the like never count, nor does 03/04/2018 where the page does not tell
    whether it puts the day or the month first.
    """
    given = iso(page.front.values.get("published", ""))
    if given:
        return Published(given, f"{given} stands in the front matter.")
    found = [*_candidates(page)]
    if all(c.rank < 1 for c in found):
        found += [_Candidate(value, 2, why) for value, why in without_year(page)]
    ranked = sorted(found, key=lambda c: -c.rank)
    chosen = ranked[0] if ranked and ranked[0].rank > 0 else None
    others = [c for c in found if c is not chosen and (chosen is None or c.value[:10] != chosen.value[:10])]
    if chosen is None:
        return Published(None, f"{_list(others)}, so no date was chosen." if others else None)
    return Published(
        chosen.value, "; ".join([f"{chosen.value} {chosen.why}", *([_list(others)] if others else [])]) + "."
    )


def find_not_before(text: str, sentences: Sequence[Sentence]) -> str | None:
    """Return the latest year, month or day (ISO) that the text speaks of as past, None where it names none."""
    latest: str | None = None
    years = [found.start() for found in _ANY_YEAR.finditer(text)]
    for sentence in sentences:
        at = bisect_left(years, sentence.start)
        if at == len(years) or years[at] >= sentence.end:
            continue
        for start, value in _spoken(text, sentence.start, sentence.end):
            if not _AHEAD.search(text, max(sentence.start, start - _REACH), start + 6):
                latest = max(latest or "", value)
    return latest


def _spoken(text: str, start: int, end: int) -> list[tuple[int, str]]:
    whole = [(stamp.start, stamp.value[:10]) for stamp in stamps(text, start, end)]
    for found in _YEAR.finditer(text, start, end):
        if found["y1"]:
            month = MONTHS.index(found["month"][:3].lower()) + 1
            whole.append((found.start(), f"{found['y1']}-{month:02}"))
        elif not found["then"] or found["then"].strip(" -").lower() in AFTER_YEAR:
            whole.append((found.start(), found["y2"]))
    return whole


def _candidates(page: Page) -> Iterator[_Candidate]:
    order = order_of(page.text)
    others = related(page)
    for at, dated in dates_of(page):
        if at not in others:
            yield _of(dated.stamp, order, *_line(page, at, dated))
    for at in range(min(EDGE, len(page.blocks))):
        if page.kinds[at] == "byline":
            for stamp in all_stamps(page.blocks[at].text):
                yield _of(stamp, order, 4 if stamp.timed else 3, "stands in the byline")
    head = inline_dateline(page)
    if head:
        for stamp in all_stamps(page.text, head[0], head[1]):
            yield _of(stamp, order, 3, "stands in the dateline")
    line = page.headline or ""
    if any(word in PERIODICALS for word in re.findall(r"[a-z]+", line.lower())):
        for stamp in all_stamps(line):
            yield _of(stamp, order, 1, "stands in the title of a report")


def _of(stamp: Stamp, order: Order | None, rank: int, why: str) -> _Candidate:
    if stamp.other is None:
        return _Candidate(stamp.value, rank, why)
    if order is None:
        return _Candidate(f"{stamp.day} or {stamp.other[:10]}", 0, f"{why}, but reads both ways")
    return _Candidate(order.read(stamp), rank, f"{why}, the {'day' if order.day_first else 'month'} first {order.why}")


def _line(page: Page, at: int, dated: Dated) -> tuple[int, str]:
    """Return how sure a line's date is that of publication, and why."""
    timed, label = dated.stamp.timed, dated.label
    below = page.title is None or at > page.title
    near = at < (page.tail if page.lead is None else min(page.tail, page.lead + 2)) and at < EDGE
    match label:
        case "other":
            return -1, "is labelled as another date"
        case "original":
            return 7, "is labelled as the date of first publication"
        case "published":
            return 6, "is labelled as the date of publication"
        case "updated":
            return 2, "is labelled as the date of the last update"
        case "as_of" if below:
            return 1, "is the day that the report stands for"
        case "issue" if not below:
            return 3, "is the date of the printed issue"
        case _:
            pass
    if below and near:
        return 4 if timed else 3, "stands below the title" + (" with its time" if timed else "")
    if below:
        return 1, "stands at the end of the text"
    if any(kind == "kicker" and document_line(plain(b.text)) for kind, b in _above(page)):
        return 3, "stands in the head of the release"
    if timed and all(page.kinds[at + 1 : page.title]):
        return 2, "stands right above the title with its time"
    return 0, "stands above the title, where a page's template prints the day it was saved"


def _above(page: Page) -> Iterator[tuple[LineKind | None, Block]]:
    return zip(page.kinds[: page.title], page.blocks[: page.title], strict=True)


def _list(others: Sequence[_Candidate]) -> str:
    return "; ".join(f"{c.value} {c.why}" for c in others)
