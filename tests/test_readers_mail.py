"""Mail: its text, what its headers say, and what is attached to it."""

from __future__ import annotations

import time
from email.message import EmailMessage
from pathlib import Path

import pytest
from reader_samples import PARAGRAPHS, SENTENCE, column, only, page, pdf, read, refusal

from summarizer.intake import read_articles
from summarizer.intake.readers import Document
from summarizer.models import Article, Failure

TEXT = "\n\n".join(PARAGRAPHS)


def mail(text: str | None = TEXT, *, html: str | None = None, **headers: str) -> EmailMessage:
    """A message with usual headers."""
    message = EmailMessage()
    told = {
        "From": "Ann Lee <ann@herald.example>",
        "Subject": "Dam holds in the north",
        "Message-ID": "<m1@herald.example>",
    }
    for name, value in (told | {"Date": "Sat, 02 Mar 2019 17:55:00 +0100"} | headers).items():
        message[name.replace("_", "-")] = value
    if text is not None:
        message.set_content(text)
    if html is not None:
        (message.add_alternative if text is not None else message.set_content)(html, subtype="html")
    return message


def test_headers_are_metadata() -> None:
    """Subject, sender, date and id come from the headers; the date's reason says so."""
    found = only(mail().as_bytes(), "a.eml")
    assert found.text == TEXT
    assert (found.title, found.author, found.entry) == ("Dam holds in the north", "Ann Lee", "m1@herald.example")
    assert found.published == "2019-03-02T17:55:00+01:00"
    assert "mail was sent" in (found.published_reason or "")


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Fwd: Re: Dam holds", "Dam holds"),
        ("WG: [2] Dam holds", "[2] Dam holds"),
        ("Dämme halten – für jetzt", "Dämme halten – für jetzt"),
        ("", None),
    ],
)
def test_subjects(subject: str, title: str | None) -> None:
    """Marks of replies go, encoded words are decoded."""
    assert only(mail(Subject=subject).as_bytes(), "a.eml").title == title


@pytest.mark.parametrize("date", ["", "yesterday", "Sat, 99 Foo 2019", "2 Mar 99999 10:00"])
def test_dates_that_are_none(date: str) -> None:
    """A date that cannot be read is none."""
    assert only(mail(Date=date).as_bytes(), "a.eml").published is None


def test_plain_text_is_preferred_unless_it_is_a_stub() -> None:
    """Of both forms the plain one is read; one that only points to the other is not."""
    html = "".join(f"<p>Formatted. {text}</p>" for text in PARAGRAPHS)
    assert only(mail(html=html).as_bytes(), "a.eml").text == TEXT
    stub = only(mail("See the formatted version.", html=html).as_bytes(), "a.eml").text
    assert stub.split("\n\n")[0] == f"Formatted. {PARAGRAPHS[0]}"
    assert only(mail(None, html=html).as_bytes(), "a.eml").text == stub


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "no-such-charset"])
def test_charsets(charset: str) -> None:
    """The text is decoded as the part says, and where that cannot be, as it is."""
    head = (
        f"From: a@b.example\r\nContent-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    body = f"The café in Harfa. {TEXT}".encode("utf-8" if charset[0] in "un" else charset)
    assert only(head.encode() + body, "a.eml").text.startswith("The café in Harfa.")


def test_attachments_that_are_articles_are_read(tmp_path: Path) -> None:
    """Each attachment of a kind that is read is an article of its own, named; images are passed over."""
    message = mail()
    message.add_attachment(
        pdf([column([SENTENCE, "Nobody was hurt, they said."])]), "application", "pdf", filename="report.pdf"
    )
    message.add_attachment(b"\x89PNG....", "image", "png", filename="map.png")
    message.add_attachment(b"%PDF-1.7 broken", "application", "pdf", filename="broken.pdf")
    message.add_attachment(mail("Inner. " + TEXT, Subject="Inner"))
    path = tmp_path / "a.eml"
    path.write_bytes(message.as_bytes())
    found = list(read_articles([path]))
    assert [(a.entry, a.title) for a in found if isinstance(a, Article)] == [
        ("m1@herald.example", "Dam holds in the north"),
        ("report.pdf", None),
        ("m1@herald.example", "Inner"),
    ]
    assert all(a.path == str(path) for a in found)
    (failure,) = (f for f in found if isinstance(f, Failure))
    assert "broken.pdf" in failure.reason


def test_a_mail_of_attachments_alone() -> None:
    """A mail without text whose attachment is an article is that article."""
    message = mail(None)
    message.add_attachment(TEXT, filename="wire.txt")
    (found,) = read(message.as_bytes(), "a.eml")
    assert isinstance(found, Document)
    assert found.entry == "wire.txt"


def test_mails_within_mails_end() -> None:
    """Messages attached to messages are read so deep and no deeper, without end of time or stack."""
    message = mail("Deepest. " + TEXT)
    for _ in range(30):
        outer = mail("Outer. " + TEXT)
        outer.add_attachment(message)
        message = outer
    started = time.process_time()
    assert 1 < len(read(message.as_bytes(), "a.eml")) < 8
    assert time.process_time() - started < 10


def test_saved_pages_in_one_file() -> None:
    """A page that a browser saved as .mhtml is read as that page, with its address."""
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Snapshot-Content-Location"] = "https://herald.example/north/dam"
    message["Subject"] = "Dam holds in the north"
    message.set_content(page(), subtype="html")
    message.make_related()
    message.add_related(b"\x89PNG....", "image", "png")
    found = only(message.as_bytes(), "a.mhtml")
    assert found.text == TEXT
    assert (found.url, found.outlet) == ("https://herald.example/north/dam", "herald.example")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"Just a text without any header at all.", "no mail headers"),
        (b"From: a@b.example\r\nContent-Type: image/png\r\n\r\nabc", "no text"),
        (b"From: a@b.example\r\n\r\n", "no text"),
        (
            b"Content-Type: multipart/mixed; boundary=x\r\n"
            + b"\r\n--x\r\nContent-Type: multipart/mixed; boundary=x\r\n" * 5000,
            "mail",
        ),
    ],
)
def test_mails_without_text(data: bytes, words: str) -> None:
    """A mail that holds nothing to read says so, also one that is hostile."""
    started = time.process_time()
    assert words in refusal(data, "a.eml")
    assert time.process_time() - started < 10
