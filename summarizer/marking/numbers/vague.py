"""Vague plurals: "dozens", "tens of thousands", "several hundred", "hundreds, if not thousands"."""

from __future__ import annotations

from summarizer.marking.numbers.figures import Figure
from summarizer.marking.numbers.lexicon import DOZENS, SCALE_FORMS, VAGUE, words
from summarizer.marking.numbers.spelled import opens_vague
from summarizer.marking.numbers.tokens import Tokens

# "Scores" are also results, and a verb; behind these words they are people.
_AFTER_SCORES = words("of were are have had more")
# What may stand between two vague plurals that are one statement.
_JOINERS = (
    ("if", "not"),
    ("or", "even"),
    ("or", "perhaps"),
    ("and", "perhaps"),
    ("and", "possibly"),
    ("and", "even"),
    ("or",),
    ("to",),
)
_TEN = 10


def read_vague(t: Tokens, i: int) -> Figure | None:
    """Read the vague amount at token `i`, joined with a second one that raises it."""
    figure = _one(t, i)
    if figure is None or figure.low is None:
        return None
    if t.words[figure.stop] in ("and", "upon", "after") and t.words[figure.stop + 1] == t.words[i]:
        figure = _one(t, figure.stop + 1) or figure
    k = figure.stop + (t.words[figure.stop] == ",")
    for joiner in _JOINERS:
        if tuple(t.words[k : k + len(joiner)]) == joiner:
            k += len(joiner)
            k += t.words[k] == ","
            higher = _one(t, k)
            if higher is not None and (higher.low or 0.0) > (figure.low or 0.0):
                return figure._replace(first=i, stop=higher.stop, high=higher.high)
            break
    return figure._replace(first=i)


def _one(t: Tokens, i: int) -> Figure | None:
    word = t.words[i]
    if word in ("a", "the") and opens_vague(t, i + 1):
        return _several(t, i, i + 2)
    if opens_vague(t, i):
        return _several(t, i, i + 1)
    if word not in VAGUE or (word == "tens" and t.words[i + 1] != "of"):
        return None
    after = t.words[i + 1]
    if word == "scores" and not (after in _AFTER_SCORES or after.endswith("ed")):
        return None
    if after == "of" and t.words[i + 2] in VAGUE and t.words[i + 2] in SCALE_FORMS:
        return _times(t, i, i + 3, word, SCALE_FORMS[t.words[i + 2]])
    low, high = VAGUE[word]
    return Figure(i, i + 1, low, high, form="vague", spelled=True)


def _several(t: Tokens, i: int, k: int) -> Figure:
    """Read "several hundred (thousand)", whose scale word stands at token `k`."""
    word = t.words[k].rstrip("s") + "s"
    if word not in VAGUE:
        word = "dozens" if t.words[k] in DOZENS else word
    if word in ("hundreds", "dozens") and t.words[k + 1] in SCALE_FORMS:
        return _times(t, i, k + 2, word, SCALE_FORMS[t.words[k + 1]])
    if word not in VAGUE:
        scale = SCALE_FORMS[t.words[k]]
        return Figure(i, k + 1, scale, scale * _TEN - 1, form="vague", spelled=True)
    low, high = VAGUE[word]
    return Figure(i, k + 1, low, high, form="vague", spelled=True)


def _times(t: Tokens, i: int, stop: int, word: str, scale: float) -> Figure:
    low, high = VAGUE[word]
    # "Tens of thousands" begin at 10,000, although tens by themselves begin at 20.
    least = _TEN if t.words[i] == "tens" else low
    return Figure(i, stop, least * scale, (high + 1) * scale - 1, form="vague", spelled=True)
