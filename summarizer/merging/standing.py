"""Where a name stands in an article, so that a sentence that uses it can show the words it comes from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from summarizer.folding import fold
from summarizer.merging.digest import Digest
from summarizer.merging.spelling import is_acronym
from summarizer.models import (
    Article,
    Entities,
    Entity,
    Evidence,
    MergedEntities,
    MergedEntity,
    MergedPlace,
    MergedPlaces,
    MergedSection,
    Place,
    Places,
)

_MOST_ARTICLES = 12
"""Articles in which a form of a name is looked for."""

_REACH = 300
"""Characters to each side in which a sentence's ends are looked for where the sentences are not known."""


class Standing:
    """Finds forms of merged names in quotes and articles."""

    def __init__(self, digests: Iterable[Digest], sections: Mapping[str, MergedSection]) -> None:
        self._briefs = {d.article.id: d.brief for d in digests}
        self._merged: dict[str, MergedEntity | MergedPlace] = {}
        for section in sections.values():
            if isinstance(section, MergedEntities | MergedPlaces):
                for item in section.items:
                    self._merged.setdefault(item.name, item)

    def shown(
        self, name: str, evidence: Sequence[Evidence], article: str | None = None
    ) -> tuple[str, tuple[Evidence, ...]] | None:
        """Return the form in which a sentence may use a name and the evidence it needs besides what it has.

        The merged name is taken where it stands in the evidence or the article (any article without one), else another
        form that does, the commonest first; for a form in small letters ("army") the name. None where no form stands.
        """
        item = self._merged.get(name)
        articles = [article] if article else list(item.articles[:_MOST_ARTICLES]) if item else []
        for form in (name, *self._aliases(item)):
            if any(_stands(form, e.quote) for e in evidence):
                return form if form != form.lower() else name, ()
            for each in articles if item else ():
                if found := self._mention(form, each):
                    # "army" tells a reader of the merged brief nothing: it is shown by its name.
                    return form if form != form.lower() else name, (found,)
        return None

    def _aliases(self, item: MergedEntity | MergedPlace | None) -> list[str]:
        """Return a name's other forms: those that stand most often in the articles first, in lower case last."""
        if item is None:
            return []
        used: Counter[str] = Counter()
        forms = {item.name, *item.aliases}
        for article in item.articles[:_MOST_ARTICLES]:
            brief = self._briefs[article]
            for section in brief.sections.values():
                for each in section.items:
                    if isinstance(each, Entity | Place) and not forms.isdisjoint((each.name, *each.aliases)):
                        used.update(brief.article.text[m.start : m.end] for m in each.mentions)
        return sorted(item.aliases, key=lambda f: (not f[:1].isupper(), -used[f], -len(f), f))

    def _mention(self, form: str, article: str) -> Evidence | None:
        brief = self._briefs.get(article)
        for section in brief.sections.values() if brief else ():
            for item in section.items if isinstance(section, Entities | Places) else ():
                if brief is None or form not in (item.name, *item.aliases):
                    continue
                for mention in item.mentions:
                    if brief.article.text[mention.start : mention.end] == form:
                        return sentence_at(brief.article, mention.start, mention.end)
        return None


def _stands(form: str, quote: str) -> bool:
    """Whether a form stands in a quote as words of their own; abbreviations as they are written ("IS" is not "is")."""
    if is_acronym(form):
        return re.search(r"(?<!\w)" + re.escape(form) + r"(?!\w)", quote) is not None
    return f" {fold(form)} " in f" {fold(quote)} "


def sentence_at(article: Article, start: int, end: int) -> Evidence:
    """Return the sentence around a span; where sentences are not known, what stands between full stops or line ends."""
    text = article.text
    if article.sentences:
        at = bisect_right(article.sentences, start, key=lambda s: s.start) - 1
        found = article.sentences[max(at, 0)]
        if found.start <= start and end <= found.end:
            return Evidence(article=article.id, start=found.start, end=found.end, quote=text[found.start : found.end])
    reach = max(0, start - _REACH)
    first = max(text.rfind("\n", reach, start), text.rfind(". ", reach, start) + 1) + 1 or reach
    ends = [i for i in (text.find("\n", end, end + _REACH), text.find(". ", end, end + _REACH) + 1) if i > 0]
    last = min(ends, default=min(len(text), end + _REACH))
    return Evidence(article=article.id, start=first, end=last, quote=text[first:last])
