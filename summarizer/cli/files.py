"""Writes files whole or not at all, all of several or none, and over nothing that summarize did not write."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from summarizer.errors import UsageError

# What these lead to is a stream of this process, even where it ends in a file: it is written to, never replaced.
_STREAMS = ("/dev/", "/proc/")
_ELSEWHERE = "choose another --out"
_REPLACE = f"add --force to replace it, or {_ELSEWHERE}"
_WRITE_BITS = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def check(paths: Iterable[Path], *, force: bool) -> None:
    """Refuse what cannot or must not be written, before any work is done for it.

    Raises:
        UsageError: a file was not written by summarize or is read-only, and `force` is not given; or it cannot be
            written at all. The message names it and the mend.
    """
    for path in paths:
        try:
            _check(path, force=force)
        except OSError as error:
            raise UsageError(f"{path} cannot be written: {error.strerror}; {_ELSEWHERE}") from error


def write(contents: Mapping[Path, bytes], *, force: bool) -> None:
    """Write files, with the folders that they lie in: each is complete before the first takes the place of an old one.

    Raises:
        UsageError: as for `check`, or a file cannot be written; then all files are as they were.
    """
    check(contents, force=force)
    partials: dict[Path, Path] = {}
    path = Path()
    try:
        for path, content in contents.items():
            target = _target(path)
            if _is_stream(target):
                with target.open("ab") as stream:  # not "wb", which would empty a file that a shell appends to
                    stream.write(content)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            partials[target] = _partial(target, content)
        for path, partial in partials.items():
            partial.replace(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}; {_ELSEWHERE}") from error
    finally:
        for partial in partials.values():
            partial.unlink(missing_ok=True)


def _check(path: Path, *, force: bool) -> None:
    target = _target(path)
    if _is_stream(target):
        return
    if not target.exists():
        if not _can_take_files(_existing_parent(target)):
            raise UsageError(f"{path} cannot be written: {_existing_parent(target)} takes no files; {_ELSEWHERE}")
        return
    if not target.is_file():
        raise UsageError(f"{path} cannot be written: it is {_what(target)}; {_ELSEWHERE}")
    if not _can_take_files(target.parent):
        raise UsageError(f"{path} cannot be replaced: {target.parent} takes no files; {_ELSEWHERE}")
    if not force:
        _check_owner(path, target)


def _check_owner(path: Path, target: Path) -> None:
    from summarizer.recognized import is_ours

    # The administrator may write to any file, but whoever took all write bits away meant it.
    if not os.access(target, os.W_OK) or not target.stat().st_mode & _WRITE_BITS:
        raise UsageError(f"{path} is read-only: {_REPLACE}")
    content = target.read_bytes()
    if content.strip() and not is_ours(content):
        raise UsageError(f"{path} was not written by summarize, or was changed since: {_REPLACE}")


def _target(path: Path) -> Path:
    """Return where a path leads: a link stays, and what it points to is written."""
    return path if str(path).startswith(_STREAMS) else Path(os.path.realpath(path))


def _is_stream(target: Path) -> bool:
    """Tell whether a path is written to as it is: a stream of this process, a pipe, a terminal, /dev/null."""
    if not target.exists():
        return False
    mode = target.stat().st_mode
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or (stat.S_ISREG(mode) and str(target).startswith(_STREAMS))


def _existing_parent(target: Path) -> Path:
    return next((p for p in target.parents if p.exists()), target.parent)


def _can_take_files(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


def _what(target: Path) -> str:
    return "a folder" if target.is_dir() else "no file"


def _partial(target: Path, content: bytes) -> Path:
    """Write beside the target what is to take its place, with the permissions that it has."""
    partial = target.with_name(f".{target.name[:200]}.{os.urandom(4).hex()}.partial")
    try:
        with partial.open("xb") as file:
            file.write(content)
        if target.exists():
            partial.chmod(stat.S_IMODE(target.stat().st_mode))
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    return partial
