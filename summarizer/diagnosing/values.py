"""What is found: one line for each thing that was looked at."""

from __future__ import annotations

from typing import Literal, NamedTuple

Standing = Literal["ok", "warn", "fail", "skip"]
OK: Standing = "ok"
WARN: Standing = "warn"
FAIL: Standing = "fail"
SKIP: Standing = "skip"

WORKS, WRONG_SETTINGS, NOTHING_WORKS = 0, 2, 3


class Check(NamedTuple):
    """One thing that was looked at: how it stands, what was found, and the mend where one is wanted.

    `skip` is what is not needed. `is_setting` says that a failure is a wrong setting, not a wrong world.
    """

    name: str
    standing: Standing
    said: str
    mend: str = ""
    is_setting: bool = False


class Diagnosis(NamedTuple):
    """All checks, and the backend that a run would have."""

    checks: tuple[Check, ...]
    backend: str

    @property
    def failed(self) -> tuple[Check, ...]:
        """The checks without whose mend no run works."""
        return tuple(c for c in self.checks if c.standing == FAIL)

    @property
    def exit_code(self) -> int:
        """What a run would end with: 0, 2 for wrong settings, 3 where nothing could be done."""
        if any(c.is_setting for c in self.failed):
            return WRONG_SETTINGS
        return NOTHING_WORKS if self.failed else WORKS
