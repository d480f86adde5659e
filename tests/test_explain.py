"""`summarize explain`: the text with its marks, and for each decision the rule that made it."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from itertools import pairwise, product
from pathlib import Path
from typing import Any, get_args

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rule_cases import CASES
from test_cli import environment, refuses, run
from test_domain import BRIEF, FIRST, NAMES

from summarizer import Article, Explanation, article_from_text, explain, summarize
from summarizer.backends.offline import draft_by_rules, rulebook
from summarizer.backends.offline.rulebook import NUMBER_KINDS, RULES, SLOT, reason, taken_apart
from summarizer.errors import UsageError
from summarizer.explanation import ArticleExplanation, FigureRead, LineKind, Reason
from summarizer.marking import mark
from summarizer.marking.reasons import BASES, BOUNDS
from summarizer.models import AsOfBasis, Claims, Estimates, Qualifier, Quantity
from summarizer.rendering.explained import explanation_format, render_explanation
from summarizer.rendering.marked_text import compressed, shortened
from summarizer.schema import load_schema
from summarizer.tags import find

OFFLINE = Path(rulebook.__file__).parent
# What takes the rule that decided as its last argument.
DECIDING = frozenset({"Measured", "PassedOver", "Holder", "Found", "Heard", "_ruled", "reason"})
RULE_NAMES = frozenset({"rule", "parted"})
"""Variables that hold such a rule for a while."""

TEXT = (
    "Clash near Goma\n\nMay 14, 2024\n\n"
    "The army said on Monday that 12 soldiers were killed near Goma by M23 fighters. A 14-year-old boy who lived there "
    "lost $3,000, and one of the villages burnt.\n\n"
    "The rebels may attack Goma again within days, Colonel Ada Mbeki warned. They have about 400 fighters in the "
    "hills.\n"
)


def explained(text: str, **more: Any) -> ArticleExplanation:
    """Return the explanation of one text."""
    found = explain(article_from_text(text, **more))
    assert found.failures == ()
    return found.articles[0]


def figure(article: ArticleExplanation, words: str) -> FigureRead:
    """Return the only number with these words."""
    (found,) = [f for f in article.figures if f.quote.startswith(words)]
    return found


def shown(text: str, **how: Any) -> str:
    """Return a text explained for a terminal of 80 columns."""
    return render_explanation(explain(article_from_text(text)), format="terminal", **how)


@pytest.fixture(scope="module")
def of_seeds() -> Explanation:
    """The explanation of the five demo articles."""
    return explain(ROOT / "seeds")


def test_what_no_rule_could_read_is_shown() -> None:
    """A word written like a name that nothing explains is listed with the sentences that it stands in."""
    text = TEXT + "\nThey took Welkantu by night.\n"
    (unread,) = explained(text).unread
    assert (unread.tag, unread.name) == ("U1", "Welkantu")
    (line,) = [line for line in explained(text).lines if line.tag == unread.lines[0]]
    assert text[line.start : line.end] == "They took Welkantu by night."
    assert "Written like names, and not read" in shown(text)
    assert "Written like names" not in shown(TEXT)


# ------------------------------------------------------------------------------------------------------- the rule book


def _words(node: ast.AST, constants: Mapping[str, str]) -> set[str]:
    """Return the strings that an expression may be, each word that it puts in by `!r` as a slot."""
    if isinstance(node, ast.Constant):
        return {node.value} if isinstance(node.value, str) else set()
    if isinstance(node, ast.Name):
        return {constants[node.id]} if node.id in constants else set()
    if isinstance(node, ast.IfExp):
        return _words(node.body, constants) | _words(node.orelse, constants)
    if isinstance(node, ast.JoinedStr):
        parts = [
            {SLOT} if isinstance(p, ast.FormattedValue) and p.conversion == ord("r") else _words(_inner(p), constants)
            for p in node.values
        ]
        return {"".join(found) for found in product(*parts)}
    return set()


def _inner(node: ast.expr) -> ast.expr:
    return node.value if isinstance(node, ast.FormattedValue) else node


def _expressions(node: ast.AST) -> list[ast.expr]:
    """Return the expressions of a node that give a rule."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in DECIDING:
        return node.args[-1:]
    if isinstance(node, ast.Return | ast.Yield) and isinstance(node.value, ast.Tuple):
        return node.value.elts
    if isinstance(node, ast.Assign):
        targets = {n.id for target in node.targets for n in ast.walk(target) if isinstance(n, ast.Name)}
        values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
        return values if targets & RULE_NAMES else []
    if isinstance(node, ast.keyword) and node.arg == "rules" and isinstance(node.value, ast.Dict):
        return node.value.values
    return []


def _modules() -> Iterator[tuple[ast.Module, dict[str, str]]]:
    trees = [ast.parse(p.read_text("utf-8")) for p in sorted(OFFLINE.glob("*.py")) if p.name != "rulebook.py"]
    constants = {
        node.targets[0].id: node.value.value
        for tree in trees
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }
    yield from ((tree, constants | {"OUTSIDE": rulebook.OUTSIDE}) for tree in trees)


def _name(rule: str) -> str:
    return taken_apart(rule.removesuffix("?"))[0]


def test_every_rule_is_explained() -> None:
    """Each rule that the code can record has a sentence, and no sentence is about a rule that it never records."""
    recorded, written = set(), set()
    for tree, constants in _modules():
        for node in ast.walk(tree):
            written |= _words(node, constants)
            for expression in _expressions(node):
                recorded |= {_name(rule) for rule in _words(expression, constants) if rule}
    assert recorded - RULES.keys() == set(), "add each to backends/offline/rulebook.py"
    # Some names are put together of a word and a slot, and then stand in the code as that word.
    names = {_name(words) for words in written}
    assert {name for name in RULES if not {name, name.replace(SLOT, "").strip()} & names} == set()


def test_what_is_recorded_is_explained(of_seeds: Explanation) -> None:
    """On all texts at hand no rule comes up that the book does not hold, and each field of an estimate has one."""
    schema = load_schema("conflict")
    fields = {"measure", "holder", "place", "as_of", "said_by", "assertion", "part_of"}
    texts = [*(case.text for case in CASES), *(a.article.text for a in of_seeds.articles)]
    for text in texts:
        draft = draft_by_rules(mark(article_from_text(text, published="2024-05-14"), schema), schema)
        for estimates in draft.estimates.values():
            assert all(e.rules.keys() == fields for e in estimates)
            assert {_name(rule) for e in estimates for rule in e.rules.values()} <= RULES.keys()


def test_sentences_are_fit_to_be_read() -> None:
    """A sentence ends as one, and has a slot where its rule has."""
    for name, means in RULES.items():
        assert means[0].isupper() or means[0] in "“…"
        assert means.endswith(".")
        assert SLOT not in means or SLOT in name


def test_every_kind_of_number_is_told() -> None:
    """What marking calls a number that is no count is explained, and nothing else."""
    listed = re.search(r"`kind` is(.*?)`counted`", Quantity.__doc__ or "", re.DOTALL)
    assert listed
    assert NUMBER_KINDS.keys() | {"count"} == set(re.findall(r'"(\w+)"', listed[1]))


def test_every_bound_and_basis_is_told() -> None:
    """Marking's closed lists are explained whole."""
    assert BOUNDS.keys() == set(get_args(Qualifier))
    assert BASES.keys() == set(get_args(AsOfBasis))


@pytest.mark.parametrize(
    ("rule", "name", "word"),
    [
        ("passive 'shot down'", "passive …", "shot down"),
        ("'death' of", "… of", "death"),
        ('noun "o\'clock"', "noun …", "o'clock"),
        ("date in the list's lead-in", "date in the list's lead-in", ""),
        ("no place", "no place", ""),
    ],
)
def test_a_rule_is_taken_apart(rule: str, name: str, word: str) -> None:
    """The word in quotes is told from the rule's own name; an apostrophe alone quotes nothing."""
    assert taken_apart(rule) == (name, word)


def test_an_unsure_rule_says_so() -> None:
    """The sign at the end is no part of the name."""
    sure, unsure = reason("main party"), reason("main party?")
    assert (sure.sure, unsure.sure) == (True, False)
    assert sure.means == unsure.means
    assert reason("a rule of tomorrow?") == Reason(rule="a rule of tomorrow", means="a rule of tomorrow", sure=False)


# --------------------------------------------------------------------------------------------------- the explanation


def test_it_tells_of_the_report_and_of_nothing_else(of_seeds: Explanation) -> None:
    """Estimates and claims are those of a report by the rules, values and all; each other number has a reason."""
    report = summarize(ROOT / "seeds", brief=False, backend="offline")
    for article, brief in zip(of_seeds.articles, report.articles, strict=True):
        reads = [e for f in article.figures for e in f.estimates]
        sections = brief.sections.values()
        assert [r.estimate for r in reads if r.estimate] == [
            e for s in sections if isinstance(s, Estimates) for e in s.items
        ]
        assert all((r.estimate is None) == (r.refused is not None) for r in reads)
        assert all(bool(f.estimates) != bool(f.left_out) for f in article.figures)
        for name, section in brief.sections.items():
            if isinstance(section, Claims):
                lines = {line.start: line.tag for line in article.lines}
                taken = [s.line for s in article.statements if s.section == name and s.left_out is None]
                assert taken == [lines[c.evidence[0].start] for c in section.items]


def test_the_decisions_of_an_estimate() -> None:
    """Each field has its value, the tag it points at and the rule in words; unsure rules are told apart."""
    article = explained(TEXT)
    (killed,) = figure(article, "12").estimates
    assert killed.estimate
    found = {d.field: d for d in killed.decisions}
    assert list(found) == ["measure", "bounds", "holder", "place", "said_by", "assertion", "as_of", "part_of"]
    assert (found["measure"].value, found["measure"].reason.rule) == ("killed", "passive 'killed'")
    assert "“killed”" in found["measure"].reason.means
    assert (found["place"].value, found["place"].reason.sure) == ("Goma", True)
    assert (found["as_of"].value, found["as_of"].reason.rule) == ("2024-05-13", "date in the sentence")
    assert found["as_of"].value == killed.estimate.as_of
    assert found["bounds"].value == "12"
    assert found["part_of"].value is None
    (fighters,) = figure(article, "about 400").estimates
    holder = next(d for d in fighters.decisions if d.field == "holder")
    assert (holder.value, holder.reason.sure) == ("M23", False)


@pytest.mark.parametrize(
    ("words", "rule", "means"),
    [
        ("May 14, 2024", "number kind 'date'", "It is a date"),
        ("14-year-old", "number kind 'age'", "It is an age"),
        ("$3,000", "number kind 'money'", "It is an amount of money"),
        ("one of", "picks one out", "“One of” picks somebody out"),
    ],
)
def test_why_a_number_is_no_estimate(words: str, rule: str, means: str) -> None:
    """Each number that is not reported names the rule that left it out."""
    found = figure(explained(TEXT.replace("May 14, 2024\n\n", "On May 14, 2024 it rained in the hills.\n\n")), words)
    assert found.estimates == ()
    assert [r.rule for r in found.left_out] == [rule]
    assert found.left_out[0].means.startswith(means)


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("The council planted 300 trees along the road to Goma last week.", "300", "unknown noun 'trees'"),
        ("Two women were talking in the market of Goma when the rain began.", "Two", "too few 'women'"),
        ("The minister walked 20 miles to the village near Goma yesterday.", "20 miles", "number kind 'length'"),
    ],
)
def test_why_a_count_is_no_estimate(text: str, words: str, rule: str) -> None:
    """Nouns that the domain does not know, and scenes, are left out by rules with names."""
    assert [r.rule for r in figure(explained(text), words).left_out] == [rule]


def test_numbers_in_furniture_are_left_out() -> None:
    """What stands in no sentence is told to stand there, and has no line."""
    article = next(a for a in explain(ROOT / "seeds").articles if any(f.line is None for f in a.figures))
    outside = [f for f in article.figures if f.line is None]
    assert {r.rule for f in outside for r in f.left_out} == {rulebook.OUTSIDE}


def test_a_score_is_the_sum_of_its_parts(of_seeds: Explanation) -> None:
    """Cues and circumstances add up; what was taken has enough, and what was not says why."""
    statements = [s for a in of_seeds.articles for s in a.statements]
    assert {s.left_out.rule.split(" '")[0] for s in statements if s.left_out} >= {"score too low", "no room"}
    for s in statements:
        assert s.score == pytest.approx(sum(p.weight for p in s.parts), abs=0.001)
        assert any(p.reason.rule.startswith("cue ") for p in s.parts)
        assert s.left_out is not None or s.score >= s.enough
        assert {_name(p.reason.rule) for p in s.parts} | {_name(d.reason.rule) for d in s.decisions} <= RULES.keys()


def test_why_a_name_is_of_its_kind() -> None:
    """Known names, countries and counted votes each say so, and a vote shows the words around it."""
    article = explained(TEXT + "\nRussia rejected the report. Islamic State fighters remain in Syria, it said.\n")
    why = {n.name: n.reasons[0] for n in (*article.actors, *article.places)}
    assert why["ISIS"].rule == "known name 'ISIS'"
    assert why["Russia"].rule == "country as state"
    assert why["Syria"].rule == "country as place"
    assert why["Ada Mbeki"].rule == "votes on 'Ada Mbeki'"
    assert "as person" in why["Ada Mbeki"].means
    assert "“days, Colonel Ada Mbeki warned”" in why["Ada Mbeki"].means.replace("within ", "")
    assert "the gazetteer" in why["Goma"].means


def test_every_name_has_a_reason(of_seeds: Explanation) -> None:
    """No actor and no place stands there without why, and the kinds are the domain's."""
    for article in of_seeds.articles:
        assert all(n.reasons for n in (*article.actors, *article.places))
        assert {n.kind for n in article.actors} <= of_seeds.kinds.keys()


def test_tags_are_those_a_model_is_asked_by(of_seeds: Explanation) -> None:
    """Each tag stands for what marking put at that place, as in a prompt."""
    schema = load_schema("conflict")
    for article in of_seeds.articles:
        marked = mark(article.article, schema)
        for f in article.figures:
            assert (find(f.tag, marked).start, find(f.tag, marked).end) == (f.start, f.end)
        for name in (*article.actors, *article.places):
            assert find(name.tag, marked).name == name.name
        for line in article.lines:
            assert line.tag is None or find(line.tag, marked).start == line.start


def _covers(article: ArticleExplanation) -> None:
    """Check that the lines hold all that is no white space, in order, and that the marks lie in the text."""
    text = article.article.text
    assert all(line.start < line.end for line in article.lines)
    assert all(a.end <= b.start for a, b in pairwise(article.lines))
    ends = [0, *(line.end for line in article.lines)], [*(line.start for line in article.lines), len(text)]
    assert not any(text[a:b].strip() for a, b in zip(*ends, strict=True))
    assert all(0 <= m.start < m.end <= len(text) for m in article.marks)
    assert {line.kind for line in article.lines} <= set(get_args(LineKind))


def test_all_of_the_text_is_there(of_seeds: Explanation) -> None:
    """Sentences, furniture and what is neither hold the whole text, each piece once."""
    for article in of_seeds.articles:
        _covers(article)


PIECES = st.sampled_from(
    [
        *(
            "12 soldiers were killed near Goma. ",
            "M23 ",
            "said ",
            "the SDF ",
            "more than 1,000 ",
            "of them ",
            "since 2019 ",
        ),
        *(
            "\n\n",
            "\n",
            "• ",
            "[red]",
            "[/]",
            "[N1 killed] ",
            "\x1b[31m",
            "\x07",
            "\u202e",
            "\ud83d\ude80",
            "“",
            "” ",
            ": ",
        ),
        *(
            "Read more\n",
            "20,00 ",
            "\t",
            "الجيش ",
            "ﬁ",
            "İ",
            "a" * 70,
            "{W1} ",
            "may ",
            "\u200b",
            "\\[",
            "\N{COMBINING ACUTE ACCENT}",
        ),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=25).map("".join).filter(str.strip))
def test_any_text_is_shown_and_harmless(text: str) -> None:
    """Whatever a text holds: nothing fails, all of it is covered, and nothing reaches the terminal but words."""
    text = text.encode("utf-16", "surrogatepass").decode("utf-16")
    found = explain(article_from_text(text))
    assert found.failures == ()
    _covers(found.articles[0])
    plain = render_explanation(found, format="terminal")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]", plain)
    assert all(cell_len(line) <= 80 for line in plain.splitlines())
    assert render_explanation(found, format="terminal", unicode=False).isascii()
    colored = render_explanation(found, format="terminal", color=True)
    assert set(re.findall(r"\x1b[^m]*m?", colored)) <= set(re.findall(r"\x1b\[[0-9;]*m", colored))


def test_another_domain_with_three_sections_of_figures(tmp_path: Path) -> None:
    """Each number is told under the section that takes it, and a number that none takes says why for all."""
    (tmp_path / "brief.py").write_text(BRIEF, "utf-8")
    (tmp_path / "names.toml").write_text(NAMES, "utf-8")
    found = explain(article_from_text(FIRST), schema=str(tmp_path))
    assert found.failures == ()
    sections = {e.section for f in found.articles[0].figures for e in f.estimates}
    assert sections == {"casualties", "displaced", "damage"}
    assert "Casualties" in render_explanation(found, format="terminal")
    assert all(f.estimates or f.left_out for f in found.articles[0].figures)


# ------------------------------------------------------------------------------------------------------------ on paper


def test_without_colour_kinds_stand_in_brackets() -> None:
    """Each mention is bracketed with its tag and what it is; an escape sequence or markup in a text is just words."""
    text = " ".join(shown(TEXT.replace(" near", " [bold]near[/] \x1b]0;title\x07")).split())
    assert "killed [bold]near[/] ]0;title [Goma P1]" in re.sub(r"\[0 N\d+ \w+\]", "0", text)
    flat = " ".join(shown(TEXT).split())
    for marked in ("[12 N2 killed]", "[14-year-old N4 age]", "[Goma P1]", "[M23 A1 arm", "[$3,000 N5 money]"):
        assert marked in flat
    assert "arm armed group" in flat


def test_with_colour_each_kind_has_its_own() -> None:
    """Estimates, other numbers, actors, places and dates are coloured unlike; what is behind the colour is the same."""
    colored = shown(TEXT, color=True)
    codes = {words: _code(colored, words) for words in ("12", "14-year-old", "M23", "Goma", "Monday")}
    assert len(set(codes.values())) == len(codes)
    assert all(codes.values())
    plain = re.sub(r"\x1b\[[0-9;]*m", "", colored)
    assert " ".join(plain.split()).count("12[N2 killed] soldiers") == 1


def _code(colored: str, words: str) -> str:
    """Return the escape sequence right before words in the text below the legend."""
    found = re.search(rf"\x1b\[([0-9;]*)m{re.escape(words)}\x1b", colored)
    return found[1] if found else ""


@pytest.mark.parametrize("width", [40, 80, 133])
def test_lines_fit_the_width(of_seeds: Explanation, width: int) -> None:
    """No line is wider than the terminal, or than the narrowest that can be read."""
    one = of_seeds.model_copy(update={"articles": of_seeds.articles[3:4]})
    for color in (False, True):
        text = render_explanation(one, format="terminal", width=width, color=color)
        lines = re.sub(r"\x1b\[[0-9;]*m", "", text).splitlines()
        assert max(map(cell_len, lines)) <= max(width, 60)


def test_all_is_told_on_paper(of_seeds: Explanation) -> None:
    """Every sentence's tag, every number's and every reason stands on the paper."""
    text = render_explanation(of_seeds, format="terminal", width=5000)
    for article in of_seeds.articles:
        for tag in (*(line.tag for line in article.lines), *(f.tag for f in article.figures)):
            assert tag is None or tag in text
        for f in article.figures:
            reasons = [*(d.reason for e in f.estimates for d in e.decisions), *f.left_out]
            assert all(r.means in text for r in reasons)


def test_short_labels_are_told_apart() -> None:
    """A kind is cut to the shortest beginning that is no other's."""
    kinds = ["person", "people", "personnel", "state", "medium"]
    assert [shortened(k, kinds) for k in kinds] == ["person", "peo", "personn", "sta", "med"]


def test_tags_in_a_row_are_drawn_together() -> None:
    """Three and more become a stretch; letters are kept apart."""
    assert compressed(["W3", "W1", "W2", "P1", "P2", "W9"]) == "P1 P2 W1-W3 W9"
    assert compressed([]) == ""


def test_the_json_reads_back(of_seeds: Explanation, tmp_path: Path) -> None:
    """JSON holds all but what only marking needs, `save` writes the same bytes, and it loads as it was."""
    text = render_explanation(of_seeds, format="json")
    of_seeds.save(tmp_path / "e.json")
    assert (tmp_path / "e.json").read_text("utf-8") == text
    again = Explanation.model_validate_json(text)
    assert again.articles[0].figures == of_seeds.articles[0].figures
    assert again.articles[0].statements == of_seeds.articles[0].statements
    assert json.loads(text)["schema"] == "conflict"


def test_the_json_holds_what_the_docs_say(of_seeds: Explanation) -> None:
    """Every key of the JSON stands in docs/explain.md."""
    docs = (ROOT / "docs" / "explain.md").read_text("utf-8")
    data = json.loads(render_explanation(of_seeds, format="json"))
    for article in data["articles"]:
        del article["article"], article["notes"]  # documented with the report
    keys = _keys(data) - {k for a in of_seeds.articles for f in a.figures for e in f.estimates for k in _estimate(e)}
    assert {k for k in keys - data["titles"].keys() - data["kinds"].keys() if f"`{k}`" not in docs} == set()


def _estimate(read: Any) -> set[str]:
    return _keys(read.estimate.model_dump()) if read.estimate else set()


def _keys(data: Any) -> set[str]:
    if isinstance(data, dict):
        return {*data, *(k for v in data.values() for k in _keys(v))}
    return {k for item in data for k in _keys(item)} if isinstance(data, list | tuple) else set()


@pytest.mark.parametrize(
    ("wanted", "out", "chosen"),
    [(None, None, "terminal"), ("json", "x.pdf", "json"), (None, "x.JSON", "json"), (None, "x.txt", "terminal")],
)
def test_the_format_is_chosen(wanted: str | None, out: str | None, chosen: str) -> None:
    """As asked, else by the suffix, else as on a terminal."""
    assert explanation_format(wanted, Path(out) if out else None) == chosen


def test_a_format_that_is_none() -> None:
    """Neither a name nor a suffix that means nothing is guessed at."""
    with pytest.raises(UsageError, match="terminal, json"):
        explanation_format("md", None)
    with pytest.raises(UsageError, match=r"r\.md"):
        explanation_format(None, Path("r.md"))
    with pytest.raises(UsageError, match="terminal, json"):
        render_explanation(explain([]), format="md")


# ----------------------------------------------------------------------------------------------- Python, command line


def test_an_article_that_fails_loses_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours in one article is a failure with its stage; the others are explained."""
    import summarizer.marking.reasons as reasons

    right = reasons.explain_marks

    def faulty(marked: Any, schema: Any) -> Any:
        if "Goma" in marked.article.text:
            raise RuntimeError("broken on purpose")
        return right(marked, schema)

    monkeypatch.setattr(reasons, "explain_marks", faulty)
    found = explain([article_from_text(TEXT, path="bad"), article_from_text("Nothing happened in Kigali today.")])
    assert len(found.articles) == 1
    assert [(f.path, f.stage) for f in found.failures] == [("bad", "marking")]
    assert "please report" in found.failures[0].reason
    assert "Not explained: bad" in render_explanation(found, format="terminal")


def test_no_model_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key and an address in the environment change nothing: the rules are explained, offline."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-none")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    assert explained(TEXT).figures == explain(Article(id="", path=None, sha256="", text=TEXT)).articles[0].figures


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A working folder with two articles in `in`."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "in" / "b.txt").write_text("Nothing happened in Kigali today, the police said.\n", "utf-8")
    return tmp_path


def test_an_article_at_the_command_line(here: Path) -> None:
    """One article is shown on stdout, in a pipe without colour, and nothing is said on stderr."""
    done = run("explain", "in/a.txt", cwd=here)
    assert (done.returncode, done.stderr) == (0, "")
    assert "[12 N2 killed]" in done.stdout
    assert "\x1b" not in done.stdout
    assert max(map(cell_len, done.stdout.splitlines())) <= 80


def test_a_folder_is_explained_in_turn(here: Path) -> None:
    """Each article of a folder follows the other, under one legend."""
    done = run("explain", "in", cwd=here)
    assert done.stdout.index("in/a.txt") < done.stdout.index("in/b.txt")
    assert done.stdout.count("No model was asked".lower()) == done.stdout.lower().count("no model was asked") <= 1


def test_colour_by_flag(here: Path) -> None:
    """--color colours a pipe, for `less -R`, and wins over NO_COLOR."""
    assert "\x1b[" in run("explain", "in/a.txt", "--color", cwd=here, env=environment(NO_COLOR="1")).stdout
    assert "\x1b[" not in run("explain", "in/a.txt", "--no-color", cwd=here).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("more", "colour"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_no_color_is_obeyed_on_a_terminal(here: Path, more: dict[str, str], colour: bool) -> None:
    """On a terminal it is coloured unless NO_COLOR is set."""
    import os
    import pty

    reader, writer = pty.openpty()
    command = [sys.executable, "-m", "summarizer", "explain", "in/b.txt"]
    env = environment(TERM="xterm-256color", **more)
    with subprocess.Popen(command, cwd=here, env=env, stdout=writer, stderr=subprocess.DEVNULL) as process:
        os.close(writer)
        written = b""
        while piece := _read(reader):
            written += piece
        assert process.wait(timeout=60) == 0
    os.close(reader)
    assert (b"\x1b[" in written) is colour


def _read(reader: int) -> bytes:
    import os

    try:
        return os.read(reader, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


def test_json_into_a_file(here: Path) -> None:
    """--out with a suffix chooses JSON, and stdout stays empty."""
    done = run("explain", "in", "--out", "e.json", cwd=here)
    assert (done.returncode, done.stdout) == (0, "")
    assert len(json.loads((here / "e.json").read_text("utf-8"))["articles"]) == 2


def test_a_bad_article_among_good_ones(here: Path) -> None:
    """It is one line on stderr and in the JSON, and the code is 1."""
    (here / "in" / "c.txt").write_bytes(b"")
    done = run("explain", "in", "--format", "json", cwd=here)
    assert done.returncode == 1
    data = json.loads(done.stdout)
    assert (len(data["articles"]), [Path(f["path"]).name for f in data["failures"]]) == (2, ["c.txt"])
    assert len(done.stderr.splitlines()) == 1
    assert "c.txt" in done.stderr


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["nowhere.txt"], ["nowhere.txt", "check its spelling"]),
        (["in", "--format", "md"], ["md", "terminal, json"]),
        (["in", "--out", "e.pdf"], ["e.pdf", "--format"]),
        (["in", "--schema", "nosuch"], ["nosuch", "conflict"]),
    ],
)
def test_wrong_use_is_one_line(here: Path, args: list[str], words: list[str]) -> None:
    """Wrong use ends with 2 and one line that names the thing and the mend."""
    refuses(run("explain", *args, cwd=here), 2, *words)


def test_a_folder_called_explain_is_a_path_with_a_dot(here: Path) -> None:
    """`./explain` is briefed, `explain` is the verb."""
    (here / "in").rename(here / "explain")
    assert run("./explain", cwd=here).stdout.startswith("# ")
