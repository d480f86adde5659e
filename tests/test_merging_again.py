"""Merging again after articles came, went or changed: the same to the byte as merging all of them at once."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from merging_gold import gold_briefs
from merging_samples import FLOOD, actor, article, brief, claim, figure, place

import summarizer
from summarizer.errors import SchemaError
from summarizer.merging import Merger, merge
from summarizer.models import ArticleBrief
from summarizer.schema import load_schema

TEXT = (
    "Lina Mokhtar, a spokeswoman for River Watch, said 58 drowned in Dorn. "
    "The dikes of Vesk will not hold another flood. Omar Mokhtar expects that the dikes of Vesk will hold."
)
NAMES = ("River Watch", "RW", "Lina Mokhtar", "Omar Mokhtar", "Mokhtar", "Forces", "Dorn Relief Agency", "Red Cross")
PLACES = (("Dorn", "SY"), ("Al-Dorn", None), ("Vesk", "UA"), ("Vesk", "PL"), ("Suwayda", None))


@st.composite
def articles(draw: st.DrawFn, key: str) -> ArticleBrief:
    """Draw the brief of an article: actors, places, figures and claims, all from a few, so that they meet."""
    about = article(
        key,
        TEXT,
        outlet=draw(st.sampled_from([None, "Gazette", "RW"])),
        published=draw(st.sampled_from([None, "2018-03-06", "2018-03-07"])),
        copy_of=draw(st.sampled_from([None, None, None, "a0", "a1"])) if key != "a0" else None,
    )
    speakers = st.sampled_from([None, "RW", "Lina Mokhtar", "local residents"])
    figures = [
        figure(low, None, how, said_by=who, place=where, id=f"{key}-{n}")
        for n, (low, how, who, where) in enumerate(
            draw(
                st.lists(
                    st.tuples(
                        st.sampled_from([58, 60, 1000]),
                        st.sampled_from(["exact", "more_than", "at_most"]),
                        speakers,
                        st.sampled_from([None, "Dorn", "Al-Dorn"]),
                    ),
                    max_size=3,
                )
            )
        )
    ]
    quotes = st.sampled_from([s if s.endswith(".") else f"{s}." for s in TEXT.split(". ")])
    said = [claim(about, q, "water", said_by=w) for q, w in draw(st.lists(st.tuples(quotes, speakers), max_size=2))]
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=4))
    return brief(
        about,
        actors=[actor(n, "person" if "Mokhtar" in n else "body", text=TEXT) for n in names],
        places=[place(*p) for p in draw(st.lists(st.sampled_from(PLACES), unique=True, max_size=3))],
        figures=figures,
        outlook=said,
        measures=[claim(about, "The dikes of Vesk will not hold another flood.", "dikes")] if names else [],
    )


@st.composite
def histories(draw: st.DrawFn) -> list[list[ArticleBrief]]:
    """Draw what is merged one after another: articles come, go and are written anew."""
    steps: list[list[ArticleBrief]] = []
    for _ in range(draw(st.integers(2, 4))):
        keys = draw(st.lists(st.sampled_from(["a0", "a1", "a2", "a3"]), unique=True))
        known = {b.article.id: b for b in steps[-1]} if steps else {}
        stays = {key: draw(st.booleans()) for key in keys}
        steps.append([known[k] if k in known and stays[k] else draw(articles(k)) for k in keys])
    return steps


@given(histories(), st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_merging_again_is_merging_the_whole(steps: list[list[ArticleBrief]], rng: random.Random) -> None:
    """Whatever was merged before and in whichever order articles come, the brief is that of the last articles."""
    merger = Merger(FLOOD)
    for step in steps:
        again = merger.merge(rng.sample(step, len(step)))
        assert again.model_dump_json() == merge(step, FLOOD).model_dump_json()


def test_real_articles_one_by_one(shared: Path) -> None:
    """Each real article added, and the first one taken out again, gives what a whole merge does."""
    schema = load_schema("conflict")
    briefs = gold_briefs(shared, schema)
    merger = Merger("conflict")
    for upto in range(1, len(briefs) + 1):
        assert merger.merge(briefs[:upto]).model_dump_json() == merge(briefs[:upto], schema).model_dump_json()
    assert merger.merge(briefs[1:]).model_dump_json() == merge(briefs[1:], schema).model_dump_json()


def test_equal_briefs_are_not_read_again() -> None:
    """A brief that was written to JSON and read back is the same one: what is made of it is the same object."""
    first = brief(article("a", TEXT), actors=[actor("River Watch", text=TEXT)], figures=[figure(58)])
    merger = Merger(FLOOD)
    once = merger.merge([first])
    again = merger.merge([ArticleBrief(**dict(first))])
    assert once.sections["actors"].items[0] is again.sections["actors"].items[0]
    assert once.sections["toll"].items[0] is again.sections["toll"].items[0]


def test_the_merger_is_public_and_refuses_unknown_domains() -> None:
    """A domain is given by name; one that is not there is said so."""
    assert summarizer.Merger("conflict").merge([]).summary == ()
    with pytest.raises(SchemaError):
        summarizer.Merger("no such domain")
