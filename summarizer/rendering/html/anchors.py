"""Where a reference leads: every quote and the first mention of every name gets a place in the page to link to.

A quote is called by its article and its place among the quotes of that article: `2.17` stands at `#a2-q17`. Offsets are
checked once more, because a report that was loaded may have been changed by hand: a quote that does not stand where it
says is listed at the head of the article's text instead of being marked in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from summarizer.models import Article, ArticleBrief, Entities, Entity, Evidence, Mention, Place, Places
from summarizer.rendering.view import Item, Mark, NameItem, ReportView, Section


class Ref(NamedTuple):
    """A link to a quote, or to a whole article where no quote is known; `id` is its target in the page."""

    id: str
    label: str


class Quote(NamedTuple):
    """A quote of one article in the page; `found` tells whether it stands in the text where it says it does."""

    ref: Ref
    evidence: Evidence
    found: bool


class Named(NamedTuple):
    """Somebody or a place as one article names it: where each mention stands and the target of the first."""

    name: str
    kind: str | None
    """Kind of an actor, None for a place."""
    id: str
    mentions: tuple[Mention, ...]


class Anchors:
    """The targets of one report."""

    def __init__(self, view: ReportView, briefs: Sequence[ArticleBrief]) -> None:
        """Number all quotes that `view` refers to; `briefs` are in the order of its sources."""
        self._articles = {s.number: s.article for s in view.sources}
        self._quotes = {n: _numbered(n, a, spans) for n, a, spans in _grouped(view, self._articles)}
        self._named = {n: tuple(_named(n, brief)) for n, brief in enumerate(briefs, 1)}
        self._first = {n: _by_form(named, briefs[n - 1]) for n, named in self._named.items()}

    def refs(self, marks: Iterable[Mark]) -> Iterator[Ref]:
        """Yield a link for each quote of some marks, or to the article where a mark has none."""
        for mark in marks:
            of_article = self._quotes.get(mark.number, {})
            for quote in mark.quotes:
                yield of_article[_span(quote)].ref
            if not mark.quotes:
                yield Ref(text_id(mark.number), str(mark.number))

    def quotes(self, number: int) -> tuple[Quote, ...]:
        """Return the quotes of an article in text order."""
        return tuple(self._quotes.get(number, {}).values())

    def cited(self, part: Section | Sequence[Item]) -> tuple[Quote, ...]:
        """Return the quotes that a section or some statements refer to, each once, in the order of the page."""
        marks = _marks(part) if isinstance(part, Section) else _of_items(part)
        keys = dict.fromkeys((m.number, _span(q)) for m in marks for q in m.quotes)
        return tuple(self._quotes[number][span] for number, span in keys)

    def named(self, number: int) -> tuple[Named, ...]:
        """Return who and what an article names."""
        return self._named.get(number, ())

    def mention(self, item: NameItem, number: int) -> str:
        """Return the target of the first mention of a name in an article, that of its text where none is known."""
        forms = self._first.get(number, {})
        found = (forms[f.casefold()] for f in (item.name, *item.aliases) if f.casefold() in forms)
        return next(found, text_id(number))

    def language(self, marks: Iterable[Mark]) -> str | None:
        """Return the language of what some marks bear, None where it is that of the page or several."""
        spoken = {self._articles[m.number].language for m in marks if m.number in self._articles}
        return language_tag(spoken.pop()) if len(spoken) == 1 else None


def text_id(number: int) -> str:
    """Return the target of an article's whole text."""
    return f"a{number}-text"


def language_tag(language: str | None) -> str | None:
    """Return a language as HTML takes it, None for English, which is the page's own, and for what is no tag."""
    if not language or len(language) > 12 or language.lower().partition("-")[0] == "en":
        return None
    parts = language.split("-")
    plain = all(p.isascii() and p.isalnum() for p in parts) and parts[0].isalpha() and len(parts[0]) in (2, 3)
    return language if plain else None


def _span(evidence: Evidence) -> tuple[int, int]:
    return evidence.start, evidence.end


def _marks(section: Section) -> Iterator[Mark]:
    for group in section.figures:
        for row in group.rows:
            yield from row.marks
        yield from _of_items(group.remarks)
    yield from _of_items(section.items)
    yield from _of_items(section.others)


def _of_items(items: Iterable[Item]) -> Iterator[Mark]:
    for item in items:
        yield from item.marks
        yield from _of_items(item.items)


def _all_marks(view: ReportView) -> Iterator[Mark]:
    for summary, sections in (
        *([(view.brief.summary, view.brief.sections)] if view.brief else []),
        *((a.summary, a.sections) for a in view.articles),
    ):
        yield from _of_items(summary)
        for section in sections:
            yield from _marks(section)


def _grouped(
    view: ReportView, articles: dict[int, Article]
) -> Iterator[tuple[int, Article, dict[tuple[int, int], Evidence]]]:
    spans: dict[int, dict[tuple[int, int], Evidence]] = {n: {} for n in articles}
    for mark in _all_marks(view):
        for quote in mark.quotes:
            spans[mark.number].setdefault(_span(quote), quote)
    for number, article in articles.items():
        yield number, article, spans[number]


def _numbered(number: int, article: Article, spans: dict[tuple[int, int], Evidence]) -> dict[tuple[int, int], Quote]:
    found = {}
    for n, (start, end) in enumerate(sorted(spans), 1):
        evidence = spans[start, end]
        stands = 0 <= start < end <= len(article.text) and article.text[start:end] == evidence.quote
        found[start, end] = Quote(Ref(f"a{number}-q{n}", f"{number}.{n}"), evidence, stands)
    return found


def _names(brief: ArticleBrief) -> Iterator[tuple[Entity | Place, str | None]]:
    """Yield who and what a brief names, actors with their kind."""
    for section in brief.sections.values():
        if isinstance(section, Entities):
            yield from ((item, item.kind) for item in section.items)
        elif isinstance(section, Places):
            yield from ((item, None) for item in section.items)


def _named(number: int, brief: ArticleBrief) -> Iterator[Named]:
    size = len(brief.article.text)
    for n, (item, kind) in enumerate(_names(brief), 1):
        mentions = tuple(m for m in item.mentions if 0 <= m.start < m.end <= size)
        if mentions:
            yield Named(item.name, kind, f"a{number}-n{n}", mentions)


def _by_form(named: Iterable[Named], brief: ArticleBrief) -> dict[str, str]:
    """Return the target of each form of a name, the aliases of the article's own brief included."""
    targets = {(n.name, n.kind): n.id for n in named}
    found: dict[str, str] = {}
    for item, kind in _names(brief):
        target = targets.get((item.name, kind))
        for form in (item.name, *item.aliases) if target else ():
            found.setdefault(form.casefold(), target or "")
    return found
