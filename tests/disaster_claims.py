"""Sentences of disaster reporting with the section that a careful reader puts them in, all made up for these tests.

`RESPONSE` tells what is done to help and what is lacking, `OUTLOOK` what may come; a `NEITHER` states what happened, or
has nothing to do with any disaster. Those of `BESIDES` may stand in the other section too.
"""

from __future__ import annotations

RESPONSE = {
    "rescue": (
        "Divers pulled two boys alive from the flooded cave on Tuesday night.",
        "Search teams with dogs are combing the ruins of the market for survivors.",
        "Fishermen used their own boats to bring families to safety.",
    ),
    "containment": (
        "Crews cut a firebreak along the ridge and dropped retardant from four aircraft.",
        "Villagers stacked sandbags along the dyke through the night.",
        "Engineers sealed the leaking well after six days.",
    ),
    "shelter": (
        "The agency has handed out 2,000 tarpaulins and 5,000 blankets in the valley.",
        "The city opened twelve evacuation centres in sports halls.",
    ),
    "food": (
        "Trucks carrying 40 tonnes of rice reached the island on Thursday.",
        "A mobile kitchen serves 3,000 hot meals a day in the camp.",
    ),
    "water": (
        "Two water purification units now supply the southern districts.",
        "Oxfam is building latrines and trucking clean water to the camps.",
    ),
    "health": (
        "Nurses vaccinated children against measles in all six shelters.",
        "A field hospital with 50 beds was set up beside the stadium.",
        "Health officials sprayed homes against mosquitoes and traced the contacts of the patients.",
    ),
    "cash": (
        "The state paid 400,000 rupees in compensation to the family of each victim.",
        "Survivors receive cash grants to rent rooms in the city.",
    ),
    "repairs": (
        "Soldiers cleared debris from the coastal road, and power was restored to half of the town.",
        "The railway reopened on Sunday after a pontoon bridge was laid.",
    ),
    "funding": (
        "The UN launched a flash appeal for 120 million dollars.",
        "Norway has pledged 20 million kroner for the relief work.",
    ),
    "mobilisation": (
        "The president declared a state of emergency in three provinces.",
        "The army deployed 900 soldiers and six helicopters to the province.",
        "Authorities activated the national emergency operations centre.",
    ),
    "help_from_others": (
        "Neighbours cooked for the homeless and opened their homes to them.",
        "India sent two planes with aid, and Japan offered doctors.",
    ),
    "gaps": (
        "Aid has not reached the mountain villages, where people are short of food.",
        "Hospitals are overwhelmed and lack medicines, a doctor said.",
        "Residents complained that help came too late.",
    ),
}

OUTLOOK = {
    "weather": (
        "Heavy rain is forecast until Sunday.",
        "The storm is expected to make landfall near the port early on Friday.",
        "The river will crest on Wednesday, the hydrological service said.",
    ),
    "hazard": (
        "Seismologists warn that strong aftershocks could follow for weeks.",
        "The volcano may erupt again at any time.",
        "Strong winds threaten to drive the flames towards the suburbs.",
    ),
    "disease": (
        "Doctors fear that cholera will spread in the crowded camps.",
        "The outbreak has not peaked, the ministry warned.",
    ),
    "toll": (
        "The death toll is likely to rise as rescuers reach remote villages.",
        "Officials expect the number of dead to climb.",
    ),
    "hunger": (
        "Without seed, farmers will miss the next planting season and hunger will grow.",
        "Food prices are likely to double before the harvest.",
    ),
    "relief": (
        "The agency plans to deliver tents to another 10,000 families by the end of June.",
        "A plane with medical supplies is due to arrive on Monday.",
    ),
    "recovery": (
        "The airport is expected to reopen on Thursday.",
        "Rebuilding the coastal road could take two years, engineers say.",
    ),
    "return": ("Most of those in the camps will not be able to return home before winter.",),
}

BESIDES = frozenset({"The agency plans to deliver tents to another 10,000 families by the end of June."})

NEITHER = (
    "The quake struck at dawn, when most people were asleep.",
    "At least 40 people died and 200 houses were destroyed.",
    "The city lies in a valley between two rivers.",
    "It was the worst flood since 1954.",
    "The magnitude was 6.4, the geological survey said.",
    "The blaze began near a campsite on Saturday.",
    "The team won its third match of the season.",
    "Shares of the insurer fell by 4 per cent on Tuesday.",
    "He was born in the village and has lived there all his life.",
    "The company reported higher profits for the quarter.",
    "Water rose to the second floor of the houses along the river.",
    "A wall of the old fort collapsed onto a bus.",
)
