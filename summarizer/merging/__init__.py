"""Merging: the briefs of single articles become one brief, nothing averaged, nobody's voice lost."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.merging.merger import Merger
from summarizer.models import ArticleBrief, MergedBrief
from summarizer.schema import Schema

__all__ = ["Merger", "merge"]


def merge(briefs: Iterable[ArticleBrief], schema: Schema) -> MergedBrief:
    """Return one brief for all articles. Pure; the order of `briefs` does not matter; an article given twice is one.

    Lists that go by article follow the articles' dates, the undated last, then their ids.
    """
    return Merger(schema).merge(briefs)
