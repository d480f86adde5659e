"""From paths and patterns to files: folders are walked in sorted order, and never twice by a link that leads back."""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Iterator
from pathlib import Path

from summarizer.intake.readers import readable, suffixes
from summarizer.models import Failure

_MAGIC = re.compile(r"[*?\[]")
_KINDS_SHOWN = 5
# Device and number of the folders on the way down, which tell a link that leads back up.
_Above = frozenset[tuple[int, int]]


def paths(given: str | Path) -> Iterator[Path | Failure]:
    """Yield the article files that an input names, or a `Failure` that says why there are none.

    A file named directly must have a known suffix; inside folders, and among what matches a pattern, others are passed
    over, and so are hidden entries. Only a `str` can be a pattern (`*`, `?`, `[a-z]`, `**` for any folders), and only
    where nothing of that very name is there.
    """
    if given == "":
        # Path("") is the working folder, which whoever wrote "$FOLDER" and had not set it did not mean to read.
        yield failure('""', "an empty path names nothing: a variable may not be set; the working folder is .")
        return
    path = Path(given).expanduser() if str(given).startswith("~") else Path(given)
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        yield from _not_there(given, path)
    except PermissionError as error:
        yield failure(path, why(error))
    except (OSError, ValueError) as error:  # a name too long, or a NUL in it
        yield failure(path, f"this cannot be a path ({_short(error)}): check its spelling")
    else:
        yield from _in_folder(path) if os.path.isdir(path) else _file(path)


def failure(path: Path | str, reason: str) -> Failure:
    """Return the failure of one input at this stage."""
    return Failure(path=str(path)[:500], stage="intake", reason=reason)


def why(error: OSError) -> str:
    """Return what an error of the system means for the one who gave the path, with the mend."""
    if isinstance(error, PermissionError):
        return "there is no permission to read it: change its mode or run as its owner"
    if isinstance(error, FileNotFoundError):
        return "it is not there any more or links to nothing: check its spelling or restore it"
    return f"the system cannot read it ({_short(error)}): check the file and its disk"


def _short(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def _file(path: Path) -> Iterator[Path | Failure]:
    if readable(path.name):
        yield path
    else:
        kind = f"files of kind {path.suffix}" if path.suffix else "files without a suffix"
        yield failure(path, f"{kind} cannot be read: convert it to one of {', '.join(suffixes())}")


def _not_there(given: str | Path, path: Path) -> Iterator[Path | Failure]:
    if isinstance(given, str) and _MAGIC.search(given):
        yield from _of_pattern(path)
        return
    mend = "a text is given with article_from_text()" if "\n" in str(path) else "check its spelling"
    yield failure(path, f"there is no such file or folder: {mend}")


def _in_folder(folder: Path) -> Iterator[Path | Failure]:
    empty = True
    for entry in _walk(folder, frozenset()):
        empty = False
        yield entry
    if empty:
        there = _kinds_in(folder)
        only = f", only {', '.join(there)} files" if there else ""
        kinds = ", ".join(suffixes())
        yield failure(folder, f"the folder holds no article{only}: name another one, or put files into it ({kinds})")


def _kinds_in(folder: Path) -> list[str]:
    """Return the suffixes of what lies in a folder that holds no article, to show that it was looked into."""
    try:
        return sorted({Path(name).suffix for name in os.listdir(folder)} - {""})[:_KINDS_SHOWN]
    except OSError:
        return []


def _walk(folder: Path, above: _Above) -> Iterator[Path | Failure]:
    try:
        place, names = _listed(folder)
    except OSError as error:
        yield failure(folder, why(error))
        return
    if place in above:
        return
    for name in names:
        path = folder / name
        if os.path.isdir(path):  # pathlib's own raises where a folder may be listed but not entered
            yield from _walk(path, above | {place})
        elif readable(name):
            yield path


def _listed(folder: Path) -> tuple[tuple[int, int], list[str]]:
    """Return what tells a folder from others, and the names in it that are not hidden, sorted."""
    about = folder.stat()
    with os.scandir(folder) as scan:
        return (about.st_dev, about.st_ino), sorted(entry.name for entry in scan if not entry.name.startswith("."))


def _of_pattern(pattern: Path) -> Iterator[Path | Failure]:
    empty = True
    parts = pattern.relative_to(pattern.anchor).parts if pattern.anchor else pattern.parts
    for match in _matching(Path(pattern.anchor), parts, frozenset()):
        listed = (match,) if readable(match.name) else ()
        for entry in _walk(match, frozenset()) if os.path.isdir(match) else listed:
            empty = False
            yield entry
    if empty:
        yield failure(pattern, "no article matches this pattern: check its spelling")


def _matching(base: Path, parts: tuple[str, ...], above: _Above) -> Iterator[Path]:
    """Yield what matches a pattern below `base`; folders that cannot be listed match nothing."""
    if not parts or parts == ("**",):
        yield base
        return
    first, rest = parts[0], parts[1:]
    if not _MAGIC.search(first):
        if os.path.lexists(base / first):
            yield from _matching(base / first, rest, above)
        return
    try:
        place, names = _listed(base)
    except OSError:
        return
    if first != "**":
        for name in fnmatch.filter(names, first):
            yield from _matching(base / name, rest, above)
        return
    if place not in above:
        yield from _matching(base, rest, above)
        for name in names:
            if os.path.isdir(base / name):
                yield from _matching(base / name, parts, above | {place})
