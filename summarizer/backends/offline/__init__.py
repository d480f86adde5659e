"""The backend that needs no server: rules over a marked article. Deterministic, and the floor under every model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from summarizer.backends.base import Usage
from summarizer.backends.offline.claims import draft_claims, draft_summary
from summarizer.backends.offline.estimates import draft_estimates
from summarizer.backends.offline.frames import frames_of
from summarizer.backends.offline.reading import Reading
from summarizer.backends.offline.wholes import quantity_of, remarks_on_sums
from summarizer.models import Draft, DraftEstimate, Evidence, MarkedArticle, MergedBrief, Narrative, Note
from summarizer.schema import Schema
from summarizer.turns import Turns

__all__ = ["OfflineBackend"]

ENGLISH = "en"


class OfflineBackend:
    """Drafts by the rules of a schema."""

    name = "offline"
    model: str | None = None

    def __init__(self, schema: Schema, *, spares: bool = False) -> None:
        """Take the schema whose rules are applied; `spares` are drafted for whoever asks a model about them."""
        self.schema = schema
        self._spares = spares
        self.usage = Usage()
        self._turns = Turns()

    async def draft(self, marked: MarkedArticle) -> Draft:
        """Return what the rules find in one article."""
        size = len(marked.article.text)
        return await self._turns.do(lambda: draft_by_rules(marked, self.schema, spares=self._spares), size=size)

    async def narrate(self, merged: MergedBrief) -> Narrative | None:  # noqa: ARG002  the protocol gives it
        """Return None: the merging's own templates write the summary."""
        return None

    async def close(self) -> None:
        """Do nothing: there is nothing to release."""


def draft_by_rules(marked: MarkedArticle, schema: Schema, *, spares: bool = False) -> Draft:
    """Return what the rules of a schema find in a marked article; `spares` also what they nearly took. Pure."""
    reading = Reading(marked, schema.entity_rules.parties)
    found = draft_claims(reading, schema, spares=spares)
    claims = {name: drafted.claims for name, drafted in found.items()}
    estimates = _each_once({frames.section: draft_estimates(reading, frames) for frames in frames_of(schema)})
    return Draft(
        entities={s.name: tuple(f"A{i + 1}" for i in range(len(marked.actors))) for s in schema.of_kind("entities")},
        places={s.name: tuple(f"P{i + 1}" for i in range(len(marked.places))) for s in schema.of_kind("places")},
        estimates=estimates,
        claims=claims,
        summary=draft_summary(reading, [c for found in claims.values() for c in found]),
        notes=(*_notes(marked), *_sums(estimates, reading)),
        spares={name: drafted.spares for name, drafted in found.items() if drafted.spares},
    )


def _each_once(estimates: Mapping[str, Sequence[DraftEstimate]]) -> dict[str, tuple[DraftEstimate, ...]]:
    """Return the estimates with each number in one section only, the first that takes it: it counts one thing."""
    taken: set[str] = set()
    kept: dict[str, tuple[DraftEstimate, ...]] = {}
    for section, drafts in estimates.items():
        kept[section] = tuple(d for d in drafts if d.quantity not in taken)
        taken |= {d.quantity for d in drafts}
    return kept


def _sums(estimates: Mapping[str, Sequence[DraftEstimate]], reading: Reading) -> Iterator[Note]:
    article = reading.marked.article
    for drafts in estimates.values():
        for whole, remark in remarks_on_sums(drafts, reading):
            at = quantity_of(whole, reading)
            quote = Evidence(article=article.id, start=at.start, end=at.end, quote=article.text[at.start : at.end])
            yield Note(kind="arithmetic", text=remark, evidence=(quote,))


def _notes(marked: MarkedArticle) -> tuple[Note, ...]:
    language = marked.article.language
    if language in (None, ENGLISH):
        return ()
    text = f"the article is in {language}; the offline rules read English, so this brief holds what they safely found"
    return (Note(kind="language", text=text),)
