"""Saved and fetched web pages: the article's text and what the page says about it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from summarizer.errors import IntakeError
from summarizer.intake.language import language
from summarizer.intake.material import Material
from summarizer.intake.readers.body import body_of
from summarizer.intake.readers.dating import published
from summarizer.intake.readers.document import Document, Options, encoding_notes
from summarizer.intake.readers.head import Head
from summarizer.intake.readers.markup import Markup, parse
from summarizer.intake.readers.repair import repaired
from summarizer.models import Failure


def read_page_of(material: Material, options: Options) -> Iterator[Document | Failure]:  # noqa: ARG001  as all readers
    """Read a page."""
    data = material.read()
    yield page_document(
        parse(data, material.charset), sha256=hashlib.sha256(data).hexdigest(), path=material.path, url=material.url
    )


def page_document(markup: Markup, *, sha256: str, path: str | None = None, url: str | None = None) -> Document:
    """Return the document of a page that is parsed.

    Raises:
        IntakeError: the page holds no article.

    """
    head = Head(markup.tree, url)
    text = body_of(markup.tree, title=head.title, url=head.url)
    if not text:
        raise IntakeError(_why_empty(markup))
    text, mended = repaired(text)
    dated = published(head)
    return Document(
        text=text,
        sha256=sha256,
        path=path,
        url=head.url,
        title=head.title,
        author=head.author,
        outlet=head.outlet,
        published=dated.value,
        published_reason=dated.reason,
        # Templates say "en" of everything: the text knows better, where it is long enough to tell.
        language=language(text) or head.language,
        notes=encoding_notes(markup.remark, mended),
    )


def _why_empty(markup: Markup) -> str:
    scripts = sum(1 for _ in markup.tree.iter("script"))
    if markup.remark and "nested" in markup.remark:
        return f"no article was found in the page: {markup.remark}"
    words = len((markup.tree.text_content() or "").split())
    if scripts and words < 400:
        return "the page holds no article without running its scripts: save it from a browser once it is shown"
    return "no article was found in the page: save the article's own page, or its text as .txt"
