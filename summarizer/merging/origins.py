"""Who first gave a figure or made a claim. A spokesperson's figure is the organisation's; a relay's is the source's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from summarizer.merging.actors import PERSON
from summarizer.merging.digest import Digest
from summarizer.merging.directory import Directory
from summarizer.merging.joining import Profile
from summarizer.merging.spelling import is_acronym
from summarizer.models import Claims, Estimates

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


@dataclass(frozen=True, slots=True, eq=False)
class Voices:
    """Who in one article speaks for whom: its persons by the bodies whose office they hold, its bodies by their forms.

    Only those who give a figure or make a claim are looked at.
    """

    offices: tuple[tuple[Profile, Profile], ...]
    bodies: Mapping[str, Profile]


def voices_of(digest: Digest) -> Voices:
    """Read an article for its offices."""
    bodies = {f: digest.actors[i.name] for i in digest.entities() if i.kind != PERSON for f in (i.name, *i.aliases)}
    speakers = {
        item.said_by
        for section in digest.brief.sections.values()
        if isinstance(section, Estimates | Claims)
        for item in section.items
    } | {r.said_by for r in digest.brief.relations}
    offices = []
    for item in digest.entities():
        if item.kind == PERSON and speakers.intersection((item.name, *item.aliases)):
            found = (_office(digest.article.text, m.start, m.end, bodies) for m in item.mentions[:_MOST_MENTIONS])
            offices += [(digest.actors[item.name], body) for body in dict.fromkeys(found) if body]
    return Voices(tuple(offices), bodies)


class Origins:
    """Finds origins over a set of articles."""

    def __init__(self, voices: Mapping[str, Voices], digests: Mapping[str, Digest], directory: Directory) -> None:
        """Take the voices and digests of all articles by their ids."""
        self._directory = directory
        self._digests = digests
        self._voices = voices
        held: dict[str, set[str]] = {}
        for each in voices.values():
            for person, body in each.offices:
                held.setdefault(directory.names[person], set()).add(directory.names[body])
        # Who speaks for two bodies is taken at their own word.
        self._offices = {person: next(iter(named)) for person, named in held.items() if len(named) == 1}

    @property
    def offices(self) -> Mapping[str, str]:
        """The body that each person is known to speak for, by merged names."""
        return self._offices

    def of(self, said_by: str | None, assertion: str, digest: Digest) -> Origin:
        """Return the origin of what a form of an article (None: the article itself) says there."""
        if said_by is None:
            outlet = self.outlet(digest)
            # "Reportedly" passes on what somebody unnamed said: that is nobody's corroboration.
            return Origin(outlet or digest.root, outlet is not None and assertion != "reported")
        name = self._directory.actor(said_by, digest)
        if name in self._offices:
            return Origin(self._offices[name], True)
        if self._directory.is_named(said_by, digest):
            return Origin(name, True)
        if body := _speaks_for(said_by, self._voices[digest.article.id].bodies):
            return Origin(self._directory.names[body], True)
        return Origin(name, _looks_named(said_by))

    def title(self, article: str) -> str:
        """Return what an article is called, its id where it is not among these."""
        found = self._digests.get(article)
        return found.title if found else article

    def outlet(self, digest: Digest) -> str | None:
        """Return the outlet of an article, or of the one it is a copy of, under its merged name."""
        source = self._digests.get(digest.article.copy_of or "", digest)
        return self._directory.actor(source.article.outlet, source) if source.article.outlet else None


def _looks_named(speaker: str) -> bool:
    words = speaker.split()
    return is_acronym(speaker) or (len(words) > 1 and all(w[:1].isupper() for w in words))


def _office(text: str, start: int, end: int, bodies: Mapping[str, Profile]) -> Profile | None:
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


def _speaks_for(words: str, bodies: Mapping[str, Profile]) -> Profile | None:
    """Return the body in "a spokesman for the SDF" or "the SDF spokesman"; None where no office in it is named."""
    role = _ROLE.search(words)
    if role is None or _NOT_IN_OFFICE.search(words[: role.end() + _BODY_WITHIN]):
        return None
    rest = words[role.end() : role.end() + _BODY_WITHIN]
    return (_first_body(rest, bodies) if _FOLLOWS.match(rest) else None) or _last_body(words[: role.start()], bodies)


def _first_body(words: str, bodies: Mapping[str, Profile]) -> Profile | None:
    spots = [(m.start(), -len(form), form) for form in bodies for m in _found(form, words)]
    return bodies[min(spots)[2]] if spots else None


def _last_body(words: str, bodies: Mapping[str, Profile]) -> Profile | None:
    """Return the body whose name ends the words, a word or two before the office apart."""
    spots = []
    for form in bodies:
        for m in _found(form, words):
            if len(words[m.end() :].split()) <= _BESIDE:
                spots.append((m.end(), len(form), form))
    return bodies[max(spots)[2]] if spots else None


def _found(form: str, words: str) -> Iterable[re.Match[str]]:
    # Most forms stand nowhere near, and "in" is much faster than a search.
    return _whole(form).finditer(words) if form.casefold() in words.casefold() else ()


@lru_cache(maxsize=50_000)
def _whole(form: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + re.escape(form) + r"(?!\w)", 0 if is_acronym(form) else re.IGNORECASE)
