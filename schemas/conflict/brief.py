"""A brief on an armed conflict: who, where, how strong, fighting how, and what comes next."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from summarizer.models import Claim, Entity, Estimate, Place
from summarizer.schema import (
    ClaimRules,
    Cue,
    EntityRules,
    EstimateRules,
    Measure,
    NounClass,
    PlaceRules,
    plurals,
    verbs,
    words,
)

KINDS = {
    "armed_group": "a group under arms that is no state: rebels, militias, a coalition's forces, insurgents",
    "state": "a state, its government or its armed forces",
    "person": "a named person",
    "organisation": "a body that is not under arms: ministry, aid agency, monitor, party, company",
    "medium": "a news agency, newspaper, broadcaster or other outlet",
    "people": "a people, a community or civilians as such",
}

# The last words of a name that tell what it names.
KIND_WORDS = {
    "armed_group": words(
        "Forces Force Army Brigade Brigades Battalion Front Militia Militias Movement Resistance Guard Guards Corps "
        "Fighters Rebels Coalition Alliance Units Caliphate Legion Regiment Division Command Jihad Squad Wing"
    ),
    "state": words("Government Regime Military Authorities Navy Airforce Administration Junta State"),
    "organisation": words(
        "Observatory Organisation Organization Agency Council Committee Commission Ministry Department Office Party "
        "Union League Nations Bank Fund Institute Foundation Centre Center University Court Parliament Senate Congress "
        "Network Association Society Cross Crescent Group Company Corporation Police Pentagon Embassy Mission Board "
        "Authority Service Services Programme Program Watch International Borders Assembly Cabinet House Team Bureau"
    ),
    "medium": words(
        "News Times Post Agency Press Television TV Radio Newspaper Guardian Journal Herald Tribune Channel"
    ),
}

FIGHTERS = NounClass(
    "fighters",
    plurals(
        "fighter troop soldier serviceman gunman militiaman infantryman paratrooper reservist recruit conscript volunteer "
        "combatant mercenary commander officer sniper bomber guerrilla marine guard defender sailor pilot warrior "
        "service_member policeman operative partisan deserter bodyguard gunner",
        "personnel manpower cavalry infantry police men_under_arms servicewomen policewomen peacekeepers forces",
    )
    + plurals("militant jihadi jihadist insurgent rebel terrorist extremist infiltrator attacker assailant bandit")
    + words("member members element elements cadre cadres loyalist loyalists"),
    hostile=plurals("militant jihadi jihadist insurgent terrorist extremist"),
    of_a_side=True,
    persons=True,
)

CIVILIANS = NounClass(
    "civilians",
    plurals(
        "civilian woman child boy girl resident inhabitant villager refugee family journalist student passenger worshipper "
        "pedestrian bystander farmer citizen noncombatant non-combatant patient doctor nurse teacher miner migrant household "
        "evacuee schoolchild baby infant pupil teenager local protester mourner medic shopper tourist "
        "aid_worker health_worker paramedic driver lawyer priest monk nun engineer activist politician lawmaker shepherd "
        "herder fisherman trader merchant shopkeeper tribesman athlete singer pilgrim guest",
        "women children families babies",
    ),
    group="civilians",
    persons=True,
    least=10,
)
PEOPLE = NounClass(
    "people",
    plurals("person victim survivor adult soul individual foreigner national worker", "people others lives"),
    persons=True,
    nations=True,
    least=10,
)
MEN = NounClass("men", words("man men"))

CAPTIVES = NounClass(
    "captives", plurals("hostage captive prisoner detainee abductee internee", "prisoners_of_war POWs")
)
DISPLACED = NounClass("displaced", words("displaced IDPs evacuees returnees") + plurals("refugee"), group="civilians")
DEAD = NounClass("dead", words("dead bodies corpses deaths fatalities martyrs body fatality death casualties"))
INJURED = NounClass("injured", words("wounded injured injuries"))

ATTACKS = NounClass(
    "attacks",
    plurals(
        "attack strike airstrike air_strike raid clash operation ambush bombing shelling assault explosion offensive "
        "battle skirmish sortie incursion engagement incident firefight assassination blast bombardment mission "
        "drone_strike missile_strike car_bombing suicide_bombing"
    ),
    of_a_side=True,
    least=2,
)

EQUIPMENT = NounClass(
    "equipment",
    plurals(
        "tank vehicle truck aircraft helicopter drone warplane jet plane gun howitzer mortar launcher ship boat frigate "
        "warship submarine pickup bulldozer carrier rifle weapon battery radar system convoy personnel_carrier "
        "armoured_vehicle armored_vehicle technical",
        "aircraft UAVs APCs artillery artillery_pieces Humvees MRAPs",
    ),
    of_a_side=True,
)

MUNITIONS = NounClass(
    "munitions",
    plurals(
        "bomb shell rocket missile mine grenade munition warhead artillery_round mortar_round tank_round barrel_bomb torpedo projectile landmine IED "
        "land_mine booby_trap explosive_device",
        "rounds_of_ammunition rounds_of_artillery",
    ),
    of_a_side=True,
)

KILL = verbs(
    "kill execute behead murder assassinate massacre liquidate eliminate martyr lynch slaughter neutralise neutralize",
    "slay slays slew slain slaying shot_dead shoot_dead gun_down gunned_down wiped_out",
)
WOUND = verbs("wound injure maim", "hurt hurting")
CAPTURE = verbs(
    "capture arrest detain kidnap abduct seize imprison jail",
    "captured kidnapped kidnapping taken_prisoner took_prisoner take_prisoner taken_captive took_captive taken_hostage took_hostage held_hostage hold_hostage round_up "
    "rounded_up holding_captive held_captive",
)
DISPLACE = verbs(
    "displace uproot",
    "displaced fled flee flees fleeing driven_from drive_from drove_from drives_from driving_from forced_from forcing_from force_from forces_from driven_out drove_out left_homeless",
)
LOSE = words("lost lose loses losing suffered suffer suffering")
DESTROY = verbs("destroy disable wreck sink down damage", "shot_down shoot_down blown_up sank sunk")

LIVING = ("fighters", "civilians", "people", "men")

MEASURES = (
    Measure(
        "killed",
        "people killed; the holder is who died",
        counts=("dead",),
        befalls=LIVING,
        done_to=KILL,
        happens=verbs("die perish", "dying lost_their_lives lose_their_lives"),
        event_nouns=words(
            "death deaths killing killings massacre execution executions murder murders loss losses bodies body"
        ),
        states=words("dead fatalities killed slain deaths fatality bodies corpses martyrs"),
        suffered=LOSE,
    ),
    Measure(
        "wounded",
        "people wounded or injured; the holder is who was hurt",
        counts=("injured",),
        befalls=LIVING,
        done_to=WOUND,
        event_nouns=words("wounding injury injuries"),
        states=words("wounded injured injuries hurt"),
    ),
    Measure(
        "captured",
        "people captured, detained, kidnapped; the holder is who was taken",
        counts=("captives",),
        befalls=LIVING,
        done_to=CAPTURE,
        happens=words("surrendered"),
        event_nouns=words("capture arrest arrests kidnapping kidnappings abduction abductions detention"),
        states=words("hostages captives prisoners detainees captured detained missing"),
    ),
    Measure(
        "displaced",
        "people driven from their homes",
        counts=("displaced",),
        befalls=("civilians", "people"),
        done_to=DISPLACE,
        happens=words("fled flee fleeing"),
        event_nouns=words("displacement exodus"),
        states=words("displaced homeless"),
        group="civilians",
    ),
    Measure(
        "equipment_lost",
        "vehicles, weapons and other equipment destroyed or taken; the holder is who lost them",
        befalls=("equipment",),
        done_to=(*DESTROY, *CAPTURE),
        event_nouns=words("destruction loss"),
        states=words("destroyed"),
        suffered=LOSE,
    ),
    Measure(
        "area",
        "land held, taken or cleared, in km²; the holder is who holds or takes it",
        unit="km²",
        doer_holds=True,
    ),
    Measure(
        "attacks",
        "attacks, strikes, clashes, operations; the holder is who carried them out",
        counts=("attacks",),
        doer_holds=True,
    ),
    Measure("munitions", "bombs and shells used; the holder is who used them", counts=("munitions",), doer_holds=True),
    Measure("equipment", "vehicles, tanks, guns that a side has", counts=("equipment",), doer_holds=True),
    Measure("personnel", "fighters, troops, members of a force", counts=("fighters",)),
    Measure(
        "civilians", "people present, ruled, trapped or evacuated", counts=("civilians", "people"), group="civilians"
    ),
)

TACTIC_LABELS = {
    "small_groups": "Small mobile groups, hit and run",
    "ambush": "Ambushes",
    "tunnels": "Tunnels and prepared positions",
    "mines": "Mines, booby traps and roadside bombs",
    "suicide": "Suicide and car bombs",
    "human_shields": "Human shields",
    "siege": "Siege and blockade",
    "bombardment": "Air strikes, artillery and shelling",
    "drones": "Drones and missiles",
    "raid": "Raids and assaults",
    "infiltration": "Infiltration, escape and hiding",
    "sleeper_cells": "Sleeper cells and underground work",
    "assassination": "Assassinations and executions",
    "kidnapping": "Kidnapping and hostages",
    "finance": "Money: ransom, looting, trade, recruitment",
    "terrain": "Use of terrain and weather",
    "avoidance": "Avoiding open battle",
    "propaganda": "Propaganda and claims",
    "other": "Other",
}

TACTIC_CUES = (
    Cue(
        r"guerr?illa|hit[- ]and[- ]run|small (?:\w+ )?(?:groups?|units?|squads?|cells?)|lightning (?:raid|attack)",
        2,
        "small_groups",
    ),
    Cue(r"squads?\b|motor(?:cycle|bike)s?|on foot|mobile (?:groups?|units?)|roving", 1, "small_groups"),
    Cue(r"ambush(?:es|ed|ing)?|lying in wait|road ?blocks?|blocking (?:of )?(?:the )?roads?|checkpoints?", 2, "ambush"),
    Cue(
        r"tunnel(?:s|led|ling)?\b|bunkers?|trench(?:es)?|dug in|fortif(?:y|ied|ications?)|barricad\w+|defensive (?:position|line)s?",
        2,
        "tunnels",
    ),
    Cue(
        r"(?:land ?)?mines?\b|booby[- ]?trap\w*|ieds?\b|improvised explosive|roadside bombs?|explosive devices?|plant(?:ed|ing)? (?:\w+ )?bombs?|mined\b",
        2,
        "mines",
    ),
    Cue(
        r"suicide (?:bomb\w*|vests?|attack\w*|belts?)|car bomb\w*|truck bomb\w*|vehicle[- ]borne|explosive[- ]laden",
        2,
        "suicide",
    ),
    Cue(r"human shields?|hid(?:e|ing) among civilians|using civilians", 2.5, "human_shields"),
    Cue(
        r"besieg\w+|under siege|siege (?:of|tactics?|warfare)|blockad\w+|encircl\w+|surround(?:ed|ing)|starv\w+|cut(?:ting)? (?:off )?(?:the )?suppl\w+",
        1.2,
        "siege",
    ),
    Cue(
        r"air ?(?:strikes?|raids?)|artillery|shell(?:ing|ed)\b|barrel bombs?|bombard\w+|rocket (?:fire|attacks?)|warplanes?|air support|carpet bomb\w+|mortar (?:fire|attacks?)",
        1.2,
        "bombardment",
    ),
    Cue(r"drones?\b|uavs?\b|missiles?\b|loitering munitions?", 1.3, "drones"),
    Cue(
        r"(?:night|dawn|surprise|sudden|cross-border) (?:raids?|attacks?|assaults?)|raid(?:ed|ing)\b|storm(?:ed|ing) (?:the|a|of)|launch(?:ed|es|ing)? (?:\w+ ){0,3}(?:attacks?|raids?|assaults?|offensives?)|attacked (?:a|the|an)",
        1.2,
        "raid",
    ),
    Cue(
        r"infiltrat\w+|slip(?:ped)? (?:out|through|away|into)|sneak\w*|smuggl\w+|disguis\w+|hid(?:e|ing|den)\b|hide-?outs?|hideaways?|caves?\b|escape (?:routes?|tunnels?)",
        1.2,
        "infiltration",
    ),
    Cue(
        r"sleeper cells?|underground (?:network|movement|insurgency|cells?)|gone underground|clandestine|secret cells?",
        2,
        "sleeper_cells",
    ),
    Cue(r"assassinat\w+|targeted killings?|execut(?:ed|ions?)\b|beheading\w*", 2, "assassination"),
    Cue(r"kidnap\w*|abduct\w*|hostage[- ]taking|took \w+ hostage|ransoms?", 1.8, "kidnapping"),
    Cue(
        r"ransoms?|extort\w+|loot\w+|pillag\w+|taxes|sell(?:s|ing)? oil|oil sales?|financial incentives?|salar(?:y|ies)|recruit(?:s|ing|ment)\b|mercenar\w+|bribe\w*",
        1.4,
        "finance",
    ),
    Cue(
        r"(?:dust|sand) ?storms?|bad weather|terrain|mountain(?:s|ous)\b|cover of (?:darkness|night|fog)|forests?|rugged|under cover",
        1.2,
        "terrain",
    ),
    Cue(
        r"avoid(?:s|ed|ing)?\b|withdr[ae]w\w*|retreat\w*|melt(?:ed)? away|refus(?:e|es|ing) (?:open )?battle|scorched[- ]earth|feint\w*",
        1.2,
        "avoidance",
    ),
    Cue(r"propaganda|video (?:released|showing)|released a video|claimed responsibility", 0.8, "propaganda"),
    Cue(
        r"tactics?|strateg(?:y|ies)|method of|military (?:policy|approach)|way of fighting|relies on|rel(?:y|ying) on|us(?:es|ing) (?:of )?(?:the )?\w+ (?:as|to)",
        0.7,
    ),
)

TACTIC_AGAINST = (
    Cue(r"(?:analyst|expert|professor|author) |agreement|negotiat\w+|ceasefire|truce|election", -0.6),
    Cue(r"killing of|was killed|were killed|have been killed|documented the death", -0.5),
)

OUTLOOK_LABELS = {
    "threat": "The threat ahead",
    "fighting": "How the fighting may go",
    "control": "Who may gain or lose ground",
    "movement": "Where forces may go",
    "talks": "Talks, deals and politics",
    "civilians": "What may come for civilians",
    "support": "Outside powers and their plans",
    "other": "Other",
}

OUTLOOK_CUES = (
    Cue(r"will (?:not )?(?:be|\w+)\b", 0.9),
    Cue(r"(?:may|might|could)\b(?! not have been| have been)", 0.8),
    Cue(r"would\b", 0.5),
    Cue(r"(?:is|are|was|were) (?:widely )?(?:expected|likely|unlikely|set|poised|bound|due|about) to", 1.6),
    Cue(r"expect(?:s|ed|ing)? (?:to|that|a|the|more)|expectations?", 1.4),
    Cue(r"likely|unlikely|prospects?|impending|imminent|looming|looms", 1.2),
    Cue(r"threat(?:s|en|ens|ened|ening)?\b|danger(?:ous)?\b", 1.0, "threat"),
    Cue(
        r"warn(?:s|ed|ing|ings)?\b|fear(?:s|ed)? (?:that|of)|predict(?:s|ed|ing)?|forecast\w*|anticipat\w+",
        1.4,
        "threat",
    ),
    Cue(
        r"seek(?:s|ing)? to|aim(?:s|ed|ing)? (?:to|at)|plan(?:s|ned|ning)? to|intend(?:s|ed)? to|prepar(?:e|es|ed|ing) (?:to|for)|trying to|attempting to|look(?:ing|s)? forward to|vow(?:s|ed)? to|pledg\w+ to",
        1.1,
    ),
    Cue(
        r"resurgen\w+|regroup\w*|re-?emerg\w+|comeback|rebuild\w*|revival|still (?:capable|able|a threat|pos\w+)|remains? (?:a|in|capable|able|the)|capable of",
        1.2,
        "threat",
    ),
    Cue(
        r"difficult to|hard to|impossible to|unable to|will not be able|long(?:er)? time|years? to come|for years|(?:last|final) (?:\w+ ){0,3}(?:resort|refuge|stand)|fight to the (?:death|end|last)",
        1.1,
        "fighting",
    ),
    Cue(
        r"next (?:few )?(?:days?|weeks?|months?|year|phase|stage|step)|coming (?:days?|weeks?|months?|period|years?)|in the future|soon\b|future of|what next|what then",
        1.3,
    ),
    Cue(r"unless|if (?:the|it|they|he|this)\b|in case of", 0.4),
    Cue(r"negotiat\w+|talks\b|ceasefire|truce|settlement|agreement|deal\b", 0.3, "talks"),
    Cue(r"withdraw\w*|pull(?:ing)? out|leave behind|deploy\w*|reinforce\w*", 0.4, "support"),
    Cue(
        r"not (?:been )?(?:fully |completely |yet )?(?:eliminated|defeated|over|finished)|far from over|does not mean|growing stronger|gaining strength",
        1.4,
        "threat",
    ),
    Cue(r"surrender|storming|assault|offensive|battle|retake|recapture", 0.2, "fighting"),
)

OUTLOOK_AGAINST = (
    Cue(r"(?:could|would|might) (?:not )?have\b|would(?:n[’']t| not) be surprised|if not", -0.8),
    Cue(r"in (?:19|20)\d\d\b", -0.4),
    Cue(r"said it would have|we will assume", -1.0),
)


class Brief(BaseModel):
    """What one article says about an armed conflict."""

    who: Annotated[tuple[Entity, ...], EntityRules(KINDS, KIND_WORDS, parties=("armed_group", "state"))] = Field(
        (), description="Those who act or speak: fighting sides, states, people, organisations, media."
    )
    where: Annotated[
        tuple[Place, ...],
        PlaceRules(
            led_to_by=words("captured seized retook retaken liberated besieged overran bombed shelled hit struck")
        ),
    ] = Field((), description="Places, regions and landforms where things happen.")
    strength: Annotated[
        tuple[Estimate, ...],
        EstimateRules(
            MEASURES,
            (DEAD, INJURED, CAPTIVES, DISPLACED, FIGHTERS, ATTACKS, EQUIPMENT, MUNITIONS, CIVILIANS, PEOPLE, MEN),
            groups=("civilians",),
            passing=verbs(
                "attack target bomb shell ambush raid strike storm inspect search stop board escort",
                "hit hits hitting struck",
            ),
        ),
    ] = Field(
        (),
        description="How many people or things a side has, holds, lost or did, and how many people are caught up in it.",
    )
    tactics: Annotated[
        tuple[Claim, ...], ClaimRules(TACTIC_LABELS, TACTIC_CUES, TACTIC_AGAINST, at_least=1.6, at_most=8)
    ] = Field((), description="How a side fights: its methods, not single events without a method.")
    outlook: Annotated[
        tuple[Claim, ...], ClaimRules(OUTLOOK_LABELS, OUTLOOK_CUES, OUTLOOK_AGAINST, at_least=1.0, at_most=8)
    ] = Field((), description="What is said to come next: threats, plans, expectations, warnings.")
