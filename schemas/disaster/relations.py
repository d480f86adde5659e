"""What articles on a disaster say of works, warnings and roads that others may contradict, and how English says it.

Auxiliaries, "not" and "will" are found by themselves and are not listed. All words are in lower case.
"""

from summarizer.relations import Frame, RelationRules, phrases

# Whether what keeps the water back does so, now and in time to come.
BARRIER = RelationRules(
    name="barrier",
    question="whether {about} held",
    about="topic",
    within=3,
    topics={
        "the dam": phrases("dam, hydropower dam, tailings dam"),
        "the levee": phrases("levee, levees, embankment, embankments, dike, dikes, dyke, dykes, sea wall, flood wall"),
    },
    frames=(
        Frame("about", phrases("intact, undamaged, holding, safe, sound, in no danger, stable")),
        Frame(
            "about",
            phrases("breached, burst, failed, gave way, given way, collapsed, broke, broken, overtopped, destroyed"),
            so=False,
            event=True,
        ),
    ),
)
BARRIER_AHEAD = RelationRules(
    name="barrier_ahead",
    question="whether {about} will hold",
    about="topic",
    within=14,
    topics=BARRIER.topics,
    frames=(
        Frame("about", phrases("hold, withstand, survive, hold out"), ahead=True, stays=True),
        Frame(
            "about",
            phrases("burst, break, fail, collapse, give way, be breached, be overtopped"),
            ahead=True,
            event=True,
            so=False,
        ),
    ),
)

# Whether it works.
EFFECT = RelationRules(
    name="effect",
    question="whether {about} worked",
    about="topic",
    within=31,
    topics={
        "the warnings": phrases(
            "early warnings, early warning, early warning system, warnings, warning system, sirens, alerts"
        ),
        "the evacuation": phrases("evacuation, evacuations, evacuation order"),
        "the relief": phrases("relief effort, relief operation, aid effort, rescue effort, rescue operation, response"),
    },
    frames=(
        Frame(
            "about", phrases("effective, very effective, successful, a success, timely, adequate, worked, succeeded")
        ),
        Frame(
            "about",
            phrases(
                "ineffective, inadequate, too late, late, a failure, failed, chaotic, insufficient, useless, a disaster, "
                "came too late, made no difference"
            ),
            so=False,
        ),
    ),
)

# Whether it can be drunk.
WATER = RelationRules(
    name="water",
    question="whether {about} is safe",
    about="topic",
    within=7,
    topics={
        "the water": phrases("tap water, drinking water, water supply, well water"),
        "the air": phrases("air, air quality"),
    },
    frames=(
        Frame("about", phrases("safe, safe to drink, clean, drinkable, potable, safe to breathe")),
        Frame("about", phrases("unsafe, contaminated, polluted, undrinkable, unfit to drink, toxic"), so=False),
    ),
)

RELATIONS = (BARRIER, BARRIER_AHEAD, EFFECT, WATER)
