"""The words and signs that every rendering shares, and the cleaning of text that comes from articles."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime

from summarizer.models import Assertion, Run, Status
from summarizer.wording import counted, dollars, when

STATUS_WORDS: dict[Status, str] = {
    "single": "one origin",
    "agreed": "agreed",
    "contested": "contested",
    "updated": "updated",
    "not_comparable": "not comparable",
}
# A sign beside the word, so that a standing is told at a glance and never by colour alone.
STATUS_SIGNS: dict[Status, str] = {
    "single": "·",
    "agreed": "✓",
    "contested": "!",
    "updated": "→",
    "not_comparable": "?",
}
NOT_SAID = "not said"
NOT_GIVEN = "not given"

# Joins that Arabic, Persian and Indic scripts need to be spelt right; all other format characters only hide or turn.
_KEPT_FORMATS = "\u200c\u200d"
_LINE_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
# What stands in ASCII for quotes, dashes, our own signs and letters that have no accent to drop. As code points where
# the character is easily taken for another.
_LIKES = {
    '"': "“”„«»\u2033", "'": "\u2018\u2019\u201a\u2032\u00b4\u02bb\u02bc\u02be\u02bf", "*": "•", ">": "→", "=": "✓",
    "-": "·─\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "`-": "↳", "...": "…", "x": "\u00d7",
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "d": "đ", "D": "Đ",
    "i": "\u0131", "EUR": "€", "GBP": "£",
}  # fmt: skip
_ASCII = str.maketrans({char: ascii_like for ascii_like, chars in _LIKES.items() for char in chars})
_ENDINGS = (".", "!", "?", "…", "”", '"')


def clean(text: str) -> str:
    """Return text on one line, without characters that drive a terminal, turn the writing or cannot be written.

    White space becomes single spaces; control, format and private characters go (escape sequences, bidi overrides,
    zero-width marks); lone surrogates, which no file can hold, become a replacement character.
    """
    line = " ".join(text.split())
    # What goes may leave spaces side by side, or at an end, where Markdown would take no emphasis.
    return line if line.isprintable() else " ".join("".join(map(_kept, line)).split())


def clean_lines(text: str) -> str:
    """Return text as `clean` does, but with its lines and spaces: for a piece of a text as for the whole."""
    if text.replace("\n", "").isprintable():
        return text
    text = text.replace("\r\n", "\n")
    return "".join(" " if c == "\t" else "\n" if c in _LINE_BREAKS else _kept(c) for c in text)


def _kept(char: str) -> str:
    if char.isprintable() or char in _KEPT_FORMATS:
        return char
    category = unicodedata.category(char)
    if category in ("Cc", "Cf", "Co"):
        return ""
    return " " if category.startswith("Z") else "\ufffd"


def to_ascii(text: str) -> str:
    """Return text in ASCII: accents dropped, signs replaced by their likes, what has none by a question mark."""
    if text.isascii():
        return text
    spread = unicodedata.normalize("NFKD", text.translate(_ASCII))
    return "".join(c if c.isascii() else "?" for c in spread if not unicodedata.combining(c))


def title_of(name: str) -> str:
    """Return a name from a closed list as a heading: "equipment_lost" becomes "Equipment lost"."""
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def left_out(count: int) -> str:
    """Return the line that says how many statements are not listed."""
    return f"and {count:,} more, each in the brief of its article"


def sentence(text: str, aside: str | None = None) -> str:
    """Return text with a full stop, and before it an aside in brackets."""
    if aside:
        return f"{text.rstrip().removesuffix('.')} ({aside})."
    return text if text.rstrip().endswith(_ENDINGS) else f"{text}."


def join(parts: Sequence[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def mark(numbers: Iterable[int], *, between: str = ", ") -> str:
    """Return article numbers as one mark, runs of three and more drawn together: "[1-3, 5]"; "" for none."""
    runs: list[list[int]] = []
    for n in sorted(set(numbers)):
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    said = [f"{r[0]}-{r[-1]}" if len(r) > 2 else between.join(map(str, r)) for r in runs]
    return f"[{between.join(said)}]" if said else ""


def speaker(said_by: str | None, *, via: Sequence[str] = (), origin: str | None = None) -> str | None:
    """Return who says it: "Ada Ray (Relief Board), via AFP"; None where the article speaks itself and nobody relays.

    `origin` is the organisation that stands behind a speaker; it is left out where it is the speaker.
    """
    if not said_by:
        return f"via {', via '.join(via)}" if via else None
    behind = f" ({origin})" if origin and origin.casefold() not in said_by.casefold() else ""
    return ", via ".join([said_by + behind, *via])


def assertion_word(assertion: Assertion, *, has_speaker: bool) -> str | None:
    """Return the word that warns how sure it is, None where nothing needs to be said.

    A speaker's name says by itself that something is reported.
    """
    if assertion == "stated" or (assertion == "reported" and has_speaker):
        return None
    return assertion


def run_facts(run: Run) -> str:
    """Return one line on how the report was made: backend, model, calls, tokens, cost, time, version."""
    parts = [f"{run.backend} backend" + (f", model {run.model}" if run.model else "")]
    if run.calls or run.cache_hits:
        parts.append(f"{counted(run.calls, 'call')}, {run.cache_hits:,} from the cache")
    if run.tokens_in or run.tokens_out:
        about = "about " if run.tokens_estimated else ""
        parts.append(f"{about}{run.tokens_in:,} tokens in, {run.tokens_out:,} out")
    if cost := cost_words(run):
        parts.append(cost)
    if run.names:
        parts.append(f"names as {run.names} has them")
    parts.append(duration(run))
    parts.append(f"version {run.version}")
    return " · ".join(p for p in parts if p)


def cost_words(run: Run) -> str:
    """Return what a run cost and what the cache spared: "$0.02, $0.01 spared"; nothing where nothing was asked."""
    if run.cost is None:
        return "cost not known" if run.calls else ""
    return dollars(run.cost) + (f", {dollars(run.cost_saved)} spared" if run.cost_saved else "")


def duration(run: Run) -> str:
    """Return "2 Mar 2019 09:30 UTC, 1.2 s", as much of it as the two stamps give."""
    try:
        start, end = datetime.fromisoformat(run.started), datetime.fromisoformat(run.finished)
        seconds = (end - start).total_seconds()
    except (ValueError, TypeError):
        return when(run.started) if run.started else ""
    return f"{when(run.started)} {start:%H:%M} UTC, {seconds:.1f} s"
