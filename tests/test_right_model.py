"""A model that answers as the gold says: every figure of the score rises or stays, and what it may settle rises."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from summarizer import Report
from summarizer.backends.asking import Answer, Question
from summarizer.backends.capacity import Capacity
from summarizer.backends.naming import plan_names
from summarizer.backends.offline import OfflineBackend
from summarizer.backends.planning import plan_numbers
from summarizer.backends.pointing import OpenAIBackend
from summarizer.backends.questions import NONE, Item
from summarizer.backends.ranking import plan_sentences
from summarizer.folding import fold
from summarizer.grounding import ground
from summarizer.intake import read_articles
from summarizer.marking import mark
from summarizer.models import Article, ArticleBrief, Draft, MarkedArticle, Run
from summarizer.prompting import load_prompts
from summarizer.schema import load_schema
from summarizer.tags import name_spans

SCHEMA = load_schema("conflict")
PROMPTS = load_prompts("conflict")
SCORED = ("strength", "holder", "said_by", "place", "as_of", "who", "where", "tactics", "outlook")
Gold = Mapping[str, Any]


class Reader:
    """Answers what is open as the gold does, and what the rules are sure of as they do."""

    def __init__(self, gold: Gold, marked: MarkedArticle, draft: Draft) -> None:
        """Plan what will be asked, to know what stands behind each choice."""
        self.gold, self.marked, self.asked = gold, marked, 0
        planned = (plan_numbers(draft, marked, SCHEMA), plan_names(draft, marked, SCHEMA))
        self.items: dict[str, Item] = {i.tag: i for items in planned for i in items}
        self.items |= {i.tag: i for i in plan_sentences(draft, marked, SCHEMA)}
        listed = [*gold["actors"].items(), *gold["places"].items()]
        self.canonical = {fold(form): fold(name) for name, forms in listed for form in (name, *forms)}

    async def ask(self, question: Question) -> Answer:
        """Return the answer to a question, in words."""
        self.asked += 1
        form: Any = question.answer.model_fields
        answer = {
            tag: {f: self._chosen(tag, f, choices) for f, choices in fields.items()} for tag, fields in form.items()
        }
        return Answer(json.dumps(answer))

    async def close(self) -> None:
        """Hold nothing open."""

    def _chosen(self, tag: str, name: str, choices: Sequence[str]) -> str:
        item = self.items[tag]
        known = item.known.get(name)
        if known is not None:
            return next((words for words, stands in item.choices[name].items() if stands == known), NONE)
        read = {"N": self._of_a_number, "S": self._of_a_sentence}.get(tag[0], self._of_a_name)
        answer = read(tag, name, item)
        return answer if answer in choices else NONE

    def _of_a_number(self, tag: str, name: str, item: Item) -> str:
        quantity = self.marked.quantities[int(tag[1:]) - 1]
        wanted = next((g.get(name) for g in self.gold["strengths"] if self._touches(g["quote"], quantity)), None)
        if name == "measure":
            return str(wanted)
        meant = {self._name(w) for w in (wanted if isinstance(wanted, list) else [wanted]) if w}
        return next((words for words in item.choices[name] if self._name(words) in meant), NONE)

    def _of_a_sentence(self, tag: str, section: str, item: Item) -> str:
        sentence = self.marked.article.sentences[int(tag[1:]) - 1]
        return (
            next(iter(item.choices[section])) if any(self._touches(p, sentence) for p in self.gold[section]) else NONE
        )

    def _of_a_name(self, tag: str, _name: str, _item: Item) -> str:
        text = self.marked.article.text
        forms = {fold(text[start:end]) for start, end in name_spans(tag, self.marked)}
        if any(forms & {fold(form) for form in (name, *more)} for name, more in self.gold["places"].items()):
            return "place"
        # Only the main ones are in the gold: others stay what they are.
        return {"A": "person", "P": "place"}.get(tag[0], NONE)

    def _touches(self, quote: str, span: Any) -> bool:
        at = self.marked.article.text.find(quote)
        return at >= 0 and at < span.end and span.start < at + len(quote)

    def _name(self, words: str) -> str:
        return self.canonical.get(fold(words), fold(words))


async def briefed(article: Article, gold: Gold) -> tuple[ArticleBrief, ArticleBrief, int]:
    """Return the brief by rules, that with a reader behind the endpoint, and how many questions it was asked."""
    marked = mark(article, SCHEMA)
    rules = OfflineBackend(SCHEMA, spares=True)
    draft = await rules.draft(marked)
    reader = Reader(gold, marked, draft)

    async def capacity() -> Capacity:
        return Capacity()

    backend = OpenAIBackend(
        rules=rules, asker=reader, schema=SCHEMA, prompts=PROMPTS, model="a-reader", capacity=capacity
    )
    settled = await backend.draft(marked)
    return ground(marked, draft._replace(spares={}), SCHEMA), ground(marked, settled, SCHEMA), reader.asked


def scored(folder: Path, golds: Path, score: ModuleType) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Return the figures of the rules and of the reader."""
    gold = {g["file"]: g for g in (json.loads(path.read_text("utf-8")) for path in golds.glob("*.json"))}
    articles = [a for a in read_articles([folder]) if isinstance(a, Article)]
    pairs = [asyncio.run(briefed(a, gold[Path(a.path or "").name])) for a in articles]
    assert all(asked for _, _, asked in pairs)
    figures = []
    for briefs in ([rules for rules, _, _ in pairs], [read for _, read, _ in pairs]):
        run = Run(backend="offline", version="0", started="", finished="")
        report = Report(schema_name="conflict", sections=SCHEMA.kinds, run=run, articles=tuple(briefs))
        figures.append(score.score_seeds(json.loads(report.model_dump_json(by_alias=True)), golds, verbose=False))
    return figures[0], figures[1]


@pytest.mark.parametrize("which", ["real", "demo"])
def test_a_right_model_makes_the_brief_better(which: str, shared: Path, seeds: Path, score: ModuleType) -> None:
    """No figure falls, and their mean rises by at least .02: what a model may settle is enough to be worth asking."""
    folder, golds = (
        (shared / "seeds", shared / "gold" / "seeds") if which == "real" else (seeds, seeds.parent / "tests" / "gold")
    )
    rules, read = scored(folder, golds, score)
    assert [name for name in SCORED if read[name] < rules[name]] == []
    assert sum(read[n] - rules[n] for n in SCORED) / len(SCORED) >= 0.02
    assert [read[name] for name in ("misprint", "traps", "grounding")] == [1, 1, 1]
