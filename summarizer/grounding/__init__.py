"""Makes an `ArticleBrief` of a draft: the draft points, this copies. Pure.

Every quote is cut out of the article by code, every number, bound and date is taken from what marking found, and each
point of the draft is checked once more. What breaks a check, or points at nothing, is left out, with a note.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from summarizer.checks import check_claim, check_estimate
from summarizer.grounding.moving import moved
from summarizer.grounding.quoting import quote_around, true_quotes
from summarizer.grounding.relations import read_relations
from summarizer.grounding.showing import Shown
from summarizer.models import (
    Actor,
    ArticleBrief,
    AsOfBasis,
    Attribution,
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
    Location,
    MarkedArticle,
    Mention,
    Note,
    Place,
    Places,
    Quantity,
    Section,
)
from summarizer.schema import Schema
from summarizer.tags import PUBLISHED, find
from summarizer.voices import Voices

__all__ = ["ground"]


def ground(marked: MarkedArticle, draft: Draft, schema: Schema) -> ArticleBrief:
    """Return the brief of one article. What the draft says that the article does not bear is left out and noted."""
    article = marked.article
    marked, draft = moved(draft.marked or marked, draft)
    shown = Shown(marked, schema.user_names)
    told = (*article.remarks, *draft.notes, *shown.notes())
    notes = [n.model_copy(update={"evidence": tuple(true_quotes(article, n.evidence))}) for n in told]
    sections: dict[str, Section] = {}
    for spec in schema.sections:
        if spec.kind == "entities":
            sections[spec.name] = Entities(items=_entities(marked, draft.entities.get(spec.name, ()), notes, shown))
        elif spec.kind == "places":
            sections[spec.name] = Places(items=_places(marked, draft.places.get(spec.name, ()), notes, shown))
        elif spec.kind == "estimates":
            drafts = draft.estimates.get(spec.name, ())
            sections[spec.name] = Estimates(items=_estimates(marked, drafts, schema, notes, shown))
        else:
            sections[spec.name] = Claims(items=_claims(marked, draft.claims.get(spec.name, ()), schema, notes, shown))
    summary = _claims(marked, draft.summary, schema, notes, shown)
    relations = read_relations(marked, schema, shown)
    return ArticleBrief(article=article, summary=summary, sections=sections, relations=relations, notes=tuple(notes))


def _number(tag: str) -> int:
    return int(tag[1:]) - 1


def _pointed_at(
    marked: MarkedArticle, tags: Sequence[str], of: type[Actor | Location], notes: list[Note]
) -> Iterator[int]:
    """Yield the position of what each tag points at, once; what points at nothing of this kind is noted."""
    for tag in dict.fromkeys(tags):
        if isinstance(find(tag, marked), of):
            yield _number(tag)
        else:
            notes.append(
                Note(kind="left_out", text=f"{tag!r} was left out: it is no {of.__name__.lower()} of this article")
            )


def _entities(marked: MarkedArticle, tags: Sequence[str], notes: list[Note], shown: Shown) -> tuple[Entity, ...]:
    text = marked.article.text
    named: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for name in marked.names:
        named[name.actor].append((name.start, name.end))
    found = []
    for number in _pointed_at(marked, tags, Actor, notes):
        actor = marked.actors[number]
        if shown.ignored(actor):
            continue
        forms = {actor.name, *actor.aliases}
        # Short forms ("the group") point back and are no names of their own.
        spans = [(start, end) for start, end in named[number] if text[start:end] in forms]
        mentions = tuple(Mention(start=a, end=b) for a, b in spans)
        aliases = shown.aliases(actor, {" ".join(text[a:b].split()) for a, b in spans})
        found.append(Entity(name=shown.name(actor), kind=actor.kind, aliases=aliases, mentions=mentions))
    return tuple(found)


def _places(marked: MarkedArticle, tags: Sequence[str], notes: list[Note], shown: Shown) -> tuple[Place, ...]:
    text = marked.article.text
    spots: dict[int, list[Mention]] = defaultdict(list)
    for spot in marked.spots:
        spots[spot.place].append(Mention(start=spot.start, end=spot.end))
    found = []
    for number in _pointed_at(marked, tags, Location, notes):
        place = marked.places[number]
        if shown.ignored(place):
            continue
        forms = {" ".join(text[m.start : m.end].split()) for m in spots[number]}
        found.append(
            Place(
                name=shown.name(place),
                aliases=shown.aliases(place, forms),
                country=place.country,
                lat=place.lat,
                lon=place.lon,
                mentions=tuple(spots[number]),
            )
        )
    return tuple(found)


def _estimates(
    marked: MarkedArticle, drafts: Sequence[DraftEstimate], schema: Schema, notes: list[Note], shown: Shown
) -> tuple[Estimate, ...]:
    kept: dict[str, DraftEstimate] = {}
    for draft in drafts:
        reason = check_estimate(draft, marked, schema)
        if reason is None and draft.quantity in kept:
            reason = f"{draft.quantity} is given twice"
        if reason is None:
            kept[draft.quantity] = draft
        else:
            text = f"a figure was left out: {reason}"
            notes.append(Note(kind="left_out", text=text, evidence=_around(draft, marked)))
    voices = Voices(marked.attributions)
    return tuple(_estimate(draft, marked, _whole(draft, kept), voices, shown) for draft in kept.values())


def _whole(draft: DraftEstimate, kept: Mapping[str, DraftEstimate]) -> str | None:
    """Return the tag of the whole that a part belongs to; None where it was left out or belongs to the part itself."""
    seen, above = {draft.quantity}, draft.part_of
    while above is not None and above in kept and above not in seen:
        seen.add(above)
        above = kept[above].part_of
    return draft.part_of if draft.part_of in kept and above not in seen else None


def _estimate(draft: DraftEstimate, marked: MarkedArticle, whole: str | None, voices: Voices, shown: Shown) -> Estimate:
    quantity = marked.quantities[_number(draft.quantity)]
    as_of, basis = _as_of(draft, marked)
    holder, unheld = shown.holder(draft.holder)
    place, unplaced = shown.place(draft.place)
    return Estimate(
        id=f"{marked.article.id}-{draft.quantity}",
        measure=draft.measure,
        counted=quantity.counted,
        holder=holder,
        low=quantity.low,
        high=quantity.high,
        qualifier=quantity.qualifier,
        unit=quantity.unit,
        place=place,
        said_by=_speaker(draft.said_by, marked, shown),
        via=_via(draft.said_by, voices.at(quantity.start), marked, shown),
        assertion=draft.assertion,
        as_of=as_of,
        as_of_basis=basis,
        part_of=f"{marked.article.id}-{whole}" if whole else None,
        mention=Mention(start=quantity.start, end=quantity.end),
        evidence=_around(draft, marked),
        notes=(*draft.notes, *unheld, *unplaced),
    )


def _speaker(tag: str | None, marked: MarkedArticle, shown: Shown) -> str | None:
    if not tag:
        return None
    if tag[0] == "W":
        return shown.spoken(marked.attributions[_number(tag)].speaker)
    return shown.name(marked.actors[_number(tag)])


def _via(
    tag: str | None, covering: Sequence[tuple[int, Attribution]], marked: MarkedArticle, shown: Shown
) -> tuple[str, ...]:
    """Return who relayed what a speaker says: the attribution's own relays, then the voices around it, outward."""
    if not tag or tag[0] != "W":
        return ()
    inner = marked.attributions[_number(tag)]
    around = [a for _, a in covering if a is not inner]
    chain = [*inner.via, *(name for a in around for name in (a.speaker, *a.via))]
    speaker = shown.spoken(inner.speaker)
    return tuple(dict.fromkeys(s for name in chain if (s := shown.spoken(name)) != speaker))


def _as_of(draft: DraftEstimate, marked: MarkedArticle) -> tuple[str | None, AsOfBasis | None]:
    if not draft.as_of:
        return None, None
    if draft.as_of == PUBLISHED:
        published = marked.article.published
        return (published[:10], "publication") if published else (None, None)
    time = marked.times[_number(draft.as_of)]
    return time.value, time.basis


def _around(draft: DraftEstimate, marked: MarkedArticle) -> tuple[Evidence, ...]:
    quantity = find(draft.quantity, marked)
    if not isinstance(quantity, Quantity):
        return ()
    return (quote_around(marked.article, quantity.start, max(quantity.end, quantity.counted_end)),)


def _claims(
    marked: MarkedArticle, drafts: Sequence[DraftClaim], schema: Schema, notes: list[Note], shown: Shown
) -> tuple[Claim, ...]:
    kept = []
    for draft in drafts:
        reason = check_claim(draft, marked, schema)
        evidence = tuple(_sentence(tag, marked) for tag in draft.sentences) if reason is None else ()
        if reason is not None:
            notes.append(Note(kind="left_out", text=f"a claim was left out: {reason}"))
            continue
        text = draft.text or " ".join(" ".join(e.quote.split()) for e in evidence)
        said_by = _speaker(draft.said_by, marked, shown)
        kept.append(Claim(text=text, label=draft.label, said_by=said_by, assertion=draft.assertion, evidence=evidence))
    return tuple(kept)


def _sentence(tag: str, marked: MarkedArticle) -> Evidence:
    sentence = marked.article.sentences[_number(tag)]
    return quote_around(marked.article, sentence.start, sentence.start)
