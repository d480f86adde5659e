"""Where speakers contradict each other in words: one says that it was so, another that it was not; or who is behind it.

Rules see few contradictions and must not invent any: an analyst forgives one that is missing, not two people set
against each other who agree. So only two kinds are looked for: the same verb of the same subject with and without "not"
at one time, and rival answers to a question that the schema asks of a label.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from summarizer.merging.context import Context
from summarizer.merging.digest import Digest
from summarizer.merging.intervals import days
from summarizer.merging.voiced import Voiced
from summarizer.models import Difference, Side
from summarizer.schema import ClaimRules

LONGEST_APART = 31
"""Days that two articles lie apart at most for one's "was not" to speak against the other's "was"."""

MOST_SIDES = 8
"""Sides of a difference that are listed."""

MOST_RIVALRIES = 3
"""Actors about whom rival answers are listed for a question: those that most speakers speak of."""

_LONGEST_NAME = 6  # words
_SAID = re.compile(
    r"\b(?P<be>(?:has|have|had)(?P<not1> not|n[’']t| never)? been|(?:is|are|was|were)(?P<not2> not|n[’']t| never|"
    r" no longer)?)(?P<how>(?: (?:not|never|yet|fully|completely|entirely|totally|finally|already|decisively)){0,3})"
    r" (?P<what>[a-z]{2,20}(?:ed|en)|shot down|dead|alive|responsible)\b"
)
# What is asked, supposed or only wished is not said.
_UNSURE = re.compile(
    r"\b(?:if|whether|unless|until|may|might|could|would|should|will|must|perhaps|allegedly|reportedly|rumou?red)\b|\?",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never)\b")


class _Said(NamedTuple):
    """That a subject was, or was not, something."""

    subject: str
    be: str
    what: str
    so: bool
    voiced: Voiced


def contradictions(claims: Iterable[Voiced], context: Context) -> list[Difference]:
    """Return a difference for each thing that one voice says of a subject and another denies, at one time."""
    about: dict[tuple[str, str], list[_Said]] = {}
    for voiced in claims:
        # The same objects as long as the claim's names mean what they do now.
        for said in context.memo.get(("said", id(voiced)), partial(_all_said, voiced, context), voiced):
            about.setdefault((said.subject, said.what), []).append(said)
    found = []
    for (subject, what), listed in about.items():
        affirmed = [s for s in listed if s.so]
        sides = [s for s in affirmed if any(_opposed(s, o) for o in listed if not o.so)]
        if sides:
            sides += [o for o in listed if not o.so and any(_opposed(s, o) for s in affirmed)]
            text = f"whether {subject} {sides[0].be} {what}"
            found.append(Difference(text=text, sides=tuple(_sides(s.voiced for s in sides))))
    return found


def _all_said(voiced: Voiced, context: Context) -> tuple[_Said, ...]:
    return tuple(_said(voiced, context))


def _said(voiced: Voiced, context: Context) -> Iterator[_Said]:
    text = " ".join(voiced.claim.text.split())
    matches = [] if voiced.claim.assertion in ("possible", "denied") else list(_SAID.finditer(text))
    if not matches or _UNSURE.search(text):
        return
    for match in matches:
        subject = _subject(text[: match.start()], voiced.digest, context)
        if subject:
            denied = match["not1"] or match["not2"] or _NOT.search(match["how"])
            be = re.sub(r" not|n[’']t| never| no longer", "", match["be"])
            yield _Said(subject, be, match["what"], not denied, voiced)


def _subject(before: str, digest: Digest, context: Context) -> str | None:
    """Return the merged name of whom or what the words right before a verb name; None where they name nobody."""
    words = before.split()[-_LONGEST_NAME:]
    for start in range(len(words)):
        form = " ".join(words[start:]).strip("“”\"'")
        profile = digest.actors.get(form) or digest.places.get(form)
        if profile is not None and not (start and words[start - 1].lower() in ("of", "in", "by", "with", "and", "or")):
            return context.directory.names[profile]
    return None


def _opposed(one: _Said, other: _Said) -> bool:
    """Whether two voices speak of one time, and are two."""
    a, b = one.voiced, other.voiced
    if (a.speaker, a.origin) == (b.speaker, b.origin) or (a.digest.root == b.digest.root and a.speaker == b.speaker):
        return False
    if a.digest.root == b.digest.root:
        return True
    first, second = days(a.digest.article.published), days(b.digest.article.published)
    return first is not None and second is not None and abs(first[0] - second[0]) <= LONGEST_APART


def _sides(voiced: Iterable[Voiced]) -> Iterator[Side]:
    for v in list(voiced)[:MOST_SIDES]:
        yield Side(said_by=v.speaker, text=v.claim.text, evidence=v.claim.evidence)


# ------------------------------------------------------------------------------------------------------ rival answers


def rivalries(
    claims: Iterable[Voiced], rules: ClaimRules, kinds: Mapping[str, str], parties: Sequence[str], context: Context
) -> list[Difference]:
    """Return for each question of the schema the answers in which named speakers name different actors.

    Args:
        claims: the claims of a section.
        rules: its rules, with the questions.
        kinds: the kind of each merged actor.
        parties: the kinds of those who can be an answer.
        context: the merge.
    """
    found = []
    for label, question in rules.questions.items():
        answers = [
            (voiced, named)
            for voiced in claims
            if voiced.claim.label == label and voiced.speaker and voiced.origin.known and not voiced.denied
            if (named := {n for n in _all_named(voiced, context) if kinds.get(n) in parties} - {voiced.speaker})
        ]
        spoken_of = Counter(name for names in _by_speaker(answers).values() for name in names)
        ranked = sorted((-count, name) for name, count in spoken_of.items() if count > 1)
        for _, subject in ranked[:MOST_RIVALRIES]:
            sides = _rivals(subject, answers)
            if len({v.speaker for v in sides}) > 1:
                answers = [a for a in answers if a[0] not in sides]
                found.append(Difference(text=f"{subject}: {question}", sides=tuple(_sides(sides))))
    return found


def _by_speaker(answers: Iterable[tuple[Voiced, set[str]]]) -> dict[str | None, set[str]]:
    named: dict[str | None, set[str]] = {}
    for voiced, names in answers:
        named.setdefault(voiced.speaker, set()).update(names)
    return named


def _rivals(subject: str, answers: Sequence[tuple[Voiced, set[str]]]) -> list[Voiced]:
    """Return the answers about a subject whose speakers name others than every other speaker does."""
    about = [(v, names - {subject}) for v, names in answers if subject in names]
    about = [(v, names) for v, names in about if names]
    named = _by_speaker(about)
    apart = {
        speaker
        for speaker, names in named.items()
        if all(names.isdisjoint(others) for other, others in named.items() if other != speaker)
    }
    return [v for v, _ in about if v.speaker in apart]


def _all_named(voiced: Voiced, context: Context) -> frozenset[str]:
    return context.memo.get(("named", id(voiced)), lambda: frozenset(_named(voiced, context)), voiced)


def _named(voiced: Voiced, context: Context) -> Iterator[str]:
    """Yield the merged names of the actors that stand in what bears a claim."""
    spans = [(e.start, e.end) for e in voiced.claim.evidence]
    for item in voiced.digest.entities():
        if any(start <= m.start and m.end <= end for m in item.mentions for start, end in spans):
            yield context.directory.names[voiced.digest.actors[item.name]]
