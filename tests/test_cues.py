"""The index of cues finds what a plain search for each cue finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.backends.offline.cues import CueIndex, beginnings
from summarizer.schema import ClaimRules, Cue, load_schema

CUES = [
    cue
    for section in load_schema("conflict").of_kind("claims")
    if isinstance(section.rules, ClaimRules)
    for cue in (*section.rules.cues, *section.rules.against)
]


def plain(text: str) -> list[tuple[str, int, str]]:
    """Return what a search for one cue after another finds."""
    found = ((cue, re.search(rf"\b(?:{cue.pattern})", text, re.IGNORECASE)) for cue in CUES)
    return [(cue.pattern, m.start(), m[0]) for cue, m in found if m]


def indexed(text: str) -> list[tuple[str, int, str]]:
    """Return what the index finds."""
    return [(cue.pattern, m.start(), m[0]) for cue, m in CueIndex(CUES).hits(text)]


def test_the_index_finds_what_a_plain_search_finds(seeds: Path) -> None:
    """On every sentence of the demo articles the hits are the same, place and words."""
    for article in sorted(seeds.glob("*.txt")):
        for line in article.read_text("utf-8").splitlines():
            for sentence in line.split(". "):
                assert indexed(sentence) == plain(sentence)


ODD = "guerilla guerrilla IED mines Will İ ransom air-raid threat (may not) would".split()
words = st.lists(st.sampled_from(ODD))


@given(words.map(" ".join))
def test_odd_words_make_no_difference(text: str) -> None:
    """Capitals, signs and letters that change length in lower case are found alike."""
    assert indexed(text) == plain(text)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("ambush|raid", {"am", "ra"}),
        ("(?:land )?mines?", {"la", "mi"}),
        ("guerr?illa", {"gu"}),
        ("(?:is|are) likely", {"is", "ar"}),
        (r"\w+ed by", None),
        ("[ab]c", None),
        ("a", None),
    ],
)
def test_beginnings(pattern: str, expected: set[str] | None) -> None:
    """Two letters are told for each alternative, or nothing at all."""
    assert beginnings(pattern) == expected


def test_a_cue_without_beginnings_is_searched_for() -> None:
    """A pattern that cannot be filed still finds."""
    index = CueIndex([Cue(r"\w+ward push")])
    assert [m[0] for _, m in index.hits("an eastward push began")] == ["eastward push"]
