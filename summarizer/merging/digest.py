"""What merging reads in one article, read once however often the article is merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from textwrap import shorten

from summarizer.merging.joining import Presented, Profile
from summarizer.models import (
    Article,
    ArticleBrief,
    Claim,
    Claims,
    Entities,
    Entity,
    Estimate,
    Estimates,
    Place,
    Places,
)
from summarizer.sounding import fold

LONGEST_TITLE = 90
"""Characters of a title that tell articles apart."""

Order = tuple[bool, str, str]
"""What articles are sorted by: dated before undated, by date, then by id."""

Profiles = Callable[[str, Presented], Profile]
"""Gives the one profile of a presentation in a section."""


@dataclass(frozen=True, slots=True, eq=False)
class Digest:
    """One article as merging reads it.

    `root` is the id of the article, or of the one that it is a copy of. `listed` maps each section of names to its
    profiles and their mentions; `actors` and `places` find the profile of a form, exact or folded. `around` are the
    folded names of all that it names.
    """

    brief: ArticleBrief
    article: Article
    order: Order
    root: str
    title: str
    listed: Mapping[str, Mapping[Profile, int]]
    actors: Mapping[str, Profile]
    places: Mapping[str, Profile]
    around: frozenset[str]
    foreign: frozenset[str]
    """Speakers, holders and places that the article does not list: what they mean, other articles decide."""

    def estimates(self, section: str) -> tuple[Estimate, ...]:
        """Return the estimates of a section."""
        found = self.brief.sections.get(section)
        return found.items if isinstance(found, Estimates) else ()

    def claims(self, section: str) -> tuple[Claim, ...]:
        """Return the claims of a section."""
        found = self.brief.sections.get(section)
        return found.items if isinstance(found, Claims) else ()

    def entities(self) -> Iterator[Entity]:
        """Yield the entities of all sections."""
        for section in self.brief.sections.values():
            if isinstance(section, Entities):
                yield from section.items

    def named(self) -> Iterator[Entity | Place]:
        """Yield the entities and places of all sections."""
        for section in self.brief.sections.values():
            if isinstance(section, Entities | Places):
                yield from section.items


def digest(brief: ArticleBrief, profiles: Profiles, indistinct: frozenset[str]) -> Digest:
    """Return what merging reads in an article.

    Args:
        brief: the article's brief.
        profiles: gives the one profile of each presentation.
        indistinct: folded words that, alone, make up names which each country has ("defence", "ministry").
    """
    article = brief.article
    listed: dict[str, Counter[Profile]] = {}
    actors: dict[str, Profile] = {}
    places: dict[str, Profile] = {}
    scope = _home(brief) or article.id
    for name, section in brief.sections.items():
        if not isinstance(section, Entities | Places):
            continue
        counts = listed.setdefault(name, Counter())
        for item in section.items:
            profile = profiles(name, _presented(item, scope, indistinct))
            counts[profile] += max(1, len(item.mentions))
        _enter(actors if isinstance(section, Entities) else places, counts)
    own = actors.keys() | places.keys()
    return Digest(
        brief=brief,
        article=article,
        order=(article.published is None, article.published or "", article.id),
        root=article.copy_of or article.id,
        title=title_of(article),
        listed=listed,
        actors=actors,
        places=places,
        around=frozenset(fold(p.name) for counts in listed.values() for p in counts),
        foreign=frozenset(f for f in _used(brief) if f not in own and fold(f) not in own),
    )


def _used(brief: ArticleBrief) -> Iterator[str]:
    """Yield the forms by which figures and claims speak of somebody or somewhere."""
    if brief.article.outlet:
        yield brief.article.outlet
    for section in brief.sections.values():
        for item in section.items if isinstance(section, Estimates | Claims) else ():
            if item.said_by:
                yield item.said_by
            if isinstance(item, Estimate):
                yield from (f for f in (item.holder, item.place, *item.via) if f)
    for relation in brief.relations:
        yield from (f for f in (relation.about, *relation.named, relation.beside, relation.said_by) if f)


def title_of(article: Article) -> str:
    """Return what an article is called: its title in quotes, else its file's name, address or id."""
    if article.title:
        title = shorten(article.title, LONGEST_TITLE, placeholder=" …")
        return title if "“" in title else f"“{title}”"
    return PurePath(article.path).name if article.path else article.url or article.id


def _presented(item: Entity | Place, scope: str, indistinct: frozenset[str]) -> Presented:
    forms = (item.name, *sorted({*item.aliases} - {item.name}))
    if isinstance(item, Place):
        return Presented(item.name, "place", forms, item.country, item.lat, item.lon)
    everywhere = indistinct.issuperset(fold(item.name).split())
    return Presented(item.name, item.kind, forms, scope=scope if everywhere else None)


def _home(brief: ArticleBrief) -> str | None:
    """Return the country that an article's places lie in more than in any other; None where two are even."""
    counts: Counter[str] = Counter()
    for section in brief.sections.values():
        for place in section.items if isinstance(section, Places) else ():
            if place.country:
                counts[place.country] += max(1, len(place.mentions))
    (first, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return first if most > second else None


def _enter(table: dict[str, Profile], profiles: Iterable[Profile]) -> None:
    """Enter the forms of profiles: a name goes before another's alias, an exact form before a folded one."""
    given = list(profiles)
    for profile in given:
        table.setdefault(profile.name, profile)
    for profile in given:
        for form in profile.forms[1:]:
            table.setdefault(form, profile)
    for profile in given:
        for form in profile.forms:
            table.setdefault(fold(form), profile)
