"""Forms of closed choices are what pydantic would make of them, and take what it would take."""

from __future__ import annotations

import json
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError, create_model

from summarizer.backends.asking import AnswerModel, pydantic_model
from summarizer.backends.posting import Node
from summarizer.backends.shapes import ClosedForm

_WORDS = st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=4, unique=True)
_FIELDS = st.dictionaries(st.sampled_from(["measure", "holder", "place"]), _WORDS, min_size=1)
FORMS = st.dictionaries(st.from_regex(r"[NS][1-9][0-9]?", fullmatch=True), _FIELDS, min_size=1, max_size=5)


def by_pydantic(items: dict[str, dict[str, list[str]]]) -> type[AnswerModel]:
    """Return what pydantic makes of a form."""
    outer: dict[str, Any] = {}
    for tag, fields in items.items():
        inner: dict[str, Any] = {f: (Literal[tuple(c)], ...) for f, c in fields.items()}
        outer[tag] = (create_model(tag, __base__=AnswerModel, **inner), ...)
    return create_model("numbers", __base__=AnswerModel, **outer)


@given(FORMS)
def test_the_schema_is_pydantics_own(items: dict[str, dict[str, list[str]]]) -> None:
    """Every key in the same place, for the keys' order is part of what a model reads."""
    assert json.dumps(ClosedForm("numbers", items).model_json_schema()) == json.dumps(
        by_pydantic(items).model_json_schema()
    )


@given(FORMS, st.data())
def test_it_takes_what_pydantic_takes(items: dict[str, dict[str, list[str]]], data: st.DataObject) -> None:
    """Answers that fit come out alike, with keys too many left out; the others are refused in the same places."""
    form, model = ClosedForm("numbers", items), by_pydantic(items)
    value: dict[str, Any] = {
        tag: {f: data.draw(st.sampled_from([*c, "no such choice"])) for f, c in fields.items()} | {"because": "so"}
        for tag, fields in items.items()
    }
    if data.draw(st.booleans()):
        value.pop(next(iter(value)))
    text = json.dumps(value)
    try:
        expected = model.model_validate(value).model_dump_json()
    except ValidationError as error:
        places = [e["loc"] for e in error.errors()]
        for check, given_value in ((form.model_validate, value), (form.model_validate_json, text)):
            with pytest.raises(ValidationError) as caught:
                check(given_value)  # type: ignore[operator]
            assert [e["loc"] for e in caught.value.errors()] == places
    else:
        assert json.loads(form.model_validate(value).model_dump_json()) == json.loads(expected)
        assert json.loads(form.model_validate_json(text).model_dump_json()) == json.loads(expected)


@given(FORMS)
def test_libraries_get_a_model_of_the_same(items: dict[str, dict[str, list[str]]]) -> None:
    """What takes pydantic models only is given one with the same schema."""
    form = ClosedForm("numbers", items)
    model = pydantic_model(form)
    assert model.__name__ == "numbers"
    assert model.model_json_schema() == form.model_json_schema()
    assert list(model.model_fields) == list(form.model_fields)


def test_json_objects_read_like_completions() -> None:
    """Keys are attributes, one that is missing is none, and all of it is JSON as before."""
    read = json.loads('{"choices":[{"message":{"content":"x"}}],"detail":"y"}', object_hook=Node)
    assert read.choices[0].message.content == "x"
    assert read.choices[0].message.refusal is None
    assert read.usage is None
    assert read.model_extra["detail"] == "y"
    assert json.loads(json.dumps(read)) == read
    assert getattr(read, "__len__")() == 2  # noqa: B009  the methods of a dict stay
    with pytest.raises(AttributeError):
        _ = read.__wrapped__
