"""RSS and Atom feeds: each entry is an article, with the id, address, date and author that the feed gives it.

Many feeds give the whole text, many only its beginning and a link. A reader knows no network, so for the latter it says
where the article is (`Link`), beside the little that the feed has of it; whoever fetched the feed fetches that too.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from summarizer.errors import IntakeError
from summarizer.intake.material import Material
from summarizer.intake.readers.document import Document, Link, Options, failed
from summarizer.intake.readers.fragment import text_of
from summarizer.models import Failure

# A feed has some dozen entries with some dozen tags each. The parser takes 50 microseconds a tag.
MAX_TAGS = 100_000
# A summary of fewer words is a teaser; short articles have more.
TEASER_WORDS = 120

_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_CUT_OFF = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|(?:read|continue|see) (?:more|reading|all)\W{0,5})\s*\Z", re.IGNORECASE
)


def is_feed(head: bytes) -> bool:
    """Return whether the first bytes of something are those of a feed."""
    return _FEED.search(head.replace(b"\0", b"")) is not None


def read_feed(material: Material, options: Options) -> Iterator[Document | Link | Failure]:  # noqa: ARG001  as all
    """Read a feed, one entry after the other; an entry that is only a teaser with a link becomes a `Link`.

    Raises:
        IntakeError: it is no feed, has no entry or is too large.

    """
    data = material.read()
    if data.count(b"<") > MAX_TAGS:
        raise IntakeError(f"the feed has more than {MAX_TAGS:,} tags: give one with fewer entries")
    feed = _parsed(data, material)
    if not feed.entries:
        kind = "the feed has no entry" if feed.get("version") or is_feed(data[:4096]) else "it is no RSS or Atom feed"
        raise IntakeError(f"{kind}: check the address, or save the article's own page")
    outlet = _line(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries, 1):
        yield _item(entry, number, outlet, material)


def _parsed(data: bytes, material: Material) -> Any:
    import feedparser  # imported late: feeds are rare

    charset = f"; charset={material.charset}" if material.charset else ""
    said = {"content-type": (material.media_type or "application/xml") + charset}
    if material.url:
        said["content-location"] = material.url
    # From a stream: a str or bytes that looks like an address or a file's name would be opened.
    return feedparser.parse(BytesIO(data), response_headers=said)


def _item(entry: Any, number: int, outlet: str | None, material: Material) -> Document | Link | Failure:
    url = _web(entry.get("link"))
    text, whole = _text(entry)
    named = _line(entry.get("id")) or url or str(number)
    if not text and not url:
        return failed(material, f"entry {number} ({named[:100]}) has neither text nor link: open it in a feed reader")
    published, label = _published(entry)
    source = _line((entry.get("source") or {}).get("title"))
    document = Document(
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        path=material.path,
        url=url,
        entry=named,
        title=_line(entry.get("title")),
        author=_line(entry.get("author")),
        outlet=source or outlet,
        published=published,
        published_reason=f"The feed gives {published} as the date it was {label}." if published else None,
    )
    return document if whole or not url else Link(url, document)


def _text(entry: Any) -> tuple[str, bool]:
    """Return the text that a feed gives of an entry, and whether it seems to be all of it."""
    contents = [text_of(str(c.get("value") or "")) for c in entry.get("content") or ()]
    summary = text_of(str(entry.get("summary") or ""))
    longest = max((*contents, summary), key=len)
    if _CUT_OFF.search(longest) or not longest:
        return longest, False
    # What a feed calls its content is whole; a description is where it is long.
    return longest, longest in contents or len(longest.split()) >= TEASER_WORDS


def _published(entry: Any) -> tuple[str | None, str]:
    """Return when an entry was published, else last updated, as an ISO date or time of UTC, and which of the two."""
    for key, label in (("published", "published"), ("updated", "last updated")):
        when = entry.get(f"{key}_parsed")
        if when and when.tm_year > 1970:
            day = f"{when.tm_year:04}-{when.tm_mon:02}-{when.tm_mday:02}"
            timed = ":" in str(entry.get(key) or "")
            return (f"{day}T{when.tm_hour:02}:{when.tm_min:02}+00:00" if timed else day), label
    return None, ""


def _line(value: Any) -> str | None:
    """Return a title or name as one line without markup."""
    return " ".join(text_of(str(value or "")).split())[:500] or None


def _web(link: Any) -> str | None:
    return str(link) if re.match("https?://", str(link or ""), re.IGNORECASE) else None
