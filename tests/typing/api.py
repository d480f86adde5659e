"""How the public names are typed: never run, only checked by mypy."""

from __future__ import annotations

from pathlib import Path
from typing import assert_type

from summarizer import Article, ArticleBrief, MergedBrief, Report, Settings, article_from_text, asummarize, summarize
from summarizer.models import Entities, Estimate, Estimates


async def _awaited() -> None:
    assert_type(await asummarize("seeds"), Report)


report = summarize(["seeds", Path("more"), article_from_text("A text.")], brief=False, backend="offline")
assert_type(report, Report)
assert_type(report.articles, tuple[ArticleBrief, ...])
assert_type(report.brief, MergedBrief | None)
assert_type(report.articles[0].article, Article)
assert_type(Report.load("r.json"), Report)
assert_type(report.save(Path("r.json")), None)
assert_type(Settings().jobs, int)

section = report.articles[0].sections["strength"]
if isinstance(section, Estimates):
    assert_type(section.items, tuple[Estimate, ...])
    assert_type(section.items[0].low, float | None)
elif isinstance(section, Entities):
    assert_type(section.items[0].name, str)

summarize(3)  # type: ignore[arg-type]
report.version = 2  # type: ignore[misc, assignment]
