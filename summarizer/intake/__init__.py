"""Intake: what a user names becomes articles, with sentences, furniture and metadata; offsets are never moved."""

from __future__ import annotations

from summarizer.intake.articles import article_from_text
from summarizer.intake.copies import find_copies
from summarizer.intake.reading import read_articles

__all__ = ["article_from_text", "find_copies", "read_articles"]
