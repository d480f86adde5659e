"""Reports as text: Markdown, terminal, JSON."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from report_factory import HOSTILE, hostile_report, sample_report
from rich.cells import cell_len

from summarizer.errors import UsageError
from summarizer.models import Estimates, Evidence, MergedEntities, Report, Run, Status, StrengthLines
from summarizer.rendering import FORMATS, format_for_path, render
from summarizer.rendering.json_ import load_report, save_report
from summarizer.rendering.markdown import escape, notebook_markdown
from summarizer.rendering.phrases import STATUS_SIGNS, STATUS_WORDS, clean, join, mark, run_facts, speaker, to_ascii

COMMONMARK = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def _tags(html: str) -> set[str]:
    return set(re.findall(r"<([a-z][a-z0-9]*)", html))


def _changed(report: Report, **parts: Any) -> Report:
    return report.model_copy(update=parts)


# ------------------------------------------------------------------------------------------------------------- choosing


@pytest.mark.parametrize(
    ("path", "format"),
    [
        ("brief.md", "md"),
        ("a/b.MARKDOWN", "md"),
        ("r.json", "json"),
        ("r.txt", "terminal"),
        ("r.doc", None),
        ("r", None),
    ],
)
def test_a_suffix_chooses_the_format(path: str, format: str | None) -> None:
    """The suffix of an output file says what to write, whatever its case; unknown ones choose nothing."""
    assert format_for_path(path) == format_for_path(Path(path)) == format


def test_an_unknown_format_is_refused() -> None:
    """The error lists the formats there are."""
    with pytest.raises(UsageError, match="terminal, md, json"):
        render(sample_report(), format="pdf")


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("report", [sample_report(), sample_report(brief=False), hostile_report()])
def test_every_format_is_stable(format: str, report: Report) -> None:
    """The same report gives the same text, which ends with one newline and can be written as UTF-8."""
    text = render(report, format=format)
    assert text == render(report, format=format)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert text.encode("utf-8")


@pytest.mark.parametrize("format", ["terminal", "md"])
@pytest.mark.parametrize("brief", [True, False])
def test_nothing_is_left_out(format: str, brief: bool) -> None:
    """Every figure, speaker, place, claim, note and failure of the report stands in the text."""
    text = " ".join(render(sample_report(brief=brief), format=format, width=200).split())
    for words in (
        "up to 2,000", "about 800", "27 men (possible)", "about 60,000 people", "more than 1,000 fighters",
        "20,00 people (unreadable in the source)", "13,000 to 15,000 members", "roughly 259 to 2,587 km²",
        "Jon Mbeki", "via Wire One, via Wire Two", "Velda Monitor", "13 Sep 2018 (published)", "undated",
        "General Okoro, claimed", "Lena Maki, possible", "denied by Southern Army", "Small bands on foot",
        "cannot be read as a number", "printed as 20,00, which is no number", "copy of [1]",
        "in/d.txt: the file is empty", "openai backend, model small", "by Ada Ray", "speaks of Nov 2018",
    ):  # fmt: skip
        assert words in text, words


@pytest.mark.parametrize("format", ["terminal", "md"])
def test_the_merged_brief_comes_first_and_in_order(format: str) -> None:
    """Title, short version, figures, differences, the other sections, articles, sources, what was not read, the run."""
    text = render(sample_report(), format=format)
    order = [
        "Northern Front and Southern Army · Velda", "3 articles, 1 named outlet and 1 unnamed", "In short.", "Strength",
        "Personnel", "Killed", "Where sources differ", "Who", "Where\n", "Tactics", "Outlook", "Notes",
        "Article by article", "[1] River war", "[2] The last pocket", "[3] Northern Front digs in", "Sources",
        "Not read", "openai backend",
    ]  # fmt: skip
    places: list[int] = []
    for words in order:
        places.append(text.index(words, places[-1] if places else 0))
    assert places == sorted(places)


@pytest.mark.parametrize("format", ["terminal", "md"])
def test_without_a_brief_there_are_articles_only(format: str) -> None:
    """No merged section stands in a report that was made without one."""
    text = render(sample_report(brief=False), format=format)
    assert text.lstrip("# ").startswith("3 articles\n")
    assert "Where sources differ" not in text
    assert "Article by article" not in text
    assert not any(words in text for words in STATUS_WORDS.values())


@pytest.mark.parametrize("format", ["terminal", "md"])
def test_a_report_of_failures_only(format: str) -> None:
    """When nothing could be read the report says so and why."""
    text = render(_changed(sample_report(brief=False), articles=()), format=format)
    assert "No article could be read" in text
    assert "in/d.txt: the file is empty (intake)" in text


def test_standings_have_a_word_and_a_sign_each() -> None:
    """No two standings share a word or a sign, so none is told by colour alone, in ASCII neither."""
    for signs in (STATUS_WORDS, STATUS_SIGNS, {k: to_ascii(v) for k, v in STATUS_SIGNS.items()}):
        assert set(signs) == set(get_args(Status))
        assert len(set(signs.values())) == len(signs)


# ------------------------------------------------------------------------------------------------------------- Markdown


def _table_rows(markdown: str) -> list[list[str]]:
    rows = [line for line in markdown.splitlines() if line.startswith("|")]
    return [[c.strip() for c in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]


def test_parts_stand_under_their_whole() -> None:
    """A part is indented right under its whole, and has no standing of its own on the same line."""
    rows = _table_rows(render(sample_report(), format="md"))
    wholes = [i for i, r in enumerate(rows) if r[1].startswith(("up to 2,000", "13,000"))]
    assert [rows[i + 1][:2] for i in wholes] == [["↳ of them", "about 800"], ["↳ of them", "2,500 to 3,000 active"]]
    assert {rows[i + 1][5] for i in wholes} == {""}


def test_a_ring_of_parts_loses_no_row() -> None:
    """Two figures that claim to be part of each other are both shown."""
    report = sample_report(brief=False)
    brief = next(b for b in report.articles if b.article.id == "a1")
    strength = brief.sections["strength"]
    assert isinstance(strength, Estimates)
    ring = [e.model_copy(update={"part_of": {"E1": "E2", "E2": "E1"}.get(e.id)}) for e in strength.items]
    sections = brief.sections | {"strength": strength.model_copy(update={"items": tuple(ring)})}
    text = render(_changed(report, articles=(_changed_brief(brief, sections),)), format="md")
    assert "up to 2,000" in text
    assert "about 800" in text


def _changed_brief(brief: Any, sections: Mapping[str, Any]) -> Any:
    return brief.model_copy(update={"sections": sections})


def test_every_mark_has_its_quote() -> None:
    """Footnotes are numbered as they first come, each is defined once, and holds the quote of the evidence."""
    report = sample_report()
    text = render(report, format="md")
    body, _, notes = text.partition("\n[^1]:")
    used = list(dict.fromkeys(int(n) for n in re.findall(r"\[\^(\d+)\]", body)))
    defined = [int(n) for n in re.findall(r"^\[\^(\d+)\]:", "[^1]:" + notes, re.MULTILINE)]
    assert used == defined == list(range(1, len(used) + 1))
    brief = report.brief
    assert brief
    strength = brief.sections["strength"]
    assert isinstance(strength, StrengthLines)
    flat = notes.replace("\n", " ")
    for e in (e for line in strength.items for x in line.estimates for e in x.evidence):
        assert f"“{' '.join(e.quote.split())}”" in flat


def test_the_same_quote_is_one_footnote() -> None:
    """The merged brief and an article's own brief point to the same note."""
    text = render(sample_report(), format="md")
    assert text.count("“More than 1,000 fighters are left in Velda”") == 1
    assert text.count("[^3]") > 3


def test_notebooks_get_their_quotes_without_footnotes() -> None:
    """Notebooks know no footnotes: the quotes become a numbered list that the marks point to."""
    text = notebook_markdown(sample_report())
    assert "[^" not in text
    assert "[2]³" in text
    assert "## Quotes\n\n1. [1] “Up to 2,000 Northern Front fighters hold Velda”" in text


@pytest.mark.parametrize("markdown", [render(hostile_report(), format="md"), notebook_markdown(hostile_report())])
def test_hostile_text_is_only_text_in_markdown(markdown: str) -> None:
    """Hostile text brings no tag, link, image, heading, rule or table cell of its own."""
    html = COMMONMARK.render(markdown)
    calm = {"h1", "h2", "h3", "p", "strong", "em", "ul", "ol", "li", "hr", "table", "thead", "tbody", "tr", "th", "td"}
    assert _tags(html) <= calm
    assert html.count("<hr") == 1
    sample = COMMONMARK.render(render(sample_report(), format="md"))
    assert [html.count(f"<{t}") for t in ("h1", "table", "tr", "td")] == [
        sample.count(f"<{t}") for t in ("h1", "table", "tr", "td")
    ]
    assert re.search(r"\w://|www\.\w|@\w", markdown) is None, "no bare address that GitHub would link"
    assert re.search(r"(?<!&amp;)#[0-9]|GH-[0-9]|:smile:", markdown) is None, "no link to an issue, no picture"
    assert "&lt;script&gt;alert(1)&lt;/script&gt; | a | b |" in html
    assert "&amp;lt;b&amp;gt; &amp;#60;i&amp;#62;" in html


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from(list("ab1 \n\t\\`*_{}[]()<>#+-.!|~$&;:/@=\"'")), max_size=40))
def test_escaped_text_renders_as_itself(text: str) -> None:
    """Any text, escaped, comes out of a Markdown renderer as the same words in one paragraph."""
    escaped = escape(text)
    html = COMMONMARK.render(f"- x {escaped}\n").strip()
    inner = html.removeprefix("<ul>\n<li>x").removesuffix("</li>\n</ul>").strip()
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        inner = inner.replace(entity, char)
    assert inner.replace("\u2060", "") == " ".join(text.split())
    assert _tags(COMMONMARK.render(escaped)) <= {"p"}


@pytest.mark.parametrize(
    "text",
    [
        "at 10:30:45",
        "Notes: a, b: c",
        "a_b.txt",
        "In 2019, 3 of 4 (75%) left",
        "A.B. said [2]",
        "the Front [1-3, 5]",
        "x - y + z",
        "20.5 km²",
    ],
)
def test_common_text_needs_no_escaping(text: str) -> None:
    """What cannot be taken for Markdown is left alone, so that the source reads as plain text."""
    assert escape(text) == text


# ------------------------------------------------------------------------------------------------------------- terminal


@pytest.mark.parametrize("report", [sample_report(), hostile_report()])
@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_every_line_fits_the_terminal(report: Report, width: int) -> None:
    """No line is wider than the terminal, none ends in white space."""
    lines = render(report, format="terminal", width=width).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize("report", [sample_report(), hostile_report()])
def test_without_colour_there_is_no_control_character(report: Report) -> None:
    """Neither our styles nor an article's text put an escape sequence or a bidi override out."""
    text = render(report, format="terminal", color=False)
    assert {unicodedata.category(c) for c in set(text) - {"\n"}}.isdisjoint({"Cc", "Cf"})


def test_colour_is_only_added(monkeypatch: pytest.MonkeyPatch) -> None:
    """With colour the words are the same, every escape sequence is a style, and the environment has no say."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "20")
    coloured = render(hostile_report(), format="terminal", color=True)
    style = re.compile(r"\x1b\[[0-9;]*m")
    assert style.search(coloured)
    plain = [line.rstrip() for line in style.sub("", coloured).splitlines()]
    assert plain == render(hostile_report(), format="terminal").splitlines()
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in render(sample_report(), format="terminal")


@pytest.mark.parametrize("report", [sample_report(), hostile_report()])
def test_without_unicode_all_is_ascii(report: Report) -> None:
    """A terminal without Unicode gets ASCII only, and the standings still differ."""
    text = render(report, format="terminal", unicode=False)
    assert text.isascii()
    assert all(words in text for words in ("> updated", "! contested", "= agreed", "? not", "- one"))


def test_an_article_shows_the_words_of_its_figures() -> None:
    """In a terminal nothing can be clicked: the quote stands under its figure, but not where it repeats the line."""
    text = render(sample_report(), format="terminal")
    assert "    • Killed · Northern Front: 27 men (possible)" in text
    assert "      “The Front is thought to have lost 27 men”" in text
    assert "“The Front digs tunnels under the old market.”" not in text


# ----------------------------------------------------------------------------------------------------------------- JSON


def test_json_is_the_contract() -> None:
    """Sections stand flat beside the other keys, in the order of the contract."""
    data = json.loads(render(sample_report(), format="json"))
    assert list(data) == ["version", "schema", "sections", "run", "articles", "brief", "failures"]
    sections = ["who", "where", "strength", "tactics", "outlook"]
    assert list(data["articles"][0]) == ["article", "summary", *sections, "relations", "notes"]
    assert list(data["brief"]) == ["summary", *sections, "differences", "notes"]
    assert data["version"] == 1
    assert "sentences" not in data["articles"][0]["article"]


@pytest.mark.parametrize("brief", [True, False])
def test_a_saved_report_comes_back(tmp_path: Path, brief: bool) -> None:
    """Saving and loading gives an equal report, and rendering that the same bytes."""
    report, path = sample_report(brief=brief), tmp_path / "r.json"
    save_report(report, path)
    back = load_report(path)
    assert back == report
    assert path.read_text("utf-8") == render(back, format="json") == render(report, format="json")


def test_a_path_that_is_no_unicode_can_be_written(tmp_path: Path) -> None:
    """A file name that is no UTF-8 comes through every format."""
    failure = sample_report().failures[0].model_copy(update={"path": "in/\udcff.txt"})
    report = _changed(sample_report(), failures=(failure,))
    save_report(report, tmp_path / "r.json")
    assert load_report(tmp_path / "r.json") == report
    assert all(render(report, format=f).encode("utf-8") for f in FORMATS)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("not json", "is no JSON.*summarize --format json"),
        ("[" * 100_000, "is no JSON"),
        ("[]", "no report"),
        ('{"a": 1}', "no report"),
        ('{"version": 2, "articles": []}', "version 2.*reads version 1"),
        ('{"version": 1, "articles": []}', "broken report: schema: Field required"),
        ('{"version": 1, "articles": 5, "sections": {}}', "broken report"),
        ('{"version": 1, "articles": [5], "sections": {"who": "entities"}}', "broken report"),
        ("\udcff", "is no JSON"),
    ],
)
def test_what_is_no_report_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """Each broken file gets an error that names the file, the fault and the mend."""
    path = tmp_path / "r.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(UsageError, match=message) as caught:
        load_report(path)
    assert str(path) in str(caught.value)


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    """A missing file and a folder in the place of one are usage errors, not tracebacks."""
    with pytest.raises(UsageError, match="cannot be read"):
        load_report(tmp_path / "none.json")
    with pytest.raises(UsageError, match="cannot be written"):
        save_report(sample_report(), tmp_path)


# ---------------------------------------------------------------------------------------------------------------- words


@settings(deadline=None)
@given(st.text())
def test_clean_text_is_one_printable_line(text: str) -> None:
    """Whatever comes in, one line comes out that can be written, drives nothing and stays when cleaned again."""
    cleaned = clean(text)
    assert {unicodedata.category(c) for c in cleaned.replace("\u200c", "").replace("\u200d", "")}.isdisjoint(
        {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    )
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert to_ascii(cleaned).isascii()


def test_clean_keeps_every_script() -> None:
    """Letters of any script stay as they are, joins included; tricks that hide or turn text go."""
    kept = "Deir ez-Zor دير الزور می‌خواهم Дижон 戴尔祖尔 é"
    assert clean(kept) == kept
    assert clean("a\u202eb\u200bc\ufeff\x1b[1md") == "abc[1md"


@pytest.mark.parametrize(
    ("numbers", "said"),
    [([], ""), ([2], "[2]"), ([2, 1], "[1, 2]"), ([1, 2, 3, 5], "[1-3, 5]"), ([1, 3, 4, 5, 5], "[1, 3-5]")],
)
def test_marks_draw_runs_together(numbers: list[int], said: str) -> None:
    """Three and more articles in a row are drawn together."""
    assert mark(numbers) == said


@pytest.mark.parametrize(
    ("said_by", "via", "origin", "said"),
    [
        (None, (), None, None),
        (None, ("AFP",), None, "via AFP"),
        ("Ada Ray", (), "Relief Board", "Ada Ray (Relief Board)"),
        ("the Relief Board", ("AFP", "BBC"), "Relief Board", "the Relief Board, via AFP, via BBC"),
    ],
)
def test_speakers(said_by: str | None, via: tuple[str, ...], origin: str | None, said: str | None) -> None:
    """A speaker is named with who stands behind and who relayed, and nobody is named twice."""
    assert speaker(said_by, via=via, origin=origin) == said


def test_lists_of_words() -> None:
    """Lists read as English."""
    assert [join(x) for x in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_run_facts_of_a_run_without_a_model() -> None:
    """A run offline tells its backend, time and version, and no counts of calls that never were."""
    run = Run(backend="offline", version="1.0", started="2024-05-01T10:00:00Z", finished="2024-05-01T10:00:01Z")
    assert run_facts(run) == "offline backend · 1 May 2024 10:00 UTC, 1.0 s · version 1.0"
    assert run_facts(run.model_copy(update={"finished": "later"})) == "offline backend · 1 May 2024 · version 1.0"


def test_two_files_with_one_text() -> None:
    """Two articles with the same id, as two copies of a text have, are both listed, and marks point to the first."""
    report = sample_report()
    twin = next(b for b in report.articles if b.article.id == "a1")
    copy = twin.model_copy(update={"article": twin.article.model_copy(update={"path": "in/z.txt"})})
    text = render(_changed(report, articles=(*report.articles, copy)), format="md")
    assert "- [4] River war: what we know" in text
    assert "Southern Army [1][^1]" in text
    assert "[4][^" not in text


def test_evidence_of_unknown_articles_is_passed_over() -> None:
    """A mark is only made for an article that the report holds."""
    report = sample_report()
    brief = report.brief
    assert brief
    line = brief.summary[0].model_copy(update={"evidence": (Evidence(article="gone", start=0, end=1, quote="x"),)})
    text = render(_changed(report, brief=brief.model_copy(update={"summary": (line,)})), format="md")
    assert "**In short.** The Front holds Velda.\n" in text


def test_the_hostile_text_is_hostile() -> None:
    """Without escaping the same text does break out, so the tests above prove something."""
    assert {"img", "h1", "a", "code"} <= _tags(COMMONMARK.render(HOSTILE))


def test_long_lists_of_names_are_cut_and_say_so() -> None:
    """A register of names is no brief: the first ones are listed, and the number of the others."""
    report = sample_report()
    brief = report.brief
    assert brief
    who = brief.sections["who"]
    assert isinstance(who, MergedEntities)
    crowd = tuple(who.items[2].model_copy(update={"name": f"Person {n}", "aliases": ("PERSON 3",)}) for n in range(45))
    sections = brief.sections | {"who": MergedEntities(items=crowd)}
    text = render(_changed(report, brief=brief.model_copy(update={"sections": sections})), format="md")
    assert "Person 39 (PERSON 3) [3] · and 5 more\n" in text
    assert "Person 3 [3]" in text, "an alias that is the name in other letter case is not repeated"
