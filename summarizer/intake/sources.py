"""From what a caller names to files: folders are walked in sorted order, each file once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from summarizer.intake.readers import READERS, reader_for
from summarizer.models import Failure


def files(path: Path) -> Iterator[Path | Failure]:
    """Yield the article files that `path` names, or a `Failure` that says why there are none.

    A file named directly must have a known suffix; inside folders others are passed over, and so are hidden entries.
    A folder that links back to one above it is entered once.
    """
    try:
        folder = path.is_dir()
        there = folder or path.exists() or path.is_symlink()
        if "\0" in str(path):
            raise ValueError("it holds a NUL")  # which pathlib passes over in silence
    except (OSError, ValueError) as error:  # a name too long, or a NUL in it
        yield failure(path, f"this cannot be a path ({_short(error)}): check its spelling")
        return
    if not there:
        text = "\n" in str(path)
        mend = "a text is given with article_from_text()" if text else "check its spelling"
        yield failure(path, f"there is no such file or folder: {mend}")
    elif folder:
        yield from _in_folder(path)
    elif reader_for(path) is None:
        kind = f"files of kind {path.suffix}" if path.suffix else "files without a suffix"
        yield failure(path, f"{kind} cannot be read: convert it to one of {', '.join(sorted(READERS))}")
    else:
        yield path


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


def _in_folder(folder: Path) -> Iterator[Path | Failure]:
    empty = True
    for entry in _walk(folder, frozenset()):
        empty = False
        yield entry
    if empty:
        kinds = " or ".join(sorted(READERS))
        yield failure(folder, f"the folder holds no article: put {kinds} files into it or name another folder")


def _walk(folder: Path, above: frozenset[tuple[int, int]]) -> Iterator[Path | Failure]:
    try:
        about = folder.stat()
        if (about.st_dev, about.st_ino) in above:
            return
        with os.scandir(folder) as scan:
            names = sorted(entry.name for entry in scan if not entry.name.startswith("."))
    except OSError as error:
        yield failure(folder, why(error))
        return
    for name in names:
        path = folder / name
        if path.is_dir():
            yield from _walk(path, above | {(about.st_dev, about.st_ino)})
        elif reader_for(path):
            yield path
