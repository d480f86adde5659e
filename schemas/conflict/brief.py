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
        "Authority Service Services Programme Program Watch International Borders Assembly Cabinet House Team Bureau "
        "Syndicate Federation Confederation Institution Directorate Secretariat Initiative Platform Monitor Tracker"
    ),
    "medium": words(
        "News Times Post Agency Press Television TV Radio Newspaper Guardian Journal Herald Tribune Channel"
    ),
}

# With kind words these make up names that each country has: "Defence Ministry", "National Guard", "Armed Forces".
OFFICES = words(
    "Defence Defense Foreign Interior Exterior Internal Home Health Finance Justice Education Energy Information Affairs "
    "Emergency Emergencies Security Armed Air Coast Border Ground Land Naval Special Joint Reserve Territorial National "
    "Federal Central Supreme High Constitutional Republican Presidential Royal Civil General Staff Election Electoral "
    "Human Rights Intelligence Prison Police Rescue Fire Public State Local Military Transitional Interim"
)

FIGHTERS = NounClass(
    "fighters",
    plurals(
        "fighter troop soldier serviceman gunman militiaman infantryman paratrooper reservist recruit conscript volunteer "
        "combatant mercenary commander officer sniper bomber guerrilla marine guard defender sailor pilot warrior "
        "service_member policeman operative partisan deserter bodyguard gunner",
        "personnel manpower cavalry infantry police men_under_arms servicewomen policewomen peacekeepers forces "
        "combat_troops ground_troops special_forces security_forces rank_and_file",
    )
    + plurals("militant jihadi jihadist insurgent rebel terrorist extremist infiltrator attacker assailant bandit")
    + plurals(
        "legionnaire cadet commando corpsman gendarme constable airman trooper operator instructor irregular separatist"
    )
    + words("member members element elements cadre cadres loyalist loyalists"),
    hostile=plurals("militant jihadi jihadist insurgent terrorist extremist rebel separatist"),
    official=plurals(
        "soldier officer serviceman conscript policeman trooper gendarme reservist cadet recruit paratrooper airman constable",
        "police policewomen servicewomen",
    ),
    of_a_side=True,
    persons=True,
    bodies=words(
        "force forces army garrison militia unit units contingent battalion brigade regiment division detachment platoon squad "
        "column corps expedition cell cells gang militias insurgency rebellion reserve reserves"
    ),
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
    bodies=words("crew crews crowd crowds population"),
    member_of=words(
        "family families household households parliament congress assembly senate public community communities congregation clan "
        "tribe staff delegation council team orchestra party union"
    ),
    least=10,
)
PEOPLE = NounClass(
    "people",
    plurals("person victim survivor adult soul individual foreigner national worker", "people others lives"),
    persons=True,
    nations=True,
    least=10,
)
MEN = NounClass("men", words("man men"), persons=True, sided=True, least=10)

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
        "tank vehicle truck aircraft helicopter warplane jet plane gun howitzer mortar launcher ship boat frigate "
        "warship submarine pickup bulldozer carrier rifle weapon battery radar system convoy personnel_carrier "
        "armoured_vehicle armored_vehicle technical speedboat tanker locomotive lorry car motorcycle motorbike bulldozer "
        "excavator launcher interceptor airplane bomber fighter_jet gunship hovercraft minesweeper barge ferry",
        "aircraft APCs artillery artillery_pieces Humvees MRAPs armour armor",
    ),
    of_a_side=True,
)
# Sent as a weapon these are used up; shot down they are lost; standing by they are equipment.
DRONES = NounClass(
    "drones",
    plurals("drone UAV quadcopter", "unmanned_aircraft") + plurals("kamikaze_drone attack_drone"),
    of_a_side=True,
)

MUNITIONS = NounClass(
    "munitions",
    plurals(
        "bomb shell rocket missile mine grenade munition precision_weapon guided_weapon cluster_munition warhead artillery_round mortar_round tank_round barrel_bomb torpedo projectile landmine IED "
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
    "capture arrest detain kidnap abduct seize imprison jail intern",
    "captured kidnapped kidnapping taken_away took_away take_away taking_away led_away lead_away leading_away "
    "marched_off march_off marching_off marched_away dragged_away drag_away dragging_away carried_off carry_off carrying_off "
    "herded_away driven_off_with made_off_with taken_into_custody took_into_custody taken_as_prisoners took_as_prisoners "
    "taken_prisoner took_prisoner take_prisoner taken_captive took_captive taken_hostage took_hostage held_hostage hold_hostage round_up "
    "rounded_up holding_captive held_captive",
)
DISPLACE = verbs(
    "displace uproot evict expel",
    "displaced fled flee flees fleeing driven_from drive_from drove_from drives_from driving_from forced_from forcing_from force_from forces_from driven_out drove_out left_homeless made_homeless forced_to_flee forced_to_leave forced_out_of",
)
LOSE = words("lost lose loses losing suffered suffer suffering")
DESTROY = verbs(
    "destroy disable wreck sink down damage burn torch immobilise immobilize incinerate scuttle intercept",
    "burnt shot_down shoot_down shooting_down shoots_down blown_up blew_up blow_up blowing_up sank sunk set_fire_to setting_fire_to "
    "set_on_fire set_ablaze knocked_out knock_out knocking_out taken_out took_out brought_down bring_down put_out_of_action",
)
LEAVE_BEHIND = verbs("abandon", "left_behind leave_behind leaving_behind")
LAUNCH = verbs("launch fire drop lob hurl release detonate lay", "shot shoot sent_over laid")

LIVING = ("fighters", "civilians", "people", "men")
UNITS = ("fighters", "men")

MEASURES = (
    Measure(
        "killed",
        "people killed; the holder is who died",
        counts=("dead",),
        befalls=LIVING,
        done_to=KILL,
        happens=verbs(
            "die perish drown",
            "dying fell_in_battle lost_their_lives lose_their_lives losing_their_lives lost_his_life lost_her_life met_their_deaths "
            "was_lost were_lost",
        ),
        event_nouns=words(
            "death deaths killing killings massacre execution executions murder murders loss losses bodies body toll tolls"
        ),
        states=words("dead fatalities killed slain deaths fatality bodies corpses martyrs"),
        undergone=words("lost"),
        suffered=LOSE,
    ),
    Measure(
        "wounded",
        "people wounded or injured; the holder is who was hurt",
        counts=("injured",),
        befalls=LIVING,
        done_to=WOUND,
        undergone=words(
            "hospitalised hospitalized treated_for_wounds treated_for_injuries treated_for_burns treated_for_gunshot"
        ),
        event_nouns=words("wounding injury injuries"),
        states=words("wounded injured injuries hurt with_wounds with_injuries with_burns with_gunshot with_shrapnel"),
    ),
    Measure(
        "captured",
        "people captured, detained, kidnapped; the holder is who was taken",
        counts=("captives",),
        befalls=LIVING,
        done_to=CAPTURE,
        undergone=words(
            "held held_in taken taken_from imprisoned in_custody in_detention in_captivity under_arrest behind_bars"
        ),
        happens=verbs(
            "surrender",
            "gave_themselves_up give_themselves_up giving_themselves_up laid_down_their_arms lay_down_their_arms "
            "laying_down_their_arms gave_up_their_arms handed_themselves_in turned_themselves_in",
        ),
        event_nouns=words("capture arrest arrests kidnapping kidnappings abduction abductions detention surrender"),
        states=words(
            "hostages captives prisoners detainees captured detained missing in_custody in_detention in_captivity under_arrest "
            "behind_bars in_prison in_jail"
        ),
    ),
    Measure(
        "displaced",
        "people driven from their homes",
        counts=("displaced",),
        befalls=("civilians", "people"),
        done_to=DISPLACE,
        happens=words(
            "fled flee fleeing flees escaped_the_fighting left_their_homes leave_their_homes leaving_their_homes abandoned_their_homes "
            "lost_their_homes left_their_villages left_everything sought_refuge sought_shelter seek_refuge seeking_refuge "
            "seeking_shelter taken_refuge took_refuge taken_shelter took_shelter crossed_the_border crossed_into crossing_into"
        ),
        event_nouns=words("displacement exodus"),
        states=words("displaced homeless"),
        group="civilians",
    ),
    Measure(
        "equipment_lost",
        "vehicles, weapons and other equipment destroyed or taken; the holder is who lost them",
        befalls=("equipment", "drones", "munitions"),
        done_to=(*DESTROY, *CAPTURE),
        event_nouns=words("destruction loss losses"),
        undergone=words("taken lost captured seized"),
        states=words("destroyed"),
        suffered=(*LOSE, *LEAVE_BEHIND),
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
    Measure(
        "munitions",
        "bombs, shells and drones used; the holder is who used them",
        counts=("munitions",),
        befalls=("munitions", "drones"),
        done_to=LAUNCH,
        doer_holds=True,
    ),
    Measure("equipment", "vehicles, tanks, guns that a side has", counts=("equipment", "drones"), doer_holds=True),
    Measure("personnel", "fighters, troops, members of a force", counts=("fighters", "men")),
    Measure(
        "civilians", "people present, ruled, trapped or evacuated", counts=("civilians", "people"), group="civilians"
    ),
)

TACTIC_LABELS = {
    "small_groups": "Small mobile groups, hit and run",
    "manoeuvre": "Manoeuvre: flanks, crossings, counter-attacks",
    "ambush": "Ambushes",
    "snipers": "Snipers",
    "tunnels": "Tunnels and prepared positions",
    "mines": "Mines, booby traps and roadside bombs",
    "suicide": "Suicide and car bombs",
    "human_shields": "Human shields",
    "siege": "Siege and blockade",
    "bombardment": "Air strikes, artillery and shelling",
    "drones": "Drones and missiles",
    "air_defence": "Air defence",
    "electronic": "Electronic and cyber warfare",
    "naval": "Boats, boarding and attacks at sea",
    "raid": "Raids and assaults",
    "infiltration": "Infiltration, escape and hiding",
    "sleeper_cells": "Sleeper cells and underground work",
    "assassination": "Assassinations and executions",
    "kidnapping": "Kidnapping and hostages",
    "terror": "Massacres, reprisals and terror",
    "destruction": "Looting, burning and demolition",
    "checkpoints": "Checkpoints, sweeps and curfews",
    "recruitment": "Recruitment and conscription",
    "proxies": "Proxies, mercenaries and allied fighters",
    "supply": "Arms supply, smuggling and workshops",
    "finance": "Money: ransom, taxes, trade, pay",
    "terrain": "Use of terrain and weather",
    "avoidance": "Avoiding open battle",
    "propaganda": "Propaganda and claims",
    "other": "Other",
}

# What weighs 1.6 or more is a method by itself; less needs a second cue, or a side that does it.
TACTIC_CUES = (
    # How units move and strike.
    Cue(
        r"guerr?illa (?:war\w*|tactics|attacks?|raids?|campaigns?|operations?|style|units?|groups?|insurgency|cells?|bands?)|like guerr?illas|hit[- ]and[- ]run|shoot[- ]and[- ]scoot|lightning (?:raid|attack|strike|offensive|advance)s?|"
        r"small(?:er)? (?:\w+,? ){0,2}(?:groups|units|squads|cells|bands|teams|parties|detachments)|"
        r"(?:groups?|teams?|squads?|parties|units|bands) of (?:twos?|threes?|fours?|two|three|four|five|six|seven|eight|nine|ten|a dozen|\d{1,2})\b(?! (?:villag|famil|refug|civil|journal|women|child))|"
        r"(?:twos|pairs) and threes|small numbers of (?:men|fighters)|"
        r"(?:two|three|four|five|six)-man (?:teams?|squads?|groups?|cells?)|"
        r"(?:break|breaks|broke|broken|split|splits|divid\w+|dispers\w+|scatter\w*) (?:\w+ ){0,3}into (?:\w+ ){0,2}(?:groups|bands|units|squads|cells|parties|teams)",
        2,
        "small_groups",
    ),
    Cue(
        r"squads?\b|guerr?illas?\b|motor(?:cycle|bike)s?|motorcyclists?|dirt bikes?|quad bikes?|on (?:foot|horseback|camels?)|pick-?ups?\b|technicals\b|"
        r"small (?:\w+ )?(?:group|unit|band|team|party) of (?:\w+ )?(?:fighters|men|militants|rebels|soldiers|gunmen|insurgents)|"
        r"mobile (?:groups?|units?|teams?|columns?)|roving|roam(?:s|ed|ing)?\b",
        1.2,
        "small_groups",
    ),
    Cue(
        r"pincers?\b|outflank\w*|flanking|bridgeheads?|beachheads?|counter-?(?:attack|offensive|strike|assault|thrust)\w*|"
        r"two-pronged|three-pronged|multi-pronged|spearhead\w*|amphibious|airborne (?:assault|landing|troops|operation)s?|"
        r"(?:human|infantry) waves?|human[- ]wave|feint(?:s|ed|ing)?\b|diversionary|blitzkrieg|meat (?:assault|wave|grinder)s?|"
        r"(?:punch|punches|punched|punching) (?:a |an )?(?:hole|holes|corridor|gap|through)|creeping (?:advance|offensive)|"
        r"armou?red (?:columns?|thrusts?|assaults?|spearheads?)|(?:attrition|combined[- ]arms|set-piece)\b",
        1.7,
        "manoeuvre",
    ),
    Cue(
        r"cross(?:es|ed|ing)? (?:(?:the|over|into|a|an|at) )(?:[\w'’-]+ ){0,3}(?:river|bridge|canal|strait|lake|stream|front ?lines?|lines?|border|frontier|ford)\b|"
        r"break(?:s|ing)? through|broke through|broken through|break-?throughs?|breach(?:es|ed|ing)?\b|"
        r"push(?:es|ed|ing)? (?:\w+ ){0,2}(?:\d[\w.]* (?:km|kilomet\w+|miles) (?:\(.{1,12}\) )?)?(?:into|towards?|deeper|north\w*|south\w*|east\w*|west\w*|forward|back|across|up|down)\b|"
        r"advanc(?:e|es|ed|ing) (?:\w+ ){0,3}(?:on|towards?|into|along|from|in|behind|across|under|through|with)\b|"
        r"(?:fighting|front ?line|front|battle) (?:\w+ ){0,2}(?:moved|shifted|spread|spilled)|armou?red (?:cars|carriers|columns?)|"
        r"landed (?:\w+ ){0,3}(?:troops|men|marines|soldiers|forces|fighters)|parachut\w+|paratroop\w+|fan(?:ned|ning) out|(?:massed|massing|mass) (?:\w+ ){0,2}(?:troops|forces|armou?r|tanks|men)|"
        r"(?:rush|rushed|rushing|redeploy\w*) (?:\w+ ){0,3}(?:reinforcements|troops|units|reserves)|on (?:several|two|three|many|multiple|all) (?:fronts|axes|sides)|from (?:two|three|several|all|four) (?:sides|directions)",
        1.2,
        "manoeuvre",
    ),
    Cue(
        r"raids?\b(?! gardens)|raid(?:ed|ing)\b|storm(?:s|ed|ing) (?:the|a|an|into|of|their|its|his|through|\w+ (?:base|camp|prison|barracks))|"
        r"(?:night|dawn|surprise|sudden|cross-border|frontal|all-out|infantry|ground|coordinated|simultaneous|complex|sneak|pre-?emptive) (?:raids?|attacks?|assaults?|incursions?|operations?)|"
        r"launch(?:es|ed|ing)? (?:[\w-]+ ){0,3}(?:attacks?|raids?|assaults?|offensives?|incursions?|operations?|strikes)|incursions?|"
        r"commandos?\b|special forces|over(?:run|ran|runs|running)\b|mount(?:s|ed|ing)? (?:\w+ ){0,3}(?:attacks?|raids?|operations?|offensives?)|"
        r"carr(?:y|ies|ied|ying) out (?:[\w-]+ ){0,4}(?:attacks?|raids?|operations?|bombings?|strikes)|"
        r"(?:gunmen|militants|fighters|rebels|insurgents|attackers|assailants|armed men) (?:[\w-]+ ){0,5}(?:attacked|stormed|entered|burst|opened fire|descended|swept|surrounded|came)",
        1.3,
        "raid",
    ),
    Cue(
        r"attack(?:s|ed|ing)? (?:[\w'’-]+ ){0,3}(?:camps?|bases?|posts?|outposts?|barracks|convoys?|patrols?|checkpoints?|positions?|towns?|villages?|prisons?|stations?|airports?|airbases?|airfields?|"
        r"pipelines?|plants?|churches|mosques|schools?|hospitals?|markets?|cars?|trucks?|vehicles?|buses|trains?|ships?|tankers?)\b|attacked (?:a|the|an)\b|"
        r"assaults?\b|assaulted|open(?:s|ed|ing)? fire|(?:step|stepped|stepping) up (?:\w+ ){0,2}(?:attacks|raids|strikes)|"
        r"(?:increas\w+|intensif\w+|escalat\w+) (?:\w+ ){0,2}(?:attacks|explosions|bombings|raids|strikes|operations)|explosions?\b|"
        r"(?:target|targets|targeted|targeting|hit|hits|hitting|struck|strikes?|striking) (?:\w+ ){0,4}(?:power (?:stations?|plants?|grid)|oil (?:fields?|depots?|refiner\w+)|refiner\w+|airfields?|airports?|ammunition|depots?|infrastructure|hospitals?|schools?|markets?|convoys?|warehouses?|dams?|bridges?|ports?)|(?:anything|everything|everyone|whatever) (?:that )?mov(?:es|ed|ing)",
        1.0,
        "raid",
    ),
    Cue(
        r"ambush\w*|(?:lying|lay|lie|lies) in wait|waylay\w*|waylaid|road ?blocks?|block(?:s|ed|ing)? (?:of )?(?:\w+ ){0,2}roads?\b",
        2,
        "ambush",
    ),
    Cue(r"snip(?:ers?|ing)\b|sharpshooters?|marksm[ae]n\b|picked off|pick(?:s|ing)? off", 1.7, "snipers"),
    Cue(
        r"tunnel(?:s|led|ling)?\b|bunkers?\b|trench(?:es|lines?)?\b|foxholes?|dug-?outs?|(?:dug|dig|digs|digging) (?:themselves )?in\b|entrench\w*|"
        r"fortif(?:y|ied|ies|ying|ications?)|barricad\w+|sandbag\w*|defen[cs]ive (?:position|line|work|belt|tunnel)s?|dragon['’]?s teeth|earthworks|berms?\b|pillbox\w*|strong ?points?|"
        r"caves? and tunnels|underground (?:bases?|bunkers?|complex\w*|tunnel)",
        2,
        "tunnels",
    ),
    Cue(
        r"(?:land|sea|anti-tank|anti-personnel|naval|limpet)[- ]?mines?\b|mines?\b(?! (?:of|workers?|shafts?|owners?|in (?:the )?(?:hills|province))\b)|minefields?|mine-?laying|mined\b|"
        r"booby[- ]?trap\w*|ieds?\b|improvised explosive|roadside (?:bomb|device)\w*|explosive (?:device|charge|trap)s?|trip ?wires?|"
        r"(?:plant|plants|planted|planting|lay|laid|laying|bury|buried|burying) (?:\w+ ){0,3}(?:bombs?|mines?|explosives|charges|devices)",
        2,
        "mines",
    ),
    Cue(
        r"suicide[- ](?:bomb\w*|vests?|attack\w*|belts?|drivers?|missions?|squads?|car|truck)|(?:car|truck|vehicle|lorry|motorcycle|boat)[- ]bomb\w*|vehicle[- ]borne|vbieds?|"
        r"explosives?[- ](?:laden|packed|rigged|filled)|(?:blew|blow|blows|blowing|blown) (?:himself|herself|themselves) up|explosive (?:vest|belt)s?|"
        r"detonat\w+ (?:\w+ ){0,3}(?:vests?|belts?|car|truck|vehicle)",
        2,
        "suicide",
    ),
    Cue(
        r"human[- ]shields?|(?:hid|hide|hides|hiding|hidden|shelter\w*|mingl\w+) (?:behind|among|amongst|in the midst of) (?:\w+ ){0,2}(?:civilians?|residents|people|population|women|villagers|patients|families|refugees|crowds?)|"
        r"us(?:e|es|ed|ing) (?:\w+ ){0,2}(?:civilians|residents|villagers|hostages|captives|prisoners) (?:as|to)",
        2.5,
        "human_shields",
    ),
    # Fire from afar.
    Cue(
        r"air ?strikes?|air[- ](?:raids?|attacks?|power|campaigns?|support|bombardment)|artillery|bombard\w*|shell(?:s|ed|ing|fire)?\b(?! compan)|barrel[- ]bombs?|"
        r"(?:glide|guided|gliding|aerial|cluster|unguided|vacuum|incendiary|bunker[- ]buster|dumb|precision) (?:aerial |air )?(?:bombs?|bombing|munitions?|weapons?)|"
        r"thermobaric|white phosphorus|napalm|carpet[- ]bomb\w*|howitzers?|mortars?\b|rocket (?:fire|attacks?|launchers?|barrages?|salvos?)|rocket-propelled|rockets\b|"
        r"multiple[- ](?:launch|rocket)|war ?planes?|(?:fighter|attack|military|regime|army|government) (?:jets?|aircraft|planes?|helicopters?)|gunships?|fighter[- ]bombers?|"
        r"naval (?:gunfire|guns?|bombardment)|rain(?:s|ed|ing)? (?:down )?on\b|(?:fire|fires|fired|firing|lob|lobbed|lobbing|hurl\w*) (?:\w+ ){0,3}(?:shells?|rockets?|mortars?|rounds|bombs?)|"
        r"strafe[sd]?\b|strafing|pound(?:ed|ing)\b|double[- ]tap|salvos?\b|barrages?\b|indirect fire",
        1.3,
        "bombardment",
    ),
    Cue(
        r"(?:mortar|artillery|tank|howitzer) (?:shells?|rounds?|bombs?|fire|barrages?)|(?:shells?|rockets?|bombs|mortars) (?:\w+ ){0,2}(?:fell|rained|landed|crashed)\b|(?:drop|drops|dropped|dropping) (?:\w+ ){0,3}(?:bombs?|rounds?|grenades?|munitions?|explosives|shells?|leaflets)|para-?gliders?|paramotors?|gyrocopters?|"
        r"(?:jets?|aircraft|planes|helicopters?|air force) (?:[\w-]+ ){0,3}(?:bomb|bombs|bombed|bombing|hit|struck|strafed|pounded|flattened|attacked)\b|"
        r"from the (?:air|sky|skies)|rul(?:es?|ing) the skies|own(?:s|ed)? the sk(?:y|ies)",
        1.6,
        "bombardment",
    ),
    Cue(r"bomb(?:s|ed|ers?|ing|ings)?\b", 0.9, "bombardment"),
    Cue(
        r"drones?\b|uavs?\b|quadcopters?|quadrocopters?|fpvs?\b|loitering|missiles?\b|ballistic|shaheds?\b|unmanned (?:aerial|aircraft|boats?|surface|vehicles?)|kamikaze",
        1.3,
        "drones",
    ),
    Cue(
        r"(?:fibre|fiber)[- ]optic|drone (?:swarms?|strikes?|attacks?|units?|operators?|warfare|war)|(?:attack|explosive|kamikaze|suicide|sea|naval|surveillance|reconnaissance|long-range) drones?|"
        r"(?:cruise|ballistic|hypersonic|anti-ship|long-range|anti-tank|guided) missiles?|waves? of (?:\w+ ){0,2}(?:drones|missiles)|"
        r"(?:wheel\w* out|hid(?:e|es|ing|den)?|mov(?:e|es|ed|ing)) (?:\w+ ){0,2}launchers?",
        1.6,
        "drones",
    ),
    Cue(
        r"air[- ]defen[cs]e (?:systems?|batter(?:y|ies)|missiles?|units?|umbrella)|anti-?aircraft|manpads?\b|shoulder-(?:fired|launched)(?: \w+)?|surface-to-air(?: \w+)?|patriot (?:batter(?:y|ies)|systems?|missiles?|interceptors?)|iron dome|no-fly zone",
        1.5,
        "air_defence",
    ),
    Cue(
        r"air[- ]defen[cs]es?|(?:shot|shoot|shoots|shooting) down|brought down|"
        r"intercept(?:s|ed|ing|ors?|ions?)\b|scrambl(?:ed|es|ing) (?:\w+ )?(?:jets|fighters)",
        1.0,
        "air_defence",
    ),
    Cue(
        r"electronic[- ]warfare|electronic (?:jamming|countermeasures|attack)|jamm(?:ed|ing|ers?)\b|jams? (?:\w+ ){0,2}(?:signals?|radars?|drones|gps|communications)|spoof\w+|cyber-?(?: ?attacks?| ?warfare| ?operations?)|malware|"
        r"(?:blind|blinds|blinded|blinding) (?:\w+ ){0,3}(?:drones?|radars?|sensors|cameras|satellites)|signals? intelligence|hack(?:ed|ing|ers)\b|"
        r"(?:cut|cuts|cutting|shut|shuts|shutting)(?: off| down)? (?:the |all |down )?(?:internet|telecommunications|telecoms|phone|mobile|cellular|communications?)\b",
        1.7,
        "electronic",
    ),
    Cue(
        r"speed ?boats?|gun ?boats?|(?:small|fast|fishing|rubber|inflatable|unmanned|attack|explosive|suicide) boats?|(?:board|boards|boarded|boarding) (?:\w+ ){0,4}(?:ships?|vessels?|tankers?|dhows?|freighters?|boats?|carriers?)\b|"
        r"pira(?:cy|tes?)\b|hijack\w*|sea drones?|torpedo\w*|frogmen|fast-rop\w*|abseil\w*|from a helicopter|helicopter-borne|"
        r"attack\w* (?:\w+ ){0,3}(?:shipping|merchant\w*|vessels?|tankers?)|(?:firing|fired|fire) (?:at|on|upon) (?:\w+ ){0,3}(?:ships?|vessels?|tankers?|merchant\w*)|"
        r"naval (?:patrols?|blockade|raids?|attacks?)|(?:warships?|navy ships?|frigates?|submarines?) (?:\w+ ){0,3}(?:shell|fire|fired|struck|patrol|launch)\w*|shells from (?:\w+ )?(?:ships|gunboats|warships)",
        1.6,
        "naval",
    ),
    # Against people, towns and what they live on.
    Cue(
        r"besieg\w*|under siege|(?:lay|lays|laid|laying) siege|sieges?\b(?! mentality)|blockad\w+|encircl\w+|surround(?:s|ed)\b|surrounding (?:the|it|them|its)\b|starv(?:e|es|ed|ing|ation)\b|"
        r"cut(?:s|ting)? (?:off |of )?(?:the |all |its |their |main |last )*(?:[\w-]+ )?(?:suppl\w+|roads?|routes?|highways?|power|electricity|water|fuel|railways?|lines?)\b|"
        r"cutting off|chok(?:e|es|ed|ing) off|sever(?:s|ed|ing) (?:\w+ ){0,3}(?:suppl\w+|roads?|routes?|highways?|links?|lines?)|"
        r"(?:clos|block|seal|obstruct|shut)(?:e|es|ed|ing|s)? (?:off )?(?:\w+ ){0,3}(?:crossings?|borders?|highways?|roads?|aid|suppl\w+|convoys?|deliver\w+|food|ports?)\b|"
        r"tighten\w* (?:\w+ )?(?:noose|ring|siege|grip|encirclement|blockade)|weapon of war",
        1.3,
        "siege",
    ),
    Cue(
        r"massacr\w+|ethnic(?:ally)? cleans\w+|reprisals?\b|collective punishment|(?:revenge|retaliatory|sectarian|mass) (?:attacks?|killings?|raids?)|"
        r"mass rape|sexual (?:violence|slavery)|gang[- ]rap\w+|rap(?:ed|es|ing)\b|tortur(?:e|es|ed|ing)\b|mutilat\w+|terrori[sz](?:e|es|ed|ing)\b|lynch\w*|"
        r"(?:house|door)[- ]to[- ](?:house|door)|(?:tie|tied|tying) up\b|hands (?:tied|bound)|(?:bound|tied) (?:and|hand)|hack(?:ed|ing) (?:\w+ )?to death|machetes?|"
        r"chemical (?:weapons?|attacks?|agents?)|chlorine|sarin\b|mustard gas|nerve (?:agent|gas)|depopulat\w+|"
        r"poison(?:s|ed|ing)? (?:\w+ ){0,2}(?:wells?|water|boreholes?|springs?|rivers?)|(?:make|makes|making|made) (?:it |\w+ )?(?:impossible to live|unliv\w+|uninhabitable)|"
        r"(?:forc|driv|drov|expel)\w* (?:\w+ ){0,4}(?:from|out of) (?:their|his|her) (?:homes?|villages?|land|houses)|indiscriminate\w*",
        1.6,
        "terror",
    ),
    Cue(
        r"scorched[- ]earth|loot(?:s|ed|ing|ers)?\b|pillag\w+|plunder\w*|ransack\w*|arson\b|torch(?:ed|es|ing)\b|raz(?:ed|ing)\b|demolish\w*|demolitions?|bulldoz(?:e|ed|es|ing)\b|dynamit\w+|sabotag\w+|"
        r"(?:burn|burns|burned|burnt|burning) (?:down )?(?:[\w'’-]+ ){0,4}(?:villages?|houses?|homes?|crops?|fields|shops?|huts?|markets?|churches|mosques|towns?|camps?|schools?|granaries|farms?|clinics?|to the ground)\b|"
        r"set(?:s|ting)? (?:fire to|(?:[\w'’-]+ ){1,4}(?:on fire|ablaze|alight))|(?:blow|blows|blew|blown|blowing) up (?:\w+ ){0,3}(?:houses?|homes?|bridges?|wells?|dams?|pipelines?|pylons?|power|railways?|schools?|shrines?|mosques?|churches)|"
        r"(?:destroy|destroys|destroying) (?:\w+ ){0,3}(?:bridges?|wells?|dams?|crops?|homes|houses|villages|roads|railways?|bases)|(?:flatten|level|levell)(?:s|ed|ing) (?:\w+ ){0,3}(?:villages?|towns?|homes|houses|blocks?|districts?|neighbou?rhoods?)|"
        r"cattle[- ](?:raid|rustl)\w*|rustl(?:ers|ing)\b|(?:bridges?|crossings?) (?:(?:over|at|across) (?:\w+ ){1,3})?(?:(?:was|were|is|are|be|to be|been|being) )*(?:blown up|knocked out|destroyed)",
        1.6,
        "destruction",
    ),
    Cue(
        r"kidnap\w*|abduct\w*|hostages?\b|ransoms?\b|(?:taken|taking|took|led|carried|march|marched|marching|dragged|herded) (?:away|off) (?:[\w'’,-]+ ){0,5}(?:men|people|women|villagers|boys|girls|youths?|residents|civilians|children|captives|families)|(?:were|was|been|being) (?:taken|led|dragged|marched|carried) (?:away|off)\b|(?:held|holding|taken) captive|"
        r"(?:taken|took|seized|snatched) (?:\w+ ){0,2}(?:children|boys|girls|students|women|men|villagers|aid workers|journalists|crew)|(?:taken|seized|snatched) from (?:\w+ ){0,2}(?:schools?|homes?|houses?|villages?|buses|mosques?)|"
        r"enforced disappear\w+|forcibly disappear\w+",
        1.6,
        "kidnapping",
    ),
    Cue(
        r"assassinat\w*|targeted killings?|execut(?:ed|ing|ions?)\b|behead\w*|summar(?:y|ily) (?:execut|kill)\w+|extrajudicial\w*|hit (?:men|squads?|lists?)|gunned down|death squads?|drive-by|decapitation strikes?",
        1.8,
        "assassination",
    ),
    Cue(
        r"checkpoints?|curfews?\b|cordon\w*|mass arrests|round(?:s|ed|ing)?[- ]?ups?\b|(?:sweep|clearing|clearance|search|cordon-and-search|mopping-up) operations?|screening (?:points?|centres?|camps?)|house searches|arbitrary (?:arrests?|detentions?)|martial law|informants?\b|informers?\b|filtration|seal(?:s|ed|ing)? (?:off )?(?:the |a )?(?:area|district|town|city|neighbou?rhood|village|quarter)",
        1.2,
        "checkpoints",
    ),
    # Hiding, the underground, the rear.
    Cue(
        r"infiltrat\w+|slip(?:s|ped|ping)? (?:[\w’']+ ){0,3}?(?:out|through|away|into|across|past|over)\b|sneak\w*|snuck|disguis\w+|dress(?:ed|ing)? (?:up )?(?:as|in)\b|posing as|(?:army|military|police|stolen|enemy|fake) uniforms?|(?:plain|civilian) clothes|"
        r"hid(?:e|es|ing|den)?\b|hide-?outs?|hideaways?|caves?\b|escape (?:routes?|tunnels?)|camouflag\w+|conceal\w*|blend(?:s|ed|ing)? (?:in|into|with)\b|"
        r"safe havens?|sanctuar(?:y|ies)|rear bases?|cross(?:es|ed|ing)? (?:back )?and forth|(?:jungle|forest|mountain|desert) (?:bases?|camps?|hide-?outs?|strongholds?)",
        1.2,
        "infiltration",
    ),
    Cue(
        r"sleeper (?:cells?|agents?)|underground (?:network|movement|insurgency|cells?|resistance)s?|(?:gone|go|goes|going|went) underground|clandestine\w*|secret cells?|fifth column|partisans?\b|urban cells?|undercover",
        2,
        "sleeper_cells",
    ),
    Cue(
        r"conscript(?:ed|ing|ion)\b|forced? recruit\w+|forcibl[ey] recruit\w*|press[- ]?gang\w*|child soldiers?|boy soldiers?|recruit(?:s|ed|ing|ment)? (?:of )?(?:\w+ ){0,3}(?:children|minors|boys|teenagers|prisoners|convicts|foreigners|locals|villagers|youths?)|"
        r"(?:arm|arms|armed|arming) (?:\w+ ){0,2}(?:children|villagers|civilians|tribes\w*)|(?:boys|children|teenagers|minors) (?:\w+ ){0,6}(?:rifles?|guns?|front|fight)\b|drafted into|(?:convicts|prisoners|inmates) (?:\w+ ){0,3}(?:to fight|recruited|from (?:prisons?|jails?))|(?:released|freed) from (?:prison|jail) to fight|forced (?:into|to join) (?:the )?(?:ranks|army|militias?)|"
        r"(?:lure|lures|lured|luring|entic\w+) (?:[\w-]+ ){0,3}(?:recruits|fighters|young|youths?|men)",
        1.7,
        "recruitment",
    ),
    Cue(
        r"recruit(?:s|ed|ing|ment|ers)?\b|conscripts?\b|call-?ups?\b|enlist\w*|drafts?\b|draft law|indoctrinat\w+|radicali[sz]\w+|mobili[sz](?:ed|ing|ation)\b",
        1.1,
        "recruitment",
    ),
    Cue(
        r"mercenar(?:y|ies)|proxy (?:forces?|fighters?|war|militias?|groups?)|proxies\b|private military|(?:foreign|hired) (?:fighters|guns)|military (?:advis[eo]rs|trainers|instructors)|"
        r"(?:trained|taught|armed|equipped|directed|financed|funded|backed and armed) (?:and \w+ )?by\b|(?:allied|local|tribal|village|pro-government|islamist) (?:\w+ )?(?:militias?|volunteers|forces|defen[cs]e (?:groups|units)|fighters)|fight(?:s|ing)? alongside",
        1.3,
        "proxies",
    ),
    Cue(
        r"smuggl\w+|gun-?running|(?:arms?|weapons?|ammunition) (?:shipments?|deliver(?:y|ies)|traffick\w+|caches?|dumps?|depots?|stores?|factor(?:y|ies)|workshops?|suppl\w+|stockpiles?)|workshops?\b|supply (?:lines?|routes?|convoys?|chains?|runs?)|"
        r"home-?made|makeshift|improvised\b|dhows?\b|by (?:dhow|mule|donkey|sea)\b|resuppl\w+|air-?drop\w*|air-?lift\w*|(?:captured|seized|looted|stolen) (?:\w+ ){0,2}(?:weapons|ammunition|arms|tanks|vehicles|equipment)",
        1.2,
        "supply",
    ),
    Cue(
        r"ransoms?\b|extort\w+|protection (?:money|rackets?)|tax(?:es|ed|ing|ation)\b|zakat|levies\b|levy\b|(?:sell|sells|sold|selling|smuggl\w+|trade in|trafficking) (?:\w+ ){0,2}(?:oil|gold|timber|antiquities|charcoal|drugs|fuel|ivory|cattle|archaeological)|oil (?:sales?|smuggling|operations|revenues?)|"
        r"black market|illicit|illegal (?:mining|logging|gold)|drug (?:trade|traffick\w+|money)|opium|captagon|financial incentives|salar(?:y|ies)\b|brib(?:e|es|ed|ing|ery)\b|(?:pay|pays|paid|paying) (?:\w+ ){0,3}(?:checkpoints?|tribute|fighters|recruits|bounties|to pass)|(?:trucks|drivers|traders|farmers) (?:must |have to )?pay\b|collect(?:s|ed|ing)? (?:\w+ ){0,4}(?:tax\w*|dollars|money|dues|tolls|fees|ransoms?)",
        1.4,
        "finance",
    ),
    Cue(
        r"(?:dust|sand|snow)[- ]?storms?|bad weather|cover of (?:darkness|night|fog|smoke|dust|rain|the (?:forest|trees|night|dark))|(?:us(?:e|es|ed|ing)|know|knows|exploit\w*|advantage of) (?:of )?(?:the |its |their )?(?:\w+ ){0,2}(?:terrain|landscape|geography|jungle|forests?|mountains?)|night[- ]vision",
        1.5,
        "terrain",
    ),
    Cue(
        r"(?:low|thick) cloud|fog\b|terrain|under cover\b|at night\b|by night\b|after dark|before (?:dawn|daybreak|first light)|"
        r"rugged|mountainous|dense (?:forest|jungle|bush|vegetation)|(?:thick|dense) (?:forests?|jungles?)|rainy season|mud\b",
        1.1,
        "terrain",
    ),
    Cue(
        r"mountains?\b|forests?\b|jungles?\b|bush\b|swamps?|marsh(?:es|lands?)|ravines?|gorges?|canyons?|valleys?\b|wadis?\b|high ground|heights\b|hilltops?|orchards?",
        0.7,
        "terrain",
    ),
    Cue(
        r"avoid(?:s|ed|ing)?\b|withdr[ae]w\w*|retreat\w*|pull(?:s|ed|ing)? back|(?:fall|falls|fell|fallen|falling) back|regroup\w*|dispers(?:e|es|ed|ing|al)\b|scatter(?:s|ing)\b|scattered (?:into|in|across|through|among|when|before|as)\b",
        1.2,
        "avoidance",
    ),
    Cue(
        r"melt(?:s|ed|ing)? (?:away|into|back)|vanish(?:es|ed|ing)? into|disappear(?:s|ed|ing)? into the|refus(?:e|es|ed|ing) (?:open )?battle|without (?:a (?:fight|shot)|firing|resistance)|(?:do|does|did) not (?:stand|hold (?:on|ground|territory))|"
        r"abandon(?:s|ed|ing)? (?:[\w'’]+ ){0,3}(?:positions?|posts?|bases?|towns?|villages?|camps?|weapons|vehicles)|left their (?:positions?|posts?)|be gone (?:in|within|before)|keep(?:s|ing)? (?:its|their) distance|(?:tactical|fighting|strategic) (?:retreat|withdrawal)|"
        r"(?:pitched|open|set-piece) battles?|shake off|evade[sd]?\b|evading|elud(?:e|es|ed|ing)|trad(?:e|es|ing) (?:space|ground) for time",
        1.3,
        "avoidance",
    ),
    Cue(
        r"propaganda|(?:video|footage) (?:released|showing|posted)|(?:released|circulat\w+|post(?:ed|ing)|published) (?:a |\w+ )?(?:videos?|footage)|claim(?:s|ed|ing)? responsibility|exaggerat\w+|disinformation|misinformation|fake (?:news|videos?)|"
        r"psychological (?:warfare|operations?)|leaflets|threatening (?:text|messages|letters|calls)|night letters|false[- ]flag",
        1.2,
        "propaganda",
    ),
)

# Words that say that somebody fights that way, and does so as a rule. They count beside one of the above.
TACTIC_BESIDE = (
    Cue(
        r"(?:fighters|militants|rebels|insurgents|gunmen|jihadis(?:ts?)?|guerrillas|troops|soldiers|infantry|army|navy|air force|militia(?:men|s)?|forces|paramilitar(?:y|ies)|junta|regime|attackers|"
        r"assailants|bandits|raiders|riders|horsemen|commandos|both (?:sides|armies)|each side|groups?\b|enemy|organi[sz]ation|generals\b|military\b|movement\b|its (?:men|fighters|forces|militants|drones|aircraft|jets)|their (?:men|fighters|drones|aircraft|jets)|"
        r"special forces|warplanes|jets|defenders|separatists|terrorists|armed men|(?:insurgent|rebel|armed|militant|extremist|jihadist|islamist|guerr?illa) (?:factions?|bands?)|army aircraft|drones)\b",
        0.3,
    ),
    Cue(
        r"tactics?\b|strateg(?:y|ies)|method of|methods|modus operandi|military (?:policy|approach)|way of (?:fighting|war)|style of|rel(?:y|ies|ied|ying|iance) on|lean(?:s|ed|ing|t)? on|resort(?:s|ed|ing)? to|turn(?:s|ed|ing)? to|"
        r"speciali[sz]\w+|adept at|expert at|weapon of choice|adapted|adopted|learn(?:ed|t) to|(?:taken|took|takes) to|switch(?:ed|ing)? to|(?:take|takes|taken|taking|took) advantage of|exploit(?:s|ed|ing)?\b|depends? on|employ(?:s|ed|ing)?\b|mak(?:e|es|ing) use of|doctrine|us(?:es|ing|ed?) (?:of )?(?:the )?\w+ (?:as|to)",
        0.6,
    ),
    Cue(
        r"usually|often|frequently|regularly|routinely|repeatedly|typically|habitually|increasingly|constantly|systematic\w*|widespread|lately|known (?:to|for)|tends? to|each time|every (?:day|night|week|time|few)|night after night|day after day|nightly|daily|whenever|"
        r"(?:has|have) (?:\w+ )?(?:been \w+ing|begun|started)|(?:has|have) (?:also |repeatedly |now |since |long )?(?:\w+ed|hit|struck|built|taken|dug|laid|cut|set)\b|meant to|order to|so as to|so that|designed to|aimed at",
        0.3,
    ),
    Cue(
        r"us(?:e|es|ed|ing)\b|by (?:dropping|using|firing|cutting|planting|laying|sending|hiding|moving|crossing|attacking|striking|burning|\w+ing (?:the|their|its|a))|armed with",
        0.3,
    ),
)

TACTIC_AGAINST = (
    Cue(r"(?:analyst|expert|professor|author) |agreement|negotiat\w+|ceasefire|truce|election", -0.5),
    Cue(r"killing of|was killed|were killed|have been killed|documented the death", -0.4),
    Cue(r"(?:such|these|those) (?:attacks|raids|strikes|assaults|methods|tactics|operations|bombings)\b", -0.4),
    Cue(
        r"(?:following|during|after|since|site of|scene of|despite|of) (?:the|this|that|their|these|such) (?:\w+ ){0,2}(?:attacks?|ambush|raids?|siege|bombings?|assaults?|shelling|strikes?|blasts?|explosions?)\b",
        -0.5,
    ),
    # Who condemns, demands or mourns a thing does not tell how it is done.
    Cue(
        r"condemn\w*|deplor\w*|appal\w*|unacceptable|we call|call(?:s|ed|ing)? (?:for|on|upon)|urg(?:e|es|ed|ing)\b|condolences|outrage\w*|unlawful|war crimes?|accountab\w+|international law",
        -0.7,
    ),
    Cue(
        r"humanitarian|aid agenc\w+|donors?\b|funding|funded|vaccin\w*|cholera|malnutrition|nutrition|ministerial|summit|delegation|conference|rewards?\b|sanctions?\b|treasury|state department|prosecut\w+|trial\b|court\b|sentenced|convicted|charged with",
        -0.6,
    ),
    Cue(
        r"demining|de-mining|mine[- ](?:clearance|action)|clear(?:ed|ing|ance)? (?:of )?(?:\w+ )?mines|(?:gold|coal|coltan|cobalt|copper|diamond|tin|salt|iron|uranium|lithium|jade|ruby|silver|gem) mines?|mining (?:company|firm|industry|sector)",
        -2.0,
    ),
    Cue(
        r"shares\b|investors?|revenues?\b|profits?\b|quarterly|per cent (?:of|in)|coach\b|striker|league\b|championship|goalkeeper|box office|hurricane|forecasters|meteorolog\w+|tropical|wildfires?|firefighters",
        -1.5,
    ),
    Cue(
        r"(?:in|since|until) (?:1[5-9]\d\d|200\d)s?\b|second world war|first world war|world war|cold war|born in|graduated|studied|covered \w+ for|spent \d+ years|our (?:colleague|correspondent|reporter|team)s?|(?:spoke|speaking|talked|talking) to\b",
        -0.5,
    ),
)

TACTIC_HEADINGS = (
    Cue(
        r"tactics|methods|modus operandi|how (?:they|it|he|she|the \w+|\w+) (?:fights?|attacks?|operates?|wages?)|weapons|drones?|war from|(?:air|drone|naval|sea|guerr?illa|trench) war(?:fare)?|siege|under fire|ambush",
        0.4,
    ),
)

OUTLOOK_LABELS = {
    "threat": "The threat ahead",
    "fighting": "How the fighting may go",
    "control": "Who may gain or lose ground",
    "movement": "Where forces may go",
    "talks": "Talks, deals and politics",
    "civilians": "What may come for civilians",
    "support": "Outside powers and their plans",
    "backing": "Who stands behind whom, and who gains",
    "other": "Other",
}

# Rival answers to these stand side by side in a merged brief.
QUESTIONS = {"backing": "who stands behind whom, and who gains"}

# How English speaks of what is to come. What weighs 1.4 does so alone; less needs a subject, a time or a condition.
OUTLOOK_CUES = (
    Cue(r"(?:will|shall|ll|won['’]t)\b(?! have (?:been|\w+ed))", 0.9),
    Cue(r"(?:may|might|could)\b(?! (?:not )?have\b)(?! \d)(?![,.;)])", 0.8),
    Cue(r"would\b(?! (?:not )?have\b)", 0.6),
    Cue(
        r"(?:said|says|saying|promis(?:e|es|ed|ing)|vow(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|insist(?:s|ed|ing)?|believ(?:e|es|ed)|think(?:s|ing)?|thought|announc(?:ed|es|ing)|declar(?:ed|es|ing)|"
        r"agreed|swore|sworn|assured|told|added|suggest(?:s|ed)?|assess(?:es|ed)?|confident|hop(?:es?|ed|ing)|doubt(?:s|ed)?) (?:[\w'’“\"-]+ ){0,8}(?:would|will)\b",
        1.3,
    ),
    Cue(
        r"(?:is|are|was|were|be|been|being|seems?|seemed|looks?|appears?|appeared) (?:[\w]+ ){0,2}?(?:expected|likely|unlikely|set|poised|bound|due|about|certain|sure|doomed|destined|slated|scheduled|preparing|ready|determined|prepared|hoping|going|tempted) to\b",
        1.6,
    ),
    Cue(
        r"expect(?:s|ed|ing)?\b|expectations?\b|anticipat(?:e|es|ed|ing|ion)\b|predict(?:s|ed|ing|ions?)?\b|forecast(?:s|ing)?\b|foresee\w*|foresaw|envisag\w+|bet(?:s|ting)? (?:on|that)|reckon(?:s|ed)? (?:that|on)",
        1.4,
    ),
    Cue(
        r"likely|unlikely|likelihood|likelier|likeliest|probab(?:le|ly|ility)|inevitabl[ey]|impending|imminent(?:ly)?|loom(?:s|ed|ing)?\b|prospects?\b|on the (?:horizon|brink|verge|cusp)|"
        r"(?:question|matter) of (?:time|weeks|days|months)|sooner or later|lies ahead|lie ahead|offing\b",
        1.2,
    ),
    Cue(r"threat(?:s|en|ens|ened|ening)?\b|danger(?:s|ous)?\b|menac\w+", 1.0, "threat"),
    Cue(
        r"warn(?:s|ed)?\b|warnings? (?:that|of|against)|fear(?:s|ed|ing)?\b|afraid (?:that|of)|worr(?:y|ies|ied|ying) (?:that|about|over)|concern(?:s|ed)? (?:that|about|over)|anxious (?:that|about)|"
        r"risk(?:s|ed|ing)? (?:of|that|being|becoming|losing|\w+ing)\b|at risk of|danger of|alarm(?:ed|s)? (?:that|at|over|about)|caution(?:s|ed) (?:that|against)",
        1.4,
        "threat",
    ),
    Cue(
        r"(?:seek|seeks|seeking) to|aim(?:s|ed|ing)? (?:to|at)|plan(?:s|ned|ning)? (?:to|for|on)\b|planning (?:a|an|its|their|the)\b|intend(?:s|ed|ing)?\b|intentions?\b|prepar(?:e|es|ed|ing) (?:to|for|a|an|the|its)\b|preparations? (?:to|for)|"
        r"(?:trying|attempting|striving|want|wants|wish|wishes|hop(?:e|es|ed|ing)|hopes|ready|willing|determined|vow(?:s|ed)?|pledg(?:e|es|ed)|promis(?:e|es|ed)|threaten(?:s|ed|ing)?|offer(?:s|ed|ing)?|tempted|looking|readying|eager|keen) to\b|"
        r"look(?:s|ing)? forward to|hop(?:es?|ed|ing) (?:for|that)|gear(?:s|ed|ing)? up|brac(?:e|es|ed|ing) (?:for|itself|themselves)|consider(?:s|ing) (?:\w+ing|a|an|the|whether)\b|mull(?:s|ed|ing)\b|vow(?:s|ed|ing)? (?:that|revenge|retaliation|\w+)|weigh(?:s|ing)\b",
        1.1,
    ),
    Cue(
        r"resurgen\w+|regroup\w*|re-?emerg\w+|comeback|rebuild(?:s|ing)?\b|revival|"
        r"still (?:capable|able|a (?:\w+ )?(?:threat|danger|force|menace)|pos(?:es?|ing)|dangerous|strong|alive|at large|remains?|retains?|has the)|"
        r"remain(?:s|ed)? (?:a|an|the) (?:\w+ ){0,3}(?:threat|danger|risk|source|force|menace|target|challenge)|remain(?:s|ed)? (?:capable|able|dangerous|potent|resilient|undefeated|at large|intact)|capable of|retains? the (?:ability|capacity)",
        1.3,
        "threat",
    ),
    Cue(
        r"(?:not|never) (?:yet )?(?:been )?(?:fully |completely |yet |entirely |wholly |really )?(?:eliminated|defeated|over\b|finished|collapsed|ended|decreased|diminished|weakened|beaten|broken|decisive|complete\b|vanquished|gone away|destroyed)|"
        r"far from (?:over|defeated|finished|won|beaten|complete)|does not mean|do not mean|gr(?:ow|ows|owing|own|ew) (?:stronger|bolder)|gain(?:s|ing|ed)? (?:strength|momentum)|on the (?:rise|march|offensive)|biding (?:its|their) time|gather(?:s|ing)? (?:strength|momentum|pace)",
        1.4,
        "threat",
    ),
    Cue(
        r"los(?:e|es|ing) (?:ground|momentum|a war|the war)|running out of|(?:runs?|ran) out of|(?:is|are|was|were) (?:\w+ )?(?:finished|doomed|done for)\b|days are numbered|near(?:s|ing) (?:collapse|defeat|victory|its end|an end)|close to (?:collapse|victory|defeat|falling|breaking)|"
        r"on the (?:wane|back foot|defensive|ropes|point of)|head(?:s|ed|ing) (?:for|towards?) (?:\w+ )?(?:war|collapse|defeat|famine|disaster|catastrophe|stalemate|partition|confrontation|conflict)|beginning of the end|endgame|turning point|tipping point|(?:final|last) (?:\w+ ){0,3}(?:resort|refuge|stand|battle|phase|stage|push)|last ditch|about to\b",
        1.2,
        "control",
    ),
    Cue(
        r"(?:difficult|hard|harder|impossible|tough|easy|easier) (?:for (?:[\w'’-]+ ){1,7})?to (?!the\b|a\b|an\b|his\b|her\b|their\b|its\b|say|know|tell|verify|confirm|count|reach)\w+|(?:will|may|would|could) be (?:\w+ )?(?:difficult|hard|tough|costly|bloody|long|slow)|unable to|(?:can|cannot|can['’]t) (?:\w+ )?(?:recruit|win|hold|defeat|take|sustain|keep|afford|last|survive|stop|continue|endure|be (?:won|defeated|held|beaten|stopped))\b|"
        r"lack(?:s|ed|ing)? (?:the|enough|sufficient)|enough (?:\w+ ){1,3}(?:to|for)\b|too (?:few|weak|thinly|stretched|small|slow|exhausted)\b|(?:nobody|no one|nobody left|no-one|nothing) to \w+|no (?:way out|exit|exit strategy|end in sight|easy|quick)\b|nowhere (?:left |else )?to (?:go|run|hide)|"
        r"long(?:er)? time\b|(?:last|take|drag on|go on|continue|need)(?: for)? (?:\w+ )?(?:years|months|decades)\b|(?:years?|months|decades) to come|fight(?:ing)? to the (?:death|end|last)|(?:stalemate|deadlock|impasse|quagmire)\b|attrition|drag(?:s|ging)? on|protracted|prolonged|lengthy|(?:do|does|will) not stop|never (?:surrender|give up|accept|leave)",
        1.1,
        "fighting",
    ),
    Cue(
        r"(?:question|matter) of (?:time|weeks|days|months)\b|(?:no|little|few|scant|hardly any|any|slim|scarcely any|not much|faint|some) (?:\w+ )?(?:signs?|indications?|prospects?|hopes?|chances?|appetite|incentive|likelihood|guarantees?) (?:of|that|for|to|it)\b",
        1.6,
    ),
    Cue(
        r"next (?:few |several |two |three )?(?:days?|weeks?|months?|years?|spring|summer|autumn|winter|phase|stage|step)\b(?! (?:after|he|they|it))|(?:coming|forthcoming) (?:days?|weeks?|months?|period|years?|hours?|offensive|battle|elections?)|"
        r"(?:near|foreseeable|immediate) future|what next|what then|upcoming|(?:days|weeks|months|years) (?:ahead|to come)|soon\b(?! (?:after|afterwards|became|as|found|followed|had|was))|until further notice",
        1.3,
    ),
    Cue(
        r"schedul(?:e|ed|es)\b|(?:date|timetable|timeline) (?:for|has|was|is|to)\b|deadlines?\b|ultimatum|(?:has|have) yet to|(?:has|have) to (?:end|leave|go|decide|choose|withdraw|fight|be|face|give)\b|must (?:\w+ ){1,3}(?:by|before|or)\b|"
        r"(?:is|are|was|were) to (?:be (?:[a-z]+ed|sent|held|built|given|taken|withdrawn|driven)|leave|begin|start|end|go|take|hold|meet|withdraw|hand|move|return|vote|receive|arrive|send|deploy|pull|join|resume|follow|continue)\b|"
        r"due (?:in|on|by|next|this|at|for|before)\b|promised for|planned for|slated for|postponed|pending\b|waiting for the|await(?:s|ing)?\b|(?:called|calling) off|hand(?:ed|ing)? back by|phase(?:d)? out",
        1.1,
    ),
    Cue(
        r"(?:had|has|have|given|gave|gives?|giving) (?:[\w']+ ){0,4}(?:a fortnight|a week|a month|hours|days|weeks|months|until \w+) (?:at most |or so |left )?(?:to|left)\b|or (?:else )?face\b|either (?:they|he|she|we|you|it) (?:[\w'’]+ ){1,4}or\b|(?:surrender|leave|flee|disarm|withdraw) or\b|"
        r"choose between|choice (?:between|of|is)|(?:no|only|other|few) (?:options?|choices?|alternatives?)|left with (?:\w+ )?(?:options?|choices?)",
        1.3,
        "fighting",
    ),
    Cue(
        r"remains? (?:to be seen|uncertain|unclear|unresolved)|(?:unclear|uncertain|unknown|open question|not clear) (?:whether|how|when|if|who|what)|question (?:(?:of|is|now is|remains?|then is):? )?(?:whether|how|when|what|who)\b|what (?:comes|happens) (?:next|then|after)",
        1.4,
    ),
    Cue(
        r"(?:nobody|no one|no-one|none|few|hardly anyone|hardly anybody|nobody else) (?:[\w'’]+ ){0,5}?(?:believes?|expects?|thinks?|predicts?|hopes?|imagines?)\b",
        1.6,
    ),
    Cue(
        r"(?:many|most|some|everyone|everybody) (?:[\w'’]+ ){0,4}?(?:believes?|expects?|thinks?|doubts?|predicts?|see)\b|suspects?\b|doubts? (?:that|whether|if|it)|(?:we|analysts|observers|experts|officials|diplomats|commanders) (?:\w+ )?(?:see|believe|think|reckon|assess|say it)\b|"
        r"tempt(?:ed|ation|ing)\b|scenarios?\b|long run\b|future of (?:the |its |his )?(?:country|region|group|war|movement|city|regime|army|mission|alliance|enclave|truce|talks|government)|if not (?:stopped|checked)|unless\b|as long as\b|until (?:they|it|the \w+|he|she) (?:is|are|have|has|agree|win|leave|surrender|withdraw)",
        0.9,
    ),
    Cue(
        r"puppets?\b|prox(?:y|ies)\b|pawns?\b|at the behest of|on (?:the )?orders of|instruct(?:s|ed|ing)?\b|"
        r"(?:gave|gives?|given|giving|issu(?:es|ed|ing)) (?:\w+ ){0,3}(?:instructions|orders)\b",
        2.0,
        "backing",
    ),
    Cue(
        r"beneficiar(?:y|ies)\b|serv(?:es?|ed|ing) (?:\w+ ){0,4}(?:interests?|agendas?)\b|"
        r"(?:material|logistic\w*|military|financial|covert) (?:and \w+ )?(?:support|backing) (?:to|for|from)\b",
        1.0,
        "backing",
    ),
)

# What is spoken of, when, and on what condition: beside one of the above.
OUTLOOK_BESIDE = (
    Cue(
        r"by (?:the (?:\w+ )?(?:end|middle|start|beginning|time|monsoon|rains?|summer|winter|spring|autumn|fall|new year|weekend)|next|early|late|mid|then|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|20\d\d|christmas|ramadan|easter)\w*|"
        r"within (?:[\w-]+ ){0,2}(?:hours?|days?|weeks?|months?|years?|fortnight)|before (?:the )?(?:[\w-]+ ){0,3}(?:rains?|season|winter|summer|spring|autumn|monsoon|snows?|end|elections?|month|year|week|harvest|ramadan|christmas|long)\b|until (?:the )?(?:[\w-]+ ){0,2}(?:rains?|season|winter|spring|summer|end|month|year)\b|"
        r"tomorrow|tonight|eventually|due course|(?:later|end of) (?:this|the|next) (?:week|month|year)|shortly\b(?! (?:after|before))|for (?:years|months|decades) to come|from now on|any (?:day|time|moment)|again\b|at most\b|one day\b|(?:this|next|coming) (?:spring|summer|autumn|winter|year|month)",
        0.5,
    ),
    Cue(
        r"if\b|unless\b|otherwise\b|(?:case|event) of\b|should (?:the|it|they|he|she|a|an|this|that) \w+|provided that|once the|(?:longer|further) (?:it|they|the|this|he)\b|either\b|until\b|then the",
        0.5,
    ),
    Cue(
        r"analysts?\b|researchers?|experts?\b|scholars?|diplomats?|observers|intelligence|officials?\b|commanders?|negotiators?|spokes\w+|strategists?|planners?|generals?\b|aid workers|security sources|western",
        0.2,
    ),
    Cue(
        r"offensives?|assaults?|battles?|fight(?:s|ing|ers)?\b|attacks?\b|attack(?:ing)\b|war\b|warfare|clash(?:es)?|strikes?\b|raids?|guerr?illa|front ?lines?|fronts?\b|truce is|hostilit\w+|escalat\w+|retaliat\w+|operations?\b|insurgen\w+|campaigns?|bomb\w*|massacres?|surrender\w*|storm(?:ing)?\b|decision\b",
        0.4,
        "fighting",
    ),
    Cue(
        r"captur(?:e|ed|ing)|recaptur\w+|retak(?:e|en|ing)|retook|seiz(?:e|ed|ing)|(?:fall|falls|fallen) (?:to|into|without|within|soon|next|\w+ days)|collapse\w*|gain(?:s|ed|ing)?\b|los(?:e|es|ing|t)\b|ground\b|control\b|territor\w+|advanc\w+|foothold|stronghold|take over|takeover|encircl\w+|cut off|city\b|towns?\b|villages?\b|handed back|hold\b|reach\b|inside the",
        0.3,
        "control",
    ),
    Cue(
        r"withdr[ae]w\w*|pull(?:s|ed|ing)? (?:out|back)|leave\b|leaving|depart(?:s|ed|ing|ures?)?\b|retreat\w*|deploy\w*|reinforce\w*|redeploy\w*|march\b|return\w*|escap\w+|disappear|flee\w*|move (?:into|to|on)|sent? (?:\w+ ){0,2}(?:troops|soldiers|forces)|cross\b|spread\w*|expand\w*",
        0.3,
        "movement",
    ),
    Cue(
        r"negotiat\w+|talks\b|cease-?fires?|truces?|settlement|agreements?|deals?\b|peace\b|elections?|votes?\b|constitution\w*|transition\w*|summit|mediat\w+|round\b|armistice|coup\b|referendum",
        0.3,
        "talks",
    ),
    Cue(
        r"civilians?|displace\w*|refugees?|famine|hunger|starv\w+|humanitarian|residents|population|families|evacuat\w*|villagers|homes\b|aid\b|camps?\b|disease|atrocit\w+|genocide|reprisals?",
        0.3,
        "civilians",
    ),
    Cue(
        r"(?:send|sends|sending|supply|supplies|deliver\w*|provide|provides|arm|train) (?:\w+ ){0,3}(?:weapons|arms|missiles|tanks|jets|troops|soldiers|trainers|aid|ammunition|support)|sanctions?|peacekeep\w*|missions?\b|allies\b|washington|moscow|beijing|tehran|ankara|riyadh|brussels|nato\b|african union|united nations|american (?:forces|troops|military)|coalition\b",
        0.3,
        "support",
    ),
    Cue(
        r"threat\b|insurgen\w+|resurgen\w+|terroris\w+|jihadis\w*|militants?\b|extremis\w+|militias?\b|rebels?\b|regime\b|junta\b|army\b|troops\b|forces\b|soldiers\b|enemy\b",
        0.3,
    ),
)

OUTLOOK_AGAINST = (
    Cue(r"(?:could|would|might|may) (?:not )?have\b|would(?:n[’']t| not) be surprised|if not\b", -0.8),
    Cue(r"in (?:19\d\d|20[012]\d)\b", -0.3),
    Cue(
        r"said it would have|we(?:['’]ll| will) assume|(?:figures|numbers|data) (?:\w+ ){0,3}(?:provisional|revised|updated)|read more|subscri\w+|newsletter|cookies?\b|click\b|unsubscribe|sign up|copyright|all rights|next report",
        -2.0,
    ),
    # What was once expected, and what nobody can check.
    Cue(
        r"had (?:been |initially |long |once |not )?(?:expected|hoped|planned|promised|feared|thought|intended|predicted|vowed|threatened)|promised then|as expected|at the time|back then|originally|once (?:promised|vowed|predicted)|used to",
        -1.4,
    ),
    Cue(
        r"could not (?:be|immediately|independently|confirm|verify|say|provide|give|reach|tell)|(?:may|might|could) be (?:seen|read|found|downloaded|contacted)",
        -1.2,
    ),
    Cue(
        r"(?:in|since|last|this|early|late|mid|until|by|of|from|during|on \d{1,2}|\d{1,2}(?:st|nd|rd|th)?|and|between) may\b",
        -0.8,
    ),
    Cue(r"(?:political|good|free|own) will\b|against (?:his|her|their|its|our) will\b|last will", -0.9),
    # Ceremony, visits, money.
    Cue(
        r"best wishes|congratulat\w*|condolences|thoughts and prayers|proud\b|honou?r(?:ed|s)?\b|thank(?:s|ed|ful)?\b|happy\b|warmest|welcome(?:s|d)?\b|commend\w*",
        -1.0,
    ),
    Cue(
        r"(?:will|would) (?:also |then |next )?(?:travel|visit|host|meet|attend|chair|participate|assemble|convene|discuss|address|brief|join (?:the )?(?:secretary|minister))\b|delegation|ministerial|press (?:conference|briefing)|bilateral|ambassador|foreign (?:secretary|minister)|secretary of state|deputy secretary|special envoy",
        -0.6,
    ),
    Cue(
        r"us\$|usd\b|million (?:dollars|euros|pounds)|loan|rewards?\b|donors?\b|funding\b|grants?\b|per cent is covered|appeal for",
        -0.7,
    ),
    Cue(
        r"shares\b|investors?|revenues?\b|profits?\b|quarterly|dividend\w*|coach\b|striker|league\b|championship|goalkeeper|box office|hurricane|forecasters|meteorolog\w+|temperatures?|rainfall|showers",
        -1.2,
    ),
    Cue(
        r"committed to|commitment to|we (?:will )?(?:stand|continue|remain|support|urge|call|welcome)|working (?:together|closely)|side by side|international community|political will|shared (?:goal|commitment|values)|partnership",
        -0.6,
    ),
)

OUTLOOK_HEADINGS = (
    Cue(
        r"outlook|what(?:['’]s)? next|what (?:comes|happens|lies|now)|looking (?:ahead|forward)|prospects|scenarios?|forecasts?|next steps|(?:road|way|months|weeks|days|year) ahead|projections?|future|where (?:next|now)|risks?\b|likely developments",
        0.6,
    ),
)


class Brief(BaseModel):
    """What one article says about an armed conflict."""

    who: Annotated[
        tuple[Entity, ...], EntityRules(KINDS, KIND_WORDS, parties=("armed_group", "state"), offices=OFFICES)
    ] = Field((), description="Those who act or speak: fighting sides, states, people, organisations, media.")
    where: Annotated[
        tuple[Place, ...],
        PlaceRules(
            led_to_by=words("captured seized retook retaken liberated besieged overran bombed shelled hit struck"),
            befallen_by=words(
                "siege battle battles bombardment bombing shelling liberation recapture storming defence defense encirclement "
                "blockade relief reconquest"
            ),
        ),
    ] = Field((), description="Places, regions and landforms where things happen.")
    strength: Annotated[
        tuple[Estimate, ...],
        EstimateRules(
            MEASURES,
            (
                DEAD,
                INJURED,
                CAPTIVES,
                DISPLACED,
                FIGHTERS,
                ATTACKS,
                EQUIPMENT,
                DRONES,
                MUNITIONS,
                CIVILIANS,
                PEOPLE,
                MEN,
            ),
            groups=("civilians",),
            passing=verbs(
                "attack target bomb shell ambush raid strike storm inspect search stop board escort",
                "hit hits hitting struck",
            ),
            let_go=verbs(
                "release rescue repatriate exchange greet visit",
                "free frees freed freeing set_free meet meets met meeting swap swapped swapping",
            ),
        ),
    ] = Field(
        (),
        description="How many people or things a side has, holds, lost or did, and how many people are caught up in it.",
    )
    tactics: Annotated[
        tuple[Claim, ...],
        ClaimRules(
            TACTIC_LABELS,
            TACTIC_CUES,
            TACTIC_AGAINST,
            beside=TACTIC_BESIDE,
            headings=TACTIC_HEADINGS,
            at_least=1.5,
            at_most=8,
            things=True,
            tells={
                "method": "how a side fights, hides, moves, pays or coerces",
                "event": "what happened, without how",
                "position": "who holds what, numbers, background",
            },
        ),
    ] = Field((), description="How a side fights: its methods, not single events without a method.")
    outlook: Annotated[
        tuple[Claim, ...],
        ClaimRules(
            OUTLOOK_LABELS,
            OUTLOOK_CUES,
            OUTLOOK_AGAINST,
            beside=OUTLOOK_BESIDE,
            headings=OUTLOOK_HEADINGS,
            at_least=1.4,
            at_most=8,
            questions=QUESTIONS,
            tells={
                "ahead": "what may come: a plan, aim, warning, threat or expectation",
                "now": "how things stand",
                "past": "what happened",
            },
        ),
    ] = Field((), description="What is said to come next: threats, plans, expectations, warnings.")
