"""Finds every regular expression of the package, sees how it is used, and makes strings against it."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = "aA1 \n\t.,-'\"([)]“”’_/:;%&|*#<>=@é中0zZ"
UNBOUNDED = 8  # repeats; what may repeat no more often costs the same everywhere

_SEARCHES = frozenset({"search", "finditer", "findall", "split"})
_REPLACES = frozenset({"sub", "subn"})
_MATCHES = frozenset({"match", "fullmatch"})
_CATEGORIES: Mapping[str, str] = MappingProxyType({
    "CATEGORY_WORD": r"\w", "CATEGORY_NOT_WORD": r"\W", "CATEGORY_SPACE": r"\s", "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_DIGIT": r"\d", "CATEGORY_NOT_DIGIT": r"\D",
})  # fmt: skip

Pumps = dict[tuple[str, str], None]
"""What stands before a repeat, and what it repeats, in the order of finding."""


class Spy:
    """A compiled pattern that notes how it is used: whether it searches, and through how much text at once."""

    def __init__(self, pattern: re.Pattern[str], module: str) -> None:
        self.made, self.module = pattern, module
        self.searched = self.matched = 0
        self.names: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        """Return what the pattern has; its methods note what they are given."""
        found = getattr(self.made, name)
        if name not in _SEARCHES | _REPLACES | _MATCHES:
            return found

        def call(*args: Any, **options: Any) -> Any:
            text, *ends = args[1:2] if name in _REPLACES else args if name != "split" else args[:1]
            start, end = [*ends, *(0, len(text))[len(ends) :]][:2]
            reach = min(end, len(text)) - start
            if name in _MATCHES:
                self.matched = max(self.matched, reach)
            else:
                self.searched = max(self.searched, reach)
            return found(*args, **options)

        return call


def spied_patterns(use: Callable[[], None]) -> list[Spy]:
    """Return each pattern that the package compiles, when imported and while `use` uses it, and how that was."""
    found: dict[tuple[str, int], Spy] = {}
    plain_compile = re.compile

    def note(pattern: Any, flags: Any = 0) -> Any:
        made = plain_compile(pattern, flags)
        frame = sys._getframe(1)
        while frame.f_globals.get("__name__") == __name__ and frame.f_back is not None:
            frame = frame.f_back
        module = str(frame.f_globals.get("__name__"))
        if not module.startswith("summarizer") or not isinstance(made.pattern, str):
            return made
        return found.setdefault((made.pattern, made.flags), Spy(made, module))

    def noting(name: str) -> Callable[..., Any]:
        def call(pattern: Any, *args: Any, **options: Any) -> Any:
            flags = options.pop("flags", 0)
            return getattr(note(pattern, flags) if isinstance(pattern, str) else pattern, name)(*args, **options)

        return call

    re.compile = note
    importlib.import_module("summarizer.late_patterns").late_pattern = note  # what no run needs is looked at too
    for name in ("search", "match", "fullmatch", "split", "findall", "finditer", "sub"):
        setattr(re, name, noting(name))
    _import_all()
    use()
    _note_names(found.values())
    return list(found.values())


def _import_all() -> None:
    import summarizer

    for module in pkgutil.walk_packages(summarizer.__path__, "summarizer."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def _note_names(spies: Iterable[Spy]) -> None:
    """Note under which names the modules hold the patterns."""
    listed = {id(spy): spy for spy in spies}
    for name, module in list(sys.modules.items()):
        for held, value in vars(module).items() if name.startswith("summarizer") else ():
            if id(value) in listed:
                listed[id(value)].names.add(held)


def only_matches(spy: Spy) -> bool:
    """Whether the source uses a pattern for matching at a place alone, and never to search."""
    own = ROOT / (spy.module.replace(".", "/") + ".py")
    private = own.is_file() and all(name.startswith("_") for name in spy.names)
    files = [own] if private else sorted((ROOT / "summarizer").rglob("*.py"))
    source = "\n".join(path.read_text("utf-8") for path in files)
    used = {method for name in spy.names for method in re.findall(rf"\b{name}\.(\w+)\(", source)}
    return bool(used) and used <= _MATCHES


def attacks(pattern: re.Pattern[str]) -> list[Callable[[int], str]]:
    """Return makers of strings on which a pattern could try much and find nothing: what it repeats, and nearly so."""
    parser = importlib.import_module("re._parser")
    pumps: Pumps = {}
    _witness(parser.parse(pattern.pattern, pattern.flags), "", pumps)
    if not pumps:
        return []
    units = dict.fromkeys([*(unit for _, unit in pumps), " ", "a", "a ", "1", "\n", "a, "])
    makers = [_repeating("", unit, "") for unit in units]
    for before, unit in pumps:
        makers += [_repeating(before, unit, end) for end in ("", "\x00!")]
        makers += [_repeating("", before + unit * 3, "")] if before else []
    return makers


def _repeating(before: str, unit: str, after: str) -> Callable[[int], str]:
    return lambda size: before + unit * (size // len(unit)) + after


def _witness(items: Iterable[Any], before: str, pumps: Pumps) -> str:
    """Return a string that some parsed items match; note what stands before each repeat, and what it repeats."""
    made = ""
    for op, value in items:
        name, here = str(op), before + made
        if name in ("LITERAL", "NOT_LITERAL"):
            made += chr(value) if name == "LITERAL" else next(c for c in SAMPLE if ord(c) != value)
        elif name in ("IN", "ANY"):
            made += _members(value)[:1] if name == "IN" else "a"
        elif name == "BRANCH":
            made += max([_witness(option, here, pumps) for option in value[1]][:4], key=len)
        elif name in ("SUBPATTERN", "ATOMIC_GROUP"):
            made += _witness(value[3] if name == "SUBPATTERN" else value, here, pumps)
        elif name in ("ASSERT", "ASSERT_NOT"):
            _witness(value[1], here, pumps)
        elif name.endswith("_REPEAT"):
            least, most, inner = value
            one = _witness(inner, here, pumps)
            pumps.update(dict.fromkeys((here, unit) for unit in (_units(inner, one) if int(most) > UNBOUNDED else ())))
            made += one * max(1, least) if most else ""
    return made


def _units(inner: Any, one: str) -> Iterator[str]:
    """Yield what a repeat may repeat: one string, or some of the characters of a class."""
    if len(inner) == 1 and str(inner[0][0]) == "IN":
        members = _members(inner[0][1])
        yield from (*members[:4], members[:2])
    elif len(inner) == 1 and str(inner[0][0]) == "BRANCH":
        yield from (made for option in inner[0][1][1][:4] if (made := _witness(option, "", {})))
    if one:
        yield one


def _members(listed: Sequence[tuple[Any, Any]]) -> str:
    """Return characters of a class."""
    text, known, negated = "", "", False
    for op, value in listed:
        name = str(op)
        if name == "NEGATE":
            negated = True
        elif name == "LITERAL":
            text, known = text + re.escape(chr(value)), known + chr(value)
        elif name == "RANGE":
            text += f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
        else:
            text += _CATEGORIES[str(value)]
    one = re.compile(f"[{'^' if negated else ''}{text}]")
    return "".join(dict.fromkeys([c for c in SAMPLE if one.match(c)] + ([] if negated else [*known]))) or "a"
