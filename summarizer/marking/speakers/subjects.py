"""Finds the subject of a verb of saying: before it, after it, or behind relative clauses, brackets and appositions."""

from __future__ import annotations

from summarizer.marking.lexicon import CALENDAR, TITLE_PARTS, TITLES
from summarizer.marking.speakers.cues import (
    BE,
    LEADS,
    NO_SUBJECT_AFTER,
    PRONOUNS,
    RELATIVE,
    SKIPPED,
    STOPS,
)
from summarizer.marking.speakers.descriptions import MAX_SUBJECT
from summarizer.marking.speakers.leading import leading_description
from summarizer.marking.speakers.material import PERSON, Line, Speaker, has_digit
from summarizer.marking.speakers.memory import Memory
from summarizer.marking.speakers.phrases import Phrases
from summarizer.marking.speakers.verb_forms import BY_AGENT, NEVER_INVERTED, PLAIN, VERB_MAKES
from summarizer.models import Name

ARTICLE_WITHIN = 8  # characters of " the " between the start of a sentence and a name
AGENT_WITHIN = 4  # words after a passive in which "by" names its speaker
MOST_SKIPPED = 5  # auxiliaries and adverbs between a subject and its verb
LONGEST_CLAUSE = 45  # words of ", who asked not to be named because ..." between a subject and its verb
CLAUSE_BEFORE = 6  # words before "in October" in which a relative clause that it belongs to begins
NAME_AFTER = 4  # characters between ", said the minister" and ", Jane Roe"
_ASIDE = RELATIVE | {
    "speaking",
    "asked",
    "reached",
    "contacted",
    "quoted",
    "interviewed",
    "citing",
    "quoting",
    "himself",
}
_TURNS = frozenset(("but", "while", "as"))
_OCCASIONS = frozenset("statement post tweet interview report message briefing communique speech letter".split())
_ITSELF = frozenset("itself himself herself themselves however too".split())
_QUOTED = ("”", '"', "»", "’", "'")


def agent_of(line: Line, at: int, phrases: Phrases) -> Speaker | None:
    """Return who follows "by" after a passive: "was put at 57 by the ministry", ", accused by the UN of"."""
    if line.lower(at) not in BY_AGENT or at == 0:
        return None
    lead = line.lower(at - 2) if line.lower(at - 1).endswith("ly") else line.lower(at - 1)
    if not (lead in BE or lead == "as" or "," in line.gap(at - 1)):
        return None
    for index in range(at + 1, min(at + 1 + AGENT_WITHIN, len(line.words) - 1)):
        if line.lower(index) == "by":
            found = phrases.starting_at(index + 1)
            return found if found and not has_digit(found.text) else None
    return None


def subject_of(line: Line, at: int, phrases: Phrases, memory: Memory) -> tuple[Speaker, bool] | None:
    """Return who does the saying at word `at` and whether the subject stands after the verb."""
    before = line.material.text[max(0, line.words[at].start - 3) : line.words[at].start]
    if after := _inverted(line, at, before, phrases):
        return after, True
    if line.lower(at).endswith("ing") and "," in before:
        same = memory.here or _opening(line)
        return (same, False) if same else None  # "..., stressing that": who spoke before, or the subject
    if "." in before or ";" in before:
        return None
    here = _before_auxiliaries(line, at)
    if here < 0 or at - here > MOST_SKIPPED or _passive(line, here, at):
        return None
    gap = line.gap(here)
    if "." in gap or ";" in gap or ":" in gap:
        return None
    if line.lower(here) in ("and", "but") and (
        same := memory.here or _opening(line) or leading_description(line, line.words[here].start)
    ):
        return same, False
    found = _behind_aside(line, here, gap, phrases) or _behind_relative(line, here, phrases)
    if found is None:
        here = _before_occasion(line, here)
        found = _main_subject(line, here, phrases)
    return (found, False) if found else None


def _main_subject(line: Line, here: int, phrases: Phrases) -> Speaker | None:
    """Return whose phrase ends with word `here`; where that is within a relative clause, who stands before this."""
    found = phrases.ending_at(here)
    if found is None:
        return None
    for index in range(here, max(0, here - MAX_SUBJECT), -1):
        leads = line.words[index].start < found.start and line.lower(index) in ("that", "who", "which")
        if leads and phrases.speaks(index - 1) and line.gap(index - 1) == " ":
            return phrases.ending_at(index - 1) or found
        if line.gap(index - 1).strip(" -’'"):
            return found
    return found


def _inverted(line: Line, at: int, before: str, phrases: Phrases) -> Speaker | None:
    """Return who follows the verb, as in “...,” said X and ", said X."."""
    verb = line.lower(at)
    if verb in NEVER_INVERTED or line.lower(at + 1) in PRONOUNS or at + 1 >= len(line.words):
        return None
    quoted = before.rstrip(" ,").endswith(_QUOTED)
    if not (quoted or (verb in PLAIN and (at == 0 or "," in before))):
        return None
    found = phrases.starting_at(at + 1, named=True)
    if found is None:
        return None
    found = named_after(line, found)
    if quoted and before.strip()[-1:] in _QUOTED:
        return found
    # Without a quotation before it, "said Russia was" begins what is said, and "said 30 men died" does too.
    stops = line.material.text[found.end : found.end + 1] in ("", ".", ",", "\n")
    return found if stops and not has_digit(found.text) else None


def named_after(line: Line, found: Speaker) -> Speaker:
    """Return the person named right after a description: "said the minister, Jane Roe"."""
    name = line.material.first_name(found.end, found.end + NAME_AFTER) if found.actor is None else None
    beside = name is not None and line.material.text[found.end : name.start] == ", "
    return line.material.named(name) if name and beside and line.material.kind(name.actor) == PERSON else found


def _opening(line: Line) -> Speaker | None:
    """Return the name that opens a sentence, who does what the verbs joined by "and" say."""
    start = line.sentence.start
    mention = line.material.first_name(start, start + ARTICLE_WITHIN)
    return line.material.named(mention) if mention and line.lower(0) not in LEADS else None


def _before_auxiliaries(line: Line, at: int) -> int:
    here = at - 1
    while here >= 0 and _skipped(line.lower(here)):
        here -= 1
    return here


def _skipped(word: str) -> bool:
    return word in SKIPPED or word in _ITSELF or word in RELATIVE - {"whom"} or word.endswith("ly")


def _passive(line: Line, here: int, at: int) -> bool:
    """Whether the words up to a verb make it a passive: "is estimated"; "has been warning" is none."""
    return not line.lower(at).endswith("ing") and any(line.lower(i) in BE for i in range(here + 1, at))


def _before_occasion(line: Line, here: int) -> int:
    """Step over "on Friday" and "in a statement" between a subject and its verb."""
    at = here
    if any(w.lower in RELATIVE for w in line.words[max(0, here - CLAUSE_BEFORE) : here]):
        return here  # "a captain who defected in October said"
    if line.lower(at) in CALENDAR:
        while at > 0 and line.lower(at) in CALENDAR | {"on", "in", "late", "early", "last", "this"}:
            at -= 1
    elif line.lower(at) in _OCCASIONS and line.lower(at - 1) in ("a", "an"):
        at -= 3 if line.lower(at - 2) == "in" else 0
    return at if at >= 0 else here


# ------------------------------------------------------------------------- what stands between, and is stepped over


def _behind_aside(line: Line, here: int, gap: str, phrases: Phrases) -> Speaker | None:
    """Return who stands before brackets, dashes or commas that close right before the verb."""
    if ")" in gap or "–" in gap or "—" in gap or " - " in gap:
        opening = "(" if ")" in gap else gap.strip()[-1:]
        for index in range(here, max(0, here - LONGEST_CLAUSE), -1):
            if opening in line.gap(index - 1):
                return phrases.ending_at(index - 1)
        return None
    if "," in gap and line.lower(here + 1) not in RELATIVE:
        return _behind_clause(line, here, phrases) or _behind_apposition(line, here, phrases)
    return None


def _behind_clause(line: Line, here: int, phrases: Phrases) -> Speaker | None:
    """Return who stands before ", who asked not to be named because she feared arrest," at whose end `here` is."""
    for index in range(here, max(0, here - LONGEST_CLAUSE), -1):
        lower = line.lower(index)
        if lower in _ASIDE and "," in line.gap(index - 1):
            return phrases.ending_at(index - 1)
        if lower in _TURNS and "," in line.gap(index - 1):
            return None
    return None


def _behind_apposition(line: Line, here: int, phrases: Phrases) -> Speaker | None:
    """Return who stands before ", the director of Z," or ", 34, a nurse," when the verb follows the last comma."""
    for index in range(here, max(0, here - MAX_SUBJECT), -1):
        if ", " not in line.gap(index - 1):
            continue
        if named := _name_between(line, index, here, phrases):
            return named
        if found := phrases.ending_at(index - 1):
            return found
    return None


def _name_between(line: Line, index: int, here: int, phrases: Phrases) -> Speaker | None:
    """Return the name that fills an apposition: "the director, Jane Roe, said", "a rights group, Burma Watch, said"."""
    mention = line.material.name_ending(line.words[here].end)
    if mention and line.material.kind(mention.actor) == PERSON and _only_titles(line, index, mention):
        return line.material.named(mention)
    if line.lower(index - 1) in line.material.humans or not phrases.speaks(index - 1):
        return None
    if mention is not None:
        return line.material.named(mention) if mention.start == line.words[index].start else None
    filled = all(w.cap for w in line.words[index : here + 1])
    return phrases.ending_at(here) if filled else None


def _only_titles(line: Line, index: int, name: Name) -> bool:
    """Whether nothing but titles stands from word `index` up to a name: "Rear Adm. Jane Roe"."""
    return all(
        w.lower in TITLES or w.lower in TITLE_PARTS or w.start >= name.start for w in line.words[index : index + 4]
    )


def _behind_relative(line: Line, here: int, phrases: Phrases) -> Speaker | None:
    """Return the name before a relative clause without commas: "the radio X which speaks for the rebels said"."""
    for index in range(here - 1, max(0, here - MAX_SUBJECT), -1):
        lower = line.lower(index)
        if line.gap(index).strip(" -’'") or (lower in STOPS and lower != "and"):
            return None
        if lower in RELATIVE or (lower == "that" and line.lower(index + 1) in VERB_MAKES):
            plain = line.gap(index - 1) == " " and line.lower(index - 1) not in NO_SUBJECT_AFTER
            found = phrases.ending_at(index - 1) if plain else None
            named = found is not None and (found.actor is not None or _is_name(line, index - 1, phrases))
            return found if named else None
    return None


def _is_name(line: Line, last: int, phrases: Phrases) -> bool:
    """Whether an unknown phrase ends in a name: "radio Andalus", not "Survivors" at the start of a sentence."""
    return line.words[last].cap and not phrases.speaks(last)
