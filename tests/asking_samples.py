"""A small domain, an article and a rules backend, made by hand, for the tests of all that asks a model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from summarizer.models import (
    Actor,
    Article,
    Attribution,
    Draft,
    DraftClaim,
    DraftEstimate,
    Location,
    MarkedArticle,
    Name,
    Quantity,
    Sentence,
    Spot,
)
from summarizer.prompting import Prompts
from summarizer.schema import ClaimRules, Cue, EstimateRules, Measure, NounClass, Schema, SectionSpec

MEASURES = (
    Measure(
        "killed",
        "people killed",
        counts=("dead",),
        befalls=("fighters", "people"),
        done_to=("killed",),
        happens=("died",),
        states=("dead",),
    ),
    Measure("attacks", "attacks carried out", counts=("attacks",), doer_holds=True),
    Measure("area", "land held", unit="km²", doer_holds=True),
    Measure("personnel", "members of a force", counts=("fighters",)),
    Measure("civilians", "people present", counts=("people",), group="civilians"),
)
NOUNS = (
    NounClass("fighters", ("fighter", "fighters", "troops")),
    NounClass("people", ("people", "residents"), group="civilians"),
    NounClass("attacks", ("attack", "attacks")),
    NounClass("dead", ("dead", "bodies")),
)
TACTICS = ClaimRules(
    labels={"tunnels": "Tunnels", "mines": "Mines", "ambush": "Ambushes"},
    cues=(
        Cue("tunnels?", 2, "tunnels"),
        Cue("mines?", 2, "mines"),
        Cue("ambush", 2, "ambush"),
        Cue("hid(?:e|ing)", 0.8),
    ),
    at_least=1.5,
)
SCHEMA = Schema(
    name="conflict",
    sections=(
        SectionSpec("strength", "Strength", "estimates", "How many.", EstimateRules(MEASURES, NOUNS, ("civilians",))),
        SectionSpec("tactics", "Tactics", "claims", "How they fight.", TACTICS),
    ),
    names=(),
    digest="0123",
)

SENTENCES = (
    "Alpha has 500 fighters in Northtown, Karim Aziz of the Monitor said.",
    "Beta has 700 troops in Southville, the ministry said.",
    "Gamma moved 90 fighters to Northtown, Karim Aziz added.",
    "Alpha claimed 950 to 975 attacks, and the residents of Southville counted them.",
    "Some 40 fighters of Beta or Gamma were killed near Southville.",
    "The fighters of Alpha dug tunnels below the old market of Northtown.",
    "Beta laid mines along the road from Southville to the river crossing.",
    "Gamma is hiding its trucks in the orchards outside of Northtown now.",
    "The weather in the valley was mild for most of the past three weeks.",
    "Shops on the main street opened again on the morning after the rain.",
    "About 300 residents wait at the bridge.",
    "Gamma waited in ambush where the road enters the forest of pines.",
    "Alpha keeps a tunnel under the mill for those who carry its letters.",
    "Schools in the lower town open at eight, as they do in any autumn.",
    "A ferry runs across the lake twice a day when the water is high.",
)
ACTORS = ("Alpha", "Beta", "Gamma", "Karim Aziz", "ministry")
PLACES = ("Northtown", "Southville")
NUMBERS = (
    ("500", "count", "fighters", None),
    ("700", "count", "troops", None),
    ("90", "count", "fighters", None),
    ("950 to 975", "count", "attacks", None),
    ("Some 40", "count", "fighters of Beta or Gamma", None),
    ("three", "duration", "weeks", "weeks"),
    ("About 300", "count", "residents", None),
)


def sample() -> MarkedArticle:
    """Return the article as marking would."""
    text, spans = "", []
    for words in SENTENCES:
        spans.append((len(text), len(text) + len(words)))
        text += words + "\n\n"
    sentences = tuple(Sentence(index=n, start=a, end=b, paragraph=n) for n, (a, b) in enumerate(spans, start=1))
    article = Article(id="a1", path="a.txt", sha256="0" * 64, title="Three sides", text=text, sentences=sentences)
    return MarkedArticle(
        article,
        quantities=tuple(_quantity(text, *row) for row in NUMBERS),
        actors=tuple(Actor(name, "armed_group") for name in ACTORS),
        names=tuple(Name(m.start(), m.end(), n) for n, name in enumerate(ACTORS) for m in re.finditer(name, text)),
        places=tuple(Location(name) for name in PLACES),
        spots=tuple(Spot(m.start(), m.end(), n) for n, name in enumerate(PLACES) for m in re.finditer(name, text)),
        attributions=(
            _attribution(spans[0], text, "Karim Aziz"),
            _attribution(spans[1], text, "the ministry"),
            _attribution(spans[2], text, "Karim Aziz"),
        ),
    )


def _quantity(text: str, words: str, kind: str, counted: str, unit: str | None) -> Quantity:
    start = text.index(words)
    at = text.index(counted, start)
    return Quantity(start, start + len(words), 1.0, 1.0, "exact", unit, kind, counted, at, at + len(counted))


def _attribution(span: tuple[int, int], text: str, speaker: str) -> Attribution:
    at = text.index(speaker, span[0])
    return Attribution(*span, speaker, at, at + len(speaker))


SURE: Mapping[str, str] = dict.fromkeys(("measure", "holder", "said_by", "place"), "grammar")
RULES_DRAFT = Draft(
    estimates={
        "strength": (
            DraftEstimate("N1", "personnel", "A1", "P1", "W1", rules=SURE),
            DraftEstimate("N2", "personnel", "A2", "P2", "W2", rules=SURE),
            DraftEstimate("N3", "personnel", "A3", "P1", "W3", rules=SURE),
            DraftEstimate("N4", "attacks", "A1", None, None, rules=SURE),
            DraftEstimate("N5", "killed", "A2", "P2", None, rules={**SURE, "holder": "nearest?"}),
        )
    },
    claims={
        "tactics": (
            DraftClaim(("S6",), "tunnels", score=3.4, rules={"label": "cue"}),
            DraftClaim(("S7",), "mines", score=3.4, rules={"label": "cue"}),
            DraftClaim(("S12",), "ambush", score=3.1, rules={"label": "cue"}),
            DraftClaim(("S13",), "tunnels", score=1.6, rules={"label": "cue"}),
        )
    },
    spares={"tactics": (DraftClaim(("S8",), "ambush", score=0.8, rules={"label": "cue"}),)},
)
# What a reader would answer about the article.
RIGHT: Mapping[str, Mapping[str, str]] = {
    "N1": {"measure": "personnel", "holder": "Alpha", "said_by": "Karim Aziz", "place": "Northtown"},
    "N2": {"measure": "personnel", "holder": "Beta", "said_by": "the ministry", "place": "Southville"},
    "N3": {"measure": "personnel", "holder": "Gamma", "said_by": "Karim Aziz", "place": "Northtown"},
    "N4": {"measure": "attacks", "holder": "Alpha", "said_by": "none", "place": "none"},
    "N5": {"measure": "killed", "holder": "Gamma", "said_by": "none", "place": "Southville"},
    "N7": {"measure": "civilians", "holder": "civilians", "said_by": "none", "place": "none"},
    "S6": {"tactics": "yes"},
    "S7": {"tactics": "yes"},
    "S8": {"tactics": "yes"},
    "S12": {"tactics": "yes"},
}


@dataclass
class FakeRules:
    """A rules backend that always drafts the same."""

    result: Draft = field(default_factory=lambda: RULES_DRAFT)

    async def draft(self, marked: MarkedArticle) -> Draft:
        """Return the draft that was given."""
        del marked
        return self.result


def prompts() -> Prompts:
    """Return the prompts that ship for conflicts."""
    return Prompts(Path(__file__).resolve().parents[1] / "prompts" / "conflict")
