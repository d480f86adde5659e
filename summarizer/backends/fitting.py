"""Makes an answer fit its model where nothing but the packing is wrong: what small models and odd servers do to JSON.

The schema comes back with the answer in it, or the answer comes wrapped in the schema's name, in a list, or as JSON
inside a string; a choice is written with another case, as a number, or in a list of one. A choice that is on no list
stays wrong: nothing here guesses.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from pydantic import ValidationError

from summarizer.backends.asking import AnswerForm, Filled

# What stands around an answer is at most so deep: {"answer": {"numbers": {...}}}.
_DEPTH = 3
_NONE = "none"
# Keys under which a choice may be wrapped: {"N1": {"value": "killed"}}, {"N1": {"const": "killed"}}.
_VALUE_KEYS = ("value", "answer", "const", "default", "enum")
_SPACES = re.compile(r"[\s_]+")

Node = Mapping[str, Any]


def fit(found: Iterable[Any], model: AnswerForm) -> Filled | ValidationError | None:
    """Return the first of the found values that fits the model, else the complaint about the first; None for none."""
    schema = model.model_json_schema()
    complaint: ValidationError | None = None
    for value in found:
        for inner in _unwrapped(value, model.__name__, _DEPTH):
            # As it is first: most answers fit, and looking each choice up takes longer than that.
            with suppress(ValidationError):
                return model.model_validate(inner)
            try:
                return model.model_validate(_coerced(inner, schema, schema.get("$defs", {})))
            except ValidationError as error:
                complaint = complaint or error
    return complaint


def _unwrapped(value: Any, name: str, depth: int) -> Iterator[Any]:
    """Yield a value, then what it may be wrapped around: under a name, in a schema, in a list, in a string."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            return
    if isinstance(value, list):
        inner = value if len(value) == 1 else []
    elif isinstance(value, dict):
        yield value
        named = [v for k, v in value.items() if k.lower() in (name.lower(), "properties", "arguments", "parameters")]
        inner = named or (list(value.values()) if len(value) == 1 else [])
    else:
        return
    if depth:
        for one in inner:
            yield from _unwrapped(one, name, depth - 1)


def _coerced(value: Any, node: Node, defs: Mapping[str, Node]) -> Any:
    """Return a value as its part of the schema spells it; as it is where it does not fit."""
    if ref := node.get("$ref"):
        node = defs.get(str(ref).rpartition("/")[2], {})
    choices = node.get("enum") or ([node["const"]] if "const" in node else None)
    if choices:
        return _choice(value, choices)
    if isinstance(value, dict) and "properties" in node:
        return _object(value, node["properties"], defs)
    if node.get("type") == "array" and "items" in node:
        return [_coerced(v, node["items"], defs) for v in (value if isinstance(value, list) else [value])]
    if node.get("type") == "string" and isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value


def _object(value: Mapping[str, Any], properties: Mapping[str, Node], defs: Mapping[str, Node]) -> dict[str, Any]:
    exact = {k: v for k, v in value.items() if k in properties}
    folded = {_folded(k): v for k, v in value.items()}
    picked = {k: exact.get(k, folded.get(_folded(k), _ABSENT)) for k in properties}
    return {k: _coerced(v, properties[k], defs) for k, v in picked.items() if v is not _ABSENT}


def _choice(value: Any, choices: list[Any]) -> Any:
    if isinstance(value, list) and len(value) == 1:
        return _choice(value[0], choices)
    if isinstance(value, dict):
        inner = [value[k] for k in _VALUE_KEYS if k in value] or (list(value.values()) if len(value) == 1 else [])
        return _choice(inner[0], choices) if inner else value
    if value is None:
        return _NONE if _NONE in choices else value
    if value in choices:
        return value
    same = [c for c in choices if _folded(str(c)) == _folded(str(value))]
    return same[0] if len(same) == 1 else value


def _folded(text: str) -> str:
    return _SPACES.sub(" ", text).strip(" .\"'`[]").lower()


_ABSENT = object()
