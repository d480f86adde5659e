"""Drafts claims: scores each sentence by a section's cues and takes the best that do not repeat each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.backends.offline.cues import index_of
from summarizer.backends.offline.reading import Reading
from summarizer.backends.offline.voices import sentence_assertion
from summarizer.models import DraftClaim
from summarizer.schema import ClaimRules

MIN_WORDS = 6  # shorter sentences are headings and exclamations
PARTY_BONUS = 0.4  # a sentence about a party tells more than one about nobody
HEADING_MALUS = 0.8  # a heading says in brief what a sentence says whole
LONG_MALUS = 0.3  # per sentence beyond the length that a reader takes in at once
LONG_FROM = 350  # characters
SAME_LABEL_MALUS = 0.5  # for each sentence already taken under the same label
SAME_WORDS = 0.6  # share of content words from which two sentences say the same

_CONTENT = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class _Scored:
    sentence: int
    score: float
    label: str | None
    words: frozenset[str]
    rules: str
    at: int


def draft_claims(reading: Reading, rules: ClaimRules) -> tuple[DraftClaim, ...]:
    """Return the claims of one section, best first."""
    scored = [s for s in _scored(reading, rules) if s.score >= rules.at_least]
    return tuple(_claim(s, reading) for s in _diverse(scored, rules.at_most))


def _scored(reading: Reading, rules: ClaimRules) -> Iterator[_Scored]:
    cues, against = index_of(rules.cues), index_of(rules.against)
    for number, sentence in enumerate(reading.sentences):
        text = reading.text[sentence.start : sentence.end]
        if len(reading.words[number]) < MIN_WORDS:
            continue
        hits = cues.hits(text)
        if not hits:
            continue
        score = sum(cue.weight for cue, _ in hits) + sum(c.weight for c, _ in against.hits(text))
        score += PARTY_BONUS * any(reading.is_party(n) for n in reading.names_in(sentence.start, sentence.end))
        score -= HEADING_MALUS * sentence.heading + LONG_MALUS * max(0, len(text) // LONG_FROM - 1)
        labelled = [(cue, m) for cue, m in hits if cue.label] or hits
        best, match = max(labelled, key=lambda hit: hit[0].weight)
        words = frozenset(w.lower() for w in _CONTENT.findall(text))
        why = ", ".join(dict.fromkeys(m[0].lower() for _, m in hits))
        yield _Scored(number, round(score, 3), best.label, words, why, sentence.start + match.start())


def _diverse(scored: Sequence[_Scored], at_most: int) -> list[_Scored]:
    """Take the best one by one; each taken one lowers those of its label and drops those that repeat it."""
    left = list(scored)
    taken: list[_Scored] = []
    while left and len(taken) < at_most:
        labels = [t.label for t in taken]
        best = max(left, key=lambda s: (s.score - SAME_LABEL_MALUS * labels.count(s.label), -s.sentence))
        taken.append(best)
        left = [s for s in left if s is not best and not _repeats(s, best)]
    return taken


def _repeats(a: _Scored, b: _Scored) -> bool:
    small = min(len(a.words), len(b.words)) or 1
    return len(a.words & b.words) / small > SAME_WORDS


def _claim(scored: _Scored, reading: Reading) -> DraftClaim:
    voices = reading.voices_at(scored.at)
    return DraftClaim(
        sentences=(f"S{reading.sentences[scored.sentence].index}",),
        label=scored.label,
        said_by=f"W{voices[0][0] + 1}" if voices else None,
        assertion=sentence_assertion(scored.sentence, reading),
        score=scored.score,
        rules={"cues": scored.rules},
    )


def draft_summary(reading: Reading, claims: Sequence[DraftClaim]) -> tuple[DraftClaim, ...]:
    """Return an article's lead, its first sentence that is no heading, and the best of its claims."""
    lead = next(
        (
            DraftClaim(sentences=(f"S{s.index}",), assertion=sentence_assertion(n, reading))
            for n, s in enumerate(reading.sentences)
            if not s.heading and len(reading.words[n]) >= MIN_WORDS
        ),
        None,
    )
    best = max(claims, key=lambda c: c.score, default=None)
    found = [c for c in (lead, best) if c is not None]
    return tuple({c.sentences: c for c in found}.values())
