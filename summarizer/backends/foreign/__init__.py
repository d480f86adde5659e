"""Articles in languages that the rules do not read: a model reads them, and code holds it to their words."""

from __future__ import annotations

from summarizer.backends.foreign.reading import ForeignReader

__all__ = ["ForeignReader"]
