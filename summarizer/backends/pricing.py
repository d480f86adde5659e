"""What tokens cost: prices by host and model, from the file that ships and from one of the user's own.

No price is guessed. A model that is not listed for the host that answers has none, whatever it is called elsewhere, and
what is asked of it costs `None`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from summarizer.errors import UsageError

_SHIPPED = "prices.toml"
_PER = 1_000_000
# Any host, in a file of the user's own.
ANY_HOST = "*"
# What services put behind the name of a model to name a day's state of it.
_DATED = re.compile(r"-(?:\d{4}-\d{2}-\d{2}|\d{8})$")


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars for a million tokens: read, written, and read from the service's own prompt cache."""

    input: float
    output: float
    cached: float | None = None

    def cost(self, tokens_in: int, tokens_out: int, tokens_cached: int = 0) -> float:
        """Return US dollars for tokens read and written; `tokens_cached` of those read came from the prompt cache."""
        cached = self.input if self.cached is None else self.cached
        plain = tokens_in - tokens_cached
        return (plain * self.input + tokens_cached * cached + tokens_out * self.output) / _PER


@dataclass(frozen=True, slots=True)
class Prices:
    """A list of prices: by host, then by model. `source` says where it comes from and of which day it is."""

    hosts: Mapping[str, Mapping[str, Price]]
    source: str

    def find(self, host: str, model: str) -> Price | None:
        """Return the price of a model; one of a date costs what the name without it does, unless it is listed."""
        for names in (self.hosts.get(host), self.hosts.get(ANY_HOST)):
            found = (names or {}).get(model) or (names or {}).get(_DATED.sub("", model))
            if found:
                return found
        return None


def price_of(host: str, model: str, own: Path | None = None) -> tuple[Price | None, str]:
    """Return the price of a model on a host, and where it comes from; None where no list has one.

    Args:
        host: host and, where it is not the usual one, port.
        model: its name.
        own: a file of the user's own, which wins over what ships.

    Raises:
        UsageError: the user's file cannot be read or is no list of prices.
    """
    for prices in ([_own_prices(own)] if own else []) + [_shipped_prices()]:
        if found := prices.find(host, model):
            return found, prices.source
    return None, ""


def _own_prices(path: Path) -> Prices:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the prices in {path} cannot be read ({error}): name another file with --prices") from error
    return _read(text, str(path))


@cache
def _shipped_prices() -> Prices:
    return _read((files("summarizer") / "data" / _SHIPPED).read_text("utf-8"), _SHIPPED)


def _read(text: str, name: str) -> Prices:
    try:
        data = tomllib.loads(text)
        hosts = data["host"]
        read = {host: dict(_prices(models, f"{name}, host {host!r}")) for host, models in hosts.items()}
    except (tomllib.TOMLDecodeError, KeyError, AttributeError) as error:
        raise UsageError(f"{name} is no list of prices ({error}): {_FORM}") from error
    told = ", ".join(str(data[key]) for key in ("source", "date") if key in data)
    return Prices(read, f"{name} ({told})" if told else name)


def _prices(models: Mapping[str, Any], where: str) -> Iterator[tuple[str, Price]]:
    for model, told in models.items():
        numbers = {k: v for k, v in told.items() if isinstance(v, int | float) and not isinstance(v, bool) and v >= 0}
        if not ({"input", "output"} <= told.keys() <= {"input", "output", "cached"}) or len(numbers) != len(told):
            raise UsageError(f"{where}: {model!r} has no price: {_FORM}")
        yield model, Price(**numbers)


_FORM = 'it takes lines such as "gpt-4o-mini" = { input = 0.15, output = 0.6 } under [host."api.openai.com"]'
