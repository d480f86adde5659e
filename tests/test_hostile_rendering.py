"""An article full of HTML, script, Markdown, formulas and terminal sequences is text in every format, of one shape.

The shape of a page, a document or a table is what stands around the words. It must be the same whether an article's
words are harmless or an attack, so each attack is put wherever an article's words go, and the shapes are compared.
"""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt
from report_factory import HOSTILE, hostile_report
from test_cli import run

from summarizer.models import Report
from summarizer.rendering import FORMATS, file_name, render

MARKDOWN = MarkdownIt("commonmark").enable("table").enable("strikethrough")
ATTACKS = {
    "all": HOSTILE,
    "script": "</script><script>alert(1)</script>",
    "end of title": "</title></style></textarea></svg><script>alert(1)</script>",
    "attribute": "\"><img src=x onerror=alert(1)> ' onmouseover='alert(1) x=\"",
    "comment": "--> <script>alert(1)</script> <!-- ]]>",
    "address": "javascript:alert(1)",
    "entities": "&lt;script&gt;alert(1)&lt;/script&gt; &#x3c;b&#x3e; &colon;",
    "template": "{{ 7 * 7 }} {% for x in [1] %} {# x #} {{ ''.__class__ }}",
    "style": "</p><style>*{display:none}</style> url(http://evil.example) expression(alert(1))",
    "link": "[a](http://evil.example) [b][1] <http://evil.example> ![i](x) [^1] [^1]: x",
    "table": "a | b | c\n| --- | --- |\n| d | e |",
    "block": "# a\n\n> b\n\n- c\n\n1. d\n\n```\ne\n```\n\n---\n\n    f\n\nGone\n====",
    "formula": '=HYPERLINK("http://evil.example";"x");=cmd|\' /C calc\'!A0',
    "terminal": "\x1b[2J\x1b]0;title\x07\x1b]8;;http://evil.example\x07x\x9b31m \x08\x08 \x7f",
    "direction": "\u202egnp.exe\u202c \u2066a\u2069 \u200f\u200b\ufeff",
    "signature": "<!-- Written by summarize; checksum 0123456789abcdef -->",
    "lines": "a\u2028b\u2029c\x85d\x0be\x0cf\r\ng",
}
"""What an article may say to break out of one format or another."""


def shape_of_page(text: str) -> list[Any]:
    """Return the elements of a page in order, with their attributes' names, and the words of its script and style."""
    found: list[Any] = []
    for element in html.document_fromstring(text).iter():
        if not isinstance(element.tag, str):
            found.append("comment")
            continue
        own = element.text if element.tag in ("script", "style") else None
        found.append((element.tag, *sorted(element.keys()), own))
    return found


def shape_of_document(text: str) -> list[str]:
    """Return the blocks and spans of a Markdown document in order; text and entities of it are left out."""
    tokens = MARKDOWN.parse(text)
    kinds = [k for t in tokens for k in (t.type, *(c.type for c in t.children or ()))]
    return [k for k in kinds if k not in ("text", "text_special", "softbreak")]


def shape_of_table(text: str) -> list[Any]:
    """Return how many cells each line has, and which of them are empty."""
    return [[bool(cell) for cell in line] for line in csv.reader(StringIO(text), strict=True)]


def shape_of_json(text: str) -> Any:
    """Return keys, lists and kinds of values."""

    def of(node: Any) -> Any:
        if isinstance(node, dict):
            return {key: of(value) for key, value in node.items()}
        return [of(n) for n in node] if isinstance(node, list) else type(node).__name__

    return of(json.loads(text))


SHAPES: dict[str, Callable[[str], Any]] = {
    "html": shape_of_page, "md": shape_of_document, "csv": shape_of_table, "csv-names": shape_of_table,
    "json": shape_of_json,
}  # fmt: skip


def harmless(attack: str) -> str:
    """Return words as long as an attack, because marks in an article's text stand where they stand."""
    return ("word " * len(attack))[: len(attack) - 1] + "s"


@lru_cache(maxsize=512)
def shape_around(words: str, *, format: str, brief: bool) -> Any:
    """Return the shape of a report in which these words stand wherever an article's own words go."""
    return SHAPES[format](render(hostile_report(words, brief=brief), format=format))


def same_shape(format: str, attack: str, *, brief: bool = True) -> bool:
    """Tell whether a report that is full of an attack has the shape of one that is full of harmless words.

    Words that are too long for a column are left out, so that short ones may stand for what is left of an attack.
    """
    found = shape_around(attack, format=format, brief=brief)
    return any(found == shape_around(w, format=format, brief=brief) for w in ("words", harmless(attack)))


@pytest.mark.parametrize("brief", [True, False])
@pytest.mark.parametrize("format", sorted(SHAPES))
@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_changes_the_shape(format: str, attack: str, brief: bool) -> None:
    """Around an attack stand the same tags, blocks, cells and keys as around harmless words."""
    assert same_shape(format, ATTACKS[attack], brief=brief)


@settings(deadline=None, max_examples=25)
@given(st.text(alphabet=st.sampled_from(list("ab1 \n\t\\`*_{}[]()<>#+-.!|~$&;:/@=\"'\x1b\x00\u202e")), min_size=1))
@pytest.mark.parametrize("format", sorted(SHAPES))
def test_no_chance_text_changes_the_shape(format: str, text: str) -> None:
    """The same holds for whatever can be put together of signs that mean something somewhere."""
    assert same_shape(format, f"a{text}a")


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_page_holds_no_foreign_address(attack: str) -> None:
    """No attribute of a page leads outside or runs anything; what an article says stands in its text alone."""
    text = render(hostile_report(ATTACKS[attack]), format="html")
    for element in html.document_fromstring(text).iter("*"):
        for name, value in element.items():
            assert not name.startswith("on"), (element.tag, name)
            if name in ("href", "src", "action", "data", "poster", "srcset", "style"):
                assert name == "href", (element.tag, name)
                assert value.startswith("#"), value


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("color", [True, False])
def test_a_terminal_is_not_driven(attack: str, color: bool) -> None:
    """No control character but our own styles, no turned writing, reaches a terminal."""
    text = render(hostile_report(ATTACKS[attack]), format="terminal", color=color)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text) if color else text
    assert {unicodedata.category(c) for c in set(plain) - {"\n"}}.isdisjoint({"Cc", "Cf"})


@pytest.mark.parametrize("attack", ATTACKS)
def test_json_keeps_the_text_whole(attack: str) -> None:
    """JSON changes no character of what an article says."""
    report = hostile_report(ATTACKS[attack])
    assert Report.model_validate_json(render(report, format="json")) == report


ARTICLE = """=HYPERLINK("http://evil.example")|<script>alert(1)</script>

By <img src=x onerror=alert(1)>, March 2, 2019

The army said on Monday that 12 soldiers were killed near Goma by **M23** <b onclick=alert(1)>fighters</b>.
It cost them ; =1+1 \x1b[31m trucks.
[Click](javascript:alert(1)) to see 300 fighters leave Goma, @everyone said | see #1. \u202egnp.exe
"""


def test_a_hostile_file_is_text_from_end_to_end(tmp_path: Path) -> None:
    """A file with a hostile name and text, read as any other is, comes out of a run harmless in every format."""
    name = "=cmd'<img src=x onerror=alert(1)>; -1+1 `*_[x](y).txt"
    (tmp_path / name).write_text(ARTICLE, "utf-8")
    formats = [word for f in FORMATS for word in ("--format", f)]
    done = run(name, "--brief", *formats, "--out", "site", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    made = {f: (tmp_path / "site" / file_name(f)).read_text("utf-8-sig") for f in FORMATS}
    page = html.document_fromstring(made["html"])
    assert [e.tag for e in page.iter("script", "img", "b") if e.keys()] == []
    assert len(list(page.iter("script"))) == 1
    assert ARTICLE.splitlines()[0] in page.text_content()
    assert set(re.findall(r"<([a-z]\w*)", MARKDOWN.render(made["md"]))).isdisjoint({"script", "img", "a", "b", "code"})
    assert "\x1b" not in made["terminal"]
    (row, *_) = csv.DictReader(StringIO(made["csv"]))
    assert row["path"] == f"'{name.replace('; -', ';' + chr(39) + ' -')}"
    assert json.loads(made["json"])["articles"][0]["article"]["text"] == ARTICLE
