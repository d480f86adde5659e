"""The tense of the verb that goes with a figure, told by closed lists and endings: no tagger runs here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.models import Word

# A verb this near before a figure has it for its object: "has logged more than 6,200".
OBJECT_REACH = 4
# Shorter words on "ed" and "en" are no participles ("bed", "ten").
_SHORTEST_PARTICIPLE = 5

_AUX = frozenset("is are am has have isn’t aren’t hasn’t haven’t isn't aren't hasn't haven't".split())
_MAY = frozenset("can could may might".split())
_STATES = frozenset(
    """remain hold control comprise number live stay include stand exist surround keep command field claim boast count
    total face need host shelter occupy maintain operate own serve estimate believe think know consist rule run lie sit
    contain muster employ pay receive depend belong require lack retain possess administer say puts reckon
    suspect assess suggest indicate reside inhabit accommodate""".split()
)
_PRESENT = _AUX | _MAY | _STATES | {f"{verb}s" for verb in _STATES} | {"reaches", "sits", "lies", "goes", "carries"}
_PAST = frozenset(
    """was were had did said told began took went came made held left fell rose ran fled met put set hit cut shot sank
    died lost gave got found saw knew stood sat lay led sent spent built caught brought bought fought taught thought won
    wore drove flew grew threw blew broke spoke wrote rode swam sprang struck swept became overran withdrew bore burnt
    dealt drew fed felt forgot froze hid hurt kept laid leapt lit paid shook shut slept split spread stole strove tore
    wept would""".split()
)
RELATIVES = frozenset("who whose whom which that where".split())
_WITH_NUMBERS = frozenset(
    """about some more than at least nearly around over up to as many an estimated almost roughly fewer no less further
    another his its their the a of off out off only just down away approximately close between from most""".split()
)
_SAYING = frozenset(
    """said says say told stated claimed claims claim believed believes believe thought thinks think estimated estimates
    estimate announced added warned insisted argued suggests suggested""".split()
)
_NO_VERBS = frozenset(
    "men women children seven eleven thirteen fourteen fifteen hundred armed estimated united".split()
)
HAD = frozenset("had held controlled commanded fielded numbered comprised possessed".split())
STATIVE_PAST = frozenset(
    """was were had remained risked controlled held numbered faced lived stayed stood comprised commanded fielded
    occupied stationed deployed massed gathered assembled""".split()
)


def first_verb(words: Iterable[Word]) -> bool | None:
    """Return whether the first verb among words is in the present, None where there is none."""
    for word in words:
        if word.lower in _PRESENT:
            return True
        if word.lower in _PAST or (
            word.lower.endswith("ed") and len(word.lower) >= _SHORTEST_PARTICIPLE and not word.cap
        ):
            return False
    return None


def verb_before(words: Sequence[Word]) -> tuple[bool | None, bool]:
    """Return whether the last verb among words is in the present, and whether the figure right behind is its object."""
    for back, word in enumerate(reversed(words)):
        at = len(words) - 1 - back
        if word.lower in _PRESENT:
            return True, leads(words[at + 1 :]) and word.lower not in _AUX | _MAY | _SAYING
        past = word.lower in _PAST or (
            word.lower.endswith(("ed", "en")) and len(word.lower) >= _SHORTEST_PARTICIPLE and not word.cap
        )
        if past and word.lower not in _NO_VERBS:
            perfect = any(w.lower in ("has", "have") for w in words[max(0, at - 3) : at])
            return perfect, leads(words[at + 1 :]) and word.lower not in _SAYING
    return None, False


def leads(between: Sequence[Word]) -> bool:
    """Return whether a verb has the figure for its object: only words that go with a number stand between the two."""
    return len(between) < OBJECT_REACH and all(word.lower in _WITH_NUMBERS for word in between)
