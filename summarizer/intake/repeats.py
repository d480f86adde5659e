"""Paragraphs and lines that stand in a text twice.

Near copies are found by pairs of neighbouring words, through an index from pair to paragraph: linear in the text,
where comparing all paragraphs with each other is not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from summarizer.intake.layout import Block, plain
from summarizer.intake.words import FILLERS

# Share of a paragraph's word pairs that must stand in one earlier paragraph. A sentence of twenty words that is told
# again with another beginning and one word left out keeps more than this; two sentences on one matter share few pairs.
NEAR = 0.8
# Shorter lines are repeated by chance or on purpose ("Yes.", a row of a list).
MIN_EXACT_WORDS = 4
MIN_NEAR_WORDS = 8
MIN_BULLET_WORDS = 8
# So many of the paragraphs that share most pairs are compared in full.
CANDIDATES = 3

_WORD = re.compile(r"\w+")


def repeats(layout: Sequence[Block], skip: Sequence[object]) -> dict[int, int]:
    """Return the blocks that repeat an earlier one: index of the later -> index of the earlier.

    Blocks whose entry in `skip` is set are not compared. A near copy has no word of its own but such as
    join words: "5 left Homs" never repeats "7 left Homs", nor "they left" "they stayed".
    """
    exact: dict[str, int] = {}
    near = _Index()
    found: dict[int, int] = {}
    for at, block in enumerate(layout):
        if skip[at] or block.words < MIN_EXACT_WORDS or (block.bullet and block.words < MIN_BULLET_WORDS):
            continue
        earlier: int | None = exact.setdefault(plain(block.text).casefold(), at)
        if earlier == at:
            earlier = near.add(at, block.text) if block.words >= MIN_NEAR_WORDS else None
        if earlier is not None:
            found[at] = earlier
    return found


class _Index:
    """Which paragraph each pair of neighbouring words stood in first."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str], int] = {}
        self._pairs: dict[int, set[tuple[str, str]]] = {}
        self._texts: dict[int, str] = {}

    def add(self, at: int, text: str) -> int | None:
        """Take a paragraph in; return the earlier one that it is a near copy of."""
        pairs = set(pairwise(_WORD.findall(text.lower())))
        known = pairs & self._first.keys()
        source = self._source(pairs, known, text) if len(known) >= NEAR * len(pairs) else None
        self._first.update(dict.fromkeys(pairs - known, at))
        self._pairs[at] = pairs
        self._texts[at] = text
        return source

    def _source(self, pairs: set[tuple[str, str]], known: set[tuple[str, str]], text: str) -> int | None:
        own = set(_WORD.findall(text.lower())) - FILLERS
        owners = Counter(self._first[pair] for pair in known)
        # The earlier of two that share as much, whatever order a set is walked in.
        for earlier in sorted(owners, key=lambda one: (-owners[one], one))[:CANDIDATES]:
            shared = len(pairs & self._pairs[earlier])
            if shared >= NEAR * len(pairs) and own <= set(_WORD.findall(self._texts[earlier].lower())):
                return earlier
        return None
