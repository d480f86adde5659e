"""Joins the forms of one place and chooses the country of each place by the company it keeps."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.gazetteer import Gazetteer, GazetteerPlace
from summarizer.marking.runs import Run
from summarizer.models import Location, Spot
from summarizer.schema import KnownName
from summarizer.sounding import fold_place, place_consonants, sound

# A place in a country the article speaks of beats a town a thousand times as large elsewhere.
COMPANY_WEIGHT = 3.0


@dataclass(slots=True)
class _Group:
    runs: list[Run] = field(default_factory=list)
    name: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


def gather_places(
    runs: Sequence[Run], countries: Sequence[tuple[Run, str]], gazetteer: Gazetteer
) -> tuple[tuple[Location, ...], tuple[Spot, ...]]:
    """Return the places of an article and their mentions in text order.

    The most mentioned stand first, of those mentioned as often the ones that a list or the gazetteer knows.

    Args:
        runs: mentions of places.
        countries: mentions of countries as places, with their ISO codes.
        gazetteer: where coordinates and countries come from.
    """
    company = Counter(iso for _, iso in countries)
    found = {run.text: gazetteer.places(run.text) for run in runs}
    for candidates in found.values():
        if len({c.country for c in candidates}) == 1:
            company[candidates[0].country] += 1
    groups: dict[str, _Group] = defaultdict(_Group)
    for run in runs:
        _add(groups, run, found[run.text], company, gazetteer)
    for run, iso in countries:
        group = groups["country:" + iso]
        group.runs.append(run)
        group.country, group.name = iso, gazetteer.country_name(iso)
    return _listed(_joined_by_sound(_joined(groups)))


def _add(
    groups: dict[str, _Group],
    run: Run,
    candidates: Sequence[GazetteerPlace],
    company: Mapping[str, int],
    gazetteer: Gazetteer,
) -> None:
    if run.known is not None:
        group = groups["known:" + run.known.name]
        group.name, group.country = run.known.name, run.known.country or group.country
        best = _listed_place(run, run.known, company, gazetteer) if group.lat is None else None
    else:
        best = _choose(candidates, company)
        group = groups[f"geo:{best.id}" if best else "form:" + fold_place(run.text)]
    if best:
        group.country, group.lat, group.lon = best.country, best.lat, best.lon
    group.runs.append(run)


def _listed_place(
    run: Run, known: KnownName, company: Mapping[str, int], gazetteer: Gazetteer
) -> GazetteerPlace | None:
    """Return where a listed place lies: in its country; one of the user's, who gives none, as its company says."""
    forms = (run.text, known.name, *known.aliases)
    spots = (c for form in forms for c in gazetteer.places(form) if c.lat is not None)
    if known.source and known.country is None:
        return _choose(list(spots), company)
    return next((c for c in spots if c.country == known.country), None)


def _choose(candidates: Sequence[GazetteerPlace], company: Mapping[str, int]) -> GazetteerPlace | None:
    """Return the likeliest candidate: one in the company's countries, then the larger, then the better known by id."""

    def weight(place: GazetteerPlace) -> tuple[float, int]:
        kept = math.log10(1 + company.get(place.country, 0)) * COMPANY_WEIGHT
        return kept + math.log10(10 + place.population) * (1.0 if place.is_main else 0.8), -_number(place.id)

    return max(candidates, key=weight, default=None)


def _number(identifier: object) -> int:
    return identifier if isinstance(identifier, int) else 0


def _joined(groups: Mapping[str, _Group]) -> list[tuple[str, _Group]]:
    """Join groups whose forms fold to the same key ("As-Safa", "al-Safa")."""
    by_form: dict[str, str] = {}
    joined: dict[str, _Group] = {}
    for key in sorted(groups, key=lambda k: (not k.startswith("known:"), not k.startswith("country:"), k)):
        group = groups[key]
        folded = {fold_place(run.text) for run in group.runs}
        target = next((by_form[f] for f in sorted(folded) if f in by_form), None)
        if target is None:
            joined[key], target = group, key
        else:
            joined[target].runs.extend(group.runs)
        by_form.update(dict.fromkeys(folded, target))
    return list(joined.items())


def _joined_by_sound(groups: Sequence[tuple[str, _Group]]) -> list[tuple[str, _Group]]:
    """Join places that no list knows to one of the same sound ("Albukmal", "Albokmal"): one article spells both.

    Of a longer name the consonants are enough ("Al-Bukamal"). Two that are listed are two, and so are countries.
    """
    by_sound: dict[str, _Group] = {}
    joined: list[tuple[str, _Group]] = []
    for key, group in sorted(groups, key=lambda g: g[0].startswith("form:")):
        forms = () if key.startswith("country:") else dict.fromkeys(run.text for run in group.runs)
        sounds = [
            *(sound(fold_place(form)) for form in forms),
            *("consonants " + left for form in forms for left in place_consonants(form)),
        ]
        same = next((by_sound[s] for s in sounds if s in by_sound), None) if key.startswith("form:") else None
        if same is None:
            joined.append((key, group))
        else:
            same.runs.extend(group.runs)
        by_sound.update(dict.fromkeys(sounds, same or group))
    return joined


def _rank(keyed: tuple[str, _Group]) -> tuple[int, bool, int]:
    """Return what places are listed by: how often they are named; whether a list knows them; where they are first."""
    key, group = keyed
    return -len(group.runs), key.startswith("form:"), min(run.start for run in group.runs)


def _listed(groups: Sequence[tuple[str, _Group]]) -> tuple[tuple[Location, ...], tuple[Spot, ...]]:
    ordered = sorted(groups, key=_rank)
    locations, spots = [], []
    for number, (key, group) in enumerate(ordered):
        forms = Counter(run.text for run in sorted(group.runs, key=lambda r: r.start))
        name = " ".join((group.name or max(forms, key=lambda f: (forms[f], len(f), f))).split())
        aliases = tuple(sorted(form for form in forms if form != name))
        locations.append(Location(name, aliases, group.country, group.lat, group.lon, key))
        spots += [Spot(run.start, run.end, number) for run in group.runs]
    return tuple(locations), tuple(sorted(spots, key=lambda s: s.start))
