"""What a server's refusal means for us: the one place where foreign errors become ours.

* never reached; 401 and 403; no such model; no credit: BackendError
* 429, 5xx, timeouts, resets: TransientError
* a context too small: TooLongError
* a mode it does not know: ModeError, and the next mode is tried
* all else: DraftError with what the server said
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from summarizer.backends.asking import AnswerError, TooLongError, TransientError
from summarizer.errors import BackendError, DraftError, SummarizerError

NOT_FOUND = 404
# Statuses by which servers say that they do not know a mode or a parameter.
_NOT_UNDERSTOOD = frozenset({400, 404, 405, 415, 422, 501})
# Parameters that some models refuse, and the name that they take instead (None: leave it out).
REPLACEABLE: Mapping[str, str | None] = {
    "max_tokens": "max_completion_tokens",
    "max_completion_tokens": None,
    "temperature": None,
    "seed": None,
}

# What servers write when a prompt is longer than their model's context.
_CONTEXT_WORDS = (
    *("context length", "context_length", "context size", "context window", "n_ctx", "too many tokens"),
    *("prompt is too long", "input is too long", "context the overflow", "exceeds the available context"),
)
_CONTEXT_SIZE = re.compile(r"(?:context[ _](?:length|size|window)|n_ctx)\D{0,40}?(\d{3,8})", re.IGNORECASE)
_MODE_WORDS = ("response_format", "tool", "schema", "json")
_MODELS_NAMED = 20
_CERTIFICATE_WORDS = ("certificate_verify_failed", "certificate verify failed")
_UNSUPPORTED_WORDS = (
    *("unsupported", "not support", "unrecognized", "unrecognised", "unknown", "not permitted", "not allowed"),
    *("unexpected", "invalid parameter", "extra inputs", "extra fields", "no such parameter", "does not take"),
    "strictly positive",
)


class ModeError(AnswerError):
    """The server (`by_server`) or the model cannot do this mode; the next one may work."""

    def __init__(self, message: str, *, by_server: bool = False) -> None:
        """Keep who could not."""
        super().__init__(message)
        self.by_server = by_server


@dataclass(frozen=True, slots=True)
class Refusal:
    """The facts of a failed request.

    `said` is what the server said, `parameter` one that it complains of, `retry_after` seconds. `connection` is True
    where no answer came at all, `unreachable` where not even a connection came about.
    """

    said: str
    status: int | None = None
    parameter: str | None = None
    retry_after: float | None = None
    connection: bool = False
    unreachable: bool = False


def mapped(refusal: Refusal, *, where: str, model: str, reached: bool, last_mode: bool) -> SummarizerError:
    """Return the error of ours that stands for a refusal.

    Args:
        refusal: its facts.
        where: host and port of the server.
        model: the model that was asked.
        reached: True where this server has answered before; it may come back then.
        last_mode: True where no further mode is left to try.
    """
    said = refusal.said
    if refusal.unreachable and _is_about(said, _CERTIFICATE_WORDS):
        return BackendError(
            f"the certificate of {where} is not trusted ({said}): set SSL_CERT_FILE to a file of the authority that "
            "signed it, or correct --base-url"
        )
    if refusal.unreachable and not reached:
        return BackendError(f"no server answers at {where} ({said}): start it or correct --base-url")
    if refusal.connection:
        return TransientError(f"the connection to {where} failed: {said}")
    if refusal.status is None:
        return DraftError(f"{where} sent what cannot be read: {said}")
    if ends_the_run := _mapped_for_all(refusal.status, said, where=where, model=model):
        return ends_the_run
    if refusal.status in (408, 409, 429) or (refusal.status >= 500 and refusal.status != 501):
        return TransientError(f"{where} answered {refusal.status}: {said}", retry_after=refusal.retry_after)
    if _is_about(said, _CONTEXT_WORDS):
        return _too_long(said)
    if refusal.status in _NOT_UNDERSTOOD and not last_mode:
        return ModeError(f"{where} answered {refusal.status}: {said}", by_server=True)
    return DraftError(f"{where} answered {refusal.status}: {said}")


def mapped_in_answer(refusal: Refusal) -> SummarizerError:
    """Return the error of ours for one that a server reports with HTTP 200, where any code may stand or none."""
    said, status = refusal.said, refusal.status or 0
    if _is_about(said, _CONTEXT_WORDS):
        return _too_long(said)
    if status in (408, 429) or status >= 500:
        return TransientError(f"the server answered with an error: {said}")
    if _is_about(said, _MODE_WORDS) and _is_about(said, _UNSUPPORTED_WORDS):
        return ModeError(f"the server answered with an error: {said}", by_server=True)
    return DraftError(f"the server answered with an error: {said}")


def _too_long(said: str) -> TooLongError:
    size = _CONTEXT_SIZE.search(said)
    return TooLongError(f"the question is too long for the model: {said}", context=int(size[1]) if size else None)


def _mapped_for_all(status: int, said: str, *, where: str, model: str) -> BackendError | None:
    """Return the error of a status that any question would meet."""
    if 300 <= status < 400:
        return BackendError(
            f"{where} answered {status} and sends us elsewhere: give the address that it sends to with --base-url"
        )
    if status in (401, 403):
        return BackendError(f"the key was refused by {where} ({said}): set OPENAI_API_KEY to a valid one")
    if status == 429 and "insufficient_quota" in said:
        return BackendError(f"{where} says that the account has no credit left ({said}): add some")
    if status == NOT_FOUND and not _is_about(said, _MODE_WORDS):
        return BackendError(f"{where} has no model {model!r} ({said}): correct --model or --base-url")
    return None


def refused_parameter(refusal: Refusal) -> str | None:
    """Return the replaceable parameter that a server refuses by name, None where it complains of something else."""
    said = refusal.said.lower()
    if refusal.status not in (400, 422) or not _is_about(said, _UNSUPPORTED_WORDS):
        return None
    # A longer name is another parameter: "max_completion_tokens" says nothing of "max_tokens".
    named = (p for p in REPLACEABLE if re.search(rf"(?<![a-z_]){p}(?![a-z_])", said))
    return refusal.parameter if refusal.parameter in REPLACEABLE else next(named, None)


def in_words(models: Sequence[str]) -> str:
    """Return the names of models as a message gives them: a large server lists hundreds."""
    more = len(models) - _MODELS_NAMED
    return (", ".join(models[:_MODELS_NAMED]) or "none") + (f" and {more} more" if more > 0 else "")


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that a Retry-After asks for: milliseconds, seconds or an HTTP date (RFC 9110, 10.2.3)."""
    for name, scale in (("retry-after-ms", 1000), ("retry-after", 1)):
        try:
            return max(0.0, float(headers[name]) / scale)
        except (KeyError, ValueError):
            continue
    try:
        when = parsedate_to_datetime(headers["retry-after"])
    except (KeyError, ValueError, TypeError):
        return None
    return max(0.0, ((when if when.tzinfo else when.replace(tzinfo=UTC)) - datetime.now(UTC)).total_seconds())


def _is_about(said: str, words: Sequence[str]) -> bool:
    lowered = said.lower()
    return any(w in lowered for w in words)
