"""The part of a quote that says it: a clause cut out of a long sentence, never words of our own."""

from __future__ import annotations

import re

from summarizer.cues import cue_reader
from summarizer.models import Claim
from summarizer.schema import ClaimRules, SectionSpec

LONG = 160
"""Characters up to which a sentence is shown whole."""

_MIN_WORDS = 5
# A clause that begins so says nothing without the one before it.
_RELATIVE = re.compile(
    r"(?:which|who|whose|whom|that|of which|in which|one that|so that|because|in order|not to mention|as well as|"
    r"including|such as|to)\s",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:—–][”\"]?\s[“\"]?|\s[—–-]\s|\s(?=(?:where|while|because|although)\s)")
_JOINING = re.compile(r"(?:and|but|or|while|where|although|though|so|yet|whereas)\s", re.IGNORECASE)
_TIE = re.compile(
    r"(?:Meanwhile|However|Moreover|Hence|Thus|Therefore|Furthermore|Nevertheless|Additionally|Besides|In addition|"
    r"On the other hand|For this reason|As a result), |(?:But|And) (?=[A-Za-z])"
)
# A clause without these would say something else than its sentence does.
_TURNS = re.compile(
    r"\b(?:not|no|never|neither|nor|without|unless|if|hardly|barely|denie[ds]|deny|falsely|may|might|could|possibl[ye]|"
    r"perhaps|reportedly|allegedly|alleged|claim(?:s|ed|ing)?|rumou?red|unlikely|suspected|far from)\b|n['’]t\b",
    re.IGNORECASE,
)


def excerpt(claim: Claim, section: SectionSpec) -> str:
    """Return the text of a claim, cut to the clause that its label's cue stands in where it is a long quote.

    The words are a slice of the claim's own text, but for levelled spaces, quotation marks left open and the first
    letter's case. A sentence is left whole where what would be cut off turns its meaning ("it is not true that").
    """
    text = _opened(" ".join(claim.text.split()))
    if len(text) <= LONG or not isinstance(section.rules, ClaimRules):
        return _tidy(text)
    found = next(cue_reader(section.rules).of_label(text, claim.label), None)
    if found is None:
        return _tidy(text)
    start, end = _clause_around(text, found.start(), found.end())
    if _TURNS.search(text[:start]) or _TURNS.search(text[end:]):
        return _tidy(text)
    cut = text[start:end].lstrip()
    if (start, end) != (0, len(text)) and (joining := _JOINING.match(cut)):
        cut = cut[joining.end() :]
    cut = _tidy(cut)
    if cut.count("(") != cut.count(")"):
        return _tidy(text)
    return cut[:1].upper() + cut[1:]


def _opened(text: str) -> str:
    """Return a sentence without the word that ties it to the one before."""
    rest = text[m.end() :] if (m := _TIE.match(text)) else text
    return rest[:1].upper() + rest[1:] if rest[:1].isalpha() else text


def told(text: str, label: str | None, section: SectionSpec) -> int:
    """Return how often a text has words that a label is recognised by."""
    rules = section.rules
    return sum(1 for _ in cue_reader(rules).of_label(text, label)) if isinstance(rules, ClaimRules) else 0


def weight(text: str, section: SectionSpec) -> float:
    """Return the sum of the weights of a section's cues that a text has."""
    if not isinstance(section.rules, ClaimRules):
        return 0.0
    return cue_reader(section.rules).weight(text)


def _tidy(text: str) -> str:
    """Return a text without commas at its ends and without quotation marks that nothing closes."""
    text = text.strip(" ,;:—–-")
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        text = text.strip('"“”').strip(" ,;:—–-")
    return text


def _clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the smallest run of clauses that holds a span and has words enough to be understood."""
    bounds = [0, *(m.end() for m in _CLAUSE.finditer(text)), len(text)]
    first = max(b for b in bounds if b <= start)
    last = min((b for b in bounds if b >= end), default=len(text))
    while first and _RELATIVE.match(text[first:last].lstrip()):
        first = max(b for b in bounds if b < first)  # "which is ..." says nothing without what it speaks of
    while len(text[first:last].split()) < _MIN_WORDS and (first, last) != (0, len(text)):
        # Growing to the right keeps the beginning of the thought; to the left where nothing follows.
        following = [b for b in bounds if b > last]
        last, first = (following[0], first) if following else (last, max(b for b in bounds if b < first))
    return first, last
