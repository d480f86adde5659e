"""Looks at the machine: Python, how the package is installed, what it needs, and what stdout can show."""

from __future__ import annotations

import json
import platform
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution, version
from pathlib import Path

from summarizer.diagnosing.values import FAIL, OK, SKIP, WARN, Check
from summarizer.version import VERSION

PACKAGE = "article-summarizer"
OLDEST_PYTHON = (3, 11)
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)[^;>]*(?:>=\s*([\d.]+))?[^;]*(?:;(.*))?$")


def machine_checks(encoding: str) -> Iterator[Check]:
    """Yield what there is to say of the machine; `encoding` is that of stdout."""
    yield _python()
    found = _distribution()
    yield Check("summarize", OK, f"{VERSION}, {_kind(found)}")
    yield _packages(found)
    yield _extra(found)
    yield _output(encoding)


def _python() -> Check:
    said = f"{platform.python_version()} ({platform.python_implementation()}) at {sys.executable}"
    if sys.version_info < OLDEST_PYTHON:
        return Check("Python", FAIL, said, f"install Python {'.'.join(map(str, OLDEST_PYTHON))} or newer")
    return Check("Python", OK, said)


def _distribution() -> Distribution | None:
    """Return what is installed, None where this code runs from a checkout."""
    try:
        found = distribution(PACKAGE)
    except PackageNotFoundError:
        return None
    here = Path(__file__).resolve().parents[1]
    installed = Path(str(found.locate_file("summarizer"))).resolve()
    return found if here == installed or _editable(found) else None


def _kind(found: Distribution | None) -> str:
    here = Path(__file__).resolve().parents[2]
    if found is None:
        return f"from a checkout, not installed, in {here}"
    return f"installed as editable from {here}" if _editable(found) else f"installed in {here}"


def _editable(found: Distribution) -> bool:
    try:
        told = json.loads(found.read_text("direct_url.json") or "{}")
        return bool(told.get("dir_info", {}).get("editable"))
    except (ValueError, AttributeError):
        return False


def _packages(found: Distribution | None) -> Check:
    """Look whether what the package needs is there and new enough, as pip would have installed it."""
    if found is None:
        return Check("packages", SKIP, "not known: a checkout does not say what it needs", "")
    wrong = [fault for name, least, extra in _required(found) if not extra and (fault := _fault(name, least))]
    if wrong:
        return Check("packages", FAIL, "; ".join(wrong), f"python -m pip install --upgrade {PACKAGE}")
    return Check("packages", OK, "all that summarize needs is there and new enough")


def _extra(found: Distribution | None) -> Check:
    wanted = [(name, least) for name, least, extra in _required(found) if extra == "pdf"] if found else []
    missing = [name for name, least in wanted or [("cryptography", "")] if _fault(name, least)]
    if missing:
        return Check(
            "extra pdf", SKIP, f"{missing[0]} is not installed; only PDFs encrypted with AES need it", _pip("pdf")
        )
    return Check("extra pdf", OK, "installed: PDFs encrypted with AES are read")


def _pip(extra: str) -> str:
    return f"python -m pip install '{PACKAGE}[{extra}]', if you have such"


def _required(found: Distribution) -> Iterator[tuple[str, str, str]]:
    """Yield the name, the least version and the extra of each requirement."""
    for line in found.requires or []:
        if parts := _REQUIREMENT.match(line):
            extra = re.search(r"extra\s*==\s*['\"](\w+)['\"]", parts[3] or "")
            if parts[3] and not extra:
                continue  # for another Python or system, perhaps
            yield parts[1], parts[2] or "", extra[1] if extra else ""


def _fault(name: str, least: str) -> str:
    """Return what is wrong with an installed package, "" where nothing is."""
    try:
        there = version(name)
    except PackageNotFoundError:
        return f"{name} is not installed"
    if least and _numbers(there) < _numbers(least):
        return f"{name} is {there}, and {least} or newer is needed"
    return ""


def _numbers(version: str) -> tuple[int, ...]:
    numbers = [int(n) for n in re.findall(r"\d+", version.split("+")[0].split("rc")[0])]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def _output(encoding: str) -> Check:
    import locale

    name = encoding or "unknown"
    said = f"{name}, locale {locale.setlocale(locale.LC_CTYPE)}"
    if name.lower().replace("-", "").startswith("utf"):
        return Check("output", OK, said)
    return Check(
        "output", WARN, f"{said}: accents and signs are written in plain ASCII", "set PYTHONUTF8=1, or a UTF-8 locale"
    )
