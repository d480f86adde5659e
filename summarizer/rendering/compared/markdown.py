"""A comparison as Markdown: marks with footnotes that hold the quotes, as in a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.comparison import Comparison
from summarizer.models import Evidence
from summarizer.recognized import signed
from summarizer.rendering.compared.view import ComparedView, Part, build_view
from summarizer.rendering.markdown import escape
from summarizer.rendering.phrases import mark
from summarizer.rendering.view import Item, Mark


def comparison_markdown(comparison: Comparison) -> str:
    """Return a comparison as Markdown."""
    return signed("\n\n".join(_Writer(build_view(comparison)).blocks()) + "\n")


class _Writer:
    """Writes a comparison; keeps the quotes in the order in which the text first refers to them."""

    def __init__(self, view: ComparedView) -> None:
        self._view = view
        self._quotes: dict[Evidence, int] = {}
        self._numbers: dict[Evidence, int] = {}

    def blocks(self) -> Iterator[str]:
        """Yield what stands between empty lines."""
        view = self._view
        yield f"# {escape(view.title)}"
        yield escape(view.facts)
        if view.short:
            yield "\n".join(f"- **{lead}:** {escape(told)}" for lead, told in view.short)
        if view.care:
            yield "\n".join(f"- *Read with care:* {escape(told)}" for told in view.care)
        for part in view.parts:
            yield from self._part(part)
        if view.sources:
            yield "## Sources"
            yield "\n".join(f"- {escape(line)}" for line in view.sources)
        if self._quotes:
            lines = (f"[^{n}]: [{self._numbers[q]}] “{escape(q.quote)}”" for q, n in self._quotes.items())
            yield "\n\n".join(lines)
        yield "---"
        yield escape(view.run)

    def _part(self, part: Part) -> Iterator[str]:
        yield f"## {escape(part.title)}"
        yield "\n".join(line for item in part.items for line in self._bullet(item))
        if part.left_out:
            yield f"*and {part.left_out:,} more, all of them in the JSON*"

    def _bullet(self, item: Item, depth: int = 0) -> Iterator[str]:
        lead = f"**{escape(item.lead)}:** " if item.lead else ""
        says = f" — *{escape(item.says)}*" if item.says else ""
        yield f"{'  ' * depth}- {lead}{escape(item.text)}{says} {self._marks(item.marks)}".rstrip()
        for side in item.items:
            yield from self._bullet(side, depth + 1)

    def _marks(self, marks: Sequence[Mark]) -> str:
        if not any(m.quotes for m in marks):
            return escape(mark(m.number for m in marks))
        return " ".join(f"[{m.number}]" + "".join(self._footnote(q, m.number) for q in m.quotes) for m in marks)

    def _footnote(self, quote: Evidence, article: int) -> str:
        self._numbers.setdefault(quote, article)
        return f"[^{self._quotes.setdefault(quote, len(self._quotes) + 1)}]"
