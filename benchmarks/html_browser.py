"""How fast the HTML report of hundreds of articles opens and filters in a browser, beside a plain page of its texts.

    python benchmarks/html_browser.py [--articles 500] [--rounds 5] [FOLDER]

Needs the dependency group `browser` and Debian's chromium. The articles are made by perturbing real ones (seeds/, or
FOLDER) as benchmarks/merging.py does, and briefed by merging them. The plain page holds the same words in paragraphs,
without style or script: what a browser takes for it is what the machine takes for so much text. Times are wall clock,
medians of several rounds in a fresh window each. Exits with 1 where a limit is broken.
"""

from __future__ import annotations

import argparse
import html
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from merging import perturbed  # noqa: E402  the checkout comes first on the path

from summarizer import summarize  # noqa: E402
from summarizer.merging import merge  # noqa: E402
from summarizer.models import Report  # noqa: E402
from summarizer.rendering import render  # noqa: E402
from summarizer.schema import load_schema  # noqa: E402

LIMIT = 2000.0  # milliseconds for each step, of 500 articles
SLOW_MACHINE = 2.0  # times the plain page, where that alone takes more than half of the limit
WORDS = ("syria", "syrian obs", "")  # what a reader types, and takes away

# The page is open when it can be used: scripts have run, and the first picture has been painted.
PAINTED = """() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0)))"""
FILTERED = """async (words) => {
  const box = document.querySelector('[data-section="who"] [data-filter-text]');
  const began = performance.now();
  box.value = words;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return performance.now() - began;
}"""
FOLLOWED = """async () => {
  const began = performance.now();
  document.querySelector('[data-section="strength"] a.ref').click();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return performance.now() - began;
}"""


def main() -> int:
    """Make both pages, time them in turns, print the table, return the exit code."""
    parser = argparse.ArgumentParser(description="The HTML report in a browser.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "seeds", metavar="FOLDER")
    parser.add_argument("--articles", type=int, default=500, metavar="N")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    given = parser.parse_args()
    report = made(given.folder, given.articles)
    began = time.perf_counter()
    page = render(report, format="html")
    rendered = time.perf_counter() - began
    with tempfile.TemporaryDirectory() as folder:
        paths = {"report": Path(folder, "brief.html"), "plain": Path(folder, "plain.html")}
        paths["report"].write_text(page, "utf-8")
        paths["plain"].write_text(plain(report), "utf-8")
        report_mb, plain_mb = (path.stat().st_size / 1e6 for path in paths.values())
        print(f"{given.articles:,} articles: {report_mb:.1f} MB made in {rendered:.1f} s; plain page {plain_mb:.1f} MB")
        times = timed(paths, given.rounds)
    return int(not shown(times))


def made(folder: Path, count: int) -> Report:
    """Return a report of so many articles, with a merged brief."""
    real = summarize(folder, backend="offline", brief=False)
    briefs = tuple(perturbed(real.articles, count))
    return real.model_copy(update={"articles": briefs, "brief": merge(briefs, load_schema("conflict"))})


def plain(report: Report) -> str:
    """Return a page that holds the texts of the articles and nothing else."""
    lines = (line for brief in report.articles for line in brief.article.text.splitlines() if line.strip())
    body = "\n".join(f"<p>{html.escape(line)}</p>" for line in lines)
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Plain</title>\n{body}\n</html>\n'


def timed(paths: dict[str, Path], rounds: int) -> dict[str, list[float]]:
    """Return milliseconds of each thing that a reader does, one for each round."""
    from playwright.sync_api import sync_playwright

    times: dict[str, list[float]] = {}
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"] if as_root else [])
        for _ in range(rounds):
            for name, path in paths.items():
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                page.goto(path.as_uri())
                note(times, f"open, {name}", lambda page=page: page.evaluate(PAINTED))
                if name == "report":
                    for words in WORDS:
                        told = f'filter names by "{words}"' if words else "take the filter away"
                        note(times, told, lambda page=page, words=words: page.evaluate(FILTERED, words))
                    note(times, "open an article at a quote", lambda page=page: page.evaluate(FOLLOWED))
                page.close()
        browser.close()
    return times


def note(times: dict[str, list[float]], name: str, measured: Callable[[], Any]) -> None:
    """Keep the milliseconds that the page itself measured."""
    times.setdefault(name, []).append(float(measured()))


def shown(times: dict[str, list[float]]) -> bool:
    """Print the medians; tell whether all keep their limits."""
    medians = {name: statistics.median(found) for name, found in times.items()}
    base = medians["open, plain"]
    limit = max(LIMIT, SLOW_MACHINE * base)
    good = True
    for name, median in medians.items():
        kept = name == "open, plain" or median <= limit
        good &= kept
        print(f"{name:<32} {median:8,.0f} ms  {median / base:6.2f} times the plain page{'' if kept else '  TOO SLOW'}")
    return good


if __name__ == "__main__":
    sys.exit(main())
