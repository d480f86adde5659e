"""What articles on a conflict say of places, parties and plans that others may contradict, and how English says it.

Merging sets the sides next to each other, each in its speaker's name. Auxiliaries, "not" and "will" are found by
themselves and are not listed. All words are in lower case.
"""

from summarizer.relations import Frame, RelationRules, phrases

# Those who can win, lose and leave.
PARTIES = ("armed_group", "state")
TALKS = phrases("talks, negotiations, peace talks, peace process")

# Who holds a place.
CONTROL = RelationRules(
    name="control",
    question="who holds {about}",
    about="place",
    named="actor",
    alone=True,
    within=3,
    frames=(
        Frame(
            "named about",
            phrases(
                "holds, hold, controls, control, controlling, occupies, occupy, rules, governs, "
                "in control of, in full control of, in complete control of, in total control of, in charge of, has "
                "control of, have control of, maintains control of, maintain control of, retains control of, retain "
                "control of, has control over, have control over, remains in control of, remain in control of, "
                "retains, retain"
            ),
        ),
        Frame(
            "named about",
            phrases(
                "captured, captures, capture, capturing, seized, seizes, seize, seizing, took, takes, taken, taking, overran, "
                "overrun, conquered, liberated, liberating, took control of, takes control of, taken control of, "
                "taking control of, seized control of, gained control of, took over, taken over, taking over, "
                "captured all of"
            ),
            event=True,
        ),
        Frame(
            "named about",
            phrases(
                "retook, retaken, retaking, recaptured, recapturing, regained, regained control of, reclaimed, won "
                "back, took back, taken back"
            ),
            event=True,
            again=True,
        ),
        Frame(
            "named about",
            phrases(
                "lost, losing, lost control of, losing control of, withdrew from, withdrawn from, withdrawing from, "
                "pulled out of, retreated from, abandoned, fled, surrendered, driven out of, driven from, pushed "
                "out of, expelled from, ousted from"
            ),
            so=False,
            event=True,
        ),
        Frame(
            "about own",
            phrases(
                "under its control, under their control, under our control, under its full control, in its hands, "
                "in their hands, in our hands"
            ),
        ),
        Frame(
            "about named",
            phrases(
                "held by, controlled by, occupied by, ruled by, run by, governed by, in the hands of, under the "
                "control of, under control of, under the rule of, under full control of, in the grip of"
            ),
        ),
        Frame(
            "about named",
            phrases(
                "captured by, seized by, taken by, taken over by, overrun by, conquered by, liberated by, fell to, "
                "fallen to, falls to, fell into the hands of, fallen into the hands of, surrendered to"
            ),
            event=True,
        ),
        Frame(
            "about named",
            phrases("retaken by, recaptured by, reclaimed by, won back by"),
            event=True,
            again=True,
        ),
    ),
)

# Who fights whom: only those who fight each other are rivals for a place.
AGAINST = RelationRules(
    name="against",
    question="who fights {about}",
    about="actor",
    named="actor",
    apart=True,
    within=0,
    frames=(
        Frame(
            "named about",
            phrases(
                "fights, fighting, fought, fighting against, fought against, attacked, attacks, attacking, battled, "
                "battling, clashed with, clashing with, shelled, shelling, bombed, bombing, ambushed, besieged, "
                "besieging, at war with, repelled, defeated, drove out, drove back, pushed back"
            ),
        ),
        Frame(
            "words about named",
            phrases(
                "clashes between, clash between, fighting between, battles between, battle between, war between, "
                "hostilities between, ceasefire between, truce between, fire between"
            ),
        ),
    ),
)

# Who stands behind whom. Several may: only who does and does not is set against each other.
BACKING = RelationRules(
    name="backing",
    question="who stands behind {about}",
    about="actor",
    named="actor",
    within=0,
    frames=(
        Frame(
            "named about",
            phrases(
                "backs, back, backed, backing, supports, support, supported, supporting, aids, aid, aiding, aided, "
                "stands behind, is behind, are behind, was behind, provides * support to, provide * support to, "
                "providing * support to, provided * support to, gives * support to, giving * support to, gave * support to"
            ),
        ),
        Frame("about named", phrases("backed by, supported by")),
        Frame(
            "named about",
            phrases(
                "arms, arming, armed, equips, equip, equipping, sends * weapons to, send * weapons to, sending * weapons to, "
                "sent * weapons to, sends * arms to, send * arms to, sending * arms to, sent * arms to, supplies * weapons "
                "to, supply * weapons to, supplying * weapons to, supplied * weapons to, supplies * arms to, supply * arms "
                "to, supplying * arms to, supplied * arms to"
            ),
            sort="arms",
        ),
        Frame("about named", phrases("armed by, equipped by"), sort="arms"),
        Frame(
            "named about",
            phrases(
                "funds, fund, funding, funded, finances, finance, financing, financed, sponsors, sponsor, sponsoring, "
                "sponsored"
            ),
            sort="funds",
        ),
        Frame("about named", phrases("funded by, financed by, sponsored by"), sort="funds"),
        Frame("named about", phrases("trained, trains, train, training"), sort="training"),
        Frame("about named", phrases("trained by"), sort="training"),
        Frame(
            "named about",
            phrases(
                "commands, command, commanding, directs, direct, directing, directed, gives * orders to, giving * orders "
                "to, gave * orders to"
            ),
            sort="orders",
        ),
        Frame("about named", phrases("commanded by, directed by, controlled by"), sort="orders"),
    ),
)

# Who profits, and whose tool it is: opinions, of which an analyst wants to see each beside the other.
PROFIT = RelationRules(
    name="profit",
    question="whom {about} serves",
    about="actor",
    named="actor",
    rivals=True,
    within=0,
    frames=(
        Frame(
            "named about",
            phrases(
                "benefits from, benefit from, benefiting from, benefited from, profits from, profit from, profiting "
                "from, profited from, gains from, gain from, gaining from, gained from, uses, using, created, "
                "creating, invented, exploits, exploiting"
            ),
        ),
        Frame(
            "about named",
            phrases(
                "created by, used by, invented by, exploited by, manipulated by, a puppet of, puppets of, a proxy of, "
                "proxies of, a proxy for, a tool of, a tool for, an instrument of, a creation of, serves the * "
                "interests of, serve the * interests of, serving the * interests of, serves the * agenda of, serve "
                "the * agenda of, serves the * agendas of, serve the * agendas of, serving the * agendas of, working "
                "for, works for"
            ),
        ),
    ),
)

# On which side of a river a place lies.
SIDE = RelationRules(
    name="side",
    question="on which side {about} lies",
    about="place",
    named="side",
    alone=True,
    within=0,
    frames=(
        Frame(
            "about named",
            phrases("on, located on, situated on, lies on, lie on, sits on, stands on"),
        ),
    ),
)

# Where somebody is.
WHEREABOUTS = RelationRules(
    name="whereabouts",
    question="where {about} is",
    about="actor",
    named="place",
    alone=True,
    within=14,
    kinds=("person",),
    frames=(
        Frame(
            "about named",
            phrases(
                "hiding in, in hiding in, hiding near, hiding around, sheltering in, living in, based in, is in, "
                "still in, remains in, taken refuge in, staying in"
            ),
        ),
        Frame(
            "about named",
            phrases("fled to, escaped to, fled into, escaped into, crossed into, flown to"),
            event=True,
        ),
    ),
)

# Whether it works.
EFFECT = RelationRules(
    name="effect",
    question="whether {about} work",
    about="topic",
    within=31,
    topics={
        "air strikes": phrases(
            "air strikes, airstrikes, air raids, aerial bombardment, the bombing, bombing campaign, air campaign, "
            "air power, airpower"
        ),
        "drone strikes": phrases("drone strikes, drones"),
        "sanctions": phrases("sanctions, embargo, arms embargo"),
        "the blockade": phrases("blockade, siege"),
        "the ceasefire": phrases("ceasefire, cease-fire, truce"),
        "peacekeepers": phrases("peacekeepers, peacekeeping mission, peacekeeping force, un mission"),
        "arms deliveries": phrases("arms deliveries, weapons deliveries, arms shipments, military aid"),
        "the talks": TALKS,
        "the offensive": phrases("offensive, counteroffensive, counter-offensive"),
        "curfews": phrases("curfew, curfews"),
    },
    frames=(
        Frame(
            "about",
            phrases(
                "effective, very effective, highly effective, decisive, successful, very successful, a success, "
                "making a difference, make a difference, makes a difference, paying off, bearing fruit, holding, "
                "succeeding, crucial, devastating, biting"
            ),
        ),
        Frame(
            "about",
            phrases("made a difference, paid off, turned the tide, succeeded, worked"),
            event=True,
        ),
        Frame(
            "about",
            phrases(
                "ineffective, useless, futile, pointless, counterproductive, counter-productive, a failure, "
                "failing, has little effect, have little effect, had little effect, has little impact, have little "
                "impact, had little impact, has no effect, have no effect, had no effect, has no impact, have no "
                "impact, had no impact, of little use, of no use, makes no difference, make no difference, made no "
                "difference, makes little difference, make little difference, made little difference"
            ),
            so=False,
        ),
        Frame(
            "about",
            phrases(
                "failed, backfired, achieved nothing, achieved little, changed nothing, changed little, stalled, "
                "collapsed"
            ),
            so=False,
            event=True,
        ),
        Frame(
            "words about",
            phrases(
                "weak impact of, weak effect of, limited impact of, limited effect of, little impact of, little "
                "effect of, ineffectiveness of, futility of, failure of, inefficacy of"
            ),
            so=False,
        ),
        Frame(
            "words about",
            phrases("effectiveness of, success of, devastating effect of, decisive effect of"),
        ),
    ),
)

# What is to come.
FALL_AHEAD = RelationRules(
    name="fall_ahead",
    question="whether {about} will fall",
    about="place",
    within=31,
    frames=(
        Frame(
            "about",
            phrases("fall, be captured, be taken, be overrun, be retaken, be recaptured, be lost, surrender, collapse"),
            event=True,
            ahead=True,
        ),
        Frame(
            "about",
            phrases("hold, hold out, withstand, survive, be held, resist"),
            so=False,
            ahead=True,
            stays=True,
        ),
    ),
)

LAST_AHEAD = RelationRules(
    name="last_ahead",
    question="whether {about} will last",
    about="topic",
    within=31,
    topics={
        "the ceasefire": phrases("ceasefire, cease-fire, truce, armistice, lull, cessation of hostilities"),
        "the peace deal": phrases("peace deal, peace agreement, peace accord, agreement, accord, deal"),
        "the government": phrases("government, junta, regime, transitional government"),
        "the siege": phrases("siege, blockade"),
        "the war": phrases("war, conflict, fighting"),
    },
    frames=(
        Frame(
            "about",
            phrases("hold, last, survive, endure, continue, be extended, be renewed, go on, drag on"),
            ahead=True,
            stays=True,
        ),
        Frame(
            "about",
            phrases("collapse, end, fall apart, break down, unravel, expire, be broken, be lifted, fall, be over"),
            so=False,
            event=True,
            ahead=True,
        ),
    ),
)

SUCCESS_AHEAD = RelationRules(
    name="success_ahead",
    question="whether {about} will succeed",
    about="topic",
    within=31,
    topics={
        "the talks": TALKS,
        "the offensive": phrases("offensive, counteroffensive, counter-offensive, assault, campaign"),
        "sanctions": phrases("sanctions"),
    },
    frames=(
        Frame(
            "about",
            phrases(
                "succeed, be successful, bear fruit, work, produce a deal, lead to a deal, lead to an agreement, "
                "lead to peace"
            ),
            event=True,
            ahead=True,
        ),
        Frame(
            "about",
            phrases("fail, collapse, break down, be futile, achieve nothing, lead nowhere, stall, be a failure"),
            so=False,
            event=True,
            ahead=True,
        ),
    ),
)

START_AHEAD = RelationRules(
    name="start_ahead",
    question="whether {about} will come",
    about="topic",
    within=31,
    topics={
        "the offensive": phrases(
            "offensive, ground offensive, counteroffensive, counter-offensive, assault, invasion, ground invasion, "
            "operation, ground operation"
        ),
        "elections": phrases("elections, election, vote, referendum"),
        "new talks": phrases("talks, negotiations, peace talks, new talks"),
    },
    frames=(
        Frame(
            "about",
            phrases("begin, start, be launched, go ahead, take place, come, be held, happen, materialise, materialize"),
            event=True,
            ahead=True,
        ),
        Frame(
            "about",
            phrases("be delayed, be postponed, be cancelled, be canceled, be called off"),
            so=False,
            event=True,
            ahead=True,
        ),
    ),
)

WIN_AHEAD = RelationRules(
    name="win_ahead",
    question="whether {about} will win",
    about="actor",
    within=31,
    kinds=PARTIES,
    frames=(
        Frame(
            "about",
            phrases("win, prevail, be victorious, win the war"),
            event=True,
            ahead=True,
        ),
        Frame(
            "about",
            phrases("lose, be defeated, lose the war, be beaten, surrender, collapse"),
            so=False,
            event=True,
            ahead=True,
        ),
    ),
)

LEAVE_AHEAD = RelationRules(
    name="leave_ahead",
    question="whether {about} will leave",
    about="actor",
    within=31,
    kinds=PARTIES,
    frames=(
        Frame(
            "about",
            phrases(
                "leave, withdraw, pull out, withdraw its troops, withdraw its forces, withdraw their troops, "
                "withdraw troops, pull back"
            ),
            event=True,
            ahead=True,
        ),
        Frame(
            "about",
            phrases("stay, remain"),
            so=False,
            ahead=True,
            stays=True,
        ),
    ),
)

RELATIONS = (
    CONTROL,
    AGAINST,
    BACKING,
    PROFIT,
    SIDE,
    WHEREABOUTS,
    EFFECT,
    FALL_AHEAD,
    LAST_AHEAD,
    SUCCESS_AHEAD,
    START_AHEAD,
    WIN_AHEAD,
    LEAVE_AHEAD,
)
