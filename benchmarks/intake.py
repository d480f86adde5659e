"""How fast intake reads: articles and megabytes a second, for text files, pages and PDFs.

    python benchmarks/intake.py [--articles 200]

Makes articles of 800 words out of the sentences of seeds/, drawn by a fixed seed, writes each as .txt, as a page with a
site's menu, sidebar and footer, and as a PDF of running heads and two pages, and reads the folders one after the other
through the same door as `summarize` does: decoded or extracted, cut into sentences, with furniture and metadata. Times
are CPU seconds of one process after a first article of each kind, so that imports are not counted. Megabytes are those
of the files. Peak memory is measured by intake_memory.py.
"""

from __future__ import annotations

import argparse
import html
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "tests"))

from offline_speed import make_texts  # noqa: E402  beside this file
from reader_samples import column, pdf, wrapped  # noqa: E402  the tests' own maker of PDFs

from summarizer import Article  # noqa: E402  the checkout comes first on the path
from summarizer.intake import read_articles  # noqa: E402

LINES_ON_A_PAGE = 50
PARAGRAPHS_ASIDE = 20


def main() -> int:
    """Make the files, read them, print the table; 1 where an article is not read."""
    parser = argparse.ArgumentParser(description="Throughput of intake.")
    parser.add_argument("--articles", type=int, default=200, help="how many articles of each kind (default 200)")
    texts = make_texts(parser.parse_args().articles)
    good = True
    print(f"{len(texts)} articles of 800 words of each kind, CPU seconds of one process\n")
    print(f"{'kind':<6} {'seconds':>8} {'articles/s':>11} {'MB/s':>7} {'MB':>7}")
    for suffix, make in makers().items():
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for number, text in enumerate(texts):
                (folder / f"{number:05}{suffix}").write_bytes(make(text))
            size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
            count, seconds = timed(folder, suffix)
        good = good and count == len(texts)
        print(f"{suffix:<6} {seconds:>8.2f} {count / seconds:>11,.0f} {size / seconds:>7.2f} {size:>7.1f}")
    return int(not good)


def timed(folder: Path, suffix: str) -> tuple[int, float]:
    """Return how many articles of a folder are read, and the CPU seconds it takes."""
    list(read_articles([folder / f"00000{suffix}"]))
    begun = time.process_time()
    count = sum(isinstance(found, Article) for found in read_articles([folder]))
    return count, time.process_time() - begun


def makers() -> Mapping[str, Callable[[str], bytes]]:
    """Return how a text is written, by suffix."""
    return {".txt": str.encode, ".html": page, ".pdf": document}


def page(text: str) -> bytes:
    """Return a page as a site serves it."""
    title, date, *paragraphs = (html.escape(part) for part in text.strip().split("\n\n"))
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    links = "".join(f"<li><a href='/{n}'>Another story, number {n}</a></li>\n" for n in range(PARAGRAPHS_ASIDE))
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title} | The Herald</title>"
        f"<meta property='og:site_name' content='The Herald'><script>{'var a = 1;' * 2000}</script></head><body>"
        f"<nav><ul>{links}</ul></nav><main><article><h1>{title}</h1><time>{date}</time>\n{body}</article></main>"
        f"<aside><h3>Most read</h3><ul>{links}</ul></aside><footer>© The Herald</footer></body></html>"
    ).encode()


def document(text: str) -> bytes:
    """Return a PDF of one column, with running heads."""
    known = text.encode("cp1252", "replace").decode("cp1252")
    lines = [line for part in known.strip().split("\n\n") for line in (*wrapped(part, 80), "")]
    pages = [lines[at : at + LINES_ON_A_PAGE] for at in range(0, len(lines), LINES_ON_A_PAGE)]
    return pdf([[(72, 810, 8, f"The Herald, page {n}"), *column(page)] for n, page in enumerate(pages, 1)])


if __name__ == "__main__":
    sys.exit(main())
