"""How alike two texts are: their words without furniture and headlines, runs of words, and small sketches of those."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.late_patterns import late_pattern
from summarizer.models import Article

# Words in a run. Three are rarely shared by chance, and an edited word spoils only three runs.
RUN = 3
# Sketches use longer runs: those of unrelated texts then share next to nothing, and few are compared in vain.
SKETCH_RUN = 5
# A text of fewer words is a copy only where it is the same word for word: a line of news is soon worded alike.
MIN_WORDS = 30
# Wire copy is cut from its end, so its first words stay; they get a sketch of their own.
LEAD_WORDS = 120
# Rows that must agree for two texts to be compared, and how often that is tried. Of texts of which a half is shared
# (a copy cut to half) 99.6% are compared, of those that share a twentieth 1 in 200.
ROWS = 3
BANDS = 42
LEAD_BANDS = 24
SEED = 20_180_913

# A character of a script that is written without spaces counts as a word.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = late_pattern(rf"\d+(?:[.,]\d+)*|[{_UNSPACED}]|[^\W\d_{_UNSPACED}]+")
# The same for what is written in letters that the western code page has: so are nearly all texts here.
_WESTERN_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_WESTERN = "cp1252"


class Wording(NamedTuple):
    """What of a text is compared: its runs of `RUN` words and the numbers in it."""

    runs: frozenset[tuple[str, ...]]
    numbers: frozenset[str]


def words_of(article: Article) -> list[str]:
    """Return the words of an article's own text in order: furniture and headings are left out, case does not count.

    Copies get other headlines, and pages of one site share their furniture. A text of headings only is taken whole.
    """
    text = article.text
    body = [text[s.start : s.end] for s in article.sentences if not s.heading]
    told = " ".join(body) if body else text
    is_western = len(told.encode(_WESTERN, "ignore")) == len(told)
    return [w.replace(",", "").casefold() for w in (_WESTERN_WORD if is_western else _WORD).findall(told)]


def wording(words: Sequence[str]) -> Wording:
    """Return what is compared of a text."""
    return Wording(frozenset(_runs(words, RUN)), frozenset(w for w in words if w[0].isdigit()))


def sketches(words: Sequence[str]) -> bytes:
    """Return the MinHash of a text and that of its lead, `4 * ROWS * (BANDS + LEAD_BANDS)` bytes.

    Broder 1997, "On the resemblance and containment of documents".
    """
    whole = _minhash(words, BANDS * ROWS)
    return (whole + _minhash(words[:LEAD_WORDS], LEAD_BANDS * ROWS)).tobytes()


def _minhash(words: Sequence[str], size: int) -> array[int]:
    from rensa import RMinHash  # imported late: most runs have a single article or none that is alike

    sketch = RMinHash(num_perm=size, seed=SEED)
    sketch.update([" ".join(run) for run in _runs(words, SKETCH_RUN)])
    return array("I", sketch.digest())


def _runs(words: Sequence[str], length: int) -> set[tuple[str, ...]]:
    return set(zip(*(words[n:] for n in range(length)), strict=False))
