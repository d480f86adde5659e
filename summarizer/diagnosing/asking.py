"""Looks at the way to a server, asks it for its models, and sees whether the one that is wanted is among them."""

from __future__ import annotations

import os
import time
from difflib import get_close_matches
from urllib.parse import urlsplit

from summarizer.diagnosing.connecting import certificate_check, is_this_machine, proxy_check
from summarizer.diagnosing.values import FAIL, OK, SKIP, WARN, Check
from summarizer.errors import BackendError
from summarizer.settings import Resolved

# A server that is there lists its models in less; a run waits longer for an answer.
_SECONDS = 10.0
# What the client of the server sends along by itself.
_SENT_TOO = ("OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_CUSTOM_HEADERS")
_NOT_NEEDED = "not needed: the backend is offline"


async def server_checks(found: Resolved) -> list[Check]:
    """Return how the way to the server stands; nothing is sent where the backend is offline."""
    from summarizer.backends.habits import DEFAULT_BASE_URL

    settings = found.settings
    offline = settings.resolved_backend == "offline"
    checks = [_backend(found), _key(found, needed=not offline and not settings.base_url)]
    url = settings.base_url or DEFAULT_BASE_URL
    checks += [proxy_check(url, needed=not offline), certificate_check(needed=not offline)]
    if offline:
        return [*checks, Check("endpoint", SKIP, _NOT_NEEDED), Check("model", SKIP, _NOT_NEEDED)]
    if found.problems or any(c.standing == FAIL for c in checks):
        why = "not asked: what is wrong above is to be mended first"
        return [*checks, Check("endpoint", SKIP, why), Check("model", SKIP, why)]
    return [*checks, *await _asked(found, url)]


def _backend(found: Resolved) -> Check:
    settings, origin = found.settings, found.origin("backend")
    name = settings.resolved_backend
    if settings.backend != "auto":
        return Check("backend", OK, f"{name}, set by {origin}")
    because = [str(found.origin(n)) for n in ("api_key", "base_url") if getattr(settings, n)]
    if because:
        return Check("backend", OK, f"{name}, since {' and '.join(because)} {'is' if len(because) == 1 else 'are'} set")
    return Check("backend", OK, f"{name}, since neither a key nor a base URL is set; no text leaves this machine")


def _key(found: Resolved, *, needed: bool) -> Check:
    also = [name for name in _SENT_TOO if os.environ.get(name)]
    if found.settings.api_key:
        with_it = f"; {' and '.join(also)} {'goes' if len(also) == 1 else 'go'} with it" if also else ""
        return Check("key", OK, f"set by {found.origin('api_key')} (not shown){with_it}")
    if needed:
        return Check(
            "key",
            FAIL,
            "not set, and OpenAI's server wants one",
            "set OPENAI_API_KEY, or --base-url for another server",
        )
    return Check("key", SKIP, "not set; not needed offline, nor by most servers of one's own")


async def _asked(found: Resolved, url: str) -> list[Check]:
    from summarizer.backends.client import NoListError, models_of, new_client
    from summarizer.backends.habits import host

    settings = found.settings
    key = settings.api_key
    try:
        client = new_client(base_url=settings.base_url, api_key=key, timeout=min(settings.resolved_timeout, _SECONDS))
        try:
            client.models  # noqa: B018  imports what it needs, which is not the server's time
            began = time.perf_counter()
            models = await models_of(client, where=host(url), api_key=key)
        finally:
            await client.close()
    except NoListError as error:
        return [Check("endpoint", WARN, str(error).partition(": name one")[0], _unlisted_mend(url)), _unlisted(found)]
    except BackendError as error:
        said, _, mend = str(error).rpartition(": ")
        return [Check("endpoint", FAIL, said, mend), Check("model", SKIP, "not asked")]
    taken = time.perf_counter() - began
    return [_endpoint(url, taken), _model(found, models)]


def _endpoint(url: str, seconds: float) -> Check:
    from summarizer.backends.habits import endpoint

    said = f"{endpoint(url)} answers in {seconds * 1000:,.0f} ms"
    if urlsplit(url).scheme == "https":
        return Check("endpoint", OK, f"{said}, over TLS with a certificate that is trusted")
    if is_this_machine(url):
        return Check("endpoint", OK, f"{said}, on this machine")
    return Check(
        "endpoint", WARN, f"{said}, unencrypted: others on the way can read text and key", "use https, or a tunnel"
    )


def _unlisted_mend(url: str) -> str:
    path = urlsplit(url).path.rstrip("/")
    return "" if path.endswith("/v1") else f"look at the path, {path or '/'}: it mostly ends in /v1"


def _unlisted(found: Resolved) -> Check:
    if found.settings.model:
        return Check(
            "model", WARN, f"{found.settings.model}, set by {found.origin('model')}; whether it is there is not known"
        )
    return Check("model", FAIL, "none is named, and the server lists none", "name one with --model")


def _model(found: Resolved, models: list[str]) -> Check:
    from summarizer.backends.refusals import in_words

    wanted, names = found.settings.model, in_words(models)
    if wanted is None:
        if len(models) == 1:
            return Check("model", OK, f"{models[0]}, the only one that the server lists")
        return Check("model", FAIL, f"none is named, and the server lists {names}", "name one with --model")
    by = f"set by {found.origin('model')}"
    if wanted in models:
        return Check("model", OK, f"{wanted}, {by}; the server lists it")
    near = next((name for name in models if wanted.lower() in name.lower()), None)
    near = near or next(iter(get_close_matches(wanted, models, n=1)), None)
    # Some servers take names that they do not list (a model without its tag), so a run may work all the same.
    return Check(
        "model", WARN, f"{wanted}, {by}, is not listed; there are {names}", f"did you mean {near}?" if near else ""
    )
