"""Reads what an article says stands between two: who holds what, who stands behind whom, what will come and what not.

Rules read few of these and must not misread any: between a relation's words and its slots only words of a closed list
may stand, and what is asked, supposed, wished, or was once so, is passed over.
"""

from __future__ import annotations

from summarizer.grounding.relations.reading import read_relations

__all__ = ["read_relations"]
