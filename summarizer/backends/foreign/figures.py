"""Finds figures in French, Russian and Arabic: numbers in any digits, with the words that bound them. Pure.

What the rules for English read in words ("dozens", "a hundred") is left out here: a number is one that is written in
digits. Years, days of a month, percentages and measures of length, money and time are no counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from summarizer.models import Qualifier, Quantity
from summarizer.scripts import western

# Words before a number, by what they make of it; by language, the longest first.
_BOUNDS: Mapping[str, tuple[tuple[Qualifier, str], ...]] = {
    "fr": (
        ("at_least", "au moins|pas moins de|un minimum de|au minimum"),
        ("more_than", "plus de|plus d['’]|au-delà de|au delà de"),
        ("fewer_than", "moins de|moins d['’]"),
        ("at_most", "jusqu['’]à|au plus|au maximum|un maximum de"),
        ("approximate", "environ|près de|quelque|quelques|autour de|presque|à peu près|une estimation de"),
    ),
    "ru": (
        ("at_least", "не менее(?: чем)?|по меньшей мере|как минимум|по крайней мере"),
        ("more_than", "более(?: чем)?|больше(?: чем)?|свыше"),
        ("fewer_than", "менее(?: чем)?|меньше(?: чем)?"),
        ("at_most", "до|не более|максимум"),
        ("approximate", "около|примерно|порядка|почти|приблизительно|где-то"),
    ),
    "ar": (
        ("at_least", "ما لا يقل عن|لا يقل عن|على الأقل"),
        ("more_than", "أكثر من|ما يزيد على|ما يزيد عن|يزيد على|يزيد عن"),
        ("fewer_than", "أقل من"),
        ("at_most", "ما يصل إلى|يصل إلى|لا يتجاوز"),
        ("approximate", "نحو|حوالي|حوالى|قرابة|زهاء|ما يقارب|يقارب|ما يقرب من"),
    ),
}
_RANGES = {
    "fr": r"(?:entre|de)\s+{n}\s+(?:et|à)\s+{n}",
    "ru": r"(?:от|между)\s+{n}\s+(?:до|и)\s+{n}",
    "ar": r"(?:ما )?بين\s+{n}\s+و\s?{n}",
}
_MILLIONS = {
    "fr": ((1_000, "mille"), (1_000_000, "millions?")),
    "ru": ((1_000, "тысяч[аи]?|тыс\\.?"), (1_000_000, "миллион(?:а|ов)?|млн\\.?")),
    "ar": ((1_000, "ألف|آلاف"), (1_000_000, "مليون|ملايين")),
}
_MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|январ[ьяе]|феврал[ьяе]|март[ае]?|апрел[ьяе]|ма[йяе]|июн[ьяе]|июл[ьяе]|август[ае]?|сентябр[ьяе]|октябр[ьяе]|ноябр[ьяе]"
    "|декабр[ьяе]|يناير|فبراير|مارس|أبريل|ابريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر|ديسمبر|كانون|شباط|آذار"
    "|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين"
)
# Nouns after a number that make it no count of people or things.
_NO_COUNT = (
    r"%|pour cent|процент\w*|بالمئة|بالمائة|km|kilomètres?|mètres?|км|километр\w*|метр\w*|كم|كيلومتر\w*|متر\w*"
    r"|ans?|années?|jours?|mois|heures?|minutes?|semaines?|лет|год\w*|г\.|дн\w+|день|месяц\w*|час\w*|минут\w*|недел\w*"
    r"|عاما?|أعوام|سنة|سنوات|يوما?|أيام|شهرا?|أشهر|ساعة|ساعات|دقيقة|أسابيع|أسبوع"
    r"|euros?|dollars?|евро|доллар\w*|рубл\w*|دولار\w*|يورو"
)
_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f.,’]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
_YEARS = range(1900, 2100)
_NOUN = re.compile(r"[ \u00a0]+(?:d[eu]s? |d['’])?([^\W\d_][\w’'-]*)")
# Words before and after a number that make it a year.
_YEAR_BEFORE = r"\b(?:en|depuis|dès|fin|début|mi|в|с|до|от|к|عام|سنة|منذ|العام)[ \u00a0-]+$"
_NO_NOUN = frozenset("et ou à en au aux par dans sur qui que il elle и или в на по с г год года году عام و في".split())


def find_figures(text: str, language: str) -> tuple[Quantity, ...]:
    """Return the counts of a text in one of the languages known here, in text order; none for another language."""
    if language not in _BOUNDS:
        return ()
    plain = western(text)
    ranges = list(_ranges(plain, language))
    taken = [(q.start, q.end) for q in ranges]
    singles = (q for q in _singles(plain, language) if not any(start < q.end and q.start < end for start, end in taken))
    return tuple(sorted((*ranges, *singles), key=lambda q: q.start))


def _ranges(plain: str, language: str) -> Iterator[Quantity]:
    pattern = _RANGES[language].replace("{n}", f"({_NUMBER})")
    for m in re.finditer(pattern, plain, re.IGNORECASE):
        low, high = _value(m[1]), _value(m[2])
        factor, end = _factor(plain, m.end(), language)
        if low < high and not _is_no_count(plain, m.start(2), end, high):
            yield _quantity(plain, m.start(), end, low * factor, high * factor, "range")


def _singles(plain: str, language: str) -> Iterator[Quantity]:
    bounds = [(q, re.compile(rf"(?:\b|(?<=\s)و?)(?:{words})\s*$", re.IGNORECASE)) for q, words in _BOUNDS[language]]
    for m in re.finditer(rf"(?<![\w.,/:-])(?:و)?({_NUMBER})(?![\w/:])", plain):
        value = _value(m[1])
        factor, end = _factor(plain, m.end(1), language)
        if _is_no_count(plain, m.start(1), end, value if factor == 1 else 0):
            continue
        before = plain[max(0, m.start(1) - 30) : m.start(1)]
        qualifier, start = next(
            ((q, m.start(1) - len(found[0])) for q, words in bounds if (found := words.search(before))),
            ("exact", m.start(1)),
        )
        low, high = _interval(value * factor, qualifier)
        yield _quantity(plain, start, end, low, high, qualifier)


def _interval(value: float, qualifier: Qualifier) -> tuple[float | None, float | None]:
    if qualifier in ("more_than", "at_least"):
        return value, None
    if qualifier in ("fewer_than", "at_most"):
        return None, value
    return value, value


def _quantity(
    plain: str, start: int, end: int, low: float | None, high: float | None, qualifier: Qualifier
) -> Quantity:
    # A bound may begin with the blank or the "and" before it, which Arabic writes in one word with it.
    start += len(plain[start:end]) - len(plain[start:end].lstrip(" \n\t\u00a0"))
    start += plain[start:end].startswith("و")
    after = _noun(plain, end)
    counted = (after[1], after.start(1), after.end(1)) if after else ("", -1, -1)
    return Quantity(start, end, low, high, qualifier, None, "count", *counted)


def _factor(plain: str, at: int, language: str) -> tuple[int, int]:
    """Return what a word right after a number multiplies it by, and where that ends."""
    for factor, words in _MILLIONS[language]:
        if m := re.compile(rf"[ \u00a0]+(?:{words})(?!\w)", re.IGNORECASE).match(plain, at):
            return factor, m.end()
    return 1, at


def _is_no_count(plain: str, start: int, end: int, value: float) -> bool:
    if re.compile(rf"[ \u00a0]*(?:{_NO_COUNT})(?!\w)", re.IGNORECASE).match(plain, end):
        return True
    month = re.compile(rf"[ \u00a0]+(?:{_MONTHS})(?!\w)", re.IGNORECASE)
    if value <= 31 and month.match(plain, end):
        return True
    if value not in _YEARS or not plain[start:end].strip().isdecimal():
        return False
    # A year stands after a month, after "in", or alone; what is counted follows as a noun.
    before = plain[max(0, start - 20) : start]
    after_month = re.search(rf"(?:{_MONTHS})[ \u00a0]+$", before, re.IGNORECASE)
    return bool(after_month or re.search(_YEAR_BEFORE, before, re.IGNORECASE)) or _noun(plain, end) is None


def _noun(plain: str, at: int) -> re.Match[str] | None:
    """Return the noun that follows a number."""
    found = _NOUN.match(plain, at)
    return found if found and found[1].lower() not in _NO_NOUN else None


def _value(number: str) -> float:
    grouped = re.fullmatch(r"\d{1,3}(?:[ \u00a0\u202f.,’]\d{3})+", number)
    return float(re.sub(r"\D", "", number)) if grouped else float(number.replace(",", "."))
