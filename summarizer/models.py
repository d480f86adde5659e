"""The values that pass between the stages. All frozen; of ours imports only how a report is written and read.

Two families:

* what a report holds (pydantic): `Article`, `Evidence`, `Entity`, `Place`, `Estimate`, `Claim`, `Note`,
  `ArticleBrief`, the `Merged...` values, `Failure`, `Run`, `Report`. They are validated and become JSON.
* what marking and drafting pass on inside one run (named tuples): `Sentence`, `Quantity`, `Name`, `Spot`,
  `Time`, `Attribution`, `MarkedArticle`, `Draft`. An article has thousands of them, and pydantic would cost more
  than finding them does.

Every `start` and `end` is an offset in code points into `Article.text`, half open, so that
`text[start:end]` is the thing itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, model_serializer, model_validator

from summarizer.report_files import read_report, write_report

Assertion = Literal["stated", "reported", "claimed", "possible", "denied"]
"""How sure the words are: said outright, passed on, claimed by a party, only possible, or denied."""

Qualifier = Literal[
    "exact", "approximate", "more_than", "at_least", "fewer_than", "at_most", "range", "vague", "unreadable"
]
"""How a number is bounded by the words around it."""

AsOfBasis = Literal["stated", "resolved", "publication"]
"""Where a date comes from: the words give it whole, it was worked out from the publication date, or it is that date."""

Status = Literal["single", "agreed", "contested", "updated", "not_comparable"]
"""How the figures on one merged line stand to each other."""

LeftOutReason = Literal["before", "after", "undated", "outlet"]
"""Why a filter left an article out."""

SectionKind = Literal["entities", "places", "estimates", "claims"]
"""The four kinds of section that the core knows; a domain gives them names of its own."""

JSON_VERSION: Literal[1] = 1
RESERVED_NAMES = frozenset({"article", "summary", "relations", "notes", "differences"})
"""Keys of the JSON contract that no section may take as its name."""


class Value(BaseModel):
    """A frozen value. Keys it does not know are passed over, so that an older reader opens a newer report."""

    # Validators are built when a class is first used: no run needs all of them.
    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)


# ---------------------------------------------------------------------------------------------- what a report holds


class Evidence(Value):
    """A slice of one article: `article.text[start:end] == quote`, a sentence or two at most."""

    article: str
    start: int
    end: int
    quote: str


class Mention(Value):
    """Where a name stands in its article."""

    start: int
    end: int


class Note(Value):
    """What a reader should know about an article or a brief: a misprint, a sum that fails, a rule's limits."""

    kind: str
    text: str
    evidence: tuple[Evidence, ...] = ()


class Entity(Value):
    """Somebody who acts. `name` is the form that a reader knows best; the aliases are the forms in the text."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Place(Value):
    """A place, named as a reader knows it best; the aliases are the forms in the text.

    `country` is ISO 3166 alpha-2; `lat` and `lon` are degrees; all three null where unknown.
    """

    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    mentions: tuple[Mention, ...] = ()


class Estimate(Value):
    """One figure, as one article gives it.

    `low` and `high` are the bounds in `unit` (null where open or unreadable; km² for areas). `said_by` is the innermost
    source that the text gives, null where the article speaks itself; `via` lists who relayed it, outward. `as_of` is
    an ISO date, month, year or interval `a/b`. `part_of` is the id of the estimate this one is a part of. `mention` is
    where the number stands, its bounding words with it; null in reports of versions that did not tell.
    """

    id: str
    measure: str
    counted: str
    holder: str | None
    low: float | None
    high: float | None
    qualifier: Qualifier
    unit: str | None
    place: str | None
    said_by: str | None
    via: tuple[str, ...] = ()
    assertion: Assertion = "stated"
    as_of: str | None = None
    as_of_basis: AsOfBasis | None = None
    part_of: str | None = None
    mention: Mention | None = None
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()


class Claim(Value):
    """A statement with the words that bear it. `label` is from the schema's closed list."""

    text: str
    label: str | None = None
    said_by: str | None = None
    assertion: Assertion = "stated"
    evidence: tuple[Evidence, ...] = ()


class Relation(Value):
    """What one voice says stands between two: who holds a place, who stands behind whom, whether a thing works.

    `relation` is from the schema's closed list, `about` what it is said of, `named` who or what the voice names for
    it: none where the relation only holds or does not. `so` is False where the voice says that it does not. `event`
    tells a change from what lasts, `again` one back to what was. `beside` is the river or the like that a side is of.
    `as_of` is the time that the words themselves give. `limited` tells a forecast for some time from one for good.
    `sort` is what the words say of the relation, "" where all of it: arming is one sort of backing.
    """

    relation: str
    about: str
    named: tuple[str, ...] = ()
    so: bool = True
    event: bool = False
    again: bool = False
    limited: bool = False
    sort: str = ""
    beside: str | None = None
    said_by: str | None = None
    assertion: Assertion = "stated"
    as_of: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Sentence(Value):
    """A sentence, heading or list item; `index` counts from 1 (`S1`), `paragraph` from 0."""

    index: int
    start: int
    end: int
    paragraph: int
    heading: bool = False


class Furniture(Value):
    """A stretch of the text that is not the article's: menu, cookie line, caption repeated, list of other stories."""

    start: int
    end: int
    kind: str


class Article(Value):
    """One text and what is known about it. `text` is the coordinate system of every span.

    `published` is an ISO date or timestamp, null where the text does not say; `published_reason` says why that date was
    chosen; `not_before` is the latest date an undated text itself speaks of. `entry` is what a row or entry is called
    in its file. `remarks` tell what was odd in reading it; they become notes of its brief.
    """

    id: str
    path: str | None
    url: str | None = None
    entry: str | None = None
    sha256: str
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_reason: str | None = None
    not_before: str | None = None
    language: str | None = None
    copy_of: str | None = None
    text: str
    sentences: tuple[Sentence, ...] = Field(default=(), exclude=True, repr=False)
    furniture: tuple[Furniture, ...] = Field(default=(), exclude=True, repr=False)
    remarks: tuple[Note, ...] = Field(default=(), exclude=True, repr=False)


class Entities(Value):
    """A section of entities."""

    kind: Literal["entities"] = "entities"
    items: tuple[Entity, ...] = ()


class Places(Value):
    """A section of places."""

    kind: Literal["places"] = "places"
    items: tuple[Place, ...] = ()


class Estimates(Value):
    """A section of estimates."""

    kind: Literal["estimates"] = "estimates"
    items: tuple[Estimate, ...] = ()


class Claims(Value):
    """A section of claims."""

    kind: Literal["claims"] = "claims"
    items: tuple[Claim, ...] = ()


Section = Annotated[Entities | Places | Estimates | Claims, Field(discriminator="kind")]


class ArticleBrief(Value):
    """What one article says, by section. In JSON the sections stand flat beside `article`."""

    article: Article
    summary: tuple[Claim, ...] = ()
    sections: dict[str, Section] = {}
    relations: tuple[Relation, ...] = ()
    notes: tuple[Note, ...] = ()

    @model_serializer(mode="plain")
    def _flat(self) -> dict[str, Any]:
        head = {"article": self.article.model_dump(), "summary": [c.model_dump() for c in self.summary]}
        tail = {
            "relations": [r.model_dump() for r in self.relations],
            "notes": [n.model_dump() for n in self.notes],
        }
        return head | _flat_sections(self.sections) | tail


class MergedEntity(Value):
    """One actor over all articles; `mentions` counts them, `reasons` say why forms were joined."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    mentions: int = 0
    reasons: tuple[str, ...] = ()


class MergedPlace(Value):
    """One place over all articles."""

    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    articles: tuple[str, ...] = ()
    mentions: int = 0
    reasons: tuple[str, ...] = ()


class MergedEstimate(Estimate):
    """An estimate with `origin`, who first gave the figure, and the articles that carry it."""

    origin: str | None = None
    articles: tuple[str, ...] = ()


class StrengthLine(Value):
    """All that is said about one holder, measure and place.

    `low` and `high` are given for `single` and `agreed` only. `text` says in words how the figures stand to each other.
    """

    holder: str | None
    measure: str
    place: str | None
    status: Status
    low: float | None = None
    high: float | None = None
    text: str
    estimates: tuple[MergedEstimate, ...]


class MergedClaim(Claim):
    """A claim with its evidence across articles and `origins`, who first made it, each once.

    `independent` counts the origins that are named and so can corroborate each other; it is 1 where none is.
    """

    origins: tuple[str, ...] = ()
    independent: int = 1


class MergedEntities(Value):
    """A merged section of entities."""

    kind: Literal["entities"] = "entities"
    items: tuple[MergedEntity, ...] = ()


class MergedPlaces(Value):
    """A merged section of places."""

    kind: Literal["places"] = "places"
    items: tuple[MergedPlace, ...] = ()


class StrengthLines(Value):
    """A merged section of estimates."""

    kind: Literal["estimates"] = "estimates"
    items: tuple[StrengthLine, ...] = ()


class MergedClaims(Value):
    """A merged section of claims, those first that a reader should see first."""

    kind: Literal["claims"] = "claims"
    items: tuple[MergedClaim, ...] = ()


MergedSection = Annotated[MergedEntities | MergedPlaces | StrengthLines | MergedClaims, Field(discriminator="kind")]


class SummaryLine(Value):
    """A sentence of the merged summary and what bears it."""

    text: str
    evidence: tuple[Evidence, ...] = ()


class Side(Value):
    """One voice in a difference."""

    said_by: str | None
    text: str
    evidence: tuple[Evidence, ...] = ()


class Difference(Value):
    """Where sources contradict each other, the sides next to each other."""

    text: str
    sides: tuple[Side, ...] = ()


class MergedBrief(Value):
    """What all articles say together, nothing averaged, nobody's voice lost."""

    summary: tuple[SummaryLine, ...] = ()
    sections: dict[str, MergedSection] = {}
    differences: tuple[Difference, ...] = ()
    notes: tuple[Note, ...] = ()

    @model_serializer(mode="plain")
    def _flat(self) -> dict[str, Any]:
        tail = {
            "differences": [d.model_dump() for d in self.differences],
            "notes": [n.model_dump() for n in self.notes],
        }
        return {"summary": [s.model_dump() for s in self.summary]} | _flat_sections(self.sections) | tail


class Narrative(Value):
    """A merged summary as a backend writes it, before it is checked against its evidence."""

    lines: tuple[SummaryLine, ...] = ()


class Failure(Value):
    """An article that could not be briefed: where it is, at which stage it failed and why."""

    path: str
    stage: str
    reason: str


class Filters(Value):
    """Which articles were asked for. `since` and `until` are the first and the last day, null where open."""

    since: str | None = None
    until: str | None = None
    undated: bool = False
    outlet: tuple[str, ...] = ()
    not_outlet: tuple[str, ...] = ()


class LeftOut(Value):
    """An article that was read and not asked for, and why: too early, too late, without a date, of another outlet."""

    path: str
    reason: LeftOutReason
    published: str | None = None
    outlet: str | None = None


class ArticleUsage(Value):
    """What was asked about one article, as `Run` has it for all. `article` is its id, also where its brief failed."""

    article: str
    path: str
    calls: int = 0
    cache_hits: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    tokens_saved: int = 0
    cost: float | None = None
    cost_saved: float | None = None


class Run(Value):
    """How a report was made. Times are ISO 8601 UTC; `cost` is in US dollars, null where no price is known.

    `calls` are answers of the server, `cache_hits` answers that were kept from earlier; what these would have taken is
    in `tokens_saved` and `cost_saved`. Of `tokens_in` the server took `tokens_cached` from a prompt cache of its own.
    `tokens_estimated` says that the server did not count all of its answers. `prices` names the list that `cost` is
    worked out by. `usage` has the same for each article that anything was asked about.

    `names` is the name of the user's names file, `filters` which articles were asked for, each null where there was
    none; `left_out` are the articles that the filters left out.
    """

    backend: str
    model: str | None = None
    version: str
    started: str
    finished: str
    calls: int = 0
    cache_hits: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    tokens_saved: int = 0
    tokens_estimated: bool = False
    cost: float | None = None
    cost_saved: float | None = None
    prices: str | None = None
    usage: tuple[ArticleUsage, ...] = ()
    names: str | None = None
    filters: Filters | None = None
    left_out: tuple[LeftOut, ...] = ()


class Forecast(Value):
    """What a run would ask and cost, by estimate. `fits` tells whether the budget is enough, null where none is."""

    backend: str
    model: str | None = None
    host: str | None = None
    articles: int
    calls: int = 0
    cache_hits: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_saved: int = 0
    cost: float | None = None
    cost_saved: float | None = None
    prices: str | None = None
    budget: str | None = None
    fits: bool | None = None
    usage: tuple[ArticleUsage, ...] = ()
    failures: tuple[Failure, ...] = ()


class Report(Value):
    """All briefs of a run. `sections` gives each section's kind, in the schema's order."""

    version: Literal[1] = JSON_VERSION
    schema_name: str = Field(alias="schema")
    sections: dict[str, SectionKind]
    run: Run
    articles: tuple[ArticleBrief, ...] = ()
    brief: MergedBrief | None = None
    failures: tuple[Failure, ...] = ()

    model_config = ConfigDict(
        frozen=True, extra="ignore", populate_by_name=True, serialize_by_alias=True, defer_build=True
    )

    @model_validator(mode="before")
    @classmethod
    def _nest(cls, data: Any) -> Any:
        """Read the flat sections of the JSON contract back into `sections`."""
        if not isinstance(data, Mapping) or not isinstance(data.get("sections"), Mapping):
            return data
        kinds = data["sections"]
        data = dict(data)
        data["articles"] = [_nest_sections(a, kinds) for a in data.get("articles", ())]
        data["brief"] = _nest_sections(data.get("brief"), kinds)
        return data

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Read a report that `save` or `--format json` wrote.

        Raises:
            UsageError: the file cannot be read, is no report, or is of a version that this program does not know.
        """
        return read_report(path, cls, version=JSON_VERSION)

    def save(self, path: str | Path) -> None:
        """Write the report as JSON, the bytes of `--format json`.

        Raises:
            UsageError: the file cannot be written; the message says why.
        """
        write_report(self, path)

    def _repr_markdown_(self) -> str:
        """Show the report in a notebook."""
        # Values know no stage, so rendering is looked up by name and only when a notebook asks: an import statement
        # would tie every user of a value to the renderers, and the layout contract in pyproject.toml forbids it.
        text: str = import_module("summarizer.rendering.markdown").notebook_markdown(self)
        return text


def _flat_sections(sections: Mapping[str, Any]) -> dict[str, Any]:
    return {name: [item.model_dump() for item in section.items] for name, section in sections.items()}


def _nest_sections(brief: Any, kinds: Mapping[str, str]) -> Any:
    if not isinstance(brief, Mapping) or "sections" in brief:
        return brief
    rest = {key: value for key, value in brief.items() if key not in kinds}
    nested = {name: {"kind": kind, "items": brief[name]} for name, kind in kinds.items() if name in brief}
    return {**rest, "sections": nested}


# --------------------------------------------------------------------------- what passes inside one run (not in JSON)


class Word(NamedTuple):
    """A word at `start`:`end`, without a possessive; `lower` is its lower case; `cap` says it is written as a name."""

    text: str
    lower: str
    start: int
    end: int
    cap: bool
    possessive: bool


class Quantity(NamedTuple):
    """A number in a text with its bounds, unit and the noun it counts. Tagged `N1`, `N2`, ... in text order.

    `start` to `end` covers the number with its bounding words ("more than 1,000"). `low` and `high` are in `unit`
    after conversion (km² for areas), None where open or unreadable. `kind` is "count" for things counted, or says what
    else the number is: "area", "length", "mass", "percent", "money", "age", "ordinal", "date", "time", "duration",
    "phone", "name" (part of a name such as "3rd Battalion" or "F-16"), "fraction", "speed", "temperature", "volume",
    "data". `counted` is the head noun phrase as it stands ("" where there is none), at `counted_start`:`counted_end`.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    qualifier: Qualifier
    unit: str | None = None
    kind: str = "count"
    counted: str = ""
    counted_start: int = -1
    counted_end: int = -1


class Name(NamedTuple):
    """One mention of somebody: a span and the actor it belongs to (an index into `MarkedArticle.actors`)."""

    start: int
    end: int
    actor: int


class Actor(NamedTuple):
    """Somebody the text names, with all forms. Tagged `A1`, `A2`, ...; `sure` is 0 to 1."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    sure: float = 1.0


class Spot(NamedTuple):
    """One mention of a place (an index into `MarkedArticle.places`)."""

    start: int
    end: int
    place: int


class Location(NamedTuple):
    """A place the text names. Tagged `P1`, `P2`, ...; `key` is equal for forms of one gazetteer place."""

    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    key: str = ""


class Time(NamedTuple):
    """A date or period in the text, as an ISO date, month, year or interval `a/b`. Tagged `D1`, `D2`, ..."""

    start: int
    end: int
    value: str
    basis: AsOfBasis


class Unread(NamedTuple):
    """What is written like a name and no rule could read, with where it stands. Tagged `U1`, `U2`, ..."""

    name: str
    spans: tuple[tuple[int, int], ...]


class Attribution(NamedTuple):
    """A stretch of the text (`start`:`end`) that somebody says. Tagged `W1`, `W2`, ...

    `speaker` is a name or a description as it stands at `speaker_start`:`speaker_end`; `actor` is the index of the
    actor where it is a named one. `via` lists who relays it, outward. `assertion` is what the verb makes of it.
    """

    start: int
    end: int
    speaker: str
    speaker_start: int
    speaker_end: int
    actor: int | None = None
    via: tuple[str, ...] = ()
    assertion: Assertion = "stated"


class MarkedArticle(NamedTuple):
    """An article and all that marking found in it. Tags are a letter and the position in the tuple, from 1.

    `words` holds the words of each sentence of `article.sentences`, in the same order.
    """

    article: Article
    words: tuple[tuple[Word, ...], ...] = ()
    quantities: tuple[Quantity, ...] = ()
    actors: tuple[Actor, ...] = ()
    names: tuple[Name, ...] = ()
    places: tuple[Location, ...] = ()
    spots: tuple[Spot, ...] = ()
    times: tuple[Time, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    unread: tuple[Unread, ...] = ()


class DraftEstimate(NamedTuple):
    """What a backend says about a number: `quantity`, `place`, `as_of`, `said_by`, `part_of` are tags.

    `holder` is an actor's tag or one of the schema's groups ("civilians"). `rules` names what decided each field.
    """

    quantity: str
    measure: str
    holder: str | None = None
    place: str | None = None
    said_by: str | None = None
    as_of: str | None = None
    assertion: Assertion = "stated"
    part_of: str | None = None
    notes: tuple[str, ...] = ()
    rules: Mapping[str, str] = MappingProxyType({})


class DraftClaim(NamedTuple):
    """A claim as a backend points at it: sentence tags, a label, a speaker's tag. `text` empty means the quote."""

    sentences: tuple[str, ...]
    label: str | None = None
    said_by: str | None = None
    assertion: Assertion = "stated"
    text: str = ""
    score: float = 0.0
    rules: Mapping[str, str] = MappingProxyType({})


class Draft(NamedTuple):
    """All that a backend says about one article: by section, tags of actors or places, estimates, or claims.

    `spares` are statements with a cue that the rules did not take, best first, and no part of a brief. `kinds` tells of
    names, by tag, what else they are than marking found: a kind of entity, or "place". Such an actor may stand among
    `places`, and such a place among `entities`; what marking could not read may stand among either. `marked` is the
    article as the backend marked it itself, where marking reads another language; the tags are then its.
    """

    entities: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    places: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    estimates: Mapping[str, tuple[DraftEstimate, ...]] = MappingProxyType({})
    claims: Mapping[str, tuple[DraftClaim, ...]] = MappingProxyType({})
    summary: tuple[DraftClaim, ...] = ()
    notes: tuple[Note, ...] = ()
    spares: Mapping[str, tuple[DraftClaim, ...]] = MappingProxyType({})
    kinds: Mapping[str, str] = MappingProxyType({})
    marked: MarkedArticle | None = None
