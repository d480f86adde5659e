"""From the words of a relation to the statement around them: who says of whom that it is so, or that it is not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from summarizer.grounding.quoting import quote_around
from summarizer.grounding.relations import english
from summarizer.grounding.relations.following import Following
from summarizer.grounding.relations.gaps import Gap, gap_before
from summarizer.grounding.relations.matching import Before, Match, closes, is_once, limited, matched, turned
from summarizer.grounding.relations.slots import Sentence, Slot, spans
from summarizer.grounding.showing import Shown
from summarizer.models import Assertion, Attribution, MarkedArticle, Relation
from summarizer.relations import RelationRules
from summarizer.schema import Schema
from summarizer.voices import Voices


def read_relations(marked: MarkedArticle, schema: Schema, shown: Shown) -> tuple[Relation, ...]:
    """Return the statements of an article that fill a relation of the schema, in text order."""
    openings = schema.relations.openings
    if not openings:
        return ()
    reader: _Reader | None = None
    found: list[Relation] = []
    for sentence, words in zip(marked.article.sentences, marked.words, strict=True):
        at = [] if sentence.heading else [i for i, w in enumerate(words) if w.lower in openings]
        if at and not marked.article.text[sentence.start : sentence.end].rstrip("”\"'’ ").endswith("?"):
            reader = reader or _Reader(marked, schema, shown)
            found += reader.read(Sentence(marked, words, schema), at)
    return tuple(dict.fromkeys(found))


class _Reader:
    """Reads the sentences of one article."""

    def __init__(self, marked: MarkedArticle, schema: Schema, shown: Shown) -> None:
        self._marked = marked
        self._schema = schema
        self._voices = Voices(marked.attributions)
        self._shown = shown
        actors = [(n.start, n.end, marked.actors[n.actor]) for n in marked.names]
        spots = [(s.start, s.end, marked.places[s.place]) for s in marked.spots]
        self._kinds = {shown.name(a): a.kind for _, _, a in actors}
        named = [(s, e, shown.name(a)) for s, e, a in actors if not shown.ignored(a)]
        placed = [(s, e, shown.name(p)) for s, e, p in spots if not shown.ignored(p)]
        # A country between which and whom something stands acts, though nothing else around it says so.
        lands = {shown.name(p) for _, _, p in spots if p.key.startswith("country:")}
        self._actors = spans([*named, *(row for row in placed if row[2] in lands)])
        self._named_ends = sorted(self._actors.by_end)
        self._places = spans(placed)
        self._times = [t.start for t in marked.times]

    def read(self, sentence: Sentence, at: Sequence[int]) -> Iterator[Relation]:
        """Yield what one sentence says; `at` are words that stand among a relation's words."""
        done = 0
        for index in at:
            for opening in self._schema.relations.openings[sentence.words[index].lower]:
                match = matched(sentence, index - opening.at, opening) if index - opening.at >= done else None
                relations = list(self._filled(match)) if match else []
                if match and relations:
                    done = match.end
                    yield from relations
                    break

    def _filled(self, match: Match) -> Iterator[Relation]:
        relation = match.relation
        if match.frame.order == "words about":
            topic = Following(match.sentence).topic_after(match.end, match.relation)
            if topic:
                yield from self._made(match, None, topic.names, ())
            return
        if match.frame.order == "words about named":
            pair = Following(match.sentence).pair_after(match.end, self._actors)
            if pair and self._fits(pair.names[:1], pair.names[1:], match.relation):
                yield from self._made(match, None, pair.names[:1], pair.names[1:])
            return
        names = relation.named
        side = Following(match.sentence).side_after(match.end, self._places) if names == "side" else None
        after = self._after(match) if match.frame.order in _BETWEEN and names != "side" else None
        if (names == "side" and side is None) or (match.frame.order in _BETWEEN and names != "side" and after is None):
            return
        before = self._before(match)
        if before is None:
            return
        if after is not None:
            turned = match.frame.order == "named about"
            about, named = (after, before.slot) if turned else (before.slot, after)
            if self._fits(about.names, named.names, relation):
                yield from self._made(match, before, about.names, named.names)
        elif side is not None:
            yield from self._made(match, before, before.slot.names, side[:1], beside=side[1])
        elif match.frame.order == "about own":
            if owner := self._own(match.sentence, match.end - 1):
                yield from self._made(match, before, before.slot.names, owner.names)
        elif closes(match):
            yield from self._made(match, before, before.slot.names, ())

    def _after(self, match: Match) -> Slot | None:
        wanted = match.relation.named if match.frame.order == "about named" else match.relation.about
        if match.end >= len(match.sentence.words) or not match.sentence.joined(match.end - 1):
            return None
        if wanted == "place":
            return Following(match.sentence).place_after(match.end, self._places) or self._unlisted(match)
        return Following(match.sentence).actor_after(match.end, self._actors)

    def _unlisted(self, match: Match) -> Slot | None:
        """Return a place that only these words tell as one: no gazetteer has each village."""
        return (
            Following(match.sentence).unlisted_after(match.end, self._actors)
            if match.relation.about == "place"
            else None
        )

    def _fits(self, about: Sequence[str], named: Sequence[str], relation: RelationRules) -> bool:
        """Whether the names are of the kinds that a relation is about: parties hold places, nobody backs himself."""
        parties = self._schema.entity_rules.parties
        if relation.named == "actor" and relation.about == "place":
            return all(self._kinds.get(n, parties[0]) in parties for n in named)
        if relation.kinds and not all(self._kinds.get(a) in relation.kinds for a in about):
            return False
        actors = [*about, *(named if relation.named == "actor" else ())]
        return set(about).isdisjoint(named) and not any(self._kinds.get(n) == "medium" for n in actors)

    # ------------------------------------------------------------------------------------------------ before the words

    def _before(self, match: Match) -> Before | None:
        sentence, frame, relation = match.sentence, match.frame, match.relation
        gap = gap_before(sentence, match.first, frame)
        if gap is None:
            return None
        at, loose = gap.at, False
        wants = relation.named if frame.order == "named about" else relation.about
        lower = sentence.words[at].lower
        if lower == "of" and wants == "actor" and gap.gerund:
            return self._accused(sentence, at - 1, gap)
        if lower in english.RELATIVES and at and sentence.joined(at - 1, by=","):
            at, loose = at - 1, True
        if wants == "topic":
            slot = sentence.topic_before(at, relation, (self._actors, self._places))
        else:
            places = wants == "place"
            slot = sentence.named_before(at, self._places if places else self._actors, people=not places)
            if slot is None and places:
                slot = sentence.unlisted_before(at, self._actors)
        if slot is not None:
            return Before(slot, gap) if sentence.is_subject(slot.first, loose=loose) else None
        own = wants == relation.named == "actor" and not (loose or gap.comma)
        if not own or not (sentence.words[at].lower in english.OWN or sentence.is_head(at)):
            return None
        slot = self._own(sentence, at)
        return Before(slot, gap, own=True) if slot and sentence.is_subject(slot.first) else None

    def _accused(self, sentence: Sentence, at: int, gap: Gap) -> Before | None:
        """Return the subject of "X accuses Y of doing": Y, as X says."""
        slot = sentence.named_before(at, self._actors, people=True) if at >= 0 else None
        verb = slot.first - 1 if slot else -1
        if verb >= 0 and sentence.words[verb].lower in english.ARTICLES:
            verb -= 1
        if slot is None or verb < 1 or sentence.words[verb].lower not in english.ACCUSES:
            return None
        between = gap_before(sentence, verb, None)
        accuser = sentence.named_before(between.at, self._actors, people=True) if between else None
        if between is None or between.negated or accuser is None or len(accuser.names) > 1:
            return None
        return Before(slot, gap, accuser=accuser.names[0]) if sentence.is_subject(accuser.first) else None

    def _own(self, sentence: Sentence, at: int) -> Slot | None:
        """Return the speaker where "it", "we" or "its forces" are the speaker's own."""
        first = at
        if sentence.words[at].lower not in english.OWN:
            first = at - 1
            if first < 0 or not sentence.joined(first) or sentence.words[first].lower not in english.OWNS:
                return None
        position = sentence.words[first].start
        voice = self._voice(position)
        if voice is None:
            return None
        if sentence.words[first].lower not in ("we", "our"):
            # "The army said the rebels fled when it came": whoever is named between may be "it".
            since = bisect_right(self._named_ends, max(voice.speaker_end, sentence.words[0].start))
            if voice.speaker_start > position or bisect_right(self._named_ends, position) > since:
                return None
        return Slot((self._shown.spoken(voice.speaker),), first, at)

    def _voice(self, position: int) -> Attribution | None:
        covering = self._voices.at(position)
        return covering[0][1] if covering else None

    # ------------------------------------------------------------------------------------------------------- statements

    def _made(
        self,
        match: Match,
        before: Before | None,
        about: Sequence[str],
        named: Sequence[str],
        beside: str | None = None,
    ) -> Iterator[Relation]:
        """Yield the statement for each name that it is about, where it is neither only possible nor of another time."""
        first = match.first if before is None else min(before.slot.first, match.first)
        start, frame = match.sentence.words[first].start, match.frame
        said_by, assertion = self._said_by(start, before)
        turns = turned(match, before, denied=assertion == "denied")
        gap = before.gap if before else None
        if turns is None or (gap and gap.past and said_by is None):
            return  # "had taken" without a speaker is of a time before
        when = self._when(match)
        if assertion == "possible" or when is _NO_TIME or (match.relation.within and is_once(match)):
            return
        negated = (gap is not None and gap.negated) != turns
        evidence = quote_around(self._marked.article, start, match.sentence.words[match.end - 1].end)
        for each in about:
            yield Relation(
                relation=match.relation.name,
                about=each,
                named=tuple(named),
                so=frame.so != negated,
                event=frame.event and not negated,
                again=frame.again or (gap is not None and gap.again),
                limited=frame.ahead and limited(match, negated=negated),
                sort=frame.sort,
                beside=beside,
                said_by=said_by,
                assertion="claimed" if assertion == "denied" else assertion,
                as_of=when,
                evidence=(evidence,),
            )

    def _said_by(self, start: int, before: Before | None) -> tuple[str | None, Assertion]:
        """Return who says what begins at a position, and how: whoever accuses or denies says it himself."""
        if before and before.accuser:
            return before.accuser, "claimed"
        voice = self._voice(start)
        said_by = self._shown.spoken(voice.speaker) if voice else None
        if before and before.gap.denied:
            return (said_by if before.own else before.slot.names[0]), "claimed"
        return said_by, voice.assertion if voice else "stated"

    def _when(self, match: Match) -> str | None:
        """Return the one time that a sentence gives; `_NO_TIME` where it gives several and only one can hold."""
        if not match.relation.within or match.frame.ahead:
            return None
        words = match.sentence.words
        first = bisect_left(self._times, words[0].start)
        last = bisect_left(self._times, words[-1].end)
        times = {t.value for t in self._marked.times[first:last] if not self._is_beginning(t.start)}
        return _NO_TIME if len(times) > 1 else next(iter(times), None)

    def _is_beginning(self, start: int) -> bool:
        before = self._marked.article.text[max(0, start - len(_SINCE) - 2) : start]
        return before.rstrip().lower().endswith(_SINCE)


_NO_TIME = "?"
_SINCE = "since"
_BETWEEN = frozenset({"named about", "about named"})
