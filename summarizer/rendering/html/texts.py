"""The whole text of an article as a run of tokens: words, and the beginnings and ends of what is marked in them.

Elements of a page cannot overlap, marks can: where one ends inside another, the inner one is closed and goes on as a
continuation. No character of the text is lost or added, so that a quote in the page is the quote.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from summarizer.models import ArticleBrief, Estimates
from summarizer.rendering.html.anchors import Anchors, Quote, language_tag, text_id
from summarizer.rendering.html.safe import Verbatim
from summarizer.rendering.phrases import title_of
from summarizer.rendering.view import Source

PLACE, FIGURE = "place", "figure"
# So many kinds of actor look different; with more of them the looks begin again, and the tooltip tells them apart.
LOOKS = 6


class Kind(NamedTuple):
    """A kind of mention as the legend shows it: its words and the class that gives its look."""

    title: str
    css: str


class Opening(NamedTuple):
    """The beginning of a marked stretch. `part_of` is the quote that it continues."""

    css: str
    id: str | None = None
    label: str | None = None
    title: str | None = None
    part_of: str | None = None


class Token(NamedTuple):
    """Words, or the beginning of a marked stretch, or the end of the one that began last."""

    words: Verbatim | None = None
    opening: Opening | None = None
    closing: Opening | None = None


class Reading(NamedTuple):
    """An article to be read whole. `stray` are quotes that do not stand in its text where they should."""

    source: Source
    id: str
    language: str | None
    kinds: tuple[Kind, ...]
    tokens: tuple[Token, ...]
    stray: tuple[Quote, ...]


class Kinds:
    """The looks of the kinds of actor, in the order in which the report first names them."""

    def __init__(self, names: Iterable[str]) -> None:
        """Give each name its look."""
        self._kinds = {name: Kind(title_of(name), f"k{n % LOOKS}") for n, name in enumerate(dict.fromkeys(names))}

    def of(self, name: str | None) -> Kind:
        """Return how a kind looks; None is a place."""
        return self._kinds[name] if name is not None else Kind("Place", PLACE)


class Span(NamedTuple):
    """A stretch to be marked; of two with the same ends that of lower `rank` goes around the other."""

    start: int
    end: int
    rank: int
    opening: Opening


def reading(source: Source, brief: ArticleBrief, anchors: Anchors, kinds: Kinds) -> Reading:
    """Return an article with its furniture, quotes, figures and all mentions marked."""
    named = anchors.named(source.number)
    quotes = anchors.quotes(source.number)
    figures = list(_figures(brief))
    spans = [*_furniture(brief), *_quotes(quotes), *figures, *_names(source.number, brief, anchors, kinds)]
    seen = dict.fromkeys(kinds.of(n.kind) for n in named)
    return Reading(
        source,
        text_id(source.number),
        language_tag(source.article.language),
        (*sorted(seen, key=lambda k: (k.css == PLACE, k.css)), *([Kind("Figure", FIGURE)] if figures else [])),
        tuple(tokens(source.article.text, spans)),
        tuple(q for q in quotes if not q.found),
    )


def _furniture(brief: ArticleBrief) -> Iterator[Span]:
    for f in brief.article.furniture:
        yield Span(f.start, f.end, 0, Opening("furniture", title=f"not the article's own: {title_of(f.kind).lower()}"))


def _quotes(quotes: Iterable[Quote]) -> Iterator[Span]:
    for q in quotes:
        if q.found:
            yield Span(q.evidence.start, q.evidence.end, 1, Opening("quote", id=q.ref.id, label=q.ref.label))


def _names(number: int, brief: ArticleBrief, anchors: Anchors, kinds: Kinds) -> Iterator[Span]:
    text = brief.article.text
    for named in anchors.named(number):
        kind = kinds.of(named.kind)
        for n, mention in enumerate(named.mentions):
            # What it is called in the brief helps where the text calls it something else.
            other = named.name if text[mention.start : mention.end] != named.name else None
            opening = Opening(kind.css, id=None if n else named.id, title=other)
            yield Span(mention.start, mention.end, 2, opening)


def _figures(brief: ArticleBrief) -> Iterator[Span]:
    size = len(brief.article.text)
    for section in brief.sections.values():
        for estimate in section.items if isinstance(section, Estimates) else ():
            m = estimate.mention
            if m and 0 <= m.start < m.end <= size:
                yield Span(m.start, m.end, 2, Opening(FIGURE, title=title_of(estimate.measure)))


def tokens(text: str, spans: Sequence[Span]) -> Iterator[Token]:
    """Yield the text with every span opened and closed, properly nested."""
    opening: dict[int, list[Span]] = defaultdict(list)
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end, s.rank)):
        if 0 <= span.start < span.end <= len(text):
            opening[span.start].append(span)
    edges = sorted({0, len(text), *(e for found in opening.values() for s in found for e in (s.start, s.end))})
    active: list[Span] = []
    before = 0
    for edge in edges:
        if edge > before:
            yield Token(words=Verbatim(text[before:edge]))
            before = edge
        ended = next((n for n, span in enumerate(active) if span.end == edge), len(active))
        going_on = [span for span in active[ended:] if span.end > edge]
        yield from (Token(closing=span.opening) for span in reversed(active[ended:]))
        yield from (Token(opening=_continued(span.opening)) for span in going_on)
        started = opening.get(edge, [])
        yield from (Token(opening=span.opening) for span in started)
        active = [*active[:ended], *going_on, *started]


def _continued(opening: Opening) -> Opening:
    part_of = opening.part_of or (opening.id if opening.css == "quote" else None)
    return Opening(opening.css, title=opening.title, part_of=part_of)
