"""Why names were joined, for a reader who asks: one note for each actor and place that has more than one form."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.models import MergedBrief, MergedEntities, MergedPlaces, Note, Report

KIND = "joined"


def with_reasons(report: Report) -> Report:
    """Return a report whose merged brief tells in its notes why it took different names for one."""
    if report.brief is None:
        return report
    brief = report.brief.model_copy(update={"notes": (*report.brief.notes, *_notes(report.brief))})
    return report.model_copy(update={"brief": brief})


def _notes(brief: MergedBrief) -> Iterator[Note]:
    for section in brief.sections.values():
        for item in section.items if isinstance(section, MergedEntities | MergedPlaces) else ():
            if item.reasons:
                yield Note(kind=KIND, text=f"{item.name}: {'; '.join(item.reasons)}")
