"""The report as JSON, and back: the public contract that tools read."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from summarizer.errors import UsageError
from summarizer.models import JSON_VERSION, Report

# More than this much of what is wrong with a file helps nobody.
_FAULTS_SHOWN = 3


def render_json(report: Report, *, width: int, color: bool, unicode: bool) -> str:  # noqa: ARG001
    """Return a report as JSON by the contract, keys in its order; layout options change nothing."""
    return to_json(report)


def to_json(report: Report) -> str:
    """Return a report as JSON, the same bytes for the same report, with a newline at the end."""
    text = json.dumps(report.model_dump(mode="json", by_alias=True), indent=2, ensure_ascii=False) + "\n"
    # A path may hold bytes that are no UTF-8, read as lone surrogates: no file takes them, but JSON can spell them.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def save_report(report: Report, path: str | Path) -> None:
    """Write a report as JSON.

    Raises:
        UsageError: the file cannot be written; the message says why.
    """
    try:
        Path(path).write_text(to_json(report), "utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}; choose another place") from error


def load_report(path: str | Path) -> Report:
    """Read a report that `--format json` or `save_report` wrote.

    Raises:
        UsageError: the file cannot be read, is no report, or is of a version that this program does not know.
    """
    mend = "give a file that `summarize --format json` wrote"
    try:
        data = json.loads(Path(path).read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}; {mend}") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path} is no JSON: {error}; {mend}") from error
    if not isinstance(data, dict) or "version" not in data or "articles" not in data:
        raise UsageError(f"{path} is JSON, but no report; {mend}")
    if data["version"] != JSON_VERSION:
        raise UsageError(
            f"{path} is a report of version {data['version']!r}, and this program reads version {JSON_VERSION}: "
            "use the program that wrote it, or make the report again"
        )
    try:
        return Report.model_validate(data)
    except ValidationError as error:
        raise UsageError(f"{path} is a broken report: {_faults(error)}; make it again") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise UsageError(f"{path} is a broken report: {error}; make it again") from error


def _faults(error: ValidationError) -> str:
    faults = [f"{'.'.join(map(str, e['loc'])) or 'report'}: {e['msg']}" for e in error.errors()]
    more = len(faults) - _FAULTS_SHOWN
    return "; ".join(faults[:_FAULTS_SHOWN]) + (f" and {more} more" if more > 0 else "")
