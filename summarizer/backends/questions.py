"""What is asked about an article, and in which words.

A question is about a batch of items: numbers, names or sentences. For each item there are a few fields, and for each
field a closed list of choices that could be right: actors, speakers and places named near it, measures of the schema.
The answer model is built from exactly these, so a tag from outside the article cannot be answered where the server
holds to schemas and is refused by validation where it does not. Every item is a key of its own and required: a model
cannot skip one, repeat one or count upwards.

What is shown of the article is what the items need: its lead, and for each item its sentence with those in which its
choices are named. The lead alone is the same for all questions on the article. What stands before it all is sent, and
paid for, with each of them, and draws a small model from what it is asked: so what one question needs stands in it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import islice

from summarizer.backends.asking import Question
from summarizer.backends.shapes import ClosedForm
from summarizer.models import Article, MarkedArticle
from summarizer.prompting import Prompts
from summarizer.schema import Schema
from summarizer.tags import in_furniture, sentence_number

NONE = "none"
# Some servers write JSON with line breaks and indents whatever they are told, and each is a token. What a model that
# lost its way may write is bounded by it too, and a slow machine takes minutes for a thousand.
_TOKENS_PER_FIELD = 20
_BYTES_PER_TOKEN = 2
_TOKENS_BESIDE = 100
# Sentences that say what an article is about; the rest of it is read against them. A longer one says too much.
_LEAD, _LONGEST_LEAD = 2, 700


@dataclass(frozen=True, slots=True)
class Item:
    """One number, name or sentence in a question.

    `choices` maps each field to what may be answered, in words, and the tag that it stands for ("none" is always one
    more). Words, because a small model that is to answer A1, A2 or A3 counts upwards. `known` are the fields that the
    rules are sure of, with their tags: they are asked to see whether the model can be believed. `open` are the others.
    `at` is the position of the item's sentence, `beside` those of others that the model has to see; an `inline` item
    shows its sentence itself, in the one question that is about it.
    """

    tag: str
    shown: str
    choices: Mapping[str, Mapping[str, str]]
    known: Mapping[str, str] = field(default_factory=dict)
    at: int = 0
    beside: tuple[int, ...] = ()
    inline: bool = False

    @property
    def open(self) -> tuple[str, ...]:
        """The fields whose answer is looked for."""
        return tuple(f for f in self.choices if f not in self.known)

    def narrowed(self, fields: Container[str]) -> Item:
        """Return the same item with these of its fields alone."""
        if all(f in fields for f in self.choices):
            return self
        choices = {f: c for f, c in self.choices.items() if f in fields}
        return replace(self, choices=choices, known={f: k for f, k in self.known.items() if f in choices})

    @property
    def turned(self) -> Item:
        """The same item with its choices the other way round."""
        return replace(self, choices={f: dict(reversed(list(c.items()))) for f, c in self.choices.items()})


Answers = dict[str, dict[str, str]]
"""Item tag to field to the chosen tag or "none"."""


@dataclass(frozen=True, slots=True)
class Family:
    """Items that are asked about in the same words: `kind` names the template, `size` how many go into one question.

    `means` says what the choices of a field mean, where that is not clear from the words. `open_after` tells which
    fields are still worth asking about after the answers so far; without it all are. Where `controls_alone`, what is
    known is asked about before all that is open.
    """

    kind: str
    items: tuple[Item, ...]
    size: int
    means: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    open_after: Callable[[Answers], frozenset[str]] | None = None
    controls_alone: bool = False

    @property
    def batches(self) -> list[tuple[Item, ...]]:
        """The items of each question."""
        parts = [list(self.items)]
        if self.controls_alone:
            parts = [[i.narrowed(i.known) for i in self.items if i.known]]
            parts.append([i.narrowed(i.open) for i in self.items if i.open])
        return [tuple(part[n : n + self.size]) for part in parts for n in range(0, len(part), self.size)]

    def worth_asking(self, items: Iterable[Item], answers: Answers) -> list[Item]:
        """Return items with what is still worth asking about them, without those of which nothing is."""
        if self.open_after is None:
            return list(items)
        fields = self.open_after(answers)
        return [narrowed for item in items if (narrowed := item.narrowed(fields)).choices]


def decoded(items: Iterable[Item], answer: Mapping[str, Mapping[str, str]]) -> Answers:
    """Return an answer in words as one in tags."""
    return {item.tag: {f: item.choices[f].get(words, NONE) for f, words in answer[item.tag].items()} for item in items}


@dataclass(frozen=True, slots=True)
class Asking:
    """What all questions on one article, or one part of it, share: the prefix, the prompts and their version.

    `shown` are the positions of the sentences in the prefix; `tagged` are the tags that numbers are followed by,
    wherever they are shown.
    """

    marked: MarkedArticle
    prompts: Prompts
    version: str
    system: str
    prefix: str
    shown: frozenset[int]
    tagged: frozenset[str]

    def question(self, family: Family, items: Sequence[Item], refused: Mapping[str, str]) -> Question:
        """Return the question about a batch; `refused` maps a tag to why its last answer could not stand."""
        asked = {f: _offered(f, items, family.means.get(f, {})) for item in items for f in item.choices}
        needed = frozenset[int]().union(*(window(item) for item in items))
        return Question(
            kind=family.kind,
            system=self.system,
            prefix=self.prefix,
            ask=self.prompts.render(
                family.kind,
                items=items,
                fields=asked,
                refused=refused,
                nothing=NONE,
                lines=numbered(self.marked, self.tagged, needed - self.shown),
            ),
            answer=answer_model(family.kind, items),
            max_tokens=answer_tokens(items),
            version=self.version,
            article=self.marked.article.id,
        )


def _offered(name: str, items: Iterable[Item], means: Mapping[str, str]) -> dict[str, str]:
    """Return what the choices of a field mean, in the order in which items offer them, in turned questions too."""
    longest_first = sorted((i.choices[name] for i in items if name in i.choices), key=len, reverse=True)
    return {word: means[word] for choices in longest_first for word in choices if word in means}


def asking(
    marked: MarkedArticle, schema: Schema, prompts: Prompts, items: Iterable[Item], also: Iterable[int] = ()
) -> Asking:
    """Return what the questions on an article share.

    Args:
        marked: the article.
        schema: its domain.
        prompts: the domain's templates.
        items: all that any of the questions will be about.
        also: positions of sentences that all the questions need beside the lead.
    """
    shown, tagged = frozenset((*lead(marked.article), *also)), frozenset(i.tag for i in items)
    return Asking(
        marked=marked,
        prompts=prompts,
        version=f"{prompts.version} {schema.digest}",
        system=prompts.render("system"),
        prefix=prompts.render(
            "article",
            title=_line(marked.article.title or ""),
            published=marked.article.published or "",
            lines=numbered(marked, tagged, shown),
        ),
        shown=shown,
        tagged=tagged,
    )


def answer_tokens(items: Iterable[Item]) -> int:
    """Return how many tokens an answer about items may take."""
    return _TOKENS_BESIDE + sum(_field_tokens(i.tag, f, words) for i in items for f, words in i.choices.items())


def _field_tokens(tag: str, name: str, words: Iterable[str]) -> int:
    """Return how many tokens a field takes with its longest choice; of scripts other than Latin a character is one."""
    longest = max((len(w.encode()) for w in words), default=0)
    return _TOKENS_PER_FIELD + (len(tag) + len(name) + longest) // _BYTES_PER_TOKEN


def answer_model(name: str, items: Iterable[Item]) -> ClosedForm:
    """Return a form with one required key for each item and, inside, one for each of its fields."""
    return ClosedForm(name, {i.tag: {f: (*choices, NONE) for f, choices in i.choices.items()} for i in items})


def lead(article: Article) -> list[int]:
    """Return the positions of an article's first sentences."""
    said = (
        n
        for n, s in enumerate(article.sentences)
        if not s.heading and s.end - s.start <= _LONGEST_LEAD and not in_furniture(s.start, s.end, article)
    )
    return list(islice(said, _LEAD))


def window(item: Item) -> frozenset[int]:
    """Return the positions of the sentences that an item needs before its question."""
    return frozenset(item.beside if item.inline else (item.at, *item.beside))


def numbered(marked: MarkedArticle, tags: Set[str], positions: Set[int]) -> list[str]:
    """Return sentences as lines "S12: ...", each asked number followed by its tag in brackets.

    A line break inside a sentence becomes a space, so that no text can begin a numbered line of its own.
    """
    article = marked.article
    inserts: dict[int, list[tuple[int, str]]] = {}
    for n, quantity in enumerate(marked.quantities, start=1):
        if f"N{n}" in tags:
            inserts.setdefault(sentence_number(quantity.start, article), []).append((quantity.end, f" [N{n}]"))
    lines = []
    for at in sorted(positions):
        sentence = article.sentences[at]
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
