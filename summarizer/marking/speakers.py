"""Finds who says what: verbs of saying with their subjects, "according to", quotations and what they run over.

Each finding is an `Attribution`: a stretch of text and its speaker. Stretches may lie inside each other; the innermost
is the source, those around it relayed it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from summarizer.marking.lexicon import PLAIN_SPEECH, PRONOUN_SPEAKERS, SPEECH, TITLES
from summarizer.models import Actor, Article, Assertion, Attribution, Name, Sentence, Word

MIN_QUOTE = 25  # characters; shorter quotations are single words held at arm's length
LEAD_TO_QUOTE = 90  # characters between a speaker and the quotation that the verb leads to
AFTER_QUOTE = 40  # characters between a quotation and the speaker after it
RECENT = 400  # characters in which "it" still means who spoke last
MAX_SUBJECT = 14  # words between the start of a subject and its verb
MAX_DESCRIPTION = 9  # words of a described source
TAIL_WORDS = 8  # after a verb that closes its sentence ("..., Bali told Reuters on Monday.")

_VERB_MAKES: dict[str, Assertion] = {
    verb: assertion
    for assertion in ("stated", "reported", "claimed", "possible", "denied")
    for verb in SPEECH[assertion]
}
_SKIPPED = frozenset(
    "has have had also is was were been be later then recently who which further even now once again both".split()
)
_STOPS = frozenset(
    "and but while although though that when after before because as where if or since whereas so".split()
)
_NEVER_INVERTED = frozenset({"told", "tells"})
_BE = frozenset("is are was were be been".split())
_DETERMINER = re.compile(r"\s(?:the|an?|its|their|his|her)\s+$", re.IGNORECASE)
_CITING = frozenset({"citing", "quoting"})
# Verbs that are as often nouns: they speak only for a name or a pronoun right before them.
_NOUNLIKE = frozenset(
    "report reports claim claims estimate estimates note notes states document documents warn".split()
)
_LEADS = frozenset("of to from in for with by close near inside within at on".split())
_OPENING, _CLOSING = "“«„", "”»"
_MULTI_PARAGRAPH = 3000  # characters that a quotation without an end may run at most
_ROLE_FOR = frozenset("spokesman spokeswoman spokesperson director leader commander chief head chairman".split())


@dataclass(frozen=True, slots=True)
class _Speaker:
    text: str
    start: int
    end: int
    actor: int | None = None


class SpeakerFinder:
    """Reads one article from front to back and remembers who spoke last."""

    def __init__(
        self,
        article: Article,
        words: Sequence[tuple[Word, ...]],
        actors: Sequence[Actor],
        names: Sequence[Name],
        parties: Sequence[str],
        speaking: frozenset[str],
    ) -> None:
        """Take what earlier marking found.

        `parties` are the kinds of actor whose words are claims, `speaking` the nouns that speak without a name.
        """
        self.speaking = speaking
        self.article, self.words, self.actors, self.names = article, words, actors, names
        self.parties = frozenset(parties)
        self.starts = [n.start for n in names]
        self.quotes = find_quotes(article.text)
        self.quote_ends = [end for _, end in self.quotes]
        self.last: _Speaker | None = None
        self.said_last: _Speaker | None = None
        self.last_person: _Speaker | None = None
        self.roles = self._find_roles()

    def find(self) -> tuple[Attribution, ...]:
        """Return all attributions in text order, outer ones first."""
        found: list[Attribution] = []
        spoken: dict[int, _Speaker] = {}
        for number, words in enumerate(self.words):
            events = list(self._events(number, words))
            found += [attribution for attribution, _ in events]
            for attribution, speaker in events:
                self._give_quotes(self.article.sentences[number], attribution, speaker, spoken)
            if not events:
                found += self._carried_on(number, found)
        found += self._quoted(spoken)
        return tuple(sorted(set(found), key=lambda a: (a.start, -a.end, a.speaker)))

    # ------------------------------------------------------------------------------------------ verbs of saying

    def _events(self, number: int, words: tuple[Word, ...]) -> Iterator[tuple[Attribution, _Speaker]]:
        """Yield each act of saying in a sentence with the stretch that it covers."""
        sentence = self.article.sentences[number]
        self.said_last = None
        points: list[tuple[int, int, _Speaker, Assertion, int]] = []  # from, to, speaker, made of it, verb position
        for at, word in enumerate(words):
            if word.lower in _VERB_MAKES and not _idiom(words, at) and (got := self._subject(words, at)):
                speaker, inverted = got
                if word.lower in _NOUNLIKE and speaker.actor is None:
                    continue
                if not self._is_speech(words, at, inverted=inverted):
                    continue
                self.said_last = speaker
                start, end = self._reach(words, at, speaker, sentence.start, sentence.end)
                points.append((start, end, speaker, _VERB_MAKES[word.lower], at))
            elif word.lower == "according" and at + 1 < len(words) and words[at + 1].lower == "to":
                if described := self._noun_phrase(words, at + 2):
                    points.append((sentence.start, sentence.end, described, "stated", at))
            elif word.lower in _CITING and (described := self._noun_phrase(words, at + 1)):
                points.append((sentence.start, sentence.end, described, "stated", at))
        cited = [p for p in points if words[p[4]].lower in _CITING]
        for start, end, speaker, made, at in cited or points:
            attribution = self._attribution(start, end, speaker, made, words, at)
            if cited:
                relays = tuple(p[2].text for p in points if p not in cited)
                attribution = replace(attribution, via=tuple(dict.fromkeys((*attribution.via, *relays))))
            yield attribution, speaker
            self._remember(speaker)

    def _is_speech(self, words: tuple[Word, ...], at: int, *, inverted: bool) -> bool:
        """Whether the verb introduces words: any plain verb of saying, others before "that", a quotation or a colon."""
        if inverted or words[at].lower in PLAIN_SPEECH:
            return True
        after = self.article.text[words[at].end : words[at].end + 3]
        if any(c in after for c in '“"«:,'):
            return True
        return any(w.lower in ("that", "how", "against", "of") for w in words[at + 1 : at + 4]) or self._told(words, at)

    def _told(self, words: tuple[Word, ...], at: int) -> bool:
        return words[at].lower in (
            "told",
            "warned",
            "announces",
            "declared",
            "fears",
            "believes",
            "expects",
            "warn",
            "warns",
        )

    def _reach(self, words: tuple[Word, ...], at: int, speaker: _Speaker, start: int, end: int) -> tuple[int, int]:
        """Return what a verb at `at` covers: from its subject on, or, closing its sentence, what stands before it."""
        left = min(words[at].start, speaker.start)
        if left < start:
            left = words[at].start
        rest = len(words) - 1 - at
        complement = any(w.lower in ("that", "how", "whether", "there") for w in words[at + 1 : at + 8])
        text = self.article.text
        quote_follows = any(q >= words[at].end and q - words[at].end < 60 for q, _ in self.quotes if q < end)
        before = _DETERMINER.sub("", text[start:left]).rstrip()
        closes = rest <= TAIL_WORDS and not complement and not quote_follows and left - start > 30
        if closes and before.endswith((",", "”", '"', "»", "’")):
            return start, end
        return left, end

    def _subject(self, words: tuple[Word, ...], at: int) -> tuple[_Speaker, bool] | None:
        """Return who does the saying at `at` and whether the subject stands after the verb."""
        before = self.article.text[max(0, words[at].start - 3) : words[at].start]
        # ', said X' and '” said X'
        if (
            words[at].lower in PLAIN_SPEECH - _NEVER_INVERTED
            and (at == 0 or any(c in before for c in '”",»'))
            and (after := self._noun_phrase(words, at + 1, named=True))
        ):
            # ", said X." or ", said X, who": without a quotation before it, "said Russia was" begins what is said.
            if before.strip()[:1] in ("”", '"', "»") or self.article.text[after.end : after.end + 1] in (
                "",
                ".",
                ",",
                "\n",
            ):
                return after, True
        if words[at].lower.endswith("ing") and "," in before:
            return (self.said_last, False) if self.said_last else None  # "..., stressing that": who spoke before
        here = at - 1
        while here >= 0 and (words[here].lower in _SKIPPED or words[here].lower.endswith("ly")):
            here -= 1
        if here < 0 or at - here > 4 or _passive(words[here + 1 : at + 1]):
            return None
        gap = self.article.text[words[here].end : words[here + 1].start]
        if "." in gap or ";" in gap:
            return None
        if words[here].lower == "and" and self.said_last:
            return self.said_last, False
        if "," in gap and (found := self._before_apposition(words, here)):
            return found, False
        if found := self._ending_at(words, here):
            return found, False
        return None

    def _before_apposition(self, words: tuple[Word, ...], here: int) -> _Speaker | None:
        """Return the name before ", the director of Z," when the verb follows the second comma."""
        for index in range(here, max(-1, here - MAX_SUBJECT), -1):
            gap = self.article.text[words[index - 1].end : words[index].start] if index else ""
            if ", " in gap:  # not the comma inside a number
                return self._ending_at(words, index - 1)
        return None

    def _ending_at(self, words: tuple[Word, ...], here: int) -> _Speaker | None:
        """Return the speaker whose noun phrase ends with word `here`: a pronoun, a name or a described source."""
        word = words[here]
        if word.lower in PRONOUN_SPEAKERS:
            return self._pronoun(word)
        if word.lower == "who":
            return self._name_ending(words[here - 1].end) if here else None
        name = self._name_ending(word.end)
        described = self._described(words, here)
        if described and (name is None or described.start < name.start):
            return described
        return name

    def _described(self, words: tuple[Word, ...], here: int) -> _Speaker | None:
        """Return a source that is described ("local residents", "sources close to the group") and ends at `here`."""
        first = None
        for index in range(here, max(-1, here - MAX_SUBJECT), -1):
            if index < here and (
                _broken(self.article.text, words[index], words[index + 1]) or words[index].lower in _VERB_MAKES
            ):
                break
            if words[index].lower in _STOPS and not (words[index].lower == "and" and index and words[index - 1].cap):
                if words[index].lower == "and" and first is not None and index and words[index - 1].lower.isalpha():
                    first = index if first is None else first
                else:
                    break
            if words[index].lower in self.speaking:
                first = index
        if first is None:
            return None
        begin = first
        while begin and self._modifies(words, begin):
            begin -= 1
        if words[begin].lower in ("the", "a", "an"):
            begin += 1
        if here - begin > MAX_DESCRIPTION:
            here = first
        return self._phrase(words, begin, here)

    def _modifies(self, words: tuple[Word, ...], begin: int) -> bool:
        before = words[begin - 1]
        gap = self.article.text[before.end : words[begin].start]
        if gap.strip("- ’'s"):
            return False
        lower = before.lower
        if lower == "and":
            return begin > 1 and (words[begin - 2].cap or words[begin].lower.isalpha())
        return (
            lower not in _STOPS
            and lower not in _VERB_MAKES
            and lower not in ("in", "on", "to", "by", "of", "from", "at", "with", "for")
        )

    def _phrase(self, words: tuple[Word, ...], begin: int, last: int) -> _Speaker:
        """Return a described source; where a name stands in it, the name speaks ("SOHR activists")."""
        start, end = words[begin].start, words[last].end
        inside = list(self._names_in(start, end))
        head = words[last].lower
        for name in inside:
            person = self.roles.get((name.actor, _role(head)))
            if person is not None:
                return _Speaker(self.actors[person].name, start, end, person)
        if inside and inside[-1].end == end and self.actors[inside[-1].actor].kind == "person":
            return _Speaker(self.actors[inside[-1].actor].name, start, end, inside[-1].actor)
        led = next((w.start for w in words[begin:last] if w.lower in _LEADS), end)
        body = [n for n in inside if n.start < led and (self.actors[n.actor].kind != "state" or n.end == end)]
        if len(body) == 1:
            return _Speaker(self.actors[body[0].actor].name, body[0].start, body[0].end, body[0].actor)
        return _Speaker(self.article.text[start:end], start, end)

    def _noun_phrase(self, words: tuple[Word, ...], at: int, *, named: bool = False) -> _Speaker | None:
        """Return the source that starts at word `at`: a name, after titles and articles, or a description."""
        here = at
        while here < len(words) and (
            words[here].lower in ("the", "a", "an") or words[here].lower in TITLES or words[here].lower == "to"
        ):
            here += 1
        if here >= len(words):
            return None
        last = self._phrase_end(words, here)
        nouns = [i for i in range(at, last + 1) if words[i].lower in self.speaking]
        inside = self._names_in(words[here].start, words[last].end)
        if inside and inside[0].start - words[here].start < 20 and (not nouns or nouns[0] > here):
            name = inside[0]
            follows = [i for i in nouns if words[i].start > name.end]
            if follows and (person := self.roles.get((name.actor, _role(words[follows[0]].lower)))) is not None:
                return _Speaker(self.actors[person].name, name.start, name.end, person)
            return _Speaker(self.actors[name.actor].name, name.start, name.end, name.actor)
        if (nouns and not named) or (nouns and named and nouns[0] - at <= 3):
            begin = at + 1 if words[at].lower in ("the", "a", "an") else at
            return _Speaker(
                self.article.text[words[begin].start : words[last].end], words[begin].start, words[last].end
            )
        return None

    def _phrase_end(self, words: tuple[Word, ...], here: int) -> int:
        last = here
        while last + 1 < len(words) and last - here < MAX_DESCRIPTION:
            gap = self.article.text[words[last].end : words[last + 1].start]
            if gap.strip(" -’'s“”\"") or words[last + 1].lower in _STOPS - {"and"} or words[last + 1].lower in _SKIPPED:
                break
            last += 1
        return last

    def _pronoun(self, word: Word) -> _Speaker | None:
        before = self.last_person if word.lower in ("he", "she") else self.last
        if word.lower in ("it", "they"):
            recent = self.last if self.last and word.start - self.last.end < RECENT else None
            spoke = recent if recent and not self._is_person(recent) else None
            before = spoke or self._name_before(word.start) or before
        return _Speaker(before.text, word.start, word.end, before.actor) if before else None

    def _is_person(self, speaker: _Speaker) -> bool:
        return speaker.actor is not None and self.actors[speaker.actor].kind == "person"

    def _name_before(self, position: int) -> _Speaker | None:
        """Return the actor, no person, named last before a position: whom "it" speaks for."""
        index = bisect_left(self.starts, position) - 1
        while index >= 0 and position - self.names[index].start < RECENT:
            name = self.names[index]
            if self.actors[name.actor].kind != "person":
                return _Speaker(self.actors[name.actor].name, name.start, name.end, name.actor)
            index -= 1
        return None

    # ------------------------------------------------------------------------------------------------ names and roles

    def _name_ending(self, end: int) -> _Speaker | None:
        index = bisect_left(self.starts, end) - 1
        if index >= 0 and end - 3 <= self.names[index].end <= end:
            name = self.names[index]
            return _Speaker(self.actors[name.actor].name, name.start, name.end, name.actor)
        return None

    def _names_in(self, start: int, end: int) -> Sequence[Name]:
        return self.names[bisect_left(self.starts, start) : bisect_right(self.starts, end - 1)]

    def _find_roles(self) -> Mapping[tuple[int, str], int]:
        """Return who speaks for whom: "Mustafa Bali, a spokesman for the SDF" gives (SDF, spokesman): Bali."""
        roles: dict[tuple[int, str], int] = {}
        text = self.article.text
        for person, body in zip(self.names, self.names[1:], strict=False):
            if self.actors[person.actor].kind != "person" or self.actors[body.actor].kind == "person":
                continue
            between = text[person.end : body.start]
            if len(between) > 80 or not between.startswith(",") or "." in between:
                continue
            for word in re.findall(r"[a-z]+", between):
                if word in _ROLE_FOR:
                    roles.setdefault((body.actor, _role(word)), person.actor)
        return roles

    def _remember(self, speaker: _Speaker) -> None:
        self.last = speaker
        if speaker.actor is not None and self.actors[speaker.actor].kind == "person":
            self.last_person = speaker

    # ------------------------------------------------------------------------------------ quotations and what follows

    def _give_quotes(
        self, sentence: Sentence, attribution: Attribution, speaker: _Speaker, spoken: dict[int, _Speaker]
    ) -> None:
        """Give the speaker the quotations that the verb leads to, follows on, or that lie whole in the sentence."""
        for number in range(bisect_left(self.quote_ends, attribution.start - 3), len(self.quotes)):
            start, end = self.quotes[number]
            if start >= sentence.end + 2:
                break
            if number in spoken or start < speaker.start < end:
                continue
            led_to = 0 <= start - speaker.end < LEAD_TO_QUOTE and "." not in self.article.text[speaker.end : start]
            followed = 0 <= speaker.start - end < AFTER_QUOTE
            if led_to or followed or (sentence.start - 1 <= start and end <= sentence.end + 1):
                spoken[number] = speaker

    def _quoted(self, spoken: dict[int, _Speaker]) -> Iterator[Attribution]:
        """Yield the quotations; one that nobody claims, right after a claimed one, goes on in the same voice."""
        previous: tuple[int, _Speaker] | None = None
        for number, (start, end) in enumerate(self.quotes):
            speaker = spoken.get(number)
            if speaker is None and previous and end - start > MIN_QUOTE:
                between = self.article.text[previous[0] : start]
                if len(between) < 200 and between.count("\n\n") <= 1 and between.strip('\n “"').count(".") <= 1:
                    speaker = previous[1]
            if speaker is not None:
                yield self._attribution(start, end, speaker, "stated", (), 0)
                previous = end, speaker

    def _carried_on(self, number: int, found: Sequence[Attribution]) -> Iterator[Attribution]:
        """Yield a list's lead-in and its items in the voice of the sentence before them."""
        sentences = self.article.sentences
        here, text = sentences[number], self.article.text
        if number == 0 or not found:
            return
        before = sentences[number - 1]
        said = next((a for a in reversed(found) if a.end >= before.end - 1 and a.start < before.end), None)
        if said is None:
            return
        lead_in = text[here.start : here.end].rstrip().endswith(":") and before.paragraph == here.paragraph
        bullet = text[here.start] in "•-*–▪●◦·" and (
            text[before.start : before.end].rstrip().endswith(":") or text[before.start] == text[here.start]
        )
        if lead_in or bullet:
            yield Attribution(
                here.start,
                here.end,
                said.speaker,
                said.speaker_start,
                said.speaker_end,
                said.actor,
                said.via,
                said.assertion,
            )

    def _attribution(
        self, start: int, end: int, speaker: _Speaker, made: Assertion, words: tuple[Word, ...], at: int
    ) -> Attribution:
        kind = self.actors[speaker.actor].kind if speaker.actor is not None else ""
        if made == "stated":
            made = "claimed" if kind in self.parties else "reported"
        return Attribution(
            start, end, speaker.text, speaker.start, speaker.end, speaker.actor, self._told_to(words, at), made
        )

    def _told_to(self, words: tuple[Word, ...], at: int) -> tuple[str, ...]:
        """Return the outlet that was told: "told Reuters"."""
        if not words or words[at].lower not in ("told", "tells", "telling"):
            return ()
        for name in self._names_in(words[at].end, words[at].end + 40):
            if self.actors[name.actor].kind == "medium":
                return (self.actors[name.actor].name,)
        return ()


def _passive(words: tuple[Word, ...]) -> bool:
    """Whether the words up to a verb make it a passive: "is estimated", "was reported"; "has been warning" is none."""
    return not words[-1].lower.endswith("ing") and any(w.lower in _BE for w in words[:-1])


def _broken(text: str, before: Word, after: Word) -> bool:
    """Whether a stop parts two words; a comma or point inside a number is none."""
    gap = text[before.end : after.start]
    if before.text[-1].isdigit() and after.text[0].isdigit() and gap in (",", "."):
        return False
    return any(c in gap for c in ',;:.”“"(')


def _idiom(words: tuple[Word, ...], at: int) -> bool:
    """Whether the verb says nothing here: "claimed responsibility", "told on"."""
    return at + 1 < len(words) and words[at + 1].lower in ("responsibility", "victory", "lives", "credit")


def _role(word: str) -> str:
    return "spokesperson" if word.startswith("spokes") else word


def find_quotes(text: str) -> list[tuple[int, int]]:
    """Return the quotations of a text as spans with their marks: curly, guillemets, or straight in one paragraph.

    A quotation whose paragraph ends without a closing mark runs on where the next paragraph opens one again.
    """
    spans: list[tuple[int, int]] = []
    start = -1
    for match in re.finditer(r"[“«„”»]|\n[ \t\r]*\n", text):
        sign = match[0]
        if sign in _OPENING:
            if start < 0:
                start = match.start()
        elif sign in _CLOSING:
            if start >= 0:
                spans.append((start, match.end()))
            start = -1
        elif start >= 0 and match.start() - start > _MULTI_PARAGRAPH:
            start = -1
    spans += _straight(text)
    return sorted(s for s in spans if s[1] - s[0] >= MIN_QUOTE)


def _straight(text: str) -> Iterator[tuple[int, int]]:
    for paragraph in re.finditer(r"[^\n]+", text):
        marks = [m.start() for m in re.finditer('"', paragraph[0])]
        base = paragraph.start()
        for opened, closed in zip(marks[::2], marks[1::2], strict=False):
            yield base + opened, base + closed + 1
