"""Mail: the text of the message with what its headers say, and the articles that are attached to it.

Saved pages in one file (.mhtml) are built as mail is, and read as pages.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr, parsedate_to_datetime

from summarizer.errors import IntakeError
from summarizer.intake.decode import decode
from summarizer.intake.material import Material
from summarizer.intake.readers.document import Document, Link, Options, encoding_notes, failed
from summarizer.intake.readers.fragment import text_of
from summarizer.intake.readers.markup import decode_markup, parse
from summarizer.intake.readers.repair import repaired
from summarizer.models import Failure

# Messages within messages, and how many of their parts are looked at.
MAX_DEPTH = 3
MAX_PARTS = 200
# A plain text of fewer words than this only says that there is a formatted one.
MIN_PLAIN_WORDS = 20

_REPLY = re.compile(r"(?:(?:re|fwd?|aw|wg|tr)\s?(?:\[\d+\])?:\s*)+", re.IGNORECASE)


def read_mail(material: Material, options: Options) -> Iterator[Document | Failure]:
    """Read a mail: its text is an article, and so is each attachment of a kind that can be read."""
    data = material.read()
    try:
        message = message_from_bytes(data, policy=policy.default)
        parts = list(_parts(message))
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError, IndexError) as error:
        raise IntakeError(f"it is no mail that can be read ({type(error).__name__}): save its text as .txt") from error
    if not message.keys():
        raise IntakeError("it has no mail headers: call it .txt if it is plain text")
    if message.get_content_type() == "multipart/related" and _snapshot(message):
        yield _page(message, parts, data, material)
        return
    found = list(_attached(parts, material, options))
    text = _body(parts)
    if text:
        yield _document(message, text, data, material)
    elif not found:
        raise IntakeError("the mail holds no text and no attachment that can be read: save its text as .txt")
    yield from found


def _document(message: EmailMessage, text: str, data: bytes, material: Material) -> Document:
    text, mended = repaired(text)
    name, address = parseaddr(_header(message, "From"))
    dated = _date(message)
    return Document(
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        path=material.path,
        url=material.url,
        entry=_header(message, "Message-ID").strip("<> ") or None,
        title=_REPLY.sub("", _header(message, "Subject"), count=1).strip() or None,
        author=name or address or None,
        published=dated,
        published_reason=f"{dated} is when the mail was sent." if dated else None,
        notes=encoding_notes(mended),
    )


def _page(message: EmailMessage, parts: list[Message], data: bytes, material: Material) -> Document:
    from summarizer.intake.readers.pages import page_document

    root = next((part for part in parts if part.get_content_type() == "text/html"), None)
    if root is None:
        raise IntakeError("the saved page holds no HTML: save the page again")
    address = _snapshot(message) or material.url
    digest = hashlib.sha256(data).hexdigest()
    return page_document(parse(_bytes(root), _charset(root)), sha256=digest, path=material.path, url=address)


def _snapshot(message: EmailMessage) -> str | None:
    return _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location") or None


def _parts(message: Message) -> Iterator[Message]:
    """Yield the parts of a message that hold content, attached messages whole."""
    waiting: list[Message] = [message]
    seen = 0
    while waiting and seen < MAX_PARTS:
        part = waiting.pop(0)
        seen += 1
        payload = part.get_payload()
        if part.get_content_type() != "message/rfc822" and isinstance(payload, list):
            waiting[:0] = [inner for inner in payload if isinstance(inner, Message)]
        else:
            yield part


def _body(parts: list[Message]) -> str:
    """Return the text of a mail: the plain one, unless it is a stub beside a formatted one."""
    shown = [part for part in parts if part.get_content_disposition() != "attachment" and not part.get_filename()]
    plain = next((text for text in (_plain(p) for p in shown if p.get_content_type() == "text/plain") if text), "")
    if len(plain.split()) >= MIN_PLAIN_WORDS:
        return plain
    markup = next((text for text in (_formatted(p) for p in shown if p.get_content_type() == "text/html") if text), "")
    return markup if len(markup.split()) > len(plain.split()) else plain


def _plain(part: Message) -> str:
    data = _bytes(part)
    try:
        return data.decode(_charset(part) or "utf-8").replace("\r\n", "\n").strip()
    except (UnicodeDecodeError, LookupError):
        return decode(data).replace("\r\n", "\n").strip() if data.strip() else ""


def _formatted(part: Message) -> str:
    data = _bytes(part)
    return text_of(decode_markup(data, _charset(part))[0]) if data.strip() else ""


def _attached(parts: list[Message], material: Material, options: Options) -> Iterator[Document | Failure]:
    """Yield the articles in attachments; those of other kinds, such as images, are passed over."""
    from summarizer.intake.readers.formats import read_documents, readable  # imported late: formats knows this module

    if material.depth >= MAX_DEPTH:
        return
    for number, part in enumerate(parts, 1):
        mail = part.get_content_type() == "message/rfc822"
        name = part.get_filename() or (f"message {number}.eml" if mail else "")
        if not (name and readable(name)):
            continue
        inner = material.within(_message(part) if mail else _bytes(part), name=name)
        try:
            yield from (found for found in read_documents(inner, options) if not isinstance(found, Link))
        except IntakeError as error:
            yield failed(material, f"attachment {name}: {error}")


def _message(part: Message) -> bytes:
    payload = part.get_payload()
    return payload[0].as_bytes() if isinstance(payload, list) and isinstance(payload[0], Message) else _bytes(part)


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _charset(part: Message) -> str | None:
    charset = part.get_content_charset()
    return charset if isinstance(charset, str) else None


def _header(message: Message, name: str) -> str:
    try:
        return " ".join(str(message.get(name) or "").split())
    except (ValueError, IndexError, AttributeError, TypeError):  # a header that the parser of the library stumbles over
        return ""


def _date(message: Message) -> str | None:
    try:
        return parsedate_to_datetime(_header(message, "Date")).isoformat(timespec="seconds")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
