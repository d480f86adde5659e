"""Has a model read an article whose language the rules do not know, and holds it to the article's words.

There are no rules here to prove a model on. So it is held by what can be checked in any language: a name is pointed at
by its words, which must stand in the sentence, and must be a known one or one that these words can be read as; a figure
is one that code found, and the model chooses from closed lists what it counts; a statement is a sentence that the model
labels, in words in which every number and name can be read off that sentence, else in its own. Choices are asked for
twice, the other way round the second time, and count where they are the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import Field, create_model

from summarizer.backends.asking import AnswerError, AnswerModel, Asker, Question
from summarizer.backends.foreign.marks import PLACE, Marks, known_marks, marked_anew, take_names
from summarizer.backends.planning import meanings
from summarizer.backends.proving import withdraw
from summarizer.backends.questions import NONE, Answers, Asking, Family, Item, asking, decoded, shown
from summarizer.checks import check_claim, check_estimate, groups, measures
from summarizer.models import Draft, DraftClaim, DraftEstimate, MarkedArticle, Note
from summarizer.prompting import Prompts
from summarizer.schema import ClaimRules, Schema
from summarizer.settings.languages import LANGUAGES
from summarizer.tags import actor_starts, in_furniture, near, place_starts, sentence_number

NAMES, LABELS, NUMBERS, WORDING = "foreign_names", "foreign_labels", "numbers", "wording"
"""The templates that ask. A domain without the first is not asked about articles in other languages."""

# Sentences in one question: few enough for a small context, and for a small model to keep apart.
CHUNK = 6
# Longer articles are read up to here; news says what it has to say before.
MOST_SENTENCES = 60
_MIN_SENTENCE = 25
_MOST_NAMES = 24
_NAME_TOKENS, _WORDING_TOKENS, _BESIDE = 40, 160, 100
_REACH = 2
BY_MODEL, REWORDED = "model", "reworded"


@dataclass(slots=True)
class _Read:
    """What has been read so far."""

    labels: Answers = field(default_factory=dict)
    numbers: Answers = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    refused: int = 0


class ForeignReader:
    """Reads articles in other languages with a model; `language` is the one to brief in."""

    def __init__(
        self, *, schema: Schema, prompts: Prompts, asker: Asker, reasks: int, language: str, batch: int
    ) -> None:
        """Ask nothing yet. `batch` is how many mentions go into one question."""
        self._schema = schema
        self._prompts = prompts
        self._asker = asker
        self._reasks = reasks
        self._language = language
        self._batch = batch

    async def draft(self, marked: MarkedArticle, notes: Sequence[Note] = ()) -> Draft:
        """Return what a model reads in an article; its marks go with the draft.

        Raises:
            DraftError: the server refuses this article's questions.
            BackendError: the server is not there, refuses the key or lacks the model.
        """
        marks, read = known_marks(marked, self._schema), _Read()
        chunks = _chunks(marked)
        for chunk in chunks:
            await self._point_at_names(marked, chunk, marks, read)
        anew = marked_anew(marked, marks)
        for chunk in chunks:
            await self._label(anew, chunk, read)
            await self._settle_numbers(anew, chunk, read)
        claims = self._claims(anew, read)
        if (marked.article.language or "") != self._language:
            claims = await self.word(anew, claims)
        return self._drafted(anew, claims, read, notes)

    async def word(
        self, marked: MarkedArticle, claims: Mapping[str, Sequence[DraftClaim]]
    ) -> dict[str, tuple[DraftClaim, ...]]:
        """Return claims in words of the language to brief in; one whose words cannot stand keeps its sentence's own."""
        tags = list(dict.fromkeys(c.sentences[0] for found in claims.values() for c in found))
        words: dict[str, str] = {}
        for at in range(0, len(tags), CHUNK):
            words |= await self._worded(marked, tags[at : at + CHUNK])
        rules = {"text": REWORDED}
        return {
            section: tuple(
                c._replace(text=words[c.sentences[0]], rules={**c.rules, **rules}) if c.sentences[0] in words else c
                for c in found
            )
            for section, found in claims.items()
        }

    # -------------------------------------------------------------------------------------------------- the questions

    async def _point_at_names(self, marked: MarkedArticle, chunk: Sequence[int], marks: Marks, read: _Read) -> None:
        tags: Any = Literal[tuple(f"S{marked.article.sentences[n].index}" for n in chunk)]
        kinds: Any = Literal[(*self._schema.entity_rules.kinds, PLACE)]
        fields: dict[str, Any] = {
            "sentence": (tags, ...),
            "words": (str, ...),
            "name": (str, ...),
            "kind": (kinds, ...),
        }
        row: Any = create_model("Name", __base__=AnswerModel, **fields)
        model = create_model("Names", __base__=AnswerModel, names=(list[row], Field(max_length=_MOST_NAMES)))
        about = self._about(marked, chunk, ())
        means = {**self._schema.entity_rules.kinds, PLACE: "a town, region, river or any other place"}
        refused: list[str] = []
        for _ in range(1 + self._reasks):
            ask = self._prompts.render(NAMES, kinds=means, language=self._called, refused=refused)
            answer = await self._asked(about, NAMES, ask, model, _BESIDE + _NAME_TOKENS * _MOST_NAMES)
            if answer is None:
                return
            before = read.refused
            refused = take_names(marks, answer["names"], marked, self._schema)
            read.refused = before + len(refused)
            if not refused:
                return

    async def _label(self, marked: MarkedArticle, chunk: Sequence[int], read: _Read) -> None:
        means = {s.name: s.rules.labels for s in self._schema.of_kind("claims") if isinstance(s.rules, ClaimRules)}
        choices = {s: {label: label for label in labels} for s, labels in means.items()}
        items = [Item(f"S{marked.article.sentences[n].index}", "", choices, at=n) for n in chunk]
        about = self._about(marked, chunk, items)
        answers = await self._chosen(about, Family(LABELS, tuple(items), self._batch, means))
        read.labels |= answers

    async def _settle_numbers(self, marked: MarkedArticle, chunk: Sequence[int], read: _Read) -> None:
        made = (self._number_item(f"N{n}", q.start, marked) for n, q in enumerate(marked.quantities, 1))
        items = [item for item in made if item and item.at in chunk]
        if items:
            about = self._about(marked, chunk, items)
            read.numbers |= await self._chosen(
                about, Family(NUMBERS, tuple(items), self._batch, meanings(self._schema))
            )

    async def _chosen(self, about: Asking, family: Family) -> Answers:
        """Return the choices that come out the same both ways round."""
        first = await self._choices(about, family, family.items)
        doubted = {t: tuple(f for f, a in fields.items() if a != NONE) for t, fields in first.items()}
        again = [i for i in family.items if doubted.get(i.tag)]
        if again:
            second = await self._choices(about, family, [i.turned for i in reversed(again)])
            withdraw(first, second, doubted)
        return first

    async def _choices(self, about: Asking, family: Family, items: Sequence[Item]) -> Answers:
        answers: Answers = {}
        for at in range(0, len(items), family.size):
            batch = items[at : at + family.size]
            question = about.question(family, batch, {})
            try:
                answers |= decoded(batch, json.loads((await self._asker.ask(question)).text))
            except AnswerError:
                continue
        return answers

    async def _worded(self, marked: MarkedArticle, tags: Sequence[str]) -> dict[str, str]:
        fields: dict[str, Any] = dict.fromkeys(tags, (str, ...))
        model = create_model("Wording", __base__=AnswerModel, **fields)
        chunk = [int(tag[1:]) - 1 for tag in tags]
        about = self._about(marked, chunk, ())
        names = sorted({a.name for a in marked.actors} | {p.name for p in marked.places})
        good: dict[str, str] = {}
        refused: dict[str, str] = {}
        for _ in range(1 + self._reasks):
            ask = self._prompts.render(WORDING, tags=tags, language=self._called, names=names, refused=refused)
            answer = await self._asked(about, WORDING, ask, model, _BESIDE + _WORDING_TOKENS * len(tags))
            if answer is None:
                break
            refused = {}
            for tag, text in answer.items():
                claim = DraftClaim((tag,), text=" ".join(text.split()), rules={"text": REWORDED})
                reason = check_claim(claim, marked, self._schema) if claim.text else "it says nothing"
                if reason:
                    refused[tag] = reason
                else:
                    good.setdefault(tag, claim.text)
            if not refused.keys() - good.keys():
                break
        return good

    async def _asked(
        self, about: Asking, kind: str, ask: str, model: type[AnswerModel], max_tokens: int
    ) -> dict[str, Any] | None:
        """Return an answer that is more than choices, None where none can be used."""
        question = Question(
            kind=kind,
            system=about.system,
            prefix=about.prefix,
            ask=ask,
            answer=model,
            max_tokens=max_tokens,
            version=about.version,
            article=about.marked.article.id,
        )
        try:
            found: dict[str, Any] = json.loads((await self._asker.ask(question)).text)
        except AnswerError:
            return None
        return found

    def _about(self, marked: MarkedArticle, chunk: Sequence[int], items: Sequence[Item]) -> Asking:
        """Return what questions on some sentences share."""
        return asking(marked, self._schema, self._prompts, items, also=chunk)

    @property
    def _called(self) -> str:
        return LANGUAGES[self._language]

    # ---------------------------------------------------------------------------------------------------- the answers

    def _number_item(self, tag: str, start: int, marked: MarkedArticle) -> Item | None:
        article = marked.article
        if in_furniture(start, start + 1, article):
            return None
        at = sentence_number(start, article)
        quantity = marked.quantities[int(tag[1:]) - 1]
        parties = self._schema.entity_rules.parties
        actors = {t: a for n, a in enumerate(marked.actors, 1) if _is_near(t := f"A{n}", start, marked)}
        places = {p.name: t for n, p in enumerate(marked.places, 1) if _is_near(t := f"P{n}", start, marked)}
        holders = {a.name: t for t, a in actors.items() if not parties or a.kind in parties}
        counting = (m for m in measures(self._schema).values() if m.given_in(quantity.unit, quantity.kind))
        choices: dict[str, Mapping[str, str]] = {
            "measure": {m.name: m.name for m in counting},
            "holder": holders | {g: g for g in groups(self._schema)},
            "said_by": {a.name: t for t, a in actors.items()},
            "place": places,
        }
        words = shown(article, quantity.start, max(quantity.end, quantity.counted_end))
        return Item(tag, f"{words} (S{article.sentences[at].index})", {f: c for f, c in choices.items() if c}, at=at)

    def _claims(self, marked: MarkedArticle, read: _Read) -> dict[str, tuple[DraftClaim, ...]]:
        claims: dict[str, tuple[DraftClaim, ...]] = {}
        for spec in self._schema.of_kind("claims"):
            labelled = [(tag, a[spec.name]) for tag, a in read.labels.items() if a.get(spec.name, NONE) != NONE]
            found = (DraftClaim((tag,), label, rules={"label": BY_MODEL}) for tag, label in labelled)
            good = [c for c in found if check_claim(c, marked, self._schema) is None]
            most = spec.rules.at_most if isinstance(spec.rules, ClaimRules) else 0
            claims[spec.name] = tuple(good[:most])
        return claims

    def _drafted(
        self, marked: MarkedArticle, claims: Mapping[str, tuple[DraftClaim, ...]], read: _Read, notes: Sequence[Note]
    ) -> Draft:
        estimates = []
        for tag, answer in sorted(read.numbers.items(), key=lambda pair: int(pair[0][1:])):
            values: dict[str, Any] = {f: None if a == NONE else a for f, a in answer.items()}
            if values.get("measure"):
                estimate = DraftEstimate(tag, **values, rules=dict.fromkeys(values, BY_MODEL))
                if check_estimate(estimate, marked, self._schema) is None:
                    estimates.append(estimate)
        summary = next((found[0] for found in claims.values() if found), None)
        actors = tuple(f"A{n + 1}" for n in range(len(marked.actors)))
        places = tuple(f"P{n + 1}" for n in range(len(marked.places)))
        return Draft(
            entities={s.name: actors for s in self._schema.of_kind("entities")},
            places={s.name: places for s in self._schema.of_kind("places")},
            estimates=self._by_section(estimates),
            claims=claims,
            summary=(summary,) if summary else (),
            notes=(*notes, _note(marked, read)),
            marked=marked,
        )

    def _by_section(self, estimates: Sequence[DraftEstimate]) -> dict[str, tuple[DraftEstimate, ...]]:
        sections: dict[str, tuple[DraftEstimate, ...]] = {}
        for spec in self._schema.of_kind("estimates"):
            has = getattr(spec.rules, "has", lambda _: True)
            sections[spec.name] = tuple(e for e in estimates if has(e.measure))
        return sections


def _is_near(tag: str, start: int, marked: MarkedArticle) -> bool:
    starts = actor_starts(tag, marked) or place_starts(tag, marked)
    return near(starts, start, marked.article, reach=_REACH)


def _chunks(marked: MarkedArticle) -> list[list[int]]:
    """Return the positions of the sentences to read, some at a time."""
    article = marked.article
    said = [
        n
        for n, s in enumerate(article.sentences)
        if s.end - s.start >= _MIN_SENTENCE and not in_furniture(s.start, s.end, article)
    ][:MOST_SENTENCES]
    return [said[at : at + CHUNK] for at in range(0, len(said), CHUNK)]


def _note(marked: MarkedArticle, read: _Read) -> Note:
    called = LANGUAGES.get(marked.article.language or "", marked.article.language or "another language")
    left = f" {read.refused} names could not be read off its words and were left out." if read.refused else ""
    text = (
        f"The article is in {called}, which the rules do not read: names, figures and statements are a model's choices,"
        f" held to the article's words; of when a figure is, nothing is read.{left}"
    )
    return Note(kind="language", text=text)
