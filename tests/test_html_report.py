"""The HTML report as text: what stands in the page, where references lead, what cannot get in. See also browser/."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from report_factory import TEXTS, evidence, hostile_report, sample_report
from typer.testing import CliRunner

from summarizer import summarize
from summarizer.cli import command_line
from summarizer.models import (
    Article,
    ArticleBrief,
    Claims,
    Entities,
    Entity,
    Estimate,
    Estimates,
    Evidence,
    Failure,
    Furniture,
    Mention,
    MergedClaim,
    MergedClaims,
    MergedEntities,
    MergedEntity,
    MergedEstimate,
    Report,
    Run,
    Status,
    StrengthLine,
    StrengthLines,
)
from summarizer.rendering import format_for_path, render
from summarizer.rendering.html.anchors import language_tag
from summarizer.rendering.html.page import FEW, LONG, run_terms
from summarizer.rendering.html.safe import FOLDER, web_address
from summarizer.rendering.html.scales import period, scale, time_ticks
from summarizer.rendering.html.texts import Opening, Span, tokens
from summarizer.rendering.phrases import STATUS_SIGNS, STATUS_WORDS, clean, clean_lines

# What a page may be made of. Anything else in it would have come out of an article.
ELEMENTS = set(
    "html head meta title style script body a header h1 h2 h3 h4 p span b br i cite q ul ol li nav main section article"
    " div table thead tbody tr th td mark figure figcaption svg g path circle text label input select option output"
    " noscript footer dl dt dd".split()
)
ATTRIBUTES = set(
    "charset http-equiv content name class id href lang dir title role rel target tabindex value type scope viewbox"
    " transform d x y cx cy r autocomplete spellcheck xmlns".split()
)
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


def _html(report: Report) -> str:
    return render(report, format="html")


def _tree(report: Report) -> Any:
    return html.document_fromstring(_html(report))


def _words(element: Any) -> str:
    return " ".join(element.text_content().split())


def _quote(tree: Any, target: str) -> str:
    """Return the words of a quote: its mark, and the parts of it that stand inside other marks."""
    parts = tree.xpath(f'//mark[@id="{target}" or @data-part="{target}"]')
    return "".join(p.text_content() for p in parts if not any(p in o.iterdescendants() for o in parts if o is not p))


def _changed(report: Report, **parts: Any) -> Report:
    return report.model_copy(update=parts)


@pytest.fixture(scope="module")
def sample() -> Any:
    """The page of a report that holds one of everything."""
    return _tree(sample_report())


@pytest.fixture(scope="module")
def seeds_report() -> Report:
    """The demo articles as the offline backend briefs them."""
    return summarize(Path(__file__).resolve().parents[1] / "seeds", backend="offline")


@pytest.fixture(scope="module")
def seeds_page(seeds_report: Report) -> Any:
    """The page of the demo articles."""
    return _tree(seeds_report)


# ---------------------------------------------------------------------------------------------------------- being asked


@pytest.mark.parametrize("name", ["brief.html", "a/BRIEF.HTM"])
def test_the_suffix_asks_for_html(name: str) -> None:
    """Both suffixes of web pages choose the format."""
    assert format_for_path(name) == "html"


def test_the_command_line_writes_a_page(seeds: Path, tmp_path: Path) -> None:
    """`--out brief.html` writes the page of the brief, under a megabyte, as `--format html` writes it to stdout."""
    runner, out = CliRunner(), tmp_path / "brief.html"
    command = [str(seeds), "--brief", "--backend", "offline", "--quiet"]
    assert runner.invoke(command_line(), [*command, "--out", str(out)]).exit_code == 0
    page = out.read_text("utf-8")
    assert page.startswith("<!doctype html>\n")
    assert out.stat().st_size < 1_000_000
    printed = runner.invoke(command_line(), [*command, "--format", "html"]).stdout
    assert _without_run(printed) == _without_run(page)


def _without_run(page: str) -> str:
    return page.partition('<footer id="run"')[0]


def test_the_same_report_makes_the_same_bytes(seeds_report: Report) -> None:
    """Nothing random and no clock gets in: the plotting library alone would write both."""
    assert _html(seeds_report) == _html(seeds_report)
    assert str(date.today().year) not in " ".join(html.document_fromstring(_html(seeds_report)).xpath("//svg//@*"))


def test_a_saved_report_makes_the_same_page_but_for_furniture(seeds_report: Report, tmp_path: Path) -> None:
    """Rendering again from JSON loses the shading of furniture, which JSON does not hold, and nothing else."""
    seeds_report.save(tmp_path / "report.json")
    bare = re.compile(r'<span class="furniture"[^>]*>(.*?)</span>', re.DOTALL)
    assert 'class="furniture"' in _html(seeds_report)
    again = html.document_fromstring(_html(Report.load(tmp_path / "report.json")))
    assert bare.search(html.tostring(again, encoding="unicode")) is None
    assert _words(again.find("body")) == _words(_tree(seeds_report).find("body"))


# --------------------------------------------------------------------------------------- one file that asks for nothing


@pytest.mark.parametrize("report", [sample_report(), hostile_report()], ids=["sample", "hostile"])
def test_the_policy_allows_the_page_s_own_style_and_script_only(report: Report) -> None:
    """The policy forbids all; its two hashes are those of the one style sheet and the one script, byte for byte."""
    page = _html(report)
    tree = html.document_fromstring(page)
    (policy,) = tree.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')
    hashes = []
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        hashes.append(f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'")
    assert policy == (
        f"default-src 'none'; style-src {hashes[0]}; script-src {hashes[1]}; base-uri 'none'; form-action 'none'"
    )
    assert len(tree.xpath("//style")) == len(tree.xpath("//script")) == 1


@pytest.mark.parametrize("report", [sample_report(), hostile_report()], ids=["sample", "hostile"])
def test_nothing_is_fetched_and_nothing_runs(report: Report) -> None:
    """No element or attribute that loads, runs or styles, whatever an article says; all links but sources stay inside.

    The lists of elements and attributes are closed, so that one more has to be thought about.
    """
    tree = _tree(report)
    assert {e.tag for e in tree.iter() if isinstance(e.tag, str)} <= ELEMENTS
    for element in tree.iter():
        for name, value in element.attrib.items():
            assert name in ATTRIBUTES or name.startswith(("data-", "aria-")), name
            if name == "href":
                assert value.startswith("#"), value
    assert "@import" not in (FOLDER / "report.css").read_text("utf-8")
    assert "url(" not in (FOLDER / "report.css").read_text("utf-8")


def test_only_web_addresses_become_links() -> None:
    """A source is linked where its address is http or https, without telling where the reader comes from."""
    first, *others = sample_report().articles
    address = "https://news.example/a?b=1&c=%22"

    def page(url: str) -> Any:
        return _tree(_changed(sample_report(), articles=(_addressed(first, url), *others)))

    links = page(address).xpath('//a[not(starts-with(@href, "#"))]')
    assert {link.get("href") for link in links} == {address}
    assert {link.get("rel") for link in links} == {"noopener noreferrer"}
    for url in (
        "javascript:alert(1)",
        " JaVaScript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//x",
        "http:",
    ):
        assert page(url).xpath('//a[not(starts-with(@href, "#"))]') == [], url


def _addressed(brief: ArticleBrief, url: str) -> ArticleBrief:
    return brief.model_copy(update={"article": brief.article.model_copy(update={"url": url})})


@settings(deadline=None)
@given(st.text())
def test_an_address_is_a_web_address_or_none(url: str) -> None:
    """Whatever stands as an article's address: what is let through begins with http:// or https://."""
    found = web_address(url)
    assert found is None or re.match(r"https?://[^\s/]", found, re.IGNORECASE)


# ----------------------------------------------------------------------------------------------------- words stay words


def test_hostile_words_are_shown_as_they_are() -> None:
    """Text full of HTML, Markdown and escape sequences can be read in title, tables, statements, quotes and texts."""
    words = clean("</noscript></script></style></title>--><script>x()</script> &lt; \" ' ` <b>&amp;")
    page = _tree(hostile_report(words))
    places = ("//title", "//h1", '//*[@id="who"]', "//tbody/tr/th", '//*[@class="text"]', '//*[@id="sources"]//li')
    for path in places:
        found = page.xpath(path)
        assert not found or words in _words(found[0]), path
    assert page.xpath("//svg//title")[0].text_content().count(words) > 1


def test_no_control_or_bidi_character_gets_in() -> None:
    """What turns the writing or drives a terminal is taken out everywhere, in the article's text too."""
    page = _html(hostile_report(f"a{BIDI}b\x00\x1b[31m\x07\u200bc\ud800\r\nd\u2028e"))
    assert not [c for c in page if (c < " " and c != "\n") or c in BIDI or c in "\x7f\u200b\u2028\ud800"]
    text = html.document_fromstring(page).xpath('//*[@class="text"]')[0].text_content()
    assert text == "ab[31mc\ufffd\nd\ne"


@settings(deadline=None)
@given(st.text(), st.data())
def test_pieces_are_cleaned_like_the_whole(text: str, data: st.DataObject) -> None:
    """Where a text is cut does not matter, so that a quote reads the same in its list and in its article."""
    cut = data.draw(st.integers(0, len(text)))
    if text[cut - 1 : cut + 1] != "\r\n":
        assert clean_lines(text[:cut]) + clean_lines(text[cut:]) == clean_lines(text)


# ----------------------------------------------------------------------------------------------------------- references


def test_every_reference_leads_to_its_quote(seeds_page: Any, seeds_report: Report) -> None:
    """No link of the page leads nowhere; those to quotes lead to words that stand in the report as evidence."""
    ids = seeds_page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {h[1:] for h in seeds_page.xpath("//@href")} <= set(ids)
    quotes = {clean_lines(e.quote) for e in _all_evidence(seeds_report)}
    refs = {r.get("href")[1:]: r.text for r in seeds_page.xpath('//a[@class="ref"]') if "-q" in r.get("href")}
    assert len(refs) > 100
    for target, label in refs.items():
        assert _quote(seeds_page, target) in quotes
        assert target == "a{}-q{}".format(*label.split("."))


def _all_evidence(report: Report) -> Iterator[Evidence]:
    yield from (e for line in report.brief.summary for e in line.evidence) if report.brief else ()
    for brief in report.articles:
        yield from (e for c in (*brief.summary, *brief.notes) for e in c.evidence)
        for section in brief.sections.values():
            if isinstance(section, Estimates | Claims):
                yield from (e for item in section.items for e in item.evidence)


def test_an_article_stands_in_the_page_once_and_whole(seeds_page: Any, seeds_report: Report) -> None:
    """The words of each article are those of its text, with nothing between them."""
    texts = [t.text_content() for t in seeds_page.xpath('//*[@class="text"]')]
    assert texts == [clean_lines(b.article.text) for b in seeds_report.articles]


def test_mentions_are_marked_by_kind(seeds_page: Any) -> None:
    """Each kind has its own look, which the legend of the text names; a place is told from an actor."""
    (reading,) = seeds_page.xpath('//article[@id="a4-text"]')
    looks = {_words(li): li[0].get("class") for li in reading.xpath('.//ul[@class="kinds"]/li[span]')}
    assert len(set(looks.values())) == len(looks) > 4
    (text,) = reading.xpath('.//*[@class="text"]')
    marked = {kind: {_words(m) for m in text.xpath(f'.//span[@class="{look}"]')} for kind, look in looks.items()}
    assert {"Mustafa Bali", "Bali"} <= marked["Person"]
    assert "SDF" in marked["Armed group"]
    assert "Baghouz" in marked["Place"]
    (short,) = {m.get("title") for m in text.xpath(f'.//span[@class="{looks["Person"]}"][text()="Bali"]')}
    assert short == "Mustafa Bali"


def test_figures_and_furniture_are_marked(seeds_report: Report) -> None:
    """The number of an estimate is marked with its bounding words, and what is not the article's own is set off."""
    page = _tree(seeds_report)
    figures = [_words(f) for f in page.xpath('//*[@class="text"]//*[@class="figure"]')]
    assert {"more than 1,000", "up to 1,000"} <= {f.lower() for f in figures}
    article = seeds_report.articles[0].article
    pieces = [f.text_content() for f in page.xpath('//article[@id="a1-text"]//*[@class="furniture"]')]
    assert pieces
    assert all(any(p in article.text[f.start : f.end] for f in article.furniture) for p in pieces)


def test_a_name_leads_to_where_it_is_first_mentioned(sample: Any) -> None:
    """In the table of names the number of an article is a link to the first mention of any form of the name."""
    row = next(r for r in sample.xpath('//table[@class="names"]//tr') if _words(r).startswith("Northern Front"))
    targets = {a.text: a.get("href")[1:] for a in row.xpath(".//a")}
    assert _words(sample.xpath(f'//*[@id="{targets["1"]}"]')[0]) == "Northern Front"
    # Article 2 calls it NF.
    assert _words(sample.xpath(f'//*[@id="{targets["2"]}"]')[0]) == "NF"


def test_a_quote_that_is_not_in_its_place_is_said_to_be() -> None:
    """A report changed by hand does not mark other words: the quote stands at the head of the text, and is led to."""
    first, *others = sample_report().articles
    moved = first.article.model_copy(update={"text": "x" + first.article.text})
    page = _tree(_changed(sample_report(), articles=(first.model_copy(update={"article": moved}), *others)))
    (stray,) = page.xpath('//article[@id="a3-text"]//*[@class="stray"]')
    assert "about 3,000 fighters in Velda" in _words(stray)
    assert {h[1:] for h in page.xpath("//@href")} <= set(page.xpath("//@id"))
    assert page.xpath('//article[@id="a3-text"]//*[@class="text"]')[0].text_content() == clean_lines(moved.text)


# ---------------------------------------------------------------------------------------------------- overlapping marks

_TEXT = "Ada Ray of the Velda Monitor counted 27."
_SPANS = st.lists(
    st.tuples(st.integers(0, len(_TEXT)), st.integers(0, len(_TEXT)), st.integers(0, 2)), max_size=12, unique=True
)


@settings(deadline=None)
@given(_SPANS)
def test_marks_that_overlap_are_nested_and_lose_nothing(drawn: Sequence[tuple[int, int, int]]) -> None:
    """Whatever overlaps: the words are the text, each end closes what began last, and each quote is whole."""
    spans = [
        Span(a, b, rank, Opening("quote", id=f"q{n}") if rank == 1 else Opening(f"k{rank}", title=str(n)))
        for n, (a, b, rank) in enumerate(drawn)
    ]
    open_: list[Opening] = []
    words = ""
    quoted: dict[str, str] = {}
    for token in tokens(_TEXT, spans):
        if token.opening:
            open_.append(token.opening)
        elif token.closing:
            assert open_.pop().css == token.closing.css
        else:
            words += token.words or ""
            for name in {o.id or o.part_of for o in open_ if o.css == "quote"}:
                quoted[name or ""] = quoted.get(name or "", "") + (token.words or "")
    assert words == _TEXT
    assert open_ == []
    assert quoted == {s.opening.id: _TEXT[s.start : s.end] for s in spans if s.rank == 1 and s.start < s.end}


# --------------------------------------------------------------------------------------------------------------- tables


@pytest.mark.parametrize("status", list(STATUS_WORDS))
def test_a_standing_is_told_by_sign_and_word(sample: Any, status: Status) -> None:
    """All five can be told apart without seeing colours."""
    found = sample.xpath(f'//table//*[@data-standing="{status}"]')
    assert found
    assert {_words(f) for f in found} == {f"{STATUS_SIGNS[status]} {STATUS_WORDS[status]}"}


def _many(count: int) -> Report:
    """Return a report whose merged brief has so many names, figures and statements."""
    report = sample_report()
    assert report.brief
    quotes = (evidence("a1", "Up to 2,000 Northern Front fighters hold Velda"),)
    estimates = [
        MergedEstimate(
            id=f"E{n}", measure="killed", counted="men", holder=f"Group {n}", low=n, high=n, qualifier="exact",
            unit=None, place=None, said_by=None, evidence=quotes, articles=("a1",), origin="The Herald",
        )
        for n in range(1, count + 1)
    ]  # fmt: skip
    lines = [
        StrengthLine(holder=e.holder, measure="killed", place=None, status="single", text="", estimates=(e,))
        for e in estimates
    ]
    names = [MergedEntity(name=f"Name {n}", kind="person", articles=("a1",), mentions=1) for n in range(count)]
    claims = [MergedClaim(text=f"Claim {n}", label="tunnels", evidence=quotes) for n in range(count)]
    sections = report.brief.sections | {
        "who": MergedEntities(items=tuple(names)),
        "strength": StrengthLines(items=tuple(lines)),
        "tactics": MergedClaims(items=tuple(claims)),
    }
    return _changed(report, brief=report.brief.model_copy(update={"sections": sections}))


def test_a_long_table_waits_in_part() -> None:
    """Of more rows than can be taken in the first stand in the page, the others where scripts alone pass over them."""
    page = _tree(_many(LONG + 1))
    for path in ('//table[@class="figures"]', '//table[@class="names"]'):
        first, rest = page.xpath(path)[:2]
        assert first.getparent().tag != "noscript"
        assert rest.getparent().tag == "noscript"
        assert len(first.xpath(".//tbody/tr")) == FEW
        assert len(rest.xpath(".//tbody/tr")) == int(rest.getparent().get("data-rest")) == LONG + 1 - FEW


def test_nothing_is_left_out() -> None:
    """The page holds all names and statements, also those that other formats leave to the briefs of the articles."""
    page = _tree(_many(70))
    names = [_words(th) for th in page.xpath('//table[@class="names"]//tbody//th') if "Name " in _words(th)]
    assert names == [f"Name {n}" for n in range(70)]
    claims = [t for t in page.xpath('//*[@data-section="tactics"]//li/span/text()') if t.startswith("Claim ")]
    assert claims == [f"Claim {n}" for n in range(70)]


def test_a_short_table_is_whole() -> None:
    """One row less than too many is no reason to cut."""
    page = _tree(_many(LONG))
    assert len(page.xpath('//table[@class="figures"][1]//tbody/tr')) == LONG
    assert page.xpath("//noscript[@data-rest]") == []


def test_filters_offer_what_is_there(sample: Any) -> None:
    """Names are filtered by kind, places by country, figures by standing; how many are found is announced."""
    for section, choices in {
        "who": ["Armed group", "Person", "State"],
        "strength": ["single", "agreed", "contested", "updated", "not_comparable"],
    }.items():
        (box,) = sample.xpath(f'//*[@data-section="{section}"]//*[@data-filter]')
        assert [o.get("value") for o in box.xpath(".//option")] == ["", *choices]
        assert box.xpath(".//output[@data-filter-count]/@aria-live") == ["polite"]
        kinds = set(sample.xpath(f'//*[@data-section="{section}"]//tbody/tr/@data-kind'))
        assert kinds - {""} == set(choices)


# --------------------------------------------------------------------------------------------------------------- charts


def _chart(page: Any, title: str) -> Any:
    (found,) = [f for f in page.xpath("//figure") if f.get("data-chart") == title]
    return found


def test_figures_are_drawn_over_time(sample: Any) -> None:
    """A chart has a mark with words and quote for each whole, claimants by letter, and a text for who listens."""
    chart = _chart(sample, "Northern Front, personnel")
    titles = [t.text_content() for t in chart.xpath(".//svg//a/title")]
    assert any("about 3,000 fighters · Velda · 2 Mar 2019" in t for t in titles)
    assert len(titles) == 5
    assert not any("800" in t or "2,500" in t for t in titles), "parts are no figures of the whole"
    assert [_words(li) for li in chart.xpath('.//*[@class="legend"]/li')] == ["A Southern Army", "B article [2]"]
    assert set(chart.xpath(".//svg//a/@href")) <= {f"#{i}" for i in sample.xpath("//@id")}
    (told,) = chart.xpath(".//svg/@aria-label")
    assert told.startswith(
        "Northern Front, personnel: 5 figures from 13 Sep 2018 to 2 Mar 2019, 3 of them undated, by "
    )


def test_what_is_drawn_is_what_was_given(sample: Any) -> None:
    """A range is a bar without a dot, an open bound a broken line, contested ones have a sign, undated stand apart."""
    svg = _chart(sample, "Northern Front, personnel").xpath(".//svg")[0]
    dots = [c.get("class").split()[-1] for c in svg.xpath(".//circle")]
    assert sorted(dots) == ["about", "tooltip-trigger", "tooltip-trigger", "tooltip-trigger", "unseen"]
    assert len(svg.xpath('.//*[contains(@class, " open")]/path')) == 3
    assert len(svg.xpath('.//*[contains(@class, " range")]/path')) == 3, "a bar and two caps"
    labels = [t.text for t in svg.xpath('.//text[@class="label"]')]
    assert sorted(labels) == ["A", "A", "A!", "B", "B!"]
    (divider,) = svg.xpath('.//*[contains(@class, "divider")]/path/@d')
    edge = float(divider[1:].split()[0])
    undated = {"more than 1,000 fighters", "up to 1,000 fighters", "13,000 to 15,000 members"}
    for mark in svg.xpath(".//a"):
        assert (float(mark[1].get("cx")) > edge) == (mark[0].text.split(" · ")[0] in undated)


def test_a_claimant_looks_the_same_in_all_charts(seeds_page: Any) -> None:
    """Letter and colour stand for one claimant all over the page."""
    entries = seeds_page.xpath('//*[@class="legend"]/li')
    looks = {(_words(li), li[0].get("class")) for li in entries}
    assert len(entries) > len(looks) == len({words for words, _ in looks}) == len({w[0] for w, _ in looks})


def test_one_dated_figure_makes_no_chart() -> None:
    """A course of time takes two dates; a report without any has no charts and no heading for them."""
    page = _tree(_many(3))
    assert page.xpath("//figure") == []
    assert not page.xpath('//h3[text()="Over time"]')


def test_too_many_marks_are_left_to_the_table() -> None:
    """A crowded chart says how many figures it leaves out."""
    report = _many(1)
    assert report.brief
    (line,) = report.brief.sections["strength"].items  # type: ignore[union-attr]
    one: Any = line
    many = [
        one.estimates[0].model_copy(update={"id": f"E{n}", "as_of": f"2019-01-{n % 28 + 1:02}", "low": n, "high": n})
        for n in range(1, 91)
    ]
    lines = StrengthLines(items=(one.model_copy(update={"estimates": tuple(many)}),))
    brief = report.brief.model_copy(update={"sections": report.brief.sections | {"strength": lines}})
    (chart,) = _tree(_changed(report, brief=brief)).xpath("//figure")
    drawn = len(chart.xpath(".//svg//a"))
    assert 0 < drawn < 90
    assert f"{90 - drawn} more are in the table only" in _words(chart)


def _drawn_of(estimates: Sequence[MergedEstimate]) -> Any:
    """Return the page of a report with these figures on one line."""
    report = sample_report()
    assert report.brief
    line = StrengthLine(holder="h", measure="m", place=None, status="not_comparable", text="", estimates=(*estimates,))
    sections = report.brief.sections | {"strength": StrengthLines(items=(line,))}
    return _tree(_changed(report, brief=report.brief.model_copy(update={"sections": sections})))


def _figure(low: float | None, high: float | None, as_of: str | None, **known: Any) -> MergedEstimate:
    facts: dict[str, Any] = {"evidence": (evidence("a1", "About 800 of them came from abroad"),), "holder": "h"}
    return MergedEstimate(
        id="E", measure="m", counted="", low=low, high=high, qualifier="range", unit=None, place=None, said_by=None,
        as_of=as_of, **(facts | known),
    )  # fmt: skip


_ANY_BOUND = st.none() | st.floats() | st.floats(0, 1e10) | st.integers(0, 10**6).map(float)
_ANY_DATE = st.none() | st.sampled_from(["2019", "0001", "9999-12-31", "2018/2021", "2019-02-30", "x"])


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(_ANY_BOUND, _ANY_BOUND, _ANY_DATE), min_size=2, max_size=8))
def test_any_figures_make_a_chart_or_none(drawn: list[tuple[float | None, float | None, str | None]]) -> None:
    """A loaded report may hold any number and date: what has no place on an axis is left to the table."""
    page = _drawn_of([_figure(*values) for values in drawn])
    assert len(page.xpath('//table[@class="figures"]//tbody/tr')) == len(drawn)
    for mark in page.xpath("//svg//circle"):
        assert 0 <= float(mark.get("cx")) <= 330
        assert 0 <= float(mark.get("cy")) <= 230


def test_a_figure_that_nothing_bears_is_drawn_all_the_same() -> None:
    """Its mark leads to the brief, since there is no quote to lead to; a name may hold control characters."""
    page = _drawn_of([_figure(n, n, f"201{n}", holder="h\x1b\x00", evidence=()) for n in (7, 8)])
    assert page.xpath("//svg//a/@href") == ["#main", "#main"]


_BOUNDS = st.lists(st.floats(0, 1e12), min_size=1, max_size=20)


@settings(deadline=None)
@given(_BOUNDS)
def test_every_number_has_its_place_on_the_axis(values: list[float]) -> None:
    """Larger numbers stand higher, all of them inside, and the labels are several and in order."""
    axis = scale(values)
    places = [axis.at(v) for v in sorted(values)]
    assert places == sorted(places)
    assert axis.low < places[0]
    assert places[-1] < axis.high
    ticks = [t.at for t in axis.ticks]
    assert ticks == sorted(set(ticks))
    assert 2 <= len(ticks) <= 8
    assert len({t.label for t in axis.ticks}) == len(ticks)


_DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@settings(deadline=None)
@given(_DAYS, _DAYS, st.floats(0.01, 1000))
def test_labels_of_dates_do_not_touch(a: date, b: date, per_pixel: float) -> None:
    """Labels of a time axis come in order and stand apart, or there are only the two years at its ends."""
    first, last = min(a, b), max(a, b)
    ticks = time_ticks(first, last, per_pixel)
    gaps = [y.at - x.at for x, y in pairwise(ticks)]
    assert all(gap >= 34 * per_pixel for gap in gaps) or len(ticks) == 2
    assert all(first.toordinal() <= t.at <= last.toordinal() for t in ticks)


@pytest.mark.parametrize(
    ("as_of", "days"),
    [
        ("2019-03-02", ("2019-03-02", "2019-03-02")),
        ("2019-02", ("2019-02-01", "2019-02-28")),
        ("2020", ("2020-01-01", "2020-12-31")),
        ("2020/2021", ("2020-01-01", "2021-12-31")),
        ("2018-09/", ("2018-09-01", "2018-09-01")),
        ("/2018-09", ("2018-09-30", "2018-09-30")),
        ("2019-03-02T10:00:00+00:00", ("2019-03-02", "2019-03-02")),
    ],
)
def test_a_date_covers_its_days(as_of: str, days: tuple[str, str]) -> None:
    """Months, years and intervals are as long as they are; of an open interval only the known end is drawn."""
    found = period(as_of)
    assert found
    assert (found.first.isoformat(), found.last.isoformat()) == days


@settings(deadline=None)
@given(st.none() | st.text(alphabet="0123456789-/T.x", max_size=24))
def test_what_is_no_date_has_none(as_of: str | None) -> None:
    """Anything may stand in a loaded report: it is a period that does not end before it begins, or none."""
    found = period(as_of)
    assert found is None or found.first <= found.last


# -------------------------------------------------------------------------------------------------- for all who read it


@pytest.mark.parametrize("brief", [True, False])
def test_headings_and_landmarks_are_in_order(brief: bool) -> None:
    """One first heading, no level passed over, a skip link first, and every region with a name."""
    page = _tree(sample_report(brief=brief))
    levels = [int(h.tag[1]) for h in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    skip = page.find("body")[0]
    assert (skip.tag, skip.get("href")) == ("a", "#main")
    assert len(page.xpath("//main")) == 1
    ids = set(page.xpath("//@id"))
    assert set(page.xpath("//section/@aria-labelledby | //nav/@aria-labelledby | //article/@aria-labelledby")) <= ids
    assert all(t.xpath("./@aria-labelledby") for t in page.xpath("//table"))


def test_words_of_other_languages_are_marked() -> None:
    """A screen reader is told the language of a text, its title and its quotes; English is the page's own."""
    report = sample_report()
    arabic = [_spoken(b, "ar") if b.article.id == "a3" else b for b in report.articles]
    page = _tree(_changed(report, articles=tuple(arabic)))
    assert page.xpath('//article[@id="a3-text"]//*[@class="text"]/@lang') == ["ar"]
    assert page.xpath('//*[@id="a3-title"]//@lang') == ["ar"]
    assert {_words(s) for s in page.xpath('//*[@data-section="outlook"]//*[@lang="ar"]')} == {"The Front could return"}
    assert page.xpath('//article[@id="a1-text"]//@lang') == []


def _spoken(brief: ArticleBrief, language: str) -> ArticleBrief:
    return brief.model_copy(update={"article": brief.article.model_copy(update={"language": language})})


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ("ar", "ar"),
        ("zh-Hans", "zh-Hans"),
        ("en", None),
        ("en-GB", None),
        (None, None),
        ('x" onclick="', None),
        ("", None),
    ],
)
def test_only_language_tags_become_attributes(language: str | None, tag: str | None) -> None:
    """What an article's page gives as its language may be anything."""
    assert language_tag(language) == tag


def _colors(scheme: str) -> dict[str, str]:
    style = (FOLDER / "report.css").read_text("utf-8")
    light, dark = style.split("@media (prefers-color-scheme: dark)")[:2]
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light))
    return (
        found if scheme == "light" else found | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", dark.split("/* --")[0]))
    )


def _contrast(one: str, other: str) -> float:
    """Return the contrast of two colours by WCAG 2."""

    def luminance(color: str) -> float:
        parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_read(scheme: str) -> None:
    """Words have a contrast of 4.5 to what is behind them, lines and dots of 3, in light and dark (WCAG 2.2 AA)."""
    colors = _colors(scheme)
    grounds = [colors[g] for g in ("paper", "sheet")]
    words = [
        "ink",
        "dim",
        "link",
        "agreed",
        "contested",
        "updated",
        "not-comparable",
        "single",
        *(f"c{n}" for n in range(7)),
    ]
    for name in words:
        assert min(_contrast(colors[name], g) for g in grounds) >= 4.5, name
    for name in ("ink", "figure"):
        assert min(_contrast(colors[name], colors[g]) for g in ("mark", "shown")) >= 4.5, name
    assert _contrast(colors["dim"], colors["mark"]) >= 4.5
    for name in ("place", "firm", "focus", *(f"k{n}" for n in range(6))):
        assert min(_contrast(colors[name], g) for g in grounds) >= 3, name


# ----------------------------------------------------------------------------------------------------- the whole report


def test_without_a_brief_the_articles_are_there() -> None:
    """A run without --brief has its articles, their texts, sources and facts, and no empty heading."""
    page = _tree(sample_report(brief=False))
    assert page.xpath("//*[@data-section]") == []
    assert [_words(h) for h in page.xpath("//main//h2")] == ["Article by article", "Sources", "Not read"]
    assert len(page.xpath("//article[@class='reading']")) == 3


def test_a_report_of_failures_only() -> None:
    """Where no article could be read the page says which and why."""
    failed = (Failure(path="in/<x>.txt", stage="intake", reason="the file is empty"),)
    page = _tree(_changed(sample_report(brief=False), articles=(), failures=failed))
    assert _words(page.xpath('//*[@id="failures"]//li')[0]) == "in/<x>.txt: the file is empty (intake)"
    assert page.xpath('//*[@id="texts"]') == []


def test_the_foot_says_how_it_was_made(sample: Any) -> None:
    """Backend, model, time, calls, tokens, cost and version."""
    facts = {_words(d[0]): _words(d[1]) for d in sample.xpath('//*[@id="run"]//dl/div')}
    assert facts == {
        "Backend": "openai",
        "Model": "small",
        "Made": "1 May 2024 10:00 UTC, 2.5 s",
        "Calls": "12, and 3 answered by the cache",
        "Tokens": "12,345 in, 678 out",
        "Cost": "$0.02",
        "Version": "0.1.0",
    }


def test_what_nothing_was_asked_for_cost_nothing() -> None:
    """An offline run costs nothing; where calls were made and no price is known, that is said."""
    offline = Run(backend="offline", version="0.1.0", started="", finished="")
    assert dict(run_terms(offline))["Cost"] == "none"
    assert dict(run_terms(offline.model_copy(update={"calls": 1})))["Cost"] == "not known"


@settings(deadline=None, max_examples=25)
@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-2, 50), st.integers(-2, 50)), max_size=4))
def test_any_report_makes_a_page(text: str, spans: list[tuple[int, int]]) -> None:
    """A report that was loaded may hold any offsets: the page shows the text whole, and no link leads nowhere."""
    article = Article(
        id="a",
        path=None,
        sha256="",
        text=text,
        furniture=tuple(Furniture(start=a, end=b, kind="menu") for a, b in spans),
    )
    mentions = tuple(Mention(start=a, end=b) for a, b in spans)
    estimates = tuple(
        Estimate(
            id=f"E{n}", measure="m", counted="", holder="h", low=a, high=None, qualifier="more_than", unit=None,
            place=None, said_by=None, mention=m, evidence=(Evidence(article="a", start=a, end=b, quote=text[a:b]),),
        )
        for n, ((a, b), m) in enumerate(zip(spans, mentions, strict=True))
    )  # fmt: skip
    brief = ArticleBrief(
        article=article,
        sections={
            "who": Entities(items=(Entity(name="x", kind="y", mentions=mentions),)),
            "strength": Estimates(items=estimates),
        },
    )
    page = _tree(
        Report(
            schema="s",
            sections={"who": "entities", "strength": "estimates"},
            run=Run(backend="b", version="v", started="", finished=""),
            articles=(brief,),
        )
    )
    assert page.xpath('//*[@class="text"]')[0].text_content() == clean_lines(text)
    assert {h[1:] for h in page.xpath("//@href")} <= set(page.xpath("//@id"))


def test_texts_hold_what_the_sample_says() -> None:
    """The sample's quotes stand in its texts, so that the tests above look at marks and not at strays."""
    assert all(e.quote in TEXTS[e.article] for e in _all_evidence(sample_report()))
    assert _tree(sample_report()).xpath('//*[@class="stray"]') == []
