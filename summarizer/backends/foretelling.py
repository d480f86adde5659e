"""Counts what would be asked, and sends nothing.

A question gets the answer that changes least, "none" wherever that can be chosen, so that the run goes on to the next
one. What a server would have to be asked again is not foretold.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from summarizer.backends.asking import Answer, AnswerError, Question
from summarizer.backends.base import Usage
from summarizer.backends.caching import DiskStore, Store, has_answers
from summarizer.backends.gauging import Gauge
from summarizer.backends.measuring import tokens

# Names are longer than "none", and most models put a space here and there.
_LONGER = 1.4


class Foretelling:
    """An asker that takes no answer from anybody. `usage` gets what a server would have counted, by estimate."""

    def __init__(self, usage: Usage) -> None:
        """Count into `usage`."""
        self._usage = usage
        self._gauge = Gauge()

    async def ask(self, question: Question) -> Answer:
        """Return an answer that says nothing.

        Raises:
            AnswerError: there is none for this question.
        """
        schema = question.answer.model_json_schema()
        text = json.dumps(blank(schema, schema.get("$defs", {})), separators=(",", ":"))
        written = min(question.max_tokens, round(tokens(text) * _LONGER))
        if '"array"' in json.dumps(schema):
            written = max(written, question.max_tokens // 2)  # how many there will be is open
        read = self._gauge.expected(question)
        self._usage.called(question.article, read, written, counted=False)
        try:
            question.answer.model_validate_json(text)
        except ValidationError as error:
            raise AnswerError("nothing was asked") from error
        return Answer(text, read, written)

    async def close(self) -> None:
        """Hold nothing open."""


class Overlay:
    """A store that reads from another one and keeps what is new for this run only."""

    def __init__(self, below: Store | None) -> None:
        """Read from `below` where there is one."""
        self._below = below
        self._kept: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        """Return the text, None where there is none."""
        return self._kept.get(key) or (self._below.get(key) if self._below else None)

    def put(self, key: str, text: str) -> None:
        """Keep the text until the run ends."""
        self._kept[key] = text

    def close(self) -> None:
        """Close the store below."""
        if self._below:
            self._below.close()


def stored_only(folder: Path) -> Overlay:
    """Return what the cache in a folder holds, and keep nothing there; no cache is made."""
    return Overlay(DiskStore(folder) if has_answers(folder) else None)


def blank(node: Mapping[str, Any], defs: Mapping[str, Any]) -> Any:
    """Return the value that a JSON Schema allows and that says least."""
    if ref := node.get("$ref"):
        return blank(defs[str(ref).rpartition("/")[2]], defs)
    if "const" in node:
        return node["const"]
    if choices := node.get("enum"):
        return "none" if "none" in choices else choices[-1]
    if node.get("anyOf"):
        return blank(node["anyOf"][-1], defs)
    if node.get("type") == "object":
        return {name: blank(inner, defs) for name, inner in node.get("properties", {}).items()}
    if node.get("type") == "array":
        return [blank(node["items"], defs)] * int(node.get("minItems", 0))
    return {"integer": 0, "number": 0, "boolean": False, "null": None}.get(str(node.get("type")), "")
