"""Reports as JSON files: the bytes of the public contract, written whole and read with words for what is wrong.

Knows no report: it is handed the model and the version, so that `models.Report` can offer `save` and `load` itself.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from summarizer.errors import UsageError

# More than this much of what is wrong with a file helps nobody.
_FAULTS_SHOWN = 3
_MEND = "give a file that `summarize --format json` wrote"

R = TypeVar("R", bound=BaseModel)


def to_json(report: BaseModel) -> str:
    """Return a report as JSON, the same bytes for the same report, with a newline at the end."""
    text = json.dumps(report.model_dump(mode="json", by_alias=True), indent=2, ensure_ascii=False) + "\n"
    # A path may hold bytes that are no UTF-8, read as lone surrogates: no file takes them, but JSON can spell them.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def write_report(report: BaseModel, path: str | Path) -> None:
    """Write a report as JSON.

    Raises:
        UsageError: the file cannot be written; the message says why.
    """
    try:
        Path(path).write_text(to_json(report), "utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}; choose another place") from error


def read_report(path: str | Path, model: type[R], *, version: int) -> R:
    """Read a report that `--format json` or `write_report` wrote.

    Args:
        path: the file.
        model: what a report is.
        version: the version of the contract that `model` reads.

    Raises:
        UsageError: the file cannot be read, is no report, or is of another version.
    """
    try:
        data = json.loads(Path(path).read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}; {_MEND}") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path} is no JSON: {error}; {_MEND}") from error
    if not isinstance(data, dict) or "version" not in data or "articles" not in data:
        raise UsageError(f"{path} is JSON, but no report; {_MEND}")
    if data["version"] != version:
        raise UsageError(
            f"{path} is a report of version {data['version']!r}, and this program reads version {version}: "
            "use the program that wrote it, or make the report again"
        )
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise UsageError(f"{path} is a broken report: {_faults(error)}; make it again") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise UsageError(f"{path} is a broken report: {error}; make it again") from error


def _faults(error: ValidationError) -> str:
    faults = [f"{'.'.join(map(str, e['loc'])) or 'report'}: {e['msg']}" for e in error.errors()]
    more = len(faults) - _FAULTS_SHOWN
    return "; ".join(faults[:_FAULTS_SHOWN]) + (f" and {more} more" if more > 0 else "")
