"""The words that a noun phrase cannot hold, and those whose ending deceives: closed lists, in lower case."""

from __future__ import annotations

from summarizer.marking.numbers.lexicon import CARDINALS, VAGUE, words

DETERMINERS = words(
    "the a an its their his her our your my this that these those each every any all some no such both either "
    "neither another what whose"
)
PRONOUNS = words("them these those whom us you which it him they he she we i who")
PREPOSITIONS = words(
    "of in on at by for from to with without within into onto over under above below between among amongst across "
    "along around about after before during since until till through throughout toward towards against near inside "
    "outside behind beyond beside besides despite except including excluding involving regarding concerning "
    "following via per amid amidst upon off out up down as like than versus"
)
AUXILIARIES = words(
    "is are was were be been being am has have had having do does did can could may might must shall should will "
    "would isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't couldn't won't wouldn't"
)
LINKS = words(
    "and or but nor yet so because although though while whereas when where why how if unless whether that who whom "
    "which whose"
)
# Adverbs and words of time that end a noun phrase.
ADVERBS = words(
    "still also already just now then there here again ago later earlier soon yesterday today tonight tomorrow "
    "alive unharmed unhurt "
    "overnight once twice ever never not only even too instead together apart away back home abroad alone alike "
    "respectively altogether nationwide worldwide overall each monday tuesday wednesday thursday friday saturday "
    "sunday last next else perhaps maybe almost nearly further"
)
# Finite verbs that often follow a counted noun and have no regular ending to know them by.
VERBS = words(
    "said says say told tell went go goes came come comes became become began begin left leave leaves fled flee fell "
    "fall took take takes made make makes got get gets gave give gives fought fight held hold lost lose won win "
    "brought bring broke burst built caught chose cost dealt drove drew flew found grew heard hid hit kept keep knew "
    "know led lead lay lie lives met paid put ran run rose rise rode saw see seek seem seems sent set shook shot "
    "shut slept sold sought spent spoke spread stand stood stole struck strike swept swore taught thought think threw "
    "understood want wants woke wore wrote cut appear appears live remain remains need needs belong belongs "
    "include includes face faces died survived arrived remained happened occurred appeared belonged existed stayed "
    "lived seemed"
)
STOP = PREPOSITIONS | AUXILIARIES | LINKS | ADVERBS | DETERMINERS | PRONOUNS | CARDINALS | VAGUE.keys() | {
    "several", "many", "few", "half", "dozens",
}  # fmt: skip
# Forms that also stand right behind a number as what was counted ("three held", "five found").
IRREGULAR_PARTICIPLES = words("shot held found hit cut put sent sold lost spent struck")
# Plurals without an -s.
PLURALS = words(
    "people men women children police personnel cattle sheep aircraft spacecraft hovercraft media data feet "
    "teeth mice geese oxen wives lives crew staff folk folks youth percent"
)
PLURAL_ENDINGS = ("men", "women", "children", "people", "folk", "craft")
# No adverbs for all their -ly.
LY_NOUNS = words(
    "family elderly daily weekly monthly yearly friendly ally supply assembly anomaly reply rally july fly bully "
    "early likely deadly costly ugly lonely lovely silly holy only belly jelly lily italy curly hourly "
    "nightly quarterly scholarly orderly unfriendly underbelly monopoly melancholy"
)
# Endings of the adjectives of countries and peoples.
OF_COUNTRIES = ("an", "i", "ish", "ese", "ch", "rab", "urd", "tch")
MORE = words("more additional further extra")
