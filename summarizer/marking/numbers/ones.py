"""Whether "one" counts something or stands for somebody."""

from __future__ import annotations

from summarizer.marking.numbers.closed import DETERMINERS
from summarizer.marking.numbers.lexicon import words
from summarizer.marking.numbers.tokens import BREAK, Tokens

# Before these "one" is a pronoun, or the idiom has no count.
_PRONOUN_AFTER = words(
    "another must can cannot should would could may might will shall who whom that which thing things hand point "
    "eye day side sided time way off on stop man's says said sees does do doesn't don't knows thinks wants"
)
_PRONOUN_BEFORE = words(
    "the this that which no every each any some another new old big small good bad last next first same other only "
    "right wrong such what my your his her its our their latest previous following"
)
# What may stand before a "one" that has no noun of its own ("... and one was found").
_FREE_BEFORE = frozenset(
    ("and", "or", "but", "least", ",", ";", ":", ".", "\u2014", "\u2013", "-", "(", "than", "•", BREAK, "")
)
_FREE_AFTER = words("was were is has had have are from in by")
_PERIOD_BEFORE = words("for in within than least about after before every just only only last")
_PERIOD_AFTER = words("of after before later ago earlier and")
_SUPERLATIVES = words("most least best worst few main key top only leading major biggest first last")


def counts_one(t: Tokens, first: int, stop: int, counted: bool) -> bool:
    """Tell whether "one" at token `first` is a count; `counted` says that a noun phrase stands behind it."""
    before, after = t.word(first - 1), t.words[stop]
    if after == "of":
        return before not in _PRONOUN_BEFORE and not _superlative(t, stop + 1)
    if after == "day":
        return before in _PERIOD_BEFORE or t.words[stop + 1] in _PERIOD_AFTER
    hyphen = t.glued(stop) and t.glued(stop + 1)
    if after in _PRONOUN_AFTER or (hyphen and t.words[stop + 1] in _PRONOUN_AFTER):
        return False
    if before in _PRONOUN_BEFORE and not (counted and before in DETERMINERS and before not in ("this", "that")):
        return False
    if before in ("the", "no", "every", "any", "each", "some") and not counted:
        return False
    if counted or hyphen:
        return True
    return before in _FREE_BEFORE and (after in _FREE_AFTER or after.endswith("ed") or not after or before == "least")


def _superlative(t: Tokens, k: int) -> bool:
    if t.words[k] in DETERMINERS:
        k += 1
    word = t.words[k]
    return word in _SUPERLATIVES or (word.endswith("est") and len(word) > 5)
