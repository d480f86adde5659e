"""What is marked in an article that the rules do not read: known names, names that a model pointed at, figures. Pure.

A name is listed by the form that readers know; the article's own words are its alias, and mentions are slices of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from summarizer.backends.foreign.figures import find_figures
from summarizer.backends.foreign.names import can_stand_for, find_known, foreign_names
from summarizer.folding import fold
from summarizer.gazetteer import Gazetteer, default_gazetteer
from summarizer.models import Actor, Location, MarkedArticle, Name, Spot
from summarizer.schema import KnownName, Schema

PLACE = "place"
_LONGEST_NAME = 80


@dataclass(slots=True)
class Marks:
    """Names by how readers know them, each with its kind and the places where the article names it."""

    kinds: dict[str, str] = field(default_factory=dict)
    spans: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, name: str, kind: str, start: int, end: int) -> None:
        """Note a mention; one that lies in another is passed over."""
        if any(a < end and start < b for spans in self.spans.values() for a, b in spans):
            return
        self.kinds.setdefault(name, kind)
        self.spans.setdefault(name, []).append((start, end))


def known_marks(marked: MarkedArticle, schema: Schema) -> Marks:
    """Return the known names that stand in an article by what they are called in its language."""
    marks = Marks()
    for found in find_known(marked.article.text, foreign_names(schema.folder)):
        marks.add(found.name, found.kind, found.start, found.end)
    return marks


def take_names(marks: Marks, pointed: Iterable[Mapping[str, str]], marked: MarkedArticle, schema: Schema) -> list[str]:
    """Take in names that a model pointed at, and return why others cannot be taken.

    Each has `sentence` (its tag), `words` as they stand there, `name` as readers know it, and `kind`.
    """
    refused: list[str] = []
    text = marked.article.text
    known = {fold(form): k for k in schema.names for form in (k.name, *k.aliases)}
    for row in pointed:
        sentence = marked.article.sentences[int(row["sentence"][1:]) - 1]
        words, name = row["words"].strip(), " ".join(row["name"].split())
        at = text.find(words, sentence.start, sentence.end) if words else -1
        if at < 0:
            refused.append(f"{row['words']!r} does not stand in {row['sentence']}")
        elif not name or len(name) > _LONGEST_NAME or not (can_stand_for(name, words)):
            refused.append(f"{name!r} is not what {words!r} says")
        else:
            listed = known.get(fold(name))
            for start in _all(words, text, marked):
                marks.add(*_as_known(name, row["kind"], listed), start, start + len(words))
    return refused


def marked_anew(marked: MarkedArticle, marks: Marks, *, gazetteer: Gazetteer | None = None) -> MarkedArticle:
    """Return the article with these names and its figures, and nothing that rules for English read into it."""
    gazetteer = gazetteer or default_gazetteer()
    text = marked.article.text
    actors: list[Actor] = []
    names: list[Name] = []
    places: list[Location] = []
    spots: list[Spot] = []
    for name, spans in sorted(marks.spans.items(), key=lambda pair: (-len(pair[1]), pair[1][0])):
        aliases = tuple(sorted({text[a:b] for a, b in spans} - {name}))
        if marks.kinds[name] == PLACE:
            spots += [Spot(a, b, len(places)) for a, b in spans]
            places.append(_located(name, aliases, gazetteer))
        else:
            names += [Name(a, b, len(actors)) for a, b in spans]
            actors.append(Actor(name, marks.kinds[name], aliases))
    return marked._replace(
        quantities=find_figures(text, marked.article.language or ""),
        actors=tuple(actors),
        names=tuple(sorted(names, key=lambda n: n.start)),
        places=tuple(places),
        spots=tuple(sorted(spots, key=lambda s: s.start)),
        times=(),
        attributions=(),
    )


def _as_known(name: str, kind: str, listed: KnownName | None) -> tuple[str, str]:
    return (listed.name, listed.kind) if listed else (name, kind)


def _all(words: str, text: str, marked: MarkedArticle) -> Iterable[int]:
    """Yield where the words stand in the article as words of their own."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        whole = (at == 0 or not text[at - 1].isalnum()) and (end == len(text) or not text[end].isalnum())
        if whole and any(s.start <= at and end <= s.end for s in marked.article.sentences):
            yield at
        at = text.find(words, at + 1)


def _located(name: str, aliases: tuple[str, ...], gazetteer: Gazetteer) -> Location:
    if iso := gazetteer.country(name):
        return Location(name, aliases, iso, key=f"country:{iso}")
    found = max(gazetteer.places(name), key=lambda p: p.population, default=None)
    if found is None:
        return Location(name, aliases, key=f"form:{fold(name)}")
    return Location(name, aliases, found.country, found.lat, found.lon, f"geo:{found.id}")
