"""How merging grows with the number of articles, beside marking them; and what adding one more article costs.

    python benchmarks/merging.py [--sizes 1000 5000 20000] [FOLDER]

Runs with the interpreter that has summarizer installed or on its path. The briefs are made by perturbing those of real
articles (seeds/, or FOLDER) by a fixed seed: other ids, outlets, dates and figures, some places and holders exchanged,
some words of each statement, and six new names in each article, so that names and lines grow with the articles as they
do in life. Times are CPU seconds of the process on one core. Exits with 1 where a limit is broken.
"""

from __future__ import annotations

import argparse
import gc
import math
import os
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from summarizer import summarize  # noqa: E402  the checkout comes first on the path
from summarizer.intake import read_articles  # noqa: E402
from summarizer.marking import mark  # noqa: E402
from summarizer.merging import Merger, merge  # noqa: E402
from summarizer.models import (  # noqa: E402
    Article,
    ArticleBrief,
    Claim,
    Claims,
    Entities,
    Entity,
    Estimate,
    Estimates,
    Evidence,
    Mention,
    Place,
    Places,
    Relation,
    Section,
)
from summarizer.schema import load_schema  # noqa: E402

GROWTH_LIMIT = 1.15  # merging takes n to the power of this at most
ADDED_LIMIT = 0.25  # adding one article takes this share of merging all at most
BASE = 1000  # articles to which one is added
ADDED = 7  # times that one is added; the median is taken
MARKED = 5  # times that each real article is marked
SYLLABLES = "ba ka mo ri sa tu el no dar kin vel shi zha pol gor ami ten wu hai lo".split()


def main() -> int:
    """Time all, print the tables, return the exit code."""
    parser = argparse.ArgumentParser(description="Growth of merging.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "seeds", metavar="FOLDER")
    parser.add_argument("--sizes", nargs="+", type=int, default=[1000, 5000, 20000], metavar="N")
    given = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    real = summarize(given.folder, backend="offline", brief=False).articles
    grows = growth(real, given.sizes, marking_seconds(given.folder))
    return int(not (added(real) and grows))


# ------------------------------------------------------------------------------------------------------------ the times


def marking_seconds(folder: Path) -> float:
    """Return what marking one of the real articles takes on average; the perturbed ones have the same texts."""
    schema = load_schema("conflict")
    articles = [a for a in read_articles([folder]) if isinstance(a, Article)]
    for article in articles:
        mark(article, schema)  # tables and regular expressions are made by then
    return timed(lambda: [mark(a, schema) for _ in range(MARKED) for a in articles])[0] / (MARKED * len(articles))


def growth(real: Sequence[ArticleBrief], sizes: Sequence[int], marking: float) -> bool:
    """Print how merging grows; return whether it stays within its limits."""
    schema = load_schema("conflict")
    merge(perturbed(real, 50), schema)
    good = True
    last: tuple[int, float] | None = None
    print("| articles | merging, s | a step's exponent | marking them, s |\n| --- | --- | --- | --- |")
    for size in sizes:
        briefs = perturbed(real, size)
        seconds, _ = timed(lambda b=briefs: merge(b, schema))  # type: ignore[misc]
        power = math.log(seconds / last[1]) / math.log(size / last[0]) if last else None
        good = good and (power is None or power <= GROWTH_LIMIT) and seconds < marking * size
        shown = "" if power is None else f"{power:.2f}"
        print(f"| {size:,} | {seconds:.2f} | {shown} | {marking * size:.1f} |", flush=True)
        last = size, seconds
    return good


def added(real: Sequence[ArticleBrief]) -> bool:
    """Print what adding one article to many costs; return whether it is far less than merging all."""
    schema = load_schema("conflict")
    briefs = perturbed(real, BASE + ADDED)
    whole, _ = timed(lambda: merge(briefs, schema))
    merger = Merger(schema)
    merger.merge(briefs[:BASE])
    rounds = [timed(lambda upto=upto: merger.merge(briefs[:upto])) for upto in range(BASE + 1, BASE + ADDED + 1)]
    one = sorted(seconds for seconds, _ in rounds)[ADDED // 2]
    same = rounds[-1][1] == merge(briefs, schema)
    print(f"\none article more than {BASE:,}: {one:.3f} s, all of them: {whole:.3f} s, {one / whole:.0%} (limit "
          f"{ADDED_LIMIT:.0%}); the same brief: {'yes' if same else 'NO'}")  # fmt: skip
    return same and one <= ADDED_LIMIT * whole


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """Return the CPU seconds that a piece of work takes, and what it returns."""
    gc.collect()
    begun = time.process_time()
    result = work()
    return time.process_time() - begun, result


# ----------------------------------------------------------------------------------------------------------- the briefs


def perturbed(real: Sequence[ArticleBrief], count: int, *, seed: int = 7) -> list[ArticleBrief]:
    """Return briefs made of real ones, always the same."""
    draw = random.Random(seed)
    return [_perturbed(draw.choice(real), f"{number:06d}", draw) for number in range(count)]


def _perturbed(brief: ArticleBrief, key: str, draw: random.Random) -> ArticleBrief:
    day = f"20{draw.randint(10, 24)}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
    article = brief.article.model_copy(
        update={
            "id": key,
            "path": f"{key}.txt",
            "published": draw.choice([None, day]),
            "outlet": draw.choice([None, _word(draw), brief.article.outlet]),
        }
    )
    places = [_word(draw) for _ in range(3)]
    sections = {name: _section(s, article, places, draw) for name, s in brief.sections.items()}
    return ArticleBrief(
        article=article, sections=sections, relations=tuple(_relations(brief, article, places, draw)), notes=()
    )


def _relations(brief: ArticleBrief, article: Article, places: Sequence[str], draw: random.Random) -> Iterator[Relation]:
    """Yield four statements on who holds a place, one of them a place that all articles share."""
    claims = [c for s in brief.sections.values() if isinstance(s, Claims) for c in s.items]
    for place in ("Abu Kamal", *places):
        yield Relation(
            relation="control",
            about=place,
            named=(draw.choice(["ISIS", "Syrian government", "Syrian Democratic Forces"]),),
            so=draw.random() < 0.8,
            event=draw.random() < 0.5,
            said_by=draw.choice([None, "Syrian Democratic Forces", f"{_word(draw)} {_word(draw)}"]),
            evidence=_evidence(draw.choice(claims).evidence, article.id),
        )


def _section(section: Section, article: Article, places: Sequence[str], draw: random.Random) -> Section:
    if isinstance(section, Entities):
        once = (Mention(start=0, end=5),)
        new = [Entity(name=f"{_word(draw)} {_word(draw)}", kind="person", mentions=once) for _ in range(3)]
        return Entities(items=(*section.items, *new))
    if isinstance(section, Places):
        return Places(items=(*section.items, *(Place(name=p, country=draw.choice(["SY", "IQ", None])) for p in places)))
    if isinstance(section, Estimates):
        return Estimates(items=tuple(_estimate(e, article, places, draw) for e in section.items))
    return Claims(items=tuple(_claim(c, article.id, draw) for c in section.items))


def _estimate(estimate: Estimate, article: Article, places: Sequence[str], draw: random.Random) -> Estimate:
    factor = draw.choice([1, 1, 1.3, 2, 0.5])
    bounds = {n: None if (v := getattr(estimate, n)) is None else float(round(v * factor)) for n in ("low", "high")}
    part = estimate.part_of and estimate.part_of.replace(estimate.evidence[0].article, article.id)
    return estimate.model_copy(
        update={
            **bounds,
            "id": estimate.id.replace(estimate.evidence[0].article, article.id),
            "part_of": part,
            "evidence": _evidence(estimate.evidence, article.id),
            "as_of": draw.choice([estimate.as_of, article.published and article.published[:7]]),
            "place": draw.choice([estimate.place, *places[:1]]),
        }
    )


def _claim(claim: Claim, article: str, draw: random.Random) -> Claim:
    words = claim.text.split()
    for _ in range(max(2, len(words) // 4)):
        words[draw.randrange(len(words))] = _word(draw).lower()
    return claim.model_copy(update={"text": " ".join(words), "evidence": _evidence(claim.evidence, article)})


def _evidence(evidence: Sequence[Evidence], article: str) -> tuple[Evidence, ...]:
    return tuple(e.model_copy(update={"article": article}) for e in evidence)


def _word(draw: random.Random) -> str:
    return "".join(draw.choice(SYLLABLES) for _ in range(draw.randint(2, 4))).capitalize()


if __name__ == "__main__":
    sys.exit(main())
