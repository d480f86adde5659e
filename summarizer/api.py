"""The Python interface: `summarize`, `asummarize`, `explain` and `compare`."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer import pipeline
from summarizer.gathering import Input
from summarizer.models import Article, Report
from summarizer.pipeline import run
from summarizer.settings import load_settings
from summarizer.watching import Progress

if TYPE_CHECKING:
    from summarizer.comparison import Comparison
    from summarizer.explanation import Explanation


async def asummarize(
    inputs: Input | Sequence[Input],
    *,
    brief: bool = True,
    config: Path | None = None,
    progress: Progress | None = None,
    **settings: Any,
) -> Report:
    """Brief articles and return the report. Prints nothing.

    Args:
        inputs: one or several paths of files and folders (str or Path), patterns, web addresses or "-" for standard
            input (str), or texts as `Article`.
        brief: whether to merge all briefs into one.
        config: a TOML file of settings; summarizer.toml of the working folder when None.
        progress: who is told how far the run is.
        **settings: fields of `summarizer.Settings`, such as backend="offline" or model="gpt-4o-mini".

    Raises:
        UsageError: a setting or schema that cannot be right.
        BackendError: no article can be drafted: no server, wrong key, no such model.
    """
    return await run(_listed(inputs), load_settings(settings, config=config), brief=brief, progress=progress)


def summarize(
    inputs: Input | Sequence[Input],
    *,
    brief: bool = True,
    config: Path | None = None,
    progress: Progress | None = None,
    **settings: Any,
) -> Report:
    """Do what `asummarize` does, from code that is not async; it also works inside a running event loop."""
    outcome: list[Report | BaseException] = []

    def work() -> None:
        # A thread of its own, because the caller's thread may already run a loop (a notebook does).
        try:
            outcome.append(asyncio.run(asummarize(inputs, brief=brief, config=config, progress=progress, **settings)))
        except BaseException as error:  # noqa: BLE001  whatever it is belongs to the caller's thread
            outcome.append(error)

    thread = threading.Thread(target=work, name="summarize", daemon=True)
    thread.start()
    thread.join()
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    return outcome[0]


def explain(
    inputs: Input | Sequence[Input],
    *,
    schema: str | None = None,
    columns: Mapping[str, str] | str | None = None,
    names: Path | str | None = None,
    allow_private: bool | None = None,
    config: Path | None = None,
) -> Explanation:
    """Return how the rules read articles: every mention, and for each decision the rule that made it.

    No model is asked, whatever is set. Prints nothing.

    Args:
        inputs: as for `summarize`; the articles of a folder are explained one by one.
        schema: the domain, a name or the path of a folder; that of the settings when None.
        columns: which column of a table holds what, as "text=body" or a mapping; that of the settings when None.
        names: a names file of the user's; that of the settings when None.
        allow_private: whether web addresses may lead into private networks; as in the settings when None.
        config: a TOML file of settings; summarizer.toml of the working folder when None.

    Raises:
        UsageError: a setting or schema that cannot be right.
    """
    given = {"schema": schema, "columns": columns, "names": names, "allow_private": allow_private}
    return pipeline.explain(_listed(inputs), load_settings(given, config=config))


def compare(old: Report | str | Path, new: Report | str | Path) -> Comparison:
    """Return what is new, gone and changed from an old report to a new one. Prints nothing.

    Args:
        old: the earlier report, or the path of its JSON file.
        new: the later one, of the same domain.

    Raises:
        UsageError: a file is no report, or the two are of different domains.
    """
    from summarizer.comparing import compare as compared  # imported late: no run needs it

    reports = [report if isinstance(report, Report) else Report.load(report) for report in (old, new)]
    return compared(*reports, events=_events(reports[1].schema_name))


def _events(schema: str) -> frozenset[str]:
    """Return the measures of a shipped domain that count what happened; the files of another may be gone: none."""
    from summarizer.resources import known

    if schema not in known("schemas"):
        return frozenset()
    from summarizer.schema import EstimateRules, load_schema

    rules = (s.rules for s in load_schema(schema).of_kind("estimates"))
    return frozenset(m.name for r in rules if isinstance(r, EstimateRules) for m in r.measures if m.told_by)


def _listed(inputs: Input | Sequence[Input]) -> list[Input]:
    return [inputs] if isinstance(inputs, str | Path | Article) else list(inputs)
