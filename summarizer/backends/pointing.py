"""The backend that asks a model: rules first, then what they leave open, then nothing that a check speaks against.

The rules draft. planning.py, naming.py and ranking.py pick what is open, qualifying.py leaves out what a small model
cannot do, questions.py puts it into words over one unchanged prefix, interviewing.py asks, and settling.py with the two
others decides what of the answers may change the draft. An answer that a check refuses is asked again with the reason,
at most `reasks` times; then what the rules found stands. An answer that would change something is asked once more the
other way round, and counts only where it comes out the same.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Protocol

from summarizer.backends import naming, planning, ranking
from summarizer.backends.asking import AnswerError, Asker, CutShortError, TooLongError
from summarizer.backends.base import Usage
from summarizer.backends.capacity import FEW, Capacity, mentions_at_once
from summarizer.backends.foreign import ForeignReader
from summarizer.backends.foreign.reading import NAMES as FOREIGN
from summarizer.backends.foreign.reading import WORDING
from summarizer.backends.interviewing import Interview, Replies
from summarizer.backends.narrating import MOST_LINES, Source, checked_lines, fitting, narrative_question, sources
from summarizer.backends.proving import Proof, provable, proven, withdraw
from summarizer.backends.qualifying import Qualification
from summarizer.backends.questions import Family, Item
from summarizer.backends.settling import FALLBACK, refusals, settle_numbers, to_confirm, unqualified
from summarizer.checks import ENGLISH
from summarizer.models import Draft, MarkedArticle, MergedBrief, Narrative, Note, SummaryLine
from summarizer.prompting import Prompts
from summarizer.schema import Schema
from summarizer.settings.languages import LANGUAGES

NUMBERS, NAMES, SENTENCES = "numbers", "names", "sentences"
"""The kinds of question, and the templates that ask them."""

# A name or a sentence has one field, a number up to four.
_SHORT_SHARE = 4


async def _unknown() -> Capacity:
    return Capacity()


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
        model: str | None,
        batch: int | None = None,
        reasks: int = 2,
        usage: Usage | None = None,
        endpoint_host: str = "",
        capacity: Callable[[], Awaitable[Capacity]] = _unknown,
        language: str = ENGLISH,
        qualification: Qualification | None = None,
    ) -> None:
        """Compose a backend.

        Args:
            rules: drafts first.
            asker: answers questions.
            schema: the domain.
            prompts: its templates.
            model: the model's name, for the report.
            batch: how many mentions go into one question; None for what suits the model.
            reasks: how often a refused answer is asked again.
            usage: what the asker counts into.
            endpoint_host: where text goes to, for the user to know.
            capacity: tells how much the model reads at once; asked before the first question.
            language: the language to brief in.
            qualification: tells about which fields of figures the model is asked; None for all.
        """
        self.model: str | None = model
        self.usage = usage or Usage()
        self.endpoint_host = endpoint_host
        self._rules = rules
        self._asker = asker
        self._schema = schema
        self._prompts = prompts
        self._batch = batch
        self._reasks = reasks
        self._capacity = capacity
        self._language = language
        self._qualification = qualification

    async def draft(self, marked: MarkedArticle) -> Draft:
        """Return the rules' draft with what the model settled.

        Raises:
            DraftError: the server refuses this article's questions.
            BackendError: the server is not there, refuses the key or lacks the model.
        """
        if marked.article.language not in (None, ENGLISH) and self._prompts.has(FOREIGN):
            return await (await self._reader()).draft(marked)
        draft = await self._settled_by_model(marked)
        if self._language == ENGLISH or not self._prompts.has(WORDING):
            return draft
        return draft._replace(claims=await (await self._reader()).word(marked, draft.claims))

    async def _reader(self) -> ForeignReader:
        told = await self._capacity()
        return ForeignReader(
            schema=self._schema,
            prompts=self._prompts,
            asker=self._asker,
            reasks=self._reasks,
            language=self._language,
            batch=self._at_once(told),
        )

    def _at_once(self, told: Capacity) -> int:
        """Return how many mentions go into one question: as many as were asked for, else what suits the model."""
        return self._batch or mentions_at_once(told)

    async def _settled_by_model(self, marked: MarkedArticle) -> Draft:
        """Return the rules' draft of an article in English with what the model settled."""
        draft = await self._rules.draft(marked)
        plan = self._planned(draft, marked)
        if not plan:
            return draft._replace(spares={})
        told = await self._capacity()
        draft, plan = await self._qualified(draft, plan, told)
        batch = self._at_once(told)
        families = [_family(kind, found, batch) for kind, found in plan.items() if found.items]
        if not families:
            return draft._replace(spares={})
        interview = Interview(
            marked,
            families,
            schema=self._schema,
            prompts=self._prompts,
            asker=self._asker,
            reasks=self._reasks,
            context=told.context,
        )
        replies = await interview.ask()
        by_kind = {f.kind: f for f in families}
        if NUMBERS in by_kind:
            await self._ask_refused_again(interview, by_kind[NUMBERS], replies, draft, marked)
        wavered = await self._confirm(interview, by_kind, replies, draft, marked)
        return self._settled(draft, by_kind, replies, wavered, marked)

    async def narrate(self, merged: MergedBrief) -> Narrative | None:
        """Return a merged summary whose every sentence stands in its evidence, None where none does."""
        found: Sequence[Source] = sources(merged)
        if found:
            found = fitting(found, (await self._capacity()).context)
        best: list[SummaryLine] = []
        refused: list[str] = []
        most = MOST_LINES
        for _ in range(1 + self._reasks if found else 0):
            question = narrative_question(
                found,
                refused,
                prompts=self._prompts,
                schema=self._schema,
                most=most,
                language=LANGUAGES[self._language],
            )
            try:
                answer = await self._asker.ask(question)
            except CutShortError:
                most = max(1, most // 2)  # asked for less, and never read as if it were whole
                continue
            except TooLongError:
                found = found[: len(found) // 2]
                continue
            except AnswerError as error:
                refused = [str(error)]
                continue
            good, refused = checked_lines(question.answer.model_validate_json(answer.text), found)
            best = max(best, good, key=len)
            if not refused:
                break
        return Narrative(lines=tuple(best)) if best else None

    async def close(self) -> None:
        """Close connections and the cache."""
        await self._asker.close()

    def _planned(self, draft: Draft, marked: MarkedArticle) -> dict[str, _Plan]:
        """Return what is asked about, by kind of question, in the order of asking."""
        plans = {
            NUMBERS: _Plan(tuple(planning.plan_numbers(draft, marked, self._schema)), planning.meanings(self._schema)),
            NAMES: _Plan(
                tuple(naming.plan_names(draft, marked, self._schema)) if self._prompts.has(NAMES) else (),
                naming.meanings(self._schema),
                naming.names_proven,
            ),
            SENTENCES: _Plan(
                tuple(ranking.plan_sentences(draft, marked, self._schema)),
                ranking.meanings(self._schema),
                partial(ranking.sentences_proven, self._schema),
            ),
        }
        return {kind: plan for kind, plan in plans.items() if plan.items}

    async def _qualified(self, draft: Draft, plan: dict[str, _Plan], told: Capacity) -> tuple[Draft, dict[str, _Plan]]:
        """Return the plan without what the model cannot tell of figures, and the draft with a note on that."""
        if NUMBERS not in plan or self._qualification is None:
            return draft, plan
        items = plan[NUMBERS].items
        fields = await self._qualification.fields(told)
        left = tuple(planning.narrowed(items, fields, draft))
        notes = unqualified(items, fields)
        return draft._replace(notes=(*draft.notes, *notes)), plan | {NUMBERS: replace(plan[NUMBERS], items=left)}

    async def _ask_refused_again(
        self, interview: Interview, numbers: Family, replies: Replies, draft: Draft, marked: MarkedArticle
    ) -> None:
        answers, failed = replies.of(NUMBERS), replies.failures(NUMBERS)
        for _ in range(self._reasks):
            refused = refusals(numbers.items, answers, draft, marked, self._schema)
            if not refused:
                return
            fields = proven(numbers.items, answers)
            again = {i.tag: [f for f in i.open if f in fields] for i in numbers.items if i.tag in refused}
            better, failed_again = await interview.again(numbers, again, refused)
            failed |= failed_again
            # Only the open fields: what was answered for the controls is the model's proof and stays.
            for item in (i for i in numbers.items if i.tag in refused):
                answers[item.tag] |= {f: a for f, a in better.get(item.tag, {}).items() if f in item.open}
        failed |= refusals(numbers.items, answers, draft, marked, self._schema)

    async def _confirm(
        self,
        interview: Interview,
        families: Mapping[str, Family],
        replies: Replies,
        draft: Draft,
        marked: MarkedArticle,
    ) -> int:
        """Ask once more what would change something, and take out what comes out otherwise; return how much did."""
        wavered = 0
        for kind, family in families.items():
            doubted = self._to_confirm(family, replies, draft, marked)
            if doubted:
                beside = naming.companions(family.items) if kind == NAMES else {}
                again, _ = await interview.again(family, {**beside, **doubted}, {}, turned=True)
                wavered += withdraw(replies.of(kind), again, doubted)
        return wavered

    def _to_confirm(
        self, family: Family, replies: Replies, draft: Draft, marked: MarkedArticle
    ) -> dict[str, tuple[str, ...]]:
        answers, failed = replies.of(family.kind), replies.failures(family.kind)
        if family.kind == NUMBERS:
            found = to_confirm(family.items, answers, draft, marked)
        elif family.kind == NAMES:
            found = naming.names_to_confirm(family.items, answers, marked)
        else:
            found = ranking.sentences_to_confirm(draft, family.items, answers, self._schema)
        return {tag: names for tag, names in found.items() if tag not in failed}

    def _settled(
        self, draft: Draft, families: Mapping[str, Family], replies: Replies, wavered: int, marked: MarkedArticle
    ) -> Draft:
        """Return the draft with what stands of the answers."""
        if NUMBERS in families:
            failed = replies.failures(NUMBERS)
            draft = settle_numbers(draft, families[NUMBERS].items, replies.of(NUMBERS), failed, marked, self._schema)
        if NAMES in families:
            draft = naming.settle_names(draft, families[NAMES].items, replies.of(NAMES), marked)
        if SENTENCES in families:
            items = families[SENTENCES].items
            draft = ranking.settle_sentences(draft, items, replies.of(SENTENCES), marked, self._schema)
        notes = (_wavered_note(wavered),) if wavered else ()
        return draft._replace(notes=(*draft.notes, *notes), spares={})


@dataclass(frozen=True, slots=True)
class _Plan:
    """Items to ask about, what their choices mean, and on which fields a model has proven itself."""

    items: tuple[Item, ...]
    means: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    proof: Proof = proven


def _family(kind: str, plan: _Plan, batch: int) -> Family:
    size = batch if kind == NUMBERS else batch * _SHORT_SHARE
    # The controls first, what proves most before all: where the model fails them, the others need not be paid for.
    items = tuple(sorted(plan.items, key=lambda item: -len(item.known)))
    # A small model often fails them, and is asked about them alone: all but names, which are few and stand together.
    controls_alone = kind != NAMES and batch <= FEW
    return Family(kind, items, size, plan.means, partial(provable, plan.proof, items), controls_alone)


def _wavered_note(count: int) -> Note:
    what = "one answer" if count == 1 else f"{count} answers"
    text = f"Asked again the other way round, the model changed {what}; what the rules found stands there."
    return Note(kind=FALLBACK, text=text)
