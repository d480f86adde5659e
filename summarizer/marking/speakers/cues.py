"""The small words around speech: what parts clauses, what a subject may hold, who speaks in whose name, humans."""

from __future__ import annotations

from functools import lru_cache

from summarizer.marking.lexicon import BARE_HEADS, CALENDAR


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


BE = _set("is are was were be been being am")
SKIPPED = BE | _set("has have had also later then recently further even now once again both first since")
STOPS = _set("and but while although though that when after before because as where if or since whereas so")
PARTS = _set("and but while whereas")
"""Words that, after a comma, begin a clause of another voice."""
LEADS = _set("of to from in for with by close near inside within at on")
NO_SUBJECT_AFTER = _set("""
of in on at near from to for by with against into around inside outside across over between amid amidst among despite
like unlike without under above below beyond through throughout toward towards
""")
DETERMINERS = _set("the a an its their his her this that these those")
COMPLEMENTS = _set("that how whether there")
ADJUNCTS = (
    _set("on in at late early during after via by through yesterday today to earlier last this speaking") | CALENDAR
)
NOBODY = _set("""
nobody nothing none someone somebody something anyone anybody anything everything everyone everybody it this that these
those there one some many few others another other i you we my your our more less most
""")
"""Words that, alone or first, make a phrase stand for nobody who could be called a source."""
NO_SOURCE = _set("plan plans schedule whether what how his her its their need needs size age rank")
"""What may follow "according to" and says nothing: "according to plan"."""
RELATIVE = _set("who which whose whom")
ASKING = _set("what which whom where why how when")
"""Words that begin a clause of their own: no part of a subject that follows them."""
APPOSED = _set("who whose a an the which where")

PERSON_PRONOUNS = _set("he she")
BODY_PRONOUNS = _set("it they")
PRONOUNS = PERSON_PRONOUNS | BODY_PRONOUNS
GENDERS = {
    "mr": "he", "sir": "he", "lord": "he", "sheikh": "he", "king": "he", "prince": "he", "spokesman": "he",
    "chairman": "he", "mrs": "she", "ms": "she", "miss": "she", "lady": "she", "queen": "she", "princess": "she",
    "spokeswoman": "she", "chairwoman": "she",
}  # fmt: skip

HUMANS = _set("""
activist adviser advisor aide ambassador analyst archbishop attorney aunt author barber barrister bishop blogger
bodyguard boy brigadier brother captain carpenter chairman chairwoman chief clergyman cleric coach colonel columnist
commander commissioner commodore consul contractor cook coordinator corporal correspondent councillor cousin
daughter defector delegate deputy detainee diplomat director doctor driver eyewitness elder emir engineer envoy
evacuee exile expert farmer father fisherman fixer foreman founder friend general girl governor grandfather
grandmother guard guide head historian housewife hunter husband imam informant inmate inspector interpreter
investigator journalist judge king labourer lawmaker lawyer leader lecturer legislator lieutenant major man mayor
mechanic mediator medic merchant midwife miner minister monitor monk mother mullah negotiator neighbour neighbor
nephew niece nun nurse observer officer official organiser organizer owner paramedic parliamentarian partner
passenger pastor patient patriarch photographer physician pilot planner policeman policewoman politician porter
preacher president priest prince princess principal prisoner professor prosecutor psychologist publisher rabbi
ranger refugee reporter representative rescuer researcher resident returnee sailor schoolteacher scholar scientist
secretary senator sergeant sheikh shepherd shopkeeper shopowner sister smuggler son specialist spokesman
spokesperson spokeswoman strategist student superintendent surgeon survivor tailor teacher teenager trader
translator traveller trucker uncle vendor veteran vicar villager visitor volunteer waiter warden widow widower wife
witness woman worker youth
""")
"""Nouns for one human being: who may be "he" or "she", and speaks without a name."""


def _plural(noun: str) -> str:
    if noun.endswith(("man", "wife")):
        return noun[:-2] + "en" if noun.endswith("man") else noun[:-2] + "ves"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh")) else "s")


PEOPLE = HUMANS | {_plural(noun) for noun in HUMANS}
"""The same, one or several."""
NO_SOURCES = _set("local national irregular partisan others soul souls element elements lives infant infants baby")
"""Nouns for people that are as often other words, or speak to nobody."""

SOURCES = (
    _set("""
records survey study tally investigation inquiry footage images imagery assessment bulletin communique memo poll
census estimate estimates counts figures handbooks handbook outlet outlets channel broadcaster station radio
television newspaper newspapers daily weekly magazine paper papers website site press bloggers channels panel team
teams mission partner partners cluster committee commission council department office bureau secretariat church
parish mosque society charity federation association foundation initiative programme program project task force unit
tracker think-tank watchdog ngo ngos clinic morgue command embassy consulate party faction letter email transcript
document dossier report reports studies surveys findings analysis court tribunal coastguard firefighters parents
people staff crew colleagues comrades
""")
    | PEOPLE
)
"""Persons, bodies and papers that speak as sources besides the nouns that a schema and the lexicon give."""


@lru_cache(maxsize=8)
def nouns_of(
    speaking: frozenset[str], persons: frozenset[str]
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return all nouns that speak, of these those for one human being, and those for one or several.

    Of a domain's nouns for people, the ones that have a plural among them are for one.
    """
    one = HUMANS | {noun for noun in persons if _plural(noun) in persons}
    return (speaking | persons | SOURCES) - NO_SOURCES, one, PEOPLE | persons


ROLES = _set("""
spokesman spokeswoman spokesperson director leader commander chief head chairman chairwoman president secretary
minister governor mayor envoy coordinator representative
""")
RANKS = {
    "gen": "general", "col": "colonel", "maj": "major", "capt": "captain", "lt": "lieutenant", "sgt": "sergeant",
    "brig": "brigadier", "adm": "admiral", "prof": "professor", "dr": "doctor", "sen": "senator",
}  # fmt: skip
OFFICES = (
    ROLES
    | RANKS.keys()
    | set(RANKS.values())
    | _set("analyst ambassador envoy sheikh bishop archbishop judge lawyer commissioner imam cleric prosecutor")
)
"""Offices and ranks by which a person who was named once is spoken of again: "the colonel"."""
SPEAKS_FOR = (
    ROLES
    | BARE_HEADS
    | _set("""
official officials officer officers spokesmen spokespeople commanders leaders generals general authorities government
regime army military forces statement command administration police leadership
""")
)
"""Heads of a description that speak in the name of the body named beside them."""

GOING_ON = _set("then also later afterwards subsequently")
"""Adverbs by which a sentence about the same people goes on with what was told in the one before it."""

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
    "one of them",
    "two of them",
    "some of them",
    "many of them",
    "most of them",
    "another",
    "at least another",
    "a further",
    "at least a further",
    "an additional",
    "the remaining",
)
"""How a sentence begins that only goes on with the figures of the one before it."""

TOLD_IN = _set("interview interviewed speaking spoke statement comments remarks message told spoken")
RECKONING = _set(
    "count counts tally tallies estimate estimates estimation reckoning calculation calculations accounting account "
    "accounts admission telling figures numbers data statistics records assessment judgement judgment"
)
"""What somebody's own count is called: "by the ministry's reckoning"."""


def role_of(word: str) -> str:
    """Return the role that a word names; a spokesman, a spokeswoman and a spokesperson have the same."""
    return "spokesperson" if word.startswith("spokes") else RANKS.get(word, word)
