"""What is asked about an article, and in which words.

A question is about a batch of items, numbers or sentences. For each item there are a few fields, and for each field a
closed list of choices that could be right: actors, speakers and places named near it, measures of the schema. The
answer model is built from exactly these, so a tag from outside the article cannot be answered where the server holds to
schemas and is refused by validation where it does not. Every item is a key of its own and required: a model cannot skip
one, repeat one or count upwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import create_model

from summarizer.backends.asking import AnswerModel, Question
from summarizer.models import Article, MarkedArticle
from summarizer.prompting import Prompts
from summarizer.schema import ClaimRules, EstimateRules, Schema
from summarizer.tags import in_furniture, sentence_number

NONE = "none"
# Some servers write JSON with line breaks and indents whatever they are told, and each is a token.
_TOKENS_PER_FIELD = 40
_TOKENS_BESIDE = 100


@dataclass(frozen=True, slots=True)
class Item:
    """One number or sentence in a question.

    `choices` maps each field to what may be answered, in words, and the tag that it stands for ("none" is always one
    more). Words, because a small model that is to answer A1, A2 or A3 counts upwards. `known` are the fields that the
    rules are sure of, with their tags: they are asked to see whether the model can be believed. `open` are the others.
    """

    tag: str
    shown: str
    choices: Mapping[str, Mapping[str, str]]
    known: Mapping[str, str] = field(default_factory=dict)

    @property
    def open(self) -> tuple[str, ...]:
        """The fields whose answer is looked for."""
        return tuple(f for f in self.choices if f not in self.known)


Answers = dict[str, dict[str, str]]
"""Item tag to field to the chosen tag or "none"."""


def decoded(items: Iterable[Item], answer: Mapping[str, Mapping[str, str]]) -> Answers:
    """Return an answer in words as one in tags."""
    return {item.tag: {f: item.choices[f].get(words, NONE) for f, words in answer[item.tag].items()} for item in items}


@dataclass(frozen=True, slots=True)
class Asking:
    """What all questions on one article share: the unchanged prefix, the prompts and the version they have."""

    prompts: Prompts
    version: str
    system: str
    prefix: str

    def question(self, kind: str, items: Sequence[Item], refused: Mapping[str, str]) -> Question:
        """Return the question about a batch; `refused` maps a tag to why its last answer could not stand."""
        fields = sum(len(i.choices) for i in items)
        return Question(
            kind=kind,
            system=self.system,
            prefix=self.prefix,
            ask=self.prompts.render(kind, items=items, refused=refused, nothing=NONE),
            answer=answer_model(kind, items),
            max_tokens=_TOKENS_BESIDE + _TOKENS_PER_FIELD * fields,
            version=self.version,
        )


def asking(marked: MarkedArticle, schema: Schema, prompts: Prompts, items: Sequence[Item]) -> Asking:
    """Return what the questions on an article share; `items` are all that any of them will be about."""
    return Asking(
        prompts=prompts,
        version=f"{prompts.version} {schema.digest}",
        system=prompts.render("system"),
        prefix=prompts.render(
            "article",
            title=_line(marked.article.title or ""),
            published=marked.article.published or "",
            lines=numbered(marked, {i.tag for i in items}),
            measures=[m for s in schema.sections if isinstance(s.rules, EstimateRules) for m in s.rules.measures],
            claims=[
                {"name": s.name, "description": s.description, "labels": s.rules.labels}
                for s in schema.sections
                if isinstance(s.rules, ClaimRules)
            ],
        ),
    )


def answer_model(name: str, items: Iterable[Item]) -> type[AnswerModel]:
    """Return a pydantic model with one required key for each item and, inside, one for each of its fields."""
    outer: dict[str, Any] = {}
    for item in items:
        inner: dict[str, Any] = {f: (Literal[(*choices, NONE)], ...) for f, choices in item.choices.items()}
        outer[item.tag] = (create_model(item.tag, __base__=AnswerModel, **inner), ...)
    return create_model(name, __base__=AnswerModel, **outer)


def numbered(marked: MarkedArticle, tags: set[str]) -> list[str]:
    """Return the article's sentences as lines "S12: ...", each asked number followed by its tag in brackets.

    A line break inside a sentence becomes a space, so that no text can begin a numbered line of its own.
    """
    article = marked.article
    inserts: dict[int, list[tuple[int, str]]] = {}
    for n, quantity in enumerate(marked.quantities, start=1):
        if f"N{n}" in tags:
            inserts.setdefault(sentence_number(quantity.start, article), []).append((quantity.end, f" [N{n}]"))
    lines = []
    for at, sentence in enumerate(article.sentences):
        if in_furniture(sentence.start, sentence.end, article):
            continue
        words, begin = [], sentence.start
        for end, mark in sorted(inserts.get(at, ())):
            words += [article.text[begin:end], mark]
            begin = end
        words.append(article.text[begin : sentence.end])
        lines.append(f"S{sentence.index}: {_line(''.join(words))}")
    return lines


def shown(article: Article, start: int, end: int) -> str:
    """Return a piece of the article on one line."""
    return _line(article.text[start:end])


def _line(text: str) -> str:
    return " ".join(text.split())
