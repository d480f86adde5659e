"""When a text was published: the choice among its dates with its reason, and what an undated one is later than."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.intake.furniture import inline_dateline
from summarizer.intake.page import EDGE, Page, dates_of
from summarizer.intake.stamps import MONTH, iso, stamps
from summarizer.intake.words import AFTER_YEAR
from summarizer.models import Sentence

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
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


@dataclass(frozen=True, slots=True)
class Published:
    """The date of a text as ISO date or timestamp (UTC offset where the text gives one), and why that one."""

    value: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class _Candidate:
    value: str
    rank: int
    why: str


def find_published(page: Page) -> Published:
    """Return the date of publication.

    From sure to unsure: front matter, a line labelled as published, a time beside the byline, a date there, the
    dateline of the first paragraph, a line labelled as updated, a date at the end. A date above the title is what the
    page's template printed on the day it was saved: it never counts alone, unless it is labelled.
    """
    given = iso(page.front.values.get("published", ""))
    if given:
        return Published(given, f"{given} stands in the front matter.")
    found = _candidates(page)
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
            month = _MONTHS.index(found["month"][:3].lower()) + 1
            whole.append((found.start(), f"{found['y1']}-{month:02}"))
        elif not found["then"] or found["then"].strip(" -").lower() in AFTER_YEAR:
            whole.append((found.start(), found["y2"]))
    return whole


def _candidates(page: Page) -> list[_Candidate]:
    found = [_line(page, *dated) for dated in dates_of(page)]
    for at in range(min(EDGE, len(page.blocks))):
        if page.kinds[at] == "byline":
            for stamp in stamps(page.blocks[at].text):
                found.append(_Candidate(stamp.value, 4 if stamp.timed else 3, "stands in the byline"))
    head = inline_dateline(page)
    if head:
        found.extend(_Candidate(s.value, 3, "stands in the dateline") for s in stamps(page.text, head[0], head[1]))
    return found


def _line(page: Page, at: int, value: str, timed: bool, label: str) -> _Candidate:
    if label == "published":
        return _Candidate(value, 5, "is labelled as the date of publication")
    below = page.title is None or at > page.title
    near = at < (page.tail if page.body is None else min(page.tail, page.body + 2)) and at < EDGE
    if label == "updated":
        return _Candidate(value, 2, "is labelled as the date of the last update")
    if below and near:
        return _Candidate(value, 4 if timed else 3, "stands below the title" + (" with its time" if timed else ""))
    if below:
        return _Candidate(value, 1, "stands at the end of the text")
    return _Candidate(value, 0, "stands above the title, where a page's template prints the day it was saved")


def _list(others: Sequence[_Candidate]) -> str:
    return "; ".join(f"{c.value} {c.why}" for c in others)
