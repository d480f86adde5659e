"""The index of cues finds what a plain search for each cue finds."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from claim_cases import OUTLOOK, TACTICS
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.cues import CueIndex, beginnings, cue_reader, sections_reader
from summarizer.marking.words import words_of
from summarizer.schema import ClaimRules, Cue, load_schema

SCHEMA = load_schema("conflict")
CUES = [
    cue
    for section in SCHEMA.of_kind("claims")
    if isinstance(section.rules, ClaimRules)
    for cue in (*section.rules.cues, *section.rules.beside, *section.rules.against, *section.rules.headings)
]
INDEX = CueIndex(CUES)
EACH = 5  # a plain search of all cues takes thousands of times as long: some sentences of each article are enough


@cache
def searched(pattern: str) -> re.Pattern[str]:
    """Return a cue as a plain search looks for it."""
    return re.compile(rf"\b(?:{pattern})", re.IGNORECASE)


def plain(text: str) -> list[tuple[str, int, str]]:
    """Return what a search for one cue after another finds."""
    found = ((cue, searched(cue.pattern).search(text)) for cue in CUES)
    return [(cue.pattern, m.start(), m.group()) for cue, m in found if m]


def indexed(text: str) -> list[tuple[str, int, str]]:
    """Return what the index finds."""
    return [(cue.pattern, m.start(), m.group()) for cue, m in INDEX.hits(text)]


def test_the_index_finds_what_a_plain_search_finds(seeds: Path) -> None:
    """On sentences of the demo articles and of other wars the hits are the same, place and words."""
    texts = [line for article in sorted(seeds.glob("*.txt")) for line in article.read_text("utf-8").splitlines()]
    sentences = [sentence for text in texts for sentence in text.split(". ")]
    for sentence in (*sentences[::EACH], *(text for text, _ in TACTICS[::EACH]), *OUTLOOK[::EACH]):
        assert indexed(sentence) == plain(sentence)


ODD = "guerilla guerrilla IED İED ıed mineſ mines Will İ ransom air-raid threat (may not) would".split()
words = st.lists(st.sampled_from(ODD))


@settings(deadline=None)  # a cue is compiled when first searched for
@given(words.map(" ".join))
def test_odd_words_make_no_difference(text: str) -> None:
    """Capitals, signs and letters that change length in lower case are found alike."""
    assert indexed(text) == plain(text)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("ambush|raid", {"ambu", "raid"}),
        ("(?:land )?mines?", {"land", "mine"}),
        ("guerr?illa", {"guer"}),
        ("air ?(?:strikes|raids?)", {"air"}),
        ("(?:ab?c|xy)de", {"abcd", "acde", "xyde"}),
        ("(?:is|are) likely", {"is ", "are "}),
        (r"in (?:19|20)\d\d", {"in"}),
        (r"x{0,3}yz", None),
        (r"\w+ed by", None),
        ("[ab]c", None),
        ("a", None),
    ],
)
def test_beginnings(pattern: str, expected: set[str] | None) -> None:
    """First letters or a whole word are told for each alternative, or nothing at all."""
    assert beginnings(pattern) == expected


def test_a_cue_without_beginnings_is_searched_for() -> None:
    """A pattern that cannot be filed still finds."""
    index = CueIndex([Cue(r"\w+ward push")])
    assert [m.group() for _, m in index.hits("an eastward push began")] == ["eastward push"]


def test_a_reader_tells_the_kinds_apart() -> None:
    """What counts beside or against a cue is nothing without one; of overlapping hits the heaviest is kept."""
    rules = ClaimRules(
        labels={},
        cues=(Cue("river", 1.0), Cue("river bank", 2.0)),
        beside=(Cue("north", 0.3), Cue("south", 0.1), Cue("east", 0.2), Cue("west", 0.4)),
        against=(Cue("money", -1.0),),
    )
    reader = cue_reader(rules)
    assert reader.read("north and south of the money") is None
    found = reader.read("on the river bank, north, south, east and west, for money")
    assert found is not None
    assert [match.group() for _, match in found.cues] == ["river bank"]
    assert [match.group() for _, match in found.beside] == ["west", "north", "east"]
    assert found.score == pytest.approx(2.0 + 0.9 - 1.0)
    assert found.outside([(7, 12)]).cues == ()


@pytest.mark.parametrize("text", [*(text for text, _ in TACTICS[::EACH]), *OUTLOOK[::EACH]])
def test_all_sections_are_read_as_each_by_itself(text: str) -> None:
    """To look up each word once for all sections finds in each what its own reader finds."""
    reader, before = sections_reader(SCHEMA), "Elsewhere. "
    whole = before + text
    found = dict(reader.read(text, words_of(whole, len(before), len(whole)), len(before)))
    alone = {number: read for number, (_, _, own) in enumerate(reader.sections) if (read := own.read(text))}
    assert found == alone


def test_what_must_stand_behind_a_word_is_looked_at_first() -> None:
    """A pattern is tried only where what follows the word may be its own, with spaces, hyphens and endings alike."""
    index = CueIndex([Cue(r"(?:air|ground) (?:raids?|attack)\b"), Cue(r"re-?arm"), Cue(r"dig(?:s|ging)?\b")])
    text = "An air-raid, the Air Force, air raids, a rearmed and re-armed army, diggers digging on the ground attackers"
    assert [m.group() for _, m in index.hits(text)] == ["air raids", "rearm", "digging"]


def test_alternatives_are_tried_in_their_order() -> None:
    """Of the alternatives that begin alike the first that matches is taken, as `re` does."""
    index = CueIndex([Cue(r"fire(?:d)? on|fired|fire at|fire")])
    assert [m.group() for _, m in index.hits("they fired on us")] == ["fired on"]
    assert [m.group() for _, m in index.hits("they fired, then fire at will")] == ["fired"]
    assert [m.group() for _, m in index.hits("a cross-fire at night")] == ["fire at"]
