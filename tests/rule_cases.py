"""What a careful reader finds in short texts on many wars, and in texts on none.

The texts are made up for these tests and stand in no article that the rules were written with. Each is published on
Tuesday 14 May 2024. A `Figure` lists what the text makes clear; what it leaves open is not checked. A figure that the
text gives and the case does not list fails the case as much as one that is missing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

PUBLISHED = "2024-05-14"


@dataclass(frozen=True)
class Figure:
    """A figure and what is clear about it, by the names of `Estimate`'s fields; a set holds all that is right."""

    measure: str
    low: float | None
    high: float | None
    qualifier: str
    clear: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """A text and its figures; `hard` says why the rules cannot read it yet."""

    name: str
    text: str
    figures: tuple[Figure, ...] = ()
    hard: str = ""


def exact(measure: str, number: float, **clear: Any) -> Figure:
    """Return a figure given outright."""
    return Figure(measure, number, number, "exact", clear)


def about(measure: str, number: float, **clear: Any) -> Figure:
    """Return a figure given roughly."""
    return Figure(measure, number, number, "approximate", clear)


def more_than(measure: str, number: float, **clear: Any) -> Figure:
    """Return a figure that is exceeded."""
    return Figure(measure, number, None, "more_than", clear)


def at_least(measure: str, number: float, **clear: Any) -> Figure:
    """Return a figure that is reached."""
    return Figure(measure, number, None, "at_least", clear)


def at_most(measure: str, number: float, **clear: Any) -> Figure:
    """Return a figure that is not exceeded."""
    return Figure(measure, None, number, "at_most", clear)


def fewer_than(measure: str, number: float, **clear: Any) -> Figure:
    """Return a figure that is not reached."""
    return Figure(measure, None, number, "fewer_than", clear)


def between(measure: str, low: float, high: float, **clear: Any) -> Figure:
    """Return a range."""
    return Figure(measure, low, high, "range", clear)


def vague(measure: str, low: float, high: float, **clear: Any) -> Figure:
    """Return dozens, hundreds, thousands."""
    return Figure(measure, low, high, "vague", clear)


UKRAINE = (
    Case(
        "missiles on Kharkiv",
        "Russian missiles killed 14 civilians and wounded 53 in Kharkiv on Sunday, the regional governor said.",
        (
            exact("killed", 14, holder="civilians", place="Kharkiv", as_of="2024-05-12"),
            exact("wounded", 53, holder="civilians", place="Kharkiv", as_of="2024-05-12"),
        ),
    ),
    Case(
        "drones launched and shot down",
        "Russia launched 47 drones at Odesa overnight. Ukraine's air force said it shot down 39 of them.",
        (
            exact("munitions", 47, holder="Russia", place="Odesa", said_by=None),
            exact("equipment_lost", 39, holder="Russia"),
        ),
    ),
    Case(
        "battalions do not count",
        "The 3rd Assault Brigade and the 72nd Mechanized Brigade held the road near Vuhledar for 12 days.",
    ),
    Case(
        "villages and troops",
        "About 30,000 Russian troops are massed across the border from Sumy, Ukrainian officials said.",
        (about("personnel", 30000, holder="Russia"),),
    ),
    Case(
        "tanks destroyed",
        "Ukrainian forces destroyed 11 Russian tanks and 24 armoured vehicles near Avdiivka last week.",
        (
            exact("equipment_lost", 11, holder="Russia", place="Avdiivka"),
            exact("equipment_lost", 24, holder="Russia", place="Avdiivka"),
        ),
    ),
    Case(
        "prisoners swapped",
        "Ukraine and Russia exchanged 75 prisoners of war each in the Chernihiv region.",
        (exact("captured", 75, place="Chernihiv"),),
    ),
    Case(
        "square kilometres",
        "Russian forces have seized 278 square kilometres of territory in the Kharkiv region since May 9, "
        "according to the Institute for the Study of War.",
        (exact("area", 278, holder="Russia", said_by="Institute for the Study of War", place="Kharkiv"),),
    ),
    Case(
        "more than half a million",
        "Ukraine has more than 500,000 soldiers under arms.",
        (more_than("personnel", 500000, holder={"Ukraine", "Ukrainian government"}),),
    ),
    Case(
        "denied",
        "Moscow denied that 63 of its soldiers had been killed in Makiivka.",
        (exact("killed", 63, assertion="denied", place="Makiivka"),),
    ),
    Case(
        "evacuated",
        "At least 8,000 people have been evacuated from Vovchansk since Friday.",
        (at_least("civilians", 8000, holder="civilians", place="Vovchansk"),),
    ),
    Case(
        "aid in dollars",
        "Congress approved $61 billion in aid for Ukraine on April 20 by 311 votes to 112.",
    ),
    Case(
        "age and role",
        "Olena, 34, a nurse from Bakhmut, has lived in the cellar for 5 months with her 2 cats.",
    ),
)

SUDAN = (
    Case(
        "shelling of a market",
        "Shelling by the Rapid Support Forces killed at least 42 people at a market in El Fasher on Monday.",
        (at_least("killed", 42, place="El Fasher", as_of="2024-05-13"),),
    ),
    Case(
        "driven from home",
        "The war has driven more than 8 million people from their homes, the International Organization for Migration "
        "said.",
        (more_than("displaced", 8e6, holder="civilians", said_by="International Organization for Migration"),),
    ),
    Case(
        "trapped in the city",
        "Around 800,000 civilians are trapped in El Fasher.",
        (about("civilians", 800000, holder="civilians", place="El Fasher", as_of=PUBLISHED),),
    ),
    Case(
        "quoted bodies",
        "“We received 28 bodies on Monday alone,” said Amal Ibrahim, the director of the Southern Hospital.",
        (exact("killed", 28, said_by="Amal Ibrahim", as_of="2024-05-13"),),
    ),
    Case(
        "claimed captures",
        "The RSF claimed its fighters had captured 200 soldiers at a garrison south of Nyala.",
        (exact("captured", 200, said_by="Rapid Support Forces", assertion="claimed"),),
    ),
    Case(
        "killed in Geneina",
        "Between 10,000 and 15,000 people were killed in El Geneina in 2023, a United Nations report said.",
        (between("killed", 10000, 15000, place="El Geneina", as_of="2023"),),
    ),
    Case(
        "hunger is not a toll",
        "The agency needs $2.7 billion this year and has received 16 percent of it.",
    ),
    Case(
        "dozens wounded",
        "Dozens of civilians were wounded when warplanes bombed Omdurman.",
        (vague("wounded", 24, 99, holder="civilians", place="Omdurman"),),
    ),
    Case(
        "refugees over the border",
        "More than 550,000 refugees have fled to Chad since April 2023.",
        (more_than("displaced", 550000, holder="civilians", as_of="2023-04/2024-05"),),
    ),
)

CONGO = (
    Case(
        "hacked to death",
        "Fighters of the Allied Democratic Forces killed 11 villagers near Beni on Thursday night, the army said.",
        (exact("killed", 11, holder="civilians", place="Beni", as_of="2024-05-09"),),
    ),
    Case(
        "camp bombed",
        "Two bombs hit a camp for displaced people outside Goma, killing at least nine people and injuring 33.",
        (
            exact("munitions", 2),
            at_least("killed", 9, place="Goma"),
            exact("wounded", 33, place="Goma"),
        ),
    ),
    Case(
        "rwandan troops",
        "U.N. experts estimated that between 3,000 and 4,000 Rwandan soldiers are fighting alongside M23.",
        (between("personnel", 3000, 4000, holder={"Rwanda", "Rwandan government"}),),
    ),
    Case(
        "peacekeepers to leave",
        "The mission still has some 13,500 peacekeepers in the country.",
        (about("personnel", 13500),),
    ),
    Case(
        "kidnapped pupils",
        "The rebels abducted 20 children from a school in Ituri last week, residents said.",
        (exact("captured", 20, holder="civilians", place="Ituri", said_by="residents"),),
    ),
    Case(
        "unnamed toll",
        "The death toll rose to 37 on Wednesday.",
        (exact("killed", 37, as_of="2024-05-08"),),
    ),
    Case(
        "groups counted",
        "More than 120 armed groups operate in the east.",
    ),
)

YEMEN = (
    Case(
        "ships attacked",
        "The Houthis have attacked more than 50 ships in the Red Sea since November.",
    ),
    Case(
        "coalition strikes",
        "The Saudi-led coalition carried out 19 airstrikes on Marib on Saturday.",
        (exact("attacks", 19, holder="Saudi-led coalition", place="Marib", as_of="2024-05-11"),),
    ),
    Case(
        "missiles fired",
        "Houthi fighters fired three ballistic missiles at a tanker in the Gulf of Aden, the U.S. military said.",
        (exact("munitions", 3, holder="Houthis"),),
    ),
    Case(
        "soldiers killed and hurt",
        "Four soldiers were killed and nine others injured when a roadside bomb exploded in Abyan.",
        (exact("killed", 4, place="Abyan"), exact("wounded", 9, place="Abyan")),
    ),
    Case(
        "the ten-year war",
        "In its 10th year, the war has no end in sight, and 2 rounds of talks in Muscat have failed.",
    ),
    Case(
        "detained staff",
        "The Houthis detained 11 aid workers in Sanaa, the United Nations said.",
        (exact("captured", 11, holder="civilians", place="Sanaa", said_by="United Nations"),),
    ),
)

GAZA = (
    Case(
        "ministry's toll",
        "At least 35,000 Palestinians have been killed in Gaza, according to the Gaza Health Ministry.",
        (at_least("killed", 35000, place="Gaza Strip", said_by="Gaza Health Ministry"),),
    ),
    Case(
        "hostages",
        "Hamas is believed to be holding about 130 hostages in Gaza.",
        (about("captured", 130, place="Gaza Strip", assertion="possible"),),
    ),
    Case(
        "Israeli soldiers",
        "The Israeli military said five soldiers had been killed in Jabalia.",
        (exact("killed", 5, holder={"Israel", "Israeli government"}, place="Jabalia"),),
        hard="that the soldiers are the speaker's own is not said in words",
    ),
    Case(
        "fled Rafah",
        "Nearly 450,000 people have fled Rafah since May 6, UNRWA said.",
        (about("displaced", 450000, said_by="UNRWA", place="Rafah"),),
    ),
    Case(
        "rockets",
        "Militants fired 14 rockets from the Gaza Strip towards Sderot on Monday.",
        (exact("munitions", 14, as_of="2024-05-13"),),
    ),
    Case(
        "militants killed",
        "The army said it had killed 80 Hamas militants in Zeitoun.",
        (exact("killed", 80, holder="Hamas", place="Zeitoun"),),
    ),
    Case(
        "trucks of aid",
        "Some 60 trucks of flour crossed at Kerem Shalom, far fewer than the 500 a day before the war.",
        (),
        hard="trucks of flour are no one's equipment; the noun alone does not tell",
    ),
)

MYANMAR = (
    Case(
        "base taken",
        "The Arakan Army captured 3 bases and 180 junta soldiers near Buthidaung, a spokesman for the group said.",
        (exact("captured", 180, place="Buthidaung"),),
    ),
    Case(
        "surrender",
        "More than 600 soldiers surrendered at Myawaddy in April.",
        (more_than("captured", 600, place="Myawaddy", as_of="2024-04"),),
    ),
    Case(
        "villages burned",
        "The junta's troops burned 70 houses in Sagaing.",
    ),
    Case(
        "clashes in a month",
        "There were 216 clashes in Shan State in March, according to the Institute for Strategy and Policy.",
        (exact("attacks", 216, place="Shan State", as_of="2024-03"),),
    ),
    Case(
        "strength of an army",
        "The Kachin Independence Army is 12,000-strong.",
        (exact("personnel", 12000, holder="Kachin Independence Army"),),
    ),
)

SAHEL = (
    Case(
        "no fewer than",
        "No fewer than 23 soldiers died in an ambush in Tillaberi on Tuesday, Niger's defence ministry said.",
        (at_least("killed", 23, place="Tillaberi"),),
    ),
    Case(
        "massacre",
        "The army executed at least 223 civilians, including 56 children, in Nondin and Soro on February 25, "
        "Human Rights Watch said.",
        (
            at_least("killed", 223, holder="civilians", said_by="Human Rights Watch", as_of="2024-02-25"),
            exact("killed", 56, holder="civilians", said_by="Human Rights Watch", as_of="2024-02-25"),
        ),
    ),
    Case(
        "jihadists on motorbikes",
        "Around 100 jihadists on motorbikes attacked the base at Diapaga.",
        (about("personnel", 100, place="Diapaga"),),
    ),
    Case(
        "americans to leave",
        "The United States will withdraw its 1,000 troops from Niger.",
        (exact("personnel", 1000, holder={"United States", "American government"}, place="Niger"),),
    ),
    Case(
        "wagner men",
        "As many as 1,500 Wagner fighters are based in Mali.",
        (at_most("personnel", 1500, place="Mali", as_of=PUBLISHED),),
    ),
    Case(
        "coup count",
        "It was the third coup in 18 months, and 5 presidents have fallen since 2020.",
    ),
)

COLOMBIA = (
    Case(
        "laid down arms",
        "Some 13,000 members of the FARC laid down their weapons in 2017.",
        (about("personnel", 13000, holder="FARC", as_of="2017"),),
    ),
    Case(
        "kidnapped soldiers",
        "The National Liberation Army freed 2 of the 5 soldiers it kidnapped in Arauca.",
        (exact("captured", 5, place="Arauca"),),
        hard="'2 of the 5' is one phrase with two figures, and the first are free again",
    ),
    Case(
        "car bomb",
        "A car bomb outside a police station in Jamundi wounded six officers.",
        (exact("wounded", 6, place="Jamundi"),),
    ),
    Case(
        "confined",
        "Fighting between the ELN and dissidents has confined fewer than 9,000 people to their villages in Choco.",
        (fewer_than("civilians", 9000, holder="civilians"),),
    ),
    Case(
        "hectares of coca",
        "Coca was grown on 230,000 hectares in 2022.",
        (),
        hard="land under a crop is no land held, and the unit alone does not tell",
    ),
)

OTHERS = (
    Case(
        "seized vehicles",
        "The militants seized four pickup trucks and dozens of rifles from the army in Mocimboa da Praia.",
        (exact("equipment_lost", 4), vague("equipment_lost", 24, 99)),
    ),
    Case(
        "bandits",
        "Gunmen kidnapped 287 pupils in Kuriga, a teacher said.",
        (exact("captured", 287, holder="civilians", place="Kuriga", said_by="teacher"),),
    ),
    Case(
        "a dozen",
        "More than a dozen Ethiopian soldiers were killed by the Fano militia in Lalibela.",
        (more_than("killed", 12, holder={"Ethiopia", "Ethiopian government", "Ethiopian army"}, place="Lalibela"),),
    ),
    Case(
        "both sides",
        "Clashes between Armenian and Azerbaijani troops left 49 Armenian soldiers dead in 2022.",
        (exact("killed", 49, holder={"Armenia", "Armenian government"}, as_of="2022"),),
    ),
    Case(
        "claimed by the killers",
        "Al-Shabaab claimed it had killed 59 Ugandan soldiers at Bulo Marer.",
        (
            exact(
                "killed",
                59,
                holder={"Uganda", "Ugandan government"},
                place="Bulo Marer",
                said_by="Al-Shabaab",
                assertion="claimed",
            ),
        ),
    ),
    Case(
        "lost men",
        "The Ethiopian army lost 300 men in the battle.",
        (exact("killed", 300, holder={"Ethiopia", "Ethiopian government", "Ethiopian army"}),),
    ),
    Case(
        "parts of a whole",
        "Gangs killed 1,554 people in Haiti in the first three months of the year, including 82 children.",
        (exact("killed", 1554, place="Haiti"), exact("killed", 82, place="Haiti")),
    ),
    Case(
        "bodies found",
        "The bodies of 26 men were found in a ravine near Petropolis.",
        (exact("killed", 26),),
    ),
    Case(
        "scores",
        "Scores of people were injured in the blast.",
        (vague("wounded", 40, 99),),
    ),
    Case(
        "words for numbers",
        "Twenty-one people were killed and half a dozen abducted in the raid on Yelwata.",
        (exact("killed", 21, place="Yelwata"), exact("captured", 6, place="Yelwata")),
    ),
    Case(
        "misprinted",
        "The general said 20,00 troops were on their way.",
        (Figure("personnel", None, None, "unreadable"),),
    ),
)

MORE = (
    Case(
        "peoples",
        "Hundreds of Sudanese were killed and 40 Nigerians kidnapped.",
        (vague("killed", 100, 999), exact("captured", 40)),
    ),
    Case(
        "a capital speaks",
        "Kyiv said on Tuesday that its forces had killed 1,240 Russian soldiers in the past day.",
        (exact("killed", 1240, holder={"Russia", "Russian government"}, place=None),),
    ),
    Case(
        "air defences",
        "Russia's Defence Ministry said its air defences destroyed 17 Ukrainian drones over Belgorod overnight.",
        (exact("equipment_lost", 17, place="Belgorod", said_by="Russia's Defence Ministry"),),
    ),
    Case(
        "soldiers beside civilians",
        "Killing 3 civilians and two soldiers, the army took Bor.",
        (exact("killed", 3, holder="civilians"), exact("killed", 2, holder=None)),
    ),
    Case(
        "both sides of a clash",
        "Clashes between M23 rebels and the Congolese army killed 17 soldiers and 30 rebels near Sake on Friday.",
        (exact("killed", 17, place="Sake", as_of="2024-05-10"), exact("killed", 30, place="Sake", as_of="2024-05-10")),
    ),
    Case(
        "medics and guards",
        "An air strike hit a bus, killing seven paramedics and four bodyguards.",
        (exact("killed", 7, holder="civilians"), exact("killed", 4)),
    ),
    Case(
        "lost troops",
        "The Arakan Army has lost 540 troops since October, the Institute for the Study of War said.",
        (exact("killed", 540, holder="Arakan Army", said_by="Institute for the Study of War"),),
    ),
    Case(
        "troops of a state",
        "There are 2,500 French troops in Chad.",
        (exact("personnel", 2500, holder="France", place="Chad", as_of=PUBLISHED),),
    ),
    Case(
        "left dead and wounded",
        "The attack left 12 dead and 30 wounded, including 4 children.",
        (exact("killed", 12), exact("wounded", 30), exact("wounded", 4, holder="civilians")),
    ),
    Case(
        "of those who entered",
        "Of the 300 fighters who entered the town, 120 were killed.",
        (exact("personnel", 300), exact("killed", 120)),
    ),
    Case(
        "drones supplied",
        "Iran has supplied at least 300 drones to the Houthis, a U.S. official said.",
        (at_least("equipment", 300, place=None),),
    ),
    Case(
        "loyal to a warlord",
        "Up to 20,000 fighters loyal to Khalifa Haftar are besieging Tripoli.",
        (at_most("personnel", 20000, place="Tripoli", as_of=PUBLISHED),),
    ),
    Case(
        "strong",
        "A 5,000-strong militia holds Tarhuna.",
        (exact("personnel", 5000, place="Tarhuna"),),
    ),
    Case(
        "parts in the next sentence",
        "The monitor put the dead of these attacks at 229. Of them 93 were civilians, with nine women and five "
        "children, and 136 were soldiers.",
        (
            exact("killed", 229),
            exact("killed", 93, holder="civilians"),
            exact("killed", 9),
            exact("killed", 5),
            exact("killed", 136),
        ),
    ),
    Case(
        "who died",
        "In that year 396 soldiers of the regime and militiamen loyal to it, who died as the camp burned, lie here.",
        (exact("killed", 396),),
    ),
    Case(
        "air raids left them",
        "So many civilians live nowhere else. Air raids have left hundreds of them dead and hundreds injured.",
        (vague("killed", 100, 999), vague("wounded", 100, 999)),
    ),
    Case("towns and shares", "The rebels control 60% of the territory and some 40 towns."),
)

PHRASED = (
    Case(
        "both sides' dead",
        "Government forces retook the town on Sunday after a battle in which 45 rebels and 12 soldiers died.",
        (exact("killed", 45, as_of="2024-05-12"), exact("killed", 12, as_of="2024-05-12")),
    ),
    Case(
        "bare object",
        "An air strike on a school killed 22, including 13 children, the health ministry said.",
        (exact("killed", 22), exact("killed", 13, holder="civilians")),
    ),
    Case(
        "lost and wounded",
        "Azerbaijan said it had lost 192 servicemen, and that 511 were wounded.",
        (
            exact("killed", 192, holder={"Azerbaijan", "Azerbaijani government"}),
            exact("wounded", 511, holder={"Azerbaijan", "Azerbaijani government"}),
        ),
    ),
    Case(
        "described before the noun",
        "The M23 showed 23 captured soldiers and two burnt-out tanks near Sake.",
        (exact("captured", 23), exact("equipment_lost", 2)),
    ),
    Case(
        "garrison",
        "The fort has a garrison of some 300, the governor said.",
        (about("personnel", 300),),
    ),
    Case(
        "numbering",
        "The militia, which numbers about 400, holds three villages west of Bunia.",
        (about("personnel", 400, place="Bunia"),),
    ),
    Case(
        "crew",
        "The Houthis seized a tanker, and its crew of 25 are still held in Hodeidah.",
        (exact("captured", 25, holder="civilians", place="Hodeidah"),),
    ),
    Case("men without a side", "Some 40 men were waiting for work at the gate of the dairy."),
    Case(
        "men of a side",
        "Wagner had 4,000 men in Bangui, the report says.",
        (exact("personnel", 4000, holder="Wagner Group", place="Bangui"),),
    ),
    Case(
        "still displaced",
        "More than 3.5 million people are now displaced inside Myanmar.",
        (more_than("displaced", 3500000, holder="civilians"),),
    ),
    Case(
        "left their homes",
        "The governor said 121,000 people had so far left their homes.",
        (exact("displaced", 121000, holder="civilians"),),
    ),
    Case(
        "in detention",
        "Over 21,000 people remain in detention, the monitor says.",
        (more_than("captured", 21000),),
    ),
    Case(
        "gave themselves up",
        "The army says 140 militants gave themselves up in Borno.",
        (exact("captured", 140, place="Borno"),),
    ),
    Case(
        "did not give themselves up",
        "Up to 90 militants in the caves will not give themselves up.",
        (at_most("personnel", 90),),
    ),
    Case(
        "among the dead",
        "The dead included two soldiers and a priest, and among the wounded were 12 children.",
        (exact("killed", 2), exact("wounded", 12, holder="civilians")),
    ),
    Case(
        "restated",
        "Half of the town had fled, or between 70,000 and 75,000 people, the mayor said.",
        (between("displaced", 70000, 75000, holder="civilians"),),
    ),
    Case(
        "set apart by commas",
        "More than 71,000 people, an estimated 45,000 of them children, have fled the district.",
        (more_than("displaced", 71000), about("displaced", 45000)),
    ),
    Case(
        "compared",
        "The observers recorded 27 attacks in May, compared with 11 in April.",
        (exact("attacks", 27), exact("attacks", 11)),
    ),
    Case(
        "members of a family",
        "Three members of one family were killed by shelling in Donetsk.",
        (exact("killed", 3, holder="civilians", place="Donetsk"),),
    ),
    Case(
        "counted by name",
        "At least 30 Taliban were killed in Kunduz, police said.",
        (at_least("killed", 30, holder="Taliban", place="Kunduz"),),
    ),
    Case("freed", "Gunmen freed 14 pupils whom they had held since March."),
    Case(
        "abandoned",
        "Russia abandoned 12 tanks in its retreat from Izium.",
        (exact("equipment_lost", 12, holder={"Russia", "Russian government"}),),
    ),
    Case(
        "left dead in a list",
        "The fighting has left 337 militants, 85 soldiers and 39 civilians dead in Marawi.",
        (
            exact("killed", 337, place="Marawi"),
            exact("killed", 85, place="Marawi"),
            exact("killed", 39, holder="civilians", place="Marawi"),
        ),
    ),
    Case("strong in a word of its own", "The force, some 1,500 strong, is based in Gao.", (about("personnel", 1500),)),
    Case(
        "a capital for its state",
        "Moscow has moved 5,000 troops to Belgorod.",
        (exact("personnel", 5000, holder={"Russia", "Russian government"}, place="Belgorod"),),
    ),
    Case(
        "the army of the country",
        "Villagers near Djibo in Burkina Faso fled as the army advanced. It lost 12 soldiers.",
        (exact("killed", 12, holder={"Burkinabe army", "Burkina Faso", "Burkinabe government"}),),
    ),
)

NO_WAR = (
    Case("profit", "The company's profit rose 14% to $3.2 billion, and it will cut 1,200 jobs by 2026."),
    Case("shop openings", "The chain opened 45 shops in Lyon last year and plans 60 more."),
    Case("cup final", "Arsenal beat Chelsea 3-1 before 60,704 spectators at the Emirates on Saturday."),
    Case("rainfall", "More than 120 mm of rain fell in Valencia in 8 hours, and winds reached 90 km/h."),
    Case("temperature", "Temperatures will reach 41 degrees in Delhi on Thursday, 5 above the normal."),
    Case("recipe", "Beat 3 eggs with 200 g of sugar and bake for 45 minutes at 180 degrees."),
    Case("election", "The party won 240 of the 543 seats with 36.6 percent of the vote."),
    Case("flight", "Flight QR 17 left at 06:40 and landed 2 hours late at Gate 14."),
    Case("phone and address", "Call 020 7946 0018 or visit 221 Baker Street between 9 am and 5 pm."),
    Case("run of a play", "The play ran for 1,200 nights and won 4 prizes."),
    Case("market", "Shares in 30 firms fell on Monday; the index closed 1.2% lower at 18,704 points."),
    Case("striker", "The 28-year-old striker scored 12 goals in 30 games for the club."),
    Case("rally", "Some 4,000 supporters marched through Bogota on Sunday."),
    Case("marathon", "He finished 12th in 2:09:31, his best in 7 marathons."),
)

CASES = (*UKRAINE, *SUDAN, *CONGO, *YEMEN, *GAZA, *MYANMAR, *SAHEL, *COLOMBIA, *OTHERS, *MORE, *PHRASED, *NO_WAR)
