"""The verbs by which speech is told, in all their forms, what they make of the words, and what they take after them."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.marking.lexicon import PLAIN_SPEECH, SPEECH
from summarizer.models import Assertion


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ASSERTIONS: tuple[Assertion, ...] = ("stated", "reported", "claimed", "possible", "denied")

_IRREGULAR = {
    "admit": "admits admitted admitting", "brag": "brags bragged bragging", "feel": "feels felt",
    "find": "finds found", "forecast": "forecasts", "foresee": "foresees foresaw", "hear": "hears heard hearing",
    "hold": "holds held", "learn": "learns learned learnt", "quip": "quips quipped", "swear": "swears swore",
    "submit": "submits submitted", "tell": "tells told telling", "think": "thinks thought thinking",
    "understand": "understands understood", "write": "writes wrote written", "infer": "infers inferred",
    "concur": "concurs concurred",
}  # fmt: skip
"""Forms that are not made by adding -s, -ed and -ing; the verb itself left out, and forms that are nouns."""

_NOUNS = _set("""
answer boast brief caution state comment counter detail document doubt fear find forecast guess hint hold joke
lament list log note object place pledge project promise protest reason reply report response retort stress submit
suspect tally vow worry whisper finds holds answers cautions comments counters details documents doubts fears
forecasts guesses hints jokes laments notes objects pledges promises protests reasons replies reports retorts
stresses suspects vows worries whispers remark remarks relay relays gauge gauges urge urges volunteer volunteers
finding feeling reasoning understanding briefing posting
""")
"""Forms that name things as often as they tell speech; taken for verbs only where `NOUNLIKE` says how."""


def _forms(verb: str) -> Iterator[str]:
    """Yield a verb and its inflected forms."""
    yield verb
    if verb in _IRREGULAR:
        yield from _IRREGULAR[verb].split()
        return
    stem = verb[:-1] if verb.endswith("e") else verb
    soft = verb.endswith("y") and verb[-2] not in "aeiou"
    yield verb[:-1] + "ies" if soft else verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    yield verb[:-1] + "ied" if soft else stem + "ed"
    yield stem + "ing"


def _all(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in _forms(verb)) - _NOUNS


_TAKE_THAT: dict[Assertion, frozenset[str]] = {
    "stated": _all("""
acknowledge admit affirm announce answer argue ascertain assess assure attest aver calculate certify clarify comment
complain concede conclude concur confess confide confirm counter declare demonstrate detail determine disclose
emphasise emphasize establish explain find grumble highlight hold indicate inform insist joke lament note
object observe opine pledge proclaim promise protest quip reaffirm recall recollect recount reiterate relate relay
remark remember remind repeat reply respond retort reveal specify state stipulate stress submit swear testify
underline underscore urge verify volunteer vow write
"""),
    "reported": _all("hear learn understand gather"),
    "claimed": _all("allege assert boast brag contend profess purport maintain"),
    "possible": _all("""
assume believe caution fear feel forecast foresee gauge guess hint imagine infer presume project reckon speculate
suggest surmise suspect theorise theorize think worry
"""),
    "denied": _all("deny dispute refute dismiss reject rebut contest"),
}

_TAKE_OTHER: dict[Assertion, frozenset[str]] = {
    "stated": _set("""
report note document counts lists show shows showed shown put puts gave gives give quoting citing set placed places
cited cites quoted spoke speaks speak spoken talked talks talk described describes describing called termed labelled
labeled dubbed made makes let lets logged logs log recall listed registered registers compiled catalogued chronicled
briefed posted pointed read reads tweets
"""),
    "reported": frozenset(),
    "claimed": _set("accusing"),
    "possible": _set("caution cautions fear fearing expect suspect forecast credit credits credited predicted"),
    "denied": frozenset(),
}

VERB_MAKES: dict[str, Assertion] = {
    verb: made for made in ASSERTIONS for verb in SPEECH[made] | _TAKE_THAT[made] | _TAKE_OTHER[made]
}
"""What each verb of saying makes of the words that it introduces."""

PLAIN = PLAIN_SPEECH - _set("added adds")
"""Verbs after which anything is speech; after the others it takes "that", a quotation, a colon or a number."""

ALWAYS = _set(
    "told tells warned warns fears fear believes believe expects estimate claim reckon reckons reckoned think thinks"
)
"""Verbs that need no such sign either, though they do not stand after a quotation as "said" does."""

TELLING = _all("tell inform assure remind notify advise") | _set("briefed")
"""Verbs that name who is told between themselves and what is said."""

COUNTING = _set("put puts gave gives give set placed places cited cites quoted")
"""Verbs that speak only with a count: "put the toll at 57", "gave a figure of 57"."""
COUNTS = _set("""
number numbers toll figure figures total count tally estimate estimates losses loss breakdown account list strength
""")

AT_A_NUMBER = _set("put puts placed places set estimate estimates estimated")
"""Verbs that speak with "at" and a number: "put the dead at 40", "estimate them at about 4,000"."""

NUMBERED = _all("""
acknowledge admit allege concede confess confirm disclose indicate mention reveal suggest verify deny
""") | _set("""
counts lists show shows showed logged logs log recall listed registered registers compiled catalogued chronicled
tallied reports report claims claim
""")
"""Verbs whose object may be a number alone: "acknowledged seven dead", "has logged 6,200 cases"."""

SPEAKING_OF = _set("spoke speaks speak spoken talked talks talk")
"""Verbs that speak with "of" and a number: "residents spoke of 140 men"."""

CREDITING = _set("credit credits credited")
"""Verbs that speak with "with" and a number: "handbooks credit the army with 300,000 men"."""

NAMING = _set("described describes describing called termed labelled labeled dubbed")
"""Verbs that speak by what they call a thing: "what he described as 23 captured soldiers"."""

IMPERSONAL = _all("indicate suggest reveal demonstrate mean imply") | _set("show shows showed")
"""Verbs whose subject may be anything that happens: they speak only for what is known to be a source."""

WEAK = (
    COUNTING
    | SPEAKING_OF
    | CREDITING
    | NAMING
    | _all("accuse find hold detail demonstrate gather feel admit deny dispute refute dismiss reject rebut contest")
    | _set("made makes let lets listed registered registers compiled catalogued chronicled read reads posted counted")
)
"""Verbs that do other things as often: behind what is said they need a sign of speech, as elsewhere."""

PHRASED: dict[str, frozenset[str]] = {
    "made": _set("clear plain known"), "makes": _set("clear plain known"), "let": _set("it slip"),
    "lets": _set("it slip"), "pointed": _set("out to"), "points": _set("out to"), "read": frozenset(),
    "reads": frozenset(), "held": _set("that"), "holds": _set("that"),
}  # fmt: skip
"""Verbs that speak only with one of these right after them, or before a quotation."""

NEVER_INVERTED = TELLING
CITING = _set("citing quoting")
QUOTING = _set("quoted quotes cited cites quoting citing")

# Verbs that are as often nouns: they speak only for a name or a pronoun right before them, or before "that".
NOUNLIKE = _set("""
counts lists report reports claim claims estimate estimates note notes states document documents warn caution
cautions fear fears suspect forecast show shows logs registers places read reads
""")
COMPOUNDED = _set("reports report states document")  # "media reports that" names papers
PLURAL_FORMS = _set("report claim estimate note document warn caution fear show suspect forecast")
"""Of these, the forms that only a plural subject takes: "partners report that"."""
BEFORE_CONTENT = _set("that however at about around some more up nearly almost between over fewer no only")

BY_AGENT = _set("""
estimated reported counted recorded documented confirmed announced put verified tallied believed thought credited
accused placed set logged reckoned assessed alleged disclosed released published
""")
"""Verbs whose passive names its speaker after "by"; "told by" names one too, but what follows is an order."""

IDIOMS: dict[str, frozenset[str]] = {
    "claimed": _set("responsibility victory lives credit asylum"),
    "claims": _set("responsibility victory lives credit asylum"),
    "claiming": _set("responsibility victory lives credit asylum"),
    "told": _set("lies lie stories tales"),
    "noted": _set("for"),
    "counted": _set("on among as their his her its"),
    "added": _set("to"),
    "reported": _set("missing dead for"),
    "reports": _set("to"),
    "declared": _set("war independence dead"),
    "recalled": _set("to from"),
    "showed": _set("up off"),
    "shows": _set("up off"),
    "show": _set("up off"),
    "monitored": _set("by"),
    "stressed": _set("and"),
    "announced": _set("itself themselves himself"),
    "estimated": _set("to"),
    "reckon": _set("with on"),
    "reckons": _set("with on"),
    "reckoned": _set("with on"),
    "think": _set("of about on"),
    "thinks": _set("of about on"),
    "believe": _set("in"),
    "believes": _set("in"),
}
"""What, right after the verb, makes it say nothing."""
TAKES_LIVES = _set("claimed claims claiming")
