"""Tactics and outlook are found in sentences of other wars, and not where there are none."""

from __future__ import annotations

import pytest
from claim_cases import NEITHER, OUTLOOK, TACTICS

from summarizer import article_from_text
from summarizer.backends.offline import draft_by_rules
from summarizer.backends.offline.claims import score_sentences
from summarizer.backends.offline.reading import Reading
from summarizer.marking import mark
from summarizer.models import DraftClaim, MarkedArticle
from summarizer.schema import ClaimRules, load_schema

SCHEMA = load_schema("conflict")
RULES = {s.name: s.rules for s in SCHEMA.of_kind("claims") if isinstance(s.rules, ClaimRules)}


def article(text: str) -> MarkedArticle:
    """Mark a text under a title and a date, as in a newspaper."""
    return mark(article_from_text(f"A headline of the day\n\n12 March 2021\n\n{text}\n"), SCHEMA)


def claims(text: str, section: str) -> tuple[DraftClaim, ...]:
    """Return what the rules claim of a text in one section."""
    return draft_by_rules(article(text), SCHEMA).claims[section]


def scores(text: str, section: str) -> list[float]:
    """Return the scores of the sentences of a text that have a cue."""
    reading = Reading(article(text), SCHEMA.entity_rules.parties)
    return [s.score for name, _, found in score_sentences(reading, SCHEMA) if name == section for s in found]


@pytest.mark.parametrize(("text", "label"), TACTICS)
def test_methods_are_found_and_named(text: str, label: str) -> None:
    """One sentence on a method of fighting is one claim, under the label that a reader would choose."""
    assert [c.label for c in claims(text, "tactics")] == [label]


@pytest.mark.parametrize("text", OUTLOOK)
def test_what_is_to_come_is_found(text: str) -> None:
    """However English speaks of the future, it is heard."""
    assert len(claims(text, "outlook")) == 1


@pytest.mark.parametrize("text", NEITHER)
def test_other_sentences_are_neither(text: str) -> None:
    """History, aid, sport, trade and weather are no way of fighting and no outlook on it."""
    assert (claims(text, "tactics"), claims(text, "outlook")) == ((), ())


def test_every_label_is_found_by_some_cue() -> None:
    """No label of the closed lists waits for a cue in vain, but "other"; and no cue has a label that is not listed."""
    for name, rules in RULES.items():
        used = {cue.label for cue in (*rules.cues, *rules.beside) if cue.label}
        assert used == rules.labels.keys() - {"other"}, name


def test_each_word_counts_once() -> None:
    """Two cues on the same words are one reason, the heavier."""
    text = "He spoke of kamikaze drones for an hour."
    heavy = [c.weight for c in RULES["tactics"].cues if c.label == "drones"]
    assert len(heavy) > 1
    (score,) = scores(text, "tactics")
    assert max(heavy) <= score < sum(heavy)


def test_words_of_a_name_tell_nothing() -> None:
    """The Rapid Support Forces support nobody and the Popular Mobilization Forces mobilise nobody, by name alone."""
    assert claims("The Popular Mobilization Forces opened an office in the town on Monday.", "tactics") == ()
    assert claims("The Popular Mobilization Forces forcibly recruited boys in the town.", "tactics") != ()


def test_a_section_heading_counts() -> None:
    """Under a heading such as "Outlook" less is needed than elsewhere."""
    text = "The rains will come late to the northern hills."
    (under,) = scores(f"Outlook\n\n{text}", "outlook")
    (elsewhere,) = scores(f"Health\n\n{text}", "outlook")
    assert under > elsewhere


def test_questions_and_unfinished_lines_count_less() -> None:
    """Who asks tells nothing, and a line without a full stop is a caption or a title."""
    (stated,) = scores("The rebels will attack the city before the winter.", "outlook")
    (asked,) = scores("Will the rebels attack the city before the winter?", "outlook")
    (line,) = scores("The rebels will attack the city before the winter", "outlook")
    assert asked < stated
    assert line < stated


def test_many_topics_do_not_make_an_outlook() -> None:
    """What stands beside a cue counts only beside one, and of it no more than three."""
    topics = "the offensive, the city, the withdrawal, the talks, the refugees, the sanctions and the insurgency"
    assert scores(f"He spoke of {topics} at length.", "outlook") == []
    few = "the offensive, the city and the talks"
    assert scores(f"He will speak of {topics}.", "outlook") == scores(f"He will speak of {few}.", "outlook")


def test_at_most_a_handful_and_none_twice() -> None:
    """Of many methods the best eight are claimed, each sentence once, and what repeats another is left out."""
    texts = [text for text, _ in TACTICS[:20]]
    found = claims(" ".join([*texts, texts[0], texts[0]]), "tactics")
    assert len(found) == RULES["tactics"].at_most
    assert len({c.sentences for c in found}) == len(found)


def test_the_same_said_twice_is_claimed_once() -> None:
    """A sentence that comes again further down is not claimed again."""
    text = "The rebels move in small bands and strike isolated posts before melting into the hills."
    assert len(claims(f"{text}\n\nThe governor lives in the capital of the province.\n\n{text}", "tactics")) == 1


def lead(text: str) -> str:
    """Return the sentence that a summary begins with."""
    marked = article(text)
    tag = draft_by_rules(marked, SCHEMA).summary[0].sentences[0]
    sentence = marked.article.sentences[int(tag[1:]) - 1]
    return marked.article.text[sentence.start : sentence.end]


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("We are closing this blog now, good night to all.\n\n", "The army took the town of Bria in Chad on Monday."),
        ("What the fall of Bria means for the men of Chad\n\n", "The army took the town of Bria in Chad on Monday."),
        ("", "Nobody was seen on the road to the harbour that day."),
    ],
)
def test_a_summary_begins_with_what_happened(before: str, told: str) -> None:
    """A greeting or the line under a title is passed over; where no sentence names anybody, the first will do."""
    assert lead(f"{before}{told} The shops were shut and the streets were empty.") == told
