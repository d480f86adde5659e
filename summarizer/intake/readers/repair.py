"""What is mended in extracted text: control signs, and what was decoded in the wrong encoding before ("itâ€™s")."""

from __future__ import annotations

import re

# What UTF-8 looks like when it is read as Windows-1252 or Latin-1: a lead byte as a letter, what follows it as a sign.
_SUSPECT = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019"
    "\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]"
)
# NUL and others that no text holds, which a terminal or a database may stumble over.
_CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127])


def mojibake(text: str) -> str | None:
    """Return the first word of `text` that was decoded in the wrong encoding, None where all is well."""
    if not _SUSPECT.search(text):
        return None
    from ftfy.badness import badness, is_bad  # imported late: nearly all texts are well

    return next((word for word in text.split() if _SUSPECT.search(word) and is_bad(word) and badness(word)), None)


def repaired(text: str) -> tuple[str, str | None]:
    """Return extracted text without control signs and mojibake, and a remark on the latter; never for a .txt file."""
    text = text.translate(_CONTROL)
    word = mojibake(text)
    if word is None:
        return text, None
    from ftfy import fix_encoding

    mended: str = "\n".join(fix_encoding(line) for line in text.split("\n"))
    if mended == text:
        return text, f"some of the text was decoded in the wrong encoding before, such as “{word}”"
    return mended, f"the text had been decoded in the wrong encoding (“{word}”); that was undone"
