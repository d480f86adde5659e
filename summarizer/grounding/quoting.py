"""Cuts quotes out of an article: whole sentences, or what fits around the words that matter."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from summarizer.models import Article, Evidence

LONGEST_QUOTE = 500  # characters; a longer sentence is cut at words around what matters
LONGEST_WORD = 60  # characters; what goes on longer without a space is cut anywhere


def quote_around(article: Article, start: int, end: int) -> Evidence:
    """Return the sentence around `start`:`end`, cut at words where it is too long to quote whole."""
    at = bisect_right(article.sentences, start, key=lambda s: s.start) - 1
    sentence = article.sentences[at] if at >= 0 and start < article.sentences[at].end else None
    left, right = (sentence.start, max(sentence.end, end)) if sentence else (start, end)
    if right - left > LONGEST_QUOTE:
        left = _word_start(article.text, max(left, start - LONGEST_QUOTE // 2), left)
        right = _word_end(article.text, min(right, max(end, left + LONGEST_QUOTE)), right, least=end)
    return Evidence(article=article.id, start=left, end=right, quote=article.text[left:right])


def true_quotes(article: Article, evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """Yield the evidence that is what it says: a slice of this article."""
    for piece in evidence:
        inside = 0 <= piece.start < piece.end <= len(article.text)
        if inside and piece.article == article.id and article.text[piece.start : piece.end] == piece.quote:
            yield piece


def _word_start(text: str, position: int, least: int) -> int:
    for at in range(position, max(least, position - LONGEST_WORD) - 1, -1):
        if at == least or text[at - 1].isspace():
            return at
    return position


def _word_end(text: str, position: int, most: int, *, least: int) -> int:
    if position >= most:
        return most
    for at in range(position, max(least, position - LONGEST_WORD) - 1, -1):
        if text[at].isspace():
            return at
    return position
