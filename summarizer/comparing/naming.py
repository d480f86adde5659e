"""The words in which somebody or a place is first named in an article."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarizer.folding import fold
from summarizer.models import ArticleBrief, Entities, Evidence, Mention, Places

LONGEST_QUOTE = 300
"""Characters of a quote around a name: enough to see what is said of it."""

# A report holds no sentences. What ends one: a mark after a small letter, a figure or a quotation, and a capital after
# it; or an empty line.
_SENTENCE_END = re.compile(r"(?<=[a-z0-9”\"’)][.!?])\s+(?=[A-Z“\"‘'•\-–])|\n\s*\n")


def first_named(name: str, aliases: Iterable[str], brief: ArticleBrief) -> Evidence | None:
    """Return the sentence of an article that first names somebody or a place, None where none of its mentions does."""
    forms = {fold(form) for form in (name, *aliases)}
    mentions = [
        mention
        for section in brief.sections.values()
        for item in (section.items if isinstance(section, Entities | Places) else ())
        if fold(item.name) in forms or not forms.isdisjoint(map(fold, item.aliases))
        for mention in item.mentions
    ]
    text = brief.article.text
    # What is called by the name or an alias of it, before what only shares a form with it.
    mentions.sort(key=lambda m: (fold(text[m.start : m.end]) not in forms, m.start))
    return _around(mentions[0], brief) if mentions else None


def _around(mention: Mention, brief: ArticleBrief) -> Evidence:
    text = brief.article.text
    low, high = max(0, mention.start - LONGEST_QUOTE), min(len(text), mention.end + LONGEST_QUOTE)
    ends = list(_SENTENCE_END.finditer(text, low, high))
    start = max((m.end() for m in ends if m.end() <= mention.start), default=low)
    end = min((m.start() for m in ends if m.start() >= mention.end), default=high)
    if end - start > LONGEST_QUOTE:
        start = max(start, mention.start - LONGEST_QUOTE // 2)
        end = min(end, start + LONGEST_QUOTE)
    while start < mention.start and (text[start].isspace() or (start > 0 and text[start - 1].isalnum())):
        start += 1
    while end > mention.end and (text[end - 1].isspace() or (end < len(text) and text[end].isalnum())):
        end -= 1
    return Evidence(article=brief.article.id, start=start, end=end, quote=text[start:end])
