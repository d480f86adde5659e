"""What can be named: files, patterns, addresses, standard input, feeds; and what goes wrong on the way to them."""

from __future__ import annotations

import gzip
import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import ROOT
from web_server import Page, Web, serving_web

from summarizer import UsageError, summarize
from summarizer.intake import articles, read_articles, reading
from summarizer.intake.material import from_bytes
from summarizer.intake.readers import Document, Link, Options
from summarizer.intake.readers.feeds import read_feed
from summarizer.models import Article, Failure
from summarizer.settings import load_settings

TEXT = "The river rose by two metres on Tuesday, officials in the delta said, and people left the lower town."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>River rises | Gazette</title></head><body>
<nav><a href="/">Home</a></nav><article><h1>River rises</h1>
<p>{TEXT} The water board expects the crest on Friday, and has closed the bridges.</p>
<p>Beds for a thousand people were put up in the schools on the hill, the governor told reporters on Tuesday.</p>
</article></body></html>""".encode()
needs_posix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes and links")


def put(path: Path, content: str | bytes = TEXT) -> Path:
    """Write a file, folders above it included."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(*inputs: str | Path | Article, **options: Any) -> list[Article | Failure]:
    """All that reading yields."""
    return list(read_articles(inputs, **options))


def names(found: list[Article | Failure], folder: Path) -> list[str]:
    """The paths of articles, relative to a folder; failures as their reasons."""
    return [
        Path(f.path or "").relative_to(folder).as_posix() if isinstance(f, Article) else f"! {f.reason}" for f in found
    ]


# ------------------------------------------------------------------------------------------------------------- patterns


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder of folders with articles, other files and hidden ones."""
    for name in ("a.txt", "b.md", "x.jpg", ".h.txt", "2021/c.txt", "2021/mar/d.txt", "2022/c.txt", "2022/[1].txt"):
        put(tmp_path / name, TEXT + name)
    put(tmp_path / ".git/e.txt")
    return tmp_path


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["a.txt"]),
        ("*", ["2021/c.txt", "2021/mar/d.txt", "2022/[1].txt", "2022/c.txt", "a.txt", "b.md"]),
        ("?.??", ["b.md"]),
        ("[ab].*", ["a.txt", "b.md"]),
        ("20*/c.txt", ["2021/c.txt", "2022/c.txt"]),
        ("**/c.txt", ["2021/c.txt", "2022/c.txt"]),
        ("**/**/d.txt", ["2021/mar/d.txt"]),
        ("2021/**", ["2021/c.txt", "2021/mar/d.txt"]),
        ("2021/**/*.txt", ["2021/c.txt", "2021/mar/d.txt"]),
        ("2021/../a.t*", ["2021/../a.txt"]),
        (".git/*.txt", [".git/e.txt"]),
        ("2022/[1].txt", ["2022/[1].txt"]),
    ],
)
def test_patterns(tree: Path, pattern: str, expected: list[str]) -> None:
    """Patterns match as in a shell, sorted, hidden files left out; a file of that very name wins."""
    assert names(read(f"{tree}/{pattern}"), tree) == expected


def test_patterns_from_the_working_folder(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern may be relative; what it shares with other inputs is read once."""
    monkeypatch.chdir(tree)
    found = read("*.txt", "a.txt", Path("a.txt"), "**/a.*", str(tree / "a.txt"))
    assert [f.path for f in found if isinstance(f, Article)] == ["a.txt"]
    assert len(found) == 1


@pytest.mark.parametrize("pattern", ["*.pdf", "nowhere/*", "**/z.txt", "x.*", "[", "*a" * 200, "a" * 5000 + "*"])
def test_patterns_that_match_nothing(tree: Path, pattern: str) -> None:
    """A pattern without a match, or one of other files only, is one failure with its mend."""
    (found,) = read(f"{tree}/{pattern}")
    assert isinstance(found, Failure)
    assert ": " in found.reason


def test_a_path_is_no_pattern(tree: Path) -> None:
    """Only a str can be a pattern."""
    (found,) = read(tree / "*.txt")
    assert isinstance(found, Failure)
    assert "no such file" in found.reason


@needs_posix
def test_links_that_lead_back(tree: Path) -> None:
    """Links to a folder above, several of them, do not multiply what a pattern or a folder finds."""
    for number in range(6):
        (tree / f"2021/up{number}").symlink_to(tree)
    started = time.process_time()
    assert len(read(f"{tree}/**/*.txt")) == len(read(tree)) - 1 == 5
    assert time.process_time() - started < 5


# ------------------------------------------------------------------------------------------------------- standard input


def standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Let standard input hold some bytes."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` is text, untouched, read once however often it is named."""
    standard_input(monkeypatch, f"{TEXT}\r\n".encode())
    (found,) = read("-", "-")
    assert isinstance(found, Article)
    assert (found.text, found.path, found.url) == (f"{TEXT}\r\n", None, None)


def test_standard_input_of_other_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes by standard input is told by its content: a page, rows of JSON, a packed text."""
    standard_input(monkeypatch, PAGE)
    (page,) = read("-")
    assert isinstance(page, Article)
    assert page.text.startswith("The river rose")
    standard_input(monkeypatch, b"\n".join(json.dumps({"id": n, "text": f"{TEXT} {n}"}).encode() for n in range(3)))
    assert [f.entry for f in read("-") if isinstance(f, Article)] == ["0", "1", "2"]
    standard_input(monkeypatch, gzip.compress(TEXT.encode()))
    assert [f.text for f in read("-") if isinstance(f, Article)] == [TEXT]


def test_standard_input_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty, endless or no standard input is a failure that says so."""
    standard_input(monkeypatch, b"")
    assert [f.reason for f in read("-") if isinstance(f, Failure)] == [
        "it is empty (0 bytes): remove it or put its text in"
    ]
    monkeypatch.setattr("summarizer.intake.sources.MAX_BYTES", 2**20)
    standard_input(monkeypatch, b"a" * (2**20 + 1))
    assert [f.path for f in read("-")] == ["-"]
    monkeypatch.setattr(sys, "stdin", None)
    assert ["no standard input" in f.reason for f in read("-") if isinstance(f, Failure)] == [True]


# ------------------------------------------------------------------------------------------------------------ addresses

FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Selm Gazette</title><link>{base}/</link>
<item><title>River &amp; rain</title><link>{base}/whole</link><guid isPermaLink="false">g-1</guid>
<pubDate>Tue, 02 Mar 2021 06:30:00 +0200</pubDate><author>ann@selm.example (Ann Lee)</author>
<description>A teaser.</description><content:encoded><![CDATA[<p>{text}</p><p>It &amp; more.</p>]]></content:encoded>
</item>
<item><title>Teaser of the page</title><link>/page</link><guid isPermaLink="false">g-2</guid>
<pubDate>Wed, 03 Mar 2021 09:00:00 GMT</pubDate><description>The river rose [...]</description></item>
<item><title>Gone</title><link>{base}/gone</link><description>It was there.</description></item>
<item><title>Inward</title><link>file:///etc/passwd</link><description>Only these words of it.</description></item>
<item><title>Again</title><link>{base}/page</link><description>The same page</description></item>
<item></item>
</channel></rss>"""


@pytest.fixture
def web() -> Iterator[Web]:
    """A server with a page, a feed and a text."""
    web = Web(
        {
            "/page": Page(PAGE, headers={"Content-Type": "text/html"}),
            "/packed": Page(gzip.compress(PAGE), headers={"Content-Type": "application/x-gzip"}),
            "/text": Page(TEXT.encode(), headers={"Content-Type": "text/plain; charset=utf-8"}),
            "/picture": Page(b"\x89PNG\r\n\x1a\n" + bytes(100), headers={"Content-Type": "image/png"}),
        }
    )
    with serving_web(web):
        feed = FEED.format(base=web.base, text=TEXT).encode()
        web.pages["/feed"] = Page(feed, headers={"Content-Type": "application/rss+xml"})
        yield web


def test_addresses(web: Web) -> None:
    """A page, a text and a packed page are read from the web, each with its address; one named twice is read once."""
    found = read(f"{web.base}/page", f"{web.base}/text", f"{web.base}/page", f"{web.base}/packed", allow_private=True)
    assert [f.url for f in found if isinstance(f, Article)] == [f"{web.base}/{n}" for n in ("page", "text", "packed")]
    assert all(isinstance(f, Article) and TEXT in f.text and f.path is None for f in found)
    assert isinstance(found[0], Article)
    assert (found[0].title, found[0].language) == ("River rises", "en")


def test_addresses_that_cannot_be_read(web: Web) -> None:
    """A missing page, a private address and a picture are a failure each, under the address without its password."""
    named = [f"{web.base}/none", f"{web.base}/picture", web.base.replace("//", "//me:secret@") + "/page"]
    found = read(*named, allow_private=True)
    assert [f.path for f in found] == [named[0], named[1], f"{web.base}/page"]
    reasons = [f.reason for f in found if isinstance(f, Failure)]
    assert all(word in told for word, told in zip(("404", "PNG", "user name"), reasons, strict=True))
    assert "secret" not in str(found)
    (refused,) = read(f"{web.base}/page")
    assert isinstance(refused, Failure)
    assert "--allow-private" in refused.reason


def test_a_feed(web: Web) -> None:
    """Each entry is an article with the feed's id, address, date and author; what a teaser links to is fetched."""
    found = read(f"{web.base}/feed", allow_private=True)
    whole, page, gone, inward, empty = found
    assert isinstance(whole, Article)
    assert whole.text == f"{TEXT}\n\nIt & more."
    assert (whole.entry, whole.url, whole.title) == ("g-1", f"{web.base}/whole", "River & rain")
    assert (whole.published, whole.outlet) == ("2021-03-02T04:30+00:00", "The Selm Gazette")
    assert "Ann Lee" in (whole.author or "")
    assert isinstance(page, Article)
    assert "closed the bridges" in page.text
    assert (page.entry, page.url, page.published) == ("g-2", f"{web.base}/page", "2021-03-03T09:00+00:00")
    assert isinstance(gone, Failure)
    assert gone.path == f"{web.base}/gone"
    assert "teaser" in gone.reason
    assert "404" in gone.reason
    assert isinstance(inward, Article)
    assert inward.text == "Only these words of it."
    assert isinstance(empty, Failure)
    assert [path for path, _ in web.asked] == ["/feed", "/page", "/gone"]


def test_a_feed_on_disk_sends_nothing(web: Web, tmp_path: Path) -> None:
    """The entries of a feed that is a file are what the file holds: its links are not followed."""
    for name in ("feed.xml", "feed.rss"):
        found = read(put(tmp_path / name, FEED.format(base=web.base, text=TEXT)), allow_private=True)
        texts = [f.text for f in found if isinstance(f, Article)]
        assert texts == [
            f"{TEXT}\n\nIt & more.",
            "The river rose [...]",
            "It was there.",
            "Only these words of it.",
            "The same page",
        ]
    assert web.asked == []


def test_links_of_a_feed_are_guarded(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a public feed links to is checked as any other address, and only so many links are followed."""
    material = from_bytes(FEED.format(base=web.base, text=TEXT).encode(), name="http://feed.example/", url="http://f/")
    monkeypatch.setattr("summarizer.intake.fetching.Fetcher.fetch", lambda _self, _url: material)
    monkeypatch.setattr(reading, "MAX_FOLLOWED", 1)
    found = read("http://feed.example/")
    limits = [f.reason for f in found if isinstance(f, Failure) and "more than 1 pages" in f.reason]
    assert len(limits) == 2
    assert web.asked == []


ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Selm &amp;amp; Harn</title>
<entry><id>tag:x,1</id><title>One</title><updated>2021-03-04</updated><link href="http://h.example/1"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>First <b>bold</b>.</p><p>Second.</p></div></content>
<source><title>The Wire</title></source><author><name>Bo Ek</name></author></entry>
<entry><id>tag:x,2</id><title>Two</title><summary>Plain 3 &lt; 4 words</summary></entry></feed>"""


def items(data: bytes, **more: Any) -> list[Document | Link | Failure]:
    """What a feed holds."""
    return list(read_feed(from_bytes(data, name="f.xml", **more), Options()))


def test_atom() -> None:
    """Atom entries come with their source's name, whole dates and no markup."""
    one, two = items(ATOM)
    assert isinstance(one, Document)
    assert one.text == "First bold.\n\nSecond."
    assert (one.entry, one.url, one.published, one.outlet, one.author) == (
        *("tag:x,1", "http://h.example/1", "2021-03-04", "The Wire", "Bo Ek"),
    )
    assert one.published_reason
    assert "last updated" in one.published_reason
    assert isinstance(two, Document)
    assert (two.text, two.outlet, two.published) == ("Plain 3 < 4 words", "Selm & Harn", None)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<note><to>Ann</to></note>", "no RSS or Atom"),
        (b"<rss version='2.0'><channel><title>x</title></channel></rss>", "no entry"),
        (b"<rss><channel>" + b"<item>" * 100_001, "tags"),
        (b"", "no RSS or Atom"),
        (b"\0\1\2\3" * 100, "no RSS or Atom"),
    ],
)
def test_what_is_no_feed(tmp_path: Path, data: bytes, words: str) -> None:
    """XML of another kind, an empty feed, one of a hundred thousand tags and noise are a failure each."""
    (found,) = read(put(tmp_path / "f.xml", data))
    assert isinstance(found, Failure)
    assert words in found.reason or "empty" in found.reason or "binary" in found.reason


def test_hostile_feeds() -> None:
    """Entities that multiply, entities of other files and deep nesting cost little and give nothing away."""
    started = time.process_time()
    entities = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10 if n else b"lol") for n in range(9))
    outside = b'<!ENTITY secret SYSTEM "file:///etc/passwd">'
    body = b"<rss><channel><item><title>t &secret; &e8;</title><description>d &secret; &e8;</description></item>"
    found = items(b"<!DOCTYPE r [" + entities + outside + b"]>" + body + b"</channel></rss>")
    assert "root:" not in str(found)
    assert len(str(found)) < 2000
    deep = b"&lt;div&gt;" * 20_000 + b"deep"
    items(b"<rss><channel><item><title>t</title><description>" + deep + b"</description></item></channel></rss>")
    assert time.process_time() - started < 10


@needs_posix
def test_an_interrupt_need_not_wait_for_a_server(web: Web, tmp_path: Path) -> None:
    """A run that waits for a silent server ends at once when it is interrupted."""
    waiting = threading.Event()

    def silent(send: Any, closing: threading.Event) -> None:
        waiting.set()
        closing.wait(60)

    web.pages["/silent"] = silent
    command = [sys.executable, "-m", "summarizer", f"{web.base}/silent", "--allow-private", "--backend", "offline"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=env, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        assert waiting.wait(60)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "interrupted" in said
    assert "Traceback" not in said


# ------------------------------------------------------------------------------------------------------------ bad input


def test_folders_that_may_not_be_entered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path above which something may not be entered, or a folder that may not be listed, is a failure of its own."""
    put(tmp_path / "closed/a.txt")
    put(tmp_path / "b.txt")
    real = os.scandir

    def scan(path: Path) -> Any:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return real(path)

    def look(path: Path) -> Any:
        raise PermissionError(13, f"Permission denied: {path}")

    monkeypatch.setattr("summarizer.intake.paths.os.scandir", scan)
    good, bad = sorted(read(tmp_path), key=lambda f: isinstance(f, Failure))
    assert isinstance(good, Article)
    assert isinstance(bad, Failure)
    assert "permission" in bad.reason
    monkeypatch.setattr(Path, "lstat", look)
    (bad,) = read(tmp_path / "c.txt")
    assert isinstance(bad, Failure)
    assert "permission" in bad.reason


def test_a_file_that_vanishes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that goes, or breaks, between two reads is a failure, and the next one is read."""
    put(tmp_path / "a.txt")
    put(tmp_path / "b.txt", TEXT + "More.")

    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    real = os.fdopen

    def opened(handle: int, mode: str) -> Any:
        if os.fstat(handle).st_size != len(TEXT):
            return real(handle, mode)
        os.close(handle)
        return Broken()

    monkeypatch.setattr("summarizer.intake.material.os.fdopen", opened)
    bad, good = read(tmp_path)
    assert isinstance(bad, Failure)
    assert "input/output" in bad.reason
    assert isinstance(good, Article)


def test_a_fault_in_working_out_an_article_is_one_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What breaks on one text, read from a file or given, is its failure, and the others are read."""
    whole = articles.find_metadata

    def find_metadata(page: Any) -> Any:
        if "Cursed" in page.text:
            raise IndexError("string index out of range")
        return whole(page)

    monkeypatch.setattr(articles, "find_metadata", find_metadata)
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"{'Cursed' if name == 'b' else 'Plain'} news of the day.\n", "utf-8")
    given = Article(id="", path=None, sha256="", text="Cursed words.", title="Given")
    found = list(read_articles([tmp_path, given]))
    assert [f.path and Path(f.path).name for f in found] == ["a.txt", "b.txt", "c.txt", "Given"]
    assert [type(f) for f in found] == [Article, Failure, Article, Failure]
    assert all("IndexError" in f.reason for f in found if isinstance(f, Failure))


def test_a_fault_of_a_library_is_one_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a reader or its library raises, the other files are read."""
    put(tmp_path / "a.txt")
    put(tmp_path / "b.txt", TEXT + "More.")

    def fail(material: Any, options: Any) -> Any:
        if material.name.endswith("a.txt"):
            raise KeyError("oops")
        yield Document(text=TEXT, sha256="")

    monkeypatch.setattr(reading, "read_documents", fail)
    bad, good = read(tmp_path)
    assert isinstance(bad, Failure)
    assert "fault of summarize" in bad.reason
    assert isinstance(good, Article)


def test_a_text_too_long_to_work_through(tmp_path: Path) -> None:
    """A hundred megabytes of one line are refused in no time, as is a text of more characters than a book has."""
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        for _ in range(100):
            file.write(b"word " * (2**20 // 5))
    started = time.process_time()
    (found,) = read(path)
    assert isinstance(found, Failure)
    assert "MB" in found.reason
    assert "split it" in found.reason
    put(path, b"word " * 500_000)
    (found,) = read(path)
    assert isinstance(found, Failure)
    assert "2,500,000 characters" in found.reason
    (given,) = read(Article(id="", path=None, sha256="", title="T", text="word " * 500_000))
    assert isinstance(given, Failure)
    assert time.process_time() - started < 5


@needs_posix
def test_odd_names(tmp_path: Path) -> None:
    """Names with line ends, control characters or bytes that are no text are read, reported and never acted out."""
    folder = os.fsencode(tmp_path)
    for name in (b"line\nend.txt", b"esc\x1b[31m.txt", b"bytes\xff.txt", b"empty\x1b[2J\n\xfe.txt"):
        Path(os.fsdecode(os.path.join(folder, name))).write_text("" if b"empty" in name else TEXT + repr(name), "utf-8")
    found = read(tmp_path)
    assert sorted(type(f).__name__ for f in found) == ["Article", "Article", "Article", "Failure"]
    for form in ("md", "json", "terminal"):
        command = [sys.executable, "-m", "summarizer", str(tmp_path), "--backend", "offline", "--format", form]
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        done = subprocess.run(command, capture_output=True, env=env, cwd=tmp_path, check=False)
        assert done.returncode == 1, done.stderr
        assert b"\x1b" not in done.stdout + done.stderr
        assert done.stderr.count(b"\n") == 3
        done.stdout.decode("utf-8")


# ------------------------------------------------------------------------------------------------------------- settings


def test_columns_and_private_addresses_as_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Columns come from a flag, a mapping, the environment or the file; the guard is not for a file to lift."""
    monkeypatch.chdir(tmp_path)
    expected = {"text": "body", "title": "headline"}
    assert load_settings({"columns": "text=body, title=headline"}).columns == expected
    assert load_settings({"columns": expected}).columns == expected
    assert load_settings(environ={"SUMMARIZER_COLUMNS": "text=body,title=headline"}).columns == expected
    assert load_settings(environ={"SUMMARIZER_ALLOW_PRIVATE": "true"}).allow_private
    put(tmp_path / "summarizer.toml", '[columns]\ntext = "body"\ntitle = "headline"\n')
    assert load_settings().columns == expected
    put(tmp_path / "summarizer.toml", "allow_private = true\n")
    with pytest.raises(UsageError, match="allow_private"):
        load_settings()
    for wrong in ("txt=body", "text", "text=", "", 3):
        with pytest.raises(UsageError, match="columns"):
            load_settings({"columns": wrong}, environ={}, config=put(tmp_path / "empty.toml", ""))


def test_columns_reach_the_readers(tmp_path: Path) -> None:
    """A table with names of its own is read by the columns that a caller gives."""
    put(tmp_path / "a.csv", f"when,what\n2021-03-02,{TEXT.replace(',', ';')}\n")
    (brief,) = summarize(tmp_path, backend="offline", columns={"text": "what", "published": "when"}).articles
    assert brief.article.published == "2021-03-02"


def test_addresses_from_python(web: Web) -> None:
    """The Python interface takes addresses and the switch for private ones, in a list with other inputs."""
    report = summarize([f"{web.base}/text", f"{web.base}/none"], backend="offline", allow_private=True)
    assert [b.article.url for b in report.articles] == [f"{web.base}/text"]
    assert [f.path for f in report.failures] == [f"{web.base}/none"]
    assert [f.stage for f in summarize(f"{web.base}/text", backend="offline").failures] == ["intake"]


def test_the_command_line(web: Web, tmp_path: Path) -> None:
    """Standard input, a quoted pattern and an address are briefed in one call."""
    put(tmp_path / "in/a.txt", TEXT + " It rained.")
    command = [sys.executable, "-m", "summarizer", "-", "in/*.txt", f"{web.base}/text", "--allow-private"]
    done = subprocess.run(
        [*command, "--format", "json"],
        input=b"Nothing else happened in Selm on Tuesday, the mayor said in the evening.",
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    articles = [b["article"] for b in json.loads(done.stdout)["articles"]]
    assert [(a["path"], a["url"]) for a in articles] == [
        (None, None),
        (os.path.join("in", "a.txt"), None),
        (None, f"{web.base}/text"),
    ]
