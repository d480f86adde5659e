"""What word processors write into a file's properties, and which of it an author wrote."""

from __future__ import annotations

import re

from summarizer.intake.words import NO_AUTHOR

MAX_TITLE = 300

_FILLED_IN = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel)\b|\(anonymous\)|untitled|(?:word )?document\d*$|presentation\d*$"
    r"|layout \d+$|print(?:ing)?$|slide 1$|about:blank|https?:|www\.|file:|pdf$|title$|no title$|\W*$)"
    r"|.*\.(?:docx?|rtf|odt|indd|qxp|qxd|pdf|txt|html?|tex|pages|pptx?)$",
    re.IGNORECASE,
)


def plausible_title(text: str) -> str | None:
    """Return a title of a file's properties, None for one that a program filled in."""
    text = " ".join(text.split())
    return None if not text or len(text) > MAX_TITLE or _FILLED_IN.match(text) else text


def plausible_author(text: str) -> str | None:
    """Return an author of a file's properties, None for an account or a program's name."""
    text = " ".join(text.split())
    known = text.lower() in NO_AUTHOR or text.lower() in (
        "python-docx",
        "windows user",
        "microsoft office user",
        "owner",
    )
    # An account has no space in it: "jroe", "DESKTOP-4F2".
    return None if known or len(text) > MAX_TITLE or " " not in text else text
