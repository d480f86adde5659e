"""Lines in which a page speaks to its reader: cookies and privacy, comments, sharing, subscriptions, copyright.

They are cautious with whole sentences: an article may well be about cookies.
"""

from __future__ import annotations

import re
from typing import Literal

from summarizer.intake.layout import Block
from summarizer.intake.words import CONSENT_CORE, CONSENT_WORDS, SHARE_CORE, SHARE_WORDS

# A notice that is not addressed to the reader is a label of at most this many words.
MAX_LABEL_WORDS = 12

_I = re.IGNORECASE
_GAP = re.compile(r"[\s|·•&/,.:]+")
_REPORTED = re.compile(r"\b(?:said|says|told|announced|according to)\b", _I)
_ADDRESSED = re.compile(r"\b(?:you|your|we|our|us|this (?:web)?site|this page)\b|\bplease\b", _I)
_CONSENT = re.compile(
    r"\bcookies?\b.{0,200}\b(?:site|experience|policy|accept|agree|browser|traffic|settings|continu\w+|preferences)\b"
    r"|\b(?:site|website|accept|agree|browser)\b.{0,200}\bcookies?\b"
    r"|\bprivacy (?:policy|notice|settings|statement)|\bterms (?:of (?:use|service)|(?:and|&) conditions)\b"
    r"|\b(?:personal|browsing) data\b.{0,60}\bconsent|\bmanage (?:consent|preferences)\b",
    _I,
)
_COMMENT_START = re.compile(
    r"(?:(?:leave|post|write|add|submit) (?:a|your) (?:comment|reply)\b"
    r"|(?:\d+ )?comments?(?: ?\(\d+\))?(?: are closed)?\W*$"
    r"|join the (?:conversation|discussion|debate)\b|(?:log|sign) ?in (?:to|or|with)\b|login\W*$|have your say\b"
    r"|follow (?:us\b|@|\w+ on (?:twitter|facebook|instagram|x|telegram|google)\b)|like us on\b|share this\b"
    r"|subscribe\b|sign up (?:for|to)\b|get (?:our|the) (?:\w+ ){0,3}(?:newsletter|briefing|app)\b|enter your e-?mail\b"
    r"|download (?:our|the) (?:\w+ ){0,2}app\b|support (?:our|independent) journalism\b"
    r"|already a (?:member|subscriber)\b)",
    _I,
)
_COMMENT = re.compile(
    r"\b(?:issues?|problems?|trouble) (?:with|posting|leaving|writing) (?:an? |your )?(?:comment|disqus)"
    r"|\byour e-?mail address will not\b"
    r"|\bsubscribe to (?:our|the)\b|\bour (?:\w+ ){0,2}newsletter|\bto (?:post|leave) a comment\b",
    _I,
)
_FOOTER = re.compile(
    r"(?:©|\(c\) ?\d{4}|copyright\b(?: ©| \(c\)| \d{4}|:)|advertisement\W*$|advertising\W*$|sponsored(?: content)?\W*$"
    r"|(?:tags?|topics?|keywords|filed under|categor(?:y|ies)|labels?|posted in)\s?:|skip to (?:main )?content\b"
    r"|back to top\b|load(?:ing)?(?: more)?\W*$|show more\W*$|scroll (?:down|to)\b|continue reading\W*$"
    r"|photo gallery\W*$|\d+ (?:min(?:ute)?s?) read\W*$|\d[\d,.]*k? (?:views|shares|likes)\W*$)",
    _I,
)
_RIGHTS = re.compile(r"\ball rights reserved\b|\bmay not be (?:published|reproduced|reprinted)\b", _I)


def notice(block: Block) -> Literal["consent", "comment", "footer"] | None:
    """Return what kind of notice a short block is, None when it is none."""
    text = block.text
    if not block.final:
        words = {w for w in _GAP.split(text.lower()) if w}
        if words <= CONSENT_WORDS and CONSENT_CORE & words:
            return "consent"
        if words <= SHARE_WORDS and SHARE_CORE & words:
            return "comment"
    if _FOOTER.match(text) or _RIGHTS.search(text):
        return "footer"
    if _REPORTED.search(text):
        return None
    addressed = _ADDRESSED.search(text) is not None
    if addressed and _CONSENT.search(text):
        return "consent"
    if _COMMENT_START.match(text) and (addressed or block.words <= MAX_LABEL_WORDS):
        return "comment"
    return "comment" if addressed and _COMMENT.search(text) else None
