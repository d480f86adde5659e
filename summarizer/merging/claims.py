"""The same statement from several articles becomes one claim with all its evidence; nobody's opinion becomes a fact.

A label that the schema recognises by words of its own ("tunnels") names a thing: claims under it are one. A label that
is a topic ("threat"), or none, does not: there claims are one only where their words are, too. What somebody denies is
never joined with what others say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from summarizer.merging.excerpts import excerpt, told
from summarizer.merging.names import Directory
from summarizer.models import ArticleBrief, Claim, Claims, Evidence
from summarizer.schema import ClaimRules, SectionSpec, words

ALIKE = 80.0
"""Least `token_set_ratio` of the content words of two claims that say the same."""

MIN_SHARED = 3
"""Content words that two such claims share at least: short ones are alike by chance."""

MOSTLY = 0.5
"""Share of a section's cues that must carry a label for its labels to name things, not topics."""

_RARE = 4
"""Words by which a claim is blocked: its rarest ones."""

_MOST_CANDIDATES = 30
_STEM = 6
_WORD = re.compile(r"[^\W\d_]{4,}")
_GRAMMAR = frozenset(
    words(
        "that this with from have has had been were will would could should they them their there these those which "
        "while when where what who whom whose into onto over under about after before also more most many much some "
        "such than then only other others very just still being both each even ever here like made make said says "
        "upon your does"
    )
)


@dataclass(frozen=True, slots=True)
class Voiced:
    """A claim of one article with its speaker's merged name and its content words."""

    claim: Claim
    speaker: str | None
    words: frozenset[str]
    rank: int
    root: str


def merge_claims(claims: Sequence[Voiced], section: SectionSpec) -> tuple[Claim, ...]:
    """Return the merged claims of a section: those that most articles bear first."""
    groups = clustered(claims, section)
    merged = [(_merged(g, section), len({v.root for v in g}), min(v.rank for v in g)) for g in groups]
    merged.sort(key=lambda m: (-m[1], m[2], m[0].evidence[0].start if m[0].evidence else 0, m[0].text))
    return tuple(claim for claim, *_ in merged)


def voiced_claims(briefs: Iterable[ArticleBrief], section: str, directory: Directory) -> list[Voiced]:
    """Return the claims of a section in the articles' order; what a copy repeats of its original is left out."""
    found: list[Voiced] = []
    seen: set[tuple[str, str, str | None]] = set()
    for rank, brief in enumerate(briefs):
        listed = brief.sections.get(section)
        root = brief.article.copy_of or brief.article.id
        for claim in listed.items if isinstance(listed, Claims) else ():
            key = (root, claim.text, claim.label)
            if key not in seen:
                seen.add(key)
                speaker = directory.actor(claim.said_by, brief.article.id) if claim.said_by else None
                found.append(Voiced(claim, speaker, content_words(claim.text), rank, root))
    return found


def content_words(text: str) -> frozenset[str]:
    """Return the stems of the words that carry meaning."""
    return frozenset(w[:_STEM] for w in _WORD.findall(text.lower()) if w not in _GRAMMAR)


def named_labels(section: SectionSpec) -> frozenset[str]:
    """Return the labels under which claims are one thing: each has words of its own, in a section made of such."""
    rules = section.rules
    if not isinstance(rules, ClaimRules) or not rules.cues:
        return frozenset()
    labelled = [c.label for c in rules.cues if c.label]
    return frozenset(labelled) if len(labelled) >= MOSTLY * len(rules.cues) else frozenset()


def clustered(claims: Sequence[Voiced], section: SectionSpec) -> list[list[Voiced]]:
    """Return the claims in groups that say the same."""
    named = named_labels(section)
    groups: dict[tuple[str, bool], list[Voiced]] = {}
    rest: list[Voiced] = []
    for voiced in claims:
        label = voiced.claim.label
        if label in named:
            groups.setdefault((label or "", voiced.claim.assertion == "denied"), []).append(voiced)
        else:
            rest.append(voiced)
    return [*groups.values(), *_by_words(rest)]


def _by_words(claims: Sequence[Voiced]) -> list[list[Voiced]]:
    """Group claims whose words are alike; each is compared with a few that share one of its rarest words."""
    common = Counter(word for v in claims for word in v.words)
    blocks: dict[tuple[str | None, bool, str], list[int]] = {}
    groups: list[list[Voiced]] = []
    for voiced in claims:
        rare = sorted(voiced.words, key=lambda w: (common[w], w))[:_RARE]
        keys = [(voiced.claim.label, voiced.claim.assertion == "denied", w) for w in rare]
        near = dict.fromkeys(i for key in keys for i in blocks.get(key, ())[-_MOST_CANDIDATES:])
        at = next((i for i in near if say_the_same(groups[i][0], voiced)), None)
        if at is None:
            at = len(groups)
            groups.append([])
        groups[at].append(voiced)
        for key in keys:
            if at not in blocks.setdefault(key, [])[-_MOST_CANDIDATES:]:
                blocks[key].append(at)
    return groups


def say_the_same(one: Voiced, other: Voiced) -> bool:
    """Whether two claims are alike in their content words."""
    if len(one.words & other.words) < min(MIN_SHARED, len(one.words), len(other.words)) or not one.words:
        return False
    from rapidfuzz import fuzz  # imported late: a run without --brief never needs it

    return bool(fuzz.token_set_ratio(" ".join(sorted(one.words)), " ".join(sorted(other.words))) >= ALIKE)


def _merged(group: Sequence[Voiced], section: SectionSpec) -> Claim:
    """Return one claim for a group.

    Its text is taken from the claim that tells it best: in an article's own voice before in a speaker's, short before
    long. Where all are in speakers' voices and not one's alone, it is passed on ("reported"), not stated.
    """
    speakers = {v.speaker for v in group}
    read = group[:_MOST_READ]
    shown = [replace(v, claim=v.claim.model_copy(update={"text": excerpt(v.claim, section)})) for v in read]
    best = min(shown, key=lambda v: (v.speaker is not None, *_clarity(v.claim, section), v.rank, v.claim.text))
    assertion = best.claim.assertion
    if len(speakers) > 1 and None not in speakers and assertion == "stated":
        assertion = "reported"
    evidence = {(e.article, e.start, e.end): e for v in [best, *group] for e in v.claim.evidence}
    return Claim(
        text=best.claim.text,
        label=best.claim.label,
        said_by=best.speaker if len(speakers) == 1 else None,
        assertion=assertion,
        evidence=tuple(_bearing_first(list(evidence.values()), best.claim.evidence)),
    )


_MOST_READ = 100
"""Claims of a group that its text is chosen from."""

_GOOD_LENGTH = range(30, 161)
_TELLING = 2
_QUESTION = re.compile(r"\?|\b(?:question|why|how)\b", re.IGNORECASE)


def _clarity(claim: Claim, section: SectionSpec) -> tuple[bool, bool, int, int]:
    """Return the key that sorts texts: a statement of readable length, to the point, short, first."""
    asks = _QUESTION.search(claim.text) is not None
    return asks, len(claim.text) not in _GOOD_LENGTH, -min(told(claim, section), _TELLING), len(claim.text)


def _bearing_first(evidence: Sequence[Evidence], first: Sequence[Evidence]) -> list[Evidence]:
    """Return what bears the text first, the rest in the order it came."""
    bearing = {(e.article, e.start, e.end) for e in first}
    return [*first, *(e for e in evidence if (e.article, e.start, e.end) not in bearing)]
