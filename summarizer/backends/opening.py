"""The way to a server as the settings bound it: pace, price, budget, trace."""

from __future__ import annotations

from summarizer.backends.base import Usage
from summarizer.backends.budgets import Purse
from summarizer.backends.narrating import MOST_TOKENS
from summarizer.backends.pacing import Pacer
from summarizer.backends.pricing import Price, price_of
from summarizer.backends.sending import Line
from summarizer.backends.tracing import Trace
from summarizer.errors import UsageError
from summarizer.settings import Settings

# What a question for the merged summary has, as far as is known before it is written: what every such question has, and
# what each article adds until the summary draws on no more claims.
_SUMMARY_TOKENS, _ARTICLE_TOKENS, _MOST_ARTICLES = 1_200, 800, 8


def open_line(settings: Settings, *, host: str, model: str, usage: Usage, summary_of: int = 0) -> Line:
    """Return the way to a server; `usage` learns what tokens cost.

    Args:
        settings: how a run goes.
        host: host and port of the server.
        model: the model that is asked.
        usage: what requests are counted in.
        summary_of: of how many articles a merged summary will be written at the end, 0 for none. A budget keeps enough
            for it.

    Raises:
        UsageError: the prices cannot be read, the budget is in dollars and no price is known, or the trace cannot be
            written.
    """
    price = set_price(usage, host, model, settings)
    purse = None
    if budget := settings.budget:
        if price is None and budget.unit == "usd":
            raise UsageError(
                f"no price of {model} on {host} is known, so a budget in dollars cannot be kept: give the price "
                "with --prices, or the budget in tokens (--budget 20000tokens)"
            )
        purse = Purse(budget, price)
        if summary_of:
            purse.set_aside(_SUMMARY_TOKENS + _ARTICLE_TOKENS * min(summary_of, _MOST_ARTICLES), MOST_TOKENS)
    return Line(
        usage,
        pacer=Pacer(at_once=settings.jobs, rpm=settings.rpm, tpm=settings.tpm),
        purse=purse,
        trace=Trace(settings.trace, key=settings.api_key) if settings.trace else None,
        about={"endpoint": host, "model": model},
    )


def set_price(usage: Usage, host: str, model: str | None, settings: Settings) -> Price | None:
    """Return the price of a model, None where there is none, after telling `usage` of it.

    Raises:
        UsageError: the prices cannot be read.
    """
    price, source = price_of(host, model, settings.prices) if model else (None, "")
    usage.cost, usage.prices = (price.cost if price else None), (source or None)
    return price
