"""From inputs to articles, one at a time, whatever the inputs are and whatever of them cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from summarizer.errors import IntakeError, our_fault
from summarizer.intake.articles import article_of, complete
from summarizer.intake.fetching import Fetcher, shown_url
from summarizer.intake.material import Material
from summarizer.intake.paths import failure, why
from summarizer.intake.readers import Document, Link, Options, read_documents
from summarizer.intake.sources import Sources
from summarizer.models import Article, Failure

# A long report has some hundred thousand characters, a thick book two million. Beyond that a text is a dump of many
# articles or of none, and working through it would take minutes.
MAX_CHARACTERS = 2_000_000
# Feeds have some dozen entries; each teaser costs a request.
MAX_FOLLOWED = 100

Input = str | Path | Article


def read_articles(
    inputs: Iterable[Input], *, columns: Mapping[str, str] | None = None, allow_private: bool = False
) -> Iterator[Article | Failure]:
    """Yield the articles that `inputs` name, as they are read, and a `Failure` for each that cannot be.

    Args:
        inputs: paths of files and folders, patterns, web addresses and `-` for standard input (a `str` is one of these,
            never a text), and articles made by the caller, which are completed where a value is None or empty. What
            is named twice is read once.
        columns: which column of a table, or key of JSON, holds what ("text", "title", ...), where names do not tell.
        allow_private: whether web addresses may lead into private networks.

    """
    sources = Sources(Fetcher(allow_private=allow_private))
    options = Options(columns=columns or {})
    for given in inputs:
        if isinstance(given, Article):
            yield _given(given)
            continue
        for found in sources.materials(given):
            if isinstance(found, Failure):
                yield found
            else:
                yield from _read(found, options, sources)


def _given(article: Article) -> Article | Failure:
    name = article.path or article.url or article.title or "(text)"
    if not article.text.strip():
        return failure(name, "the text is empty: give one with words")
    return _too_long(name, article.text) or _worked_out(name, lambda: complete(article))


def _read(material: Material, options: Options, sources: Sources) -> Iterator[Article | Failure]:
    """Yield what a material holds; where it was fetched, so is what its links lead to."""
    followed = 0
    for found in _documents(material, options):
        if isinstance(found, Failure):
            yield found
        elif isinstance(found, Document):
            yield _finished(found, material)
        elif material.path or not material.url:
            # A file on disk may be anybody's: reading it sends nothing anywhere.
            yield _finished(found.document, material)
        elif followed < MAX_FOLLOWED:
            followed += 1
            yield from _linked(found, options, sources)
        else:
            yield failure(
                found.url, f"the feed links to more than {MAX_FOLLOWED} pages: give the address of this one itself"
            )


def _linked(link: Link, options: Options, sources: Sources) -> Iterator[Article | Failure]:
    """Yield the articles of the page that an entry of a feed links to; what the page does not say, the feed does."""
    try:
        material = sources.linked(link.url)
    except IntakeError as error:
        yield failure(shown_url(link.url), f"the feed has only a teaser of it, and {error}")
        return
    if material is None:
        return
    for found in _documents(material, options):
        if isinstance(found, Failure):
            yield found
        else:
            # A feed in a feed is read, but not followed.
            document = found.document if isinstance(found, Link) else found
            yield _finished(_joined(document, link.document), material)


def _joined(page: Document, entry: Document) -> Document:
    return page._replace(
        entry=entry.entry,
        title=page.title or entry.title,
        author=page.author or entry.author,
        outlet=page.outlet or entry.outlet,
        published=page.published or entry.published,
        published_reason=page.published_reason if page.published else entry.published_reason,
    )


def _documents(material: Material, options: Options) -> Iterator[Document | Link | Failure]:
    """Yield the documents of a material; what it dies of is one failure, and no other material dies with it."""
    try:
        yield from read_documents(material, options)
    except IntakeError as error:
        yield failure(material.name, str(error))
    except OSError as error:
        yield failure(material.name, why(error))
    except Exception as error:  # noqa: BLE001  a fault in one reader or its library must not lose the other files
        yield failure(material.name, our_fault(error, "file"))


def _finished(document: Document, material: Material) -> Article | Failure:
    name = material.name
    if not document.text.strip():
        return failure(name, f"entry {document.entry or '(unnamed)'} holds no text: open it where it came from")
    return _too_long(name, document.text) or _worked_out(name, lambda: article_of(document))


def _worked_out(name: str, article: Callable[[], Article]) -> Article | Failure:
    """Return an article, or its failure: a fault in working out its title or date must not lose the others."""
    try:
        return article()
    except Exception as error:  # noqa: BLE001  whatever it is, it is about this one
        return failure(name, our_fault(error, "file"))


def _too_long(name: str, text: str) -> Failure | None:
    if len(text) <= MAX_CHARACTERS:
        return None
    return failure(
        name, f"it has {len(text):,} characters, more than {MAX_CHARACTERS:,}: split it into one file an article"
    )
