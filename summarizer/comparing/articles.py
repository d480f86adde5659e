"""Which article of the one report is which of the other: by its text, else by the place that it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.comparing.matching import Pairing
from summarizer.comparison import ArticleChange, ArticleRef, SectionChanges
from summarizer.models import Article, ArticleBrief, Evidence, Report

# What is known of an article and worth telling when it changes. Where it lies on a disk is not.
_FIELDS = ("title", "author", "outlet", "published", "language")


@dataclass(frozen=True, eq=False)
class Articles:
    """The articles of both reports. `keys` maps an id of the old (first) or the new report to what is one in both."""

    pairs: Sequence[tuple[ArticleBrief, ArticleBrief]]
    removed: Sequence[ArticleBrief]
    added: Sequence[ArticleBrief]
    keys: tuple[Mapping[str, str], Mapping[str, str]]
    order: Mapping[str, int]

    def key(self, article: str, *, new: bool) -> str:
        """Return what an article is called in both reports alike."""
        return self.keys[new].get(article, article)

    def quoted(self, evidence: Iterable[Evidence], *, new: bool) -> frozenset[tuple[str, str]]:
        """Return the quotes of evidence with their articles, as both reports have them alike."""
        return frozenset((self.key(e.article, new=new), " ".join(e.quote.split())) for e in evidence)


def paired_articles(old: Report, new: Report) -> Articles:
    """Return which articles are the same. A text that changed where it lies is one article still."""
    pairing = Pairing(old.articles, new.articles, lambda b: (b.article.id, b.article.path or b.article.url or ""))
    pairing.by(lambda b: b.article.id).by(_place, once=True)
    order = {brief.article.id: n for n, brief in enumerate(new.articles)}
    mine: dict[str, str] = {}
    theirs: dict[str, str] = {}
    for one, other in pairing.pairs:
        # The same in whichever order the reports are given.
        both = "|".join(sorted({one.article.id, other.article.id}))
        mine[one.article.id] = theirs[other.article.id] = both
    return Articles(pairing.pairs, pairing.old, pairing.new, (mine, theirs), order)


def article_changes(articles: Articles, changes: Mapping[str, Mapping[str, SectionChanges]]) -> Iterator[ArticleChange]:
    """Yield all articles, those of the new report first and in its order; `changes` are by the new article's id."""
    here = [*((o, n) for o, n in articles.pairs), *((None, n) for n in articles.added)]
    for old, new in sorted(here, key=lambda pair: articles.order[pair[1].article.id]):
        if old is None:
            yield ArticleChange(state="added", new=_ref(new.article))
            continue
        fields = tuple(_fields(old.article, new.article, articles))
        yield ArticleChange(
            state="changed" if fields else "same",
            old=_ref(old.article),
            new=_ref(new.article),
            fields=fields,
            changes=dict(changes.get(new.article.id, {})),
        )
    for gone in articles.removed:
        yield ArticleChange(state="removed", old=_ref(gone.article))


def _place(brief: ArticleBrief) -> tuple[str, str | None] | None:
    where = brief.article.url or brief.article.path
    return (where, brief.article.entry) if where else None


def _fields(old: Article, new: Article, articles: Articles) -> Iterator[str]:
    if old.text != new.text:
        yield "text"
    yield from (f for f in _FIELDS if getattr(old, f) != getattr(new, f))
    copies = [a.copy_of and articles.key(a.copy_of, new=a is new) for a in (old, new)]
    if copies[0] != copies[1]:
        yield "copy_of"


def _ref(article: Article) -> ArticleRef:
    return ArticleRef(**{name: getattr(article, name) for name in ArticleRef.model_fields})
