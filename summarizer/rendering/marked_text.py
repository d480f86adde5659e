"""The text of an article with every mention marked: by colour and tag, or by brackets, tag and kind."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from summarizer.explanation import ArticleExplanation, Line, Mark
from summarizer.rendering.paper import Paper

if TYPE_CHECKING:
    from rich.text import Text

ESTIMATE, OTHER_FIGURE, PLACE, TIME, SPEAKER = "bold yellow", "yellow", "green", "cyan", "underline"
# Kinds of actor are the domain's and get these in their order; with more kinds than styles they begin again. No two
# look alike; that some look like a place or a date does no harm, as the tag tells those apart.
ACTOR_STYLES = ("red", "blue", "magenta", "bright_cyan", "bright_green", "bright_white")
TAG, ASIDE, SAID = "dim", "dim", "italic"
NO_TAG = "--"
SHORTEST = 3  # letters of a short label


class Legend:
    """Styles and short labels of the kinds of a domain."""

    def __init__(self, kinds: Iterable[str]) -> None:
        """Take the kinds of actor, in the domain's order."""
        names = list(kinds)
        self.styles = {kind: ACTOR_STYLES[n % len(ACTOR_STYLES)] for n, kind in enumerate(names)}
        self.labels = {kind: shortened(kind, names) for kind in names}

    def style(self, mark: Mark) -> str:
        """Return how a mark is coloured."""
        if mark.kind == "figure":
            return ESTIMATE if mark.reported else OTHER_FIGURE
        if mark.kind == "actor":
            return self.styles.get(mark.label, ACTOR_STYLES[0])
        return {"place": PLACE, "time": TIME, "speaker": SPEAKER}[mark.kind]

    def label(self, mark: Mark, *, color: bool) -> str:
        """Return the word behind a tag: what a figure is, and where there is no colour an actor's kind."""
        if mark.kind == "figure":
            return mark.label
        return self.labels.get(mark.label, mark.label) if mark.kind == "actor" and not color else ""


def shortened(name: str, names: Sequence[str]) -> str:
    """Return the shortest beginning of a name, of `SHORTEST` letters at least, that no other name has."""
    others = [n for n in names if n != name]
    sizes = range(SHORTEST, len(name))
    return next((name[:size] for size in sizes if not any(o.startswith(name[:size]) for o in others)), name)


class _Piece(NamedTuple):
    """A stretch of a line in which nothing begins or ends, the marks around it from the outermost in.

    `opened` tells how many spans begin with it; `closed` are the marks of each span that ends with it, inner first.
    """

    start: int
    end: int
    opened: int
    around: tuple[Mark, ...]
    closed: tuple[tuple[Mark, ...], ...]


def write_text(article: ArticleExplanation, legend: Legend, paper: Paper) -> None:
    """Write all of an article's text, sentence by sentence, an empty line between paragraphs."""
    text = article.article.text
    margin = max((len(line.tag or NO_TAG) for line in article.lines), default=len(NO_TAG)) + 1
    said = _merged((v.start, v.end) for v in article.voices)
    before: Line | None = None
    for line, marks in zip(article.lines, _by_line(article.lines, article.marks), strict=True):
        if before is not None and text.count("\n", before.end, line.start) > 1:
            paper.blank()
        lead = paper.words(line.tag or NO_TAG, ASIDE)
        paper.put(_line(line, marks, said, text, legend, paper), indent=margin, lead=lead)
        before = line


def _line(
    line: Line, marks: Sequence[Mark], said: Sequence[tuple[int, int]], text: str, legend: Legend, paper: Paper
) -> Text:
    base = "bold" if line.kind == "heading" else "" if line.kind == "sentence" else ASIDE
    written = paper.words("")
    for piece in _pieces(line, marks, _edges(line, said) if paper.color else ()):
        if not paper.color:
            written.append("[" * piece.opened)
        italic = SAID if paper.color and _covered(piece.start, said) else ""
        styles = (base, *(legend.style(m) for m in piece.around), italic)
        written.append_text(paper.piece(text[piece.start : piece.end], " ".join(filter(None, styles))))
        for group in piece.closed:
            tags = _tags(group, legend, color=paper.color)
            written.append(f"[{tags}]" if paper.color else f" {tags}]", TAG)
    written.append(_aside(line), ASIDE)
    return written


def _pieces(line: Line, marks: Iterable[Mark], cuts: Iterable[int]) -> Iterator[_Piece]:
    """Cut a line where marks begin and end, and at `cuts`."""
    groups: dict[tuple[int, int], list[Mark]] = defaultdict(list)
    for mark in marks:
        groups[max(mark.start, line.start), min(mark.end, line.end)].append(mark)
    opening: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for span in sorted(groups, key=lambda s: (s[0], -s[1])):
        opening[span[0]].append(span)
    edges = sorted({line.start, line.end, *cuts, *(edge for span in groups for edge in span)})
    active: list[tuple[int, int]] = []
    for start, end in pairwise(edges):
        active += opening[start]
        closed = [span for span in reversed(active) if span[1] == end]
        around = tuple(mark for span in active for mark in groups[span])
        yield _Piece(start, end, len(opening[start]), around, tuple(tuple(groups[span]) for span in closed))
        active = [span for span in active if span[1] > end]


def _by_line(lines: Sequence[Line], marks: Sequence[Mark]) -> list[list[Mark]]:
    """Return the marks that each line holds some of."""
    found: list[list[Mark]] = [[] for _ in lines]
    starts = [line.start for line in lines]
    for mark in marks:
        at = max(0, bisect_right(starts, mark.start) - 1)
        while at < len(lines) and lines[at].start < mark.end:
            if lines[at].end > mark.start:
                found[at].append(mark)
            at += 1
    return found


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches that spans cover together."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _edges(line: Line, spans: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield where spans begin and end inside a line; they are in order and do not overlap."""
    for at in range(bisect_right(spans, line.start, key=lambda span: span[1]), len(spans)):
        if spans[at][0] >= line.end:
            return
        yield from (edge for edge in spans[at] if line.start < edge < line.end)


def _covered(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(spans, position, key=lambda span: span[0]) - 1
    return at >= 0 and position < spans[at][1]


def _tags(marks: Sequence[Mark], legend: Legend, *, color: bool) -> str:
    """Return the tags of marks on the same words, figures and actors with what they are: "A2 per W3-W5"."""
    labelled = [f"{m.tag} {label}" for m in marks if (label := legend.label(m, color=color))]
    bare = [m.tag for m in marks if not legend.label(m, color=color)]
    return " ".join([*labelled, *([compressed(bare)] if bare else [])])


def compressed(tags: Iterable[str]) -> str:
    """Return tags in order, runs of three and more drawn together: "P1 W3-W5"."""
    runs: list[list[tuple[str, int]]] = []
    for letter, number in sorted({(t[0], int(t[1:])) for t in tags}):
        if runs and runs[-1][-1] == (letter, number - 1):
            runs[-1].append((letter, number))
        else:
            runs.append([(letter, number)])
    ends = ([f"{a}{n}" for a, n in ((run[0], run[-1]) if len(run) > 2 else run)] for run in runs)
    return " ".join("-".join(e) if len(run) > 2 else " ".join(e) for e, run in zip(ends, runs, strict=True))


def _aside(line: Line) -> str:
    if line.kind == "furniture":
        return f"  (furniture: {(line.what or '').replace('_', ' ')})"
    if line.kind == "passed_over":
        return "  (in no sentence)"
    return f"  {{{compressed(line.voices)}}}" if line.voices else ""
