"""The words before and after a number that bound it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from summarizer.marking.numbers.lexicon import CARDINALS, PARTS, UNITS, words
from summarizer.marking.numbers.tokens import Tokens
from summarizer.models import Qualifier

Phrase = tuple[str, ...]

_UP = ("more", "greater", "larger", "bigger", "higher")
_DOWN = ("less", "fewer", "smaller", "lower")

_BEFORE: dict[Qualifier, str] = {
    "more_than": "over|above|beyond|upwards of|upward of|in excess of|exceed|exceeds|exceeded|exceeding|surpass|"
    "surpasses|surpassed|surpassing|north of|not less than or equal to|>",
    "at_least": "at least|at the least|at the very least|at a minimum|no fewer than|no less than|not less than|"
    "not fewer than|a minimum of|minimum of|as few as|as little as|at least or equal to|> =|≥|a low of",
    "fewer_than": "under|below|short of|south of|<",
    "at_most": "up to|as many as|as much as|as high as|at most|at the most|no more than|not more than|"
    "no greater than|no higher than|a maximum of|maximum of|at most or equal to|< =|≤|anything up to",
    "approximate": "about|around|some|nearly|almost|approximately|approx|approx .|roughly|circa|ca .|close to|"
    "an estimated|estimated|estimated at|estimated to be|is estimated at|may be|might be|could be|may number|"
    "might number|could number|perhaps|maybe|possibly|virtually|practically|in the region of|in the order of|"
    "on the order of|in the neighborhood of|in the neighbourhood of|in the vicinity of|somewhere around|"
    "somewhere near|something like|just about|getting on for|approaching|~|≈|±",
    "exact": "exactly|precisely|equal to|equals|equals to|equaling|equalling|equaling to|equalling to",
}

_AFTER: dict[Qualifier, str] = {
    "at_least": "or more|and more|or greater|or higher|or larger|or bigger|or above|and above|or over|and over|and up|"
    "or upwards|or better|or more than|or greater than|or higher than|plus",
    "at_most": "or less|or fewer|or lower|or smaller|or under|and under|or below|and below|or less than|"
    "or fewer than|or lower than|or smaller than",
    "approximate": "or so|or thereabouts|odd|give or take",
}
_EQUAL_AFTER: tuple[Phrase, ...] = (("or", "equal", "to", "it"), ("or", "equal", "to"), ("or", "equal"))

# Words that may stand before a strict bound and belong to it ("well over", "slightly more than").
_INTENSIFIERS = words("well just slightly far much significantly considerably substantially")
# Before these, "over 20 villages" or "about two men" is not a bound.
_RULING = words(
    "control controls controlled controlling authority power rule ruled victory victories sovereignty command grip "
    "hold flew fly flying flies spread distributed scattered argue argued dispute fight fighting fought"
)
_SPEAKING = words(
    "talk talks talked talking speak speaks spoke speaking said says ask asks asked asking know knows knew think "
    "thinks thought told tell tells telling write wrote written read reads question questions information worried "
    "worry concern concerns concerned report reports reported details complain complained learn learned "
    "learnt story stories"
)
_NOT_AFTER: dict[str, frozenset[str]] = {"over": _RULING, "about": _SPEAKING}
# Places as often as bounds ("under two flags", "above three villages"): a bound only before larger numbers.
_SPATIAL = frozenset(("under", "below", "above", "beyond", "around"))
_PREPOSITIONS = words("over under above below beyond")
_STRICT: frozenset[Qualifier] = frozenset(("more_than", "at_least", "fewer_than", "at_most"))
_LAYERS = 3
"""How many bounds may be stacked ("up to around some 2,000"); a limit keeps the reading linear."""


def _comparatives() -> Iterator[tuple[Qualifier, str]]:
    sides: tuple[tuple[Phrase, Qualifier, Qualifier], ...] = (
        (_UP, "more_than", "at_least"),
        (_DOWN, "fewer_than", "at_most"),
    )
    for listed, strict, weak in sides:
        for word in listed:
            yield strict, f"{word} than"
            for equal in ("{} or equal than", "{} or equal to", "{} than or equal to", "equal to or {} than"):
                yield weak, equal.format(word)


def _by_last_word() -> dict[str, list[tuple[Phrase, Qualifier]]]:
    table: dict[str, list[tuple[Phrase, Qualifier]]] = defaultdict(list)
    listed = [(q, p) for q, phrases in _BEFORE.items() for p in phrases.split("|")]
    for qualifier, phrase in [*listed, *_comparatives()]:
        split = tuple(phrase.split())
        table[split[-1]].append((split, qualifier))
    return {last: sorted(rows, key=lambda row: -len(row[0])) for last, rows in table.items()}


_PHRASES_BEFORE = _by_last_word()
_PHRASES_AFTER = sorted(
    ((tuple(p.split()), q) for q, phrases in _AFTER.items() for p in phrases.split("|")), key=lambda row: -len(row[0])
)
_FIRST_AFTER = frozenset(phrase[0] for phrase, _ in _PHRASES_AFTER)


def bound_before(t: Tokens, first: int, floor: int) -> tuple[int, Qualifier | None]:
    """Return where the bounding words before token `first` begin, not before `floor`, and what they say."""
    start, qualifier = first, None
    for _ in range(_LAYERS):
        hit = _phrase_before(t, start, floor, first)
        if hit is None:
            break
        # Nobody bounds a figure twice over: in "held power over nearly 2,000" the word is a preposition.
        if qualifier == "approximate" and start - hit[0] == 1 and t.words[hit[0]] in _PREPOSITIONS:
            break
        start, found = hit
        if qualifier is None or (qualifier not in _STRICT and found in _STRICT):
            qualifier = found
        if qualifier in _STRICT:
            break
    if qualifier in _STRICT and start > floor and t.words[start - 1] in _INTENSIFIERS:
        start -= 1
    return start, qualifier


def _phrase_before(t: Tokens, start: int, floor: int, first: int) -> tuple[int, Qualifier] | None:
    last = t.word(start - 1)
    for phrase, qualifier in _PHRASES_BEFORE.get(last, ()):
        begin = start - len(phrase)
        if begin < floor or tuple(t.words[begin:start]) != phrase:
            continue
        if t.word(begin - 1) in _NOT_AFTER.get(last, ()) or (phrase == ("may", "be") and t.capital(begin)):
            return None
        small = t.words[first] in UNITS and t.words[first + 1] not in PARTS
        return None if last in _SPATIAL and small else (begin, qualifier)
    return None


def bound_after(t: Tokens, stop: int) -> tuple[int, Qualifier | None]:
    """Return where the bounding words at token `stop` end and what they say: "or more", "plus", "-odd", "+"."""
    if t.words[stop] == "+" and t.glued(stop) and not t.digit(stop + 1):
        return stop + 1, "at_least"
    k = stop + (t.words[stop] == "-" and t.glued(stop) and t.words[stop + 1] in ("plus", "odd"))
    if t.words[k] not in _FIRST_AFTER:
        return stop, None
    for phrase, qualifier in _PHRASES_AFTER:
        end = k + len(phrase)
        if tuple(t.words[k:end]) != phrase:
            continue
        # "5,000 or more than 4,500": the words bound the number behind them.
        if phrase[-1] == "than" and not _ends_clause(t, end):
            return stop, None
        # "Above 1,000 and below 1,500" too; "40 plus 12" is a sum.
        if t.words[end] in ("than", "a", "half") or t.digit(end) or t.words[end] in CARDINALS:
            return stop, None
        return end, qualifier
    return stop, None


def _ends_clause(t: Tokens, k: int) -> bool:
    return k >= t.count or not t.words[k][0].isalnum()


def equal_after(t: Tokens, stop: int, qualifier: Qualifier) -> tuple[int, Qualifier]:
    """Weaken "less than 5,000 or equal (to it)" to at most 5,000."""
    weak: dict[Qualifier, Qualifier] = {"more_than": "at_least", "fewer_than": "at_most"}
    if qualifier not in weak or t.words[stop] != "or":
        return stop, qualifier
    for phrase in _EQUAL_AFTER:
        end = stop + len(phrase)
        if tuple(t.words[stop:end]) == phrase:
            another = t.digit(end) or t.words[end] in CARDINALS
            return (stop, qualifier) if another else (end, weak[qualifier])
    return stop, qualifier


def limits(low: float, high: float, qualifier: Qualifier) -> tuple[float | None, float | None]:
    """Return the two bounds of a number under a qualifier."""
    if qualifier in ("more_than", "at_least"):
        return low, None
    if qualifier in ("fewer_than", "at_most"):
        return None, high
    return low, high
