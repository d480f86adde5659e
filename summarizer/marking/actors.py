"""Joins the mentions of one actor: known names, surnames, acronyms, states under their many forms, "the group"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, pairwise

from summarizer.folding import fold
from summarizer.marking.lexicon import BODY_OPENERS, BODY_PARTS, ROLE_NOUNS
from summarizer.marking.readings import COUNTRY, NATION, PERSON, PLACE, STATE, Context, endings_of
from summarizer.marking.runs import Run
from summarizer.models import Actor, Name, Word
from summarizer.schema import KnownName

LONGEST_BODY = 2  # words after a nationality that belong to the name of its body: "security forces"
REGIME = frozenset("government regime administration junta".split())
GOVERNING = REGIME | {"authorities"}
OF_THE_STATE = frozenset("government army military junta regime".split())
ARMED = ("army", "military", "armed forces")
"""What a state's forces are called, the commonest first."""


@dataclass(slots=True)
class Gathering:
    """Mentions by actor key while an article is read: `forms` are shown as names, `marks` also holds short forms.

    `titled` are forms with their titles ("Prime Minister Abadi"): aliases, never the name.
    """

    kinds: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    forms: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    titled: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    marks: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    bodies: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """By state, as what the article speaks of it: "government", "army", "" for its bare name."""
    armies: dict[str, str] = field(default_factory=dict)
    """By state, the name of its own that its army goes by."""

    def add(self, key: str, kind: str, start: int, end: int, form: str = "", *, body: str | None = None) -> None:
        """Note a mention; without `form` it is one that only points back. `body` is what of a state it speaks of."""
        self.kinds.setdefault(key, kind)
        self.marks[key].append((start, end))
        if form:
            self.forms[key][form] += 1
        if body is not None:
            self.bodies[key][body] += 1


def gather_actors(
    readings: Sequence[tuple[Run, str]], context: Context, home: str | None
) -> tuple[tuple[Actor, ...], tuple[Name, ...]]:
    """Return the actors of an article, most mentioned first, and their mentions in text order.

    Args:
        readings: runs and what they name; countries only where they act.
        context: the words and the gazetteer.
        home: the country that the article is set in; its bare name is a scene, its state goes by "government".
    """
    gathering = Gathering()
    keys = _keys([(run, kind) for run, kind in readings if kind not in (PLACE, COUNTRY, NATION)], context)
    for run, kind in readings:
        if kind in (COUNTRY, NATION):
            _add_state(run, kind, context, gathering)
        elif kind != PLACE:
            regime = _regime_after(run, context) if kind == PERSON else None
            if regime and run.known and run.known.country:
                form = context.text[run.start : regime.end]
                gathering.add("state:" + run.known.country, STATE, run.start, regime.end, form)
            elif kind == STATE and run.known and run.known.country:
                _add_forces(run, run.known, run.known.country, gathering)
            else:
                key = keys[fold(run.text) if run.known is None else run.known.name]
                gathering.add(key, kind, run.start, run.end, run.text)
                if kind == PERSON and run.full:
                    gathering.titled[key].add(run.full)
                if run.known is not None:
                    gathering.names[key] = run.known.name
    _add_short_forms(context, gathering, home)
    return _listed(gathering, context, home)


def _keys(readings: Sequence[tuple[Run, str]], context: Context) -> dict[str, str]:
    """Return the actor key of each form: surnames join the full name, an acronym in brackets its long form."""
    keys = {(run.known.name if run.known else fold(run.text)): "" for run, _ in readings}
    keys = {form: form for form in keys}
    shortened = (PERSON, *context.rules.kind_openers)
    full = {fold(run.text) for run, kind in readings if kind in shortened and run.last - run.first > 1}
    full |= {fold(run.known.name) for run, kind in readings if kind in shortened and run.known}
    full_names = _FullNames(full)
    for run, kind in readings:
        form = run.known.name if run.known else fold(run.text)
        if kind in shortened and run.known is None and (longer := full_names.only_one(form)):
            keys[form] = longer
    for before, after in pairwise(readings):
        _join_acronym(before[0], after[0], context, keys)
    known = {fold(run.known.name): run.known.name for run, _ in readings if run.known}
    return {form: known.get(key, key) for form, key in keys.items()}


class _FullNames:
    """The full names of an article, to be found by what they are shortened to.

    Looked up rather than compared one with another, which in a long list of names takes the square of its length.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """File folded names by their endings, and by their first and last words and their length."""
        self._by_ending: dict[str, set[str]] = defaultdict(set)
        self._by_ends: dict[tuple[str, str], dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        for name in names:
            words = name.split(" ")
            self._by_ends[words[0], words[-1]][len(words)].add(name)
            for ending in endings_of(name):
                self._by_ending[ending].add(name)

    def only_one(self, form: str) -> str | None:
        """Return the one name that a form is the end of, or that it leaves middle names out of; None for several."""
        words = form.split(" ")
        listed = [self._by_ending.get(form, set())]
        if len(words) > 1:
            by_length = self._by_ends.get((words[0], words[-1]), {})
            listed += [names for length, names in by_length.items() if length > len(words)]
        # A name can be found in both ways, so the third that is found is another one at last.
        found = set(islice(chain.from_iterable(listed), 3))
        return found.pop() if len(found) == 1 else None


def _join_acronym(long: Run, short: Run, context: Context, keys: dict[str, str]) -> None:
    between = context.text[long.end : short.start]
    if between.strip(" “\"'") != "(" or not short.text.isupper() or len(short.text) < 2:
        return
    long_key = long.known.name if long.known else fold(long.text)
    short_key = short.known.name if short.known else fold(short.text)
    if short.known is None:
        keys[short_key] = keys.get(long_key, long_key)
    elif long.known is None:
        keys[long_key] = keys.get(short_key, short_key)


def _regime_after(run: Run, context: Context) -> Word | None:
    words = context.words[run.sentence]
    if run.last < len(words) and words[run.last].lower in REGIME:
        return words[run.last]
    return None


def _add_state(run: Run, kind: str, context: Context, gathering: Gathering) -> None:
    gazetteer = context.gazetteer
    iso = gazetteer.country(run.text) or gazetteer.seat(run.text) if kind == COUNTRY else gazetteer.demonym(run.text)
    words = context.words[run.sentence]
    end, body = _body_after(run, words, context)
    before = words[run.first - 2 : run.first] if run.first > 1 else ()
    start = run.start
    if kind == COUNTRY and before and before[0].lower in context.vocabulary.bodies and before[1].lower == "of":
        start, body = before[0].start, before[0].lower  # "the government of Iraq"
    gathering.add(f"state:{iso}", STATE, start, end, context.text[start:end], body=body)


def _add_forces(run: Run, known: KnownName, iso: str, gathering: Gathering) -> None:
    """Add a state's army known by a name of its own ("FARDC") as a mention of the state."""
    gathering.add(f"state:{iso}", STATE, run.start, run.end, run.text, body=ARMED[0])
    gathering.armies.setdefault(f"state:{iso}", known.name)


def _body_after(run: Run, words: Sequence[Word], context: Context) -> tuple[int, str]:
    """Return where the name of a state's body ends, and the body: "Iraqi security forces", "Russia's air force"."""
    vocabulary = context.vocabulary
    possessive = words[run.last - 1].possessive
    body: list[Word] = []
    for noun in words[run.last : run.last + LONGEST_BODY]:
        gap = context.text[(body[-1].end if body else run.end) : noun.start]
        parts = noun.lower in vocabulary.bodies or (possessive and noun.lower in BODY_PARTS | vocabulary.heads)
        if not parts or gap.strip(" \n’'sS" if possessive and not body else " \n"):
            break
        body.append(noun)
    while body and body[-1].lower in BODY_OPENERS:
        body.pop()  # "Russia's air" of "Russia's air raids"
    return (body[-1].end, " ".join(w.lower for w in body)) if body else (run.end, "")


def _add_short_forms(context: Context, gathering: Gathering, home: str | None) -> None:
    """Add "the group", "regime forces" and the like as mentions of whom they point back to."""
    marks = sorted((start, key) for key, spans in gathering.marks.items() for start, _ in spans)
    heads = _heads(gathering, context.vocabulary.heads)
    state = f"state:{home}" if home else None
    covered, pointing = {start for start, _ in marks}, context.vocabulary.heads
    parties = [p for p in context.rules.parties if p != STATE]
    behind = _Behind(marks, frozenset(key for key, kind in gathering.kinds.items() if kind in parties))
    for words in context.words:
        for at, word in enumerate(words):
            if word.lower not in pointing or word.start in covered or (word.cap and word.text.isupper()):
                continue
            before = words[at - 1] if at else None
            the = before is not None and (
                before.lower in ("the", "this", "that") or _one_of(before, words[at + 1 : at + 2])
            )
            form = word.text if word.cap else ""  # "the Coalition" is a name, "the coalition" only points back
            if word.lower in ("regime", "government") and state in gathering.kinds and not (before and before.cap):
                gathering.add(state, STATE, word.start, word.end, form, body=word.lower)
            elif the and state and word.lower in OF_THE_STATE and not _of_a_state(word, heads, gathering):
                # "The army" of an article that names no other state's is that of the country it is set in.
                gathering.add(state, STATE, word.start, word.end, word.text, body=word.lower)
            elif the and (key := _pointed_at(word, heads, behind.up_to(word.start))):
                gathering.add(key, gathering.kinds[key], word.start, word.end, form, body=word.lower)


def _of_a_state(word: Word, heads: Mapping[str, list[str]], gathering: Gathering) -> bool:
    """Whether a state has been named by the body that a short form names: "the Y Army" of rebels is none."""
    return any(gathering.kinds[key] == STATE for key in heads.get(word.lower, ()))


def _one_of(before: Word, after: Sequence[Word]) -> bool:
    """Whether the words around a body name one of its people: "an army spokesman", "a government official"."""
    return before.lower in ("a", "an") and bool(after) and (after[0].lower in ROLE_NOUNS or after[0].lower == "source")


def _heads(gathering: Gathering, known: frozenset[str]) -> Mapping[str, list[str]]:
    """Return, for each short form, the actors with a form that ends in it ("coalition": "US-led coalition")."""
    heads: dict[str, list[str]] = defaultdict(list)
    for key, forms in gathering.forms.items():
        for form in sorted({*forms, gathering.names.get(key, "")}):
            for word in form.lower().split():
                if word in known and key not in heads[word]:
                    heads[word].append(key)
    return heads


class _Behind:
    """Who has been named up to a place in the text, told once from front to back."""

    def __init__(self, marks: Sequence[tuple[int, str]], grouped: frozenset[str]) -> None:
        """Take the mentions in text order and the actors that "the group" may mean."""
        self._marks, self._grouped, self._next = marks, grouped, 0
        self.last: dict[str, int] = {}
        self.groups: Counter[str] = Counter()

    def up_to(self, position: int) -> _Behind:
        """Count in the mentions before a position, which may not go back."""
        while self._next < len(self._marks) and self._marks[self._next][0] < position:
            key = self._marks[self._next][1]
            self.last[key] = self._next
            self.groups.update([key] if key in self._grouped else [])
            self._next += 1
        return self


def _pointed_at(word: Word, heads: Mapping[str, list[str]], behind: _Behind) -> str | None:
    """Return whom a short form means: the last named that it fits; "the group" is the group named most so far."""
    fitting = heads.get(word.lower, [])
    if fitting:
        named = [key for key in fitting if key in behind.last]
        return max(named, key=behind.last.__getitem__) if named else fitting[0] if len(fitting) == 1 else None
    if word.lower not in ("group", "organisation", "organization", "movement", "network"):
        return None
    return max(behind.groups, key=lambda key: (behind.groups[key], key), default=None)


def _listed(gathering: Gathering, context: Context, home: str | None) -> tuple[tuple[Actor, ...], tuple[Name, ...]]:
    keys = [key for key in gathering.kinds if gathering.forms.get(key)]
    keys.sort(key=lambda k: (-len(gathering.marks[k]), min(gathering.marks[k])))
    actors, names = [], []
    for number, key in enumerate(keys):
        forms = gathering.forms[key]
        # A name may run over a line's end; as a form it keeps that, since forms stand in the text as they are.
        name = " ".join(_best_form(key, forms, gathering, context, home).split())
        aliases = sorted({*forms, *gathering.titled[key]} - {name})
        actors.append(Actor(name, gathering.kinds[key], tuple(aliases)))
        names += [Name(start, end, number) for start, end in gathering.marks[key]]
    return tuple(actors), tuple(_without_overlaps(names))


def _best_form(key: str, forms: Counter[str], gathering: Gathering, context: Context, home: str | None) -> str:
    """Return the name a reader knows best: the known one, a state's, else the fullest form in the text."""
    if key in gathering.names:
        return gathering.names[key]
    if key.startswith("state:"):
        iso = key.removeprefix("state:")
        return _state_name(iso, key, gathering, context, at_home=iso == home)
    if gathering.kinds[key] != PERSON:
        long = [f for f in forms if not f.isupper()] or list(forms)
        return max(long, key=lambda f: (len(f), forms[f], f))
    return max(forms, key=lambda f: (len(f), forms[f], f))


def _state_name(iso: str, key: str, gathering: Gathering, context: Context, *, at_home: bool) -> str:
    """Return what a state goes by: where the article is set in it, its bare name is the scene.

    There it is named by what the article speaks of, its government or else its army; where only the bare name acts,
    by that. Over many articles a state then mostly goes by one name.
    """
    bodies, adjective = gathering.bodies[key], context.gazetteer.adjective(iso)
    governing = sum(n for word, n in bodies.items() if word in GOVERNING)
    armed = {word: bodies[word] for word in ARMED if bodies[word]}
    if at_home and adjective and governing:
        return f"{adjective} government"
    if armed and sum(armed.values()) >= bodies[""]:
        forces = max(armed, key=lambda word: armed[word])
        return (
            gathering.armies.get(key)
            or (f"{adjective} {forces}" if adjective and at_home else None)
            or (context.gazetteer.country_name(iso))
        )
    return context.gazetteer.country_name(iso)


def _without_overlaps(names: Iterable[Name]) -> list[Name]:
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept
