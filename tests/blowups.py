"""Looks for work that grows faster than its text. Run as a process of its own, so that a hang can be ended.

    python tests/blowups.py patterns     every regular expression of the package, on strings made against it
    python tests/blowups.py pipeline     the stages, on texts that are nearly all of one thing
    python tests/blowups.py large        the stages, on texts of 100,000 characters and more

Each prints, as JSON, a list of what grew too fast, with the seconds.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from growth import NOTHING, seconds, too_fast
from hostile_texts import PAGES, SENTENCE, SIGNS, UNITS, WORDS, Maker, mixture, names, repeated
from regex_attacks import Spy, attacks, only_matches, spied_patterns

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

SMALLEST, LARGEST = 2_500, 40_000  # characters on which a pattern is tried
LONG = 4_000  # characters of the texts that show how patterns are used; who reads half of one at once reads any text
NEAR = 1.5  # times as much as it was ever seen to read at once, any other pattern is tried on
SMALL = 2_500  # characters of a text that is all of one thing: each of its words may be a figure, or a name
LARGE = 100_000
LINE = 500_000
MIXTURES = 4
GROWTH = 2.6  # of what is measured once; what grows more is looked at again
PATIENCE = 30.0  # seconds


def run_stages(text: str) -> None:
    """Take a text through intake, marking, offline drafting and grounding."""
    from summarizer import article_from_text
    from summarizer.backends.offline import draft_by_rules
    from summarizer.grounding import ground
    from summarizer.marking import mark
    from summarizer.schema import load_schema

    schema = load_schema("conflict")
    marked = mark(article_from_text(text), schema)
    ground(marked, draft_by_rules(marked, schema), schema)


# ---------------------------------------------------------------------------------------------------- patterns


def check_patterns() -> list[Any]:
    """Return the patterns that blow up: module, names, pattern, the beginning of the text, seconds."""
    return [found for spy in spied_patterns(use_everything) if (found := _blows_up(spy))]


def _blows_up(spy: Spy) -> tuple[Any, ...] | None:
    for make in attacks(spy.made):
        for use, reach in _uses(spy).items():
            most = LARGEST if reach >= LONG // 2 else int(reach * NEAR)
            for size in {min(SMALLEST, most), most}:
                if told := too_fast(lambda n, u=use, m=make: partial(u, spy.made, m(n)), size):  # type: ignore[misc]
                    return spy.module, sorted(spy.names), spy.made.pattern[:160], make(40), told
    return None


def _uses(spy: Spy) -> Mapping[Callable[[re.Pattern[str], str], None], int]:
    """Return how a pattern is used, and on how much text at once: as was seen, else as its source says."""
    if spy.searched or spy.matched:
        seen = {_scan: spy.searched, _match_once: spy.matched}
        return {use: reach for use, reach in seen.items() if reach}
    return {_match_once if only_matches(spy) else _scan: LONG}


def _scan(pattern: re.Pattern[str], text: str) -> None:
    for _ in pattern.finditer(text):
        pass


def _match_once(pattern: re.Pattern[str], text: str) -> None:
    pattern.match(text)


def use_everything() -> None:
    """Brief the demo articles, read odd texts and compile all cues, so that each pattern is made and seen at work."""
    import summarizer
    from summarizer.cues import index
    from summarizer.rendering import render
    from summarizer.schema import ClaimRules, load_schema

    for section in load_schema("conflict").of_kind("claims"):
        assert isinstance(section.rules, ClaimRules)
        for cue in (*section.rules.cues, *section.rules.beside, *section.rules.against):
            index._compiled(cue.pattern)
    report = summarizer.summarize(ROOT / "seeds", brief=True, backend="offline")
    for name in ("md", "json", "terminal"):
        render(report, format=name)
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        run_stages(" ".join(path.read_text("utf-8").split()))
    for unit in (*PAGES, *SIGNS[::3], *WORDS[::4]):
        run_stages(repeated(unit)(LONG))


# ---------------------------------------------------------------------------------------------------- pipeline


def check_pipeline() -> list[Any]:
    """Return the texts on which the stages take more than in proportion."""
    makers = {unit: repeated(unit) for unit in UNITS} | {f"mixture {n}": mixture(n) for n in range(MIXTURES)}
    return _grown({**makers, "names": names}, SMALL)


def check_large() -> list[Any]:
    """Return the same for larger texts, twice as dense ones half as large, and single lines of a million characters."""
    plain = {"sentences": repeated(SENTENCE), "lines": repeated(SENTENCE + "\n"), "names": names}
    dense = {
        "one sentence": repeated(SENTENCE.replace(". ", ", ")),
        "quotations": repeated(f"“{SENTENCE.strip()}” "),
        "small words": repeated("a "),
        "mixture": mixture(99),
    }
    lines = {f"a line of {unit!r}": repeated(unit) for unit in ("A", "1", " ")}
    return _grown(plain, LARGE) + _grown(dense, LARGE // 2) + _grown(lines, LINE)


def _grown(makers: Mapping[str, Maker], size: int) -> list[Any]:
    """Return those texts that take the stages too long when twice as long; one look is enough where they do not."""
    bad = []
    for name, make in makers.items():
        once, twice = seconds(partial(run_stages, make(size))), seconds(partial(run_stages, make(2 * size)))
        if twice > GROWTH * max(once, 4 * NOTHING):
            told = too_fast(lambda n, m=make: partial(run_stages, m(n)), 2 * size, limit=PATIENCE)  # type: ignore[misc]
            bad += [(name, told)] if told else []
    return bad


RUNS: Mapping[str, Callable[[], list[Any]]] = {
    "patterns": check_patterns,
    "pipeline": check_pipeline,
    "large": check_large,
}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(RUNS[sys.argv[1]]()))
