"""Sentence splitters side by side: ours and libraries that are at hand, on the same paragraphs.

    python benchmarks/sentences.py SEEDS PAGES [--disputed]

SEEDS is a folder of .txt articles, PAGES one of pages as benchmarks/html_body.py takes it, of which the 20 in Latin
script with most words are used, by their true bodies. Each splitter gets one paragraph at a time, as intake cuts them,
so that all meet the same blocks. A place where a sentence ends is the offset of the last character before the white
space. Where all agree nothing is judged; the disputed places were judged by hand and stand in sentences.tsv beside this
file: a hash of the paragraph, the offset, 1 where a sentence ends there, 0 where not, - where either is right.
`--disputed` prints them with their surroundings and verdicts, so that anybody can judge again. Prints for each splitter
how many disputed places it got right, false ends, missed ends, and words a second. What is not installed is left out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from summarizer.intake.layout import blocks  # noqa: E402  the checkout comes first on the path
from summarizer.intake.sentences import split_sentences  # noqa: E402

PAGES = 20
VERDICTS = Path(__file__).with_name("sentences.tsv")
Splitter = Callable[[str], Iterable[int]]


def main() -> int:
    """Split all paragraphs by all means, print the table; 1 where a disputed place has no verdict."""
    parser = argparse.ArgumentParser(description="Sentence splitters side by side.")
    parser.add_argument("seeds", type=Path, help="a folder of .txt articles")
    parser.add_argument("pages", type=Path, help="a folder with ground-truth.json")
    parser.add_argument("--disputed", action="store_true", help="print the disputed places with their verdicts")
    given = parser.parse_args()
    paragraphs = [*of_seeds(given.seeds), *of_pages(given.pages)]
    verdicts = read_verdicts()
    found: dict[str, list[set[int]]] = {}
    speed: dict[str, float] = {}
    for name, split in splitters().items():
        split("One sentence. And another one.")
        begun = time.process_time()
        found[name] = [ends(text, split(text)) for text in paragraphs]
        speed[name] = time.process_time() - begun
    disputed = list(places(paragraphs, found))
    words = sum(len(text.split()) for text in paragraphs)
    agreed = sum(len(set.intersection(*(spans[at] for spans in found.values()))) for at in range(len(paragraphs)))
    print(f"{len(paragraphs):,} paragraphs, {words:,} words; {agreed:,} ends agreed, {len(disputed)} places disputed\n")
    unjudged = [place for place in disputed if place[:2] not in verdicts]
    if given.disputed or unjudged:
        for key, at, paragraph in disputed:
            print_place(key, at, paragraphs[paragraph], verdicts, {n: at in f[paragraph] for n, f in found.items()})
    print(f"{'splitter':<14} {'right':>6} {'false ends':>11} {'missed ends':>12} {'words/s':>10}")
    for name, spans in found.items():
        judged = [
            (at in spans[paragraph], verdicts[key, at]) for key, at, paragraph in disputed if (key, at) in verdicts
        ]
        right = sum(ours == truth for ours, truth in judged)
        false, missed = judged.count((True, False)), judged.count((False, True))
        print(f"{name:<14} {right:>6} {false:>11} {missed:>12} {words / speed[name]:>10,.0f}")
    return int(bool(unjudged))


# ----------------------------------------------------------------------------------------------------- the paragraphs


def of_seeds(folder: Path) -> Iterable[str]:
    """Yield the paragraphs of the articles."""
    for path in sorted(folder.glob("*.txt")):
        yield from (block.text for block in blocks(path.read_bytes().decode("utf-8-sig")))


def of_pages(folder: Path) -> Iterable[str]:
    """Yield the paragraphs of the longest bodies in Latin script."""
    bodies = [entry["articleBody"] for entry in json.loads((folder / "ground-truth.json").read_text("utf-8")).values()]
    latin = [body for body in bodies if sum(c < "\u0250" for c in body) > 0.9 * len(body)]
    for body in sorted(latin, key=lambda text: -len(text.split()))[:PAGES]:
        yield from (block.text for block in blocks(body))


# ------------------------------------------------------------------------------------------------------ the splitters


def splitters() -> Mapping[str, Splitter]:
    """Return what is compared, by name: a function from a paragraph to the offsets behind its sentences."""
    found: dict[str, Splitter] = {"ours": lambda text: [s.end for s in split_sentences(text, ())]}
    for make in (by_pysbd, by_syntok, by_sentencex, by_punkt, by_blingfire, by_spacy):
        try:
            found[make.__name__.removeprefix("by_")] = make()
        except ImportError as error:
            print(f"left out: {error}", file=sys.stderr)
    return found


def by_pysbd() -> Splitter:
    """Use pysbd with spans."""
    import pysbd

    segmenter = pysbd.Segmenter(language="en", clean=False, char_span=True)
    return lambda text: [span.end for span in segmenter.segment(text)]


def by_syntok() -> Splitter:
    """Use syntok, whose tokens know where they stand."""
    from syntok import segmenter

    def split(text: str) -> list[int]:
        sentences = [s for paragraph in segmenter.process(text) for s in paragraph if s]
        return [s[-1].offset + len(s[-1].value) for s in sentences]

    return split


def by_sentencex() -> Splitter:
    """Use sentencex."""
    import sentencex

    return lambda text: [found["end_index"] for found in sentencex.get_sentence_boundaries("en", text)]


def by_punkt() -> Splitter:
    """Use Punkt with the English model of NLTK, from a package that holds both."""
    import punkt

    tokenizer = punkt.PunktSentenceTokenizer(punkt.load_model("english"))
    return lambda text: [end for _, end in tokenizer.span_tokenize(text)]


def by_blingfire() -> Splitter:
    """Use BlingFire, which counts in code points."""
    import blingfire

    return lambda text: [end for _, end in blingfire.text_to_sentences_and_offsets(text)[1]]


def by_spacy() -> Splitter:
    """Use spaCy's sentencizer, which has rules and no model."""
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return lambda text: [sentence.end_char for sentence in nlp(text).sents]


# -------------------------------------------------------------------------------------------------------- the judging


def ends(text: str, offsets: Iterable[int]) -> set[int]:
    """Return the places where sentences end: behind the last character that is not white space."""
    return {len(text[:at].rstrip()) for at in offsets}


def places(paragraphs: list[str], found: Mapping[str, list[set[int]]]) -> Iterable[tuple[str, int, int]]:
    """Yield each place on which splitters differ: the paragraph's hash, the offset, the paragraph's number, once."""
    seen: set[tuple[str, int]] = set()
    for number, text in enumerate(paragraphs):
        key = hashlib.sha256(text.encode()).hexdigest()[:12]
        sets = [spans[number] for spans in found.values()]
        for at in sorted(set.union(*sets) - set.intersection(*sets)):
            if (key, at) not in seen:
                seen.add((key, at))
                yield key, at, number


def read_verdicts() -> dict[tuple[str, int], bool | None]:
    """Return the verdicts by paragraph and offset, None where either is right."""
    lines = VERDICTS.read_text("utf-8").splitlines() if VERDICTS.is_file() else []
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {(key, int(at)): {"1": True, "0": False}.get(verdict) for key, at, verdict in rows}


def print_place(
    key: str, at: int, text: str, verdicts: Mapping[tuple[str, int], bool | None], by: Mapping[str, bool]
) -> None:
    """Print a disputed place: who ends a sentence there, the verdict, and what stands around it."""
    verdict = {True: "1", False: "0", None: "-"}[verdicts[key, at]] if (key, at) in verdicts else "?"
    who = " ".join(name for name, cut in by.items() if cut)
    print(f"{key}\t{at}\t{verdict}\t{' '.join(text[max(0, at - 50) : at].split())} ▮ {text[at : at + 30]!r}\t[{who}]")


if __name__ == "__main__":
    sys.exit(main())
