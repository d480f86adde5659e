"""A report full of attacks, opened in a browser: nothing runs, nothing is asked for, and every attack can be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from report_factory import hostile_report
from test_hostile_rendering import ATTACKS

from browser.conftest import DESKTOP, PHONE, Made, Reader
from browser.test_page import show_all
from summarizer.models import Report
from summarizer.rendering.phrases import clean, clean_lines

pytestmark = pytest.mark.browser

RUNNING = " ".join(
    [
        "</script><script>window.ran=1;alert(1)</script>",
        "<img src=x onerror=window.ran=1;alert(1)>",
        "<svg onload=window.ran=1>",
        "<iframe src=//evil.example></iframe>",
        "<link rel=stylesheet href=//evil.example/a.css>",
        "<style>@import url(//evil.example/b.css);*{display:none}</style>",
        "<meta http-equiv=refresh content='0;url=//evil.example'>",
        "<form action=//evil.example><button autofocus onfocus=window.ran=1>x</button></form>",
        "<base href=//evil.example>",
        "\"'> autofocus onfocus=window.ran=1 x=",
    ]
)
"""All that makes a browser run or fetch something, were it ever let into a page."""


MANY = 40
TRIED = ("all", "end of title", "comment", "template", "address")


def crowded(report: Report) -> Report:
    """Return a report that holds so much of everything that a page keeps some of it back."""
    assert report.brief
    many = {
        name: section.model_copy(update={"items": section.items * MANY})
        for name, section in report.brief.sections.items()
    }
    return report.model_copy(update={"brief": report.brief.model_copy(update={"sections": many})})


def poisoned(words: str) -> Report:
    """Return a report full of words, whose articles are said to have come from where a script runs."""
    report = hostile_report(words)
    addresses = (
        "javascript:window.ran=1",
        " data:text/html,<script>ran=1</script>",
        "//evil.example/\"onclick='ran=1'",
    )
    articles = tuple(
        b.model_copy(update={"article": b.article.model_copy(update={"url": url})})
        for b, url in zip(report.articles, addresses, strict=True)
    )
    return report.model_copy(update={"articles": articles})


# Each page takes its time; that all the other attacks leave a page in the same shape test_hostile_rendering shows.
@pytest.mark.parametrize("words", [RUNNING, *map(ATTACKS.get, TRIED)], ids=["running", *TRIED])
def test_nothing_runs(made: Callable[[str, Report], Made], reader: Reader, words: str) -> None:
    """Opened, read through and clicked, the page runs nothing of an article's; the `reader` hears all it might do."""
    page = reader.open(made("hostile", poisoned(words)).path)
    for link in page.locator("a.ref").all()[:3]:
        link.click()
        page.keyboard.press("Escape")
    page.evaluate("document.querySelectorAll('a.ref').forEach(link => link.click())")
    page.locator('[data-section="strength"] [data-filter-text]').fill(words[:40])
    page.evaluate("document.querySelectorAll('input, select, button, a').forEach(e => e.focus())")
    assert page.evaluate("window.ran") is None
    assert page.evaluate("location.protocol") == "file:"


def test_nothing_runs_of_what_is_kept_back(made: Callable[[str, Report], Made], reader: Reader) -> None:
    """Rows and statements that are shown on demand, and on paper, are as harmless as the others."""
    page = reader.open(made("crowded", crowded(poisoned(RUNNING))).path)
    assert page.locator("[data-show-all]").count() > 1
    rows = page.locator("tbody tr").count()
    show_all(page)
    assert page.locator("tbody tr").count() > rows
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("window.ran") is None
    assert (
        page.evaluate("document.querySelectorAll('img, iframe, form, base, link, script:not(head script)').length") == 0
    )


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_an_attack_is_read_as_words(
    made: Callable[[str, Report], Made], reader: Reader, viewport: dict[str, int]
) -> None:
    """Title, names, statements and the article itself show it letter by letter, and it is no wider than the screen."""
    page = reader.open(made("hostile", poisoned(RUNNING)).path, viewport=viewport)
    assert clean(RUNNING) in page.title()
    for selector in ("h1", '[data-section="who"] tbody th', '[data-section="tactics"] li', "#sources"):
        shown: Any = page.locator(selector).first.text_content()
        assert clean(RUNNING) in " ".join(shown.split()), selector
    assert page.locator("#a1-text .text").text_content() == clean_lines(RUNNING)
    assert page.evaluate("document.scrollingElement.scrollWidth") == viewport["width"]
