"""Fetching: the one place that speaks to the network on behalf of intake.

A page of a stranger's can name any address, so what is named is not trusted. Each connection, redirects included, goes
to an address that was looked up, found to be public and then used as it is, so that a name cannot point elsewhere
between check and use. Time, size and redirects are bounded in total, whatever a server does. Neither proxies nor
credentials of the environment are used, no cookies are kept, and nothing fetched is stored.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from summarizer.errors import IntakeError
from summarizer.intake.material import Material
from summarizer.late_patterns import late_pattern
from summarizer.version import VERSION

if TYPE_CHECKING:
    import httpcore2

# A slow page takes seconds. A minute leaves room for a long PDF and ends what a server means to last for ever.
SECONDS = 60.0
# A page has some hundred kilobytes, a report in PDF some megabytes; unpacked as on the wire.
MOST_BYTES = 32 * 2**20
# http to https, to www, to the article, to its canonical form, to a consent page: more is a loop.
MOST_REDIRECTS = 5
USER_AGENT = f"article-summarizer/{VERSION}"

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ACCEPT = "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, */*;q=0.5"
_CHARSET = late_pattern(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
# What may stand in a path or query as it is; "%" because most addresses come escaped.
_SAFE = "%/:=&?~#+!$,;'@()*[]"
_CHUNK = 65_536


class _Answer(NamedTuple):
    """What came back: status, headers by lower-case name, and the body as text or bytes were sent, unpacked."""

    status: int
    headers: dict[str, str]
    body: bytes


class Fetcher(NamedTuple):
    """Fetches within bounds: `seconds` and `most_bytes` for one address with all its redirects.

    `allow_private` switches the check of addresses off, for servers of one's own network.
    """

    allow_private: bool = False
    seconds: float = SECONDS
    most_bytes: int = MOST_BYTES

    def fetch(self, address: str) -> Material:
        """Return what an address holds; its `url` is where redirects led, without credentials and fragment.

        Raises:
            IntakeError: nothing usable came, or the address may not be fetched; the message says why and the mend.

        """
        from summarizer.intake.connecting import Clock

        clock = Clock(self.seconds)
        url = parse_url(address)
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._ask(url, clock)
            if answer.status not in _REDIRECTS:
                return _material(address, url, answer)
            if "location" not in answer.headers:
                raise IntakeError(f"the server redirects ({answer.status}) to nowhere: open the page in a browser")
            # Headers are Latin-1 by the letter; what is beyond ASCII in them is UTF-8 by custom.
            place = answer.headers["location"].encode("latin-1").decode("utf-8", "replace")
            url = parse_url(place, base=urlunsplit(url))
        raise IntakeError(
            f"the server redirects more than {MOST_REDIRECTS} times: open the page in a browser and save it"
        )

    def _ask(self, url: SplitResult, clock: Any) -> _Answer:
        import httpcore2

        from summarizer.intake.connecting import GuardedBackend, in_words

        backend = GuardedBackend(allow_private=self.allow_private, clock=clock)
        with (
            in_words(self.seconds),
            httpcore2.ConnectionPool(
                ssl_context=_trust(), network_backend=backend, max_keepalive_connections=0
            ) as pool,
            pool.stream("GET", _target(url), headers=_headers(url)) as response,
        ):
            headers = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in response.headers}
            # The body of a redirect or an error is of no use, and may be endless.
            body = self._body(response.iter_stream(), headers) if response.status == 200 else b""
            return _Answer(response.status, headers, body)

    def _body(self, chunks: Iterable[bytes], headers: dict[str, str]) -> bytes:
        packed = headers.get("content-encoding", "identity").strip().lower()
        if packed not in ("identity", "", "gzip", "x-gzip", "deflate"):
            raise IntakeError(f"the server packs it as {packed[:20]!r}, which was not asked for: save the page instead")
        if packed not in ("identity", ""):
            chunks = _inflated(chunks, self.most_bytes)
        body = bytearray()
        for chunk in chunks:
            body += chunk
            if len(body) > self.most_bytes:
                raise IntakeError(
                    f"it has more than {self.most_bytes / 2**20:.0f} MB: save the part that is the article to a file"
                )
        return bytes(body)


def is_url(text: str) -> bool:
    """Return whether an input is a web address rather than a path."""
    return re.match(r"https?://", text, re.IGNORECASE) is not None


def parse_url(address: str, *, base: str = "") -> SplitResult:
    """Return an address (relative to `base`) in parts, escaped, its host in ASCII and lower case, without fragment.

    Raises:
        IntakeError: it is no web address, or holds a user name or password.

    """
    try:
        parts = urlsplit(urljoin(base, address.strip()))
        host, port = parts.hostname, parts.port
        path, query = quote(parts.path or "/", safe=_SAFE), quote(parts.query, safe=_SAFE)
        ascii_host = host.encode("idna").decode("ascii") if host and not host.isascii() else host
    except (ValueError, UnicodeError) as error:
        raise IntakeError(f"this is no web address ({error}): check its spelling") from error
    if parts.scheme not in ("http", "https"):
        raise IntakeError(f"addresses of kind {parts.scheme[:20]!r} are not fetched: only http and https are")
    if not ascii_host or re.search(r"[\s\x00-\x1f\x7f%]", ascii_host):
        raise IntakeError("this is no web address (no host in it): check its spelling")
    if parts.username is not None or parts.password is not None:
        raise IntakeError(
            "the address holds a user name or password, which are not sent: save the page and give its file"
        )
    netloc = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    return SplitResult(
        scheme=parts.scheme,
        netloc=netloc if port is None else f"{netloc}:{port}",
        path=path,
        query=query,
        fragment="",
    )


def shown_url(address: str) -> str:
    """Return an address as reports show it: without the user name and password that it may hold."""
    head, slashes, rest = address.partition("//")
    host, slash, path = rest.partition("/")
    return head + slashes + host.rpartition("@")[2] + slash + path


def _target(url: SplitResult) -> httpcore2.URL:
    import httpcore2

    target = url.path + (f"?{url.query}" if url.query else "")
    return httpcore2.URL(scheme=url.scheme, host=url.hostname or "", port=url.port, target=target)


def _headers(url: SplitResult) -> list[tuple[bytes | str, bytes | str]]:
    return [
        ("Host", url.netloc),
        ("User-Agent", USER_AGENT),
        ("Accept", _ACCEPT),
        ("Accept-Encoding", "gzip"),
        ("Connection", "close"),
    ]


@lru_cache(maxsize=1)
def _trust() -> Any:
    """Return the certificates that the system (or SSL_CERT_FILE) trusts; reading them takes longer than a request."""
    import httpcore2

    try:
        return httpcore2.default_ssl_context()
    except OSError as error:  # what SSL_CERT_FILE names is not there, or holds no certificates
        raise IntakeError(
            f"no certificates to trust ({error.strerror or error}): correct or unset SSL_CERT_FILE and SSL_CERT_DIR"
        ) from error


def _inflated(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    """Yield what packed chunks hold, a piece at a time: a small answer can unpack to gigabytes."""
    unpack: Any = None
    taken = 0
    for chunk in chunks:
        # gzip and zlib say what they are; a server's "deflate" may also come without any header.
        if unpack is None and chunk:
            zlib_headed = chunk[0] & 0x0F == 8 and chunk[:2] != b"\x1f\x8b"
            bits = 47 if chunk[:2] == b"\x1f\x8b" or zlib_headed else -15
            unpack = zlib.decompressobj(bits)
        while chunk and taken <= most:
            try:
                piece = unpack.decompress(chunk, _CHUNK)
            except zlib.error as error:
                raise IntakeError(f"what the server sent is packed wrongly ({error}): try again later") from error
            taken += len(piece)
            yield piece
            chunk = unpack.unconsumed_tail  # what did not fit into the piece
    if unpack is not None and not unpack.eof:
        raise IntakeError("what the server sent breaks off: try again later")


_SAID: dict[int, str] = {
    401: "the server asks for a login (401): save the page from your browser",
    403: "the server refuses (403): open the page in a browser and save it",
    404: "there is no such page (404): check the address",
    410: "the page is gone (410): look for it in an archive",
    429: "the server asks for fewer requests (429): try again later",
    451: "the page is withheld for legal reasons (451): look for it elsewhere",
}


def _material(address: str, url: SplitResult, answer: _Answer) -> Material:
    status, headers, body = answer
    if status != 200:
        kind = "the server failed" if status >= 500 else "the server gives no page"
        mend = "try again later" if status >= 500 else "check the address in a browser"
        raise IntakeError(_SAID.get(status, f"{kind} ({status}): {mend}"))
    media_type, _, rest = headers.get("content-type", "").partition(";")
    charset = _CHARSET.search(rest)
    opened: Callable[[], BytesIO] = lambda: BytesIO(body)  # noqa: E731  a material is opened again and again
    return Material(
        name=shown_url(address),
        open=opened,
        url=urlunsplit(url),
        media_type=media_type.strip().lower() or None,
        charset=charset[1].lower() if charset else None,
    )
