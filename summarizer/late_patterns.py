"""Regular expressions that are compiled when they are first used.

There are some hundred in all, each takes a third of a millisecond, and no run needs more than most of them. What nearly
every article makes use of is better compiled at once: asking for a method here takes a little longer.
"""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["late_pattern"]


def late_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what serves as the pattern that `re.compile` makes of the same, and makes it when it is first used."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


class _Late:
    def __init__(self, pattern: str, flags: int) -> None:
        self._made_of = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._made_of), name)
        setattr(self, name, found)  # from now on it is found without coming here
        return found
