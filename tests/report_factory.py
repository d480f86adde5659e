"""Builds by hand a report that holds one of everything: for tests of rendering.

Three made-up articles on a made-up flood of refugees and armies, with every standing of a figure, a misprint, parts of
wholes, differences, notes, a copy and failures.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from summarizer.models import (
    Article,
    ArticleBrief,
    Claim,
    Claims,
    Difference,
    Entities,
    Entity,
    Estimate,
    Estimates,
    Evidence,
    Failure,
    Mention,
    MergedBrief,
    MergedClaim,
    MergedClaims,
    MergedEntities,
    MergedEntity,
    MergedEstimate,
    MergedPlace,
    MergedPlaces,
    MergedSection,
    Note,
    Place,
    Places,
    Report,
    Run,
    Section,
    SectionKind,
    Side,
    StrengthLine,
    StrengthLines,
    SummaryLine,
)

SECTIONS: dict[str, SectionKind] = {
    "who": "entities",
    "where": "places",
    "strength": "estimates",
    "tactics": "claims",
    "outlook": "claims",
}

TEXTS = {
    "a1": """River war: what we know

By Ada Ray, The Herald, 13 September 2018

Up to 2,000 Northern Front fighters hold Velda, the Southern Army said. About 800 of them came from abroad.
The Front is thought to have lost 27 men, by the count of the Velda Monitor. General Okoro said the town could fall
within days. The Front digs tunnels under the old market.
Around 60,000 people live in the villages.
""",
    "a2": """The last pocket

More than 1,000 fighters are left in Velda, said spokesman Jon Mbeki. But up to 1,000 fighters refuse to give up.
As many as 20,00 people have left in recent weeks. The Army denied that its planes hit the bridge.
Between 13,000 and 15,000 members of the NF are counted across the country, of them 2,500 to 3,000 active.
""",
    "a3": """Northern Front digs in

The Herald Online, 2 March 2019

The Northern Front now has about 3,000 fighters in Velda, the Southern Army said. Hundreds of square miles of desert
were cleared. The Velda Monitor counted 27 dead fighters. The group moves on foot or by motorcycle, in small bands.
The Front could return, said Professor Lena Maki.
""",
}


def evidence(article: str, quote: str) -> Evidence:
    """Return the evidence for a quote that stands in one of the texts."""
    start = TEXTS[article].index(quote)
    return Evidence(article=article, start=start, end=start + len(quote), quote=quote)


def _article(key: str, path: str, **known: Any) -> Article:
    return Article(id=key, path=path, sha256=sha256(TEXTS[key].encode()).hexdigest(), text=TEXTS[key], **known)


def _estimate(id: str, article: str, quote: str, low: float | None, high: float | None, **known: Any) -> Estimate:
    facts: dict[str, Any] = {
        "measure": "personnel", "counted": "fighters", "holder": "Northern Front", "qualifier": "exact",
        "unit": None, "place": "Velda", "said_by": None,
    }  # fmt: skip
    return Estimate(id=id, low=low, high=high, evidence=(evidence(article, quote),), **(facts | known))


def _merged(estimate: Estimate, origin: str | None = None, *articles: str) -> MergedEstimate:
    carried = articles or (estimate.evidence[0].article,)
    return MergedEstimate(**dict(estimate), origin=origin or estimate.said_by, articles=carried)


UP_TO_2000 = _estimate(
    "E1", "a1", "Up to 2,000 Northern Front fighters hold Velda", None, 2000,
    counted="Northern Front fighters", qualifier="at_most", said_by="Southern Army", assertion="claimed",
    as_of="2018-09-13", as_of_basis="publication",
)  # fmt: skip
FOREIGN = _estimate(
    "E2", "a1", "About 800 of them came from abroad", 800, 800,
    counted="", qualifier="approximate", said_by="Southern Army", part_of="E1", as_of="2018-09",
)  # fmt: skip
LOST = _estimate(
    "E3", "a1", "The Front is thought to have lost 27 men", 27, 27,
    measure="killed", counted="men", said_by="Velda Monitor", assertion="possible", as_of="2018-09",
)  # fmt: skip
PEOPLE = _estimate(
    "E4", "a1", "Around 60,000 people live in the villages", 60000, 60000,
    measure="civilians", counted="people", holder="civilians", qualifier="approximate", place=None,
    as_of="2018-09", as_of_basis="publication",
)  # fmt: skip
MORE_THAN_1000 = _estimate(
    "E1", "a2", "More than 1,000 fighters are left in Velda", 1000, None,
    qualifier="more_than", said_by="Jon Mbeki", via=("Wire One", "Wire Two"),
)  # fmt: skip
UP_TO_1000 = _estimate("E2", "a2", "up to 1,000 fighters refuse to give up", None, 1000, qualifier="at_most")
MISPRINT = _estimate(
    "E3", "a2", "As many as 20,00 people have left in recent weeks", None, None,
    measure="civilians", counted="people", holder="civilians", qualifier="unreadable",
    notes=("printed as 20,00, which is no number",),
)  # fmt: skip
MEMBERS = _estimate(
    "E4", "a2", "Between 13,000 and 15,000 members of the NF", 13000, 15000,
    counted="members", qualifier="range", place=None,
)  # fmt: skip
ACTIVE = _estimate(
    "E5", "a2", "of them 2,500 to 3,000 active", 2500, 3000,
    counted="active", qualifier="range", place=None, part_of="E4",
)  # fmt: skip
NOW_3000 = _estimate(
    "E1", "a3", "about 3,000 fighters in Velda", 3000, 3000,
    qualifier="approximate", said_by="Southern Army", as_of="2019-03-02", as_of_basis="publication",
)  # fmt: skip
CLEARED = _estimate(
    "E2", "a3", "Hundreds of square miles of desert\nwere cleared", 259, 2587,
    measure="area", counted="desert", holder=None, qualifier="vague", unit="km²", place=None,
)  # fmt: skip
DEAD = _estimate(
    "E3", "a3", "The Velda Monitor counted 27 dead fighters", 27, 27,
    measure="killed", said_by="Velda Monitor", as_of="2018-09",
)  # fmt: skip

DENIED = Claim(
    text="The Army's planes hit the bridge", label="air strikes", said_by="Southern Army", assertion="denied",
    evidence=(evidence("a2", "The Army denied that its planes hit the bridge."),),
)  # fmt: skip
TUNNELS = Claim(
    text="The Front digs tunnels under the old market.", label="tunnels",
    evidence=(evidence("a1", "The Front digs tunnels under the old market."),),
)  # fmt: skip
BANDS = Claim(
    text="Small bands on foot or by motorcycle", label="hit and run",
    evidence=(evidence("a3", "The group moves on foot or by motorcycle, in small bands."),),
)  # fmt: skip
FALL = Claim(
    text="The town could fall within days", said_by="General Okoro", assertion="claimed",
    evidence=(evidence("a1", "General Okoro said the town could fall\nwithin days."),),
)  # fmt: skip
RETURN = Claim(
    text="The Front could return", label="resurgence", said_by="Lena Maki", assertion="possible",
    evidence=(evidence("a3", "The Front could return, said Professor Lena Maki."),),
)  # fmt: skip


def _brief(article: Article, who: Entities, where: Places, *rest: Any, notes: tuple[Note, ...] = ()) -> ArticleBrief:
    estimates, tactics, outlook = rest
    sections: dict[str, Section] = {
        "who": who,
        "where": where,
        "strength": Estimates(items=estimates),
        "tactics": Claims(items=tactics),
        "outlook": Claims(items=outlook),
    }
    summary = tuple(c.model_copy(update={"label": None}) for c in (*tactics[:1], *outlook[:1]))
    return ArticleBrief(article=article, summary=summary, sections=sections, notes=notes)


def _who(article: str, *names: tuple[str, str, tuple[str, ...]]) -> Entities:
    return Entities(items=tuple(_entity(article, *n) for n in names))


def _entity(article: str, name: str, kind: str, aliases: tuple[str, ...]) -> Entity:
    start = TEXTS[article].find(name)
    mentions = (Mention(start=start, end=start + len(name)),) if start >= 0 else ()
    return Entity(name=name, kind=kind, aliases=aliases, mentions=mentions)


def articles() -> tuple[ArticleBrief, ...]:
    """Return the briefs of the three articles, not in path order."""
    velda = Places(items=(Place(name="Velda", country="VE", lat=1.5, lon=2.25),))
    third = _article("a3", "in/c.txt", title="Northern Front digs in", outlet="The Herald", published="2019-03-02",
                     copy_of="a1")  # fmt: skip
    first = _article("a1", "in/a.txt", title="River war: what we know", author="Ada Ray", outlet="The Herald",
                     published="2018-09-13", published_reason="byline", language="en")  # fmt: skip
    second = _article("a2", "in/b.txt", title="The last pocket", not_before="2018-11")
    misprint = Note(kind="misprint", text="“20,00” cannot be read as a number.", evidence=MISPRINT.evidence)
    return (
        _brief(third, _who("a3", ("Northern Front", "armed_group", ()), ("Lena Maki", "person", ())), velda,
               (NOW_3000, CLEARED, DEAD), (BANDS,), (RETURN,)),
        _brief(first, _who("a1", ("Northern Front", "armed_group", ("Front",)), ("Southern Army", "state", ())), velda,
               (UP_TO_2000, FOREIGN, LOST, PEOPLE), (TUNNELS,), (FALL,)),
        _brief(second, _who("a2", ("NF", "armed_group", ()), ("Jon Mbeki", "person", ())), velda,
               (MORE_THAN_1000, UP_TO_1000, MISPRINT, MEMBERS, ACTIVE), (DENIED,), (), notes=(misprint,)),
    )  # fmt: skip


def strength_lines() -> tuple[StrengthLine, ...]:
    """Return merged lines with each of the five standings."""
    front: dict[str, Any] = {"holder": "Northern Front", "measure": "personnel"}
    return (
        StrengthLine(**front, place="Velda", status="updated", text="Southern Army: up to 2,000, later about 3,000",
                     estimates=(_merged(UP_TO_2000), _merged(FOREIGN), _merged(NOW_3000))),
        StrengthLine(**front, place="Velda", status="contested",
                     text="more than 1,000 by Jon Mbeki, up to 1,000 by the article itself",
                     estimates=(_merged(MORE_THAN_1000, "Southern Army"), _merged(UP_TO_1000, "a2"))),
        StrengthLine(**front, place=None, status="not_comparable", text="counts other people than the figures on Velda",
                     estimates=(_merged(MEMBERS, "a2"), _merged(ACTIVE, "a2"))),
        StrengthLine(holder="Northern Front", measure="killed", place="Velda", status="agreed", low=27, high=27,
                     text="two articles carry it", estimates=(_merged(LOST), _merged(DEAD))),
        StrengthLine(holder="civilians", measure="civilians", place=None, status="single", low=60000, high=60000,
                     text="one origin", estimates=(_merged(PEOPLE, "The Herald"),)),
        StrengthLine(holder="civilians", measure="civilians", place="Velda", status="single", text="one origin",
                     estimates=(_merged(MISPRINT, "a2"),)),
        StrengthLine(holder=None, measure="area", place=None, status="single", low=259, high=2587, text="one origin",
                     estimates=(_merged(CLEARED, "The Herald"),)),
    )  # fmt: skip


def _across(claim: Claim) -> MergedClaim:
    """Return a claim as merging gives it, with its articles as its origins."""
    origins = tuple(dict.fromkeys(e.article for e in claim.evidence))
    return MergedClaim(**dict(claim), origins=origins, independent=len(origins))


def merged_brief() -> MergedBrief:
    """Return a merged brief with every part filled."""
    quote = {e.id + e.evidence[0].article: e.evidence for e in (UP_TO_2000, MORE_THAN_1000, UP_TO_1000, NOW_3000)}
    sections: dict[str, MergedSection] = {
        "who": MergedEntities(items=(
            MergedEntity(name="Northern Front", kind="armed_group", aliases=("NF", "Front"),
                         articles=("a1", "a2", "a3"), mentions=9, reasons=("NF: initials",)),
            MergedEntity(name="Southern Army", kind="state", articles=("a1", "a3"), mentions=4),
            MergedEntity(name="Lena Maki", kind="person", aliases=("Professor Maki",), articles=("a3",), mentions=1),
        )),
        "where": MergedPlaces(items=(
            MergedPlace(name="Velda", aliases=("Welda",), country="VE", lat=1.5, lon=2.25,
                        articles=("a1", "a2", "a3"), mentions=6),
            MergedPlace(name="the desert", articles=("a3",), mentions=1),
        )),
        "strength": StrengthLines(items=strength_lines()),
        "tactics": MergedClaims(items=tuple(map(_across, (TUNNELS, DENIED, BANDS)))),
        "outlook": MergedClaims(items=tuple(map(_across, (FALL, RETURN)))),
    }  # fmt: skip
    sides = (
        Side(said_by="Jon Mbeki", text="more than 1,000", evidence=quote["E1a2"]),
        Side(said_by=None, text="up to 1,000", evidence=quote["E2a2"]),
    )
    return MergedBrief(
        summary=(
            SummaryLine(text="The Front holds Velda", evidence=(*quote["E1a1"], *quote["E1a3"])),
            SummaryLine(text="How many fighters are left is contested.", evidence=quote["E1a2"] + quote["E2a2"]),
        ),
        sections=sections,
        differences=(Difference(text="Whether more or fewer than 1,000 are left in Velda", sides=sides),),
        notes=(Note(kind="copy", text="The third article repeats much of the first."),),
    )


def sample_report(*, brief: bool = True) -> Report:
    """Return the report; without `brief` as it is when no merged brief is asked for."""
    run = Run(
        backend="openai", model="small", version="0.1.0", started="2024-05-01T10:00:00+00:00",
        finished="2024-05-01T10:00:02.500000+00:00", calls=12, cache_hits=3, tokens_in=12345, tokens_out=678, cost=0.02,
    )  # fmt: skip
    failures = (Failure(path="in/d.txt", stage="intake", reason="the file is empty"),)
    parts: dict[str, Any] = {"run": run, "articles": articles(), "brief": merged_brief() if brief else None}
    return Report.model_validate({"schema": "conflict", "sections": SECTIONS, "failures": failures} | parts)


HOSTILE = (
    "# <script>alert(1)</script> | a | b |\n\n---\n<img src=x onerror=alert(1)> *bold* _it_ `code` "
    "[x](http://evil.example) ![i](http://evil.example/i.png) [^1]: x\n[1]: http://evil.example\n"
    "\x1b[31mred\x1b]0;title\x07 \u202egnp.exe\u202c &lt;b&gt; &#60;i&#62; www.evil.example me@evil.example "
    "~~gone~~ $x$ #12 owner/name#3 GH-4 :smile: <!-- hidden"
)
"""Text that would break out of Markdown, HTML or a terminal if it were let."""

_POISONED = {"title", "author", "outlet", "text", "name", "holder", "place", "said_by", "counted", "quote", "path",
             "reason", "stage", "label", "origin"}  # fmt: skip
_POISONED_LISTS = {"aliases", "via"}


def hostile_report(poison: str = HOSTILE, *, brief: bool = True) -> Report:
    """Return the sample report with hostile text wherever an article's own words go."""
    return Report.model_validate(_poison(sample_report(brief=brief).model_dump(mode="json", by_alias=True), poison))


def _poison(node: Any, poison: str) -> Any:
    if isinstance(node, list):
        return [_poison(n, poison) for n in node]
    return {k: _poisoned(k, v, poison) for k, v in node.items()} if isinstance(node, dict) else node


def _poisoned(key: str, value: Any, poison: str) -> Any:
    if key in _POISONED and isinstance(value, str):
        return poison
    return [poison for _ in value] if key in _POISONED_LISTS else _poison(value, poison)


def renamed_sections(report: Report, names: dict[str, str]) -> Report:
    """Return a report as a domain would give it that calls its sections otherwise."""
    data = report.model_dump(mode="json", by_alias=True)
    data["sections"] = _renamed(data["sections"], names)
    data["articles"] = [_renamed(a, names) for a in data["articles"]]
    data["brief"] = data["brief"] and _renamed(data["brief"], names)
    return Report.model_validate(data)


def _renamed(node: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    return {names.get(key, key): value for key, value in node.items()}
