"""Comparing: two reports of one domain in, what is new, gone and changed between them out. Pure.

What is compared is paired first: articles by their text or their place, names by their forms, figures by claimant,
holder, measure, place and article, statements by the words that bear them. Pairing goes both ways alike, so that
comparing B with A mirrors comparing A with B. What cannot be paired for certain is told as gone and as new.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from summarizer.comparing.articles import article_changes, paired_articles
from summarizer.comparing.claims import difference_changes
from summarizer.comparing.sections import section_changes
from summarizer.comparing.sides import article_side, merged_side
from summarizer.comparison import Comparison, RunRef, SectionChanges
from summarizer.errors import UsageError
from summarizer.models import Report

__all__ = ["compare"]


def compare(old: Report, new: Report, *, events: Collection[str] = ()) -> Comparison:
    """Return what is new, gone and changed from an old report to a new one.

    Where both have a merged brief, these are compared; else each article's own brief with that of the same article.

    Args:
        old: the earlier report.
        new: the later one, of the same domain.
        events: measures of what happened ("arrested"): figures of different days are of different events, and neither
            has moved to the other.

    Raises:
        UsageError: the reports are of different domains.
    """
    if old.schema_name != new.schema_name:
        raise UsageError(
            f"the old report is of the domain {old.schema_name!r} and the new one of {new.schema_name!r}: "
            "only reports of one domain can be compared"
        )
    kinds = {name: kind for name, kind in new.sections.items() if old.sections.get(name) == kind}
    articles = paired_articles(old, new)
    changes: Mapping[str, SectionChanges] = {}
    single: dict[str, Mapping[str, SectionChanges]] = {}
    if old.brief is not None and new.brief is not None:
        before = merged_side(old.brief, old.articles, new=False)
        changes = section_changes(before, merged_side(new.brief, new.articles, new=True), kinds, articles, events)
        differences = difference_changes(old.brief.differences, new.brief.differences, articles)
    else:
        differences = ()
        for one, other in articles.pairs:
            before, after = article_side(one, new=False), article_side(other, new=True)
            single[other.article.id] = section_changes(before, after, kinds, articles, events)
    return Comparison(
        schema_name=new.schema_name,
        sections=dict(new.sections),
        old=_run(old),
        new=_run(new),
        merged=old.brief is not None and new.brief is not None,
        articles=tuple(article_changes(articles, single)),
        changes=dict(changes),
        differences=differences,
    )


def _run(report: Report) -> RunRef:
    run = report.run
    return RunRef(
        started=run.started,
        backend=run.backend,
        model=run.model,
        version=run.version,
        names=run.names,
        filters=run.filters,
        articles=len(report.articles),
        merged=report.brief is not None,
    )
