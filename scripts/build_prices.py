"""Writes summarizer/data/prices.toml: what hosted models cost, for the runs that tell it.

    python -m pip install genai-prices
    python scripts/build_prices.py

The prices are those that genai-prices (MIT licence) lists for text, taken at today's date and at the lowest tier: our
questions are small. Models for pictures, sound and embeddings are left out, as are services that do not speak OpenAI's
chat completions. Nothing of it is needed at run time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from typing import Any

from genai_prices import data
from genai_prices.types import ClauseEquals, ClauseOr

TARGET = Path(__file__).resolve().parent.parent / "summarizer" / "data" / "prices.toml"
# The host that a base URL names, by genai-prices' name of the service.
HOSTS = {
    "openai": "api.openai.com",
    "deepseek": "api.deepseek.com",
    "fireworks": "api.fireworks.ai",
    "groq": "api.groq.com",
    "mistral": "api.mistral.ai",
    "together": "api.together.xyz",
    "x-ai": "api.x.ai",
}
OTHER_USES = ("audio", "image", "realtime", "embed", "transcribe", "tts", "whisper", "moderation", "live", "search")
HEAD = """\
# What models cost, in US dollars for a million tokens: read, read from the service's own prompt cache, written.
# A model of a date ("gpt-4o-mini-2024-07-18") costs what the name without the date does, unless it is listed itself.
# Written by scripts/build_prices.py from genai-prices {version}; do not edit, but give a file of your own to --prices.

date = {date}
source = "genai-prices {version}"
"""


def main() -> None:
    """Write the file."""
    today = datetime.now(UTC)
    release = version("genai-prices")
    parts = [HEAD.format(version=release, date=today.date().isoformat())]
    for provider in data.providers:
        if provider.id in HOSTS:
            parts.append(f'\n[host."{HOSTS[provider.id]}"]\n' + "".join(sorted(lines(provider, today))))
    TARGET.write_text("".join(parts), "utf-8")
    print(f"wrote {TARGET}, {sum(p.count('{') for p in parts)} models")


def lines(provider: Any, today: datetime) -> Iterator[str]:
    """Yield a line for each name of each model that reads and writes text for money."""
    for model in provider.models:
        price = model.get_prices(today)
        read, written = base(price.input_mtok), base(price.output_mtok)
        if read is None or written is None or any(word in model.id for word in OTHER_USES):
            continue
        cached = base(price.cache_read_mtok)
        told = f"input = {plain(read)}, " + (f"cached = {plain(cached)}, " if cached is not None else "")
        for name in sorted({model.id, *names(model.match)}):
            yield f'"{name}" = {{ {told}output = {plain(written)} }}\n'


def names(clause: Any) -> Iterator[str]:
    """Yield the names that a rule of genai-prices lists one by one."""
    if isinstance(clause, ClauseEquals):
        yield clause.equals
    elif isinstance(clause, ClauseOr):
        for inner in clause.or_:
            yield from names(inner)


def base(price: Any) -> Decimal | None:
    """Return a price, the lowest tier's where there are several."""
    return getattr(price, "base", price)


def plain(price: Decimal) -> str:
    """Return a price as TOML writes it, without zeros that say nothing."""
    text = f"{price:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


if __name__ == "__main__":
    main()
