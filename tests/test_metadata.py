"""Title, author, outlet, date and language: what the text says, with reasons, and null when unsure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.intake import article_from_text
from summarizer.intake.language import language, script
from summarizer.intake.stamps import iso, stamps

LEAD = "The river rose by two metres on Tuesday, officials in the delta said, and more rain is on the way."
MORE = "Engineers opened the second dam in the evening, and the villages below it were cleared before the water came."
LAST = "Nobody in the three villages was hurt, the mayor said, but the harvest of the whole valley has been lost."
TITLE = "Ministers meet as river levels rise"


def page(*lines: str) -> str:
    """Lines of a page with blank lines between them."""
    return "\n\n".join(lines)


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ([TITLE], TITLE),
        (["World", "Khartoum", TITLE], TITLE),
        (["Skip to content", "Home | News | Sport", "1 March 2021", TITLE], TITLE),
        (["Khartoum", "Monday 1 March 2021", "Delta Blues", "Ann Lee", "2 March 2021"], "Delta Blues"),
        (["Who let the river in?"], "Who let the river in?"),
        (["# Delta Blues", "A story of two dams and of a mayor"], "Delta Blues"),
        ([f"  {TITLE}  "], TITLE),
        ([], None),
    ],
)
def test_title(top: list[str], title: str | None) -> None:
    """The title is the headline, not the masthead above it; a text that begins at once has none."""
    assert article_from_text(page(*top, LEAD, MORE)).title == title


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("By Ann Lee and Omar al-Khatib, Khartoum", "Ann Lee and Omar al-Khatib"),
        ("by newsdesk7", "newsdesk7"),
        ("Written by Ann van der Berg", "Ann van der Berg"),
        ("By Ann Lee | 3 March 2021", "Ann Lee"),
        ("Author: Ann Lee", "Ann Lee"),
        ("By early morning", None),
        ("By Tuesday", None),
        ("By Reuters", None),
    ],
)
def test_author_of_a_byline(line: str, author: str | None) -> None:
    """A byline gives the author without place and date; other lines that begin with "by" give none."""
    assert article_from_text(page(TITLE, line, LEAD, MORE)).author == author


def test_bare_name_beside_the_date() -> None:
    """A name alone on a line is the author when the date stands beside it, and not when it is a place."""
    assert article_from_text(page(TITLE, "Ann Lee", "3 March 2021", LEAD, MORE)).author == "Ann Lee"
    assert article_from_text(page(TITLE, "Ann Lee", LEAD, MORE)).author is None
    placed = page(TITLE, "Port Sudan", "3 March 2021", LEAD, "The road to Port Sudan is closed.")
    assert article_from_text(placed).author is None


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        ([f"{TITLE} | The Delta Times", LEAD], "The Delta Times"),
        ([f"{TITLE} - Delta Observatory for Rivers", LEAD], "Delta Observatory for Rivers"),
        ([f"{TITLE} • Rivers and People", TITLE, LEAD], "Rivers and People"),
        ([f"{TITLE} – What We Know", LEAD], None),
        ([TITLE, LEAD, "Source: Delta Monitor"], "Delta Monitor"),
        ([TITLE, "KHARTOUM (Reuters) - " + LEAD], "Reuters"),
        ([TITLE, LEAD, "© 2021 The Delta Times. All rights reserved."], "The Delta Times"),
        ([TITLE, LEAD, "“It was the worst night,” the mayor told The Delta."], "The Delta"),
        ([TITLE, LEAD, "The mayor told Delta News so. His wife told DeltaNews more."], "Delta News"),
        ([TITLE, LEAD, "He told the correspondent of the “Delta Post” in the north."], "Delta Post"),
        ([TITLE, LEAD, "On Sunday the “Delta Post” correspondent saw it."], "Delta Post"),
        ([TITLE, LEAD, "Delta News Africa correspondent Ann Lee saw it."], "Delta News"),
        ([TITLE, LEAD, "Our correspondent was there. The mayor told reporters so."], None),
        ([TITLE, LEAD, "The mayor told Reuters. His wife told the BBC."], None),
        ([TITLE, LEAD, "The mayor told Delta News. His wife told Harfa News."], None),
        ([TITLE, LEAD, "He told Ann Lee that it was over."], None),
    ],
)
def test_outlet(lines: list[str], outlet: str | None) -> None:
    """The outlet is what the page names as its own; cited agencies, persons and rivals give none."""
    assert article_from_text(page(*lines, MORE)).outlet == outlet


@pytest.mark.parametrize(
    ("lines", "published", "named"),
    [
        ([TITLE, "Published: 3 March 2021", "Updated: 5 March 2021", LEAD], "2021-03-03", "2021-03-05"),
        (["Monday 1 March 2021", TITLE, "Wed, 03 Mar 2021 17:55 GMT", LEAD], "2021-03-03T17:55+00:00", "2021-03-01"),
        (["Monday 1 March 2021", TITLE, LEAD, "Updated: March 3, 2021 02:35 PM"], "2021-03-03T14:35", "2021-03-01"),
        (["Khartoum, SudanMonday 1 March 2021", TITLE, LEAD], None, "2021-03-01"),
        ([TITLE, "By Ann Lee | 3rd of March, 2021", LEAD], "2021-03-03", "byline"),
        ([TITLE, "KHARTOUM, March 3, 2021 (AP) - " + LEAD], "2021-03-03", "dateline"),
        ([TITLE, LEAD, MORE, LAST, "2021-03-03"], "2021-03-03", "end"),
        ([TITLE, "03/04/2021", LEAD], None, "reads both ways"),
        ([TITLE, LEAD, MORE, LAST, "— Ann Lee (@annlee) March 3, 2021"], None, None),
        ([TITLE, LEAD, "On 3 March 2021 the first dam broke."], None, None),
        ([TITLE, LEAD], None, None),
    ],
)
def test_published(lines: list[str], published: str | None, named: str | None) -> None:
    """The choice among dates goes to the article's own, and the reason names what stood beside it."""
    article = article_from_text(page(*lines))
    assert article.published == published
    assert (article.published_reason is None) if named is None else named in (article.published_reason or "")


def test_given_date_wins() -> None:
    """A date that the caller gives is kept as ISO, and the reason says so."""
    article = article_from_text(page(TITLE, "3 March 2021", LEAD), published="5 Mar 2021")
    assert article.published == "2021-03-05"
    assert article.published_reason == "2021-03-05 was given with the article."


def test_given_date_that_is_none() -> None:
    """What the caller gives as date and is no whole one is passed over, and the reason says so."""
    article = article_from_text(page(TITLE, "3 March 2021", LEAD), published="last spring")
    assert article.published == "2021-03-03"
    assert "last spring" in (article.published_reason or "")


@pytest.mark.parametrize(
    ("sentence", "bound"),
    [
        ("The first dam broke in 2014, and the second in March 2019.", "2019-03"),
        ("Nothing was built since 2008.", "2008"),
        ("On 25 December 2011 the bridge fell.", "2011-12-25"),
        ("The plan will be finished in 2040. It was made in 2016.", "2016"),
        ("The work is expected to end by 2031.", None),
        ("Some 2000 people and 1999 cows came.", None),
        ("The camp of 2010 people was closed.", None),
        ("It rained.", None),
    ],
)
def test_not_before(sentence: str, bound: str | None) -> None:
    """An undated text is later than the last year it speaks of as past; plans and counts are no dates."""
    assert article_from_text(page(TITLE, LEAD, sentence)).not_before == bound


def test_dated_text_has_no_bound() -> None:
    """A text with a date needs no bound."""
    assert article_from_text(page(TITLE, "3 March 2021", LEAD, "It began in 2014.")).not_before is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("13 September 2018", "2018-09-13"),
        ("Sept. 13th, 2018", "2018-09-13"),
        ("2018/09/13", "2018-09-13"),
        ("13.09.2018", "2018-09-13"),
        ("13/09/2018", "2018-09-13"),
        ("09/13/2018", "2018-09-13"),
        ("09/10/2018", None),
        ("31 February 2018", None),
        ("September 2018", None),
        ("2018-09-13T14:35:10Z", "2018-09-13T14:35:10+00:00"),
        ("13 Sep 2018 at 2.35 pm", "2018-09-13T14:35"),
        ("12:05 AM, 13 Sep 2018", "2018-09-13T00:05"),
        ("2018-09-13 14:35 +0530", "2018-09-13T14:35+05:30"),
        ("13 Sep 2018 14:35 EST", "2018-09-13T14:35"),
    ],
)
def test_stamps(text: str, value: str | None) -> None:
    """Whole dates are read in the forms that pages print; what could be read two ways is not."""
    assert iso(text) == value


@given(st.text(alphabet=st.sampled_from(list("0123456789 -/.:,TZ+AMPMarchSept")), max_size=60))
def test_stamps_of_any_text(text: str) -> None:
    """Whatever the digits, stamps lie in bounds and are dates."""
    for stamp in stamps(text):
        assert 0 <= stamp.start < stamp.end <= len(text)
        assert iso(stamp.value[:10]) == stamp.value[:10]


def test_front_matter() -> None:
    """Front matter gives metadata, is furniture, and leaves the text where it is."""
    text = (
        "---\ntitle: 'Two dams'\nauthors:\n  - Ann Lee\n  - Bo Chen\ndate: 2021-03-03 09:00\nsource: Delta Post\n"
        + (f"link: https://example.org/1\nlang: en-GB\n---\n\n# Two dams\n\n{LEAD}\n")
    )
    article = article_from_text(text)
    about = (article.title, article.author, article.published, article.outlet, article.url, article.language)
    assert about == ("Two dams", "Ann Lee, Bo Chen", "2021-03-03T09:00", "Delta Post", "https://example.org/1", "en")
    assert article.furniture[0].start == 0
    assert text[article.furniture[0].end :].lstrip().startswith("# Two dams")
    assert text[article.sentences[0].start : article.sentences[0].end] == "# Two dams"


@pytest.mark.parametrize(
    "text", ["---\n\nJust a rule above a text.\n\n---\n", "---\ntitle: never closed\n", "--- a\n---\n", "---\n---\n"]
)
def test_rules_are_no_front_matter(text: str) -> None:
    """A rule above ordinary text is not taken for front matter."""
    assert not any(f.start == 0 and f.end > 3 for f in article_from_text(text + LEAD).furniture)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (LEAD, "en"),
        ("Le fleuve est monté de deux mètres dans la nuit et les habitants ont quitté la ville.", "fr"),
        ("Der Fluss ist in der Nacht gestiegen, und die Leute haben das Dorf mit den Tieren verlassen.", "de"),
        ("El río subió dos metros en la noche y los vecinos se fueron de las casas por el agua.", "es"),
        ("Il fiume è salito di due metri nella notte e gli abitanti sono andati via dalle case con gli animali.", "it"),
        ("Вода в реке поднялась за ночь на два метра, и люди ушли из домов, но это не всё.", "ru"),
        ("ارتفعت المياه في الليل وقال الوزير إن الناس خرجوا من المدينة إلى التلال بعد المطر", "ar"),
        ("آب رودخانه در شب بالا آمد و مردم از خانه‌های خود به تپه‌ها رفتند که این برای شهر بد بود", "fa"),
        ("המים עלו בלילה", "he"),
        ("河水在夜里上涨了两米", "zh"),
        ("川の水が夜に上がった", "ja"),
        ("12 345", None),
        ("Xyzzy plugh", None),
    ],
)
def test_language(text: str, code: str | None) -> None:
    """The language is told by script and function words, and null when neither says."""
    assert language(text) == code


def test_script() -> None:
    """The script is that of most letters; signs and figures have none."""
    assert script("Вода - water — вода") == "Cyrillic"
    assert script("“…” 12") is None


def test_seeds(shared: Path) -> None:
    """Title, author, outlet and day of the real articles are those of the gold."""
    for gold in sorted((shared / "gold" / "seeds").glob("*.json")):
        want = json.loads(gold.read_text("utf-8"))
        article = article_from_text((shared / "seeds" / want["file"]).read_bytes().decode())
        day = article.published[:10] if article.published else None
        have = {"title": article.title, "author": article.author, "outlet": article.outlet, "published": day}
        assert have == {key: want[key] for key in have}


def test_press_releases(shared: Path) -> None:
    """Clean press texts: the first line is the title, and no author, outlet or date is made up."""
    path = shared / "data" / "re3d" / "UK_Government" / "documents.json"
    for line in path.read_text("utf-8").splitlines():
        document = json.loads(line)
        article = article_from_text(
            f"{document['title']}\n\n{document['text'].removeprefix(document['title']).strip()}"
        )
        assert article.title == " ".join(document["title"].split())
        assert (article.author, article.outlet, article.published) == (None, None, None)
