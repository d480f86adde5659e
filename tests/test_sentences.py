"""Sentences: exact offsets, nothing lost, cut where a reader would cut."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.intake import article_from_text
from summarizer.intake.sentences import split_sentences
from summarizer.models import Furniture

# Characters that the rules look at, so that random texts reach them.
TEXTS = st.text(
    alphabet=st.one_of(st.sampled_from(list("aB1 .!?…\n\r\t•-–“”\"')(#:;,_|۔。U.SDr")), st.characters()), max_size=300
)


def cut(text: str) -> list[str]:
    """The sentences of a text as strings."""
    return [text[s.start : s.end] for s in split_sentences(text, ())]


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Furniture]]:
    """A text with ranges of furniture, in any order, overlapping or not."""
    text = draw(TEXTS)
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=5))
    return text, [Furniture(start=min(p), end=max(p), kind="repeat") for p in pairs]


@settings(deadline=None)
@given(marked_texts())
def test_spans_are_exact_for_any_text(case: tuple[str, list[Furniture]]) -> None:
    """For any text and furniture: in order, in bounds, apart, and covering all that is neither space nor furniture."""
    text, furniture = case
    taken = {i for f in furniture for i in range(f.start, f.end)}
    covered: set[int] = set()
    last = 0
    for number, sentence in enumerate(split_sentences(text, furniture), 1):
        assert sentence.index == number
        assert last <= sentence.start < sentence.end <= len(text)
        piece = text[sentence.start : sentence.end]
        assert piece == piece.strip()
        last = sentence.end
        covered.update(range(sentence.start, sentence.end))
    assert not covered & taken
    assert all(i in covered or i in taken or text[i].isspace() for i in range(len(text)))


@settings(deadline=None)
@given(TEXTS)
def test_every_word_of_an_article_is_in_a_sentence_or_furniture(text: str) -> None:
    """With the furniture that intake itself finds: spans are in order, apart, and leave only white space out."""
    article = article_from_text(text)
    spans = sorted([(s.start, s.end) for s in article.sentences] + [(f.start, f.end) for f in article.furniture])
    assert [s.start for s in article.sentences] == sorted(s.start for s in article.sentences)
    at = 0
    for start, end in spans:
        assert at <= start <= end <= len(text)
        assert not article.text[at:start].strip()
        at = end
    assert not article.text[at:].strip()


@settings(deadline=None)
@given(TEXTS)
def test_paragraphs_never_go_back(text: str) -> None:
    """Paragraph numbers begin at 0 and rise one at a time."""
    numbers = [s.paragraph for s in split_sentences(text, ())]
    assert all(later - earlier in (0, 1) for earlier, later in pairwise(numbers))
    assert numbers[:1] in ([], [0])


@pytest.mark.parametrize(
    "sentence",
    [
        "He met Dr. Amal Haddad and Col. John “J.D.” Smith in St. Louis.",
        "Officials of the U.S. State Department and of the U. S. Army met Gen. Lee.",
        "It began on Dec.14th and on Jan. 3 it ended.",
        "Room No. 5 held 3.5 tonnes, i.e. more than expected, at 5 p.m. Monday.",
        "“Why did they leave?” Amal Haddad asked.",
        "“Go!” she said, and they went.",
        "The U.N. envoy wrote to J. R. R. Martin, of Martin & Sons Ltd. in Leeds.",
        "He waited … and waited.",
        "Prices rose by 2.5 per cent vs. 2.1 per cent in the year before.",
    ],
)
def test_one_sentence_stays_whole(sentence: str) -> None:
    """Abbreviations, initials, decimals and questions inside quotes do not end a sentence."""
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("“We left. We had to,” he said. She stayed.", ["“We left.", "We had to,” he said.", "She stayed."]),
        ("They live in the U.S. The rest went home.", ["They live in the U.S.", "The rest went home."]),
        ("What’s left?.. Not much.", ["What’s left?..", "Not much."]),
        ("First came this .. Where does it end?", ["First came this ..", "Where does it end?"]),
        ("It rained… Then it stopped.", ["It rained…", "Then it stopped."]),
        ("He left in 2018. 484 others stayed.", ["He left in 2018.", "484 others stayed."]),
        ("They fled. al-Masri stayed.", ["They fled.", "al-Masri stayed."]),
        ("The talks ended.The minister left.", ["The talks ended.", "The minister left."]),
        ("He said no. She agreed.[3] They left.", ["He said no.", "She agreed.[3]", "They left."]),
        ("(They left.) “They did.” Nobody knew.", ["(They left.)", "“They did.”", "Nobody knew."]),
        ("آمد. رفت؟ ماند.", ["آمد.", "رفت؟", "ماند."]),
        ("他来了。他走了。", ["他来了。", "他走了。"]),
        ("Он пришёл. Она ушла.", ["Он пришёл.", "Она ушла."]),
    ],
)
def test_sentences_are_cut(text: str, sentences: list[str]) -> None:
    """Texts are cut where a reader would cut them."""
    assert cut(text) == sentences


def test_bullets_are_sentences() -> None:
    """Each item of a list is a sentence of its own with its sign, and no heading."""
    text = "The losses were:\n\n  • 484 cows\n  • 12 sheep, two of them lambs\n\n- One barn.\n- Two carts. One was new."
    found = split_sentences(text, ())
    assert [text[s.start : s.end] for s in found] == [
        "The losses were:",
        "• 484 cows",
        "• 12 sheep, two of them lambs",
        "- One barn.",
        "- Two carts.",
        "One was new.",
    ]
    assert not any(s.heading for s in found[1:])


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("What the water left", True),
        ("Market prices:", True),
        ("## Wells", True),
        ("Houses .. lost", True),
        ("Ministers Meet Again as River Levels Rise Across the Whole Northern Delta", True),
        ("The river rose by two metres and forty houses were lost in the north", False),
        ("The minister said:", False),
        ("The herald reports:", False),
        ("They left.", False),
        ("• 40 houses", False),
        ("and then,", False),
    ],
)
def test_headings(line: str, heading: bool) -> None:
    """A short line of its own without a final stop is a heading; lead-ins, long lines and list items are not."""
    text = f"{line}\n\nThe water came at night and nobody had seen it coming."
    assert split_sentences(text, ())[0].heading is heading


def test_given_headings_stay_whole() -> None:
    """A span given as heading is one sentence, whatever stops it holds."""
    text = "The dam broke. Who knew? And when?\n\nNobody. So far."
    found = split_sentences(text, (), headings=[(0, 34)])
    assert [text[s.start : s.end] for s in found] == ["The dam broke. Who knew? And when?", "Nobody.", "So far."]
    assert [s.heading for s in found] == [True, False, False]


def test_wrapped_text_is_not_cut_at_line_ends() -> None:
    """In text wrapped at some 70 columns a line break is a space, before a capital too; a blank line always cuts."""
    text = (
        "The river rose by two metres in one night, and the people of the town of\n"
        "Harfa left their houses for the hills, where others had put up tents and\n"
        "dug wells. A second wave was expected by the engineers of the region for\n"
        "the evening of Sunday, they said, and nobody knew how high it would come\n"
        "\n"
        "Nobody slept in the two villages below the dam, where the mayor, who was\n"
        "born there, had the bells rung until the morning came.\n"
    )
    pieces = cut(text)
    assert len(pieces) == 3
    assert "the town of\nHarfa left" in pieces[0]
    assert pieces[1].endswith("would come")


def test_lines_of_headlines_are_cut() -> None:
    """A line a paragraph, as pages are saved, is cut at line ends, though no line ends with a stop."""
    lines = [
        "Dam holds after night of rain in the north",
        "Minister promises money for lost houses",
        "Bells rang all night",
    ]
    assert cut("\n".join(lines)) == lines


def test_line_ends_of_every_kind() -> None:
    """Windows and old Mac line ends cut as others do, and offsets count them."""
    assert cut("One stays here\r\n\r\nTwo goes.\r\rThree\u2028Four") == ["One stays here", "Two goes.", "Three", "Four"]


def test_long_rows_of_stops_cost_their_length_once() -> None:
    """A million dots are done in a moment; a pattern that looks again from each dot would take hours."""
    started = time.process_time()
    split_sentences("." * 1_000_000 + "a", ())
    assert time.process_time() - started < 5


def test_seeds_keep_their_bullets_and_standfirst(shared: Path) -> None:
    """In real articles list items are sentences, and a standfirst is one and no heading."""
    text = next((shared / "seeds").glob("004*")).read_bytes().decode()
    assert sum(piece.startswith("•") for piece in cut(text)) == 6
    text = next((shared / "seeds").glob("001*")).read_bytes().decode()
    line = "An offensive began on Monday against an estimated 2,000 fighters"
    assert [s.heading for s in split_sentences(text, ()) if text[s.start : s.end] == line] == [False]
