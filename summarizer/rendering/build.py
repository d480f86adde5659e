"""Makes the view of a report: the same reading order for every format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from summarizer.models import (
    ArticleBrief,
    Claim,
    Claims,
    Difference,
    Entities,
    Entity,
    Estimates,
    MergedBrief,
    MergedClaim,
    MergedClaims,
    MergedEntities,
    MergedEntity,
    MergedPlace,
    MergedPlaces,
    Note,
    Place,
    Places,
    Report,
    SectionKind,
    StrengthLines,
)
from summarizer.rendering.phrases import assertion_word, join, run_facts, sentence, speaker, title_of
from summarizer.rendering.rows import article_groups, merged_groups, spans
from summarizer.rendering.sources import Index, facts, filter_facts
from summarizer.rendering.view import ArticleView, BriefView, Item, NameGroup, NameItem, ReportView, Section, Source
from summarizer.wording import counted

# More names of one kind than this are a register, not a brief; the JSON report lists them all.
NAMES_LISTED = 40
# So many statements of a section are read, not searched; the first under each label is always among them.
CLAIMS_LISTED = 12
# A title names the main actors and places only.
SUBJECT_ENTITIES = 3
SUBJECT_PLACES = 2
DIFFER = "Where sources differ"
NOTES = "Notes"

_AnyName = Entity | Place | MergedEntity | MergedPlace


def build(report: Report, *, whole: bool = False) -> ReportView:
    """Return what a reader sees of a report; the `whole` view also holds what is left out of long lists."""
    index = Index(report)
    pairs = zip(index.briefs, index.sources, strict=True)
    articles = tuple(_article(brief, source, report.sections, index) for brief, source in pairs)
    return ReportView(
        subject=_subject(report),
        facts=(*facts(index.sources), *filter_facts(report.run)),
        brief=_brief(report.brief, report.sections, index, whole=whole) if report.brief else None,
        articles=articles,
        sources=index.sources,
        failures=report.failures,
        run=run_facts(report.run),
    )


def _subject(report: Report) -> str:
    """Return a title: the main actors and places of the brief, else how many articles there are."""
    if report.brief:
        actors = _most_named(report.brief, MergedEntities, SUBJECT_ENTITIES)
        places = _most_named(report.brief, MergedPlaces, SUBJECT_PLACES)
        found = [join(names) for names in (actors, places) if names]
        if found:
            return " · ".join(found)
    if len(report.articles) == 1:
        return report.articles[0].article.title or counted(1, "article")
    return counted(len(report.articles), "article") if report.articles else "No article could be read"


def _most_named(brief: MergedBrief, section: type[MergedEntities | MergedPlaces], most: int) -> list[str]:
    listed = [s.items for s in brief.sections.values() if isinstance(s, section)]
    items = [i for each in listed for i in each]
    if len(listed) > 1:  # each section by itself comes in the order of prominence
        items.sort(key=lambda i: (-len(i.articles), -i.mentions))
    # Who is named by one article among several is not what they are about.
    shared = [i for i in items if len(i.articles) > 1] or items[:1]
    return [i.name for i in shared[:most]]


def _article(brief: ArticleBrief, source: Source, kinds: Mapping[str, SectionKind], index: Index) -> ArticleView:
    sections = []
    for name, kind in kinds.items():
        section, title = brief.sections.get(name), title_of(name)
        if isinstance(section, Estimates):
            sections.append(Section(name, title, kind, figures=article_groups(section.items, index)))
        elif isinstance(section, Entities):
            sections.append(Section(name, title, kind, names=_by_kind(section.items, index)))
        elif isinstance(section, Places):
            sections.append(Section(name, title, kind, names=(_names(None, section.items, index),)))
        elif isinstance(section, Claims):
            sections.append(Section(name, title, kind, items=_claims(section.items, index)))
    sections.append(Section("notes", NOTES, "claims", items=_notes(brief.notes, index)))
    summary = tuple(Item(sentence(c.text, _says(c)), marks=index.marks(c.evidence)) for c in brief.summary)
    return ArticleView(source, summary, _reading_order(sections))


def _brief(brief: MergedBrief, kinds: Mapping[str, SectionKind], index: Index, *, whole: bool) -> BriefView:
    told = [spans(e for side in d.sides for e in side.evidence) for d in brief.differences]
    sections = []
    for name, kind in kinds.items():
        section, title = brief.sections.get(name), title_of(name)
        if isinstance(section, StrengthLines):
            sections.append(Section(name, title, kind, figures=merged_groups(section.items, index, told)))
        elif isinstance(section, MergedEntities):
            sections.append(Section(name, title, kind, names=_by_kind(section.items, index, whole=whole)))
        elif isinstance(section, MergedPlaces):
            sections.append(Section(name, title, kind, names=(_names(None, section.items, index, whole=whole),)))
        elif isinstance(section, MergedClaims):
            shown, others = _listed(section.items)
            kept = _claims(others, index) if whole else ()
            sections.append(Section(name, title, kind, items=_claims(shown, index), left_out=len(others), others=kept))
    told_apart = tuple(_difference(d, index) for d in brief.differences)
    differences = Section("differences", DIFFER, "claims", items=told_apart)
    notes = Section("notes", NOTES, "claims", items=_notes(brief.notes, index))
    summary = tuple(Item(sentence(line.text), marks=index.marks(line.evidence)) for line in brief.summary)
    return BriefView(summary, _reading_order([*sections, notes], differences))


def _reading_order(sections: Sequence[Section], differences: Section | None = None) -> tuple[Section, ...]:
    """Return the sections that hold something: estimates first, then what sources differ about, then the others."""
    figures = [s for s in sections if s.kind == "estimates"]
    others = [s for s in sections if s.kind != "estimates"]
    ordered = [*figures, *([differences] if differences else []), *others]
    return tuple(s for s in ordered if s.figures or s.items or any(g.names for g in s.names))


def _by_kind(items: Sequence[Entity | MergedEntity], index: Index, *, whole: bool = False) -> tuple[NameGroup, ...]:
    of_kind: dict[str, list[Entity | MergedEntity]] = {}
    for item in items:
        of_kind.setdefault(item.kind, []).append(item)
    return tuple(_names(title_of(kind), found, index, whole=whole) for kind, found in of_kind.items())


def _names(title: str | None, items: Sequence[_AnyName], index: Index, *, whole: bool = False) -> NameGroup:
    names = tuple(_name(i, index) for i in items[:NAMES_LISTED])
    others = tuple(_name(i, index) for i in items[NAMES_LISTED:]) if whole else ()
    return NameGroup(title, names, max(0, len(items) - NAMES_LISTED), others)


def _name(item: _AnyName, index: Index) -> NameItem:
    if isinstance(item, MergedEntity | MergedPlace):
        numbers, mentions = index.numbers(item.articles), item.mentions
    else:
        numbers, mentions = (), len(item.mentions)
    found = NameItem(item.name, _other_forms(item), numbers, mentions)
    if isinstance(item, Entity | MergedEntity):
        return found
    point = (item.lat, item.lon) if item.lat is not None and item.lon is not None else None
    return found._replace(country=item.country, point=point)


def _other_forms(item: _AnyName) -> tuple[str, ...]:
    """Return the aliases that are more than the name, or one another, in other letter case."""
    forms = {item.name.casefold(): item.name}
    for alias in item.aliases:
        forms.setdefault(alias.casefold(), alias)
    return tuple(forms.values())[1:]


def _listed(claims: Sequence[MergedClaim]) -> tuple[list[MergedClaim], list[MergedClaim]]:
    """Return the statements that are shown, the first ones and the first of each label; and the others."""
    first = {c.label: n for n, c in reversed(list(enumerate(claims)))}
    shown = [n < CLAIMS_LISTED or first[c.label] == n for n, c in enumerate(claims)]
    chosen = list(zip(claims, shown, strict=True))
    return [c for c, is_shown in chosen if is_shown], [c for c, is_shown in chosen if not is_shown]


def _claims(claims: Iterable[Claim], index: Index) -> tuple[Item, ...]:
    """Return statements with their speakers; those of one label stand together, in the order the labels first come."""
    listed = list(claims)
    order = {label: n for n, label in enumerate(dict.fromkeys(c.label for c in listed))}
    return tuple(
        Item(
            c.text,
            lead=title_of(c.label) if c.label else None,
            says=_says(c),
            marks=index.marks(c.evidence),
        )
        for c in sorted(listed, key=lambda c: order[c.label])
    )


def _says(claim: Claim) -> str | None:
    doubt = assertion_word(claim.assertion, has_speaker=bool(claim.said_by))
    if claim.said_by and doubt == "denied":
        return f"denied by {claim.said_by}"
    many = claim.independent if isinstance(claim, MergedClaim) else 1
    origins = f"{many} independent origins" if many > 1 else None
    return ", ".join(x for x in (speaker(claim.said_by), doubt, origins) if x) or None


def _difference(difference: Difference, index: Index) -> Item:
    sides = tuple(
        Item(s.text, lead=s.said_by or index.own_voice(e.article for e in s.evidence), marks=index.marks(s.evidence))
        for s in difference.sides
    )
    return Item(difference.text, items=sides)


def _notes(notes: Iterable[Note], index: Index) -> tuple[Item, ...]:
    return tuple(Item(n.text, lead=title_of(n.kind), marks=index.marks(n.evidence)) for n in notes)
