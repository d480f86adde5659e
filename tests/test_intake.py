"""Reading files: what decodes is kept untouched, what does not is one failure, and nothing stops the rest."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from summarizer.intake import article_from_text, read_articles
from summarizer.models import Article, Failure, Furniture

TEXT = "The river rose\r\n\r\nThe river rose by two metres on Tuesday, officials in the delta said.\r\n"
needs_posix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes and links")


def read(*inputs: str | Path | Article) -> list[Article | Failure]:
    """All that reading yields."""
    return list(read_articles(inputs))


def article(*inputs: str | Path | Article) -> Article:
    """The only article that reading yields."""
    (found,) = read(*inputs)
    assert isinstance(found, Article), found
    return found


def reason(*inputs: str | Path | Article) -> str:
    """The reason of the only failure that reading yields."""
    (found,) = read(*inputs)
    assert isinstance(found, Failure), found
    assert found.stage == "intake"
    assert found.path
    return found.reason


def put(path: Path, content: str | bytes = TEXT) -> Path:
    """Write a file, folders above it included."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_text_is_untouched(tmp_path: Path) -> None:
    """The text is the decoded file with its line ends; id and hash are of its content."""
    path = put(tmp_path / "a.txt")
    found = article(path)
    assert found.text == TEXT
    assert found.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert found.id == found.sha256[:12]
    assert found.path == str(path)
    first = found.sentences[0]
    assert TEXT[first.start : first.end] == "The river rose"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_with_a_mark(tmp_path: Path, encoding: str) -> None:
    """A byte order mark decides the encoding and is no part of the text; the id is that of the text."""
    text = TEXT.replace("river", "rivière – fleuve")
    found = article(put(tmp_path / "a.txt", text.encode(encoding)))
    assert found.text == text
    assert found.id == hashlib.sha256(text.encode()).hexdigest()[:12]


def test_big_endian_without_help(tmp_path: Path) -> None:
    """UTF-16 of the other byte order is told by its mark as well."""
    assert article(put(tmp_path / "a.txt", b"\xfe\xff" + TEXT.encode("utf-16-be"))).text == TEXT


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "The minister said “we will not leave”, and it’s the end of the café – for now. " * 5),
        ("cp1251", "Вода в реке поднялась за ночь на два метра, и люди ушли из домов на холмы. " * 5),
        ("cp1256", "ارتفعت المياه في الليل وقال الوزير إن الناس خرجوا من المدينة إلى التلال بعد المطر. " * 5),
    ],
)
def test_legacy_encodings_are_told(tmp_path: Path, encoding: str, text: str) -> None:
    """Without a mark and no UTF-8, the encoding is worked out from the bytes."""
    assert article(put(tmp_path / "a.txt", text.encode(encoding))).text == text


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    """Folders are read recursively and sorted; other suffixes and hidden entries are passed over."""
    for name in ("b.txt", "a/z.md", "a/c.TXT", "c/d/e.txt"):
        put(tmp_path / name, TEXT + name)
    for name in ("x.xls", ".hidden.txt", ".git/y.txt", "README"):
        put(tmp_path / name)
    paths = [Path(found.path or "").relative_to(tmp_path).as_posix() for found in read(tmp_path)]
    assert paths == ["a/c.TXT", "a/z.md", "b.txt", "c/d/e.txt"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    """A file that is named and also lies in a named folder is one article."""
    path = put(tmp_path / "a.txt")
    assert len(read(path, tmp_path, str(path))) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "white space"),
        ("\ufeff\n".encode(), "white space"),
        (b"\xff\xfe", "white space"),
        (b"abc\0def", "NUL"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04abc", "ZIP"),
        (bytes(range(1, 32)) * 20, "binary"),
        (b"\xff\xfea\x00b", "breaks"),
    ],
)
def test_files_without_text(tmp_path: Path, content: bytes, words: str) -> None:
    """Empty, blank, binary and broken files are failures that say what they are and what to do."""
    told = reason(put(tmp_path / "a.txt", content))
    assert words in told
    assert ": " in told  # the thing, then the mend


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    """A missing path, an unknown suffix, a text for a path and an impossible path are told apart."""
    assert "no such file" in reason(tmp_path / "missing.txt")
    assert "article_from_text" in reason("The river rose.\nIt rained.")
    assert ".xls" in reason(put(tmp_path / "a.xls"))
    assert "without a suffix" in reason(put(tmp_path / "README"))
    assert "path" in reason("a\0b.txt")
    assert "path" in reason("x" * 5000)


def test_empty_folder(tmp_path: Path) -> None:
    """A folder without any article is a failure; so is one that holds other files only."""
    assert "no article" in reason(tmp_path)
    put(tmp_path / "a.xls")
    assert "no article" in reason(tmp_path)


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    """Failures come in their place among the articles."""
    put(tmp_path / "a.txt")
    put(tmp_path / "b.txt", b"")
    put(tmp_path / "c.txt", TEXT + "More.")
    assert [type(found) for found in read(tmp_path)] == [Article, Failure, Article]


@needs_posix
def test_links_and_pipes_do_not_hang(tmp_path: Path) -> None:
    """A folder that links to itself is walked once, a pipe is refused, a link to nothing or itself is a failure."""
    put(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "nothing.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    found = read(tmp_path)
    assert [Path(f.path or "").name for f in found if isinstance(f, Article)] == ["a.txt"]
    reasons = {Path(f.path).name: f.reason for f in found if isinstance(f, Failure)}
    assert set(reasons) == {"self.txt", "nothing.txt", "pipe.txt"}
    assert "pipe" in reasons["pipe.txt"]
    assert "pipe" in reason(tmp_path / "pipe.txt")
    assert reason(tmp_path / "nothing.txt")


@needs_posix
def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is a failure that says so."""
    path = put(tmp_path / "a.txt")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("summarizer.intake.material.os.open", refuse)
    assert "permission" in reason(path)


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond the limit is refused without being read as a whole."""
    monkeypatch.setattr("summarizer.intake.material.MAX_BYTES", 2**20)
    assert "more than 1" in reason(put(tmp_path / "a.txt", b"a" * (2**20 + 1)))


def test_reading_streams(tmp_path: Path) -> None:
    """The first article comes before the second file is looked at."""
    put(tmp_path / "a.txt")
    second = put(tmp_path / "b.txt", TEXT + "More.")
    stream = read_articles([tmp_path])
    assert isinstance(next(stream), Article)
    second.unlink()
    assert isinstance(next(stream), Failure)


def test_given_articles_are_completed() -> None:
    """What the caller set stays, what is None or empty is worked out."""
    given = Article(
        id="", path=None, sha256="", title="My title", text="Dam holds in the north\n\nBy Ann Lee\n\n" + TEXT
    )
    found = article(given)
    assert (found.title, found.author, found.language) == ("My title", "Ann Lee", "en")
    assert len(found.id) == 12
    assert found.sentences
    kept = given.model_copy(update={"id": "x", "furniture": (Furniture(start=0, end=22, kind="related"),)})
    found = article(kept)
    assert found.id == "x"
    assert found.furniture == kept.furniture
    assert found.sentences[0].start > 22


def test_given_article_without_text() -> None:
    """An article whose text is blank is a failure that names it."""
    (found,) = read(Article(id="", path=None, url="https://example.org/1", sha256="", text=" \n"))
    assert isinstance(found, Failure)
    assert found.path == "https://example.org/1"


def test_article_from_text_takes_what_is_given() -> None:
    """Given metadata wins; the same text has the same id; odd characters do no harm."""
    found = article_from_text(TEXT, path="p", url="u", title="t", author="a", outlet="o", published="2021-03-03")
    assert (found.path, found.url, found.title, found.author, found.outlet) == ("p", "u", "t", "a", "o")
    assert found.id == article_from_text(TEXT).id
    assert article_from_text("\ud800 lone surrogate").id


@pytest.mark.parametrize(
    "unit", ["a - ", "By A B\n", "A-", "told The A ", "in 2014 ", "\u2028x", "| ", "(", "1/2/", "Ab c. "]
)
def test_time_is_linear(unit: str) -> None:
    """No pattern blows up on a long row of what it looks for."""
    started = time.process_time()
    article_from_text("Title of it\n\n" + unit * (60_000 // len(unit)))
    assert time.process_time() - started < 5


def test_import_is_light() -> None:
    """Importing intake loads no library that only some files need."""
    code = (
        "import sys, summarizer.intake; print({'charset_normalizer', 'dateparser', 'rapidfuzz'} & sys.modules.keys())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1]
    )
    assert done.stdout.strip() == "set()"
