"""Pairs of texts from many wars that contradict each other, or only seem to; written for the tests.

Each has a name, what the two contradict each other about (the text of the difference; None where in nothing), and what
is told first and second, each with its day.
"""

from __future__ import annotations

from typing import NamedTuple


class Told(NamedTuple):
    """A text and the day of its article."""

    text: str
    day: str = "2024-05-06"


class Case(NamedTuple):
    """Two texts, or one, and what is contradicted in them."""

    name: str
    about: str | None
    one: Told
    other: Told | None = None


CONTRADICTING = (
    Case(
        "taken, and not",
        "who holds Shusha",
        Told("Azerbaijani forces have taken Shusha, Azerbaijan's president said on Sunday.", "2020-11-08"),
        Told("Shusha has not been captured by Azerbaijan, Armenia's defence ministry said on Sunday.", "2020-11-08"),
    ),
    Case(
        "arming denied by who arms",
        "who stands behind Rapid Support Forces",
        Told("The UAE is arming the Rapid Support Forces, Sudan's army chief said.", "2024-06-01"),
        Told("The United Arab Emirates denies arming the Rapid Support Forces.", "2024-06-03"),
    ),
    Case(
        "one ally does not count",
        "who holds Tel Abyad",
        Told(
            "Syrian National Army fighters captured Tel Abyad on Sunday, Turkey's defence ministry said. Clashes "
            "between the Syrian National Army and the Syrian Democratic Forces spread.",
            "2019-10-13",
        ),
        Told("The Syrian Democratic Forces said they still control Tel Abyad.", "2019-10-13"),
    ),
    Case(
        "both sides claim a city",
        "who holds Babanusa",
        Told("The Rapid Support Forces said on Monday that they had captured Babanusa in West Kordofan."),
        Told("The Sudanese army said it still holds Babanusa and had pushed back the Rapid Support Forces."),
    ),
    Case(
        "one article, two claims",
        "who holds Wad Madani",
        Told(
            "Fighting between the Sudanese army and the Rapid Support Forces reached Wad Madani on "
            "Monday. The Rapid Support Forces said they control Wad Madani. The Sudanese army said that "
            "it controls Wad Madani."
        ),
    ),
    Case(
        "a claim denied",
        "who holds Walikale",
        Told("M23 has captured Walikale, residents of the town said.", "2025-03-20"),
        Told("The Congolese army denied that M23 had captured Walikale.", "2025-03-20"),
    ),
    Case(
        "a loss denied",
        "who holds Robotyne",
        Told("Ukraine lost Robotyne over the weekend, Russia's defence ministry said.", "2024-05-15"),
        Told("Ukraine has not lost Robotyne, the general staff in Kyiv said.", "2024-05-15"),
    ),
    Case(
        "passive against active",
        "who holds Hodeidah",
        Told("Hodeidah is held by the Houthis, the United Nations said.", "2018-11-10"),
        Told(
            "Yemeni government forces control Hodeidah, the governor said. Clashes between the Houthis "
            "and the Yemeni government went on.",
            "2018-11-11",
        ),
    ),
    Case(
        "in whose hands a town is",
        "who holds Ghazni",
        Told(
            "The Taliban attacked Afghan government forces for a third day. Ghazni is in the hands of the"
            " Taliban, a lawmaker said.",
            "2018-08-12",
        ),
        Told("The Afghan government is in full control of Ghazni, its interior ministry said.", "2018-08-12"),
    ),
    Case(
        "no longer in control",
        "who holds Adan Yabal",
        Told("Al-Shabaab controls Adan Yabal, elders said.", "2025-04-17"),
        Told("Al-Shabaab no longer controls Adan Yabal, the Somali government said.", "2025-04-17"),
    ),
    Case(
        "a list of towns",
        "who holds Minova",
        Told("M23 controls Sake, Minova and Nyabibwe, a United Nations official said.", "2025-02-05"),
        Told("M23 does not control Minova, the Congolese army said.", "2025-02-05"),
    ),
    Case(
        "both took it",
        "who holds Hadrut",
        Told("Clashes between Armenia and Azerbaijan went on. Azerbaijan said it had captured Hadrut.", "2020-10-10"),
        Told("Armenia denied losing Hadrut and said its forces control Hadrut.", "2020-10-10"),
    ),
    Case(
        "backing denied",
        "who stands behind M23",
        Told("Rwanda backs M23, a group of United Nations experts said.", "2024-07-09"),
        Told("Rwanda denies backing M23.", "2024-08-01"),
    ),
    Case(
        "an accusation denied",
        "who stands behind Rapid Support Forces",
        Told("Sudan accused the United Arab Emirates of arming the Rapid Support Forces.", "2024-04-29"),
        Told(
            "The United Arab Emirates does not support the Rapid Support Forces, its foreign ministry said.",
            "2024-05-20",
        ),
    ),
    Case(
        "support with adjectives between",
        "who stands behind Houthis",
        Told(
            "Iran is sending ballistic missiles and other weapons to the Houthis, the United States said."
            " Iran provides military and financial support to the Houthis.",
            "2019-06-01",
        ),
        Told("Iran has denied supporting the Houthis.", "2019-06-20"),
    ),
    Case(
        "who profits, in two opinions",
        "whom Hayat Tahrir al-Sham serves",
        Told('"Turkey benefits from Hayat Tahrir al-Sham," said Lina Haddad, an analyst in Beirut.', "2023-02-01"),
        Told('"Hayat Tahrir al-Sham is a tool of Russia," said Omar Nasser, a former officer.', "2023-09-01"),
    ),
    Case(
        "which bank",
        "on which side Kherson, on the Dnieper, lies",
        Told("Kherson, on the west bank of the Dnieper, was shelled again.", "2023-01-10"),
        Told("Shells fell on Kherson, on the eastern bank of the Dnieper.", "2023-02-10"),
    ),
    Case(
        "where a leader is",
        "where Joseph Kony is",
        Told(
            "Joseph Kony is hiding in Sudan, a defector said. Joseph Kony leads the Lord's Resistance Army.",
            "2017-04-01",
        ),
        Told("Joseph Kony is hiding in Uganda, its army said.", "2017-04-09"),
    ),
    Case(
        "whether air strikes matter",
        "whether air strikes work",
        Told(
            "The air strikes in Yemen have had little effect, a retired British officer said. Air strikes"
            " have little effect on the Houthis, he said.",
            "2024-01-20",
        ),
        Told("The air strikes on the Houthis were effective, the Pentagon said.", "2024-01-28"),
    ),
    Case(
        "whether sanctions work",
        "whether sanctions work",
        Told("Sanctions against Russia are effective, the European Union said.", "2023-03-01"),
        Told('"Sanctions are futile," said Dmitry Peskov, a spokesman for Russia.', "2023-03-10"),
    ),
    Case(
        "a truce will and will not last",
        "whether the ceasefire will last",
        Told("The truce in Libya will hold, the United Nations envoy said.", "2020-09-01"),
        Told("The truce in Libya is unlikely to last, analysts said.", "2020-09-10"),
    ),
    Case(
        "a city will and will not fall",
        "whether Bakhmut will fall",
        Told("Bakhmut will not fall, Ukraine's president said.", "2023-03-05"),
        Told("Bakhmut is expected to fall within days, Western officials said.", "2023-03-07"),
    ),
    Case(
        "holding out against falling",
        "whether Marib will fall",
        Told("Marib will hold out, the Yemeni government said.", "2021-10-01"),
        Told("Marib is likely to fall to the Houthis, a diplomat said.", "2021-10-12"),
    ),
    Case(
        "talks",
        "whether the talks will succeed",
        Told("The talks in Geneva will fail, the Syrian opposition said.", "2017-02-20"),
        Told("The talks in Geneva are likely to succeed, Russia said.", "2017-02-22"),
    ),
    Case(
        "an offensive that will come and will not",
        "whether the offensive will come",
        Told("The offensive against Rafah will go ahead, Israel said.", "2024-04-10"),
        Told("The offensive against Rafah will not take place, a mediator in Cairo said.", "2024-04-15"),
    ),
    Case(
        "troops that will leave and will not",
        "whether Eritrea will leave",
        Told("Eritrea will withdraw its troops from Tigray, the Ethiopian government said.", "2021-03-26"),
        Told("Eritrea is not expected to withdraw, diplomats said.", "2021-04-05"),
    ),
    Case(
        "who will win",
        "whether Hezbollah will win",
        Told("Hezbollah will win, its deputy leader said.", "2024-10-01"),
        Told("Hezbollah will be defeated, Israel's defence minister said.", "2024-10-05"),
    ),
    Case(
        "a border town",
        "who holds Myawaddy",
        Told(
            "The Karen National Union said its fighters seized Myawaddy, a border town in Myanmar, on Thursday.",
            "2024-04-11",
        ),
        Told(
            "Myanmar's military said on Thursday that Myawaddy remains under its control. Fighting "
            "between the Karen National Union and the Myanmar military began on Saturday.",
            "2024-04-11",
        ),
    ),
    Case(
        "captured or not yet",
        "who holds Soledar",
        Told(
            "Wagner forces have taken control of the whole territory of Soledar in eastern Ukraine, "
            "Yevgeny Prigozhin said.",
            "2023-01-11",
        ),
        Told("Ukraine's military said Soledar had not been captured by Russia.", "2023-01-11"),
    ),
    Case(
        "a claim that rebels deny",
        "who holds Kidal",
        Told("The Malian army said it had taken control of Kidal in northern Mali.", "2023-11-14"),
        Told("Tuareg rebels denied that the Malian army had taken Kidal.", "2023-11-14"),
    ),
    Case(
        "a claim dismissed",
        "who holds Bahri",
        Told(
            "The army is in control of Bahri, north of Khartoum, the Sudanese army said in a statement.", "2025-01-25"
        ),
        Told(
            "The Rapid Support Forces dismissed the claim and said the Sudanese army does not control Bahri.",
            "2025-01-25",
        ),
    ),
    Case(
        "insurgents and government",
        "who holds Palma",
        Told(
            "Palma, in the north of Mozambique, is now in the hands of Islamist insurgents, two security sources said.",
            "2021-03-28",
        ),
        Told(
            "Mozambican government forces retain control of Palma, the defence ministry said in Maputo.", "2021-03-28"
        ),
    ),
    Case(
        "a mayor against a general",
        "who holds Derna",
        Told("The Libyan National Army has fully liberated Derna, Khalifa Haftar said on television.", "2018-06-28"),
        Told("Derna was not captured by the Libyan National Army, its mayor told reporters.", "2018-06-29"),
    ),
    Case(
        "its army denies",
        "who stands behind M23",
        Told("UN experts said Uganda supports M23 in eastern Congo.", "2024-07-08"),
        Told("Uganda's army denied supporting M23.", "2024-07-09"),
    ),
    Case(
        "long accused",
        "who stands behind Taliban",
        Told("Afghanistan has long accused Pakistan of supporting the Taliban.", "2017-08-22"),
        Told("Pakistan does not support the Taliban, its foreign office said.", "2017-08-23"),
    ),
    Case(
        "a charge rejected",
        "who stands behind Hamas",
        Told("Qatar funds Hamas, Israel's foreign minister said.", "2023-11-01"),
        Told("Qatar rejects the charge; it has never funded Hamas, a spokesman for Qatar said.", "2023-11-02"),
    ),
    Case(
        "weapons sent or not",
        "who stands behind Libyan National Army",
        Told("Russia sent heavy weapons to the Libyan National Army, the US Africa Command said.", "2020-05-26"),
        Told("Russia has not sent any weapons to the Libyan National Army, a lawmaker in Moscow said.", "2020-05-27"),
    ),
    Case(
        "a truce that would hold",
        "whether the ceasefire will last",
        Told("The ceasefire in Yemen will collapse within weeks, a Houthi negotiator said.", "2022-09-20"),
        Told("The UN envoy said the ceasefire in Yemen would hold.", "2022-09-21"),
    ),
    Case(
        "a truce that cannot last",
        "whether the ceasefire will last",
        Told("The ceasefire in Lebanon will hold, France's foreign minister said.", "2024-12-02"),
        Told("The ceasefire in Lebanon cannot last, an analyst in Beirut said.", "2024-12-03"),
    ),
    Case(
        "a city at a sentence's start",
        "whether Goma will fall",
        Told("Goma will not fall, Congo's army spokesman said.", "2025-01-24"),
        Told("Goma is likely to fall to M23 in the coming days, diplomats said.", "2025-01-25"),
    ),
    Case(
        "would be taken",
        "whether Pokrovsk will fall",
        Told("Russia said Pokrovsk would soon be taken.", "2024-09-02"),
        Told("Pokrovsk will hold, Ukraine's commander said.", "2024-09-03"),
    ),
    Case(
        "elections held or not",
        "whether elections will come",
        Told("Elections will take place in Libya in December, the UN mission said.", "2021-11-20"),
        Told("Elections in Libya are unlikely to be held, diplomats said.", "2021-11-25"),
    ),
    Case(
        "an invasion that will not happen",
        "whether the offensive will come",
        Told("The invasion of Taiwan will not happen, a minister in Taipei said.", "2023-05-01"),
        Told("An invasion of Taiwan is bound to come, a retired admiral said.", "2023-05-11"),
    ),
    Case(
        "leaving or not",
        "whether France will leave",
        Told("France will leave Niger by the end of the year, Emmanuel Macron said.", "2023-09-24"),
        Told("France will not leave Niger, a junta spokesman complained.", "2023-09-20"),
    ),
    Case(
        "sanctions failed",
        "whether sanctions work",
        Told("The sanctions against Iran have failed, a former diplomat said.", "2022-05-05"),
        Told("The sanctions against Iran are effective, the US Treasury said.", "2022-05-09"),
    ),
    Case(
        "a blockade without effect",
        "whether the blockade work",
        Told("The blockade of Gaza has no effect on Hamas, a researcher said.", "2024-02-01"),
        Told("The blockade of Gaza is effective, an Israeli general said.", "2024-02-05"),
    ),
    Case(
        "still in control",
        "who holds Lysychansk",
        Told(
            "KYIV - Ukrainian forces still control Lysychansk, a spokesman for the National Guard of "
            "Ukraine said on television.",
            "2022-07-02",
        ),
        Told("MOSCOW - Russia's defence ministry said Russian forces had taken Lysychansk.", "2022-07-02"),
    ),
    Case(
        "a front against an army",
        "who holds Mekelle",
        Told(
            "Ethiopia's army is in full control of Mekelle, Prime Minister Abiy Ahmed said on Saturday.", "2020-11-28"
        ),
        Told("The Tigray People's Liberation Front said the Ethiopian army did not control Mekelle.", "2020-11-29"),
    ),
    Case(
        "fallen or not",
        "who holds Kutum",
        Told("Kutum, a town in Darfur, has fallen to the Rapid Support Forces, witnesses said.", "2023-06-05"),
        Told("The Sudanese army denied that Kutum had fallen to the Rapid Support Forces.", "2023-06-05"),
    ),
    Case(
        "held or not",
        "who holds Kuweires",
        Told("Kuweires is held by Hayat Tahrir al-Sham, a monitor said.", "2024-12-01"),
        Told("Hayat Tahrir al-Sham does not hold Kuweires, a Syrian official said.", "2024-12-01"),
    ),
    Case(
        "seized or under control",
        "who holds Mocimboa da Praia",
        Told("Islamist insurgents have seized Mocimboa da Praia, residents reached by phone said.", "2020-08-12"),
        Told(
            "Mocimboa da Praia is under the control of the Mozambican army, the government in Maputo said.",
            "2020-08-13",
        ),
    ),
    Case(
        "training and support",
        "who stands behind Fano",
        Told(
            "Eritrea is training Amhara fighters, Ethiopia's intelligence chief said. Eritrea supports Fano, he added.",
            "2024-03-01",
        ),
        Told("Eritrea does not support Fano, Eritrea's information minister said.", "2024-03-04"),
    ),
    Case(
        "arming denied",
        "who stands behind Hezbollah",
        Told('"Iran arms Hezbollah," said Yoav Gallant, Israel\'s defence minister.', "2024-02-03"),
        Told("Iran denied arming Hezbollah.", "2024-02-06"),
    ),
    Case(
        "it denied it was backing",
        "who stands behind Rapid Support Forces",
        Told("Chad has accused Sudan of backing the Rapid Support Forces.", "2006-04-01"),
        Told("Sudan denied it was backing the Rapid Support Forces.", "2006-04-02"),
    ),
    Case(
        "a leader in two countries",
        "where Osama bin Laden is",
        Told("Osama bin Laden is hiding in Pakistan, Afghanistan's intelligence chief said.", "2006-03-01"),
        Told("Osama bin Laden is hiding in Afghanistan, Pakistan's president said.", "2006-03-10"),
    ),
    Case(
        "strikes effective or not",
        "whether air strikes work",
        Told("Russian air strikes on Idlib are ineffective, a rebel commander said.", "2019-06-01"),
        Told("Air strikes on Idlib have been effective, Russia's defence ministry said.", "2019-06-04"),
    ),
    Case(
        "talks failing",
        "whether the talks will succeed",
        Told("The peace talks in Doha are making progress and will succeed, Zalmay Khalilzad said.", "2020-09-13"),
        Told("The peace talks in Doha will fail, a former Afghan minister said.", "2020-09-20"),
    ),
    Case(
        "extended or ended",
        "whether the ceasefire will last",
        Told("The truce between Israel and Hamas will be extended, Qatar said.", "2023-11-29"),
        Told("The truce between Israel and Hamas will end, an Israeli official said.", "2023-11-30"),
    ),
    Case(
        "withdrawing or not",
        "whether Turkey will leave",
        Told("Turkey will withdraw its troops from Syria, Syria's foreign minister said.", "2023-05-10"),
        Told("Turkey will not withdraw its forces from Syria, Recep Tayyip Erdogan said.", "2023-05-12"),
    ),
    Case(
        "captured ahead or not",
        "whether Kharkiv will fall",
        Told("Kharkiv will be captured, Ramzan Kadyrov said.", "2024-05-20"),
        Told('"Kharkiv will not fall," said Volodymyr Zelensky, Ukraine\'s president.', "2024-05-22"),
    ),
    Case(
        "an election postponed",
        "whether elections will come",
        Told("The election will go ahead, Mali's government said.", "2024-01-10"),
        Told("Elections in Mali will be postponed, a minister in Bamako said.", "2024-01-12"),
    ),
)


AGREEING = (
    Case(
        "another sort of backing",
        None,
        Told("Iran backs Hamas. Iran does not direct Hamas, an Israeli analyst said.", "2023-10-10"),
        Told("Iran supports Hamas, Qatar said.", "2023-10-11"),
    ),
    Case(
        "arming is not training",
        None,
        Told("Iran arms Hezbollah, an analyst said.", "2023-10-10"),
        Told("Iran did not train Hezbollah, the analyst's colleague said.", "2023-10-11"),
    ),
    Case(
        "what would be wrong to say",
        None,
        Told("It would be wrong to say that M23 controls Goma, an officer said.", "2025-01-26"),
        Told("M23 does not control Goma, the governor said.", "2025-01-26"),
    ),
    Case(
        "failing to please",
        None,
        Told("The talks in Vienna will fail to please everyone, a diplomat said.", "2021-04-10"),
        Told("The talks in Vienna are likely to succeed, Russia said.", "2021-04-10"),
    ),
    Case(
        "supporting what a state does",
        None,
        Told("France supports Ukraine, its president said.", "2022-03-01"),
        Told("France does not support Ukraine joining the bloc now, a minister said.", "2022-03-02"),
    ),
    Case(
        "two offensives' days",
        None,
        Told("The offensive will begin on Monday, an officer in Benghazi said.", "2019-04-01"),
        Told("The offensive will not begin on Sunday, an officer in Benghazi said.", "2019-04-01"),
    ),
    Case(
        "another place",
        None,
        Told("The Rapid Support Forces control Nyala, residents said."),
        Told("The Sudanese army controls El Obeid, residents said."),
    ),
    Case(
        "another time",
        None,
        Told("M23 captured Bunagana, the Congolese army said.", "2022-06-13"),
        Told("M23 does not control Bunagana, the Congolese government said.", "2024-02-01"),
    ),
    Case(
        "taken and taken back",
        None,
        Told("The Rapid Support Forces captured Sinja on Saturday, residents said.", "2024-06-29"),
        Told(
            "The Sudanese army recaptured Sinja, its spokesman said. The Rapid Support Forces attacked "
            "the Sudanese army.",
            "2024-07-01",
        ),
    ),
    Case(
        "held, then lost",
        None,
        Told("Ukraine holds Avdiivka, its general staff said.", "2024-02-15"),
        Told("Russia captured Avdiivka, its defence ministry said. Russia attacked Ukraine again.", "2024-02-17"),
    ),
    Case(
        "an ally",
        None,
        Told("Hezbollah controls Qusayr, an activist said.", "2013-06-10"),
        Told("The Syrian government controls Qusayr, its news agency said.", "2013-06-10"),
    ),
    Case(
        "the same, reported twice",
        None,
        Told("The Taliban captured Kunduz, a lawmaker said.", "2021-08-08"),
        Told("Kunduz was captured by the Taliban, officials said.", "2021-08-08"),
    ),
    Case(
        "a denial of something else",
        None,
        Told("The Rapid Support Forces captured El Geneina, residents said.", "2023-06-20"),
        Told("The Rapid Support Forces denied that its fighters had looted El Geneina.", "2023-06-20"),
    ),
    Case(
        "only a part of it",
        None,
        Told("The Kurdistan Workers' Party holds Sinjar, a resident said.", "2015-11-12"),
        Told(
            "ISIS controls parts of Sinjar, a commander said. ISIS attacked the Kurdistan Workers' Party.", "2015-11-12"
        ),
    ),
    Case(
        "the airport of it",
        None,
        Told(
            "Khalifa Haftar attacked the Government of National Accord. The Government of National Accord"
            " controls Tripoli, diplomats said.",
            "2019-04-08",
        ),
        Told("The Libyan National Army seized Tripoli airport, its spokesman said.", "2019-04-08"),
    ),
    Case(
        "only wished for",
        None,
        Told("Al-Shabaab controls Jilib, residents said.", "2022-08-20"),
        Told(
            "The Somali government wants to capture Jilib, and may capture Jilib before the rains. Al-"
            "Shabaab attacked the Somali government.",
            "2022-08-20",
        ),
    ),
    Case(
        "near it",
        None,
        Told("Boko Haram controls Baga, fishermen said.", "2018-12-28"),
        Told(
            "The Nigerian army controls a base near Baga, a colonel said. Boko Haram attacked the Nigerian army.",
            "2018-12-28",
        ),
    ),
    Case(
        "what once was",
        None,
        Told("The Syrian government holds Raqqa province's south, and ISIS once controlled Raqqa.", "2019-01-10"),
        Told("ISIS does not control Raqqa, the US-led coalition said.", "2019-01-11"),
    ),
    Case(
        "one source on both sides",
        None,
        Told("Rwanda backs M23 and Rwanda does not back M23, whoever you ask, said Paul Mboma, a lecturer."),
    ),
    Case(
        "several backers",
        None,
        Told("Iran arms the Houthis, Saudi Arabia said.", "2019-01-01"),
        Told("Hezbollah trains the Houthis, Yemen's president said.", "2019-01-02"),
    ),
    Case(
        "another backer denies",
        None,
        Told("Rwanda backs M23, the United Nations said.", "2024-07-09"),
        Told("Uganda denies backing M23.", "2024-07-10"),
    ),
    Case(
        "another country's truce",
        None,
        Told("The truce in Libya will hold, an envoy said.", "2020-09-01"),
        Told("The truce in Yemen is unlikely to last, analysts said.", "2020-09-05"),
    ),
    Case(
        "not yet is not never",
        None,
        Told("Bakhmut will not fall this week, a Ukrainian commander said.", "2023-03-05"),
        Told("Bakhmut will fall, Western officials said.", "2023-03-07"),
    ),
    Case(
        "on a condition",
        None,
        Told("If no shells arrive, Bakhmut will fall, a soldier said.", "2023-03-05"),
        Told("Bakhmut will not fall, Ukraine's president said.", "2023-03-07"),
    ),
    Case(
        "possible both ways",
        None,
        Told("The truce in Gaza may collapse, a diplomat said.", "2025-02-10"),
        Told("The truce in Gaza may hold, a mediator said.", "2025-02-10"),
    ),
    Case(
        "a question",
        None,
        Told("Will the truce in Gaza hold? The truce in Gaza will hold, asks Washington, until when?", "2025-02-10"),
        Told("The truce in Gaza is unlikely to last, a mediator said.", "2025-02-10"),
    ),
    Case(
        "one country in two words",
        None,
        Told("Joseph Kony is hiding in Sudan, a defector said.", "2017-04-01"),
        Told("Joseph Kony is hiding in Darfur, the United States said.", "2017-04-03"),
    ),
    Case(
        "two rivers",
        None,
        Told("Mosul, on the west bank of the Tigris, was quiet.", "2016-12-01"),
        Told("Raqqa, on the east bank of the Euphrates, was quiet.", "2016-12-01"),
    ),
    Case(
        "what a rumour says",
        None,
        Told("Reports that the Arakan Army captured Sittwe could not be confirmed.", "2024-12-30"),
        Told(
            "The Myanmar military controls Sittwe, residents said. The Arakan Army attacked the Myanmar military.",
            "2024-12-30",
        ),
    ),
    Case(
        "air strikes of two wars",
        None,
        Told("Air strikes on the Houthis were effective, the Pentagon said.", "2024-01-20"),
        Told("Air strikes on Myanmar villages have little effect, a monitor said.", "2024-01-25"),
    ),
    Case(
        "two truces in one article",
        None,
        Told("The truce in Libya will hold, an envoy said. The truce in Yemen is unlikely to last, analysts said."),
    ),
    Case(
        "leaving one country, not the other",
        None,
        Told("France will leave Niger, a minister in Paris said.", "2023-09-24"),
        Told("France will not withdraw from Chad, an officer said.", "2023-09-26"),
    ),
    Case(
        "held before, taken after",
        None,
        Told("The Taliban captured Faizabad on Wednesday, officials in Afghanistan said.", "2021-08-11"),
        Told(
            "The Afghan government controls Faizabad, its ministry said. Clashes between the Taliban and "
            "the Afghan government continue.",
            "2021-08-10",
        ),
    ),
    Case(
        "its outskirts",
        None,
        Told("Russia captured Vuhledar, its ministry said. Russia attacked Ukraine's army.", "2024-10-02"),
        Told(
            "Ukraine controls Vuhledar's southern outskirts and the road to Vuhledar, its general staff said.",
            "2024-10-02",
        ),
    ),
    Case(
        "in one place, then fled",
        None,
        Told("Charles Taylor fled to Nigeria, officials said.", "2003-08-12"),
        Told("Charles Taylor is in Liberia, residents of Monrovia said. Charles Taylor was president.", "2003-08-10"),
    ),
    Case(
        "taken together",
        None,
        Told("The Syrian Democratic Forces captured Manbij, a spokesman said.", "2016-08-12"),
        Told(
            "The US-led coalition said Manbij was liberated by the Syrian Democratic Forces and the US-led coalition.",
            "2016-08-12",
        ),
    ),
    Case(
        "another does not hold it",
        None,
        Told("The Houthis hold Sanaa, diplomats said.", "2015-02-01"),
        Told("Al-Qaeda does not hold Sanaa, a tribal leader said.", "2015-02-01"),
    ),
    Case(
        "another protege",
        None,
        Told("Turkey supports the Government of National Accord, a minister said.", "2020-01-02"),
        Told("Turkey does not support Khalifa Haftar, the minister said.", "2020-01-03"),
    ),
    Case(
        "years later",
        None,
        Told("The truce in Ukraine will hold, Vladimir Putin said.", "2015-02-16"),
        Told("The truce in Ukraine will not last, a soldier said.", "2019-12-10"),
    ),
    Case(
        "a plan",
        None,
        Told(
            "Hezbollah plans to seize Ersal, a source said. Hezbollah will seize Ersal within days, the source said.",
            "2017-07-20",
        ),
        Told("Hezbollah does not control Ersal, the Lebanese army said.", "2017-07-20"),
    ),
    Case(
        "the same denial twice",
        None,
        Told("Rwanda denies backing M23.", "2024-07-09"),
        Told("Rwanda does not support M23, its government spokesman said.", "2024-07-09"),
    ),
    Case(
        "two towns",
        None,
        Told("Boko Haram controls Marte, a lawmaker in Maiduguri said.", "2021-01-18"),
        Told(
            "Boko Haram attacked the Nigerian army in Marte; the Nigerian army controls Monguno, it said.", "2021-01-18"
        ),
    ),
    Case(
        "hopes",
        None,
        Told("Azerbaijan captured Shusha, Ilham Aliyev said.", "2020-11-08"),
        Told(
            "Armenia hopes that it will retake Shusha, and hoped that it controlled Shusha. Armenia fought Azerbaijan.",
            "2020-11-08",
        ),
    ),
    Case(
        "a base overrun",
        None,
        Told("Al-Shabaab attacked El Adde and overran a base at El Adde, it said.", "2016-01-15"),
        Told("Kenya said its troops control El Adde. Al-Shabaab attacked Kenya.", "2016-01-15"),
    ),
    Case(
        "talks elsewhere",
        None,
        Told("The talks in Jeddah will fail, a Sudanese activist said.", "2023-05-10"),
        Told("The talks in Juba are likely to succeed, South Sudan said.", "2023-05-12"),
    ),
    Case(
        "the same, relayed",
        None,
        Told("Reuters reported that the SDF said it controls Shaddadi.", "2016-02-20"),
        Told(
            "The Syrian Democratic Forces control Shaddadi, the Syrian Observatory for Human Rights said.", "2016-02-20"
        ),
    ),
    Case(
        "a longer name",
        None,
        Told("Ukrainian forces control Kupiansk, Kyiv said.", "2025-09-20"),
        Told("Russia controls Kupiansk-Uzlovyi, Moscow said. Russia attacked Ukraine.", "2025-09-20"),
    ),
    Case(
        "left afterwards",
        None,
        Told("M23 withdrew from Walikale, residents said.", "2025-04-03"),
        Told("M23 controls Walikale, a UN official said.", "2025-04-01"),
    ),
    Case(
        "years ago",
        None,
        Told("In 2014 ISIS captured Mosul.", "2017-07-10"),
        Told("Iraqi forces hold Mosul, Iraq's prime minister said. ISIS attacked Iraqi forces.", "2017-07-10"),
    ),
    Case(
        "backing is not control",
        None,
        Told("Iran backs the Houthis, a UN panel said.", "2020-01-10"),
        Told("Iran does not control the Houthis, a researcher said.", "2020-01-12"),
    ),
    Case(
        "an army and its government",
        None,
        Told("The Sudanese army controls Port Sudan, diplomats said."),
        Told("The government of Sudan controls Port Sudan, its finance minister said."),
    ),
    Case(
        "until Monday",
        None,
        Told("Al-Shabaab denied losing Barawe, and a resident said Al-Shabaab held Barawe until Monday.", "2014-10-06"),
        Told(
            "The African Union captured Barawe, a spokesman said. Al-Shabaab attacked the African Union.", "2014-10-08"
        ),
    ),
    Case(
        "nobody expects it",
        None,
        Told(
            "No one expects that the truce in Gaza will last. The truce in Gaza is unlikely to last, they say.",
            "2025-02-10",
        ),
        Told("Few believe that the truce in Gaza will hold.", "2025-02-10"),
    ),
    Case(
        "two cities",
        None,
        Told("Hodeidah is expected to fall, an officer said.", "2018-06-13"),
        Told("Sanaa will not fall, a Houthi leader said.", "2018-06-13"),
    ),
    Case(
        "two offensives",
        None,
        Told("The offensive in Helmand failed, an officer said.", "2010-03-01"),
        Told("The offensive in Kandahar is effective, a general said.", "2010-03-08"),
    ),
    Case(
        "two armies",
        None,
        Told("France says it trained the Malian army.", "2020-01-01"),
        Told("France never armed the Malian rebels, it said.", "2020-01-02"),
    ),
    Case(
        "a report under review",
        None,
        Told("He denied that the town was quiet. Boko Haram controls Gwoza, he said.", "2014-08-24"),
        Told("Nigeria's army said the report that Boko Haram controls Gwoza was under review.", "2014-08-24"),
    ),
    Case(
        "an ally did it",
        None,
        Told("The Kurdish administration said that Turkey had captured Afrin.", "2018-03-18"),
        Told("Turkey said the Free Syrian Army had captured Afrin.", "2018-03-18"),
    ),
    Case(
        "two winners",
        None,
        Told('"Russia will win," said a blogger. "Russia will lose if nothing changes," he added.', "2023-01-01"),
        Told("Ukraine will win, its president said.", "2023-01-02"),
    ),
    Case(
        "taken on the same day",
        None,
        Told(
            "ISIS controls Hit, a tribal leader in Iraq said. Iraqi forces took Hit, he added later the "
            "same day, Iraqi forces said.",
            "2016-04-08",
        ),
    ),
    Case(
        "one voice twice",
        None,
        Told("The Syrian army entered Daraa. Rebels hold Daraa, said Ali Noor, a doctor.", "2018-07-12"),
        Told("Ali Noor, a doctor, said rebels do not hold all of Daraa.", "2018-07-12"),
    ),
)
