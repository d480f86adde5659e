"""The words by which speech is told: verbs of saying and what they make of the words, idioms, sources on paper."""

from __future__ import annotations

from summarizer.marking.lexicon import BARE_HEADS, CALENDAR, PLAIN_SPEECH, SPEECH
from summarizer.models import Assertion


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ASSERTIONS: tuple[Assertion, ...] = ("stated", "reported", "claimed", "possible", "denied")

_MORE_VERBS: dict[Assertion, frozenset[str]] = {
    "stated": _set("show shows showed shown indicate indicates indicated put puts gave gives quoting citing verified"),
    "reported": _set("hear hears learn"),
    "claimed": _set("boasts accusing"),
    "possible": _set(
        "fear fearing believing suspect reckon reckons reckoned expect think suggest suggesting predicted"
    ),
    "denied": _set("dispute disputes disputed reject rejecting dismiss dismisses dismissing refute"),
}

VERB_MAKES: dict[str, Assertion] = {
    verb: assertion for assertion in ASSERTIONS for verb in SPEECH[assertion] | _MORE_VERBS[assertion]
}
"""What each verb of saying makes of the words that it introduces."""

PLAIN = PLAIN_SPEECH - _set("added adds")
"""Verbs after which anything is speech; after the others it takes "that", a quotation or a colon."""

ALWAYS = _set("told tells warned warns fears fear believes believe expects estimate claim")
"""Verbs that need no such sign either, though they do not stand after a quotation as "said" does."""

COUNTING = _set("put puts gave gives")
"""Verbs that speak only with a count: "put the toll at 57", "gave a figure of 57"."""
COUNTS = _set("number numbers toll figure figures total count tally estimate estimates losses breakdown account list")

AT_A_NUMBER = _set("put puts estimate estimates estimated")
"""Verbs that speak with "at" and a number: "put the dead at 40", "estimate them at about 4,000"."""

NEVER_INVERTED = _set("told tells")
TELLING = _set("told tells telling")
CITING = _set("citing quoting")
QUOTING = _set("quoted quotes cited cites quoting citing")

# Verbs that are as often nouns: they speak only for a name or a pronoun right before them, or before "that".
NOUNLIKE = _set(
    "report reports claim claims estimate estimates note notes states document documents warn fear fears show shows"
)
COMPOUNDED = _set("reports report states document")  # "media reports that" names papers
BEFORE_CONTENT = _set("that at about around some more up nearly almost between over fewer no")

BY_AGENT = _set("estimated reported counted recorded documented confirmed announced put verified tallied")
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
    "showed": _set("up"),
    "monitored": _set("by"),
    "stressed": _set("and"),
}
"""What, right after the verb, makes it say nothing."""
TAKES_LIVES = _set("claimed claims claiming")

BE = _set("is are was were be been being am")
SKIPPED = BE | _set("has have had also later then recently further even now once again both first since")
STOPS = _set("and but while although though that when after before because as where if or since whereas so")
PARTS = _set("and but while whereas")
"""Words that, after a comma, begin a clause of another voice."""
LEADS = _set("of to from in for with by close near inside within at on")
NO_SUBJECT_AFTER = _set("of in on at near from to for by with against into around inside outside across over between")
DETERMINERS = _set("the a an its their his her this that these those")
COMPLEMENTS = _set("that how whether there")
ADJUNCTS = (
    _set("on in at late early during after via by through yesterday today to earlier last this speaking") | CALENDAR
)
APPOSED = _set("who whose a an the which where")

PERSON_PRONOUNS = _set("he she")
BODY_PRONOUNS = _set("it they")
PRONOUNS = PERSON_PRONOUNS | BODY_PRONOUNS
GENDERS = {
    "mr": "he", "sir": "he", "lord": "he", "sheikh": "he", "king": "he", "prince": "he", "spokesman": "he",
    "chairman": "he", "mrs": "she", "ms": "she", "miss": "she", "lady": "she", "queen": "she", "princess": "she",
    "spokeswoman": "she", "chairwoman": "she",
}  # fmt: skip

SOURCES = _set("""
records survey study tally investigation inquiry footage images assessment bulletin communique memo poll census
estimate estimates wife husband widow brother sister son daughter father mother cousin uncle nephew friend friends
aide aides lawyer mediator nurse priest teacher elder elders
""")
"""Papers and persons that speak as sources besides the nouns that a schema and the lexicon give."""

ROLES = _set("""
spokesman spokeswoman spokesperson director leader commander chief head chairman chairwoman president secretary
minister governor mayor envoy coordinator representative
""")
SPEAKS_FOR = (
    ROLES
    | BARE_HEADS
    | _set("""
official officials officer officers spokesmen spokespeople commanders leaders generals general authorities government
regime army military forces statement command administration police leadership
""")
)
"""Heads of a description that speak in the name of the body named beside them."""

SUMMING = (
    "in total",
    "in all",
    "altogether",
    "overall",
    "of these",
    "of them",
    "of those",
    "among them",
    "among the dead",
)
"""How a sentence begins that only goes on with the figures of the one before it."""

TOLD_IN = _set("interview interviewed speaking spoke statement comments remarks message told spoken")


def role_of(word: str) -> str:
    """Return the role that a word names; a spokesman, a spokeswoman and a spokesperson have the same."""
    return "spokesperson" if word.startswith("spokes") else word
