"""Texts that are nearly all of one thing: what a page, a table or somebody with bad intent may hold."""

from __future__ import annotations

import random
from collections.abc import Callable

Maker = Callable[[int], str]
"""What makes a text of about so many characters."""

PAGES = (
    "By Ann Roe ", "By Ann Roe and Bob Poe, staff writers\n", "Photo: Ann Roe/AFP\n", "© 2019 ",
    "© 2019 Sky Media Ltd. All rights reserved.\n", "5 comments ", "BEIRUT (Reuters) - ", "reporting period ",
    "notes to editors ", "Published 5 May 2019 ", "told Sky News ", "Media Ltd ", "| ", "ends ", "_", "Read more: a\n",
    "# a\n", "---\n", "title: a\n", "http://a.b/", "a@b.", "<p>a</p>", "<!-- a -->", "| a | b |\n", "Subject: a\n",
)  # fmt: skip
SIGNS = (
    "1", "1,", "12 ", "1.", "1-", ",", " ", "\t", "a\n", "a\n\n", "\n", "“", "“a ", '"', '"a" ', "'", "a'", "(", "(a ",
    "[", ".", ". ", "-", "a-", ": ", "a: ", ";", "/", "*", "=", "\\", "\u200b", "\u00a0", "e\u0301", "\u0627\u0644 ",
    "\u4e2d", "\u0130", "\u017f", "A", "a", "Ab ", "ABC ", "A. ", "A.", "A-", "U.S. ", "•", "• a\n",
)  # fmt: skip
WORDS = (
    "of ", "of the ", "Ministry of ", "Alpha and Beta and ", "Alpha, Beta, ", "one ", "two hundred and ", "of them ",
    "dozens of ", "tens of thousands of ", "5 killed ", "12 people, ", "12 people and ", "5 men were killed. ",
    "including 5 ", "5 including 4 of whom 3 of them ", "5 fighters, 6 tanks and ", "fighters killed ", "km ",
    "5 sq . km ", "5% ", "$5 ", "3rd Battalion, 6th Marines, ", "F-16 ", "5 May ", "May 5, ", "5 May 2019 to ",
    "Monday ", "last week ", "2019-", "10:", "+1 555 ", "said ", "said Bob, ", "Bob said ", "he said ", "according to ",
    "citing ", "quoted as saying ", "told Reuters ", "saying that ", "• 5 men killed\n", "- 5 killed: \n",
    "5 dead:\n\n- 4 men\n", "the group ", "The Ministry of X said the ministry ", "Syrian Democratic ",
    "Syrian Democratic Forces (SDF) ", "in Xville ", "near Aleppo ", "Major General ", "Gen. ", "John Smith ",
    "Syria's ", "more than ", "at least 5 ", "some of the ", "will may ", "small a ", "launched a ", "which were ",
    "half a ", "a quarter of ", "from 5 to ", "5-6-", "1.2 million ", "5k ", "14-year-old ", "Bob, 5, ", "20.000 ",
    "20,00 ",
)  # fmt: skip
UNITS = (*PAGES, *SIGNS, *WORDS)
SENTENCE = "Ann Roe of the Red Cross said on Monday that 12 people and 3 fighters had been killed near Aleppo. "
_RUN = 12  # units of a mixture that may follow each other


def repeated(unit: str) -> Maker:
    """Return a maker of texts that say one thing over and over."""
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def names(size: int) -> str:
    """Return a text in which somebody new speaks in each sentence."""
    draw = random.Random(5)
    return " ".join(f"{_name(draw)} {_name(draw)} said." for _ in range(size // 21))


def _name(draw: random.Random) -> str:
    return "".join(draw.choices("abcdefghij", k=7)).capitalize()


def mixture(seed: int) -> Maker:
    """Return a maker of texts that are all of these, in runs; a longer one begins as the shorter does."""

    def make(size: int) -> str:
        draw = random.Random(seed)
        made: list[str] = []
        length = 0
        while length < size:
            made.append(draw.choice(UNITS) * draw.randint(1, _RUN))
            length += len(made[-1])
        return "".join(made)[:size]

    return make
