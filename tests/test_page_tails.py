"""Lists of other stories, credits, notices and boilerplate are furniture, and the article around them is not."""

from __future__ import annotations

import time

import pytest
from page_tails import INSERTS, KEPT, TAILS

from summarizer.intake import article_from_text

TITLE = "Ministers meet as river levels rise in the upper delta"
LEAD = "The river rose by two metres on Tuesday, officials in the delta said, and more rain is on the way."
MORE = "Engineers opened the second dam in the evening, and the villages below it were cleared before the water came."
LAST = "Nobody in the three villages was hurt, the mayor said, but the harvest of the whole valley has been lost."


def kept(*pieces: str) -> list[str]:
    """The sentences of a page of such pieces, the white space in each made plain."""
    article = article_from_text("\n\n".join(pieces) + "\n")
    return [" ".join(article.text[s.start : s.end].split()) for s in article.sentences]


@pytest.mark.parametrize("name", TAILS)
def test_what_stands_below_the_article(name: str) -> None:
    """Nothing of the page's end is read as text; the article stays whole."""
    assert kept(TITLE, LEAD, MORE, LAST, TAILS[name]) == [TITLE, LEAD, MORE, LAST]


@pytest.mark.parametrize("name", TAILS)
def test_two_ends(name: str) -> None:
    """The same holds where the copyright stands below."""
    assert kept(TITLE, LEAD, MORE, LAST, TAILS[name], "© 2022 The Delta Times") == [TITLE, LEAD, MORE, LAST]


@pytest.mark.parametrize("name", INSERTS)
def test_what_stands_among_the_paragraphs(name: str) -> None:
    """Captions, teasers and lists in the middle are left out, the paragraphs around them are not."""
    assert kept(TITLE, LEAD, INSERTS[name], MORE, LAST) == [TITLE, LEAD, MORE, LAST]


@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize("last", [False, True])
def test_paragraphs_that_begin_alike(name: str, *, last: bool) -> None:
    """Prose that begins with the same words stays, in the middle and at the end."""
    pieces = (TITLE, LEAD, MORE, KEPT[name]) if last else (TITLE, LEAD, KEPT[name], LAST)
    assert KEPT[name] in " ".join(kept(*pieces))


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "told the ",
            "© 2024 ",
            "(A",
            "about the ",
            "version of this article ",
            "By A and ",
            "1/2/2021 ",
            "Nov 4 ",
            "A | ",
        ),
        *("About A: ", "Ann Lee is ", "Published 4 May 2021 ", "A, ", "12:05 ", "Home > ", "Mr. A. "),
    ],
)
def test_long_rows_take_linear_time(unit: str) -> None:
    """No pattern of heads and tails blows up on a long row of what it looks for, in one line or in many."""
    started = time.process_time()
    for text in (unit * (40_000 // len(unit)), f"{unit}\n" * (20_000 // len(unit))):
        article_from_text(f"{TITLE}\n\n{text}\n\n{LEAD}")
    assert time.process_time() - started < 10
