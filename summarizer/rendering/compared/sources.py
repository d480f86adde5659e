"""Numbers the articles of two reports: those of the new one as its own renderings do, then those that are gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from summarizer.comparison import ArticleChange, ArticleRef, Comparison
from summarizer.models import Evidence
from summarizer.rendering.phrases import join, mark
from summarizer.rendering.view import Mark
from summarizer.wording import when

_FIELDS = {"copy_of": "what it is a copy of"}


class Sources:
    """Finds the number of an article of either report. An article that both have goes by one number."""

    def __init__(self, comparison: Comparison) -> None:
        """Number the articles from 1."""
        here = sorted((a for a in comparison.articles if a.new), key=_path_order)
        gone = sorted((a for a in comparison.articles if not a.new), key=_path_order)
        self.listed = (*here, *gone)
        self._numbers: dict[str, int] = {}
        for number, article in enumerate(self.listed, 1):
            for ref in (article.new, article.old):
                if ref is not None:
                    self._numbers.setdefault(ref.id, number)
        self._refs = {ref.id: ref for a in self.listed for ref in (a.old, a.new) if ref is not None}

    def number(self, article: ArticleChange) -> int:
        """Return the number of an article."""
        return next(self._numbers[ref.id] for ref in (article.new, article.old) if ref is not None)

    def numbers(self, articles: Iterable[ArticleChange]) -> str:
        """Return the numbers of articles as one mark."""
        return mark(self.number(a) for a in articles)

    def marks(self, evidence: Sequence[Evidence], articles: Iterable[str] = ()) -> tuple[Mark, ...]:
        """Return one mark for each article that bears something, with its quotes in text order, none twice."""
        quotes: dict[int, dict[tuple[int, int], Evidence]] = {}
        for article in articles:
            if article in self._numbers:
                quotes.setdefault(self._numbers[article], {})
        for e in evidence:
            if e.article in self._numbers:
                quotes.setdefault(self._numbers[e.article], {})[e.start, e.end] = e
        return tuple(Mark(n, tuple(found[at] for at in sorted(found))) for n, found in sorted(quotes.items()))

    def own_voice(self, articles: Iterable[str]) -> str:
        """Return who speaks where an article names no speaker: "The Herald itself"."""
        refs = [self._refs[a] for a in articles if a in self._refs]
        return f"{(refs[0].outlet if refs else None) or 'the article'} itself"

    def lines(self) -> Iterator[str]:
        """Yield a line on each article: its number, title, outlet, date and place, and what became of it."""
        for number, article in enumerate(self.listed, 1):
            ref = article.new or article.old or ArticleRef(id="")
            parts = (title(ref), ref.outlet or "outlet not named", when(ref.published), ref.path or ref.url or "")
            told = {"same": "", "changed": changed(article), "added": "new", "removed": "gone"}[article.state]
            yield f"[{number}] {' · '.join(p for p in (*parts, told) if p)}"


def title(ref: ArticleRef) -> str:
    """Return what an article is called."""
    return ref.title or PurePath(ref.path or ref.url or "").name or ref.id


def changed(article: ArticleChange) -> str:
    """Return what of an article changed: "changed: text and title"."""
    return f"changed: {join([_FIELDS.get(f, f) for f in article.fields])}"


def _path_order(article: ArticleChange) -> tuple[str, str]:
    ref = article.new or article.old or ArticleRef(id="")
    return ref.path or ref.url or "", ref.id
