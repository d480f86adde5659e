"""Which articles are briefed: filters on the date of publication and on the outlet. Pure.

An article without a date is left out where dates are asked for, because nobody can say that it belongs there. It stays
where its own text says so: one that speaks of August 2021 was not published before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from summarizer.errors import UsageError
from summarizer.folding import fold
from summarizer.models import Article, Filters, LeftOut, LeftOutReason
from summarizer.periods import period
from summarizer.schema import KnownName
from summarizer.settings import Settings
from summarizer.user_names import PLACE

_DAYS = {"d": 1, "w": 7}


@dataclass(frozen=True)
class Selection:
    """Which articles are wanted: published on `first` to `last`, both included, by or not by an outlet."""

    first: date | None = None
    last: date | None = None
    undated: bool = False
    outlets: tuple[str, ...] = ()
    not_outlets: tuple[str, ...] = ()

    @property
    def filters(self) -> Filters:
        """What a report tells of it."""
        return Filters(
            since=self.first.isoformat() if self.first else None,
            until=self.last.isoformat() if self.last else None,
            undated=self.undated,
            outlet=self.outlets,
            not_outlet=self.not_outlets,
        )


def selection(settings: Settings, today: date) -> Selection | None:
    """Return which articles the settings ask for, None where they want all.

    Args:
        settings: with `since`, `until`, `undated`, `outlet` and `not_outlet`.
        today: the day from which "7d" is counted back.

    Raises:
        UsageError: no day lies between `since` and `until`, or an outlet is wanted and not wanted.
    """
    if not (settings.since or settings.until or settings.outlet or settings.not_outlet):
        return None
    first = _days(settings.since, today)[0] if settings.since else None
    last = _days(settings.until, today)[1] if settings.until else None
    if first and last and first > last:
        raise UsageError(f"no day is since {settings.since} and until {settings.until}: swap the two, or mend one")
    wanted = {fold(name): name for name in settings.outlet}
    if both := next((name for name in settings.not_outlet if fold(name) in wanted), None):
        raise UsageError(f"{both} is under outlet and under not_outlet: take it out of one of them")
    return Selection(first, last, settings.undated, settings.outlet, settings.not_outlet)


def select(
    articles: Iterable[Article], wanted: Selection, known: Sequence[KnownName] = ()
) -> tuple[list[Article], list[LeftOut]]:
    """Return the articles that are wanted, in their order, and those that are left out, each with the reason.

    Args:
        articles: all that were read.
        wanted: the filters.
        known: names of outlets with their other forms, so that "AFP" finds "Agence France-Presse".
    """
    names = _Outlets(known)
    kept, left_out = [], []
    for article in articles:
        reason = _outside(article, wanted) or _elsewhere(article, wanted, names)
        if reason is None:
            kept.append(article)
            continue
        where = article.path or article.url or article.id
        left_out.append(LeftOut(path=where, reason=reason, published=article.published, outlet=article.outlet))
    return kept, left_out


def _days(value: str, today: date) -> tuple[date, date]:
    """Return the first and last day of a value: a day, month or year, or so many days or weeks ago."""
    if value[-1:] in _DAYS:
        day = today - timedelta(days=int(value[:-1]) * _DAYS[value[-1]])
        return day, day
    return period(value)


def _outside(article: Article, wanted: Selection) -> LeftOutReason | None:
    """Return why an article's date speaks against it, None where it does not."""
    if not (wanted.first or wanted.last):
        return None
    first, last = wanted.first or date.min, wanted.last or date.max
    days = _period(article.published)
    if days is not None:
        return "before" if days[1] < first else "after" if days[0] > last else None
    speaks = _period(article.not_before)
    if speaks is not None and speaks[0] > last:
        return "after"
    told = speaks is not None and speaks[0] >= first and wanted.last is None
    return None if told or wanted.undated else "undated"


def _period(value: str | None) -> tuple[date, date] | None:
    try:
        return period(value) if value else None
    except ValueError:  # what a caller gave, or a page said, need not be a date
        return None


def _elsewhere(article: Article, wanted: Selection, names: _Outlets) -> LeftOutReason | None:
    own = names.key(article.outlet) if article.outlet else None
    if wanted.outlets and own not in set(map(names.key, wanted.outlets)):
        return "outlet"
    return "outlet" if own is not None and own in set(map(names.key, wanted.not_outlets)) else None


class _Outlets:
    """Finds one key for all forms of an outlet's name."""

    def __init__(self, known: Iterable[KnownName]) -> None:
        self._keys: Mapping[str, str] = dict(_forms(known))

    def key(self, name: str) -> str:
        """Return the key of an outlet's name."""
        folded = fold(name)
        return self._keys.get(folded, folded)


def _forms(known: Iterable[KnownName]) -> Iterator[tuple[str, str]]:
    for entry in known:
        if entry.kind != PLACE:
            yield from ((fold(form), fold(entry.name)) for form in (*entry.aliases, entry.name))
