from __future__ import annotations

import pytest
from merging_samples import FLOOD, actor, actors_of, brief, place, places_of

from summarizer.merging import merge
from summarizer.models import Entity, Place
from summarizer.schema import load_schema

CONFLICT = load_schema("conflict")

ACTORS_THAT_JOIN = [
    # known names, whatever an article calls them
    ("ISIS", "armed_group", "Isis", "armed_group"),
    ("Daesh", "armed_group", "Islamic State", "armed_group"),
    ("ISIL", "armed_group", "IS", "armed_group"),
    ("SDF", "armed_group", "Syrian Democratic Forces", "armed_group"),
    ("SOHR", "organisation", "Syrian Observatory for Human Rights", "organisation"),
    ("Volodymyr Zelenskyy", "person", "Zelensky", "person"),
    ("Médecins Sans Frontières", "organisation", "MSF", "organisation"),
    # words in another order or spelling
    ("Democratic Syrian Forces", "armed_group", "Syrian Democratic Forces", "armed_group"),
    ("Azov Defence Brigade", "armed_group", "Azov Defense Brigade", "armed_group"),
    ("National Refugee Organisation", "organisation", "National Refugee Organization", "organisation"),
    ("Jaish al-Adl", "armed_group", "Jaysh al Adl", "armed_group"),
    ("Kata'ib Sayyid", "armed_group", "Kataib Sayid", "armed_group"),
    # transliterations of people
    ("Muammar Gaddafi", "person", "Moammar Qadhafi", "person"),
    ("Osama bin Laden", "person", "Usama bin Ladin", "person"),
    ("Mohamed Hamdan Dagalo", "person", "Mohammed Hamdan Dagalo", "person"),
    ("Abdel Fattah al-Burhan", "person", "Abdelfattah Al-Burhan", "person"),
    ("Rami Abdulrahman", "person", "Rami Abdel Rahman", "person"),
    ("Yevgeny Prigozhin", "person", "Evgeny Prigozhin", "person"),
    ("Sergei Shoigu", "person", "Sergey Shoygu", "person"),
    ("Ahmed al-Sharaa", "person", "Ahmad al-Shara", "person"),
    ("Valerii Zaluzhnyi", "person", "Valery Zaluzhny", "person"),
    ("Joseph Kabila", "person", "President Joseph Kabila", "person"),
    ("Alassane Ouattara", "person", "Alassane Dramane Ouattara", "person"),
    # short forms
    ("Mustafa Bali", "person", "Bali", "person"),
    ("Juan Manuel Santos", "person", "Santos", "person"),
    ("Karen National Union", "armed_group", "KNU", "armed_group"),
    ("Liberation Tigers of Tamil Eelam", "armed_group", "LTTE", "armed_group"),
    ("Al-Shabaab", "armed_group", "al-Shabab", "armed_group"),
    ("Gulbuddin Hekmatyar", "person", "Gulbudin Hekmatyar", "person"),
    ("Ahmad Massoud", "person", "Ahmed Massoud", "person"),
    ("Muhammadu Buhari", "person", "President Muhammadu Buhari", "person"),
]

ACTORS_THAT_DO_NOT = [
    # bodies with words in common
    ("Syrian Observatory for Human Rights", "organisation", "Syrian government", "state"),
    ("Islamic State", "armed_group", "State Department", "organisation"),
    ("Islamic State", "armed_group", "Islamic Front", "armed_group"),
    ("Syrian National Army", "armed_group", "Syrian Arab Army", "state"),
    ("National Liberation Front", "armed_group", "National Salvation Front", "armed_group"),
    ("Eastern Brigade", "armed_group", "Western Brigade", "armed_group"),
    ("3rd Battalion", "armed_group", "5th Battalion", "armed_group"),
    ("Iraqi Security Forces", "state", "Afghan Security Forces", "state"),
    ("Karen National Union", "armed_group", "Kachin National Union", "armed_group"),
    ("Somali National Army", "state", "Sudan Liberation Army", "armed_group"),
    ("Al-Qaeda", "armed_group", "Al Arabiya", "medium"),
    ("US-led coalition", "armed_group", "Saudi-led coalition", "armed_group"),
    ("Wagner Movement", "armed_group", "Wagner Moments", "organisation"),
    # people who share a name
    ("Mustafa Bali", "person", "Ahmed Bali", "person"),
    ("Hassan Nasrallah", "person", "Hashem Nasrallah", "person"),
    ("Mohamed Hamdan Dagalo", "person", "Abdelrahim Hamdan Dagalo", "person"),
    ("Bashar Ghosn", "person", "Carlos Ghosn", "person"),
    ("Mohammed bin Salman", "person", "Mohammed bin Zayed", "person"),
    ("Ali Khamenei", "person", "Ruhollah Khomeini", "person"),
    ("Kim Jong Un", "person", "Kim Jong Il", "person"),
    ("Aung San", "person", "Aung San Suu Kyi", "person"),
    ("Vladimir Markin", "person", "Viktor Markin", "person"),
    ("Juan Guzmán", "person", "José Guzmán", "person"),
    ("Jordan", "state", "Jordan", "person"),
    ("Saddam Hussein", "person", "Uday Saddam Hussein", "person"),
    # fathers, sons and brothers
    ("Ahmed Shah Massoud", "person", "Ahmad Massoud", "person"),
    ("George W. Bush", "person", "George H. W. Bush", "person"),
    ("Ferdinand Marcos", "person", "Ferdinand Marcos Jr.", "person"),
    ("Hafez al-Assad", "person", "Bashar al-Assad", "person"),
    ("Maher al-Assad", "person", "Bashar al-Assad", "person"),
    ("Laurent Kabila", "person", "Joseph Kabila", "person"),
    ("Jomo Kenyatta", "person", "Uhuru Kenyatta", "person"),
    # bodies of two states, and states with words in common
    ("Russian Defence Ministry", "organisation", "Ukrainian Defence Ministry", "organisation"),
    ("Republic of Congo", "state", "Democratic Republic of Congo", "state"),
    ("North Korea", "state", "South Korea", "state"),
    ("Real Irish Republican Army", "armed_group", "Irish Republican Army", "armed_group"),
    ("National Resistance Army", "armed_group", "National Resistance Front", "armed_group"),
]

PLACES_THAT_JOIN = [
    ("Bagouz", "SY", "Baguoz", "SY"),
    ("Al-Bagouz", None, "Baghouz", "SY"),
    ("Bu Kamal", "SY", "Albukmal", None),
    ("Boukamal", None, "Al-Bukamal", None),
    ("Abu Kamal", "SY", "Albuakmal", None),
    ("Deir Ezzor", "SY", "Deir al-Zour", "SY"),
    ("Sweida", "SY", "Al-Suwaidaa", "SY"),
    ("Shafa", "SY", "AL-shafaa", "SY"),
    ("Kyiv", "UA", "Kiev", "UA"),
    ("Kharkiv", "UA", "Kharkov", "UA"),
    ("Bakhmut", "UA", "Bahmut", None),
    ("Hodeidah", "YE", "Al-Hudaydah", "YE"),
    ("Kandahar", "AF", "Qandahar", "AF"),
    ("El Fasher", "SD", "Al-Fashir", "SD"),
    ("Mogadishu", "SO", "Muqdisho", "SO"),
    ("Tigray", "ET", "Tigrai", None),
    ("Khartoum", "SD", "Khartum", "SD"),
]

PLACES_THAT_DO_NOT = [
    ("Suwayda", "SY", "Suwaydah", "YE"),
    ("Tripoli", "LY", "Tripoli", "LB"),
    ("Jalalabad", "AF", "Jalal-Abad", "KG"),
    ("Al-Safa", "SY", "Al-Shafah", "SY"),
    ("Homs", "SY", "Hama", "SY"),
    ("Daraa", "SY", "Daraya", "SY"),
    ("Niger", None, "Nigeria", None),
    ("Mali", None, "Malia", None),
    ("Iran", None, "Iraq", None),
    ("Sudan", None, "Sweden", None),
    ("Donetsk", "UA", "Lutsk", "UA"),
    ("Melitopol", "UA", "Mariupol", "UA"),
    ("Basra", "IQ", "Bosra", "SY"),
    ("North Kivu", "CD", "South Kivu", "CD"),
    ("Goma", "CD", "Gomel", "BY"),
    ("Guinea", "GN", "Guinea-Bissau", "GW"),
    ("Córdoba", "CO", "Cordoba", "ES"),
    ("San Pedro", "CI", "San Pedro", "PH"),
    ("Hama", "SY", "Hamad", None),
]


def _count(one: Entity | Place, other: Entity | Place) -> int:
    briefs = []
    for key, item in (("a", one), ("b", other)):
        sections = brief(key).sections
        kind = "who" if isinstance(item, Entity) else "where"
        empty = {"who": sections["actors"], "where": sections["sites"]}
        filled = type(empty[kind])(items=(item,))
        briefs.append(brief(key).model_copy(update={"sections": {**empty, kind: filled}}))
    merged = merge(briefs, CONFLICT)
    return len(merged.sections["who" if isinstance(one, Entity) else "where"].items)


def _pairs() -> list[tuple[Entity | Place, Entity | Place, bool]]:
    pairs: list[tuple[Entity | Place, Entity | Place, bool]] = []
    for rows, joins in ((ACTORS_THAT_JOIN, True), (ACTORS_THAT_DO_NOT, False)):
        pairs += [(actor(a, k), actor(b, m), joins) for a, k, b, m in rows]
    for places, joins in ((PLACES_THAT_JOIN, True), (PLACES_THAT_DO_NOT, False)):
        pairs += [(place(a, c), place(b, d), joins) for a, c, b, d in places]
    return pairs


def test_pairs_of_names_join_with_high_precision_and_recall() -> None:
    """Of pairs from many wars and languages, nearly all that are one join and none that are two."""
    joined = [(_count(a, b) == 1, joins, a.name, b.name) for a, b, joins in _pairs()]
    hits = sum(got and want for got, want, *_ in joined)
    wrong = [row for row in joined if row[0] != row[1]]
    assert len(joined) >= 60
    assert hits / max(1, sum(got for got, *_ in joined)) >= 0.98, wrong
    assert hits / sum(want for _, want, *_ in joined) >= 0.90, wrong


@pytest.mark.parametrize(("name", "kind", "other", "other_kind"), ACTORS_THAT_DO_NOT)
def test_two_actors_stay_two(name: str, kind: str, other: str, other_kind: str) -> None:
    """No pair of different actors is ever joined: a wrong join puts words into somebody's mouth."""
    assert _count(actor(name, kind), actor(other, other_kind)) == 2


@pytest.mark.parametrize(("name", "country", "other", "other_country"), PLACES_THAT_DO_NOT)
def test_two_places_stay_two(name: str, country: str | None, other: str, other_country: str | None) -> None:
    """No pair of different places is ever joined."""
    assert _count(place(name, country), place(other, other_country)) == 2


def test_the_shown_name_is_known_or_full_and_the_others_are_aliases() -> None:
    """A known name is shown though no article writes it so; else the full name before the short one."""
    merged = merge([brief("a", actors=[actor("RW")]), brief("b", actors=[actor("Riverwatch")])], FLOOD)
    assert [(a.name, a.aliases) for a in actors_of(merged)] == [("River Watch", ("RW", "Riverwatch"))]
    full = [brief(str(n), actors=[actor("Mokhtar", "person")]) for n in range(3)]
    merged = merge([*full, brief("x", actors=[actor("Lina Mokhtar", "person", "Mokhtar")])], FLOOD)
    assert [(a.name, a.aliases, len(a.articles)) for a in actors_of(merged)] == [("Lina Mokhtar", ("Mokhtar",), 4)]


def test_every_join_of_different_forms_has_a_reason() -> None:
    """Who is joined across spellings says why."""
    merged = merge(
        [brief("a", actors=[actor("Dorn Relief Agency", "body", "DRA")]), brief("b", actors=[actor("DRA")])], FLOOD
    )
    assert [a.reasons for a in actors_of(merged)] == [
        ("“DRA” and “Dorn Relief Agency”: an article uses “DRA” for Dorn Relief Agency",)
    ]


def test_a_surname_with_two_bearers_is_nobody() -> None:
    """A bare surname joins neither of two people who bear it."""
    briefs = [
        brief("a", actors=[actor("Lina Mokhtar", "person")]),
        brief("b", actors=[actor("Omar Mokhtar", "person")]),
        brief("c", actors=[actor("Mokhtar", "person")]),
    ]
    assert len(actors_of(merge(briefs, FLOOD))) == 3


def test_context_decides_between_two_bearers() -> None:
    """A bare surname joins the bearer who stands among the same names, and none in another context."""
    briefs = [
        brief("a", actors=[actor("Lina Mokhtar", "person")], places=[place("Dorn")]),
        brief("b", actors=[actor("Omar Mokhtar", "person")], places=[place("Vesk")]),
        brief("c", actors=[actor("Mokhtar", "person")], places=[place("Dorn")]),
    ]
    assert {a.articles for a in actors_of(merge(briefs, FLOOD))} == {("a", "c"), ("b",)}
    elsewhere = brief("c", actors=[actor("Mokhtar", "person")], places=[place("Amsel")])
    assert len(actors_of(merge([*briefs[:2], elsewhere], FLOOD))) == 3


def test_two_people_that_one_article_lists_are_two() -> None:
    """Names that might be spellings of one are two people where an article tells them apart."""
    father, son = actor("Ahmad Shah Massoud", "person"), actor("Ahmad Massoud", "person")
    apart = merge([brief("a", actors=[father, son]), brief("b", actors=[son])], FLOOD)
    assert {(a.name, a.articles) for a in actors_of(apart)} == {
        ("Ahmad Shah Massoud", ("a",)),
        ("Ahmad Massoud", ("a", "b")),
    }


@pytest.mark.parametrize("name", ["Defence Ministry", "Army", "National Guard", "Supreme Court", "Government"])
def test_what_each_country_has_is_one_within_a_country_only(name: str) -> None:
    """A ministry named without its country is that of the country that the article is about."""
    briefs = []
    for key, where in (("a", place("Kyiv", "UA")), ("b", place("Odesa", "UA")), ("c", place("Khartoum", "SD"))):
        given = brief(key, actors=[actor(name, "organisation")], places=[where])
        given = given.model_copy(
            update={"sections": {"who": given.sections["actors"], "where": given.sections["sites"]}}
        )
        briefs.append(given)
    found = actors_of(merge(briefs, CONFLICT), "who")
    assert [(a.name, a.articles) for a in found] == [(name, ("a", "b")), (f"{name} (SD)", ("c",))]


def test_what_each_country_has_stays_apart_where_the_country_is_not_known() -> None:
    """Two articles that name no country do not share an army."""
    briefs = [brief(key, actors=[actor("Forces")]) for key in ("a", "b")]
    assert [a.name for a in actors_of(merge(briefs, FLOOD))] == ["Forces", "Forces (“Title b”)"]


def test_two_actors_of_one_name_get_two_names() -> None:
    """A person and a state of one name must not share their figures by sharing it."""
    briefs = [brief("a", actors=[actor("Jordan", "state")]), brief("b", actors=[actor("Jordan", "person")])]
    assert {a.name for a in actors_of(merge(briefs, FLOOD))} == {"Jordan", "Jordan (state)"}


def test_initials_do_not_join_two_bodies() -> None:
    """Two bodies whose initials are the same stay two, and their abbreviation alone is neither."""
    briefs = [
        brief("a", actors=[actor("Inland Security Forces", "body", "ISF")]),
        brief("b", actors=[actor("Island Survey Federation", "body", "ISF")]),
        brief("c", actors=[actor("ISF")]),
    ]
    assert len(actors_of(merge(briefs, FLOOD))) == 3


def test_a_part_of_a_name_joins_nobody() -> None:
    """The short form "Security Forces" in two articles does not make their forces one."""
    briefs = [
        brief("a", actors=[actor("Dorn Security Forces", "body", "Security Forces")]),
        brief("b", actors=[actor("Vesk Security Forces", "body", "Security Forces")]),
    ]
    assert len(actors_of(merge(briefs, FLOOD))) == 2


def test_the_gazetteer_joins_names_that_share_nothing() -> None:
    """One entry of the gazetteer is one place, whatever it is called."""
    briefs = [
        brief("a", places=[place("Yangon", "MM", 16.805, 96.156)]),
        brief("b", places=[place("Rangoon", "MM", 16.805, 96.156)]),
    ]
    assert [{p.name, *p.aliases} for p in places_of(merge(briefs, FLOOD))] == [{"Yangon", "Rangoon"}]


def test_towns_far_apart_in_one_country_stay_two() -> None:
    """Two towns of one name in one country are told apart by where they lie."""
    briefs = [
        brief("a", places=[place("Springfield", "US", 39.8, -89.6)]),
        brief("b", places=[place("Springfield", "US", 42.1, -72.6)]),
        brief("c", places=[place("Springfield")]),
    ]
    assert len(places_of(merge(briefs, FLOOD))) == 3


def test_places_of_one_name_in_two_countries_get_two_names() -> None:
    """Namesakes abroad must not share a line of figures by sharing a name."""
    briefs = [
        brief("a", places=[place("Sweida", "SY")]),
        brief("b", places=[place("As-Suwayda", "SY")]),
        brief("c", places=[place("Suwayda", "YE")]),
    ]
    found = {(p.name, p.country) for p in places_of(merge(briefs, FLOOD))}
    assert found == {("Suwayda", "SY"), ("Suwayda (YE)", "YE")}
