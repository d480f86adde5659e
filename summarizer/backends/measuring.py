"""How many tokens a text has, before a server counts them.

Tokenizers are many, and their tables are fetched from the web, so this is an estimate by script: what the common ones
need for a character of English, Russian, Arabic or Chinese, measured over prose and rounded up. It is corrected by what
the server counted for the same article, see interviewing.py.
"""

from __future__ import annotations

import re

# Tokens for a character of each script. English prose has a token for 4.2 characters with most tokenizers, small models
# with small vocabularies need more for other scripts: these are between the middle and the worst.
_WEIGHTS: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(r"[A-Za-z ]"), 0.25),
    (re.compile(r"[0-9]"), 0.8),
    (re.compile(r"[!-/:-@\[-`{-~\n\t]"), 0.6),
    (re.compile("[\u00c0-\u024f]"), 0.8),
    (re.compile("[\u0370-\u052f]"), 0.45),
    (re.compile("[\u0590-\u08ff\ufb50-\ufdff\ufe70-\ufeff]"), 0.6),
    (re.compile("[\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff]"), 1.1),
)
_OTHER = 1.0


def tokens(text: str) -> int:
    """Return about how many tokens a text has; rather too many than too few."""
    left, total = len(text), 0.0
    for script, weight in _WEIGHTS:
        if not left:
            break
        found = len(script.findall(text))
        left -= found
        total += found * weight
    return round(total + left * _OTHER) + 1
