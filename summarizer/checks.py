"""What an answer must satisfy. Pure functions that return None, or in words why it does not.

Backends ask again by these reasons, and grounding applies the checks once more to whatever a backend drafts. They are
hard: they refuse what cannot be, and leave what may be. `strict` ones are for answers that no rule has found by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from summarizer.cues import has_one_of
from summarizer.folding import fold
from summarizer.gazetteer import Gazetteer, default_gazetteer
from summarizer.models import (
    Article,
    Attribution,
    DraftClaim,
    DraftEstimate,
    MarkedArticle,
    Quantity,
    Sentence,
    Time,
)
from summarizer.schema import ClaimRules, EstimateRules, Forms, Measure, Schema
from summarizer.support import unsupported
from summarizer.tags import (
    PUBLISHED,
    actor_starts,
    find,
    in_furniture,
    near,
    place_starts,
    sentence_number,
    speaker_starts,
)

# How many sentences before a figure may name its holder, place or speaker: "the group" seldom reaches further back.
REACH = 3
# Whom an article is about need not be named again for each figure.
FOREMOST = 3
# An event word ("killed") stands in the figure's own sentence or the one before it.
EVENT_REACH = 1
LONGEST_LIST = 40  # sentences of a list that are gone back over to what introduces it; a longer one is a table
ENGLISH = "en"
KNOWN_TOWN = 100_000  # inhabitants from which a word that begins a sentence is sooner the town than a common word
REWORDED = "reworded"
"""The rule of a claim whose words are in another language than its sentence."""
_WORD = re.compile("[^\\W_]+(?:['\u2019-][^\\W_]+)*")
_BULLETS = frozenset("-*•·‣▪\u2013")


def check_estimate(
    estimate: DraftEstimate, marked: MarkedArticle, schema: Schema, *, strict: bool = False
) -> str | None:
    """Return why an estimate cannot stand, None where it can.

    With `strict`, the counted noun must be one that the schema knows, and holder, place and speaker must be named in
    the figure's sentence or in one of the `REACH` before it, a holder that the article is about anywhere; without, they
    only have to be named in the article.
    """
    quantity = find(estimate.quantity, marked)
    if not isinstance(quantity, Quantity):
        return f"{estimate.quantity} is no number of this article"
    measure = measures(schema).get(estimate.measure)
    if measure is None:
        return f"{estimate.measure!r} is no measure; there are {', '.join(measures(schema))}"
    return (
        _check_unit(quantity, measure)
        or _check_noun(estimate, quantity, measure, marked, schema, strict=strict)
        or _check_event(estimate, quantity, measure, marked)
        or _check_named(estimate, quantity, marked, schema, strict=strict)
    )


def check_claim(claim: DraftClaim, marked: MarkedArticle, schema: Schema) -> str | None:
    """Return why a claim cannot stand, None where it can."""
    if not claim.sentences:
        return "a claim needs a sentence that bears it"
    sentences = []
    for tag in claim.sentences:
        if not isinstance(sentence := find(tag, marked), Sentence):
            return f"{tag} is no sentence of this article"
        sentences.append(sentence)
    if all(s.heading for s in sentences):
        return "a heading alone bears no claim"
    if any(in_furniture(s.start, s.end, marked.article) for s in sentences):
        return "page furniture bears no claim"
    if claim.label is not None and claim.label not in _labels(schema):
        return f"{claim.label!r} is no label of this schema"
    if claim.said_by is not None and not speaker_starts(claim.said_by, marked):
        return f"{claim.said_by} is nobody who speaks in this article"
    return _check_text(claim, sentences, marked, schema) if claim.text else None


def _check_text(claim: DraftClaim, sentences: Sequence[Sentence], marked: MarkedArticle, schema: Schema) -> str | None:
    quotes = [marked.article.text[s.start : s.end] for s in sentences]
    if claim.rules.get("text") != REWORDED:
        return unsupported(claim.text, quotes)
    from summarizer.rewording import unsupported_rewording  # late: only what a model puts into other words needs it

    actors, places = marked.actors, marked.places
    named = {actors[n.actor].name for n in marked.names if any(s.start <= n.start < s.end for s in sentences)}
    named |= {places[n.place].name for n in marked.spots if any(s.start <= n.start < s.end for s in sentences)}
    gazetteer = default_gazetteer()
    known = {fold(form) for name in schema.names for form in (name.name, *name.aliases)}
    return unsupported_rewording(
        claim.text,
        quotes,
        named,
        lambda word: fold(word) in known or bool(gazetteer.country(word)) or _is_town(word, gazetteer),
        lambda word: gazetteer.country_name(iso) if (iso := gazetteer.demonym(word)) else "",
    )


def _is_town(word: str, gazetteer: Gazetteer) -> bool:
    return any(place.population >= KNOWN_TOWN for place in gazetteer.places(word))


def check_summary_line(text: str, evidence: Sequence[str]) -> str | None:
    """Return the number, name or place of a sentence that none of its quotes holds, in words; None where all stand."""
    if not evidence:
        return "it cites nothing"
    return unsupported(text, evidence)


def measures(schema: Schema) -> dict[str, Measure]:
    """Return all measures of a schema by name, in order."""
    return {m.name: m for rules in _estimate_rules(schema) for m in rules.measures}


def groups(schema: Schema) -> tuple[str, ...]:
    """Return the holders that are no actors."""
    return tuple(g for rules in _estimate_rules(schema) for g in rules.groups)


def noun_classes(counted: str, schema: Schema) -> tuple[str, ...]:
    """Return the classes of the noun that is counted ("foreign fighters of the group": fighters)."""
    head = re.split(r"\s(?:of|from|in|at|on|who|which|that)\s", counted.lower(), maxsplit=1)[0]
    for phrase in (head, counted.lower()):
        words = _WORD.findall(phrase)
        for end in range(len(words), 0, -1):
            tails = {" ".join(words[start:end]) for start in range(max(0, end - 3), end)}
            if found := _classes_of(tails, schema):
                return found
    return ()


# ------------------------------------------------------------------------------------------------- the single checks


def _check_unit(quantity: Quantity, measure: Measure) -> str | None:
    if measure.unit and not measure.given_in(quantity.unit, quantity.kind):
        return f"{measure.name!r} is given in {measure.unit}, and this number is not"
    if not measure.unit and (quantity.kind != "count" or quantity.unit):
        return f"this number is no count (it is: {quantity.unit or quantity.kind}), and {measure.name!r} counts"
    return None


def _check_noun(
    estimate: DraftEstimate,
    quantity: Quantity,
    measure: Measure,
    marked: MarkedArticle,
    schema: Schema,
    *,
    strict: bool,
) -> str | None:
    if measure.unit:
        return None
    classes = noun_classes(quantity.counted, schema)
    if not classes:
        return f"it is not clear what is counted ({quantity.counted!r})" if strict else None
    if any(name in (*measure.counts, *measure.befalls) for name in classes):
        return None
    whole = find(estimate.part_of or "", marked)
    if isinstance(whole, Quantity) and any(_alike(name, measure, schema) for name in classes):
        return None  # "4,000 fighters, including 800 foreigners": the part is counted with its whole
    return f"what is counted is {quantity.counted!r}, and {measure.name!r} does not count that ({measure.means})"


def _alike(noun_class: str, measure: Measure, schema: Schema) -> bool:
    """Whether one and the same thing can befall a class and what the measure counts: fighters and civilians can die."""
    events = [m.befalls for m in measures(schema).values() if noun_class in m.befalls]
    return any(counted in befalls for befalls in events for counted in measure.counts)


def _check_event(estimate: DraftEstimate, quantity: Quantity, measure: Measure, marked: MarkedArticle) -> str | None:
    # What tells an event is known in English only.
    if not measure.is_event or measure.unit or marked.article.language not in (None, ENGLISH):
        return None
    told_by = measure.told_by
    if has_one_of(told_by, _surroundings(quantity.start, marked.article)):
        return None
    whole = find(estimate.part_of or "", marked)
    if isinstance(whole, Quantity) and has_one_of(told_by, _surroundings(whole.start, marked.article)):
        return None
    return f"no word near it says so: {measure.name!r} means {measure.means}"


def _check_named(
    estimate: DraftEstimate, quantity: Quantity, marked: MarkedArticle, schema: Schema, *, strict: bool
) -> str | None:
    holder = None if estimate.holder in groups(schema) else estimate.holder
    speaks_here = strict and _within(estimate.said_by, quantity, marked)
    for tag, starts, what in (
        (holder, actor_starts(holder or "", marked), "nobody whom this article names"),
        (estimate.said_by, speaker_starts(estimate.said_by or "", marked), "nobody who speaks in this article"),
        (estimate.place, place_starts(estimate.place or "", marked), "no place of this article"),
    ):
        if not tag:
            continue
        if not starts:
            return f"{tag} is {what}"
        if (
            strict
            and not near(starts, quantity.start, marked.article, reach=REACH)
            and not (speaks_here and tag == estimate.said_by)
            and not (tag == holder and tag in foremost(marked, schema))
        ):
            return f"{tag} is not named near this number"
    if estimate.as_of == PUBLISHED:
        return None if marked.article.published else "the article has no date of publication"
    if estimate.as_of and not isinstance(find(estimate.as_of, marked), Time):
        return f"{estimate.as_of} is no date of this article"
    return None


def foremost(marked: MarkedArticle, schema: Schema) -> list[str]:
    """Return the tags of whom an article is about: those who take part in what the domain tells of, named most."""
    kinds = schema.entity_rules.parties
    parties = (f"A{n}" for n, a in enumerate(marked.actors, start=1) if not kinds or a.kind in kinds)
    return list(islice(parties, FOREMOST))


def _within(tag: str | None, quantity: Quantity, marked: MarkedArticle) -> bool:
    said = find(tag or "", marked)
    return isinstance(said, Attribution) and said.start < quantity.end and quantity.start < said.end


def _surroundings(offset: int, article: Article) -> str:
    """Return the sentence at an offset with `EVENT_REACH` before it; a list item brings what introduces its list."""
    if not article.sentences:
        return article.text
    at = sentence_number(offset, article)
    first = max(0, at - EVENT_REACH)
    while first > max(0, at - LONGEST_LIST) and _is_item(article.sentences[first], article):
        first -= 1
    return article.text[article.sentences[first].start : article.sentences[at].end]


def _is_item(sentence: Sentence, article: Article) -> bool:
    return article.text[sentence.start] in _BULLETS


def _labels(schema: Schema) -> set[str]:
    return {label for s in schema.of_kind("claims") if isinstance(s.rules, ClaimRules) for label in s.rules.labels}


def _estimate_rules(schema: Schema) -> list[EstimateRules]:
    return [s.rules for s in schema.of_kind("estimates") if isinstance(s.rules, EstimateRules)]


def _classes_of(tails: set[str], schema: Schema) -> tuple[str, ...]:
    return tuple(c.name for rules in _estimate_rules(schema) for c in rules.nouns if tails & _lowered(c.nouns))


@lru_cache(maxsize=256)
def _lowered(forms: Forms) -> frozenset[str]:
    return frozenset(f.lower() for f in forms)
