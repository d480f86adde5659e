"""Writes every request and its answer to a file, as lines of JSON, for whoever wants to see what was asked and said.

The file holds the text of articles and of answers, so it is its owner's alone (mode 0600); the key is in none of it.
Each line is one write to a file opened for appending, which the system keeps whole however many write at once, other
processes among them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from summarizer.errors import UsageError

_MODE = 0o600
HIDDEN = "***"
# A shorter key is a placeholder for a server that asks for none, and taking it out would garble every line.
_SHORTEST_KEY = 8


class Trace:
    """An open trace."""

    def __init__(self, path: Path, *, key: str | None = None) -> None:
        """Open the file to append to it; it is made where it is not there. `key` is left out of all that is written.

        Raises:
            UsageError: it cannot be written, or is a link or no plain file.
        """
        self._hidden = json.dumps(key)[1:-1] if key and len(key) >= _SHORTEST_KEY else None
        # A link in a folder that others write to could lead into any file.
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        try:
            self._file = os.open(path, flags, _MODE)
        except OSError as error:
            raise UsageError(f"the trace {path} cannot be written ({error.strerror}): name another file") from error
        try:
            os.fchmod(self._file, _MODE)  # a file that was there may be open to others
        except (OSError, AttributeError) as error:
            os.close(self._file)
            raise UsageError(f"the trace {path} is not this user's own: name another file") from error

    def write(self, record: Mapping[str, Any]) -> None:
        """Append one line, with the time it is written."""
        told = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), **record}
        line = json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=str)
        if self._hidden:
            line = line.replace(self._hidden, HIDDEN)
        data = memoryview((line + "\n").encode("utf-8", "backslashreplace"))
        while data:  # a full pipe or disk may take a part
            data = data[os.write(self._file, data) :]

    def close(self) -> None:
        """Close the file. Calling it twice is harmless."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1
