"""Numbers the articles of a report and says in a line what they are: how many, from whom, of when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

from summarizer.models import Article, ArticleBrief, Evidence, Report, Run
from summarizer.rendering.phrases import join, mark
from summarizer.rendering.view import Mark, Source
from summarizer.wording import counted, when

# Above this many articles a line that names each date can no longer be taken in.
DATES_LISTED = 8


class Index:
    """The numbered sources of one report: finds the number of an article and makes marks out of evidence."""

    def __init__(self, report: Report) -> None:
        """Number the articles of `report` by path (or address), from 1."""
        self.briefs = tuple(sorted(report.articles, key=_path_order))
        # Two files with the same text have the same id: what is said of it carries the number of the first.
        backwards = [(n, b.article.id) for n, b in enumerate(self.briefs, 1)][::-1]
        self._numbers = {article_id: n for n, article_id in backwards}
        self.sources = tuple(_source(n, b.article, self._numbers) for n, b in enumerate(self.briefs, 1))

    def number(self, article_id: str) -> int | None:
        """Return the number of an article, None where the report does not hold it."""
        return self._numbers.get(article_id)

    def numbers(self, article_ids: Iterable[str]) -> tuple[int, ...]:
        """Return the sorted numbers of articles, unknown ones left out."""
        return tuple(sorted({n for a in article_ids if (n := self.number(a)) is not None}))

    def own_voice(self, article_ids: Iterable[str]) -> str:
        """Return who speaks where the first of some articles names no speaker: "The Herald itself"."""
        numbers = self.numbers(article_ids)
        outlet = self.sources[numbers[0] - 1].article.outlet if numbers else None
        return f"{outlet or 'the article'} itself"

    def marks(self, evidence: Sequence[Evidence], articles: Iterable[str] = ()) -> tuple[Mark, ...]:
        """Return one mark per article that bears something, each with its quotes in text order, none twice."""
        quotes: dict[int, dict[tuple[int, int], Evidence]] = {n: {} for n in self.numbers(articles)}
        for e in evidence:
            number = self.number(e.article)
            if number is not None:
                quotes.setdefault(number, {})[(e.start, e.end)] = e
        return tuple(Mark(n, tuple(found[span] for span in sorted(found))) for n, found in sorted(quotes.items()))


def _path_order(brief: ArticleBrief) -> tuple[str, str]:
    return brief.article.path or brief.article.url or "", brief.article.id


def _source(number: int, article: Article, numbers: Mapping[str, int]) -> Source:
    where = article.path or article.url or ""
    copied = numbers.get(article.copy_of or "")
    facts = (
        article.outlet or "outlet not named",
        f"by {article.author}" if article.author else "",
        when(article.published) if article.published else _undated(article),
        f"copy of [{copied}]" if copied else "",
    )
    title = article.title or PurePath(where).name or article.id
    return Source(number, article, title, tuple(f for f in facts if f), where)


def _undated(article: Article) -> str:
    return f"undated, speaks of {when(article.not_before)}" if article.not_before else "undated"


def facts(sources: Sequence[Source]) -> tuple[str, ...]:
    """Return short phrases on a set of articles: how many from whom, those dated, those undated, copies."""
    if not sources:
        return ()
    dated = sorted((s for s in sources if s.article.published), key=lambda s: s.article.published or "")
    undated = [s for s in sources if not s.article.published]
    copies = [s for s in sources if s.article.copy_of]
    found = (_outlets(sources), _dated(dated), _not_dated(undated), f"copies: {_marks(copies)}" if copies else "")
    return tuple(f for f in found if f)


def filter_facts(run: Run) -> Iterator[str]:
    """Yield a phrase on what was asked for, and how many articles that left out, where anything was."""
    asked = run.filters
    if asked is None:
        return
    days = [f"{word} {when(day)}" for word, day in (("since", asked.since), ("until", asked.until)) if day]
    outlets = [f"by {join(asked.outlet)}"] if asked.outlet else []
    others = [f"not by {join(asked.not_outlet)}"] if asked.not_outlet else []
    undated = ["undated ones too"] if asked.undated and days else []
    left_out = f", {len(run.left_out):,} left out" if run.left_out else ""
    yield f"only {', '.join([*days, *outlets, *others, *undated])}{left_out}"


def _outlets(sources: Sequence[Source]) -> str:
    named = {s.article.outlet.casefold() for s in sources if s.article.outlet}
    unnamed = sum(not s.article.outlet for s in sources)
    if not named:
        return f"{counted(len(sources), 'article')}, no outlet named"
    outlets = counted(len(named), "named outlet") + (f" and {unnamed:,} unnamed" if unnamed else "")
    return f"{counted(len(sources), 'article')}, {outlets}"


def _dated(dated: Sequence[Source]) -> str:
    if not dated:
        return ""
    if len(dated) > DATES_LISTED:
        first, last = (when(s.article.published) for s in (dated[0], dated[-1]))
        return f"{len(dated):,} dated, {first} to {last}"
    return "dated: " + ", ".join(f"[{s.number}] {when(s.article.published)}" for s in dated)


def _not_dated(undated: Sequence[Source]) -> str:
    if not undated:
        return ""
    if len(undated) > DATES_LISTED:
        return f"{len(undated):,} undated"
    said = (f"[{s.number}]" + (f" (speaks of {when(d)})" if (d := s.article.not_before) else "") for s in undated)
    return "undated: " + ", ".join(said)


def _marks(sources: Sequence[Source]) -> str:
    return mark(s.number for s in sources)
