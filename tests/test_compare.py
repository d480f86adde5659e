"""What is new, gone and changed between two reports: `compare`, `summarize diff` and how they show it."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from report_factory import HOSTILE, hostile_report, sample_report
from test_cli import refuses, run
from test_rendering import COMMONMARK

from summarizer import Comparison, Report, article_from_text, compare, summarize
from summarizer.comparing import compare as compared
from summarizer.comparison import ClaimChanges, FigureChanges, NameChanges, RunRef
from summarizer.errors import UsageError
from summarizer.merging import merge
from summarizer.models import Article, MergedBrief
from summarizer.rendering.compared import render_comparison
from summarizer.schema import load_schema

HEAD = "Fighting near Hajin\n\n{day}\n\n"
SDF = "Up to {n} ISIS fighters hold Hajin, the Syrian Democratic Forces said.\n\n"
HERALD = "About 700 ISIS fighters are left in Hajin, the Syrian Observatory for Human Rights said.\n\n"
KILLED = "The Syrian Observatory for Human Rights said that {n} civilians were killed in Hajin on {day}.\n\n"
TUNNELS = "ISIS fighters move through tunnels and lay mines and booby traps on the roads to Hajin.\n\n"
DRONES = "ISIS has begun to drop grenades from drones on the villages, residents said.\n\n"
TALKS = "Russia said that talks with Turkey about Idlib would go on.\n"


def article(key: str, *parts: str, day: str = "2018-09-13", path: str | None = None) -> Article:
    """Return an article of a path of its own, whatever its text."""
    made = article_from_text(
        HEAD.format(day="13 September 2018") + "".join(parts), title=f"Article {key}", published=day
    )
    return made.model_copy(update={"path": path or f"in/{key}.txt", "outlet": f"Outlet {key}"})


def report(*articles: Article, brief: bool = True, **more: Any) -> Report:
    """Return the offline report on some articles."""
    return summarize(list(articles), backend="offline", brief=brief, **more)


def names(found: Comparison, section: str) -> NameChanges:
    """Return what changed in a section of names."""
    changes = found.changes.get(section, NameChanges(kind="entities"))
    assert isinstance(changes, NameChanges)
    return changes


def figures(found: Comparison, section: str = "strength") -> FigureChanges:
    """Return what changed in the section of estimates."""
    changes = found.changes.get(section, FigureChanges())
    assert isinstance(changes, FigureChanges)
    return changes


def claims(found: Comparison, section: str = "tactics") -> ClaimChanges:
    """Return what changed in a section of claims."""
    changes = found.changes.get(section, ClaimChanges())
    assert isinstance(changes, ClaimChanges)
    return changes


@cache
def demo() -> Report:
    """Return the report on the five demo articles."""
    return summarize(ROOT / "seeds", backend="offline")


@pytest.fixture
def seeded() -> Report:
    """The report on the five demo articles."""
    return demo()


# ----------------------------------------------------------------------------------------------------------- properties


@cache
def merged(keep: frozenset[int]) -> MergedBrief:
    """Return the merged brief of some of the demo articles."""
    return merge([b for n, b in enumerate(demo().articles) if n in keep], load_schema("conflict"))


def subset(keep: Iterable[int], shuffled: int = 0) -> Report:
    """Return the report on some of the demo articles, in another order."""
    briefs = [b for n, b in enumerate(demo().articles) if n in set(keep)]
    random.Random(shuffled).shuffle(briefs)
    return demo().model_copy(update={"articles": tuple(briefs), "brief": merged(frozenset(keep))})


def mirrored(found: Comparison) -> dict[str, Any]:
    """Return a comparison with its sides changed over, sorted, so that it can be compared with its mirror image."""
    return canonical(swapped(found.model_dump(mode="json")))


def swapped(value: Any) -> Any:
    """Return a value with old and new, added and removed, new and gone changed over."""
    other = {"old": "new", "new": "old", "added": "removed", "removed": "added", "joined": "split", "split": "joined"}
    if isinstance(value, dict):
        pairs = other | ({"new": "gone", "gone": "new"} if "gone" in value else {})
        return {pairs.get(k, k): swapped(v) for k, v in value.items()}
    if isinstance(value, list):
        return [swapped(v) for v in value]
    return other.get(value, value) if isinstance(value, str) else value


def canonical(value: Any) -> Any:
    """Return a value whose lists are sorted, since the order of what changed follows the new report."""
    if isinstance(value, dict):
        return {k: canonical(v) for k, v in sorted(value.items())}
    if isinstance(value, list):
        return sorted((canonical(v) for v in value), key=lambda v: json.dumps(v, sort_keys=True))
    return value


@settings(max_examples=15, deadline=None)
@given(keep=st.sets(st.integers(0, 4)), also=st.sets(st.integers(0, 4)), order=st.integers(0, 99), brief=st.booleans())
def test_comparing_mirrors_and_finds_nothing_in_itself(keep: set[int], also: set[int], order: int, brief: bool) -> None:
    """Any report against itself, in another order, is empty; A against B is B against A changed over."""
    one, same, other = (subset(*given) for given in ((keep, 0), (keep, order), (also, order)))
    if not brief:
        one, same, other = (r.model_copy(update={"brief": None}) for r in (one, same, other))
    assert compared(one, same).is_empty
    there, back = compared(one, other), compared(other, one)
    assert canonical(there.model_dump(mode="json")) == mirrored(back)
    assert there.is_empty == (keep == also)
    assert {a.state for a in there.articles} <= {"same", "added", "removed"}
    assert sum(a.state == "added" for a in there.articles) == len(also - keep)
    assert sum(a.state == "removed" for a in there.articles) == len(keep - also)


@settings(max_examples=15, deadline=None)
@given(keep=st.sets(st.integers(0, 4), min_size=1), also=st.sets(st.integers(0, 4), min_size=1))
def test_what_is_told_is_in_the_report_that_it_is_told_of(keep: set[int], also: set[int]) -> None:
    """All that is new stands in the new report and in no form in the old one's lists; every quote is a slice."""
    old, new = subset(keep), subset(also)
    texts = ({b.article.id: b.article.text for b in r.articles} for r in (old, new))
    before, after = texts
    found = compared(old, new)
    for section in ("who", "where"):
        known = {e.name for e in old.brief.sections[section].items}  # type: ignore[union-attr]
        for change in names(found, section).new:
            assert change.name not in known
            assert all(after[e.article][e.start : e.end] == e.quote for e in change.evidence)
            assert change.evidence, change
        for change in names(found, section).gone:
            assert change.name in known
            assert all(before[e.article][e.start : e.end] == e.quote for e in change.evidence)
    for figure in figures(found).new:
        assert figure.new is not None
        assert all(after[e.article][e.start : e.end] == e.quote for e in figure.new.evidence)
    counts = [sum(len(s.estimates) for s in r.brief.sections["strength"].items) for r in (old, new)]  # type: ignore[union-attr]
    assert counts[1] - counts[0] == len(figures(found).new) - len(figures(found).gone)


# --------------------------------------------------------------------------------------------------------- what is told


def test_an_added_article_brings_actors_figures_and_statements() -> None:
    """What a new article alone gives is new, with its words, and what both give is not."""
    base = article("a", SDF.format(n="2,000"), TUNNELS)
    found = compare(report(base), report(base, article("b", SDF.format(n="2,000"), DRONES, TALKS, day="2018-09-14")))
    assert [(a.state, a.new.path) for a in found.articles if a.new] == [("same", "in/a.txt"), ("added", "in/b.txt")]
    new = {n.name: n for n in names(found, "who").new}
    assert "Russia" in new
    assert "ISIS" not in new
    assert "Russia said that talks" in new["Russia"].evidence[0].quote
    assert names(found, "who").gone == ()
    drones = [c for c in claims(found).new if c.new and "drones" in c.new.text]
    assert drones
    assert drones[0].label_is_news


def test_a_claimant_who_is_new_on_a_line() -> None:
    """Another voice on a line there is: told as a claimant, and the line's standing and difference with it."""
    base = article("a", SDF.format(n="500"))
    found = compare(report(base), report(base, article("b", HERALD)))
    (new,) = figures(found).new
    assert new.new is not None
    assert (new.news, new.new.said_by) == ("claimant", "Syrian Observatory for Human Rights")
    (line,) = figures(found).standing
    assert (line.old.status, line.new.status) == ("single", "contested")
    assert {e.quote for e in line.new.evidence} > {e.quote for e in line.old.evidence}
    (opened,) = found.differences
    assert opened.old is None
    back = compare(report(base, article("b", HERALD)), report(base))
    assert figures(back).gone[0].news == "claimant"
    assert [d.new for d in back.differences] == [None]


def test_a_figure_that_moved_in_its_article() -> None:
    """A text that changed where it lies is one article, and its figure one that moved."""
    old, new = article("a", SDF.format(n="2,000"), TALKS), article("a", SDF.format(n="3,000"), TALKS)
    assert old.id != new.id
    found = compare(report(old), report(new))
    assert [(a.state, a.fields) for a in found.articles] == [("changed", ("text",))]
    (moved,) = figures(found).moved
    assert moved.old is not None
    assert moved.new is not None
    assert (moved.old.high, moved.new.high, moved.fields) == (2000, 3000, ("high",))
    assert (figures(found).new, figures(found).gone) == ((), ())
    assert "who" not in found.changes


def test_a_figure_that_moved_from_one_days_articles_to_the_next() -> None:
    """The same claimant gives another figure of the same in other articles: what there is has moved."""
    old = report(article("mon", SDF.format(n="2,000")))
    new = report(article("tue", SDF.format(n="3,000"), day="2018-09-20"))
    (moved,) = figures(compare(old, new)).moved
    assert moved.new is not None
    assert "as_of" in moved.fields
    assert moved.new.said_by == "Syrian Democratic Forces"


def test_events_of_different_days_have_not_moved() -> None:
    """Twelve killed on Monday and nine killed on Friday are two events: one is gone, one is new."""
    old = report(article("mon", KILLED.format(n="12", day="3 September 2018")))
    new = report(article("fri", KILLED.format(n="9", day="7 September 2018")))
    found = compare(old, new)
    assert figures(found).moved == ()
    assert (len(figures(found).new), len(figures(found).gone)) == (1, 1)
    same_day = report(article("fri", KILLED.format(n="9", day="3 September 2018")))
    assert len(figures(compare(old, same_day)).moved) == 1


def test_several_that_could_have_moved_are_gone_and_new() -> None:
    """Where nothing tells which figure became which, none is said to have moved."""
    two = [KILLED.format(n=n, day="3 September 2018") for n in ("12", "20")]
    other = [KILLED.format(n=n, day="3 September 2018") for n in ("15", "33")]
    found = compare(report(article("a", *two)), report(article("b", *other)))
    assert figures(found).moved == ()
    assert (len(figures(found).new), len(figures(found).gone)) == (2, 2)


def test_a_name_shown_otherwise_is_no_new_actor(tmp_path: Path) -> None:
    """A names file changes what is shown: nothing is new or gone, no figure has changed, and the move is told."""
    texts = [article("a", SDF.format(n="2,000"), TUNNELS), article("b", HERALD)]
    path = tmp_path / "names.toml"
    path.write_text('[rename]\n"ISIS" = "the Organisation"\n"Hajin" = "Hajin town"\n', "utf-8")
    found = compare(report(*texts), report(*texts, names=path))
    (who,), (where,) = names(found, "who").moved, names(found, "where").moved
    assert (who.how, who.old[0].name, who.new[0].name) == ("renamed", "ISIS", "the Organisation")
    assert (where.how, where.new[0].name) == ("renamed", "Hajin town")
    assert set(found.changes) == {"who", "where"}
    assert found.new.names == "names.toml"
    assert "the names files differ (none, then names.toml)" in render_comparison(found, format="md")


def test_names_joined_and_split_are_told(tmp_path: Path) -> None:
    """Two that are one now, and one that is two, are neither new nor gone."""
    text = "Ahmed Ali Hassan met Hussein Kamal in Hajin. Ahmed Ali Hassan said so, and Hussein Kamal denied it.\n\n"
    texts = [article("a", text)]
    path = tmp_path / "names.toml"
    path.write_text('[join]\n"Ahmed Ali Hassan" = ["Hussein Kamal"]\n', "utf-8")
    apart, one = report(*texts), report(*texts, names=path)
    (move,) = names(compare(apart, one), "who").moved
    assert (move.how, sorted(n.name for n in move.old)) == ("joined", ["Ahmed Ali Hassan", "Hussein Kamal"])
    (back,) = names(compare(one, apart), "who").moved
    assert back.how == "split"


def test_reports_without_a_merged_brief_are_compared_article_by_article() -> None:
    """Each article's own brief with that of the same article; the merged brief of one of them is not looked at."""
    old, new = article("a", SDF.format(n="2,000")), article("a", SDF.format(n="3,000"), TALKS)
    for before, after in ((False, False), (True, False), (False, True)):
        found = compare(report(old, brief=before), report(new, article("b", HERALD), brief=after))
        assert not found.merged
        assert found.changes == {}
        first, second = found.articles
        moved = first.changes["strength"]
        assert isinstance(moved, FigureChanges)
        assert len(moved.moved) == 1
        who = first.changes["who"]
        assert isinstance(who, NameChanges)
        assert "Russia" in {n.name for n in who.new}
        assert (second.state, second.changes) == ("added", {})
        shown = render_comparison(found, format="md")
        assert "compared article by article" in shown
        assert "## \\[1\\] Article a: Strength: moved" in shown or "## [1] Article a: Strength: moved" in shown


def test_what_is_known_of_an_article_may_change() -> None:
    """Another date or title of the same text is told; another place of it is not."""
    one = article("a", TALKS)
    found = compare(report(one), report(one.model_copy(update={"published": "2019-01-01"})))
    assert [(a.state, a.fields) for a in found.articles] == [("changed", ("published",))]
    assert compare(report(one), report(one.model_copy(update={"path": "elsewhere/a.txt"}))).is_empty


def test_reports_of_different_domains_are_refused() -> None:
    """Nothing can be said of two domains."""
    one = sample_report()
    with pytest.raises(UsageError, match="domain 'conflict' and the new one of 'floods'"):
        compare(one, one.model_copy(update={"schema_name": "floods"}))


def test_how_the_reports_were_made_is_told_and_is_no_change() -> None:
    """Another backend or version makes changes that are not the world's: the reader is warned."""
    one = sample_report()
    run = one.run.model_copy(update={"backend": "offline", "model": None, "version": "0.2.0"})
    found = compare(one, one.model_copy(update={"run": run}))
    assert found.is_empty
    shown = render_comparison(found, format="md")
    assert "the backends differ (openai (small), then offline)" in shown
    assert "the versions of summarize differ (0.1.0, then 0.2.0)" in shown


# ------------------------------------------------------------------------------------------------------------ rendering


def test_it_reads_like_news(seeded: Report) -> None:
    """Short first: how much is new and who; then where sources differ, the figures, the statements, the names."""
    found = compare(subset({0, 1, 2, 4}), seeded)
    shown = render_comparison(found, format="md")
    lines = shown.splitlines()
    assert lines[0].startswith("# What is new since the run of ")
    assert lines[2] == "4 articles then, 5 now"
    assert lines[4].startswith("- **New:** 1 article [4], 1 difference between sources, ")
    headings = [line for line in lines if line.startswith("## ")]
    assert headings[0] == "## Where sources differ"
    assert headings.index("## Strength: new") < headings.index("## Tactics: new") < headings.index("## Who: new")
    assert "- **Opened:** ISIS, personnel, Baghouz" in shown
    assert next(line for line in lines if line.startswith("- [4] ")).endswith("· new")
    marks = set(re.findall(r"\[\^(\d+)\](?!:)", shown))
    assert marks == set(re.findall(r"^\[\^(\d+)\]: \[\d\] “", shown, re.MULTILINE))


def test_nothing_changed_is_one_line_and_no_list(seeded: Report) -> None:
    """Where nothing changed, nothing else is said."""
    for shown in (render_comparison(compare(seeded, seeded), format=f) for f in ("md", "terminal")):
        assert "Nothing changed since the run of" in shown
        assert "5 articles then and now" in shown
        assert "Sources" not in shown


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("unicode", [True, False])
def test_the_terminal_keeps_to_its_width(seeded: Report, width: int, unicode: bool) -> None:
    """No line is longer than the terminal, no escape sequence without colour, ASCII where nothing else can be shown."""
    found = compare(subset({0, 1}), seeded)
    shown = render_comparison(found, format="terminal", width=width, unicode=unicode)
    assert max(map(len, shown.splitlines())) <= width
    assert "\x1b" not in shown
    assert unicode or shown.isascii()
    assert "\x1b[" in render_comparison(found, format="terminal", color=True)


def test_what_articles_say_is_shown_as_text() -> None:
    """Titles, names and quotes full of markup and sequences are text in Markdown and on a terminal."""
    empty = hostile_report().model_copy(update={"articles": (), "brief": None})
    for old, new in ((empty, hostile_report()), (hostile_report(), empty), (sample_report(), hostile_report())):
        found = compared(old, new)
        markdown = render_comparison(found, format="md")
        html = COMMONMARK.render(markdown)
        assert set(re.findall(r"<([a-z][a-z0-9]*)", html)) <= {"h1", "h2", "p", "strong", "em", "ul", "li", "hr"}
        assert html.count("<hr") == 1
        assert re.search(r"\w://|www\.\w|@\w", markdown) is None
        terminal = render_comparison(found, format="terminal")
        assert [c for c in terminal if c != "\n" and not c.isprintable()] == []
    assert "<script" in HOSTILE


def test_json_is_read_again(seeded: Report, tmp_path: Path) -> None:
    """The JSON holds all of the comparison."""
    found = compare(subset({0, 1}), seeded)
    found.save(tmp_path / "c.json")
    assert Comparison.model_validate_json((tmp_path / "c.json").read_text("utf-8")) == found
    assert (tmp_path / "c.json").read_text("utf-8") == render_comparison(found, format="json")
    assert RunRef.model_validate(json.loads((tmp_path / "c.json").read_text("utf-8"))["old"]).articles == 2


def test_a_notebook_shows_it(seeded: Report) -> None:
    """A comparison shows itself as Markdown."""
    assert compare(seeded, seeded)._repr_markdown_().startswith("# Nothing changed")


# ----------------------------------------------------------------------------------------------------- the command line


@pytest.fixture
def saved(seeded: Report, tmp_path: Path) -> Path:
    """A folder with two reports: old.json on four articles, new.json on five."""
    subset({0, 1, 2, 4}).save(tmp_path / "old.json")
    seeded.save(tmp_path / "new.json")
    return tmp_path


def test_diff_on_the_command_line(saved: Path) -> None:
    """`diff` shows what is new, in a pipe as Markdown, in a file as its suffix says; it ends with 0."""
    done = run("diff", "old.json", "new.json", cwd=saved)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# What is new since the run of ")
    done = run("diff", "old.json", "new.json", "--out", "c.json", cwd=saved)
    assert (done.returncode, done.stdout) == (0, "")
    assert not Comparison.model_validate_json((saved / "c.json").read_text("utf-8")).is_empty
    assert "Where sources differ" in run("diff", "old.json", "new.json", "--format", "terminal", cwd=saved).stdout
    for name in ("c.md", "c.txt"):
        again = [run("diff", "old.json", "new.json", "--out", name, cwd=saved) for _ in range(2)]
        assert [d.returncode for d in again] == [0, 0], again[1].stderr


def test_diff_of_a_report_with_itself(saved: Path) -> None:
    """Nothing changed, whatever is asked of the exit code; with a change, --exit-code ends with 1."""
    done = run("diff", "new.json", "new.json", "--exit-code", cwd=saved)
    assert done.returncode == 0
    assert done.stdout.startswith("# Nothing changed since")
    assert run("diff", "old.json", "new.json", "--exit-code", cwd=saved).returncode == 1


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["old.json", "gone.json"], ("gone.json cannot be read",)),
        (["old.json", "text.txt"], ("text.txt is no JSON",)),
        (["old.json", "new.json", "--format", "html"], ("no format 'html' of a comparison", "terminal, md, json")),
        (["old.json", "new.json", "--out", "c.csv"], ("the suffix of c.csv tells no format",)),
        (["old.json", "flood.json"], ("domain 'conflict'", "'flood'", "one domain")),
    ],
)
def test_what_cannot_be_compared_is_refused(saved: Path, args: list[str], words: tuple[str, ...]) -> None:
    """One line, exit code 2, nothing written."""
    (saved / "text.txt").write_text("not JSON", "utf-8")
    data = json.loads((saved / "new.json").read_text("utf-8"))
    (saved / "flood.json").write_text(json.dumps(data | {"schema": "flood"}), "utf-8")
    refuses(run("diff", *args, cwd=saved), 2, *words)
    assert not (saved / "c.csv").exists()


def test_diff_of_two_runs_with_filters(tmp_path: Path) -> None:
    """A daily run: the report of the new days against that of the old ones."""
    (tmp_path / "in").mkdir()
    for day, n in (("2018-09-13", "2,000"), ("2018-09-20", "3,000")):
        text = f"---\npublished: {day}\noutlet: The Herald\n---\n\n" + SDF.format(n=n)
        (tmp_path / "in" / f"{day}.md").write_text(text, "utf-8")
    run("in", "--brief", "--until", "2018-09-14", "--out", "old.json", cwd=tmp_path)
    run("in", "--brief", "--since", "2018-09-15", "--out", "new.json", cwd=tmp_path)
    done = run("diff", "old.json", "new.json", cwd=tmp_path)
    assert "ISIS, personnel, Hajin: up to 2,000 fighters → up to 3,000 fighters" in done.stdout
    assert "the filters differ" in done.stdout
