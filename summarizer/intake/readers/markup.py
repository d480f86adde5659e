"""From the bytes of a page to its tree: what encoding it is in, how it is parsed, what is mended before it is read.

A page names its encoding in a tag, and often names the wrong one. What decides is, in this order: a byte order mark,
UTF-8 that is valid, what the server and then the page say where all bytes fit it, a guess. The tree is libxml2's; it
goes 255 tags deep and leaves out what is deeper, which `Markup.cut` tells.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, cast

from summarizer.errors import IntakeError
from summarizer.intake.decode import decode, refuse_binary

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    _Run = list[str | HtmlElement]

# A page beyond this is no article; parsing it would take many times its size in memory.
MAX_PAGE_BYTES = 16 * 2**20
# A tree of more elements takes minutes to be searched for its text, at half a millisecond each. Of 24 news pages the
# largest has 1,400.
MAX_ELEMENTS = 30_000
# Where more than this share of a page's characters cannot be decoded as it says, it is in another encoding.
MAX_LOST_SHARE = 0.01

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{2,40})", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"\s{0,99}<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}[\"']([\w.:-]{2,40})", re.IGNORECASE)
_HEAD_BYTES = 4096
# Browsers read these names as the larger set that pages really use (WHATWG Encoding Standard).
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
# XML forbids what these are; a parser stops at a NUL.
_CONTROL = dict.fromkeys([*range(9), 11, *range(14, 32), 127])
# What loose lines stand in, and what stands in them.
_LINE_BLOCKS = frozenset({"div", "td", "section", "article", "main", "blockquote", "center", "body"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small"}
    | {"span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var"}
)
_IN_LINE = _INLINE | {"br"}


@dataclass(frozen=True, slots=True)
class Markup:
    """A page's tree. `remark` tells what of it could not be decoded or was left out, None when all is well."""

    tree: HtmlElement
    remark: str | None = None


def parse(data: bytes, charset: str | None = None) -> Markup:
    """Return the tree of a page.

    Args:
        data: its bytes.
        charset: the encoding that the server named.

    Raises:
        IntakeError: it is empty, binary, too large, or has no markup.

    """
    if len(data) > MAX_PAGE_BYTES:
        raise IntakeError(f"it has more than {MAX_PAGE_BYTES // 2**20} MB: save the article's own page")
    text, remark = decode_markup(data, charset)
    return parse_text(text, remark)


def parse_text(text: str, remark: str | None = None) -> Markup:
    """Return the tree of markup that is decoded; see `parse`."""
    from lxml import etree, html  # imported late: text files need no parser

    # As bytes, because lxml refuses a str that names an encoding; the parser is told, so it believes no tag.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(text.translate(_CONTROL).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError) as error:
        raise IntakeError("it holds no page that can be read: save the page again") from error
    if sum(1 for _ in tree.iter()) > MAX_ELEMENTS:
        raise IntakeError(f"it has more than {MAX_ELEMENTS:,} tags: save the article's own page")
    if any("xcessive depth" in entry.message for entry in parser.error_log):
        cut = "its tags are nested too deeply; what stands deeper than 255 of them was not read"
        remark = f"{remark}; {cut}" if remark else cut
    _paragraphs_of_lines(tree)
    return Markup(tree, remark)


def decode_markup(data: bytes, charset: str | None = None) -> tuple[str, str | None]:
    """Return the text of markup, and a remark where some of it is lost.

    Raises:
        IntakeError: empty, binary, or in no encoding that can be told.

    """
    named = [name for name in (_known(charset), _known(declared(data))) if name]
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or not data.strip():
        return decode(data), None
    if b"\0" in data and named and not named[0].startswith("utf_16"):
        data = data.replace(b"\0", b"")  # browsers pass over stray ones
    if not any(name.startswith("utf_16") for name in named):
        refuse_binary(data)
    for encoding in ("utf-8", *named):
        try:
            return data.decode(encoding), None
        except UnicodeDecodeError:
            continue
    for encoding in named:
        text = data.decode(encoding, "replace")
        lost = text.count("\ufffd")
        if lost <= MAX_LOST_SHARE * len(text):
            return text, f"{lost} characters of the page are not {encoding}, as it says it is; they read “\ufffd”"
    return decode(data), None


def declared(data: bytes) -> str | None:
    """Return the encoding that markup names in its first bytes."""
    found = _XML_DECLARED.match(data, 0, _HEAD_BYTES) or _DECLARED.search(data, 0, _HEAD_BYTES)
    return found[1].decode("ascii") if found else None


def _known(name: str | None) -> str | None:
    """Return the codec that a name means on the web, None for one that is not known or is no text encoding."""
    try:
        codec = codecs.lookup(name) if name else None
    except LookupError:
        return None
    if codec is None or not getattr(codec, "_is_text_encoding", True):
        return None
    return _MEANT.get(codec.name, codec.name.replace("-", "_"))


def _paragraphs_of_lines(tree: HtmlElement) -> None:
    """Make paragraphs of loose text that a page sets apart with two line breaks: extractors only look at paragraphs."""
    for block in list(tree.iter(*_LINE_BLOCKS)):
        if sum(1 for _ in islice(block.iterchildren("br"), 2)) == 2:
            _wrap_lines(block)


def _wrap_lines(block: HtmlElement) -> None:
    """Put the runs of text and inline elements between two line breaks, and between blocks, into paragraphs."""
    runs: list[_Run | HtmlElement] = [[block.text or ""]]
    run = cast("_Run", runs[0])
    block.text = None
    for child in list(block):
        tail, child.tail = child.tail or "", None
        twice = child.tag == "br" and run and getattr(run[-1], "tag", None) == "br"
        if twice:
            run.pop()
        if twice or child.tag not in _IN_LINE:
            runs += [] if twice else [child]
            run = []
            runs.append(run)
        else:
            run.append(child)
        if tail.strip() or (child.tag in _INLINE and tail):  # the space between two links counts, around a block not
            run.append(tail)
    block[:] = [made for made in map(_paragraph, runs) if made is not None]


def _paragraph(run: _Run | HtmlElement) -> HtmlElement | None:
    if not isinstance(run, list):
        return run
    if not any(not isinstance(piece, str) or piece.strip() for piece in run):
        return None
    from lxml import etree

    paragraph = etree.Element("p")
    last: HtmlElement | None = None
    for piece in run:
        if not isinstance(piece, str):
            paragraph.append(piece)
            last = piece
        elif last is None:
            paragraph.text = (paragraph.text or "") + piece
        else:
            last.tail = (last.tail or "") + piece
    return paragraph
