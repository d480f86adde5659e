"""Marks an article: numbers, names, places, dates and who speaks, each with its span. Asks nobody, guesses little."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarizer.gazetteer import Gazetteer, default_gazetteer
from summarizer.marking.actors import gather_actors
from summarizer.marking.candidates import find_candidates
from summarizer.marking.countries import part_countries, with_seats
from summarizer.marking.hand import actors_as_told, places_as_told
from summarizer.marking.locations import gather_places
from summarizer.marking.numbers import find_quantities
from summarizer.marking.readings import COUNTRY, NATION, PLACE, SEAT, read_runs
from summarizer.marking.runs import Run
from summarizer.marking.speakers import find_attributions
from summarizer.marking.times import find_times
from summarizer.marking.unread import find_unread
from summarizer.marking.words import words_of
from summarizer.models import Article, MarkedArticle
from summarizer.schema import Schema

__all__ = ["find_quantities", "find_times", "mark"]


def mark(article: Article, schema: Schema, *, gazetteer: Gazetteer | None = None) -> MarkedArticle:
    """Return `article` with all that can be found in it without asking anyone.

    Args:
        article: an article with its sentences; what no sentence covers is furniture and stays unmarked.
        schema: whose known names and kinds are used.
        gazetteer: where places are looked up; the one that ships with the package when None.
    """
    gazetteer = gazetteer or default_gazetteer()
    words = tuple(words_of(article.text, s.start, s.end) for s in article.sentences)
    runs, context = find_candidates(article, words, schema, gazetteer)
    readings = with_seats(read_runs(runs, context), context)
    home = _home(readings, gazetteer)
    scenes, acting = part_countries(readings, context, home)
    locations, spots = gather_places([r for r, kind in readings if kind == PLACE], scenes, gazetteer)
    actors, names = gather_actors(acting, context, home)
    if schema.user_names:
        locations, spots = places_as_told(locations, spots, article.text, schema.user_names)
        actors, names = actors_as_told(actors, names, article.text, schema.user_names)
    return MarkedArticle(
        article=article,
        words=words,
        quantities=tuple(q for q in find_quantities(article.text)),
        actors=actors,
        names=names,
        places=locations,
        spots=spots,
        times=tuple(find_times(article.text, article.published)),
        attributions=find_attributions(
            article,
            words,
            actors,
            names,
            parties=schema.entity_rules.parties,
            speaking=context.vocabulary.speaking,
            persons=context.vocabulary.persons,
        ),
        unread=find_unread(runs, [run for run, _ in readings], [*names, *spots], context),
    )


def _home(readings: Sequence[tuple[Run, str]], gazetteer: Gazetteer) -> str | None:
    """Return the country that the article is set in: the one that it names, and places of which it names, most."""
    counted: Counter[str] = Counter()
    of_kind = {COUNTRY: gazetteer.country, NATION: gazetteer.demonym, SEAT: gazetteer.seat}
    for run, kind in readings:
        if kind in of_kind and (iso := of_kind[kind](run.text)):
            counted[iso] += 1
        elif kind == PLACE:
            countries = {p.country for p in gazetteer.places(run.text)}
            country = run.known.country if run.known else next(iter(countries)) if len(countries) == 1 else None
            counted.update([country] if country else [])
    return max(counted, key=lambda iso: (counted[iso], iso)) if counted else None
