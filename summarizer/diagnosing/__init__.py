"""What `summarize doctor` finds: whether a run would work here, and what to mend where it would not.

Nothing is changed by looking: no folder is made, no article read. A server is asked for its list of models and no more.
"""

from __future__ import annotations

from summarizer.diagnosing.asking import server_checks
from summarizer.diagnosing.keeping import cache_check
from summarizer.diagnosing.machine import machine_checks
from summarizer.diagnosing.values import FAIL, OK, SKIP, WARN, Check, Diagnosis
from summarizer.diagnosing.working import domain_checks, setting_checks
from summarizer.settings import Resolved

__all__ = ["FAIL", "OK", "SKIP", "WARN", "Check", "Diagnosis", "diagnose"]


async def diagnose(found: Resolved, *, encoding: str) -> Diagnosis:
    """Return what there is to say of this machine, these settings and the server they name.

    Args:
        found: the settings, with their problems.
        encoding: of stdout.
    """
    offline = found.settings.resolved_backend == "offline"
    checks = [
        *machine_checks(encoding),
        *setting_checks(found),
        *domain_checks(found.settings),
        cache_check(found.settings, needed=not offline),
        *await server_checks(found),
    ]
    return Diagnosis(tuple(checks), backend=found.settings.resolved_backend)
