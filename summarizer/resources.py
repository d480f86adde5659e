"""Finds prompts/, schemas/ and data files, in an installed package or in a checkout."""

from __future__ import annotations

from pathlib import Path

from summarizer.errors import SchemaError

_PACKAGE = Path(__file__).resolve().parent


def data_file(name: str) -> Path:
    """Return the path of a data file that ships inside the package (`summarizer/data/`)."""
    return _PACKAGE / "data" / name


def resource_folder(kind: str, name: str) -> Path:
    """Return the folder `kind/name` ("schemas", "conflict").

    `name` may be a path to a folder of the user's own (it then holds a separator or starts with a dot). Else the folder
    inside the package wins, then the one beside it in a checkout.

    Raises:
        SchemaError: there is no such folder; the message lists the names there are.
    """
    if is_path(name):
        folder = Path(name)
        if folder.is_dir():
            return folder
        raise SchemaError(f"no folder {name}: give a folder that holds brief.py, or one of {', '.join(known(kind))}")
    for base in _bases(kind):
        if (base / name).is_dir():
            return base / name
    raise SchemaError(f"no {kind[:-1]} named {name!r}: there are {', '.join(known(kind)) or 'none'}; a path also works")


def is_path(name: str) -> bool:
    """Tell whether a name is the path of a folder of the user's own, not the name of one that ships."""
    return "/" in name or "\\" in name or name.startswith(".") or bool(Path(name).drive)


def known(kind: str) -> list[str]:
    """Return the sorted names of the folders that ship under `kind`."""
    folders = (f for base in _bases(kind) for f in base.iterdir() if f.is_dir())
    return sorted({f.name for f in folders if not f.name.startswith(("_", "."))})


def _bases(kind: str) -> list[Path]:
    return [base for base in (_PACKAGE / kind, _PACKAGE.parent / kind) if base.is_dir()]
