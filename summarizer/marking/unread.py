"""What is written like a name and no rule could read: left to whoever can.

Marking guesses little, so an unknown word that nothing around it explains names nobody and no place: "They took Welkait
and Raya". It is kept here with its mentions. The rules make nothing of it; a backend may.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from summarizer.folding import fold
from summarizer.gazetteer import Gazetteer
from summarizer.marking.lexicon import BELONGING, PLACE_NOUNS, ROLE_NOUNS, TITLES
from summarizer.marking.readings import Context, is_nothing
from summarizer.marking.runs import Run
from summarizer.models import Unread

# Fewer letters are initials and abbreviations: "D.C."
_SHORTEST = 3
# What stands before the name of an account.
_ACCOUNTS = ("@", "#")


def find_unread(
    runs: Sequence[Run], read: Iterable[Run], mentions: Iterable[tuple[int, int, int]], context: Context
) -> tuple[Unread, ...]:
    """Return the runs that nothing was made of, in text order, those of one form together.

    Args:
        runs: all that may be a name.
        read: those of them that were read.
        mentions: of actors and places, each with its start and end; what lies in one is read, whoever read it.
        context: the words and the gazetteer.
    """
    forms = {fold(run.text) for run in read}
    taken = sorted((end, start) for start, end, _ in mentions)
    found: dict[str, list[tuple[int, int]]] = {}
    named: set[str] = set()
    for run in runs:
        if run.known is not None or not run.sure or fold(run.text) in forms or _is_marked(run, taken):
            continue
        nothing = is_nothing(run, context) or _is_noun(run, context) or context.text[max(0, run.start - 1)] in _ACCOUNTS
        start = None if nothing else _behind_nation(run, context)
        if start is not None:
            form = fold(context.text[start : run.end])
            found.setdefault(form, []).append((start, run.end))
            if not _opens_a_sentence(run):
                named.add(form)
    texts = ((context.text[slice(*spans[0])], spans) for form, spans in found.items() if form in named)
    return tuple(Unread(text, tuple(spans)) for text, spans in texts if sum(map(str.isalpha, text)) >= _SHORTEST)


def _is_marked(run: Run, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a mention, given by its end and start, lies over a part of a run."""
    at = bisect_right(taken, run.start, key=lambda mention: mention[0])
    return at < len(taken) and taken[at][1] < run.end


def _is_noun(run: Run, context: Context) -> bool:
    """Whether a word only says what kind of place, body or office it is, with a capital: "the Department"."""
    word = run.text.lower()
    kinds = (PLACE_NOUNS, TITLES, ROLE_NOUNS, context.vocabulary.heads)
    return run.last - run.first == 1 and any(
        form in nouns for nouns in kinds for form in (word, word.removesuffix("s"))
    )


def _opens_a_sentence(run: Run) -> bool:
    """Whether a word may have its capital from where it stands alone: a name needs another mention."""
    return run.initial and run.last - run.first == 1


def _behind_nation(run: Run, context: Context) -> int | None:
    """Return where a run begins without the nation before it ("Afghan Tora Bora"); None where nothing is left.

    A nation, faith or people alone leaves nothing, nor does what is made of two ("Russian-Turkish", "Syria-Iraq").
    """
    words = context.words[run.sentence][run.first : run.last]
    first = next((n for n, word in enumerate(words) if not _of_nations(word.text, context.gazetteer)), None)
    return None if first is None else words[first].start


def _of_nations(word: str, gazetteer: Gazetteer) -> bool:
    return any(
        part.lower() in BELONGING or gazetteer.demonym(part) or gazetteer.country(part)
        for part in (word, *word.split("-"))
    )
