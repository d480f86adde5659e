"""Parts an article that does not fit a model's context: which items are asked about together. Pure.

An article is cut at sentences. Each question holds the lead, and the sentences that its items need; a part is so much
that the largest question on it fits. Each item is in one part and in no other, so that nothing is asked twice and
nothing is lost. Nothing of the article itself changes, so all offsets stay what they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from summarizer.backends.measuring import tokens
from summarizer.backends.questions import Asking, Family, Item, answer_tokens, lead, window
from summarizer.models import Article

# Tags, line breaks and roles around each sentence.
_BESIDE_SENTENCE = 6
_BESIDE_ITEM, _BESIDE_FIELD, _BESIDE_CHOICE = 8, 12, 2
# A server that counts still less leaves out what it had kept of the prompt; no tokenizer needs more for any script.
LEAST_SCALE, MOST_SCALE = 0.6, 8.0
# An estimate that nothing has corrected yet may be short by so much.
MARGIN = 1.1


@dataclass(frozen=True, slots=True)
class Room:
    """How much a question on one article may hold. `context` is in tokens, None where there is no limit that is known.

    `frame` is what all questions begin with, `asking` what each kind of question adds to that and to its items.
    `scale` corrects our estimates: tokens as the server counts them for each of ours. A `guessed` context is the size,
    by our count, of a question that was refused.
    """

    context: int | None
    frame: int
    scale: float = 1.0
    asking: Mapping[str, int] = field(default_factory=dict)
    guessed: bool = False

    def learned(self, counted: int, estimated: int) -> Room:
        """Return the room with the scale that a counted question gives; unchanged where the server does not count."""
        if counted <= 0 or estimated <= 0:
            return self
        scale = min(max(counted / estimated, LEAST_SCALE), MOST_SCALE)
        context = round(self.context * scale / self.scale) if self.context and self.guessed else self.context
        return replace(self, scale=scale, context=context)

    def holds(self, shown: int, costs: Mapping[str, Sequence[tuple[int, int]]], sizes: Mapping[str, int]) -> bool:
        """Whether the largest question fits, with its answer.

        Args:
            shown: tokens of what all questions show.
            costs: by kind of question, what each item takes: tokens of the question with its sentences, of its answer.
            sizes: by kind, how many items go into one question.
        """
        if self.context is None:
            return True
        most = 0.0
        for kind, each in costs.items():
            batch = sorted(each, reverse=True)[: sizes[kind]]
            ask = self.asking.get(kind, 0) + sum(a for a, _ in batch)
            most = max(most, ask * self.scale * MARGIN + answer_tokens(()) + sum(b for _, b in batch))
        return shown * self.scale * MARGIN + most <= self.context


def take_part(
    families: Sequence[Family], article: Article, room: Room
) -> tuple[list[Family], list[Family], list[Item]]:
    """Return the items for one part, those that are left for others, and those that fit in none.

    Items are taken in text order for as long as the part fits. One whose sentence does not even fit alone, without
    others, is among the last.
    """
    if room.context is None:
        return list(families), [], []
    costs = [tokens(article.text[s.start : s.end]) + _BESIDE_SENTENCE for s in article.sentences]
    sizes = {f.kind: f.size for f in families}
    opening = frozenset(lead(article))
    taken: dict[str, list[tuple[int, int]]] = {}
    kept: set[tuple[str, str]] = set()
    unfit: list[tuple[str, Item]] = []
    for kind, item in sorted(((f.kind, i) for f in families for i in f.items), key=lambda pair: pair[1].at):
        asks = _item_tokens(item) + sum(costs[n] for n in window(item) - opening)
        cost = (asks, answer_tokens([item]) - answer_tokens(()))
        if room.holds(room.frame, {**taken, kind: [*taken.get(kind, ()), cost]}, sizes):
            taken.setdefault(kind, []).append(cost)
            kept.add((kind, item.tag))
        elif taken:
            break
        elif item.beside:
            # Alone and without the other sentences, it may fit.
            families = [_shortened(f, kind, item) for f in families]
            return take_part(families, article, room)
        else:
            unfit.append((kind, item))
    out = {(kind, item.tag) for kind, item in unfit}
    return (
        [part for f in families if (part := _only(f, lambda key: key in kept)).items],
        [rest for f in families if (rest := _only(f, lambda key: key not in kept and key not in out)).items],
        [item for _, item in unfit],
    )


def estimated(about: Asking, ask: str) -> int:
    """Return about how many tokens a question has."""
    return tokens(about.system) + tokens(about.prefix) + tokens(ask)


def _item_tokens(item: Item) -> int:
    offered = [word for choices in item.choices.values() for word in choices]
    words = " ".join((item.tag, item.shown, *offered))
    return tokens(words) + _BESIDE_ITEM + _BESIDE_FIELD * len(item.choices) + _BESIDE_CHOICE * len(offered)


def _only(family: Family, wanted: Callable[[tuple[str, str]], bool]) -> Family:
    return replace(family, items=tuple(i for i in family.items if wanted((family.kind, i.tag))))


def _shortened(family: Family, kind: str, item: Item) -> Family:
    """Return a family in which one item does without other sentences than its own."""
    if family.kind != kind:
        return family
    return replace(family, items=tuple(replace(i, beside=()) if i.tag == item.tag else i for i in family.items))
