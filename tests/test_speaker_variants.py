"""Who says what, over the many ways in which English tells it: verbs, counts, pronouns, quotations, reports."""

from __future__ import annotations

from itertools import pairwise

import pytest
import speaker_cases as cases
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.backends.offline import draft_by_rules
from summarizer.grounding import ground
from summarizer.intake.articles import article_from_text
from summarizer.marking import mark
from summarizer.marking.speakers.quotes import find_quotes
from summarizer.marking.speakers.single import with_single
from summarizer.models import Estimates
from summarizer.schema import load_schema
from summarizer.voices import Voices

GROUPS = {
    name: getattr(cases, name)
    for name in "SUBJECTS ALTERNATIVES COUNTS_GIVEN AS_TOLD BY_COUNT PRONOUNS REACH CHAINS QUOTED REPORTS".split()
}


def speaker(text: str, probe: str) -> str | None:
    """Return who says `probe`, which stands once in `text`; None where the article itself does."""
    assert text.count(probe) == 1, f"the probe {probe!r} must stand once in the text"
    marked = mark(article_from_text(text), load_schema("conflict"))
    covering = Voices(marked.attributions).at(marked.article.text.index(probe))
    return covering[0][1].speaker if covering else None


def verbs(listed: str) -> list[str]:
    """Return the verbs of a list that is written as one string."""
    return [" ".join(verb.split()) for verb in listed.split(",")]


@pytest.mark.parametrize(
    ("text", "probe", "said_by"),
    [pytest.param(*case, id=f"{name}-{n}") for name, listed in GROUPS.items() for n, case in enumerate(listed)],
)
def test_the_speaker_is_found(text: str, probe: str, said_by: str) -> None:
    """However a text tells it, the figure has the source that a reader would name, and under that name."""
    assert speaker(text, probe) == said_by


@pytest.mark.parametrize(("text", "probe"), cases.OWN_VOICE, ids=[c[0][:40] for c in cases.OWN_VOICE])
def test_no_speaker_is_invented(text: str, probe: str) -> None:
    """What looks like speech and is none leaves a figure to the article itself."""
    assert speaker(text, probe) is None


@pytest.mark.parametrize("verb", verbs(cases.TAKING_THAT))
def test_verbs_before_that(verb: str) -> None:
    """Any ordinary verb of saying, thinking or writing gives its subject what follows "that"."""
    assert speaker(f"Colonel Goodwin Phiri {verb} that 37 soldiers had been killed.", "37") == "Goodwin Phiri"


@pytest.mark.parametrize("verb", verbs(cases.TAKING_NUMBERS))
def test_verbs_before_a_number(verb: str) -> None:
    """Verbs that take a number alone give it to their subject."""
    assert speaker(f"Human Rights Watch {verb} 37 deaths in the camp.", "37") == "Human Rights Watch"


@pytest.mark.parametrize("verb", verbs(cases.CLOSING))
def test_verbs_behind_what_is_said(verb: str) -> None:
    """A verb at the end of a sentence reaches over all of it, not the last clause alone."""
    text = f"At least 37 soldiers were killed and three trucks burned, Human Rights Watch {verb}."
    assert speaker(text, "37") == "Human Rights Watch"


@pytest.mark.parametrize("verb", verbs(cases.CLOSING_PLURAL))
def test_plural_verbs_behind_what_is_said(verb: str) -> None:
    """Forms that are nouns as often ("report", "claim") are verbs behind a subject of several."""
    assert speaker(f"At least 37 soldiers were killed, residents and aid workers {verb}.", "37") == (
        "residents and aid workers"
    )
    assert speaker(f"At least 37 soldiers were killed, local officials {verb}.", "37") == "local officials"


def test_a_wrapped_text_reads_as_one_line() -> None:
    """Line ends inside a sentence part no phrase."""
    text = "At least 37 people drowned in the\nriver during the week, according to local\n  civil society.\n"
    said_by = speaker(text, "37")
    assert said_by is not None
    assert said_by.split() == ["local", "civil", "society"]


# --------------------------------------------------------------------------------------------------------- single marks


def singles(text: str) -> list[str]:
    """Return the quotations of a text in marks of all kinds."""
    return [text[start:end] for start, end in with_single(text, find_quotes(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers' relatives met the rebels' envoys in the traders' hall, and the others' sons came home.",
        "The '90s war and the summer of '14 left the farmers' fields mined and the herders' wells dry.",
        "'Black Friday' sales drew crowds to the soldiers' tents and the traders' stalls by the river.",
        "Get 'em out, he thought; 'twas the boys' last chance before the rains and the rebels' return.",
        "It wasn't the army's fault that the town didn't hold, though the mayor's men weren't there.",
    ],
)
def test_apostrophes_are_no_marks(text: str) -> None:
    """Possessives, elisions, decades and words held at arm's length open no quotation."""
    assert singles(text) == []


def test_single_marks_hold_possessives() -> None:
    """A quotation in single marks goes on over the apostrophes in it, up to the mark beside a stop."""
    text = "'We buried them in the farmers' field and the soldiers' dogs came,' she said. Then the rebels' guns fired."
    assert singles(text) == [text[: text.index(" she said")]]


def test_single_marks_inside_double_ones_are_left() -> None:
    """A quotation in a quotation is part of it, in either order of marks."""
    outer = "“They shouted 'leave the village by the morning,' and then they fired,” he said."
    assert singles(outer) == [outer[: outer.index(" he said")]]
    british = "'They shouted “leave the village by the morning now” and then they fired,' he said."
    assert singles(british) == [british[: british.index(" he said")]]


def test_single_marks_go_on_in_the_next_paragraph() -> None:
    """A quotation that the next paragraph opens again is one."""
    text = "'They came at dawn and took the goats.\n\n'They came again at noon,' said Amina Diallo."
    assert singles(text) == [text[: text.index(" said")]]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from(["'", "‘", "’", "“", "”", '"', "\n\n", " ", "s", "said ", "x" * 30, ". ", ", ", "'90s "]))
)
def test_quotations_of_all_marks_are_apart(pieces: list[str]) -> None:
    """Whatever the marks, quotations come in order, lie apart and are long enough."""
    text = "".join(pieces)
    spans = with_single(text, find_quotes(text))
    assert all(start >= 0 and end <= len(text) and end - start >= 25 for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


# ------------------------------------------------------------------------------------------------------------ how sure

SURE = [
    ("The Sudanese army said 200 rebels had been killed in May.", "claimed"),
    ("The Norwegian Refugee Council said 200 people had been killed on 3 May.", "reported"),
    ("About 200 people may have been killed in Bor, the Norwegian Refugee Council said.", "possible"),
    ("Some 200 people are feared dead in Bor.", "possible"),
    ("The group claimed responsibility for the blast that killed 200 people.", "stated"),
    ("The raid may widen, but 200 people were killed in Bor.", "stated"),
    ("The Sudanese army claims to have killed 200 rebels in Bor.", "claimed"),
    ("Moscow denied that 200 of its soldiers had been killed.", "denied"),
    ("At least 200 people have been killed, by the reckoning of the Norwegian Refugee Council.", "possible"),
]


@pytest.mark.parametrize(("text", "assertion"), SURE, ids=[c[0][:40] for c in SURE])
def test_how_sure_a_figure_is(text: str, assertion: str) -> None:
    """Hedges count in their own clause; May is a month; a party's word is a claim, somebody's reckoning possible."""
    schema = load_schema("conflict")
    marked = mark(article_from_text(text, published="2024-05-14"), schema)
    section = ground(marked, draft_by_rules(marked, schema), schema).sections["strength"]
    assert isinstance(section, Estimates)
    assert [(e.low, e.assertion) for e in section.items] == [(200, assertion)]
