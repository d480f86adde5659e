"""Finds the JSON in what a model wrote around it: fences, <think> blocks, a sentence before or after.

Nothing is repaired. A brace that is never closed means that the answer was cut, and there is no JSON then.
"""

from __future__ import annotations

import json

_THINK_OPEN, _THINK_CLOSE = "<think>", "</think>"


def json_text(answer: str) -> str | None:
    """Return the JSON object of an answer as it stands, None where there is none that is whole."""
    text = _without_thoughts(answer).strip()
    decoder = json.JSONDecoder()
    at = text.find("{")
    # A few starts are enough: prose before the object seldom has braces, and each failed try reads on from its start.
    for _ in range(_STARTS):
        if at < 0:
            return None
        try:
            _, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            at = text.find("{", at + 1)
        else:
            return text[at:end]
    return None


_STARTS = 8


def _without_thoughts(text: str) -> str:
    """Drop what stands up to the last closing tag; an opening tag may be missing, as some chat templates write it."""
    _, closed, rest = text.rpartition(_THINK_CLOSE)
    if closed:
        return rest
    before, opened, _ = text.partition(_THINK_OPEN)
    return before if opened else text
