"""From a text to an article: cut into sentences, with furniture and metadata."""

from __future__ import annotations

import hashlib

from summarizer.intake.furniture import find_furniture
from summarizer.intake.language import language
from summarizer.intake.metadata import Metadata, find_metadata
from summarizer.intake.page import Page, read_page
from summarizer.intake.published import Published, find_not_before, find_published
from summarizer.intake.readers import Document
from summarizer.intake.sentences import sentences_of
from summarizer.intake.stamps import iso
from summarizer.models import Article, Sentence

# Of the hash of a text, this many hexadecimal digits are its article's id: two of a million articles share one with a
# chance of 1 in 500.
ID_DIGITS = 12


def article_from_text(
    text: str,
    *,
    path: str | None = None,
    url: str | None = None,
    title: str | None = None,
    author: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
) -> Article:
    """Return the article of a text; what is given wins over what the text says of itself.

    Args:
        text: the text, kept as it is.
        path: where it was found.
        url: its address.
        title: its headline.
        author: who wrote it.
        outlet: who published it.
        published: ISO date or timestamp, or another whole date such as "13 Sep 2018"; anything less is passed over.

    """
    return complete(
        Article(
            id="",
            path=path,
            url=url,
            sha256="",
            title=title,
            author=author,
            outlet=outlet,
            published=published,
            text=text,
        )
    )


def complete(article: Article) -> Article:
    """Return `article` with all that is None or empty in it worked out from its text."""
    text = article.text
    page = read_page(text)
    about = find_metadata(page)
    furniture = article.furniture or find_furniture(page, about.outlet_at)
    sentences = article.sentences or sentences_of(text, page.blocks, furniture, headings=_title_span(page, about))
    dated = _dated(article, page)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    update = {
        "id": article.id or digest[:ID_DIGITS],
        "sha256": article.sha256 or digest,
        "url": article.url or page.front.values.get("url"),
        "title": article.title or about.title,
        "author": article.author or about.author,
        "outlet": article.outlet or about.outlet,
        "published": dated.value,
        "published_reason": dated.reason,
        "not_before": article.not_before or (None if dated.value else find_not_before(text, sentences)),
        "language": article.language or page.front.values.get("language") or language(_body(text, sentences)),
        "furniture": furniture,
        "sentences": sentences,
    }
    return article.model_copy(update=update)


def _dated(article: Article, page: Page) -> Published:
    if not article.published:
        found = find_published(page)
        # Why its file gives no date is told only where the text gives none either.
        return found if found.reason else Published(None, article.published_reason)
    value = iso(article.published)
    if value:
        return Published(value, article.published_reason or f"{value} was given with the article.")
    found = find_published(page)
    given = f"“{article.published}” was given with the article, but is no whole date"
    return Published(found.value, f"{given}; {found.reason}" if found.reason else f"{given}.")


def _title_span(page: Page, about: Metadata) -> list[tuple[int, int]]:
    if page.title is None:
        return []
    block = page.blocks[page.title]
    return [(block.start, about.outlet_at[0] if about.outlet_at else block.end)]


def _body(text: str, sentences: tuple[Sentence, ...]) -> str:
    """Return the first sentences of the article, enough to tell its language by."""
    return " ".join(text[s.start : s.end] for s in sentences[:40]) or text


def article_of(document: Document) -> Article:
    """Return the article of what a reader gave."""
    return complete(
        Article(
            id="",
            path=document.path,
            url=document.url,
            entry=document.entry,
            sha256=document.sha256,
            title=document.title,
            author=document.author,
            outlet=document.outlet,
            published=document.published,
            published_reason=document.published_reason,
            language=document.language,
            text=document.text,
            remarks=document.notes,
        )
    )
