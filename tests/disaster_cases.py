"""What a careful reader finds in short texts on disasters of every kind, and in texts that only look like it.

The texts are made up for these tests. Each is published on Tuesday 14 May 2024. A row is the measure, the bounds and
who or what is counted; a figure that the case does not list fails it as much as one that is missing.
"""

from __future__ import annotations

from typing import NamedTuple

PUBLISHED = "2024-05-14"


class Row(NamedTuple):
    """A figure: its measure, its bounds, and its holder; a set holds all that is right."""

    measure: str | frozenset[str]
    low: float | None
    high: float | None
    holder: str | frozenset[str]


class Case(NamedTuple):
    """A text and its figures; `hard` says why the rules cannot read it yet."""

    text: str
    rows: tuple[Row, ...] = ()
    hard: str = ""


def n(measure: str, number: float, holder: str = "people") -> Row:
    """Return a figure given outright or roughly; words separated by "|" are all right."""
    return Row(_any(measure), number, number, _any(holder))


def over(measure: str, number: float, holder: str = "people") -> Row:
    """Return a figure that is reached or exceeded."""
    return Row(_any(measure), number, None, _any(holder))


def upto(measure: str, number: float, holder: str = "people") -> Row:
    """Return a figure that is not exceeded."""
    return Row(_any(measure), None, number, _any(holder))


def within(measure: str, low: float, high: float, holder: str = "people") -> Row:
    """Return a range, or what a vague word allows."""
    return Row(_any(measure), low, high, _any(holder))


def _any(words: str) -> str | frozenset[str]:
    return frozenset(words.split("|")) if "|" in words else words


CASES = (
    # ---------------------------------------------------------------------------------------------------- earthquakes
    Case(
        "The quake killed 120 people and injured more than 900 in Herat, the provincial governor said.",
        (n("dead", 120), over("injured", 900)),
    ),
    Case(
        "Rescuers pulled a further 14 survivors from the rubble on Monday, among them four children.",
        (n("rescued", 14), n("rescued", 4, "children")),
    ),
    Case(
        "At least 2,300 houses collapsed and 5,700 were cracked, while 34 schools and two hospitals were damaged.",
        (
            over("destroyed", 2300, "homes"),
            n("damaged", 5700, "homes"),
            n("damaged", 34, "schools"),
            n("damaged", 2, "health facilities"),
        ),
    ),
    Case("Some 300 miners were trapped underground when the shaft caved in.", (n("trapped", 300, "workers"),)),
    Case(
        "The tremor, of magnitude 7.1, struck at a depth of 10 km and was felt 400 km away.",
    ),
    Case(
        "The death toll has climbed to 1,450, with 3,200 injured and 214 still unaccounted for.",
        (n("dead", 1450), n("injured", 3200), n("missing", 214)),
    ),
    Case(
        "Thousands slept outdoors for a second night after the earthquake.",
        (within("sheltered", 1000, 9999),),
    ),
    Case(
        "Among the dead were 17 pupils of a village school and two nurses.",
        (n("dead", 17), n("dead", 2, "responders")),
        hard="“of a village school” stands between the two that are listed",
    ),
    Case(
        "Nine Nepalis and three French climbers died when the quake set off an avalanche.",
        (n("dead", 9), n("dead", 3)),
    ),
    Case("Up to 600 people are feared buried under the landslide.", (upto("trapped|dead", 600),)),
    # -------------------------------------------------------------------------------------------------------- floods
    Case(
        "Floods have killed 61 people in the state since June and displaced another 230,000.",
        (n("dead", 61), n("displaced", 230000)),
    ),
    Case(
        "More than 12,000 homes are under water and 340 km of roads have been washed away.",
        (over("damaged", 12000, "homes"), n("length", 340, "transport")),
    ),
    Case(
        "The army rescued 85 passengers from two buses stranded on the flooded highway.",
        (n("rescued", 85),),
        hard="the buses are what the passengers were rescued from, and stranded by themselves",
    ),
    Case(
        "Seven bridges were swept away and 22 roads are impassable.",
        (n("destroyed", 7, "transport"), n("closed", 22, "transport")),
    ),
    Case(
        "Farmers lost 4,200 head of cattle, and 1,500 hectares of maize were flooded.",
        (n("lost", 4200, "livestock"), n("area", 15, "crops")),
    ),
    Case(
        "About 18,000 people are staying in 43 relief camps, the district collector said.",
        (n("sheltered", 18000),),
    ),
    Case(
        "Of the 52 people who died, 31 drowned and 12 were struck by lightning.",
        (n("dead", 52), n("dead", 31), n("dead", 12)),
        hard="struck by lightning is no word of dying by itself",
    ),
    Case(
        "The dam burst, and a wall of water 6 metres high swept through 14 villages.",
    ),
    Case(
        "Nearly 1.8 million people have been affected and 650,000 need food, according to the agency.",
        (n("affected", 1.8e6), n("in_need", 650000)),
    ),
    Case("Three children drowned in the swollen river.", (n("dead", 3, "children"),)),
    Case(
        "The body of a woman was found on Sunday, taking the number of dead to 19.",
        (n("dead", 19),),
    ),
    Case("Police moved 400 families to higher ground.", (n("evacuated", 400, "families"),)),
    Case("Landslides cut off 26 villages, leaving some 9,000 residents stranded.", (n("trapped", 9000),)),
    # -------------------------------------------------------------------------------------------------------- storms
    Case(
        "Hurricane Odetta left 13 dead and nearly 2 million homes without power.",
        (n("dead", 13), n("without_services", 2e6, "homes")),
    ),
    Case(
        "The typhoon tore the roofs off 320 houses and sank 45 fishing boats.",
        (n("damaged", 320, "homes"), n("destroyed", 45, "vehicles")),
    ),
    Case(
        "More than 700,000 customers lost power, and 1,100 flights were cancelled.",
        (over("without_services", 700000, "customers"), n("closed", 1100, "transport")),
    ),
    Case(
        "Officials ordered 1.2 million people to evacuate from the coast before landfall.",
        (n("evacuated", 1.2e6),),
    ),
    Case(
        "The storm packed winds of 240 km/h and dumped 400 mm of rain in 12 hours.",
    ),
    Case(
        "Insured losses could reach $3.5 billion, a modelling firm said.",
        (n("cost", 3.5e9, "damage"),),
    ),
    Case(
        "A tornado levelled 150 homes and injured 40 people, six of them critically.",
        (n("destroyed", 150, "homes"), n("injured", 40), n("injured", 6)),
    ),
    Case("Two sailors are missing after their trawler sank off the coast.", (n("missing", 2),)),
    Case("The storm surge flooded 80 sq km of rice fields.", (n("area", 80, "crops"),)),
    Case("Twenty-five schools remain closed on Wednesday.", (n("closed", 25, "schools"),)),
    Case("Repairs will cost 90 million euros, the ministry estimates.", (n("cost", 90e6, "damage"),)),
    # --------------------------------------------------------------------------------------------------------- fires
    Case(
        "The blaze has scorched 14,000 acres and destroyed 62 structures.",
        (n("area", 56.656, "land"), n("destroyed", 62, "buildings")),
    ),
    Case("More than 5,000 people fled their homes as flames neared the town.", (over("displaced|evacuated", 5000),)),
    Case(
        "Some 800 firefighters and 14 aircraft are battling the fire.",
    ),
    Case(
        "Two firefighters were killed and four hospitalised with burns.",
        (n("dead", 2, "responders"), n("injured", 4, "responders")),
    ),
    Case("Smoke poisoned 70 residents, who were taken to hospital.", (n("injured", 70),)),
    Case(
        "The fire is 35 percent contained.",
    ),
    Case("Evacuation orders cover 11,000 homes."),
    Case("At least 30 shops and a market burned down.", (over("destroyed", 30, "businesses"),)),
    # ------------------------------------------------------------------------------------------------------ epidemics
    Case(
        "Health officials reported 340 suspected cholera cases and 12 deaths in the past week.",
        (n("cases", 340), n("dead", 12)),
    ),
    Case(
        "Measles has infected 4,100 children since January; 57 have died.",
        (n("cases", 4100, "children"), n("dead", 57, "children|people")),
    ),
    Case("Doctors treated 210 people for dengue.", (n("assisted|cases", 210),)),
    Case("Teams vaccinated 1.3 million people against yellow fever in ten days.", (n("assisted", 1.3e6),)),
    Case("The number of confirmed infections rose to 96 on Monday.", (n("cases", 96),)),
    Case("Sixteen health workers have contracted the virus.", (n("cases", 16, "responders"),)),
    Case("Ninety-one patients have recovered."),
    Case("Some 300 people tested positive.", (n("cases", 300),)),
    Case("About 2,500 villagers fell ill after drinking from the river.", (n("cases", 2500),)),
    # ----------------------------------------------------------------------------------- droughts, hunger, heat, cold
    Case("The drought has left 4.3 million people in need of food aid.", (n("in_need", 4.3e6),)),
    Case("Herders have lost more than 1.5 million animals.", (over("lost", 1.5e6, "livestock"),)),
    Case("The heatwave claimed 90 lives in a week.", (n("dead", 90),)),
    Case("About 560,000 children are acutely malnourished, UNICEF warned.", (n("in_need", 560000, "children"),)),
    Case("The cold snap killed 23 homeless people.", (n("dead", 23),)),
    Case("Some 7 million people face hunger.", (n("in_need", 7e6),)),
    Case("Locusts have ravaged 70,000 hectares of crops.", (n("area", 700, "crops"),)),
    # ----------------------------------------------------------------------------------- volcanoes, tsunamis, slides
    Case(
        "The eruption forced 25,000 people from their homes and buried 300 houses in ash.",
        (n("displaced|evacuated", 25000), n("destroyed|damaged", 300, "homes")),
    ),
    Case("The tsunami swept away 47 people on the beach.", (n("missing|dead", 47),)),
    Case(
        "A mudslide buried 12 workers at a quarry; five bodies were recovered.",
        (n("trapped", 12, "workers"), n("dead", 5)),
    ),
    Case("Lava destroyed 1,345 buildings on the island.", (n("destroyed", 1345, "buildings"),)),
    Case(
        "An exclusion zone of 7 km was set up around the crater.",
    ),
    # -------------------------------------------------------------------------------------------- industry, transport
    Case(
        "The explosion at the chemical plant killed 9 workers and left 60 injured.",
        (n("dead", 9, "workers"), n("injured", 60, "people|workers")),
    ),
    Case(
        "Some 400 tonnes of oil leaked into the bay.",
    ),
    Case("The spill fouled 60 km of coastline."),
    Case(
        "The train derailed, killing 34 passengers; 78 others were taken to hospital.",
        (n("dead", 34), n("injured", 78)),
    ),
    Case("The ferry sank with 120 people on board; 88 were rescued.", (n("rescued", 88),)),
    Case("The collapse of the building site crushed 5 labourers to death.", (n("dead", 5, "workers"),)),
    Case("A gas leak sickened 150 factory workers.", (n("cases|injured", 150, "workers"),)),
    # ----------------------------------------------------------------------------------------------------- the relief
    Case(
        "The agency has distributed food to 45,000 people and tents to 3,000 families.",
        (n("assisted", 45000), n("assisted", 3000, "families")),
        hard="who gets it stands behind “to”",
    ),
    Case(
        "Donors pledged $200 million for the rebuilding of homes.",
    ),
    Case("The Red Cross needs 12 million francs to help 80,000 people for six months.", hard="help is yet to come"),
    Case(
        "The government released 500 million pesos to repair damaged roads.",
    ),
    Case("The plan reached 1.1 million people with cash, 62 per cent of those targeted.", (n("assisted", 1.1e6),)),
    Case(
        "The airlift brought 90 tonnes of medicine and 12 doctors.",
    ),
    Case(
        "Cash grants of $300 went to each of 2,000 households.",
        (n("assisted", 2000, "families"),),
        hard="who gets it stands behind “to”",
    ),
    # --------------------------------------------------------------------------------------------- contested, restated
    Case(
        "The ministry says 74 people died. Local doctors put the number at 130.",
        (n("dead", 74), n("dead", 130)),
    ),
    Case(
        "Officials say 1,200 houses were destroyed. The Red Cross speaks of 1,900.",
        (n("destroyed", 1200, "homes"), n("destroyed", 1900, "homes")),
    ),
    Case(
        "The government counts 40 dead; the opposition says 95.",
        (n("dead", 40), n("dead", 95)),
    ),
    Case(
        "Damage is estimated at $40 million, up from $25 million last week.",
        (n("cost", 40e6, "damage"), n("cost", 25e6, "damage")),
    ),
    Case("The fire destroyed 40 houses. Twelve were saved.", (n("destroyed", 40, "homes"),)),
    Case(
        "The flood damaged 300 houses. In one village 15 were swept away.",
        (n("damaged", 300, "homes"), n("destroyed", 15, "homes")),
    ),
    # ------------------------------------------------------------------------------------------------ no disaster
    Case("The city of 350,000 people lies 40 km from the coast."),
    Case("Tickets cost 25 dollars, and 12,000 fans came."),
    Case(
        "The company closed 14 shops and cut 300 jobs.",
        hard="shops closed for want of custom are closed like those in a flood",
    ),
    Case("The council built 60 flats and a school for 200 pupils."),
    Case("The team won 4 to 2 in front of 9,000 spectators."),
    Case("The reserve covers 1,200 square kilometres of forest."),
)
