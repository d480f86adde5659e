"""The text of an article in its stretches, and what is marked in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from summarizer.explanation import Line, Mark
from summarizer.models import Article, MarkedArticle


def lines(marked: MarkedArticle) -> Iterator[Line]:
    """Yield the sentences, the furniture and what else is no white space, in text order and without overlaps."""
    article = marked.article
    voices = _voices_by_sentence(marked)
    done = 0
    for number, sentence in enumerate(article.sentences):
        yield from _between(done, sentence.start, article)
        kind = "heading" if sentence.heading else "sentence"
        tag = f"S{sentence.index}"
        yield Line(tag=tag, kind=kind, start=sentence.start, end=sentence.end, voices=tuple(voices.get(number, ())))
        done = sentence.end
    yield from _between(done, len(article.text), article)


def _between(start: int, end: int, article: Article) -> Iterator[Line]:
    """Yield what lies between two sentences, cut where furniture begins and ends."""
    first = bisect_right(article.furniture, start, key=lambda f: f.end)
    while start < end:
        found = article.furniture[first] if first < len(article.furniture) else None
        if found is not None and found.end <= start:
            first += 1
            continue
        inside = found is not None and found.start <= start
        stop = end if found is None else min(end, found.end if inside else found.start)
        if line := _stripped(start, stop, article.text, what=found.kind if found is not None and inside else None):
            yield line
        start = stop


def _stripped(start: int, end: int, text: str, *, what: str | None) -> Line | None:
    piece = text[start:end]
    start, end = start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
    if start >= end:
        return None
    return Line(tag=None, kind="furniture" if what else "passed_over", start=start, end=end, what=what)


def _voices_by_sentence(marked: MarkedArticle) -> Mapping[int, list[str]]:
    """Return by the number of each sentence the tags of who says some of it, outer voices first."""
    starts = [s.start for s in marked.article.sentences]
    found: dict[int, list[str]] = {}
    for number, said in enumerate(marked.attributions, start=1):
        first = max(0, bisect_right(starts, said.start) - 1)
        for at in range(first, bisect_left(starts, said.end)):
            if marked.article.sentences[at].end > said.start:
                found.setdefault(at, []).append(f"W{number}")
    return found


def tags_between(start: int, end: int, article: Article) -> list[str]:
    """Return the tags of the sentences that a stretch touches."""
    first = bisect_right(article.sentences, start, key=lambda s: s.end)
    last = bisect_left(article.sentences, end, key=lambda s: s.start)
    return [f"S{s.index}" for s in article.sentences[first:last]]


def marks(marked: MarkedArticle, measures: Mapping[str, str]) -> Iterator[Mark]:
    """Yield all mentions in text order, longer ones before those inside them; `measures` are those of the estimates."""
    yield from sorted(_unsorted(marked, measures), key=lambda m: (m.start, -m.end, m.tag))


def _unsorted(marked: MarkedArticle, measures: Mapping[str, str]) -> Iterator[Mark]:
    for number, q in enumerate(marked.quantities, start=1):
        tag = f"N{number}"
        label = measures.get(tag) or ("number" if q.kind == "count" else q.kind)
        yield Mark(tag=tag, kind="figure", label=label, start=q.start, end=q.end, reported=tag in measures)
    for name in marked.names:
        kind = marked.actors[name.actor].kind
        yield Mark(tag=f"A{name.actor + 1}", kind="actor", label=kind, start=name.start, end=name.end)
    for spot in marked.spots:
        yield Mark(tag=f"P{spot.place + 1}", kind="place", label="place", start=spot.start, end=spot.end)
    for number, time in enumerate(marked.times, start=1):
        yield Mark(tag=f"D{number}", kind="time", label="time", start=time.start, end=time.end)
    for number, said in enumerate(marked.attributions, start=1):
        if said.speaker_start < said.speaker_end:
            span = {"start": said.speaker_start, "end": said.speaker_end}
            yield Mark(tag=f"W{number}", kind="speaker", label="speaker", **span)
