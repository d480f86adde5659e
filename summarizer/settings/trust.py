"""What summarizer.toml of the working folder may set by itself.

The folder that one works in may be a stranger's: an archive unpacked, a repository cloned. Its file is read without
being asked for, so it may say how much and how long, but neither send the articles or the key anywhere, nor run code,
nor write outside that folder. A file that its user names with --config is the user's own word and may say more.

"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit


class Guard(NamedTuple):
    """What a file that nobody named may set, in words that follow "it", and whether a value goes beyond that."""

    words: str
    harms: Callable[[Any], bool]


def _leaves_the_machine(url: Any) -> bool:
    import ipaddress  # late: guards are asked only where a file sets something

    host = urlsplit(str(url)).hostname or ""
    try:
        return not ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host != "localhost"


def _is_code(name: Any) -> bool:
    from summarizer.resources import is_path  # late, as above

    return is_path(str(name))


def _leaves_the_folder(path: Any) -> bool:
    here = Path.cwd().resolve()
    return not (here / Path(path).expanduser()).resolve().is_relative_to(here)


HARMLESS = Guard("", lambda _: False)
NOTHING = Guard("may not set it", lambda _: True)
THIS_MACHINE = Guard("may name a server of this machine only", _leaves_the_machine)
SHIPPED = Guard("may name a domain that is shipped only, since a schema is code", _is_code)
INSIDE = Guard("may name a place inside its folder only", _leaves_the_folder)
