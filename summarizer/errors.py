"""All errors that the package raises on purpose. Each message names the thing and the mend.

SummarizerError            exit code 3 unless a subclass says otherwise
├── UsageError             2: an option, path or setting that cannot be right
│   └── SchemaError        2: a schema or its prompts are missing or broken
├── IntakeError            one article cannot be read; becomes a `Failure`, the others go on
├── DraftError             one article cannot be drafted; becomes a `Failure`, the others go on
└── BackendError           3: no article can be drafted: no server, wrong key, no such model
"""

from __future__ import annotations


class SummarizerError(Exception):
    """Base of all errors of this package."""

    exit_code = 3


class UsageError(SummarizerError):
    """An option, path or setting that cannot be right."""

    exit_code = 2


class SchemaError(UsageError):
    """A schema folder, its brief.py, names.toml or prompts are missing or broken."""


class IntakeError(SummarizerError):
    """One article cannot be read."""


class DraftError(SummarizerError):
    """One article cannot be drafted; what the server said is in the message."""


class BackendError(SummarizerError):
    """No article can be drafted: the server is not there, refuses the key or lacks the model."""


def our_fault(error: Exception, what: str) -> str:
    """Return the reason of a failure that no input should cause; `what` is to be sent with the report of it."""
    return f"{type(error).__name__}: {error}; this is a fault of summarize, please report it with the {what}"
