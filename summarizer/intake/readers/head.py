"""What a page's markup says about its article: title, author, outlet, address, language.

Read, from sure to unsure: JSON-LD of an article (schema.org), Open Graph and other meta tags, the page's own elements;
trafilatura's rules for bylines and site names where all these are silent.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from summarizer.intake.words import NO_AUTHOR

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A value of metadata beyond this is a text.
MAX_VALUE = 400
MAX_AUTHORS = 6
# Blocks of JSON-LD beyond these are no description of an article.
MAX_JSON = 2**20
MAX_NODES = 5000

_ARTICLE = re.compile(
    r"(?:News|Blog|Analysis|Background|Opinion|Reportage|Review|Satirical|Scholarly|Tech|Live)?\w*"
    r"(?:Article|Posting|Report)$|^(?:ClaimReview|Reportage\w*)$"
)
_BY = re.compile(r"(?:(?:written|posted|reported)\s+)?by:?\s+", re.IGNORECASE)
_BEHIND = re.compile(r"(?<!\s)\s+[|•·–—»:-]\s+")
_TAGS = re.compile(r"<[^<>]{1,200}>")


@dataclass(frozen=True)
class Head:
    """The head of a page; `address` is where it was fetched from, None for a file."""

    tree: HtmlElement
    address: str | None = None

    @cached_property
    def meta(self) -> Mapping[str, str]:
        """The page's meta tags by lower-case name, property or itemprop; the first of each that says anything."""
        found: dict[str, str] = {}
        for tag in self.tree.iter("meta"):
            name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or ""
            value = _line(tag.get("content"))
            if name and value:
                found.setdefault(name.strip().lower(), value)
        return found

    @cached_property
    def article(self) -> Mapping[str, Any]:
        """The JSON-LD node of the article, empty where there is none."""
        nodes = [node for node in self._nodes() if _is_article(node)]
        # The article before what is said about others: a fact check's review names the speaker that it checks.
        return max(nodes, key=lambda node: ("headline" in node, sum(key in node for key in _TELLING)), default={})

    def _nodes(self) -> Iterator[Mapping[str, Any]]:
        for script in self.tree.iter("script"):
            if "ld+json" in (script.get("type") or "").lower() and script.text and len(script.text) <= MAX_JSON:
                yield from _objects(_loaded(script.text))

    @cached_property
    def title(self) -> str | None:
        """The headline, without the outlet's name behind it."""
        told = _line(self.article.get("headline")) or self._meta("og:title", "twitter:title", "dc.title", "title")
        heads = [text for text in (_line(h.text_content()) for h in self.tree.iter("h1")) if text]
        page = _line(self.tree.findtext(".//title"))
        # What a reader sees is whole, where a machine's copy is often cut or holds the site's name.
        seen = next((h for h in heads if told and _alike(h, told)), None)
        named = seen or told or (heads[0] if len(heads) == 1 else None) or page
        return self._without_outlet(named) if named else None

    @cached_property
    def author(self) -> str | None:
        """Who wrote it, several joined with commas."""
        names = [*_names(self.article.get("author") or self.article.get("creator"))]
        if not names:
            told = self._meta("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
            names = [told] if told else []
        names = [name for name in (self._person(name) for name in names[:MAX_AUTHORS]) if name]
        return ", ".join(dict.fromkeys(names)) or None

    @cached_property
    def outlet(self) -> str | None:
        """The name of the site, else of its publisher, else its host."""
        told = self._meta("og:site_name") or next(iter(_names(self.article.get("publisher"))), None)
        told = told or self._meta("application-name", "dc.publisher", "publisher")
        if told and not _is_address(told):
            return told.removeprefix("@")
        return urlsplit(self.url or "").netloc.lower().removeprefix("www.") or None

    @cached_property
    def url(self) -> str | None:
        """The address that the page gives itself, else the one it was fetched from."""
        link = next((tag.get("href") for tag in self.tree.iter("link") if _rel(tag) == "canonical"), None)
        for told in (link, self._meta("og:url"), self.article.get("url"), self.address):
            full = urljoin(self.address or "", told.strip()) if isinstance(told, str) else ""
            # A page that names its site's front page as its address says nothing.
            if _is_address(full) and (urlsplit(full).path.strip("/") or urlsplit(full).query):
                return full
        return self.address

    @cached_property
    def language(self) -> str | None:
        """The language that the page says it is in, as two or three letters."""
        told = self.tree.get("lang") or _line(self.article.get("inLanguage"))
        told = told or self._meta("og:locale", "content-language", "language", "dc.language")
        found = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", told.strip()) if told else None
        return found[0].lower() if found else None

    def _meta(self, *names: str) -> str | None:
        return next((self.meta[name] for name in names if name in self.meta), None)

    def _without_outlet(self, title: str) -> str:
        cut = next(reversed(list(_BEHIND.finditer(title))), None)
        behind = title[cut.end() :] if cut else ""
        if cut and self.outlet and _key(behind) and _key(behind) in (_key(self.outlet), _key(self._host())):
            return title[: cut.start()]
        return title

    def _host(self) -> str:
        return urlsplit(self.url or "").netloc.removeprefix("www.").partition(".")[0]

    def _person(self, name: str) -> str | None:
        name = _BY.sub("", name, count=1).strip(" ,;|")
        key = name.lower()
        if not name or _is_address(name) or "@" in name or key in NO_AUTHOR or not any(map(str.isalpha, name)):
            return None
        return None if self.outlet and _key(name) == _key(self.outlet) else name


_TELLING = ("headline", "datePublished", "author", "articleBody", "publisher")


def _line(value: object) -> str | None:
    """Return a value of metadata as one line of text, None where it holds none."""
    if not isinstance(value, str):
        return None
    text = " ".join(_TAGS.sub(" ", html.unescape(value)).split())
    return text if text and len(text) <= MAX_VALUE else None


def _loaded(text: str) -> object:
    try:
        # Templates leave raw line breaks in strings and comments around the object.
        return json.loads(text.strip().removeprefix("<!--").removesuffix("-->").strip(" ;\n"), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(root: object) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of JSON-LD, outer ones first."""
    waiting, seen = [root], 0
    while waiting and seen < MAX_NODES:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            yield node
            waiting += [value for value in node.values() if isinstance(value, (dict, list))]


def _is_article(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE.match(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _names(value: object) -> Iterator[str]:
    """Yield the names that a person, organisation, text or list of them bears."""
    for one in value if isinstance(value, list) else [value]:
        name = _line(one.get("name")) if isinstance(one, dict) else _line(one)
        if isinstance(one, dict) and isinstance(one.get("name"), list):
            yield from _names(one["name"])
        elif name:
            yield name


def _rel(tag: HtmlElement) -> str:
    return (tag.get("rel") or "").strip().lower()


def _is_address(text: str) -> bool:
    return text.lower().startswith(("http://", "https://"))


def _key(text: str) -> str:
    return re.sub(r"\W", "", text).lower().removeprefix("the")


def _alike(one: str, other: str) -> bool:
    """Return whether one of two headlines says mostly what the other does."""
    a, b = set(one.lower().split()), set(other.lower().split())
    return len(a & b) >= 0.6 * min(len(a), len(b)) and len(a) >= 2
