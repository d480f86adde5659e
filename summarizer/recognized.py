"""Tells whether summarize wrote what a file holds: nobody's own work is overwritten, and no report read as an article.

No file beside it is needed. Markdown and HTML carry a checksum in a comment that no reader sees: an analyst who wrote
into a brief has made it his own. The other formats have no place for one and are told by what only they begin or end
with: JSON by the first keys of the contract, CSV by its line of column names in quotes (which spreadsheets drop when
they save), text by its last lines. What was changed further inside them is not seen.
"""

from __future__ import annotations

import re
from hashlib import sha256

SIGNED = frozenset({"md", "html"})
"""The formats that carry a checksum."""

_SIGNATURE = "<!-- Written by summarize; checksum "
_CHECKSUM_LENGTH = 16

# Beginnings that only our files have. The contract fixes the order of keys; the columns named here come first in every
# version of a table.
_BEGINNINGS = re.compile(
    r'\{\s*"version": \d+,\s*"schema": "[^"\n]*",\s*"(?:sections|titles)": \{'
    r'|"line","status","section","measure",|"section","kind","name","aliases",'
    r"|Read by the rules; no model was asked\."
)
_RUN_FACTS = re.compile(r"[a-z]+ backend(?:, model \S.*?)? [·-] .*version \S+")


def signed(text: str) -> str:
    """Return a text of one of the `SIGNED` formats with the comment that tells it as ours, and as unchanged."""
    return f"{text}{_SIGNATURE}{_checksum(text)} -->\n"


def is_ours(content: bytes) -> bool:
    """Tell whether summarize wrote this and, where that can be told, nobody changed it since."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    text = text.replace("\r\n", "\n")  # git and some editors turn line ends; no word is lost by that
    return bool(_BEGINNINGS.match(text)) or _is_signed(text) or _ends_in_run_facts(text)


def is_report(content: bytes) -> bool:
    """Tell whether this is what summarize wrote, though somebody may have changed it since."""
    return _SIGNATURE.encode() in content or is_ours(content)


def _is_signed(text: str) -> bool:
    body, found, end = text.rpartition(_SIGNATURE)
    return bool(found) and end.strip() == f"{_checksum(body)} -->"


def _checksum(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_CHECKSUM_LENGTH]


def _ends_in_run_facts(text: str) -> bool:
    last = " ".join(text.rstrip().rpartition("\n\n")[2].split())
    return bool(_RUN_FACTS.fullmatch(last))
