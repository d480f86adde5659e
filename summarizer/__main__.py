"""`python -m summarizer` is `summarize`."""

from __future__ import annotations

from summarizer.cli import main

main()
