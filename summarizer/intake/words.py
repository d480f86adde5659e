"""The closed lists of English words that intake goes by."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# All that a line of links to notices about privacy and cookies holds; one of CONSENT_CORE must be among them.
CONSENT_WORDS = _set(
    "privacy cookie cookies policy policies terms conditions use service of and the our notice settings "
    "preferences accept reject decline all manage consent legal contact about us more read learn ok agree got it "
    "statement"
)
# All that a row of sharing buttons holds; one of SHARE_CORE must be among them.
SHARE_WORDS = _set(
    "share tweet print email e-mail mail facebook twitter x whatsapp linkedin telegram reddit pinterest copy link "
    "on via by this article story save pin instagram youtube messenger pocket to a friend send printable version "
    "friendly"
)
SHARE_CORE = _set("share tweet print email e-mail facebook twitter whatsapp linkedin telegram reddit pinterest")
CONSENT_CORE = frozenset({"privacy", "cookie", "cookies", "terms", "consent"})
# News agencies in lower case: cited by everybody, so that naming one says nothing about the outlet.
AGENCIES = frozenset(
    ("associated press", "the associated press", "agence france-presse", "agence france presse", "press association")
) | _set(
    "reuters afp ap dpa tass xinhua ansa efe anadolu interfax upi epa kuna sana irna wam ria pa getty "
    "shutterstock afp-jiji"
)
# Words that sections of news sites are named with.
SECTIONS = _set(
    "home news world politics business sport sports opinion opinions culture lifestyle life technology tech "
    "science health travel arts entertainment economy money video videos photos features analysis comment "
    "editorial weather national local international regional middle east africa asia europe americas america us "
    "uk usa uae mena gulf north south latin central pacific australia canada india china russia east west "
    "security defence defense society education environment climate law crime media podcasts live latest breaking "
    "top stories headlines in depth menu search login subscribe more all press releases release statement "
    "statements report reports blog the day of & and arab levant"
)
# Words that "by" may be followed by without naming an author.
NO_NAME = _set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december the a an this that his her their early late mid now then"
)
# What content systems put where an author would stand.
NO_AUTHOR = frozenset(("web desk", "news desk", "site admin", "guest author", "no author", "our correspondent")) | _set(
    "admin administrator staff editor editors newsroom webmaster user author unknown anonymous root test none null"
)
# Abbreviations that are always followed by what they introduce.
LEADING = _set(
    "dr mr mrs ms mx messrs mme mlle prof col gen lt sgt maj capt cmdr cdr adm brig sen rep gov pres rev fr hon "
    "st ste mt supt insp det pvt cpl spc pfc cpt ltc amb sec dep asst dir vs v cf e.g i.e eg ie approx ca viz "
    "incl esp gens cols messr"
)
# Abbreviations only before a figure; "No." may also be an answer.
BEFORE_FIGURE = _set("no nos art fig sec ch vol pp p par para op nr pt ver")
# Abbreviations that may end a sentence: it does when the next word is one that begins sentences.
TRAILING = _set(
    "inc ltd corp co jr sr bros ave rd blvd dept div est etc al jan feb apr jun jul aug sep sept oct nov dec "
    "tue tues thu thur thurs a.m p.m ft ph.d m.d d.c b.c a.d km mi sq yd lb lbs oz "
    "govt assn assoc intl natl univ gmbh s.a plc"
)
# Words that begin sentences and no names.
STARTERS = _set(
    "the a an this that these those it its he she they we i you his her their our my there here in on at by for "
    "from to with as after before since when while if although though but and or so yet also however meanwhile "
    "some many most all both each every no not now then one two what who why how where according during despite "
    "earlier later last"
)
# Words that begin a sentence even where its capital was forgotten.
LOWER_STARTERS = _set("the he she it they we this these there in on but however meanwhile")
# Media that others cite all the time.
CITED = AGENCIES | frozenset(
    [
        "bbc",
        "the bbc",
        "cnn",
        "fox news",
        "al jazeera",
        "sky news",
        "nbc news",
        "abc news",
        "cbs news",
        "the new york times",
        "new york times",
        "the washington post",
        "washington post",
        "the wall street journal",
        "wall street journal",
        "the guardian",
        "the times",
        "bloomberg",
        "the financial times",
        "financial times",
        "der spiegel",
        "le monde",
        "al arabiya",
        "voice of america",
        "radio free europe",
    ]
)
# Words that follow a year; after "of 2000" any other noun makes it a count.
AFTER_YEAR = _set(
    "in and to when the as by but or until after before while with for at on he she it they a an this that which "
    "who from where was were is are had has following during because if though although also only alone through"
)
# Words that a sentence told again may have of its own: none that changes what it says, so no "not", "but" or "after".
FILLERS = _set(
    "a an the and also of in on at to by for from with as that this these which who he she it they his her its their "
    "we was were is are be been has have had said says added told still"
)
