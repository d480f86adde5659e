"""The Python interface: `summarize` and `asummarize`."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from summarizer.models import Article, Report
from summarizer.pipeline import Input, Progress, run
from summarizer.settings import load_settings


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
        inputs: one or several paths (str or Path) of files and folders, or texts as `Article`.
        brief: whether to merge all briefs into one.
        config: a TOML file of settings; summarizer.toml of the working folder when None.
        progress: who is told how far the run is.
        **settings: fields of `summarizer.Settings`, such as backend="offline" or model="gpt-4o-mini".

    Raises:
        UsageError: a setting or schema that cannot be right.
        BackendError: no article can be drafted: no server, wrong key, no such model.
    """
    listed = [inputs] if isinstance(inputs, str | Path | Article) else list(inputs)
    return await run(listed, load_settings(settings, config=config), brief=brief, progress=progress)


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
