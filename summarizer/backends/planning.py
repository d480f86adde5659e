"""Which numbers and sentences are worth a question: those that the rules leave open, and some that they are sure of.

The sure ones are controls. A field is asked at all only where the article has enough controls for a model to prove
itself on it (see settling.py); without them its answer would change nothing, and would be paid for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from summarizer.backends.questions import NONE, Item, shown
from summarizer.checks import REACH, check_estimate, groups, measures, noun_classes
from summarizer.cues import cue_reader
from summarizer.models import Attribution, Draft, DraftEstimate, MarkedArticle, Quantity
from summarizer.schema import ClaimRules, Schema
from summarizer.tags import actor_starts, find, in_furniture, near, place_starts, sentence_number

# What a model may settle about a number. Bounds, unit and date are code's alone.
FIELDS = ("measure", "holder", "said_by", "place")
# Fewer right answers can be luck.
MIN_CONTROLS = 3
MOST_CONTROLS = 4
# Sentences shorter than this say nothing that a claim could rest on.
_MIN_SENTENCE = 40
_UNSURE = "?"


def is_unsure(estimate: DraftEstimate, name: str) -> bool:
    """Return True where the rule that decided a field marked itself unsure."""
    return estimate.rules.get(name, "").endswith(_UNSURE)


def plan_numbers(draft: Draft, marked: MarkedArticle, schema: Schema) -> list[Item]:
    """Return the numbers to ask about, in text order; none where nothing is open or nothing could be proven."""
    drafted = {e.quantity: e for estimates in draft.estimates.values() for e in estimates}
    wanted: dict[str, tuple[str, ...]] = {}
    for n in range(1, len(marked.quantities) + 1):
        tag = f"N{n}"
        if tag in drafted:
            wanted[tag] = tuple(f for f in FIELDS if is_unsure(drafted[tag], f))
        elif _could_be_missed(tag, marked, schema):
            wanted[tag] = FIELDS
    controls = _controls(drafted, wanted)
    items = []
    for n in range(1, len(marked.quantities) + 1):
        tag = f"N{n}"
        asked = tuple(f for f in wanted.get(tag, ()) if f in controls)
        if tag not in drafted and "measure" not in asked:
            asked = ()  # a figure without a measure is none
        known = {f: _current(drafted[tag], f) for f in controls if tag in controls[f]}
        if item := _number_item(tag, (*asked, *known), known, drafted.get(tag), marked, schema):
            items.append(item)
    return items if any(i.open for i in items) else []


def plan_sentences(draft: Draft, marked: MarkedArticle, schema: Schema) -> list[Item]:
    """Return the sentences to ask about: those with a weak cue, and between them sure ones and some without a cue."""
    specs = [(s, s.rules) for s in schema.of_kind("claims") if isinstance(s.rules, ClaimRules)]
    items: dict[int, Item] = {}
    for spec, rules in specs:
        claims = draft.claims.get(spec.name, ())
        taken = {tag: c.label for c in claims for tag in c.sentences}
        scores = _scores(marked, rules)
        weak = [n for n, score in scores.items() if 0 < score < rules.at_least and f"S{n}" not in taken]
        sure = {n: taken[f"S{n}"] for n in scores if taken.get(f"S{n}") and scores[n] >= rules.at_least}
        without = [n for n, score in scores.items() if score <= 0 and f"S{n}" not in taken]
        room = rules.at_most - len(claims)
        # As many without a cue as with one, or a model that says yes to all would look right.
        half = MOST_CONTROLS // 2
        if not weak or room < 1 or min(len(sure), len(without)) < half:
            continue
        known = {n: str(sure[n]) for n in sorted(sure)[:half]} | dict.fromkeys(_spread(without, half), NONE)
        for n in sorted({*weak, *known}):
            items[n] = _sentence_item(items.get(n), n, spec.name, rules.labels, known.get(n))
    return [items[n] for n in sorted(items)]


def cue_score(text: str, rules: ClaimRules) -> float:
    """Return the sum of the weights of the cues that stand in a sentence, each counted once; 0 where none finds it."""
    found = cue_reader(rules).read(text)
    return found.score if found else 0.0


def _scores(marked: MarkedArticle, rules: ClaimRules) -> dict[int, float]:
    """Return the score of each sentence that could bear a claim, by its number."""
    article = marked.article
    return {
        s.index: cue_score(article.text[s.start : s.end], rules)
        for s in article.sentences
        if not s.heading and s.end - s.start >= _MIN_SENTENCE and not in_furniture(s.start, s.end, article)
    }


def _could_be_missed(tag: str, marked: MarkedArticle, schema: Schema) -> bool:
    quantity = marked.quantities[int(tag[1:]) - 1]
    if in_furniture(quantity.start, quantity.end, marked.article) or not noun_classes(quantity.counted, schema):
        return False
    return any(not check_estimate(DraftEstimate(tag, m), marked, schema, strict=True) for m in measures(schema))


def _controls(drafted: Mapping[str, DraftEstimate], wanted: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return the numbers that the rules are sure of, for each field that is open somewhere and can be proven."""
    found: dict[str, list[str]] = {}
    for name in FIELDS:
        sure = [tag for tag, e in drafted.items() if e.rules.get(name) and not is_unsure(e, name)]
        different = list({_current(drafted[tag], name): tag for tag in reversed(sure)}.values())
        chosen = [*different, *(t for t in sure if t not in different)][:MOST_CONTROLS]
        if len(chosen) >= MIN_CONTROLS and len(different) > 1 and any(name in w for w in wanted.values()):
            found[name] = chosen
    return found


def _number_item(
    tag: str,
    asked: Sequence[str],
    known: Mapping[str, str],
    estimate: DraftEstimate | None,
    marked: MarkedArticle,
    schema: Schema,
) -> Item | None:
    quantity = marked.quantities[int(tag[1:]) - 1]
    choices: dict[str, Mapping[str, str]] = {}
    for name in sorted(asked, key=FIELDS.index):
        offered = _choices(name, quantity, marked, schema)
        if current := getattr(estimate, name) if estimate else None:
            # What the rules chose is a choice, wherever it is named, and stands for its words.
            offered = offered | {_named(current, marked): current}
        if offered:
            choices[name] = offered
    if not choices:
        return None
    end = max(quantity.end, quantity.counted_end)
    where = marked.article.sentences[sentence_number(quantity.start, marked.article)].index
    words = f"{shown(marked.article, quantity.start, end)} (S{where})"
    return Item(tag, words, choices, {f: v for f, v in known.items() if f in choices})


def _choices(name: str, quantity: Quantity, marked: MarkedArticle, schema: Schema) -> dict[str, str]:
    """Return the choices of a field for a number: what is named near enough to pass the checks."""
    article, offset = marked.article, quantity.start
    if name == "measure":
        return {m.name: m.name for m in measures(schema).values() if m.unit == quantity.unit}
    if name == "holder":
        # Those who take part hold figures; where the schema names no such kinds, anybody may.
        kinds = schema.entity_rules.parties
        parties = (f"A{n}" for n, a in enumerate(marked.actors, start=1) if not kinds or a.kind in kinds)
        return _near(parties, actor_starts, offset, marked) | {g: g for g in groups(schema)}
    if name == "place":
        return _near((f"P{n}" for n in range(1, len(marked.places) + 1)), place_starts, offset, marked)
    # Who speaks twice near a number is one choice, and stands for the later time.
    return {
        w.speaker: f"W{n}"
        for n, w in enumerate(marked.attributions, start=1)
        if w.start <= offset < w.end or near([w.speaker_start], offset, article, reach=REACH)
    }


def _near(
    tags: Iterable[str], starts: Callable[[str, MarkedArticle], Sequence[int]], offset: int, marked: MarkedArticle
) -> dict[str, str]:
    return {_named(t, marked): t for t in tags if near(starts(t, marked), offset, marked.article, reach=REACH)}


def _named(tag: str, marked: MarkedArticle) -> str:
    """Return the words that a tag is answered by; a measure or group is its own."""
    found = find(tag, marked)
    return found.speaker if isinstance(found, Attribution) else getattr(found, "name", tag)


def _current(estimate: DraftEstimate, name: str) -> str:
    return getattr(estimate, name) or NONE


def _sentence_item(item: Item | None, n: int, section: str, labels: Mapping[str, str], known: str | None) -> Item:
    choices = dict(item.choices) if item else {}
    sure = dict(item.known) if item else {}
    choices[section] = {label: label for label in labels}
    if known is not None:
        sure[section] = known
    return Item(f"S{n}", "", choices, sure)


def _spread(numbers: Sequence[int], count: int) -> list[int]:
    """Return `count` of the numbers, far apart, so that they do not all come from one paragraph."""
    step = max(1, len(numbers) // count)
    return list(numbers[step // 2 :: step])[:count]
