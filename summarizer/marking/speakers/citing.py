"""Finds sources that are cited rather than heard: "according to", "citing", "quoted as saying", "by the count of"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.marking.speakers.cues import BE, CITING, COUNTS, QUOTING
from summarizer.marking.speakers.material import Event, Line
from summarizer.marking.speakers.phrases import Phrases
from summarizer.marking.speakers.reach import clause_start

QUOTED_WITHIN = 12  # words between "quoted" and "as saying"
CITED = CITING | {"according", "accounts", "words"} | COUNTS
"""Words at which `cited_event` looks."""


def cited_event(line: Line, at: int, phrases: Phrases) -> Event | None:
    """Return the source that the word at `at`, one of `CITED`, points to."""
    word, start = line.lower(at), line.sentence.start
    if word == "according" and line.lower(at + 1) == "to":
        source, start = phrases.starting_at(at + 2), clause_start(line, at)
    elif word in CITING:
        source = phrases.starting_at(at + 1)
    elif _by_count(line, at):
        source = phrases.starting_at(at + 2)
    elif at and line.words[at - 1].possessive and "by" in (line.lower(at - 2), line.lower(at - 3), line.lower(at - 4)):
        source = phrases.ending_at(at - 1)
    else:
        return None
    return Event(start, line.sentence.end, source, "stated", at) if source else None


def _by_count(line: Line, at: int) -> bool:
    """Whether a noun of counting stands in "by the count of", "in the words of"."""
    lead = line.lower(at - 2) if line.lower(at - 1) in ("the", "a", "one", "an") else line.lower(at - 1)
    return line.lower(at) not in CITING and lead in ("by", "in") and line.lower(at + 1) in ("of", "by", "from")


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
    cited = [e for e in events if line.lower(e.at) in CITING]
    if not cited or len(cited) == len(events):
        return list(events)
    others = [e for e in events if e not in cited]
    before = [e for e in others if e.speaker.start < line.words[cited[0].at].start]
    relay = max(before, key=lambda e: e.speaker.start) if before else others[0]
    cited = [replace(e, via=tuple(dict.fromkeys((*e.via, relay.speaker.text)))) for e in cited]
    return cited + [e for e in others if e.speaker != relay.speaker]
