"""The JSON Schema of a report against reports."""

from __future__ import annotations

import json
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from report_factory import SECTIONS, articles, hostile_report, sample_report

from summarizer.models import Report
from summarizer.rendering import render
from summarizer.rendering.contract import report_schema
from summarizer.schema import ClaimRules, EntityRules, EstimateRules, Measure, PlaceRules, Rules, Schema, SectionSpec

RULES: dict[str, Rules] = {
    "who": EntityRules(kinds=dict.fromkeys(("armed_group", "state", "person"), "")),
    "where": PlaceRules(),
    "strength": EstimateRules(
        measures=tuple(Measure(m, "") for m in ("personnel", "killed", "civilians", "area")), nouns=()
    ),
    "tactics": ClaimRules(labels=dict.fromkeys(("tunnels", "air strikes", "hit and run"), ""), cues=()),
    "outlook": ClaimRules(labels={"resurgence": ""}, cues=()),
}
SCHEMA = Schema(
    name="conflict",
    sections=tuple(SectionSpec(n, n.title(), kind, f"about {n}", RULES[n]) for n, kind in SECTIONS.items()),
    names=(),
    digest="",
)


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    """Return a validator of reports of the sample's domain."""
    schema = report_schema(SCHEMA)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def _json(report: Report) -> Any:
    return json.loads(render(report, format="json"))


@pytest.mark.parametrize("brief", [True, False])
def test_a_rendered_report_is_valid(validator: jsonschema.Draft202012Validator, brief: bool) -> None:
    """What the JSON renderer writes, with and without a merged brief, is what the schema says."""
    validator.validate(_json(sample_report(brief=brief)))


def test_a_report_without_articles_is_valid(validator: jsonschema.Draft202012Validator) -> None:
    """A run in which every article failed still writes a valid report."""
    validator.validate(_json(sample_report(brief=False).model_copy(update={"articles": ()})))


def test_new_keys_are_allowed(validator: jsonschema.Draft202012Validator) -> None:
    """A key that a later release adds does not make a report invalid."""
    data = _json(sample_report())
    data["later"] = data["articles"][0]["later"] = 1
    validator.validate(data)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), 2),
        (("schema",), "floods"),
        (("sections", "who"), "claims"),
        (("articles", 0, "who", 0, "kind"), "spirit"),
        (("articles", 0, "strength", 0, "measure"), "morale"),
        (("articles", 0, "strength", 0, "qualifier"), "rather"),
        (("articles", 0, "tactics", 0, "label"), "magic"),
        (("articles", 0, "article", "text"), None),
        (("brief", "strength", 0, "status"), "true"),
        (("brief", "strength", 0, "measure"), "morale"),
        (("brief", "strength", 0, "estimates", 0, "measure"), "morale"),
        (("brief", "who", 0, "mentions"), "many"),
    ],
)
def test_what_no_report_holds_is_refused(
    validator: jsonschema.Draft202012Validator, path: tuple[Any, ...], value: Any
) -> None:
    """Each closed list and type of the contract is in the schema."""
    data = _json(sample_report())
    node = data
    for key in path[:-1]:
        node = node[key]
    assert path[-1] in node or isinstance(node, list)
    node[path[-1]] = value
    assert not validator.is_valid(data)


@pytest.mark.parametrize("path", [(), ("articles", 0), ("articles", 0, "article"), ("brief",), ("run",)])
def test_no_key_of_the_contract_may_be_missing(
    validator: jsonschema.Draft202012Validator, path: tuple[Any, ...]
) -> None:
    """Every key that a report has is required, so that tools need not ask whether it is there."""
    whole = _json(sample_report())
    node = whole
    for key in path:
        node = node[key]
    for key in list(node):
        kept = node.pop(key)
        assert not validator.is_valid(whole), key
        node[key] = kept


def test_hostile_text_changes_no_structure(validator: jsonschema.Draft202012Validator) -> None:
    """With hostile text in every free field only the closed lists find fault."""
    errors = list(validator.iter_errors(_json(hostile_report())))
    assert {e.absolute_path[-1] for e in errors} == {"label", "brief"}


def test_internal_fields_are_not_in_the_contract() -> None:
    """Sentences and furniture of an article stay inside a run; sections carry their descriptions."""
    schema = report_schema(SCHEMA)
    assert set(schema["$defs"]["Article"]["properties"]) == set(articles()[0].article.model_dump())
    assert schema["$defs"]["ArticleBrief"]["properties"]["who"]["description"] == "about who"
    assert list(schema["properties"]) == list(_json(sample_report()))
