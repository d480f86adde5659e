"""Settles what each run of capitals names: somebody, a place, a country, or nothing.

Each mention votes by the words around it, and all mentions of one form in an article decide together: one "X said"
makes X a speaker in every sentence. Weights are in steps of a half; a form needs `ENOUGH` to be read at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from summarizer.folding import fold
from summarizer.gazetteer import Gazetteer
from summarizer.marking.lexicon import (
    ACRONYM_STOP,
    BELONGING,
    CALENDAR,
    DIRECTIONS,
    EVENT_HEADS,
    FOLLOWING,
    MEDIUM_NOUNS,
    MERCHANT_SHIPS,
    MOTION,
    PLACE_HEADS,
    PLACE_NOUNS,
    ROLE_NOUNS,
    SITES,
    SPEECH_VERBS,
    STATE_SHIPS,
    TAKEN,
)
from summarizer.marking.runs import Run
from summarizer.marking.vocabulary import Vocabulary
from summarizer.models import Word
from summarizer.schema import EntityRules

PLACE, COUNTRY, NATION, PERSON, ORGANISATION = "place", "country", "nation", "person", "organisation"
MEDIUM, STATE = "medium", "state"
PEOPLE = "people"
SEAT = "seat"
"""A capital that stands for the government in it."""
ENOUGH = 0.8
GREAT_TOWN = 300_000
LANDFORMS = frozenset("mount lake jabal jebel wadi tell tel tal fort port camp badia wilayat wilaya deir ras".split())
SURNAME_VOTE = 5.0  # more than a town and two prepositions of place
BIG_TOWN = 15_000  # inhabitants from which a gazetteer name alone is likely meant as the place
LONGEST_ACRONYM = 8
LONGEST_PERSON = 4  # words
LONGEST_APPOSITION = 12  # words between a name and its verb

# Before a verb of saying somebody else speaks: "residents of X said", "a teacher in X told".
_NEVER_BEFORE_SPEAKERS = frozenset("of in at from near to outside around across".split())

# Titles that are also said of things: "General Hospital", "Major Road".
_GRADES = frozenset(("general", "major", "chief"))
# What may stand behind the last noun of a phrase.
_BEHIND_NOUNS = frozenset("of in at from for that which who based with led run and allied close opposed".split())

Votes = Mapping[str, float]


class Context(NamedTuple):
    """What reading a run needs besides the run."""

    text: str
    words: Sequence[tuple[Word, ...]]
    gazetteer: Gazetteer
    rules: EntityRules
    vocabulary: Vocabulary
    lower_case: frozenset[str]
    """All words that the article also writes without a capital."""


def read_runs(runs: Sequence[Run], context: Context) -> list[tuple[Run, str]]:
    """Return the runs that name something, each with what it names: a kind of the schema, or one of the above."""
    tallies: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for run in runs:
        if run.known is None and run.sure:
            tally = tallies[fold(run.text)]
            for kind, weight in _votes(run, context).items():
                tally[kind] += weight
    _vote_by_lists(runs, tallies, context)
    for kind in (PERSON, *context.rules.kind_openers):
        _vote_by_full_names(runs, tallies, kind)
    return [(run, decided) for run in runs if (decided := _decide(run, tallies))]


def _vote_by_lists(runs: Sequence[Run], tallies: Mapping[str, dict[str, float]], context: Context) -> None:
    """Let a place lend its reading to the next in a list, and to another name of it in brackets."""
    for before, run in pairwise(runs):
        if run.known is not None or before.sentence != run.sentence or fold(run.text) not in tallies:
            continue
        gap = context.text[before.end : run.start].strip(" \n")
        if gap in ("(", ",", "and", ", and") and _decide(before, tallies) == PLACE:
            tallies[fold(run.text)][PLACE] += 1.5 if gap == "(" else 0.9 if gap == "and" else 0.6


def _vote_by_full_names(runs: Sequence[Run], tallies: Mapping[str, dict[str, float]], kind: str) -> None:
    """Let a person's full name decide for the surname alone, whatever else that may be the name of."""
    full = {fold(r.text) for r in runs if r.last - r.first > 1 and r.known is None and _decide(r, tallies) == kind}
    for form in {ending for name in full for ending in endings_of(name)} & tallies.keys():
        tallies[form][kind] += SURNAME_VOTE


def endings_of(name: str) -> list[str]:
    """Return what a name may be shortened to at its end: "bin Salman" and "Salman" of "Mohammed bin Salman"."""
    words = name.split(" ")
    return [" ".join(words[at:]) for at in range(1, len(words))]


def _decide(run: Run, tallies: Mapping[str, Mapping[str, float]]) -> str | None:
    if run.known is not None:
        return run.known.kind
    tally = tallies.get(fold(run.text))
    if not tally:
        return None
    kind: str = max(sorted(tally), key=lambda k: tally[k])
    return kind if tally[kind] >= ENOUGH else None


def _votes(run: Run, context: Context) -> Votes:
    """Return the votes of one mention."""
    words = context.words[run.sentence]
    text, size = run.text, run.last - run.first
    if is_nothing(run, context):
        return {}
    if size <= 3:
        if context.gazetteer.country(text):
            return {COUNTRY: 10.0}
        if context.gazetteer.demonym(text):
            return {NATION: 10.0}
    votes: dict[str, float] = defaultdict(float)
    for vote in VOTERS.values():
        vote(run, words, context, votes)
    if text.lower() in BELONGING:
        votes.pop(PLACE, None)  # "at the Arab level", which is no town of Alabama
    return votes


def is_nothing(run: Run, context: Context) -> bool:
    """Whether a mention has no vote: a day, an opener, a word that the article also writes without its capital."""
    text = run.text
    lower = text.lower()
    if run.last - run.first > 1:
        return lower.rpartition(" ")[2] in EVENT_HEADS or lower.partition(" ")[0] in MERCHANT_SHIPS
    if lower in CALENDAR or lower in ACRONYM_STOP or len(text) < 2 or text[0].isdigit():
        return True
    if lower in EVENT_HEADS and not context.gazetteer.signals(text).given_name:
        return True  # "the Resolution", but not "Bill"
    if run.titled:
        before = context.words[run.sentence][run.first - 1].lower
        return lower in context.vocabulary.common or (before in _GRADES and lower in PLACE_HEADS)
    common = lower in context.vocabulary.common or lower in context.lower_case
    return common and not (text.isupper() and len(text) > 1 and not run.initial)


def _vote_by_itself(run: Run, words: tuple[Word, ...], context: Context, votes: dict[str, float]) -> None:
    """Vote by the words of the name."""
    size = run.last - run.first
    last = words[run.last - 1].text.rpartition("-")[2] if size == 1 else words[run.last - 1].text
    if run.titled:
        votes[PERSON] += 3.0
    if size > 1 and words[run.first].lower in STATE_SHIPS and words[run.first].text.isupper():
        votes[STATE] += 3.0
    for kind, listed in context.rules.kind_words.items():
        if size > 1 and last in listed:
            votes[kind] += 3.0
            break
    else:
        if (
            any(w.text in context.rules.kind_words.get(ORGANISATION, ()) for w in words[run.first : run.last])
            and size > 1
        ):
            votes[ORGANISATION] += 2.5
    if opened := opened_kind(run, words, context.rules):
        votes[opened] += 4.0
    if size > 1 and (last.lower() in PLACE_HEADS or words[run.first].lower in LANDFORMS):
        votes[PLACE] += 3.0
    if size > 1 and words[run.first].lower in DIRECTIONS:
        votes[PLACE] += 1.0
    if size > 1 and run.text[0].isdigit() and last in context.vocabulary.kinds:
        votes[context.vocabulary.kinds[last]] += 3.0  # "80th air assault brigade"
    if size > 2 and (nation := _of_a_country(run, words, context)):
        votes[nation] += 3.0
    article = _behind_article(run, words, context)
    if size == 1 and _is_acronym(run.text):
        votes[ORGANISATION] += 1.0 if article else 0.7  # once is not enough: most acronyms in passing are things
    elif 1 < size <= LONGEST_PERSON and not article and not context.gazetteer.demonym(words[run.first].text):
        votes[PERSON] += 0.8


def opened_kind(run: Run, words: Sequence[Word], rules: EntityRules) -> str | None:
    """Return the kind that the words before a name's own give it: "Tropical Storm Ana"."""
    for kind, openers in rules.kind_openers.items():
        if run.last - run.first > 1 and words[run.first].text in openers and words[run.last - 1].text not in openers:
            return kind
    return None


def _of_a_country(run: Run, words: tuple[Word, ...], context: Context) -> str:
    """Return the kind of a body that is named by its country: "Armed Forces of Haiti"; "" for any other name."""
    at = next((n for n in range(run.first + 1, run.last - 1) if words[n].lower == "of"), None)
    if at is None or not context.gazetteer.country(context.text[words[at + 1].start : run.end].removeprefix("the ")):
        return ""
    kinds = context.rules.kind_words.items()
    kind = next((kind for kind, listed in kinds if words[at - 1].text in listed), "")
    # What a country's people name by it is the state's own, unless it is no party at all.
    return STATE if kind in context.rules.parties else kind


def _behind_article(run: Run, words: tuple[Word, ...], context: Context) -> bool:
    """Whether an article stands right before a name, as it hardly ever does before a person's."""
    before = words[run.first - 1] if run.first else None
    adjoins = before is not None and not context.text[before.end : run.start].strip()
    return adjoins and before is not None and before.lower in ("the", "a", "an") and not run.titled


def _is_acronym(text: str) -> bool:
    """Whether a word is made of initials: "UNHCR", "CSP-DPA", "G-Pèp" is not."""
    parts = text.split("-")
    return len(text) >= 2 and text.isupper() and all(p.isalpha() and len(p) <= LONGEST_ACRONYM for p in parts)


def _vote_by_neighbours(run: Run, words: tuple[Word, ...], context: Context, votes: dict[str, float]) -> None:
    """Vote by the words before and after."""
    before = words[run.first - 1].lower if run.first else ""
    earlier = words[run.first - 2].lower if run.first > 1 else ""
    gap_before = context.text[words[run.first - 1].end : run.start] if run.first else ""
    if before == "the":
        before, earlier = earlier, words[run.first - 3].lower if run.first > 2 else ""
    article = _behind_article(run, words, context)
    cited = (earlier, before) == ("according", "to")
    led = 0.0 if cited or "," in gap_before or "." in gap_before else _led_to(before, earlier, context.vocabulary)
    votes[PLACE] += led
    if cited:
        votes[ORGANISATION if article else PERSON] += 0.9
    gap_after = context.text[run.end : words[run.last].start] if run.last < len(words) else ""
    if run.last < len(words) and not gap_after.strip():
        _vote_by_next(run, words, context, votes, speaks=before not in _NEVER_BEFORE_SPEAKERS)
    if before in MEDIUM_NOUNS and not gap_before.strip():
        votes[MEDIUM] += 1.5
    elif (kind := context.vocabulary.kinds.get(before)) and _names_a_body(run, before, gap_before):
        votes[kind] += 1.5  # "the militia X"
    if words[run.last - 1].possessive and run.last < len(words) and words[run.last].lower in FOLLOWING:
        votes[PERSON] += 1.0
    if gap_after.strip() in (",", "("):
        if _role_follows(words, run.last):
            votes[ORGANISATION if article else PERSON] += 2.0
        elif kind := _body_follows(words, run.last, context):
            votes[kind] += 2.0
        elif before not in _NEVER_BEFORE_SPEAKERS and _speaks_behind(words, run.last):
            votes[ORGANISATION if article else PERSON] += 1.5
    if before in SPEECH_VERBS and gap_before.strip() in ("", "”", '"') and not gap_after.strip().startswith(":"):
        votes[PERSON] += 0.7


def _names_a_body(run: Run, noun: str, gap: str) -> bool:
    """Whether the name of a body stands right behind what it is."""
    return gap in (" ", ' "', " “") and not run.titled and noun not in PLACE_NOUNS and not run.text[0].isdigit()


def _led_to(before: str, earlier: str, vocabulary: Vocabulary) -> float:
    """Return how much the two words before a name, "the" left out, speak for a place."""
    if before in ("to", "from", "between", "towards", "toward"):
        return 1.2 if earlier in MOTION else 0.7
    if before == "at":
        return 1.0  # hardly ever before a person
    if before == "on":
        return 1.0 if earlier in vocabulary.aimed else 0.0  # "the raid on X"
    if before == "of" and earlier in vocabulary.peopled:
        return 1.5  # "residents of X", "the siege of X"
    if before == "of" and earlier in TAKEN:
        return 0.9  # "the capture of X", which may be a man
    if before == "of" and (earlier in PLACE_NOUNS or earlier in DIRECTIONS):
        return 2.0
    if before in vocabulary.locative and before not in ("of", "by", "with"):
        return 1.5
    if before in DIRECTIONS or (before in PLACE_NOUNS and before not in ("state", "capital", "department")):
        return 1.5
    return 0.0


def _vote_by_next(
    run: Run, words: tuple[Word, ...], context: Context, votes: dict[str, float], *, speaks: bool
) -> None:
    """Vote by the word that adjoins: a noun of places, perhaps after what kind of place it is, or a verb of saying."""
    after = words[run.last].lower
    article = run.first > 0 and words[run.first - 1].lower in ("a", "an")  # "a Druze city" names no Druze
    if after in SITES and run.last + 1 < len(words):
        after = words[run.last + 1].lower  # "the X displacement camp", "X military airport"
    if after in PLACE_NOUNS and not article:
        votes[PLACE] += 1.0 if after in PLACE_HEADS or after in ("area", "areas", "countryside", "border") else 0.3
    if after in SPEECH_VERBS and speaks and not _is_great_town(run.text, context):
        body = _behind_article(run, words, context) or (run.last - run.first == 1 and _is_acronym(run.text))
        votes[ORGANISATION if body else PERSON] += 1.5
    if after in MEDIUM_NOUNS or (after == "news" and words[run.last + 1 : run.last + 2]):
        votes[MEDIUM] += 1.5


def _is_great_town(text: str, context: Context) -> bool:
    """Whether a name is a great town's and no family's: "Kigali denies" speaks of its government, and of nobody."""
    found = context.gazetteer.places(text)
    signals = context.gazetteer.signals(text)
    return bool(found) and found[0].population >= GREAT_TOWN and not (signals.given_name or signals.surname)


def _role_follows(words: tuple[Word, ...], at: int) -> bool:
    """Whether a role stands within the next words: ", a spokesman for", ", the Turkish defence minister"."""
    if words[at].lower not in ("a", "an", "the", "who", "head"):
        return False
    role = next((n for n in range(at, min(at + 6, len(words))) if words[n].lower in ROLE_NOUNS), None)
    # ", a teacher said" names the speaker of what stands before, and no role of the name.
    return role is not None and not (
        role + 1 < len(words) and words[role + 1].lower in SPEECH_VERBS and words[role + 1].start - words[role].end == 1
    )


def _body_follows(words: tuple[Word, ...], at: int, context: Context) -> str:
    """Return the kind of the body that an apposition tells of: ", a monitoring group in Dakar"; "" for none."""
    if words[at].lower not in ("a", "an", "the"):
        return ""
    for n in range(at + 1, min(at + 6, len(words))):
        ends = n + 1 == len(words) or words[n + 1].start - words[n].end > 1 or words[n + 1].lower in _BEHIND_NOUNS
        if ends:
            return context.vocabulary.kinds.get(words[n].lower, "")
    return ""


def _speaks_behind(words: tuple[Word, ...], at: int) -> bool:
    """Whether a verb of saying stands behind an apposition: ", part of a network of volunteers, said"."""
    if words[at].cap:
        return False  # "an elder from X, Jane Roe, said"
    stop = min(at + LONGEST_APPOSITION, len(words) - 1)
    comma = next((n for n in range(at, stop) if words[n + 1].start - words[n].end > 1), None)
    return comma is not None and words[comma + 1].lower in SPEECH_VERBS


def _vote_by_gazetteer(run: Run, context: Context, votes: dict[str, float]) -> None:
    gazetteer = context.gazetteer
    if gazetteer.region(run.text):
        votes[PLACE] += 3.0
        return
    found = gazetteer.places(run.text)
    if not found:
        return
    size = run.last - run.first
    signals = gazetteer.signals(run.text)
    if size == 1 and (signals.common_word or signals.given_name or signals.surname):
        votes[PLACE] += 0.3 if found[0].population < BIG_TOWN else 0.6
    elif found[0].population >= BIG_TOWN or found[0].feature != "city":
        votes[PLACE] += 1.5
    else:
        votes[PLACE] += 0.7 if size == 1 else 1.0


VOTERS: Mapping[str, Callable[[Run, tuple[Word, ...], Context, dict[str, float]], None]] = {
    "its own words": _vote_by_itself,
    "the words around it": _vote_by_neighbours,
    "the gazetteer": lambda run, _, context, votes: _vote_by_gazetteer(run, context, votes),
}
"""What votes on a mention of an unknown name, by what it goes by."""
