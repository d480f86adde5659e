"""What a domain with two sections of figures, figures in money, and events with names of their own asks of the core."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from merging_samples import figure as sample

from summarizer.backends.offline import draft_by_rules
from summarizer.backends.offline.frames import frames_of
from summarizer.backends.questions import Item
from summarizer.backends.settling import settle_numbers
from summarizer.errors import SchemaError
from summarizer.intake import article_from_text
from summarizer.marking import mark
from summarizer.merging.status import OTHER_SCOPE, OTHER_TIME, Figure, Relation, relate
from summarizer.models import MarkedArticle, MergedEstimate
from summarizer.schema import load_schema

SCHEMA = load_schema("disaster")


def marked(text: str) -> MarkedArticle:
    """Return a marked text of a day in May."""
    return mark(article_from_text(text, published="2024-05-14"), SCHEMA)


def measured(text: str) -> dict[str, list[tuple[str, str | None]]]:
    """Return by section the measure and holder of each figure."""
    found = draft_by_rules(marked(text), SCHEMA).estimates
    return {name: [(e.measure, e.holder) for e in drafts] for name, drafts in found.items()}


def test_what_one_section_counts_is_not_taken_for_what_another_does() -> None:
    """A bare number goes on from the things spoken of, whichever section counts them."""
    found = measured("The flood damaged 300 houses. In one village 15 were swept away.")
    assert found == {"casualties": [], "damage": [("damaged", "homes"), ("destroyed", "homes")]}
    found = measured("The flood damaged 300 houses. In one village 15 were killed.")
    assert found == {"casualties": [("dead", "people")], "damage": [("damaged", "homes")]}


def test_a_figure_of_a_model_goes_to_the_section_of_its_measure() -> None:
    """No figure stays in a section that does not list its measure."""
    article = marked("The flood destroyed 7 homes in Beira.")
    draft = draft_by_rules(article, SCHEMA)
    (home,) = draft.estimates["damage"]
    mixed = draft._replace(estimates={"casualties": (home,), "damage": ()})
    settled = settle_numbers(mixed, [Item("N1", "", {})], {}, {}, article, SCHEMA)
    assert settled.estimates == {"casualties": (), "damage": (home,)}


def test_every_unit_measure_with_words_needs_one_beside() -> None:
    """Money and land count only where the text says that they were lost or hit; a price and a gift do not."""
    assert measured("Damage is put at 40 million dollars.")["damage"] == [("cost", "damage")]
    assert measured("Norway gave 40 million dollars for repairs.")["damage"] == []
    assert measured("The fire burned 300 hectares of maize.")["damage"] == [("area", "crops")]
    assert measured("The farm has 300 hectares of maize.")["damage"] == []


def test_frames_keep_unit_measures_out_of_counts() -> None:
    """The words of a measure in a unit find no counts: "12 were burned" is no area."""
    damage = next(f for f in frames_of(SCHEMA) if f.section == "damage")
    assert {m.name for m in damage.units} == {"area", "length", "cost"}
    assert all(m.unit is None for found in damage.done_to.values() for m in found)


def figure(number: float, origin: str = "Agency", article: str = "a", **fields: Any) -> MergedEstimate:
    """Return a merged figure of one article."""
    return MergedEstimate(**dict(sample(number, number, **fields)), origin=origin, articles=(article,))


@pytest.mark.parametrize(
    ("days", "clash_within", "relation"),
    [
        (1, 2, Relation("clash")),
        (5, 7, Relation("clash")),
        (5, 2, Relation("apart", OTHER_TIME)),
    ],
)
def test_how_soon_a_count_moves_on_is_the_domains(days: int, clash_within: int, relation: Relation) -> None:
    """Figures that differ contradict each other for as many days as the schema says."""
    published = {"as_of_basis": "publication"}
    one = Figure(figure(40, as_of="2024-05-01", **published), "x", True, clash_within=clash_within)
    later = figure(60, as_of=f"2024-05-0{1 + days}", origin="Service", article="b", **published)
    assert relate(one, Figure(later, "y", True, clash_within=clash_within)) == relation


def test_sums_in_two_currencies_are_not_compared() -> None:
    """40 million dollars and 40 million pesos neither agree nor clash."""
    one = Figure(figure(4e7, unit="USD", as_of="2024-05-01"), "x", True)
    other = Figure(figure(5e7, unit="peso", as_of="2024-05-01", origin="Service", article="b"), "y", True)
    assert relate(one, other) == Relation("apart", OTHER_SCOPE)


@pytest.mark.parametrize("name", ["Cyclone Ana", "Tropical Storm Ana", "Super Typhoon Ana"])
def test_an_event_with_a_name_is_one_actor(name: str) -> None:
    """A storm is known by the word before its name, and by the name alone after that."""
    found = marked(f"{name} hit Beira on Monday. Ana then turned south, forecasters said.")
    assert [(a.name, a.kind, a.aliases) for a in found.actors] == [(name, "hazard", ("Ana",))]


def test_a_name_of_a_storm_ends_before_its_place() -> None:
    """Small words join the parts of a body's name, and never a storm to the province that it hit."""
    found = marked("The toll of Cyclone Ana in Sofala has risen to 12, officials said.")
    assert [a.name for a in found.actors] == ["Cyclone Ana"]
    assert "Sofala" in [p.name for p in found.places]


def test_a_cue_for_a_label_that_is_not_listed_is_refused(tmp_path: Path) -> None:
    """A misspelt label would let its statements fall out unseen."""
    (tmp_path / "brief.py").write_text(
        "from typing import Annotated\n"
        "from pydantic import BaseModel\n"
        "from summarizer.models import Claim\n"
        "from summarizer.schema import ClaimRules, Cue\n"
        "class Brief(BaseModel):\n"
        "    outlook: Annotated[tuple[Claim, ...], ClaimRules({'rain': ''}, (Cue('rain', 1, 'rian'),))] = ()\n",
        "utf-8",
    )
    with pytest.raises(SchemaError, match="'outlook' has cues for rian"):
        load_schema(str(tmp_path) + os.sep)


def test_the_headline_repeats_what_the_text_says_of_a_place() -> None:
    """A toll in the headline with its place, and the same by somebody without one, is one figure with that place."""
    from summarizer import summarize

    text = (
        "Floods leave 14 dead in Sofala\n\nOfficials said on Monday that 14 people had died.\n\n"
        "The rain that began a week ago has stopped, and the water is going down.\n"
    )
    one = article_from_text(text, published="2024-05-14", title="Floods leave 14 dead in Sofala")
    report = summarize(one, backend="offline", schema="disaster", brief=True)
    assert report.brief is not None
    (line,) = report.brief.sections["casualties"].items
    assert [(e.low, e.place) for e in line.estimates] == [(14, "Sofala")]  # type: ignore[union-attr]
