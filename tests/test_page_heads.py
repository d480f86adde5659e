"""Title, author, outlet and date from heads of pages of the most different outlets."""

from __future__ import annotations

import pytest
from page_heads import BODY, HEADLINES, HEADS, LEAD

from summarizer.intake import article_from_text


@pytest.mark.parametrize("name", HEADS)
def test_title(name: str) -> None:
    """The headline is told from masthead, tagline, section, kind of document and standfirst."""
    assert article_from_text(HEADS[name].page).title == HEADS[name].title


@pytest.mark.parametrize("name", HEADS)
def test_author(name: str) -> None:
    """The author is told from roles, places, desks and agencies, and capitals become a name's case."""
    assert article_from_text(HEADS[name].page).author == HEADS[name].author


@pytest.mark.parametrize("name", HEADS)
def test_outlet(name: str) -> None:
    """The outlet is named as its masthead names it; where nothing says it there is none."""
    assert article_from_text(HEADS[name].page).outlet == HEADS[name].outlet


@pytest.mark.parametrize("name", HEADS)
def test_published(name: str) -> None:
    """The date of publication is told from those of updates, periods and templates; one unsure is none."""
    found = article_from_text(HEADS[name].page)
    want = HEADS[name].published
    assert (found.published and want and found.published[: len(want)]) == want
    assert want is None or found.published_reason


@pytest.mark.parametrize(("line", "standfirst"), HEADLINES)
def test_headlines_are_no_mastheads(line: str, standfirst: str) -> None:
    """A headline stays one where a standfirst follows it, whatever name, section, number or date stands in it."""
    page = f"{line}\n\n{standfirst}\n\nBy Ann Berg\n\n5 March 2022\n\n{LEAD} {standfirst.lower()}.\n\n{BODY}\n"
    article = article_from_text(page)
    assert (article.title, article.author, article.published) == (line, "Ann Berg", "2022-03-05")
    assert article.outlet is None
