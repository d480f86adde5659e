"""The part of llm_cost.py that runs LangExtract, in an environment that has it.

Takes on stdin one JSON object: `base_url`, `model`, `chunk` (characters shown at once) and `texts`. Writes as its last
line a list for each text: `class`, `text`, `start`, `end` (null where it was not located), `low`, `high`, `measure`.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import langextract as lx

PROMPT = """Extract, word for word and in the order of the text, what an analyst of a conflict wants to know:
who (person or group), where (place), figure (a number of people, arms, killed, captured or displaced, or an area, with
its number and what it counts), tactics (how somebody fights) and outlook (what may come next).
Give each figure its low and high bound as digits, measure, holder, said_by, place and as_of, as far as the text says
them."""
# Nothing else ends an answer in which a small model repeats itself but the context's size.
MOST_TOKENS = 1_000
TEXT = (
    "The rebels have about 300 fighters left in Harim, the Interior Ministry said on Monday. They dig tunnels under "
    "the old town, and an assault is expected within days."
)
EXAMPLE = [
    ("who", "The rebels", {}),
    (
        "figure",
        "about 300 fighters",
        {
            "low": "300",
            "high": "300",
            "measure": "personnel",
            "holder": "the rebels",
            "said_by": "the Interior Ministry",
            "place": "Harim",
            "as_of": "Monday",
        },
    ),
    ("where", "Harim", {}),
    ("who", "the Interior Ministry", {}),
    ("tactics", "They dig tunnels under the old town", {}),
    ("outlook", "an assault is expected within days", {}),
]


def main() -> None:
    """Read what is asked, extract, write what was found."""
    asked = json.load(sys.stdin)
    example = lx.data.ExampleData(
        text=TEXT,
        extractions=[
            lx.data.Extraction(extraction_class=c, extraction_text=t, attributes=a or None) for c, t, a in EXAMPLE
        ],
    )
    config = lx.factory.ModelConfig(
        model_id=asked["model"],
        provider="OpenAILanguageModel",
        provider_kwargs={
            "api_key": "none",
            "base_url": asked["base_url"],
            "max_workers": 1,
            "max_output_tokens": MOST_TOKENS,
        },
    )
    found = []
    for text in asked["texts"]:
        read = lx.extract(
            text,
            prompt_description=PROMPT,
            examples=[example],
            config=config,
            max_char_buffer=asked["chunk"],
            max_workers=1,
            batch_length=1,
            temperature=0.0,
            show_progress=False,
        )
        found.append([row(e) for e in read.extractions or ()])
    print(json.dumps(found))


def row(extraction: Any) -> dict[str, Any]:
    """Return one extraction as it is told."""
    at = extraction.char_interval
    said = extraction.attributes or {}
    return {
        "class": extraction.extraction_class,
        "text": extraction.extraction_text,
        "start": at.start_pos if at else None,
        "end": at.end_pos if at else None,
        "low": number(said.get("low")),
        "high": number(said.get("high")),
        "measure": str(said.get("measure") or ""),
    }


def number(value: Any) -> float | None:
    """Return an attribute as a number, None where it is none."""
    try:
        return float(str(value).replace(",", ""))
    except ValueError:
        return None


if __name__ == "__main__":
    main()
