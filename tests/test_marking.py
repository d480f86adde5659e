"""Marking: who and where, their forms joined, and each told from the other."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.intake import article_from_text
from summarizer.marking import mark
from summarizer.models import Actor, Location, MarkedArticle
from summarizer.schema import load_schema


@lru_cache(maxsize=64)
def read(text: str) -> MarkedArticle:
    """Return a text marked with the conflict schema."""
    return mark(article_from_text(text), load_schema("conflict"))


def actor(text: str, form: str) -> Actor:
    """Return the one actor of a text that goes by `form`."""
    found = [a for a in read(text).actors if form in (a.name, *a.aliases)]
    assert len(found) == 1, read(text).actors
    return found[0]


def place(text: str, form: str) -> Location:
    """Return the one place of a text that goes by `form`."""
    found = [p for p in read(text).places if form in (p.name, *p.aliases)]
    assert len(found) == 1, read(text).places
    return found[0]


def names(text: str) -> set[str]:
    """Return all forms of all actors."""
    return {form for a in read(text).actors for form in (a.name, *a.aliases)}


def spots(text: str) -> set[str]:
    """Return all forms of all places."""
    return {form for p in read(text).places for form in (p.name, *p.aliases)}


# --------------------------------------------------------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        (
            "The Karen National Liberation Army (KNLA) took a hill. The KNLA lost nobody.",
            "Karen National Liberation Army",
            "KNLA",
        ),
        (
            "Aid came from the Norwegian Refugee Council (NRC). NRC said so.",
            "Norwegian Refugee Council",
            "NRC",
        ),
        (
            "The Amhara Unity Front (“AUF”) denied it. The AUF has 300 men.",
            "Amhara Unity Front",
            "AUF",
        ),
    ],
)
def test_an_acronym_joins_its_long_form(text: str, long: str, short: str) -> None:
    """An acronym in brackets after a name is another form of it, wherever it stands later."""
    assert actor(text, short) == actor(text, long)
    assert actor(text, short).name == long


def test_a_surname_joins_the_full_name() -> None:
    """After the first mention a surname is the person, and both forms are kept."""
    text = "Colonel Amadou Diallo spoke on Monday. “We hold the town,” Diallo said. Diallo’s men cheered."
    assert actor(text, "Diallo").name == "Amadou Diallo"
    assert actor(text, "Diallo").kind == "person"


def test_two_of_one_surname_stay_two() -> None:
    """A surname that two persons share joins neither."""
    text = "Colonel Amadou Diallo met Captain Fatou Diallo. They agreed, Amadou Diallo said."
    assert actor(text, "Amadou Diallo") != actor(text, "Fatou Diallo")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lieutenant General Mykola Oleshchuk said so.", "Mykola Oleshchuk"),
        ("Dr. Amal Ibrahim said so.", "Amal Ibrahim"),
        ("Prime Minister Abiy Ahmed said so.", "Abiy Ahmed"),
        ("The rebels' spokesman Willy Ngoma said so.", "Willy Ngoma"),
    ],
)
def test_titles_are_no_part_of_a_name(text: str, name: str) -> None:
    """Ranks, titles and roles before a name are dropped."""
    assert actor(text, name).name == name
    assert actor(text, name).kind == "person"


@pytest.mark.parametrize("possessive", ["Hamas’s", "Hamas's", "Hamas'"])
def test_possessives_are_no_part_of_a_name(possessive: str) -> None:
    """A possessive, with either apostrophe, is cut off."""
    text = f"{possessive} fighters left the camp. Hamas said so."
    assert actor(text, "Hamas").aliases == ()
    assert not any("'" in n or "’" in n for n in names(text))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("French troops left Chad in January. Paris had planned it.", "France"),
        ("Rwandan soldiers crossed into Congo, villagers in Congo said.", "Rwanda"),
        ("In Sudan, Ethiopian officials denied it. Sudan had asked.", "Ethiopia"),
    ],
)
def test_a_nationality_stands_for_its_state(text: str, state: str) -> None:
    """A nationality before what is a state's own names that state."""
    assert any(a.kind == "state" and state in a.name for a in read(text).actors)


@pytest.mark.parametrize("text", ["They drank Turkish coffee.", "A Brazilian singer gave a Russian novel away."])
def test_a_nationality_before_other_things_names_nobody(text: str) -> None:
    """Coffee, singers and novels make no state act."""
    assert [a for a in read(text).actors if a.kind == "state"] == []


def test_a_state_acts_and_is_a_scene() -> None:
    """One country is somebody where it acts and a place where things happen."""
    text = "Turkey rejected the deal. Three villages in Turkey were hit. In Iraq it rained, and Iraq’s rivers rose."
    assert actor(text, "Turkey").kind == "state"
    assert place(text, "Turkey").country == "TR"


def test_a_country_as_scene_alone_is_nobody() -> None:
    """A country that only holds the scene is a place and no actor."""
    text = "Two villages in northern Mozambique were burned. The fire spread across Mozambique."
    assert "Mozambique" not in names(text)
    assert place(text, "Mozambique").country == "MZ"


def test_the_group_points_back() -> None:
    """The words "the group" are a mention of the group named before, and no name of its own."""
    text = "M23 took Sake on Monday. The army fled. The group now holds the road to Goma."
    marked = read(text)
    at = text.index("group")
    pointed = [marked.actors[n.actor].name for n in marked.names if n.start == at]
    assert pointed == ["M23"]
    assert not {"group", "The group", "the group"} & names(text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Ministry of Defence said so.", "Ministry of Defence", "organisation"),
        ("The People's Liberation Front attacked.", "People's Liberation Front", "armed_group"),
        ("Human Rights Watch said so.", "Human Rights Watch", "organisation"),
        ("The Kyiv Herald wrote so.", "Kyiv Herald", "medium"),
        ("Fighters of the Red Valley Brigade fled.", "Red Valley Brigade", "armed_group"),
    ],
)
def test_the_last_word_tells_the_kind(text: str, name: str, kind: str) -> None:
    """Bodies are told apart by the words that end their names."""
    assert actor(text, name).kind == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The militia Imbonerakure held the road.", "Imbonerakure", "armed_group"),
        ("The teachers' union SYNADEM asked for help.", "SYNADEM", "organisation"),
        ("The separatist alliance, known as the FLAN-CDR, signed nothing.", "FLAN-CDR", "organisation"),
        ("Thirty men of the Armed Forces of Haiti deserted.", "Armed Forces of Haiti", "state"),
        ("The Committee of Soldiers' Mothers wrote to the court.", "Committee of Soldiers' Mothers", "organisation"),
        ("The East Hills Emergency Room said so.", "East Hills Emergency Room", "organisation"),
        (
            "The East Hills Clinic Fund, part of a network of volunteers, said so.",
            "East Hills Clinic Fund",
            "organisation",
        ),
        ("Forty died, according to the Open Valley Project.", "Open Valley Project", "organisation"),
        ("The Open Valley Project, a monitoring group in Dakar, closed.", "Open Valley Project", "organisation"),
        ("The 9th Armoured Division moved south.", "9th Armoured Division", "armed_group"),
        ("Men of the 80th air assault brigade dug in.", "80th air assault brigade", "armed_group"),
        ("Some of Basharov's bodyguards fled.", "Basharov", "person"),
        ("The British have sent two ships.", "United Kingdom", "state"),
    ],
)
def test_the_words_around_an_unknown_name_tell_the_kind(text: str, name: str, kind: str) -> None:
    """What a name stands behind or before, and whether it has an article, tells whom it names."""
    assert actor(text, name).kind == kind


@pytest.mark.parametrize(
    "text", ["The National Penitentiary burned.", "They met at the General Hospital.", "a 3rd front"]
)
def test_what_has_an_article_is_no_person(text: str) -> None:
    """Buildings and things in capitals behind an article are nobody."""
    assert read(text).actors == ()


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Jackson Hill said that Mr Lake agreed. Lake left.",
        "President Paris Jackson said so.",
        "“No,” said Victoria Lagos, a teacher in the camp. Lagos smiled.",
    ],
)
def test_no_person_is_a_place(text: str) -> None:
    """Whoever speaks or bears a title is no place, though a place has the name."""
    assert spots(text) & {"Jackson Hill", "Lake", "Paris Jackson", "Victoria Lagos", "Lagos"} == set()


@pytest.mark.parametrize("text", ["On Monday in March the Ramadan fast began.", "The New Year came.", "WHAT NOW?"])
def test_days_and_shouts_name_nothing(text: str) -> None:
    """Days, months, feasts and capitals without meaning are neither somebody nor a place."""
    assert names(text) | spots(text) == set()


def test_meetings_and_treaties_are_neither() -> None:
    """Names of meetings, papers and wars are neither somebody nor a place."""
    text = "They met at the Manama Security Dialogue in Bahrain and signed the Juba Peace Agreement."
    assert not {n for n in names(text) | spots(text) if "Dialogue" in n or "Agreement" in n}


# --------------------------------------------------------------------------------------------------------------- places


@pytest.mark.parametrize(
    ("text", "town", "country"),
    [
        ("Shells fell on Tripoli. Libya’s coast guard was there, and in Misrata in Libya.", "Tripoli", "LY"),
        ("In Lebanon, a car burned in Tripoli and another in Beirut, Lebanon.", "Tripoli", "LB"),
        ("The road from Valencia to Caracas in Venezuela was shut.", "Valencia", "VE"),
    ],
)
def test_the_company_chooses_the_country(text: str, town: str, country: str) -> None:
    """A name that several countries have is the one in the country that the text speaks of."""
    assert place(text, town).country == country
    assert place(text, town).lat is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marib", "Ma'rib"),
        ("Kyiv", "Kiev"),
        ("as-Suwayda", "Al-Suwayda"),
        ("Bogotá", "Bogota"),
        ("Deir ez-Zor", "Deir al-Zor"),
    ],
)
def test_spellings_are_folded(one: str, other: str) -> None:
    """Accents, articles and other usual spellings of one place are one place."""
    text = f"Rain fell in {one} on Monday. On Tuesday it fell in {other} again."
    assert place(text, one) == place(text, other)


@pytest.mark.parametrize(
    "landform",
    ["Lake Chad", "Mount Elgon", "Zagros Mountains", "Oron Valley", "Sahara Desert", "Wadi Barada", "Gola Forest"],
)
def test_landforms_are_places(landform: str) -> None:
    """A name with a landform in it is a place, in the gazetteer or not."""
    assert landform.split()[0] in " ".join(spots(f"The men hid near the {landform} for a week."))


def test_an_unknown_village_is_a_place() -> None:
    """A village that no gazetteer lists is a place by the words before it, without coordinates."""
    found = place("Gunmen raided the village of Kwantalora on Friday.", "Kwantalora")
    assert (found.lat, found.country) == (None, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The talks were held in New York on Monday.", "New York"),
        ("Troops from New Zealand left the base.", "New Zealand"),
        ("New Delhi was quiet, and so was Agra.", "New Delhi"),
        ("Upper Nile was cut off by floods.", "Upper Nile"),
    ],
)
def test_a_word_that_opens_sentences_may_begin_a_place(text: str, name: str) -> None:
    """An opener such as "New" belongs to the name where the gazetteer knows both together."""
    assert name in spots(text)


def test_new_in_a_sentence_belongs_to_the_name() -> None:
    """In the middle of a sentence "New" has its capital from a name, at its beginning perhaps from the sentence."""
    assert "New People's Army" in names("Fighters of the New People's Army attacked a convoy near Davao.")
    assert "New" not in " ".join(spots("New Kharkiv strikes were heard at night."))


def test_an_unknown_place_is_one_however_it_is_spelled() -> None:
    """Two spellings of one sound are one place of an article; two that are listed stay two."""
    found = place("Men fled from Qelbukmar. Gunmen raided the village of Qelbokmar on Friday.", "Qelbukmar")
    assert {found.name, *found.aliases} == {"Qelbukmar", "Qelbokmar"}
    assert len(read("They left Kobe in Japan for the town of Koba in Guinea.").places) == 4


def test_the_consonants_tell_a_longer_unknown_place() -> None:
    """Romanised vowels come and go: four consonants in one order are enough, fewer are not, and listed places stay."""
    found = place("Men fled to Al-Qelbakmar. Gunmen raided the village of Qelbukamr on Friday.", "Al-Qelbakmar")
    assert {found.name, *found.aliases} == {"Al-Qelbakmar", "Qelbukamr"}
    assert len(read("Men fled to Qelmo. Gunmen raided the village of Qalim on Friday.").places) == 2


@pytest.mark.parametrize("word", ["Arab", "Kurdish", "Sunni", "Druze", "Orthodox"])
def test_what_belongs_to_a_people_or_a_faith_is_no_place(word: str) -> None:
    """A town somewhere has its name, and an article means the people."""
    assert spots(f"Talks were held at the {word} and international levels in Damascus.") == {"Damascus"}


@pytest.mark.parametrize("led", ["in Qelmo", "at Qelmo Tarim", "the raid on Qelmo", "near Qelmo, a teacher said"])
def test_words_before_lead_to_a_place(led: str) -> None:
    """Prepositions, and an attack "on" it, make an unknown name a place."""
    text = f"Nine men died {led}."
    assert {s.split()[0] for s in spots(text)} == {"Qelmo"}


# ---------------------------------------------------------------------------------------------------------- invariants


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "the in of at Goma M23 Colonel Diallo said , . ( ) “ ” - French U.S. Lake and 12 's Army KNLA Mr \n".split(
                " "
            )
        ),
        max_size=40,
    ).map(" ".join)
)
def test_mentions_lie_in_the_text_in_order(text: str) -> None:
    """Mentions are slices in text order, those of one kind never overlap, and each points at something."""
    marked = read(text)
    for mentions, things in ((marked.names, marked.actors), (marked.spots, marked.places)):
        ends = [0]
        for mention in mentions:
            assert ends[-1] <= mention.start < mention.end <= len(text)
            ends.append(mention.end)
        pointed = {m.actor if hasattr(m, "actor") else m.place for m in mentions}
        assert pointed == set(range(len(things)))
    assert all(alias in text for a in (*marked.actors, *marked.places) for alias in a.aliases)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Secretary of State Brown and U.S. Special Envoy Ana Lopez met in Paris.", {"Brown", "Ana Lopez"}),
        ("Foreign Minister Okoye on Monday met Foreign Minister Wang Yi.", {"Okoye", "Wang Yi"}),
        ("The Minister of State for Africa Carla Meier met them.", {"Carla Meier"}),
        ("The Minister of State for Africa, Carla Meier, met them.", {"Carla Meier"}),
        ("The Minister for Defence and Security Ann Brown met them.", {"Ann Brown"}),
        ("The Secretary of Health and Human Services Juan Perez met them.", {"Juan Perez"}),
        ("Follow the Deputy Secretary on Twitter and Facebook.", set()),
        ("He went to Peru as Minister for Trade.", set()),
    ],
)
def test_a_title_with_its_field_is_no_part_of_a_name(text: str, people: set[str]) -> None:
    """What an office is of, and small words that lead on to something else, are in nobody's name."""
    marked = mark(
        article_from_text(f"{text}\n\nNothing else was told to those who waited there."), load_schema("conflict")
    )
    assert {a.name for a in marked.actors if a.kind == "person"} == people


def test_a_paper_or_meeting_alone_is_nobody() -> None:
    """A capital makes no actor of "the Resolution"; a given name that is also such a word stays one."""
    text = "The Council adopted Resolution 2254. The Resolution was read out. Bill was silent, Bill Morris said."
    marked = mark(article_from_text(text), load_schema("conflict"))
    names = {a.name for a in marked.actors}
    assert "Resolution" not in names
    assert "Bill Morris" in names
