"""JSON, JSON lines and tables: articles found by usual names, each row failing alone."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reader_samples import SENTENCE, only, page, read, refusal

from summarizer.errors import IntakeError
from summarizer.intake import read_articles
from summarizer.intake.material import MAX_LINE_BYTES, from_bytes
from summarizer.intake.readers import Document, Options, read_documents
from summarizer.models import Article, Failure

ROW = {
    "id": 7,
    "headline": "Dam holds",
    "body": SENTENCE,
    "published_at": "2019-03-02T08:15:00Z",
    "link": "https://h.example/1",
}


def as_json(value: object) -> bytes:
    """A value as JSON."""
    return json.dumps(value).encode()


def lines(*rows: object) -> bytes:
    """Rows as JSON lines; a str is a line as it is."""
    return "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows).encode()


def texts(data: bytes, name: str) -> list[str]:
    """The texts that a file holds."""
    return [found.text for found in read(data, name) if isinstance(found, Document)]


# ------------------------------------------------------------------------------------------------------ what a row says


def test_a_row_by_usual_names() -> None:
    """Text, title, date, address and id of a row are found by what exports call them, and kept."""
    found = only(as_json(ROW), "a.json")
    assert (found.text, found.title, found.entry, found.url) == (SENTENCE, "Dam holds", "7", "https://h.example/1")
    assert found.published == "2019-03-02T08:15+00:00"
    assert found.published_reason


@pytest.mark.parametrize(
    ("row", "field", "wanted"),
    [
        ({"Full Text": "x y"}, "text", "x y"),
        ({"content": {"rendered": "<p>One &amp; two.</p><ul><li>Three</li></ul>"}}, "text", "One & two.\n\n• Three"),
        ({"paragraphs": ["One.", "Two."]}, "text", "One.\n\nTwo."),
        ({"content_html": page()}, "title", None),
        ({"text": "x", "authors": [{"name": "Ann Lee"}, {"name": "Jo Roe"}]}, "author", "Ann Lee, Jo Roe"),
        ({"text": "x", "source": {"id": None, "name": "The Delta Herald"}}, "outlet", "The Delta Herald"),
        ({"text": "x", "title": "  Dam\n <b>holds</b> "}, "title", "Dam holds"),
        ({"text": "x", "timestamp": 1551514500}, "published", "2019-03-02T08:15+00:00"),
        ({"text": "x", "timestamp": 1551514500000}, "published", "2019-03-02T08:15+00:00"),
        ({"text": "x", "date": "2 March 2019"}, "published", "2019-03-02"),
        ({"text": "x", "date": "Saturday"}, "published", None),
        ({"text": "x", "time": 12}, "published", None),
        ({"text": "x", "lang": "en-GB"}, "language", "en"),
        ({"text": "", "content": "y"}, "text", "y"),
        ({"text": "1 < 2 & 3 > 2"}, "text", "1 < 2 & 3 > 2"),
        ({"text": "a\r\nb"}, "text", "a\nb"),
        ({"_id": "x1", "_source": {"body": "y"}}, "entry", "x1"),
        ({"text": "itâ€™s the cafÃ©, itâ€™s said"}, "text", "it’s the café, it’s said"),
    ],
)
def test_values(row: Mapping[str, Any], field: str, wanted: str | None) -> None:
    """Values are read whatever form an export gives them; what is no value is None."""
    assert getattr(only(as_json(row), "a.json"), field) == wanted


def test_columns_that_the_caller_names() -> None:
    """Named columns win over usual ones, also inside objects; a name that is not there is told."""
    row = {"text": "not this", "a": {"b": SENTENCE}, "t": "Dam holds"}
    found = only(as_json(row), "a.json", text="a.b", title="t")
    assert (found.text, found.title) == (SENTENCE, "Dam holds")
    assert "'c'" in refusal(as_json(row), "a.json", text="c")
    assert "t, u" in refusal(b"t,u\n1,2\n", "a.csv", text="c")


def test_an_undated_row_says_why() -> None:
    """A date that is no whole date is kept as the reason why there is none."""
    assert "Saturday" in (only(as_json({"text": "x", "date": "Saturday"}), "a.json").published_reason or "")


# ----------------------------------------------------------------------------------------------------------------- JSON


@pytest.mark.parametrize(
    "root",
    [
        [ROW, ROW | {"id": 8}],
        {"articles": [ROW, ROW | {"id": 8}], "total": 2},
        {"response": {"status": "ok", "results": [ROW, ROW | {"id": 8}]}},
        {"whatever": [ROW, ROW | {"id": 8}], "tags": ["x"]},
        {"7": {k: v for k, v in ROW.items() if k != "id"}, "8": {k: v for k, v in ROW.items() if k != "id"}},
        {"hits": {"hits": [{"_id": 7, "_source": ROW}, {"_id": 8, "_source": {"body": SENTENCE}}]}},
    ],
)
def test_lists_wherever_they_are(root: object) -> None:
    """A list, an object that holds one, and articles by their ids are all read."""
    found = [one for one in read(as_json(root), "a.json") if isinstance(one, Document)]
    assert [one.entry for one in found] == ["7", "8"]
    assert {one.text for one in found} == {SENTENCE}


def test_an_item_that_is_none_fails_alone() -> None:
    """Among articles, an item without text is one failure that names its place."""
    first, failure, last = read(as_json([ROW, {"x": 1}, "Just a text."]), "a.json")
    assert isinstance(first, Document)
    assert isinstance(failure, Failure)
    assert failure.reason.startswith("item 2: ")
    assert isinstance(last, Document)
    assert (last.text, last.entry) == ("Just a text.", "item 3")


def test_lines_in_a_file_called_json() -> None:
    """One object a line is read, whatever the file is called."""
    assert texts(lines(ROW, {"text": "two"}), "a.json") == [SENTENCE, "two"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{", "no JSON"),
        (b"[" * 100_000, "deep"),
        (b"[]", "no article"),
        (b"{}", "no column"),
        (b"3", "no object"),
        (as_json([1, 2] * 10), "no object"),
        (as_json([{"a": 1}] * 100), "first 20"),
        (as_json({"version": 1, "schema": "conflict", "run": {}, "articles": []}), "summarize render"),
        (b"\x00\x01\x02", "binary"),
        (b"", "empty"),
        (b'{"text": ' + b"9" * 5000 + b"}", "no JSON"),
    ],
)
def test_json_that_holds_no_article(data: bytes, words: str) -> None:
    """Broken, nested, barren and foreign JSON is one failure with its reason."""
    assert words in refusal(data, "a.json")


# ----------------------------------------------------------------------------------------------------------- JSON lines


def test_a_broken_line_fails_alone() -> None:
    """The lines around a broken one are read; its failure names its number."""
    found = read(
        lines({"text": "one"}, "", "{broken", {"text": "two"}) + b'\n{"text": "\xff"}\n{"text": "three"}', "a.jsonl"
    )
    assert [one.text for one in found if isinstance(one, Document)] == ["one", "two", "three"]
    assert [one.reason.partition(":")[0] for one in found if isinstance(one, Failure)] == ["line 3", "line 5"]


def test_a_broken_first_line_comes_first() -> None:
    """Failures stand in their place, also before the first article."""
    assert [type(one) for one in read(lines("{", {"text": "x"}), "a.jsonl")] == [Failure, Document]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_lines_in_other_encodings(encoding: str) -> None:
    """A byte order mark is no part of the first line, and UTF-16 is read."""
    text = '{"text": "é one"}\r\n{"text": "two"}\r\n'
    assert texts(text.encode(encoding), "a.jsonl") == ["é one", "two"]


def test_an_endless_line_fails_alone() -> None:
    """A line beyond any article is passed over without being held, and the next is read."""
    long = b'{"text": "' + b"a" * (MAX_LINE_BYTES + 10) + b'"}'
    found = read(lines({"text": "one"}) + b"\n" + long + b"\n" + lines({"text": "two"}), "a.jsonl")
    assert [type(one) for one in found] == [Document, Failure, Document]
    assert "too long" in getattr(found[1], "reason", "")


def test_lines_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    """The first article comes before the rest of the file is read; packed lines are read too."""
    rows = lines(*({"text": f"{SENTENCE} {n}"} for n in range(1000)))
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(rows))
    stream = read_documents(from_bytes(path.read_bytes(), name=str(path)), Options())
    first = next(stream)
    assert isinstance(first, Document)
    assert first.text.endswith(" 0")
    stream.close()  # type: ignore[attr-defined]
    assert sum(isinstance(one, Article) for one in read_articles([path])) == 1000


def test_packed_lines_that_are_cut() -> None:
    """A gzip file that was cut gives what it holds, then says that it is broken."""
    packed = gzip.compress(lines(*({"text": f"{SENTENCE} {n} {n * 7919}"} for n in range(20000))))
    found: list[object] = []
    stream = read_documents(from_bytes(packed[: len(packed) // 2], name="a.jsonl.gz"), Options())
    with pytest.raises(IntakeError, match="gzip"):
        found.extend(stream)
    assert len(found) > 1000


# --------------------------------------------------------------------------------------------------------------- tables


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_tables(delimiter: str, encoding: str) -> None:
    """Tables of every usual delimiter are read, cells with line ends and quotes whole."""
    header = delimiter.join(("id", "Headline", "Body", "Date"))
    row = delimiter.join(("1", "Dam", f'"He said ""no{delimiter}"".\nSo é."', "2019-03-02"))
    table = f"{header}\n{row}\n"
    found = only(table.encode(encoding), "a.csv")
    assert found.text == f'He said "no{delimiter}".\nSo é.'
    assert (found.title, found.entry, found.published) == ("Dam", "1", "2019-03-02")


def test_rows_fail_alone() -> None:
    """Rows without text, with too many cells or in another encoding fail by their line, blank ones are passed over."""
    table = b'title,text\nA,one\nB,\n\nC,two,three\nD,caf\xe9\nE,"f\nour"\nF,five\n'
    found = read(b"title,text\n" + "X,é\n".encode() * 40_000 + table[11:], "a.csv")
    tail = found[40_000:]
    assert [one.text if isinstance(one, Document) else one.reason.partition(":")[0] for one in tail] == [
        "one",
        "line 40003",
        "line 40005",
        "line 40006",
        "f\nour",
        "five",
    ]


def test_legacy_tables() -> None:
    """A table in an old encoding is read as a whole in it."""
    table = "title;text\n" + "Dämme halten;Der Minister sagte: „Wir bleiben“ – für immer.\n" * 20
    assert {one.text for one in read(table.encode("cp1252"), "a.csv") if isinstance(one, Document)} == {
        "Der Minister sagte: „Wir bleiben“ – für immer."
    }


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"text\n", "no rows"),
        (b"a,b\n1,2\n", "--columns"),
        (b"text\n" + b'""\n' * 30, "no rows"),
        (b"id,text\n" + b"1,\n" * 30, "first 20"),
        (b"\x00\x01\x02\x03", "binary"),
    ],
)
def test_tables_without_articles(data: bytes, words: str) -> None:
    """A table that holds no article is one failure that says why."""
    assert words in refusal(data, "a.csv")


def test_a_quote_that_is_never_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What follows is told to be unreadable, and does not fill the memory."""
    monkeypatch.setattr("summarizer.intake.readers.tables.MAX_CELL", 200_000)
    monkeypatch.setattr("csv.field_size_limit", lambda *_: 131_072)
    started = time.process_time()
    assert "mend its quotes" in refusal(b'text\none\n"two\n' + b"x" * 99 * 2**20, "a.csv")
    assert time.process_time() - started < 10


@settings(deadline=None)
@given(
    st.binary(max_size=200), st.sampled_from(["a.json", "a.jsonl", "a.csv", "a.eml", "a.html", "a.pdf", "a.docx", "-"])
)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    """Whatever the bytes, a reader yields documents with text, failures, or raises IntakeError."""
    with suppress(IntakeError):
        found = read(data, name)
        assert all(one.text.strip() if isinstance(one, Document) else one.reason for one in found)
