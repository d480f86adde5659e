"""Connections that go only to addresses that were checked, and end in time. Imported when something is fetched."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore2

from summarizer.errors import IntakeError
from summarizer.intake.addresses import is_public

# A host with several addresses may have one that leads nowhere; the others are to get their turn.
CONNECT_SECONDS = 10.0


class Clock:
    """The time that is left for a fetch as a whole."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds left.

        Raises:
            httpcore2.ReadTimeout: there are none.

        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("out of time")
        return left


class GuardedBackend(httpcore2.NetworkBackend):
    """Looks a name up once, refuses it unless all its addresses are public, and connects to one of those."""

    def __init__(self, *, allow_private: bool, clock: Clock) -> None:
        self._allow_private = allow_private
        self._clock = clock
        self._inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002  the clock counts for all
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to `host` by an address that was checked; TLS still asks for the host's own certificate."""
        failed: Exception = httpcore2.ConnectError("no address")
        for address in self._checked(host, port):
            seconds = min(CONNECT_SECONDS, self._clock.left())
            try:
                stream = self._inner.connect_tcp(address, port, seconds, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
            else:
                return _TimedStream(stream, self._clock)
        raise failed

    def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore2.NetworkStream:
        """Refuse: no web address leads to one."""
        raise httpcore2.ConnectError("not fetched from")

    def _checked(self, host: str, port: int) -> list[str]:
        addresses = _look_up(host, port, self._clock.left())
        # One address that is not public is enough: which one is used would else be the name server's choice.
        refused = next((a for a in addresses if not is_public(a)), None)
        if refused and not self._allow_private:
            leads = "" if refused == host else f" leads to {refused}, which"
            raise IntakeError(
                f"{host}{leads} is no public address: add --allow-private if the server is your own network's"
            )
        return addresses


class _TimedStream(httpcore2.NetworkStream):
    """A connection whose every operation has only the time that is left, so that a server cannot drip for ever."""

    def __init__(self, inner: httpcore2.NetworkStream, clock: Clock) -> None:
        self._inner = inner
        self._clock = clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002  the clock counts
        return self._inner.read(max_bytes, self._clock.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002  the clock counts
        self._inner.write(buffer, self._clock.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002  the clock counts
    ) -> httpcore2.NetworkStream:
        return _TimedStream(self._inner.start_tls(ssl_context, server_hostname, self._clock.left()), self._clock)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def _look_up(host: str, port: int, seconds: float) -> list[str]:
    """Return the addresses of a host, each once, in the resolver's order."""
    found: list[str] = []
    failed: list[Exception] = []

    def ask() -> None:
        try:
            found.extend(str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            failed.append(error)

    # A resolver has no time limit of its own that could be set, so it is left behind when time is up.
    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed or not found:
        if thread.is_alive():
            raise httpcore2.ConnectTimeout("the name server is silent")
        raise IntakeError(f"there is no host {host[:100]}: check the address and your connection")
    return list(dict.fromkeys(found))


@contextmanager
def in_words(seconds: float) -> Iterator[None]:
    """Turn what a fetch dies of into a reason with its mend."""
    try:
        yield
    except httpcore2.TimeoutException as error:
        raise IntakeError(f"the server took longer than {seconds:g} seconds: try again later") from error
    except httpcore2.ConnectError as error:
        cause = _cause(error)
        if isinstance(cause, ssl.SSLError):
            why = getattr(cause, "verify_message", "") or "no secure connection"
            raise IntakeError(f"its certificate or encryption fails ({why}): open the page in a browser") from error
        raise IntakeError(f"no connection to the server ({_short(error)}): check the address or try later") from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.UnsupportedProtocol) as error:
        raise IntakeError(f"the server broke the connection off ({_short(error)}): try again later") from error


def _cause(error: Exception) -> Exception:
    """Return the system's error that one of httpcore's was made from: it is carried as its argument."""
    return error.args[0] if error.args and isinstance(error.args[0], Exception) else error


def _short(error: Exception) -> str:
    cause = _cause(error)
    return (getattr(cause, "strerror", None) or str(cause) or type(error).__name__).lower()[:120]
