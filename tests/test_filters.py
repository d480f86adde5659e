"""Filters on the date of publication and the outlet: what is briefed, what is left out, and where that is told."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from fake_server import free_port
from hypothesis import given
from hypothesis import strategies as st
from test_cli import environment, refuses, run

from summarizer import article_from_text, summarize
from summarizer.errors import UsageError
from summarizer.models import Article
from summarizer.rendering import render
from summarizer.schema import KnownName
from summarizer.selecting import Selection, select, selection
from summarizer.settings import Settings, load_settings

TODAY = date(2024, 3, 15)
AFP = KnownName("AFP", "medium", ("Agence France-Presse",))


def article(key: str, published: str | None = None, outlet: str | None = None, **more: Any) -> Article:
    """Return an article of which only its date and outlet matter."""
    return Article(id=key, path=f"{key}.txt", sha256=key, published=published, outlet=outlet, text="", **more)


def kept(wanted: Selection | None, *articles: Article) -> list[str]:
    """Return the ids of the articles that a selection keeps."""
    assert wanted is not None
    return [a.id for a in select(articles, wanted, [AFP])[0]]


def asked(**settings: Any) -> Selection | None:
    """Return the selection that settings ask for on a fixed day."""
    return selection(load_settings(settings, environ={}), TODAY)


# ---------------------------------------------------------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("since", "until", "first", "last"),
    [
        ("2019-03-02", None, date(2019, 3, 2), None),
        ("2019-03", "2019-03", date(2019, 3, 1), date(2019, 3, 31)),
        ("2019", "2020", date(2019, 1, 1), date(2020, 12, 31)),
        (None, "2020-02", None, date(2020, 2, 29)),
        ("7d", None, date(2024, 3, 8), None),
        ("2w", "1d", date(2024, 3, 1), date(2024, 3, 14)),
        ("0d", None, TODAY, None),
    ],
)
def test_a_span_covers_its_first_and_last_day(
    since: str | None, until: str | None, first: date | None, last: date | None
) -> None:
    """Months and years begin with their first day and end with their last; so long ago is a day."""
    wanted = asked(since=since, until=until)
    assert wanted is not None
    assert (wanted.first, wanted.last) == (first, last)


@pytest.mark.parametrize("value", ["soon", "2019-13", "2019-02-30", "02.03.2019", "7", "d", "-3d", "2019-3-2", "0000"])
def test_what_is_no_day_is_refused_with_what_is_one(value: str) -> None:
    """A date that cannot be right names the setting and shows forms that are."""
    with pytest.raises(UsageError, match=r"since.*a day, month or year \(2019-03-02, 2019-03, 2019\)"):
        asked(since=value)


def test_no_filter_asks_for_everything() -> None:
    """Without filters nothing is selected, and `undated` alone is none."""
    assert asked() is None
    assert asked(undated=True) is None


def test_days_are_inclusive() -> None:
    """An article of the first or the last day stays; hours and zones do not matter."""
    days = ("2019-03-01", "2019-03-02T00:00", "2019-03-31T23:59+00:00", "2019-04-01")
    articles = [article(f"a{n}", day) for n, day in enumerate(days)]
    assert kept(asked(since="2019-03-02", until="2019-03"), *articles) == ["a1", "a2"]


def test_a_date_of_lesser_precision_stays_where_it_may_lie_inside() -> None:
    """An article of some day in 2019 is not left out by a filter that has days of 2019."""
    assert kept(asked(since="2019-06", until="2019-07"), article("y", "2019"), article("m", "2019-05")) == ["y"]


def test_undated_articles_are_left_out_unless_asked_for_or_their_text_says_when() -> None:
    """Nobody knows where an undated article belongs, but one that speaks of 2021 was not published before 2021."""
    bare, later = article("bare"), article("later", not_before="2021")
    odd = article("odd", published="last week")
    assert kept(asked(since="2020"), bare, later, odd) == ["later"]
    assert kept(asked(since="2021-06"), bare, later) == []  # 2021 may be its January
    assert kept(asked(since="2020", until="2022"), bare, later) == []  # it may be of 2023
    assert kept(asked(since="2020", until="2022", undated=True), bare, later) == ["bare", "later"]
    assert kept(asked(until="2020", undated=True), bare, later) == ["bare"]  # of 2021 at the earliest
    assert kept(asked(outlet="Herald"), article("x", outlet="The Herald")) == ["x"]  # no date is asked for


def test_since_after_until_is_refused() -> None:
    """A span without a day in it is a mistake, and no reason to brief nothing."""
    with pytest.raises(UsageError, match="no day is since 2020 and until 2019"):
        asked(since="2020", until="2019")


@given(
    days=st.lists(st.one_of(st.none(), st.dates(date(2015, 1, 1), date(2025, 1, 1))), max_size=12),
    first=st.dates(date(2015, 1, 1), date(2025, 1, 1)),
    length=st.integers(0, 1000),
    undated=st.booleans(),
)
def test_every_article_is_kept_or_told_of(days: list[date | None], first: date, length: int, undated: bool) -> None:
    """What is kept lies in the span; all else is left out with the one reason that holds; order stays."""
    last = first + timedelta(days=length)
    articles = [article(f"a{n}", d.isoformat() if d else None) for n, d in enumerate(days)]
    inside, out = select(articles, Selection(first, last, undated))
    assert [a.id for a in inside] == [
        a.id for a, d in zip(articles, days, strict=True) if (first <= d <= last if d else undated)
    ]
    assert len(inside) + len(out) == len(articles)
    by_path = {f"a{n}.txt": d for n, d in enumerate(days)}
    for gone in out:
        day = by_path[gone.path]
        assert gone.reason == ("undated" if day is None else "before" if day < first else "after")


# -------------------------------------------------------------------------------------------------------------- outlets


def test_outlets_are_told_by_any_form_of_their_name() -> None:
    """Letter case, an article and a known other name make no difference; part of a name is another name."""
    articles = [
        article("herald", outlet="The Herald"),
        article("afp", outlet="Agence France-Presse"),
        article("none"),
        article("sunday", outlet="Sunday Herald"),
    ]
    assert kept(asked(outlet=["herald"]), *articles) == ["herald"]
    assert kept(asked(outlet=("HERALD", "afp")), *articles) == ["herald", "afp"]
    assert kept(asked(not_outlet="afp, The herald"), *articles) == ["none", "sunday"]
    assert kept(asked(outlet=["Herald"], since="2020"), *articles) == []


def test_an_outlet_that_is_wanted_and_not_wanted_is_refused() -> None:
    """The two lists do not share a name."""
    with pytest.raises(UsageError, match="The Herald is under outlet and under not_outlet"):
        asked(outlet="herald", not_outlet="The Herald")


@pytest.mark.parametrize("value", [3, ["a", 2], ["  "], {"a": "b"}])
def test_outlets_are_names(value: Any) -> None:
    """What is no list of names is refused."""
    with pytest.raises(UsageError, match=r"outlet.*a name, or several"):
        asked(outlet=value)


# -------------------------------------------------------------------------------------------------------------- the run


def test_the_run_tells_what_was_left_out_and_why() -> None:
    """The report holds the filters as they were resolved and each article that they left out."""
    texts = [
        article_from_text("Twelve people died in Goma.", title="A", published="2019-03-02", outlet="The Herald"),
        article_from_text("Nine people died in Goma.", title="B", published="2018-09-13", outlet="The Herald"),
        article_from_text("Two people died in Goma.", title="C", outlet="The Herald"),
    ]
    report = summarize(texts, since="2019", backend="offline")
    assert [b.article.title for b in report.articles] == ["A"]
    assert report.run.filters is not None
    assert (report.run.filters.since, report.run.filters.until) == ("2019-01-01", None)
    assert [(a.path, a.reason, a.published) for a in report.run.left_out] == [
        (texts[1].id, "before", "2018-09-13"),
        (texts[2].id, "undated", None),
    ]
    assert report.failures == ()
    for shown in (render(report, format=f) for f in ("md", "terminal")):
        assert "only since 1 Jan 2019, 2 left out" in " ".join(shown.split())


def test_a_report_without_filters_says_nothing_of_them() -> None:
    """Nothing is left out where nothing was asked for."""
    report = summarize(article_from_text("Twelve people died in Goma."), backend="offline")
    assert (report.run.filters, report.run.left_out) == (None, ())
    assert "left out" not in render(report, format="md")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A working folder with three articles."""
    (tmp_path / "in").mkdir()
    for name, day, outlet in (("a", "2019-03-02", "The Herald"), ("b", "2018-09-13", "The Post"), ("c", None, None)):
        dated = f"published: {day}\n" if day else ""
        by = f"outlet: {outlet}\n" if outlet else ""
        text = f"---\ntitle: Article {name}\n{dated}{by}---\n\nThe army said that 12 soldiers were killed near Goma.\n"
        (tmp_path / "in" / f"{name}.md").write_text(text, "utf-8")
    return tmp_path


def briefed(done: Any) -> list[str]:
    """Return the titles of the articles of a JSON report on stdout."""
    assert done.returncode == 0, done.stderr
    return [b["article"]["title"] for b in json.loads(done.stdout)["articles"]]


def test_filters_on_the_command_line(here: Path) -> None:
    """Options select, stderr counts, and the report goes on."""
    call = ("in", "--format", "json")
    done = run(*call, "--since", "2019", cwd=here)
    assert briefed(done) == ["Article a"]
    assert done.stderr.splitlines()[:2] == [
        "filters: 2 of 3 articles left out: 1 published before, 1 without a date (--undated keeps such)",
        "backend: offline; 1 article, no text leaves this machine",
    ]
    assert briefed(run(*call, "--until", "2018-09-13", "--undated", cwd=here)) == ["Article b", "Article c"]
    assert briefed(run(*call, "--outlet", "herald", "--outlet", "the post", cwd=here)) == ["Article a", "Article b"]
    assert briefed(run(*call, "--not-outlet", "HERALD", cwd=here)) == ["Article b", "Article c"]
    assert run(*call, "--since", "2019", "--quiet", cwd=here).stderr == ""


def test_filters_are_settings(here: Path) -> None:
    """The environment and summarizer.toml set them as well; options win."""
    call = ("in", "--format", "json")
    assert briefed(run(*call, cwd=here, env=environment(SUMMARIZER_SINCE="2019"))) == ["Article a"]
    assert briefed(run(*call, cwd=here, env=environment(SUMMARIZER_OUTLET="The Post, Herald"))) == [
        "Article a",
        "Article b",
    ]
    (here / "summarizer.toml").write_text('outlet = ["The Post"]\nundated = true\nuntil = "2018"\n', "utf-8")
    assert briefed(run(*call, cwd=here)) == ["Article b"]
    assert briefed(run(*call, "--outlet", "The Herald", "--until", "2019", cwd=here)) == ["Article a"]


def test_nothing_left_is_wrong_use_and_says_what_there_is(here: Path) -> None:
    """Where the filters leave nothing, no report is made, exit code 2, and the line says how to widen them."""
    done = run("in", "--since", "2030", cwd=here)
    refuses(
        done, 2, "the filters leave nothing: 3 of 3 articles left out", "they are of 2018-09-13 to 2019-03-02", "widen"
    )
    done = run("in", "--outlet", "Gazette", cwd=here)
    refuses(done, 2, "3 of another outlet", "their outlets are The Herald, The Post", "widen")


def test_nothing_left_asks_no_server(here: Path) -> None:
    """A server that is not there does not matter where nothing would be sent to it."""
    where = f"http://127.0.0.1:{free_port()}/v1"
    done = run("in", "--since", "2030", "--backend", "openai", "--base-url", where, cwd=here)
    refuses(done, 2, "the filters leave nothing")


def test_a_file_that_cannot_be_read_is_a_failure_whatever_the_filters(here: Path) -> None:
    """Filters judge what was read; what was not is told as ever."""
    (here / "in" / "d.pdf").write_bytes(b"%PDF-1.7 broken")
    done = run("in", "--since", "2019", "--format", "json", cwd=here)
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert [Path(f["path"]).name for f in report["failures"]] == ["d.pdf"]
    assert len(report["run"]["left_out"]) == 2


def test_settings_carry_the_filters_as_they_were_written() -> None:
    """Settings keep what was asked for; the run works out which days that is."""
    found = load_settings({"since": "7d", "outlet": "A, B"}, environ={})
    assert (found.since, found.outlet, found.undated) == ("7d", ("A", "B"), Settings().undated)
