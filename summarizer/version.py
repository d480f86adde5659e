"""Which version this is; pyproject.toml reads it here. Looking it up in the installed metadata would take longer."""

from __future__ import annotations

VERSION = "0.1.0"
