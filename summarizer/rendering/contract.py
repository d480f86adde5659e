"""The JSON Schema of a report: the contract of `--format json` for one domain, its sections flat, its lists closed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from pydantic import BaseModel, Field, create_model

from summarizer.models import (
    JSON_VERSION,
    Article,
    Claim,
    Difference,
    Entity,
    Estimate,
    Failure,
    MergedClaim,
    MergedEntity,
    MergedEstimate,
    MergedPlace,
    Note,
    Place,
    Relation,
    Run,
    SectionKind,
    StrengthLine,
    SummaryLine,
    Value,
)
from summarizer.schema import ClaimRules, EntityRules, EstimateRules, Schema, SectionSpec

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def report_schema(schema: Schema) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the reports of a domain.

    Keys that it does not name are allowed: new ones may come without a new version.
    """
    head = {"article": _written(Article), "summary": tuple[Claim, ...]}
    brief = _brief("ArticleBrief", schema, "one", head, {"relations": tuple[Relation, ...]})
    merged_head = {"summary": tuple[SummaryLine, ...]}
    merged = _brief("MergedBrief", schema, "merged", merged_head, {"differences": tuple[Difference, ...]})
    fields: dict[str, Any] = {
        "version": Literal[JSON_VERSION],
        "domain": (Literal[schema.name], Field(alias="schema")),
        "sections": _model("Sections", "Each section's kind.", {n: Literal[k] for n, k in schema.kinds.items()}),
        "run": Run,
        "articles": tuple[brief, ...],  # type: ignore[valid-type]  # a model made here has no static name
        "brief": merged | None,
        "failures": tuple[Failure, ...],
    }
    report = _model("Report", f"A report of `summarize --schema {schema.name} --format json`.", fields)
    written: dict[str, Any] = _all_required(report.model_json_schema(mode="serialization"))
    return {"$schema": DIALECT} | written


def _all_required(node: Any) -> Any:
    """Return a JSON Schema that requires every key: a report is written with those that keep their default too."""
    if isinstance(node, list):
        return [_all_required(n) for n in node]
    if not isinstance(node, dict):
        return node
    inner = {k: _all_required(v) for k, v in node.items()}
    return (
        inner | {"required": list(inner["properties"])}
        if node.get("type") == "object" and "properties" in node
        else inner
    )


def _brief(name: str, schema: Schema, scope: str, head: dict[str, Any], tail: dict[str, Any]) -> type[BaseModel]:
    """Return the model of a brief, `one` article's or the `merged` one, its sections beside its other keys."""
    sections = {s.name: _section(s, scope) for s in schema.sections}
    doc = "What one article says." if scope == "one" else "What all articles say together."
    return _model(name, doc, head | sections | tail | {"notes": tuple[Note, ...]})


def _section(spec: SectionSpec, scope: str) -> Any:
    """Return the annotation of a section: items of its kind, with its own closed lists."""
    models: dict[tuple[SectionKind, str], type[BaseModel]] = {
        ("entities", "one"): Entity,
        ("entities", "merged"): MergedEntity,
        ("places", "one"): Place,
        ("places", "merged"): MergedPlace,
        ("estimates", "one"): Estimate,
        ("estimates", "merged"): StrengthLine,
        ("claims", "one"): Claim,
        ("claims", "merged"): MergedClaim,
    }
    model = models[spec.kind, scope]
    closed = _closed(spec)
    # Named after the section, because two sections of one kind have different lists.
    title = f"{spec.name.title().replace('_', '')}{model.__name__}"
    if model is StrengthLine:
        estimate = _narrowed(f"{title}Estimate", MergedEstimate, closed)
        closed = closed | {"estimates": tuple[estimate, ...]}  # type: ignore[valid-type]
    item = _narrowed(title, model, closed)
    return (tuple[item, ...], Field(description=spec.description))  # type: ignore[valid-type]


def _closed(spec: SectionSpec) -> dict[str, Any]:
    """Return the fields of a section's items that take values from a closed list only."""
    if isinstance(spec.rules, EntityRules):
        return {"kind": _one_of(spec.rules.kinds)}
    if isinstance(spec.rules, EstimateRules):
        return {"measure": _one_of(m.name for m in spec.rules.measures)}
    if isinstance(spec.rules, ClaimRules):
        return {"label": _one_of(spec.rules.labels) | None}
    return {}


def _one_of(values: Iterable[str]) -> Any:
    listed = tuple(dict.fromkeys(values))
    return Literal[listed] if listed else str


def _narrowed(name: str, base: type[BaseModel], fields: dict[str, Any]) -> type[BaseModel]:
    required: dict[str, Any] = {k: (v, ...) for k, v in fields.items()}
    return create_model(name, __base__=base, __doc__=base.__doc__, **required)


def _written(model: type[BaseModel]) -> type[BaseModel]:
    """Return a model with those fields only that are written out."""
    fields: dict[str, Any] = {n: (f.annotation, f) for n, f in model.model_fields.items() if not f.exclude}
    return create_model(model.__name__, __base__=Value, __doc__=model.__doc__, **fields)


def _model(name: str, doc: str, fields: dict[str, Any]) -> type[BaseModel]:
    required: dict[str, Any] = {k: v if isinstance(v, tuple) else (v, ...) for k, v in fields.items()}
    return create_model(name, __base__=Value, __doc__=doc, **required)
