"""The claims of single articles as merging compares them: with speaker, origin and content words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from summarizer.merging.context import Context
from summarizer.merging.digest import Digest, Order
from summarizer.merging.held import foretold
from summarizer.merging.origins import Origin
from summarizer.models import Claim, Relation
from summarizer.relations import Relations
from summarizer.schema import words

BLOCKED_BY = 4
"""Words of a claim of which one must stand in another for the two to be compared."""

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


@dataclass(frozen=True, slots=True, eq=False)
class Voiced:
    """A claim of one article with its speaker's merged name, its origin and its content words, `joined` in order.

    `foretold` are what it says will come or not, by keys that all claims share which say so.
    """

    claim: Claim
    speaker: str | None
    origin: Origin
    words: frozenset[str]
    joined: str
    keys: tuple[tuple[str | None, bool, str], ...]
    digest: Digest
    foretold: frozenset[str] = frozenset()

    @property
    def order(self) -> Order:
        """The order of its article."""
        return self.digest.order

    @property
    def denied(self) -> bool:
        """Whether it says that something is not so."""
        return self.claim.assertion == "denied"


def voiced_claims(context: Context, section: str, relations: Relations) -> list[Voiced]:
    """Return the claims of a section in the articles' order; what a copy repeats of its original is left out."""
    make = partial(_voiced, section=section, context=context, relations=relations)
    return context.told(section, make, lambda v: (v.claim.text, v.claim.label))


def _voiced(digest: Digest, section: str, context: Context, relations: Relations) -> list[Voiced]:
    ahead = foretold(digest, context, relations)
    once = {(c.text, c.label): c for c in reversed(digest.claims(section))}
    found = []
    for claim in reversed(once.values()):
        speaker = context.directory.actor(claim.said_by, digest) if claim.said_by else None
        content = content_words(claim.text)
        says = _foretold(claim, ahead)
        found.append(
            Voiced(
                claim=claim,
                speaker=speaker,
                origin=context.origins.of(claim.said_by, claim.assertion, digest),
                words=frozenset(content),
                joined=" ".join(sorted(content)),
                keys=(
                    *[(claim.label, claim.assertion == "denied", w) for w in _telling(content)],
                    *[(None, False, key) for key in sorted(says)],
                ),
                digest=digest,
                foretold=says,
            )
        )
    return found


_TIME = re.compile(
    r"\d|\b(?:by|within|before|until|till|after|next|this|coming|soon|(?:day|week|month|year|decade|season|winter|summer|"
    r"spring|autumn)s?)\b",
    re.IGNORECASE,
)


def _foretold(claim: Claim, ahead: Sequence[tuple[Relation, str]]) -> frozenset[str]:
    """Return what a claim foretells; nothing where it gives a time or a figure, in which others may differ."""
    if not ahead or claim.assertion == "denied" or _TIME.search(claim.text):
        return frozenset()
    spans = {(e.start, e.end) for e in claim.evidence}
    return frozenset(key for relation, key in ahead if any((e.start, e.end) in spans for e in relation.evidence))


def _telling(content: Mapping[str, int]) -> list[str]:
    """Return the words by which a claim is blocked: its longest ones, which are mostly its rarest."""
    return sorted(content, key=lambda w: (-content[w], w))[:BLOCKED_BY]


def content_words(text: str) -> dict[str, int]:
    """Return the stems of the words that carry meaning, each with the length of its longest word."""
    lengths: dict[str, int] = {}
    for word in _WORD.findall(text.lower()):
        if word not in _GRAMMAR:
            lengths[word[:_STEM]] = max(len(word), lengths.get(word[:_STEM], 0))
    return lengths
