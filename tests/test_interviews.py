"""Interviews: the answers are the words of the one who is asked, explanations in questions and answers are nobody's."""

from __future__ import annotations

import pytest

from summarizer.intake.articles import article_from_text
from summarizer.marking import mark
from summarizer.schema import load_schema
from summarizer.voices import Voices

LEAD = "General Tadesse Worku commanded a division until 2022. We met with him in a hotel by the lake.\n\n"
QUESTIONS = (
    "How did the campaign begin?\n\n"
    "With 3,100 men and no maps. I told the ministry so, and we waited for an answer all summer.\n\n"
    "Did the other side have more?\n\n"
    "They had 8,200 at the river. The Norwegian Refugee Council said 650 families had fled by then. "
    "My officers counted 41 guns on the ridge.\n\n"
    "And what came of it?\n\n"
    "We lost 94 boys in a morning. I still know the names."
)
LABELLED = (
    "Amina Diallo, who ran the clinic in Bor, talked to us last week.\n\n"
    "Q: When did they come?\n\nA: In the dry season. There were 73 of us in the ward.\n\n"
    "Q: Did anybody stop them?\n\nA: Nobody. They took 12 nurses away.\n\n"
    "Q: And now?\n\nA: I have 5 beds and a goat."
)
NAMED = (
    "Amina Diallo ran the clinic. Joseph Deng drove its only car. They spoke to our correspondent.\n\n"
    "The Post: When did they come?\n\nDiallo: In the dry season. There were 73 of us in the ward.\n\n"
    "The Post: Did anybody stop them?\n\nDeng: Nobody. I saw 12 nurses on a lorry.\n\n"
    "The Post: And now?\n\nDiallo: I have 5 beds and a goat."
)


def speaker(text: str, probe: str) -> str | None:
    """Return who says `probe`, which stands once in `text`; None where the article itself does."""
    assert text.count(probe) == 1, f"the probe {probe!r} must stand once in the text"
    marked = mark(article_from_text(text), load_schema("conflict"))
    covering = Voices(marked.attributions).at(marked.article.text.index(probe))
    return covering[0][1].speaker if covering else None


@pytest.mark.parametrize("probe", ["3,100", "8,200", "94"])
def test_answers_are_the_words_of_who_is_asked(probe: str) -> None:
    """A figure in an answer that names no other source is said by the person whom the opening introduces."""
    assert speaker(LEAD + QUESTIONS, probe) == "Tadesse Worku"


@pytest.mark.parametrize(
    ("probe", "said_by"), [("650", "Norwegian Refugee Council"), ("41", "My officers")], ids=["named", "described"]
)
def test_whom_an_answer_quotes_speaks(probe: str, said_by: str) -> None:
    """A source within an answer is the innermost one."""
    found = speaker(LEAD + QUESTIONS, probe)
    assert found is not None
    assert found.lower() in said_by.lower()


@pytest.mark.parametrize(
    "lead",
    [
        "INTERVIEW\n\nGeneral Tadesse Worku commanded a division until 2022.\n\n",
        "General Tadesse Worku commanded a division until 2022. He spoke to us in a hotel by the lake.\n\n",
        "We sat down with General Tadesse Worku, who commanded a division until 2022.\n\n",
        "By Ruth Adeyemi\n\nGeneral Tadesse Worku spoke to Ruth Adeyemi in a hotel by the lake.\n\n",
    ],
)
def test_openings_say_who_is_asked(lead: str) -> None:
    """Labels, "spoke to us", "sat down with" announce an interview; its writer is not who is asked."""
    assert speaker(lead + QUESTIONS, "94") == "Tadesse Worku"


def test_a_closing_note_announces_too() -> None:
    """An interview may say so only at its end, and the note itself is no answer."""
    text = "General Tadesse Worku commanded a division.\n\n" + QUESTIONS
    closed = text + "\n\nThis interview has been edited for length. It took place 2 days ago."
    assert speaker(closed, "94") == "Tadesse Worku"
    assert speaker(closed, "2 days") is None


def test_an_explanation_is_in_the_articles_own_voice() -> None:
    """Questions as headings over the article's own answers make no interview, whoever is named before."""
    text = (
        "General Tadesse Worku leads the army in the north.\n\n"
        "Who holds the river?\n\nThe army has 3,100 men there, the rebels many more.\n\n"
        "What do the rebels want?\n\nA share of the oil. They have about 8,200 fighters.\n\n"
        "What comes next?\n\nThe rains. Some 94 villages are cut off."
    )
    assert [speaker(text, probe) for probe in ("3,100", "8,200", "94")] == [None, None, None]


@pytest.mark.parametrize("probe", ["73", "12", "5 beds"])
def test_labels_of_questions_and_answers(probe: str) -> None:
    """Behind "Q:" somebody asks; "A:" is the one whom the opening introduces."""
    assert speaker(LABELLED, probe) == "Amina Diallo"


@pytest.mark.parametrize(
    ("probe", "said_by"), [("73", "Amina Diallo"), ("12", "Joseph Deng"), ("5 beds", "Amina Diallo")]
)
def test_labels_with_names(probe: str, said_by: str) -> None:
    """Where labels name who speaks, each answer is theirs, and the label that asks says nothing."""
    assert speaker(NAMED, probe) == said_by


def test_what_stands_behind_the_last_answer_is_not_its() -> None:
    """Background after an interview of one-paragraph answers is the article's own."""
    text = LEAD + QUESTIONS + "\n\nThe war has driven 70,000 people from the valley.\n"
    assert speaker(text, "70,000") is None
