"""What a reader sees of a report, before any format: numbered sources, rows of figures, statements, names.

All strings here are plain words, partly from articles and not yet safe to print: every renderer passes each of them
through its own escaping. The report's sections come in the order of reading: estimates first, then where sources
differ, then the others in the schema's order, then notes.
"""

from __future__ import annotations

from typing import NamedTuple

from summarizer.models import Article, Estimate, Evidence, Failure, SectionKind, Status


class Source(NamedTuple):
    """One article as the reader is told of it. `number` is its mark `[n]`, in path order from 1."""

    number: int
    article: Article
    title: str
    facts: tuple[str, ...]
    """Outlet, author, date and what else is known, each a short phrase."""
    where: str
    """Path or address, "" where a text came without one."""


class Mark(NamedTuple):
    """A reference to one article and, where there are some, to the quotes in it that bear the statement."""

    number: int
    quotes: tuple[Evidence, ...] = ()


class Row(NamedTuple):
    """One figure. `depth` is 0 for a whole, 1 for its parts; `status` is None inside one article.

    `estimate` is what the words say, for what is drawn or sorted; `claimant` who first gave the figure.
    """

    depth: int
    who: str
    figure: str
    where: str
    as_of: str
    says: str
    status: Status | None
    marks: tuple[Mark, ...]
    estimate: Estimate
    claimant: str


class Item(NamedTuple):
    """One statement: a lead word from a closed list, the text, who says it and how surely, what it is made of."""

    text: str
    lead: str | None = None
    says: str | None = None
    marks: tuple[Mark, ...] = ()
    items: tuple[Item, ...] = ()


class FigureGroup(NamedTuple):
    """All figures of one measure, and remarks on how they stand to each other."""

    title: str
    rows: tuple[Row, ...]
    remarks: tuple[Item, ...] = ()


class NameItem(NamedTuple):
    """Somebody or a place with its other forms; `numbers` are the articles that name it, empty inside one article.

    `country` is ISO 3166 alpha-2, `point` latitude and longitude in degrees; None where unknown, and for an actor.
    """

    name: str
    aliases: tuple[str, ...]
    numbers: tuple[int, ...] = ()
    mentions: int = 0
    country: str | None = None
    point: tuple[float, float] | None = None


class NameGroup(NamedTuple):
    """Names of one kind. `title` is None where all are of one. `left_out` counts those not listed for length.

    `others` are those left out, where they were asked for.
    """

    title: str | None
    names: tuple[NameItem, ...]
    left_out: int = 0
    others: tuple[NameItem, ...] = ()


class Section(NamedTuple):
    """One section with its title; `kind` decides which of the three contents is filled; `name` is its key in JSON."""

    name: str
    title: str
    kind: SectionKind
    figures: tuple[FigureGroup, ...] = ()
    names: tuple[NameGroup, ...] = ()
    items: tuple[Item, ...] = ()
    left_out: int = 0
    """Statements that are not listed for length; each stands in the brief of its article."""
    others: tuple[Item, ...] = ()
    """Those left out, where they were asked for."""


class ArticleView(NamedTuple):
    """The brief of one article."""

    source: Source
    summary: tuple[Item, ...]
    sections: tuple[Section, ...]


class BriefView(NamedTuple):
    """The merged brief."""

    summary: tuple[Item, ...]
    sections: tuple[Section, ...]


class ReportView(NamedTuple):
    """A whole report in the order of reading: `subject`, `facts`, `brief`, `articles`, `sources`, `failures`, `run`."""

    subject: str
    facts: tuple[str, ...]
    brief: BriefView | None
    articles: tuple[ArticleView, ...]
    sources: tuple[Source, ...]
    failures: tuple[Failure, ...]
    run: str
