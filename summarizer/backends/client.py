"""The client of an OpenAI-compatible server: how it is opened, the models it lists, what its errors say.

Knows openai, which is imported when it is first used: that takes over a second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict
from urllib.parse import urlsplit

from summarizer.backends.asking import TransientError
from summarizer.backends.completions import SHOWN
from summarizer.backends.habits import DEFAULT_BASE_URL, host
from summarizer.backends.refusals import NOT_FOUND, Refusal, in_words, mapped, retry_after
from summarizer.errors import BackendError

if TYPE_CHECKING:
    import httpx2
    import openai

    from summarizer.settings import Settings

# A server that is there accepts a connection in this many seconds; reading the answer may take longer.
_CONNECT_SECONDS = 10.0
# A shorter key is a placeholder for a server that asks for none, and taking it out would garble every message.
_SHORTEST_KEY = 8


class Server(TypedDict):
    """What it takes to speak with a server; `timeout` is in seconds for one answer."""

    base_url: str | None
    api_key: str | None
    timeout: float


def server_of(settings: Settings) -> Server:
    """Return the server of a run."""
    return Server(base_url=settings.base_url, api_key=settings.api_key, timeout=settings.resolved_timeout)


def new_client(*, base_url: str | None, api_key: str | None, timeout: float) -> openai.AsyncOpenAI:
    """Return a client without retries of its own, which follows no server to another one.

    Raises:
        BackendError: neither a key nor a server of one's own is given, the URL is none, or the environment names a
            proxy or certificates that cannot be.
    """
    return opened(base_url=base_url, api_key=api_key, timeout=timeout)[0]


def opened(
    *, base_url: str | None, api_key: str | None, timeout: float
) -> tuple[openai.AsyncOpenAI, httpx2.AsyncClient]:
    """Return a client and what it speaks through; as `new_client` otherwise."""
    import openai  # late: over a second

    if not api_key and not base_url:
        raise BackendError("no key for the OpenAI server: set OPENAI_API_KEY, or give --base-url for another server")
    if urlsplit(base_url or DEFAULT_BASE_URL).scheme not in ("http", "https"):
        raise BackendError(
            f"{base_url} is no address of a server: --base-url takes one such as http://127.0.0.1:8080/v1"
        )
    limit = openai.Timeout(timeout, connect=min(timeout, _CONNECT_SECONDS))
    try:
        # Text goes to the host that was named before it went, and to no other.
        transport = openai.DefaultAsyncHttpxClient(timeout=limit, follow_redirects=False)
    except (OSError, ValueError, ImportError) as error:  # what the environment says of proxies and certificates
        raise BackendError(
            f"no way to {host(base_url)} ({error}): correct HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, SSL_CERT_FILE or "
            "SSL_CERT_DIR in the environment; `summarize doctor` looks at each"
        ) from error
    client = openai.AsyncOpenAI(
        # Servers of one's own take any key, but the client insists on one.
        api_key=api_key or "none",
        base_url=base_url or DEFAULT_BASE_URL,
        max_retries=0,
        timeout=limit,
        http_client=transport,
    )
    return client, transport


async def only_model(*, base_url: str | None, api_key: str | None, timeout: float) -> str:
    """Return the one model that the server lists.

    Raises:
        BackendError: it lists none or several, is not there, or refuses the key.
    """
    listed = await listed_models(base_url=base_url, api_key=api_key, timeout=timeout)
    if len(listed) != 1:
        raise BackendError(f"which model of {host(base_url)}? name one with --model; it lists {in_words(listed)}")
    return listed[0]


async def listed_models(*, base_url: str | None, api_key: str | None, timeout: float) -> list[str]:
    """Return the models that the server lists, sorted.

    Raises:
        BackendError: it lists no models, is not there, or refuses the key.
    """
    client = new_client(base_url=base_url, api_key=api_key, timeout=timeout)
    try:
        return await models_of(client, where=host(base_url), api_key=api_key)
    finally:
        await client.close()


async def models_of(client: openai.AsyncOpenAI, *, where: str, api_key: str | None) -> list[str]:
    """Return the models that the server `where` of a client lists, sorted; raises as `listed_models`."""
    try:
        page = await client.models.list()
        return sorted({m.id for m in page.data or []})
    except Exception as error:
        refusal = refusal_of(error, api_key)
        ours = mapped(refusal, where=where, model="", reached=False, last_mode=True)
        if isinstance(ours, BackendError) and refusal.status != NOT_FOUND:
            raise ours from error
        told = f"{where} does not list its models ({refusal.said}): name one with --model"
        if isinstance(ours, TransientError):
            raise NotListedYetError(f"{told}, or wait until it is ready", retry_after=ours.retry_after) from error
        raise NoListError(told) from error


class NoListError(BackendError):
    """A server is there and lists no models."""


class NotListedYetError(NoListError, TransientError):
    """A server is there and may list its models later: it is loading one, say."""


def refusal_of(error: Exception, key: str | None) -> Refusal:
    """Return the facts of a foreign error, its words on one line, short, and without the key."""
    import httpx2  # what openai speaks through
    import openai

    body = getattr(error, "body", None)
    details = body if isinstance(body, dict) else {}
    words = " ".join(str(details.get("message") or error.__cause__ or error).split())
    code = details.get("code")
    if isinstance(code, str) and code not in words:
        words += f" [{code}]"
    response = getattr(error, "response", None)
    return Refusal(
        said=(words.replace(key, "***") if key and len(key) >= _SHORTEST_KEY else words)[:SHOWN],
        status=getattr(error, "status_code", None),
        parameter=details.get("param"),
        retry_after=retry_after(response.headers) if response is not None else None,
        connection=isinstance(error, openai.APIConnectionError),
        unreachable=isinstance(error.__cause__, httpx2.ConnectError | httpx2.ConnectTimeout),
    )
