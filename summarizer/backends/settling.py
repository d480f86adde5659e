"""Where a model's answers may change what the rules found. Pure.

The brief must never get worse by asking, whatever answers. So:

* A model has to prove itself first, on each article and each field: among its questions are some whose answer the rules
  are sure of. It is believed on a field only where it agrees with enough of them, and not by always saying the same.
* What a rule is sure of stands. A holder, place, speaker or measure is changed only where the rule marked itself unsure
  ("?" at the end of its reason), and only to what passes the strict checks.
* Nothing that the rules found is taken out.
* A number that the rules passed over becomes an estimate only with measure and holder, and under the strict checks: its
  noun must be one that the schema counts, and all that it is given must be named near it.
* A sentence becomes a claim only where it carries a weak cue of the schema, and only as long as there is room.

What was answered and not taken is told in notes of kind "fallback".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from summarizer.backends.planning import MIN_CONTROLS, cue_score, is_unsure
from summarizer.backends.questions import NONE, Answers, Item
from summarizer.checks import check_claim, check_estimate
from summarizer.models import Draft, DraftClaim, DraftEstimate, Evidence, MarkedArticle, Note
from summarizer.schema import ClaimRules, Schema

FALLBACK = "fallback"
BY_MODEL = "model"
# Rules that are sure err now and then, so not all controls must agree; by guessing, three of four are out of reach.
MIN_AGREEMENT = 0.75
# More would be the model's brief and not the rules'.
_ADD_AT_MOST = 3


def proven(items: Iterable[Item], answers: Answers) -> frozenset[str]:
    """Return the fields on which a model agrees with what the rules are sure of."""
    agreed: dict[str, list[str]] = {}
    asked: dict[str, int] = {}
    for item in items:
        for name, known in item.known.items():
            asked[name] = asked.get(name, 0) + 1
            if answers.get(item.tag, {}).get(name) == known:
                agreed.setdefault(name, []).append(known)
    return frozenset(
        name
        for name, right in agreed.items()
        if len(right) >= MIN_CONTROLS and len(right) / asked[name] >= MIN_AGREEMENT and len(set(right)) > 1
    )


def believed(item: Item, answers: Answers, fields: frozenset[str]) -> dict[str, str]:
    """Return the answers about an item's open fields that may be used."""
    return {f: a for f, a in answers.get(item.tag, {}).items() if f in fields and f in item.open}


def changed(tag: str, chosen: Mapping[str, str], draft: Draft) -> DraftEstimate | None:
    """Return the estimate that the chosen answers make of a number, None where they change nothing."""
    current = drafted(draft).get(tag)
    values: dict[str, Any] = {f: None if a == NONE else a for f, a in chosen.items()}
    if current is None:
        if not values.get("measure") or not values.get("holder"):
            return None
        return DraftEstimate(tag, **values, rules=dict.fromkeys(values, BY_MODEL))
    # "None" for what a rule guessed is no better founded than the guess.
    better = {f: v for f, v in values.items() if v and v != getattr(current, f) and is_unsure(current, f)}
    return current._replace(**better, rules={**current.rules, **dict.fromkeys(better, BY_MODEL)}) if better else None


def refusals(
    items: Sequence[Item], answers: Answers, draft: Draft, marked: MarkedArticle, schema: Schema
) -> dict[str, str]:
    """Return why answers about numbers cannot stand, by tag; answers that are not believed anyway are passed over."""
    fields = proven(items, answers)
    reasons: dict[str, str] = {}
    for item in items:
        estimate = changed(item.tag, believed(item, answers, fields), draft)
        if estimate and (reason := check_estimate(estimate, marked, schema, strict=True)):
            reasons[item.tag] = reason
    return reasons


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
        and (e := changed(i.tag, believed(i, answers, fields), draft)) is not None
        and check_estimate(e, marked, schema, strict=True) is None
    }
    known = drafted(draft)
    estimates = {s: tuple(made.get(e.quantity, e) for e in kept) for s, kept in draft.estimates.items()}
    added = tuple(e for tag, e in made.items() if tag not in known)
    specs = schema.of_kind("estimates")
    if added and specs:
        home = next((s.name for s in specs if s.name in estimates), specs[0].name)
        estimates[home] = _in_text_order((*estimates.get(home, ()), *added))
    notes = [_refused_note(tag, reason, marked) for tag, reason in failed.items()]
    return draft._replace(estimates=estimates, notes=(*draft.notes, *notes, *_not_followed(items, answers, fields)))


def settle_sentences(
    draft: Draft, items: Sequence[Item], answers: Answers, marked: MarkedArticle, schema: Schema
) -> Draft:
    """Return the draft with the claims that a believed model added."""
    fields = proven(items, answers)
    claims = dict(draft.claims)
    for spec in schema.of_kind("claims"):
        if spec.name not in fields or not isinstance(spec.rules, ClaimRules):
            continue
        kept = tuple(claims.get(spec.name, ()))
        found = _new_claims(spec.name, spec.rules, items, answers, marked, schema)
        room = max(0, min(_ADD_AT_MOST, spec.rules.at_most - len(kept)))
        best = sorted(found, key=lambda c: (-c.score, int(c.sentences[0][1:])))[:room]
        claims[spec.name] = tuple(sorted((*kept, *best), key=lambda c: int(c.sentences[0][1:])))
    return draft._replace(claims=claims, notes=(*draft.notes, *_not_followed(items, answers, fields)))


def drafted(draft: Draft) -> dict[str, DraftEstimate]:
    """Return a draft's estimates by the tag of their number."""
    return {e.quantity: e for estimates in draft.estimates.values() for e in estimates}


def _new_claims(
    section: str, rules: ClaimRules, items: Sequence[Item], answers: Answers, marked: MarkedArticle, schema: Schema
) -> list[DraftClaim]:
    article = marked.article
    found = []
    for item in items:
        label = believed(item, answers, frozenset({section})).get(section, NONE)
        sentence = article.sentences[int(item.tag[1:]) - 1]
        score = cue_score(article.text[sentence.start : sentence.end], rules)
        claim = DraftClaim((item.tag,), label, score=score, rules={"label": BY_MODEL})
        if label != NONE and score > 0 and check_claim(claim, marked, schema) is None:
            found.append(claim)
    return found


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


def _not_followed(items: Sequence[Item], answers: Answers, fields: frozenset[str]) -> list[Note]:
    """Return a note on the fields whose answers were left aside."""
    asked = sorted({f for i in items for f in i.open if i.tag in answers} - fields)
    if not asked:
        return []
    named = ", ".join(name.replace("_", " ") for name in asked)
    text = f"The model disagreed with what the rules are sure of, so it was not followed on: {named}."
    return [Note(kind=FALLBACK, text=text)]
