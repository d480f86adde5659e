"""Web pages: the article and nothing of the page's frame, and what the page says of itself."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from reader_samples import PARAGRAPHS, SENTENCE, only, page, refusal

from summarizer.intake import read_articles
from summarizer.intake.readers import Document
from summarizer.models import Article


def read_page(html: str | bytes, *, url: str | None = None) -> Document:
    """The document of a page."""
    return only(html if isinstance(html, bytes) else html.encode(), "page.html", url=url)


def ld(**values: Any) -> str:
    """JSON-LD of an article."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **values})}</script>'


# ------------------------------------------------------------------------------------------------------------- the text


def test_paragraphs_of_the_article_alone() -> None:
    """Menu, headline, other stories and footer stay out; paragraphs are apart by a blank line."""
    assert read_page(page()).text == "\n\n".join(PARAGRAPHS)


def test_no_word_of_a_sentence_is_lost_with_its_links() -> None:
    """Links inside sentences keep their words, also where most of a paragraph is links."""
    linked = (
        "The report says <span><a href='/x'>that the dam will be rebuilt</a></span> by the end of the year, and "
        "<a href='/y'>that the minister</a> <a href='/z'>will resign</a> before."
    )
    body = "".join(f"<p>{text}</p>" for text in (PARAGRAPHS[0], linked, *PARAGRAPHS[1:]))
    told = (
        "The report says that the dam will be rebuilt by the end of the year, and that the minister will resign before."
    )
    assert told in read_page(page(body)).text


def test_lines_set_apart_by_breaks_are_paragraphs() -> None:
    """Loose text with two line breaks between paragraphs is read whole, with its links and bold words."""
    lines = [
        text.replace("officials", "<b>officials</b>").replace("dam", "<a href='/d'>dam</a>") for text in PARAGRAPHS
    ]
    body = f"<div class='content'>{'<br> <br/>'.join(lines)}</div>"
    assert read_page(page(body)).text == "\n\n".join(PARAGRAPHS)


def test_lists_tables_and_quotes() -> None:
    """List items bear a bullet, cells of a row are set apart by semicolons, quotes are paragraphs."""
    rows = "".join(f"<tr><td>{name}</td><td>{count}</td></tr>" for name, count in (("Harfa", 12), ("Upper Dell", 34)))
    body = (
        f"<p>{PARAGRAPHS[0]}</p><blockquote><p>We lost the house and the cows, said the farmer.</p></blockquote>"
        f"<p>{PARAGRAPHS[1]}</p><ul><li>484 cows were lost in the north of the delta</li>"
        f"<li>12 sheep were found again</li></ul><table>{rows}</table><p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p>"
    )
    text = read_page(page(body)).text
    blocks = text.split("\n\n")
    assert "• 484 cows were lost in the north of the delta" in blocks
    assert "We lost the house and the cows, said the farmer." in blocks
    assert {"Harfa; 12", "Upper Dell; 34"} <= set(blocks)


def test_other_stories_and_appeals_inside_the_article_stay_out() -> None:
    """A teaser, a newsletter box and a sharing row between paragraphs are no part of the article."""
    body = (
        f"<p>{PARAGRAPHS[0]}</p><p><strong>Read more: <a href='/o'>300 swans leave the lake for good</a></strong></p>"
        f"<p>{PARAGRAPHS[1]}</p><p>Sign up for our newsletter to get the news each morning.</p>"
        f"<p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p><p>Share this article on Facebook or Twitter</p>"
    )
    assert read_page(page(body)).text == "\n\n".join(PARAGRAPHS)


def test_invisible_signs_and_odd_spaces_are_gone() -> None:
    """Soft hyphens, zero-width spaces and runs of spaces do not split words or stretch the text."""
    body = "".join(
        f"<p>{text.replace('officials', 'offi&shy;cials').replace(' in', '&nbsp; in')}</p>" for text in PARAGRAPHS
    )
    assert read_page(page(body)).text == "\n\n".join(PARAGRAPHS)


def test_a_packed_page_is_read_as_the_page(tmp_path: Path) -> None:
    """page.html.gz and page.htm.gz are one article with the hash of the page itself."""
    for name in ("a.html.gz", "b.htm.gz", "c.html"):
        data = page().encode()
        (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    found = [article for article in read_articles([tmp_path]) if isinstance(article, Article)]
    assert len(found) == 3
    assert len({article.sha256 for article in found}) == 1
    assert len({article.text for article in found}) == 1


def test_sentences_of_a_page_are_slices_of_its_text(tmp_path: Path) -> None:
    """Offsets index into the extracted text, which the article carries."""
    (tmp_path / "a.html").write_text(page(), "utf-8")
    (article,) = read_articles([tmp_path])
    assert isinstance(article, Article)
    assert [article.text[s.start : s.end] for s in article.sentences] == list(PARAGRAPHS)


# --------------------------------------------------------------------------------------------------------- the encoding


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("cp1252", "iso-8859-1"),
        ("utf-8", "iso-8859-1"),
        ("utf-8", None),
        ("utf-16", "utf-8"),
        ("cp1252", "no-such-encoding"),
        ("utf-8-sig", "windows-1251"),
    ],
)
def test_the_encoding_that_is_and_the_one_that_is_said(encoding: str, said: str | None) -> None:
    """Valid UTF-8 and byte order marks win over what the page says; Latin-1 means Windows-1252, as in browsers."""
    head = f'<meta charset="{said}">' if said else ""
    body = "".join(f"<p>“It’s the café” – {text}</p>" for text in PARAGRAPHS)
    found = read_page(page(body, head=head).encode(encoding))
    assert found.text.startswith("“It’s the café” – The river")
    assert found.notes == ()


def test_cyrillic_by_its_declaration() -> None:
    """An encoding that the page names is used where the bytes fit it."""
    body = "".join(
        f"<p>Вода поднялась за ночь на {n} метра, и люди ушли из домов на холмы, сказал министр.</p>" for n in range(4)
    )
    found = read_page(
        page(body, head='<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">').encode("cp1251")
    )
    assert found.text.startswith("Вода поднялась за ночь")
    assert found.language == "ru"


def test_a_broken_byte_is_told() -> None:
    """A page of UTF-8 with a stray byte is read, and the loss is noted."""
    found = read_page(page(head='<meta charset="utf-8">').encode().replace(b"forty houses", b"forty\xff houses"))
    assert "forty\ufffd houses" in found.text
    assert [note.kind for note in found.notes] == ["encoding"]


def test_mojibake_of_a_page_is_undone_and_told() -> None:
    """Text that was decoded wrongly before it was put on the page is mended, with a note."""
    wrong = "“It’s the café,” said the minister’s wife".encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")
    found = read_page(page("".join(f"<p>{wrong}. {text}</p>" for text in PARAGRAPHS)))
    assert found.text.startswith("“It’s the café")
    assert "wrong encoding" in found.notes[0].text


# --------------------------------------------------------------------------------------------------------- the metadata


def test_metadata_of_json_ld() -> None:
    """Headline, authors, publisher and date of the article's JSON-LD are taken, and where they stand is told."""
    head = ld(
        headline="Dam holds in the north",
        datePublished="2019-03-02T08:15:00+01:00",
        author=[{"@type": "Person", "name": "By Ann Lee"}, {"name": "Jo Roe"}],
        publisher={"name": "The Delta Herald"},
    )
    found = read_page(page(head=head + '<link rel="canonical" href="https://herald.example/north/dam">'))
    assert (found.title, found.author, found.outlet) == (
        "Dam holds in the north",
        "Ann Lee, Jo Roe",
        "The Delta Herald",
    )
    assert (found.published, found.url) == ("2019-03-02T08:15+01:00", "https://herald.example/north/dam")
    assert "JSON-LD datePublished" in (found.published_reason or "")


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ('<meta property="article:published_time" content="2019-03-02T08:15:00Z">', "2019-03-02T08:15+00:00"),
        ('<meta name="pubdate" content="2 March 2019">', "2019-03-02"),
        ('<meta itemprop="datePublished" content="2019-03-02">', "2019-03-02"),
        ('<link rel="canonical" href="https://herald.example/2019/03/02/dam">', "2019-03-02"),
        ('<meta property="article:published_time" content="0001-01-01T00:00:00Z">', None),
        ('<meta property="article:modified_time" content="2021-01-01">', "2021-01-01"),
        ('<meta name="date" content="last week">', None),
    ],
)
def test_dates_of_meta_tags(head: str, wanted: str | None) -> None:
    """Meta tags and addresses that state the date are believed, zeros and words are not."""
    found = read_page(page(head=head))
    assert found.published == wanted
    assert (found.published_reason is None) == (wanted is None)


@pytest.mark.parametrize(
    "frame",
    [
        "<header><div class='date'>Friday, 22 November 2020</div></header>",
        "<div id='masthead'><time datetime='2020-11-22'>22 November 2020</time></div>",
        "<div class='top-bar today'>November 22, 2020</div>",
        "<aside><ul><li><time datetime='2020-11-20'>20 Nov</time> Cats on the moon</li></ul></aside>",
    ],
)
def test_a_date_of_the_template_is_not_the_articles(frame: str) -> None:
    """The day on which a page was served and the dates of other stories never date the article."""
    assert read_page(page().replace("<nav>", frame + "<nav>")).published is None
    dated = (
        page().replace("<nav>", frame + "<nav>").replace("</h1>", "</h1><time datetime='2018-05-04'>4 May 2018</time>")
    )
    found = read_page(dated)
    assert found.published == "2018-05-04"
    assert found.published_reason


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ('<meta name="author" content="Ann Lee">', "Ann Lee"),
        ('<meta name="author" content="admin">', None),
        ('<meta name="author" content="https://social.example/herald">', None),
        ('<meta property="og:site_name" content="The Delta Herald"><meta name="author" content="Delta Herald">', None),
        (ld(author="By: Ann Lee"), "Ann Lee"),
        (ld(author={"@type": "Person", "name": ["Ann Lee", "Jo Roe"]}), "Ann Lee, Jo Roe"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", </script>', None),
    ],
)
def test_authors(head: str, wanted: str | None) -> None:
    """People are authors; accounts, addresses and the outlet itself are not; broken JSON-LD does no harm."""
    assert read_page(page(head=head)).author == wanted


@pytest.mark.parametrize(
    ("head", "url", "outlet"),
    [
        ('<meta property="og:site_name" content="The Delta Herald">', None, "The Delta Herald"),
        (ld(headline="x", publisher={"name": "Herald Group"}), None, "Herald Group"),
        ("", "https://www.herald.example/dam", "herald.example"),
        ("", None, None),
    ],
)
def test_outlets(head: str, url: str | None, outlet: str | None) -> None:
    """The site's name is the outlet, else its publisher, else its host."""
    assert read_page(page(head=head), url=url).outlet == outlet


def test_the_outlet_is_cut_from_behind_the_title() -> None:
    """A headline is told without the site's name, other parts after a dash stay."""
    named = '<meta property="og:site_name" content="The Delta Herald">'
    assert read_page(page(head=named).replace("<h1>Dam holds in the north</h1>", "")).title == "Dam holds in the north"
    assert read_page(page(title="Dam holds – for now", head=named)).title == "Dam holds – for now"


@pytest.mark.parametrize(
    ("link", "url", "wanted"),
    [
        ("/north/dam", "https://herald.example/x?utm=1", "https://herald.example/north/dam"),
        ("https://herald.example/", "https://herald.example/north/dam", "https://herald.example/north/dam"),
        ("https://herald.example/north/dam", None, "https://herald.example/north/dam"),
        ("javascript:void(0)", None, None),
    ],
)
def test_addresses(link: str, url: str | None, wanted: str | None) -> None:
    """The canonical address is taken, unless it is the front page's or no web address."""
    assert read_page(page(head=f'<link rel="canonical" href="{link}">'), url=url).url == wanted


def test_the_text_tells_its_language_before_the_template() -> None:
    """A page that calls itself English and is not is in the language of its text."""
    body = "".join(
        f"<p>Das Wasser stieg in der Nacht um {n} Meter, und die Leute sind auf die Hügel gegangen.</p>"
        for n in range(5)
    )
    assert read_page(page(body)).language == "de"
    assert read_page(page(lang="pt-BR").replace(PARAGRAPHS[0], "X")).language == "en"


# ------------------------------------------------------------------------------------------------------------ bad pages


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<html><head><title>Dam</title></head><body></body></html>", "no article"),
        ("<html><body><div id='root'></div><script src='/app.js'></script></body></html>", "scripts"),
        ("<html>" + "<div>" * 10_000 + SENTENCE * 5, "nested"),
        ("<html><body>" + "<p>a</p>" * 40_000, "tags"),
        ("", "empty"),
        ("<html>\x01\x02\x03\x04" * 50, "binary"),
    ],
)
def test_pages_without_an_article(html: str, words: str) -> None:
    """A page that is empty, made by scripts, nested without end or endless fails once, and says why."""
    started = time.process_time()
    assert words in refusal(html.encode(), "page.html")
    assert time.process_time() - started < 10


def test_nested_tags_after_the_article_do_not_hide_it() -> None:
    """What stands above ten thousand nested tags is read, and the rest is told."""
    found = read_page(page().replace("</article>", "</article>" + "<div>" * 10_000 + SENTENCE))
    assert found.text == "\n\n".join(PARAGRAPHS)
    assert "nested" in found.notes[0].text


def test_a_huge_line_is_read_in_bounded_time() -> None:
    """A page with megabytes of one line in its head costs its parsing and no more."""
    started = time.process_time()
    found = read_page(page(head=f"<script>{'x' * 5_000_000}</script><style>{'.a{}' * 500_000}</style>"))
    assert found.text == "\n\n".join(PARAGRAPHS)
    assert time.process_time() - started < 10


def test_an_empty_page_says_so_for_its_reader(tmp_path: Path) -> None:
    """A page that fails is one failure at the stage of intake, and the others are read."""
    (tmp_path / "a.html").write_text("<html><body></body></html>")
    (tmp_path / "b.html").write_text(page(), "utf-8")
    failure, article = read_articles([tmp_path])
    assert getattr(failure, "stage", None) == "intake"
    assert isinstance(article, Article)


# -------------------------------------------------------------------------------------------- the pages of the data set


def test_all_pages_of_the_data_set_are_read(shared: Path) -> None:
    """24 of 24 served pages become an article with title, language and paragraphs."""
    truth: Mapping[str, Mapping[str, str]] = json.loads((shared / "data/html/ground-truth.json").read_text("utf-8"))
    found = list(read_articles([shared / "data/html"]))
    articles = [one for one in found if isinstance(one, Article) and (one.path or "").endswith(".html.gz")]
    assert len(articles) == len(truth) == 24
    assert all(article.title and article.language and article.sentences for article in articles)
    assert sum(article.published is not None for article in articles) >= 22
    assert all(
        "htmldate" in (a.published_reason or "") or "page" in (a.published_reason or "")
        for a in articles
        if a.published
    )
