"""Places, countries and peoples by name, from a small index made from GeoNames (`scripts/build_gazetteer.py`).

A lookup goes by key, not by spelling (`folding.place_keys`), so that "Ar Raqqah", "Al-Raqqa" and "Raqqa" meet. Arabic
articles are dropped only for places in countries where Arabic names are at home: "El Paso" is never looked for as
"Paso". Names of provinces may carry their type: "Idlib province", "Donetsk Oblast", "State of Washington".

The index is one read-only SQLite file, opened at the first lookup. A `Gazetteer` may be used from several threads.
"""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, NamedTuple
from urllib.parse import quote

from summarizer.folding import fold, place_keys
from summarizer.resources import data_file

Feature = Literal["city", "region", "state", "country"]
FEATURES: tuple[Feature, ...] = ("city", "region", "state", "country")
"""What a place is, in the order of the codes in the index. A state is one of a federation, a region any other part."""

SCHEMA_VERSION = 1
"""`PRAGMA user_version` of the index; the build writes it and a reader refuses any other."""

DEGREE = 10_000
"""Coordinates are kept as whole ten-thousandths of a degree, which is 11 m."""

WORD, GIVEN_NAME, SURNAME = 1, 2, 4
"""Flags of a name: what else than a place it may be."""

OTHER_NAME, MAIN_FORM, RESPELLING = 0, 1, 2
"""What form of a place's name a key is: unlike its main name (a former or foreign one), that name, or close to it."""

ARABIC_ARTICLE_COUNTRIES = frozenset(
    "AE BH DJ DZ EG EH ER ET IL IQ IR JO KM KW LB LY MA ML MR NE OM PS QA SA SD SO SS SY TD TN TR YE".split()
)
"""Where al- and el- before a name are the Arabic article: the Arab League and neighbours with Arabic place names."""

_TOWN, _PART = frozenset[Feature]({"city"}), frozenset[Feature]({"region", "state"})
TYPE_WORDS: Mapping[str, frozenset[Feature]] = {
    "canton": _PART, "city": _TOWN, "county": _PART, "department": _PART, "district": _PART, "emirate": _PART,
    "governorate": _PART, "municipality": _TOWN | _PART, "oblast": _PART, "prefecture": _PART, "province": _PART,
    "raion": _PART, "region": _PART, "republic": _PART, "state": _PART, "territory": _PART, "town": _TOWN,
    "voivodeship": _PART, "wilaya": _PART,
}  # fmt: skip
"""English words for kinds of places that may stand after a name, or before it with "of", and what they point to."""

_QUALIFIERS = frozenset({"autonomous", "federal", "regional", "special"})
_ARTICLE = re.compile(r"^\s*the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s\s*$")

_OTHER_NAME_WEIGHT = 0.25
_SEAT_SHARE = 0.02  # of a province's inhabitants; it is not named after a smaller town
_CITY = FEATURES.index("city")
_PARTS = (FEATURES.index("region"), FEATURES.index("state"))
_MAPPED = 1 << 26  # bytes: the whole file, so that a lookup copies no pages
_CACHE_SIZE = 50_000  # names kept; all names of some hundred articles, a few MB


class GazetteerPlace(NamedTuple):
    """A place that a name may mean. `id` is GeoNames', `country` ISO 3166 alpha-2, `population` 0 where unknown.

    `lat` and `lon` are degrees. For a region or state they are the middle of its listed cities and `population` is
    the sum of theirs; a country has no point. `is_main` says whether the name looked up is a form of the place's main
    name, not one of its others. A negative id is this project's own, for an area that has no GeoNames number here.
    """

    id: int
    name: str
    country: str
    lat: float | None
    lon: float | None
    population: int
    is_main: bool
    feature: Feature


class Signals(NamedTuple):
    """What else a name may be: an English word, a given name, a surname.

    Words and surnames are known for names of places only, given names for all. Countries are no words here ("Turkey"),
    but great cities can be given names ("Paris"), so weigh those flags against population.
    """

    common_word: bool
    given_name: bool
    surname: bool


class Gazetteer:
    """Looks names up in an index of places and in a TOML file of countries, demonyms and regions."""

    def __init__(self, *, index: Path | None = None, peoples: Path | None = None) -> None:
        """Take the files at `index` and `peoples`, else those that ship with the package; neither is opened yet."""
        self._index = index or data_file("gazetteer.sqlite")
        self._peoples = peoples or data_file("demonyms.toml")
        self._lock = threading.Lock()
        self._places: dict[str, tuple[GazetteerPlace, ...]] = {}

    def places(self, name: str) -> tuple[GazetteerPlace, ...]:
        """Return all places that `name` may mean, the likeliest first.

        They are ordered by population. A name that is nothing like a place's main one counts for a quarter, as it is
        mostly a former or a local one; a province comes after the city of its country that it is named after; and what
        a type word in `name` points to ("Idlib province") comes before all.

        Raises:
            sqlite3.Error: the index is missing or not of this version.
        """
        found = self._places.get(name)
        if found is None:
            found = self._look_up(name)
            if len(self._places) >= _CACHE_SIZE:
                self._places.clear()
            self._places[name] = found
        return found

    def signals(self, name: str) -> Signals:
        """Return what else than a place `name` may be."""
        row = self._query("SELECT flags FROM signal WHERE key = ?", (fold(name),))
        flags = row[0][0] if row else 0
        return Signals(bool(flags & WORD), bool(flags & GIVEN_NAME), bool(flags & SURNAME))

    def country(self, name: str) -> str | None:
        """Return the ISO alpha-2 code of a country by its full, short or former name, or its abbreviation in capitals.

        "US" is the country and "us" is not; other names need one capital at least. None for anything else.
        """
        return _by_name(name, self._toml.countries)

    def demonym(self, word: str) -> str | None:
        """Return the country of a people or of the adjective for it ("Syrian", "Turks"); it needs a capital."""
        return _by_name(word, self._toml.demonyms, plural=True)

    def seat(self, name: str) -> str | None:
        """Return the country whose government sits in the city `name` and goes by it in the news ("Moscow")."""
        return _by_name(name, self._toml.seats)

    def adjective(self, iso: str) -> str | None:
        """Return the adjective of the country with this alpha-2 code ("Syrian"), None where it is not known."""
        return self._toml.adjectives.get(iso)

    def country_name(self, iso: str) -> str:
        """Return the English short name of the country with this alpha-2 code, in the form that news use.

        Raises:
            KeyError: there is no such code.
        """
        return self._toml.names[iso]

    def region(self, name: str) -> bool:
        """Return whether `name` is a well-known region above or across countries ("Middle East", "Sahel")."""
        return name != name.lower() and fold(name) in self._toml.regions

    def _look_up(self, name: str) -> tuple[GazetteerPlace, ...]:
        found = self._exactly(name)
        if found:
            return found
        bare, features = without_type(name)
        return tuple(sorted(self._exactly(bare), key=lambda p: p.feature not in features)) if features else ()

    def _exactly(self, name: str) -> tuple[GazetteerPlace, ...]:
        whole, bare = place_keys(name)
        rows = self._query(_PLACES, (whole,)) if whole else []
        if bare != whole:
            rows += [row for row in self._query(_PLACES, (bare,)) if row[2] in ARABIC_ARTICLE_COUNTRIES]
            rows = list({row[0]: row for row in reversed(rows)}.values())
        return tuple(map(_place, _ranked(rows) if len(rows) > 1 else rows))

    def _query(self, sql: str, values: tuple[str, ...]) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._connection.execute(sql, values).fetchall()

    @cached_property
    def _connection(self) -> sqlite3.Connection:
        return open_index(self._index)

    @cached_property
    def _toml(self) -> _Peoples:
        return _read_peoples(self._peoples)


def open_index(path: Path) -> sqlite3.Connection:
    """Open the index at `path` for reading only.

    Raises:
        sqlite3.Error: it is missing, or not of `SCHEMA_VERSION`.
    """
    # immutable: no locks and no journal are looked for, so it also works on a read-only disk.
    uri = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
    connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != SCHEMA_VERSION:
        connection.close()
        raise sqlite3.DatabaseError(f"{path} has version {version}, not {SCHEMA_VERSION}: build it again")
    return connection


@cache
def default_gazetteer() -> Gazetteer:
    """Return the gazetteer that ships with the package, one for the whole process."""
    return Gazetteer()


_PLACES = """SELECT p.id, p.name, p.country, p.lat, p.lon, p.population, k.form, p.feature
             FROM key AS k JOIN place AS p ON p.id = k.place WHERE k.key = ?"""


def _ranked(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return the rows, the likeliest meaning first."""
    largest: dict[str, tuple[int, float]] = {}  # by country: the population and weight of the city of this name
    for row in rows:
        if row[7] == _CITY:
            largest[row[2]] = max(largest.get(row[2], (0, 0.0)), (row[5], _weight(row)))

    def rank(row: tuple[Any, ...]) -> tuple[float, int, int]:
        population, weight = largest.get(row[2], (0, 0.0))
        named_after = row[7] in _PARTS and population >= row[5] * _SEAT_SHARE
        return -(min(_weight(row), weight) if named_after else _weight(row)), row[7], row[0]

    return sorted(rows, key=rank)


def _weight(row: tuple[Any, ...]) -> float:
    population: int = row[5]
    return population * (_OTHER_NAME_WEIGHT if row[6] == OTHER_NAME else 1.0)


def _place(row: tuple[Any, ...]) -> GazetteerPlace:
    id_, name, country, lat, lon, population, form, feature = row
    if lat is not None:
        lat, lon = lat / DEGREE, lon / DEGREE
    return GazetteerPlace(id_, name, country, lat, lon, population, form == MAIN_FORM, FEATURES[feature])


def without_type(name: str) -> tuple[str, frozenset[Feature]]:
    """Return `name` without a type word at its end or "... of" at its start, and the features that the word points to.

    "Idlib province", "Oromia Regional State", "Autonomous Republic of Crimea"; a name without one comes back as it is.
    """
    head, _, last = name.strip().rpartition(" ")
    if head and (features := TYPE_WORDS.get(fold(last))):
        first, _, qualifier = head.rpartition(" ")
        return (first if first and fold(qualifier) in _QUALIFIERS else head), features
    before, of, after = name.partition(" of ")
    if of and (features := TYPE_WORDS.get(fold(before).rpartition(" ")[2])):
        return after, features
    return name, frozenset()


class _Peoples(NamedTuple):
    """The TOML file, by folded name; abbreviations, which need capitals, by themselves."""

    names: Mapping[str, str]
    adjectives: Mapping[str, str]
    countries: Mapping[str, str]
    demonyms: Mapping[str, str]
    seats: Mapping[str, str]
    regions: frozenset[str]


def _read_peoples(path: Path) -> _Peoples:
    import tomllib  # late: a run may never ask for a country

    data = tomllib.loads(path.read_text("utf-8"))
    return _Peoples(
        names={iso: forms[0] for iso, forms in data["countries"].items()},
        adjectives={iso: forms[0] for iso, forms in data["demonyms"].items() if not forms[0].endswith("er")},
        countries=_inverted(data["countries"]),
        demonyms=_inverted(data["demonyms"]),
        seats=_inverted(data["seats"]),
        regions=frozenset(map(fold, data["regions"]["names"])),
    )


def _inverted(forms: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {form if form.isupper() else fold(form): iso for iso, names in forms.items() for form in names}


def _by_name(name: str, known: Mapping[str, str], *, plural: bool = False) -> str | None:
    if name == name.lower():
        return None
    key = fold(name)
    if key.upper() in known:  # an abbreviation: "US", "the U.S.", "UK's", but not "Us"
        letters = _POSSESSIVE.sub("", _ARTICLE.sub("", name))
        return known[key.upper()] if letters.isupper() else None
    return known.get(key) or (known.get(key[:-1]) if plural and key.endswith("s") else None)
