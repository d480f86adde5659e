"""The text as tokens: numbers, words, single signs and breaks between lines or paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, compress

from summarizer.marking.numbers.lexicon import OPENERS

BREAK = "\n"
"""The word of a break token: a blank line, or a line end before anything but a lower-case letter or digit."""

# A line end before a lower-case letter or a digit is taken for a wrapped line and gives no token.
# In a group, so that splitting gives gaps and tokens in turns.
_TOKEN = re.compile(
    r"([^\W\d_]+(?:'[^\W\d_]+)?"
    r"|(?:(?<![\w.])\.)?[0-9]+(?:[.,][0-9]+)*"
    r"|\n(?:[^\S\n]*\n\s*|(?=[^\S\n]*[^a-z0-9\s]))"
    r"|\S)"
)
# Three or more numbers of one or two digits with commas and no spaces are a list ("22,24,26"), not one number.
_LIST = re.compile(r"[0-9]{1,2}(?:,[0-9]{1,2}){2,}")
_PART_OF_LIST = re.compile(r"[0-9]+|,")
_NUMBER = re.compile(r"\.?[0-9]")
_FORMS_KEPT = 16_384  # tokens read once and kept: the vocabulary of some hundred articles


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
    # Of the same length, so that offsets hold: typographic apostrophes and hyphens as the plain ones.
    plain = text.replace("\u2019", "'").replace("\u2010", "-").replace("\u2011", "-")
    # Gaps and tokens in turns: to add up their lengths costs less than to ask matches for where they stand.
    pieces = _TOKEN.split(plain)
    if _LIST.search(plain):
        pieces = [part for number, piece in enumerate(pieces) for part in (_parts(piece) if number % 2 else (piece,))]
    bounds = list(accumulate(map(len, pieces)))
    words = list(map(_word, pieces[1::2]))
    candidates = list(compress(range(len(words)), map(_opens, words)))
    return Tokens(text, [*words, "", "", ""], bounds[:-1:2], bounds[1::2], candidates, len(words))


def _parts(token: str) -> list[str]:
    """Return a token by itself, or the parts of one that is a list of numbers with nothing between them."""
    if not _LIST.fullmatch(token):
        return [token]
    return [piece for part in _PART_OF_LIST.findall(token) for piece in (part, "")][:-1]


@lru_cache(maxsize=_FORMS_KEPT)
def _word(token: str) -> str:
    return BREAK if token[0] == BREAK else token.lower()


@lru_cache(maxsize=_FORMS_KEPT)
def _opens(word: str) -> bool:
    """Whether a word may open a number."""
    return word in OPENERS or _NUMBER.match(word) is not None
