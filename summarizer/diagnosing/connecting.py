"""Looks at the proxy and the certificates that the client for a server will use, which the environment tells it."""

from __future__ import annotations

import os
import ssl
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from summarizer.diagnosing.values import FAIL, OK, SKIP, WARN, Check
from summarizer.settings.listing import without_secrets
from summarizer.settings.trust import THIS_MACHINE

# What the client reads, the first of them that is set; and what other programs read and it does not.
_READ = ("SSL_CERT_FILE", "SSL_CERT_DIR")
_NOT_READ = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS")
_SCHEMES = ("http", "https", "socks5", "socks5h")


def is_this_machine(url: str) -> bool:
    """Tell whether an address is one of this machine."""
    return not THIS_MACHINE.harms(url)


def proxy_check(url: str, *, needed: bool) -> Check:
    """Return by which proxy the server is reached, if by any. Web addresses of articles are fetched by none."""
    from urllib.request import getproxies, proxy_bypass  # late: only a doctor asks

    parts, proxies = urlsplit(url), getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy:
        return Check("proxy", OK, "none is set")
    name = _variable(parts.scheme)
    shown = without_secrets(proxy if "://" in proxy else f"http://{proxy}")
    if not needed:
        return Check("proxy", SKIP, f"{name} is {shown}; not needed: the backend is offline")
    host = parts.hostname or ""
    if proxy_bypass(host):
        return Check("proxy", OK, f"{name} is {shown}; NO_PROXY lets {host} pass by it")
    if urlsplit(shown).scheme not in _SCHEMES:
        return Check("proxy", FAIL, f"{name} is {shown}, which is no proxy's address", f"correct or unset {name}")
    if is_this_machine(url):
        said = f"{name} sends what is for this machine to {shown}"
        return Check("proxy", WARN, said, f"add {host} to NO_PROXY")
    return Check("proxy", OK, f"{shown}, by {name}; web addresses of articles are fetched without it")


def _variable(scheme: str) -> str:
    names = (f"{scheme}_proxy", f"{scheme}_proxy".upper(), "all_proxy", "ALL_PROXY")
    return next((name for name in names if os.environ.get(name)), "the system's proxy")


def certificate_check(*, needed: bool) -> Check:
    """Return which certificates are trusted, and whether a file that names them can be read."""
    environ: Mapping[str, str] = os.environ
    name = next((name for name in _READ if environ.get(name)), None)
    ignored = next((other for other in _NOT_READ if environ.get(other)), None)
    # Without a server this stops articles from the web, and no run that fetches none.
    worst = FAIL if needed else WARN
    if name is None:
        if ignored:
            return Check(
                "certificates", WARN, f"{ignored} is set, but not read", f"set SSL_CERT_FILE to {environ[ignored]}"
            )
        return Check("certificates", OK, "those of the system")
    path = Path(environ[name])
    if problem := _problem(name, path):
        return Check("certificates", worst, f"{name} is {path}, {problem}", f"correct or unset {name}")
    return Check("certificates", OK, f"those of {name}, {path}, and no others")


def _problem(name: str, path: Path) -> str:
    if name == "SSL_CERT_DIR":
        return "" if path.is_dir() else "which is no folder"
    if not path.is_file():
        return "which is no file"
    try:
        ssl.create_default_context(cafile=str(path))
    except (OSError, ssl.SSLError):
        return "which holds no certificates that can be read"
    return ""
