"""Which version this is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def package_version() -> str:
    """Return the installed version; "0+unknown" in a bare checkout."""
    try:
        return version("article-summarizer")
    except PackageNotFoundError:
        return "0+unknown"
