"""The words that may stand between a relation's words and its slots: grammar, of no domain."""

from __future__ import annotations

from summarizer.schema import words

AUXILIARIES = frozenset(
    words(
        "has have had having is are was were be been being does do did remain remains remained proved proven stay stays"
    )
)
PAST = frozenset(words("had was were"))
"""Auxiliaries of what was expected and may not be any more."""

ADVERBS = frozenset(
    words(
        "now still also already fully completely entirely firmly effectively all both jointly currently again since "
        "finally recently today largely actually really clearly simply indeed openly secretly directly covertly "
        "actively always long repeatedly often highly very successfully eventually soon ultimately probably certainly "
        "definitely too"
    )
)
NEGATIONS = frozenset(words("not never longer"))
CONTINUES = frozenset(words("continues continue continued keeps kept keep"))
DENIALS = frozenset(words("denies denied deny denying rejects rejected"))
ACCUSES = frozenset(words("accuses accused accuse accusing"))
WILL = frozenset(words("will shall expected likely set bound about certain sure going poised"))
WILL_NOT = frozenset(words("cannot unlikely unable"))
RELATIVES = frozenset(words("which who that"))
OWN = frozenset(words("it they we"))
OWNS = frozenset(words("its their our"))
ARTICLES = frozenset(words("the a an"))
PREPOSITIONS = frozenset(
    words(
        "of in by with against from on onto to for than near between into over despite without around outside inside "
        "at toward towards under like unlike per via not or nor neither no any every most many some few half part "
        "parts"
    )
)
DENIED = DENIALS | frozenset(words("dismissed dismisses refuted refutes"))
SAID = frozenset(words("said says saying insisted insists added maintained maintains"))
HAVING_TO_DO = frozenset(words("in on against over between with of for at around across"))
WHEREABOUTS = frozenset(words("in to from at into"))
DOUBTING = frozenset(words("if whether unless until till before since when once after lest should had how why"))
"""Words before a subject after which nothing is said to be so now."""

UNSAID = frozenset(
    words(
        "evidence reports report rumours rumors rumour rumor claims claim suggestions fears fear proof sign "
        "signs doubt doubts true false notion idea allegations allegation accusations accusation possible likely "
        "unlikely confirm confirmed hope hopes hoped suggested illusion impression"
    )
)
"""Words before "that" after which it is somebody else's, or nobody's, statement."""

ADJECTIVES = frozenset(
    words("strategic key vital contested important entire whole full small large big historic nearby")
)
SETTLED = frozenset(words("town city village settlement hamlet municipality township territory"))
"""Nouns before "of" and a place that are the place itself."""

AFTER = frozenset(
    words(
        "in on at from for after before since during with without by to into and but or as while when where which who "
        "that this last early late again again today yesterday overnight now then despite amid following despite "
        "earlier too itself either anyway alone because so until till through throughout within under against between "
        "about over is are was were has have had says said not if unless though although"
    )
)
"""Words that may follow a name that ends there: "captured Selm on", not "captured Selm airport"."""

NOT_THEMSELVES = frozenset(
    words(
        "allies ally allied aligned linked affiliated backed opponents opponent rivals rival enemies enemy supporters "
        "sympathisers sympathizers critics prisoners refugees victims leader leaders president minister "
        "officials diplomats leadership proxies proxy"
    )
)
"""Words after a name that make it somebody else: "held by rebel allies"."""

ONCE = frozenset(words("ago formerly previously once originally then briefly temporarily initially"))
"""Words of a sentence that speaks of another time."""

GAINSAYING = frozenset(
    words(
        "no nobody none few not never neither hardly barely doubt doubts doubted without nothing little cannot false "
        "wrong untrue incorrect mistaken would could may might absurd asked asks"
    )
)
"""Words before a statement after which it is not said to be so."""

CONDITIONS = frozenset(words("if unless provided whether should"))
HORIZON = frozenset(
    words(
        "until till beyond before by soon week weeks month months year years day days hour hours winter summer spring "
        "autumn now yet long quickly immediately overnight tomorrow tonight today weekend decade decades rains season"
    )
)
"""Words after a forecast that give it an end."""

SIDES = {form: side for side in ("north", "south", "east", "west") for form in (side, side + "ern")}
BANKS = frozenset(words("bank banks side shore shores"))
