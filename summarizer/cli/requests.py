"""What is said of requests to a model: each as it goes, and all of them before any is sent."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from summarizer.cli.accounts import forecast_lines
from summarizer.cli.outcomes import DONE, SOME_FAILED, WRONG_USE, name_failures, say

if TYPE_CHECKING:
    from summarizer.models import Forecast

LOGGER = "summarizer.requests"


def tell_requests() -> None:
    """Say each request on stderr from now on: its kind, article, mode, time, tokens; no text and no key."""
    import logging  # late, as what follows: most runs say nothing of requests

    from summarizer.rendering.phrases import clean

    class Saying(logging.Handler):
        """Says each record on stderr as it is then: above the bar, where there is one."""

        def emit(self, record: logging.LogRecord) -> None:
            """Say it, without what could drive a terminal: servers word their own refusals."""
            say(f"asked: {clean(record.getMessage())}")

    logger = logging.getLogger(LOGGER)
    logger.handlers = [Saying()]
    logger.setLevel(logging.INFO)
    logger.propagate = False


def write_forecast(forecast: Forecast, *, as_json: bool) -> None:
    """Write what a run would ask and cost to stdout, in words or as JSON."""
    words = forecast.model_dump_json(indent=2) if as_json else "\n".join(forecast_lines(forecast))
    sys.stdout.write(words + "\n")


def forecast_outcome(forecast: Forecast) -> int:
    """Name each article that cannot be read on stderr and return the exit code."""
    name_failures(forecast.failures)
    if not forecast.articles:
        return WRONG_USE
    return SOME_FAILED if forecast.failures else DONE
