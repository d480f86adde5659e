"""How well the body of news pages is found: ours beside trafilatura called plainly, on one folder of pages.

    python benchmarks/html_body.py FOLDER [--pages]

FOLDER holds pages as <id>.html.gz and ground-truth.json, {"<id>": {"articleBody": ...}}, as
scrapinghub/article-extraction-benchmark publishes them. Two measures, both over words (runs of letters and digits):

* shingles, as that benchmark computes them: the multisets of all runs of four words of the true and the found body are
  compared; precision and recall are averaged over the pages, F1 is their harmonic mean.
* words: the same with single words, F1 of each page averaged over the pages; the order of words does not count.

"trafilatura" is `trafilatura.extract(page)` with nothing else said, "without comments" is the same with
include_comments=False. Exits with 1 where our F1 by either measure is below that of plain trafilatura, or a page is not
read.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from summarizer.errors import IntakeError  # noqa: E402  the checkout comes first on the path
from summarizer.intake.material import from_bytes  # noqa: E402
from summarizer.intake.readers import Document, Options, read_documents  # noqa: E402

SHINGLE = 4
_WORD = re.compile(r"\w+")


class Score(NamedTuple):
    """Precision, recall and F1 of a page or of all."""

    precision: float
    recall: float
    f1: float


def main() -> int:
    """Read all pages by each means, print the table, return the exit code."""
    parser = argparse.ArgumentParser(description="F1 of the article's body on a folder of pages.")
    parser.add_argument("folder", type=Path, help="pages as <id>.html.gz and ground-truth.json")
    parser.add_argument("--pages", action="store_true", help="print each page's F1 too")
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    truth = json.loads((given.folder / "ground-truth.json").read_text("utf-8"))
    pages = {key: gzip.decompress((given.folder / f"{key}.html.gz").read_bytes()) for key in truth}
    bodies = {key: entry["articleBody"] for key, entry in truth.items()}
    found = {name: timed(read, pages) for name, read in means().items()}
    print(
        f"{len(pages)} pages{'':<12} {'precision':>9} {'recall':>7} {'F1':>7} {'words F1':>9} {'read':>5} {'CPU s':>6}"
    )
    scores = {name: scored(texts, bodies) for name, (texts, _) in found.items()}
    for name, (texts, seconds) in found.items():
        whole, words = scores[name]
        got = sum(bool(text) for text in texts.values())
        figures = f"{whole.precision:>9.4f} {whole.recall:>7.4f} {whole.f1:>7.4f} {words:>9.4f}"
        print(f"{name:<20} {figures} {got:>5} {seconds:>6.1f}")
    if given.pages:
        print_pages({name: texts for name, (texts, _) in found.items()}, bodies)
    (ours, our_words), (plain, plain_words) = scores["ours"], scores["trafilatura"]
    all_read = all(found["ours"][0].values())
    return int(not (ours.f1 >= plain.f1 and our_words >= plain_words and all_read))


def means() -> Mapping[str, Callable[[bytes], str]]:
    """Return what is compared: a function from the bytes of a page to the body's text, by name."""
    import trafilatura

    return {
        "ours": by_us,
        "trafilatura": lambda page: trafilatura.extract(page) or "",
        "without comments": lambda page: trafilatura.extract(page, include_comments=False) or "",
    }


def by_us(page: bytes) -> str:
    """Return the body as intake reads it, "" where it cannot."""
    try:
        found = next(read_documents(from_bytes(page, name="page.html"), Options()))
    except IntakeError:
        return ""
    return found.text if isinstance(found, Document) else ""


def timed(read: Callable[[bytes], str], pages: Mapping[str, bytes]) -> tuple[dict[str, str], float]:
    """Return the body of each page, and the CPU seconds of reading all; what is imported on the way is read first."""
    read(next(iter(pages.values())))
    begun = time.process_time()
    return {key: read(page) for key, page in pages.items()}, time.process_time() - begun


def scored(found: Mapping[str, str], bodies: Mapping[str, str]) -> tuple[Score, float]:
    """Return the score by shingles over all pages, and the mean F1 by words."""
    each = [compared(bodies[key], found[key], SHINGLE) for key in bodies]
    precision = statistics.mean(score.precision for score in each)
    recall = statistics.mean(score.recall for score in each)
    words = statistics.mean(compared(bodies[key], found[key], 1).f1 for key in bodies)
    return Score(precision, recall, harmonic(precision, recall)), words


def compared(true: str, found: str, length: int) -> Score:
    """Return how far two texts agree in their runs of `length` words, each counted as often as it comes."""
    a, b = runs(true, length), runs(found, length)
    both = (a & b).total()
    precision = both / b.total() if b else float(not a)
    recall = both / a.total() if a else float(not b)
    return Score(precision, recall, harmonic(precision, recall))


def runs(text: str, length: int) -> Counter[tuple[str, ...]]:
    """Return the runs of `length` words; a shorter text is one run."""
    words = _WORD.findall(text)
    starts = range(max(1, len(words) - length + 1)) if words else ()
    return Counter(tuple(words[at : at + length]) for at in starts)


def harmonic(precision: float, recall: float) -> float:
    """Return F1."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def print_pages(found: Mapping[str, Mapping[str, str]], bodies: Mapping[str, str]) -> None:
    """Print each page's F1 by shingles."""
    print(f"\n{'page':<12}" + "".join(f"{name:>18}" for name in found))
    for key, body in bodies.items():
        print(
            f"{key[:10]:<12}" + "".join(f"{compared(body, texts[key], SHINGLE).f1:>18.4f}" for texts in found.values())
        )


if __name__ == "__main__":
    sys.exit(main())
