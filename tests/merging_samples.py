"""Article briefs made by hand, for the tests of merging."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from summarizer.models import (
    Article,
    ArticleBrief,
    Claim,
    Claims,
    Entities,
    Entity,
    Estimate,
    Estimates,
    Evidence,
    Mention,
    MergedBrief,
    MergedEntity,
    MergedPlace,
    Note,
    Place,
    Places,
    StrengthLine,
)
from summarizer.schema import (
    ClaimRules,
    Cue,
    EntityRules,
    EstimateRules,
    KnownName,
    Measure,
    NounClass,
    PlaceRules,
    Schema,
    SectionSpec,
)

FLOOD = Schema(
    name="flood",
    sections=(
        SectionSpec(
            "actors",
            "Actors",
            "entities",
            "Who acts.",
            EntityRules(
                {"person": "", "body": "", "state": "", "medium": ""},
                {"body": ("Agency", "Service", "Forces")},
                parties=("body", "state"),
            ),
        ),
        SectionSpec("sites", "Sites", "places", "Where.", PlaceRules()),
        SectionSpec(
            "toll",
            "Toll",
            "estimates",
            "How many.",
            EstimateRules(
                (
                    Measure("drowned", "people who drowned; the holder is who died", done_to=("drown", "drowned")),
                    Measure("rescuers", "people who help", counts=("rescuers",)),
                    Measure("engines", "pumps and boats", counts=("engines",)),
                    Measure("flooded", "land under water", unit="km²"),
                ),
                (
                    NounClass("rescuers", ("rescuers", "helpers"), group="helpers"),
                    NounClass("engines", ("pumps", "boats")),
                ),
                ("residents",),
            ),
        ),
        SectionSpec(
            "measures",
            "Measures",
            "claims",
            "What is done.",
            ClaimRules(
                {"dikes": "Dikes and barriers", "evacuation": "Evacuation", "other": "Other"},
                (Cue(r"dikes?|sandbags?", 1, "dikes"), Cue(r"evacuat\w+|boats?", 1, "evacuation")),
                things=True,
            ),
        ),
        SectionSpec(
            "outlook",
            "Outlook",
            "claims",
            "What comes next.",
            ClaimRules(
                {"water": "The water", "blame": "Whose fault it is", "other": "Other"},
                (Cue(r"will\b"), Cue(r"may\b"), Cue(r"rise", 1, "water"), Cue(r"fault", 1, "blame")),
                questions={"blame": "whose fault it is"},
            ),
        ),
    ),
    names=(
        KnownName("River Watch", "body", ("RW", "the Watch", "Riverwatch")),
        KnownName("Suwayda", "place", ("Sweida", "As-Suwayda"), "SY"),
    ),
    digest="",
)
"""A domain that is no war, with sections under names of its own."""


def article(key: str, text: str = "", **fields: Any) -> Article:
    """Return an article; `key` is its id, path and title."""
    return Article(**{"id": key, "path": f"{key}.txt", "sha256": key, "title": f"Title {key}", "text": text, **fields})


def brief(
    about: Article | str,
    *,
    actors: Iterable[Entity] = (),
    places: Iterable[Place] = (),
    figures: Iterable[Estimate] = (),
    measures: Iterable[Claim] = (),
    outlook: Iterable[Claim] = (),
    notes: Iterable[Note] = (),
) -> ArticleBrief:
    """Return a brief of the flood domain."""
    return ArticleBrief(
        article=article(about) if isinstance(about, str) else about,
        sections={
            "actors": Entities(items=tuple(actors)),
            "sites": Places(items=tuple(places)),
            "toll": Estimates(items=tuple(figures)),
            "measures": Claims(items=tuple(measures)),
            "outlook": Claims(items=tuple(outlook)),
        },
        notes=tuple(notes),
    )


def actor(name: str, kind: str = "body", *aliases: str, text: str = "") -> Entity:
    """Return an entity; its mentions are where `text` has its name."""
    at = text.find(name)
    mentions = (Mention(start=at, end=at + len(name)),) if at >= 0 and text else ()
    return Entity(name=name, kind=kind, aliases=aliases, mentions=mentions)


def place(name: str, country: str | None = None, lat: float | None = None, lon: float | None = None) -> Place:
    """Return a place."""
    return Place(name=name, country=country, lat=lat, lon=lon)


def figure(low: float | None, high: float | None = None, qualifier: str = "exact", **fields: Any) -> Estimate:
    """Return an estimate: residents drowned in Dorn on 5 March 2018, if `fields` do not say otherwise.

    An exact or approximate number gives both bounds; an open one takes its bound from `low`.
    """
    bounds = {"more_than": (low, None), "at_least": (low, None), "fewer_than": (None, low), "at_most": (None, low)}
    low, high = bounds.get(qualifier, (low, low if high is None else high))
    usual: dict[str, Any] = {
        "id": f"e{fields.get('said_by')}{low}{high}{qualifier}",
        "measure": "drowned",
        "counted": "residents",
        "holder": "residents",
        "unit": None,
        "place": "Dorn",
        "said_by": None,
        "as_of": "2018-03-05",
        "as_of_basis": "stated",
        "evidence": (),
    }
    return Estimate(**{**usual, "low": low, "high": high, "qualifier": qualifier, **fields})


def claim(about: Article, quote: str, label: str | None = None, **fields: Any) -> Claim:
    """Return a claim whose text is a quote of the article."""
    return Claim(**{"text": quote, "label": label, "evidence": (evidence(about, quote),), **fields})


def evidence(about: Article, quote: str) -> Evidence:
    """Return the evidence that a quote of an article is."""
    start = about.text.index(quote)
    return Evidence(article=about.id, start=start, end=start + len(quote), quote=quote)


def actors_of(merged: MergedBrief, section: str = "actors") -> list[MergedEntity]:
    """Return the merged actors."""
    return list(merged.sections[section].items)  # type: ignore[arg-type]


def places_of(merged: MergedBrief, section: str = "sites") -> list[MergedPlace]:
    """Return the merged places."""
    return list(merged.sections[section].items)  # type: ignore[arg-type]


def lines_of(merged: MergedBrief, section: str = "toll") -> list[StrengthLine]:
    """Return the merged lines."""
    return list(merged.sections[section].items)  # type: ignore[arg-type]
