"""The report as JSON, and back: the public contract that tools read."""

from __future__ import annotations

from pathlib import Path

from summarizer.models import Report
from summarizer.report_files import to_json

__all__ = ["load_report", "render_json", "save_report", "to_json"]


def render_json(report: Report, *, width: int, color: bool, unicode: bool) -> str:  # noqa: ARG001
    """Return a report as JSON by the contract, keys in its order; layout options change nothing."""
    return to_json(report)


def save_report(report: Report, path: str | Path) -> None:
    """Write a report as JSON; see `Report.save`."""
    report.save(path)


def load_report(path: str | Path) -> Report:
    """Read a report back; see `Report.load`."""
    return Report.load(path)
