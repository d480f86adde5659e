"""Makes an `ArticleBrief` of a draft: the draft points, this copies. Pure.

Every quote is cut out of the article by code, every number, bound and date is taken from what marking found, and each
point of the draft is checked once more. What breaks a check is left out, with a note.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.checks import check_claim, check_estimate
from summarizer.models import (
    ArticleBrief,
    AsOfBasis,
    Claim,
    Claims,
    Draft,
    DraftClaim,
    DraftEstimate,
    Entities,
    Entity,
    Estimate,
    Estimates,
    Evidence,
    MarkedArticle,
    Mention,
    Note,
    Place,
    Places,
    Section,
)
from summarizer.schema import Schema
from summarizer.tags import PUBLISHED

__all__ = ["ground"]

LONGEST_QUOTE = 500  # characters; a longer sentence is cut at words around what matters


def ground(marked: MarkedArticle, draft: Draft, schema: Schema) -> ArticleBrief:
    """Return the brief of one article. What the draft says that the article does not bear is left out and noted."""
    notes = list(draft.notes)
    sections: dict[str, Section] = {}
    for spec in schema.sections:
        if spec.kind == "entities":
            sections[spec.name] = Entities(items=_entities(marked, draft.entities.get(spec.name, ())))
        elif spec.kind == "places":
            sections[spec.name] = Places(items=_places(marked, draft.places.get(spec.name, ())))
        elif spec.kind == "estimates":
            sections[spec.name] = Estimates(items=_estimates(marked, draft.estimates.get(spec.name, ()), schema, notes))
        else:
            sections[spec.name] = Claims(items=_claims(marked, draft.claims.get(spec.name, ()), schema, notes))
    return ArticleBrief(
        article=marked.article,
        summary=_claims(marked, draft.summary, schema, notes),
        sections=sections,
        notes=tuple(notes),
    )


def _number(tag: str) -> int:
    return int(tag[1:]) - 1


def _entities(marked: MarkedArticle, tags: Sequence[str]) -> tuple[Entity, ...]:
    text = marked.article.text
    found = []
    for number in map(_number, tags):
        actor = marked.actors[number]
        forms = {actor.name, *actor.aliases}
        # Short forms ("the group") point back and are no names of their own.
        spans = [(n.start, n.end) for n in marked.names if n.actor == number and text[n.start : n.end] in forms]
        mentions = tuple(Mention(start=a, end=b) for a, b in spans)
        found.append(Entity(name=actor.name, kind=actor.kind, aliases=actor.aliases, mentions=mentions))
    return tuple(found)


def _places(marked: MarkedArticle, tags: Sequence[str]) -> tuple[Place, ...]:
    found = []
    for number in map(_number, tags):
        place = marked.places[number]
        mentions = tuple(Mention(start=s.start, end=s.end) for s in marked.spots if s.place == number)
        found.append(
            Place(
                name=place.name,
                aliases=place.aliases,
                country=place.country,
                lat=place.lat,
                lon=place.lon,
                mentions=mentions,
            )
        )
    return tuple(found)


def _estimates(
    marked: MarkedArticle, drafts: Sequence[DraftEstimate], schema: Schema, notes: list[Note]
) -> tuple[Estimate, ...]:
    kept = []
    for draft in drafts:
        reason = check_estimate(draft, marked, schema)
        if reason is None:
            kept.append(draft)
        else:
            notes.append(
                Note(kind="left_out", text=f"a figure was left out: {reason}", evidence=_around(draft, marked))
            )
    ids = {d.quantity for d in kept}
    return tuple(_estimate(draft, marked, ids) for draft in kept)


def _estimate(draft: DraftEstimate, marked: MarkedArticle, ids: set[str]) -> Estimate:
    quantity = marked.quantities[_number(draft.quantity)]
    as_of, basis = _as_of(draft, marked)
    return Estimate(
        id=f"{marked.article.id}-{draft.quantity}",
        measure=draft.measure,
        counted=quantity.counted,
        holder=_actor_name(draft.holder, marked),
        low=quantity.low,
        high=quantity.high,
        qualifier=quantity.qualifier,
        unit=quantity.unit,
        place=marked.places[_number(draft.place)].name if draft.place else None,
        said_by=_speaker(draft.said_by, marked),
        via=_via(draft.said_by, quantity.start, marked),
        assertion=draft.assertion,
        as_of=as_of,
        as_of_basis=basis,
        part_of=f"{marked.article.id}-{draft.part_of}" if draft.part_of in ids else None,
        evidence=_around(draft, marked),
        notes=draft.notes,
    )


def _actor_name(holder: str | None, marked: MarkedArticle) -> str | None:
    if holder and holder[0] == "A" and holder[1:].isdigit():
        return marked.actors[_number(holder)].name
    return holder


def _speaker(tag: str | None, marked: MarkedArticle) -> str | None:
    if tag is None:
        return None
    return marked.attributions[_number(tag)].speaker if tag[0] == "W" else marked.actors[_number(tag)].name


def _via(tag: str | None, position: int, marked: MarkedArticle) -> tuple[str, ...]:
    """Return who relayed what a speaker says: the attribution's own relays, then the voices around it, outward."""
    if tag is None or tag[0] != "W":
        return ()
    inner = marked.attributions[_number(tag)]
    around = [a for a in marked.attributions if a.start <= position < a.end and a is not inner]
    around.sort(key=lambda a: a.end - a.start)
    chain = [*inner.via, *(name for a in around for name in (a.speaker, *a.via))]
    return tuple(name for name in dict.fromkeys(chain) if name != inner.speaker)


def _as_of(draft: DraftEstimate, marked: MarkedArticle) -> tuple[str | None, AsOfBasis | None]:
    if draft.as_of is None:
        return None, None
    if draft.as_of == PUBLISHED:
        published = marked.article.published
        return (published[:10], "publication") if published else (None, None)
    time = marked.times[_number(draft.as_of)]
    return time.value, time.basis


def _around(draft: DraftEstimate, marked: MarkedArticle) -> tuple[Evidence, ...]:
    quantity = marked.quantities[_number(draft.quantity)]
    return (_evidence(marked, quantity.start, max(quantity.end, quantity.counted_end)),)


def _claims(
    marked: MarkedArticle, drafts: Sequence[DraftClaim], schema: Schema, notes: list[Note]
) -> tuple[Claim, ...]:
    kept = []
    for draft in drafts:
        reason = check_claim(draft, marked, schema)
        evidence = tuple(_sentence(tag, marked) for tag in draft.sentences) if reason is None else ()
        if reason is not None:
            notes.append(Note(kind="left_out", text=f"a claim was left out: {reason}"))
            continue
        text = draft.text or " ".join(" ".join(e.quote.split()) for e in evidence)
        said_by = _speaker(draft.said_by, marked)
        kept.append(Claim(text=text, label=draft.label, said_by=said_by, assertion=draft.assertion, evidence=evidence))
    return tuple(kept)


def _sentence(tag: str, marked: MarkedArticle) -> Evidence:
    sentence = marked.article.sentences[_number(tag)]
    return _evidence(marked, sentence.start, sentence.start)


def _evidence(marked: MarkedArticle, start: int, end: int) -> Evidence:
    """Return the sentence around `start`:`end`, cut at words where it is too long to quote whole."""
    article = marked.article
    sentence = next((s for s in article.sentences if s.start <= start < s.end), None)
    left, right = (sentence.start, max(sentence.end, end)) if sentence else (start, end)
    if right - left > LONGEST_QUOTE:
        left = _word_start(article.text, max(left, start - LONGEST_QUOTE // 2), left)
        right = _word_end(article.text, min(right, left + LONGEST_QUOTE), right)
    return Evidence(article=article.id, start=left, end=right, quote=article.text[left:right])


def _word_start(text: str, position: int, least: int) -> int:
    while position > least and not text[position - 1].isspace():
        position -= 1
    return position


def _word_end(text: str, position: int, most: int) -> int:
    while position > 0 and position < most and not text[position].isspace():
        position -= 1
    return position
