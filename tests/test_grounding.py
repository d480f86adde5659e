"""Grounding: whatever a backend drafts, what comes out stands in the article."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.backends.offline import draft_by_rules
from summarizer.grounding import ground
from summarizer.grounding.quoting import LONGEST_QUOTE, quote_around
from summarizer.intake import article_from_text
from summarizer.marking import mark
from summarizer.models import (
    ArticleBrief,
    Claims,
    Draft,
    DraftClaim,
    DraftEstimate,
    Entities,
    Estimates,
    Evidence,
    MarkedArticle,
    Note,
    Places,
)
from summarizer.schema import Schema, load_schema

TEXT = (
    "Fighting near Goma\n\nMay 14, 2024\n\n"
    "The Congolese army said on Monday that 12 soldiers and about 40 rebels were killed near Sake, of whom nine "
    "were officers. More than 3,000 people fled to Goma, according to the Red Cross.\n\n"
    "The rebels will try to take the city in the coming weeks, the general warned. "
    "They control 278 square kilometres.\n"
)
TAGS = st.one_of(
    st.builds("{}{}".format, st.sampled_from("NAPDWUSX"), st.integers(-2, 14)),
    st.sampled_from(["", "N", "civilians", "published", "A1²", "W٣", "N01", "A99999999999999999999", "S0", "\ud800"]),
    st.text(max_size=4),
)
MAYBE = st.none() | TAGS
MEASURES = st.sampled_from(["killed", "personnel", "area", "civilians", "attacks", "nothing", ""])
ESTIMATES = st.builds(
    DraftEstimate, TAGS, MEASURES, holder=MAYBE, place=MAYBE, said_by=MAYBE, as_of=MAYBE, part_of=MAYBE
)
CLAIMS = st.builds(
    DraftClaim,
    st.lists(TAGS, max_size=3).map(tuple),
    label=st.sampled_from([None, "raid", "threat", "none such"]),
    said_by=MAYBE,
    text=st.sampled_from(["", "The army said so.", "Some 900 fighters left Paris.", "12 soldiers were killed."]),
)
NOTES = st.builds(
    Note,
    kind=st.just("x"),
    text=st.text(max_size=5),
    evidence=st.lists(
        st.builds(
            Evidence,
            article=st.text(max_size=2),
            start=st.integers(-5, 500),
            end=st.integers(-5, 500),
            quote=st.text(max_size=3),
        ),
        max_size=2,
    ).map(tuple),
)
LISTS = st.lists(TAGS, max_size=4).map(tuple)
DRAFTS = st.builds(
    Draft,
    entities=st.dictionaries(st.sampled_from(["who", "nowhere"]), LISTS),
    places=st.dictionaries(st.just("where"), LISTS),
    estimates=st.dictionaries(st.just("strength"), st.lists(ESTIMATES, max_size=6).map(tuple)),
    claims=st.dictionaries(st.sampled_from(["tactics", "outlook"]), st.lists(CLAIMS, max_size=3).map(tuple)),
    summary=st.lists(CLAIMS, max_size=2).map(tuple),
    notes=st.lists(NOTES, max_size=2).map(tuple),
    spares=st.dictionaries(st.sampled_from(["tactics", "outlook"]), st.lists(CLAIMS, max_size=2).map(tuple)),
    kinds=st.dictionaries(TAGS, st.sampled_from(["place", "person", "armed_group", "nothing", ""]), max_size=3),
    marked=st.none(),
)


@lru_cache(maxsize=1)
def conflict() -> Schema:
    """The schema that the drafts are grounded with."""
    return load_schema("conflict")


@lru_cache(maxsize=8)
def marked(text: str = TEXT) -> MarkedArticle:
    """The marked article of a text."""
    return mark(article_from_text(text), conflict())


def everything_said(brief: ArticleBrief) -> Iterator[Any]:
    """Yield all items of a brief that bear evidence."""
    yield from brief.summary
    yield from brief.notes
    for section in brief.sections.values():
        if isinstance(section, Estimates | Claims):
            yield from section.items


def check(brief: ArticleBrief) -> None:
    """Check what holds of every brief: quotes are slices, figures stand in them, and what is named is in the text."""
    text = brief.article.text
    for item in everything_said(brief):
        for piece in item.evidence:
            assert text[piece.start : piece.end] == piece.quote != ""
            assert piece.article == brief.article.id
    found = brief.sections["strength"]
    assert isinstance(found, Estimates)
    quantities = {f"{brief.article.id}-N{n}": q for n, q in enumerate(marked(text).quantities, 1)}
    ids = [e.id for e in found.items]
    assert len(ids) == len(set(ids))
    for estimate in found.items:
        quantity = quantities[estimate.id]
        assert (estimate.low, estimate.high, estimate.qualifier) == (quantity.low, quantity.high, quantity.qualifier)
        assert any(e.start <= quantity.start and quantity.end <= e.end for e in estimate.evidence)
        assert estimate.mention
        assert (estimate.mention.start, estimate.mention.end) == (quantity.start, quantity.end)
        assert estimate.part_of is None or (estimate.part_of in ids and estimate.part_of != estimate.id)
    for name in ("who", "where"):
        section = brief.sections[name]
        assert isinstance(section, Entities | Places)
        assert len({i.name for i in section.items}) == len(section.items)
        for item in section.items:
            assert all(alias in text for alias in item.aliases)
            forms = {" ".join(f.split()) for f in (item.name, *item.aliases)}
            assert {" ".join(text[m.start : m.end].split()) for m in item.mentions} <= forms


@settings(max_examples=300, deadline=None)
@given(DRAFTS)
def test_no_draft_gets_anything_untrue_past(draft: Draft) -> None:
    """Whatever tags a draft holds, grounding neither fails nor lets through what the article does not bear."""
    check(ground(marked(), draft, conflict()))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("aA .,\n1230—“”()'kKiíл\u00a0•-:%"), max_size=300), st.integers(0, 50))
def test_any_text_is_grounded(filler: str, at: int) -> None:
    """Whatever stands around the figures, the rules' own draft comes out true."""
    text = filler[:at] + " The army said that 12 soldiers were killed near Goma. " + filler[at:]
    article = marked(text)
    check(ground(article, draft_by_rules(article, conflict()), conflict()))


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 3000), st.integers(0, 3000), st.integers(1, 60))
def test_quotes_are_short_and_hold_what_matters(before: int, after: int, gap: int) -> None:
    """A quote holds its figure and is cut to size, in prose and in a text without any space."""
    filler = ("x" * gap + (" " if gap < 60 else "")) * 60
    text = f"{filler[:before]}12{filler[:after]}."
    article = article_from_text(text)
    start = len(filler[:before])
    quote = quote_around(article, start, start + 2)
    assert text[quote.start : quote.end] == quote.quote
    assert quote.start <= start < start + 2 <= quote.end
    assert quote.end - quote.start <= LONGEST_QUOTE + 120


def test_what_points_at_nothing_is_left_out_and_noted() -> None:
    """Unknown tags of every kind are left out, each with a note, and the rest stays."""
    draft = Draft(
        entities={"who": ("A1", "A99", "P1", "A1")},
        places={"where": ("P99", "P1")},
        estimates={"strength": (DraftEstimate("N99", "killed"), DraftEstimate("N2", "killed", place="P99"))},
        claims={"tactics": (DraftClaim(("S99",)),)},
    )
    brief = ground(marked(), draft, conflict())
    assert [len(brief.sections[n].items) for n in ("who", "where", "strength", "tactics")] == [1, 1, 0, 0]
    said = [n.text for n in brief.notes]
    assert len(said) == 6
    assert all("left out" in text for text in said)
    assert {tag for tag in ("A99", "P1", "P99", "N99", "S99") if any(tag in text for text in said)} == {
        "A99", "P1", "P99", "N99", "S99",
    }  # fmt: skip


def _numbers() -> dict[float, str]:
    return {q.low: f"N{n}" for n, q in enumerate(marked().quantities, 1) if q.low is not None and q.kind == "count"}


def test_a_figure_is_given_once() -> None:
    """Of two drafts of one number the first stays, and the second is noted."""
    tag = _numbers()[12]
    drafts = (DraftEstimate(tag, "killed"), DraftEstimate(tag, "personnel"))
    brief = ground(marked(), Draft(estimates={"strength": drafts}), conflict())
    assert [e.measure for e in brief.sections["strength"].items] == ["killed"]  # type: ignore[union-attr]
    assert any("given twice" in n.text for n in brief.notes)


@pytest.mark.parametrize("circle", [(12,), (12, 40)])
def test_no_figure_is_part_of_itself(circle: tuple[int, ...]) -> None:
    """A figure that a draft makes part of itself, at once or by way of another, is part of nothing."""
    tags = [_numbers()[n] for n in circle]
    drafts = tuple(
        DraftEstimate(tag, "killed", part_of=whole) for tag, whole in zip(tags, [*tags[1:], tags[0]], strict=True)
    )
    brief = ground(marked(), Draft(estimates={"strength": drafts}), conflict())
    assert [e.part_of for e in brief.sections["strength"].items] == [None] * len(circle)  # type: ignore[union-attr]


def test_invented_words_are_left_out() -> None:
    """A claim in words of its own whose figures do not stand in its sentence is left out."""
    sentence = next(f"S{s.index}" for s in marked().article.sentences if "will try" in TEXT[s.start : s.end])
    claims = (DraftClaim((sentence,), text="They will take 900 towns."), DraftClaim((sentence,)))
    brief = ground(marked(), Draft(claims={"outlook": claims}), conflict())
    assert [c.text for c in brief.sections["outlook"].items] == [  # type: ignore[union-attr]
        "The rebels will try to take the city in the coming weeks, the general warned."
    ]


def test_a_lying_note_loses_its_evidence() -> None:
    """A draft's note keeps its text, and of its evidence only what is a slice of the article."""
    article = marked().article
    true = Evidence(article=article.id, start=0, end=8, quote=TEXT[:8])
    lies = [true.model_copy(update=u) for u in ({"quote": "invented"}, {"article": "other"}, {"end": 10**6})]
    brief = ground(marked(), Draft(notes=(Note(kind="x", text="t", evidence=(true, *lies)),)), conflict())
    assert brief.notes[0].evidence == (true,)
