"""Finds the JSON in what a model wrote around it: fences, <think> blocks, a byte order mark, phrases before and after.

One thing is mended, a comma before a closing bracket, because nothing of the answer hangs on it. A brace that is never
closed means that the answer was cut, and there is no JSON then.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_THINK_OPEN, _THINK_CLOSE = "<think>", "</think>"
_BOM = "\ufeff"
# A few starts are enough: prose before the object seldom has braces, and each failed try reads on from its start.
_STARTS = 8
# A string is passed over whole, so that no comma inside one is touched; one that is never closed goes on to the end.
_STRING_OR_COMMA = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\\?\Z)|,(?=\s*[}\]])', re.DOTALL)


def json_objects(answer: str) -> Iterator[Any]:
    """Yield the JSON objects and arrays of an answer that are whole, in order, at most eight."""
    text = without_thoughts(answer).replace(_BOM, "").strip()
    found = False
    for value in _decoded(text):
        found = True
        yield value
    if not found and (mended := _STRING_OR_COMMA.sub(_keep_strings, text)) != text:
        yield from _decoded(mended)


def without_thoughts(text: str) -> str:
    """Drop what stands up to the last closing tag; an opening tag may be missing, as some chat templates write it."""
    _, closed, rest = text.rpartition(_THINK_CLOSE)
    if closed:
        return rest
    before, opened, _ = text.partition(_THINK_OPEN)
    return before if opened else text


def _decoded(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder()
    at = _next_start(text, 0)
    for _ in range(_STARTS):
        if at < 0:
            return
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            if getattr(error, "pos", 0) >= len(text) or "Unterminated string" in str(error):
                return  # cut: what stands inside is a piece of an answer, and none
            at = _next_start(text, at + 1)
        else:
            yield value
            at = _next_start(text, end)


def _next_start(text: str, at: int) -> int:
    return min((found for found in (text.find("{", at), text.find("[", at)) if found >= 0), default=-1)


def _keep_strings(match: re.Match[str]) -> str:
    return "" if match.group() == "," else match.group()
