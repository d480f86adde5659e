"""PDF files: paragraphs out of lines, running heads left out, and what is not read said."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pypdf
import pytest
from reader_samples import PARAGRAPHS, column, only, pdf, refusal, wrapped

from summarizer.intake import read_articles
from summarizer.models import Article, Failure

LINES = [line for text in PARAGRAPHS for line in (*wrapped(text), "")]
TEXT = "\n\n".join(PARAGRAPHS)


def text_of(*pages: list[tuple[float, float, float, str]]) -> str:
    """The text of a PDF of these pages."""
    return only(pdf(pages), "a.pdf").text


def locked(data: bytes, *, user: str, owner: str, algorithm: str = "RC4-128") -> bytes:
    """The same PDF, encrypted."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(user_password=user, owner_password=owner, algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_lines_become_paragraphs() -> None:
    """Lines are joined to the paragraphs that they were broken out of."""
    assert text_of(column(LINES)) == TEXT


def test_headings_stay_apart() -> None:
    """A line in larger letters, and a short one set off by its distance, never run into the text below."""
    heading = [(72.0, 800.0, 18.0, "Forty houses lost in Harfa")]
    lines = ["What the water left", "", *LINES]
    assert text_of(heading + column(lines, top=774)).split("\n\n")[:3] == [
        "Forty houses lost in Harfa",
        "What the water left",
        PARAGRAPHS[0],
    ]


def test_columns_are_read_one_after_the_other() -> None:
    """Two columns that the file draws in order do not mix, and a paragraph goes on in the second one."""
    lines = list(wrapped(" ".join(PARAGRAPHS), 30))
    half = len(lines) // 2
    left, right = column(lines[:half]), column(lines[half:], x=320)
    assert " ".join(text_of(left + right).split()) == " ".join(PARAGRAPHS)


def test_a_paragraph_goes_on_over_the_page() -> None:
    """The end of a page cuts no sentence."""
    lines = [line for line in LINES if line]
    text = text_of(column(lines[:3]), column(lines[3:]))
    assert " ".join(lines[2:4]) in text


def test_running_heads_and_page_numbers_are_left_out() -> None:
    """Lines at the top and foot of most pages, their numbers aside, are no text; a number inside the text stays."""
    pages = []
    for number in range(1, 6):
        page = [
            (72.0, 810.0, 8.0, f"The Delta Herald, issue {number}"),
            *column([*LINES, "40 houses", f"in place {number * 'x'}"]),
        ]
        pages.append([*page, (280.0, 30.0, 8.0, f"Page {number} of 5")])
    text = text_of(*pages)
    assert "Herald" not in text
    assert "Page" not in text
    assert text.count("40 houses") == 5


def test_a_head_on_one_page_of_many_stays() -> None:
    """A line that stands at the top of a single page is text."""
    pages = [column([f"Chapter of {name}", "", *LINES]) for name in ("Harfa", "Delta", "Dell", "Water")]
    assert "Chapter of Dell" in text_of(*pages)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the govern-", "ment of the region", "the government of the region"),
        ("the leader of al-", "Qaeda in the region", "the leader of al-Qaeda in the region"),
        ("a long-term plan, said one; another long-", "term plan came later", "another long-term plan came later"),
        ("between 2018-", "2019 the river fell", "between 2018- 2019 the river fell"),
        ("the govern\u00ad", "ment of the region", "the government of the region"),
    ],
)
def test_words_divided_at_line_ends(first: str, second: str, joined: str) -> None:
    """A hyphen that broke a word goes, one that belongs to a name or to a compound seen elsewhere stays."""
    assert joined in text_of(
        column([f"Nobody knew what it meant for {first}", f"{second}, as officials in the delta said."])
    )


def test_properties_that_people_wrote() -> None:
    """Title and author of the file are taken, what programs fill in is not, and its date is no date of publication."""
    found = only(
        pdf([column(LINES)], info={"Title": "Dam holds", "Author": "Ann Lee", "CreationDate": "D:20190302"}), "a.pdf"
    )
    assert (found.title, found.author, found.published) == ("Dam holds", "Ann Lee", None)
    filled = only(pdf([column(LINES)], info={"Title": "Microsoft Word - dam.docx", "Author": "jroe"}), "a.pdf")
    assert (filled.title, filled.author) == (None, None)


def test_a_date_in_the_text_dates_it(tmp_path: Path) -> None:
    """The text's own date is found, and a file without one says why it has none."""
    (tmp_path / "a.pdf").write_bytes(pdf([column(["Dam holds in the north", "", "2 March 2019", "", *LINES])]))
    (tmp_path / "b.pdf").write_bytes(pdf([column(LINES)]))
    dated, undated = (one for one in read_articles([tmp_path]) if isinstance(one, Article))
    assert dated.published == "2019-03-02"
    assert undated.published is None
    assert "when its file was made" in (undated.published_reason or "")


def test_scanned_pages_are_told() -> None:
    """A PDF of images says that it holds no text; among pages with text those without are noted."""
    assert "OCR" in refusal(pdf([[], [], []]), "a.pdf")
    assert "OCR" in refusal(pdf([[(280.0, 30.0, 8.0, str(n))] for n in range(3)]), "a.pdf")
    found = only(pdf([column(LINES), [], column(LINES)]), "a.pdf")
    assert [note.text.rpartition(" ")[2] for note in found.notes] == ["2"]


def test_encrypted() -> None:
    """A PDF that needs a password is refused with the mend; one that opens without is read."""
    data = pdf([column(LINES)])
    assert "password" in refusal(locked(data, user="secret", owner="owner"), "a.pdf")
    assert only(locked(data, user="", owner="owner"), "a.pdf").text == TEXT


def test_aes_without_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF in AES without the extra says which extra lets it be read."""
    from pypdf.errors import DependencyError

    def refuse(*_: object) -> None:
        raise DependencyError("cryptography>=3.1 is required for AES algorithm")

    data = locked(pdf([column(LINES)]), user="", owner="owner")
    monkeypatch.setattr("pypdf.PdfReader.decrypt", refuse)
    assert "article-summarizer[pdf]" in refusal(data, "a.pdf")


def test_aes_with_its_library() -> None:
    """With the extra, a PDF in AES that needs no password is read."""
    pytest.importorskip("cryptography")
    data = locked(pdf([column(LINES)]), user="", owner="owner", algorithm="AES-256")
    assert only(data, "a.pdf").text == TEXT


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n" + b"x" * 1000, "broken PDF"),
        (b"%PDF-1.7", "broken PDF"),
        (pdf([column(LINES)])[:-900], "broken PDF"),
        (pdf([column(LINES)]).replace(b"/Count 1/Kids[5 0 R]", b"/Count 1/Kids[2 0 R]"), ""),
        (pdf([column(LINES)]).replace(b"/Contents 6 0 R", b"/Contents 9 0 R"), "no text"),
        (b"Just text of an article.", "none"),
        (pdf([[]] * 1001), "pages"),
    ],
)
def test_broken(data: bytes, words: str) -> None:
    """A PDF that is cut, loops, lacks its pages or is none fails in a moment, with its reason."""
    started = time.process_time()
    assert words in refusal(data, "a.pdf")
    assert time.process_time() - started < 15


def test_drawings_and_long_work_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of drawing operators is refused by its size, a slow file by the clock."""
    drawing = pdf([column(LINES)]).replace(b"(The", b"(The" + b"e" * 9_000_000)
    assert "drawing" in refusal(drawing, "a.pdf")
    monkeypatch.setattr("summarizer.intake.readers.pdf.MAX_SECONDS", -1.0)
    assert "seconds" in refusal(pdf([column(LINES)]), "a.pdf")


def test_one_broken_pdf_is_one_failure(tmp_path: Path) -> None:
    """The rest of a folder is read."""
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n" + b"\0" * 300)
    (tmp_path / "b.pdf").write_bytes(pdf([column(LINES)]))
    failure, article = read_articles([tmp_path])
    assert isinstance(failure, Failure)
    assert failure.stage == "intake"
    assert isinstance(article, Article)
    assert article.text == TEXT
