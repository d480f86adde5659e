"""Statements: which sentences a model is asked about, and what its answers may change. Pure.

The rules score sentences by their cues and keep the best of a section. Near the line they err most: so a model is shown
those that were kept by little and the best of those that were not, between some that the rules are sure of, and says of
each what it tells: something of the section's kind, or something else.

Where it is believed (see proving.py), a sentence that was not kept and that it takes for one of the kind is added as
long as there is room. Where there is none, it takes the place of one that was kept by little and that the model takes
for something else. Label, speaker and quote are the rules' own, whatever is answered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from summarizer.backends.proving import CONTROLS_FOR_A_MISS, believed, proven
from summarizer.backends.questions import NONE, Answers, Item, shown
from summarizer.backends.settling import BY_MODEL, not_followed
from summarizer.checks import check_claim
from summarizer.cues import cue_reader
from summarizer.models import Draft, DraftClaim, MarkedArticle
from summarizer.schema import ClaimRules, Schema, SectionSpec
from summarizer.tags import in_furniture

# A sentence that scores this much above the line was not kept by little.
SURE_BY = 1.5
# Controls of a section, as many of either kind as there are.
CONTROLS = CONTROLS_FOR_A_MISS
# Of those that are not of a section's kind, so many are of another's: they are paid for anyway, and harder to tell.
_SHARED = 2
# Characters; among sentences whose answer is known the short ones are asked about, for all are paid for.
_LONG = 160
_OPEN_KEPT = 3
_OPEN_SPARE = 5
# More would be the model's brief and not the rules'.
ADD_AT_MOST = 3
# Sentences shorter than this say nothing that a claim could rest on.
_MIN_SENTENCE = 40
# How many sentences are looked at for one without any cue.
_LOOKED_AT = 24


def plan_sentences(draft: Draft, marked: MarkedArticle, schema: Schema) -> list[Item]:
    """Return the sentences to ask about, in text order; none where nothing is open or nothing could be proven."""
    items: dict[int, Item] = {}
    plain = _without_cue(draft, marked, schema)
    sure = {spec.name: _sure(draft, spec, rules, marked) for spec, rules in _specs(schema)}
    for spec, rules in _specs(schema):
        told = {_number(c) for c in (*draft.claims.get(spec.name, ()), *draft.spares.get(spec.name, ()))}
        others = (n for name, numbers in sure.items() if name != spec.name for n in numbers if n not in told)
        elsewhere = [n for n in others if not _holds_cue(n, rules, marked)][:_SHARED]
        planned = dict(_planned(draft, spec, rules, sure[spec.name], [*elsewhere, *plain]))
        for number, known in planned.items():
            item = items.get(number) or _sentence_item(number, marked)
            items[number] = _with_section(item, spec.name, rules, known)
    return [items[n] for n in sorted(items)]


def meanings(schema: Schema) -> dict[str, Mapping[str, str]]:
    """Return what the choices of each section mean."""
    return {spec.name: rules.tells for spec, rules in _specs(schema)}


def sentences_to_confirm(
    draft: Draft, items: Sequence[Item], answers: Answers, schema: Schema
) -> dict[str, tuple[str, ...]]:
    """Return the sections, by the tag of the sentence, whose answers could change something."""
    found: dict[str, tuple[str, ...]] = {}
    for spec, rules in _specs(schema):
        added, dropped = _moves(draft, spec, rules, items, answers)
        for claim in (*added, *dropped) if added else ():
            found[claim.sentences[0]] = (*found.get(claim.sentences[0], ()), spec.name)
    return found


def settle_sentences(
    draft: Draft, items: Sequence[Item], answers: Answers, marked: MarkedArticle, schema: Schema
) -> Draft:
    """Return the draft with the claims that a believed model added, some of them in the place of others."""
    claims = dict(draft.claims)
    for spec, rules in _specs(schema):
        kept = claims.get(spec.name, ())
        added, dropped = _moves(draft, spec, rules, items, answers)
        good = [c for c in added if check_claim(c, marked, schema) is None][:ADD_AT_MOST]
        room = max(0, rules.at_most - len(kept))
        gone = dropped[: max(0, len(good) - room)]
        good = good[: room + len(gone)]
        if good:
            new = (c._replace(rules={**c.rules, "kept": BY_MODEL}) for c in good)
            claims[spec.name] = (*(c for c in kept if c not in gone), *new)
    agreed = sentences_proven(schema, items, answers)
    return draft._replace(claims=claims, notes=(*draft.notes, *not_followed(items, answers, agreed)))


def sentences_proven(schema: Schema, items: Sequence[Item], answers: Answers) -> frozenset[str]:
    """Return the sections whose sentences a model tells from others."""
    return frozenset(spec.name for spec, rules in _specs(schema) if _is_believed(spec, rules, items, answers))


def _sure(draft: Draft, spec: SectionSpec, rules: ClaimRules, marked: MarkedArticle) -> list[int]:
    """Return the numbers of the sentences that are of a section's kind beyond doubt, as many as are asked about."""
    beyond = [_number(c) for c in draft.claims.get(spec.name, ()) if c.score >= rules.at_least + SURE_BY]
    return sorted(beyond, key=lambda number: _is_long(number, marked))[: CONTROLS // 2]


def _planned(
    draft: Draft, spec: SectionSpec, rules: ClaimRules, sure: Sequence[int], plain: Sequence[int]
) -> Iterator[tuple[int, str | None]]:
    """Yield the numbers of sentences to ask about for a section, each with the answer that is known, or None.

    `sure` are the numbers of those that are of its kind, `plain` of those that are not, the first to be taken first.
    """
    kept = draft.claims.get(spec.name, ())
    spare = draft.spares.get(spec.name, ())[:_OPEN_SPARE]
    weak = _weak(kept, rules)
    without = plain[: CONTROLS - len(sure)]
    if not spare or not sure or len(sure) + len(without) < CONTROLS:
        return
    yes, no = _answers(rules)
    yield from ((n, no) for n in without)
    yield from ((n, yes) for n in sure)
    # Where there is room, nothing has to give way.
    yield from ((_number(c), None) for c in (weak if len(kept) >= rules.at_most else ()))
    yield from ((_number(c), None) for c in spare)


def _moves(
    draft: Draft, spec: SectionSpec, rules: ClaimRules, items: Sequence[Item], answers: Answers
) -> tuple[list[DraftClaim], list[DraftClaim]]:
    """Return the claims that a believed model would add, best first, and those it would drop, weakest first."""
    if not _is_believed(spec, rules, items, answers):
        return [], []
    yes, _ = _answers(rules)
    said = {i.tag: believed(i, answers, frozenset({spec.name})).get(spec.name) for i in items}
    added = [c for c in draft.spares.get(spec.name, ()) if said.get(c.sentences[0]) == yes]
    weak = _weak(draft.claims.get(spec.name, ()), rules)
    return added, [c for c in weak if said.get(c.sentences[0]) not in (yes, None)]


def _is_believed(spec: SectionSpec, rules: ClaimRules, items: Sequence[Item], answers: Answers) -> bool:
    """Whether a model tells what is of a section's kind from what is not."""
    yes, _ = _answers(rules)
    return spec.name in proven(items, answers, same=lambda answer, known: (answer == yes) == (known == yes))


def _weak(kept: Sequence[DraftClaim], rules: ClaimRules) -> list[DraftClaim]:
    """Return the claims that were kept by little, weakest first."""
    weak = [c for c in kept if c.score < rules.at_least + SURE_BY]
    return sorted(weak, key=lambda c: (c.score, -_number(c)))[:_OPEN_KEPT]


def _is_long(number: int, marked: MarkedArticle) -> bool:
    sentence = marked.article.sentences[number - 1]
    return sentence.end - sentence.start > _LONG


def _without_cue(draft: Draft, marked: MarkedArticle, schema: Schema) -> list[int]:
    """Return the numbers of sentences without a cue of any section, so that one is a control of all of them.

    Short ones come first, and those far apart, so that they do not come from one paragraph.
    """
    article = marked.article
    listed = (*draft.claims.values(), *draft.spares.values())
    told = {_number(claim) for claims in listed for claim in claims}
    readers = [cue_reader(rules) for _, rules in _specs(schema)]
    may = [
        s
        for s in article.sentences
        if not s.heading
        and s.end - s.start >= _MIN_SENTENCE
        and s.index not in told
        and not in_furniture(s.start, s.end, article)
    ]
    step = max(1, len(may) // _LOOKED_AT)
    texts = ((s.index, article.text[s.start : s.end]) for s in may[::step][:_LOOKED_AT])
    plain = [number for number, text in texts if not any(reader.read(text) for reader in readers)]
    apart = max(1, len(plain) // CONTROLS)
    spread = plain[apart // 2 :: apart]
    return sorted([*spread, *(n for n in plain if n not in spread)], key=lambda n: _is_long(n, marked))


def _sentence_item(number: int, marked: MarkedArticle) -> Item:
    sentence = marked.article.sentences[number - 1]
    words = shown(marked.article, sentence.start, sentence.end)
    return Item(f"S{number}", words, {}, at=number - 1, inline=True)


def _with_section(item: Item, section: str, rules: ClaimRules, known: str | None) -> Item:
    choices = {**item.choices, section: {word: word for word in rules.tells}}
    return replace(item, choices=choices, known=item.known if known is None else {**item.known, section: known})


def _holds_cue(number: int, rules: ClaimRules, marked: MarkedArticle) -> bool:
    sentence = marked.article.sentences[number - 1]
    return bool(cue_reader(rules).read(marked.article.text[sentence.start : sentence.end]))


def _answers(rules: ClaimRules) -> tuple[str, str]:
    """Return the answer that makes a sentence a claim, and what stands for all others."""
    return next(iter(rules.tells)), NONE


def _specs(schema: Schema) -> Iterator[tuple[SectionSpec, ClaimRules]]:
    return ((s, s.rules) for s in schema.of_kind("claims") if isinstance(s.rules, ClaimRules))


def _number(claim: DraftClaim) -> int:
    return int(claim.sentences[0][1:])
