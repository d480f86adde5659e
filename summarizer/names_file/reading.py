"""Reads a names file: TOML in, lines checked one by one, whatever is wrong said with the entry and the mend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summarizer.errors import UsageError
from summarizer.folding import fold
from summarizer.names_file.contradictions import contradictions

SECTIONS = ("join", "split", "ignore", "rename", "kind")
# The headings of a schema's names.toml, which a user may have taken for a pattern.
_OF_A_SCHEMA = ("entity", "place")
# More of what is wrong than this is mended in a second round.
_FAULTS_SHOWN = 5
_QUOTES = 'names stand in double quotes, such as "U.S. forces"'


@dataclass(frozen=True)
class NamesFile:
    """What a names file says, in the words of its user, in the order of the file. `source` is the file's name."""

    source: str
    join: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    split: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ignore: Mapping[str, str] = field(default_factory=dict)
    rename: Mapping[str, str] = field(default_factory=dict)
    kind: Mapping[str, str] = field(default_factory=dict)

    @property
    def entries(self) -> int:
        """How many lines it has."""
        return sum(len(getattr(self, section)) for section in SECTIONS)


def read_names(path: Path) -> NamesFile:
    """Return what a names file says.

    Raises:
        UsageError: the file cannot be read, or an entry cannot hold; the message names the entry and the mend.
    """
    return parse_names(read_text(path), str(path))


def read_text(path: Path) -> str:
    """Return the text of a names file.

    Raises:
        UsageError: there is no such file, or it cannot be read.
    """
    try:
        return path.read_text("utf-8-sig")  # some editors put a mark before the first character
    except FileNotFoundError as error:
        raise UsageError(f"no names file {path}: create it, or leave --names out") from error
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror or error}; mend its rights or name another"
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not in UTF-8 (byte {error.start}): save it again as UTF-8") from error


def parse_names(text: str, called: str) -> NamesFile:
    """Return what the text of a names file says; `called` is its path, for messages.

    Raises:
        UsageError: it is no TOML, or an entry cannot hold.
    """
    import tomllib  # late: most runs read no such file

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{called} cannot be read as TOML: {error}; {_QUOTES}") from error
    faults = list(_misplaced(data))
    read = _Lines(faults)
    tables = {section: data[section] for section in SECTIONS if isinstance(data.get(section), Mapping)}
    found = NamesFile(
        source=Path(called).name,
        join={n: read.listed("join", n, v) for n, v in tables.get("join", {}).items()},
        split={n: read.listed("split", n, v) for n, v in tables.get("split", {}).items()},
        ignore={n: read.reason(n, v) for n, v in tables.get("ignore", {}).items()},
        rename={n: read.one("rename", n, v) for n, v in tables.get("rename", {}).items()},
        kind={n: read.one("kind", n, v) for n, v in tables.get("kind", {}).items()},
    )
    # What is no name contradicts nothing.
    _refuse(called, faults or list(contradictions(found)))
    return found


def _refuse(called: str, faults: list[str]) -> None:
    if faults:
        more = f" (and {len(faults) - _FAULTS_SHOWN} more)" if len(faults) > _FAULTS_SHOWN else ""
        raise UsageError(f"{called}: {'; '.join(faults[:_FAULTS_SHOWN])}{more}")


def _misplaced(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield what stands where nothing can stand: unknown sections, lines outside of all."""
    known = ", ".join(f"[{s}]" for s in SECTIONS)
    for name, value in data.items():
        if name in SECTIONS:
            if not isinstance(value, Mapping):
                yield f"“{name}” is a heading and stands in brackets on a line of its own: [{name}]"
        elif name in _OF_A_SCHEMA:
            yield f"[[{name}]] is how a schema lists names; here write under [join] name = [its other forms]"
        elif isinstance(value, Mapping) or (isinstance(value, list) and value and isinstance(value[0], Mapping)):
            near = _near(name)
            yield f"[{name}] is no section" + (f", did you mean [{near}]?" if near else f": there are {known}")
        else:
            yield f"“{name}” stands under no section: put a heading above it, one of {known}"


def _near(name: str) -> str | None:
    from difflib import get_close_matches  # late: only where something is misspelt

    return next(iter(get_close_matches(name.lower(), SECTIONS, n=1)), None)


class _Lines:
    """Reads the right side of each line; what does not fit goes to the faults."""

    def __init__(self, faults: list[str]) -> None:
        self._faults = faults

    def listed(self, section: str, name: str, value: Any) -> tuple[str, ...]:
        """Return the names on the right of a line."""
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
            self._fault(section, name, value, 'has a list of names on its right: ["one", "another"]')
            return ()
        if not values or not all(map(_is_name, (name, *values))):
            self._faults.append(f"[{section}] “{name}” is empty, or one of its names is: fill it in or take it out")
            return ()
        return tuple(dict.fromkeys(values))

    def one(self, section: str, name: str, value: Any) -> str:
        """Return the one text on the right of a line."""
        if not isinstance(value, str):
            self._fault(section, name, value, 'has one text on its right: "..."')
        elif not (_is_name(name) and value.strip()):
            self._faults.append(f"[{section}] “{name}” = “{value}” is empty: fill it in or take it out")
        else:
            return " ".join(value.split())
        return ""

    def reason(self, name: str, value: Any) -> str:
        """Return why a name is ignored, "" where only true is said."""
        if isinstance(value, str) or value is True:
            if not _is_name(name):
                self._faults.append(f"[ignore] “{name}” is no name: fill it in or take it out")
            return " ".join(value.split()) if isinstance(value, str) else ""
        self._fault("ignore", name, value, 'has on its right why, "..." or true')
        return ""

    def _fault(self, section: str, name: str, value: Any, fits: str) -> None:
        if isinstance(value, Mapping):
            self._faults.append(f"[{section}] “{name}” is cut at a dot: {_QUOTES}")
        else:
            self._faults.append(f"[{section}] “{name}” {fits}")


def _is_name(form: str) -> bool:
    return bool(fold(form))
