"""Who first gave a figure. A spokesperson's figure is the organisation's; a relay's is the source's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.merging.actors import PERSON
from summarizer.merging.names import Directory
from summarizer.merging.spelling import is_acronym
from summarizer.models import Article, ArticleBrief, Entities, Entity, Estimate

# Words for those who speak for a body. Experts, witnesses and former holders of an office speak for themselves.
_ROLE = re.compile(
    r"\b(?:(?:speaks|speaking|spoke)(?= for\b)|"
    r"spokes(?:man|woman|person|people|persons|men|women)|press (?:officer|secretary)|director|head|chief|"
    r"chair\w{0,6}|president|minister|secretary|ambassador|envoy|representative|official|officer|leader|commander|"
    r"governor|mayor|coordinator|deputy|adviser|advisor)s?\b",
    re.IGNORECASE,
)
_NOT_IN_OFFICE = re.compile(
    r"\b(?:former|ex|late|fired|ousted|sacked|close to|critics? of|opponents? of)\b", re.IGNORECASE
)
_STOP = re.compile(r"[.;:\n“”\"](?=\s|$)|[“”\n]")
_FOLLOWS = re.compile(r"\s+(?:for|of|at|with|from|in|to)\b")
_AFTER = 140
_BEFORE = 90
_BODY_WITHIN = 60
_BESIDE = 2
_MOST_MENTIONS = 12
"""Mentions of a person that are read for an office; it is given at the first ones."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Who first gave a figure; `known` where that is somebody named, so that it can corroborate."""

    name: str
    known: bool


class Origins:
    """Finds origins over a set of briefs, given in their stable order."""

    def __init__(self, briefs: Sequence[ArticleBrief], directory: Directory) -> None:
        self._directory = directory
        self._articles = {b.article.id: b.article for b in briefs}
        self._bodies = {b.article.id: _bodies(b, directory) for b in briefs}
        self._offices = _offices(briefs, directory, self._bodies)

    def of(self, estimate: Estimate, article: Article) -> Origin:
        """Return the origin of an estimate of an article."""
        if estimate.said_by is None:
            return self._own_voice(estimate, article)
        said_by = self._directory.actor(estimate.said_by, article.id)
        if said_by in self._offices:
            return Origin(self._offices[said_by], True)
        if self._directory.is_named(estimate.said_by, article.id):
            return Origin(said_by, True)
        if body := _speaks_for(estimate.said_by, self._bodies[article.id]):
            return Origin(body, True)
        return Origin(said_by, _looks_named(estimate.said_by))

    def outlet(self, article: Article) -> str | None:
        """Return the outlet of an article, or of the one it is a copy of, under its merged name."""
        source = self._articles.get(article.copy_of or "", article)
        return self._directory.actor(source.outlet, source.id) if source.outlet else None

    def _own_voice(self, estimate: Estimate, article: Article) -> Origin:
        outlet = self.outlet(article)
        # "Reportedly" passes on what somebody unnamed said: that is nobody's corroboration.
        heard = estimate.assertion == "reported"
        return Origin(outlet or article.copy_of or article.id, outlet is not None and not heard)


def _looks_named(speaker: str) -> bool:
    words = speaker.split()
    return is_acronym(speaker) or (len(words) > 1 and all(w[:1].isupper() for w in words))


def _bodies(brief: ArticleBrief, directory: Directory) -> dict[str, str]:
    """Return the forms of all that is no person in an article, with their merged names."""
    found: dict[str, str] = {}
    for item in _entities(brief):
        if item.kind != PERSON:
            for form in (item.name, *item.aliases):
                found[form] = directory.actor(item.name, brief.article.id)
    return found


def _entities(brief: ArticleBrief) -> list[Entity]:
    return [item for s in brief.sections.values() if isinstance(s, Entities) for item in s.items]


def _offices(
    briefs: Iterable[ArticleBrief], directory: Directory, bodies: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    """Return for each person the body that the articles say they speak for, where they agree on one."""
    found: dict[str, set[str]] = {}
    for brief in briefs:
        speakers = {e.said_by for s in brief.sections.values() if s.kind == "estimates" for e in s.items}
        for item in _entities(brief):
            if item.kind == PERSON and speakers.intersection((item.name, *item.aliases)):
                name = directory.actor(item.name, brief.article.id)
                for mention in item.mentions[:_MOST_MENTIONS]:
                    body = _office(brief.article.text, mention.start, mention.end, bodies[brief.article.id])
                    found.setdefault(name, set()).update([body] if body else [])
    return {person: next(iter(named)) for person, named in found.items() if len(named) == 1}


def _office(text: str, start: int, end: int, bodies: Mapping[str, str]) -> str | None:
    """Return the body that the words around a person's name say the person speaks for."""
    after = _STOP.split(text[end : end + _AFTER], maxsplit=1)[0]
    if after.lstrip()[:1] in (",", "(") and (body := _speaks_for(after.lstrip()[1:], bodies)):
        return body
    before = _STOP.split(text[max(0, start - _BEFORE) : start])[-1]
    roles = list(_ROLE.finditer(before))
    if not roles or _NOT_IN_OFFICE.search(before):
        return None
    between = before[roles[-1].end() :]
    if between.rstrip().endswith(","):  # "the spokesman for the SDF, Mustafa Bali"
        return _first_body(between, bodies) if _FOLLOWS.match(between) else None
    # "SDF spokesman Colonel Mustafa Bali": between office and name stands at most a title.
    titles = between.split()
    if len(titles) > 1 or not all(t[:1].isupper() for t in titles):
        return None
    return _last_body(before[: roles[-1].start()], bodies)


def _speaks_for(words: str, bodies: Mapping[str, str]) -> str | None:
    """Return the body in "a spokesman for the SDF" or "the SDF spokesman"; None where no office in it is named."""
    role = _ROLE.search(words)
    if role is None or _NOT_IN_OFFICE.search(words[: role.end() + _BODY_WITHIN]):
        return None
    rest = words[role.end() : role.end() + _BODY_WITHIN]
    return (_first_body(rest, bodies) if _FOLLOWS.match(rest) else None) or _last_body(words[: role.start()], bodies)


def _first_body(words: str, bodies: Mapping[str, str]) -> str | None:
    spots = [(m.start(), -len(form), name) for form, name in bodies.items() for m in _found(form, words)]
    return min(spots)[2] if spots else None


def _last_body(words: str, bodies: Mapping[str, str]) -> str | None:
    """Return the body whose name ends the words, a word or two before the office apart."""
    spots = []
    for form, name in bodies.items():
        for m in _found(form, words):
            if len(words[m.end() :].split()) <= _BESIDE:
                spots.append((m.end(), len(form), name))
    return max(spots)[2] if spots else None


def _found(form: str, words: str) -> Iterable[re.Match[str]]:
    # Most forms stand nowhere near, and "in" is much faster than a search.
    return _whole(form).finditer(words) if form.casefold() in words.casefold() else ()


@lru_cache(maxsize=50_000)
def _whole(form: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + re.escape(form) + r"(?!\w)", 0 if is_acronym(form) else re.IGNORECASE)
