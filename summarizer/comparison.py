"""What `compare` finds: two reports of one domain, and what is new, gone and changed between them. Values only.

Wherever something has an old and a new side, the side that a report does not have is null. Evidence carries the id of
the article that it stands in: ids of the new report for what is new, ids of the old one for what is gone.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from summarizer.models import (
    Difference,
    Evidence,
    Filters,
    MergedClaim,
    MergedEstimate,
    SectionKind,
    Status,
    Value,
)
from summarizer.report_files import write_report

COMPARISON_VERSION: Literal[1] = 1

ArticleState = Literal["same", "changed", "added", "removed"]
"""Whether both reports have an article; changed where its text or what is known of it differs."""

How = Literal["renamed", "kind", "joined", "split", "regrouped"]
"""What became of names: one is shown or sorted otherwise, several are one now, one is several, or both at once."""

News = Literal["line", "claimant", "figure"]
"""What of a figure only one report has: all that is said of a holder, measure and place, the claimant, the figure."""


class RunRef(Value):
    """How one of the two reports was made, as far as it bears on comparing them."""

    started: str
    backend: str
    model: str | None = None
    version: str
    names: str | None = None
    filters: Filters | None = None
    articles: int
    merged: bool


class ArticleRef(Value):
    """An article of one of the two reports."""

    id: str
    path: str | None = None
    url: str | None = None
    entry: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    copy_of: str | None = None


class NameRef(Value):
    """An actor or a place of one of the two reports; the evidence is where it is first named."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class NameMove(Value):
    """Names that are the same things in both reports, and stand for them otherwise."""

    how: How
    old: tuple[NameRef, ...]
    new: tuple[NameRef, ...]


class FigureChange(Value):
    """A figure that one report has, or that both have with different `fields`.

    `news` says of a figure that one report has what of it the other lacks.
    """

    old: MergedEstimate | None = None
    new: MergedEstimate | None = None
    fields: tuple[str, ...] = ()
    news: News | None = None


class LineState(Value):
    """How the figures on one line stand to each other in one of the two reports."""

    holder: str | None
    measure: str
    place: str | None
    status: Status
    text: str
    evidence: tuple[Evidence, ...] = ()


class LineChange(Value):
    """A line of figures that stand otherwise to each other than they did."""

    old: LineState
    new: LineState


class ClaimChange(Value):
    """A statement that one report has, or that both have with different `fields`.

    `label_is_news` says that the other report has nothing at all under its label.
    """

    old: MergedClaim | None = None
    new: MergedClaim | None = None
    fields: tuple[str, ...] = ()
    label_is_news: bool = False


class DifferenceChange(Value):
    """Where sources contradict each other: a difference that opened (only new), closed (only old), or shifted."""

    old: Difference | None = None
    new: Difference | None = None


class NameChanges(Value):
    """What changed in a section of actors or places."""

    kind: Literal["entities", "places"]
    new: tuple[NameRef, ...] = ()
    gone: tuple[NameRef, ...] = ()
    moved: tuple[NameMove, ...] = ()


class FigureChanges(Value):
    """What changed in a section of estimates.

    `moved` are figures of one claimant, holder, measure and place with other bounds; `restated` have the same bounds
    and differ in something else; `standing` are lines of another status.
    """

    kind: Literal["estimates"] = "estimates"
    new: tuple[FigureChange, ...] = ()
    gone: tuple[FigureChange, ...] = ()
    moved: tuple[FigureChange, ...] = ()
    restated: tuple[FigureChange, ...] = ()
    standing: tuple[LineChange, ...] = ()


class ClaimChanges(Value):
    """What changed in a section of claims."""

    kind: Literal["claims"] = "claims"
    new: tuple[ClaimChange, ...] = ()
    gone: tuple[ClaimChange, ...] = ()
    changed: tuple[ClaimChange, ...] = ()


SectionChanges = Annotated[NameChanges | FigureChanges | ClaimChanges, Field(discriminator="kind")]


class ArticleChange(Value):
    """An article of the two reports.

    `fields` are what is known of it that differs, "text" among them. Where reports have no merged brief, `changes` are
    those in its own brief, by section.
    """

    state: ArticleState
    old: ArticleRef | None = None
    new: ArticleRef | None = None
    fields: tuple[str, ...] = ()
    changes: dict[str, SectionChanges] = Field(default_factory=dict)


class Comparison(Value):
    """What is new, gone and changed from an old report to a new one.

    `merged` says that the merged briefs were compared (`changes`, `differences`); else the articles were, one by one.
    `articles` are all of both reports, those of the new one first.
    """

    model_config = ConfigDict(populate_by_name=True)

    version: Literal[1] = COMPARISON_VERSION
    schema_name: str = Field(alias="schema")
    sections: dict[str, SectionKind]
    old: RunRef
    new: RunRef
    merged: bool
    articles: tuple[ArticleChange, ...] = ()
    changes: dict[str, SectionChanges] = Field(default_factory=dict)
    differences: tuple[DifferenceChange, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is new, gone or changed. How the reports were made does not count."""
        unchanged = all(a.state == "same" and not any(map(holds, a.changes.values())) for a in self.articles)
        return unchanged and not self.differences and not any(map(holds, self.changes.values()))

    def save(self, path: str | Path) -> None:
        """Write the comparison as JSON.

        Raises:
            UsageError: the file cannot be written; the message says why.
        """
        write_report(self, path)

    def _repr_markdown_(self) -> str:
        """Show the comparison in a notebook."""
        from importlib import import_module

        text: str = import_module("summarizer.rendering.compared").render_comparison(self, format="md")
        return text


def holds(changes: Any) -> bool:
    """Whether a section holds any change."""
    return any(bool(value) for name, value in changes if name != "kind")
