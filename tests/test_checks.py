"""The checks refuse what cannot be and leave what may be."""

from __future__ import annotations

import pytest
from asking_samples import RULES_DRAFT, SCHEMA, sample
from hypothesis import given
from hypothesis import strategies as st

from summarizer.checks import check_claim, check_estimate, check_summary_line, noun_classes
from summarizer.models import Actor, DraftClaim, DraftEstimate, Furniture, Name
from summarizer.support import support
from summarizer.tags import find

MARKED = sample()
QUOTES = [
    "The SDF's spokesman Mustafa Bali said more than 1,000 ISIS fighters hid near Al-Hasakah.",
    "U.S. officials agreed.",
]


@pytest.mark.parametrize("estimate", RULES_DRAFT.estimates["strength"], ids=lambda e: e.quantity)
def test_what_the_rules_draft_passes_both_ways(estimate: DraftEstimate) -> None:
    """Estimates that are right pass, strict or not."""
    assert check_estimate(estimate, MARKED, SCHEMA) is None
    assert check_estimate(estimate, MARKED, SCHEMA, strict=True) is None


@pytest.mark.parametrize(
    ("estimate", "word"),
    [
        (DraftEstimate("N99", "personnel"), "no number"),
        (DraftEstimate("S1", "personnel"), "no number"),
        (DraftEstimate("N0", "personnel"), "no number"),
        (DraftEstimate("N1", "morale"), "no measure"),
        (DraftEstimate("N4", "killed", "A1"), "attacks"),
        (DraftEstimate("N4", "personnel", "A1"), "attacks"),
        (DraftEstimate("N1", "killed", "A1"), "no word near"),
        (DraftEstimate("N1", "area", "A1"), "km²"),
        (DraftEstimate("N6", "civilians"), "no count"),
        (DraftEstimate("N1", "personnel", "A9"), "nobody"),
        (DraftEstimate("N1", "personnel", "P1"), "nobody"),
        (DraftEstimate("N1", "personnel", said_by="W9"), "nobody who speaks"),
        (DraftEstimate("N1", "personnel", place="A1"), "no place"),
        (DraftEstimate("N1", "personnel", as_of="D1"), "no date"),
        (DraftEstimate("N1", "personnel", as_of="published"), "no date of publication"),
    ],
)
def test_what_cannot_be_is_refused_in_words(estimate: DraftEstimate, word: str) -> None:
    """Tags outside the article, measures that the unit, noun or words speak against, are refused with the reason."""
    assert word in (check_estimate(estimate, MARKED, SCHEMA) or "")


def test_strict_wants_names_nearby() -> None:
    """A holder named far from the number is let pass by the plain check and refused by the strict one."""
    last = len(MARKED.actors)
    passing = MARKED._replace(
        actors=(*MARKED.actors, Actor("Delta", "armed_group")), names=(*MARKED.names, Name(0, 5, last))
    )
    far = DraftEstimate("N7", "civilians", f"A{last + 1}")
    assert check_estimate(far, passing, SCHEMA) is None
    assert "near" in (check_estimate(far, passing, SCHEMA, strict=True) or "")


def test_whom_the_article_is_about_may_be_far() -> None:
    """A holder that is among those named most holds a figure wherever it stands, by the strict check too."""
    assert check_estimate(DraftEstimate("N7", "civilians", "A2"), MARKED, SCHEMA, strict=True) is None


def test_an_event_reaches_over_a_list_and_from_the_whole() -> None:
    """A part of a whole takes the event word of the whole, wherever it stands."""
    part = DraftEstimate("N1", "killed", "A1", part_of="N5")
    assert check_estimate(part, MARKED, SCHEMA) is None


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        ("foreign fighters of the group", ("fighters",)),
        ("ATTACKS", ("attacks",)),
        ("fighters", ("fighters",)),
        ("trucks", ()),
        ("", ()),
    ],
)
def test_the_head_noun_is_found(counted: str, expected: tuple[str, ...]) -> None:
    """The counted noun's class comes from its head, not from what follows it."""
    assert noun_classes(counted, SCHEMA) == expected


def test_claims_need_sentences_labels_and_speakers_of_the_article() -> None:
    """A claim stands on real sentences, with a label of the schema and a speaker of the article."""
    assert check_claim(DraftClaim(("S6",), "tunnels", "W1"), MARKED, SCHEMA) is None
    assert "sentence" in (check_claim(DraftClaim((), "tunnels"), MARKED, SCHEMA) or "")
    assert "S99" in (check_claim(DraftClaim(("S6", "S99"), "tunnels"), MARKED, SCHEMA) or "")
    assert "label" in (check_claim(DraftClaim(("S6",), "magic"), MARKED, SCHEMA) or "")
    assert "speaks" in (check_claim(DraftClaim(("S6",), "tunnels", "W9"), MARKED, SCHEMA) or "")
    assert "Omega" not in (check_claim(DraftClaim(("S6",), text="Alpha dug tunnels."), MARKED, SCHEMA) or "")
    assert "omega" in (check_claim(DraftClaim(("S6",), text="The Omega dug tunnels."), MARKED, SCHEMA) or "")


def test_headings_and_furniture_bear_no_claim() -> None:
    """A heading alone and a piece of the page are refused as evidence."""
    article = MARKED.article
    sentence = article.sentences[5]
    heading = article.model_copy(
        update={"sentences": (*article.sentences[:5], sentence.model_copy(update={"heading": True}))}
    )
    page = article.model_copy(update={"furniture": (Furniture(start=sentence.start, end=sentence.end, kind="menu"),)})
    claim = DraftClaim(("S6",), "tunnels")
    assert "heading" in (check_claim(claim, MARKED._replace(article=heading), SCHEMA) or "")
    assert "furniture" in (check_claim(claim, MARKED._replace(article=page), SCHEMA) or "")


@pytest.mark.parametrize(
    "text",
    [
        "Mustafa Bali says more than 1000 fighters hide.",
        "ISIS's fighters near Al-Hasakah, US officials say",
        "According to the SDF, it is so.",
        "The spokesman\u2019s word: ISIS fighters hid.",
    ],
)
def test_lines_borne_by_their_quotes_pass(text: str) -> None:
    """Case, possessives, thousands separators and dots in initials do not matter."""
    assert check_summary_line(text, QUOTES) is None


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Mustafa Kemal says so.", "mustafa kemal"),
        ("The 500 men hid.", "500"),
        ("More than 100 fighters hid.", "100"),
        ("Two spokesmen agreed.", "two"),
        ("It is so. Turkey disagrees.", "turkey"),
        ("Near Raqqa the fighters hid.", "raqqa"),
    ],
)
def test_a_number_or_name_from_elsewhere_is_refused(text: str, missing: str) -> None:
    """Any number, name or place that no quote holds is named in the reason."""
    assert missing in (check_summary_line(text, QUOTES) or "")


def test_a_line_that_cites_nothing_is_refused() -> None:
    """Without a quote there is nothing to stand on."""
    assert check_summary_line("It is so.", []) is not None


def test_support_counts_content_words() -> None:
    """The share of content words that the quotes hold is 1 for a quote itself and 0 for words from elsewhere."""
    assert support(QUOTES[0], QUOTES) == 1.0
    assert support("Wonderful recipes using fresh vegetables", QUOTES) == 0.0


@given(st.text(max_size=300))
def test_a_text_bears_itself(text: str) -> None:
    """Whatever a text says, it is borne by itself."""
    assert check_summary_line(text, [text]) is None


@given(st.text(max_size=12))
def test_no_tag_is_found_by_chance(tag: str) -> None:
    """Reading a tag never fails, and finds only what is in the article."""
    found = find(tag, MARKED)
    assert found is None or tag[0] in "NAPDWS"
