"""Lays an article out for the reading of names: its runs of capitals, and what reading them needs besides."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.gazetteer import Gazetteer
from summarizer.marking.readings import Context
from summarizer.marking.runs import Run, find_runs, known_forms
from summarizer.marking.vocabulary import vocabulary_of
from summarizer.models import Article, Word
from summarizer.schema import Schema


def find_candidates(
    article: Article, words: Sequence[tuple[Word, ...]], schema: Schema, gazetteer: Gazetteer
) -> tuple[list[Run], Context]:
    """Return what may be a name in an article, in text order, and the context that settles what it names."""
    known = known_forms(schema)
    vocabulary = vocabulary_of(schema)
    runs = [
        run
        for number, sentence in enumerate(article.sentences)
        for run in find_runs(article.text, sentence, number, words[number], known, vocabulary)
    ]
    lower_case = frozenset(filter(str.islower, {w.text for ws in words for w in ws}))
    return runs, Context(article.text, words, gazetteer, schema.entity_rules, vocabulary, lower_case)
