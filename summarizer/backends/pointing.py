"""The backend that asks a model: rules first, then what they leave open, then nothing that a check speaks against.

The rules draft. planning.py picks what is open, questions.py puts it into words over one unchanged prefix, an `Asker`
answers, settling.py decides what of it may change the draft. An answer that a check refuses is asked again with the
reason, at most `reasks` times; then what the rules found stands. A batch whose answer is cut at the token limit is
asked again in halves.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Protocol

from summarizer.backends.asking import AnswerError, Asker, CutShortError, TooLongError
from summarizer.backends.base import Usage
from summarizer.backends.narrating import checked_lines, narrative_question, sources
from summarizer.backends.planning import plan_numbers, plan_sentences
from summarizer.backends.questions import Answers, Asking, Item, asking, decoded
from summarizer.backends.settling import refusals, settle_numbers, settle_sentences
from summarizer.models import Draft, MarkedArticle, MergedBrief, Narrative, SummaryLine
from summarizer.prompting import Prompts
from summarizer.schema import Schema

# With 25 numbers in one question a small model lost its way; with six it kept to them.
NUMBERS_AT_ONCE = 6
SENTENCES_AT_ONCE = 8


class Drafter(Protocol):
    """What drafts by rules."""

    async def draft(self, marked: MarkedArticle) -> Draft:
        """Return what belongs into the brief of one article."""
        ...


class OpenAIBackend:
    """Drafts by rules and lets a model settle what they leave open."""

    name = "openai"

    def __init__(
        self,
        *,
        rules: Drafter,
        asker: Asker,
        schema: Schema,
        prompts: Prompts,
        model: str,
        batch: int | None = None,
        reasks: int = 2,
        usage: Usage | None = None,
        endpoint_host: str = "",
    ) -> None:
        """Compose a backend.

        Args:
            rules: drafts first.
            asker: answers questions.
            schema: the domain.
            prompts: its templates.
            model: the model's name, for the report.
            batch: how many numbers go into one question; `NUMBERS_AT_ONCE` when None.
            reasks: how often a refused answer is asked again.
            usage: what the asker counts into.
            endpoint_host: where text goes to, for the user to know.
        """
        self.model: str | None = model
        self.usage = usage or Usage()
        self.endpoint_host = endpoint_host
        self._rules = rules
        self._asker = asker
        self._schema = schema
        self._prompts = prompts
        self._batch = batch or NUMBERS_AT_ONCE
        self._reasks = reasks

    async def draft(self, marked: MarkedArticle) -> Draft:
        """Return the rules' draft with what the model settled.

        Raises:
            DraftError: the server refuses this article's questions.
            BackendError: the server is not there, refuses the key or lacks the model.
        """
        draft = await self._rules.draft(marked)
        numbers = plan_numbers(draft, marked, self._schema)
        sentences = plan_sentences(draft, marked, self._schema)
        if not numbers and not sentences:
            return draft
        about = asking(marked, self._schema, self._prompts, [*numbers, *sentences])
        if numbers:
            draft = await self._settle_numbers(about, numbers, draft, marked)
        if sentences:
            answers, _ = await self._ask_all(about, "sentences", sentences, SENTENCES_AT_ONCE)
            draft = settle_sentences(draft, sentences, answers, marked, self._schema)
        return draft

    async def narrate(self, merged: MergedBrief) -> Narrative | None:
        """Return a merged summary whose every sentence stands in its evidence, None where none does."""
        found = sources(merged)
        if not found:
            return None
        best: list[SummaryLine] = []
        refused: list[str] = []
        for _ in range(1 + self._reasks):
            question = narrative_question(found, refused, prompts=self._prompts, schema=self._schema)
            try:
                answer = await self._asker.ask(question)
            except AnswerError:
                break
            good, refused = checked_lines(question.answer.model_validate_json(answer.text), found)
            best = max(best, good, key=len)
            if not refused:
                break
        return Narrative(lines=tuple(best)) if best else None

    async def close(self) -> None:
        """Close connections and the cache."""
        await self._asker.close()

    async def _settle_numbers(self, about: Asking, items: Sequence[Item], draft: Draft, marked: MarkedArticle) -> Draft:
        answers, failed = await self._ask_all(about, "numbers", items, self._batch)
        for _ in range(self._reasks):
            refused = refusals(items, answers, draft, marked, self._schema)
            if not refused:
                break
            again = [i for i in items if i.tag in refused]
            better, failed_again = await self._ask_all(about, "numbers", again, self._batch, refused)
            failed |= failed_again
            # Only the open fields: what was answered for the controls is the model's proof and stays.
            for item in again:
                answers[item.tag] |= {f: a for f, a in better.get(item.tag, {}).items() if f in item.open}
        failed |= refusals(items, answers, draft, marked, self._schema)
        return settle_numbers(draft, items, answers, failed, marked, self._schema)

    async def _ask_all(
        self, about: Asking, kind: str, items: Sequence[Item], size: int, refused: Mapping[str, str] | None = None
    ) -> tuple[Answers, dict[str, str]]:
        """Return the answers about all items, and why there is none about some."""
        answers: Answers = {}
        failed: dict[str, str] = {}
        # One batch after the other, so that the server has read the prefix when the second comes.
        for at in range(0, len(items), size):
            batch = items[at : at + size]
            some, none = await self._ask_batch(about, kind, batch, refused or {})
            answers |= some
            failed |= none
        return answers, failed

    async def _ask_batch(
        self, about: Asking, kind: str, items: Sequence[Item], refused: Mapping[str, str]
    ) -> tuple[Answers, dict[str, str]]:
        reasons = {tag: why for tag, why in refused.items() if any(i.tag == tag for i in items)}
        why = ""
        for _ in range(1 + self._reasks):
            question = about.question(kind, items, reasons)
            try:
                return decoded(items, json.loads((await self._asker.ask(question)).text)), {}
            except CutShortError as error:
                if len(items) > 1:
                    return await self._ask_all(about, kind, items, (len(items) + 1) // 2, refused)
                return {}, {items[0].tag: str(error)}
            except TooLongError as error:
                return {}, {i.tag: str(error) for i in items}
            except AnswerError as error:
                why = str(error)
                reasons = {"your answer": why}
        return {}, {i.tag: why for i in items}
