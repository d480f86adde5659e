"""Drafts claims: scores each sentence by a section's cues and takes the best that do not repeat each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer.backends.offline.reading import Reading
from summarizer.backends.offline.voices import sentence_assertion
from summarizer.cues import Found, Hit, sections_reader
from summarizer.models import DraftClaim, Sentence
from summarizer.schema import ClaimRules, Schema

MIN_WORDS = 5  # shorter sentences are headings and exclamations
PARTY_BONUS = 0.4  # a sentence about a party tells more than one about nobody
HEADING_MALUS = 1.5  # a heading says in brief what a sentence says whole
NO_STOP_MALUS = 0.6  # what does not end as a sentence does is a line under a title, a caption or a menu
SECTION_WORDS = 6  # a longer heading is a title, and says what the article reports, not what a section is about
QUESTION_MALUS = 0.6  # who asks tells nothing
LONG_MALUS = 0.3  # per sentence beyond the length that a reader takes in at once
LONG_FROM = 350  # characters
SAME_LABEL_MALUS = 0.5  # for each sentence already taken under the same label
SPARE_SHARE = 0.4  # of the line: what scores less has a cue by accident
MOST_SPARES = 8  # what a model may be asked about
SAME_WORDS = 0.6  # share of content words from which two sentences say the same

_CLOSING = " \n\"”’»')]"
_STOPS = (".", "!", "?", "…", ":", ";", ",")
_CONTENT = re.compile(r"[^\W\d_]{4,}")


Part = tuple[str, float]
"""A rule that counts for or against a sentence, and how much."""


class Scored(NamedTuple):
    """A sentence with a cue: the number of it in the reading, its score, what that adds up from, and what labels it.

    What is worked out from these is so when asked for: few sentences become claims, and fewer are explained.
    """

    sentence: int
    text: str
    score: float
    found: Found
    circumstances: Sequence[Part]
    best: Hit

    @property
    def parts(self) -> tuple[Part, ...]:
        """The rules that add up to the score."""
        return (
            *_parts("cue", self.found.cues),
            *_parts("beside", self.found.beside),
            *_parts("against", self.found.against),
            *self.circumstances,
        )

    @property
    def label(self) -> str | None:
        """What the sentence is about."""
        return self.best[0].label

    @property
    def labelled(self) -> str:
        """The rule that gave the label."""
        return f"label of {self.best[1].group().lower()!r}" if self.label else "no cue with a label"

    @property
    def words(self) -> frozenset[str]:
        """The words that tell what the sentence says."""
        return _content(self.text)


class Drafted(NamedTuple):
    """The claims of a section, and sentences that nearly became some."""

    claims: tuple[DraftClaim, ...]
    spares: tuple[DraftClaim, ...]


def draft_claims(reading: Reading, schema: Schema, *, spares: bool = False) -> dict[str, Drafted]:
    """Return the claims of each section, and where `spares` are asked for what was nearly taken, best first."""
    return {
        name: _drafted(scored, reading, rules, spares=spares)
        for name, rules, scored in score_sentences(reading, schema)
    }


def _drafted(scored: Sequence[Scored], reading: Reading, rules: ClaimRules, *, spares: bool) -> Drafted:
    taken = _diverse([s for s in scored if s.score >= rules.at_least], rules.at_most)
    left = _spares(scored, taken, rules) if spares else ()
    return Drafted(tuple(_claim(s, reading) for s in taken), tuple(_claim(s, reading) for s in left))


def _spares(scored: Sequence[Scored], taken: Sequence[Scored], rules: ClaimRules) -> list[Scored]:
    """Return the best of the sentences with a cue that were not taken and repeat none that was."""
    left = [s for s in scored if s not in taken and s.score >= SPARE_SHARE * rules.at_least]
    left = [s for s in left if not any(repeats(s, t) for t in taken)]
    return sorted(left, key=lambda s: (-s.score, s.sentence))[:MOST_SPARES]


def score_sentences(reading: Reading, schema: Schema) -> list[tuple[str, ClaimRules, list[Scored]]]:
    """Return each section's name, rules, and sentences with a cue in text order, whether or not the score is enough."""
    reader = sections_reader(schema)
    scored: list[list[Scored]] = [[] for _ in reader.sections]
    above: list[tuple[Part, ...]] = [() for _ in reader.sections]
    for number, sentence in enumerate(reading.sentences):
        words = reading.words[number]
        text = reading.text[sentence.start : sentence.end]
        if sentence.heading:
            named = len(words) <= SECTION_WORDS
            above = [tuple(_parts("under", r.headings.hits(text))) if named else () for _, _, r in reader.sections]
        if len(words) < MIN_WORDS:
            continue
        for section, held in reader.read(text, words, sentence.start):
            found = held.outside(_names(sentence, reading))
            if found.cues:
                under = () if sentence.heading else above[section]
                scored[section].append(_scored(number, text, found, (*_circumstances(sentence, text, reading), *under)))
    return [(name, rules, scored[n]) for n, (name, rules, _) in enumerate(reader.sections)]


def _scored(number: int, text: str, found: Found, circumstances: Sequence[Part]) -> Scored:
    score = found.score + sum(weight for _, weight in circumstances)
    return Scored(number, text, round(score, 3), found, circumstances, _labelling(found))


def _names(sentence: Sentence, reading: Reading) -> list[tuple[int, int]]:
    """Return where a sentence names actors, counted from its start."""
    at = sentence.start
    return [(name.start - at, name.end - at) for name in reading.names_in(at, sentence.end)]


def _parts(rule: str, hits: Iterable[Hit]) -> Iterator[Part]:
    return ((f"{rule} {match.group().lower()!r}", cue.weight) for cue, match in hits)


def _labelling(found: Found) -> Hit:
    """Return the heaviest hit of the label that weighs most in all; without labels the heaviest hit."""
    labelled = [hit for hit in (*found.cues, *found.beside) if hit[0].label]
    weights: dict[str | None, float] = {}
    for cue, _ in labelled:
        weights[cue.label] = weights.get(cue.label, 0.0) + cue.weight
    return max(labelled or found.cues, key=lambda hit: (weights.get(hit[0].label, 0.0), hit[0].weight))


def _circumstances(sentence: Sentence, text: str, reading: Reading) -> Iterator[Part]:
    """Yield what beside its cues counts for or against a sentence."""
    if any(reading.is_party(n) for n in reading.names_in(sentence.start, sentence.end)):
        yield "party named", PARTY_BONUS
    if sentence.heading:
        yield "heading", -HEADING_MALUS
    elif "?" in text:
        yield "question", -QUESTION_MALUS
    elif not _stops(text):
        yield "no full stop", -NO_STOP_MALUS
    if len(text) >= 2 * LONG_FROM:
        yield "long sentence", -LONG_MALUS * (len(text) // LONG_FROM - 1)


def _diverse(scored: Sequence[Scored], at_most: int) -> list[Scored]:
    """Take the best one by one; each taken one lowers those of its label and drops those that repeat it."""
    left = list(scored)
    taken: list[Scored] = []
    while left and len(taken) < at_most:
        labels = [t.label for t in taken]
        best = max(left, key=lambda s: (s.score - SAME_LABEL_MALUS * labels.count(s.label), -s.sentence))
        taken.append(best)
        left = [s for s in left if s is not best and not repeats(s, best)]
    return taken


def repeats(a: Scored, b: Scored) -> bool:
    """Whether two sentences say the same, by the words they share."""
    small = min(len(a.words), len(b.words)) or 1
    return len(a.words & b.words) / small > SAME_WORDS


@lru_cache(maxsize=1024)
def _content(text: str) -> frozenset[str]:
    # Kept, as each sentence is compared with each that was taken before.
    return frozenset(_CONTENT.findall(text.lower()))


def _claim(scored: Scored, reading: Reading) -> DraftClaim:
    voices = reading.voices_at(reading.sentences[scored.sentence].start + scored.best[1].start())
    heard = sentence_assertion(scored.sentence, reading)
    return DraftClaim(
        sentences=(f"S{reading.sentences[scored.sentence].index}",),
        label=scored.label,
        said_by=f"W{voices[0][0] + 1}" if voices else None,
        assertion=heard.assertion,
        score=scored.score,
        rules={
            "score": ", ".join(rule for rule, _ in scored.parts),
            "label": scored.labelled,
            "said_by": "innermost voice" if voices else "the article itself",
            "assertion": heard.rule,
        },
    )


def draft_summary(reading: Reading, claims: Sequence[DraftClaim]) -> tuple[DraftClaim, ...]:
    """Return an article's lead and the best of its claims."""
    lead = _lead(reading)
    best = max(claims, key=lambda c: c.score, default=None)
    if best is not None:
        best = best._replace(rules={**best.rules, "sentence": "best claim"})
    found = [c for c in (lead, best) if c is not None]
    return tuple({c.sentences: c for c in found}.values())


def _lead(reading: Reading) -> DraftClaim | None:
    """Return the first whole sentence that names somebody or some place; where there is none, the first at all."""
    first: int | None = None
    for number, sentence in enumerate(reading.sentences):
        if sentence.heading or len(reading.words[number]) < MIN_WORDS:
            continue
        first = number if first is None else first
        # "We are closing this blog now." and the line under a title come before it.
        names = reading.names_in(sentence.start, sentence.end) or reading.spots_in(sentence.start, sentence.end)
        if names and _stops(reading.text[sentence.start : sentence.end]):
            first = number
            break
    if first is None:
        return None
    assertion = sentence_assertion(first, reading).assertion
    return DraftClaim((f"S{reading.sentences[first].index}",), assertion=assertion, rules={"sentence": "lead"})


def _stops(text: str) -> bool:
    """Whether a sentence ends as one."""
    return text.rstrip(_CLOSING).endswith(_STOPS)
