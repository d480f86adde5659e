"""Looks at the cache of answers, without making or mending it."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from summarizer.backends.caching import answers_database
from summarizer.diagnosing.values import FAIL, OK, WARN, Check
from summarizer.settings import Settings

_OWNER_ONLY = 0o700
# A question for the database that takes milliseconds; a whole check of a large cache would take minutes.
_COUNT = "SELECT COUNT(*) FROM Cache"


def cache_check(settings: Settings, *, needed: bool) -> Check:
    """Return whether answers can be kept and read. Where no server is asked, nothing that is wrong stops a run."""
    folder = settings.resolved_cache_dir
    worst = FAIL if needed else WARN
    try:
        problem, notes = _state(folder)
    except OSError as error:
        problem, notes = f"{error.strerror or error}", []
    said = ", ".join([str(folder), *([problem] if problem else notes)])
    if problem:
        return Check("cache", worst, said, "set SUMMARIZER_CACHE_DIR to a folder that you can write to")
    database = answers_database(folder)
    if os.name == "posix" and database.is_file():
        mode = stat.S_IMODE(database.parent.stat().st_mode)
        if mode != _OWNER_ONLY:
            return Check("cache", WARN, f"{said}, open to others (mode {mode:04o})", f"chmod 700 {database.parent}")
    return Check("cache", OK, said)


def _state(folder: Path) -> tuple[str, list[str]]:
    """Return what is wrong, "" where nothing is, and what else is to be said."""
    database = answers_database(folder)
    nearest = next(p for p in (database.parent, *database.parent.absolute().parents) if p.exists())
    if not nearest.is_dir():
        return f"{nearest} is no folder", []
    if not os.access(nearest, os.W_OK | os.X_OK):
        return f"{nearest} cannot be written to", []
    if not database.is_file():
        return "", ["empty"]
    if not os.access(database, os.W_OK):
        return f"{database.name} cannot be written to", []
    try:
        entries = _entries(database)
    except sqlite3.Error as error:
        return f"{database} is broken ({error})", []
    size = sum(file.stat().st_size for file in _files(database))
    return "", [f"{entries:,} answers", f"{size / 1e6:,.1f} MB"]


def _entries(database: Path) -> int:
    connection = sqlite3.connect(f"file:{quote(str(database))}?mode=ro", uri=True, timeout=5)
    try:
        return int(connection.execute(_COUNT).fetchone()[0])
    finally:
        connection.close()


def _files(database: Path) -> Iterator[Path]:
    return database.parent.glob(database.name + "*")
