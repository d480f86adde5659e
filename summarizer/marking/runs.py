"""Finds what may be a name: forms that are known, and runs of capitalised words. What they name is settled later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from summarizer.gazetteer import default_gazetteer
from summarizer.marking.lexicon import (
    ABBREVIATED,
    CALENDAR,
    NAME_LINKS,
    NAME_TITLES,
    OPENERS,
    ORG_LINKS,
    PLACE_OPENERS,
    TITLE_PARTS,
    TITLES,
)
from summarizer.marking.numbers.lexicon import CARDINALS
from summarizer.marking.vocabulary import Vocabulary
from summarizer.marking.words import words_of
from summarizer.models import Sentence, Word
from summarizer.schema import KnownName, Schema

# A heading with this share of capitals among its longer words is in title case: its capitals name nothing.
TITLE_CASE_SHARE = 0.7
MIN_HEADING_WORDS = 4
LONGEST_NUMBERED = 4  # words behind an ordinal
LONGEST_RUN = 9
OFFICES = frozenset(
    "state defence defense interior finance trade health war energy justice education labour labor information".split()
)
LONGEST_FUNCTION_WORD = 3  # "The", "On", "He": no part of a name wherever it begins one
MIN_REORDERED = 3  # words; two in another order are another name
SHORT_ACRONYM = 4  # up to this length letters in another case are another word

# What follows the hyphen of an adjective made from a name: "US-led", "Kurdish-held".
_PARTICIPLES = frozenset(
    """led backed held run based controlled affiliated linked majority dominated allied aligned supported occupied owned
    born trained made built installed ruled funded sponsored claimed inspired administered speaking style era
    """.split()
)


class Run(NamedTuple):
    """A stretch that may be a name: words `first` to `last` (half open) of sentence number `sentence` (from 0).

    `titled` says that a title stood before it ("Colonel"); `initial` that it opens its sentence; `sure` that its
    capitals mean something (not so in a heading in title case).
    """

    start: int
    end: int
    text: str
    sentence: int
    first: int
    last: int
    known: KnownName | None = None
    titled: bool = False
    initial: bool = False
    sure: bool = True
    full: str = ""
    """The run with its title where that is written as a name too ("Prime Minister Abadi")."""


class Form(NamedTuple):
    """A known name or alias in words, as written and in lower case, and whose it is."""

    words: tuple[str, ...]
    lower: tuple[str, ...]
    entry: KnownName


@dataclass(frozen=True, slots=True)
class Forms:
    """Known names and aliases by their first word in lower case, longest first.

    `uncapped` holds the first words of those that may begin with a small letter: at any other word in small letters,
    which are most words of a text, nothing is looked up.
    """

    by_first: Mapping[str, Sequence[Form]]
    uncapped: frozenset[str]

    def at(self, word: Word) -> Sequence[Form]:
        """Return the forms that may begin with a word."""
        return self.by_first.get(word.lower, ()) if word.cap or word.lower in self.uncapped else ()


@lru_cache(maxsize=8)
def known_forms(schema: Schema) -> Forms:
    """Return the schema's known names and aliases by their first word in lower case, longest first."""
    return index_forms((form, known) for known in schema.names for form in (known.name, *known.aliases))


def index_forms(forms: Iterable[tuple[str, KnownName]]) -> Forms:
    """Return forms by their first word in lower case, longest first."""
    index: dict[str, list[Form]] = defaultdict(list)
    uncapped: set[str] = set()
    for form, known in forms:
        split = words_of(form, 0, len(form))
        if split:
            form_words, lower = tuple(w.text for w in split), tuple(w.lower for w in split)
            index[split[0].lower].append(Form(form_words, lower, known))
            uncapped.update([] if split[0].cap else [split[0].lower])
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry.words))
    return Forms(dict(index), frozenset(uncapped))


def find_runs(
    text: str,
    sentence: Sentence,
    number: int,
    words: tuple[Word, ...],
    known: Forms,
    vocabulary: Vocabulary,
) -> Iterator[Run]:
    """Yield the runs of one sentence in order, without overlaps."""
    sure = not _in_title_case(sentence, words)
    after, titled = 0, False
    for here in _openings(words, known):
        if here < after:
            continue  # in the run before
        word = words[here]
        if here > after:
            titled = _is_title(words[here - 1])
        if stop := _numbered_end(text, words, here, vocabulary):
            yield _run(text, words, number, here, stop, titled=False, sure=sure)
            after, titled = stop, False
            continue
        match = match_known(words, here, known)
        if match and not _goes_on(text, words, here, match, vocabulary.endings):
            entry, last = match
            yield _run(text, words, number, here, last, known=entry, titled=titled, sure=sure)
            after, titled = last, False
            continue
        if word.cap and (head := _known_head(word, known)):
            cut = word.text.rindex("-")
            yield Run(
                word.start, word.start + cut, word.text[:cut], number, here, here + 1, head, titled, here == 0, sure
            )
            after, titled = here + 1, False
            continue
        if not word.cap:
            after, titled = here + 1, _is_title(word)
            continue
        if here == 0 and len(words) > 1 and word.lower in vocabulary.common and words[1].lower in ORG_LINKS:
            after = 1  # "Fighters of the X Brigade": its capital is the sentence's
            continue
        last = _end_of_run(text, words, here, known, vocabulary)
        for first, stop, title in _parts(text, words, here, last):
            same = _reordered(words[first:stop], known)
            led = title is not None or (titled and first == here)
            full = text[words[title].start : words[stop - 1].end] if title is not None else ""
            yield _run(text, words, number, first, stop, known=same, titled=led, sure=sure, full=full)
        after, titled = last, words[last - 1].lower in TITLES


def _openings(words: Sequence[Word], known: Forms) -> list[int]:
    """Return the words that may open a run: those with a capital, of a known name, or with a figure."""
    uncapped = known.uncapped
    return [at for at, word in enumerate(words) if word.cap or word.lower in uncapped or word.lower[0].isdigit()]


def _is_title(word: Word) -> bool:
    return word.lower in TITLES and not word.possessive


def _numbered_end(text: str, words: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> int:
    """Return the index after a body's name that an ordinal begins, else 0: "33rd Front", "80th air assault brigade"."""
    word = words[at].lower
    if not (word[0].isdigit() and word.endswith(("st", "nd", "rd", "th"))):
        return 0
    for last in range(at + 1, min(at + 1 + LONGEST_NUMBERED, len(words))):
        if not _joined(text, words[last - 1], words[last]) or words[last - 1].possessive:
            return 0
        if words[last].text in vocabulary.endings or words[last].lower in vocabulary.units:
            return last + 1
        if words[last].lower in OPENERS:
            return 0
    return 0


def match_known(words: Sequence[Word], at: int, known: Forms) -> tuple[KnownName, int] | None:
    """Return the longest known name that starts at word `at`, and the word after it."""
    for form in known.at(words[at]):
        stop = at + len(form.words)
        # The last words are compared first: nearly all forms that begin alike are done with by that.
        if stop > len(words) or words[stop - 1].lower != form.lower[-1]:
            continue
        if _same_words(words[at:stop], form) and _unbroken(words[at:stop]):
            return form.entry, stop
    return None


def _known_head(word: Word, known: Forms) -> KnownName | None:
    """Return the known name in an adjective made from it: "SDF-held"."""
    if not _participle(word):
        return None
    head = word.text[: word.text.rindex("-")]
    return next((form.entry for form in known.by_first.get(head.lower(), ()) if form.words == (head,)), None)


def _reordered(words: Sequence[Word], known: Forms) -> KnownName | None:
    """Return the known name of the same words in another order: "Democratic Syrian Forces"."""
    if len(words) < MIN_REORDERED:
        return None
    same = sorted(w.lower for w in words)
    forms = (form for word in words for form in known.by_first.get(word.lower, ()))
    return next((form.entry for form in forms if len(form.lower) == len(same) and sorted(form.lower) == same), None)


def _goes_on(
    text: str, words: tuple[Word, ...], first: int, match: tuple[KnownName, int], endings: frozenset[str]
) -> bool:
    """Whether a known name only begins that of a body: "Euphrates Post", "Gaza Health Ministry", "UN Mission"."""
    entry, last = match
    acronym = last == first + 1 and words[first].text.isupper() and entry.kind == "organisation"
    if not (entry.kind == "place" or acronym) or words[last - 1].possessive:
        return False
    while last < len(words) and words[last].cap and _joined(text, words[last - 1], words[last]):
        if words[last].text in endings:
            return True
        last += 1
    return False


def _of_a_nation(words: Sequence[Word], at: int, match: tuple[KnownName, int]) -> bool:
    """Whether a known body's short form is part of a nation's own: "Nigerian Red Cross" is no international one."""
    entry, stop = match
    short = stop - at > 1 and " ".join(w.text for w in words[at:stop]) != entry.name
    return short and entry.kind == "organisation" and default_gazetteer().demonym(words[at - 1].text) is not None


def _same_words(words: Sequence[Word], form: Form) -> bool:
    if len(form.words) == 1:
        word, alias = words[0].text, form.words[0]
        return word == alias or (alias.islower() and word.lower() == alias) or _recased(words[0], alias)
    if not words[0].cap and not form.words[0].islower() and words[0].text != form.words[0]:
        return False
    return all(word.lower == lower for word, lower in zip(words, form.lower, strict=True))


def _recased(word: Word, alias: str) -> bool:
    # Long enough not to take "IS" in a heading in capitals for a group, or "Who" for an agency.
    return word.cap and len(alias) > SHORT_ACRONYM and word.lower == alias.lower()


def _unbroken(words: Sequence[Word]) -> bool:
    return all(b.start - a.end <= 2 and not a.possessive for a, b in pairwise(words))


def _in_title_case(sentence: Sentence, words: Sequence[Word]) -> bool:
    if not sentence.heading:
        return False
    if len(words) > 1 and all(w.text == w.text.upper() for w in words):
        return True
    longer = [w for w in words if len(w.text) > 3 and not w.text[0].isdigit()]
    return len(longer) >= MIN_HEADING_WORDS and sum(w.cap for w in longer) >= TITLE_CASE_SHARE * len(longer)


def _end_of_run(text: str, words: tuple[Word, ...], first: int, known: Forms, vocabulary: Vocabulary) -> int:
    """Return the index after the run of capitalised words and the small words inside it."""
    last = first + 1
    while last < len(words) and last - first < LONGEST_RUN:
        known_next = match_known(words, last, known)
        if words[last - 1].possessive and not known_next and (body := _body_of(text, words, last, vocabulary)):
            last = body
            continue
        if words[last - 1].possessive or _participle(words[last - 1]):
            break
        if not _joined(text, words[last - 1], words[last]) and not _owned(text, words, first, last, vocabulary):
            break
        if words[last].cap:
            found = known_next
            if found and found[0].kind != "place" and not _of_a_nation(words, last, found):
                break
            last += 1
            continue
        jump = _over_links(text, words, first, last, vocabulary)
        if not jump or match_known(words, jump - 1, known):
            break
        last = jump
    return last


def _body_of(text: str, words: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> int:
    """Return the index after a body that belongs to a possessive before `at` ("Russia's Defence Ministry"), or 0."""
    stop = at
    while stop < len(words) and words[stop].cap and (stop == at or _joined(text, words[stop - 1], words[stop])):
        stop += 1
    adjoining = stop > at and len(text[words[at - 1].end : words[at].start]) <= len("’s ")
    return stop if adjoining and words[stop - 1].text in vocabulary.endings else 0


def _over_links(text: str, words: tuple[Word, ...], first: int, at: int, vocabulary: Vocabulary) -> int:
    """Return the index after the capitalised word that follows small linking words at `at`, or 0."""
    org = words[at].lower in ORG_LINKS
    if not org and words[at].lower not in NAME_LINKS:
        return 0
    bodies = [word.lower for word in words[first:at] if _is_body(word.lower, vocabulary)] if org else []
    if org and not bodies:
        if words[at].lower not in NAME_LINKS:
            return 0
        org = False  # "Norte de Santander" is a name like "Rio de Janeiro"
    of_persons = bodies and all(body in TITLES or body in TITLE_PARTS for body in bodies)
    if of_persons and words[at].lower in PARTING and not _in_field(words, first, at):
        return 0  # "Secretary Ito and UN Envoy Okoye" are two
    here = at + 1
    if org and here < len(words) and words[here].lower == "the":
        here += 1
    ahead = here < len(words) and words[here].cap and _joined(text, words[here - 1], words[here])
    return here + 1 if ahead and not words[here].text.isdigit() else 0


def _in_field(words: tuple[Word, ...], first: int, at: int) -> bool:
    """Whether word `at` stands in what somebody is minister of: "for Health and Human Services"."""
    led = next((n for n in range(at - 1, first, -1) if words[n].lower in ("of", "for")), None)
    return led is not None and at - led - 1 <= (1 if words[led + 1].lower in OFFICES else LONGEST_FIELD)


def _is_body(word: str, vocabulary: Vocabulary) -> bool:
    return word.endswith(BODY_ENDINGS) or word in BODIES or word in vocabulary.linking


# Small words that link a body's name and part a title from what follows.
PARTING = frozenset("on in to against and as &".split())
FULL_NAME = 2
LONGEST_FIELD = 2  # words of what a minister is of, before "and": "Foreign Affairs"
_BEHIND_OWNERS = ("' ", "’ ", "'\n", "’\n")
BODIES = frozenset("republic kingdom state college school church board bureau secretary minister".split())
BODY_ENDINGS = ("tion", "ment", "istry", "ency", "ciety", "cil", "mittee", "mission", "iation", "tute")


def _joined(text: str, before: Word, after: Word) -> bool:
    gap = text[before.end : after.start]
    if gap in (" ", "\u00a0", "\n"):
        return True  # a line's end inside a sentence is where a text was wrapped
    # "Gen. Mark", "J. Smith"
    return gap == ". " and (before.lower in ABBREVIATED or len(before.text) == 1)


def _owned(text: str, words: tuple[Word, ...], first: int, at: int, vocabulary: Vocabulary) -> bool:
    """Whether word `at` goes on with a body's name behind an apostrophe: "Workers' Party"."""
    if text[words[at - 1].end : words[at].start] not in _BEHIND_OWNERS or not words[at].cap:
        return False
    return words[at].text in vocabulary.endings or any(_is_body(w.lower, vocabulary) for w in words[first:at])


def _participle(word: Word) -> bool:
    _, hyphen, tail = word.text.rpartition("-")
    return bool(hyphen) and tail in _PARTICIPLES


def _parts(text: str, words: tuple[Word, ...], first: int, last: int) -> Iterator[tuple[int, int, int | None]]:
    """Yield the names in a run as (first, last, where its title begins): openers and calendar words go.

    Titles part what is around them: "US Secretary of Defence James Mattis" is the US and a titled man.
    """
    here = first
    while here < last and (_goes(text, words, here, last) or (here > first and _left_over(words[here]))):
        here += 1
    stop, begin = here, here
    titled: int | None = None
    while stop < last:
        lower = words[stop].lower
        if lower in CALENDAR and not (stop + 1 < last and stop == begin and titled is not None):
            end = _without_links(words, begin, stop)  # "Shan State in March"
            if begin < end:
                yield begin, end, titled
            begin, titled = stop + 1, None
        elif lower in TITLES and stop + 1 <= last and not _is_middle(words, begin, stop, last):
            before = _before_title(words, begin, stop)
            end = _without_links(words, begin, before)  # "Peru as Minister"
            if begin < end:
                yield begin, end, titled
            # Titles in a row are one: "Major General".
            titled = titled if titled is not None and before == begin else before
            begin = _after_title(words, stop, last)
            if begin < last and words[begin].lower in PARTING and not words[begin].cap:
                begin, titled = begin + 1, None  # "the Secretary on Monday": a title alone
            stop = begin
            continue
        stop += 1
    if begin < last:
        yield begin, last, titled


def _without_links(words: tuple[Word, ...], begin: int, end: int) -> int:
    """Return where a name that ends before `end` ends without the small words that only lead on to what follows."""
    while end > begin and not words[end - 1].cap:
        end -= 1
    return end


def _left_over(word: Word) -> bool:
    """Whether a small word only linked to an opener that went; "El" in "The El Fasher Clinic" begins the name."""
    return word.lower in ORG_LINKS or (word.lower in NAME_LINKS and not word.cap)


def _is_middle(words: tuple[Word, ...], begin: int, at: int, last: int) -> bool:
    """Whether a title is part of a person's name: "Hassan Sheikh Mohamud", not "Saudi Prince Turki"."""
    if words[at].lower not in NAME_TITLES or not begin < at < last - 1:
        return False
    before = words[at - 1]
    return before.cap and before.lower not in TITLES and not default_gazetteer().demonym(before.text)


def _goes(text: str, words: tuple[Word, ...], at: int, last: int) -> bool:
    lower = words[at].lower
    if (lower not in OPENERS and lower not in CARDINALS) or _begins_place(text, words, at, last):
        return False
    if at == 0 or (len(lower) <= LONGEST_FUNCTION_WORD and lower not in PLACE_OPENERS):
        return True
    gap = text[words[at - 1].end : words[at].start]
    return any(c in gap for c in '.:;“"‘(•\n')


def _begins_place(text: str, words: tuple[Word, ...], at: int, last: int) -> bool:
    """Whether an opener is the first word of a place that the gazetteer knows: "New York", "North Kivu"."""
    if words[at].lower not in PLACE_OPENERS:
        return False
    gazetteer = default_gazetteer()
    longer = (text[words[at].start : words[stop - 1].end] for stop in (at + 2, at + 3) if stop <= last)
    return any(gazetteer.country(name) or gazetteer.places(name) for name in longer)


def _before_title(words: tuple[Word, ...], begin: int, at: int) -> int:
    while at > begin and words[at - 1].lower in TITLE_PARTS:
        at -= 1
    return at


def _after_title(words: tuple[Word, ...], at: int, last: int) -> int:
    """Return the index after a title and what it is of: "Secretary of State for Defence", "Minister for the East"."""
    here = at + 1
    while here < last and words[here].lower in ("of", "for"):
        here = _after_field(words, here, last)
    return here


def _after_field(words: tuple[Word, ...], at: int, last: int) -> int:
    """Return the index after the field of an office; word `at` is its "of" or "for"."""
    here = at + 1
    if here < last and words[here].lower == "the":
        here += 1
    if here < last and words[here].lower in OFFICES:
        here += 1
    else:
        # A field of two words and a full name ("Central Asia", "Tobias Ellwood"); shorter is the field alone.
        here = last - FULL_NAME if last - here > FULL_NAME else last
    if here + 1 < last and words[here].lower in ("and", "&"):
        here += 2  # "for Defence and Security Ann Brown"
        here += last - here == FULL_NAME + 1
    return here


def _run(
    text: str,
    words: tuple[Word, ...],
    number: int,
    first: int,
    last: int,
    *,
    known: KnownName | None = None,
    titled: bool = False,
    sure: bool = True,
    full: str = "",
) -> Run:
    start, end = words[first].start, words[last - 1].end
    if known is None and _participle(words[last - 1]):
        end -= len(words[last - 1].text) - words[last - 1].text.rindex("-")
    return Run(start, end, text[start:end], number, first, last, known, titled, first == 0, sure, full)
