"""The noun phrase behind a number, found with lists of the words that cannot stand in one."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.marking.numbers.closed import (
    DETERMINERS,
    IRREGULAR_PARTICIPLES,
    LY_NOUNS,
    MORE,
    OF_COUNTRIES,
    PLURAL_ENDINGS,
    PLURALS,
    PRONOUNS,
    STOP,
    VERBS,
)
from summarizer.marking.numbers.lexicon import CARDINALS
from summarizer.marking.numbers.tokens import BREAK, Tokens

_LONGEST = 7
"""Words at most in a counted phrase; a limit keeps a text without any verb linear."""


_PIECES = 12
"""Tokens at most in one joined word, for the same reason."""


class Chunk(NamedTuple):
    """Tokens that are written without a space between them ("US-backed"), one word to a reader."""

    first: int
    stop: int


def counted_phrase(t: Tokens, k: int, *, one: bool) -> tuple[int, int]:
    """Return the tokens of the noun phrase that a number before token `k` counts; equal ends where there is none.

    `one` says that the number is 1, so that no plural is waited for.
    """
    if t.glued(k) and t.words[k][0].isalnum():
        return k, k
    k = _skip(t, k)
    if _is_pronoun(t, k) and t.word(k - 1) == "of":
        return k, k + 1
    if t.words[k] in MORE:
        k += 1
    end = _phrase_end(t, _over_measure(t, k), one=one)
    if end > k and t.words[end - 1].endswith("'s") and _is_number(t, end):
        # "70% of the city's 400,000 residents"
        k = _over_numbers(t, end)
        end = _phrase_end(t, k, one=one)
    return k, max(k, end)


def _is_pronoun(t: Tokens, k: int) -> bool:
    return t.words[k] in PRONOUNS and t.raw(k) != "US"


def _is_number(t: Tokens, k: int) -> bool:
    return t.digit(k) or t.words[k] in CARDINALS


def _over_numbers(t: Tokens, k: int) -> int:
    while _is_number(t, k):
        k += 1
    return k


def _over_measure(t: Tokens, k: int) -> int:
    """Step over the measure in "two 500-kg crates", not over the ages that are counted in "two 12-year-olds"."""
    if not (_is_number(t, k) and t.words[k + 1] == "-" and t.glued(k + 1) and t.glued(k + 2)):
        return k
    chunk = _chunk(t, k + 2)
    return chunk.stop if chunk else k


def _skip(t: Tokens, k: int) -> int:
    """Step over "of", "of the", "of its 20"; a pronoun that is all there is stays."""
    # "Hundreds, if not thousands, of people"
    k += t.words[k] in (",", "out") and t.words[k + 1] == "of"
    if t.words[k] != "of":
        return k
    k += 1
    if _is_pronoun(t, k) and (t.words[k] not in DETERMINERS or not _counts_on(t, k + 1)):
        return k
    return _over_numbers(t, k + (t.words[k] in DETERMINERS))


def _counts_on(t: Tokens, k: int) -> bool:
    chunk = _chunk(t, k)
    return _is_number(t, k) or (chunk is not None and not _opens_nothing(t, chunk))


def _phrase_end(t: Tokens, k: int, *, one: bool) -> int:
    """Return where the noun phrase at token `k` ends: behind its head."""
    end, done = k, 0
    plural = False
    while done < _LONGEST:
        chunk = _chunk(t, end)
        if chunk is None:
            break
        if done and (plural or one) and not _goes_on(t, chunk, plural=plural):
            break
        if done == 0 and _opens_nothing(t, chunk):
            break
        if done and _is_verbal(t, chunk):
            break
        end, done = chunk.stop, done + 1
        plural = _is_plural(t, chunk)
        if done == 1 and _participle(t, chunk) and not _noun_follows(t, end):
            break
    # "Ground NASA once held": a name behind a noun in small letters begins a clause of its own.
    if done > 1 and not plural and _is_name(t, end - 1) and not t.capital(end - 2) and not t.glued(end - 1):
        end -= 1
    if end > k and not plural and not one:
        end = _over_and(t, end)
    return _without_adverb(t, k, end)


def _is_name(t: Tokens, i: int) -> bool:
    """Tell whether token `i` is a name: a capital at its start, no ending of a country's adjective."""
    return t.capital(i) and not t.words[i].endswith(OF_COUNTRIES)


def _chunk(t: Tokens, i: int) -> Chunk | None:
    """Return the word at token `i` with all that is joined to it, None where no word of a noun phrase stands."""
    word = t.words[i]
    if not word or not word[0].isalpha() or (word in STOP and t.raw(i) != "US"):
        return None
    stop = i + 1
    while t.glued(stop) and stop - i < _PIECES:
        if t.words[stop] == "-" or t.words[stop] == "/":
            if not (t.glued(stop + 1) and t.words[stop + 1][0].isalnum()):
                break
            stop += 2
        elif t.words[stop][0].isalnum():
            stop += 1
        else:
            break
    return Chunk(i, stop)


def _is_plural(t: Tokens, chunk: Chunk) -> bool:
    """Tell whether a word in lower case is a plural noun; "NASA" and "Paris" are names."""
    last = t.words[chunk.stop - 1]
    if t.capital(chunk.first) and chunk.stop == chunk.first + 1:
        raw = t.raw(chunk.first)
        return last.endswith("s") and len(raw) > 2 and raw[-2:].islower() and not last.endswith(("ss", "us", "is"))
    return (
        last in PLURALS
        or last.endswith(PLURAL_ENDINGS)
        or (last.endswith("s") and not last.endswith(("ss", "'s", "ous", "is")))
    )


def _goes_on(t: Tokens, chunk: Chunk, *, plural: bool) -> bool:
    """Tell whether a phrase that has its head may yet go on.

    A verb after a plural has no -s, so a second plural is a noun ("arms dealers"). After a capital the head may still
    come ("Hopkins" does not end "20 Hopkins students").
    """
    if not plural:
        return True
    previous = chunk.first - 1
    if t.capital(previous):
        return _is_plural(t, chunk)
    return _is_plural(t, chunk) and not t.capital(chunk.first)


def _opens_nothing(t: Tokens, chunk: Chunk) -> bool:
    """Tell whether the word right behind the number cannot be counted: a verb, or an adverb with no noun after it."""
    word = t.words[chunk.first]
    if chunk.stop > chunk.first + 1:
        return False
    if word in MORE or (word in VERBS and word not in IRREGULAR_PARTICIPLES):
        return True
    if word.endswith("ing") and word != "missing" and not t.capital(chunk.first):
        return not _noun_follows(t, chunk.stop)
    return _is_adverb(word) and not _noun_follows(t, chunk.stop)


def _is_verbal(t: Tokens, chunk: Chunk) -> bool:
    """Tell whether a later word ends the phrase: a verb, an adverb, or a participle with nothing to describe."""
    word = t.words[chunk.first]
    if chunk.stop > chunk.first + 1 or t.capital(chunk.first):
        return False
    if word in VERBS or word in MORE:
        return True
    if _is_adverb(word):
        return not _noun_follows(t, chunk.stop)
    return word.endswith(("ed", "ing")) and not _noun_follows(t, chunk.stop)


def _participle(t: Tokens, chunk: Chunk) -> bool:
    word = t.words[chunk.first]
    return chunk.stop == chunk.first + 1 and (word.endswith("ed") or word in IRREGULAR_PARTICIPLES)


def _noun_follows(t: Tokens, k: int) -> bool:
    chunk = _chunk(t, k)
    if chunk is None or t.words[k] in VERBS:
        return False
    return not _is_adverb(t.words[k]) or _chunk(t, chunk.stop) is not None


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 4 and word not in LY_NOUNS


def _over_and(t: Tokens, end: int) -> int:
    """Go on over "and" where only the phrase behind it has the head: "10 Iraqi and Syrian farmers"."""
    k = end
    for _ in range(2):
        if t.words[k] not in ("and", "or", ",") or t.words[k] == BREAK:
            return end
        k += 1
        for _ in range(3):
            chunk = _chunk(t, k)
            if chunk is None or _is_verbal(t, chunk):
                break
            k = chunk.stop
            if _is_plural(t, chunk):
                return k if _describes(t, end - 1) else end
    return end


def _describes(t: Tokens, i: int) -> bool:
    """Tell whether a word describes rather than names: an adjective of a country, or a form in -ed."""
    word = t.words[i]
    return word.endswith(OF_COUNTRIES if t.capital(i) else ("ed", "al", "ic"))


def _without_adverb(t: Tokens, k: int, end: int) -> int:
    """Drop an adverb that the phrase would end with."""
    return end - 1 if end - k == 1 and _is_adverb(t.words[k]) else end
