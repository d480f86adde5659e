"""Fetching: only public addresses, within time and size, whatever a server does; each failure names its mend."""

from __future__ import annotations

import gzip
import socket
import ssl
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpcore2
import pytest
from conftest import ROOT
from web_server import Page, Web, closed_port, serving_web

from summarizer.errors import IntakeError
from summarizer.intake import fetching
from summarizer.intake.addresses import is_public
from summarizer.intake.connecting import Clock, GuardedBackend
from summarizer.intake.fetching import Fetcher, is_url, parse_url, shown_url
from summarizer.version import VERSION

HTML = b"<html><body><p>The river rose.</p></body></html>"
OWN = Fetcher(allow_private=True, seconds=20)
TLS = Path(__file__).parent / "tls"
Send = Callable[[bytes], None]


def reason(url: str, fetcher: Fetcher = OWN) -> str:
    """Why an address is not fetched."""
    with pytest.raises(IntakeError) as caught:
        fetcher.fetch(url)
    assert ": " in str(caught.value)  # the thing, then the mend
    return str(caught.value)


@pytest.fixture
def web() -> Iterator[Web]:
    """A server with a page, redirects, a loop and a trap or two."""
    web = Web(
        {
            "/page?a=1": Page(HTML, headers={"Content-Type": 'text/html; charset="UTF-8"'}),
            "/moved": Page(status=301, headers={"Location": "/page?a=1#top"}),
            "/loop": Page(status=302, headers={"Location": "/loop"}),
            "/nowhere": Page(status=302),
            "/odd": Page(status=302, headers={"Location": "http://[broken"}),
            "/to-file": Page(status=302, headers={"Location": "file:///etc/passwd"}),
            "/with-key": Page(status=302, headers={"Location": "http://user:secret@127.0.0.1/"}),
            "/packed": Page(gzip.compress(HTML), headers={"Content-Encoding": "gzip"}),
            "/deflated": Page(zlib.compress(HTML), headers={"Content-Encoding": "deflate"}),
            "/raw": Page(zlib.compress(HTML)[2:-4], headers={"Content-Encoding": "deflate"}),
            "/bomb": Page(gzip.compress(bytes(8 * 2**20)), headers={"Content-Encoding": "gzip"}),
            "/broken": Page(gzip.compress(HTML)[:-12], headers={"Content-Encoding": "gzip"}),
            "/garbled": Page(b"\x1f\x8bnot gzip at all", headers={"Content-Encoding": "gzip"}),
            "/brotli": Page(HTML, headers={"Content-Encoding": "br"}),
            "/short": Page(HTML, length=10_000),
            "/large": Page(bytes(3 * 2**20)),
            "/caf%C3%A9": Page(HTML),
        }
    )
    with serving_web(web):
        yield web


# ------------------------------------------------------------------------------------------------------------ the guard


@pytest.mark.parametrize(
    "address",
    """
    127.0.0.1 127.8.9.1 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 0.1.2.3 224.0.0.1 239.1.1.1
    240.0.0.1 255.255.255.255 192.0.2.1 198.18.0.1 203.0.113.9 :: ::1 fe80::1 fe80::1%eth0 fc00::1 fd12::1 ff02::1
    fec0::1 2001:db8::1 100::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1
    64:ff9b:1::808:808 2002:7f00:1::1 2002:a00:1:: 2001:0:a00:1::1 localhost 1.2.3 0x7f.1 .
    """.split(),
)
def test_addresses_that_are_not_public(address: str) -> None:
    """Private, loopback, link-local, multicast, reserved and the like are refused, carried in IPv6 or not."""
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"]
)
def test_public_addresses(address: str) -> None:
    """Addresses of the internet pass, also those that carry a public IPv4 address."""
    assert is_public(address)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "2130706433", "0177.0.0.1", "0x7f000001", "127.1", "0", "[::ffff:7f00:1]"],
)
def test_the_own_machine_is_refused(host: str, web: Web) -> None:
    """Whatever way the own machine is written, it is refused unless allowed, and nothing reaches it."""
    told = reason(web.base.replace("127.0.0.1", host) + "/page?a=1", Fetcher())
    assert "--allow-private" in told
    assert web.asked == []


def answer_with(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Let the name server give these addresses, one list a question; return the hosts it was asked for."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def look_up(host: str, port: int, *args: Any, **more: Any) -> Any:
        if host[0].isdigit():  # connecting to a number asks for it as well
            return real(host, port, *args, **more)
        asked.append(host)
        listed = answers[min(len(asked), len(answers)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in listed]

    monkeypatch.setattr("summarizer.intake.connecting.socket.getaddrinfo", look_up)
    return asked


def test_a_name_is_looked_up_once_and_that_address_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that answers differently the second time changes nothing: the connection goes where was checked."""
    asked = answer_with(monkeypatch, ["93.184.216.34"], ["127.0.0.1"])
    connected: list[str] = []

    def connect(self: Any, host: str, *_: Any) -> httpcore2.NetworkStream:
        connected.append(host)
        raise httpcore2.ConnectError("refused by the test")

    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", connect)
    assert "connection" in reason("http://rebound.example/", Fetcher())
    assert (asked, connected) == (["rebound.example"], ["93.184.216.34"])


def test_one_address_that_is_not_public_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name with a public and a private address is refused, since the choice between them is not ours."""
    answer_with(monkeypatch, ["93.184.216.34", "10.0.0.7"])
    assert "10.0.0.7" in reason("http://both.example/", Fetcher())


def test_the_next_address_is_tried(monkeypatch: pytest.MonkeyPatch, web: Web) -> None:
    """Where the first address of a name does not answer, the second one does."""
    answer_with(monkeypatch, ["127.0.0.2", "127.0.0.1"])
    real = httpcore2.SyncBackend.connect_tcp

    def connect(self: Any, host: str, *args: Any) -> httpcore2.NetworkStream:
        if host == "127.0.0.2":
            raise httpcore2.ConnectTimeout("silent")
        return real(self, host, *args)

    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", connect)
    port = web.base.rpartition(":")[2]
    assert OWN.fetch(f"http://two.example:{port}/page?a=1").read() == HTML
    assert web.asked[0][1]["host"] == f"two.example:{port}"


def test_redirects_are_checked(monkeypatch: pytest.MonkeyPatch, web: Web) -> None:
    """A page of a public server that redirects to a private one gets nothing from there."""
    web.pages["/inward"] = Page(status=302, headers={"Location": "http://inner.example/secret"})
    asked = answer_with(monkeypatch, ["127.0.0.1"], ["192.168.0.10"])
    monkeypatch.setattr("summarizer.intake.connecting.is_public", lambda a: a == "127.0.0.1")
    port = web.base.rpartition(":")[2]
    assert "192.168.0.10" in reason(f"http://outer.example:{port}/inward", Fetcher())
    assert asked == ["outer.example", "inner.example"]


def test_no_way_around_the_network() -> None:
    """Sockets of the file system are never connected to."""
    with pytest.raises(httpcore2.ConnectError):
        GuardedBackend(allow_private=True, clock=Clock(1)).connect_unix_socket("/run/docker.sock")


def test_a_silent_name_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that does not answer costs the time limit and no more."""
    never = threading.Event()

    def wait(*_: Any, **__: Any) -> list[Any]:
        never.wait(30)
        return []

    monkeypatch.setattr("summarizer.intake.connecting.socket.getaddrinfo", wait)
    assert "longer than 0.2 seconds" in reason("http://slow.example/", Fetcher(seconds=0.2))
    never.set()


def test_a_host_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that nobody knows is said so."""

    def unknown(*_: Any, **__: Any) -> list[Any]:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr("summarizer.intake.connecting.socket.getaddrinfo", unknown)
    assert "no host nowhere.example" in reason("http://nowhere.example/", Fetcher())


# ------------------------------------------------------------------------------------------------------ what comes back


def test_a_page(web: Web) -> None:
    """A page comes with its address, media type and charset, and can be read again and again."""
    material = OWN.fetch(f"{web.base}/moved")
    assert material.read() == material.read() == HTML
    assert (material.name, material.url) == (f"{web.base}/moved", f"{web.base}/page?a=1")
    assert (material.path, material.media_type, material.charset) == (None, "text/html", "utf-8")


def test_what_is_sent(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """A request names this program and carries nothing of its user's: no cookie, no key; no proxy is used."""
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{closed_port()}")
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{closed_port()}")
    OWN.fetch(f"{web.base}/page?a=1")
    ((_, headers),) = web.asked
    assert headers["user-agent"] == f"article-summarizer/{VERSION}"
    assert set(headers) == {"host", "user-agent", "accept", "accept-encoding", "connection"}


@pytest.mark.parametrize("path", ["/packed", "/deflated", "/raw"])
def test_packed_pages(web: Web, path: str) -> None:
    """What a server packs is unpacked."""
    assert OWN.fetch(web.base + path).read() == HTML


def test_addresses_beyond_ascii(web: Web) -> None:
    """Letters and spaces in an address are escaped."""
    assert OWN.fetch(f"{web.base}/café").read() == HTML
    assert parse_url("http://BÜCHER.example/a b?q=ü#part").geturl() == "http://xn--bcher-kva.example/a%20b?q=%C3%BC"
    assert parse_url("http://[2001:DB8::1]:8080").geturl() == "http://[2001:db8::1]:8080/"


# ------------------------------------------------------------------------------------------------------ what goes wrong


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "login"),
        (403, "save it"),
        (404, "no such page"),
        (410, "gone"),
        (418, "418"),
        (429, "later"),
        (451, "legal"),
        (500, "try again later"),
        (503, "503"),
        (204, "204"),
    ],
)
def test_other_answers(web: Web, status: int, words: str) -> None:
    """Each answer that is no page is a reason of its own."""
    web.pages["/other"] = Page(status=status)
    assert words in reason(f"{web.base}/other")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/missing", "404"),
        ("/loop", "more than 5 times"),
        ("/nowhere", "to nowhere"),
        ("/odd", "no web address"),
        ("/to-file", "only http and https"),
        ("/with-key", "not sent"),
        ("/broken", "breaks off"),
        ("/garbled", "packed wrongly"),
        ("/brotli", "'br'"),
        ("/short", "broke the connection off"),
    ],
)
def test_answers_that_cannot_be_used(web: Web, path: str, words: str) -> None:
    """Redirect loops, redirects elsewhere, broken and unknown packing, answers cut short: each says what it is."""
    told = reason(web.base + path)
    assert words in told
    assert "secret" not in told


@pytest.mark.parametrize("path", ["/large", "/bomb"])
def test_size_is_bounded(web: Web, path: str) -> None:
    """What is larger than the limit is refused, packed small or not."""
    assert "more than 2 MB" in reason(web.base + path, Fetcher(allow_private=True, most_bytes=2 * 2**20))


@pytest.mark.parametrize(
    ("start", "drop"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", b"a"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
        (b"HTTP/1.1 200 OK\r\n", b"X-Another: header\r\n"),
        (b"", b""),
    ],
    ids=["body", "chunks", "headers", "silence"],
)
def test_a_dripping_server_is_cut_off(web: Web, start: bytes, drop: bytes) -> None:
    """A server that drips bytes, so that no single wait is long, or says nothing, has the time limit in all."""

    def drip(send: Send, closing: threading.Event) -> None:
        send(start)
        while not closing.wait(0.02):
            send(drop)

    web.pages["/drip"] = drip
    started = time.monotonic()
    assert "longer than 0.3 seconds" in reason(f"{web.base}/drip", Fetcher(allow_private=True, seconds=0.3))
    assert time.monotonic() - started < 5


def test_endless_headers_and_noise(web: Web) -> None:
    """A server that sends headers without end, or no HTTP at all, is cut off long before the time limit."""

    def flood(send: Send, closing: threading.Event) -> None:
        send(b"HTTP/1.1 200 OK\r\n")
        while not closing.is_set():
            send(b"X-Header: " + b"a" * 5000 + b"\r\n")

    web.pages |= {"/flood": flood, "/noise": lambda send, _: send(b"SSH-2.0-OpenSSH_9.6\r\n\r\n")}
    assert "broke" in reason(f"{web.base}/flood")
    assert "broke" in reason(f"{web.base}/noise")


def test_nobody_listens() -> None:
    """A port that nobody listens at is said so."""
    assert "no connection" in reason(f"http://127.0.0.1:{closed_port()}/")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://", "no host"),
        ("http:///path", "no host"),
        ("http://a b/", "no host"),
        ("http://[::1", "no web address"),
        ("http://host:99999/", "no web address"),
        ("http://" + "ü" * 80 + ".example/", "no web address"),
        ("ftp://host/file", "'ftp'"),
        ("http://user@host/", "user name"),
        ("http://user:secret@host/", "user name"),
        ("http://public.example\\@127.0.0.1/", "user name"),
    ],
)
def test_addresses_that_cannot_be_right(address: str, words: str) -> None:
    """What is no web address, or holds a password, is refused before anything is sent."""
    told = reason(address)
    assert words in told
    assert "secret" not in told


def test_passwords_are_not_shown() -> None:
    """Reports show an address without the user name and password in it."""
    assert shown_url("https://user:secret@host/a@b") == "https://host/a@b"
    assert shown_url("https://host/a") == "https://host/a"


@pytest.mark.parametrize(
    ("text", "known"),
    [("http://h/", True), ("HTTPS://h/", True), ("seeds/a.txt", False), ("ftp://h/", False), ("http:/h", False)],
)
def test_what_an_address_looks_like(text: str, known: bool) -> None:
    """Only http and https make an input an address; all else is a path."""
    assert is_url(text) is known


# ------------------------------------------------------------------------------------------------------------------ TLS


def test_certificates_are_checked_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate must be trusted and be for the name in the address, though the connection goes to a number."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS / "localhost.pem", TLS / "localhost.key")
    with serving_web(Web({"/": Page(HTML)}), context) as web:
        by_name = web.base.replace("127.0.0.1", "localhost") + "/"
        assert "certificate" in reason(by_name)
        trusted = ssl.create_default_context(cafile=TLS / "localhost.pem")
        monkeypatch.setattr(fetching, "_trust", lambda: trusted)
        assert OWN.fetch(by_name).read() == HTML
        assert "certificate" in reason(f"{web.base}/")
        assert "--allow-private" in reason(by_name, Fetcher())


def test_plain_text_where_tls_was_expected(web: Web) -> None:
    """An https address of a server that speaks plain http fails in words."""
    assert "encryption" in reason(web.base.replace("http:", "https:") + "/page?a=1")


def test_import_is_light() -> None:
    """Nothing of the HTTP library is imported before something is fetched."""
    code = "import sys, summarizer.intake; print('httpcore2' in sys.modules, 'ssl' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split()[0] == "False"
