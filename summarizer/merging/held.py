"""What articles say stands between two, with what its names mean in all articles: what merging compares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from summarizer.merging.context import Context
from summarizer.merging.digest import Digest
from summarizer.merging.intervals import days
from summarizer.merging.origins import Origin
from summarizer.models import Place, Relation
from summarizer.relations import RelationRules, Relations


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """A statement with what its names mean in all articles.

    `near` are the other names of its sentence, for topics, or its places, for what is to come; `countries` are those of
    the places that it names.
    """

    relation: Relation
    rules: RelationRules
    about: str
    beside: str | None
    named: frozenset[str]
    speaker: str | None
    origin: Origin
    digest: Digest
    near: frozenset[str]
    countries: frozenset[str | None]

    @property
    def day(self) -> int | None:
        """The day that it speaks of, as an ordinal: its own time's last one, else that of publication."""
        found = days(self.relation.as_of) or days(self.digest.article.published)
        return found[1] if found else None


def held(context: Context, relations: Relations) -> list[Held]:
    """Return the statements of all articles in their order; what a copy repeats of its original is left out."""
    if not relations.listed:
        return []
    make = partial(_all_held, context=context, relations=relations)
    return context.told("relations", make, lambda h: (h.relation.relation, h.relation.evidence[0].quote))


def foretold(digest: Digest, context: Context, relations: Relations) -> list[tuple[Relation, str]]:
    """Return what an article says will come or not, each with a key that all statements share which say the same.

    What is said of a topic is the same only where it names the same: a truce is one country's.
    """
    found = []
    for each in context.of(digest, "relations", partial(_all_held, digest, context, relations)):
        if each.rules.ahead and not each.relation.limited:
            of = sorted(each.near) if each.rules.about == "topic" else [""]
            found += [(each.relation, "\n".join((each.rules.name, str(each.relation.so), each.about, n))) for n in of]
    return found


def _all_held(digest: Digest, context: Context, relations: Relations) -> tuple[Held, ...]:
    return tuple(_held(digest, context, relations))


def _held(digest: Digest, context: Context, relations: Relations) -> Iterator[Held]:
    directory = context.directory
    for relation in digest.brief.relations:
        rules = relations.named.get(relation.relation)
        if rules is None or not relation.evidence:
            continue
        if rules.about == "topic":
            about = relation.about
        elif rules.about == "place":
            about = directory.place(relation.about, digest)
        else:
            about = directory.actor(relation.about, digest)
        yield Held(
            relation=relation,
            rules=rules,
            about=about,
            beside=directory.place(relation.beside, digest) if relation.beside else None,
            named=frozenset(_meant(n, rules, digest, context) for n in relation.named),
            speaker=directory.actor(relation.said_by, digest) if relation.said_by else None,
            origin=context.origins.of(relation.said_by, relation.assertion, digest),
            digest=digest,
            near=frozenset(_near(relation, rules, digest, context)) - {about},
            countries=frozenset(_country(n, digest) for n in relation.named) if rules.named == "place" else frozenset(),
        )


def _meant(name: str, rules: RelationRules, digest: Digest, context: Context) -> str:
    """Return who or what a name means; whoever speaks for a body ("we hold it") is that body."""
    if rules.named == "place":
        return context.directory.place(name, digest)
    return context.origins.of(name, "stated", digest).name if rules.named == "actor" else name


def _country(name: str, digest: Digest) -> str | None:
    return next((i.country for i in digest.named() if isinstance(i, Place) and name in (i.name, *i.aliases)), None)


def _near(relation: Relation, rules: RelationRules, digest: Digest, context: Context) -> Iterator[str]:
    if rules.about != "topic" and not rules.ahead:
        return
    evidence = relation.evidence[0]
    for item in digest.named():
        if any(evidence.start <= m.start and m.end <= evidence.end for m in item.mentions):
            if isinstance(item, Place):
                yield context.directory.place(item.name, digest)
            elif rules.about == "topic":
                yield context.directory.actor(item.name, digest)
