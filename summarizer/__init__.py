"""Structured, traceable briefs from folders of articles.

from summarizer import summarize
report = summarize("seeds/", backend="offline")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.api import asummarize, compare, explain, summarize
    from summarizer.comparison import Comparison
    from summarizer.errors import BackendError, DraftError, IntakeError, SchemaError, SummarizerError, UsageError
    from summarizer.explanation import Explanation
    from summarizer.intake import article_from_text
    from summarizer.merging import Merger
    from summarizer.models import Article, ArticleBrief, Claim, Entity, Estimate, Evidence, MergedBrief, Place, Report
    from summarizer.settings import Settings

__all__ = [
    "Article",
    "ArticleBrief",
    "BackendError",
    "Claim",
    "Comparison",
    "DraftError",
    "Entity",
    "Estimate",
    "Evidence",
    "Explanation",
    "IntakeError",
    "MergedBrief",
    "Merger",
    "Place",
    "Report",
    "SchemaError",
    "Settings",
    "SummarizerError",
    "UsageError",
    "article_from_text",
    "asummarize",
    "compare",
    "explain",
    "summarize",
]

_HOMES = {
    "summarizer.api": ("asummarize", "compare", "explain", "summarize"),
    "summarizer.comparison": ("Comparison",),
    "summarizer.errors": ("BackendError", "DraftError", "IntakeError", "SchemaError", "SummarizerError", "UsageError"),
    "summarizer.explanation": ("Explanation",),
    "summarizer.intake": ("article_from_text",),
    "summarizer.merging": ("Merger",),
    "summarizer.settings": ("Settings",),
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that `summarize --help` does not pay for all of them."""
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = next((module for module, names in _HOMES.items() if name in names), "summarizer.models")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return __all__
