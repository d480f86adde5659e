"""Copies are found, cut and edited ones too; reports of the same event and updates are not taken for copies."""

from __future__ import annotations

import random
import subprocess
import sys
import tracemalloc

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from summarizer import summarize
from summarizer.intake import article_from_text, find_copies
from summarizer.intake.copies import SketchIndex
from summarizer.intake.likeness import words_of
from summarizer.models import Article

WIRE = """\
The river burst its banks near the town of Selm before dawn on Tuesday and flooded some 400 houses, the regional \
governor said. Fire crews took 73 people off roofs by boat, and two bridges on the road to the coast were closed.

Rain had fallen on the hills for five days. At the gauge in Oberau the water stood at 8.4 metres at noon, the most \
since measuring began in 1921, according to the water board. "We have never seen it rise so fast," its head, Marta \
Lindqvist, told reporters.

The governor, Jan Petersen, asked people in the lower town to go to the schools on the hill, where beds for 1,200 had \
been put up. Some refused to leave their animals behind. Farmers drove their cows onto the dam of the old railway.

Power was out in eleven villages. The supplier said it would take at least three days to dry out the substation, which \
stands beside the river and was rebuilt there after the flood of 1997 against the advice of the water board.

Forecasters expect the rain to end on Thursday. The crest should pass the town of Harn, 60 kilometres downstream, in \
the night to Friday, and soldiers have filled 30,000 sandbags there since Monday.
"""
OWN_WORDS = """\
Hundreds of homes stood under water in Selm on Tuesday after the river left its bed in the early morning. Governor Jan \
Petersen put the number of flooded houses at about 400, and said that rescuers in boats brought 73 people to safety.

Residents of the lower part of the town have been told to move to schools on higher ground. Many came with no more \
than a bag, but others would not part with their livestock, and a herd now grazes on a disused railway dam.

The water board says its gauge has shown nothing like it since 1921: 8.4 metres at midday, after five days of rain. \
Its director Marta Lindqvist said nobody there had seen the level climb at such a pace. In eleven villages the \
lights are out.

Downstream in Harn troops are stacking sandbags, 30,000 so far. Meteorologists say the weather will turn by Thursday.
"""
UPDATE = WIRE.replace("some 400 houses", "some 650 houses").replace("73 people", "118 people").replace("8.4", "8.9")
UPDATE = UPDATE.replace("1,200", "2,500").replace("eleven villages", "19 villages").replace("30,000", "45,000")
PARAGRAPHS = WIRE.split("\n\n")


def wire(text: str, **about: str | None) -> Article:
    """An article of a text, with the text's own hash for an id and what else is said of it."""
    return article_from_text(text, **about)


def headed(headline: str, text: str) -> str:
    """A text below a headline."""
    return f"{headline}\n\n{text}"


def edited(text: str, every: int) -> str:
    """The text with one word in so many exchanged."""
    words = text.split(" ")
    return " ".join("whereupon" if n % every == every - 1 and w.isalpha() else w for n, w in enumerate(words))


ORIGIN = wire(headed("River floods Selm", WIRE), published="2021-03-02T06:00", outlet="Wire")


@pytest.mark.parametrize(
    "text",
    [
        headed("Hundreds of houses under water as river breaks record", WIRE),
        headed("River floods Selm", "\n\n".join(PARAGRAPHS[:3])),
        headed("Flood", "\n\n".join(PARAGRAPHS[:2])),
        headed("River floods Selm", "\n\n".join(PARAGRAPHS[2:])),
        headed("After the flood", edited(WIRE, 18)),
        headed("Cut and edited", edited("\n\n".join(PARAGRAPHS[:3]), 20)),
        headed("River floods Selm", WIRE.replace("1,200", "1200").replace('"', "”").upper()),
        headed("River floods Selm", WIRE.replace("\n\n", "\n\nAdvertisement\n\n")),
        headed("Wrapped", "\n\n".join(p.replace(". ", ".\n") for p in PARAGRAPHS)),
    ],
    ids=[
        "headline",
        "cut",
        "cut short",
        "end only",
        "edited",
        "cut and edited",
        "typography",
        "advertisements",
        "wrap",
    ],
)
def test_a_copy_is_found(text: str) -> None:
    """The same text is a copy below another headline, cut, lightly edited, set in other type or broken by adverts."""
    copy = wire(text, published="2021-03-02T09:30", outlet="Paper")
    assert find_copies([ORIGIN, copy]) == {copy.id: ORIGIN.id}
    assert find_copies([copy, ORIGIN]) == {copy.id: ORIGIN.id}


@pytest.mark.parametrize(
    "text",
    [
        headed("Hundreds of homes flooded", OWN_WORDS),
        headed("River floods Selm", UPDATE),
        headed("River floods Selm", "\n\n".join([*OWN_WORDS.split("\n\n")[:3], *PARAGRAPHS[:2]])),
        headed("Flood: what we know", edited(WIRE, 3)),
    ],
    ids=["own words", "other figures", "half new", "rewritten"],
)
def test_what_is_no_copy(text: str) -> None:
    """Another report of the event, an update with other figures, one that is half new, a rewriting: none is a copy."""
    assert find_copies([ORIGIN, wire(text, published="2021-03-02T18:00")]) == {}


def test_shared_furniture_is_no_copy() -> None:
    """Pages of one site share menu, cookie line, list of other stories and footer; short texts in them stay two."""
    page = """\
Home | World | Business | Sport

{title}

By Ann Lee

2 March 2021 14:05

{text}

Read more
River towns ask for new dams after a winter of floods
Five charts that show how wet the year has been so far
Why the old railway was never torn down in the valley

We use cookies to give you the best experience on our site. By continuing to browse you agree to our use of cookies.
© 2021 The Selm Gazette. All rights reserved.
Follow us on Facebook | Share this article | Subscribe to our newsletter
"""
    one = "A ferry with 40 people on board ran aground off Harn on Sunday. Nobody was hurt, the coast guard said."
    two = (
        "The council voted to build a new school on the hill above the station. It is to open in 2023 and to cost less"
    )
    pages = [
        page.format(title="Ferry runs aground", text=one + " A tug pulled it free at high tide."),
        page.format(title="Selm to build a school", text=two + " than the old one, whose roof had leaked."),
    ]
    assert find_copies([wire(text) for text in pages]) == {}


def test_notices_by_template_are_no_copies() -> None:
    """Daily notices that differ in place, day and figures only are not copies, short or long."""
    line = "The water stood at {a} metres in {town} on {day}, the water board said; it had been at {b} metres before."
    towns = [("Selm", "Monday", 3), ("Harn", "Tuesday", 5)]
    short = [wire(line.format(town=t, day=d, a=n, b=n + 1)) for t, d, n in towns]
    long = [
        wire(" ".join(line.format(town=t, day=d, a=n * k, b=n * k + 1) for k in range(31, 61))) for t, d, n in towns
    ]
    assert find_copies([*short, *long]) == {}


def test_the_first_published_is_the_origin() -> None:
    """Of texts that hold each other the first published is the origin, time zones counted; undated ones come last."""
    times = {"b": "2021-03-02T09:00+03:00", "a": "2021-03-02T07:00", "d": None, "c": "2021-03-02", "e": "2021-03-01"}
    articles = [wire(headed(f"Headline {n}", WIRE), published=at, path=n) for n, at in times.items()]
    ids = {a.path: a.id for a in articles}
    assert find_copies(articles) == {ids[n]: ids["e"] for n in "abcd"}
    del articles[-1]
    assert find_copies(articles) == {ids[n]: ids["b"] for n in "acd"}


def test_the_longest_is_the_origin_where_no_date_decides() -> None:
    """A cut text copies the longer one, even one that is dated later: the longer one has words that no other gave."""
    whole = wire(headed("Whole", WIRE), published="2021-03-03")
    cut = wire(headed("Cut", "\n\n".join(PARAGRAPHS[:3])), published="2021-03-02")
    shorter = wire(headed("Shorter", "\n\n".join(PARAGRAPHS[:2])))
    assert find_copies([shorter, cut, whole]) == {cut.id: whole.id, shorter.id: whole.id}


@given(st.permutations(range(7)))
def test_order_does_not_matter(order: list[int]) -> None:
    """However the articles come, the same ones are copies of the same one."""
    texts = (WIRE, edited(WIRE, 18), "\n\n".join(PARAGRAPHS[:3]), "\n\n".join(PARAGRAPHS[1:]), OWN_WORDS, UPDATE)
    articles = [wire(headed(f"Headline {n}", text), path=str(n)) for n, text in enumerate(texts)]
    articles[0] = articles[0].model_copy(update={"published": "2021-03-02"})
    articles.append(articles[0].model_copy(update={"id": "again", "path": "7"}))
    expected = {articles[n].id: articles[0].id for n in (1, 2, 3, 6)}
    assert find_copies([articles[n] for n in order]) == expected


LINES = [line for text in (WIRE, OWN_WORDS) for line in text.replace("\n\n", " ").split(". ")]


@given(
    st.lists(st.lists(st.sampled_from(LINES), min_size=1, max_size=12), max_size=8), st.randoms(use_true_random=False)
)
def test_whatever_the_texts(drawn: list[list[str]], chance: random.Random) -> None:
    """For any set of texts an origin is one of them and no copy, each copy holds next to nothing of its own."""
    articles = [wire(". ".join(lines) + ".").model_copy(update={"id": str(n)}) for n, lines in enumerate(drawn)]
    found = find_copies(articles)
    assert not set(found) & set(found.values())
    by_id = {a.id: set(words_of(a)) for a in articles}
    for copy, origin in found.items():
        assert len(by_id[copy] & by_id[origin]) >= 0.7 * len(by_id[copy])
    shuffled = chance.sample(articles, len(articles))
    assert find_copies(shuffled) == found


def test_short_and_odd_texts() -> None:
    """A text of few words is a copy where it is equal word for word; texts without words do no harm."""
    one, two = wire("It rained in Selm."), wire("IT RAINED, in Selm")
    assert set(find_copies([one, two])) < {one.id, two.id}
    assert find_copies([one, wire("It rained in Harn.")]) == {}
    assert find_copies([wire("…"), wire("?!"), wire("\ud800 odd")]) == {}
    assert find_copies([]) == {}


def test_scripts_without_spaces() -> None:
    """Chinese and Thai texts are compared by their characters."""
    chinese = "周二凌晨河水漫过堤岸淹没了大约四百座房屋消防员用船救出了屋顶上的人省长请大家到山上的学校去"
    other = "议会周三投票决定在车站上方的山坡建造一所新学校预计后年开学费用比旧校舍低旧校舍的屋顶多年漏水"
    one, cut, two = wire(chinese * 2 + "。"), wire("快讯。" + chinese + "。"), wire(other * 2 + "。")
    assert find_copies([one, cut, two]) == {cut.id: one.id}


# ------------------------------------------------------------------------------------------------------------ in a run


def test_a_run_marks_copies_and_counts_them_once() -> None:
    """Copies are kept as articles, name their origin, and their figures have one origin in the merged brief."""
    copy = wire(headed("Record flood", edited(WIRE, 18)), published="2021-03-02T11:00", outlet="Paper")
    other = wire(headed("Hundreds of homes flooded", OWN_WORDS), published="2021-03-02T12:00", outlet="Herald")
    report = summarize([copy, other, ORIGIN], backend="offline")
    assert [b.article.copy_of for b in report.articles] == [ORIGIN.id, None, None]
    assert report.brief is not None
    assert [n.kind for n in report.brief.notes].count("copy") == 1
    figures = [e for line in report.brief.sections["strength"].items for e in line.estimates]
    assert any(e.origin == "Wire" and set(e.articles) == {ORIGIN.id, copy.id} for e in figures)
    assert "Paper" not in {e.origin for e in figures}


def test_an_origin_that_fails_is_none() -> None:
    """Where the origin is not in the report, nothing points at it."""
    blank = ORIGIN.model_copy(update={"text": " "})
    (brief,) = summarize([blank, wire(headed("Record flood", WIRE))], backend="offline").articles
    assert brief.article.copy_of is None


def test_what_a_caller_says_stands() -> None:
    """An article given with an origin keeps it; ids given twice are told apart."""
    given_one = wire("It rained in Selm.").model_copy(update={"copy_of": "elsewhere", "id": "x"})
    twice = wire("It snowed in Harn.").model_copy(update={"id": "x"})
    third = wire("It was dry in Oberau.").model_copy(update={"id": "x-2"})
    report = summarize([given_one, twice, third], backend="offline", brief=False)
    assert [b.article.copy_of for b in report.articles] == ["elsewhere", None, None]
    assert len({b.article.id for b in report.articles}) == 3


def test_a_single_article_needs_no_library() -> None:
    """Without a second text nothing is sketched, so nothing is imported."""
    code = (
        "import sys; from summarizer.intake import find_copies, article_from_text as a\n"
        f"find_copies([a({WIRE!r})]); print('rensa' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "False"


# --------------------------------------------------------------------------------------------------- size of the matter


def many(count: int) -> list[list[str]]:
    """Texts of 400 words each; every fourth is an earlier one with one word in 25 exchanged."""
    chance = random.Random(7)
    vocabulary = [f"w{n}" for n in range(3000)]
    texts: list[list[str]] = []
    for number in range(count):
        if number % 4 == 3:
            base = texts[chance.randrange(len(texts))]
            texts.append([w if chance.random() > 0.04 else "edited" for w in base])
        else:
            texts.append(chance.choices(vocabulary, k=400))
    return texts


def as_article(number: int, words: list[str]) -> Article:
    """An article of a text of which nothing is known."""
    return wire(" ".join(words)).model_copy(update={"id": str(number), "path": f"{number:06}"})


def test_the_index_is_small() -> None:
    """A text's sketches take less than 2 KB, and so does finding what is alike, whatever the texts' length."""
    texts = many(400)
    index = SketchIndex()
    index.add(0, texts[0])  # what the library needs once is not counted
    tracemalloc.start()
    for number, words in enumerate(texts[1:], 1):
        index.add(number, words)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.reset_peak()
    assert index.alike()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept / len(texts) < 2048
    assert peak / len(texts) < 2048


def test_few_texts_are_compared() -> None:
    """Of unrelated texts next to none are compared, of a thousand copies each with a few others."""
    unrelated, copies = SketchIndex(), SketchIndex()
    texts = [t for n, t in enumerate(many(400)) if n % 4 != 3]
    for number, words in enumerate(texts):
        unrelated.add(number, words)
    assert sum(map(len, unrelated.alike().values())) < len(texts) / 10
    for number in range(300):
        copies.add(number, [*texts[0], f"ending{number}", "so"])
    pairs = sum(map(len, copies.alike().values())) / 2
    assert pairs < 300 * 40


def test_nearly_all_of_many_copies_are_found() -> None:
    """Among many texts, copies with one word in 25 exchanged are found, and nothing else."""
    texts = many(200)
    found = find_copies([as_article(n, words) for n, words in enumerate(texts)])
    assert 0.95 * 50 <= len(found) <= 50


def test_words_leave_out_what_is_not_the_text() -> None:
    """Headings and furniture are no words of a text; case, quotes and thousands marks do not count."""
    article = wire(
        "River floods Selm\n\nBy Ann Lee\n\nSome 1,200 people left the town of Selm, “in haste”, she said.\n"
    )
    assert words_of(article) == "some 1200 people left the town of selm in haste she said".split()
