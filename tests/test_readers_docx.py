"""Word files: all of the text in its order, and nothing that a hostile file asks for."""

from __future__ import annotations

import io
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import docx
import pytest
from reader_samples import PARAGRAPHS, SENTENCE, TYPES, only, paragraph, refusal, run, word

from summarizer.errors import IntakeError

SHEET = TYPES.replace("wordprocessingml.document.main", "spreadsheetml.sheet.main").encode()


def saved(document: docx.document.Document) -> bytes:
    """The bytes of a document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_headings_paragraphs_lists_and_tables_in_order() -> None:
    """All text comes in the order of the page: items with a bullet, rows with their cells set apart."""
    document = docx.Document()
    document.add_heading("What the water left", 1)
    document.add_paragraph(PARAGRAPHS[0])
    document.add_paragraph("484 cows", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip((c for row in table.rows for c in row.cells), ("Place", "Lost", "Harfa", "12"), strict=True):
        cell.text = text
    document.add_paragraph(PARAGRAPHS[1])
    assert only(saved(document), "a.docx").text.split("\n\n") == [
        "What the water left",
        PARAGRAPHS[0],
        "• 484 cows",
        "Place; Lost",
        "Harfa; 12",
        PARAGRAPHS[1],
    ]


def test_merged_cells_are_told_once_and_text_in_cells_is_text() -> None:
    """A merged cell is not repeated for its columns; a table that only sets text in columns gives paragraphs."""
    document = docx.Document()
    table = document.add_table(rows=1, cols=3)
    table.rows[0].cells[0].merge(table.rows[0].cells[1]).text = "Harfa"
    table.rows[0].cells[2].text = "12"
    columns = document.add_table(rows=1, cols=2)
    long = " ".join(PARAGRAPHS[:2])
    columns.rows[0].cells[0].text, columns.rows[0].cells[1].text = long, "Left of it"
    assert only(saved(document), "a.docx").text == f"Harfa; 12\n\n{long}\n\nLeft of it"


def test_tracked_changes_links_and_breaks() -> None:
    """Insertions and links are text, deletions are not; tabs are spaces."""
    body = paragraph(
        run("The river rose by "),
        f"<w:ins>{run('two')}</w:ins><w:del><w:r><w:delText>nine</w:delText></w:r></w:del>",
        run(" metres"),
        "<w:r><w:tab/></w:r>",
        f"<w:hyperlink>{run('in the delta')}</w:hyperlink>",
        run("."),
    )
    assert only(word(body), "a.docx").text == "The river rose by two metres in the delta."


def test_properties() -> None:
    """Title and author are taken where people wrote them; no property dates the article."""
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    document.core_properties.title, document.core_properties.author = "Dam holds", "Ann Lee"
    found = only(saved(document), "a.docx")
    assert (found.title, found.author, found.published) == ("Dam holds", "Ann Lee", None)
    document.core_properties.title, document.core_properties.author = "Document1", "python-docx"
    assert only(saved(document), "a.docx").title is None
    assert only(saved(document), "a.docx").author is None


def test_a_zip_bomb_is_not_opened() -> None:
    """A file that would unpack to gigabytes is refused by its table of contents, in a moment."""
    bomb = word(paragraph(run(SENTENCE)), more={"word/styles.xml": b" " * 40_000_000})
    assert len(bomb) < 100_000
    started = time.process_time()
    assert "unpacks" in refusal(bomb, "a.docx")
    assert time.process_time() - started < 1
    assert "unpacks" in refusal(word("", more={f"p{n}.xml": b"" for n in range(5001)}), "a.docx")


def test_a_bomb_that_lies_about_its_size() -> None:
    """A part that says it is small gives no more than it says."""
    bomb = bytearray(word(paragraph(run("a" * 50_000_000))))
    with zipfile.ZipFile(io.BytesIO(bytes(bomb))) as archive:
        size = archive.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    assert "broken" in refusal(bytes(bomb).replace(size, (1000).to_bytes(4, "little")), "a.docx")


def test_entities_are_not_followed(tmp_path: Path) -> None:
    """Neither a file that an entity names nor entities within entities get into the text."""
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    outside = f'<!DOCTYPE w:document [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    found = only(word(paragraph(run(f"{SENTENCE} &e;")), before=outside), "a.docx")
    assert "secret" not in found.text
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(10))
    started = time.process_time()
    data = word(paragraph(run(f"{SENTENCE} &l9;")), before=f"<!DOCTYPE w:document [{laughs}]>")
    with suppress(IntakeError):  # refusing it and leaving the entity out are both right
        assert len(only(data, "a.docx").text) < 10_000
    assert time.process_time() - started < 5


def test_deep_nesting_ends() -> None:
    """Ten thousand nested elements, and tables in tables, cost no more than their length."""
    nested = "<w:ins>" * 10_000 + run("deep") + "</w:ins>" * 10_000
    assert "broken" in refusal(word(paragraph(nested)), "a.docx")
    cell = paragraph(run("inner"))
    for _ in range(30):
        cell = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{cell}<w:p/></w:tc></w:tr></w:tbl>"
    assert only(word(paragraph(run(SENTENCE)) + cell), "a.docx").text.startswith(SENTENCE)


def archive(**parts: str) -> bytes:
    """A ZIP archive of these parts, "__" standing for a slash."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (word("")[:-30], "broken"),
        (word("<w:p>"), "broken"),
        (word("<w:p/>"), "no text"),
        (archive(notes="text"), "ZIP archive"),
        (word(paragraph(run("x")), more={"[Content_Types].xml": SHEET}), "no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "encrypted Office file"),
        (b"{\\rtf1 text}", "RTF"),
        (b"text", "ZIP archive"),
    ],
)
def test_files_that_are_none(data: bytes, words: str) -> None:
    """Broken, empty and other files in a Word file's name each say what they are."""
    assert words in refusal(data, "a.docx")
