"""Where a model's answers about numbers may change what the rules found. Pure.

The brief must never get worse by asking, whatever answers. So:

* A model has to prove itself first (see proving.py), and what it would change is asked once more, the other way round.
* What a rule is sure of stands. A holder, place, speaker or measure is changed only where the rule marked itself unsure
  ("?" at the end of its reason), a place also where no rule found one, and only to what passes the strict checks.
* Nothing that the rules found is taken out.
* A number that the rules passed over becomes an estimate only with measure and holder, and under the strict checks: its
  noun must be one that the schema counts, and all that it is given must be named near it.

What was answered and not taken is told in notes of kind "fallback".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from summarizer.backends.planning import FIELDS, is_open
from summarizer.backends.proving import believed, proven
from summarizer.backends.questions import NONE, Answers, Item
from summarizer.checks import check_estimate
from summarizer.models import Draft, DraftEstimate, Evidence, MarkedArticle, Note
from summarizer.schema import EstimateRules, Schema

FALLBACK = "fallback"
BY_MODEL = "model"


def changed(tag: str, chosen: Mapping[str, str], draft: Draft, marked: MarkedArticle) -> DraftEstimate | None:
    """Return the estimate that the chosen answers make of a number, None where they change nothing."""
    current = drafted(draft).get(tag)
    values: dict[str, Any] = {f: None if a == NONE else a for f, a in chosen.items()}
    if current is None:
        if not values.get("measure") or not values.get("holder"):
            return None
        return DraftEstimate(tag, **values, rules=dict.fromkeys(values, BY_MODEL))
    # "None" for what a rule guessed is no better founded than the guess.
    better = {f: v for f, v in values.items() if v and v != getattr(current, f) and is_open(current, f, marked)}
    return current._replace(**better, rules={**current.rules, **dict.fromkeys(better, BY_MODEL)}) if better else None


def refusals(
    items: Sequence[Item], answers: Answers, draft: Draft, marked: MarkedArticle, schema: Schema
) -> dict[str, str]:
    """Return why answers about numbers cannot stand, by tag; answers that are not believed anyway are passed over."""
    fields = proven(items, answers)
    reasons: dict[str, str] = {}
    for item in items:
        estimate = changed(item.tag, believed(item, answers, fields), draft, marked)
        if estimate and (reason := check_estimate(estimate, marked, schema, strict=True)):
            reasons[item.tag] = reason
    return reasons


def to_confirm(
    items: Sequence[Item], answers: Answers, draft: Draft, marked: MarkedArticle
) -> dict[str, tuple[str, ...]]:
    """Return the fields of numbers, by tag, whose answers would change something."""
    fields, known = proven(items, answers), drafted(draft)
    found: dict[str, tuple[str, ...]] = {}
    for item in items:
        chosen = believed(item, answers, fields)
        if (made := changed(item.tag, chosen, draft, marked)) is not None:
            before = known.get(item.tag)
            found[item.tag] = tuple(f for f in chosen if before is None or getattr(made, f) != getattr(before, f))
    return found


def settle_numbers(
    draft: Draft,
    items: Sequence[Item],
    answers: Answers,
    failed: Mapping[str, str],
    marked: MarkedArticle,
    schema: Schema,
) -> Draft:
    """Return the draft with the estimates that a believed model changed or added.

    Args:
        draft: what the rules found.
        items: the numbers that were asked about.
        answers: what was answered.
        failed: why the last answer about a number could not stand, by its tag; the rules' answer does then.
        marked: the article.
        schema: its domain.
    """
    fields = proven(items, answers)
    made = {
        i.tag: e
        for i in items
        if i.tag not in failed
        and (e := changed(i.tag, believed(i, answers, fields), draft, marked)) is not None
        and check_estimate(e, marked, schema, strict=True) is None
    }
    estimates = _at_home(draft.estimates, made, schema)
    notes = [_refused_note(tag, reason, marked) for tag, reason in failed.items()]
    return draft._replace(estimates=estimates, notes=(*draft.notes, *notes, *not_followed(items, answers, fields)))


def _at_home(
    kept: Mapping[str, Sequence[DraftEstimate]], made: Mapping[str, DraftEstimate], schema: Schema
) -> dict[str, tuple[DraftEstimate, ...]]:
    """Return all estimates, with those that a model made in place of the rules', in the section of their measure."""
    rules = ((s.name, s.rules) for s in schema.of_kind("estimates"))
    home = {m.name: section for section, r in rules if isinstance(r, EstimateRules) for m in r.measures}
    known = {e.quantity for found in kept.values() for e in found}
    estimates: dict[str, list[DraftEstimate]] = {section: [] for section in kept}
    for section, found in kept.items():
        for each in found:
            now = made.get(each.quantity, each)
            estimates.setdefault(home.get(now.measure, section), []).append(now)
    for tag, added in made.items():
        if tag not in known and added.measure in home:
            estimates.setdefault(home[added.measure], []).append(added)
    return {section: _in_text_order(found) for section, found in estimates.items()}


def drafted(draft: Draft) -> dict[str, DraftEstimate]:
    """Return a draft's estimates by the tag of their number."""
    return {e.quantity: e for estimates in draft.estimates.values() for e in estimates}


def not_followed(items: Sequence[Item], answers: Answers, fields: frozenset[str]) -> list[Note]:
    """Return a note on the fields whose answers were left aside."""
    asked = sorted({f for i in items for f in i.open if i.tag in answers} - fields)
    if not asked:
        return []
    named = ", ".join(name.replace("_", " ") for name in asked)
    text = f"The model disagreed with what the rules are sure of, so it was not followed on: {named}."
    return [Note(kind=FALLBACK, text=text)]


def unqualified(items: Iterable[Item], fields: frozenset[str]) -> list[Note]:
    """Return a note on what a model was not asked about after it was tried (see qualifying.py), where any is open."""
    if all(f in fields for i in items for f in i.open):
        return []
    # All of them, whatever is open here: the same words on each article are told once in the merged brief.
    named = ", ".join(name.replace("_", " ") for name in FIELDS if name not in fields)
    text = f"Tried on plain figures, the model got these wrong and was not asked about them: {named}."
    return [Note(kind=FALLBACK, text=text)]


def _in_text_order(estimates: Iterable[DraftEstimate]) -> tuple[DraftEstimate, ...]:
    return tuple(sorted(estimates, key=lambda e: int(e.quantity[1:])))


def _refused_note(tag: str, reason: str, marked: MarkedArticle) -> Note:
    quantity = marked.quantities[int(tag[1:]) - 1]
    quote = marked.article.text[quantity.start : quantity.end]
    evidence = Evidence(article=marked.article.id, start=quantity.start, end=quantity.end, quote=quote)
    return Note(
        kind=FALLBACK,
        text=f"The model's answer about “{quote}” could not stand ({reason}); what the rules found does.",
        evidence=(evidence,),
    )
