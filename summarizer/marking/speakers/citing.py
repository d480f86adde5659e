"""Finds sources that are cited rather than heard: "according to", "citing", "quoted as saying", "by the count of"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.marking.lexicon import CALENDAR
from summarizer.marking.speakers.cues import BE, RECKONING
from summarizer.marking.speakers.material import Event, Line, Speaker
from summarizer.marking.speakers.phrases import Phrases
from summarizer.marking.speakers.reach import clause_start
from summarizer.marking.speakers.subjects import named_after
from summarizer.marking.speakers.verb_forms import CITING, QUOTING
from summarizer.models import Assertion

QUOTED_WITHIN = 12  # words between "quoted" and "as saying"
COUNT_WITHIN = 3  # words between "the ministry's" and "count" ("own", "most recent")
OWNER_WITHIN = 7  # words between "by" and "count" in "by one Nairobi-based analyst's count"
CITED = CITING | {"according", "words", "per", "based", "view", "opinion", "reports"} | RECKONING
"""Words at which `cited_event` looks."""
_RECKONED: dict[str, Assertion] = dict.fromkeys(
    ("estimate", "estimates", "estimation", "reckoning", "view", "opinion"), "possible"
)
"""Words that make a count somebody's guess."""
_PAPERS = frozenset("reports estimates accounts counts figures".split())
_WHICH = frozenset("these those such some most many several various official unofficial independent other".split())
_EVIDENCE = frozenset("images imagery footage photographs photos pictures video videos data evidence maps".split())
_LEADING = frozenset("by in on from to".split())


def cited_event(line: Line, at: int, phrases: Phrases) -> Event | None:
    """Return the source that the word at `at`, one of `CITED`, points to."""
    word, start = line.lower(at), line.sentence.start
    source = None
    if word == "according" and line.lower(at + 1) == "to":
        source, start = phrases.starting_at(at + 2, anyone=True), clause_start(line, at)
        source = source and named_after(line, source)
    elif word in CITING:
        source = phrases.starting_at(at + 1)
        source = None if source and _is_evidence(source) else source
    elif word == "per":
        source = phrases.starting_at(at + 1) if _is_citing_per(line, at) else None
    elif word == "based":
        source = _based_on(line, at, phrases)
    elif word in _PAPERS:
        source = _papers(line, at, phrases)
    elif _by_count(line, at):
        source = phrases.starting_at(at + 2)
    else:
        source = _owner(line, at, phrases)
    return Event(start, line.sentence.end, source, _RECKONED.get(word, "stated"), at) if source else None


def _papers(line: Line, at: int, phrases: Phrases) -> Speaker | None:
    """Return the papers in "by these reports", "by some estimates"; none for "by all accounts"."""
    if line.lower(at - 2) == "by" and line.lower(at - 1) in _WHICH:
        return phrases.description(at - 1, at)
    return _owner(line, at, phrases)


def _is_evidence(source: Speaker) -> bool:
    """Whether what is cited is no source but what somebody looked at: "citing satellite images"."""
    words = source.text.lower().split()
    return source.actor is None and words[-1] in _EVIDENCE and not {"from", "by", "of"} & set(words)


def _by_count(line: Line, at: int) -> bool:
    """Whether a noun of counting stands in "by the count of", "in the words of"."""
    lead = line.lower(at - 2) if line.lower(at - 1) in ("the", "a", "one", "an") else line.lower(at - 1)
    return lead in ("by", "in") and line.lower(at + 1) in ("of", "by", "from")


def _is_citing_per(line: Line, at: int) -> bool:
    """Whether "per" names a source: "Per the ministry," and ", per local media", not "90 per cent"."""
    opens = at == 0 or "," in line.gap(at - 1)
    return opens and at + 1 < len(line.words) and (line.words[at + 1].cap or at == 0 or line.lower(at + 1) != "cent")


def _based_on(line: Line, at: int, phrases: Phrases) -> Speaker | None:
    """Return whose figures those are in "based on figures from the ministry"."""
    if line.lower(at + 1) != "on" or line.lower(at + 2) not in RECKONING:
        return None
    return phrases.starting_at(at + 4) if line.lower(at + 3) in ("from", "by", "of") else None


def _owner(line: Line, at: int, phrases: Phrases) -> Speaker | None:
    """Return whose count it is in "by the ministry's own count", "by one Nairobi-based analyst's reckoning"."""
    if line.words[at].cap or (at + 1 < len(line.words) and line.words[at + 1].cap and line.gap(at) == " "):
        return None  # "by the army's Count Orlov"
    owners = [i for i in range(max(0, at - COUNT_WITHIN), at) if _possesses(line, i)]
    if not owners or any("," in line.gap(i) for i in range(owners[-1], at)):
        return None
    owner = owners[-1]
    for index in range(owner - 1, max(-1, at - OWNER_WITHIN), -1):
        if line.lower(index) in _LEADING:
            return phrases.possessor(index + 1, owner) if line.lower(owner) not in CALENDAR else None
        if "," in line.gap(index):
            return None
    return None


def _possesses(line: Line, at: int) -> bool:
    """Whether a word owns the next: "the ministry's", "the United Nations’"."""
    return line.words[at].possessive or line.gap(at)[:1] in ("'", "’")


def quoted_as_saying(line: Line, saying: int, phrases: Phrases) -> Event | None:
    """Return who is quoted in "Reuters quoted X as saying" or "X was quoted by Reuters as saying"; Reuters relays."""
    for at in range(saying - 2, max(-1, saying - QUOTED_WITHIN), -1):
        if line.lower(at) in QUOTING:
            break
    else:
        return None
    passive = line.lower(at - 1) in BE
    subject = phrases.ending_at(at - 2 if passive else at - 1) if at > int(passive) else None
    other = None
    if not passive:
        other = phrases.starting_at(at + 1)
    elif line.lower(at + 1) == "by":
        other = phrases.starting_at(at + 2)
    speaker, relay = (subject, other) if passive else (other, subject)
    if speaker is None:
        return None
    via = (relay.text,) if relay else ()
    return Event(line.sentence.start, line.sentence.end, speaker, "stated", saying, via)


def with_relays(line: Line, events: Sequence[Event]) -> list[Event]:
    """Return the events of a sentence; where one cites somebody, who does the citing only relays that."""
    cited = [e for e in events if line.lower(e.at) in CITING or _inside_told(line, e, events)]
    if not cited or len(cited) == len(events):
        return list(events)
    others = [e for e in events if e not in cited]
    before = [e for e in others if e.speaker.start < line.words[cited[0].at].start]
    relay = max(before, key=lambda e: e.speaker.start) if before else others[0]
    cited = [e._replace(via=tuple(dict.fromkeys((*e.via, relay.speaker.text)))) for e in cited]
    return cited + [e for e in others if e.speaker != relay.speaker]


def _inside_told(line: Line, event: Event, events: Sequence[Event]) -> bool:
    """Whether "according to X" stands within what somebody told: "Reuters reported that, according to X, 40 died"."""
    if line.lower(event.at) != "according" or event.at == 0 or line.lower(event.at - 1) != "that":
        return False
    return any(e.at < event.at and e is not event for e in events)
