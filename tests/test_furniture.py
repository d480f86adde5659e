"""Furniture: what is not the article is marked, what is stays, and nothing moves."""

from __future__ import annotations

import time
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.intake import article_from_text
from summarizer.intake.furniture import FurnitureKind
from summarizer.models import Article

LEAD = "The river rose by two metres on Tuesday, officials in the delta said, and more rain is on the way."
MORE = "Engineers opened the second dam in the evening, and the villages below it were cleared before the water came."
LAST = "Nobody in the three villages was hurt, the mayor said, but the harvest of the whole valley has been lost."
TITLE = "Ministers meet as river levels rise"


def page(*lines: str) -> str:
    """Lines of a page with blank lines between them."""
    return "\n\n".join(lines)


def marked(article: Article) -> dict[str, str]:
    """Furniture of an article: its text -> its kind."""
    return {article.text[f.start : f.end]: f.kind for f in article.furniture}


def kept(article: Article) -> str:
    """All sentences of an article, a line each."""
    return "\n".join(article.text[s.start : s.end] for s in article.sentences)


LINES = st.sampled_from(
    [
        *(TITLE, LEAD, MORE, "Read more:", "World", "By Ann Lee", "3 March 2021", "• 40 houses", "Related", "", "?"),
        *("We use cookies. Accept", "Photo: AFP", "DELTA (AP) - The rain fell.", "---", "title: x", "قال الوزير إن"),
    ]
)


@settings(deadline=None)
@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_furniture_is_in_order_and_in_bounds(lines: list[str], between: str) -> None:
    """Ranges rise, do not overlap, hold text, are of a documented kind, and no sentence touches one."""
    text = between.join(lines)
    article = article_from_text(text)
    last = 0
    for piece in article.furniture:
        assert last <= piece.start < piece.end <= len(text)
        assert piece.kind in get_args(FurnitureKind)
        last = piece.end
    for sentence in article.sentences:
        assert not any(f.start < sentence.end and sentence.start < f.end for f in article.furniture)
    spans = [(s.start, s.end) for s in article.sentences] + [(f.start, f.end) for f in article.furniture]
    covered = {i for start, end in spans for i in range(start, end)}
    assert all(i in covered or text[i].isspace() for i in range(len(text)))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("This website uses cookies to improve your experience. Accept Read More", "consent"),
        ("Privacy & Cookies Policy", "consent"),
        ("By continuing to use this site you agree to our privacy policy.", "consent"),
        ("Please let us know if you have problems with commenting.", "comment"),
        ("Leave a comment", "comment"),
        ("Trouble posting a comment? Tell us.", "comment"),
        ("12 Comments", "comment"),
        ("Share on Facebook Twitter WhatsApp", "comment"),
        ("Subscribe to our daily newsletter", "comment"),
        ("Follow us on Telegram", "comment"),
        ("© 2021 The Delta Times. All rights reserved.", "footer"),
        ("Tags: rivers, dams", "footer"),
        ("Advertisement", "footer"),
        ("People wade through the market on Monday. AFP Photo", "caption"),
        ("A boat on the river [Ann Lee/Reuters]", "caption"),
        ("FILE PHOTO: The dam in spring", "caption"),
        ("Photo: Ann Lee", "caption"),
        ("Villagers on the dam (Photo by Ann Lee/Getty Images)", "caption"),
        ("Reporting by Ann Lee; Editing by Tom Fox", "byline"),
        ("Home | News | Sport | Weather", "masthead"),
        ("Updated: March 3, 2021 02:35 PM", "dateline"),
        ("Also read: Dam holds, for now", "related"),
        ("Read more: Flood drives 30,000 from their homes.", "related"),
    ],
)
def test_lines_of_a_page(line: str, kind: str) -> None:
    """A line that a page adds is marked among paragraphs, and the paragraphs around it are not."""
    article = article_from_text(page(TITLE, LEAD, line, MORE))
    assert marked(article) == {line: kind}


@pytest.mark.parametrize(
    "line",
    [
        "Read more than one report on the dam and you will see that nobody had looked at it for years, he said.",
        "The commission said that the site uses cookies that you cannot refuse, and fined its owner 40,000 euros.",
        "“We ask you to accept our terms and conditions,” the company wrote.",
        "Comments by the minister on Tuesday angered the three villages below the dam.",
        "By Monday the water had reached the second village.",
        "Haddad told Reuters.",
        "The dam will hold until Sunday, the mayor said to Agence France-Presse (AFP).",
        "In the evening he showed reporters a photo of Amal Haddad.",
        "— Ann Lee (@annlee) March 3, 2021",
        "The photo of the dam by Ann Lee went around the world within a day of the flood.",
        "More in hospital as toll rises",
        "Related costs came to 30,000 euros, the mayor said.",
        "On 3 March 2021 the first dam broke.",
        "DELTA – the party of the farmers – left the government over the dam.",
    ],
)
def test_text_that_only_looks_like_furniture(line: str) -> None:
    """Sentences and headings about such things stay in the article."""
    article = article_from_text(page(TITLE, LEAD, line, MORE))
    assert not article.furniture
    assert line in kept(article)


def test_masthead() -> None:
    """Places, sections and the page's date above the title are masthead; title and standfirst are not furniture."""
    standfirst = "A second wave of 2,000 cubic metres a second is on its way"
    article = article_from_text(
        page("Home > World > Africa", "Khartoum, Sudan", "Monday 1 March 2021", TITLE, standfirst, LEAD)
    )
    assert set(marked(article).values()) == {"masthead"}
    assert [article.text[s.start : s.end] for s in article.sentences[:2]] == [TITLE, standfirst]
    assert [s.heading for s in article.sentences[:2]] == [True, False]


@pytest.mark.parametrize(
    "head",
    [
        "Read more:",
        "Related articles",
        "You might also like",
        "More you may like",
        "More on this story",
        "More on Sudan",
    ],
)
def test_list_of_other_stories(head: str) -> None:
    """A list's head and its headlines are marked, figures and all; the paragraph after it is not."""
    stories = ["Flood drives 30,000 from their homes", "Who built the dam?", "Farmers count 400 lost cows in the north"]
    article = article_from_text(page(TITLE, LEAD, head, *stories, MORE, LAST))
    assert marked(article) == dict.fromkeys([head, *stories], "related")


def test_list_stops_at_a_wider_gap_and_at_a_heading() -> None:
    """Headings and lines that belong to the article again end the list above them."""
    gap = (
        page(TITLE, LEAD, "Read more:", "Who built the dam?")
        + "\n\n\n\n"
        + page("Seven villages are under water", MORE)
    )
    assert marked(article_from_text(gap)) == {"Read more:": "related", "Who built the dam?": "related"}
    heading = page(TITLE, LEAD, "Related", "Who built the dam?", "Bells rang all night long", "What next", MORE)
    assert "What next" in kept(article_from_text(heading))


def test_list_of_stories_without_a_head() -> None:
    """Headlines among the paragraphs are marked when one of them is known from a list or labelled as a story."""
    first = page(TITLE, LEAD, "Read more:", "Flood drives 30,000 from their homes", MORE)
    again = page("The Delta Flood", "Flood drives 30,000 from their homes", LAST)
    assert "30,000" not in kept(article_from_text(page(first, again)))
    assert "The Delta Flood" not in kept(article_from_text(page(first, again)))
    labelled = page(TITLE, LEAD, "The Delta Flood", "Comment: If the second dam falls, so does the minister", MORE)
    assert set(marked(article_from_text(labelled)).values()) == {"related"}


def test_headings_of_an_article_stay() -> None:
    """Subheadings among paragraphs are no list of stories."""
    article = article_from_text(page(TITLE, LEAD, "What the water left", MORE, "Who pays for it", LAST))
    assert not article.furniture


def test_repeated_lines_and_paragraphs() -> None:
    """The second of two equal lines or paragraphs is marked, and a near copy without anything new."""
    caption = "People wade through the market of the old town"
    long = (
        "The minister, Amal Haddad, told reporters on Tuesday that he would not be surprised if the old dam in the "
        "north were still to break before the weekend."
    )
    near = "He said he would not be surprised if the old dam in the north were to break before the weekend."
    article = article_from_text(page(TITLE, caption, caption, LEAD, long, near, MORE, LEAD))
    assert [(article.text[f.start : f.end], f.kind) for f in article.furniture] == [
        (caption, "repeat"),
        (near, "repeat"),
        (LEAD, "repeat"),
    ]
    assert article.furniture[0].start > article.text.index(caption)


def test_sentences_of_one_pattern_are_no_repeats() -> None:
    """Another figure or name makes another statement, however alike the words are."""
    one = "The water took 5 houses and 12 barns in Harfa on Sunday, the mayor said."
    two = "The water took 7 houses and 12 barns in Harfa on Sunday, the mayor said."
    three = "The water took 5 houses and 12 barns in Kafra on Sunday, the mayor said."
    four = "The water spared 5 houses and 12 barns in Harfa on Sunday, the mayor said."
    assert not article_from_text(page(TITLE, LEAD, one, two, three, four)).furniture


def test_title_repeated_with_the_outlet() -> None:
    """The outlet behind the title and the title's second copy are marked; the title is one heading."""
    article = article_from_text(page(f"{TITLE} | The Delta Times", TITLE, LEAD))
    assert marked(article) == {" | The Delta Times": "masthead", TITLE: "repeat"}
    assert article.text[article.sentences[0].start : article.sentences[0].end] == TITLE


def test_inline_dateline() -> None:
    """Place, date and agency before the first sentence are marked, the sentence is not."""
    for dateline in ("KHARTOUM, March 3 (Reuters) - ", "KHARTOUM — ", "Khartoum, Sudan (AP) -- ", "KHARTOUM, Sudan — "):
        article = article_from_text(page(TITLE, dateline + LEAD, MORE))
        assert marked(article) == {dateline: "dateline"}
        assert kept(article).splitlines()[1] == LEAD


def test_footer_in_another_script() -> None:
    """Closing lines in Arabic below an English article are foreign; an Arabic article keeps its own lines."""
    tail = ["قد يعجبك أيضا", "هذا الموقع يستخدم ملفات تعريف الارتباط"]
    assert marked(article_from_text(page(TITLE, LEAD, MORE, *tail))) == dict.fromkeys(tail, "foreign")
    body = "قال الوزير في المدينة يوم الثلاثاء إن المياه ارتفعت في الليل وإن الناس تركوا البيوت إلى التلال بعد المطر."
    assert not article_from_text(page(body, body.replace("الثلاثاء", "الأحد"), tail[1])).furniture


def test_footer_in_another_language() -> None:
    """Closing lines in French below an English article are foreign; half a text in French is not."""
    french = "Cet article est aussi publié dans les pages de la rédaction et sur le site pour les lecteurs du pays."
    assert marked(article_from_text(page(TITLE, LEAD, MORE, LAST, french))) == {french: "foreign"}
    assert not article_from_text(page(TITLE, LEAD, french, french.replace("article", "avis"))).furniture


def test_closing_lines() -> None:
    """A section's name below the last paragraph is a footer; a last list item is not."""
    assert marked(article_from_text(page(TITLE, LEAD, "Middle East"))) == {"Middle East": "footer"}
    assert not article_from_text(page(TITLE, LEAD, "• Forty houses")).furniture


def test_long_lists_take_linear_time() -> None:
    """Twenty thousand headlines below "Read more", or as many lines of one phrase, are done in seconds."""
    started = time.process_time()
    article_from_text(page(TITLE, LEAD, "Read more:", *("Some other story of the day" for _ in range(20_000))))
    article_from_text(page(*(f"The water took {i} of the houses in one of the towns." for i in range(20_000))))
    assert time.process_time() - started < 20


def test_seeds(shared: Path) -> None:
    """In real articles the headline with a figure is furniture both times, and the standfirst is not."""
    for path in sorted((shared / "seeds").glob("*.txt")):
        article = article_from_text(path.read_bytes().decode())
        assert "drive more than 30,000 from their homes" not in kept(article)
        assert "cookies" not in kept(article).lower()
    text = next((shared / "seeds").glob("001*")).read_bytes().decode()
    assert text.count("drive more than 30,000") == 2
    assert "An offensive began on Monday against an estimated 2,000 fighters" in kept(article_from_text(text))


def test_press_releases_are_left_alone(shared: Path) -> None:
    """Clean press texts lose nothing but repeated lines."""
    import json

    for name in ("UK_Government", "US_State_Department"):
        path = shared / "data" / "re3d" / name / "documents.json"
        for line in path.read_text("utf-8").splitlines():
            article = article_from_text(json.loads(line)["text"])
            assert set(marked(article).values()) <= {"repeat"}
