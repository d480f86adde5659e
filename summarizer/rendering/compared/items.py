"""Single changes in words: a figure that moved, an actor that is new, a statement that is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarizer.comparison import (
    ClaimChange,
    DifferenceChange,
    FigureChange,
    LineChange,
    LineState,
    NameMove,
    NameRef,
    News,
)
from summarizer.models import Difference, MergedClaim, MergedEstimate
from summarizer.rendering.compared.sources import Sources
from summarizer.rendering.phrases import (
    NOT_GIVEN,
    NOT_SAID,
    STATUS_SIGNS,
    STATUS_WORDS,
    assertion_word,
    join,
    speaker,
    title_of,
)
from summarizer.rendering.rows import figure_words
from summarizer.rendering.view import Item, Mark
from summarizer.user_names import PLACE
from summarizer.wording import when

BEFORE, NOW = "before", "now"
_NEWS: dict[News, str] = {"line": "New line", "claimant": "New claimant", "figure": "Another figure"}
_GONE: dict[News, str] = {"line": "Line gone", "claimant": "Claimant gone", "figure": "Figure gone"}
_CALLED = {"said_by": "said by", "as_of": "as of", "counted": "counts", "articles": "articles that carry it"}
ALIASES_SHOWN = 4


def figure_item(change: FigureChange, sources: Sources) -> Item:
    """Return a figure that one of the reports has."""
    estimate = change.new or change.old
    if estimate is None:
        return Item("")
    leads = _NEWS if change.new else _GONE
    return Item(
        f"{about(estimate)}: {_figure(estimate)}",
        lead=leads[change.news or "figure"],
        says=_says(estimate, sources),
        marks=_marks(estimate, sources),
    )


def moved_item(change: FigureChange, sources: Sources) -> Item:
    """Return a figure whose bounds changed: both sides, each with its words."""
    old, new = change.old, change.new
    if old is None or new is None:
        return Item("")
    return Item(
        f"{about(new)}: {figure_words(old)} → {figure_words(new)}",
        says=_says(new, sources),
        items=(_side(BEFORE, old, sources), _side(NOW, new, sources)),
    )


def restated_item(change: FigureChange, sources: Sources) -> Item:
    """Return a figure of which something else than its bounds changed."""
    old, new = change.old, change.new
    if old is None or new is None:
        return Item("")
    told = [words for field in change.fields if (words := _restated(field, old, new, sources))]
    return Item(f"{about(new)}: {figure_words(new)}: {'; '.join(told)}", marks=_marks(new, sources))


def _restated(field: str, old: MergedEstimate, new: MergedEstimate, sources: Sources) -> str:
    if field == "articles":
        more = [a for a in new.articles if a not in old.articles]
        numbers = [f"[{m.number}]" for m in sources.marks((), more)]
        return f"{join(numbers)} {'carries' if len(numbers) == 1 else 'carry'} it too" if numbers else "fewer carry it"
    words = [_value(field, e) for e in (old, new)]
    return f"{_CALLED.get(field, field)} {words[0]} → {words[1]}" if words[0] != words[1] else ""


def _value(field: str, estimate: MergedEstimate) -> str:
    value = getattr(estimate, field)
    if field == "as_of":
        return when(value)
    empty = {"holder": NOT_SAID, "place": NOT_GIVEN, "said_by": "the article itself", "counted": NOT_SAID}
    words = str(value or empty.get(field, "nothing"))
    return title_of(words).lower() if field == "measure" else words


def line_item(change: LineChange, sources: Sources) -> Item:
    """Return a line whose figures stand otherwise to each other."""
    standing = [f"{STATUS_SIGNS[s.status]} {STATUS_WORDS[s.status]}" for s in (change.old, change.new)]
    sides = tuple(_state(lead, s, sources) for lead, s in ((BEFORE, change.old), (NOW, change.new)))
    return Item(f"{about(change.new)}: {standing[0]} → {standing[1]}", items=sides)


def _state(lead: str, state: LineState, sources: Sources) -> Item:
    return Item(state.text, lead=lead, marks=sources.marks(state.evidence))


def claim_item(claim: MergedClaim, sources: Sources, *, fresh: bool = False) -> Item:
    """Return a statement; `fresh` says that the other report has nothing under its label."""
    lead = title_of(claim.label) if claim.label else None
    lead = f"{lead or 'Statement'} (for the first time)" if fresh else lead
    return Item(claim.text, lead=lead, says=_claimed(claim), marks=sources.marks(claim.evidence))


def changed_claim_item(change: ClaimChange, sources: Sources) -> Item | None:
    """Return a statement of which something changed that a reader should know; None where nothing did."""
    old, new = change.old, change.new
    if old is None or new is None:
        return None
    told = []
    if "independent" in change.fields:
        told.append(f"{old.independent} → {new.independent} independent origins")
    if "said_by" in change.fields:
        told.append(f"said by {old.said_by or 'several, or the article'} → {new.said_by or 'several, or the article'}")
    if "assertion" in change.fields:
        told.append(f"{old.assertion} → {new.assertion}")
    if "label" in change.fields:
        told.append(f"{_label(old)} → {_label(new)}")
    if not told:
        return None
    lead = title_of(new.label) if new.label else None
    return Item(f"{'; '.join(told)}: {new.text}", lead=lead, marks=sources.marks(new.evidence))


def _label(claim: MergedClaim) -> str:
    return title_of(claim.label).lower() if claim.label else "no label"


def difference_item(change: DifferenceChange, sources: Sources) -> Item:
    """Return a difference between sources that opened, closed or shifted."""
    shown = change.new or change.old
    if shown is None:
        return Item("")
    lead = "Opened" if change.old is None else "Closed" if change.new is None else "Shifted"
    before = [Item(change.old.text, lead=BEFORE)] if change.old and change.new else []
    return Item(shown.text, lead=lead, items=(*before, *_sides(shown, sources)))


def _sides(difference: Difference, sources: Sources) -> Iterator[Item]:
    for side in difference.sides:
        who = side.said_by or sources.own_voice(e.article for e in side.evidence)
        yield Item(side.text, lead=who, marks=sources.marks(side.evidence))


def name_item(name: NameRef, sources: Sources) -> Item:
    """Return an actor or a place, with its other forms and the words that first name it."""
    forms = list({f.casefold(): f for f in name.aliases if f.casefold() != name.name.casefold()}.values())
    more = ["…"] if len(forms) > ALIASES_SHOWN else []
    also = f" ({', '.join([*forms[:ALIASES_SHOWN], *more])})" if forms else ""
    kind = "" if name.kind == PLACE else f", {title_of(name.kind).lower()}"
    return Item(f"{name.name}{also}{kind}", marks=sources.marks(name.evidence, name.articles))


def move_item(move: NameMove, sources: Sources) -> Item:
    """Return names that stand for the same as before, and stand for it otherwise."""
    old, new = [n.name for n in move.old], [n.name for n in move.new]
    kinds = [title_of(n.kind).lower() for n in (move.old[0], move.new[0])]
    text = {
        "renamed": f"{join(old)} is shown as {join(new)}",
        "kind": f"{join(new)} is listed as {kinds[1]}, before as {kinds[0]}",
        "joined": f"{join(old)} are one now: {join(new)}",
        "split": f"{join(old)} is now {join(new)}",
        "regrouped": f"{join(old)} are now {join(new)}",
    }[move.how]
    return Item(text, marks=sources.marks((), (a for n in move.new for a in n.articles)))


def about(figure: MergedEstimate | LineState) -> str:
    """Return what a figure is about: "Red Cross, tents, Velda"; residents who are counted as residents once."""
    parts = (figure.holder, title_of(figure.measure).lower(), figure.place)
    return ", ".join(dict.fromkeys(p for p in parts if p))


def _figure(estimate: MergedEstimate) -> str:
    doubt = assertion_word(estimate.assertion, has_speaker=bool(estimate.said_by))
    return f"{figure_words(estimate)}{f' ({doubt})' if doubt else ''}, {when(estimate.as_of)}"


def _side(lead: str, estimate: MergedEstimate, sources: Sources) -> Item:
    return Item(_figure(estimate), lead=lead, marks=_marks(estimate, sources))


def _marks(estimate: MergedEstimate, sources: Sources) -> tuple[Mark, ...]:
    return sources.marks(estimate.evidence, estimate.articles)


def _says(estimate: MergedEstimate, sources: Sources) -> str:
    behind = estimate.origin if estimate.said_by else None
    told = speaker(estimate.said_by, via=estimate.via, origin=behind) if estimate.said_by else None
    return told or sources.own_voice((*estimate.articles, *(e.article for e in estimate.evidence)))


def _claimed(claim: MergedClaim) -> str | None:
    doubt = assertion_word(claim.assertion, has_speaker=bool(claim.said_by))
    many = f"{claim.independent} independent origins" if claim.independent > 1 else None
    return ", ".join(p for p in (speaker(claim.said_by), doubt, many) if p) or None


def several(items: Iterable[Item | None]) -> tuple[Item, ...]:
    """Return the items that are some."""
    return tuple(i for i in items if i is not None and i.text)
