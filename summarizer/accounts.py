"""What a run used, as a report tells it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from summarizer.backends import Usage
from summarizer.models import Article, ArticleUsage

# A question can cost less than a thousandth of a cent; more digits than these say nothing.
_CENTS_OF_CENTS = 8


def name_of(article: Article) -> str:
    """Return what an article is called in messages: where it was read, else its id."""
    return article.path or article.url or article.id


def told(usage: Usage) -> dict[str, Any]:
    """Return what a report tells of what was used."""
    asked = usage.calls or usage.cache_hits
    return {
        "calls": usage.calls,
        "cache_hits": usage.cache_hits,
        "tokens_in": usage.tokens_in,
        "tokens_out": usage.tokens_out,
        "tokens_cached": usage.tokens_cached,
        "tokens_saved": usage.saved_in + usage.saved_out,
        "tokens_estimated": bool(usage.uncounted),
        "cost": _dollars(usage.spent),
        "cost_saved": _dollars(usage.saved),
        "prices": usage.prices if asked else None,
    }


def usage_of(articles: Iterable[Article], usage: Usage) -> tuple[ArticleUsage, ...]:
    """Return what was asked about each article, in the articles' order."""
    named = [(a, usage.articles[a.id]) for a in articles if a.id in usage.articles]
    return tuple(ArticleUsage(article=a.id, path=name_of(a), **told(used)) for a, used in named)


def _dollars(cost: float | None) -> float | None:
    return None if cost is None else round(cost, _CENTS_OF_CENTS)
