"""What reading costs in memory, and what finding copies costs in memory and time.

    python benchmarks/intake_memory.py [--few 1000] [--many 10000]

Runs with the interpreter that has summarizer installed or on its path. Reads so many articles, as small files of a
folder and as lines of one .jsonl, one at a time and keeping none, in a process of its own each; the figure is the
largest memory that the system gave it (ru_maxrss). Then takes the same articles into the index of copies. Exits with 1
where a limit is broken.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Memory for many articles may be at most so many times that for a tenth of them.
MOST_GROWTH = 1.2
# Bytes that the index of copies may take for an article.
MOST_INDEX = 2048
# Seconds for ten times as many articles may be at most so many times as much.
MOST_TIME = 15.0
WORDS = 400
# One in so many articles is a copy of an earlier one, with one word in 25 exchanged.
COPIES = 5

_READ = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from summarizer.intake import read_articles
from summarizer.models import Article
count = sum(isinstance(found, Article) for found in read_articles([Path(sys.argv[2])]))
unit = 1 if sys.platform == "darwin" else 1024
print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit)
"""


def main() -> int:
    """Measure, print the tables, return the exit code."""
    parser = argparse.ArgumentParser(description="Memory of reading, cost of finding copies.")
    parser.add_argument("--few", type=int, default=1000, help="articles in the smaller set (default 1000)")
    parser.add_argument("--many", type=int, default=10_000, help="articles in the larger set (default 10000)")
    given = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    kept = [reading(given.few, given.many), finding(given.few, given.many)]
    return 0 if all(kept) else 1


def reading(few: int, many: int) -> bool:
    """Measure the memory of reading both sets in both forms; return whether the limit is kept."""
    kept = True
    print("| articles | as | peak MB | growth (limit 1.2) |\n| --- | --- | --- | --- |")
    for form, write in (("files", write_files), ("lines of .jsonl", write_lines)):
        peaks = []
        for count in (few, many):
            with tempfile.TemporaryDirectory() as folder:
                write(Path(folder), count)
                peaks.append(peak_of_reading(folder, count))
            growth = f"{peaks[1] / peaks[0]:.2f}" if len(peaks) == 2 else ""
            print(f"| {count:,} | {form} | {peaks[-1] / 1e6:.1f} | {growth} |", flush=True)
        kept &= peaks[1] <= MOST_GROWTH * peaks[0]
    return kept


def peak_of_reading(folder: str, count: int) -> int:
    """Return the largest memory of a process that reads a folder, in bytes."""
    command = [sys.executable, "-c", _READ, str(ROOT), folder]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    read, peak = map(int, done.stdout.split())
    if read != count:
        raise SystemExit(f"{read} of {count} articles were read")
    return peak


def finding(few: int, many: int) -> bool:
    """Measure the index of copies and the time to find them; return whether the limits are kept."""
    from summarizer.intake import article_from_text, find_copies
    from summarizer.intake.copies import SketchIndex
    from summarizer.intake.likeness import words_of

    rows = []
    for count in (few, many):
        articles = [article_from_text(text, path=f"{n:06}") for n, text in enumerate(texts(count))]
        articles = [a.model_copy(update={"id": str(n)}) for n, a in enumerate(articles)]
        started = time.process_time()
        copies = len(find_copies(articles))
        seconds = time.process_time() - started
        index = SketchIndex()
        tracemalloc.start()
        for number, article in enumerate(articles):
            index.add(number, words_of(article))
        held = tracemalloc.get_traced_memory()[0] / count
        tracemalloc.reset_peak()
        index.alike()
        peak = tracemalloc.get_traced_memory()[1] / count
        tracemalloc.stop()
        rows.append((count, copies, seconds, held, peak))
    print("\n| articles | copies found | CPU s | bytes an article, index | with finding (limit 2,048) |")
    print("| --- | --- | --- | --- | --- |")
    for count, copies, seconds, held, peak in rows:
        print(f"| {count:,} | {copies:,} of {count // COPIES:,} | {seconds:.2f} | {held:,.0f} | {peak:,.0f} |")
    return rows[1][4] <= MOST_INDEX and rows[1][2] <= MOST_TIME * max(rows[0][2], 0.1)


def write_files(folder: Path, count: int) -> None:
    """Write each article to a file of its own."""
    for number, text in enumerate(texts(count)):
        (folder / f"{number:06}.txt").write_text(f"Report number {number}\n\n{text}\n", "utf-8")


def write_lines(folder: Path, count: int) -> None:
    """Write each article to a line of one file."""
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as file:
        for number, text in enumerate(texts(count)):
            print(json.dumps({"id": number, "title": f"Report number {number}", "text": text}), file=file)


def texts(count: int) -> Iterator[str]:
    """Yield made-up articles, always the same ones, one in five a lightly edited copy of an earlier one."""
    chance = random.Random(20)
    vocabulary = [line.strip(".,;:\"'()") for path in sorted((ROOT / "seeds").glob("*.txt")) for line in words(path)]
    earlier: list[list[str]] = []
    for number in range(count):
        if number % COPIES == COPIES - 1:
            base = [w if chance.random() > 0.04 else "edited" for w in chance.choice(earlier)]
        else:
            base = [
                w if chance.random() > 0.3 else f"{w}{chance.randrange(1000)}"
                for w in chance.choices(vocabulary, k=WORDS)
            ]
            if len(earlier) < 500:
                earlier.append(base)
        yield ". ".join(" ".join(base[n : n + 20]).capitalize() for n in range(0, len(base), 20)) + "."


def words(path: Path) -> list[str]:
    """Return the words of a file."""
    return path.read_text("utf-8").split()


if __name__ == "__main__":
    sys.exit(main())
