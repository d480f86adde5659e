"""Units of measure behind a number, with what converts them, and currencies on either side."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.marking.numbers.lexicon import words
from summarizer.marking.numbers.tokens import Tokens


class Unit(NamedTuple):
    """A unit as it is reported: kind of quantity, name, and what a figure in the text is multiplied by."""

    kind: str
    name: str | None
    factor: float = 1.0


# kind, name, then for each factor the forms; factors by the international yard and pound agreement of 1959.
_TABLE: tuple[tuple[str, str, tuple[tuple[float, str], ...]], ...] = (
    ("area", "km²", (
        (1.0, "square kilometre|square kilometres|square kilometer|square kilometers|sq km|sq . km|sq kms|km²|km2|"
              "km ²|km ^ 2|square km|square kms|sq kilometres|sq kilometers"),
        (2.589988110336, "square mile|square miles|sq mi|sq . mi|sq . mi .|sq mile|sq miles|mi²|square - mile"),
        (0.01, "hectare|hectares|ha"),
        (0.0040468564224, "acre|acres"),
        (0.001, "dunam|dunams|donum|donums|dunum|dunums"),
        (1e-6, "square metre|square metres|square meter|square meters|sq m|sq . m|m²|m2|square m"),
        (9.290304e-8, "square foot|square feet|sq ft|sq . ft|sq . ft .|ft²"),
        (8.3612736e-7, "square yard|square yards|sq yd"),
    )),
    ("length", "km", (
        (1.0, "kilometre|kilometres|kilometer|kilometers|km|kms"),
        (1.609344, "mile|miles|mi"),
        (1.852, "nautical mile|nautical miles"),
        (0.001, "metre|metres|meter|meters|m"),
        (1e-5, "centimetre|centimetres|centimeter|centimeters|cm"),
        (1e-6, "millimetre|millimetres|millimeter|millimeters|mm"),
        (0.0003048, "foot|feet|ft"),
        (0.0009144, "yard|yards|yd|yds"),
        (2.54e-5, "inch|inches"),
    )),
    ("mass", "kg", (
        (1.0, "kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos|kg|kgs"),
        (1000.0, "tonne|tonnes|ton|tons|metric ton|metric tons|metric tonnes"),
        (1e6, "kiloton|kilotons|kilotonne|kilotonnes"),
        (0.001, "gram|grams|gramme|grammes"),
        (0.45359237, "lb|lbs"),
        (0.028349523125, "ounce|ounces|oz"),
    )),
    ("volume", "l", (
        (1.0, "litre|litres|liter|liters"),
        (0.001, "ml|millilitre|millilitres|milliliter|milliliters"),
        (1000.0, "cubic metre|cubic metres|cubic meter|cubic meters|m³|m3"),
        (3.785411784, "gallon|gallons"),
        (158.987294928, "barrel|barrels|bpd"),
    )),
    ("speed", "km/h", (
        (1.0, "km / h|kph|kmh|km per hour|kilometres per hour|kilometers per hour|kilometres an hour|"
              "kilometers an hour"),
        (1.609344, "mph|miles per hour|miles an hour"),
        (1.852, "knots"),
    )),
    ("temperature", "°C", ((1.0, "° c|degrees celsius|degrees centigrade|celsius"),)),
    ("temperature", "°F", ((1.0, "° f|degrees fahrenheit|fahrenheit"),)),
    ("temperature", "degree", ((1.0, "°|degrees"),)),
    ("data", "GB", ((1.0, "gb|gigabyte|gigabytes"), (0.001, "mb|megabyte|megabytes"), (1000.0, "tb|terabytes"))),
    ("percent", "%", ((1.0, "%|percent|per cent|pct|percentage points|percentage point"),)),
    ("duration", "second", ((1.0, "second|seconds"),)),
    ("duration", "minute", ((1.0, "minute|minutes"),)),
    ("duration", "hour", ((1.0, "hour|hours|hrs"),)),
    ("duration", "day", ((1.0, "day|days"),)),
    ("duration", "night", ((1.0, "night|nights"),)),
    ("duration", "week", ((1.0, "week|weeks"),)),
    ("duration", "month", ((1.0, "month|months"),)),
    ("duration", "year", ((1.0, "year|years|yr|yrs"),)),
    ("duration", "decade", ((1.0, "decade|decades"),)),
    ("duration", "century", ((1.0, "century|centuries"),)),
    ("money", "USD", ((1.0, "dollar|dollars|usd|us dollars|u . s . dollars"), (0.01, "cents"))),
    ("money", "EUR", ((1.0, "euro|euros|eur"),)),
    ("money", "GBP", ((1.0, "pound sterling|pounds sterling|pounds|gbp"),)),
    ("money", "ILS", ((1.0, "shekel|shekels"),)),
    ("money", "INR", ((1.0, "indian rupees"),)),
    ("money", "PKR", ((1.0, "pakistani rupees|pakistan rupees"),)),
    ("money", "NPR", ((1.0, "nepali rupees|nepalese rupees"),)),
    ("money", "LKR", ((1.0, "sri lankan rupees"),)),
    ("money", "AUD", ((1.0, "australian dollars"),)),
    ("money", "CAD", ((1.0, "canadian dollars"),)),
    ("money", "NZD", ((1.0, "new zealand dollars"),)),
    ("money", "HKD", ((1.0, "hong kong dollars"),)),
    ("money", "TWD", ((1.0, "taiwan dollars|new taiwan dollars"),)),
    ("money", "CHF", ((1.0, "swiss francs|chf"),)),
    ("money", "PHP", ((1.0, "philippine pesos"),)),
    ("money", "MXN", ((1.0, "mexican pesos"),)),
    ("money", "KES", ((1.0, "kenyan shillings|kenya shillings"),)),
    ("money", "KRW", ((1.0, "south korean won|korean won"),)),
    ("money", "BDT", ((1.0, "taka"),)),
    ("money", "BRL", ((1.0, "reais"),)),
    ("money", "ETB", ((1.0, "birr"),)),
    ("money", "GHS", ((1.0, "cedi|cedis"),)),
    ("money", "HTG", ((1.0, "gourde|gourdes"),)),
    ("money", "HUF", ((1.0, "forint|forints"),)),
    ("money", "IDR", ((1.0, "rupiah"),)),
    ("money", "KZT", ((1.0, "tenge"),)),
    ("money", "MMK", ((1.0, "kyat|kyats"),)),
    ("money", "MYR", ((1.0, "ringgit"),)),
    ("money", "MZN", ((1.0, "metical|meticais"),)),
    ("money", "NGN", ((1.0, "naira"),)),
    ("money", "PLN", ((1.0, "zloty|zlotys|zlotych"),)),
    ("money", "THB", ((1.0, "baht"),)),
    ("money", "VND", ((1.0, "vietnamese dong"),)),
    ("money", "ZAR", ((1.0, "south african rand"),)),
    ("money", "RUB", ((1.0, "ruble|rubles|rouble|roubles"),)),
    ("money", "UAH", ((1.0, "hryvnia|hryvnias"),)),
    ("money", "JPY", ((1.0, "yen"),)),
    ("money", "CNY", ((1.0, "yuan|renminbi"),)),
    # Currencies that several states share a name for stay under that name.
    ("money", "dinar", ((1.0, "dinar|dinars"),)),
    ("money", "lira", ((1.0, "lira|liras|lire"),)),
    ("money", "riyal", ((1.0, "riyal|riyals|rial|rials"),)),
    ("money", "rupee", ((1.0, "rupee|rupees"),)),
    ("money", "peso", ((1.0, "peso|pesos"),)),
    ("money", "shilling", ((1.0, "shilling|shillings"),)),
    ("money", "kwacha", ((1.0, "kwacha"),)),
    ("money", "dirham", ((1.0, "dirham|dirhams"),)),
    ("money", "franc", ((1.0, "franc|francs"),)),
    ("money", "krona", ((1.0, "krona|kronor|krone|kroner|sek|nok|dkk"),)),
)  # fmt: skip

_UNITS: dict[tuple[str, ...], Unit] = {
    tuple(form.split()): Unit(kind, name, factor)
    for kind, name, rows in _TABLE
    for factor, forms in rows
    for form in forms.split("|")
}
_FIRST = frozenset(form[0] for form in _UNITS)
_LONGEST = max(map(len, _UNITS))
_POUNDS_OF_MASS = Unit("mass", "kg", 0.45359237)

SYMBOLS: dict[str, str] = {
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₪": "ILS", "₽": "RUB", "₴": "UAH",
}  # fmt: skip
"""Currency signs before a number."""
_CODES = {"usd": "USD", "eur": "EUR", "gbp": "GBP", "rs": "rupee", "tk": "BDT", "ksh": "KES", "php": "PHP"}
# Codes of ISO 4217 that are no common words in capitals; taken only in capitals.
_IN_CAPITALS = words(
    "aud bdt brl cad chf clp cny czk dkk etb ghs hkd htg huf idr inr jpy kes krw lkr mmk mwk mxn myr mzn ngn nok npr "
    "nzd pkr pln rub sek sgd thb twd tzs uah ugx vnd zar zmw"
)
_DOLLARS = {"us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD"}

# Spelled singular units that also modify nouns: "20 foot patrols", "30 barrel makers", "12 day trips".
_MODIFIERS = words("foot yard mile barrel second minute day night ton pound kilo inch dollar")
_AFTER_UNIT = words("tall high deep wide long thick away from of in to and or per by at on a an the")


def unit_after(t: Tokens, k: int, *, one: bool) -> tuple[int, Unit] | None:
    """Return the end of the unit at token `k` and the unit; `one` says that the number is 1 ("one mile")."""
    hyphen = t.words[k] == "-" and t.glued(k) and t.glued(k + 1)
    k += hyphen
    if t.words[k] not in _FIRST:
        return None
    for size in range(_LONGEST, 0, -1):
        unit = _UNITS.get(tuple(t.words[k : k + size]))
        if unit is None:
            continue
        stop = k + size
        if size == 1 and not _is_unit(t, k, one or hyphen):
            return None
        if t.words[k] == "pounds" and size == 1 and t.words[stop] == "of":
            return stop, _POUNDS_OF_MASS
        # "km2" and "m3" are a word and a number to the tokens.
        if t.words[k] in ("km", "m") and size == 1 and t.words[stop] in ("2", "3") and t.glued(stop):
            return stop + 1, _UNITS.get((t.words[k] + t.words[stop],), unit)
        return stop, unit
    return None


def _is_unit(t: Tokens, k: int, singular: bool) -> bool:
    word = t.words[k]
    if word in ("m", "mi", "ha", "mm") and t.capital(k):
        return False
    after = t.words[k + 1]
    return singular or word not in _MODIFIERS or not after.isalpha() or after in _AFTER_UNIT


def currency_before(t: Tokens, first: int, floor: int) -> tuple[int, str] | None:
    """Return where a currency sign or code before token `first` begins and which currency it is."""
    k = first - 1
    if k < floor:
        return None
    word = t.words[k]
    if word in SYMBOLS:
        if word == "$" and k > floor and t.glued(k) and t.words[k - 1] in _DOLLARS:
            return k - 1, _DOLLARS[t.words[k - 1]]
        return k, SYMBOLS[word]
    if word in _IN_CAPITALS and t.raw(k).isupper():
        return k, word.upper()
    return (k, _CODES[word]) if word in _CODES else None
