"""The text as tokens: numbers, words, single signs and breaks between lines or paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.marking.numbers.lexicon import OPENERS

BREAK = "\n"
"""The word of a break token: a blank line, or a line end before anything but a lower-case letter or digit."""

# A line end before a lower-case letter or a digit is taken for a wrapped line and gives no token.
_TOKEN = re.compile(
    r"[^\W\d_]+(?:'[^\W\d_]+)?"
    r"|(?:(?<![\w.])\.)?[0-9]+(?:[.,][0-9]+)*"
    r"|\n(?:[^\S\n]*\n\s*|(?=[^\S\n]*[^a-z0-9\s]))"
    r"|\S"
)
# Three or more numbers of one or two digits with commas and no spaces are a list ("22,24,26"), not one number.
_LIST = re.compile(r"[0-9]{1,2}(?:,[0-9]{1,2}){2,}")
_PART_OF_LIST = re.compile(r"[0-9]+|,")
_NUMBER = re.compile(r"\.?[0-9]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists over the tokens of `text`; `words` are in lower case; `candidates` may open a number.

    Two empty words stand behind the last token, so that looking one or two ahead needs no check.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    candidates: list[int]
    count: int

    def raw(self, i: int) -> str:
        """Return token `i` as it stands in the text."""
        return self.text[self.starts[i] : self.ends[i]]

    def glued(self, i: int) -> bool:
        """Tell whether token `i` follows the one before it without a space."""
        return 0 < i < self.count and self.ends[i - 1] == self.starts[i]

    def capital(self, i: int) -> bool:
        """Tell whether token `i` begins with a capital letter."""
        return 0 <= i < self.count and self.text[self.starts[i]].isupper()

    def digit(self, i: int) -> bool:
        """Tell whether token `i` is a number in digits."""
        return 0 <= i < self.count and ("0" <= self.words[i][-1] <= "9")

    def slice(self, first: int, stop: int) -> str:
        """Return the text of the tokens from `first` up to, not including, `stop`."""
        return self.text[self.starts[first] : self.ends[stop - 1]]

    def stop_at(self, i: int, offset: int) -> int:
        """Return the first token from `i` on that begins at or after `offset`."""
        while i < self.count and self.starts[i] < offset:
            i += 1
        return i

    def word(self, i: int) -> str:
        """Return the lower-case word at `i`, "" before the first token."""
        return self.words[i] if i >= 0 else ""


def tokenize(text: str) -> Tokens:
    """Split `text` into tokens, in time linear in its length."""
    raw: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    # Of the same length, so that offsets hold: typographic apostrophes and hyphens as the plain ones.
    for match in _TOKEN.finditer(text.replace("\u2019", "'").replace("\u2010", "-").replace("\u2011", "-")):
        word = match[0]
        if "," in word and _LIST.fullmatch(word):
            for part in _PART_OF_LIST.finditer(word):
                raw.append(part[0])
                starts.append(match.start() + part.start())
                ends.append(match.start() + part.end())
        else:
            raw.append(word)
            starts.append(match.start())
            ends.append(match.end())
    words = [BREAK if word[0] == BREAK else word.lower() for word in raw]
    candidates = [i for i, word in enumerate(words) if word in OPENERS or _NUMBER.match(word)]
    return Tokens(text, [*words, "", "", ""], starts, ends, candidates, len(words))
