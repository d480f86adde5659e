"""Answers of closed choices, which nearly all are, without a pydantic model for each question.

Each question has choices of its own. pydantic takes some five milliseconds to make nested models of them, their
validator and their JSON Schema, which is as long as marking takes for a third of an article; pydantic's own core takes
a tenth of one, if it is told at once what to validate.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeVar

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import SchemaValidator

    Model = TypeVar("Model", bound=BaseModel)

Choices = Mapping[str, Mapping[str, Sequence[str]]]
"""Item to field to what may be answered."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """An answer that fits: item to field to what was chosen."""

    value: Mapping[str, Mapping[str, str]]

    def model_dump_json(self) -> str:
        """Return it as minified JSON."""
        return json.dumps(self.value, ensure_ascii=False, separators=(",", ":"))


class ClosedForm:
    """A form of answers: each item has to be there, and each of its fields, with one of its choices.

    It answers to the names of those methods of a pydantic model that questions need.
    """

    def __init__(self, name: str, items: Choices) -> None:
        """Call the form by `name`, as tools are called."""
        self.__name__ = name
        self._items = items
        self._schema: dict[str, Any] | None = None
        self._validator: SchemaValidator | None = None

    @property
    def model_fields(self) -> Choices:
        """The items."""
        return self._items

    def model_json_schema(self) -> dict[str, Any]:
        """Return the JSON Schema as pydantic would write it: made once, and not to be changed."""
        if self._schema is None:
            defs = {tag: _closed({f: _one_of(c) for f, c in self._items[tag].items()}) for tag in sorted(self._items)}
            items = _closed({tag: {"$ref": f"#/$defs/{tag}"} for tag in self._items})
            self._schema = ({"$defs": defs} if defs else {}) | items | {"title": self.__name__}
        return self._schema

    def model_validate(self, obj: Any) -> Chosen:
        """Return the answer that a value holds; keys too many are left out.

        Raises:
            ValidationError: it does not fit.
        """
        return Chosen(self._validating().validate_python(obj))

    def model_validate_json(self, json_data: str) -> Chosen:
        """Return the answer that a JSON text holds; raises as `model_validate`."""
        return Chosen(self._validating().validate_json(json_data))

    def as_model(self, base: type[Model]) -> type[Model]:
        """Return a pydantic model of the same, for libraries that take nothing else."""
        from pydantic import create_model

        def made(name: str, fields: dict[str, Any]) -> type[Model]:
            model: type[Model] = create_model(name, __base__=base, **fields)
            return model

        inner = {
            tag: made(tag, {f: (Literal[tuple(c)], ...) for f, c in fields.items()})
            for tag, fields in self._items.items()
        }
        return made(self.__name__, {tag: (model, ...) for tag, model in inner.items()})

    def _validating(self) -> SchemaValidator:
        if self._validator is None:
            from pydantic_core import SchemaValidator, core_schema

            def required(fields: Mapping[str, Any]) -> Any:
                made = {name: core_schema.typed_dict_field(inner) for name, inner in fields.items()}
                return core_schema.typed_dict_schema(made)

            literals = {
                tag: required({f: core_schema.literal_schema(list(c)) for f, c in fields.items()})
                for tag, fields in self._items.items()
            }
            self._validator = SchemaValidator(required(literals))
        return self._validator


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    required = list(properties)
    return {"properties": properties, "required": required, "type": "object", "additionalProperties": False}


def _one_of(choices: Sequence[str]) -> dict[str, Any]:
    one = {"const": choices[0]} if len(choices) == 1 else {"enum": list(choices)}
    return {**one, "type": "string"}
