"""The HTML report as its reader meets it: quotes behind every reference, filters, keyboard, print, phone, no script."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from report_factory import sample_report

from browser.conftest import DESKTOP, PHONE, Made, Reader
from summarizer.models import Evidence, Report, StrengthLines
from summarizer.rendering.build import build
from summarizer.rendering.phrases import STATUS_SIGNS, STATUS_WORDS, clean_lines
from summarizer.rendering.view import Item, Mark, ReportView

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

# Clicks each reference of an element, one after the other, and tells what the reader then sees. Two frames pass before
# it looks, as the page scrolls in the first.
FOLLOW = """async (links) => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const color = (element) => getComputedStyle(element).backgroundColor;
  const seen = [];
  for (const link of links) {
    link.click();
    await frame();
    await frame();
    const id = link.getAttribute("href").slice(1);
    const target = document.getElementById(id);
    const parts = target.matches("mark")
      ? [...document.querySelectorAll(`#${id}, mark[data-part="${id}"]`)].filter((p, i, all) =>
          !all.some((other) => other !== p && other.contains(p)))
      : [];
    const box = (parts[0] || target).getClientRects()[0];
    const top = box ? document.elementFromPoint(box.x + Math.min(box.width / 2, 20), box.y + box.height / 2) : null;
    seen.push({
      id,
      quote: parts.map((p) => p.textContent).join(""),
      inView: !!box && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth,
      onTop: !!top && (parts.length ? parts.some((p) => p.contains(top)) : target.contains(top)),
      marked: parts.length > 0 && parts.every((p) =>
        p.classList.contains("shown") && color(p) !== color(p.closest(".text"))),
      others: document.querySelectorAll("mark.shown").length - parts.length,
      open: document.querySelectorAll(".reading.open").length,
    });
  }
  return seen;
}"""


def show_all(page: Page) -> None:
    """Ask for all that long lists hold back."""
    page.evaluate("document.querySelectorAll('[data-show-all]').forEach(b => b.isConnected && b.click())")


def follow(page: Page, selector: str) -> list[dict[str, Any]]:
    """Click all references under a selector; return what is seen behind each."""
    seen: list[dict[str, Any]] = page.eval_on_selector_all(selector, FOLLOW)
    return seen


def quotes_of(marks: Iterator[Mark]) -> list[str]:
    """Return the quotes that references stand for, in order."""
    return [clean_lines(q.quote) for m in marks for q in m.quotes]


def marks_of(items: tuple[Item, ...]) -> Iterator[Mark]:
    """Yield the marks of statements in the order in which a page shows them."""
    for item in items:
        yield from item.marks
        yield from marks_of(item.items)


def brief_quotes(view: ReportView) -> Iterator[tuple[str, list[str]]]:
    """Yield for each section of the merged brief its selector and the quotes that its references must show."""
    assert view.brief
    yield "#summary", quotes_of(marks_of(view.brief.summary))
    for section in view.brief.sections:
        in_rows = (m for g in section.figures for r in g.rows for m in r.marks)
        if section.figures:
            yield f'[data-section="{section.name}"] table', quotes_of(in_rows)
        elif section.items:
            yield f'[data-section="{section.name}"] .statements', quotes_of(marks_of((*section.items, *section.others)))


# --------------------------------------------------------------------------------------------------------------- quotes


def test_every_reference_of_the_brief_shows_its_quote(brief_page: Made, reader: Reader) -> None:
    """Each reference opens the article, and there its exact quote is marked, alone, and in view."""
    page = reader.open(brief_page.path)
    show_all(page)
    count = 0
    for selector, quotes in brief_quotes(build(brief_page.report, whole=True)):
        seen = [s for s in follow(page, f"{selector} a.ref") if "-q" in s["id"]]
        assert [s["quote"] for s in seen] == quotes, selector
        for s in seen:
            assert (s["inView"], s["onTop"], s["marked"], s["others"], s["open"]) == (True, True, True, 0, 1), s
        count += len(seen)
    assert count > 100


def test_every_reference_of_the_articles_shows_its_quote(shared_page: Made, reader: Reader) -> None:
    """The briefs of single articles have references too, on a narrow screen as well."""
    page = reader.open(shared_page.path, viewport=PHONE)
    for article in build(shared_page.report).articles:
        seen = follow(page, f"#a{article.source.number} a.ref")
        known = {clean_lines(q) for q in _quotes(article.source.article.id, shared_page)}
        assert seen
        for s in seen:
            assert s["quote"] in known
            assert (s["inView"], s["onTop"], s["marked"], s["open"]) == (True, True, True, 1), s


def _quotes(article: str, page: Made) -> Iterator[str]:
    """Yield each quote that the brief of one article rests on."""
    brief = next(b for b in page.report.articles if b.article.id == article)
    found: list[Evidence] = [e for c in (*brief.summary, *brief.notes) for e in c.evidence]
    found += [e for s in brief.sections.values() for i in s.items for e in getattr(i, "evidence", ())]
    return (e.quote for e in found)


def test_all_evidence_of_the_brief_is_marked_in_its_article(brief_page: Made, reader: Reader) -> None:
    """No figure and no claim of the report lacks its place in the text."""
    page = reader.open(brief_page.path)
    brief = brief_page.report.brief
    assert brief
    numbers = {s.article.id: s.number for s in build(brief_page.report).sources}
    wanted = set()
    for section in brief.sections.values():
        estimates = [e for line in section.items for e in line.estimates] if isinstance(section, StrengthLines) else []
        items = (*estimates, *(i for i in section.items if not isinstance(section, StrengthLines)))
        wanted |= {(numbers[e.article], clean_lines(e.quote)) for i in items for e in getattr(i, "evidence", ())}
    shown = page.eval_on_selector_all(
        ".reading mark[id]",
        """marks => marks.map(m => [Number(m.id.match(/^a(\\d+)-/)[1]),
           [m, ...document.querySelectorAll(`mark[data-part="${m.id}"]`)].filter((p, i, all) =>
             !all.some(o => o !== p && o.contains(p))).map(p => p.textContent).join("")])""",
    )
    assert len(wanted) > 50
    assert wanted <= {(n, quote) for n, quote in shown}


def test_the_article_stands_beside_the_brief_word_for_word(brief_page: Made, reader: Reader) -> None:
    """The text of each article is whole, so that a quote can be read in its context."""
    page = reader.open(brief_page.path)
    for source in build(brief_page.report).sources:
        text = page.eval_on_selector(f"#a{source.number}-text .text", "e => e.textContent")
        assert text == clean_lines(source.article.text)


def test_a_link_to_a_quote_can_be_sent(shared_page: Made, reader: Reader) -> None:
    """An address with the quote's place opens at it; going back closes it."""
    page = reader.open(shared_page.path, fragment="#a2-q3")
    assert page.locator("#a2-q3.shown").is_visible()
    page.locator(".reading.open .back").click()
    assert page.locator(".reading.open").count() == 0
    page.go_back()
    assert page.locator("#a2-q3.shown").is_visible()


# -------------------------------------------------------------------------------------------------------------- filters


def _rows(page: Page, section: str) -> list[str]:
    """Return the words of the rows that are shown."""
    found: list[str] = page.eval_on_selector_all(
        f'[data-section="{section}"] tbody tr', "rows => rows.filter(r => r.checkVisibility()).map(r => r.innerText)"
    )
    return found


@pytest.mark.parametrize("words", ["palmyra", "SYRIAN observ", "deir"])
def test_figures_are_found_by_words(shared_page: Made, reader: Reader, words: str) -> None:
    """Only rows that hold all words are shown, case apart; how many is said; an empty field shows all again."""
    page = reader.open(shared_page.path)
    everything = _rows(page, "strength")
    page.locator('[data-section="strength"] [data-filter-text]').fill(words)
    expected = [r for r in everything if all(w in r.lower() for w in words.lower().split())]
    assert _rows(page, "strength") == expected
    assert 0 < len(expected) < len(everything)
    said = page.locator('[data-section="strength"] [data-filter-count]').inner_text()
    assert said == f"{len(expected)} of {len(everything)}"
    page.locator('[data-section="strength"] [data-filter-text]').fill("")
    assert _rows(page, "strength") == everything


def test_figures_are_found_by_how_they_stand(shared_page: Made, reader: Reader) -> None:
    """Choosing a standing shows its lines only."""
    page = reader.open(shared_page.path)
    page.locator('[data-section="strength"] [data-filter-kind]').select_option("contested")
    rows = _rows(page, "strength")
    assert len(rows) == 2
    assert all("contested" in row for row in rows)


@pytest.mark.parametrize(("words", "found"), [("erdogan", "Erdoğan"), ("SOHR", "Observatory"), ("nobody at all", "")])
def test_names_are_found_without_their_accents(shared_page: Made, reader: Reader, words: str, found: str) -> None:
    """A name is found by any of its forms, as a reader types it."""
    page = reader.open(shared_page.path)
    page.locator('[data-section="who"] [data-filter-text]').fill(words)
    rows = _rows(page, "who")
    assert all(found in row for row in rows)
    assert bool(rows) == bool(found)


def test_places_are_found_by_country(shared_page: Made, reader: Reader) -> None:
    """The countries are said by name and can be chosen."""
    page = reader.open(shared_page.path)
    choice = page.locator('[data-section="where"] [data-filter-kind]')
    choice.select_option(label="Iraq")
    rows = _rows(page, "where")
    assert rows
    assert all("Iraq" in row for row in rows)


# ------------------------------------------------------------------------------------------------------- without colour


def test_how_figures_stand_is_told_without_colour(shared_page: Made, reader: Reader) -> None:
    """Each standing has a sign and words of its own that can be seen; in charts claimants differ by their letter."""
    page = reader.open(shared_page.path, forced_colors="active")
    for standing in page.locator(".figures [data-standing]").all():
        status: Any = standing.get_attribute("data-standing")
        assert standing.is_visible()
        assert standing.inner_text().split() == [*STATUS_SIGNS[status].split(), *STATUS_WORDS[status].split()]
    charts = page.locator("[data-chart]").all()
    assert charts
    for chart in charts:
        letters = chart.locator(".legend b").all_inner_texts()
        assert len(set(letters)) == len(letters) > 0
        drawn = "".join(chart.locator("svg text").all_text_contents())
        assert all(letter in drawn for letter in letters)


# -------------------------------------------------------------------------------------------------------- accessibility


# The sizes of targets are a rule of WCAG 2.2 that axe leaves off; it need not load style sheets, as the page has none.
AXE = {"resultTypes": ["violations"], "preload": False, "rules": {"target-size": {"enabled": True}}}


def violations(page: Page) -> str:
    """Return what axe-core finds wrong with a page, rule by rule."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options=AXE)
    return found.generate_report() if found.violations_count else ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing(shared_page: Made, reader: Reader, scheme: Any, viewport: dict[str, int]) -> None:
    """No rule of axe-core is broken; on a desktop with an article beside the brief, where both are seen."""
    page = reader.open(shared_page.path, viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
    if viewport is DESKTOP:
        page.locator('[data-section="strength"] a.ref').first.click()
    assert violations(page) == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_all_that_a_report_can_hold(
    made: Callable[[str, Report], Made], reader: Reader, scheme: Any
) -> None:
    """The same for a report with one of everything, and on a phone with an article that covers the brief."""
    # An article that is still fading in is pale for a moment.
    page = reader.open(
        made("sample", sample_report()).path, viewport=PHONE, color_scheme=scheme, reduced_motion="reduce"
    )
    assert violations(page) == ""
    page.locator('[data-section="strength"] a.ref').first.click()
    assert violations(page) == ""


def test_the_keyboard_reaches_everything(shared_page: Made, reader: Reader) -> None:
    """Skip link, filter, reference, quote and the way back work with Tab, Enter and Escape, and focus is seen."""
    page = reader.open(shared_page.path)
    page.keyboard.press("Tab")
    assert _focused(page, "a.skip")
    page.keyboard.press("Enter")
    assert _focused(page, "#main")
    page.keyboard.press("Tab")
    assert _focused(page, "#summary a.ref")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    href = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{href}.shown")
    assert _focused(page, href)
    page.keyboard.press("Escape")
    assert _focused(page, f"#summary a.ref[href='{href}']")
    for _ in range(200):
        page.keyboard.press("Tab")
        if _focused(page, '[data-section="strength"] [data-filter-text]'):
            break
    page.keyboard.type("palmyra")
    assert all("Palmyra" in row for row in _rows(page, "strength"))


def _focused(page: Page, selector: str) -> bool:
    found: bool = page.evaluate("selector => document.activeElement.matches(selector)", selector)
    return found


# ---------------------------------------------------------------------------------------------- phone, print, no script


@pytest.mark.parametrize("width", [320, 360])
def test_a_phone_never_scrolls_sideways(brief_page: Made, reader: Reader, width: int, tmp_path: Path) -> None:
    """The brief and an open article fit the width of a small screen."""
    page = reader.open(brief_page.path, viewport={"width": width, "height": 740})
    assert page.evaluate("document.scrollingElement.scrollWidth") == width
    assert _png_width(page.screenshot(full_page=True)) == width
    page.locator('[data-section="strength"] a.ref').first.click()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert page.evaluate("(e => e.scrollWidth <= e.clientWidth)(document.querySelector('.reading.open'))")


def _png_width(picture: bytes) -> int:
    return int.from_bytes(picture[16:20], "big")


def test_print_shows_everything(shared_page: Made, reader: Reader) -> None:
    """Filtered rows, further statements, the quotes behind references and the articles are all on paper."""
    from pypdf import PdfReader

    page = reader.open(shared_page.path)
    page.locator('[data-section="strength"] [data-filter-text]').fill("nothing has these words")
    page.locator('[data-section="strength"] a.ref').first.evaluate("e => e.click()")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    hidden = page.eval_on_selector_all(
        "main tbody tr, main li, #texts .text, .printed q", "all => all.filter(e => !e.checkVisibility()).length"
    )
    assert hidden == 0
    paper = _letters("".join(p.extract_text() for p in PdfReader(BytesIO(page.pdf())).pages))
    said = [b.article.text for b in shared_page.report.articles]
    said += [q for _, quotes in brief_quotes(build(shared_page.report, whole=True)) for q in quotes]
    assert [text for text in said if _letters(text)[-20:] not in paper] == []


def _letters(text: str) -> str:
    """Return what is the same however the words are laid out: Latin letters and figures."""
    return re.sub(r"[^A-Za-z0-9]", "", text)


def test_quotes_are_reached_without_javascript(brief_page: Made, reader: Reader) -> None:
    """Where scripts are off all is there, and a reference leads to its quote by itself, set off from the others."""
    page = reader.open(brief_page.path, java_script_enabled=False)
    for name in ("summary", "strength", "outlook"):
        link = page.locator(f'[data-section="{name}"] a.ref').first
        target = page.locator(f"{link.get_attribute('href')}")
        link.click()
        assert page.locator(":target").get_attribute("id") == target.get_attribute("id")
        box = target.bounding_box()
        assert box
        assert 0 <= box["y"] < DESKTOP["height"]
        page.go_back()
    assert page.locator(".reading").first.is_visible()
    assert not page.locator("[data-filter-text]").first.is_visible(), "what needs a script is not offered"
