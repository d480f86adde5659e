"""A domain as data: what a folder in schemas/ tells the stages.

`schemas/<name>/brief.py` defines a pydantic model `Brief` whose fields are the sections of a brief. Each field is
annotated with one of the four rule sets here, which carry the closed lists and cues of that section:

    class Brief(BaseModel):
        who: Annotated[tuple[Entity, ...], EntityRules(kinds={...})] = Field((), description="...")

`schemas/<name>/names.toml` beside it lists known names. Nothing in `summarizer/` knows more of a domain than this.
"""

from __future__ import annotations

import hashlib
import importlib.util
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

from pydantic import BaseModel

from summarizer.errors import SchemaError
from summarizer.models import RESERVED_NAMES, SectionKind
from summarizer.relations import Relations
from summarizer.resources import resource_folder
from summarizer.user_names import UserNames

Forms = tuple[str, ...]


def plurals(singulars: str, also: str = "") -> Forms:
    """Return each word of `singulars` (several words joined by `_`) and its regular plural; `also` as it is."""
    words = [w.replace("_", " ") for w in singulars.split()]
    return tuple(dict.fromkeys([*words, *map(_plural, words), *(w.replace("_", " ") for w in also.split())]))


def verbs(lemmas: str, also: str = "") -> Forms:
    """Return each regular verb of `lemmas` in all its forms ("kill" gives kills, killed, killing); `also` as it is."""
    words = [w.replace("_", " ") for w in lemmas.split()]
    inflected = [form for w in words for form in _conjugate(w)]
    return tuple(dict.fromkeys([*inflected, *(w.replace("_", " ") for w in also.split())]))


def words(listed: str) -> Forms:
    """Return the words of a list as they are; several words joined by `_` are one entry."""
    return tuple(dict.fromkeys(w.replace("_", " ") for w in listed.split()))


def _plural(word: str) -> str:
    if word.endswith("man") and word != "human":
        return word[:-2] + "en"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _conjugate(verb: str) -> list[str]:
    head, _, tail = verb.partition(" ")
    tail = " " + tail if tail else ""
    if head.endswith("e"):
        forms = [head, head + "s", head + "d", head[:-1] + "ing"]
    elif head.endswith("y") and head[-2] not in "aeiou":
        forms = [head, head[:-1] + "ies", head[:-1] + "ied", head + "ing"]
    else:
        ending = "es" if head.endswith(("s", "x", "z", "ch", "sh")) else "s"
        forms = [head, head + ending, head + "ed", head + "ing"]
    return [form + tail for form in forms]


@dataclass(frozen=True)
class EntityRules:
    """Who: `kinds` maps each kind to what it means; `kind_words` maps a kind to the words that end such a name."""

    kinds: Mapping[str, str]
    kind_words: Mapping[str, Forms] = field(default_factory=dict)
    parties: Forms = ()
    """Kinds that take part in the events: what they say of themselves or each other is a claim."""
    offices: Forms = ()
    """Words that with kind words make up names which each country has ("Defence", "Foreign", "Supreme")."""
    about: Forms = ()
    """Kinds that events are called by ("hazard"): one that all articles name comes before those who act."""
    kind_openers: Mapping[str, Forms] = field(default_factory=dict)
    """Maps a kind to the words that begin such a name ("Typhoon"), which may be shortened to what follows them."""


@dataclass(frozen=True)
class PlaceRules:
    """Where: places come from the gazetteer, patterns and names.toml, and from a domain's words around them.

    `led_to_by` stand right before a place ("captured X"), `befallen_by` before "of" and a place ("the siege of X").
    """

    led_to_by: Forms = ()
    befallen_by: Forms = ()


@dataclass(frozen=True)
class Measure:
    """One entry of the closed list of things that are counted.

    `counts` names the noun classes whose members it counts by themselves. An event measure ("killed") lists what can
    befall members of the classes in `befalls`: `done_to` verbs of which the counted is the object or passive subject,
    `happens` verbs of which it is the subject, `event_nouns` ("the death of N ..."), `states` that are the counted noun
    or its predicate ("N dead"). `group` holds the figure when nobody is named.

    `unit` selects figures in that unit ("km²"), or in any of a kind of units ("money"). One that also has words of what
    befell takes only figures that one of them stands beside ("500 hectares burned"), and only of classes in `befalls`
    where the text says of what ("500 hectares of maize").
    """

    name: str
    means: str
    counts: Forms = ()
    befalls: Forms = ()
    unit: str | None = None
    done_to: Forms = ()
    happens: Forms = ()
    event_nouns: Forms = ()
    states: Forms = ()
    undergone: Forms = ()
    """Participles that tell of the counted in the passive only: "25 are held", where "held 25" tells nothing."""
    suffered: Forms = ()
    """Verbs whose object is the counted and whose subject is the holder: "lost 40 men"."""
    group: str | None = None
    least: float = 0.0
    """Smaller figures in a unit are none of it: "25 dollars" is a price and no loss."""
    doer_holds: bool = False
    """True where the figure belongs to who did it (attacks, land taken), False where to whom it happened."""

    @property
    def is_event(self) -> bool:
        """True for a measure of what happens to the counted ("killed")."""
        return bool(self.befalls) and not self.doer_holds

    def given_in(self, unit: str | None, kind: str) -> bool:
        """Whether a figure in a unit of a kind ("USD", "money"), or in none, may be one of it."""
        return unit is None if self.unit is None else self.unit in (unit, kind)

    @property
    def told_by(self) -> Forms:
        """All words that tell of it."""
        return (*self.done_to, *self.happens, *self.event_nouns, *self.states, *self.undergone, *self.suffered)


@dataclass(frozen=True)
class NounClass:
    """Nouns that are counted alike. `hostile` ones point at the article's main party that is no state.

    `group` holds their figures where nobody is named ("civilians").
    """

    name: str
    nouns: Forms
    group: str | None = None
    hostile: Forms = ()
    official: Forms = ()
    """Those of them that serve a state ("soldiers"): where no side is named they point at the foremost state."""
    of_a_side: bool = False
    """After a nationality these are that country's own: "Syrian soldiers", "Ukrainian tanks"."""
    persons: bool = False
    """They can speak: "villagers said"."""
    sided: bool = False
    """Counted by themselves only where a side is spoken of: "2,000 men" of a garrison, not of a village."""
    bodies: Forms = ()
    """Collective nouns whose bare number counts such members: "a garrison of 300", "its crew of 25"."""
    member_of: Forms = ()
    """Whose members they are, whatever class "members" is of: "three members of one family"."""
    nations: bool = False
    """Nationalities count as such people: "40 Nigerians"."""
    least: float = 1.0
    """Smaller figures, where nothing befell the counted, are a scene and no estimate ("two men were talking")."""


@dataclass(frozen=True)
class EstimateRules:
    """How much: the measures, first fitting first, and the noun classes they count."""

    measures: tuple[Measure, ...]
    nouns: tuple[NounClass, ...]
    groups: Forms = ()
    """Holders that are no actors ("civilians")."""
    passing: Forms = ()
    """Verbs whose object is neither the doer's own nor counted by a measure: "attacked 50 ships"."""
    let_go: Forms = ()
    """Verbs whose object, persons too, no measure counts: "freed 9 officers", "met 12 commanders", "pledged $5m"."""
    clash_within: int = 7
    """Days within which differing figures contradict each other; further apart, what is counted may have moved on."""


@dataclass(frozen=True)
class Cue:
    """A regular expression, matched without regard to case at word starts; `weight` is added once per sentence."""

    pattern: str
    weight: float = 1.0
    label: str | None = None


@dataclass(frozen=True, eq=False)  # compared and hashed by identity: to hash all cues for each look-up costs
class ClaimRules:
    """Statements: the closed list of labels, the cues that find and score sentences, how many at most.

    `beside` and `against` count only in a sentence that one of `cues` found; `headings` count for the sentences under a
    heading that has them.
    """

    labels: Mapping[str, str]
    cues: tuple[Cue, ...]
    against: tuple[Cue, ...] = ()
    beside: tuple[Cue, ...] = ()
    headings: tuple[Cue, ...] = ()
    at_least: float = 1.0
    at_most: int = 8
    things: bool = False
    """Labels name things ("tunnels"), so that claims under one label are one; else topics ("threat"), where claims are
    one only by their words."""
    tells: Mapping[str, str] = field(default_factory=lambda: {"yes": "it says so itself", "no": "it does not"})
    """What a model may answer about a sentence, with what each answer means: the first is what belongs in the section,
    the others are what is mostly mistaken for it ("a single event" for a method)."""
    questions: Mapping[str, str] = field(default_factory=dict)
    """Labels under which speakers who name different actors answer one question differently, with the question in
    words ("Who stands behind it")."""

    def unknown_labels(self) -> list[str]:
        """Return the labels of cues that are not among `labels`, sorted; such cues would find nothing."""
        cues = (*self.cues, *self.against, *self.beside, *self.headings)
        return sorted({c.label for c in cues if c.label is not None} - set(self.labels))


Rules = EntityRules | PlaceRules | EstimateRules | ClaimRules

_KIND_OF: dict[type, SectionKind] = {
    EntityRules: "entities",
    PlaceRules: "places",
    EstimateRules: "estimates",
    ClaimRules: "claims",
}


@dataclass(frozen=True)
class SectionSpec:
    """One section of a brief: its name and title, its kind, what the model is told it is, and its rules."""

    name: str
    title: str
    kind: SectionKind
    description: str
    rules: Rules


@dataclass(frozen=True)
class KnownName:
    """An entry of names.toml: the name a reader knows best, its kind ("place" for places), other forms.

    `country` (ISO alpha-2) is where a place lies, or the state that a person leads ("the Assad regime"). `source` is
    the user's names file where that is what makes the entry, "" where it is the schema's own.
    """

    name: str
    kind: str
    aliases: Forms = ()
    country: str | None = None
    source: str = ""


@dataclass(frozen=True, eq=False)  # compared and hashed by identity, so that what is derived from it can be cached
class Schema:
    """A loaded domain. `digest` changes with any of its files and is part of what a cached answer depends on.

    `user_names` is what the user says about names, which goes before all of it. `folder` holds its files.
    """

    name: str
    sections: tuple[SectionSpec, ...]
    names: tuple[KnownName, ...]
    digest: str
    user_names: UserNames = field(default_factory=UserNames)
    folder: Path | None = None
    relations: Relations = field(default_factory=Relations)

    @property
    def kinds(self) -> dict[str, SectionKind]:
        """Section name to section kind, in order."""
        return {s.name: s.kind for s in self.sections}

    def of_kind(self, kind: SectionKind) -> tuple[SectionSpec, ...]:
        """Return the sections of one kind, in order."""
        return tuple(s for s in self.sections if s.kind == kind)

    @cached_property
    def entity_rules(self) -> EntityRules:
        """All entity sections' rules in one."""
        found = [s.rules for s in self.sections if isinstance(s.rules, EntityRules)]
        return EntityRules(
            kinds={k: v for r in found for k, v in r.kinds.items()},
            kind_words={k: v for r in found for k, v in r.kind_words.items()},
            parties=tuple(p for r in found for p in r.parties),
            offices=tuple(o for r in found for o in r.offices),
            about=tuple(k for r in found for k in r.about),
            kind_openers={k: v for r in found for k, v in r.kind_openers.items()},
        )


@lru_cache(maxsize=8)
def load_schema(name: str) -> Schema:
    """Load a schema by name ("conflict") or by the path of its folder.

    Raises:
        SchemaError: the folder, its `Brief` or names.toml is missing or broken; the message says which and how.
    """
    folder = resource_folder("schemas", name)
    source = folder / "brief.py"
    if not source.is_file():
        raise SchemaError(f"{folder} holds no brief.py: a schema needs one with a pydantic model named Brief")
    brief = getattr(_load_module(source), "Brief", None)
    if not (isinstance(brief, type) and issubclass(brief, BaseModel)):
        raise SchemaError(f"{source} defines no pydantic model named Brief")
    return Schema(
        name=folder.resolve().name,
        sections=tuple(_sections(brief, source)),
        names=tuple(_known_names(folder / "names.toml")),
        digest=_digest(folder),
        folder=folder,
        relations=_relations(folder / "relations.py"),
    )


def _load_module(source: Path) -> ModuleType:
    # Registered under a unique name, because pydantic resolves annotations through sys.modules.
    unique = "summarizer_schema_" + hashlib.sha256(str(source.resolve()).encode()).hexdigest()[:12]
    spec = importlib.util.spec_from_file_location(unique, source)
    if spec is None or spec.loader is None:
        raise SchemaError(f"{source} cannot be loaded as Python")
    module = importlib.util.module_from_spec(spec)
    sys.modules[unique] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        del sys.modules[unique]
        raise SchemaError(
            f"{source} fails to load: {type(error).__name__}: {error}; mend it, or name another --schema"
        ) from error
    return module


def _relations(source: Path) -> Relations:
    """Return the relations of a schema; none where it has no such file."""
    return Relations(tuple(getattr(_load_module(source), "RELATIONS", ()))) if source.is_file() else Relations()


def _sections(brief: type[BaseModel], source: Path) -> Iterable[SectionSpec]:
    for name, info in brief.model_fields.items():
        annotated = (m for m in info.metadata if isinstance(m, EntityRules | PlaceRules | EstimateRules | ClaimRules))
        rules: Rules | None = next(annotated, None)
        if rules is None:
            raise SchemaError(f"{source}: field {name!r} is annotated with none of the four rule sets")
        if isinstance(rules, ClaimRules) and (odd := rules.unknown_labels()):
            raise SchemaError(f"{source}: section {name!r} has cues for {', '.join(odd)}, which its labels do not list")
        if name in RESERVED_NAMES:
            raise SchemaError(f"{source}: a section may not be called {name!r}: the report uses that key itself")
        yield SectionSpec(
            name=name,
            title=info.title or name.capitalize(),
            kind=_KIND_OF[type(rules)],
            description=info.description or "",
            rules=rules,
        )


def _known_names(path: Path) -> Iterable[KnownName]:
    if not path.is_file():
        return
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        for row in data.get("entity", []):
            yield KnownName(row["name"], row["kind"], tuple(row.get("aliases", ())), row.get("country"))
        for row in data.get("place", []):
            yield KnownName(row["name"], "place", tuple(row.get("aliases", ())), row.get("country"))
    except (tomllib.TOMLDecodeError, KeyError, AttributeError) as error:
        raise SchemaError(f"{path} cannot be read: {error}") from error


def _digest(folder: Path) -> str:
    sha = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.suffix in (".py", ".toml"):
            sha.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return sha.hexdigest()[:16]
