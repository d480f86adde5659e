"""Asks about one article: in parts where it is long, in batches, in halves where an answer is cut, again if it fails.

All questions on an article begin alike, with its lead, so that servers read that once; they are asked one after the
other for the same reason. What a server counted for the first question of an article corrects the estimates for its
further parts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from summarizer.backends.asking import AnswerError, Asker, CutShortError, TooLongError
from summarizer.backends.measuring import tokens
from summarizer.backends.parting import MOST_SCALE, Room, estimated, take_part
from summarizer.backends.questions import Answers, Family, Item, asking, decoded
from summarizer.models import MarkedArticle
from summarizer.prompting import Prompts
from summarizer.schema import Schema

# A question that is refused as too long, though it was not by our count, is asked for with this share.
_SHRINK = 0.6
# An article whose every character were so many tokens, and so many tokens beside it, is not measured where they fit:
# no script needs more, and measuring takes as long as drafting a question does.
_MOST_A_CHARACTER = 1.2
_BESIDE = 6_000
# Less than this no question of ours fits in.
SMALLEST_CONTEXT = 512


@dataclass(slots=True)
class Replies:
    """What was answered, by kind of question, and why there is no answer about some tags."""

    answers: dict[str, Answers] = field(default_factory=dict)
    failed: dict[str, dict[str, str]] = field(default_factory=dict)

    def of(self, kind: str) -> Answers:
        """Return the answers to one kind of question."""
        return self.answers.setdefault(kind, {})

    def failures(self, kind: str) -> dict[str, str]:
        """Return why there is no answer to one kind of question, by tag."""
        return self.failed.setdefault(kind, {})


class Interview:
    """The questions on one article."""

    def __init__(
        self,
        marked: MarkedArticle,
        families: Sequence[Family],
        *,
        schema: Schema,
        prompts: Prompts,
        asker: Asker,
        reasks: int,
        context: int | None,
    ) -> None:
        """Ask nothing yet. `context` is how many tokens the model reads at once, None where that is not known."""
        self._families = families
        self._marked = marked
        self._asker = asker
        self._reasks = reasks
        surely_fits = context is not None and len(marked.article.text) * _MOST_A_CHARACTER + _BESIDE <= context
        self._room = Room(None if surely_fits else context, frame=0)
        self._counted = False
        self._refused = 0
        self._about = asking(marked, schema, prompts, [i for f in families for i in f.items])

    async def ask(self) -> Replies:
        """Return the answers about all items, part by part."""
        if self._room.context is not None:
            self._room = self._framed(self._families)
        replies = Replies()
        await self._ask_parts(self._families, {}, replies)
        return replies

    async def again(
        self, family: Family, asked: Mapping[str, Sequence[str]], refused: Mapping[str, str], *, turned: bool = False
    ) -> tuple[Answers, dict[str, str]]:
        """Return new answers about some items of a family, and why there is none about some of them.

        Args:
            family: what the items belong to.
            asked: which fields of which items, by tag.
            refused: why their last answers could not stand, by tag.
            turned: ask with items and choices the other way round, what the rules are sure of before the others.
        """
        items = [i.narrowed(asked[i.tag]) for i in family.items if i.tag in asked]
        if turned:
            items = sorted((i.turned for i in reversed(items)), key=lambda i: not i.known)
        replies = Replies()
        await self._ask_parts([replace(family, items=tuple(items), open_after=None)], refused, replies)
        return replies.of(family.kind), replies.failures(family.kind)

    def _framed(self, families: Sequence[Family]) -> Room:
        """Return the room with what questions have beside the article's sentences and their items."""
        about = self._about
        shown = {f.kind: tokens(about.question(f, [_blank(f)], {}).ask) for f in families}
        return replace(self._room, frame=tokens(about.system) + tokens(about.prefix), asking=shown)

    async def _ask_parts(self, families: Sequence[Family], refused: Mapping[str, str], replies: Replies) -> None:
        left = list(families)
        while left:
            part, left, unfit = take_part(left, self._marked.article, self._room)
            for family in families:
                gone = {i.tag for i in unfit} & {i.tag for i in family.items}
                replies.failures(family.kind).update(
                    dict.fromkeys(gone, "its sentence does not fit the model's context")
                )
            if part:
                left = _joined([*await self._ask_part(part, refused, replies), *left])

    async def _ask_part(self, part: Sequence[Family], refused: Mapping[str, str], replies: Replies) -> list[Family]:
        """Ask about one part; return what of it has to be asked in smaller parts."""
        for family in part:
            try:
                await self._ask_batches(family, refused, replies)
            except TooLongError as error:
                left = [_unanswered(f, replies) for f in part]
                return self._shrunk(error, [f for f in left if f.items], replies)
        return []

    def _shrunk(self, error: TooLongError, left: list[Family], replies: Replies) -> list[Family]:
        """Take the context for smaller than it was, and return what is still to be asked; nothing if it is no use."""
        room, told = self._framed(left) if self._room.context is None else self._room, error.context
        if told and (room.context is None or told < room.context):
            room = replace(room, context=told, guessed=False)
        elif room.context is None or room.guessed:
            room = replace(room, context=round(self._refused * room.scale), guessed=True)
        else:
            # It was small enough by our count, and not by the server's.
            room = replace(room, scale=room.scale / _SHRINK)
        alone = sum(len(f.items) for f in left) == 1 and not any(i.beside for f in left for i in f.items)
        if alone or room.scale > MOST_SCALE or (room.context or 0) < SMALLEST_CONTEXT:
            for family in left:
                replies.failures(family.kind).update(dict.fromkeys((i.tag for i in family.items), str(error)))
            return []
        self._room = room
        return left

    async def _ask_batches(self, family: Family, refused: Mapping[str, str], replies: Replies) -> None:
        for batch in family.batches:
            if worth_asking := family.worth_asking(batch, replies.of(family.kind)):
                await self._ask_batch(family, worth_asking, refused, replies)

    async def _ask_batch(
        self, family: Family, items: Sequence[Item], refused: Mapping[str, str], replies: Replies
    ) -> None:
        reasons = {tag: why for tag, why in refused.items() if any(i.tag == tag for i in items)}
        why = ""
        for _ in range(1 + self._reasks):
            question = self._about.question(family, items, reasons)
            try:
                answer = await self._asker.ask(question)
            except CutShortError as error:
                if len(items) > 1:
                    half = (len(items) + 1) // 2
                    await self._ask_batches(replace(family, items=tuple(items), size=half), refused, replies)
                else:
                    replies.failures(family.kind)[items[0].tag] = str(error)
                return
            except TooLongError:
                self._refused = estimated(self._about, question.ask)
                raise
            except AnswerError as error:
                why = str(error)
                reasons = {"your answer": why}
                continue
            if self._room.context is not None and not self._counted:
                self._counted = answer.tokens_in > 0
                self._room = self._room.learned(answer.tokens_in, estimated(self._about, question.ask))
            for tag, fields in decoded(items, json.loads(answer.text)).items():
                replies.of(family.kind).setdefault(tag, {}).update(fields)
            return
        replies.failures(family.kind).update(dict.fromkeys((i.tag for i in items), why))


def _blank(family: Family) -> Item:
    """Return an item of all that is said of a family's fields: what is asked about it is what is asked of any."""
    explained: dict[str, dict[str, str]] = {}
    for item in family.items:
        for name, choices in item.choices.items():
            means = family.means.get(name, {})
            explained.setdefault(name, {}).update({word: tag for word, tag in choices.items() if word in means})
    return Item("", "", explained, inline=True)


def _unanswered(family: Family, replies: Replies) -> Family:
    """Return a family with the fields that nothing was answered about, and no answer failed."""
    answers, failed = replies.of(family.kind), replies.failures(family.kind)
    left = (i.narrowed(i.choices.keys() - answers.get(i.tag, {}).keys()) for i in family.items if i.tag not in failed)
    return replace(family, items=tuple(i for i in left if i.choices))


def _joined(families: Sequence[Family]) -> list[Family]:
    """Return families with those of one kind made one."""
    kinds: dict[str, Family] = {}
    for family in families:
        before = kinds.get(family.kind)
        kinds[family.kind] = replace(before, items=(*before.items, *family.items)) if before else family
    return list(kinds.values())
