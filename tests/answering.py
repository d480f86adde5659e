"""Answers that fit whatever is asked, the same for the same question, and ways to hold them back."""

from __future__ import annotations

import json
import random
import threading
from collections.abc import Callable
from typing import Any

from fake_server import Body, Reply, said

# How long a held answer waits for others to come before it is let go.
_PATIENCE = 0.05


def fitting(schema: Any, defs: Any, draw: random.Random) -> Any:
    """Return a value that a JSON Schema allows; lists are as short as they may be."""
    if "$ref" in schema:
        return fitting(defs[schema["$ref"].rpartition("/")[2]], defs, draw)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return draw.choice(schema["enum"])
    if "anyOf" in schema:
        return fitting(schema["anyOf"][0], defs, draw)
    if schema.get("type") == "object":
        return {name: fitting(inner, defs, draw) for name, inner in schema.get("properties", {}).items()}
    if schema.get("type") == "array":
        return [fitting(schema["items"], defs, draw) for _ in range(schema.get("minItems", 0))]
    return {"integer": 1, "number": 1, "boolean": True}.get(schema.get("type"), "nothing")


def plausible(body: Body) -> Reply:
    """Return an answer that fits the question's schema; equal questions get equal answers."""
    schema = body["response_format"]["json_schema"]["schema"]
    draw = random.Random(json.dumps(body["messages"]))
    return said(json.dumps(fitting(schema, schema.get("$defs", {}), draw)))


class Shuffled:
    """A script that lets answers go in an order of chance: it holds them until `width` wait or no more come."""

    def __init__(self, seed: int, *, width: int = 4, inner: Callable[[Body], Reply] = plausible) -> None:
        self.draw = random.Random(seed)
        self.width = width
        self.inner = inner
        self.most_at_once = 0
        self.waiting: list[object] = []
        self.change = threading.Condition()

    def __call__(self, body: Body) -> Reply:
        """Wait for being drawn, then answer."""
        ticket = object()
        with self.change:
            self.waiting.append(ticket)
            self.most_at_once = max(self.most_at_once, len(self.waiting))
            self.change.notify_all()
            while ticket in self.waiting:
                full = self.change.wait_for(lambda: len(self.waiting) >= self.width, _PATIENCE)
                if ticket in self.waiting and (full or self.waiting[0] is ticket):
                    self.waiting.remove(self.draw.choice(self.waiting))
                    self.change.notify_all()
        return self.inner(body)


class Held:
    """A script that answers the first `let` questions and then holds all others back until `release`."""

    def __init__(self, let: int) -> None:
        self.let = let
        self.answered: list[str] = []
        self.holds = threading.Event()
        self.gone = threading.Event()
        self.lock = threading.Lock()

    def __call__(self, body: Body) -> Reply:
        """Answer, or wait until it is over."""
        with self.lock:
            may = len(self.answered) < self.let
            if may:
                self.answered.append(json.dumps(body["messages"]))
        if may:
            return plausible(body)
        self.holds.set()
        self.gone.wait(60)
        return Reply(hang_up=True)

    def release(self) -> None:
        """Let those go that wait, without an answer."""
        self.gone.set()
