"""Telling formats apart: what the bytes are counts more than what a file is called."""

from __future__ import annotations

import gzip
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader_samples import PARAGRAPHS, SENTENCE, column, only, page, paragraph, pdf, read, refusal, run, word, wrapped

from summarizer.errors import IntakeError
from summarizer.intake import read_articles
from summarizer.intake.material import MAX_BYTES, Material, from_bytes
from summarizer.intake.readers import Document, Options, read_documents, readable, suffixes
from summarizer.intake.readers.fragment import text_of
from summarizer.intake.readers.repair import mojibake, repaired
from summarizer.models import Article, Failure

TEXT = "\n\n".join(PARAGRAPHS)
PDF = pdf([column([line for text in PARAGRAPHS for line in (*wrapped(text), "")])])
WORD = word("".join(paragraph(run(text)) for text in PARAGRAPHS))
MAIL = f"From: Ann Lee <a@h.example>\nSubject: Dam holds\n\n{TEXT}".encode()
ROWS = b'{"text": "one"}\n{"text": "two"}\n'


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (PDF, "a.pdf"), (PDF, "a.txt"), (PDF, "a.html"), (PDF, "-"), (b"\n\n" + PDF, "a.txt"),
        (WORD, "a.docx"), (WORD, "a.txt"), (WORD, "a.pdf"), (WORD, "-"),
        (page().encode(), "a.html"), (page().encode(), "a.txt"), (page().encode(), "a.pdf"), (page().encode(), "-"),
        (b"<!-- saved -->\n" + page().encode(), "a.txt"), (page().encode("utf-16"), "a.txt"),
        (b'<?xml version="1.0"?>' + page().encode(), "a.xml"),
        (gzip.compress(page().encode(), mtime=0), "a.html.gz"), (gzip.compress(page().encode(), mtime=0), "a.html"),
        (gzip.compress(TEXT.encode(), mtime=0), "a.txt.gz"), (gzip.compress(TEXT.encode(), mtime=0), "a.txt"),
        (MAIL, "a.eml"), (MAIL, "-"), (TEXT.encode(), "a.txt"), (TEXT.encode(), "-"), (TEXT.encode(), "a.md"),
    ],
)  # fmt: skip
def test_what_a_file_is_counts(data: bytes, name: str) -> None:
    """PDF, Word files, pages and packed files are read as what they are, whatever their names say."""
    assert only(data, name).text == TEXT


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (ROWS, ["one", "two"]),
        (b'[{"text": "one"}, {"text": "two"}]', ["one", "two"]),
        (b'{"text": "one"}', ["one"]),
        (b"[3] Dam holds", None),
        (b"Note: the dam holds\n\nFrom: nobody", ["Note: the dam holds\n\nFrom: nobody"]),
        ("".join(f"<p>{text}</p>" for text in PARAGRAPHS).encode(), [TEXT]),
    ],
)
def test_what_has_no_name(data: bytes, texts: list[str] | None) -> None:
    """On stdin JSON, lines of it and mail are told by their beginning; the rest is text."""
    if texts is None:
        assert refusal(data, "-")
    else:
        assert [found.text for found in read(data, "-") if isinstance(found, Document)] == texts


def test_a_server_is_believed_before_a_suffix() -> None:
    """The media type decides over the address, and an address without a suffix is no hindrance."""
    for name, media_type in (("https://h.example/get.txt?id=3", "text/html"), ("https://h.example/dam", "text/html")):
        (found,) = read_documents(from_bytes(page().encode(), name=name, url=name, media_type=media_type), Options())
        assert isinstance(found, Document)
        assert found.text == TEXT
    csv = from_bytes(f'text\n"{TEXT}"\n'.encode(), name="https://h.example/export", url="x", media_type="text/csv")
    assert [found.text for found in read_documents(csv, Options()) if isinstance(found, Document)] == [TEXT]


def test_suffixes() -> None:
    """Names are known by their suffix, in any case, packed or not."""
    assert {".csv", ".docx", ".eml", ".htm", ".html", ".json", ".jsonl", ".md", ".pdf", ".txt"} <= set(suffixes())
    assert all(readable(f"a{suffix.upper()}") and readable(f"a.b{suffix}.gz") for suffix in suffixes())
    assert not any(readable(name) for name in ("a", "a.gz", "a.xls", "html", ".txt"))


@pytest.mark.parametrize("suffix", suffixes())
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "PNG"),
        (b"{\\rtf1\\ansi dam}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "Office"),
        (b"SQLite format 3\0" + b"\0" * 99, "database"),
        (b"\x1f\x8b broken", "gzip"),
        (gzip.compress(SENTENCE.encode(), mtime=0)[:-12], "gzip"),
        (b"", "empty"),
    ],
)
def test_foreign_and_broken_files_say_what_they_are(data: bytes, words: str, suffix: str) -> None:
    """Whatever it is called, a file of a kind that is not read says its kind and the mend."""
    told = refusal(data, f"a{suffix}")
    assert words in told


@pytest.mark.parametrize("suffix", [s for s in suffixes() if s not in (".jsonl", ".ndjson", ".csv", ".tsv")])
def test_a_hundred_megabytes_of_one_line(tmp_path: Path, suffix: str) -> None:
    """A huge line is refused without being read to its end, in any format that is read as a whole."""
    path = tmp_path / f"a{suffix}"
    with path.open("wb") as file:
        file.truncate(100 * 2**20)
    started = time.process_time()
    (failure,) = read_articles([path])
    assert isinstance(failure, Failure)
    assert time.process_time() - started < 5


def test_a_hundred_megabytes_in_a_table_of_lines(tmp_path: Path) -> None:
    """In JSON lines the huge line fails, and the one behind it is read."""
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "one"}\n{"text": "')
        for _ in range(100):
            file.write(b"a" * 2**20)
        file.write(b'"}\n{"text": "two"}\n')
    found = list(read_articles([path]))
    assert [type(one) for one in found] == [Article, Failure, Article]


def test_packed_bombs() -> None:
    """A gzip bomb is read to the limit and no further, a line of it passed over."""
    bomb = gzip.compress(b"a" * (MAX_BYTES + 2**20), 1)
    assert "MB" in refusal(bomb, "a.txt")
    assert "MB" in refusal(bomb, "a.html.gz")


def test_a_bomb_of_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of any length are read, but not one that unpacks to a thousand times its size."""
    monkeypatch.setattr("summarizer.intake.material.MAX_BYTES", 2**20)
    bomb = gzip.compress(b"\n" * (4 * 2**20))
    assert "unpacks" in refusal(bomb, "a.jsonl.gz")
    assert "unpacks" in refusal(gzip.compress(b"text\n" + b"\n" * (4 * 2**20)), "a.csv.gz")


@pytest.mark.parametrize("suffix", [".html", ".json", ".jsonl", ".csv", ".eml", ".txt"])
def test_nul_bytes(suffix: str) -> None:
    """NULs are refused or left out, never part of a text."""
    data = {
        ".html": page().encode().replace(b"river", b"ri\0ver"),
        ".json": b'{"text": "the ri\\u0000ver"}',
        ".jsonl": b'{"text": "the ri\0ver"}\n{"text": "one"}\n',
        ".csv": b"text\nthe ri\0ver\n",
        ".eml": b"From: a@b.example\n\nthe ri\0ver " + SENTENCE.encode() * 3,
        ".txt": b"the ri\0ver",
    }[suffix]
    try:
        found = read(data, f"a{suffix}")
    except IntakeError:
        return
    assert not any("\0" in one.text for one in found if isinstance(one, Document))


def test_material_reads_lines_of_any_length() -> None:
    """Lines come with their numbers and ends; the last may lack its own."""
    material = from_bytes(b"one\r\ntwo\n\nfour", name="x")
    assert [tuple(line) for line in material.lines()] == [(1, b"one\r\n"), (2, b"two\n"), (3, b"\n"), (4, b"four")]


@given(st.lists(st.binary(max_size=30).filter(lambda line: b"\n" not in line)))
def test_lines_are_all_there(lines: list[bytes]) -> None:
    """Joined, the lines are the file, packed or not."""
    data = b"\n".join(lines)
    packed = Material(name="x", open=lambda: from_bytes(gzip.compress(data), name="x").open())
    assert b"".join(line.data or b"" for line in packed.lines()) == data


# ---------------------------------------------------------------------------------------------------------- small parts


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("plain text", "plain text"),
        ("a < b &amp; c", "a < b & c"),
        ("<p>One</p><p>Two <b>three</b></p>", "One\n\nTwo three"),
        ("<div>One<br>two<br><br>three</div>", "One\ntwo\n\nthree"),
        ("<ul><li>One</li><li>Two</li></ul>", "• One\n\n• Two"),
        ("<table><tr><td>One</td><td>Two</td></tr></table>", "One; Two"),
        ("<p>One</p><script>alert(1)</script><style>p{}</style>", "One"),
        ("<p>One <a href='x'>two</a> <a href='y'>three</a></p>", "One two three"),
        ("<p>" + "<b>" * 10_000 + "deep", ""),
    ],
)
def test_markup_that_is_all_article(markup: str, text: str) -> None:
    """Content of feeds, mails and rows becomes paragraphs without any word lost."""
    assert text_of(markup) == text


@pytest.mark.parametrize(
    "text", ["It’s the café – “now”.", "Ça va: 20 °C", "Â", "Málaga, Åland, Øst", "Вода", "水", "naïve – Ã"]
)
def test_good_text_is_no_mojibake(text: str) -> None:
    """Accents, degrees and other scripts are left alone."""
    assert mojibake(text) is None
    assert repaired(text) == (text, None)


def test_mojibake_in_a_users_own_text_is_told_and_kept(tmp_path: Path) -> None:
    """A .txt keeps its letters, so that offsets hold, and a note names the first wrong word."""
    text = "Dam holds\n\nThe minister said itâ€™s over, and that the cafÃ© in the north was lost.\n"
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    (article,) = read_articles([path])
    assert isinstance(article, Article)
    assert article.text == text
    assert "itâ€™s" in article.remarks[0].text


def test_reading_text_imports_no_parser(tmp_path: Path) -> None:
    """A run over text files pays for none of the other formats."""
    (tmp_path / "a.txt").write_text("Dam holds\n\n" + SENTENCE, "utf-8")
    heavy = "{'lxml', 'trafilatura', 'htmldate', 'pypdf', 'docx', 'ftfy', 'feedparser', 'dateparser'}"
    code = (
        "import sys; from summarizer.intake import read_articles; list(read_articles([sys.argv[1]]));"
        f"print({heavy} & sys.modules.keys())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[1],
    )
    assert done.stdout.strip() == "set()"
