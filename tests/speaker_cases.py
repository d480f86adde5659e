"""Ways in which texts tell who says a figure, many of each kind; `test_speaker_variants` reads them.

Each case is a text, a stretch that stands in it once, and who says it.
"""

from __future__ import annotations

ALTERNATIVES: list[tuple[str, str, str]] = [
    ("The General Staff sees two ways. Either 37 brigades come from the north, or none do.", "37", "General Staff"),
    ("The ministry offered three explanations. In one, 37 men had fled. In another they hid.", "37", "ministry"),
    ("The ministry offered three explanations. In the first, they hid. In the second, 37 had fled.", "37", "ministry"),
    ("Western diplomats outline several scenarios. The first is a march by 37 battalions.", "37", "Western diplomats"),
    ("Analysts gave two reasons for the retreat. One is that 37 soldiers had deserted.", "37", "Analysts"),
    ("Colonel Issa Traore cited various causes. First, 37 trucks had broken down.", "37", "Issa Traore"),
    ("Al Jazeera described two possible outcomes. One would leave 37 villages cut off.", "37", "Al Jazeera"),
]
"""Who sets out possibilities that the next sentences tell one by one."""

SUBJECTS: list[tuple[str, str, str]] = [
    ("The Al Shifa Hospital said 22 bodies had arrived.", "22", "Al Shifa Hospital"),
    ("The El Geneina Emergency Committee said 31 people had died.", "31", "El Geneina Emergency Committee"),
    ("The La Paz Human Rights Office reported 14 arrests.", "14", "La Paz Human Rights Office"),
    ("A monitoring group, Sudan Witness, recorded 37 airstrikes.", "37", "Sudan Witness"),
    ("A local rights group, Burma Watch, said 37 people had died.", "37", "Burma Watch"),
    ("The country's largest charity, Edhi, counted 37 bodies.", "37", "Edhi"),
    ("The aid group Doctors Without Borders said 37 patients had died.", "37", "Médecins Sans Frontières"),
    ("The war monitor Airwars put the number of dead civilians at 37.", "37", "Airwars"),
    (
        "The Britain-based Syrian Observatory for Human Rights said 37 people had been killed.",
        "37",
        "Syrian Observatory for Human Rights",
    ),
    ("Igor Kozak, Belgorod's deputy mayor, said 37 homes had burned.", "37", "Igor Kozak"),
    ("Khartoum's governor, Ahmed Hamza, said 37 homes had burned.", "37", "Ahmed Hamza"),
    ("The mayor of Nikopol, Oleksandr Sayuk, said 37 homes had burned.", "37", "Oleksandr Sayuk"),
    ("The spokesperson for the mission, Claire Dubois, said 37 trucks were stuck.", "37", "Claire Dubois"),
    (
        "Colonel Issa Traore, who commands the garrison and has served there since 2019, told the "
        "journalists that 37 rebels had died.",
        "37",
        "Issa Traore",
    ),
    ("Captain Paul Ngoma (a spokesman for the army) said 37 rebels had died.", "37", "Paul Ngoma"),
    ("Dr Hani Saleh – the hospital's director – said 37 people had died.", "37", "Hani Saleh"),
    (
        "The radio station Voice of the Plains, which speaks for the rebels, said 37 soldiers had been killed.",
        "37",
        "Voice of the Plains",
    ),
    (
        "The radio Al-Furqaan which speaks for the militants claimed that they killed 37 soldiers.",
        "37",
        "radio Al-Furqaan",
    ),
    ("In Kassala a local teacher told me that 37 people had drowned.", "37", "local teacher"),
    ("In Lashio a young nurse told me last month that 37 people had died.", "37", "young nurse"),
    ("On Tuesday in Goma a senior official said 37 people had died.", "37", "senior official"),
    ("Last week the Norwegian Refugee Council said 37 camps were full.", "37", "Norwegian Refugee Council"),
    ("In a report last March Human Rights Watch put the number of detainees at 370.", "370", "Human Rights Watch"),
    ("In a statement on Monday the Sudanese army said 37 rebels had been killed.", "37", "Sudanese army"),
    ("In its annual report Amnesty International counted 37 executions.", "37", "Amnesty International"),
    ("In March 2021 the World Food Programme estimated that 37 million were hungry.", "37", "World Food Programme"),
    ("A year ago the same minister said 37 camps were full.", "37", "same minister"),
    (
        "Two nurses at the Saint Luke clinic, who asked that their names be withheld because they "
        "feared arrest, told the newspaper that 37 bodies had come in.",
        "37",
        "Two nurses at the Saint Luke clinic",
    ),
    ("A driver who had come from Nyala and who did not want his name printed said he saw 37 bodies.", "37", "driver"),
    (
        "Three soldiers of the garrison informed this newspaper that 37 of their comrades had died.",
        "37",
        "Three soldiers of the garrison",
    ),
    (
        "A Lebanese officer who knows the force well once described it to me as “about 3,700 men, most of them boys”.",
        "3,700",
        "Lebanese officer who knows the force well",
    ),
    ("The elders of the village said 37 goats had been taken.", "37", "elders of the village"),
    ("Civil society groups in Butembo said 37 people had died.", "37", "Civil society groups in Butembo"),
    ("Local civil society said 37 people had died.", "37", "Local civil society"),
    ("At least 37 people died, according to local civil society.", "37", "local civil society"),
    ("At least 37 people died, according to civil society leaders in Beni.", "37", "civil society leaders in Beni"),
    ("At least 37 people died, according to the army's own count.", "37", "army"),
    ("Some 370 families fled, according to the agency’s displacement tracker.", "370", "agency’s displacement tracker"),
    ("Some 370 families fled, according to a tally kept by volunteers.", "370", "tally kept by volunteers"),
    (
        "Some 370 families fled, according to figures from the interior ministry.",
        "370",
        "figures from the interior ministry",
    ),
    ("Some 370 families fled, according to Save the Children.", "370", "Save the Children"),
    ("Some 370 families fled, according to aid groups.", "370", "aid groups"),
    ("Some 370 people were shot, according to the independent outlet Mediazona.", "370", "Mediazona"),
    (
        "The experts of the African Union wrote in their report that they have about 3,700 fighters.",
        "3,700",
        "experts of the African Union",
    ),
    ("Partners in Kalemie report that 37 girls were abducted.", "37", "Partners in Kalemie"),
    ("Protection partners reported that 37 girls were abducted.", "37", "Protection partners"),
    ("Our field teams counted 37 fresh graves.", "37", "Our field teams"),
    ("Health workers in Bol report 37 new cases of injury.", "37", "Health workers in Bol"),
    ("Police in Quetta report 37 dead.", "37", "Police in Quetta"),
    ("Russian war bloggers conceded that 37 tanks had been lost.", "37", "Russian war bloggers"),
    ("Relatives of the missing have drawn up a list of 370 names, the newspaper Novaya said.", "370", "Novaya"),
    ("Foreign handbooks credited the army with 370,000 men.", "370,000", "Foreign handbooks"),
    ("Western intelligence credits the group with 3,700 fighters.", "3,700", "Western intelligence"),
    ("The group is credited by the Pentagon with 3,700 fighters.", "3,700", "Pentagon"),
]
"""Names behind articles and descriptions, places and times before a subject, clauses between it and its verb."""

AS_TOLD: list[tuple[str, str, str]] = [
    ("On Friday 37 civilians died and 62 were hurt, as the Ministry of Health said.", "37", "Ministry of Health"),
    ("On Friday 37 civilians died and 62 were hurt, as the Ministry of Health stated.", "37", "Ministry of Health"),
    ("On Friday 37 civilians died and 62 were hurt, as the Ministry of Health reported.", "37", "Ministry of Health"),
    ("On Friday 37 civilians died and 62 were hurt, as the Ministry of Health announced.", "37", "Ministry of Health"),
    ("On Friday 37 civilians died and 62 were hurt, as the Ministry of Health confirmed.", "37", "Ministry of Health"),
    ("On Friday 37 civilians died and 62 were hurt, as the Ministry of Health put it.", "37", "Ministry of Health"),
    (
        "On Friday 37 civilians died and 62 were hurt, as the Ministry of Health has reported.",
        "37",
        "Ministry of Health",
    ),
    (
        "On Friday 37 civilians died and 62 were hurt, as the Ministry of Health acknowledged.",
        "37",
        "Ministry of Health",
    ),
    ("On Friday 37 civilians died and 62 were hurt, as the Ministry of Health wrote.", "37", "Ministry of Health"),
    ("On Friday 37 civilians died, as was reported by the Ministry of Health.", "37", "Ministry of Health"),
    ("As the Ministry of Health stated, 37 civilians died.", "37", "Ministry of Health"),
    ("When the shells fell, as foreign media reported, more than 37 soldiers lost their lives.", "37", "foreign media"),
    ("Some 37 men were taken, as reported by the UN mission.", "37", "United Nations"),
    ("The convoy, as state television reported, carried 37 wounded.", "37", "state television"),
]
"""", as X said"."""

COUNTS_GIVEN: list[tuple[str, str, str]] = [
    ("The defence ministry put its losses at 37 men.", "37", "defence ministry"),
    (
        "Amina Diallo spoke first. She put the force at 3,700 to 4,000 men, including volunteers.",
        "3,700",
        "Amina Diallo",
    ),
    ("The Pentagon puts the number of Houthi drones at 370.", "370", "Pentagon"),
    ("Estimates by aid groups put the dead at 370.", "370", "Estimates by aid groups"),
    ("Unofficial counts put the dead at 370.", "370", "Unofficial counts"),
    ("A UN estimate puts the toll at 370.", "370", "United Nations"),
    ("A 2022 study by Oxford University placed the toll at 370.", "370", "2022 study by Oxford University"),
    ("The toll was put by the ministry at 370.", "370", "ministry"),
    ("The ministry gave the toll as 370.", "370", "ministry"),
    ("The ministry gave a figure of 370.", "370", "ministry"),
    ("The ministry has set the number of wounded at 370.", "370", "ministry"),
    ("U.N. officials have cited a toll of more than 370.", "370", "United Nations"),
    ("The hospital cited a figure of 370.", "370", "hospital"),
    ("Syrskyi has spoken of 370 prisoners.", "370", "Syrskyi"),
    ("Residents spoke of 370 prisoners.", "370", "Residents"),
    ("Residents talk of 370 prisoners.", "370", "Residents"),
    ("The ministry spoke of at least 37 dead.", "37", "ministry"),
    ("The army claims to have killed 370 rebels.", "370", "army"),
    ("The Arakan Army claims to command 37,000 fighters.", "37,000", "Arakan Army"),
    ("The Arakan Army says it has 37,000 fighters.", "37,000", "Arakan Army"),
    ("The Arakan Army boasts of having 37,000 fighters.", "37,000", "Arakan Army"),
    ("The rebels claimed 37 kills.", "37", "rebels"),
    ("The army reported killing 37 rebels.", "37", "army"),
    ("The army admitted losing 37 men.", "37", "army"),
    ("The army acknowledged the loss of 37 men.", "37", "army"),
    ("The army has confirmed the deaths of 37 men.", "37", "army"),
    ("The army has confirmed only 37 deaths.", "37", "army"),
    ("The army disputed this. It said its men had stopped attacks at 37 villages.", "37", "army"),
    ("The army reckons it has 37,000 men under arms.", "37,000", "army"),
    ("UN experts reckoned some years ago that it had 37,000 men.", "37,000", "UN experts"),
    ("Analysts put it closer to 37,000.", "37,000", "Analysts"),
    ("An officer described them as “37 boys with rifles and no idea of war”.", "37", "officer"),
    (
        "A rebel commander spoke by phone. He showed footage of what he described as 37 captured soldiers.",
        "37",
        "rebel commander",
    ),
    ("The rebels paraded what they said were 37 captured soldiers.", "37", "rebels"),
    ("The militants posted pictures of what they called 37 spies.", "37", "militants"),
    ("The group is believed by Western officials to have 3,700 fighters.", "3,700", "Western officials"),
    ("The group is estimated by the UN to have 3,700 fighters.", "3,700", "United Nations"),
]
"""Verbs that put, acknowledge, credit, describe, speak of a number."""

OWN_VOICE: list[tuple[str, str]] = [
    ("The village has two ways in. Either road was mined, and 37 men died there.", "37"),
    ("The army saw two columns. One of them had 37 trucks.", "37"),
    ("She put the force at 3,700 to 4,000 men, including volunteers.", "3,700"),
    ("The Arakan Army boasts 37,000 fighters.", "37,000"),
    ("He showed footage of what he described as 37 captured soldiers.", "37"),
    ("The group is said to have 3,700 fighters.", "3,700"),
    ("The group is thought to have 3,700 fighters.", "3,700"),
    ("By all accounts 370 people died.", "370"),
    ("The raid was led by the army's count Orlov and 37 men.", "37"),
    ("For the Red Cross, 370 people are missing.", "370"),
    ("Villagers said soldiers came at dawn. They burned 37 houses and left by noon.", "37"),
    ("They are meant, villagers say, to frighten. More than 370 people are displaced.", "370"),
    ("The soldiers' relatives met the rebels' envoys and 37 prisoners were freed.", "37"),
    ("“Thirty-seven girls were taken from the school” – Amina Diallo, teacher", "Thirty-seven"),
    ('"They left 37 vehicles," he claimed. Colonel Issa Traore was in high spirits.', "37"),
    ("The bridge, built in 1970, claimed 37 lives.", "37"),
    ("He put 37 men at the gate.", "37"),
    ("The general put his tanks at 37 points along the road.", "37"),
    ("The army counted its 37 dead and left.", "37"),
    ("The ministry counted on 37 new trucks.", "37"),
    ("The team estimated to be worth 37 million lost.", "37"),
    ("Rebels listed on the board held 37 towns.", "37"),
    ("The army announced itself with 37 rockets.", "37"),
    ("Police found 37 bodies in a well.", "37"),
    ("Soldiers established 37 posts along the river.", "37"),
    ("The city recorded 37 degrees on Monday.", "37"),
    ("The team posted 37 points in the first half.", "37"),
    ("A fire broke out at the depot and 37 people were hurt. Residents said the smoke could be seen for miles.", "37"),
    ("The report on the camp was published as 37 people fled.", "37"),
    ("More than 370 fighters left the town after the talks, which officials said had been hard.", "370"),
    ("Officials, who said little, left with 37 men.", "37"),
    ("The rebels killed 37 soldiers in an attack they had described as revenge.", "37"),
    ("Asked about it, nobody answered. Some 37 men were held.", "37"),
    ("The group told its 37 members to go home.", "37"),
    ("The army ordered 37 villages to be cleared, officials said. About 90 people stayed.", "90"),
    ("The army told 370 families to leave the area.", "370"),
    ("The minister promised 37 new trucks to the brigade.", "37"),
    ("Attackers described as bandits killed 37 people.", "37"),
    ("The forces are credited with killing 37 men.", "37"),
    ("By the river's edge 37 men lay dead.", "37"),
    ("By the army's side 37 men lay dead.", "37"),
    ("By Monday's count, 37 men were dead.", "37"),
    ("'Black Friday' sales drew 37 people to the soldiers' tents and the traders' stalls.", "37"),
    ("The '90s war killed 37 people in the rebels' town.", "37"),
    ("He is 37, a conscript who says little.", "37"),
    ("It maintains 37 posts on the border.", "37"),
    ("The army maintains 37 posts on the border.", "37"),
    ("The state of emergency covers 37 districts.", "37"),
    ("Argued for years, the plan moved 37 families.", "37"),
    ("The peace deal put 3,700 fighters at ease.", "3,700"),
    ("Some 3,700 people arrived in Kalehe (OCHA).", "3,700"),
    ("The authorities notified 37 cases of injury.", "37"),
]
"""Nobody but the article says it."""

BY_COUNT: list[tuple[str, str, str]] = [
    ("By the Pentagon's count there have been 37 attacks on ships.", "37", "Pentagon"),
    ("There have been 37 attacks on ships, by the Pentagon's count.", "37", "Pentagon"),
    ("There have been 37 attacks on ships by the Pentagon's count.", "37", "Pentagon"),
    ("By the Pentagon's estimate there have been 37 attacks on ships.", "37", "Pentagon"),
    ("There have been 37 attacks on ships, by the Pentagon's estimate.", "37", "Pentagon"),
    ("There have been 37 attacks on ships by the Pentagon's estimate.", "37", "Pentagon"),
    ("By the Pentagon's reckoning there have been 37 attacks on ships.", "37", "Pentagon"),
    ("There have been 37 attacks on ships, by the Pentagon's reckoning.", "37", "Pentagon"),
    ("There have been 37 attacks on ships by the Pentagon's reckoning.", "37", "Pentagon"),
    ("By the Pentagon's tally there have been 37 attacks on ships.", "37", "Pentagon"),
    ("By the Pentagon's own account there have been 37 attacks on ships.", "37", "Pentagon"),
    ("By the Pentagon's own count there have been 37 attacks on ships.", "37", "Pentagon"),
    ("There have been 37 attacks on ships, by the Pentagon's own count.", "37", "Pentagon"),
    ("There have been 37 attacks on ships by the Pentagon's own count.", "37", "Pentagon"),
    ("By the Pentagon's own admission there have been 37 attacks on ships.", "37", "Pentagon"),
    ("There have been 37 attacks on ships, by the Pentagon's own admission.", "37", "Pentagon"),
    ("There have been 37 attacks on ships by the Pentagon's own admission.", "37", "Pentagon"),
    ("By the Pentagon's calculations there have been 37 attacks on ships.", "37", "Pentagon"),
    ("By the Pentagon's latest count there have been 37 attacks on ships.", "37", "Pentagon"),
    ("By one Nairobi-based analyst's reckoning, 3,700 men have joined.", "3,700", "one Nairobi-based analyst"),
    ("Kenya, by one Western diplomat's estimate, has sent 3,700 men.", "3,700", "one Western diplomat"),
    ("By the government's own figures, 370 civilians were killed.", "370", "government"),
    ("On the UN's figures, 370 civilians were killed.", "370", "United Nations"),
    ("By some estimates, 370,000 people have died.", "370,000", "some estimates"),
    ("By most accounts, 370 people have died.", "370", "most accounts"),
    ("In the army's telling, 37 rebels were killed.", "37", "army"),
    ("On the army's account, 37 rebels were killed.", "37", "army"),
    ("In the estimate of the Red Cross, 370 people are missing.", "370", "International Committee of the Red Cross"),
    ("Rebels were counted by the army: 37.", "37", "army"),
    ("Per the Health Ministry, 370 people have died.", "370", "Health Ministry"),
    ("Some 370 people have died, per the Health Ministry.", "370", "Health Ministry"),
    ("Based on figures from the Health Ministry, 370 people have died.", "370", "Health Ministry"),
    ("In the view of Western officials, 370 tanks remain.", "370", "Western officials"),
]
"""Somebody's own count, estimate, reckoning, figures."""

PRONOUNS: list[tuple[str, str, str]] = [
    (
        "The Zalingei Resistance Committee said shells had hit the clinic. Another 37 people were "
        "wounded, it said in a statement.",
        "37",
        "Zalingei Resistance Committee",
    ),
    (
        "The Zalingei Resistance Committee said shells had hit the clinic. Another 37 people were wounded, it said.",
        "37",
        "Zalingei Resistance Committee",
    ),
    (
        "The Zalingei Resistance Committee said shells had hit the clinic. Another 37 people were "
        "wounded, it added in a post on Facebook, noting that the count was not final.",
        "37",
        "Zalingei Resistance Committee",
    ),
    ("The commissioner appealed for help. He said that 37 villages had been flooded.", "37", "commissioner"),
    (
        "According to the office of the Provincial Commissioner, roads are shut. The Commissioner "
        "asked for help. He said that 37 villages had been flooded.",
        "37",
        "Commissioner",
    ),
    ("A police officer came to the scene. He said 37 people had died.", "37", "police officer"),
    ("An elder from Halfway, Hassan Guled, said the road was mined. He said 37 goats had died.", "37", "Hassan Guled"),
    ("“We met them at dawn and they ran,” said the colonel. “They left 37 rifles in the bush.”", "37", "colonel"),
    ("A spokeswoman said the camp was shut. She said 370 people had left.", "370", "spokeswoman"),
    (
        "A rebel commander in the town spoke to reporters. They had lost 37 men, he said.",
        "37",
        "rebel commander in the town",
    ),
    (
        "The defence ministry disputed this. It said it had stopped 37 attacks, and it claimed "
        "that Kyiv had lost 220 soldiers and 19 armoured vehicles.",
        "220",
        "defence ministry",
    ),
    ("The report was blunt. It said 370 people had been jailed.", "370", "report"),
    ("Doctors at the hospital are exhausted. They say 370 patients came in a night.", "370", "Doctors at the hospital"),
    (
        "Another, a 19-year-old corporal from the 12th brigade who asked to be called Taras, "
        "recalled the retreat.\n\n“They spoke of a platoon. What we found were thirty-seven cooks,” "
        "he said.",
        "thirty-seven",
        "19-year-old corporal from the 12th brigade",
    ),
    (
        "The prisoner looks at the floor. “We were thirty-seven when the rains came,” he said.",
        "thirty-seven",
        "prisoner",
    ),
    ("The widow lives in a tent. “We buried thirty-seven people that week,” she said.", "thirty-seven", "widow"),
    ("The smuggler did not give his name. He has carried 37 families over the river, he said.", "37", "smuggler"),
    (
        "Residents of Al-Mazra said horsemen had encircled the wells, burned two mills and carried off about 37 boys.",
        "37",
        "Residents of Al-Mazra",
    ),
    (
        "Elders in Fizi told us that horsemen rode into the market at noon and shot 16 traders. "
        "They then burned the stalls and drove off at least 37 porters.",
        "37",
        "Elders in Fizi",
    ),
]
"""Pronouns for speakers named or only described before."""

REACH: list[tuple[str, str, str]] = [
    (
        "About 50,000 people have fled since January, and most of them need food, the World Food Programme (WFP) said.",
        "50,000",
        "World Food Programme",
    ),
    ("About 50,000 people have fled; most need food, the World Food Programme said.", "50,000", "World Food Programme"),
    (
        "More than 37 people were killed when a bomb went off at a market, officials said, in the "
        "worst attack since May.",
        "37",
        "officials",
    ),
    ("More than 37 people were killed, officials said, and 60 wounded.", "60", "officials"),
    (
        "More than 37 people were killed on Monday, a volunteer group said, as the army claimed "
        "its biggest gain in weeks.",
        "37",
        "volunteer group",
    ),
    ("The army said 37 rebels were killed, but residents said the dead were civilians.", "37", "army"),
    ("The army said it had lost 12 men while the rebels said they had killed 37.", "37", "rebels"),
    ("Tolls differ: the army speaks of 12 dead, residents of 37.", "12", "army"),
    (
        "U.N. officials have cited a toll of more than 200, while a former U.S. envoy has said as "
        "many as 3,700 people may have died.",
        "3,700",
        "former U.S. envoy",
    ),
    ("An army captain acknowledged 37 dead on his side but said the attack had failed.", "37", "army captain"),
    ("The minister, asked about losses on Monday, said 37 men were dead.", "37", "minister"),
    (
        "The minister, speaking on condition of anonymity because the count was not public, said 37 men were dead.",
        "37",
        "minister",
    ),
    (
        "Militants killed 37 people in two villages last night, the mayor said on Tuesday, blaming the ADF.",
        "37",
        "mayor",
    ),
    ("Such raids, villagers say, have killed 37 people.", "37", "villagers"),
    ("Of the 370 people in the camp, 40 were children, the agency said.", "370", "agency"),
    ("Of the dead, the agency said, 37 were children.", "37", "agency"),
    (
        "The likeliest outcome, said Khin Zaw Moe, a former negotiator, is that 37 towns stay under siege.",
        "37",
        "Khin Zaw Moe",
    ),
    ("The army, which says it has lost 37 men since May, pulled back.", "37", "army"),
    ("The rebels, who claim 3,700 fighters, hold the town.", "3,700", "rebels"),
    ("The rebels, whom the UN accuses of killing 37 villagers, hold the town.", "37", "United Nations"),
    ("The camp, where officials say 3,700 people live, was shelled.", "3,700", "officials"),
    ("The camp, which according to officials held 3,700 people, was shelled.", "3,700", "officials"),
    ("The strike, which the Houthis say killed 37 people, hit a port.", "37", "Houthis"),
    ("The assault left what medics said were 37 dead.", "37", "medics"),
    ("The militia, accused by the UN of killing 37 villagers, denies it.", "37", "United Nations"),
]
"""How far a verb of saying reaches in its sentence."""

CHAINS: list[tuple[str, str, str]] = [
    ("Radio Okapi quoted a military source as saying that 3,700 men were deployed.", "3,700", "military source"),
    (
        "A military source quoted by Radio Okapi said 3,700 men were deployed.",
        "3,700",
        "military source quoted by Radio Okapi",
    ),
    ("Quoting a military source, Radio Okapi said 3,700 men were deployed.", "3,700", "military source"),
    ("Citing a military source, Radio Okapi reported that 3,700 men were deployed.", "3,700", "military source"),
    ("Radio Okapi, quoting a military source, reported that 3,700 men were deployed.", "3,700", "military source"),
    ("Some 3,700 men were deployed, Radio Okapi said, quoting a military source.", "3,700", "military source"),
    (
        "Some 3,700 men were deployed, according to a military source quoted by Radio Okapi.",
        "3,700",
        "military source quoted by Radio Okapi",
    ),
    ("Some 3,700 men were deployed, according to Radio Okapi, which cited a military source.", "3,700", "Radio Okapi"),
    ("Reuters reported on Friday that, according to two officials, 3,700 men were deployed.", "3,700", "two officials"),
    ("The health ministry told Reuters that 37 people had died.", "37", "health ministry"),
    (
        "“Thirty-seven people were taken to us that night,” the hospital's director, Amal Zaki, told Al Jazeera.",
        "Thirty-seven",
        "Amal Zaki",
    ),
    (
        "Thirty-seven people died, state news agency SANA reported, citing a military source.",
        "Thirty-seven",
        "military source",
    ),
    ("The ministry was quoted by Interfax as saying that 37 men had died.", "37", "ministry"),
    ("Interfax cited the ministry as saying 37 men had died.", "37", "ministry"),
    ("The ministry said, according to Interfax, that 37 men had died.", "37", "ministry"),
    ("AFP quoted residents who said 37 men had died.", "37", "residents"),
    ("Colonel Yuri Babin was cited as saying 37 men had died.", "37", "Yuri Babin"),
    ("In an interview with the BBC the general said 37 men had died.", "37", "general"),
]
"""Who is quoted by whom."""

QUOTED: list[tuple[str, str, str]] = [
    ("'We carried thirty-seven bodies down the hill that night,' said Amina Diallo.", "thirty-seven", "Amina Diallo"),
    ("‘We carried thirty-seven bodies down the hill that night,’ said Amina Diallo.", "thirty-seven", "Amina Diallo"),
    (
        "Amina Diallo stood by the well. 'We carried thirty-seven bodies. They weren't from here, "
        "and the army's men laughed,' she said.",
        "thirty-seven",
        "Amina Diallo",
    ),
    (
        "'It's over,' said Amina Diallo, a nurse. 'We carried thirty-seven bodies down the hill "
        "and the soldiers' trucks drove by.'",
        "thirty-seven",
        "Amina Diallo",
    ),
    ("Amina Diallo: “They came at dawn and took thirty-seven girls with them.”", "thirty-seven", "Amina Diallo"),
    (
        "“They came at dawn. They took thirty-seven girls. Nobody stopped them,” recalls Amina Diallo, who sells tea.",
        "thirty-seven",
        "Amina Diallo",
    ),
    (
        "“They came at dawn,” Amina Diallo, 40, a mother of six, said. “They took thirty-seven girls.”",
        "thirty-seven",
        "Amina Diallo",
    ),
    (
        "“They took thirty-seven girls from the school,” one of the teachers, who hid in a cupboard, said.",
        "thirty-seven",
        "one of the teachers",
    ),
    (
        "“They took thirty-seven girls from the school,” said one of the teachers.",
        "thirty-seven",
        "one of the teachers",
    ),
    (
        "“They took thirty-seven girls from the school,” says a teacher in the town.",
        "thirty-seven",
        "teacher in the town",
    ),
    (
        "“They took thirty-seven girls from the school,” according to a teacher in the town.",
        "thirty-seven",
        "teacher in the town",
    ),
    (
        "“They took thirty-seven girls from the school,” read a statement by the Norwegian Refugee Council.",
        "thirty-seven",
        "statement by the Norwegian Refugee Council",
    ),
    ("“They took thirty-seven girls from the school,” the statement read.", "thirty-seven", "statement"),
    (
        "“They took thirty-seven girls from the school,” a radio officer who deserted in spring told me.",
        "thirty-seven",
        "radio officer who deserted in spring",
    ),
    (
        "The ministry called it a crime. “Thirty-seven girls were taken from the school,” it said.",
        "Thirty-seven",
        "ministry",
    ),
    (
        "“Thirty-seven girls were taken from the school,” tweeted the ministry's spokesman, Ali Bakr.",
        "Thirty-seven",
        "Ali Bakr",
    ),
    (
        "Asked how many had died, Colonel Issa Traore held up his hands. “Thirty-seven, and we "
        "have buried them all already.”",
        "Thirty-seven",
        "Issa Traore",
    ),
]
"""Quotations in all marks, with their speakers before, behind, between and at a colon."""

REPORTS: list[tuple[str, str, str]] = [
    ("Kalehe: At least 3,700 people arrived on foot, local leaders report.", "3,700", "local leaders"),
    ("OCHA: 3,700 people arrived in Kalehe.", "3,700", "OCHA"),
    ("Local authorities indicate that 3,700 people arrived in Kalehe.", "3,700", "Local authorities"),
    ("Preliminary reports indicate that 3,700 people arrived in Kalehe.", "3,700", "Preliminary reports"),
    ("Reports from the field suggest 3,700 people arrived in Kalehe.", "3,700", "Reports from the field"),
    ("IOM DTM reports 3,700 individuals displaced.", "3,700", "DTM"),
    ("Partners report 3,700 newly displaced people.", "3,700", "Partners"),
    ("An estimated 3,700 people arrived (source: UNHCR).", "3,700", "UNHCR"),
    ("The protection cluster documented 37 abductions.", "37", "protection cluster"),
    ("According to the humanitarian community, 3,700 people arrived.", "3,700", "humanitarian community"),
    ("Sources on the ground report that 3,700 people arrived.", "3,700", "Sources on the ground"),
]
"""Reports of aid agencies, labels, sources in brackets."""

TAKING_THAT = """
acknowledged, conceded, admitted, stressed, insisted, reckoned, believed, assessed, calculated, estimated, testified,
tweeted, posted, wrote, informed us, informed the press, assured reporters, complained, declared, boasted, recalled,
related, recounted, remarked, pointed out, made clear, specified, indicated, argued, maintained, replied, promised,
clarified, warned, hinted, contended, found, established, concluded, learned, heard, vowed, reaffirmed, reiterated,
lamented, predicted, cautioned, affirmed, let it be known, determined, observed, submitted, urged, countered,
responded, retorted, explained, bragged, speculated, suspected, revealed, disclosed, briefed journalists, told the
court, swore
"""
"""Verbs before "that". In one string, parted by commas."""

TAKING_NUMBERS = """
acknowledged, conceded, admitted, confirmed, reported, recorded, documented, counted, logged, tallied, registered,
announced, verified, claimed, listed, alleged
"""
"""Verbs before a number alone. In one string, parted by commas."""

CLOSING = """
said, says, reported, reports, announced, estimated, estimates, believes, acknowledged, confirmed, wrote, noted,
recalled, claimed, claims, alleged, reckons, tweeted, told AFP, told the Associated Press by telephone, added, adds,
warned, warns, explained, insisted, has said, have said
"""
"""Verbs behind what one speaker says. In one string, parted by commas."""

CLOSING_PLURAL = """
say, report, believe, reckon, estimate, fear, claim, told Reuters, add, warn, acknowledge, have confirmed, tell us
"""
"""Verbs behind what several say. In one string, parted by commas."""
