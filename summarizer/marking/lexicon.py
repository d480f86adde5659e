"""General English that marking needs: function words, titles, verbs of saying, words around places. No domain."""

from __future__ import annotations


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Words that begin sentences with a capital without naming anything.
OPENERS = _set("""
a an the this that these those there here it its he she they we you i his her their our your my who whom whose which
what when where why how in on at by for from to of with without within under over above below between among amid
amidst during since until till after before while as if unless although though because despite whereas whether once
about around near across along against towards toward into onto upon off out up down through throughout beyond
besides except like unlike and or but nor so yet both either neither not no none nothing nobody all any each every
some many much more most few fewer several such other others another one two three four five six seven eight nine
ten eleven twelve dozens hundreds thousands millions tens scores first second third last next then now today
tomorrow yesterday tonight later earlier recently currently previously formerly already still again also too even
only just however moreover meanwhile furthermore additionally nevertheless nonetheless otherwise instead therefore
thus hence indeed perhaps maybe possibly probably apparently reportedly allegedly according given following
including regarding concerning despite finally initially eventually ultimately overall elsewhere nearby separately
similarly likewise conversely rather almost nearly roughly approximately is are was were be been being am has have
had do does did can could may might must shall should will would let said says say asked told added speaking
referring citing quoting noting asked under due thanks prior whatever whoever wherever whenever anyone everyone
someone somebody anything everything something people officials sources residents witnesses activists forces police
authorities local foreign security military government international national regional political humanitarian
medical media social state central western eastern northern southern north south east west northeast northwest
southeast southwest upper lower middle old new former late early mid since heavy intense fierce fresh further
additional total large small big major minor key top senior analysts experts observers critics supporters opponents
leaders members women men children families refugees migrants yes no ok please thank thanks read more update updated
watch see related source photo image video file share comment comments subscribe sign click copyright breaking
exclusive opinion analysis editorial report reports news story stories information intelligence evidence data
figures statistics numbers many none half part parts much because having being based located born founded built
known called named used made taken left right within despite conflict crisis peace talks negotiations agreement deal
election elections human rights aid relief food water fuel oil speaking asked answering turning looking taking
making going coming getting giving using working trying sometimes often usually generally always never ever once
twice soon long ago far away back ahead together apart amid nowhere everywhere anywhere somewhere so-called what's
it's that's he's she's there's they're we're i'm don't
""")

PLACE_OPENERS = _set("new old upper lower middle central north south east west northern southern eastern western")
"""Openers that also begin names of places: "New York", "Upper Nile", "North Kivu"."""

BELONGING = _set("""
arab arabic kurdish berber bedouin turkic slavic latin african asian european western eurasian african-american
muslim islamic islamist islam christian christianity catholic orthodox protestant evangelical jewish judaism hindu
hinduism buddhist buddhism sikh sunni shia shiite shi'ite alawite druze yazidi yezidi ismaili zoroastrian salafist
communist socialist marxist maoist leninist fascist nazi zionist baathist ba'athist islamism communism
""")
"""What belongs to a people, a faith or a school of thought and names nobody by itself: "Kurdish", "Sunni"."""

CALENDAR = _set("""
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat
sun gmt utc est edt cet bst pm am christmas easter ramadan eid nowruz passover ad bc
""")

# Titles and roles that stand before a person's name.
TITLES = _set("""
mr mrs ms miss dr prof professor sir lord lady dame sheikh shaykh mullah imam ayatollah pope father sister bishop
archbishop rabbi king queen prince princess emir sultan president vice-president premier chancellor minister
secretary ambassador envoy senator congressman congresswoman representative governor mayor deputy judge justice
general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal private admiral adm brigadier
brig marshal commander commodore chief leader spokesman spokeswoman spokesperson director chairman chairwoman chair
head analyst expert correspondent reporter journalist editor activist lawyer attorney officer official adviser
advisor coordinator commissioner cleric preacher
""")

NAME_TITLES = _set("sheikh shaykh imam mullah king prince emir sultan pope bishop major lord judge")
"""Titles that are also names, in the middle of one: "Hassan Sheikh Mohamud", "Martin Luther King"."""

# Words that may stand between a title and a name, or before the title ("Vice President", "Foreign Minister").
TITLE_PARTS = _set("""
prime foreign defence defense interior finance vice deputy assistant acting former ex state staff lieutenant major
brigadier rear under permanent special chief senior secretary
""")

ABBREVIATED = _set("gen col maj capt lt sgt dr mr mrs ms prof st brig adm sen rep gov hon rev jr sr")

# Small words that may stand inside a name.
NAME_LINKS = _set("""
de da do dos del della der den di du la le van von bin ibn ben al el ul ad az ez ar as an abu ould e y
""")
ORG_LINKS = _set("of for on the and de des du & in to against")

SPEECH = {
    "stated": _set("""
said says say saying told tells tell added adds add stated states noted notes note explained explains announced
announces declared declares confirmed confirms reported reports remarked stressed stresses stressing pointed points
emphasised emphasized argued argues wrote writes tweeted posted acknowledged admitted recalled observed observes
described describes testified replied answered commented insisted insists concluded revealed reveals disclosed
announcing adding noting explaining telling clarified clarifies underlined underscored documented documents recorded
counted tallied monitored sees saw considers mentioned mentions reiterated briefed predicted predicts
"""),
    "reported": _set("heard learned understands understood"),
    "claimed": _set("""
claimed claims claim claiming alleged alleges allege alleging boasted asserts asserted maintains accused accuses
"""),
    "possible": _set("""
estimated estimates estimate estimating believes believed believe thinks thought suspects suspected suggests
suggested expects expected fears feared warned warns warn warning speculated hinted
"""),
    "denied": _set("denied denies deny denying rejected rejects refuted refutes dismissed"),
}
"""Verbs of saying, by what they make of the words."""

SPEECH_VERBS = frozenset(verb for listed in SPEECH.values() for verb in listed)

# Verbs that need no "that" to be speech; the others must be followed by that, a quote, a number phrase or a colon.
PLAIN_SPEECH = _set("""
said says say saying told tells added adds stated reported reports announced claimed claims estimates estimated
estimate documented recorded counted confirmed confirms noted notes wrote stressing noting adding claiming
""")

# Nouns that speak without a name: "local residents say", "sources close to ...".
SPEAKING_NOUNS = _set("""
union institute hospital hospitals charity charities service services court prosecutor prosecutors general captain
relatives family families company companies university neighbours neighbors community source sources official
officials resident residents activist activists witness witnesses eyewitness eyewitnesses report reports analyst
analysts expert experts spokesman spokeswoman spokesperson spokespeople spokesmen statement statements authorities
police medics doctors diplomat diplomats observer observers monitor monitors survivor survivors villagers commander
commanders leader leaders ministry agency correspondent correspondents reporter reporters minister ministers
president observatory figures data statistics media government group organisation organization regime researchers
investigators lawyers campaigners locals officer officers intelligence documents groups agencies workers governor
mayor secretary envoy director
""")

# "the group", "the regime": short forms that point back to somebody named before.
BARE_HEADS = _set("""
group organisation organization government movement observatory agency ministry company party union council monitor
network alliance newspaper
""")

LOCATIVE = _set("""
in at near from to into around outside inside across throughout through of towards toward within between along
beyond via off reach reached reaching enter entered entering leave leaving left surrounding surrounded
""")
"""Words before a place. "of" is weak: it counts only after a place noun or a direction."""

PLACE_NOUNS = _set("""
village town city cities towns villages province provinces governorate district districts region regions area areas
countryside suburb suburbs neighbourhood neighborhood quarter camp camps oblast county state island islands river
valley mountain mountains mount hill hills desert plain plateau lake sea gulf bay strait coast border crossing base
airbase airport dam field road highway bridge port harbour harbor peninsula enclave pocket stronghold capital hamlet
settlement raion prefecture department commune municipality outskirts badiya wadi jabal tell tel kibbutz oasis
forest volcano canal vicinity badia suburbs periphery frontier borders rural
""")

PLACE_HEADS = _set("""
province governorate district region city town village river valley mountains mountain hills hill desert plain
plateau lake sea gulf bay strait coast airport airbase base dam camp island islands oblast county peninsula
countryside highway road bridge crossing refinery heights basin delta corridor square mosque hospital prison forest
port
""")

PEOPLED = _set("""
residents inhabitants villagers elders citizens inmates streets outskirts edge edges centre center heart mayor
governor evacuation suburbs mines gates ruins skies market hospital hospitals fields camps fall
""")
"""What is of a place: "residents of X", "the outskirts of X"."""

TAKEN = _set("capture seizure loss defeat occupation burning destruction conquest handover takeover")
"""What happens to places, but to others too."""

MOTION = _set("""
went go goes going gone came come comes coming moved move moving moves fled flee fleeing returned return returning
back travelled traveled travelling traveling driven drove drive driving flown flew fly sailed marched advanced
advance advancing retreated retreat retreating withdrew withdrawn withdraw taken took bring brought sent transferred
evacuated relocated deported escaped crossed pushed deployed shipped delivered airlifted trucked bound road roads
highway way route routes ferry bus train flight flights convoy journey miles kilometres kilometers km walked limped
headed heading
""")
"""What leads to or from a place: "taken to X", "the road to X"."""

SITES = _set("""
displacement refugee displaced military air training border mining industrial main central international general
teaching university fishing oil gas coal copper gold power railway bus detention naval army police transit idp
irrigation
""")
"""What kind of place a place noun names: "the X refugee camp"."""

MEDIUM_NOUNS = _set("""
radio newspaper newspapers daily weekly magazine website site portal outlet broadcaster channel station tabloid blog
podcast
""")
"""Nouns beside the name of a medium: "radio X", "the X newspaper"."""

STATE_SHIPS = _set("hms uss ins rfa hmcs hmas usns frs")
"""What stands before the name of a navy's ship, which acts for its state."""

MERCHANT_SHIPS = _set("mv mt ss rms ms")
"""What stands before the name of another ship, which is neither somebody nor a place."""

DIRECTIONS = _set("""
north south east west northern southern eastern western northeast northwest southeast southwest northeastern
northwestern southeastern southwestern north-east north-west south-east south-west north-eastern north-western
south-eastern south-western central upper lower greater inner outer rural mainland
""")

# After a demonym these mean the state itself, its government or its forces.
STATE_NOUNS = _set("""
government regime authorities administration state navy parliament cabinet police security intelligence officials
president ministry leadership officers officer aviation official diplomat diplomats minister envoy ambassador
""")

BODY_WORDS = _set("security armed air special police navy parliament ministry army military")
"""What may stand between a nationality and the body, or be it: "Iraqi security forces"."""

BODY_OPENERS = _set("""
defence defense foreign interior health justice finance general air coast border civil state security special armed
""")
"""What begins the name of a body: "Russia's defence ministry", "Ukraine's air force"."""
BODY_PARTS = BODY_OPENERS | _set("staff")

GOVERNMENT_NOUNS = _set("government regime administration authorities army military forces")

# Words after a name that show a person: "X, a spokesman for", "X, 34, ..."
ROLE_NOUNS = TITLES | _set("""
spokesman spokeswoman spokesperson director analyst expert researcher professor founder resident father mother
brother sister son daughter wife husband teacher doctor commander student farmer shopkeeper refugee author lawyer
opponent head chief chair founder strategist specialist fellow scholar historian economist
""")

FOLLOWING = _set("""
men followers loyalists supporters bodyguards bodyguard aides aide lieutenants comrades allies deputy successor
predecessor widow wife husband brother brothers sister sisters son sons daughter daughters father mother parents cousin
nephew uncle family relatives lawyer lawyers spokesman spokeswoman spokesperson biographer entourage
""")
"""Who belongs to a person: what stands behind the possessive of one."""

EVENT_HEADS = _set("""
conference summit dialogue forum meeting talks treaty agreement accord accords pact act bill law convention charter
resolution declaration protocol report review index strategy award awards prize medal day week war wars revolution
uprising festival games cup championship championships olympics exhibition anniversary holiday crisis
""")
"""Last words of names of what is neither somebody nor a place: meetings, papers, days, wars."""

ACRONYM_STOP = _set("""
tv gmt utc pm am ceo ngo ngos id ok km kg usd vip faq pdf url gps suv dna hiv aids covid covid-19 q a i ii iii iv v
vi vii viii ix x un-backed
""")

# Verbs that an actor does: what stands before them acts and is no scene.
ACTING = _set("""
has have had is was are were will would can could may might must should does did wants wanted seeks sought says said
told backs backed supports supported launched launches continues continued exploited exploits refused refuses
rejected rejects agreed agrees warned warns announced announces denied denies accused accuses began begins plans
planned provides provided carried carries sent sends deployed deploys controls controlled claimed claims gave gives
helped helps withdrew withdraws shifted shifts moved moves stationed massed amassed committed commits ordered orders
urged urges called calls condemned condemns demanded demands vowed vows pledged pledges promised promises hopes
hoped insisted insists blamed blames expects expected aims intends intended tried tries fears feared believes
considers considered decided responded responds retaliated invaded annexed recognised recognized recognises
recognizes signed suspended imposed imposes expelled summoned lifted threatened threatens welcomed welcomes
mobilised mobilized trained trains armed arms arrested extended tightened opened closed halted resumed lost loses
remains faces faced acknowledged acknowledges admitted admits
""")
