"""A brief on a disaster: who, where, how many people are hit, what is broken, who helps and how, and what comes next.

The vocabulary is that of humanitarian reporting: the figures are those that situation reports count (people affected,
in need, displaced, sheltered, reached) and that disaster databases keep (dead, missing, injured; homes destroyed and
damaged; crops, livestock, losses in money). How strong the hazard was (magnitude, wind, rain) is measured, not
estimated, and is no figure of a brief.
"""

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

# Days after which a count of a disaster has moved on, so that another number is news and no contradiction.
MOVES_ON = 2

KINDS = {
    "hazard": "a storm, fire or volcano with a name of its own",
    "state": "a state, its government or its military",
    "organisation": "a body: agency, ministry, service, aid organisation, company, community group",
    "person": "a named person",
    "medium": "a news agency, newspaper, broadcaster or other outlet",
    "people": "a people or a community as such",
}

# The last words of a name that tell what it names.
KIND_WORDS = {
    "hazard": words("Fire Wildfire Bushfire Complex Quake Tsunami Flood Floods Cyclone Typhoon Hurricane Medicane"),
    "state": words("Government Administration Military Army Navy"),
    "organisation": words(
        "Agency Agencies Authority Authorities Administration Council Committee Commission Ministry Department Directorate "
        "Secretariat Office Bureau Board Centre Center Institute Institution Observatory Survey Service Services Society Cross "
        "Crescent Federation Association Alliance Network Union League Organisation Organization Foundation Fund Trust Bank "
        "Programme Program Mission Nations Borders Doctors Relief Aid Rescue Corps Brigade Brigades Team Teams Unit Units "
        "Force Forces Command Guard Police Patrol Defence Defense Protection Hospital Clinic University Academy College School "
        "Chamber Cooperative Company Corporation Corp Group Utility Grid Railways Airports Airport Airlines Cluster Coalition "
        "Consortium Partnership Initiative Charity Church Parliament Congress Senate Assembly Cabinet House Court Municipality "
        "Parish Embassy Laboratory Lab Watch Hub Panel Taskforce Volunteers Helmets"
    ),
    "medium": words(
        "News Times Post Press Television TV Radio Newspaper Guardian Journal Herald Tribune Channel Gazette Record Courier "
        "Ledger Standard Star Mail Echo Observer Daily Chronicle Diary Wire Broadcaster Bulletin Inquirer Monitor Examiner"
    ),
}

# The first words of the names that meteorological services give to storms.
KIND_OPENERS = {
    "hazard": words(
        "Cyclone Typhoon Hurricane Storm Tropical Subtropical Severe Super Post-Tropical Medicane Depression Winter "
        "Supertyphoon"
    )
}

# With kind words these make up names that each country has: "Health Ministry", "National Weather Service".
OFFICES = words(
    "Health Interior Home Internal Foreign Defence Defense Finance Agriculture Education Environment Transport Infrastructure "
    "Energy Water Housing Works Emergency Emergencies Disaster Disasters Risk Management Civil Fire Rescue Coast Border Police "
    "Security National Federal Central State Provincial Regional District Municipal Local Public Social Welfare Relief "
    "Weather Meteorological Meteorology Hydrological Geological Seismological Forest Forestry Red Medical Ambulance General "
    "Armed Air Land Naval Statistics Information Affairs Human Rights Supreme High Royal Presidential"
)

# ------------------------------------------------------------------------------------------------- who is counted

PEOPLE = NounClass(
    "people",
    plurals(
        "person resident inhabitant villager citizen civilian local man survivor evacuee victim patient pupil student "
        "passenger tourist visitor holidaymaker camper hiker climber skier pilgrim worshipper motorist driver commuter guest "
        "fisherman farmer herder sailor migrant refugee returnee settler foreigner national adult pensioner neighbour neighbor "
        "teenager teen youth individual soul shopper spectator reveller trekker crewman "
        "crew_member swimmer surfer bather inmate prisoner detainee homeowner tenant islander townsman",
        "people men lives victims population populations townspeople elderly others humans persons",
    ),
    group="people",
    persons=True,
    nations=True,
    bodies=words("crew population community crowd town village tribe convoy party"),
    least=10,
)
CHILDREN = NounClass(
    "children",
    plurals("child girl boy infant baby toddler newborn schoolchild schoolgirl schoolboy minor orphan under-five")
    + words("children babies schoolchildren youngsters"),
    group="children",
    persons=True,
)
WOMEN = NounClass(
    "women", words("woman women mothers mother widows widow") + words("pregnant_women"), group="women", persons=True
)
FAMILIES = NounClass(
    "families", plurals("family household couple", "families households"), group="families", persons=True
)
RESPONDERS = NounClass(
    "responders",
    plurals(
        "rescuer firefighter fireman paramedic medic nurse doctor volunteer responder policeman officer soldier troop marine "
        "lifeguard diver rescue_worker emergency_worker aid_worker relief_worker health_worker humanitarian_worker lineman "
        "first_responder smokejumper hotshot ranger vaccinator health_professional healthcare_worker staff_member pilot"
    )
    + words("police personnel staff crews troops medics midwives midwife"),
    group="responders",
    persons=True,
)
WORKERS = NounClass(
    "workers",
    plurals("worker miner labourer laborer employee technician engineer contractor builder mineworker docker operator"),
    group="workers",
    persons=True,
)
DEAD = NounClass("deaths", words("dead bodies corpses deaths fatalities fatality death remains") + plurals("fatality"))
HURT = NounClass("injuries", words("injuries injury"))
BOTH = NounClass("casualties", words("casualties casualty"))
CASES = NounClass(
    "cases", plurals("case infection hospitalisation hospitalization admission", "positives new_cases"), group="people"
)
DISPLACED = NounClass("displaced", plurals("IDP") + words("displaced evacuees homeless"), group="people")

LIVING = ("people", "children", "women", "families", "responders", "workers")
KILL = verbs(
    "kill drown crush bury_alive electrocute asphyxiate suffocate claim claim_the_lives_of claim_the_life_of",
    "left_dead burned_to_death burnt_to_death crushed_to_death swept_to_their_deaths swept_to_death took_the_lives_of "
    "taken_the_lives_of take_the_lives_of cost_the_lives_of cost_the_life_of",
)
DIE = verbs(
    "die perish drown succumb suffocate",
    "dying lost_their_lives lost_his_life lost_her_life lose_their_lives losing_their_lives met_their_deaths froze_to_death "
    "starved_to_death burned_to_death bled_to_death have_lost_their_lives",
)
HURT_THEM = verbs(
    "injure wound hurt burn scald poison maim hospitalise hospitalize",
    "hurting burnt concussed bruised",
)
SICKEN = verbs("infect sicken")
RESCUE = verbs(
    "rescue save evacuate_by_helicopter airlift winch pluck free recover_alive extricate dig_out haul_out lift_off",
    "saved saving pulled_alive pulled_out pulled_from pull_from pulling_from pull_out plucked dug_out found_alive brought_to_safety "
    "carried_to_safety taken_to_safety led_to_safety winched_to_safety freed picked_up hauled_from lifted_from pulled_free "
    "brought_out brought_out_alive pulled_to_safety",
)
TRAP = verbs(
    "trap strand maroon isolate bury entomb pin cut_off block_in snow_in",
    "trapped trapping stranded marooned buried cut_off stuck holed_up left_stranded snowed_in pinned",
)
EVACUATE = verbs(
    "evacuate relocate move_out bus_out",
    "moved_to_safety moved_to_higher_ground moved_to_safer taken_out brought_out_of ordered_to_leave ordered_to_evacuate told_to_leave "
    "told_to_evacuate ordered_out urged_to_leave asked_to_leave taken_from_their_homes ordered_from asked_to_evacuate",
)
DISPLACE = verbs(
    "displace uproot drive_from force_from force_out",
    "drove_from driven_from drives_from driving_from forced_from forces_from forcing_from forced_out forced_to_flee made_homeless "
    "left_homeless leaves_homeless leaving_homeless rendered_homeless leave_homeless forced_to_leave chased_from "
    "deprived_of_their_homes left_without_homes left_without_a_home left_without_shelter",
)
SHELTER = verbs(
    "shelter accommodate lodge host billet",
    "housed housing put_up taken_in accommodated placed_in hosted housed_in living_in_tents",
)
ASSIST = verbs(
    "assist reach help treat vaccinate immunise immunize feed supply serve register_for support inoculate admit discharge "
    "examine screen",
    "admitted admitting provided_with provide_with providing_with fed given_food gave_food",
)
AFFECT = verbs(
    "affect impact expose threaten endanger hit touch",
    "hit hitting hard_hit worst_hit struck put_at_risk puts_at_risk putting_at_risk left_at_risk",
)

CASUALTIES = (
    Measure(
        "dead",
        "people who died; the holder is who died",
        counts=("deaths",),
        befalls=LIVING,
        done_to=KILL,
        happens=DIE,
        event_nouns=words("death deaths bodies body toll tolls loss killing drowning drownings fatalities"),
        states=words("dead killed deaths fatalities bodies drowned deceased"),
        undergone=words(
            "found_dead confirmed_dead pronounced_dead declared_dead presumed_dead feared_dead buried lost laid_to_rest"
        ),
        suffered=words("lost"),
        group="people",
    ),
    Measure(
        "missing",
        "people not found yet; the holder is who is missing",
        befalls=LIVING,
        states=words("missing unaccounted_for unaccounted lost_at_sea unreachable"),
        undergone=words("swept_away washed_away swept_out_to_sea swept_off carried_off dragged_away"),
        event_nouns=words("disappearance disappearances"),
        happens=words("vanished disappeared went_missing gone_missing go_missing remained_missing"),
        done_to=words("sweeping_away swept_away sweeps_away washed_away carried_away dragged_away swept_out_to_sea"),
        group="people",
    ),
    Measure(
        "casualties",
        "dead and injured together, where the text does not part them",
        counts=("casualties",),
        befalls=LIVING,
        states=words(
            "casualties dead_or_injured dead_and_injured dead_or_missing dead_and_missing killed_or_injured killed_and_injured "
            "killed_or_wounded injured_or_killed"
        ),
        group="people",
    ),
    Measure(
        "injured",
        "people injured, burned or poisoned by the disaster; the holder is who was hurt",
        counts=("injuries",),
        befalls=LIVING,
        done_to=HURT_THEM,
        undergone=words(
            "treated_for_injuries treated_for_burns treated_for_smoke treated_for_minor treated_for_shock treated_for_cuts treated_for_wounds treated_for_fractures "
            "taken_to_hospital rushed_to_hospital sent_to_hospital brought_to_hospital taken_to_hospitals rushed_to_hospitals"
        ),
        event_nouns=words("injury injuries"),
        states=words(
            "injured wounded injuries hurt hospitalised hospitalized with_injuries with_burns with_broken with_fractures for_burns for_injuries for_smoke for_fractures in_hospital "
            "in_intensive_care in_critical"
        ),
        happens=words(
            "suffered_injuries suffered_burns sustained_injuries suffered_from_smoke inhaled_smoke suffered_smoke"
        ),
        group="people",
    ),
    Measure(
        "cases",
        "people taken ill in an outbreak, suspected and confirmed cases alike; the holder is who fell ill",
        counts=("cases",),
        befalls=LIVING,
        done_to=SICKEN,
        happens=verbs(
            "test_positive",
            "fell_ill fallen_ill fall_ill falling_ill fell_sick fallen_sick fall_sick contracted caught developed_symptoms got_sick took_ill became_ill become_ill",
        ),
        states=words(
            "infected sick ill infections cases with_symptoms with_cholera with_measles with_dengue with_the_virus with_the_disease"
        ),
        group="people",
    ),
    Measure(
        "rescued",
        "people rescued from danger alive",
        befalls=LIVING,
        done_to=RESCUE,
        states=words("rescued"),
        happens=words("survived walked_free walked_out_alive escaped_unhurt escaped_alive"),
        event_nouns=words("rescue rescues"),
        group="people",
    ),
    Measure(
        "trapped",
        "people trapped, buried, stranded or cut off",
        befalls=LIVING,
        done_to=TRAP,
        undergone=words("stuck caught_under caught_in"),
        states=words(
            "trapped stranded marooned under_rubble under_the_rubble under_the_ruins under_debris under_the_debris stuck cut_off isolated buried"
        ),
        group="people",
    ),
    Measure(
        "sheltered",
        "people staying in evacuation centres, camps, with hosts or in the open; the holder is who stays there",
        befalls=LIVING,
        done_to=SHELTER,
        happens=verbs(
            "shelter camp",
            "took_shelter take_shelter taking_shelter taken_shelter taken_refuge took_refuge take_refuge taking_refuge sought_refuge sought_shelter seeking_shelter "
            "spent_the_night spending_the_night spent_a_night spend_the_night slept sleep sleeping sleeping_in_the_open sleeping_outside staying_in staying_at staying_with stayed_in stayed_at stay_in living_in_tents live_in_tents living_in_camps "
            "living_in_shelters live_in_shelters living_in_schools housed_in sheltering_in sheltering_at camping camped_out remained_in_shelters remain_in_shelters moved_into_shelters",
        ),
        states=words(
            "in_shelters in_evacuation in_temporary in_emergency_shelters in_camps in_tents in_relief_camps in_reception_centres in_accommodation_centres in_collective in_relief "
            "with_host with_relatives with_host_families in_evacuation_centres in_evacuation_centers sheltering staying in_shelter"
        ),
        undergone=words("being_housed being_sheltered being_hosted"),
        group="people",
    ),
    Measure(
        "evacuated",
        "people moved out, or told to leave, ahead of or during the danger",
        befalls=LIVING,
        done_to=EVACUATE,
        happens=words(
            "had_to_leave have_to_leave left_their_homes leave_their_homes leaving_their_homes moved_to_higher moved_to_safer evacuating had_to_evacuate"
        ),
        states=words("evacuated under_evacuation under_orders under_evacuation_orders"),
        event_nouns=words("evacuation evacuations relocation"),
        group="people",
    ),
    Measure(
        "displaced",
        "people driven from their homes or without one; the holder is who lost a home",
        counts=("displaced",),
        befalls=LIVING,
        done_to=DISPLACE,
        happens=words(
            "fled flee flees fleeing lost_their_homes lost_homes lose_their_homes losing_their_homes lost_their_houses abandoned_their_homes cannot_return "
            "crossed_the_border sought_safety"
        ),
        event_nouns=words("displacement exodus"),
        states=words(
            "displaced homeless without_homes without_shelter without_a_home without_a_roof uprooted out_of_their_homes"
        ),
        group="people",
    ),
    Measure(
        "assisted",
        "people who got food, water, cash, shelter, treatment or vaccines; the holder is who got it",
        befalls=LIVING,
        done_to=ASSIST,
        happens=words(
            "received_food received_aid received_cash received_assistance received_help received_shelter received_medical received_treatment received_relief received_vaccines "
            "received_a received_their received_at benefited benefitted got_food got_aid"
        ),
        states=words("in_treatment under_treatment"),
        undergone=words("given_food given_cash given_tents given_shelter given_water given_vaccines being_treated"),
        group="people",
    ),
    Measure(
        "in_need",
        "people who need aid",
        befalls=LIVING,
        happens=verbs("need require lack", "going_hungry go_hungry facing_hunger face_hunger facing_famine"),
        states=words(
            "in_need in_urgent_need in_dire_need in_desperate_need food_insecure hungry malnourished starving short_of without_food without_water without_clean without_access without_safe without_drinking"
        ),
        group="people",
    ),
    Measure(
        "affected",
        "people affected, exposed or at risk",
        befalls=LIVING,
        done_to=AFFECT,
        states=words(
            "affected at_risk at_high_risk at_greatest_risk at_great_risk exposed in_danger in_the_path under_threat in_districts_at_high under_warning under_warnings under_alert"
        ),
        happens=words("suffered live_in_districts_at live_in_areas_at"),
        group="people",
    ),
)

# ---------------------------------------------------------------------------------------------- what is counted

HOMES = NounClass(
    "homes",
    plurals(
        "house home dwelling hut shack flat apartment homestead cottage villa bungalow residence hovel shanty cabin trailer "
        "mobile_home apartment_block apartment_building housing_unit residential_building farmhouse townhouse "
        "mud_house mud_brick_house roof tenement",
        "housing houses homes",
    ),
    group="homes",
)
BUILDINGS = NounClass(
    "buildings",
    plurals(
        "building structure property block tower high-rise skyscraper church mosque temple shrine monastery cathedral synagogue office "
        "public_building government_building monument palace fort prison barracks stadium museum library dormitory hostel "
        "townhall landmark minaret outbuilding barn shed community_centre",
        "premises properties",
    ),
    group="buildings",
)
SCHOOLS = NounClass(
    "schools",
    plurals("school classroom kindergarten nursery college university madrasa madrassa school_building campus creche"),
    group="schools",
)
HEALTH = NounClass(
    "health facilities",
    plurals(
        "hospital clinic health_centre health_center health_facility health_post medical_centre medical_center dispensary "
        "maternity pharmacy laboratory health_unit ward treatment_centre"
    ),
    group="health facilities",
)
TRANSPORT = NounClass(
    "transport",
    plurals(
        "bridge road highway motorway street culvert railway railway_line rail_line line track tunnel airport airstrip runway port "
        "harbour harbor jetty pier quay station crossing causeway overpass flyover footbridge railway_bridge road_bridge "
        "flight train ferry_service bus_route expressway road_section section route underpass"
    ),
    group="transport",
)
UTILITIES = NounClass(
    "utilities",
    plurals(
        "power_line pylon transmission_line transformer substation power_pole utility_pole electricity_pole pole mast power_station power_plant "
        "water_point well borehole pump pumping_station water_system pipeline reservoir dam dyke dike levee embankment sea_wall water_tank water_plant "
        "latrine sewer treatment_plant cell_tower phone_mast telephone_mast communications_tower water_main canal irrigation_canal turbine floodgate "
        "irrigation_system"
    ),
    group="utilities",
)
BUSINESSES = NounClass(
    "businesses",
    plurals(
        "shop store market factory warehouse business mill sawmill hotel restaurant bakery workshop stall kiosk plant greenhouse farm "
        "poultry_farm fish_farm fishpond winery vineyard refinery mine depot resort lodge supermarket enterprise silo granary industry",
        "factories businesses",
    ),
    group="businesses",
)
VEHICLES = NounClass(
    "vehicles",
    plurals(
        "vehicle car bus truck lorry van motorcycle motorbike boat canoe ship vessel ferry yacht trawler fishing_boat fishing_vessel raft barge "
        "train carriage wagon railcar aircraft helicopter plane tractor tanker engine ambulance container"
    ),
    group="vehicles",
)
LIVESTOCK = NounClass(
    "livestock",
    plurals(
        "cow sheep goat pig horse buffalo camel donkey chicken bird duck animal bull ox hog yak llama alpaca reindeer hen goose turkey beehive hive fish",
        "cattle livestock poultry oxen head head_of_cattle head_of_livestock geese sheep heads_of_cattle farm_animals yaks",
    ),
    group="livestock",
)
CROPS = NounClass(
    "crops",
    plurals(
        "crop field farm_field orchard plantation paddy rice_field paddy_field vineyard garden pasture meadow harvest seedling",
        "farmland cropland crops rice maize corn wheat millet sorghum barley cassava bananas banana sugarcane cotton soy soybeans coffee cocoa tea beans "
        "potatoes vegetables rice_paddies rice_paddy rice_land agricultural_land arable_land cultivated_land farm_land standing_crops cultivated grazing_land paddies "
        "olive_groves olives",
    ),
    group="crops",
)
LAND = NounClass(
    "land",
    plurals(
        "area hectare acre forest woodland mangrove wetland hillside valley island park reserve bush grassland peatland scrub scrubland"
    )
    + words(
        "land forests woodland bushland brush vegetation trees timber rainforest grass territory city town countryside coastline terrain wildland mangroves ground"
    ),
    group="land",
)
CUSTOMERS = NounClass(
    "customers",
    plurals("customer subscriber consumer user meter connection outage electricity_customer utility_customer"),
    group="customers",
)
LOSSES = NounClass("losses", words("damage damages loss losses"), group="damage")

THINGS = (
    "homes",
    "buildings",
    "schools",
    "health facilities",
    "transport",
    "utilities",
    "businesses",
    "vehicles",
    "crops",
)
SERVED = (*LIVING, "customers", "homes", "businesses", "schools", "health facilities", "buildings")

DESTROY = verbs(
    "destroy wreck raze flatten level demolish obliterate ruin crush gut incinerate torch pulverise pulverize topple sink "
    "tear_down wash_away sweep_away burn_down bring_down knock_down blow_away tear_apart wipe_out reduce_to_rubble reduce_to_ash bury engulf",
    "gutted gutting charred levelled levelling sank sunk swept_away sweeps_away sweeping_away washed_away tore_down torn_down tore_apart torn_apart burnt_down burned_down burned "
    "burnt brought_down blew_away blown_away blew_down blown_down reduced_to_rubble reduced_to_ashes carried_away swept_off wiped_away "
    "burned_to_the_ground burnt_to_the_ground totally_damaged completely_damaged written_off left_in_ruins swallowed capsized derailed washed_out wash_out swallowed_up",
)
FALL = verbs(
    "collapse crumble topple sink capsize",
    "fell_down caved_in gave_way burned_down burnt_down went_up_in_flames burned went_up came_down sank went_down fell_in went_under",
)
DAMAGE = verbs(
    "damage flood inundate submerge swamp crack unroof deface batter scorch singe dent undermine warp twist tear_the_roofs_off",
    "flooded inundated hit struck tore_the_roofs_off torn_the_roofs_off partly_destroyed partially_destroyed partially_damaged partly_damaged destroyed_or_damaged "
    "damaged_or_destroyed damaged_and_destroyed destroyed_and_damaged badly_damaged lost_their_roofs tore_roofs_off ripped_roofs_off left_uninhabitable "
    "made_uninhabitable rendered_uninhabitable twisted",
)
CLOSE = verbs(
    "close block shut cancel suspend cut ground disrupt sever paralyse paralyze delay divert put_out_of_action shut_down",
    "cancelled cancelling shut shutting cut cut_off blocked_off knocked_out out_of_action knocked_offline taken_offline",
)

DAMAGES = (
    Measure(
        "without_services",
        "people, homes and customers without power, water, gas, phones",
        befalls=SERVED,
        states=words(
            "without_power without_electricity without_water without_running without_tap without_gas without_heating without_heat without_phone without_mobile without_internet "
            "without_lights without_telephone without_mains in_the_dark in_darkness offline without_fuel without_piped off_the_grid"
        ),
        happens=words(
            "lost_power lost_electricity lose_power losing_power lost_water lost_their_power lost_heating had_no_power have_no_power had_no_electricity have_no_electricity have_no_water had_no_water"
        ),
        done_to=words("left_without plunged_into_darkness"),
        undergone=words("cut_off_from_power disconnected blacked_out"),
        event_nouns=words("outages blackout"),
    ),
    Measure(
        "destroyed",
        "things destroyed for good; the holder is what was destroyed",
        befalls=THINGS,
        done_to=DESTROY,
        happens=FALL,
        event_nouns=words("destruction collapse loss"),
        states=words("destroyed flattened in_ruins uninhabitable beyond_repair in_ashes levelled leveled"),
        undergone=words("lost burned burnt"),
        suffered=words("lost"),
    ),
    Measure(
        "damaged",
        "things damaged or flooded, and damaged or destroyed where the text does not part them; the holder is what was hit",
        befalls=THINGS,
        done_to=DAMAGE,
        happens=words("lost_their_roofs lost_roofs suffered_damage sustained_damage flooded"),
        event_nouns=words("damage flooding"),
        states=words("damaged under_water underwater flooded"),
        undergone=words("affected hit struck"),
    ),
    Measure(
        "closed",
        "schools, roads, airports and services closed, cut or out of action",
        befalls=("schools", "health facilities", "transport", "utilities", "businesses", "buildings", "vehicles"),
        done_to=CLOSE,
        happens=words("suspended_classes suspended_operations stopped_working ceased_to_function shut_their_doors"),
        states=words(
            "closed shut impassable cancelled canceled blocked out_of_service out_of_order inaccessible non-functional grounded delayed out_of_action unusable offline"
        ),
        event_nouns=words("closure closures cancellation cancellations"),
        undergone=words("cut"),
    ),
    Measure(
        "lost",
        "animals dead or swept away; the holder is what was lost",
        befalls=("livestock",),
        done_to=(*verbs("kill drown destroy bury cull slaughter", "swept_away washed_away wiped_out culled"),),
        happens=verbs("die perish drown starve", "dying"),
        event_nouns=words("death deaths loss"),
        states=words("dead lost killed"),
        undergone=words("lost killed"),
        suffered=words("lost lose losing"),
    ),
    Measure(
        "area",
        "land, forest and crops flooded, burned, buried or ruined, in km²",
        unit="km²",
        least=0.05,
        befalls=("land", "crops"),
        done_to=verbs(
            "burn scorch char blacken consume flood inundate submerge swamp destroy devastate damage ruin ravage bury affect engulf raze cover_in hit infest",
            "burnt charred under_water underwater swallowed lost hit flattened overrun",
        ),
        event_nouns=words(
            "floodwater floodwaters flood floods flooding wildfire wildfires bushfire bushfires fire fires blaze blazes flames inferno lava ash mud mudflow landslide landslides spill slick drought locusts "
            "swarm swarms surge oil"
        ),
        group="land",
    ),
    Measure(
        "length",
        "roads, railways, pipelines and dykes broken or blocked, in km",
        unit="km",
        befalls=("transport", "utilities"),
        done_to=(
            *verbs("destroy damage wash_away sweep_away wreck block flood submerge close undermine"),
            *words("swept_away washed_away washed_out cut_off under_water"),
        ),
        group="transport",
    ),
    Measure(
        "cost",
        "what the damage costs in money: losses, insured losses, cost of rebuilding",
        unit="money",
        least=10_000,
        befalls=("losses", *THINGS, "livestock", "land"),
        done_to=verbs("cost", "wiped_off wiping_out wiped_out"),
        event_nouns=words(
            "damage damages loss losses costs cost bill destruction rebuilding reconstruction repairs repair insured uninsured devastation havoc"
        ),
        group="damage",
    ),
)

# ------------------------------------------------------------------------------------------------------ the response

RESPONSE_LABELS = {
    "rescue": "Search and rescue",
    "evacuation": "Evacuation and warnings obeyed",
    "containment": "Fighting the fire, the flood, the leak",
    "shelter": "Shelter, tents, household goods",
    "food": "Food",
    "water": "Water, sanitation, hygiene",
    "health": "Health care, vaccines, disease control",
    "cash": "Cash and compensation",
    "logistics": "Aid flights, convoys, access",
    "repairs": "Clearing, repairs, services restored",
    "education": "Schooling and protection of children",
    "funding": "Appeals, pledges, funding",
    "mobilisation": "Emergency declared, troops and teams sent",
    "help_from_others": "Help from abroad and from neighbours",
    "gaps": "What is lacking, late or criticised",
    "other": "Other",
}

RESPONSE_CUES = (
    Cue(
        r"search(?:es|ed|ing)?[- ](?:and[- ]rescue|for (?:the )?(?:\w+ )?(?:survivors|bodies|missing|victims|people))|search (?:teams?|dogs?|parties|efforts?|operations?)|sniffer dogs|rescue (?:teams?|workers?|crews?|boats?|helicopters?|operations?|efforts?|services?|missions?)|rescuers\b|"
        r"(?:pulled|dug|plucked|winched|hauled|brought|bring|carried|carry|took|take|led|ferried|ferry|lifted|freed) (?:[\w,'’-]+ ){0,6}(?:alive|out|free|from (?:the |a |their )?(?:rubble|ruins|roof\w*|water|debris|mud|wreck\w*|collapsed|trees?|homes|buildings?)|to safety)|airlift\w*|(?:dig|digging|comb|combing|comb\w*) (?:\w+ ){0,3}(?:through|with|for|rubble|ruins|debris)",
        1.6,
        "rescue",
    ),
    Cue(
        r"rescu(?:e|ed|es|ing)\b|divers\b|coast guards?|lifeboats?|inflatable boats|life ?guards?|search(?:ed|ing)? ",
        1.1,
        "rescue",
    ),
    Cue(
        r"evacuat(?:e|ed|es|ing|ions?)\b(?! cent)|(?:ordered|told|urged|asked|advised) (?:\w+ ){0,4}(?:to leave|out of|to evacuate|to move|to higher ground)|(?:moved|taken|led|bused|brought) (?:\w+ ){0,4}to (?:safety|safer|higher ground|shelters?)|"
        r"(?:sirens?|alerts?|text messages|loudspeakers?) (?:\w+ ){0,3}(?:sounded|warned|went out|were sent|told)|early warnings?",
        1.3,
        "evacuation",
    ),
    Cue(
        r"(?:contain(?:ed|ing|ment)?|extinguish\w*|doused?|dousing|put(?:ting)? out|beat(?:ing)? back|tam(?:e|ed|ing)|battl(?:e|ed|es|ing)|tackl(?:e|ed|ing)|fight(?:ing)?|fought) (?:[\w'’-]+ ){0,4}(?:fires?|blazes?|flames?|wildfires?|bushfires?|inferno|hot ?spots?)\b|"
        r"(?:fire ?breaks?|fire lines?|back ?burn\w*|water[- ]?bomb\w*|(?:scoop|drop|dump)\w* (?:\w+ ){0,3}(?:water|retardant)|retardant|fire ?fight\w+ (?:planes?|aircraft|helicopters?|crews?|teams?)|(?:per ?cent|%) contained)|"
        r"(?:sand ?bag\w*|(?:shor(?:e|ed|ing) up|reinforc\w+|plugg?\w*|strengthen\w*|breach\w*) (?:\w+ ){0,3}(?:dykes?|dikes?|levees?|embankments?|dams?|banks?|sea walls?|flood defen[cs]es)|pump(?:ed|ing)? (?:\w+ ){0,3}(?:water|out)|open(?:ed|ing)? (?:\w+ ){0,3}(?:sluice|flood ?gates?|spillways?))|"
        r"(?:seal|cap|plug|stem|boom|skim)\w* (?:\w+ ){0,3}(?:leaks?|wells?|spills?|slicks?)|clean(?:ed|ing|s)?[- ]up",
        1.6,
        "containment",
    ),
    Cue(
        r"(?:tents?|tarpaulins?|tarps?|blankets?|mattresses|sleeping (?:mats?|bags?)|plastic sheet\w*|roofing (?:sheets?|iron|materials?)|tin sheets?|corrugated|shelter kits?|non-food items?|nfis?|household (?:kits?|items|goods)|kitchen sets?|mosquito nets?|stoves?|heaters?|nappies|clothes|clothing|temporary (?:homes|housing|shelters?)|prefabricated|container homes|relief (?:items?|goods|kits?))\b",
        1.2,
        "shelter",
    ),
    Cue(
        r"(?:opened|set up|runs?|ran|running|turned|converted|host(?:s|ed|ing)?|made ready) (?:[\w,'’-]+ ){0,6}(?:evacuation cent\w+|shelters?|camps?|reception cent\w+|accommodation cent\w+|relief camps?|tent cit(?:y|ies))",
        1.5,
        "shelter",
    ),
    Cue(
        r"food (?:aid|parcels?|packs?|rations?|kits?|baskets?|distributions?|supplies|assistance|packages?|drops?)|family (?:food )?packs?|hot meals?|cooked meals?|meals?\b|soup kitchens?|(?:mobile|field|community|communal) kitchens?|"
        r"(?:tonnes?|tons?|sacks?|bags?|kilos?|lorr(?:y|ies)|trucks?|truckloads?) (?:\w+ )?of (?:\w+ )?(?:food|rice|maize|flour|beans|wheat|grain|biscuits|oil)|rations?\b|(?:high-energy|fortified) biscuits|school feeding|seeds?\b (?:and tools|kits?|to)|(?:hand(?:ed|ing|s)?|deliver\w*|distribut\w*|drop\w*|fl[yie]\w+|bring\w*|brought|mov(?:e|ed|ing)|carr\w+|reach\w*|sent|sends?) (?:[\w,'’-]+ ){0,7}food",
        1.5,
        "food",
    ),
    Cue(
        r"(?:truck|deliver|suppl|provid|bring|distribut|pump|carr|restor)\w* (?:[\w'’-]+ ){0,4}water\b|with (?:\w+,? ){0,4}(?:clean|safe|drinking) water|water (?:tankers?|trucks?|trucking|purification|treatment|points?|bladders?|tanks?|supplies|distribution|kits?)|chlorin\w+|purif\w+|latrines?|toilets?\b|sanitation|hygiene|soap\b|jerry ?cans?|water, sanitation|(?:clean|dig|drill|disinfect|rehabilitat|repair)\w* (?:\w+ ){0,3}(?:wells?|boreholes?|pumps?)",
        1.5,
        "water",
    ),
    Cue(
        r"vaccinat\w+|immuni[sz]\w+|(?:oral )?vaccines?\b|doses\b|(?:field|mobile|tent|floating) (?:hospitals?|clinics?)|(?:medical|health|surgical|disease) (?:teams?|supplies|kits?|posts?|camps?|workers|staff|care|aid|surveillance)|first[- ]aid|first-aid|"
        r"(?:doctors|nurses|medics|paramedics|surgeons|hospitals?|clinics?|teams?|centres?|centers?|it|they|msf|posts?) (?:[\w'’-]+ ){0,4}(?:treat(?:s|ed|ing)?|admit(?:s|ted|ting)?|operat(?:e|ed|ing) on|vaccinat\w+)\b|treat(?:s|ed|ing) (?:\w+ ){0,4}(?:patients|people|injured|wounded|cases|survivors)|"
        r"(?:cholera|isolation|rehydration|triage|stabili[sz]ation) (?:treatment )?(?:cent(?:re|er)s?|units?|points?|beds|wards?)|medicines?\b|antibiotics|blood (?:banks?|donations?|supplies)|contact tracing|quarantin\w+|lockdowns?|spray\w* (?:\w+ ){0,3}(?:mosquito\w*|homes|insecticide)|fumigat\w+|cull(?:ed|ing)\b|psychosocial|counsell?\w+|ambulances?",
        1.3,
        "health",
    ),
    Cue(
        r"cash (?:transfers?|grants?|assistance|payments?|aid|handouts?|vouchers?|for work)|compensat\w+|ex gratia|payouts?|vouchers?\b|(?:grants?|payments?|loans?|allowances?) (?:of|to|for) (?:\S+ ){0,5}(?:famil\w+|households?|homeowners|farmers|victims|survivors|people|each|per)|(?:pay|pays|paid|paying) (?:\w+ ){0,3}(?:\S+ ){0,4}(?:to (?:the )?(?:famil\w+|relatives|next of kin|households|victims|survivors)|each family|per family|per household)|debt relief|tax (?:relief|breaks?|holiday)|insurance (?:claims?|payouts?)",
        1.5,
        "cash",
    ),
    Cue(
        r"air ?(?:drop|lift|bridge)\w*|(?:relief|aid|cargo|humanitarian|supply) (?:flights?|convoys?|planes?|ships?|corridors?|trucks?|workers? (?:have )?reached)|convoys?\b|(?:by|with|using) (?:helicopters?|boats?|mules?|air|drones?|road|sea)\b|helicopters? (?:\w+ ){0,4}(?:dropp?\w*|fl[ey]\w*|carr\w+|deliver\w*|ferr\w+|brought)|"
        r"(?:fl(?:y|ew|own|ying)|ferr\w+|truck(?:ed|ing)|shipp?(?:ed|ing)|deliver(?:ed|ing|s)?|dispatch(?:ed|ing)?|rush(?:ed|ing)|sen[dt](?:ing|s)?|mov(?:ed?|ing)|drop(?:s|ped|ping)?|lorries|filled) (?:[\w,'’-]+ ){0,6}(?:supplies|aid\b|relief|tonnes|tons|goods|equipment|generators|boats|pumps|lorries|trucks|cargo)|stockpil\w+|pre-?position\w*|access (?:to|for|by) (?:\w+ ){0,3}(?:aid|road|areas|villages|district)",
        1.3,
        "logistics",
    ),
    Cue(
        r"(?:clear(?:s|ed|ing)?|remov(?:e|ed|ing)|bulldoz\w+|shovel\w*|haul\w*) (?:[\w'’-]+ ){0,4}(?:debris|rubble|mud|roads?|streets?|trees|snow|ash|wreckage|landslides?|drains?|waste|rubbish|ruins)|(?:restor\w+|reconnect\w*|repair\w*|rebuil[dt]\w*|reopen\w*|re-open\w*|fix(?:ed|ing)?|reinstat\w*|resum\w+) (?:[\w,'’-]+ ){0,5}(?:power|electricity|suppl(?:y|ies)|water|roads?|bridges?|highways?|lines?|services?|pumps?|schools?|classes|airports?|flights?|homes|houses|hospitals?|clinics?|network|grid|dykes?|traffic|wells?|villages?|towns?)|"
        r"(?:temporary|pontoon|bailey|makeshift|floating) bridges?|(?:open(?:ed|s)?|passable|running|rolling|moving|working) again\b|(?:power|electricity|water|services?|roads?|flights?|phone lines|traffic|railways?|bridges?|airports?|ports?|highways?|schools?|tunnels?|lines?|hospitals?|markets?) (?:[\w'’-]+ ){0,4}(?:restored|back\b|resumed|reopened|repaired)|rebuil(?:d|t|ding)\b|reconstruction|recovery (?:work|plan|phase|effort|programme)|crews (?:[\w'’-]+ ){0,3}(?:restor\w+|repair\w*|clear\w*)",
        1.5,
        "repairs",
    ),
    Cue(
        r"(?:temporary|tent|makeshift) (?:schools?|classrooms?|learning)|learning (?:spaces?|kits?|materials|cent\w+)|child[- ]friendly|unaccompanied (?:children|minors)|family (?:reunification|tracing)|reunit\w+|school (?:kits?|supplies|books|meals)|safe spaces?|gender-based|trafficking|protection (?:services|teams|desks)|classes (?:\w+ ){0,3}(?:resumed|restarted|began)|schools? (?:[\w,'’-]+ ){0,8}(?:reopened|opened again|resumed)",
        1.3,
        "education",
    ),
    Cue(
        r"appeal(?:s|ed|ing)? (?:for|to)|(?:emergency|flash|humanitarian|un|international|joint|relief) appeals?|appeals? (?:is|was|remains|has|for|of|launched)|pledg(?:e|es|ed|ing)\b|donat(?:e|es|ed|ing|ions?)\b|donors?\b|fund(?:s|ed|ing|raising|raiser)?\b|"
        r"(?:releas(?:e|ed|es|ing)|allocat\w+|earmark\w*|approv\w+|set aside|mobili[sz]\w+|commit\w*|contribut\w+|grant(?:ed|s)?|provid(?:e|ed|es|ing)|has|received|needs?|seek(?:s|ing)?|requires?|raised?|asked for|asks? for|request\w*) (?:[\w,'’-]+ ){0,4}(?:\S*[$€£¥₹]\S*|us ?d|\d\S*) ?(?:[\w-]+ ){0,3}(?:million|billion|m\b|bn\b|crore|lakh|dollars|euros|pounds|rupees|pesos|francs|yen|yuan)|response plan|calamity fund|contingency fund|central emergency|per ?cent funded|standby",
        1.3,
        "funding",
    ),
    Cue(
        r"state of (?:emergency|calamity|disaster|catastrophe|national|alert)|(?:declar(?:e|ed|es|ing)|announc\w+) (?:[\w'’-]+ ){0,5}(?:emergency|disaster|calamity|catastrophe|mourning|outbreak|epidemic|red alert)|national (?:emergency|disaster|mourning)|activat\w+ (?:[\w'’-]+ ){0,6}(?:plan|cent(?:re|er)|mechanism|committee|protocol|team|fund|response)|"
        r"(?:sen[dt](?:s|ing)?|deploy\w*|mobili[sz]\w+|dispatch\w*|rush\w*|call(?:ed|ing|s)? (?:in|up|out)|order(?:ed|s)? (?:in|out)?|station\w*|assign\w*) (?:[\w,'’-]+ ){0,5}(?:troops|soldiers|army|military|teams?|volunteers|engineers|police|reinforcements|firefighters|rescuers|workers|personnel|staff|doctors|medics|specialists|experts|crews?|national guard|helicopters?|units?|ships?|unit)|(?:army|navy|military|soldiers|troops|engineers|volunteers|civil protection) (?:[\w'’-]+ ){0,5}(?:help\w*|laid|built|deployed|join\w*|deliver\w*|evacuat\w*|rescu\w*|work\w*|patrol\w*|distribut\w*)|emergency (?:cabinet|meeting|session|operations cent\w+|services|crews?|teams?)|curfew|crisis (?:cell|committee|cent\w+|unit)",
        1.3,
        "mobilisation",
    ),
    Cue(
        r"(?:offer(?:s|ed|ing)?|lent|lend(?:s|ing)?|promis(?:e|ed|es)|sen[dt](?:s|ing)?|fl(?:y|ew|ying)) (?:[\w,'’-]+ ){0,4}(?:help|assistance|support|aid|teams?|aircraft|planes?|experts?|rescuers|condolences|doctors|specialists|helicopters?|firefighters)\b|foreign (?:teams?|aid|rescuers|help|assistance)|international (?:aid|help|assistance|teams?|rescuers|community)|(?:from|by) (?:neighbou?ring|abroad|overseas)\b|(?:field hospital|team|teams|plane|planes|aircraft|ship|aid|doctors|rescuers|firefighters|helicopters) from [A-Z]|"
        r"(?:neighbou?rs|residents|villagers|locals|students|churches|mosques|temples|diaspora|community groups|youths|farmers|businesses|companies|taxi drivers|strangers) (?:[\w'’-]+ ){0,5}(?:help\w*|cook\w*|collect\w*|donat\w*|shar(?:e|ed|ing)|open\w* (?:their )?(?:homes|doors)|fill\w*|brought|bring\w*|carr\w+|built|formed|dug|raised)|civil protection mechanism|bilateral",
        1.5,
        "help_from_others",
    ),
    Cue(
        r"(?:run(?:s|ning)?|ran) (?:short|low|out)|short(?:age|ages)\b|in short supply|(?:not|no|yet to|never|hardly|barely|nothing|little) (?:[\w'’-]+ ){0,3}(?:reach(?:ed)?|receiv(?:e|ed)|arriv(?:e|ed)|enough|aid|help|come|seen|been reached|tents|food|water)\b|wait(?:s|ed|ing) (?:[\w'’-]+ ){0,3}for (?:[\w'’-]+ ){0,4}(?:help|aid|food|water|tents|rescue|days|sheets|supplies|news|relief)|(?:waited|waiting) (?:\w+ ){0,4}(?:days|weeks)|"
        r"(?:underfunded|overwhelmed|overcrowd\w*|overstretched|stretched|hamper\w*|delay(?:ed|s|ing)?|hinder\w*|slow(?:ed|ing)? (?:by|down|response)|too (?:slow|late|little)|criticis\w+|criticiz\w+|anger\w*|angry|complain\w*|protest\w*|blam(?:e|ed|es|ing)|accus\w+|corruption|looting|bottlenecks?|lack(?:s|ed|ing)? (?:of )?(?:\w+ )?(?:tents|food|water|fuel|equipment|staff|beds|medicine\w*|access|shelter|funds|funding|drugs|vaccines?))\b|gaps? (?:in|remain|of)|funding (?:gap|shortfall)|cut off from (?:aid|help|relief)|(?:cannot|could not|unable to|can not) (?:be )?(?:reach|get through|land|deliver)\w*",
        1.7,
        "gaps",
    ),
    Cue(
        r"(?:hand(?:ed|ing|s)? out|distribut\w+|deliver\w*|suppl(?:y|ied|ies|ying) (?!of\b)|provid(?:e|ed|es|ing)|bring(?:s|ing)?|brought|reach(?:ed|es|ing)|assist(?:ed|s|ing)|support(?:ed|ing)|help(?:ed|s|ing)|dispatch\w*|set(?:ting)? up|open(?:ed|s|ing)|launch(?:ed|es|ing)|step(?:ped|ping|s)? up|scal(?:e|ed|ing) up|respond\w*|relief (?:work|effort|operation|agenc\w+|workers|supplies|materials?)|aid (?:workers?|agenc\w+|groups?|teams?|effort|supplies|distribution)|humanitarian (?:aid|assistance|response|partners|agencies|workers)|(?:trained|training))\b",
        1.0,
    ),
    Cue(
        r"volunteers?\b|charit(?:y|ies)\b|red (?:cross|crescent)|non-?governmental|ngos?\b|civil (?:protection|defen[cs]e)|aid\b|relief\b",
        0.6,
    ),
)

# Who helps, whom, and that it was done. They count beside one of the above.
RESPONSE_BESIDE = (
    Cue(
        r"(?:survivors|victims|residents|families|households|villagers|evacuees|children|communities|people|patients|pupils|displaced|homeless|affected|worst-hit|hardest-hit|stricken)\b",
        0.3,
    ),
    Cue(
        r"(?:government|ministr(?:y|ies)|agenc(?:y|ies)|authorit(?:y|ies)|officials?|army|navy|military|police|soldiers|troops|firefighters|crews|teams?|doctors|engineers|volunteers|partners|organi[sz]ations?|united nations|un\b|unicef|wfp|ifrc|msf|unhcr|iom|ocha|who (?:has|is|sent)|european union|president|governor|mayor|our (?:teams?|staff|volunteers|partners))\b",
        0.3,
    ),
    Cue(
        r"(?:so far|since (?:the|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|already|have been|has been|are being|is being|were|was) (?:\w+ ){0,2}\w+(?:ed|en|ing|ent|own|ilt)\b|to help\b|to support\b|in response",
        0.2,
    ),
)

RESPONSE_AGAINST = (
    Cue(r"(?:unless|until|without|if) (?:the|more|it|they|new|no)\b", -0.5),
    Cue(r"(?:will|may|might|could|would|shall)\b", -0.5),
    Cue(
        r"(?:plan(?:s|ned)?|intend(?:s|ed)?|hop(?:es?|ed)|due|expects?|set|about|wants?) to\b",
        -1.2,
    ),
    Cue(r"(?:forecast\w*|expected to|likely to|warn(?:s|ed|ing)?\b|fear(?:s|ed)?\b|predict\w*)", -0.6),
    Cue(
        r"(?:shares\b|investors?|quarterly|profits?\b|coach\b|striker|league\b|championship|goalkeeper|box office|election|ballot|candidate)",
        -1.5,
    ),
    Cue(
        r"in (?:1[5-9]\d\d|200\d)\b|(?:decades?|centur(?:y|ies)|years) ago|(?:was|is) the (?:worst|deadliest|strongest|biggest|largest) ",
        -0.6,
    ),
    Cue(
        r"(?:subscri\w+|newsletter|cookies?\b|click\b|sign up|copyright|all rights|read more|next report|report covers|this report)",
        -1.5,
    ),
    # What broke is damage and no help.
    Cue(
        r"(?:was|were|been|be|being|is|are) (?:\w+ )?(?:damaged|destroyed|wrecked|gutted|flattened|flooded|submerged|swept away|washed away|burned down|burnt down|levelled|killed|injured|lost)\b|collapsed|(?:storm|quake|earthquake|flood|fire|blaze|cyclone|eruption) (?:\w+ )?(?:cost|killed|destroyed|damaged|hit|struck|swept)",
        -0.7,
    ),
    Cue(
        r"(?:magnitude|epicentre|epicenter|richter|category \d|winds? of|gusts?|millimet\w+|kilomet\w+ (?:an|per) hour|death toll|toll (?:rose|stands|has))",
        -0.6,
    ),
)

RESPONSE_HEADINGS = (
    Cue(
        r"response|relief|assistance|aid|humanitarian action|what (?:we|is being|has been) (?:are doing|done|did)|activities|actions? taken|interventions?|achievements|funding|appeal|gaps?|needs and gaps|coordination|logistics|health|wash|water|shelter|food security|nutrition|education|protection|operations?|search and rescue|recovery|how to help",
        0.5,
    ),
)

# ------------------------------------------------------------------------------------------------------- the outlook

OUTLOOK_LABELS = {
    "weather": "Weather and water to come",
    "hazard": "How the hazard may go on",
    "disease": "Disease and how it may spread",
    "toll": "Figures that may still change",
    "hunger": "Hunger, harvests, prices",
    "return": "What awaits those who fled",
    "relief": "Relief and money to come",
    "recovery": "Reopening, rebuilding, lessons",
    "other": "Other",
}

# How English speaks of what is to come. What weighs 1.4 does so alone; less needs a subject, a time or a condition.
OUTLOOK_CUES = (
    Cue(r"(?:will|shall|ll|won['’]t)\b(?! have (?:been|\w+ed))", 1.1),
    Cue(r"(?:may|might|could)\b(?! (?:not )?have\b)(?! \d)(?![,.;)])", 1.0),
    Cue(r"would\b(?! (?:not )?have\b)", 0.7),
    Cue(
        r"(?:said|says|saying|promis(?:e|es|ed|ing)|vow(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|believ(?:e|es|ed)|announc(?:ed|es|ing)|declar(?:ed|es|ing)|agreed|told|added|suggest(?:s|ed)?|confident|hop(?:es?|ed|ing)|doubt(?:s|ed)?) (?:[\w'’“\"-]+ ){0,8}(?:would|will)\b",
        1.3,
    ),
    Cue(
        r"(?:is|are|was|were|be|been|being|seems?|looks?|appears?) (?:[\w]+ ){0,2}?(?:expected|likely|unlikely|set|poised|bound|due|about|certain|sure|slated|scheduled|preparing|ready|determined|prepared|hoping|going|predicted|projected|forecast) to\b",
        1.6,
    ),
    Cue(r"(?:is|are|was|were|be) (?:\w+ )?(?:forecast|predicted|projected|expected)\b|must be expected", 1.5),
    Cue(
        r"expect(?:s|ed|ing)?\b|expectations?\b|anticipat(?:e|es|ed|ing|ion)\b|predict(?:s|ed|ing|ions?)?\b|project(?:s|ed|ions?)\b|foresee\w*|outlooks?\b|prospects?\b|reckon(?:s|ed)? (?:that|on)",
        1.4,
    ),
    Cue(
        r"forecast(?:s|ing)?\b",
        0.9,
        "weather",
    ),
    Cue(
        r"likely|unlikely|likelihood|likelier|probab(?:le|ly|ility)|inevitabl[ey]|impending|imminent(?:ly)?|loom(?:s|ed|ing)?\b|on the (?:horizon|brink|verge|cusp|way)|(?:question|matter) of (?:time|weeks|days|months)|sooner or later|lies ahead|lie ahead|"
        r"worst is (?:yet|still|not)|yet to (?:come|peak|crest|be)|not (?:yet )?over\b|far from over|has not peaked",
        1.2,
    ),
    Cue(
        r"warn(?:s|ed|ing)?\b|warnings? (?:that|of|against|for|remain|is|are|in)|fear(?:s|ed|ing)?\b|afraid (?:that|of)|worr(?:y|ies|ied|ying) (?:that|about|over)|concern(?:s|ed)? (?:that|about|over|is|are)|risk(?:s|ed|ing)? (?:of|that|being|becoming|losing|from|\w+ing)\b|at risk of|danger of|alarm(?:ed|s)? (?:that|at|over|about)|caution(?:s|ed)\b|threat(?:s|en|ens|ened|ening)?\b|"
        r"on (?:high |red |full )?alert|(?:red|orange|yellow|amber) (?:alerts?|warnings?)|(?:flood|storm|tsunami|weather|heat|fire|evacuation|health) (?:alerts?|warnings?|watch(?:es)?) (?:remain|was|were|is|are|has|have|in|for|until)",
        1.3,
    ),
    Cue(
        r"(?:seek|seeks|seeking) to|aim(?:s|ed|ing)? (?:to|at)|plan(?:s|ned|ning)? (?:to|for|on)\b|planning (?:a|an|its|their|the)\b|intend(?:s|ed|ing)?\b|intentions?\b|prepar(?:e|es|ed|ing) (?:to|for|a|an|the|its)\b|preparations? (?:to|for)|brac(?:e|es|ed|ing) (?:for|itself|themselves)|"
        r"(?:trying|want|wants|wish|wishes|hop(?:e|es|ed|ing)|hopes|ready|willing|vow(?:s|ed)?|pledg(?:e|es|ed)|promis(?:e|es|ed)|offer(?:s|ed|ing)?|looking|readying) to\b|hop(?:es?|ed|ing) (?:for|that)|consider(?:s|ing) (?:\w+ing|a|an|the|whether)\b|weigh(?:s|ed|ing)\b (?:a|an|the|whether)|urged? (?:\w+ ){0,3}to (?:stay|remain|keep|prepare|avoid|boil)",
        1.1,
    ),
    Cue(
        r"next (?:few |several |two |three )?(?:days?|weeks?|months?|years?|spring|summer|autumn|winter|phase|stage|season|harvest|planting|rains)\b(?! (?:after|he|they|it))|(?:coming|forthcoming) (?:days?|weeks?|months?|season|years?|hours?|winter|rains|monsoon)|(?:near|foreseeable|immediate) future|upcoming|(?:days|weeks|months|years) (?:ahead|to come)|soon\b(?! (?:after|afterwards|became|as|found|followed|had|was))|until further notice|for (?:weeks|months|years)\b",
        1.0,
    ),
    Cue(
        r"schedul(?:e|ed|es)\b|deadlines?\b|(?:has|have) yet to|(?:is|are) to (?:be (?:[a-z]+ed|sent|held|built|given|taken|rebuilt)|begin|start|end|go|move|return|receive|arrive|send|meet|open|close|follow|continue)\b|due (?:in|on|by|next|this|at|for|before)\b|planned for|slated for|postponed|pending\b|await(?:s|ing)?\b|remains? (?:to be seen|uncertain|unclear|closed|in force|in place|high|at risk)|(?:unclear|uncertain|unknown|not clear) (?:whether|how|when|if)|(?:begin|begins|start|starts|continues?|resumes?|reopens?|arrives?|peaks?|reaches|ends?) (?:[\w'’-]+ ){0,5}(?:on|by|in|from|next|at) (?:the end|\d|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|next|early|late|mid)",
        1.0,
    ),
    Cue(
        r"(?:no|little|few|scant|slim|hardly any|some|see|sees|saw) (?:\w+ )?(?:signs?|indications?|prospects?|hopes?|chances?|rain|respite|relief|let-?up) (?:of|that|for|to|in|until|before|on)\b|chances? of (?:finding|survival|survivors)|(?:could|may|will|can|might) (?:take|last|need)(?: for)? (?:\w+ ){0,2}(?:days|weeks|months|years|decades)|run(?:s|ning)? out\b|(?:if|unless|until|once) (?:the |they |it |there |no |more |[\w'’]+ ){1,4}(?:is|are|turns?|gets?|arrives?|comes?|does|do|falls?|rains?|reaches|holds?|fails?|rises?|winds?|continue)\b",
        1.1,
    ),
    Cue(
        r"(?:toll|numbers?|figures?|count|estimates?) (?:[\w'’-]+ ){0,4}(?:rise|climb|go up|grow|increase|change|expected|likely|provisional)|(?:toll|number of dead|death count) (?:is|was) (?:expected|feared|likely)",
        1.5,
        "toll",
    ),
)

# What is spoken of, when, and on what condition: beside one of the above.
OUTLOOK_BESIDE = (
    Cue(
        r"by (?:the (?:\w+ )?(?:end|middle|start|beginning|time|weekend|monsoon|rains?|harvest)|next|early|late|mid|then|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|20\d\d|nightfall|evening|noon|dawn)\w*|within (?:[\w-]+ ){0,2}(?:hours?|days?|weeks?|months?|years?)|before (?:the )?(?:[\w-]+ ){0,3}(?:rains?|season|winter|summer|spring|autumn|monsoon|snows?|end|month|year|week|harvest|march|april|june|july|planting|long)\b|until (?:the )?(?:[\w-]+ ){0,2}(?:rains?|season|winter|spring|summer|end|month|year|\w+day|\d+)\b|"
        r"tomorrow|tonight|later (?:this|in|on)|(?:from|on|after|this|next|coming) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|week|month|winter|spring|summer|autumn|\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december))|again\b|for (?:days|weeks|months|years)|any (?:day|time|moment)|(?:in|from) (?:january|february|march|april|june|july|august|september|october|november|december)\b",
        0.5,
    ),
    Cue(
        r"if\b|unless\b|otherwise\b|should (?:the|it|they|more) \w+|provided that|once the|without (?:clean|more|urgent|help|rain|shelter|funding|new)|in case\b",
        0.5,
    ),
    Cue(
        r"rain(?:s|fall|y)?\b|showers|downpours?|storms?\b|cyclones?|typhoons?|hurricanes?|winds?\b|gusts?|snow\w*|cold\b|frost|heat ?waves?|heat\b|temperatures?|dry (?:spell|weather|season)|monsoon|low[- ]pressure|depression|landfall|weaken\w*|river(?:s|\b)|water levels?|alert level|crest\w*|flood ?waters?|flash floods?|floods?\b|flooding|surge|upstream|downstream|dam(?:s|\b)|tides?|drought",
        0.4,
        "weather",
    ),
    Cue(
        r"aftershocks?|tremors?|earthquakes?|eruptions?|erupt\w*|lava|ash\b|volcan\w+|tsunami|landslides?|mudslides?|avalanches?|collapse\w*|blazes?|fires?\b|wildfires?|flames\b|flare|re-?ignite|embers|spread\w*|leak\w*|contaminat\w+|toxic|radiation|explosion\w*|burst",
        0.45,
        "hazard",
    ),
    Cue(
        r"cholera|disease\w*|outbreaks?|epidemics?|infections?|malaria|dengue|measles|diarrh\w+|typhoid|virus\w*|vaccin\w*|cases\b|health|hospitals?|variant|contagio\w+|ebola|mpox|leptospirosis|plague|transmission",
        0.55,
        "disease",
    ),
    Cue(
        r"hunger|famine|food (?:prices|insecurity|shortages?|crisis|stocks)|harvests?|crops?|plant(?:ing|ed)\b|seeds?\b|prices\b|farmers|livestock|malnutrition|starv\w+|grain",
        0.5,
        "hunger",
    ),
    Cue(
        r"displac\w+|homeless|evacuees|shelters?\b|camps?\b|return(?:s|ed|ing)? (?:home|to)|go (?:home|back)|resettle\w*|relocat\w+|survivors|without shelter|cent(?:re|er)s\b",
        0.35,
        "return",
    ),
    Cue(
        r"aid\b|relief\b|appeal\w*|fund\w*|donors?|supplies|teams?\b|help\b|assistance|convoy\w*|deliver\w*|distribut\w*|cash|compensation|stocks\b|send\b|specialists|unit\b|helicopters?|airlift\w*|tents?\b|blankets|planes?\b",
        0.35,
        "relief",
    ),
    Cue(
        r"reopen\w*|re-?open\w*|rebuil\w+|reconstruct\w*|repair\w*|restor\w*|school(?:s|\b)|road(?:s|\b)|bridges?|airports?|power\b|electricity|classes|inquir\w+|investigat\w+|insurance|ban\b|rules|close\b|shut\b|open\b|demolish\w*|warning system",
        0.35,
        "recovery",
    ),
    Cue(r"toll\b|number of (?:dead|deaths|victims|missing)|bodies|dead\b|numbers? will|figures?\b", 0.35, "toll"),
    Cue(
        r"forecasters?|meteorolog\w+|weather (?:service|office|bureau|agency|models?)|weathermen|scientists?|seismologists?|volcanologists?|hydrologists?|meteorologists?|experts?\b|officials?\b|researchers?|aid workers|agenc(?:y|ies)|authorities|ministr(?:y|ies)|office\b|observatory|who (?:fears|warns|expects)|doctors|health workers",
        0.2,
    ),
)

OUTLOOK_AGAINST = (
    Cue(r"(?:could|would|might|may) (?:not )?have\b|would(?:n[’']t| not) be surprised|if not\b", -0.8),
    Cue(r"in (?:19\d\d|20[012]\d)\b", -0.3),
    Cue(
        r"said it would have|(?:figures|numbers|data) (?:\w+ ){0,3}(?:provisional|revised|updated)|read more|subscri\w+|newsletter|cookies?\b|click\b|sign up|copyright|all rights|next report|next one is due|report covers|report is due",
        -2.0,
    ),
    # What was once expected, and what nobody can check.
    Cue(
        r"had (?:been |initially |long |once |not )?(?:expected|hoped|planned|promised|feared|thought|intended|predicted|warned)|as expected|at the time|back then|originally|once (?:promised|vowed|predicted)|used to",
        -1.4,
    ),
    Cue(
        r"(?:is|are|was|were|been) (?:feared|presumed|believed|thought) (?:dead|drowned|missing|trapped|buried|to have)|feared dead|feared trapped",
        -1.0,
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
    Cue(
        r"best wishes|congratulat\w*|condolences|thoughts and prayers|proud\b|thank(?:s|ed|ful)?\b|grateful|commend\w*|solidarity",
        -1.0,
    ),
    Cue(
        r"(?:will|would) (?:also |then |next )?(?:visit|host|meet|attend|chair|participate|discuss|address|brief)\b|press (?:conference|briefing)|bilateral|ambassador",
        -0.6,
    ),
    Cue(
        r"shares\b|investors?|quarterly|dividend\w*|coach\b|striker|league\b|championship|goalkeeper|box office|election|ballot",
        -1.2,
    ),
    Cue(r"scal(?:e|es) (?:of )?(?:\d|one)|home to\b|population of", -0.4),
)

OUTLOOK_HEADINGS = (
    Cue(
        r"outlook|what(?:['’]s)? next|what (?:comes|happens|lies|now|to expect)|looking (?:ahead|forward)|prospects|scenarios?|forecasts?|next steps|(?:road|way|months|weeks|days|year) ahead|projections?|future|risks?\b|likely developments|planning assumptions|weather|early warning|anticipated",
        0.6,
    ),
)


class Brief(BaseModel):
    """What one article says about a disaster."""

    who: Annotated[
        tuple[Entity, ...],
        EntityRules(KINDS, KIND_WORDS, offices=OFFICES, kind_openers=KIND_OPENERS, about=("hazard",)),
    ] = Field(
        (), description="The hazard by its name, and those who act or speak: agencies, aid bodies, states, people."
    )
    where: Annotated[
        tuple[Place, ...],
        PlaceRules(
            led_to_by=words(
                "hit hitting struck striking battered battering lashed lashing flooded flooding inundated devastated devastating ravaged "
                "pounded pummelled pummeled shook jolted rattled rocked engulfed submerged swept ravaging approaching swamped"
            ),
            befallen_by=words("flooding inundation evacuation destruction devastation earthquake eruption"),
        ),
    ] = Field((), description="Places, rivers and regions that were hit, are threatened, or shelter those who fled.")
    casualties: Annotated[
        tuple[Estimate, ...],
        EstimateRules(
            CASUALTIES,
            (DEAD, HURT, BOTH, CASES, DISPLACED, CHILDREN, WOMEN, FAMILIES, RESPONDERS, WORKERS, PEOPLE),
            groups=words("people children women families responders workers"),
            clash_within=MOVES_ON,
            let_go=verbs("employ train hire deploy recruit mobilise mobilize arrest detain", "sent send sending"),
        ),
    ] = Field(
        (),
        description="How many people died, are missing, hurt, ill, rescued, driven out, sheltered, in need, reached.",
    )
    damage: Annotated[
        tuple[Estimate, ...],
        EstimateRules(
            DAMAGES,
            (
                SCHOOLS,
                HEALTH,
                HOMES,
                TRANSPORT,
                UTILITIES,
                BUSINESSES,
                VEHICLES,
                LIVESTOCK,
                CROPS,
                CUSTOMERS,
                BUILDINGS,
                LAND,
                LOSSES,
                CHILDREN,
                WOMEN,
                FAMILIES,
                RESPONDERS,
                WORKERS,
                PEOPLE,
            ),
            clash_within=MOVES_ON,
            groups=(
                *words(
                    "homes buildings schools transport utilities businesses vehicles livestock crops land customers damage"
                ),
                "health facilities",
                *words("people children women families responders workers"),
            ),
            let_go=verbs(
                "save spare pledge donate release allocate appeal raise grant approve promise provide receive seek request contribute earmark commit lend need require mobilise mobilize fund "
                "repair rebuild restore reopen clear rehabilitate replace deliver buy open",
                "sought set_aside given give gave rebuilt send sent appeals_for ask asks asked aid grants funding per_family each",
            ),
        ),
    ] = Field((), description="What was destroyed, damaged, closed or lost, on how much land, and at what cost.")
    response: Annotated[
        tuple[Claim, ...],
        ClaimRules(
            RESPONSE_LABELS,
            RESPONSE_CUES,
            RESPONSE_AGAINST,
            beside=RESPONSE_BESIDE,
            headings=RESPONSE_HEADINGS,
            at_least=1.5,
            at_most=10,
            tells={
                "help": "what is done, sent, asked for or lacking to help",
                "harm": "what the disaster did",
                "background": "numbers, places, earlier events",
            },
        ),
    ] = Field((), description="What is done to help, by whom and for whom, and what is lacking.")
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
            tells={
                "ahead": "what may come: a forecast, plan, warning, risk or expectation",
                "now": "how things stand",
                "past": "what happened",
            },
        ),
    ] = Field(
        (),
        description="What is said to come next: weather, aftershocks, disease, hunger, plans, expectations, warnings.",
    )
