"""What a run may spend: read from what people write."""

from __future__ import annotations

import re
from typing import Any, Literal, NamedTuple

Unit = Literal["usd", "tokens"]
# A pattern is compiled when a budget is read: most runs have none.
_WRITTEN = r"(?i)\$?\s*(\d[\d_,]*(?:\.\d+)?|\.\d+)\s*(k?tokens?|usd|dollars?|)"


class Budget(NamedTuple):
    """The most that a run may spend: US dollars, or tokens read and written."""

    limit: float
    unit: Unit

    def __str__(self) -> str:
        """Write it as people do, and so that `read_budget` reads it again."""
        if self.unit == "tokens":
            return f"{self.limit:,.0f} tokens"
        return f"${self.limit:,.2f}" if round(self.limit, 2) == self.limit else f"${self.limit:.10f}".rstrip("0")


def read_budget(value: Any) -> Budget:
    """Return the budget that is written as 0.50, "$0.50", "20000tokens" or "20ktokens".

    Raises:
        ValueError: it is none of these; the words follow "it must be".
    """
    if isinstance(value, Budget):
        return value
    text = "" if isinstance(value, bool) else str(value).strip()
    found = re.fullmatch(_WRITTEN, text)
    amount = float(found[1].replace(",", "").replace("_", "")) if found else 0.0
    unit = found[2].lower() if found else ""
    if "token" in unit:
        amount = round(amount * (1000 if unit.startswith("k") else 1))
    if amount <= 0 or (text.startswith("$") and "token" in unit):
        raise ValueError("an amount above 0 such as 0.50 (US dollars) or 20000tokens")
    return Budget(amount, "tokens" if "token" in unit else "usd")
