"""What a run used, in a line on stderr; and what one would use, where nothing is to be sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from summarizer.wording import counted, dollars

if TYPE_CHECKING:
    from summarizer.models import Forecast, Report, Run


def done_line(report: Report) -> str:
    """Return what a run came to: articles, time, calls, tokens, cost."""
    run = report.run
    articles = len(report.articles)
    failed = sum(failure.stage != "intake" for failure in report.failures)
    of = f"{articles:,} of {counted(articles + failed, 'article')}" if failed else counted(articles, "article")
    return "; ".join(["done: " + ", ".join([of, *_seconds(run)]), *usage_parts(run)])


def usage_parts(run: Run | Forecast) -> Iterator[str]:
    """Yield what was asked and what it cost, in a few words each; nothing where nothing was asked."""
    if not run.calls and not run.cache_hits:
        return
    kept = f", {run.cache_hits:,} from the cache" if run.cache_hits else ""
    yield counted(run.calls, "call") + kept
    if run.tokens_in or run.tokens_out:
        yield f"{run.tokens_in:,} tokens in, {run.tokens_out:,} out"
    yield cost_words(run)


def cost_words(run: Run | Forecast) -> str:
    """Return what it cost, and what the cache spared."""
    if run.cost is None:
        spared = f", {run.tokens_saved:,} tokens spared" if run.tokens_saved else ""
        return f"no price of {run.model or 'the model'} is known{spared}"
    spared = f", {dollars(run.cost_saved)} spared" if run.cost_saved else ""
    return dollars(run.cost) + spared


def forecast_lines(forecast: Forecast) -> Iterator[str]:
    """Yield what a run would ask and cost."""
    yield "dry run: nothing was sent"
    about = f"{counted(forecast.articles, 'article')}; backend: {forecast.backend}"
    if forecast.host:
        about += f", {forecast.host}, " + (f"model {forecast.model}" if forecast.model else "no model named")
    yield about
    if not forecast.calls:
        yield "no question would be sent" + (f"; {forecast.cache_hits:,} from the cache" if forecast.cache_hits else "")
    else:
        yield "about " + "; ".join(usage_parts(_rounded(forecast)))
        yield "Answers that a check refuses are asked again: that comes on top."
    if forecast.prices:
        yield f"prices: {forecast.prices}"
    if forecast.budget:
        fits = {True: "enough", False: "not enough", None: "not known whether enough, for want of a price"}
        yield f"budget {forecast.budget}: {fits[forecast.fits]}"


def _rounded(forecast: Forecast) -> Forecast:
    """Return an estimate with the digits that it can answer for."""
    rounded = {name: _three_digits(getattr(forecast, name)) for name in ("tokens_in", "tokens_out", "tokens_saved")}
    costs = {name: _three_digits(getattr(forecast, name)) for name in ("cost", "cost_saved")}
    return forecast.model_copy(update={n: int(v) for n, v in rounded.items() if v is not None} | costs)


def _three_digits(number: float | None) -> float | None:
    return None if number is None else float(f"{number:.3g}")


def _seconds(run: Run) -> Iterator[str]:
    try:
        seconds = (datetime.fromisoformat(run.finished) - datetime.fromisoformat(run.started)).total_seconds()
    except ValueError:
        return
    yield f"{seconds:,.0f} s"
