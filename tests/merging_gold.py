"""Article briefs as the hand-made gold of the shared articles would have them: what merging makes of perfect input."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from summarizer.models import (
    Article,
    ArticleBrief,
    Claims,
    Entities,
    Entity,
    Estimate,
    Estimates,
    Evidence,
    Mention,
    Place,
    Places,
)
from summarizer.schema import Schema

# Gold names its holders and speakers; it does not say who of them is a person.
PEOPLE = frozenset(["Mustafa Bali", "Majid Al-Qaisi", "Rami Abdulrahman", "Donald Trump", "Sean Ryan"])
_PART = re.compile(r"part of the ([\d,]+)")


def gold_briefs(shared: Path, schema: Schema) -> list[ArticleBrief]:
    """Return a brief for each article that has gold."""
    return [_brief(json.loads(p.read_text("utf-8")), shared, schema) for p in sorted(shared.glob("gold/seeds/*.json"))]


def _brief(gold: dict[str, Any], shared: Path, schema: Schema) -> ArticleBrief:
    text = (shared / "seeds" / gold["file"]).read_text("utf-8")
    known = {k.name: k.kind for k in schema.names}
    article = Article(
        id=gold["file"][:3],
        path=gold["file"],
        sha256="",
        **{k: gold[k] for k in ("title", "author", "outlet", "published")},
        text=text,
    )
    actors = {
        name: Entity(
            name=forms[0],
            kind="person" if name in PEOPLE else known.get(name, "armed_group"),
            aliases=tuple(forms[1:]),
            mentions=_mentions(text, forms),
        )
        for name, listed in gold["actors"].items()
        if (forms := [f for f in listed if f in text])
    }
    places = {
        name: Place(name=forms[0], aliases=tuple(forms[1:]), mentions=_mentions(text, forms))
        for name, listed in gold["places"].items()
        if (forms := [f for f in listed if f in text])
    }
    figures = [_figure(n, gold["strengths"], actors, places, article) for n in range(len(gold["strengths"]))]
    return ArticleBrief(
        article=article,
        sections={
            "who": Entities(items=tuple(actors.values())),
            "where": Places(items=tuple(places.values())),
            "strength": Estimates(items=tuple(figures)),
            "tactics": Claims(),
            "outlook": Claims(),
        },
    )


def _mentions(text: str, forms: list[str]) -> tuple[Mention, ...]:
    spots = (m.span() for f in forms for m in re.finditer(rf"(?<!\w){re.escape(f)}(?!\w)", text))
    return tuple(Mention(start=start, end=end) for start, end in sorted(spots))


def _figure(
    number: int, rows: list[dict[str, Any]], actors: dict[str, Entity], places: dict[str, Place], article: Article
) -> Estimate:
    row = rows[number]
    start = article.text.index(row["quote"])
    holder, said_by = (v[0] if isinstance(v, list) else v for v in (row["holder"], row["said_by"]))
    part = _PART.search(row.get("note") or "")
    whole = next((n for n, r in enumerate(rows) if part and r["low"] == float(part[1].replace(",", ""))), None)
    return Estimate(
        id=f"{article.id}-{number}",
        **{k: row[k] for k in ("measure", "low", "high", "qualifier", "as_of")},
        counted="",
        unit="km²" if row["measure"] == "area" else None,
        holder=None if holder == "unspecified" else _form(holder, actors),
        place=_form(row["place"], places),
        said_by=_form(said_by, actors),
        part_of=None if whole is None else f"{article.id}-{whole}",
        evidence=(Evidence(article=article.id, start=start, end=start + len(row["quote"]), quote=row["quote"]),),
    )


def _form(name: str | None, listed: dict[str, Entity] | dict[str, Place]) -> str | None:
    found = listed.get(name or "")
    return found.name if found else name
