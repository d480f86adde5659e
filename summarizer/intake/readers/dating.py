"""When a page was published, by its markup; its reason kept.

A date is taken from where a page states it: JSON-LD, meta tags, a marked `<time>`, its address; then from what htmldate
finds in the article itself, last from what the page calls its last change. The page's frame is cut away before htmldate
looks, because a template prints the day on which the page was served, and other stories bear dates of their own.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.intake.published import Published
from summarizer.intake.readers.head import Head
from summarizer.intake.stamps import iso

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# No page of the web is older; years before are a template's zero.
FIRST_YEAR = "1990"

_META = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "date.published",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_time",
    "dc.date.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.date",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "pdate",
    "citation_publication_date",
    "cxenseparse:recs:publishtime",
    "rnews:datepublished",
    "timestamp",
    "date",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
_FRAME = frozenset({"head", "nav", "footer", "aside", "form", "select", "noscript", "iframe"})
_FRAME_NAME = re.compile(
    r"(?:^|[\s_-])(?:masthead|topbar|top-bar|navbar|navigation|nav|menu|site-?header|page-?header|footer|sidebar|related"
    r"|recommend\w*|trending|popular|comments?|widgets?|ticker|weather|today|current-?date|breaking)(?:$|[\s_-])",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?![0-9])")


def published(head: Head) -> Published:
    """Return the date of a page with its reason, None where its markup says none."""
    for value, why in _stated(head):
        if value[:4] >= FIRST_YEAR:
            return Published(value, f"{value} {why}.")
    return Published(None, None)


def _stated(head: Head) -> Iterator[tuple[str, str]]:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        value = iso(head.article.get(key, ""))
        if value:
            yield value, f"stands in the page's metadata (JSON-LD {key})"
    for name in _META:
        value = iso(head.meta.get(name, ""))
        if value:
            yield value, f"stands in the page's metadata ({name})"
    for tag in head.tree.iter("time", "abbr", "span"):
        if "datepublished" in (tag.get("itemprop") or "").lower() or tag.get("pubdate") is not None:
            value = iso(tag.get("datetime") or tag.get("content") or tag.get("title") or tag.text_content())
            if value:
                yield value, "is marked as the date of publication"
    found = _IN_ADDRESS.search(head.url or "")
    if found:
        value = iso("-".join(found.groups()))
        if value:
            yield value, "stands in the page's address"
    searched = _searched(head)
    if searched:
        yield searched, "was found by htmldate in the article's markup"
    for value in map(iso, (head.article.get("dateModified", ""), *(head.meta.get(name, "") for name in _MODIFIED))):
        if value:
            yield value, "stands in the page's metadata as the day of its last change"


def _searched(head: Head) -> str | None:
    from htmldate import find_date  # imported late: with dateparser it takes a tenth of a second

    tree = copy.deepcopy(head.tree)
    for element in list(tree.iter()):
        if element.getparent() is not None and _is_frame(element):
            element.drop_tree()
    found: str | None = find_date(tree, extensive_search=False, original_date=True, outputformat="%Y-%m-%d")
    return found


def _is_frame(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in ("html", "body", "main", "article"):
        return False
    if element.tag in _FRAME:
        return True
    if element.tag == "header":
        return not any(above.tag in ("article", "main") for above in element.iterancestors())
    return _FRAME_NAME.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None
