"""A marked article laid out for the rules: figures with their word positions, mentions by sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from summarizer.models import Attribution, MarkedArticle, Name, Quantity, Sentence, Spot, Time, Word
from summarizer.voices import Voices

STATE = "state"
BULLETS = frozenset("•-*–▪●◦·")
_SAYS = frozenset("said says denied denies claimed claims announced confirmed reported warned accused told".split())
DOMINANCE = 1.5  # times as often as the next: then a party is the one that is meant where none is named
MAIN_SHARE = 0.5  # of all mentions of places: then the article is about that one

_start_of, _end_of = attrgetter("start"), attrgetter("end")


class Figure(NamedTuple):
    """A quantity with its place among the words of the sentence numbered `sentence`.

    The number stands at `first`:`last`, the counted phrase at `counted_first`:`counted_last`; `number` is its position
    in `MarkedArticle.quantities`.
    """

    number: int
    quantity: Quantity
    sentence: int
    first: int
    last: int
    counted_first: int
    counted_last: int

    @property
    def tag(self) -> str:
        """The tag by which the figure is pointed at."""
        return f"N{self.number + 1}"


class Reading:
    """Look-ups over one marked article. Built once, linear in the article."""

    def __init__(self, marked: MarkedArticle, parties: Sequence[str]) -> None:
        """Lay out `marked`; `parties` are the kinds of actor that take part in events."""
        self.marked = marked
        self.text = marked.article.text
        self.sentences: tuple[Sentence, ...] = marked.article.sentences
        self.words: tuple[tuple[Word, ...], ...] = marked.words
        self.parties = frozenset(parties)
        self._sentence_starts = [s.start for s in self.sentences]
        self._voices = Voices(marked.attributions)
        self._time_numbers = {time: number for number, time in enumerate(marked.times)}
        self._item_paragraphs = {s.paragraph for s in self.sentences if self.text[s.start] in BULLETS}
        self._lead_of = self._leads()
        self._name_starts = [n.start for n in marked.names]
        self._spot_starts = [s.start for s in marked.spots]
        self._time_starts = [t.start for t in marked.times]
        self.figures = tuple(self._figures())
        self.sides = Counter(n.actor for n in marked.names if self.is_party(n))
        self.main_party = self._main_party()
        self.main_place = self._main_place()

    def _figures(self) -> list[Figure]:
        found = []
        for number, quantity in enumerate(self.marked.quantities):
            sentence = self.sentence_at(quantity.start)
            if sentence is None:
                continue  # in furniture
            first, last = self._words_at(sentence, quantity.start, quantity.end)
            counted = (last, last)
            if quantity.counted:
                counted = self._words_at(sentence, quantity.counted_start, quantity.counted_end)
            found.append(Figure(number, quantity, sentence, first, last, *counted))
        return found

    def _words_at(self, sentence: int, start: int, end: int) -> tuple[int, int]:
        """Return the words of a sentence that reach into `start`:`end`, half open."""
        words = self.words[sentence]
        return bisect_right(words, start, key=_end_of), bisect_left(words, end, key=_start_of)

    def _leads(self) -> list[int]:
        """Return for each sentence the last one up to it that is in no item of a list, -1 where there is none."""
        leads: list[int] = []
        for number in range(len(self.sentences)):
            leads.append(number if not self.is_item(number) else leads[-1] if leads else -1)
        return leads

    def figures_before(self, figure: Figure) -> Sequence[Figure]:
        """Return the figures that stand before one in its sentence, in text order."""
        at = bisect_left(self.figures, figure.number, key=lambda f: f.number)
        first = at
        while first and self.figures[first - 1].sentence == figure.sentence:
            first -= 1
        return self.figures[first:at]

    def counts_between(self, start: int, end: int) -> bool:
        """Whether another count begins in `start`:`end`."""
        first = bisect_left(self.marked.quantities, start, key=lambda q: q.start)
        between = self.marked.quantities[first : bisect_left(self.marked.quantities, end, key=lambda q: q.start)]
        return any(q.kind == "count" and q.counted for q in between)

    def sentence_at(self, position: int) -> int | None:
        """Return the number of the sentence that holds a position, None in furniture or white space."""
        number = bisect_right(self._sentence_starts, position) - 1
        return number if number >= 0 and position < self.sentences[number].end else None

    def same_paragraph(self, a: int, b: int) -> bool:
        """Whether two sentences exist and stand in one paragraph."""
        return min(a, b) >= 0 and self.sentences[a].paragraph == self.sentences[b].paragraph

    def is_item(self, sentence: int) -> bool:
        """Whether a sentence is in an item of a list, which may hold several."""
        return self.sentences[sentence].paragraph in self._item_paragraphs

    def lead_in(self, sentence: int) -> int | None:
        """Return the sentence that a list item is led in by ("They were:"), None for what is no such item."""
        lead = self._lead_of[sentence]
        if lead < 0 or lead == sentence:
            return None
        span = self.sentences[lead]
        return lead if self.text[span.start : span.end].rstrip().endswith(":") else None

    def names_in(self, start: int, end: int) -> Sequence[Name]:
        """Return the mentions of actors that begin in `start`:`end`."""
        return self.marked.names[bisect_left(self._name_starts, start) : bisect_left(self._name_starts, end)]

    def spots_in(self, start: int, end: int) -> Sequence[Spot]:
        """Return the mentions of places that begin in `start`:`end`."""
        return self.marked.spots[bisect_left(self._spot_starts, start) : bisect_left(self._spot_starts, end)]

    def speaks(self, spot: Spot) -> bool:
        """Whether a place stands for those who govern from it ("Kyiv said"), and is no scene."""
        sentence = self.sentence_at(spot.start)
        words = self.words[sentence] if sentence is not None else ()
        after = bisect_left(words, spot.end, key=lambda w: w.start)
        return after < len(words) and words[after].lower in _SAYS and words[after].start - spot.end == 1

    def times_in(self, start: int, end: int) -> Sequence[Time]:
        """Return the dates that begin in `start`:`end`."""
        return self.marked.times[bisect_left(self._time_starts, start) : bisect_left(self._time_starts, end)]

    def kind(self, name: Name) -> str:
        """Return the kind of the actor that a mention names."""
        return self.marked.actors[name.actor].kind

    def is_party(self, name: Name) -> bool:
        """Whether a mention names a party to the events."""
        return self.kind(name) in self.parties

    def time_tag(self, time: Time) -> str:
        """Return the tag of a date."""
        return f"D{self._time_numbers[time] + 1}"

    def voices_at(self, position: int) -> list[tuple[int, Attribution]]:
        """Return the attributions that cover a position, innermost first, with their positions in the tuple."""
        return self._voices.at(position)

    def _main_place(self) -> int | None:
        """Return the place, no country, with most of all mentions of such places; None where there is no such one."""
        scenes = (s for s in self.marked.spots if not self.speaks(s))
        counted = Counter(s.place for s in scenes if not self.marked.places[s.place].key.startswith("country:"))
        top = max(counted, key=lambda place: (counted[place], -place), default=None)
        return top if top is not None and counted[top] > MAIN_SHARE * counted.total() else None

    def opponent(self, actor: int) -> int | None:
        """Return whom a party fights: the other party named by far the most, None where there is no such one."""
        return _foremost({other: named for other, named in self.sides.items() if other != actor})

    def foremost_state(self) -> int | None:
        """Return the state that is named by far the most, None where several are."""
        actors = self.marked.actors
        return _foremost({actor: named for actor, named in self.sides.items() if actors[actor].kind == STATE})

    def _main_party(self) -> int | None:
        """Return the actor, a party but no state, that is named most."""
        counted = Counter(n.actor for n in self.marked.names if self.is_party(n) and self.kind(n) != STATE)
        return max(counted, key=lambda actor: (counted[actor], -actor)) if counted else None


def _foremost(named: Mapping[int, int]) -> int | None:
    """Return the actor that is named by far the most, the first of equals; None where there is no such one."""
    ranked = sorted(named, key=lambda actor: (-named[actor], actor))
    if not ranked or (len(ranked) > 1 and named[ranked[0]] < DOMINANCE * named[ranked[1]]):
        return None
    return ranked[0]
